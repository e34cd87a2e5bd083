"""What differs between two versions of a document, by meaning."""
