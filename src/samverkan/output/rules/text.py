"""The rules for people: a list, an explanation of one, and the page of the documentation."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich import box
from rich.table import Table
from rich.text import Text as Cell

from samverkan.output.json_v1 import VERSION
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


def rules_json(rules: Sequence[Rule], language: Language) -> str:
    """Write the rules as one JSON object; see docs/json.md."""
    return (
        json.dumps(
            {"version": VERSION, "rules": [_rule(rule, language) for rule in rules]}, ensure_ascii=False, indent=2
        )
        + "\n"
    )


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    explained = explanation_of(rule)
    return {
        "rule": rule.name,
        "family": rule.family,
        "severity": rule.severity.value,
        "kinds": list(rule.kinds),
        "why": explained.why.say(language),
        "source": explained.source.say(language),
        "bad": explained.bad,
        "good": explained.good,
    }


def rules_page(rules: Sequence[Rule], language: Language) -> str:
    """Write the page of the documentation that explains every rule, in Markdown."""
    lines = [f"# {report('rules-title').say(language)}", "", report("rules-lead").say(language), ""]
    for family, members in groupby(rules, key=lambda rule: rule.family):
        lines += [f"## {report(f'family-{family}').say(language)}", ""]
        for rule in members:
            lines += _entry(rule, language)
    return "\n".join(lines).rstrip() + "\n"


def _entry(rule: Rule, language: Language) -> list[str]:
    explained = explanation_of(rule)
    facts = (("severity", SEVERITIES[rule.severity].say(language)), ("source", explained.source.say(language)))
    about = " · ".join(f"{report(key).say(language)}: {value}" for key, value in facts)
    examples: list[str] = []
    for key, example in (("bad-example", explained.bad), ("good-example", explained.good)):
        examples += [report(key).say(language) + ":", "", "```yaml", *example.splitlines(), "```", ""]
    return [f"### {rule.name}", "", explained.why.say(language), "", about, "", *examples]
