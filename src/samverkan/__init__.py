"""Validate, render and follow up crime prevention agreements kept as plain text."""

__version__ = "0.1.0"
