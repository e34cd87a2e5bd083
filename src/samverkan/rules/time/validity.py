"""An agreement's validity beside its signing, its focus areas and its terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Severity
from samverkan.model.dates import Duration
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.rules.time.start_and_end import END, START
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.own_words import ENDS, mentions
from samverkan.workspace.standing import Standing, standing_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.agreement import Agreement
    from samverkan.model.dates import CoarseDate
    from samverkan.model.document import DocumentModel

_PERIODS = {
    "agreement": (Text("överenskommelsen", "agreement"), "Giltighetstid", "validity"),
    "citizen-promise": (Text("löftet", "promise"), "Period", "period"),
}
"""The kinds that say for how long they apply: what each is called, and the key with its Swedish title."""
_YEAR = Duration(1, "year")


@rule(
    Severity.ERROR,
    Entry(
        sv="Det är inte angivet hur länge {kind} gäller.",
        en="It is not stated for how long the {kind} applies.",
        sv_help="Lägg till {title} (`{key}`), till exempel `{key}: {{from: 2026, until: 2029}}`.",
        en_help="Add `{key}`, such as `{key}: {{from: 2026, until: 2029}}`.",
    ),
    kinds=tuple(_PERIODS),
    concern=Concern.METHOD,
)
def period_not_stated(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Without a period nobody knows whether what is agreed or promised applies, or when it is to be decided anew.

    sv: Utan period vet ingen om det som är överenskommet eller utlovat gäller, eller när det ska beslutas på nytt.
    source: {checklist}: vilken period som gäller. | {checklist}: which period applies.
    bad:
        validity:
    good:
        validity: {from: 2024, until: 2026}
    """
    lasting, (kind, title, key) = given.document.lasting, _PERIODS[given.document.kind or ""]
    if (lasting is None or not lasting.is_told) and not mentions(given.document, ENDS):
        yield at(key, kind=kind, title=title, key=key)


