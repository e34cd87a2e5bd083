"""A comparison on a terminal: a sentence for each difference, under the chapters of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text as Cell

from samverkan.comparing.lines import lines_below
from samverkan.comparing.obligation import Effect
from samverkan.comparing.saying import spoken
from samverkan.escape import printable
from samverkan.output.terminal import console, print_lines
from samverkan.words.comparing import say_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.comparing.comparison import Comparison
    from samverkan.comparing.telling import Told
    from samverkan.words.sentence import Language

_STYLES = {
    Effect.WEAKER: "yellow",
    Effect.NEGATED: "red",
    Effect.LOWERED: "yellow",
    Effect.STRONGER: "green",
    Effect.RAISED: "green",
}


def print_comparison(found: Comparison, language: Language, *, is_by_weight: bool) -> None:
    """Print what differs.

    Args:
        found: the comparison.
        language: the language to tell it in.
        is_by_weight: whether what matters most comes first, rather than what stands first in the document.
    """
    print_lines(console(), _lines(found, language, is_by_weight=is_by_weight))


def _lines(found: Comparison, language: Language, *, is_by_weight: bool) -> Iterator[Cell]:
    title = say_of("board-title" if is_by_weight else "title").with_fields(title=found.after.document.title)
    versions = say_of("versions").with_fields(before=found.before.name, after=found.after.name)
    yield Cell(printable(title.say(language)), style="bold")
    yield Cell(printable(versions.say(language)), style="dim")
    for section in found.by_weight if is_by_weight else found.chapters:
        yield Cell()
        yield Cell(printable(section.heading.say(language)), style="bold underline")
        for one in section.told:
            yield from _of(one, language)
    yield Cell()
    yield Cell(found.summary.say(language), style="bold")
    yield from (Cell(note.say(language)) for note in found.notes)


def _of(one: Told, language: Language) -> Iterator[Cell]:
    style = _STYLES.get(one.effect, "") if one.effect else ""
    yield Cell(f"  {printable(one.says.say(language))}", style=style)
    for label, words in lines_below(one):
        yield Cell(f"    {printable(label.say(language))}: {printable(spoken(words, language))}")
