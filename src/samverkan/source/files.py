"""Finding the files of a workspace, and what each holds."""

from __future__ import annotations

import glob
import hashlib
import os
import re
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.errors import WrongUseError
from samverkan.escape import code_point, visible
from samverkan.source.decoding import MOST_BYTES
from samverkan.source.left_out import SETTINGS_FILES, left_out_above
from samverkan.source.opening import UnreadableError, read_start, reason
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.source.opening import OpenFolder
    from samverkan.words.sentence import Text

SUFFIXES = (".yaml", ".yml")
_NOT_OURS = frozenset({"node_modules", "__pycache__"})
_STANDARD_INPUT = "-"
# How a place in a file is written, and what begins a command to those who run programs for others: a name is neither.
_PLACE = re.compile(r":(?=\d+:\d+:)")
_NOT_FIRST = (":", "#", "-", " ")
_PLAIN = re.compile(r"[\w./][\w./-]*", re.ASCII)
"""A name that can be shown as it is, as most: looked for first, as thousands are asked about."""


@dataclass(frozen=True)
class SourceFile:
    """A file to read.

    Attributes:
        path: where it is.
        name: what the user knows it as: relative to the current folder, with forward slashes, safe to print.
        named: whether the user named it, rather than a folder that holds it.
        root: the folder that it must lie in, links followed; None where the user named it.
        content: what it holds, where it has been read already.
        fault: why it cannot be read, where that is known already.
        inode: the disk that it lies on and its number there, where they are known already.
    """

    path: Path
    name: str
    named: bool
    root: Path | None = None
    content: bytes | None = None
    fault: Text | None = None
    inode: tuple[int, int] | None = None

    @cached_property
    def key(self) -> str:
        """What stands for all that is known of the file, once it has been read, and for nothing else."""
        said = f"{self.name}\0{self.path}\0{self.root}\0{self.named}\0"  # no name holds a zero
        whole = hashlib.sha256(said.encode("utf-8", "surrogatepass"))
        whole.update(self.content or b"")
        return whole.hexdigest()

    @property
    def identity(self) -> object:
        """What tells the file from others however its name is written, see `identity`."""
        return self.inode or identity(self.path)

    def read(self, near: OpenFolder | None = None) -> bytes:
        """Read the file, or just past the ceiling of what can be a document; one that has been read is not read again.

        Args:
            near: the folder that others are read from.

        Raises:
            UnreadableError: it is not there, not a file, or may not be read.
        """
        if self.content is not None:
            return self.content
        if self.fault is not None:
            raise UnreadableError(self.fault)
        if is_standard_input(self.path):
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        return read_start(self.path, self.root, MOST_BYTES + 1, near)


