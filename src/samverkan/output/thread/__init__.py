"""The golden thread as a tree and as a matrix."""
