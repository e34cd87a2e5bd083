"""Mending a text in one place: what an edit makes of it, and the lines that the author can paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Edit, Span
from samverkan.source.lines import line_starts_of, lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence


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
