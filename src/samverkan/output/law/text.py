"""The municipality's duties by law on a terminal: paragraph by paragraph, with what shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text as Cell

from samverkan.escape import printable
from samverkan.law.act import LawStatus, Paragraph
from samverkan.law.answers import in_overview
from samverkan.output.place import line_at
from samverkan.output.terminal import Hanging, Rows, can_draw, console
from samverkan.words import law as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from samverkan.law.act import Answer
    from samverkan.law.answers import MunicipalAnswers
    from samverkan.words.sentence import Language

MOST_MUNICIPALITIES = 50
"""How many are told of: no county has more."""
_STYLES = {
    LawStatus.SHOWN: "green",
    LawStatus.DUE: "bold yellow",
    LawStatus.LATE: "bold red",
    LawStatus.NOT_SHOWN: "bold",
    LawStatus.NOT_FOR_A_FILE: "dim",
}


def print_law(found: Sequence[MunicipalAnswers], language: Language) -> None:
    """Print how the documents answer to the law; of several municipalities a table first, of very many the first.

    Args:
        found: the answers, municipality by municipality.
        language: the language to say them in.
    """
    out = console()
    told = found[:MOST_MUNICIPALITIES]
    out.print(words.LEAD.say(language), style="dim")
    if len(told) > 1 and any(one.answers for one in told):
        out.print()
        out.print(Padding(_overview(told, language), (0, 0, 0, 2)))  # begins with an author's words
    for one in told:
        out.print()
        _print_one(out, one, language)
    if more := len(found) - len(told):
        out.print()
        out.print((words.MORE if more > 1 else words.MORE_ONE).with_fields(count=more).say(language))


def _overview(found: Sequence[MunicipalAnswers], language: Language) -> Rows:
    paragraphs = in_overview(found)
    headings = [words.MUNICIPALITY.say(language), *(paragraph.short.say(language) for paragraph in paragraphs)]
    rows = []
    for one in found:
        cells = {answer.paragraph: answer.status for answer in one.answers}
        name = Cell(printable(one.municipality.name))
        rows.append([name, *(_cell(cells, paragraph, language) for paragraph in paragraphs)])
    return Rows(headings, rows, [1] * len(headings))


def _cell(cells: dict[Paragraph, LawStatus], paragraph: Paragraph, language: Language) -> Cell:
    status = cells[paragraph]
    return Cell(words.SHORT_STATUSES[status.value].say(language), style=_STYLES[status])


def _print_one(out: Console, one: MunicipalAnswers, language: Language) -> None:
    name = printable(one.municipality.name)
    code = f" ({one.municipality.code})" if one.municipality.code else ""
    out.print(Hanging(Cell(f"{words.MUNICIPALITY.say(language)}: {name}{code}", style="bold underline")))
    if not one.answers:
        out.print(words.NOT_YET.say(language))
        return
    for answer in one.answers:
        out.print()
        head = Cell(f"{answer.paragraph.say(language)}  {answer.paragraph.heading.say(language)}: ", style="bold")
        out.print(Hanging(head.append(answer.status.say(language), style=_STYLES[answer.status])))
        for line in _lines(answer, language):
            out.print(Hanging(Cell(f"  {printable(line)}")))
    counts = {status: sum(answer.status is status for answer in one.answers) for status in LawStatus}
    summary = words.SUMMARY.with_fields(
        name=name,
        shown=counts[LawStatus.SHOWN],
        due=counts[LawStatus.DUE],
        late=counts[LawStatus.LATE],
        missing=counts[LawStatus.NOT_SHOWN],
    )
    out.print()
    out.print(Hanging(Cell(summary.say(language))))


def _lines(answer: Answer, language: Language) -> Iterator[str]:
    yield answer.says.say(language)
    for shown in answer.evidence:
        yield f"- {shown.says.say(language)}: {shown.document.file}:{line_at(shown.document, shown.path)}"
    for note in answer.notes:
        yield note.say(language)
    yield f"→ {answer.to_do.say(language)}" if can_draw() else f"> {answer.to_do.say(language)}"
