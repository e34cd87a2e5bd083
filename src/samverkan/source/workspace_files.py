"""Which files belong together: the workspaces that the user's paths lead to.

A workspace is the folder that holds `samverkan.yaml`, with all below it; the nearest one above a file counts. Files
outside any belong together with what else the user named, and with their neighbours in the same folder.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.source.files import SourceFile, find_files, identity, is_standard_input, named_file
from samverkan.source.left_out import SETTINGS_FILES
from samverkan.source.opening import OpenFolder, UnreadableError
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


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
        known = {source.identity: source for source in (*self.asked, *self.around) if is_settings(source)}
        return tuple(known.get(identity(path)) or named_file(path, self.root) for path in _settings_in(self.root))

    def read(self) -> Surroundings:
        """Read the files now, so that each is read once however many ask what it holds; leave those that cannot be."""
        with OpenFolder() as near:
            asked, around = (tuple(_read(source, near) for source in files) for files in (self.asked, self.around))
            return Surroundings(self.root, asked, around)


def surroundings(paths: Sequence[str]) -> list[Surroundings]:
    """Find the files that the user points at, and those that belong with them.

    Args:
        paths: files and folders.

    Raises:
        WrongUseError: the paths cannot be used together.
    """
    groups: dict[Path | None, list[SourceFile]] = {}
    roots, read = _Roots(), dict[Path, bytes]()
    whole = set[Path]()  # a folder that has been searched has nothing else in it
    for source in find_files(paths, read=read, whole=whole):
        groups.setdefault(roots.of(source), []).append(source)
    _refuse_settings_of_others(paths, groups)
    return [
        Surroundings(root, tuple(asked), ()) if root in whole else _together(root, asked, roots, read)
        for root, asked in groups.items()
    ]


def _read(source: SourceFile, near: OpenFolder) -> SourceFile:
    if source.content is not None:
        return source
    try:
        content = source.read(near)
    except UnreadableError:
        return source
    # `replace` would ask what fields there are, for thousands of files
    return SourceFile(source.path, source.name, source.named, source.root, content, inode=source.inode)


def settings_for(path: str) -> SourceFile | None:
    """Give the settings that hold for a file or a folder; None where there are none."""
    place = _absolute(Path(path))
    inside = place / SETTINGS_FILES[0] if os.path.isdir(place) else place  # noqa: PTH112 - raises for long names
    root = _Roots().of(SourceFile(inside, str(inside), named=False))
    return named_file(_settings_in(root)[0], root) if root else None


def is_settings(source: SourceFile) -> bool:
    """Tell whether a file holds the settings of a workspace."""
    # asked of thousands, of which few end so
    return os.fspath(source.path).endswith(SETTINGS_FILES) and source.path.name in SETTINGS_FILES


class _Roots:
    """Finds the folders of workspaces, asking of each folder once."""

    def __init__(self) -> None:
        self._known: dict[Path, Path | None] = {}
        self._asked: dict[str, Path | None] = {}

    def of(self, source: SourceFile) -> Path | None:
        """Find the folder of the workspace that a file belongs to; a repository's top is as far as it goes."""
        if is_standard_input(source.path):
            return None
        folder = os.fspath(source.path).rpartition(os.sep)[0]  # quicker than to ask it, for thousands
        if folder not in self._asked:
            self._asked[folder] = self._find(source.path)
        return self._asked[folder]

    def _find(self, path: Path) -> Path | None:
        root, passed = None, list[Path]()
        for folder in _absolute(path).parents:
            if folder in self._known:
                root = self._known[folder]
                break
            passed.append(folder)
            if _settings_in(folder):
                root = folder
                break
            if os.path.lexists(folder / ".git"):
                break
        self._known.update(dict.fromkeys(passed, root))
        return root


def _settings_in(folder: Path) -> list[Path]:
    return [folder / name for name in SETTINGS_FILES if _may_hold_settings(os.path.join(folder, name))]  # noqa: PTH118


def _may_hold_settings(path: str) -> bool:
    """Tell whether something other than a folder has the name of settings; one that cannot be read is told of."""
    # Path raises for long names, and takes its time, for hundreds of folders
    return os.path.lexists(path) and not os.path.isdir(path)  # noqa: PTH112


def _refuse_settings_of_others(paths: Sequence[str], roots: Iterable[Path | None]) -> None:
    """Refuse settings that somebody else has laid in a folder above what the user named.

    Raises:
        WrongUseError: there are such settings.
    """
    if not hasattr(os, "geteuid"):  # pragma: no cover - Windows
        return
    trusted = {0, os.geteuid()}
    named = {_absolute(Path(path)) for path in paths}
    above = [path for root in roots if root is not None and root not in named for path in _settings_in(root)]
    for path in above:
        if path.lstat().st_uid not in trusted:
            fields = {"file": visible(str(path)), "folder": visible(str(path.parent))}
            raise WrongUseError(sentence("settings-of-others", **fields))


def _absolute(path: Path) -> Path:
    """Give a path from the top of the disk, without `..`, through which a folder would seem to lie in another."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps `..`


def _together(root: Path | None, asked: list[SourceFile], roots: _Roots, read: dict[Path, bytes]) -> Surroundings:
    found = find_files([str(root)], read=read) if root else _beside(asked)
    known = {source.identity for source in asked}
    around = (source for source in found if roots.of(source) == root and source.identity not in known)
    return Surroundings(root, tuple(sorted(asked, key=lambda source: source.name)), tuple(around))


def _beside(asked: list[SourceFile]) -> list[SourceFile]:
    """Find the files in the folders of those that were named."""
    folders = {source.path.parent for source in asked if source.named and not is_standard_input(source.path)}
    return [source for folder in folders for source in find_files([str(folder)], deep=False)]
