"""The manifest of an output folder: what each finished file was made from, and what the last run read.

Nothing here knows documents: whether a whole run has anything to do is told before the first of them is read.

Whoever can write to the folder can write a manifest. What one says of a file is believed only under this user's own
seal; otherwise the file is made once more and compared, see `samverkan.render.run.run`.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from samverkan import __version__
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.formats.signed import may_be_signed
from samverkan.render.run.seal import NO_SEAL, Seal
from samverkan.resources import content, names
from samverkan.source.files import is_standard_input
from samverkan.source.folders import files_in
from samverkan.source.opening import UnreadableError, read_file
from samverkan.source.writing import held, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from samverkan.source.workspace_files import Surroundings

NAME = ".samverkan-manifest.json"
OLD_NAME = "manifest.json"
"""What the manifest was called before; it may be somebody else's, and is never written."""
VERSION = "1"
_PROGRAMS = ("pypandoc-binary", "typst", "pypdf", "font-source-sans-pro", "font-source-serif-pro")
_MOST_BYTES = 20_000_000
_MOST_OF_A_FILE = 500_000_000
WORKING_VERSION = "-arbetsversion"
"""What the name of a working version, to write in, ends with."""
_LONGEST = 4096
_LONGEST_NAME = 255
_FORMS = frozenset({*DocumentFormat, "csv", "json", "parquet", "xlsx"})
"""How the names of our files end: documents, and the tables that may lie beside them."""

Entry = dict[str, str]
"""What the manifest says of a file: `source`, `document`, `fingerprint`, `inputs`, `sha256`, `day` and `seal`."""

_BEGUN: Entry = {"inputs": ""}


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
        out: the folder.
        seal: this user's seal.
        files: what is said of each file, by name. One that has been begun has no hash yet.
        last_run: the last run in which all went well: `asked`, `read`, what lay `beside` with hashes, and its `files`.
        planned: the names of those that this run is to make.
        begun: the names of those of them that are new, once the first is to be written.
        changed: the names of those of which there is something new to write.
    """

    out: Path
    seal: Seal = NO_SEAL
    files: dict[str, Entry] = field(default_factory=dict)
    last_run: dict[str, Any] = field(default_factory=dict)
    planned: set[str] = field(default_factory=set)
    begun: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, out: Path, seal: Seal = NO_SEAL) -> Manifest:
        """Read the manifest of a folder; one that is missing or damaged knows of nothing."""
        for name in (NAME, OLD_NAME):
            said = _read(out, name)
            if said is not None:
                files = {file: entry for file, entry in said["files"].items() if _is_entry(file, entry)}
                last_run = said.get("last_run")
                if not isinstance(last_run, dict) or not seal.is_on(last_run, NAME):
                    last_run = {}
                return cls(out, seal, files, last_run)
        return cls(out, seal)

    def knows(self, name: str) -> bool:
        """Tell whether a file was made here, perhaps by a run that goes on at the same time."""
        return name in self.files or name in Manifest.read(self.out).files

    def is_current(self, name: str, inputs: str) -> bool:
        """Tell whether a file was made from what it would be made from, and stands in the folder as it was made.

        One that somebody has signed or written in since does too: that is not to be made again.
        """
        is_of_same = self.files.get(name, {}).get("inputs") == inputs
        return is_of_same and (self._is_as_made(name) or holds_work(name, content_of(self.out, name)))

    def is_worked_on(self, name: str) -> bool:
        """Tell whether somebody has signed a file or written in it since it was made."""
        return not self._is_as_made(name) and holds_work(name, content_of(self.out, name))

    def is_sealed(self, name: str) -> bool:
        """Tell whether it was this user's own program that said how a file was made."""
        return self.seal.is_on(self.files.get(name, {}), name)

    def unchanged_since(self, run: Run) -> int:
        """Count the files of a run that has nothing to do, since nothing it reads or wrote has changed; 0 if it has."""
        last = self.last_run
        if not last or (last["asked"], last["read"]) != (run.asked, run.read):
            return 0
        try:
            if any(_hash_of_path(self.out / place) != found for place, found in last["beside"].items()):
                return 0
        except UnreadableError:
            return 0
        files: list[str] = last["files"]
        return len(files) if all(self.is_sealed(name) and self._is_as_made(name) for name in files) else 0

    def gone(self, names: set[str]) -> list[str]:
        """Name the files that this user made of documents that are there no more.

        Args:
            names: the files that are made now.
        """
        others = [name for name in sorted(self.files) if name not in names and self.is_sealed(name)]
        sources = [(name, self.files[name].get("source")) for name in others]
        lost = [name for name, source in sources if source and not os.path.lexists(self.out / source)]
        return [name for name in lost if self._is_as_made(name)]

    def enter(self, name: str, entry: Entry) -> None:
        """Say how a file was made."""
        self.files[name] = self.seal.put_on(entry, name)
        self.changed.add(name)

    def begin(self) -> None:
        """Write down which files are about to be made, before the first: so they are known even if the run is killed.

        Raises:
            ReadWriteError: the manifest could not be written.
        """
        new = {name for name in self.planned - set(self.files) if not os.path.lexists(self.out / name)}
        if new:
            self.files.update(dict.fromkeys(new, _BEGUN))
            self.changed |= new
            self.write()
        self.begun |= new
        self.planned = set()

    def end(self) -> None:
        """Forget what was begun and not made, and write the manifest.

        Raises:
            ReadWriteError: it could not be written.
        """
        left = {name for name in self.begun if self.files[name] == _BEGUN}
        for name in left:
            del self.files[name]
        self.changed |= left
        if self.changed:
            self.write()

    def note(self, run: Run, names: Iterable[str]) -> bool:
        """Remember a run in which all went well; tells whether that is new."""
        try:
            beside = {_way(path, self.out): _hash_of_path(path) for path in run.beside}
        except UnreadableError:
            return False
        before = self.last_run
        said = {"asked": run.asked, "read": run.read, "beside": beside, "files": sorted(names)}
        self.last_run = self.seal.put_on(said, NAME)
        return before != self.last_run

    def write(self) -> None:
        """Write the manifest, whole or not at all, with what other runs have entered meanwhile.

        Raises:
            ReadWriteError: it could not be written.
        """
        with held(self.out):
            files = Manifest.read(self.out).files
            for name in self.changed:
                files.pop(name, None)
                if name in self.files:
                    files[name] = self.files[name]
            content = {"version": VERSION, "samverkan": __version__, "files": dict(sorted(files.items()))}
            text = json.dumps({**content, "last_run": self.last_run}, ensure_ascii=False, indent=2)
            write_whole(self.out / NAME, f"{text}\n".encode())
        self.changed.clear()

    def _is_as_made(self, name: str) -> bool:
        content = content_of(self.out, name)
        return content is not None and hashlib.sha256(content).hexdigest() == self.files.get(name, {}).get("sha256")


