"""A large workspace, checked by groups of documents that have to do with each other."""
