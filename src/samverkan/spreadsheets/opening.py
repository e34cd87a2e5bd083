"""A file that somebody sent to its grids, or to a sentence that says why not."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from samverkan.errors import ReadWriteError
from samverkan.escape import visible
from samverkan.source.opening import read_named
from samverkan.spreadsheets.container import MOST_BYTES, NotReadError, is_zip, refuse_foreign
from samverkan.spreadsheets.delimited import grid_of
from samverkan.words.spreadsheets import CANNOT_READ, NO_EXTRA

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from samverkan.spreadsheets.grid import Grid
    from samverkan.words.sentence import Text


def read_whole(path: Path) -> bytes:
    """Read a file that the user named.

    Raises:
        ReadWriteError: it is not there, no ordinary file, too large, or may not be read.
    """
    return read_named(path, MOST_BYTES)


def grids_in(path: Path, raw: bytes, workbook: Callable[[bytes], list[Grid]]) -> list[Grid]:
    """Read the sheets of a workbook, or delimited text.

    Args:
        path: the file, to name it.
        raw: what it holds.
        workbook: reads the sheets of a workbook.

    Raises:
        ReadWriteError: it is neither, cannot be opened safely, or the library for workbooks is not installed.
    """
    try:
        refuse_foreign(raw)
        if not is_zip(raw):
            return [grid_of(raw)]
        if find_spec("openpyxl") is None:
            raise ReadWriteError(NO_EXTRA)
        return workbook(raw)
    except NotReadError as error:
        raise ReadWriteError(not_read(path, error)) from None


def not_read(path: Path, error: NotReadError) -> Text:
    """Say that what a file holds cannot be read, and why."""
    return CANNOT_READ.with_fields(file=visible(path.as_posix()), why=error.why)
