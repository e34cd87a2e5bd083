"""The programs that documents are made with: Jinja, pandoc and Typst."""
