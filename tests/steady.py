"""Work in a child process that takes longer than it may at first, and asks for more time as it goes on."""

from __future__ import annotations

import time
from typing import Any

from samverkan.render.engines.pdf_opening import Pace

MOST_MEMORY = 2_000_000_000
MOST_SECONDS = 1.0
_SECONDS = 3.0


def work(letters: int) -> tuple[dict[str, Any], bytes]:
    """Be at work, and give so many letters each hundredth of a second."""
    pace = Pace()
    until = start = time.process_time()
    while until - start < _SECONDS:
        if time.process_time() > until:
            pace.note_page(letters)
            until += 0.01
    return {}, b"done"
