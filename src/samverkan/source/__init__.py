"""Files and text: finding, reading, positions, and writing without half-written files."""
