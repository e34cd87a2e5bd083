"""Plain text: nothing left to fill in, and nothing that is read as something else than what was meant."""
