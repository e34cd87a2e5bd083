"""Decisions that contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Severity
from samverkan.model.choices import DecisionType
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.model.dates import CoarseDate
    from samverkan.model.document import DocumentModel
    from samverkan.model.parties import Decision

_THE_OTHER_DECISION = Text("Det andra beslutet.", "The other decision.")


@rule(
    Severity.WARNING,
    Entry(
        sv="{body} har två beslut om dokumentet, med olika datum: {first} och {second}.",
        en="{body} has two decisions on the document, with different dates: {first} and {second}.",
        sv_help="Ta bort det beslut som är fel. Är båda riktiga, skriv under Innehåll (`text`) vad vart och ett "
        "innebär.",
        en_help="Remove the decision that is wrong. If both are right, say under `text` what each of them means.",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "situation-picture", "citizen-promise", "communication-plan"),
)
def decided_twice(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Two dates of one body's decision leave it unclear since when the document is decided.

    sv: Två datum för samma organs beslut gör det oklart sedan när dokumentet är beslutat.
    source: {order}. | {order}.
    bad:
        decisions:
          - {body: Kommunstyrelsen, date: 2024-01-08}
          - {body: Kommunstyrelsen, date: 2024-01-10}
    good:
        decisions:
          - {body: Kommunstyrelsen, date: 2024-01-08}
          - {body: Kommunstyrelsen, date: 2024-01-10, text: Parterna får en månad till på sig.}
    """
    yield from decided_again(given.model.decisions)


def decided_again(decisions: Sequence[Decision]) -> Iterator[Breach]:
    """Give the decisions of a body that has decided on another date before, unless a decision says what it means.

    To revise later what was adopted is what revising means.

    Args:
        decisions: the decisions of a document.
    """
    adopted = _adopted(decisions)
    told = [(i, one) for i, one in enumerate(decisions) if one.decides and one.body and one.text is None]
    seen: dict[tuple[str | None, str], tuple[int, CoarseDate]] = {}
    for i, decision in told:
        if decision.date is None or _revises(decision, adopted.get(_who(decision))):
            continue
        position, first = seen.setdefault(_who(decision), (i, decision.date))
        if first != decision.date:
            related = (Elsewhere(_THE_OTHER_DECISION, ("decisions", position, "date")),)
            place = ("decisions", i, "date")
            yield at(*place, related=related, body=decision.body or "", first=first, second=decision.date)


_LATER = {DecisionType.REVISED, DecisionType.EXTENDED}


def _adopted(decisions: Sequence[Decision]) -> dict[tuple[str | None, str], CoarseDate]:
    """Give when each body last decided on a document, other than to revise it."""
    adopted: dict[tuple[str | None, str], CoarseDate] = {}
    for one in decisions:
        if one.decides and one.date is not None and one.does not in _LATER:
            adopted[_who(one)] = max(one.date, adopted.get(_who(one), one.date))
    return adopted


def _who(decision: Decision) -> tuple[str | None, str]:
    return decision.party, (decision.body or "").casefold()


def _revises(decision: Decision, adopted: CoarseDate | None) -> bool:
    """Tell whether a decision revises what its body had adopted by then, as far as the document knows."""
    if decision.does not in _LATER or decision.date is None:
        return False
    return adopted is None or adopted.first <= decision.date.last
