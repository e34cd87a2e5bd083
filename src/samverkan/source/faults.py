"""What is wrong with a text, before it is known as a document: a fault becomes a finding when its file is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samverkan.findings import Finding, KeyPath, Related, Severity, Span
from samverkan.words.reading import FIRST_KEY, READING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkan.words.sentence import FieldValue


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in a text: its rule, which of the rule's sentences, the sentence's fields and where it is.

    Attributes:
        sentence: the key in the catalogue of sentences about reading; the rule's name unless it has several.
        span: where.
        fields: the sentence's fields.
        rule: the rule's name.
        path: the place in the document, where known.
        first: for a duplicate, where the first one stands.
        severity: how much it matters.
    """

    sentence: str
    span: Span
    fields: Mapping[str, FieldValue] = field(default_factory=dict)
    rule: str = ""
    path: KeyPath = ()
    first: Span | None = None
    severity: Severity = Severity.ERROR

    def finding(self, file: str) -> Finding:
        """Make the finding for a file, named as the user knows it."""
        entry = READING[self.sentence]
        related = () if self.first is None else (Related(FIRST_KEY, file, self.first),)
        return Finding(
            rule=self.rule or self.sentence,
            severity=self.severity,
            message=entry.message(self.fields),
            help=entry.help(self.fields),
            file=file,
            span=self.span,
            path=self.path,
            related=related,
        )


def point(line: int, column: int, width: int = 1) -> Span:
    """Make a span on one line from a place counted from 0."""
    return Span(line + 1, column + 1, line + 1, column + 1 + width)
