"""What begins before it ends, and whose length and end agree."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, cast

from samverkan.findings import Elsewhere, Mend, MendKind, Severity
from samverkan.model.dates import CoarseDate
from samverkan.model.deadlines import InProgress, WithDeadline
from samverkan.model.raised_years import years_later
from samverkan.model.terms import Lasting, Period, PromisePeriod
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.rules.time.periods import stated_period
from samverkan.rules.time.raised_start import start_a_year_back
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.dates import Duration
    from samverkan.model.document import DocumentModel

START = Text("Starten står här.", "The start is here.")
END = Text("Slutet står här.", "The end is here.")


@rule(
    Severity.ERROR,
    Entry(
        sv="Slutet, {end}, ligger före starten, {start}.",
        en="The end, {end}, is before the start, {start}.",
        sv_help="Rätta Från (`from`) eller Till och med (`until`).{swapped}",
        en_help="Correct `from` or `until`.{swapped}",
    ),
    kinds=tuple(kind for kind in ALL_KINDS if kind != "cause-analysis"),
)
def ends_before_start(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What ends before it starts never applies, and no review can be counted from it.

    sv: Det som slutar innan det börjar gäller aldrig, och inga uppföljningar kan räknas från det.
    source: Dokumentets egen tid. | The document's own period.
    bad:
        kind: action-plan
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            goals: tryggare
            who: [{party: kommunen}]
            from: 2024-09
            until: 2024-08
    good:
        kind: action-plan
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            goals: tryggare
            who: [{party: kommunen}]
            from: 2024-08
            until: 2024-09
    """
    for path, part in given.document.parts_of(Lasting, InProgress):
        start, end = _span(cast("Lasting | InProgress", part))
        if start is None and path == ("validity",):
            start = given.document.signed_on
        if start and end and end.last < start.first:
            key = "latest" if isinstance(part, Period | PromisePeriod) and part.latest == end else "until"
            yield _start_wrong(given, (path, key), start, end) or _end_wrong(given, (path, key), start, end)


def _start_wrong(
    given: RuleInput[DocumentModel], place: tuple[KeyPath, str], start: CoarseDate, end: CoarseDate
) -> Breach | None:
    """Tell of a start that has a year too late; None where nothing says so."""
    path, key = place
    earlier = start_a_year_back(given, path, start, end)
    if earlier is None:
        return None
    related, mend = (Elsewhere(END, (*path, key)),), Mend(str(earlier))
    return at(*path, "from", related=related, mend=mend, start=start, end=end, swapped=_AS_IT_IS)


def _end_wrong(
    given: RuleInput[DocumentModel], place: tuple[KeyPath, str], start: CoarseDate, end: CoarseDate
) -> Breach:
    path, key = place
    meant = _year_raised(given, (*path, key), start, end)
    is_swapped = not meant and _may_be_swapped(start, end)
    said = _SWAPPED.with_fields(start=str(end), end=str(start)) if is_swapped else _AS_IT_IS
    related = (Elsewhere(START, (*path, "from")),)
    is_right = not meant and path == ("period",) and _is_of_agreement(given, end, start)
    mend = Mend("from", MendKind.SWAP) if is_right else Mend(meant)
    said = _SWAPPED.with_fields(start=str(end), end=str(start)) if is_right else said
    return at(*path, key, related=related, mend=mend, start=start, end=end, swapped=said)


def _is_of_agreement(given: RuleInput[DocumentModel], start: CoarseDate, end: CoarseDate) -> bool:
    """Tell whether a time is within that of the agreement that a document belongs to."""
    agreement = given.workspace.relations.agreement_of(given.document)
    if agreement is None or agreement is given.document or agreement.is_unread(("validity",)):
        return False
    first, last = stated_period(agreement)
    return first is not None and last is not None and first <= start.first and end.last <= last


_AS_IT_IS = Text("", "")
_SWAPPED = Text(
    " Har de bytt plats, skriv Från (`from: {start}`) och Till och med (`until: {end}`).",
    " If they have changed places, write `from: {start}` and `until: {end}`.",
)


def _may_be_swapped(start: CoarseDate, end: CoarseDate) -> bool:
    return bool(start.month and end.month) and start.year == end.year and not (start.said or end.said)


