"""References: every id is used once, and every reference leads to what it should."""
