"""The municipality's duties by law as text, and as JSON; files of it are made in `render/`."""
