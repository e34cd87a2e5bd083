"""The rules on a terminal: a list, and an explanation of one."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text as Cell

from samverkan.output.terminal import can_draw, console
from samverkan.rules.explanation import explanation_of
from samverkan.words.output import SEVERITIES, report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.rules.rule import Rule
    from samverkan.words.sentence import Language


def print_rules(rules: Sequence[Rule], language: Language) -> None:
    """Print every rule with its severity and source, family by family."""
    out = console()
    for family, members in groupby(rules, key=lambda rule: rule.family):
        out.print(Cell(report(f"family-{family}").say(language), style="bold"))
        table = Table(box=box.SIMPLE if can_draw() else None, show_header=False, show_edge=False, pad_edge=False)
        table.add_column(no_wrap=True)
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for rule in members:
            source = explanation_of(rule).source.say(language)
            table.add_row(Cell(rule.name), Cell(SEVERITIES[rule.severity].say(language), style="dim"), Cell(source))
        out.print(table)
        out.print()


def print_explanation(rule: Rule, language: Language) -> None:
    """Print why a rule is there, where it comes from, what it says, and a bad and a good example."""
    explained, out = explanation_of(rule), console()
    out.print(Cell(rule.name, style="bold").append(f"  {SEVERITIES[rule.severity].say(language)}", style="dim"))
    out.print(explained.why.say(language), soft_wrap=True)
    out.print(Cell(f"{report('source').say(language)}: ", style="dim").append(explained.source.say(language)))
    for key, example in (("bad-example", explained.bad), ("good-example", explained.good)):
        out.print()
        out.print(Cell(report(key).say(language) + ":", style="bold"))
        for line in example.splitlines():
            out.print(f"    {line}", soft_wrap=True)
