"""What differs between two versions of a document, in formats."""
