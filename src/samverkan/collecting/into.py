"""Answers into a follow-up that there is already: what is empty is filled in, and all else stays as it was written."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from samverkan.collecting.written import KEYS, outcome_lines, value_text
from samverkan.formatting.comments import comments_in
from samverkan.formatting.formatted import in_form
from samverkan.model.review import FollowUp
from samverkan.source.extents import Extents
from samverkan.source.faults import is_unreadable
from samverkan.source.reader import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samverkan.collecting.together import Together
    from samverkan.drafts.follow_up import FollowUpDraft
    from samverkan.source.extents import Extent

_KIND = "follow-up"


class NotKeptError(Exception):
    """A file cannot be changed so that all else in it stays as it is."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file says otherwise than an answer."""

    label: str
    key: str
    there: str
    answered: str


@dataclass(slots=True)
class Into:
    """What becomes of a follow-up.

    Attributes:
        text: the file with the answers.
        filled: how many outcomes got something new.
        kept: what the file says otherwise than the answers.
        answered: the keys of what the file has an outcome of already.
    """

    text: str
    filled: int = 0
    kept: list[Kept] = field(default_factory=list)
    answered: set[str] = field(default_factory=set)


def is_same_round(old: str, new: str) -> bool:
    """Tell whether a file is a follow-up of the same documents and the same time as another."""
    there, faults = parse(old)
    fresh, _ = parse(new)
    if is_unreadable(faults) or not isinstance(there, dict) or not isinstance(fresh, dict):
        return False
    own, asked = dict(_reviewed(there)), dict(_reviewed(fresh))
    is_of = all(name in own and own[name] in {"", code} for name, code in asked.items())
    return there.get("kind") == _KIND and is_of and there.get("period") == fresh.get("period")


