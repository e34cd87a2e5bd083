"""Documents as Word files to write in, and what was written there back into their files."""
