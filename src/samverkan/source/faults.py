"""What is wrong with a text, before it is known as a document: a fault becomes a finding when its file is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samverkan.findings import Edit, Finding, KeyPath, Related, Severity, Span
from samverkan.words.checking import CHECKING
from samverkan.words.reading import FINDINGS, FIRST_KEY, READING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkan.words.sentence import FieldValue


NOTES = frozenset({"anchor", "ignore-in-text"})
"""Faults that change nothing of what is read."""
WARNINGS = frozenset({"comment-in-text"})
"""Faults of what can be meant as it is read, though it hardly is; all others are errors."""

_SENTENCES = READING | CHECKING


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in a text: what is said of it and where it is.

    Attributes:
        sentence: the sentence's key, in the words about reading or about the check itself.
        span: where.
        fields: the sentence's fields.
        path: the place in the document, where known.
        first: for a duplicate, where the first one stands.
        edit: how the text is mended, where that can be told.
    """

    sentence: str
    span: Span
    fields: Mapping[str, FieldValue] = field(default_factory=dict)
    path: KeyPath = ()
    first: Span | None = None
    edit: Edit | None = None

    def finding(self, file: str) -> Finding:
        """Make the finding for a file, named as the user knows it."""
        entry = _SENTENCES[self.sentence]
        related = () if self.first is None else (Related(FIRST_KEY, file, self.first),)
        return Finding(
            rule=FINDINGS.get(self.sentence, self.sentence),
            severity=severity_of(self.sentence),
            message=entry.message(self.fields),
            help=entry.help(self.fields),
            file=file,
            span=self.span,
            path=self.path,
            related=related,
            edit=self.edit,
        )


def is_unreadable(faults: Iterable[Fault]) -> bool:
    """Tell whether a text is not read as it stands: a fault is more than something to think about."""
    return bool(errors_among(faults))


def errors_among(faults: Iterable[Fault]) -> list[Fault]:
    """Give the faults for which a text is not read as it stands."""
    return [one for one in faults if severity_of(one.sentence) is Severity.ERROR]


def severity_of(name: str) -> Severity:
    """Give how much a fault matters, by its sentence's key or its name."""
    return Severity.NOTE if name in NOTES else Severity.WARNING if name in WARNINGS else Severity.ERROR


def point(line: int, column: int, width: int = 1) -> Span:
    """Make a span on one line from a place counted from 0."""
    return Span(line + 1, column + 1, line + 1, column + 1 + width)
