"""Finished pages, served on this machine while their documents are written."""
