"""The formats of the answers to the law. To add one: write its function in a file here, and its line in the table."""
# ruff: noqa: PLC0415 - what a format needs is loaded when that format is asked for

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from samverkan.output.standard_output import write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from samverkan.law.answers import MunicipalAnswers
    from samverkan.words.sentence import Language


class LawFormat(StrEnum):
    """How the answers are shown."""

    TEXT = "text"
    JSON = "json"
    MD = "md"
    HTML = "html"
    PDF = "pdf"


def _text(found: Sequence[MunicipalAnswers], _today: date, language: Language) -> None:
    from samverkan.output.law.text import print_law

    print_law(found, language)


def _json(found: Sequence[MunicipalAnswers], today: date, language: Language) -> None:
    from samverkan.output.json_v1 import law_json

    write_file(law_json(found, today, language))


WRITERS: dict[LawFormat, Callable[[Sequence[MunicipalAnswers], date, Language], None]] = {
    LawFormat.TEXT: _text,
    LawFormat.JSON: _json,
}
"""What writes the answers to the standard output; in the other formats they are a page, made as documents are."""
