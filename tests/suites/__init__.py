"""Test data that others publish; see LICENSES.txt."""
