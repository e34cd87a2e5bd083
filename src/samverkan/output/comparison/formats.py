"""The formats of a comparison. To add one: write its function in a file here, and its line in the table."""
# ruff: noqa: PLC0415 - what a format needs is loaded when that format is asked for

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from samverkan.output.standard_output import write_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkan.comparing.comparison import Comparison
    from samverkan.words.sentence import Language


class CompareFormat(StrEnum):
    """How a comparison is shown."""

    TEXT = "text"
    JSON = "json"
    MD = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"


class Writer(Protocol):
    """Writes a comparison to the standard output, in the order of the document or by weight."""

    def __call__(self, found: Comparison, language: Language, *, is_by_weight: bool) -> None:
        """Write it."""
        ...


def _text(found: Comparison, language: Language, *, is_by_weight: bool) -> None:
    from samverkan.output.comparison.text import print_comparison

    print_comparison(found, language, is_by_weight=is_by_weight)


def _json(found: Comparison, language: Language, *, is_by_weight: bool) -> None:
    from samverkan.output.comparison.json import comparison_json

    write_file(comparison_json(found, language, is_by_weight=is_by_weight))


WRITERS: Mapping[CompareFormat, Writer] = {CompareFormat.TEXT: _text, CompareFormat.JSON: _json}
"""What writes a comparison to the standard output; in the other formats it is a page, made as documents are."""
