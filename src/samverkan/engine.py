"""Checking many workspaces: one after the other or in processes side by side, and none that is known already.

However it is done, what is told is the same. The documents of a workspace are let go of when it has been checked, so
that thousands of files take no more memory than those of the largest workspace. Nothing that checks is imported before
there is something to check.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from samverkan.errors import WrongUseError
from samverkan.kept import Kept, is_lasting, key_of, keys_of_files
from samverkan.large.checking import LARGE, entries_of, told_of_large
from samverkan.large.kept_parts import KeptParts
from samverkan.processes import PAYS_FROM, LostError, pool_of, processes_for
from samverkan.source.files import is_standard_input
from samverkan.told import together
from samverkan.told_json import from_plain, to_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from concurrent.futures import Future
    from datetime import date
    from pathlib import Path

    from samverkan.gather import Reader
    from samverkan.large.reading import Held
    from samverkan.source.workspace_files import Surroundings
    from samverkan.told import RuleSelection, Told

_AHEAD = 4
"""How many workspaces wait for each process, and are held in memory meanwhile."""


@dataclass
class Memory:
    """What a program that checks again and again knows from one time to the next, of one day and one choice of rules.

    Attributes:
        parts: what is known of each large workspace, by its folder.
    """

    parts: dict[Path | None, KeptParts] = field(default_factory=dict)
    _told: dict[str, Told] = field(default_factory=dict)
    _looks: dict[int, tuple[Surroundings, str]] = field(default_factory=dict)
    _held: Held | None = None

    def key_of(self, files: Surroundings) -> str:
        """Give the name of the answer for these very files; empty where it is not known."""
        known = self._looks.get(id(files))
        return known[1] if known and known[0] is files else ""

    def told(self, key: str | None) -> Told | None:
        """Give the answer with a name, where that is known."""
        return self._told.get(key or "")

    def reader(self) -> Reader:
        """Give what reads files, and keeps those that it has read of late: the next save may be beside this one."""
        if self._held is None:
            from samverkan.large.reading import LastingHeld  # noqa: PLC0415 - heavy, and not needed where all is known

            self._held = LastingHeld()
        return self._held.take

    def note(self, found: Sequence[Surroundings], keys: Mapping[int, str], told: Mapping[int, Told]) -> None:
        """Take what has been told of workspaces, by their places, and let go of all that is older."""
        self._looks = {id(files): (files, keys[i]) for i, files in enumerate(found) if i in keys}
        self._told = {key: told[i] for i, key in keys.items() if is_lasting(told[i])}


@dataclass(frozen=True, slots=True)
class Means:
    """How a check is done; what it tells does not depend on it.

    Attributes:
        jobs: how many processes check side by side; 0 for as many as there are processors, where that pays.
        folder: where answers are kept from run to run; None to keep none.
        on_loss: called once when a process has been ended from outside, before all is checked without.
        memory: what is known from the last time, of a program that checks again and again; None for one that does not.
        noted: what stands for the files of each workspace as they have been checked is noted here, by its place.
    """

    jobs: int = 0
    folder: Path | None = None
    on_loss: Callable[[], object] | None = None
    memory: Memory | None = None
    noted: dict[int, Sequence[str] | None] = field(default_factory=dict)


def check_each(found: Sequence[Surroundings], today: date, choice: RuleSelection, means: Means) -> Told:
    """Check workspaces.

    Args:
        found: the files of each.
        today: the day to judge dates by.
        choice: which findings are wanted.
        means: how it is done.

    Raises:
        WrongUseError: settings are wrong, or a name stands for no finding.
    """
    run = _Run(today, choice, Kept(means.folder), means)
    found = [files.read() if _is_piped_in(files) else files for files in found]
    try:
        parts = _parts(run, found, means)
    except WrongUseError:
        return _at_once(found, today, choice)
    run.kept.tidy()
    return together(parts)


def _parts(run: _Run, found: Sequence[Surroundings], means: Means) -> list[Told]:
    try:
        return run.all(found, processes_for(means.jobs))
    except LostError as lost:
        if lost.is_from_outside and means.on_loss:
            means.on_loss()
        told = run.all(found, 1)
        means.noted.clear()  # what has been said of the loss is not to be said once more
        return told


def _at_once(found: Sequence[Surroundings], today: date, choice: RuleSelection) -> Told:
    """Check all workspaces together, for the first fault of several in their settings to be told.

    Raises:
        WrongUseError: there is one, unless it has been mended meanwhile.
    """
    from samverkan.check import check_files, without_documents  # noqa: PLC0415 - heavy, and not needed for what is known

    return without_documents(check_files(found, today, choice))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A workspace that nothing is known of yet, and its place among all."""

    place: int
    files: Surroundings
    key: str | None

    @property
    def size(self) -> int:
        return len(self.files.asked)