def find_files(
    paths: Sequence[str], *, deep: bool = True, read: dict[Path, bytes] | None = None, whole: set[Path] | None = None
) -> list[SourceFile]:
    """Find the YAML files that the user points at.

    Args:
        paths: files and folders; `-` is the standard input. Folders are searched without following links and without
            hidden folders, and without what `.gitignore` and the settings of workspaces leave out.
        deep: search folders to the bottom, not only themselves.
        read: what settings hold that have been read already, by their paths; others are added.
        whole: the folders of which a search that begins there would find the same are added, from the top of the disk.

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
        is_folder = given != _STANDARD_INPUT and os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for long names
        read, whole = {} if read is None else read, set() if whole is None else whole
        for source in _search(path, read, whole, deep=deep) if is_folder else [_named(given, path)]:
            if isinstance(source, PassedOver):
                continue
            key = source.identity
            if key not in found or source.named:
                found[key] = source
    return sorted(found.values(), key=lambda source: source.name)


def matching(named: str) -> list[str]:
    """Give the names that a pattern such as `a*.yaml` stands for, since the shells of Windows leave it as it is.

    Returns:
        The names in order; what was given where it is no pattern, is itself a name, or fits nothing.
    """
    try:
        is_pattern = any(sign in named for sign in "*?[") and not os.path.lexists(named)
        found = sorted(glob.glob(named)) if is_pattern else []  # noqa: PTH207 - it can begin at the top of the disk
    except (OSError, ValueError):
        return [named]
    return found or [named]


def misnamed_files(paths: Sequence[str]) -> list[str]:
    """Give the names of files that Windows has called `.yaml.txt`, in the folders that the user points at."""
    ends = tuple(f"{suffix}.txt" for suffix in SUFFIXES)
    found = []
    for given in paths:
        with suppress(OSError, ValueError):
            found += [name for name in sorted(os.listdir(given)) if name.lower().endswith(ends)]  # noqa: PTH208
    return found


def named_file(path: Path, root: Path) -> SourceFile:
    """Give a file of a workspace that is known by its name; it must lie in the root, links followed."""
    return SourceFile(path, _name(path), named=True, root=root)


def _named(given: str, path: Path) -> SourceFile:
    return SourceFile(path, "<stdin>" if given == _STANDARD_INPUT else _name(path), named=True)


@dataclass(frozen=True, slots=True)
class PassedOver:
    """What a search of a folder does not read, for a pattern names it.

    Attributes:
        name: the file or folder, as the user knows it; a folder ends with a slash.
        by: the file that the pattern stands in.
    """

    name: str
    by: str


def passed_over_in(paths: Sequence[str]) -> list[PassedOver]:
    """Name what `.gitignore` and the settings of workspaces leave out of the folders that the user points at."""
    found: dict[PassedOver, None] = {}
    for given in paths:
        if given != _STANDARD_INPUT and os.path.isdir(given):  # noqa: PTH112 - as in find_files
            found.update(
                dict.fromkeys(one for one in _search(Path(given), {}, set(), deep=True) if isinstance(one, PassedOver))
            )
    return sorted(found, key=lambda one: one.name)


def _search(root: Path, read: dict[Path, bytes], whole: set[Path], *, deep: bool) -> Iterator[SourceFile | PassedOver]:
    """Find the files below a folder; a folder that cannot be searched is among them, with the reason."""
    waiting = [(root, left_out_above(root, read))]
    while waiting:
        folder, above = waiting.pop()
        try:
            with os.scandir(folder) as scanned:
                entries = list(scanned)
        except OSError as error:
            why = sentence("why-closed-folder", why=reason(error))
            yield SourceFile(folder, _name(folder), named=False, root=root, fault=why)
            continue
        if folder == root or above.is_empty:
            whole.add(above.folder)
        left_out = above.inside(above.folder, {entry.name for entry in entries})
        shown = _from_here(folder)
        for entry in filter(_is_met, entries):
            path, is_folder = Path(entry.path), entry.is_dir(follow_symlinks=False)
            if by := left_out.by(entry.name, is_folder=is_folder):
                yield PassedOver(_name(path) + "/" * is_folder, _name(by))
            elif not is_folder:
                name = _safe_name(entry.name if shown == os.curdir else os.path.join(shown, entry.name), path)  # noqa: PTH118
                content = read.get(left_out.folder / entry.name) if entry.name in SETTINGS_FILES else None
                fault, inode = _fault_of(entry), _inode(entry)
                yield SourceFile(path, name, named=False, root=root, content=content, fault=fault, inode=inode)
            elif deep:
                waiting.append((path, replace(left_out, folder=left_out.folder / entry.name)))


def _fault_of(entry: os.DirEntry[str]) -> Text | None:
    """Say why what a search has met cannot be read: of links only those are met that lead nowhere."""
    return sentence("why-leads-nowhere") if entry.is_symlink() else None


def _is_met(entry: os.DirEntry[str]) -> bool:
    """Tell whether a search tells of an entry: links are not followed, but one that leads nowhere is told of."""
    if not entry.is_symlink():
        return _is_ours(entry)
    if entry.name.startswith(".") or not entry.name.lower().endswith(SUFFIXES):
        return False
    try:
        entry.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:  # links in a circle, and what lies elsewhere
        return False
    return False


def _is_ours(entry: os.DirEntry[str]) -> bool:
    """Tell whether a search goes on into a folder, or takes a file."""
    if entry.name.startswith("."):
        return False
    if entry.is_dir(follow_symlinks=False):
        is_installed = os.path.exists(os.path.join(entry.path, "pyvenv.cfg"))  # noqa: PTH110, PTH118 - as above
        return entry.name not in _NOT_OURS and not is_installed
    return entry.name.lower().endswith(SUFFIXES)


def _inode(entry: os.DirEntry[str]) -> tuple[int, int] | None:
    """Give what `identity` gives of a file that a search has met, where the system tells it with the name."""
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if status.st_ino else None


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
    return _safe_name(_from_here(path), path)


def _from_here(path: Path) -> str:
    try:
        return os.path.relpath(path)
    except ValueError:  # pragma: no cover - on another drive of Windows
        return str(path)


def _safe_name(shown: str, path: Path) -> str:
    if shown.count("..") > 2:  # noqa: PLR2004 - a path far outside reads better whole
        shown = str(path)
    if _PLAIN.fullmatch(shown):
        return shown
    name = _PLACE.sub(f"<{code_point(':')}>", visible(shown.replace(os.sep, "/")))
    return f"./{name}" if name.startswith(_NOT_FIRST) else name


def _check_standard_input(paths: Sequence[str]) -> None:
    if list(paths).count(_STANDARD_INPUT) > 1:
        raise WrongUseError(sentence("stdin-twice"))
    if sys.stdin is None or sys.stdin.closed or sys.stdin.isatty():
        raise WrongUseError(sentence("stdin-empty"))
