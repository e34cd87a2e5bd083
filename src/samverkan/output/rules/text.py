"""The names of findings on a terminal: a list, and an explanation of one."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text as Cell

from samverkan.output.rules.severity import severity_words
from samverkan.output.terminal import Rows, console, print_lines
from samverkan.words.output import SEVERITIES, report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.catalogue import FindingName
    from samverkan.words.sentence import Language, Text

_ADDITION = re.compile(r"(?<=[\w.])\{\w+\}")
_FIELD = re.compile(r"\{(\w+)\}")


def print_rules(names: Sequence[FindingName], language: Language) -> None:
    """Print every name with its severity and source, family by family, each family with its key."""
    out = console()
    cells = {entry: _cells(entry, language) for entry in names}
    for family, members in groupby(names, key=lambda entry: entry.family):
        out.print(_family(family, language, style="bold"))
        out.print(Rows((), [cells[entry] for entry in members], (0, 0, 1), list(cells.values())))
        out.print()


def _cells(entry: FindingName, language: Language) -> tuple[Cell, ...]:
    severity = Cell(SEVERITIES[entry.severity].say(language), style="dim")
    return Cell(entry.name), severity, Cell(entry.explanation.source.say(language))


def print_retired(says: Text, language: Language) -> None:
    """Print what has become of a name that findings no longer bear."""
    print_lines(console(), [Cell(says.say(language).replace("`", ""))])


def print_explanation(entry: FindingName, language: Language) -> None:
    """Print why something is pointed out, its source and family, what is said of it, and an example."""
    print_lines(console(), _explained(entry, language))


def _explained(entry: FindingName, language: Language) -> Iterator[Cell]:
    explained = entry.explanation
    yield Cell(entry.name, style="bold").append(f"  {severity_words(entry, language)}", style="not bold dim")
    yield Cell(explained.why.say(language))
    yield Cell(f"{report('source').say(language)}: ", style="dim").append(explained.source.say(language))
    yield Cell(f"{report('family').say(language)}: ", style="dim").append(_family(entry.family, language))
    if not entry.is_rule:
        yield Cell(report("form").say(language).replace("`", ""))
    examples = (("bad-example", explained.bad.splitlines()), ("good-example", explained.good.splitlines()))
    for key, lines in (("says", list(_sentences(entry, language))), *(examples if explained.bad else ())):
        yield Cell()
        yield Cell(report(key).say(language) + ":", style="bold")
        for line in lines:
            yield Cell(f"    {line}")


def _family(family: str, language: Language, *, style: str = "") -> Cell:
    return Cell(report(f"family-{family}").say(language), style=style).append(f" ({family})", style="not bold dim")


def _sentences(entry: FindingName, language: Language) -> Iterator[str]:
    """Give each message and what to do about it, with the names of fields in the places of their values."""
    for says in entry.says:
        message, cure = (says.sv, says.sv_help) if language == "sv" else (says.en, says.en_help)
        yield _open(message)
        yield "  " + _open(cure)


def _open(text: str) -> str:
    """Write a sentence that has not been filled in: fields as `<key>`, without additions that may be empty."""
    shown = _FIELD.sub(lambda field: f"<{field[1].replace('_', ' ')}>", _ADDITION.sub("", text))
    return shown.replace("{{", "{").replace("}}", "}")