def holds_work(name: str, content: bytes | None) -> bool:
    """Tell whether a file may hold what nobody can make again: signatures, or what was written in a working version."""
    return content is not None and (may_be_signed(content) or f"{WORKING_VERSION}." in name)


def content_of(out: Path, name: str) -> bytes | None:
    """Read a finished file; None where there is none, or something else in its place."""
    try:
        return read_file(out / name, out, _MOST_OF_A_FILE)
    except UnreadableError:
        return None


def _read(out: Path, name: str) -> dict[str, Any] | None:
    """Read a manifest; None if it is none of ours."""
    try:
        said: Any = json.loads(read_file(out / name, out, _MOST_BYTES))
    except (UnreadableError, ValueError, RecursionError):
        return None
    is_ours = isinstance(said, dict) and said.get("version") == VERSION and isinstance(said.get("samverkan"), str)
    return said if is_ours and isinstance(said.get("files"), dict) else None


def _is_entry(name: str, entry: object) -> bool:
    """Tell whether a manifest names a file that could be one of ours, in a way that can be used."""
    form = name.rpartition(".")[2]
    is_name = form in _FORMS and name.isprintable() and not {"/", "\\", ":"} & set(name)
    if not is_name or name.startswith(".") or len(name.encode()) > _LONGEST_NAME or not isinstance(entry, dict):
        return False
    return all(isinstance(value, str) and len(value) <= _LONGEST and _is_text(value) for value in entry.values())


def _is_text(value: str) -> bool:
    return value.isascii() or value.encode("utf-8", "replace").decode() == value


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
    return " ".join([*parts, hash_of(_own_templates())]).encode()


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


def _hash_of_path(path: Path) -> str:
    parts: list[bytes] = []
    for one in files_in(path, deep=True) if path.is_dir() else [path]:
        parts += [os.fsencode(one.name), read_file(one, None, _MOST_OF_A_FILE)]
    return hash_of(parts)


def _own_templates() -> Iterator[bytes]:
    for name in names("templates"):
        yield from (name.encode(), content("templates", name))


def _way(path: Path, out: Path) -> str:
    try:
        return os.path.relpath(path, out).replace(os.sep, "/")
    except ValueError:  # pragma: no cover - on another drive of Windows
        return str(path)
