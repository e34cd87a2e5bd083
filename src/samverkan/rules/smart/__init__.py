"""SMART: what a goal in a plan says, and figures of it that contradict each other."""
