"""A draft as it may be printed: it holds the same, and no line of it is a command to those who run programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.formatting.comments import BLOCKS, all_events
from samverkan.formatting.scalars import coded
from samverkan.source.lines import line_starts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.source.events import Event

_COMMAND = re.compile(r"^[^\S\n]*::|##\[", re.MULTILINE)
_HEADER = "|>+-0123456789"


def printed(text: str) -> str:
    """Write a draft so that it can be printed.

    GitHub takes lines that begin with `::`, and `##[` anywhere, for commands. Values that hold such are written with
    codes, which readers of YAML read as the same values.

    Args:
        text: the draft, which can be read without faults.
    """
    return "".join(_pieces(text)) if _COMMAND.search(text) else text


def _pieces(text: str) -> Iterator[str]:
    starts, done = line_starts_of(text), 0
    for event in all_events(text):
        if type(event).__name__ != "ScalarEvent":
            continue
        first, last = event.start_mark, event.end_mark
        start = starts[first.line] + int(first.column)
        end = starts[last.line] + int(last.column) if last.line < len(starts) else len(text)
        if any(met.end() > start for met in _COMMAND.finditer(text, starts[first.line], end)):
            yield _comments(text[done:start])
            yield _in_codes(event, text[start:end])
            done = end
    yield _comments(text[done:])


def _in_codes(event: Event, written: str) -> str:
    """Write a value on one line; what stands beside the mark of a block, and the end of its line, stay."""
    value = coded(event.value).replace("##[", "#\\x23[")
    if event.style not in BLOCKS:
        return value
    beside = written.partition("\n")[0].lstrip(_HEADER)
    return value + _comments(beside) + ("\n" if written.endswith("\n") else "")


def _comments(text: str) -> str:
    return text.replace("##[", "#<U+0023>[")
