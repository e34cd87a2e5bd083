"""The red thread as a tree and as a matrix."""
