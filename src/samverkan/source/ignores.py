"""Silencing one finding at its place: `# samverkan: ignore[rule-name] reason, until 2027-01-01`.

The comment silences the rule on its own line; on a line of its own it silences it on the next line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from samverkan.guess import did_you_mean
from samverkan.source.faults import Fault, point
from samverkan.source.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from samverkan.findings import Finding
    from samverkan.words.sentence import FieldValue

_COMMENT = re.compile(r"#\s*samverkan:\s*ignore(?:\[([^\]]*)\])?(.*)$")
_UNTIL = re.compile(r"[,;]?\s*\b(?:until|till|t\.o\.m\.)\s+(\S+)\s*$")


@dataclass
class _Ignore:
    line: int
    column: int
    width: int
    rules: tuple[str, ...]
    reason: str
    until: str
    covers: int
    is_comment: bool
    used: bool = False

    def is_over(self, today: date) -> bool:
        """Tell whether its last day has passed, or is not a day at all."""
        if not self.until:
            return False
        try:
            return date.fromisoformat(self.until) < today
        except ValueError:
            return True


class Ignores:
    """The comments of one file that silence findings."""

    def __init__(self, text: str) -> None:
        """Find the comments of a file's text."""
        self._found = list(_find(text)) if "samverkan:" in text and "ignore" in text else []

    def silence(self, finding: Finding, today: date) -> bool:
        """Tell whether a finding is silenced where it stands, and remember that a comment was of use."""
        silenced = False
        for ignore in self._found:
            if ignore.is_comment and finding.rule in ignore.rules and finding.span.line == ignore.covers:
                ignore.used = True
                silenced = silenced or bool(ignore.reason and not ignore.is_over(today))
        return silenced

    def faults(self, levels: Mapping[str, object], other: Collection[str], today: date) -> Iterator[Fault]:
        """Find what is wrong with the comments, once every finding has been asked about.

        Args:
            levels: the names of all rules, each with None if it was not tried; a comment for these is not called
                unused.
            other: the names of findings that no comment can silence.
            today: the day to judge by.
        """
        for ignore in self._found:
            span = point(ignore.line - 1, ignore.column - 1, ignore.width)
            for name, fields in _faults(ignore, levels, other, today):
                yield Fault(name, span, fields)


def _faults(
    ignore: _Ignore, levels: Mapping[str, object], other: Collection[str], today: date
) -> Iterator[tuple[str, dict[str, FieldValue]]]:
    if not ignore.is_comment:
        yield "ignore-in-text", {}
        return
    of_names = list(_faults_of_names(ignore.rules, levels, other))
    yield from of_names
    if not ignore.reason:
        yield "ignore-without-reason", {}
    if ignore.is_over(today):
        yield "ignore-expired", {"until": ignore.until}
    is_tried = any(levels.get(name) is not None for name in ignore.rules)
    if is_tried and not of_names and not ignore.used:
        yield "ignore-unused", {"rule": ", ".join(ignore.rules)}


def _faults_of_names(
    rules: Sequence[str], levels: Mapping[str, object], other: Collection[str]
) -> Iterator[tuple[str, dict[str, FieldValue]]]:
    if not rules:
        yield "ignore-without-rule", {}
    for name in rules:
        if name in other and name not in levels:
            yield "ignore-not-allowed", {"rule": name}
        elif name not in levels:
            yield "ignore-unknown-rule", {"rule": name, "guess": did_you_mean(name, levels)}


def _find(text: str) -> Iterator[_Ignore]:
    positions = Positions(text)
    for number, line in enumerate(positions.lines, 1):
        match = _COMMENT.search(line)
        if match is None:
            continue
        reason = match[2].strip()
        until = _UNTIL.search(reason)
        yield _Ignore(
            line=number,
            column=match.start() + 1,
            width=len(line) - match.start(),
            rules=tuple(name.strip() for name in (match[1] or "").split(",") if name.strip()),
            reason=(reason[: until.start()] if until else reason).strip(" ,;"),
            until=until[1] if until else "",
            covers=number if line[: match.start()].strip() else _next_line(positions.lines, number),
            is_comment=not positions.is_inside_text(number, match.start() + 1),
        )


def _next_line(lines: list[str], number: int) -> int:
    """Give the next line that holds more than a comment."""
    for i in range(number, len(lines)):
        if lines[i].strip() and not lines[i].lstrip().startswith("#"):
            return i + 1
    return number
