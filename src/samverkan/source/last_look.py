"""The files that belong together, looked for once and read again only where one has been saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samverkan.source.opening import UnreadableError
from samverkan.source.workspace_files import Surroundings, is_settings, surroundings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from samverkan.source.files import SourceFile


class LastLook:
    """What some paths led to the last time."""

    def __init__(self, paths: Sequence[str]) -> None:
        """Take the files and folders that the user points at."""
        self._paths = paths
        self._found: list[Surroundings] = []

    def files(self, saved: Collection[Path] | None = None) -> list[Surroundings]:
        """Give the files, which have been read.

        Args:
            saved: those that have been saved since the last time, where no other has changed; None to look anew.

        Raises:
            WrongUseError: the paths cannot be used together.
        """
        known = saved is not None and self._with(saved)
        self._found = known or []  # nothing is known where the paths cannot be used
        self._found = self._found or [files.read() for files in surroundings(self._paths)]
        return self._found

    def _with(self, saved: Collection[Path]) -> list[Surroundings]:
        """Read those that have been saved; nothing where one of them is not known, or may change which are read."""
        left = {str(path) for path in saved}

        def again(source: SourceFile) -> SourceFile:
            path = str(source.path.absolute())
            if path not in left or is_settings(source):
                return source
            left.discard(path)
            try:
                return replace(source, content=replace(source, content=None).read())
            except UnreadableError:
                return source

        found = [
            Surroundings(files.root, tuple(map(again, files.asked)), tuple(map(again, files.around)))
            for files in self._found
        ]
        return [] if left else found
