"""The mark of comments where none was meant: in the middle of a text, or right after a value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.findings import Edit, Span
from samverkan.source.faults import Fault, point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.source.events import Event

MAY_HIDE = re.compile(r" #[^\W_]")
"""What a text has where a mark of comments may hide something: looked for once, before its values are looked at."""
_JOINED = re.compile(r"\A([0-9]{4}(?:-[0-9]{2}){0,2}|[0-9]++)# ?([^\W\d].*)\Z")
_NUMBER = re.compile(r"\A +#[0-9]")
_TAG = re.compile(r"\A +#[^\W\d_]{3,}+(?P<more>|[ ,.!?].*)\Z")
_FEWEST_BEFORE_TAG = 3
_WORD = re.compile(r"[^\W\d_]++")
_MOST_SHOWN = 40
_FEWEST_WORDS = 2
_ENDS = frozenset(".!?:")
"""What a text ends with that is whole, so that more on its line is a comment."""


def comment_apart(written: str) -> str:
    """Part a figure or a day from the comment that is joined to it: `12# varav tre`; empty where none is.

    Args:
        written: what is read as one value.
    """
    found = _JOINED.match(written)
    return f"{found[1]} # {found[2]}" if found else ""


def cut_by_number(lines: Sequence[str], event: Event) -> Fault | None:
    """Tell of a text without quotes that ends before a number or a word with the mark of comments, as cases have it.

    Args:
        lines: the lines of the text.
        event: the event of a value that stands without quotes.
    """
    start, end = event.start_mark, event.end_mark
    rest = lines[end.line][end.column :].rstrip()
    is_number = _NUMBER.match(rest) and _is_prose(event.value) and event.value[-1:] not in _ENDS
    if not is_number and not _is_tag(rest, event.value):
        return None
    raw = "\n".join(lines[start.line : end.line + 1])[start.column :].rstrip()
    span = Span(start.line + 1, start.column + 1, end.line + 1, end.column + len(rest) + 1)
    mark = "'" if '"' in raw or "\\" in raw else '"'
    text = raw.replace("'", "''") if mark == "'" else raw
    hash_at = end.column + len(rest) - len(rest.lstrip())
    fields = {"value": rest.strip()[:_MOST_SHOWN]}
    place = point(end.line, hash_at, len(rest.strip()))
    return Fault("comment-in-text", place, fields, edit=Edit(span, f"{mark}{text}{mark}"))


def _is_tag(rest: str, text: str) -> bool:
    """Tell whether what a text ends before is a word as social media mark them, and no comment.

    It stands alone after a sentence, or the sentence goes on after it.
    """
    found = _TAG.match(rest)
    if found is None or len(_WORD.findall(text)) < _FEWEST_BEFORE_TAG:
        return False
    return not found["more"] or (text[-1:] not in _ENDS and rest[-1:] in _ENDS)


def _is_prose(text: str) -> bool:
    return len(_WORD.findall(text)) >= _FEWEST_WORDS
