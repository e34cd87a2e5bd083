"""What differs between two texts, phrase by phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.differing import Matcher
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.words.sentence import Text

_AROUND = 2
"""How many words that are the same stand on each side of a phrase, for it to be found again."""
_MOST_WORDS = 4000


def phrases(old: str, new: str) -> Iterator[Text]:
    """Say which phrases of a text became others, came or went, with a few words around each.

    Args:
        old: the text as it was.
        new: as it is.
    """
    before, after = old.split()[:_MOST_WORDS], new.split()[:_MOST_WORDS]
    grouped = Matcher(before, after).get_grouped_opcodes(_AROUND)
    for group in grouped:
        start, end, first, last = group[0][1], group[-1][2], group[0][3], group[-1][4]
        was, becomes = " ".join(before[start:end]), " ".join(after[first:last])
        if was and becomes:
            yield sentence("merge-replaced", old=was, new=becomes)
        else:
            yield sentence("merge-added", new=becomes) if becomes else sentence("merge-removed", old=was)
