"""The manifest of an output folder: what each finished file was made from, and what the last run read.

Nothing here knows documents: whether a whole run has anything to do is told before the first of them is read.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from samverkan import __version__
from samverkan.errors import ReadWriteError
from samverkan.escape import visible
from samverkan.resources import folder
from samverkan.source.files import is_standard_input
from samverkan.source.writing import write_whole
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from samverkan.source.workspace_files import Surroundings

NAME = "manifest.json"
VERSION = "1"
_PROGRAMS = ("pypandoc-binary", "typst", "pypdf", "font-source-sans-pro", "font-source-serif-pro")


@dataclass(frozen=True)
class Run:
    """What a run was asked for, and what it read.

    Attributes:
        asked: a hash of the command and of the versions of all that makes files.
        read: a hash of the documents and settings that the paths lead to.
        beside: the files and folders of the organisation's look.
    """

    asked: str
    read: str
    beside: tuple[Path, ...] = ()


@dataclass
class Manifest:
    """What an output folder holds: for each file where it comes from, and hashes that tell whether it is up to date.

    Attributes:
        path: the manifest's own file.
        files: by name, each with `source`, `document`, `fingerprint`, `inputs` and `sha256`.
        last_run: the last run in which all went well: `asked`, `read`, what lay `beside` with hashes, and its `files`.
    """

    path: Path
    files: dict[str, dict[str, str]] = field(default_factory=dict)
    last_run: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, out: Path) -> Manifest:
        """Read the manifest of a folder; one that is missing or damaged knows of nothing."""
        path = out / NAME
        try:
            content: Any = json.loads(path.read_text(encoding="utf-8"))
            files = content["files"] if content["version"] == VERSION else {}
            known = {str(name): {str(k): str(v) for k, v in entry.items()} for name, entry in files.items()}
            last_run = dict(content.get("last_run", {}))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return cls(path)
        return cls(path, known, last_run)

    def is_current(self, name: str, inputs: str) -> bool:
        """Tell whether a file stands in the folder as it was made, from what it would be made from now."""
        return self.files.get(name, {}).get("inputs") == inputs and self._is_as_made(name)

    def unchanged_since(self, run: Run) -> int:
        """Count the files of a run that has nothing to do, since nothing it reads or wrote has changed; 0 if it has."""
        last = self.last_run
        try:
            same = (last["asked"], last["read"]) == (run.asked, run.read) and all(
                _hash_of_path(self.path.parent / place) == found for place, found in last["beside"].items()
            )
            names = [str(name) for name in last["files"]]
        except (KeyError, TypeError, AttributeError, OSError):
            return 0
        return len(names) if same and all(map(self._is_as_made, names)) else 0

    def gone(self, names: set[str]) -> list[str]:
        """Name the files of documents whose source is there no more.

        Args:
            names: the files that are made now.
        """
        others = [name for name in sorted(self.files) if name not in names]
        return [name for name in others if not self.path.parent.joinpath(self.files[name].get("source", "")).exists()]

    def note(self, run: Run, names: Iterable[str]) -> bool:
        """Remember a run in which all went well; tells whether that is new."""
        out = self.path.parent
        try:
            beside = {_way(path, out): _hash_of_path(path) for path in run.beside}
        except OSError:
            return False
        before = self.last_run
        self.last_run = {"asked": run.asked, "read": run.read, "beside": beside, "files": sorted(names)}
        return before != self.last_run

    def write(self) -> None:
        """Write the manifest, whole or not at all.

        Raises:
            ReadWriteError: it could not be written.
        """
        files = {"files": dict(sorted(self.files.items())), "last_run": self.last_run}
        content = {"version": VERSION, "samverkan": __version__, **files}
        write_whole(self.path, (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode())

    def _is_as_made(self, name: str) -> bool:
        try:
            content = (self.path.parent / name).read_bytes()
        except OSError:
            return False
        return hashlib.sha256(content).hexdigest() == self.files.get(name, {}).get("sha256")


def run_of(found: Sequence[Surroundings], request: Sequence[str]) -> Run | None:
    """Say what a run is asked for and reads; None where that cannot be read, or not a second time.

    Args:
        found: the files of each workspace, read already where they can be.
        request: what was asked for: the command, with the folder and the paths that it was given.
    """
    asked = {source.path for files in found for source in files.asked}
    sources = [source for files in found for source in (*files.asked, *files.around)]
    read: list[bytes] = []
    for source in sources:
        if source.content is None or is_standard_input(source.path):
            return None
        read += [
            str(source.path.absolute()).encode("utf-8", "replace"),
            bytes([source.path in asked]),
            source.content,
        ]
    return Run(hash_of([made_with(), *(part.encode("utf-8", "replace") for part in request)]), hash_of(read))


@cache
def made_with() -> bytes:
    """The versions of the program and of those it uses, and a hash of the built-in templates, in one line."""
    parts = [VERSION, __version__, *(f"{name} {_version(name)}" for name in _PROGRAMS)]
    return " ".join([*parts, hash_of(_files_in(folder("templates")))]).encode()


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow to load

    try:
        return version(name)
    except PackageNotFoundError:
        return "–"


def hash_of(parts: Iterable[bytes]) -> str:
    """Hash parts, each with its length, so that no part can pass for two."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()


def contents(path: Path) -> bytes:
    """Read a file of the look.

    Raises:
        ReadWriteError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        why = visible(error.strerror or type(error).__name__)
        raise ReadWriteError(sentence("look-unreadable", value=visible(str(path)), why=why)) from None


def _hash_of_path(path: Path) -> str:
    return hash_of(_files_in(path)) if path.is_dir() else hash_of([path.read_bytes()])


def _files_in(place: Any) -> Iterator[bytes]:
    for path in sorted(place.iterdir(), key=lambda one: str(one.name)):
        if path.is_file():
            yield from (path.name.encode("utf-8", "replace"), path.read_bytes())


def _way(path: Path, out: Path) -> str:
    try:
        return os.path.relpath(path, out).replace(os.sep, "/")
    except ValueError:  # on another drive
        return str(path)
