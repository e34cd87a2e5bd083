"""Which files belong together: the workspaces that the user's paths lead to.

A workspace is the folder that holds `samverkan.yaml`, with all below it; the nearest one above a file counts. Files
outside any belong together with what else the user named, and with their neighbours in the same folder.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samverkan.source.files import SourceFile, UnreadableError, find_files, identity, is_standard_input

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SETTINGS_FILES = ("samverkan.yaml", "samverkan.yml")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Files that belong together.

    Attributes:
        root: the workspace's folder; None where there is none.
        asked: the files that the user points at, in the order of their names.
        around: the others.
    """

    root: Path | None
    asked: tuple[SourceFile, ...]
    around: tuple[SourceFile, ...]

    @property
    def settings(self) -> tuple[SourceFile, ...]:
        """The files of the workspace's settings, in the order of `SETTINGS_FILES`: there should be one."""
        if self.root is None:
            return ()
        known = {identity(source.path): source for source in (*self.asked, *self.around) if is_settings(source)}
        paths = [self.root / name for name in SETTINGS_FILES if (self.root / name).is_file()]
        return tuple(known.get(identity(path)) or find_files([str(path)])[0] for path in paths)

    def read(self) -> Surroundings:
        """Read the files now, so that each is read once however many ask what it holds; leave those that cannot be."""
        return Surroundings(self.root, tuple(map(_read, self.asked)), tuple(map(_read, self.around)))


def surroundings(paths: Sequence[str]) -> list[Surroundings]:
    """Find the files that the user points at, and those that belong with them.

    Args:
        paths: files and folders.

    Raises:
        WrongUseError: the paths cannot be used together.
    """
    groups: dict[Path | None, list[SourceFile]] = {}
    for source in find_files(paths):
        groups.setdefault(_root_of(source), []).append(source)
    return [_together(root, asked) for root, asked in groups.items()]


def _read(source: SourceFile) -> SourceFile:
    try:
        return replace(source, content=source.read())
    except UnreadableError:
        return source


def is_settings(source: SourceFile) -> bool:
    """Tell whether a file holds the settings of a workspace."""
    return source.path.name in SETTINGS_FILES and not is_standard_input(source.path)


def _root_of(source: SourceFile) -> Path | None:
    """Find the folder of the workspace that a file belongs to; a repository's top is as far as it goes."""
    if is_standard_input(source.path):
        return None
    for folder in source.path.absolute().parents:
        if any((folder / name).is_file() for name in SETTINGS_FILES):
            return folder
        if (folder / ".git").exists():
            break
    return None


def _together(root: Path | None, asked: list[SourceFile]) -> Surroundings:
    found = find_files([str(root)]) if root else _beside(asked)
    known = {identity(source.path) for source in asked}
    around = (source for source in found if _root_of(source) == root and identity(source.path) not in known)
    return Surroundings(root, tuple(sorted(asked, key=lambda source: source.name)), tuple(around))


def _beside(asked: list[SourceFile]) -> list[SourceFile]:
    """Find the files in the folders of those that were named."""
    folders = {source.path.parent for source in asked if source.named and not is_standard_input(source.path)}
    return [source for folder in folders for source in find_files([str(folder)], deep=False)]
