"""A matcher that goes through a regular expression as `re` does, and counts its steps.

`re` cannot say how many steps it takes, and its time differs from run to run. This matcher reads the tree that Python's
own parser makes, tries the same ways in the same order and goes back where `re` goes back, so that its count grows as
the time of `re` does. `test_backtracking.py` holds that the two find the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Spans = dict[int, tuple[int, int]]
Then = Callable[[int], int]
"""What comes after, given where it begins: where the whole ends, or `NO`."""
Matching = Callable[["Run", int, Then], int]
NO = -1
_CATEGORIES = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_NOT_WORD: r"\W",
}
_ONE_CHARACTER = {codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN}
REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}

# Whether an empty text holds a place that is no boundary differs between versions of Python.
_IN_NOTHING = re.search(r"\B", "") is not None


class TooManyStepsError(Exception):
    """More steps than were allowed."""


@dataclass(slots=True)
class Run:
    """One search: its text, what the groups hold, and the steps so far.

    Attributes:
        text: what is searched.
        most: how many steps there may be.
        steps: how many there have been.
        groups: what each group that has matched holds.
        begun: where groups that are not yet complete begin.
    """

    text: str
    most: int
    steps: int = 0
    groups: Spans = field(default_factory=dict)
    begun: dict[int, int] = field(default_factory=dict)

    def count(self, steps: int = 1) -> None:
        self.steps += steps
        if self.steps > self.most:
            raise TooManyStepsError

    def alone(self, matching: Matching, at: int) -> int:
        """Match a part for itself: once it has matched, there is no going back into it."""
        return matching(self, at, lambda end: end)


class Counted:
    """A pattern whose steps are counted.

    Args:
        pattern: the pattern; one of bytes is given texts in which each character stands for a byte.
    """

    def __init__(self, pattern: re.Pattern[Any]) -> None:
        flags = pattern.flags | (re.ASCII if isinstance(pattern.pattern, bytes) else 0)
        tree = parser.parse(pattern.pattern, pattern.flags)
        self._match = _sequence(list(tree), flags)

    def spans(self, text: str, most: int = 10**9) -> tuple[list[tuple[int, int]], int]:
        """Give the places that `finditer` finds, and the steps that it takes.

        Raises:
            TooManyStepsError: there were more steps than allowed.
        """
        run, found = Run(text, most), list[tuple[int, int]]()
        start, empty_at = 0, NO
        while start <= len(text):
            end = self._found(run, start, empty_at)
            if end == NO:
                start += 1
                continue
            found.append((start, end))
            empty_at = end if end == start else NO
            start = end
        return found, run.steps

    def _found(self, run: Run, start: int, empty_at: int) -> int:
        """Match at a place, where nothing is found already if an empty match was."""
        run.count()
        run.groups.clear()
        return self._match(run, start, lambda end: NO if end == empty_at else end)

    def fits(self, text: str, most: int = 10**9) -> tuple[bool, int]:
        """Tell whether `fullmatch` matches, and the steps that it takes.

        Raises:
            TooManyStepsError: there were more steps than allowed.
        """
        run = Run(text, most)
        end = self._match(run, 0, lambda end: end if end == len(text) else NO)
        return end != NO, run.steps


def _sequence(nodes: list[tuple[Any, Any]], flags: int) -> Matching:
    parts = [_node(operation, argument, flags) for operation, argument in nodes]
    match parts:
        case []:
            return lambda _run, at, then: then(at)
        case [only]:
            return only
    first, rest = parts[0], _joined(parts[1:])
    return lambda run, at, then: first(run, at, lambda end: rest(run, end, then))


def _joined(parts: list[Matching]) -> Matching:
    if len(parts) == 1:
        return parts[0]
    first, rest = parts[0], _joined(parts[1:])
    return lambda run, at, then: first(run, at, lambda end: rest(run, end, then))


def _node(operation: Any, argument: Any, flags: int) -> Matching:  # noqa: PLR0911 - one for each sort of node
    if operation in _ONE_CHARACTER:
        return _one(character(operation, argument, flags))
    if operation in REPEATS:
        return _repeat(operation, argument, flags)
    if operation is codes.AT:
        return _at(argument, flags)
    if operation is codes.BRANCH:
        return _branch([(_first(list(branch), flags), _sequence(list(branch), flags)) for branch in argument[1]])
    if operation is codes.SUBPATTERN:
        group, added, taken, inner = argument
        return _group(group, _sequence(list(inner), (flags | added) & ~taken))
    if operation is codes.ATOMIC_GROUP:
        return _atomic(_sequence(list(argument), flags))
    if operation in {codes.ASSERT, codes.ASSERT_NOT}:
        return _look(argument, flags, is_wanted=operation is codes.ASSERT)
    if operation is codes.GROUPREF:
        return _reference(argument, bool(flags & re.IGNORECASE))
    if operation is codes.GROUPREF_EXISTS:
        group, yes, no = argument
        return _either(group, _sequence(list(yes), flags), _sequence(list(no or []), flags))
    assert operation is codes.FAILURE, f"{operation} is not known here"
    return lambda _run, _at, _then: NO


def spelled(items: Any) -> str:
    """Write what stands inside the brackets of a class."""
    said = ""
    for operation, argument in items:
        if operation is codes.NEGATE:
            said += "^"
        elif operation is codes.LITERAL:
            said += re.escape(chr(argument))
        elif operation is codes.RANGE:
            said += f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
        elif operation is codes.CATEGORY:
            said += _CATEGORIES[argument]
    return said


def character(operation: Any, argument: Any, flags: int) -> Callable[[str], bool]:
    """Give what tells whether one character is matched, as `re` itself would tell it."""
    if operation is codes.ANY:
        return (lambda _: True) if flags & re.DOTALL else (lambda one: one != "\n")
    if operation is codes.IN:
        written = f"[{spelled(argument)}]"
    else:
        written = f"[{'^' * (operation is codes.NOT_LITERAL)}{re.escape(chr(argument))}]"
    fits = re.compile(written, flags & (re.IGNORECASE | re.ASCII)).match
    return cache(lambda one: fits(one) is not None)


def _one(fits: Callable[[str], bool]) -> Matching:
    def match(run: Run, at: int, then: Then) -> int:
        run.count()
        return then(at + 1) if at < len(run.text) and fits(run.text[at]) else NO

    return match


def _at(place: Any, flags: int) -> Matching:
    lines = bool(flags & re.MULTILINE)
    word = re.compile(r"\w", flags & re.ASCII).match

    def between(text: str, at: int) -> bool:
        before, after = at > 0 and word(text[at - 1]), at < len(text) and word(text[at])
        return bool(before) != bool(after)

    tells: dict[Any, Callable[[str, int], bool]] = {
        codes.AT_BEGINNING: lambda text, at: at == 0 or (lines and text[at - 1] == "\n"),
        codes.AT_BEGINNING_STRING: lambda _, at: at == 0,
        codes.AT_END: lambda text, at: text[at:] in {"", "\n"} or (lines and text[at] == "\n"),
        codes.AT_END_STRING: lambda text, at: at == len(text),
        codes.AT_BOUNDARY: between,
        codes.AT_NON_BOUNDARY: lambda text, at: not between(text, at) and bool(text or _IN_NOTHING),
    }
    is_there = tells[place]

    def match(run: Run, at: int, then: Then) -> int:
        run.count()
        return then(at) if is_there(run.text, at) else NO

    return match


def _first(nodes: list[tuple[Any, Any]], flags: int) -> Callable[[str], bool] | None:
    """Give what the first character of a branch is, where it begins with one: `re` passes by others at once."""
    return character(nodes[0][0], nodes[0][1], flags) if nodes and nodes[0][0] in _ONE_CHARACTER else None


def _branch(branches: list[tuple[Callable[[str], bool] | None, Matching]]) -> Matching:
    def match(run: Run, at: int, then: Then) -> int:
        here = run.text[at : at + 1]
        for begins, branch in branches:
            run.count()
            if begins is not None and not (here and begins(here)):
                continue
            if (end := branch(run, at, then)) != NO:
                return end
        return NO

    return match


def _group(group: int | None, inner: Matching) -> Matching:
    if group is None:
        return inner

    def match(run: Run, at: int, then: Then) -> int:
        before = run.groups.get(group)

        def ended(end: int) -> int:
            held = run.groups.get(group)
            run.groups[group] = (at, end)
            if (last := then(end)) == NO:
                _put(run.groups, group, held)
            return last

        if (last := inner(run, at, ended)) == NO:
            _put(run.groups, group, before)
        return last

    return match


def _put(groups: Spans, group: int, held: tuple[int, int] | None) -> None:
    if held is None:
        groups.pop(group, None)
    else:
        groups[group] = held


def _atomic(inner: Matching) -> Matching:
    def match(run: Run, at: int, then: Then) -> int:
        before = dict(run.groups)
        end = run.alone(inner, at)
        if end == NO or (last := then(end)) == NO:
            run.groups = before
            return NO
        return last

    return match


def _look(argument: Any, flags: int, *, is_wanted: bool) -> Matching:
    direction, nodes = argument
    inner = _sequence(list(nodes), flags)
    back = nodes.getwidth()[0] if direction < 0 else 0

    def match(run: Run, at: int, then: Then) -> int:
        run.count()
        before = dict(run.groups)
        is_there = at >= back and run.alone(inner, at - back) != NO
        if is_there and is_wanted:
            if (last := then(at)) == NO:
                run.groups = before
            return last
        run.groups = before
        return then(at) if is_there == is_wanted else NO

    return match


def _reference(group: int, is_caseless: bool) -> Matching:
    def match(run: Run, at: int, then: Then) -> int:
        if group not in run.groups:
            return NO
        begin, end = run.groups[group]
        written, here = run.text[begin:end], run.text[at : at + end - begin]
        run.count(1 + len(here))
        same = written.lower() == here.lower() if is_caseless else written == here
        return then(at + end - begin) if same else NO

    return match


def _either(group: int, yes: Matching, no: Matching) -> Matching:
    return lambda run, at, then: (yes if group in run.groups else no)(run, at, then)


def _repeat(operation: Any, argument: Any, flags: int) -> Matching:
    least, most = int(argument[0]), float("inf") if argument[1] is codes.MAXREPEAT else int(argument[1])
    nodes = list(argument[2])
    if len(nodes) == 1 and nodes[0][0] in _ONE_CHARACTER:
        return _repeat_one(operation, least, most, character(nodes[0][0], nodes[0][1], flags))
    inner = _sequence(nodes, flags)
    if operation is codes.MAX_REPEAT:
        return _greedy(least, most, inner)
    return _lazy(least, most, inner) if operation is codes.MIN_REPEAT else _possessive(least, most, inner)


def _repeat_one(operation: Any, least: int, most: float, fits: Callable[[str], bool]) -> Matching:
    """Match characters of one sort, as `re` does: without a level of its own for each."""

    def reach(run: Run, at: int, most: float) -> int:
        end, last = at, min(len(run.text), at + most)
        while end < last and fits(run.text[end]):
            end += 1
        run.count(1 + end - at)
        return end

    def ends(run: Run, at: int) -> Iterator[int]:
        if operation is codes.MIN_REPEAT:
            end = reach(run, at, least)
            while end >= at + least:
                yield end
                further = reach(run, end, min(1, at + most - end))
                end = further if further > end else NO
        else:
            end = reach(run, at, most)
            yield from range(end, at + least - 1, NO if operation is codes.MAX_REPEAT else -len(run.text) - 1)

    def match(run: Run, at: int, then: Then) -> int:
        for end in ends(run, at):
            run.count()
            if (last := then(end)) != NO:
                return last
        return NO

    return match


def _greedy(least: int, most: float, inner: Matching) -> Matching:
    def more(run: Run, at: int, then: Then, count: int, last: int) -> int:
        run.count()
        if count < least:
            return inner(run, at, lambda end: more(run, end, then, count + 1, last))
        if count < most and at != last:
            ended = inner(run, at, lambda end: more(run, end, then, count + 1, at))
            if ended != NO:
                return ended
        return then(at)

    return lambda run, at, then: more(run, at, then, 0, NO)


def _lazy(least: int, most: float, inner: Matching) -> Matching:
    def more(run: Run, at: int, then: Then, count: int, last: int) -> int:
        run.count()
        if count < least:
            return inner(run, at, lambda end: more(run, end, then, count + 1, last))
        if (ended := then(at)) != NO:
            return ended
        if count >= most or at == last:
            return NO
        return inner(run, at, lambda end: more(run, end, then, count + 1, at))

    return lambda run, at, then: more(run, at, then, 0, NO)


def _possessive(least: int, most: float, inner: Matching) -> Matching:
    def match(run: Run, at: int, then: Then) -> int:
        before, count, end, last = dict(run.groups), 0, at, NO
        while count < most and (count < least or end != last):
            last, here = end, run.alone(inner, end)
            run.count()
            if here == NO:
                if count < least:
                    run.groups = before
                    return NO
                break
            count, end = count + 1, here
        if (ended := then(end)) == NO:
            run.groups = before
        return ended

    return match
