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
        self._places: dict[str, tuple[int, SourceFile]] = {}

    def files(self, saved: Collection[Path] | None = None) -> list[Surroundings]:
        """Give the files, which have been read.

        Args:
            saved: those that have been saved since the last time, where no other has changed; None to look anew.

        Raises:
            WrongUseError: the paths cannot be used together.
        """
        if saved is None or not self._read_again(saved):
            self._found, self._places = [], {}  # nothing is known where the paths cannot be used
            self._found = [files.read() for files in surroundings(self._paths)]
            for number, files in enumerate(self._found):
                every = (*files.asked, *files.around)
                self._places.update((str(source.path.absolute()), (number, source)) for source in every)
        return list(self._found)

    def _read_again(self, saved: Collection[Path]) -> bool:
        """Read those that have been saved, unless one is not known, is gone again, or may change which are read."""
        places = [self._places.get(str(path)) for path in saved]
        if not self._found or any(place is None or is_settings(place[1]) for place in places):
            return False
        for path in saved:
            number, old = self._places[str(path)]
            try:
                new = replace(old, content=replace(old, content=None).read())
            except UnreadableError:
                return False
            self._places[str(path)] = number, new
            files = self._found[number]
            asked, around = (
                tuple(new if source is old else source for source in sources) for sources in (files.asked, files.around)
            )
            self._found[number] = Surroundings(files.root, asked, around)
        return True
