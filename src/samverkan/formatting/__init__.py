"""Documents in their canonical form, with every comment and every word kept."""
