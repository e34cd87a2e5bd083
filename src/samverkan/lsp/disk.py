"""What lies on the disk around the open texts, kept until something has changed there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from samverkan.gather import read_one
from samverkan.source.opening import UnreadableError
from samverkan.source.workspace_files import Surroundings, surroundings

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.source.faults import Fault
    from samverkan.source.files import SourceFile
    from samverkan.workspace.document import Document

    Read = tuple[Document | None, list[Fault]]

_Stamp = tuple[int, int, int, int]
_MOST_KEPT = 1000
"""As many files more than twice those of a workspace are kept, of others that have been looked at."""


@dataclass(slots=True)
class _Kept:
    """A file that has been read: its stamp, its content and what it came to, asked about or not."""

    stamp: _Stamp | None
    raw: bytes
    read: dict[bool, Read] = field(default_factory=dict)


class Disk:
    """Lists and reads the files of workspaces, each again only where it has changed."""

    def __init__(self) -> None:
        """Begin with nothing kept."""
        self._kept: dict[Path, _Kept] = {}
        self._stamps: dict[Path, _Stamp | None] = {}
        self._around: dict[Path, Surroundings] = {}

    def forget(self) -> None:
        """Look at the disk anew when it is next asked for."""
        self._stamps.clear()
        self._around.clear()

    def around(self, path: Path) -> Surroundings:
        """Give a file and those that it belongs with, the others with their content.

        Raises:
            WrongUseError: it belongs to a workspace whose settings may not be used.
        """
        if path not in self._around:
            (found,) = surroundings([str(path)])
            whole = Surroundings(found.root, found.asked, tuple(map(self._with_content, found.around)))
            self._around[path] = whole
            if len(self._kept) > 2 * len(whole.around) + _MOST_KEPT:
                self._kept.clear()  # of folders that are no longer looked at
        return self._around[path]

    def key(self, path: Path) -> object:
        """Give what tells a file from others however it is named; its name where it is not there."""
        stamp = self._stamp(path)
        return stamp[:2] if stamp else path

    def is_there(self, path: Path) -> bool:
        """Tell whether there is such a file."""
        return self._stamp(path) is not None

    def read(self, source: SourceFile, raw: bytes, *, is_asked: bool = True) -> Read:
        """Read a file as `read_one` does, unless it has been read with the same content."""
        kept = self._kept.get(source.path)
        if kept is None or kept.raw != raw:
            kept = self._kept[source.path] = _Kept(None, raw)
        if is_asked not in kept.read:
            kept.read[is_asked] = read_one(source, raw, is_asked=is_asked)
        return kept.read[is_asked]

    def has_read(self, source: SourceFile) -> bool:
        """Tell whether a file that was not asked about has been read with the content that it has."""
        kept = self._kept.get(source.path)
        return kept is not None and kept.raw == source.content and False in kept.read

    def _with_content(self, source: SourceFile) -> SourceFile:
        stamp = self._stamp(source.path)
        if stamp is None or source.fault is not None:
            return source
        kept = self._kept.get(source.path)
        if kept is None or kept.stamp != stamp:
            try:
                kept = _Kept(stamp, source.read())
            except UnreadableError:
                return source
            self._kept[source.path] = kept
        return replace(source, content=kept.raw)

    def _stamp(self, path: Path) -> _Stamp | None:
        """Give what changes when a file does; None where there is no such file."""
        if path not in self._stamps:
            try:
                status = path.stat()
            except (OSError, ValueError):
                self._stamps[path] = None
            else:
                self._stamps[path] = (status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size)
        return self._stamps[path]
