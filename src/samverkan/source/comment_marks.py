"""The mark of comments where none was meant: in the middle of a text, or right after a value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.findings import Edit, Span
from samverkan.source.faults import Fault, point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.source.events import Event

MAY_HIDE = re.compile(r"#(?:(?<= #)[0-9]|(?<=[0-9]#) ?[^\W\d])")
"""What a text has where a mark of comments may hide something: looked for once, before its values are looked at.

It begins with the mark itself, which is found many times quicker than what may stand before it.
"""
_JOINED = re.compile(r"\A(?P<value>[0-9]{4}(?:-[0-9]{2}){0,2}|[0-9]++)# ?(?P<comment>[^\W\d].*)\Z")
_NUMBER = re.compile(r"\A +#[0-9]")
_WORD = re.compile(r"[^\W\d_]++")
_MOST_SHOWN = 40
_FEWEST_WORDS = 2


def joined_comment(lines: Sequence[str], event: Event) -> Fault | None:
    """Tell of a comment that is joined to a figure or a day, which then are read as one text.

    Args:
        lines: the lines of the text.
        event: the event of a value that stands without quotes.
    """
    found, start, end = _JOINED.match(event.value), event.start_mark, event.end_mark
    if found is None or start.line != end.line or lines[end.line][end.column :].strip():
        return None
    span = Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    edit = Edit(span, f"{found['value']} # {found['comment']}")
    return Fault("syntax-joined-comment", point(start.line, start.column + len(found["value"])), edit=edit)


def cut_by_number(lines: Sequence[str], event: Event) -> Fault | None:
    """Tell of a text without quotes that ends before a number with the mark of comments, as those of cases have it.

    Args:
        lines: the lines of the text.
        event: the event of a value that stands without quotes.
    """
    start, end = event.start_mark, event.end_mark
    rest = lines[end.line][end.column :].rstrip()
    if not _NUMBER.match(rest) or not _is_prose(event.value):
        return None
    raw = "\n".join(lines[start.line : end.line + 1])[start.column :].rstrip()
    span = Span(start.line + 1, start.column + 1, end.line + 1, end.column + len(rest) + 1)
    mark = "'" if '"' in raw or "\\" in raw else '"'
    text = raw.replace("'", "''") if mark == "'" else raw
    hash_at = end.column + len(rest) - len(rest.lstrip())
    fields = {"value": rest.strip()[:_MOST_SHOWN]}
    place = point(end.line, hash_at, len(rest.strip()))
    return Fault("comment-in-text", place, fields, edit=Edit(span, f"{mark}{text}{mark}"))


def _is_prose(text: str) -> bool:
    return len(_WORD.findall(text)) >= _FEWEST_WORDS
