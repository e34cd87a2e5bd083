"""What the documents are: one module per kind, and from plain data to a model with findings."""
