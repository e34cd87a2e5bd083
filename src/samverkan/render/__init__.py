"""From a document to finished documents: context of plain values, Jinja, and one writer for each format."""
