"""Did you mean: the known word that someone most likely had in mind."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from samverkan.words.structure import GUESS, NO_GUESS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.words.sentence import Text

_LIKE_ENOUGH = 0.72
_MOST_COMPARED = 60


def did_you_mean(written: str, known: Iterable[str | tuple[str, str]]) -> Text:
    """Name the closest of some known words in a sentence that begins with a space; empty where none is close."""
    guess = closest(written, known)
    return GUESS.with_fields(guess=guess) if guess else NO_GUESS


def closest(written: str, known: Iterable[str | tuple[str, str]]) -> str:
    """Find the known word that someone most likely meant; an empty text where none is close.

    Args:
        written: what was written.
        known: words, or pairs of a word and its Swedish name; either may be what was meant.
    """
    names: dict[str, str] = {}
    for name, title in ((one, "") if isinstance(one, str) else one for one in known):
        for form in (name, title, title.split(" (")[0]):
            if form:
                names.setdefault(_bare(form), name)
    near = difflib.get_close_matches(_bare(written[:_MOST_COMPARED]), names, n=1, cutoff=_LIKE_ENOUGH)
    return names[near[0]] if near else ""


def _bare(word: str) -> str:
    return re.sub("[-_ ]+", " ", word.casefold())
