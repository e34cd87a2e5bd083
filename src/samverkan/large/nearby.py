"""Which files of a large workspace one that is being written has to do with: none of the others need be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.large.checking import LARGE, beyond_of
from samverkan.large.facts import groups_of
from samverkan.large.kept_facts import KeptFacts, key_of_facts
from samverkan.large.reading import facts_of
from samverkan.large.workers import Entry
from samverkan.source.workspace_files import Surroundings, is_settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from samverkan.gather import Reader
    from samverkan.large.facts import Facts
    from samverkan.source.files import SourceFile
    from samverkan.workspace.beyond import Beyond


_MOST_KEPT = 1000
"""As many files more than twice those of a workspace are known, of others that have been looked at."""


class Near(NamedTuple):
    """The files that one has to do with, and what is known of all."""

    files: Surroundings
    beyond: Beyond


class Nearby:
    """Finds such files again and again, and reads those that hold something else since."""

    def __init__(self, reader: Reader, folder: Path | None = None) -> None:
        """Prepare to look.

        Args:
            reader: what reads files, and keeps what it has read.
            folder: where what files come to is kept from run to run; None to keep nothing.
        """
        self._reader, self._folder = reader, folder
        self._known: dict[tuple[Path, bool], tuple[bytes, Facts]] = {}
        self._kept: dict[Path | None, KeptFacts] = {}

    def of(self, found: Surroundings) -> Near | None:
        """Give the files that the one that is asked about has to do with; None where that may be any.

        Args:
            found: all files that belong together, which have been read; one is asked about.
        """
        settings, every = found.settings, (*found.asked, *found.around)
        if len(every) < LARGE or any(source.content is None for source in (*every, *settings)):
            return None
        entries = [Entry(source, i < len(found.asked)) for i, source in enumerate(every) if not is_settings(source)]
        return self._among(entries, found, settings) if entries[0].is_asked else None

    def _among(self, entries: Sequence[Entry], found: Surroundings, settings: Sequence[SourceFile]) -> Near | None:
        """Give what the first of some files has to do with."""
        if len(self._known) > 2 * len(entries) + _MOST_KEPT:
            self._known.clear()  # of folders that are no longer looked at
        facts = self._facts_of_all(found.root, entries)
        own = next(group for group in groups_of(facts) if 0 in group)
        if any(facts[i].asks_all for i in own):
            return None
        others = tuple(entries[i].source for i in own[1:])
        by_key = {str(i): entry for i, entry in enumerate(entries)}
        beyond = beyond_of(by_key, dict(zip(by_key, facts, strict=True)))
        return Near(Surroundings(found.root, found.asked, (*others, *settings)), beyond)

    def _facts_of_all(self, root: Path | None, entries: Sequence[Entry]) -> list[Facts]:
        if all(self._is_known(*entry) for entry in entries[1:]):  # as at each stroke of a key
            return [self._facts(*entry) for entry in entries]
        if root not in self._kept:
            self._kept[root] = KeptFacts(self._folder, root)
        kept, used = self._kept[root], set[str]()
        for source, is_asked in entries:
            raw = source.content or b""
            key = key_of_facts(source, raw)
            used.add(key)
            if not is_asked and (facts := kept.get(key)):
                self._known[source.path, is_asked] = raw, facts
            else:
                kept.note(key, self._facts(source, is_asked))
        kept.write(frozenset(used))
        return [self._facts(*entry) for entry in entries]

    def _is_known(self, source: SourceFile, is_asked: bool) -> bool:  # noqa: FBT001 - the parts of an entry
        known = self._known.get((source.path, is_asked))
        return known is not None and known[0] == source.content

    def _facts(self, source: SourceFile, is_asked: bool) -> Facts:  # noqa: FBT001 - likewise
        raw = source.content or b""
        if not self._is_known(source, is_asked):
            read = self._reader(source, raw, is_asked=is_asked)
            self._known[source.path, is_asked] = raw, facts_of(source, *read)
        return self._known[source.path, is_asked][1]
