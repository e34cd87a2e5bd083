"""Work in a child process that does not answer as is agreed on, for what becomes of such."""

from __future__ import annotations

import os
import sys
import time
from typing import Any

from samverkan.render.engines.worker import SIZE

MOST_MEMORY = 2_000_000_000


def work(how: str) -> tuple[dict[str, Any], bytes]:
    """Answer with more than anybody takes, with less than was promised or not at all; or tell which process it is."""
    if how == "pid":
        return {"pid": os.getpid()}, b""
    if how == "silent":
        os.close(sys.stdout.fileno())
        time.sleep(60)
    os.write(sys.stdout.fileno(), SIZE.pack(2**62) if how == "endless" else SIZE.pack(100) + b"{")
    os._exit(0)
