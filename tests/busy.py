"""Work in a child process that never ends, for what becomes of such."""

from __future__ import annotations

from typing import NoReturn

MOST_MEMORY = 2_000_000_000
MOST_SECONDS = 1.0


def work(_request: object) -> NoReturn:
    """Be at work."""
    while True:
        pass
