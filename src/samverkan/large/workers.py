"""Who reads and checks the files of a large workspace: this process, or some side by side that each keep their own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from samverkan.large.facts import Facts, groups_of, shared_out
from samverkan.processes import LostError
from samverkan.told_json import to_plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future, ProcessPoolExecutor
    from datetime import date

    from samverkan.source.files import SourceFile
    from samverkan.source.workspace_files import Surroundings
    from samverkan.told import RuleSelection, Told
    from samverkan.workspace.beyond import Beyond

_T = TypeVar("_T")
_ID = re.compile(rb"^id:[ ]*[\"']?([^\s\"'#]+)", re.MULTILINE)
_NAMED_AT_TOP = re.compile(rb"^(?:[a-z_]+:| {0,2}-) ?[\[\"']?([\w\x80-\xff.-]+)", re.MULTILINE)
_AT_ONCE = 16
"""How many groups a process is given at a time."""


class Entry(NamedTuple):
    """A file that has been read, and whether the user asked about it."""

    source: SourceFile
    is_asked: bool


class Group(NamedTuple):
    """Files that have to do with each other.

    Attributes:
        files: the files.
        is_alone: whether these are all that their documents depend on, but for what is asked of `Beyond`.
    """

    files: Surroundings
    is_alone: bool


class Task(NamedTuple):
    """What all groups are checked by."""

    today: date
    choice: RuleSelection
    beyond: Beyond


class Result(NamedTuple):
    """What a check of a group told as plain data, and what it asked of the workspace as a whole."""

    told: dict[str, object]
    asked: frozenset[str]


class Workers(Protocol):
    """Those who read and check."""

    def read(self, entries: Sequence[Entry]) -> list[Facts]:
        """Read files, and tell what each comes to."""
        ...

    def check(self, groups: Sequence[Group], task: Task) -> list[Result]:
        """Check groups of files, each of which has been read or not."""
        ...


class Alone:
    """This process."""

    def __init__(self, *, is_lasting: bool = False) -> None:
        """Begin with nothing read.

        Args:
            is_lasting: whether documents are kept when they have been checked, for they may be checked again.
        """
        from samverkan.large.reading import Held, LastingHeld  # noqa: PLC0415 - heavy, and seldom needed

        self._held = LastingHeld() if is_lasting else Held()

    def read(self, entries: Sequence[Entry]) -> list[Facts]:
        """Read files; the documents are kept until they are checked."""
        return [self._held.facts(one.source, is_asked=one.is_asked) for one in entries]

    def check(self, groups: Sequence[Group], task: Task) -> list[Result]:
        """Check one group after the other.

        Raises:
            WrongUseError: settings are wrong, or a name stands for no finding.
        """
        return [self._check(group, task) for group in groups]

    def _check(self, group: Group, task: Task) -> Result:
        from samverkan.check import told_of, told_of_some  # noqa: PLC0415 - as above

        if not group.is_alone:
            return _result(told_of(group.files, task.today, task.choice), frozenset())
        task.beyond.asked.clear()
        told = told_of_some(group.files, task.today, task.choice, self._held.take, task.beyond)
        return _result(told, frozenset(task.beyond.asked))


def _result(told: Told, asked: frozenset[str]) -> Result:
    """Give what was told, without what was read: that is known of each file."""
    return Result(to_plain(replace(told, read=())), asked)


class SideBySide:
    """Processes, each of which checks what it has read itself, so that no document is read twice or sent."""

    def __init__(self, pools: Sequence[ProcessPoolExecutor]) -> None:
        """Take pools of one process each."""
        self._pools = pools
        self._reads: dict[str, int] = {}

    def read(self, entries: Sequence[Entry]) -> list[Facts]:
        """Read files; those that seem to belong together in one process.

        Raises:
            LostError: a process cannot do it.
        """
        guessed = _guessed([one.source.content or b"" for one in entries])
        shares = shared_out(groups_of(guessed), len(self._pools))
        for number, share in enumerate(shares):
            self._reads.update((entries[i].source.name, number) for i in share)
        waiting = [
            pool.submit(read_apart, [entries[i] for i in share])
            for pool, share in zip(self._pools, shares, strict=True)
        ]
        found: dict[int, Facts] = {}
        for share, answer in zip(shares, waiting, strict=True):
            found.update(zip(share, _taken(answer), strict=True))
        return [found[i] for i in range(len(entries))]

    def check(self, groups: Sequence[Group], task: Task) -> list[Result]:
        """Check groups, each in the process that has read it, or else in one that has least to do.

        Raises:
            LostError: a process cannot do it, or what it met is to be told by a check without it.
        """
        shares: list[list[int]] = [[] for _ in self._pools]
        for i, group in enumerate(groups):
            reader = self._reads.get(group.files.asked[0].name)
            (shares[reader] if reader is not None else min(shares, key=len)).append(i)
        waiting = [
            (part, pool.submit(check_apart, [groups[i] for i in part], task))
            for pool, share in zip(self._pools, shares, strict=True)
            for part in (share[at : at + _AT_ONCE] for at in range(0, len(share), _AT_ONCE))
        ]
        found: dict[int, Result] = {}
        for part, answer in waiting:
            found.update(zip(part, _taken(answer), strict=True))
        return [found[i] for i in range(len(groups))]


def _guessed(files: Sequence[bytes]) -> list[Facts]:
    """Guess what files come to from the ids that they name at the top: good enough to choose who reads them."""
    named = [found[1] if (found := _ID.search(raw)) else None for raw in files]
    ids = {name: name.decode("utf-8", "replace") for name in named if name is not None}
    return [
        Facts(
            is_ours=True,
            is_document=True,
            is_whole=True,
            id=None if name is None else ids[name],
            kind=None,
            leads_to=tuple(ids[word] for word in ids.keys() & _NAMED_AT_TOP.findall(raw)),
        )
        for name, raw in zip(named, files, strict=True)
    ]


_alone: list[Alone] = []


def _own() -> Alone:
    """Give the one who reads and checks in this process, which has read nothing when it begins."""
    if not _alone:
        _alone.append(Alone())
    return _alone[0]


def read_apart(entries: Sequence[Entry]) -> list[Facts] | None:
    """Read files in a process of its own; None where it cannot be done."""
    try:
        return _own().read(entries)
    except Exception:  # noqa: BLE001 - whatever it is, a check without processes meets it too, and tells of it
        return None


def check_apart(groups: Sequence[Group], task: Task) -> list[Result] | None:
    """Check groups in a process of its own; None where it cannot be done."""
    try:
        return _own().check(groups, task)
    except Exception:  # noqa: BLE001 - as above
        return None


def _taken(answer: Future[list[_T] | None]) -> list[_T]:
    found = answer.result()
    if found is None:
        raise LostError(is_from_outside=False)
    return found
