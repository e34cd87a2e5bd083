"""Figures of national statistics and other tables into the indicators of a situation picture."""
