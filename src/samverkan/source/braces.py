"""A list that stands between braces, `{{a: 1}, {b: 2}}`, as people write who know JSON but little of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.findings import Edit, Span
from samverkan.source.faults import Fault, point

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKENS = re.compile(r"\"(?:[^\"\\]|\\.)*\"?|'[^']*+'?|[\[\]{}]")
_MOST_CHARACTERS = 100_000


def list_in_braces(lines: Sequence[str], line: int, column: int) -> Fault | None:
    """Tell that braces hold groups of keys and no keys of their own; None where it is not seen where they begin or end.

    Args:
        lines: the lines of the text.
        line: where the first group in them begins, from 0.
        column: likewise.
    """
    first, before = line, lines[line][:column].rstrip()
    while not before and first > 0:
        first -= 1
        before = lines[first].rstrip()
    if not before.endswith("{"):
        return None
    start = len(before) - 1
    whole = "\n".join((lines[first][start:], *lines[first + 1 :]))[:_MOST_CHARACTERS]
    end = _end_of(whole)
    if end is None or ":" not in whole[:end]:  # templates have their names in two braces
        return None
    inner = whole[1:end].split("\n")
    last = start + 1 if len(inner) == 1 else 0
    span = Span(first + 1, start + 1, first + len(inner), last + len(inner[-1]) + 2)
    return Fault("list-in-braces", point(first, start), edit=Edit(span, f"[{whole[1:end]}]"))


def _end_of(text: str) -> int | None:
    """Give where the brace that a text begins with is closed; None where it is not."""
    depth = 0
    for token in _TOKENS.finditer(text):
        depth += (token.group() in {"{", "["}) - (token.group() in {"}", "]"})
        if not depth:
            return token.start() if token.group() == "}" else None
    return None
