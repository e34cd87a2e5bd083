"""Findings and follow-up rows as what people and programs read: one module per format, converters at the edge."""
