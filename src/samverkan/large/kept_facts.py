"""What each file of a large workspace comes to, kept from run to run for an editor that opens one of them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from samverkan.large.facts import facts_from_plain
from samverkan.large.one_file import OneFile

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.large.facts import Facts
    from samverkan.source.files import SourceFile

_WORTH_WRITING = 25
"""With fewer files that are new, it takes longer to write than to read them once more."""


class KeptFacts:
    """What is known of the files of one workspace, by what they hold."""

    def __init__(self, folder: Path | None, root: Path | None) -> None:
        """Read what is kept.

        Args:
            folder: where the program keeps what it may lose; None to keep nothing.
            root: the workspace's folder.
        """
        self._file = OneFile(folder, root, ".facts.json")
        self._kept = self._file.read(_read) or {}
        self._news = 0

    def get(self, key: str) -> Facts | None:
        """Give what a file comes to, where that is known."""
        return self._kept.get(key)

    def note(self, key: str, facts: Facts) -> None:
        """Take what a file has come to."""
        self._kept[key] = facts
        self._news += 1

    def write(self, used: frozenset[str]) -> None:
        """Keep what is known of some files for the next run, where enough of it is new."""
        if self._news >= _WORTH_WRITING:
            self._kept = {key: facts for key, facts in self._kept.items() if key in used}
            self._file.write(self._kept)
            self._news = 0


def key_of_facts(source: SourceFile, raw: bytes) -> str:
    """Give what stands for all that facts depend on: what a file holds, how it is called and whether it was named."""
    whole = hashlib.sha256(f"{source.path.stem}\0{source.named:d}\0".encode("utf-8", "surrogatepass"))
    whole.update(raw)
    return whole.hexdigest()


def _read(plain: object) -> dict[str, Facts]:
    if isinstance(plain, dict):
        return {str(key): facts_from_plain(one) for key, one in plain.items()}
    raise ValueError(type(plain).__name__)
