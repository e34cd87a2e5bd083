"""Mending a text in one place: what an edit makes of it, and the lines that the author can paste."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from samverkan.findings import Edit, Span
from samverkan.source.lines import line_starts_of, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEAST_PASSED = 3
_MOST_PASSED = 4000
"""Lines that others are moved past: fewer are as well pasted anew, and more are in no document."""


def applied(text: str, *edits: Edit) -> str:
    """Give a text with edits made in it; all else, line ends included, stays as it is.

    Args:
        text: the text.
        edits: the edits, of places that do not touch each other, the last first.
    """
    starts = line_starts_of(text)
    end = "\r\n" if "\r\n" in text else "\n" if "\n" in text or "\r" not in text else "\r"
    kept, last = list[str](), len(text)
    for edit in edits:
        span = edit.span
        after = starts[span.end_line - 1] + span.end_column - 1
        kept += [text[after:last], edit.text.replace("\n", end)]
        last = starts[span.line - 1] + span.column - 1
    return "".join([text[:last], *reversed(kept)])


def pasted(lines: Sequence[str], edit: Edit) -> list[str]:
    """Give the lines that an edit changes, as they are to be.

    Args:
        lines: the lines of the text as it is.
        edit: the edit.
    """
    span = edit.span
    head = lines[span.line - 1][: span.column - 1]
    tail = lines[span.end_line - 1][span.end_column - 1 :]
    return lines_of(head + edit.text + tail)


class Moved(NamedTuple):
    """Lines that an edit moves past others, which stay as they are.

    Attributes:
        first: the first line that is taken away, from 1.
        last: the last of them.
        after: the line after which there are new ones.
        new: these.
    """

    first: int
    last: int
    after: int
    new: list[str]


def moved_by(lines: Sequence[str], edit: Edit, about: int = 0) -> Moved | None:
    """Tell which lines an edit takes away at one end of its stretch and writes at the other; None where it does not.

    Args:
        lines: the lines of the text as it is.
        edit: the edit.
        about: the line that is wrong, from 1: where two stretches have changed places, the one with it has moved.
    """
    found = list(islice(_moves(lines, edit), 2))
    return next((one for one in found if one.first <= about <= one.last), next(iter(found), None))


def _moves(lines: Sequence[str], edit: Edit) -> Iterator[Moved]:
    first, last = edit.span.line, edit.span.end_line
    old, new = lines[first - 1 : last], pasted(lines, edit)
    if len(old) > _MOST_PASSED:
        return
    for gone in range(1, len(old) - _LEAST_PASSED + 1):
        kept = len(old) - gone
        if old[gone:] == new[:kept] and new[kept:]:
            yield Moved(first, first + gone - 1, last, new[kept:])
        if old[:kept] == new[-kept:] and new[:-kept]:
            yield Moved(last - gone + 1, last, first - 1, new[:-kept])


class Rewritten(NamedTuple):
    """A line that an edit writes anew, and lines at the other end of its stretch that it takes away.

    Attributes:
        at: the line, from 1.
        new: the lines that take its place.
        first: the first line that is taken away, from 1.
        last: the last of them.
    """

    at: int
    new: list[str]
    first: int
    last: int


def rewritten_by(lines: Sequence[str], edit: Edit) -> Rewritten | None:
    """Tell which line an edit writes anew and which it takes away past others that stay; None where it does not.

    Args:
        lines: the lines of the text as it is.
        edit: the edit.
    """
    first, last = edit.span.line, edit.span.end_line
    old, new = lines[first - 1 : last], pasted(lines, edit)
    kept, gone = len(new) - 1, len(old) - len(new)
    if kept < _LEAST_PASSED or gone < 1:
        return None
    if old[1 : 1 + kept] == new[1:]:
        return Rewritten(first, new[:1], last - gone + 1, last)
    if old[gone:-1] == new[:-1]:
        return Rewritten(last, new[-1:], first, first + gone - 1)
    return None


def pasted_together(lines: Sequence[str], edit: Edit, others: Sequence[Edit]) -> list[str]:
    """Give the lines that an edit changes with what others change in its line, so that what is pasted is whole.

    Args:
        lines: the lines of the text as it is.
        edit: the edit.
        others: the edits of the same text that begin on the same line, it among them.
    """
    parts = sorted((one for one in {edit, *others} if _is_within_line(one, edit)), key=lambda one: one.span.column)
    is_apart = all(one.span.end_column <= other.span.column for one, other in pairwise(parts))
    if edit not in parts or not is_apart:
        return pasted(lines, edit)
    line = lines[edit.span.line - 1]
    for one in reversed(parts):
        line = line[: one.span.column - 1] + one.text + line[one.span.end_column - 1 :]
    return lines_of(line)


def _is_within_line(one: Edit, edit: Edit) -> bool:
    """Tell whether an edit changes a part of a line and no more, and is an example where another one is."""
    is_line = one.span.line == one.span.end_line and "\n" not in one.text
    return is_line and one.is_example is edit.is_example


def replacing(span: Span, text: str, *, is_safe: bool) -> Edit:
    """Make the edit that puts a text in the place of a stretch."""
    return Edit(span, text, is_safe)


def of_line(number: int, old: str, new: str, *, is_safe: bool) -> Edit:
    """Make the smallest edit that turns a line into another.

    Args:
        number: the line's number, from 0.
        old: the line as it is.
        new: as it is to be.
        is_safe: as in `Edit`.
    """
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    span = Span(number + 1, start + 1, number + 1, len(old) - end + 1)
    return Edit(span, new[start : len(new) - end], is_safe)


def of_lines(first: int, old: Sequence[str], new: Sequence[str], *, is_safe: bool) -> Edit:
    """Make the edit that turns some lines that follow each other into others; see `of_line`."""
    span = Span(first + 1, 1, first + len(old), len(old[-1]) + 1)
    return Edit(span, "\n".join(new), is_safe)
