"""A form as a workbook: a row for each thing to answer for, lists to choose from, and all else locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.collecting.columns import ANSWERS, COLUMNS, FORM_VERSION, KEPT_SHEET, KEY_MARK, LOCKED, SHOWN
from samverkan.model.choices import Light
from samverkan.spreadsheets.forms import FormSheet, new_form_book
from samverkan.spreadsheets.writing import packed
from samverkan.words import collecting as said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkan.collecting.asked import Asked, Round
    from samverkan.spreadsheets.forms import FormBook
    from samverkan.words.sentence import Language

TITLE_ROW, GUIDE_ROW, WHO_ROW, DAY_ROW, NAMES_ROW, HEADING_ROW = range(1, 7)
FIRST_COLUMN = 2
"""The first one holds the hidden keys."""
_PLACE = {column.name: i for i, column in enumerate(COLUMNS, FIRST_COLUMN)}


def form(whole: Round, rows: Sequence[Asked], title: str, language: Language, today: date) -> bytes:
    """Make a form.

    Args:
        whole: the round of answers that it belongs to.
        rows: what this form asks about.
        title: what it is called.
        language: the language of its headings.
        today: the day that the file is made.

    Returns:
        The workbook.
    """
    book = new_form_book(said.SHEET.say(language))
    _head(book.sheet, whole, title, language)
    for number, one in enumerate(rows, HEADING_ROW + 1):
        _row(book.sheet, number, one, language)
    book.sheet.height(HEADING_ROW, {})
    last = HEADING_ROW + len(rows)
    book.sheet.lay_out({1: None, **{_PLACE[column.name]: column.width for column in COLUMNS}}, HEADING_ROW, NAMES_ROW)
    book.sheet.lock(freeze=(HEADING_ROW + 1, FIRST_COLUMN + 2), area=(last, FIRST_COLUMN + len(COLUMNS) - 1))
    _keep(book, whole, language, today)
    return packed(book.book, today)


def _head(sheet: FormSheet, whole: Round, title: str, language: Language) -> None:
    first, last = whole.period
    sheet.title(TITLE_ROW, FIRST_COLUMN, title)
    sheet.text(TITLE_ROW, _PLACE["result"], said.PERIOD.with_fields(first=str(first), last=str(last)).say(language))
    sheet.guide(GUIDE_ROW, (FIRST_COLUMN, _PLACE["last"]), said.GUIDE.say(language))
    for row, name, words in ((WHO_ROW, "who", said.WHO), (DAY_ROW, "day", said.DAY)):
        sheet.text(row, 1, f"samverkan:{name}")
        sheet.text(row, FIRST_COLUMN, words.say(language))
        sheet.answer(row, _PLACE["responsible"], is_day=name == "day")
    sheet.text(NAMES_ROW, 1, KEY_MARK)
    for column in COLUMNS:
        sheet.text(NAMES_ROW, _PLACE[column.name], column.name)
        heading = said.HEADINGS[column.name].say(language)
        sheet.heading(HEADING_ROW, _PLACE[column.name], heading, is_answer=column.is_answer)


def _row(sheet: FormSheet, number: int, one: Asked, language: Language) -> None:
    sheet.text(number, 1, one.key)
    for column in (*SHOWN, *ANSWERS):
        if column.is_answer:
            sheet.answer(number, _PLACE[column.name], is_day=column.name == "answered")
        else:
            sheet.shown(number, _PLACE[column.name], one.what[column.name])
    widths: dict[int, str] = {}
    for column in COLUMNS:  # the longest text for each width
        widths[column.width] = max(widths.get(column.width, ""), one.what.get(column.name, ""), key=len)
    sheet.height(number, widths)
    choices = {
        "result": list(one.results.values()),
        "light": [light.say(language) for light in Light],
        "carried_over": [said.YES.say(language), said.NO.say(language)],
    }
    for name, words in choices.items():
        sheet.choose(number, _PLACE[name], words, said.CHOOSE.say(language))


def _keep(book: FormBook, whole: Round, language: Language, today: date) -> None:
    """Keep what the form said when it was made, so that what has been changed can be told."""
    lines: list[list[str]] = [["samverkan-form", FORM_VERSION], ["language", language], ["made", today.isoformat()]]
    lines += [["document", name, code] for name, code in whole.documents.items()]
    lines += [["from", whole.period[0].isoformat()], ["until", whole.period[1].isoformat()]]
    for one in whole.asked:
        lines.append(["item", one.key, *(one.what[name] for name in LOCKED)])
    book.keep(KEPT_SHEET, lines)