@rule(
    Severity.ERROR,
    Entry(
        sv="Datumet för undertecknandet, {signed}, ligger efter slutet, {end}.",
        en="The date of signing, {signed}, is after the end, {end}.",
        sv_help="Rätta datumet under Underskrifter (`signatures`), eller Till och med (`until`) under Giltighetstid "
        "(`validity`).",
        en_help="Correct the date under `signatures`, or `until` under `validity`.",
    ),
)
def signed_after_end(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """An agreement that has ended cannot be entered; one of the dates is wrong.

    sv: En överenskommelse som har löpt ut kan inte ingås; ett av datumen är fel.
    source: Överenskommelsens giltighetstid. | The agreement's validity.
    bad:
        supersedes: tidigare
        ---
        kind: agreement
        id: tidigare
        validity: {from: 2020, until: 2022}
        signatures:
          date: 2023-01-15
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
    good:
        supersedes: tidigare
        ---
        kind: agreement
        id: tidigare
        validity: {from: 2020, until: 2022}
        signatures:
          date: 2020-01-15
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
    """
    end = None if given.document.is_backwards else given.model.validity.ends_on
    for path, signed in given.model.signing_dates():
        if end and signed.first > end.last:
            yield at(*path, related=(Elsewhere(END, ("validity", "until")),), signed=signed, end=end)


@rule(
    Severity.WARNING,
    Entry(
        sv="Fokusområdets giltighetstid ryms inte inom överenskommelsens.",
        en="The focus area's period is not within the agreement's.",
        sv_help="Rätta tiden under Giltighet (`validity`) för området, eller under Giltighetstid (`validity`) för "
        "överenskommelsen.",
        en_help="Correct `validity` of the area, or `validity` of the agreement.",
    ),
)
def focus_area_outside_validity(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """Before the agreement starts and after it ends the parties have not agreed on a focus area.

    sv: Före överenskommelsens början och efter dess slut är parterna inte överens om något fokusområde.
    source: Överenskommelsens giltighetstid. | The agreement's validity.
    bad:
        focus_areas:
          - {id: platser, title: Otrygga platser, text: Torget upplevs otryggt., validity: {from: 2024, until: 2027}}
    good:
        focus_areas:
          - {id: platser, title: Otrygga platser, text: Torget upplevs otryggt., validity: {from: 2024, until: 2025}}
    """
    whole = given.model.validity
    if given.document.is_backwards:
        return  # told of the whole
    ending = None if whole.goes_on else whole.ends_on
    for i, area in enumerate(given.model.focus_areas):
        if area.validity is None:
            continue
        end, last = area.validity.ends_on, ending
        if end and last and end.last > last.last:
            yield at("focus_areas", i, "validity", "until", related=(Elsewhere(END, ("validity", "until")),))
        start, first = area.validity.starts_on, whole.starts_on
        if start and first and start.last < first.first:
            yield at("focus_areas", i, "validity", "from", related=(Elsewhere(START, ("validity", "from")),))


@rule(
    Severity.WARNING,
    Entry(
        sv="Samrådet ska ske senast {by}, när överenskommelsen redan har löpt ut.",
        en="The consultation is to take place by {by}, when the agreement has already ended.",
        sv_help="Rätta Samråd senast (`consult_by`) eller Till och med (`until`), så att det finns tid att förlänga.",
        en_help="Correct `consult_by` or `until`, so that there is time to extend.",
    ),
)
def consultation_after_end(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """Parties consult about an extension while there still is an agreement to extend.

    sv: Parterna samråder om förlängning medan det ännu finns en överenskommelse att förlänga.
    source: Överenskommelsens villkor för förlängning. | The agreement's terms of extension.
    bad:
        validity: {from: 2024, until: 2026, extension: {consult_by: 2027-06-30}}
    good:
        validity: {from: 2024, until: 2026, extension: {consult_by: 2026-06-30}}
    """
    extension = given.model.validity.extension
    yield from _when_over(given, "consult_by", extension.consult_by if extension else None)


@rule(
    Severity.WARNING,
    Entry(
        sv="Uppsägning ska ske senast {by}, när giltighetstiden redan har förlängts eller löpt ut.",
        en="Notice is to be given by {by}, when the validity has already been extended or has ended.",
        sv_help="Rätta Uppsägning senast (`notice_by`) eller Till och med (`until`), så att den går att säga upp.",
        en_help="Correct `notice_by` or `until`, so that notice can be given in time.",
    ),
)
def notice_after_end(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """Notice is given while there still is something to end.

    sv: Parterna säger upp överenskommelsen innan den förlängs eller löper ut.
    source: Överenskommelsens villkor för förlängning. | The agreement's terms of extension.
    bad:
        validity: {from: 2024, until: 2026, extension: {automatic: true, length: P1Y, notice_by: 2027-06-30}}
    good:
        validity: {from: 2024, until: 2026, extension: {automatic: true, length: P1Y, notice_by: 2026-06-30}}
    """
    extension = given.model.validity.extension
    yield from _when_over(given, "notice_by", extension.notice_by if extension else None)


def _when_over(given: RuleInput[Agreement], key: str, by: CoarseDate | None) -> Iterator[Breach]:
    """Complain of a time of an extension when there is nothing left to extend."""
    end = None if given.document.is_backwards else given.model.validity.ends_on
    if by and end and by.first > end.last:
        related = (Elsewhere(END, ("validity", "until")),)
        yield at("validity", "extension", key, related=related, by=by)


@rule(
    Severity.WARNING,
    Entry(
        sv="Tiden räknas från undertecknandet, men datumet för det saknas.",
        en="The period is counted from the signing, but the signing has no date.",
        sv_help="Fyll i Datum (`date`) under Underskrifter (`signatures`) när överenskommelsen är undertecknad; "
        "först då går det att räkna ut när uppföljningarna ska göras.",
        en_help="Fill in `date` under `signatures` once the agreement is signed; only then can the days of its "
        "follow-ups be worked out.",
    ),
    concern=Concern.ORDER,
)
def signing_date_missing(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """Without a date of signing, nothing that is counted from it can be worked out.

    sv: Utan datum för undertecknandet går det inte att räkna ut det som utgår från det.
    source: Överenskommelsens giltighetstid. | The agreement's validity.
    bad:
        validity: {from: signing, until: 2026}
        signatures:
          signatories:
            - {party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
    good:
        validity: {from: 2024-01-01, until: 2026}
    """
    is_counted = given.model.validity.start is not None and given.model.validity.start.is_signing
    if is_counted and not any(given.model.signing_dates()) and not _is_long_in_force(given):
        yield at("validity", "from", also=("signatures",))


def _is_long_in_force(given: RuleInput[Agreement]) -> bool:
    """Tell whether an agreement was decided more than a year ago, or is past: nobody looks up the day any more."""
    decided = given.model.decided_on
    is_old = decided is not None and _YEAR.after(decided.last) < given.today
    return is_old or standing_of(given.document, given.today) is Standing.PAST
