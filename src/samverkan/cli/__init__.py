"""The commands: one module each. The only place that reads the clock, the environment and the terminal."""
