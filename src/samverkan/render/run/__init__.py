"""Many documents to many files: what is up to date is left, the rest is made."""
