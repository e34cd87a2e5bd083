"""What follow-ups state, which of them count, and what has become of things over time."""
