"""Checking a large workspace: only the groups of documents that something has changed in are checked anew."""

from __future__ import annotations

import hashlib
import json
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from samverkan.kept import key_of_file, program_stamp
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

    from samverkan.large.facts import Facts
    from samverkan.large.kept_parts import KeptParts
    from samverkan.large.workers import Workers
    from samverkan.told import RuleSelection

LARGE = 100
"""From so many files on, a workspace is checked group by group."""


def is_large(files: Surroundings) -> bool:
    """Tell whether a workspace that has been read is checked group by group: never where a file cannot be read."""
    every = (*files.asked, *files.around)
    return len(every) >= LARGE and all(one.content is not None for one in (*every, *files.settings))


def told_of_large(files: Surroundings, today: date, choice: RuleSelection, kept: KeptParts, processes: int) -> Told:
    """Check a large workspace, whose files have been read; what is told is the same as of any.

    Args:
        files: its files.
        today: the day to judge dates by.
        choice: which findings are wanted.
        kept: what is known of it; more is noted there.
        processes: how many may check side by side.

    Raises:
        WrongUseError: settings are wrong, or a name stands for no finding.
        LostError: processes came to no end.
    """
    entries = {_key(one): one for one in _entries(files)}
    missing = [key for key in entries if key not in kept.facts]
    with _workers(processes if len(missing) >= PAYS_FROM else 1) as workers:
        read = workers.read([entries[key] for key in missing]) if missing else []
        known = kept.facts | dict(zip(missing, read, strict=True))
        facts = {key: known[key] for key in entries}
        check = _Check(files, entries, Task(today, choice, _beyond(entries, facts)))
        told = check.told(_groups(check, facts), kept, workers)
    kept.note(facts, check.answers)
    return _whole(files, entries, facts, told)


@contextmanager
def _workers(processes: int) -> Iterator[Workers]:
    with ExitStack() as stack:
        yield SideBySide([stack.enter_context(pool_of(1)) for _ in range(processes)]) if processes > 1 else Alone()


@dataclass
class _Check:
    """One check of a large workspace.

    Attributes:
        files: its files.
        entries: each of them that may be a document, by what stands for it.
        task: what the groups are checked by.
        answers: what has been told of groups, to be kept.
    """

    files: Surroundings
    entries: Mapping[str, Entry]
    task: Task
    answers: dict[str, Answer] = field(default_factory=dict)

    def told(self, groups: Mapping[str, Group], kept: KeptParts, workers: Workers) -> list[Told]:
        """Give what is told of each group: what is kept where it still holds, else what a check tells."""
        contents = _contents(self.entries)
        found: dict[str, Told] = {}
        for key, answer in self._holding(groups, kept):
            with suppress(ValueError):
                found[key] = from_plain(answer.told, contents)
                self.answers[key] = answer
        unknown = [key for key in groups if key not in found]
        results = workers.check([groups[key] for key in unknown], self.task) if unknown else []
        for key, result in zip(unknown, results, strict=True):
            found[key] = from_plain(result.told, contents)
            if not found[key].rule_crashed:
                stamps = {what: self.task.beyond.stamp(what) for what in sorted(result.asked)}
                self.answers[key] = Answer(stamps, result.told)
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
        settings = [key_of_file(source) for source in self.files.settings]
        asked = [list(task.choice.select), list(task.choice.ignore)]
        return [program_stamp(), task.today.isoformat(), str(self.files.root), *asked, settings]


def _groups(check: _Check, facts: Mapping[str, Facts]) -> dict[str, Group]:
    """Give the groups that hold something the user asked about, each by what its answer depends on."""
    keys = list(facts)
    found: dict[str, Group] = {}
    for group in groups_of(list(facts.values())):
        own = [keys[i] for i in group]
        if any(check.entries[key].is_asked for key in own):
            is_alone = not any(facts[key].asks_all for key in own)
            written = json.dumps([check.head, own, [] if is_alone else sorted(keys)])
            files = _together(check, own, [] if is_alone else keys)
            found[hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()] = Group(files, is_alone)
    return found


def _together(check: _Check, own: Sequence[str], others: Sequence[str]) -> Surroundings:
    """Put together the files of a group with the settings, and perhaps with all others."""
    every = [check.entries[key] for key in own]
    asked = tuple(one.source for one in every if one.is_asked)
    names = {source.name for source in asked}
    near = (one.source for one in (*every, *(check.entries[key] for key in others)))
    around = {source.name: source for source in near if source.name not in names}
    return Surroundings(check.files.root, asked, (*around.values(), *check.files.settings))


def _entries(files: Surroundings) -> Iterator[Entry]:
    for is_asked, sources in ((True, files.asked), (False, files.around)):
        yield from (Entry(source, is_asked) for source in sources if not is_settings(source))


def _contents(entries: Mapping[str, Entry]) -> dict[str, bytes]:
    return {one.source.name: one.source.content or b"" for one in entries.values()}


def _key(entry: Entry) -> str:
    return f"{key_of_file(entry.source)}{'' if entry.is_asked else ' around'}"


def _in_order(entries: Mapping[str, Entry], facts: Mapping[str, Facts]) -> list[tuple[Entry, Facts]]:
    """Give the documents in the order of their files, as workspaces have them."""
    found = [(entries[key], one) for key, one in facts.items() if one.is_document]
    return sorted(found, key=lambda one: one[0].source.name)


def _beyond(entries: Mapping[str, Entry], facts: Mapping[str, Facts]) -> Beyond:
    lost = {name for one in facts.values() for name in one.lost_ids}
    is_whole = not lost and all(one.is_whole for one in facts.values() if one.is_document)
    return Beyond(kinds_by_id(one for _, one in _in_order(entries, facts)), lost, is_whole=is_whole)


def _whole(files: Surroundings, entries: Mapping[str, Entry], facts: Mapping[str, Facts], told: Sequence[Told]) -> Told:
    """Put together what was told of the groups, as if all had been checked at once."""
    asked = [(entry.source.name, facts[key]) for key, entry in entries.items() if entry.is_asked]
    every = together(told)
    contents = _contents(entries)
    read = ReadWorkspace(
        folder=str(files.root) if files.root else None,
        files=sum(one.is_ours for _, one in asked),
        documents=tuple(
            ReadDocument(entry.source.name, one.kind, entry.is_asked, one.is_whole)
            for entry, one in _in_order(entries, facts)
        ),
        passed_over=tuple(name for name, one in asked if not one.is_ours),
        texts={name: text_of(contents[name]) for name in sorted({finding.file for finding in every.findings})},
    )
    return replace(every, read=(read,))