def _reviewed(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give what a follow-up is of, with the fingerprints of the texts; empty where it does not say that."""
    of = data.get("reviews")
    for one in of if isinstance(of, list) else [of]:
        if isinstance(one, dict):
            yield str(one.get("document")), str(one.get("fingerprint") or "")
        elif one:
            yield str(one), ""


def filled_in(text: str, each: Sequence[Together], draft: FollowUpDraft, *, replaces: bool) -> Into:
    """Put answers into a follow-up.

    Args:
        text: the file, of the same round.
        each: what was answered.
        draft: what is known of the follow-up.
        replaces: whether an answer takes the place of what the file says otherwise.

    Raises:
        NotKeptError: it is written so that a comment or another value would be lost.
    """
    into = _Filling(text, draft)
    for one in each:
        into.take(one, replaces=replaces)
    return into.done()


class _Filling:
    """Notes what is to be written where, and writes it from the bottom up."""

    def __init__(self, text: str, draft: FollowUpDraft) -> None:
        self.text, self.draft = text, draft
        self.extents = Extents(text)
        data: Any = parse(text)[0]
        self.expected: Any = copy.deepcopy(data)
        self.outcomes: list[Any] = data.get("outcomes") or []
        self.lines = text.split("\n")
        self.added: dict[int, list[str]] = {}
        self.gone: set[int] = set()
        self.new: list[Together] = []
        self.into = Into(text)

    def take(self, one: Together, *, replaces: bool) -> None:
        place = self._place(one)
        if place is None:
            if one.is_answered:
                self.new.append(one)
                self.into.filled += 1
            return
        there = self.outcomes[place]
        if there.get("result") is not None:
            self.into.answered.add(one.asked.key)
        is_new = False
        for key in KEYS:
            answered = one.values.get(key)
            if answered is None or _is_same(there.get(key), answered):
                continue
            if key in there and there[key] is not None and not (replaces and isinstance(answered, str)):
                self.into.kept.append(Kept(one.asked.label, key, _said(there[key]), _said(answered)))
                continue
            self._put(("outcomes", place, key), answered, is_there=key in there, was=there.get(key))
            is_new = True
        self.into.filled += is_new

    def _place(self, one: Together) -> int | None:
        """Find the outcome that the file has for what was asked."""
        item, title = one.asked.item.strip('"'), one.asked.label
        found = [
            i
            for i, there in enumerate(self.outcomes)
            if isinstance(there, dict)
            and (there.get("title") == title or (item and str(there.get("item", "")).rpartition("#")[2] == _last(item)))
        ]
        return found[0] if len(found) == 1 else None

    def _put(self, path: tuple[str, int, str], value: str | tuple[str, ...], *, is_there: bool, was: object) -> None:
        self.expected["outcomes"][path[1]][path[2]] = list(value) if isinstance(value, tuple) else value
        written = value_text(path[2], value)
        if was is not None:
            self._replace(path, written)
            return
        if is_there:
            self._fill_empty(path, written)
            return
        around = self.extents.values.get(path[:-1])
        first = self.extents.keys.get((*path[:-1], next(iter(self.outcomes[path[1]]))))
        if around is None or first is None or around.in_braces or self._opens(around):
            raise NotKeptError
        self.added.setdefault(around.end[0], []).append(f"{' ' * first.start[1]}{path[2]}: {written}")

    def _opens(self, extent: Extent) -> bool:
        line, column = extent.start
        return self.lines[line][column : column + 1] == "{"

    def _fill_empty(self, path: tuple[str, int, str], written: str) -> None:
        """Write a value behind a key that has none, before a comment that stands there."""
        key = self.extents.keys.get(path)
        empty = re.compile(rf"( *(?:- +)?{path[2]}:)[ ~]*(?:null)?( *#.*)?")
        match = empty.fullmatch(self.lines[key.start[0]]) if key is not None else None
        if key is None or match is None:
            raise NotKeptError
        self.lines[key.start[0]] = f"{match[1]} {written}{match[2] or ''}"

    def _replace(self, path: tuple[str, int, str], written: str) -> None:
        """Write a value in the place of another, with what stands beside that on its line."""
        extent = self.extents.values.get(path)
        if extent is None or extent.kind != "scalar" or extent.in_braces:
            raise NotKeptError
        (line, column), (end, end_column) = extent.start, extent.end
        after = self.lines[line][end_column:] if end == line else ""
        self.lines[line] = f"{self.lines[line][:column]}{written}{after}"
        self.gone |= set(range(line + 1, end + 1))

    def done(self) -> Into:
        """Write everything, and hold it against what was to come out."""
        self._add_new()
        kept_lines = ([] if i in self.gone else [line] for i, line in enumerate(self.lines))
        lines = [part for i, line in enumerate(kept_lines) for part in (*line, *self.added.get(i, ()))]
        text = "\n".join(lines)
        if in_form(self.text, FollowUp) == self.text:
            text = in_form(text, FollowUp)
        data, faults = parse(text)
        kept = [comment.text for comment in comments_in(text)]
        if (
            is_unreadable(faults)
            or data != self.expected
            or any(one.text not in kept for one in comments_in(self.text))
        ):
            raise NotKeptError
        self.into.text = text
        return self.into

    def _add_new(self) -> None:
        """Put outcomes that the file does not have below the last one."""
        if not self.new:
            return
        last = self.extents.values.get(("outcomes", len(self.outcomes) - 1)) if self.outcomes else None
        if last is None or self._opens(last):
            raise NotKeptError
        column = self.lines[last.start[0]].index("-")
        lines = [line for one in self.new for line in outcome_lines(one, self.draft)]
        indented = [f"{' ' * (column - 2)}{line}" if column > 2 else line[2 - column :] for line in lines]  # noqa: PLR2004
        fresh: Any = parse("\n".join(["outcomes:", *lines]))[0]
        self.expected["outcomes"] += fresh["outcomes"]
        self.added.setdefault(last.end[0], []).extend(indented)


def _last(item: str) -> str:
    return item.rpartition("#")[2]


def _is_same(there: object, answered: str | tuple[str, ...]) -> bool:
    said = tuple(map(str, there)) if isinstance(there, list) else () if there is None else (str(there),)
    given = answered if isinstance(answered, tuple) else (answered,)
    return tuple(" ".join(one.split()) for one in said) == tuple(" ".join(one.split()) for one in given)


def _said(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else " ".join(str(value).split())
