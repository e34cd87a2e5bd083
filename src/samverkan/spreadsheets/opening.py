"""A file that somebody sent to its grids, or to a sentence that says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.errors import ReadWriteError
from samverkan.escape import visible
from samverkan.source.opening import UnreadableError, read_file
from samverkan.spreadsheets.container import MOST_BYTES, NotReadError, is_zip, refuse_foreign
from samverkan.spreadsheets.delimited import grid_of
from samverkan.words.spreadsheets import CANNOT_READ, NO_EXTRA

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.spreadsheets.grid import Grid
    from samverkan.words.sentence import Text


def read_whole(path: Path) -> bytes:
    """Read a file that the user named.

    Raises:
        ReadWriteError: it is not there, no ordinary file, too large, or may not be read.
    """
    try:
        return read_file(path, None, MOST_BYTES)
    except UnreadableError as error:
        raise ReadWriteError(cannot_read(path, error)) from None


def grids_in(path: Path, raw: bytes) -> list[Grid]:
    """Read the sheets of a workbook, or delimited text.

    Args:
        path: the file, to name it.
        raw: what it holds.

    Raises:
        ReadWriteError: it is neither, cannot be opened safely, or the library for workbooks is not installed.
    """
    try:
        refuse_foreign(raw)
        if not is_zip(raw):
            return [grid_of(raw)]
        from samverkan.spreadsheets.workbook import grids_of  # noqa: PLC0415 - only where the extra is installed

        return grids_of(raw)
    except NotReadError as error:
        raise ReadWriteError(cannot_read(path, error)) from None
    except ImportError:
        raise ReadWriteError(NO_EXTRA) from None


def cannot_read(path: Path, error: NotReadError | UnreadableError) -> Text:
    """Say that a file cannot be read, and why."""
    return CANNOT_READ.with_fields(file=visible(path.as_posix()), why=error.why)
