"""What is shown below the sentence of a difference: a text as it was and is, what else something new or gone says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.comparing.telling import Told, versions_of
from samverkan.words.comparing import say_of
from samverkan.words.sentence import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.words.sentence import FieldValue, Sayable


def lines_below(one: Told) -> Iterator[tuple[Sayable, FieldValue]]:
    """Give each line as what it is called, and its words."""
    if one.words:
        before, after = versions_of(one.words)
        yield say_of("before"), quoted(_one_line(before))
        yield say_of("after"), quoted(_one_line(after))
    yield from one.details


def _one_line(text: str) -> str:
    return " ".join(text.split())
