"""What a search of folders leaves out: what `.gitignore` names, and `exclude` in the settings of a workspace."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.source.decoding import BOM, MOST_BYTES, decode
from samverkan.source.gitignore import PatternList, patterns_in
from samverkan.source.opening import UnreadableError, read_file, read_start

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

SETTINGS_FILES = ("samverkan.yaml", "samverkan.yml")
_GITIGNORE = ".gitignore"
_GIT = ".git"
_MOST = 100_000
"""Bytes of a `.gitignore`; one that is larger is not used, so that more is read rather than less."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a search of a folder leaves out.

    Attributes:
        folder: the folder that is searched, from the top of the disk.
        gitignores: the lists of the repository that the folder lies in, the outermost first.
        exclude: the list of the workspace that it lies in; None where it has none.
        heeds_git: whether the workspace wants the lists of the repository to count.
        read: what the settings hold that have been met, by their paths: each is read once.
    """

    folder: Path
    gitignores: tuple[PatternList, ...] = ()
    exclude: PatternList | None = None
    heeds_git: bool = True
    read: dict[Path, bytes] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left out."""
        return self.exclude is None and not self.gitignores

    def by(self, name: str, *, is_folder: bool) -> Path | None:
        """Give the file that leaves out what has a name in the folder; None where it is to be read."""
        if self.is_empty:
            return None
        path = self.folder / name
        if self.exclude and self.exclude.leaves_out(path, is_folder=is_folder):
            return self.exclude.file
        for patterns in reversed(self.gitignores if self.heeds_git else ()):
            says = patterns.leaves_out(path, is_folder=is_folder)
            if says is not None:
                return patterns.file if says else None
        return None

    def inside(self, folder: Path, names: Collection[str]) -> LeftOut:
        """Go into a folder.

        Args:
            folder: the folder, below this one.
            names: what lies in it, or at least what of it can leave something out.
        """
        inner = replace(self, folder=folder)
        if _GIT in names:
            inner = replace(inner, gitignores=())
        settings = next((name for name in SETTINGS_FILES if name in names), None)
        if settings is not None:
            inner = _with_settings(inner, folder / settings)
        if _GITIGNORE in names and (patterns := _gitignore(folder / _GITIGNORE)):
            inner = replace(inner, gitignores=(*inner.gitignores, patterns))
        return inner


def left_out_above(folder: Path, read: dict[Path, bytes]) -> LeftOut:
    """Give what is left out where a search begins, by what lies above it, up to the top of its repository.

    Outside every repository it is the folder of the workspace that is the top. What others have laid above is of no
    account.

    Args:
        folder: where the search begins.
        read: what settings hold that have been read already; others are added.
    """
    place = Path(os.path.abspath(folder))  # noqa: PTH100 - Path.absolute keeps `..`
    telling = [(above, _telling_in(above)) for above in (place, *place.parents)]
    tops = [i for i, (_, names) in enumerate(telling) if _GIT in names][:1]
    tops = tops or [i for i, (_, names) in enumerate(telling) if {*SETTINGS_FILES} & names][:1]
    left_out = LeftOut(place, read=read)
    for above, names in reversed(telling[1 : tops[0] + 1] if tops else []):
        left_out = left_out.inside(above, names if _is_trusted(above) else names & {_GIT})
    return left_out


def _telling_in(folder: Path) -> set[str]:
    names = (_GIT, _GITIGNORE, *SETTINGS_FILES)
    return {name for name in names if os.path.lexists(folder / name)}


def _is_trusted(folder: Path) -> bool:
    """Tell whether a folder is the user's own, or the system's."""
    try:
        return not hasattr(os, "geteuid") or folder.stat().st_uid in {0, os.geteuid()}
    except OSError:
        return False


def _gitignore(path: Path) -> PatternList | None:
    try:
        raw = b"" if path.is_symlink() else read_file(path, None, _MOST)  # git follows no link either
    except UnreadableError:
        return None
    lines = raw.removeprefix(BOM).decode("utf-8", "surrogateescape").split("\n")
    return PatternList(path, patterns_in(lines))


def _with_settings(left_out: LeftOut, path: Path) -> LeftOut:
    """Take what settings say; where they cannot be read they leave nothing out, and whoever reads them says why."""
    said = _said(path, left_out.read)
    lines = said.get("exclude")
    named = _listed(lines) if isinstance(lines, str) else lines if isinstance(lines, list) else []
    patterns = patterns_in(line for line in named if isinstance(line, str))
    exclude = PatternList(path, patterns) if patterns else None
    return replace(left_out, exclude=exclude, heeds_git=str(said.get("gitignore")).strip() != "false")


def _listed(text: str) -> list[str]:
    """Give the patterns of one text: several with commas between, where each has a mark of patterns or of our files."""
    parts = _COMMA.split(text)
    return parts if all(_PATTERN.search(part) for part in parts) else [text]


_COMMA = re.compile(r"[,;] +")
_PATTERN = re.compile(r"[/*]|\.ya?ml\Z")


def _said(path: Path, read: dict[Path, bytes]) -> Mapping[str, object]:
    try:
        raw = read[path] = read.get(path) or read_start(path, path.parent, MOST_BYTES + 1)
    except UnreadableError:
        return {}
    if b"exclude" not in raw and b"gitignore" not in raw:
        return {}
    from samverkan.source.reader import parse  # noqa: PLC0415 - brings the YAML parser, which is seldom needed here

    text, faults = decode(raw)
    data = parse(text)[0] if text is not None and not faults else None
    return data if isinstance(data, dict) else {}
