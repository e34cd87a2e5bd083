"""Checking a large workspace: only the groups of documents that something has changed in are checked anew."""

from __future__ import annotations

import hashlib
import json
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from samverkan.kept import program_stamp
from samverkan.large.facts import groups_of, kinds_by_id
from samverkan.large.kept_parts import Answer
from samverkan.large.workers import Alone, Entry, Group, SideBySide, Task
from samverkan.processes import PAYS_FROM, pool_of
from samverkan.source.workspace_files import Surroundings, is_settings
from samverkan.told import ReadDocument, ReadWorkspace, Told, together
from samverkan.told_json import from_plain, text_of
from samverkan.workspace.beyond import Beyond

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from samverkan.large.facts import Facts
    from samverkan.large.kept_parts import KeptParts
    from samverkan.large.workers import Workers
    from samverkan.source.files import SourceFile
    from samverkan.told import RuleSelection

LARGE = 100
"""From so many files on, a workspace is checked group by group."""


@dataclass(frozen=True)
class Entries:
    """The files of a workspace that have been read, each by what stands for it.

    Attributes:
        root: the workspace's folder; None where there is none.
        settings: the files of its settings.
        by_key: the other files, those that the user asked about first.
    """

    root: Path | None
    settings: tuple[SourceFile, ...]
    by_key: Mapping[str, Entry]

    @cached_property
    def contents(self) -> dict[str, bytes]:
        """What each file holds, by its name."""
        return {one.source.name: one.source.content or b"" for one in self.by_key.values()}


def entries_of(files: Surroundings, keys: Sequence[str]) -> Entries:
    """Put together the files of a workspace with what stands for each of them, in the same order."""
    found: dict[str, Entry] = {}
    for i, (key, source) in enumerate(zip(keys, (*files.asked, *files.around), strict=True)):
        if not is_settings(source):
            is_asked = i < len(files.asked)
            found[f"{key}{is_asked:d}"] = Entry(source, is_asked)
    return Entries(files.root, files.settings, found)


def told_of_large(entries: Entries, today: date, choice: RuleSelection, kept: KeptParts, processes: int) -> Told:
    """Check a large workspace, whose files have been read; what is told is the same as of any.

    Args:
        entries: its files.
        today: the day to judge dates by.
        choice: which findings are wanted.
        kept: what is known of it; more is noted there.
        processes: how many may check side by side.

    Raises:
        WrongUseError: settings are wrong, or a name stands for no finding.
        LostError: processes came to no end.
    """
    by_key = entries.by_key
    missing = [key for key in by_key if key not in kept.facts]
    with _workers(processes if len(missing) >= PAYS_FROM else 1, kept) as workers:
        read = workers.read([by_key[key] for key in missing]) if missing else []
        known = kept.facts | dict(zip(missing, read, strict=True))
        facts = {key: known[key] for key in by_key}
        check = _Check(entries, Task(today, choice, beyond_of(by_key, facts)))
        told = check.told(_groups(check, facts), kept, workers)
    kept.note(facts, check.answers)
    return _whole(entries, facts, told)


@contextmanager
def _workers(processes: int, kept: KeptParts) -> Iterator[Workers]:
    if processes <= 1:
        yield kept.reader or Alone()
        return
    with ExitStack() as stack:
        yield SideBySide([stack.enter_context(pool_of(1)) for _ in range(processes)])


