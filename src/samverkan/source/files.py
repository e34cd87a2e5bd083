"""Finding and reading the files of a workspace."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.source.decoding import MOST_BYTES
from samverkan.words.commands import sentence
from samverkan.words.sentence import Text, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SUFFIXES = (".yaml", ".yml")
_NOT_OURS = frozenset({"node_modules", "__pycache__"})
_STANDARD_INPUT = "-"


class UnreadableError(Exception):
    """A file could not be read; carries the reason for the user."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.say("en"))
        self.why = why


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read.

    Attributes:
        path: where it is.
        name: what the user knows it as: relative to the current folder, with forward slashes, safe to print.
        named: whether the user named it, rather than a folder that holds it.
        content: what it holds, where it has been read already.
    """

    path: Path
    name: str
    named: bool
    content: bytes | None = None

    def read(self) -> bytes:
        """Read the file, or just past the ceiling of what can be a document; one that has been read is not read again.

        Raises:
            UnreadableError: it is not there, not a file, or may not be read.
        """
        if self.content is not None:
            return self.content
        if is_standard_input(self.path):
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        try:
            if not stat.S_ISREG(self.path.stat().st_mode):
                raise UnreadableError(sentence("why-not-a-file"))
            with self.path.open("rb") as file:
                return file.read(MOST_BYTES + 1)
        except FileNotFoundError:
            raise UnreadableError(sentence("why-missing")) from None
        except PermissionError:
            raise UnreadableError(sentence("why-forbidden")) from None
        except (OSError, ValueError) as error:
            raise UnreadableError(plain(visible(getattr(error, "strerror", None) or str(error)))) from None


def find_files(paths: Sequence[str], *, deep: bool = True) -> list[SourceFile]:
    """Find the YAML files that the user points at.

    Args:
        paths: files and folders; `-` is the standard input. Folders are searched without following links and without
            hidden folders.
        deep: search folders to the bottom, not only themselves.

    Returns:
        Each file once, in the order of their names. A path that leads nowhere is among them: reading it says why.

    Raises:
        WrongUseError: `-` is given twice or nothing is piped in.
    """
    if _STANDARD_INPUT in paths:
        _check_standard_input(paths)
    found: dict[object, SourceFile] = {}
    for given in paths:
        path = Path(given)
        inside = _search(path, deep=deep) if given != _STANDARD_INPUT and path.is_dir() else None
        sources = (
            (SourceFile(p, _name(p), named=False) for p in inside) if inside is not None else [_named(given, path)]
        )
        for source in sources:
            key = identity(source.path)
            if key not in found or source.named:
                found[key] = source
    return sorted(found.values(), key=lambda source: source.name)


def _named(given: str, path: Path) -> SourceFile:
    return SourceFile(path, "<stdin>" if given == _STANDARD_INPUT else _name(path), named=True)


def _search(folder: Path, *, deep: bool) -> Iterator[Path]:
    unreadable: list[Path] = []
    for where, folders, files in os.walk(folder, onerror=lambda error: unreadable.append(Path(str(error.filename)))):
        here = Path(where)
        folders[:] = [f for f in folders if deep and not _is_skipped(here / f)]
        for name in files:
            path = here / name
            if name.lower().endswith(SUFFIXES) and not name.startswith(".") and not path.is_symlink():
                yield path
    yield from unreadable


def _is_skipped(folder: Path) -> bool:
    return folder.name.startswith(".") or folder.name in _NOT_OURS or (folder / "pyvenv.cfg").exists()


def is_standard_input(path: Path) -> bool:
    """Tell whether a path stands for the standard input."""
    return str(path) == _STANDARD_INPUT


def identity(path: Path) -> object:
    """Tell a file from others however its name is written (case, composed or decomposed letters)."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return str(path)
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(path)


def _name(path: Path) -> str:
    try:
        shown = os.path.relpath(path)
    except ValueError:  # another drive on Windows, or a name that no file can have
        shown = str(path)
    if shown.count("..") > 2:  # noqa: PLR2004 - a path far outside reads better whole
        shown = str(path)
    return visible(shown.replace(os.sep, "/"))


def _check_standard_input(paths: Sequence[str]) -> None:
    if list(paths).count(_STANDARD_INPUT) > 1:
        raise WrongUseError(sentence("stdin-twice"))
    if sys.stdin is None or sys.stdin.closed or sys.stdin.isatty():
        raise WrongUseError(sentence("stdin-empty"))
