"""What a check finds: frozen values, shown by `report`, never printed where they are made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

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
class Edit:
    """How a file is mended in one place: the text that takes the place of a stretch of it.

    Attributes:
        span: the stretch; an empty one is a place to write in.
        text: what stands there instead.
        is_safe: whether it says what was meant beyond doubt, so that a program may write it.
        is_example: whether it holds what the author has not written, to show what may stand there.
    """

    span: Span
    text: str
    is_safe: bool = False
    is_example: bool = False


class MendKind(StrEnum):
    """What a mend of a place in a document changes."""

    VALUE = "value"
    KEY = "key"
    PAIR = "pair"
    QUOTES = "quotes"
    ITEM = "item"
    FIRST = "first"
    MOVE = "move"
    GATHER = "gather"
    UNDER = "under"
    KEYED = "keyed"
    LEAVE_OUT = "leave-out"
    OUTDENT = "outdent"
    SWAP = "swap"
    LINES = "lines"
    PUT_IN = "put-in"
    PARTED = "parted"


@dataclass(frozen=True, slots=True)
class Mend:
    """How a place in a document is mended, before its lines are known.

    Attributes:
        text: the YAML that takes its place: of the value, of the key alone, or of both; a key with its value that is to
            stand first in it; empty for the two kinds that put the value as it is written in quotes, or make it the one
            item of a list; any for the kind that leaves a key with its value out; the keys, with points between, that
            lead to the part that a key belongs in; the key that some beside each other belong under, and on lines of
            their own what each is called there and here, `from=start`; the positions in a list of those that begin an
            item, where each key was made one; the key that names an item and the key of its text, where each key was
            made the name of one; the first and the last of some lines, from 0, and how many columns they move to the
            left; the key beside this one that it changes values with; the first and the last of some lines, from 0,
            and on lines of their own the lines that take their place; the steps that lead to the part that a key is
            written in, with points between, and on a line of its own what is to stand there; on a line each, the values
            of a key that the item is parted by, all else in it staying with the first.
        kind: what is changed.
        is_safe: as in `Edit`.
        is_example: as in `Edit`.
    """

    text: str | SaidLater
    kind: MendKind = MendKind.VALUE
    is_safe: bool = False
    is_example: bool = False


class SaidLater(Protocol):
    """A text that is made first when it is needed."""

    @property
    def guessed(self) -> str:
        """The text; empty where there is none."""
        ...


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
        edit: how the file is mended, where that can be told.
        mend: the same before its place is looked up.
        known_as: its place as runs know it from one to the next, besides rule and file; see `known_as`.
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
    edit: Edit | None = None
    mend: Mend | None = None
    known_as: str = ""


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
        mend: how the place is mended, where that can be told.
        row: the line to point at, from 0, where it is not the first of the place.
    """

    rule: str
    severity: Severity
    message: Text
    help: Text
    path: KeyPath
    at_key: bool = False
    related: tuple[Elsewhere, ...] = ()
    hides: bool = False
    mend: Mend | None = None
    row: int | None = None


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


def known_as(finding: Finding, data: object, lines: Callable[[], Sequence[str]]) -> str:
    """Give the place of a finding in such words that it stays when lines are added above it or an item is moved.

    Parts with an id go by it. Where no place in a document is known, the line's own words stand for it.

    Args:
        finding: the finding.
        data: the document's plain data; None where there are none.
        lines: gives the lines of its file.
    """
    if data is None or not finding.path:
        found = lines()
        return found[finding.span.line - 1].strip() if finding.span.line <= len(found) else ""
    node, steps = data, []
    for step in finding.path:
        node = _inside(node, step)
        name = node.get("id") if isinstance(step, int) and isinstance(node, dict) else None
        steps.append(f"#{name}" if isinstance(name, str) else str(step))
    return "/".join(steps)


def _inside(node: object, step: str | int) -> object:
    match node, step:
        case dict(), str():
            return node.get(step)
        case list(), int() if step < len(node):
            return node[step]
    return None
