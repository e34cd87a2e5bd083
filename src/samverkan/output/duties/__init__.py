"""Duties as text, JSON, CSV, calendar, Markdown and web page."""
