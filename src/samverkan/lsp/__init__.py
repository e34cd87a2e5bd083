"""What an editor asks while one writes: the language server."""
