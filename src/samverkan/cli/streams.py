"""The standard streams: some are closed, some lead to a full disk, and some readers leave early."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import io
    from typing import BinaryIO, TextIO

_STANDARD_OUTPUT, _ALL = 1, 3


def prepare_streams() -> None:
    """Make sure that no character can stop the output, and that no file that is opened takes a closed stream's place.

    What is written to an output that was closed from the start fails as if its reader had left. Messages to a closed
    standard error are nobody's to read, and stop nothing.
    """
    for number in range(_ALL):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free, which is this one
    if sys.stdout is None:
        reader, writer = os.pipe()
        os.close(reader)
        os.dup2(writer, _STANDARD_OUTPUT)
        os.close(writer)
        sys.stdout = open(_STANDARD_OUTPUT, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - a stream
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - until the program ends
    for stream in (sys.stdout, sys.stderr):
        cast("io.TextIOWrapper", stream).reconfigure(errors="backslashreplace")


def is_output_a_file() -> bool:
    """Tell whether the standard output goes to a file, and to nobody who reads it meanwhile."""
    return stat.S_ISREG(os.fstat(_STANDARD_OUTPUT).st_mode)


def output_to_close() -> BinaryIO:
    """Open the standard output once more, for what closes the stream that it writes to."""
    return open(os.dup(sys.stdout.fileno()), "wb")  # noqa: PTH123 - a stream


def settle_streams() -> None:
    """Write what has not been written; where that cannot be done it is dropped, or Python would complain of it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            drop(stream)


def drop(stream: TextIO) -> None:
    """Let what has not been written to a stream disappear, and what is still to be written."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
