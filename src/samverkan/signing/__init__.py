"""Signatures in finished PDFs: putting them there, and reading who signed and whether anything has changed since."""
