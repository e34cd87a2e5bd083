"""The formats of findings. To add one: write its function in a file here, and its line in the table."""
# ruff: noqa: PLC0415 - what a format needs is loaded when that format is asked for

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from samverkan.output.standard_output import write_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.check import CheckResult
    from samverkan.words.sentence import Language


@dataclass(frozen=True, slots=True)
class FindingList:
    """What is shown.

    Attributes:
        result: what a check found.
        language: the language to show it in.
        notes: whether people are to see notes too; programs always do.
        quiet: whether people are to see the findings alone, not what is said of them in all.
    """

    result: CheckResult
    language: Language
    notes: bool
    quiet: bool = False


class FindingsFormat(StrEnum):
    """How findings are shown."""

    TEXT = "text"
    JSON = "json"


def _text(shown: FindingList) -> None:
    if shown.result.files:
        from samverkan.output.findings.text import print_findings

        print_findings(shown.result, shown.language, notes=shown.notes, quiet=shown.quiet)


def _json(shown: FindingList) -> None:
    from samverkan.output.json_v1 import findings_json

    write_file(findings_json(shown.result, shown.language))


WRITERS: dict[FindingsFormat, Callable[[FindingList], None]] = {
    FindingsFormat.TEXT: _text,
    FindingsFormat.JSON: _json,
}
"""What writes the findings to the standard output, in each format."""
