"""Charts and wheels as paths, and pictures of them."""