@dataclass
class _Check:
    """One check of a large workspace.

    Attributes:
        entries: its files.
        task: what the groups are checked by.
        answers: what has been told of groups, to be kept.
    """

    entries: Entries
    task: Task
    answers: dict[str, Answer] = field(default_factory=dict)

    def told(self, groups: Mapping[str, _Members], kept: KeptParts, workers: Workers) -> list[Told]:
        """Give what is told of each group: what is kept where it still holds, else what a check tells."""
        contents = self.entries.contents
        found: dict[str, Told] = {}
        for key, answer in self._holding(groups, kept):
            with suppress(ValueError):
                found[key] = kept.told.get(key) or from_plain(answer.told, contents)
                self.answers[key] = answer
        unknown = [key for key in groups if key not in found]
        results = workers.check([_group(self, groups[key]) for key in unknown], self.task) if unknown else []
        for key, result in zip(unknown, results, strict=True):
            found[key] = from_plain(result.told, contents)
            if not found[key].rule_crashed:
                stamps = {what: self.task.beyond.stamp(what) for what in sorted(result.asked)}
                self.answers[key] = Answer(stamps, result.told)
        kept.told = {key: found[key] for key in self.answers}
        return list(found.values())

    def _holding(self, groups: Iterable[str], kept: KeptParts) -> Iterator[tuple[str, Answer]]:
        """Give the answers that are kept and that still hold: what they asked of all would be answered the same."""
        for key in groups:
            answer = kept.answers.get(key)
            if answer and all(self.task.beyond.stamp(what) == stamp for what, stamp in answer.stamps.items()):
                yield key, answer

    @cached_property
    def head(self) -> list[object]:
        """What the answers for all groups depend on."""
        task = self.task
        settings = [source.key for source in self.entries.settings]
        asked = [list(task.choice.select), list(task.choice.ignore)]
        return [program_stamp(), task.today.isoformat(), str(self.entries.root), *asked, settings]


class _Members(NamedTuple):
    """The files of a group, and all others where the answer depends on them, by what stands for each."""

    own: list[str]
    others: list[str]


def _groups(check: _Check, facts: Mapping[str, Facts]) -> dict[str, _Members]:
    """Give the groups that hold something the user asked about, each by what its answer depends on."""
    keys = list(facts)
    found: dict[str, _Members] = {}
    for group in groups_of(list(facts.values())):
        own = [keys[i] for i in group]
        if any(check.entries.by_key[key].is_asked for key in own):
            others = keys if any(facts[key].asks_all for key in own) else []
            written = json.dumps([check.head, own, sorted(others)])
            found[hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()] = _Members(own, others)
    return found


def _group(check: _Check, members: _Members) -> Group:
    """Put together the files of a group with the settings, and perhaps with all others."""
    every = [check.entries.by_key[key] for key in members.own]
    asked = tuple(one.source for one in every if one.is_asked)
    names = {source.name for source in asked}
    near = (one.source for one in (*every, *(check.entries.by_key[key] for key in members.others)))
    around = {source.name: source for source in near if source.name not in names}
    files = Surroundings(check.entries.root, asked, (*around.values(), *check.entries.settings))
    return Group(files, is_alone=not members.others)


def _in_order(entries: Mapping[str, Entry], facts: Mapping[str, Facts]) -> list[tuple[Entry, Facts]]:
    """Give the documents in the order of their files, as workspaces have them."""
    found = [(entries[key], one) for key, one in facts.items() if one.is_document]
    return sorted(found, key=lambda one: one[0].source.name)


def beyond_of(entries: Mapping[str, Entry], facts: Mapping[str, Facts]) -> Beyond:
    """Put together what is known of all documents: of the files, and of what each comes to, by the same keys."""
    lost = {name for one in facts.values() for name in one.lost_ids}
    unread = {one.kind for one in facts.values() if one.is_document and not one.is_whole}
    return Beyond(kinds_by_id(one for _, one in _in_order(entries, facts)), lost, unread)


def _whole(entries: Entries, facts: Mapping[str, Facts], told: Sequence[Told]) -> Told:
    """Put together what was told of the groups, as if all had been checked at once."""
    asked = [(entry.source.name, facts[key]) for key, entry in entries.by_key.items() if entry.is_asked]
    every = together(told)
    read = ReadWorkspace(
        folder=str(entries.root) if entries.root else None,
        files=sum(one.is_ours for _, one in asked),
        documents=tuple(
            ReadDocument(entry.source.name, one.kind, entry.is_asked, one.is_whole)
            for entry, one in _in_order(entries.by_key, facts)
        ),
        passed_over=tuple(name for name, one in asked if not one.is_ours),
        texts={name: text_of(entries.contents[name]) for name in sorted({finding.file for finding in every.findings})},
    )
    return replace(every, read=(read,))
