"""The documents of a workspace, and who refers to whom."""
