"""Time: what begins before it ends, and dates that fit each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Path, Severity
from samverkan.messages import Entry, Text
from samverkan.rules.rule import At, Case, at, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.agreement import Agreement
    from samverkan.model.terms import Period

_START = Text("Starten står här.", "The start stands here.")
_END = Text("Slutet står här.", "The end stands here.")


@rule(
    Severity.ERROR,
    Entry(
        sv="Slutet {end} ligger före starten {start}.",
        en="The end {end} lies before the start {start}.",
        sv_help="Rätta from eller until.",
        en_help="Correct from or until.",
    ),
)
def ends_before_start(case: Case[Agreement]) -> Iterator[At]:
    """What ends before it starts never applies, and no review can be counted from it.

    sv: Det som slutar före sin början gäller aldrig, och inga uppföljningar kan räknas ur det.
    source: Överenskommelsens giltighetstid. | The agreement's validity.
    bad:
        validity: {from: 2024, until: 2023}
    good:
        validity: {from: 2024, until: 2026}
    """
    for path, period in _periods(case.model):
        start = period.start.date or (case.model.signed_on if path == ("validity",) else None)
        end = period.end.date if period.end else None
        if start and end and end.last < start.first:
            yield at(*path, "until", related=(Elsewhere(_START, (*path, "from")),), start=str(start), end=str(end))


@rule(
    Severity.ERROR,
    Entry(
        sv="Undertecknandet {signed} ligger efter slutet {end}.",
        en="The signing {signed} lies after the end {end}.",
        sv_help="Rätta datumet under signatures eller until under validity.",
        en_help="Correct the date under signatures or until under validity.",
    ),
)
def signed_after_end(case: Case[Agreement]) -> Iterator[At]:
    """An agreement that has ended cannot be entered; one of the dates is wrong.

    sv: En överenskommelse som har löpt ut kan inte ingås; ett av datumen är fel.
    source: Överenskommelsens giltighetstid. | The agreement's validity.
    bad:
        validity: {from: 2024, until: 2026}
        signatures:
          date: 2027-01-15
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
    good:
        validity: {from: 2024, until: 2026}
        signatures:
          date: 2024-01-15
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
    """
    end = case.model.validity.end.date if case.model.validity.end else None
    for path, signed in case.model.signing_dates():
        if end and signed.first > end.last:
            yield at(*path, related=(Elsewhere(_END, ("validity", "until")),), signed=str(signed), end=str(end))


@rule(
    Severity.WARNING,
    Entry(
        sv="Fokusområdets tid går utanför överenskommelsens.",
        en="The focus area's period goes outside the agreement's.",
        sv_help="Rätta området eller validity, så att området ryms i överenskommelsens tid.",
        en_help="Correct the area or validity, so that the area lies within the agreement's period.",
    ),
)
def focus_area_outside_validity(case: Case[Agreement]) -> Iterator[At]:
    """Nobody is bound to a focus area before the agreement starts or after it ends.

    sv: Ingen är bunden till ett fokusområde före överenskommelsens början eller efter dess slut.
    source: Överenskommelsens giltighetstid. | The agreement's validity.
    bad:
        validity: {from: 2024, until: 2026}
        focus_areas:
          - {id: platser, title: Otrygga platser, validity: {from: 2024, until: 2027}}
    good:
        validity: {from: 2024, until: 2026}
        focus_areas:
          - {id: platser, title: Otrygga platser, validity: {from: 2024, until: 2025}}
    """
    whole = case.model.validity
    for i, area in enumerate(case.model.focus_areas):
        if area.validity is None:
            continue
        end, last = area.validity.end and area.validity.end.date, whole.end and whole.end.date
        if end and last and end.last > last.last:
            yield at("focus_areas", i, "validity", "until", related=(Elsewhere(_END, ("validity", "until")),))
        start, first = area.validity.start.date, whole.start.date
        if start and first and start.last < first.first:
            yield at("focus_areas", i, "validity", "from", related=(Elsewhere(_START, ("validity", "from")),))


@rule(
    Severity.WARNING,
    Entry(
        sv="Samrådet {by} ligger efter att överenskommelsen har löpt ut.",
        en="The consultation {by} lies after the agreement has ended.",
        sv_help="Rätta consult_by eller until, så att det finns tid att förlänga.",
        en_help="Correct consult_by or until, so that there is time to extend.",
    ),
)
def consultation_after_end(case: Case[Agreement]) -> Iterator[At]:
    """Parties consult about an extension while there still is an agreement to extend.

    sv: Parterna samråder om förlängning medan det ännu finns en överenskommelse att förlänga.
    source: Överenskommelsens villkor för förlängning. | The agreement's terms of extension.
    bad:
        validity: {from: 2020, until: 2023, extension: {consult_by: 2024-06-30}}
    good:
        validity: {from: 2020, until: 2023, extension: {consult_by: 2023-06-30}}
    """
    validity = case.model.validity
    by, end = validity.extension and validity.extension.consult_by, validity.end and validity.end.date
    if by and end and by.first > end.last:
        yield at("validity", "extension", "consult_by", by=str(by))


@rule(
    Severity.WARNING,
    Entry(
        sv="Tiden räknas från undertecknandet, men datum för det saknas.",
        en="The period is counted from the signing, but the signing has no date.",
        sv_help="Fyll i date under signatures när överenskommelsen är undertecknad; först då kan uppföljningar räknas.",
        en_help="Fill in date under signatures once the agreement is signed; only then can reviews be counted.",
    ),
)
def signing_date_missing(case: Case[Agreement]) -> Iterator[At]:
    """Without a date of signing nothing that starts with it can be counted.

    sv: Utan datum för undertecknandet kan inget räknas som börjar med det.
    source: Överenskommelsens giltighetstid. | The agreement's validity.
    bad:
        validity: {from: signing, until: 2026}
    good:
        validity: {from: 2024-01-01, until: 2026}
    """
    if case.model.validity.start.date is None and case.model.signed_on is None:
        yield at("validity", "from")


def _periods(model: Agreement) -> Iterator[tuple[Path, Period]]:
    yield ("validity",), model.validity
    for i, area in enumerate(model.focus_areas):
        if area.validity:
            yield ("focus_areas", i, "validity"), area.validity


RULES = (
    ends_before_start,
    signed_after_end,
    focus_area_outside_validity,
    consultation_after_end,
    signing_date_missing,
)
