"""Which reviews exist, when each is due, and what it comes from. Pure: no disk, no clock."""
