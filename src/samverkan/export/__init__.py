"""What documents hold, as tables: the same rows of one municipality or of two hundred."""
