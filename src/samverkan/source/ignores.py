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
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from samverkan.findings import Finding
    from samverkan.words.sentence import FieldValue

_COMMENT = re.compile(r"#\s*samverkan:\s*ignore(?:\[([^\]]*)\])?(.*)$")
_UNTIL = re.compile(r"\b(?:until|till|t\.o\.m\.)$")


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
            return date.fromisoformat(self.until) < today or not self.until.isascii()
        except ValueError:
            return True


class Ignores:
    """The comments of one file that silence findings."""

    def __init__(self, text: str) -> None:
        """Find the comments of a file's text."""
        self._found = list(_find(text)) if "samverkan:" in text and "ignore" in text else []
        self._silencing: dict[tuple[int, str], list[_Ignore]] = {}
        for ignore in self._found:
            for name in set(ignore.rules) if ignore.is_comment else ():
                self._silencing.setdefault((ignore.covers, name), []).append(ignore)

    @property
    def are_there(self) -> bool:
        """Whether the file has any."""
        return bool(self._found)

    @property
    def places(self) -> frozenset[tuple[int, str]]:
        """The lines on which findings are silenced, each with the name of the rule."""
        return frozenset(self._silencing)

    def silence(self, finding: Finding, today: date) -> bool:
        """Tell whether a finding is silenced where it stands, and remember that a comment was of use."""
        silenced = False
        for ignore in self._silencing.get((finding.span.line, finding.rule), ()):
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
        yield "ignore-unused", {"rule": FirstOf(ignore.rules)}


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
    following = _following_lines(positions.lines)
    for number, line in enumerate(positions.lines, 1):
        match = _COMMENT.search(line)
        if match is None:
            continue
        reason, until = _parted(match[2])
        yield _Ignore(
            line=number,
            column=match.start() + 1,
            width=len(line) - match.start(),
            rules=tuple(name.strip() for name in (match[1] or "").split(",") if name.strip()),
            reason=reason,
            until=until,
            covers=number if line[: match.start()].strip() else following[number],
            is_comment=not positions.is_inside_text(number, match.start() + 1),
        )


def _parted(said: str) -> tuple[str, str]:
    """Part what a comment says into its reason and its last day, which is the last word after such as "until"."""
    words = said.rsplit(maxsplit=1)
    before, last = words if len(words) > 1 else ("", "")
    until = _UNTIL.search(before)
    return (before[: until.start()].rstrip() if until else said.strip()).strip(" ,;"), last if until else ""


def _following_lines(lines: list[str]) -> list[int]:
    """Give for each line the next one that holds more than a comment, or itself where none does; all from 1."""
    found = [*range(len(lines) + 1)]
    for i in range(len(lines) - 1, 0, -1):
        below = lines[i].strip()
        found[i] = i + 1 if below and not below.startswith("#") else found[i + 1] if found[i + 1] > i + 1 else i
    return found
