"""The formats of the list of rules. To add one: write its function in a file here, and its line in the table."""
# ruff: noqa: PLC0415 - what a format needs is loaded when that format is asked for

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from samverkan.output.standard_output import write_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samverkan.rules.rule import Rule
    from samverkan.words.sentence import Language


class RulesFormat(StrEnum):
    """How the rules are shown."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


def _text(rules: Sequence[Rule], language: Language) -> None:
    from samverkan.output.rules.text import print_rules

    print_rules(rules, language)


def _json(rules: Sequence[Rule], language: Language) -> None:
    from samverkan.output.json_v1 import rules_json

    write_file(rules_json(rules, language))


def _markdown(rules: Sequence[Rule], language: Language) -> None:
    from samverkan.output.rules.markdown import rules_page

    write_file(rules_page(rules, language))


WRITERS: dict[RulesFormat, Callable[[Sequence[Rule], Language], None]] = {
    RulesFormat.TEXT: _text,
    RulesFormat.JSON: _json,
    RulesFormat.MD: _markdown,
}
"""What writes the rules to the standard output, in each format."""
