"""What is due when, for whom, and why."""
