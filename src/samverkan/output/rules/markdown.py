"""The page of the documentation that explains every finding, in Markdown."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from samverkan.output.rules.severity import severity_words
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.catalogue import FindingName
    from samverkan.words.sentence import Language


def rules_page(names: Sequence[FindingName], language: Language) -> str:
    """Write a page with a chapter for each family and a section for each name of a finding.

    Args:
        names: the names, those of a family together.
        language: the language of all but the examples.
    """
    lines = [f"# {report('rules-title').say(language)}", "", report("rules-lead").say(language), ""]
    for family, members in groupby(names, key=lambda entry: entry.family):
        lines += [f"## {report(f'family-{family}').say(language)} (`{family}`)", ""]
        for i, entry in enumerate(members):
            if i == 0 and not entry.is_rule:
                lines += [report("form").say(language), ""]
            lines += _section(entry, language)
    return "\n".join(lines).rstrip() + "\n"


def _section(entry: FindingName, language: Language) -> Iterator[str]:
    explained = entry.explanation
    facts = (("severity", severity_words(entry, language)), ("source", explained.source.say(language)))
    about = " · ".join(f"{report(key).say(language)}: {value}" for key, value in facts)
    yield from (f"### {entry.name}", "", explained.why.say(language), "", about, "")
    for key, text in (("bad-example", explained.bad), ("good-example", explained.good)):
        if explained.bad:
            yield from (f"{report(key).say(language)}:", "", "```yaml", *text.splitlines(), "```", "")
