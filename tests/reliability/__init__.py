"""Bad inputs and faults, row by row, and what is right for each, whichever way Python was started."""
