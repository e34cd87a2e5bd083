"""From documents to the plain values that templates are given."""
