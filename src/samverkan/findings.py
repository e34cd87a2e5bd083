"""What a check finds: frozen values, shown by `report`, never printed where they are made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.words.sentence import Text

KeyPath = tuple[str | int, ...]
"""The way from a document's root to a value: keys and list positions (from 0)."""


class Severity(StrEnum):
    """How much a finding matters: errors fail a check, warnings and notes only when asked to."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """The place in the order of what matters: 0 for errors, which matter most."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a file: lines and columns from 1, columns in characters, the end just past the last one."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding is about, such as the first of two equal ids."""

    message: Text
    file: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: what is wrong, where, and what to do about it.

    Attributes:
        rule: the rule's name in words, such as `unknown-key`.
        severity: how much it matters.
        message: what is wrong.
        help: what to do.
        file: the file as the user knows it, with forward slashes.
        span: where in the file.
        path: the place in the document, such as `("focus_areas", 2, "title")`.
        related: other places that it is about.
        hides: whether the line itself must not be shown, for it holds personal data.
    """

    rule: str
    severity: Severity
    message: Text
    help: Text
    file: str
    span: Span
    path: KeyPath = ()
    related: tuple[Related, ...] = ()
    hides: bool = False


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another place that a remark is about; `file` is None for the same file."""

    message: Text
    path: KeyPath
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding before its lines are known: it names a place in a document by its path.

    Attributes:
        at_key: point at the key itself rather than at its value.
        hides: the line must not be shown, for it holds personal data.
    """

    rule: str
    severity: Severity
    message: Text
    help: Text
    path: KeyPath
    at_key: bool = False
    related: tuple[Elsewhere, ...] = ()
    hides: bool = False


MOST_TOLD = 200
"""How many findings of one rule in one file are told; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Untold:
    """How many more findings of a rule a file has than those that are told."""

    file: str
    rule: str
    severity: Severity
    count: int


def first_of_each(findings: Iterable[Finding]) -> tuple[list[Finding], tuple[Untold, ...]]:
    """Give the first findings of each rule in each file, in order, and count the rest.

    What is not told is never worded: a small file can have tens of thousands of findings.
    """
    told: dict[tuple[str, str, Severity], list[Finding]] = {}
    for finding in sorted(findings, key=lambda f: (f.file, f.span.line, f.span.column, f.rule)):
        told.setdefault((finding.file, finding.rule, finding.severity), []).append(finding)
    rest = (Untold(*key, len(found) - MOST_TOLD) for key, found in sorted(told.items()) if len(found) > MOST_TOLD)
    return in_order([finding for found in told.values() for finding in found[:MOST_TOLD]]), tuple(rest)


def path_text(path: KeyPath) -> str:
    """Write a path as users and JSON see it: `focus_areas[2].goals[0].target`."""
    written = ""
    for step in path:
        written += f"[{step}]" if isinstance(step, int) else f".{step}"
    return written.removeprefix(".")


def in_order(findings: list[Finding]) -> list[Finding]:
    """Sort by file and place; ties by rule and wording, so that the order never depends on how a check ran."""
    return sorted(
        findings,
        key=lambda f: (f.file, f.span.line, f.span.column, f.rule, path_text(f.path), f.message.say("en")),
    )
