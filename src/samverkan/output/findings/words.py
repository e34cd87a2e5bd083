"""What the formats for programs say alike of findings."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from samverkan.findings import Severity
from samverkan.words.numbers import Figure
from samverkan.words.output import report

if TYPE_CHECKING:
    from samverkan.findings import Finding
    from samverkan.told import Told
    from samverkan.words.sentence import Language, Text


def with_help(finding: Finding, language: Language) -> str:
    """Say what is wrong and what to do about it."""
    return f"{finding.message.say(language)} {finding.help.say(language)}".strip()


def learn_more(name: str) -> Text:
    """Say how to learn more about a finding's name."""
    return report("explain", name=name)


def told_more(count: int) -> Text:
    """Say how many findings more there are than those that are told."""
    return report("untold", count=Figure(Decimal(count)))


def counts_of(result: Told, language: Language) -> list[str]:
    """Count the findings of each severity that there are, in words."""
    counts = {severity: result.count(severity) for severity in Severity}
    return [report(f"{s.value}-{'one' if n == 1 else 'count'}", count=n).say(language) for s, n in counts.items() if n]


def files_of(result: Told, language: Language) -> str:
    """Say how many files were checked."""
    return report("files-checked" if result.files != 1 else "file-checked", count=result.files).say(language)


def counted(result: Told, language: Language) -> str:
    """Say in one sentence how many files were checked, and what was found."""
    found = counts_of(result, language) or [report("no-findings").say(language)]
    return f"{files_of(result, language)}: {', '.join(found)}."
