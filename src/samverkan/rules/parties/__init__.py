"""Parties and signatures: who they are, and that each of them signs."""
