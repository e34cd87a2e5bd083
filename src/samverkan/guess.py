"""Did you mean: the known word that someone most likely had in mind."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from samverkan.words.hints import GUESS, NO_GUESS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.words.sentence import Language, Text

_LIKE_ENOUGH = 0.72
_MOST_COMPARED = 60
_MOST_KNOWN = 2000


@dataclass(frozen=True)
class Guess:
    """A guess that is first made when it is said: of thousands of findings few are told."""

    written: str
    known: Iterable[str | tuple[str, str]]
    otherwise: Text = NO_GUESS
    like: float = _LIKE_ENOUGH

    @cached_property
    def guessed(self) -> str:
        """The word that was most likely meant; empty if none was."""
        return closest(self.written, self.known, self.like)

    def say(self, language: Language) -> str:
        """Name the word that was most likely meant, in a sentence that begins with a space; empty if none was."""
        return (GUESS.with_fields(guess=self.guessed) if self.guessed else self.otherwise).say(language)


def did_you_mean(
    written: str,
    known: Iterable[str | tuple[str, str]],
    otherwise: Text = NO_GUESS,
    like: float = _LIKE_ENOUGH,
) -> Guess:
    """Name the closest of some known words in a sentence that begins with a space.

    Args:
        written: what was written.
        known: what may have been meant.
        otherwise: what is said where none is close.
        like: how much alike two words must be, from 0 to 1.
    """
    return Guess(written, known, otherwise, like)


def closest(written: str, known: Iterable[str | tuple[str, str]], like: float = _LIKE_ENOUGH) -> str:
    """Find the known word that someone most likely meant; an empty text where none is close.

    Args:
        written: what was written.
        known: words, or pairs of a word and its Swedish name; either may be what was meant. The first 2000 are tried.
        like: how much alike two words must be, from 0 to 1.
    """
    forms = [
        pair for one in islice(known, _MOST_KNOWN) for pair in ([(one, one)] if isinstance(one, str) else _forms(*one))
    ]
    # All at once, and the last first, so that the first of those that are alike counts.
    bare = _bare("\0".join(form for form, _ in forms)).split("\0")
    names = dict(zip(reversed(bare), (name for _, name in reversed(forms)), strict=True)) if forms else {}
    near = difflib.get_close_matches(_bare(written[:_MOST_COMPARED]), names, n=1, cutoff=like)
    return names[near[0]] if near else ""


def _forms(name: str, title: str) -> list[tuple[str, str]]:
    """Give the forms in which a word may be written, each with the word."""
    return [(form, name) for form in (name, title, title.split(" (", maxsplit=1)[0]) if form]


def _bare(word: str) -> str:
    return re.sub("[-_ ]+", " ", word.casefold())
