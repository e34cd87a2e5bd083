"""Files that are written for the author to fill in."""
