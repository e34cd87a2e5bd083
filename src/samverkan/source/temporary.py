"""Folders for what other programs read, in the system's place for temporary files, taken away afterwards."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.errors import ReadWriteError
from samverkan.source.leftovers import own_prefix, sweep
from samverkan.source.writing import cannot_write
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkan.source.folders import ReadFolder


@contextmanager
def temporary_folder(files: Mapping[str, bytes]) -> Iterator[Path]:
    """Give a folder with some files, readable by this user alone, until the end of the block.

    Args:
        files: what the files hold, by their names; names may lead through folders.

    Raises:
        ReadWriteError: it cannot be written.
    """
    place = _filled(files)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


@cache
def laid_out(folder: ReadFolder) -> Path:
    """Give a folder that holds what has been read from another, until the program ends.

    Raises:
        ReadWriteError: it cannot be written.
    """
    place = _filled(folder.files)
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return place


def _filled(files: Mapping[str, bytes]) -> Path:
    around = _around()
    sweep(around)
    place = None
    try:
        place = Path(tempfile.mkdtemp(prefix=own_prefix()))
        for name, content in files.items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(content)
    except OSError as error:
        if place is not None:
            shutil.rmtree(place, ignore_errors=True)
        raise cannot_write(place or around, error) from error
    return place


def _around() -> Path:
    """Give the system's place for temporary files.

    Raises:
        ReadWriteError: there is none that can be written to.
    """
    try:
        return Path(tempfile.gettempdir())
    except FileNotFoundError as error:
        raise ReadWriteError(sentence("no-temporary-folder")) from error
