"""What a command printed, printed once more where nothing that it depends on has changed."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import sys
from base64 import b64decode, b64encode
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from samverkan.cli.session import current_folder, session_of
from samverkan.cli.telling import is_quiet, is_verbose
from samverkan.errors import ExitCode
from samverkan.kept import keys_of_files, program_stamp, sealed, unsealed
from samverkan.source.keeping import KeptFiles
from samverkan.source.workspace_files import surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from typing import TextIO

    import typer

    from samverkan.source.workspace_files import Surroundings

_FOLDER = "printed"
_MOST_HELD = 64_000_000
"""Bytes of files that are kept in memory from here on, for a command that can read them once more."""
_OF_SHELLS = frozenset({"_", "OLDPWD", "SHLVL"})
"""What shells change from one command to the next."""
_AS_EXPECTED = (ExitCode.CLEAN, ExitCode.FINDINGS)

_Keys: TypeAlias = "Sequence[str] | None"
"""What stands for the files of a workspace; None where one cannot be read."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a command printed, in order: on the standard output or the standard error, and its exit code."""

    parts: list[tuple[bool, bytes]]
    code: int


def printed_again(
    context: typer.Context,
    paths: Sequence[str],
    day: date,
    make: Callable[[Sequence[Surroundings]], int],
    noted: Mapping[int, _Keys],
) -> int:
    """Print what a command printed the last time that it was asked for the same of the same files, or let it print.

    Nothing is kept of what ended in an error, nor where a file could not be read or more is told than the user asked
    for: that depends on what is not among the files. What is printed is kept by what stands for the files as they have
    been judged, not as they were a moment before.

    Args:
        context: the command, with all that it is asked for.
        paths: the files and folders that it is asked about.
        day: the day that it judges by.
        make: does what the command does with the files, some of which have been read, and only prints.
        noted: what stands for the files of each workspace as the command has read them, once it is done.

    Raises:
        WrongUseError: the paths cannot be used together.
    """
    found: Sequence[Surroundings] = surroundings(paths)
    kept = _place(context)
    if kept is None:
        return make(found)
    printed = None
    if not kept.is_empty:  # else there is nothing to find, and what is read now would be read twice
        found, keys = _read(found)
        name = _name(context, found, keys, day)
        if name is None:
            return make(found)
        printed = _printed(kept.get(name), name)
    if printed is None:
        with _recording() as parts:
            printed = Printed(parts, make(found))
        _keep(printed, kept, _name(context, found, [noted.get(place) for place in range(len(found))], day))
    else:
        for is_error, part in printed.parts:
            _print(part, sys.stderr if is_error else sys.stdout)
    return printed.code


def _place(context: typer.Context) -> KeptFiles | None:
    """Give the place to keep what is printed; None where there is none, or more or other things are printed."""
    folder = session_of(context).answers
    can_keep = not is_verbose() and _are_of_bytes(sys.stdout, sys.stderr)
    return KeptFiles(folder / _FOLDER) if folder and can_keep else None


def _keep(printed: Printed, kept: KeptFiles, name: str | None) -> None:
    if name is not None and printed.code in _AS_EXPECTED:
        parts = [[is_error, b64encode(part).decode()] for is_error, part in printed.parts]
        kept.put(name, sealed({"parts": parts, "code": printed.code}, name))
        kept.tidy()


def _read(found: Sequence[Surroundings]) -> tuple[list[Surroundings], list[_Keys]]:
    """Read files, and give what stands for those of each workspace; keep what they hold while that is little."""
    kept: list[Surroundings] = []
    keys: list[_Keys] = []
    held = 0
    for files in found:
        read = files.read()
        keys.append(keys_of_files(read))
        held += sum(len(source.content or b"") for source in (*read.asked, *read.around))
        kept.append(read if held <= _MOST_HELD else files)
    return kept, keys


def _name(context: typer.Context, found: Sequence[Surroundings], keys: Sequence[_Keys], day: date) -> str | None:
    """Give the name under which what is printed is kept; None where it depends on what is not known."""
    session = session_of(context)
    if any(one is None for one in keys):
        return None
    asked = [context.info_name, sorted((name, repr(value)) for name, value in context.params.items())]
    around = sorted((name, value) for name, value in session.environment.items() if name not in _OF_SHELLS)
    streams = [(stream.isatty(), stream.encoding) for stream in (sys.stdout, sys.stderr)]
    said = [session.language, is_quiet(), day.isoformat(), current_folder(), streams, shutil.get_terminal_size()]
    roots = [(str(files.root), len(files.asked)) for files in found]
    whole = json.dumps([program_stamp(), asked, around, said, roots, keys])
    return f"{hashlib.sha256(whole.encode('utf-8', 'surrogatepass')).hexdigest()}.json"


def _printed(raw: bytes | None, name: str) -> Printed | None:
    """Read what was kept; None where there is nothing, or nothing that can be trusted."""
    if raw is None:
        return None
    try:
        match unsealed(raw, name):
            case {"parts": list(parts), "code": int(code)}:
                return Printed([(bool(is_error), b64decode(part)) for is_error, part in parts], code)
    except (ValueError, TypeError, RecursionError):
        pass
    return None


def _print(part: bytes, stream: TextIO) -> None:
    stream.flush()
    stream.buffer.write(part)
    stream.flush()


def _are_of_bytes(*streams: TextIO) -> bool:
    """Tell whether streams hand on bytes; those that others put in their place may be of text alone."""
    return all(getattr(stream, "buffer", None) is not None for stream in streams)


@contextmanager
def _recording() -> Iterator[list[tuple[bool, bytes]]]:
    """Note what is printed, while it is printed."""
    parts: list[tuple[bool, bytes]] = []
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (_noting(stream, parts, is_error=i == 1) for i, stream in enumerate(before))
    try:
        yield parts
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        sys.stdout, sys.stderr = before


def _noting(stream: TextIO, parts: list[tuple[bool, bytes]], *, is_error: bool) -> TextIO:
    noting = _Noting(stream, parts, is_error=is_error)
    return io.TextIOWrapper(noting, stream.encoding, "backslashreplace", line_buffering=is_error or stream.isatty())


class _Noting(io.BufferedIOBase):
    """Passes on what is written to a stream, and notes it."""

    def __init__(self, stream: TextIO, parts: list[tuple[bool, bytes]], *, is_error: bool) -> None:
        self.name = getattr(stream, "name", "")  # a stream that others put in its place may have none
        self._stream, self._parts, self._is_error = stream, parts, is_error

    # What a base class names, collections.abc.Buffer, is not to be had before Python 3.12.
    def write(self, content: bytes | bytearray | memoryview) -> int:  # type: ignore[override]
        part = bytes(content)
        self._parts.append((self._is_error, part))
        return self._stream.buffer.write(part)

    def flush(self) -> None:
        self._stream.flush()

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._stream.isatty()

    def fileno(self) -> int:
        return self._stream.fileno()
