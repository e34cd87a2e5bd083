"""The follow-up itself: its day, and that the text that was reviewed is the one that was agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, Severity
from samverkan.model.choices import Kind
from samverkan.model.document import Signed
from samverkan.model.fingerprint import is_nearly, is_same, printed, short
from samverkan.model.kinds import is_follow_up
from samverkan.model.raised_years import years_later
from samverkan.reviews.counted import is_before_start
from samverkan.reviews.stated import is_of_everybody
from samverkan.rules.concern import Concern
from samverkan.rules.reviews.reviewed import REVIEWED, reviewed_by, whose_fingerprints
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.lists import FirstOf
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.actors import meant_by
from samverkan.workspace.remembered import remembered
from samverkan.workspace.standing import Standing, standing_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.dates import CoarseDate
    from samverkan.model.review import FollowUp
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_THE_OTHER = Text("Den andra uppföljningen står här.", "The other follow-up is here.")


@rule(
    Severity.ERROR,
    Entry(
        sv="Uppföljningen är daterad {day}, en dag som inte har varit än.",
        en="The follow-up is dated {day}, a day that has not come yet.",
        sv_help="Rätta Datum (`date`). En uppföljning räknas först när den är gjord.",
        en_help="Correct `date`. A follow-up counts only once it has been made.",
    ),
    kinds=("follow-up",),
)
def follow_up_in_the_future(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """A review that has not taken place cannot show how it went.

    sv: En uppföljning som inte har ägt rum kan inte visa hur det gick.
    source: Överenskommelsens uppföljning. | The agreement's follow-up.
    bad:
        kind: follow-up
        date: 2099-01-15
    good:
        kind: follow-up
        date: 2024-05-15
    """
    if given.model.date is not None and given.model.date.first > given.today:
        yield at("date", day=given.model.date)


@rule(
    Severity.WARNING,
    Entry(
        sv="Det framgår inte när uppföljningen gjordes, så den flyttar inte fram nästa tid.",
        en="It is not stated when the follow-up was made, so it does not move the next time.",
        sv_help="Lägg till Datum (`date`); ett år räcker. Framgår det inte, ange Period (`period`): den räknas då "
        "från slutet av den.",
        en_help="Add `date`; a year is enough. If the document does not say, give `period`: the follow-up then counts "
        "from its end.",
    ),
    concern=Concern.METHOD,
    kinds=("follow-up",),
)
def follow_up_without_date(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """When the next review is due is counted from the last one, which needs a day, a year or a period.

    sv: Nästa uppföljning räknas från den förra, som behöver en dag, ett år eller en period.
    source: Överenskommelsens uppföljning. | The agreement's follow-up.
    bad:
        kind: follow-up
        date:
        period:
    good:
        kind: follow-up
        date: 2024
    """
    if given.model.dated is None:
        yield at("reviews", also=("date", "period"))


@rule(
    Severity.ERROR,
    Entry(
        sv="Uppföljningen {day} är gjord före {what} {start}.",
        en="The follow-up of {day} was made before {what} on {start}.",
        sv_help="Rätta Datum (`date`), eller datumet för det som följs upp.",
        en_help="Correct `date`, or the date of what is reviewed.",
    ),
    kinds=("follow-up",),
)
def follow_up_before_start(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """What had not begun could not be followed up.

    sv: Det som inte hade börjat gick inte att följa upp.
    source: Överenskommelsens uppföljning. | The agreement's follow-up.
    bad:
        kind: follow-up
        date: 2023-05-15
    good:
        kind: follow-up
        date: 2024-05-15
    """
    found = list(_not_begun(given))
    starts = [began for _, _, began in found]
    later = _later(given, max(starts, key=lambda began: began.first)) if starts else None
    for i, document, began in found[:1] if later is not None else found:
        what, path = _start_of(document)
        where, place = Elsewhere(REVIEWED, path, document.file), ("reviews", i) if later is None else ("date",)
        mend = Mend(str(later)) if later is not None else None
        yield at(*place, related=(where,), mend=mend, day=given.model.said, what=what, start=began)


def _not_begun(given: RuleInput[FollowUp]) -> Iterator[tuple[int, Document, CoarseDate]]:
    """Give what is reviewed and had not begun, with its position and its start."""
    for i, document in reviewed_by(given):
        began, end = document.began, document.period[1]
        is_backwards = began is not None and end is not None and end < began.first  # told of the document itself
        if began is not None and not is_backwards and is_before_start(given.model, document, given.today):
            yield i, document, began


def _later(given: RuleInput[FollowUp], start: CoarseDate) -> CoarseDate | None:
    """Give the day of the follow-up a year later, where it says of itself that it is of that year."""
    day, period = given.model.date, given.model.period
    later = years_later(day, 1) if day is not None else None
    if later is None or not start.first <= later.last <= given.today:
        return None
    end = period.ends_on if period is not None else None
    is_of_year = str(later.year) in f"{given.document.id} {given.document.title}"
    return later if is_of_year or (end is not None and end.year == later.year) else None


def _start_of(document: Document) -> tuple[Text, KeyPath]:
    if document.signed_on is not None:
        return Text("undertecknandet", "the signing"), ("signatures",)
    if document.kind == Kind.AGREEMENT:
        return Text("giltighetstidens början", "the start of the validity"), ("validity",)
    return Text("planens början", "the start of the plan"), ("period",)


@rule(
    Severity.WARNING,
    Entry(
        sv="Texten i {document} har ändrats sedan den följdes upp: kontrollkoden är nu {now}.",
        en="The text of {document} has changed since it was reviewed: the fingerprint is now {now}.",
        sv_help="Följ upp den nya texten, eller återställ den som följdes upp.",
        en_help="Review the new text, or restore the one that was reviewed.",
    ),
    kinds=("follow-up",),
)
def reviewed_text_changed(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """A review of an older text says nothing of what was changed since.

    sv: En uppföljning av en äldre text säger inget om det som har ändrats sedan dess.
    source: Överenskommelsens uppföljning. | The agreement's follow-up.
    bad:
        kind: follow-up
        reviews: [{document: plan-2024, fingerprint: 0000-0000-0000-0000}]
    good:
        kind: follow-up
        reviews: [{document: plan-2024, fingerprint: 7ad7-b207-94fa-2e7a}]
    """
    known: dict[str, str] = {}
    for i, document in reviewed_by(given):
        written = given.model.reviews[i].fingerprint
        if written is not None and document.model is not None and document.is_whole:
            now, known = document.fingerprint, known or whose_fingerprints(given)
            is_told = written in known or _is_as_signed(document, written)
            if not is_same(written, now) and not is_nearly(written, now) and not is_told:
                yield at("reviews", i, "fingerprint", document=document.id or "", now=short(now))


def _is_as_signed(document: Document, written: str) -> bool:
    """Tell whether a fingerprint is that of what was signed: then it is told of the document that it has changed."""
    signatures = document.model.signatures if isinstance(document.model, Signed) else None
    signed = signatures.fingerprint if signatures is not None else None
    return signed is not None and printed(signed) == printed(written)


@rule(
    Severity.WARNING,
    Entry(
        sv="{document} har två uppföljningar samma dag.",
        en="{document} has two follow-ups on the same day.",
        sv_help="Slå ihop dem, eller rätta ett datum. Följer parterna upp var sin del, ange parten under Av (`by`).",
        en_help="Merge them, or correct a date. If each party reviews its own part, name the party under `by`.",
    ),
    kinds=("follow-up",),
)
def two_follow_ups_same_day(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """With two reviews on one day nobody knows which one counts.

    sv: Med två uppföljningar samma dag vet ingen vilken som räknas.
    source: Överenskommelsens uppföljning. | The agreement's follow-up.
    bad:
        kind: follow-up
        date: 2024-05-15
        ---
        kind: follow-up
        id: uppföljning-igen
        title: Uppföljning igen
        agreement: avtal-2024
        date: 2024-05-15
        reviews: [{document: plan-2024, fingerprint: 7ad7-b207-94fa-2e7a}]
        outcomes: [{item: tryggare, result: ongoing}, {item: belysning, result: reached}]
    good:
        kind: follow-up
        date: 2024-05-15
    """
    first = _first_reviews(given.workspace)
    for i, document in reviewed_by(given):
        made = given.model.date
        other = first.get((document, made, given.model.by), given.document) if made else given.document
        if other is not given.document:
            where = Elsewhere(_THE_OTHER, ("date",), other.file)
            yield at("reviews", i, related=(where,), document=document.id or "")


@remembered(maxsize=8)
def _first_reviews(workspace: Workspace) -> dict[tuple[Document, CoarseDate, tuple[str, ...] | None], Document]:
    """Give the first follow-up of each document on each day by the same parties, in the order of the files."""
    found: dict[tuple[Document, CoarseDate, tuple[str, ...] | None], Document] = {}
    for review in workspace.of_kind(Kind.FOLLOW_UP):
        model = review.model
        for reviewed in model.reviews if is_follow_up(model) else ():
            document = workspace.by_id.get(reviewed.document) if isinstance(reviewed.document, str) else None
            if document is not None and is_follow_up(model) and model.date:
                found.setdefault((document, model.date, model.by), review)
    return found


@rule(
    Severity.WARNING,
    Entry(
        sv="Det framgår inte vilken text av {document} som följdes upp, så uppföljningen flyttar inte fram nästa tid.",
        en="It is not shown which text of {document} was reviewed, so the follow-up does not move the next time.",
        sv_help="Lägg till Kontrollkod (`fingerprint: {now}`), om det var den nuvarande texten.",
        en_help="Add `fingerprint: {now}`, if it was the present text.",
    ),
    kinds=("follow-up",),
    concern=Concern.METHOD,
)
def review_without_fingerprint(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """Without the fingerprint of what was reviewed, a text could be changed afterwards and seem reviewed.

    sv: Utan kontrollkod kan en text ändras efteråt och ändå se uppföljd ut.
    source: Överenskommelsens uppföljning. | The agreement's follow-up.
    bad:
        kind: follow-up
        reviews: [{document: plan-2024}]
    good:
        kind: follow-up
        reviews: [{document: plan-2024, fingerprint: 7ad7-b207-94fa-2e7a}]
    """
    for i, document in reviewed_by(given):
        is_past = standing_of(document, given.today) is Standing.PAST  # no clock is left to count
        if given.model.reviews[i].fingerprint is None and document.model is not None and not is_past:
            now = short(document.fingerprint)
            yield at("reviews", i, document=document.id or "", now=now)


@rule(
    Severity.NOTE,
    Entry(
        sv="Uppföljningen av {document} räknas bara för den del som {parties} svarar för.",
        en="The follow-up of {document} counts only for the part of {parties}.",
        sv_help="Är den alla parters, ange det under Av (`by: jointly`). Annars återstår de andra parternas "
        "uppföljning av sina delar.",
        en_help="If it is by all parties, write `by: jointly`. Otherwise the others have yet to review their parts.",
    ),
    kinds=("follow-up",),
)
def follow_up_of_one_part(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """A review by some of those behind a document resets no clock, for the others have not said how it went.

    sv: En uppföljning av några av dem som står bakom ett dokument räknas inte som hela, för de andra har inte sagt hur
        det gick.
    source: {own}. | {own}.
    bad:
        kind: follow-up
        by: polisen
    good:
        kind: follow-up
        by: jointly
    """
    for i, document in reviewed_by(given):
        parties = given.workspace.relations.parties_of(document)
        by = given.model.by or ()
        if parties and not is_of_everybody(by, document, parties):
            names = [party.name for party in meant_by(by, parties)] or by
            where = Elsewhere(REVIEWED, ("reviews", i), given.document.file)
            yield at("by", related=(where,), document=document.id or "", parties=FirstOf(tuple(names)))