@dataclass(frozen=True, slots=True)
class _Run:
    today: date
    choice: RuleSelection
    kept: Kept
    means: Means
    keys: dict[int, str] = field(default_factory=dict)

    def all(self, found: Sequence[Surroundings], processes: int) -> list[Told]:
        """Give what is told of each workspace, in their order."""
        told: dict[int, Told] = {}
        unknown = self._unknown(found, told, processes)
        first: list[_Asked] = []
        if processes > 1:
            while sum(one.size for one in first) < PAYS_FROM or len(first) == 1:
                if (one := next(unknown, None)) is None:
                    break
                first.append(one)
            else:
                self._side_by_side(chain(first, unknown), told, processes)
                first = []
        for one in chain(first, unknown):
            told[one.place] = self._noted(one, self._checked(one.files))
        if self.means.memory:
            self.means.memory.note(found, self.keys, told)
        return [told[place] for place in range(len(found))]

    def _unknown(self, found: Sequence[Surroundings], told: dict[int, Told], processes: int) -> Iterator[_Asked]:
        """Read one workspace after the other, and give those that nothing is kept of; note what is told of the others.

        They are read when they are asked for, so that not all files are in memory at once.
        """
        for place, files in enumerate(found):
            told_before = self._told_before(place, files)
            if told_before is not None:
                told[place] = told_before
                continue
            read = files.read()
            keys = keys_of_files(read)
            self.means.noted[place] = keys
            key = key_of(read, keys, self.today, self.choice)
            if key is not None:
                self.keys[place] = key
            known = self._known(key, read)
            if known is not None:
                told[place] = known
            elif keys is not None and len(keys) >= LARGE:
                told[place] = self._large(_Asked(place, read, key), keys, processes)
            else:
                yield _Asked(place, read, key)

    def _told_before(self, place: int, files: Surroundings) -> Told | None:
        """Give what was told the last time of these very files."""
        memory = self.means.memory
        key = memory.key_of(files) if memory else ""
        if memory is None or not key:
            return None
        self.keys[place] = key
        return memory.told(key)

    def _known(self, key: str | None, read: Surroundings) -> Told | None:
        """Give what was told of files that hold the same, the last time or by a run that has kept it."""
        before = self.means.memory.told(key) if self.means.memory else None
        return before or self.kept.get(key, _contents(read))

    def _checked(self, files: Surroundings) -> Told:
        memory = self.means.memory
        return checked(files, self.today, self.choice, memory.reader() if memory else None)

    def _large(self, one: _Asked, keys: Sequence[str], processes: int) -> Told:
        files, memory = one.files, self.means.memory
        known = memory.parts.get(files.root) if memory else None
        kept = known or KeptParts(self.means.folder, files.root)
        told = told_of_large(entries_of(files, keys), self.today, self.choice, kept, processes)
        if known is None:  # the first time, or the only one: to write takes longer than to check a group
            kept.write()
            self._noted(one, told)
        if memory:
            memory.parts[files.root] = kept.remembering()
        return told

    def _noted(self, asked: _Asked, told: Told) -> Told:
        self.kept.put(asked.key, told)
        return told

    def _side_by_side(self, unknown: Iterator[_Asked], told: dict[int, Told], processes: int) -> None:
        """Check workspaces in processes; a few of them wait at a time.

        Raises:
            LostError: a process has ended before its time, or what it met is to be told by a check without it.
        """
        waiting: deque[tuple[_Asked, Future[dict[str, object] | None]]] = deque()
        with pool_of(processes) as pool:
            for one in unknown:
                waiting.append((one, pool.submit(checked_apart, one.files, self.today, self.choice)))
                if len(waiting) > processes * _AHEAD:
                    self._take(*waiting.popleft(), told)
            while waiting:
                self._take(*waiting.popleft(), told)

    def _take(self, one: _Asked, answer: Future[dict[str, object] | None], told: dict[int, Told]) -> None:
        plain = answer.result()
        if plain is None:
            raise LostError(is_from_outside=False)
        told[one.place] = self._noted(one, from_plain(plain, _contents(one.files)))


def checked(files: Surroundings, today: date, choice: RuleSelection, reader: Reader | None = None) -> Told:
    """Check one workspace, of which nothing is known yet; `reader` as in `gather`."""
    from samverkan.check import told_of  # noqa: PLC0415 - heavy, and not needed where all is known

    return told_of(files, today, choice, reader)


def checked_apart(files: Surroundings, today: date, choice: RuleSelection) -> dict[str, object] | None:
    """Check a workspace in a process of its own, and give what is told as plain data; None where it cannot be."""
    try:
        return to_plain(checked(files, today, choice))
    except Exception:  # noqa: BLE001 - whatever it is, a check without processes meets it too, and tells of it
        return None


def _is_piped_in(files: Surroundings) -> bool:
    """Tell whether the standard input is among some files: it can be read only once."""
    return any(is_standard_input(source.path) for source in files.asked)


def _contents(files: Surroundings) -> Mapping[str, bytes]:
    return {source.name: source.content for source in (*files.asked, *files.around) if source.content is not None}