def _year_raised(given: RuleInput[DocumentModel], place: KeyPath, start: CoarseDate, end: CoarseDate) -> str:
    """Write an end with its year raised by one, where it is then within a year of the start and the document's time.

    Of years alone it cannot be told which of the two is wrong. What would last all of a year may as well begin and end
    in the same weeks, unless it is the document itself.
    """
    raised = years_later(end, 1) if given.document.value_at(place) == str(end) and end.month else None
    is_own = len(place) <= _OWN
    if raised is None or not start.first <= raised.last <= start.last + (_A_YEAR if is_own else _NEARLY_A_YEAR):
        return ""
    if is_own:
        latest = max(
            (day for day in _deadlines(given) if day.last > raised.last), key=lambda day: day.last, default=raised
        )
        return str(latest)
    last = given.document.period[1]
    return str(raised) if last is None or raised.last <= last else ""


def _deadlines(given: RuleInput[DocumentModel]) -> Iterator[CoarseDate]:
    """Give the last days of what a document holds, which end with it at the latest."""
    for _, part in given.document.parts_of(WithDeadline):
        day = part.deadline if isinstance(part, WithDeadline) else None
        if day is not None and not day.said:
            yield day


_A_YEAR = timedelta(days=366)
_NEARLY_A_YEAR = timedelta(days=300)
_OWN = len(("period", "until"))


def _span(part: Lasting | InProgress) -> tuple[CoarseDate | None, CoarseDate | None]:
    """Give when a part begins and ends, of the parts that do, all of which write `from` and `until`."""
    if isinstance(part, Lasting):
        return part.starts_on, part.ends_on
    return part.start, part.deadline


@rule(
    Severity.WARNING,
    Entry(
        sv="Längden {length} från {start} stämmer inte med slutet, {end}.",
        en="The length {length} from {start} does not match the end, {end}.",
        sv_help="Rätta Längd (`length`), Från (`from`) eller Till och med (`until`), eller behåll bara en av Längd "
        "och Till och med.",
        en_help="Correct `length`, `from` or `until`, or keep only one of `length` and `until`.",
    ),
    kinds=tuple(kind for kind in ALL_KINDS if kind != "cause-analysis"),
)
def length_and_end_disagree(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Two ways to say when something ends must say the same, or nobody knows when it ends.

    sv: Anges slutet på två sätt måste de stämma överens, annars vet ingen när det slutar.
    source: Dokumentets egen tid. | The document's own period.
    bad:
        validity: {from: 2024, until: 2026, length: P1Y}
    good:
        validity: {from: 2024, until: 2026, length: P3Y}
    """
    for path, part in given.document.parts_of(Period, PromisePeriod):
        if not isinstance(part, Period | PromisePeriod) or part.length is None:
            continue
        start, end = part.starts_on or _year_of_signing(given, path), part.end.date if part.end else None
        if start and end and not _fits(start, part.length, end):
            related = (Elsewhere(START, (*path, "from")), Elsewhere(END, (*path, "until")))
            yield at(*path, "length", related=related, length=part.length, start=start, end=end)


@rule(
    Severity.WARNING,
    Entry(
        sv="Slutet, {end}, ligger efter den sista möjliga dagen, {latest}.",
        en="The end, {end}, is after the last possible day, {latest}.",
        sv_help="Rätta Till och med (`until`) eller Dock längst till och med (`latest`).",
        en_help="Correct `until` or `latest`.",
    ),
    kinds=tuple(kind for kind in ALL_KINDS if kind != "cause-analysis"),
)
def end_after_latest_day(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What applies no longer than to a day cannot end after it.

    sv: Det som gäller längst till en viss dag kan inte sluta efter den.
    source: Dokumentets egen tid. | The document's own period.
    bad:
        validity: {from: 2024, until: 2026, latest: 2025}
    good:
        validity: {from: 2024, until: further-notice, latest: 2026}
    """
    for path, part in given.document.parts_of(Period, PromisePeriod):
        if not isinstance(part, Period | PromisePeriod) or part.latest is None:
            continue
        end = part.end.date if part.end else None
        if end and end.first > part.latest.last:
            related = (Elsewhere(END, (*path, "until")),)
            yield at(*path, "latest", related=related, latest=part.latest, end=end)


def _year_of_signing(given: RuleInput[DocumentModel], path: KeyPath) -> CoarseDate | None:
    """Give the year from which a document's own period counts where it waits for the signing.

    Nobody counts to the day then: six years from a signing in January may well end with the sixth year.
    """
    start = given.document.start if path in {("validity",), ("period",)} else None
    return CoarseDate.parse(f"{start.first.year:04}") if start else None


def _fits(start: CoarseDate, length: Duration, end: CoarseDate) -> bool:
    """Tell whether a length from some day that the start covers ends on, or the day before, a day of the end."""
    earliest, latest = length.after(start.first) - timedelta(days=1), length.after(start.last)
    return earliest <= end.last and end.first <= latest
