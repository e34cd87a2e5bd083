"""The formats of the list of rules. To add one: write its function in a file here, and its line in the table."""
# ruff: noqa: PLC0415 - what a format needs is loaded when that format is asked for

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from samverkan.output.standard_output import write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samverkan.catalogue import FindingName
    from samverkan.words.sentence import Language


class RulesFormat(StrEnum):
    """How the rules are shown."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


def _text(names: Sequence[FindingName], language: Language) -> None:
    from samverkan.output.rules.text import print_rules

    print_rules(names, language)


def _json(names: Sequence[FindingName], language: Language) -> None:
    from samverkan.output.json_v1 import rules_json

    write_file(rules_json(names, language))


def _markdown(names: Sequence[FindingName], language: Language) -> None:
    from samverkan.output.rules.markdown import rules_page

    write_file(rules_page(names, language))


WRITERS: dict[RulesFormat, Callable[[Sequence[FindingName], Language], None]] = {
    RulesFormat.TEXT: _text,
    RulesFormat.JSON: _json,
    RulesFormat.MD: _markdown,
}
"""What writes the rules to the standard output, in each format."""
