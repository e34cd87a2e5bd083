"""Decisions that contradict each other, or are those of the document before."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, Severity
from samverkan.model.choices import DecisionType
from samverkan.model.document import Superseding
from samverkan.model.raised_years import years_later
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from samverkan.findings import KeyPath
    from samverkan.model.dates import CoarseDate
    from samverkan.model.document import DocumentModel
    from samverkan.model.parties import Decision
    from samverkan.words.sentence import FieldValue
    from samverkan.workspace.document import Document

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


@rule(
    Severity.WARNING,
    Entry(
        sv="Beslutet {day} är från när {other} beslutades, som det här dokumentet ersätter.",
        en="The decision of {day} is from when {other} was decided, which this document supersedes.",
        sv_help="Rätta Datum (`date`) till dagen då det här dokumentet beslutades.",
        en_help="Correct `date` to the day when this document was decided.",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "situation-picture", "action-plan", "citizen-promise", "communication-plan"),
)
def decision_of_predecessor(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A document that was copied from the last one keeps its decisions, and then seems to have been decided long ago.

    sv: Ett dokument som är kopierat från det förra har lätt kvar dess beslut, och ser då ut att ha beslutats för länge
        sedan.
    source: {order}. | {order}.
    bad:
        kind: situation-picture
        supersedes: bild-2022
        decisions: [{body: Kommunstyrelsen, date: 2022-02-20}]
        ---
        kind: situation-picture
        id: bild-2022
        title: Lägesbild 2022
        date: 2022-02-01
        decisions: [{body: Kommunstyrelsen, date: 2022-02-20}]
    good:
        kind: situation-picture
        decisions: [{body: Kommunstyrelsen, date: 2024-02-20}]
    """
    bodies = Counter(_body(decision) for decision in given.model.decisions)
    for i, decision in enumerate(given.model.decisions):
        other = _predecessor_with(decision, given) if bodies[_body(decision)] == 1 and decision.date else None
        where = _place_of(decision, other) if other is not None else None
        if other is not None and decision.date is not None and where is not None:
            related = (Elsewhere(_THE_OTHER_DECISION, where, other.file),)
            fields: dict[str, FieldValue] = {"day": decision.date, "other": other.id or ""}
            mend = Mend(_in_own_time(decision.date, given.document, other, given.today))
            yield Breach(("decisions", i, "date"), fields, related, mend=mend)


_AROUND = timedelta(days=60)
_LONG_BEFORE = timedelta(days=300)


def _body(decision: Decision) -> str:
    return (decision.body or "").casefold()


def _predecessor_with(decision: Decision, given: RuleInput[DocumentModel]) -> Document | None:
    """Give the document that is superseded and has a decision of the same body from then."""
    start = given.document.period[0] or given.document.made_on
    if start is None or decision.date is None or start - decision.date.last < _LONG_BEFORE:
        return None
    return next((one for one in _ended_by(start, given) if _place_of(decision, one)), None)


def _ended_by(day: date, given: RuleInput[DocumentModel]) -> Iterator[Document]:
    """Give the documents that a document supersedes, of those that had come to their end by a day."""
    for name in given.model.supersedes if isinstance(given.model, Superseding) else ():
        other = given.workspace.by_id.get(name) if isinstance(name, str) else None
        if other is not None and (other.period[1] or day) <= day:
            yield other


def _place_of(decision: Decision, document: Document) -> KeyPath | None:
    """Give the place of the date of the same body around the same day; None where there is none, or no body is told."""
    decisions = document.model.decisions if document.model is not None and decision.body else ()
    for i, one in enumerate(decisions):
        is_near = one.date and decision.date and abs(one.date.first - decision.date.first) <= _AROUND
        if is_near and _body(one) == _body(decision):
            return "decisions", i, "date"
    return None


def _in_own_time(day: CoarseDate, document: Document, other: Document, today: date) -> str:
    """Write the day as many years later as the document begins after the other one; empty where that is to come."""
    first, theirs = document.period[0], other.period[0]
    later = years_later(day, first.year - theirs.year) if first is not None and theirs is not None else None
    return str(later) if later is not None and later.last <= today else ""
