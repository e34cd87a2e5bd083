"""Writing files to the standard output."""

from __future__ import annotations

import sys


def write_file(content: str | bytes) -> None:
    """Write a file's content to the standard output as it is: always UTF-8, with its own line ends."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace"))
    sys.stdout.flush()
