"""The page of the documentation that explains every rule, in Markdown."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from samverkan.rules.explanation import explanation_of
from samverkan.words.output import SEVERITIES, report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.rules.rule import Rule
    from samverkan.words.sentence import Language


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
