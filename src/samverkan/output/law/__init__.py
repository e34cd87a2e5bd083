"""The municipality's duties by law as text, and as JSON; pages of it are made in `render/`."""
