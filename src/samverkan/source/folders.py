"""The files of a folder that settings or an option name, all read at once: what was judged is what is used."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from samverkan.source.opening import OutsideError, UnreadableError, read_file, reason
from samverkan.words.commands import sentence

_MOST_IN_ALL = 200_000_000
"""More than any set of fonts; what comes after it is not read."""


@dataclass(frozen=True, eq=False)
class ReadFolder:
    """What a folder holds.

    Attributes:
        path: the folder.
        files: the files' contents, by their names.
        refused: why other files are not read, by their names.
    """

    path: Path
    files: dict[str, bytes] = field(default_factory=dict)
    refused: dict[str, UnreadableError] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Tell whether there is a file of a name, even one that may not be read."""
        return name in self.files or name in self.refused


def read_folder(folder: Path, root: Path, most: int, *, deep: bool = False) -> ReadFolder:
    """Read the files of a folder, each of which must lie in the root, links followed.

    Args:
        folder: the folder.
        root: the folder that it lies in, or itself.
        most: how many bytes a file may hold.
        deep: read also what lies in folders below it; a link to a folder is not followed.

    Raises:
        UnreadableError: the folder cannot be opened, or lies outside the root.
    """
    if not Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(root)):
        raise OutsideError(sentence("why-outside"))
    found = ReadFolder(folder)
    left = _MOST_IN_ALL
    for path in files_in(folder, deep=deep):
        name = path.relative_to(folder).as_posix()
        try:
            found.files[name] = read_file(path, root, min(most, left))
        except UnreadableError as error:
            found.refused[name] = error
        else:
            left -= len(found.files[name])
    return found


def files_in(folder: Path, *, deep: bool = False) -> list[Path]:
    """Name the files that a folder holds, sorted.

    Raises:
        UnreadableError: the folder, or one below it, cannot be opened.
    """
    found, waiting = list[Path](), [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if not entry.is_dir():
                        found.append(Path(entry.path))
                    elif deep and not entry.is_symlink():
                        waiting.append(Path(entry.path))
        except OSError as error:
            raise UnreadableError(sentence("why-closed-folder", why=reason(error))) from None
    return sorted(found)
