"""Finished files read again, and held against their sources."""
