"""What checks of workspaces told, kept from run to run: by what they depended on, and thrown away when in doubt.

A file of its own for each workspace, named by a hash of everything that the answer depends on: the program, the day,
what was asked for, and the names and bytes of every file. So nothing is ever out of date, and no answer is taken for
another. It holds JSON, which is read as data and checked; what is not just as it should be counts as not there.
"""

from __future__ import annotations

import hashlib
import json
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan import __version__
from samverkan.source.keeping import KeptFiles, libraries, stamps_below
from samverkan.told_json import from_plain, to_plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from samverkan.source.workspace_files import Surroundings
    from samverkan.told import RuleSelection, Told

_FORM = "1"
_SUFFIX = ".json"


def keys_of_files(found: Surroundings) -> list[str] | None:
    """Give what stands for each file of a workspace that has been read; None where one cannot be."""
    files = (*found.asked, *found.around)
    if any(source.content is None for source in (*files, *found.settings)):
        return None  # next time perhaps it can
    return [source.key for source in files]


def key_of(found: Surroundings, keys: Sequence[str] | None, today: date, choice: RuleSelection) -> str | None:
    """Give the name under which the answer for a workspace is kept; None where it cannot be.

    Args:
        found: its files.
        keys: what stands for each of them.
        today: the day that it is judged by.
        choice: which findings are wanted.
    """
    if keys is None:
        return None
    wanted = (list(choice.select), list(choice.ignore))
    asked = [program_stamp(), today.isoformat(), str(found.root), *wanted, len(found.asked)]
    return hashlib.sha256("\n".join([json.dumps(asked), *keys]).encode()).hexdigest()


@cache
def program_stamp() -> str:
    """Give a hash of what an answer depends on in the program and around it: its own files, and those it relies on."""
    here = Path(__file__).parent
    known = [_FORM, __version__, sys.version, *sorted(stamps_below(here)), *sorted(libraries())]
    return hashlib.sha256("\n".join(known).encode("utf-8", "surrogatepass")).hexdigest()


class Kept:
    """What is known of workspaces."""

    def __init__(self, folder: Path | None) -> None:
        """Take the folder that the program may lose; None to keep nothing."""
        self._files = KeptFiles(folder / "checks") if folder else None

    def get(self, key: str | None, contents: Mapping[str, bytes]) -> Told | None:
        """Give the answer for a workspace; None where there is none, or none that can be trusted.

        Args:
            key: its name.
            contents: what each file of the workspace holds, by its name.
        """
        raw = self._files.get(key + _SUFFIX) if self._files and key else None
        if raw is None or key is None:
            return None
        try:
            return from_plain(unsealed(raw, key), contents)
        except (ValueError, RecursionError):
            return None

    def put(self, key: str | None, told: Told) -> None:
        """Keep the answer for a workspace, unless it is of a fault that may be gone the next time."""
        if self._files and key and is_lasting(told):
            self._files.put(key + _SUFFIX, sealed(to_plain(told), key))

    def tidy(self) -> None:
        """Throw away the oldest answers, where there are too many."""
        if self._files:
            self._files.tidy()


def is_lasting(told: Told) -> bool:
    """Tell whether the answer for a workspace holds as long as its files do: some faults may be gone the next time."""
    return not told.could_not_read and not told.rule_crashed


def sealed(plain: object, key: str) -> bytes:
    """Write plain data so that it is known for whole when it is read under the same name."""
    written = json.dumps(plain, ensure_ascii=True, separators=(",", ":")).encode()
    return _seal(written, key) + b"\n" + written


def unsealed(raw: bytes, key: str) -> object:
    """Read an answer back.

    Raises:
        ValueError: it is not whole, or not the one that was written under the name.
    """
    seal, _, written = raw.partition(b"\n")
    if seal != _seal(written, key):
        raise ValueError(key)
    return json.loads(written)


def _seal(written: bytes, key: str) -> bytes:
    return hashlib.sha256(key.encode() + b"\n" + written).hexdigest().encode()
