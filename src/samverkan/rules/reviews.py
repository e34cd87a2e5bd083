"""Follow-ups: a review counts when it states an outcome for everything it reviews, of the text that was agreed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Severity
from samverkan.model.choices import Kind, Result
from samverkan.model.fields import parts_of
from samverkan.model.fingerprint import is_same, short
from samverkan.model.goals import Goal
from samverkan.model.links import REVIEWED_ITEMS
from samverkan.model.review import FollowUp
from samverkan.reviews.counted import is_before_start
from samverkan.reviews.met import figure_of, is_met, quantity_of
from samverkan.reviews.stated import unanswered
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.numbers import Figure, limits_text
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.model.dates import CoarseDate
    from samverkan.model.document import DocumentModel
    from samverkan.model.review import Outcome
    from samverkan.workspace.document import Document
    from samverkan.workspace.references import ResolvedLink
    from samverkan.workspace.workspace import Workspace

_REVIEWED = Text("Det som följs upp står här.", "What is reviewed stands here.")
_CHANGE = Text("en förändring med {change} procent", "a change of {change} per cent")
_NO_ID = Text("(ge det först ett id i dokumentet)", "(first give it an id in the document)")
_THE_OTHER = Text("Den andra uppföljningen står här.", "The other follow-up stands here.")


@rule(
    Severity.ERROR,
    Entry(
        sv="Uppföljningen är daterad {day}, som inte har varit än.",
        en="The follow-up is dated {day}, which has not come yet.",
        sv_help="Rätta date. En uppföljning räknas först när den är gjord.",
        en_help="Correct date. A follow-up counts only once it is made.",
    ),
    kinds=("follow-up",),
)
def follow_up_in_the_future(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """A review that has not taken place cannot tell how it went.

    sv: En uppföljning som inte har ägt rum kan inte berätta hur det gick.
    source: Överenskommelsens uppföljning. | The agreement's follow-up.
    bad:
        kind: follow-up
        date: 2099-01-15
    good:
        kind: follow-up
        date: 2024-05-15
    """
    if given.model.date.first > given.today:
        yield at("date", day=str(given.model.date))


@rule(
    Severity.ERROR,
    Entry(
        sv="Uppföljningen {day} ligger före {what} {start}.",
        en="The follow-up {day} lies before {what} {start}.",
        sv_help="Rätta date, eller datumet för det som följs upp.",
        en_help="Correct date, or the date of what is reviewed.",
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
    for i, document in _reviewed(given):
        if is_before_start(given.model, document, given.today):
            what, path = _start_of(document)
            where = Elsewhere(_REVIEWED, path, document.file)
            start = str(document.began)
            yield at("reviews", i, related=(where,), day=str(given.model.date), what=what, start=start)


def _start_of(document: Document) -> tuple[Text, KeyPath]:
    if document.signed_on is not None:
        return Text("undertecknandet", "the signing"), ("signatures",)
    if document.kind == Kind.AGREEMENT:
        return Text("giltighetstidens början", "the start of the validity"), ("validity",)
    return Text("planens början", "the start of the plan"), ("period",)


def _reviewed(given: RuleInput[FollowUp]) -> Iterator[tuple[int, Document]]:
    for i, review in enumerate(given.model.reviews):
        document = given.workspace.by_id.get(review.document)
        if document is not None and document.model is not None:
            yield i, document


@rule(
    Severity.ERROR,
    Entry(
        sv="Utfall saknas för {what} i {document}: {item}",
        en="There is no outcome for {what} in {document}: {item}",
        sv_help="Lägg till ett utfall med item: {id}. Är det inte bedömt, skriv result: not-assessed och why_not.",
        en_help="Add an outcome with item: {id}. If it was not assessed, write result: not-assessed and why_not.",
    ),
    kinds=("follow-up",),
)
def outcome_missing(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """A review that passes over a goal lets the goal be forgotten.

    sv: En uppföljning som hoppar över ett mål låter målet glömmas bort.
    source: {method}, steg 5. | {method}, step 5.
    bad:
        kind: follow-up
        outcomes: [{item: tryggare, result: ongoing}]
    good:
        kind: follow-up
        outcomes: [{item: tryggare, result: ongoing}, {item: belysning, result: reached}]
    """
    stated = {(ref.target.document, ref.target.place.path) for ref in _outcomes(given) if ref.target.place}
    for i, document in _reviewed(given):
        if given.model.reviews[i].fingerprint is None:
            continue  # it resets no clock; what it leaves open is told when the next review falls due
        for path, part in unanswered(given.workspace, given.document, document):
            if part.item is not None and (document, path) not in stated:
                yield at(
                    *("reviews", i),
                    related=(Elsewhere(_REVIEWED, path, document.file),),
                    also=("outcomes",),
                    id=part.own_id or _NO_ID,
                    what=part.item,
                    document=document.id or "",
                    item=part.label,
                )


def _outcomes(given: RuleInput[FollowUp]) -> Iterator[ResolvedLink]:
    return (ref for ref in given.workspace.references.of(given.document) if ref.link.path[0] == "outcomes")


@rule(
    Severity.ERROR,
    Entry(
        sv="Utfallet är inte bedömt, och skälet saknas.",
        en="The outcome is not assessed, and there is no reason.",
        sv_help="Lägg till why_not: med varför det inte är bedömt.",
        en_help="Add why_not: with why it is not assessed.",
    ),
    kinds=("follow-up",),
)
def outcome_without_reason(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """To leave something out is a decision, and a decision has a reason.

    sv: Att lämna något åt sidan är ett beslut, och ett beslut har ett skäl.
    source: {method}, steg 5. | {method}, step 5.
    bad:
        kind: follow-up
        outcomes: [{item: tryggare, result: not-assessed}, {item: belysning, result: reached}]
    good:
        kind: follow-up
        outcomes:
          - {item: tryggare, result: not-assessed, why_not: Mätningen kommer i höst.}
          - {item: belysning, result: reached}
    """
    for i, outcome in enumerate(given.model.outcomes):
        if outcome.result is Result.NOT_ASSESSED and outcome.why_not is None:
            yield at("outcomes", i)


@rule(
    Severity.ERROR,
    Entry(
        sv="{item} har två utfall i samma uppföljning.",
        en="{item} has two outcomes in the same follow-up.",
        sv_help="Behåll ett av dem.",
        en_help="Keep one of them.",
    ),
    kinds=("follow-up",),
)
def duplicate_outcome(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """Two outcomes for one thing contradict or repeat each other.

    sv: Två utfall för samma sak säger emot eller upprepar varandra.
    source: Filformatet. | The file format.
    bad:
        kind: follow-up
        outcomes:
          - {item: tryggare, result: ongoing}
          - {item: belysning, result: reached}
          - {item: belysning, result: partly}
    good:
        kind: follow-up
        outcomes: [{item: tryggare, result: ongoing}, {item: belysning, result: reached}]
    """
    first: dict[object, int] = {}
    for reference in _outcomes(given):
        position = int(reference.link.path[1])
        known = first.setdefault((reference.target.document, reference.target.place), position)
        if known != position:
            where = Elsewhere(
                Text("Det första utfallet står här.", "The first outcome stands here."), ("outcomes", known)
            )
            yield at("outcomes", position, "item", related=(where,), item=reference.link.target)


@rule(
    Severity.WARNING,
    Entry(
        sv="Utfallet gäller {item}, som står i ett dokument som inte följs upp här.",
        en="The outcome is about {item}, which stands in a document that is not reviewed here.",
        sv_help="Lägg till dokumentet under reviews, eller ta bort utfallet.",
        en_help="Add the document under reviews, or delete the outcome.",
    ),
    kinds=("follow-up",),
)
def outcome_outside_review(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """An outcome for something that was not reviewed is an outcome for nothing.

    sv: Ett utfall för något som inte följdes upp är ett utfall för ingenting.
    source: {method}, steg 5. | {method}, step 5.
    bad:
        kind: follow-up
        outcomes:
          - {item: tryggare, result: ongoing}
          - {item: belysning, result: reached}
          - {item: löfte-2024#ronder, result: reached}
    good:
        kind: follow-up
        outcomes: [{item: tryggare, result: ongoing}, {item: belysning, result: reached}]
    """
    reviewed = {document for _, document in _reviewed(given)}
    for reference in _outcomes(given):
        if reference.target.document not in reviewed and reference.target.document.model is not None:
            yield at(*reference.link.path, item=reference.link.target)


@rule(
    Severity.WARNING,
    Entry(
        sv="Texten i {document} har ändrats sedan den följdes upp: fingeravtrycket är nu {now}.",
        en="The text of {document} has changed since it was reviewed: the fingerprint is now {now}.",
        sv_help="Följ upp den nya texten, eller återställ den som följdes upp.",
        en_help="Review the new text, or restore the one that was reviewed.",
    ),
    kinds=("follow-up",),
)
def reviewed_text_changed(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """A review of an older text says nothing of what was changed since.

    sv: En uppföljning av en äldre text säger inget om det som ändrats sedan dess.
    source: Överenskommelsens uppföljning. | The agreement's follow-up.
    bad:
        kind: follow-up
        reviews: [{document: plan-2024, fingerprint: 0000-0000-0000-0000}]
    good:
        kind: follow-up
        reviews: [{document: plan-2024, fingerprint: 7ad7-b207-94fa-2e7a}]
    """
    for i, document in _reviewed(given):
        written = given.model.reviews[i].fingerprint
        if written is not None and document.model is not None and document.is_whole:
            now = document.fingerprint
            if not is_same(written, now):
                yield at("reviews", i, "fingerprint", document=document.id or "", now=short(now))


@rule(
    Severity.NOTE,
    Entry(
        sv="Målet {goal} har ett målvärde, men utfallet har ingen siffra.",
        en="The goal {goal} has a target, but the outcome has no figure.",
        sv_help="Lägg till value: med den uppmätta siffran, eller en comment: om varför den saknas.",
        en_help="Add value: with the measured figure, or a comment: on why it is missing.",
    ),
    kinds=("follow-up",),
)
def outcome_without_figure(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """A goal with a target is judged by its figure.

    sv: Ett mål med målvärde bedöms med sin siffra.
    source: {goals}: mätbara. | {goals}: measurable.
    bad:
        kind: follow-up
        outcomes: [{item: tryggare, result: reached}, {item: belysning, result: reached}]
    good:
        kind: follow-up
        outcomes: [{item: tryggare, result: reached, value: 61}, {item: belysning, result: reached}]
    """
    for position, outcome, goal in _judged_goals(given):
        is_over = outcome.result in {Result.REACHED, Result.PARTLY, Result.NOT_REACHED}
        if goal.target is not None and is_over and outcome.value is None and outcome.comment is None:
            yield at("outcomes", position, goal=goal.id or goal.text[:40])


def _judged_goals(given: RuleInput[FollowUp]) -> Iterator[tuple[int, Outcome, Goal]]:
    for reference in _outcomes(given):
        part = reference.target.place.part if reference.target.place else None
        if isinstance(part, Goal):
            position = int(reference.link.path[1])
            yield position, given.model.outcomes[position], part


@rule(
    Severity.WARNING,
    Entry(
        sv="Utfallet säger {result}, men siffran {value} säger något annat: målet är {target}.",
        en="The outcome says {result}, but the figure {value} says otherwise: the target is {target}.",
        sv_help="Rätta result eller value.",
        en_help="Correct result or value.",
    ),
    kinds=("follow-up",),
)
def result_contradicts_figure(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """What a verdict says, its own figure must not deny: neither that a goal is reached, nor that it is not.

    sv: Siffran ska inte motsäga bedömningen: vare sig att målet är nått eller att det inte är det.
    source: {goals}: mätbara. | {goals}: measurable.
    bad:
        kind: follow-up
        outcomes: [{item: tryggare, result: reached, value: 50}, {item: belysning, result: reached}]
    good:
        kind: follow-up
        outcomes: [{item: tryggare, result: reached, value: 61}, {item: belysning, result: reached}]
    """
    for position, outcome, part in _judged(given):
        met = is_met(outcome, part, given.model.period)
        is_contradicted = outcome.result in (_SAYS_NOT if met else {Result.REACHED})
        figure = figure_of(outcome)
        if outcome.result is not None and figure is not None and met is not None and is_contradicted:
            place = ("outcomes", position, "result")
            yield at(*place, result=outcome.result, value=Figure(figure), target=_limits_of(part))


_SAYS_NOT = {Result.NOT_REACHED, Result.PARTLY}


def _limits_of(part: Part) -> Text:
    if isinstance(part, Goal) and part.target is not None:
        limits, change = part.target.limits, part.target.change_percent
        if change is not None:
            return _CHANGE.with_fields(change=Figure(change))
        return limits_text(limits.low, limits.high) if limits else limits_text(None, None)
    quantity = quantity_of(part)
    if quantity is None:
        return limits_text(None, None)
    exactly = quantity.exactly
    return limits_text(exactly, exactly) if exactly is not None else limits_text(quantity.at_least, quantity.at_most)


def _judged(given: RuleInput[FollowUp]) -> Iterator[tuple[int, Outcome, Part]]:
    """Give each outcome that leads to a part that could be read, with its position and the part."""
    for reference in _outcomes(given):
        part = reference.target.place.part if reference.target.place else None
        if part is not None:
            position = int(reference.link.path[1])
            yield position, given.model.outcomes[position], part


@rule(
    Severity.WARNING,
    Entry(
        sv="{document} har två uppföljningar samma dag.",
        en="{document} has two follow-ups on the same day.",
        sv_help="Slå ihop dem, eller rätta ett datum. Följer parterna upp var sin del, skriv by.",
        en_help="Merge them, or correct a date. If the parties review their own parts, write by.",
    ),
    kinds=("follow-up",),
)
def two_follow_ups_same_day(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """Of two reviews on one day nobody knows which one tells how it stands.

    sv: Av två uppföljningar samma dag vet ingen vilken som berättar hur det står till.
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
    for i, document in _reviewed(given):
        other = first.get((document, given.model.date, given.model.by), given.document)
        if other is not given.document:
            where = Elsewhere(_THE_OTHER, ("date",), other.file)
            yield at("reviews", i, related=(where,), document=document.id or "")


@lru_cache(maxsize=8)
def _first_reviews(workspace: Workspace) -> dict[tuple[Document, CoarseDate, tuple[str, ...] | None], Document]:
    """Give the first follow-up of each document on each day by the same parties, in the order of the files."""
    found: dict[tuple[Document, CoarseDate, tuple[str, ...] | None], Document] = {}
    for review in workspace.of_kind(Kind.FOLLOW_UP):
        model = review.model
        for reviewed in model.reviews if isinstance(model, FollowUp) else ():
            document = workspace.by_id.get(reviewed.document)
            if document is not None and isinstance(model, FollowUp):
                found.setdefault((document, model.date, model.by), review)
    return found


@rule(
    Severity.NOTE,
    Entry(
        sv="{what} har inget id och kan därför inte följas upp: {text}",
        en="{what} has no id and so cannot be followed up: {text}",
        sv_help="Lägg till id: med ett kort namn.",
        en_help="Add id: with a short name.",
    ),
    kinds=("agreement", "action-plan", "citizen-promise", "communication-plan"),
)
def nothing_to_refer_to(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A follow-up names each goal, commitment and promise by its id; what has none cannot be given an outcome.

    sv: En uppföljning nämner varje mål, åtagande och löfte vid dess id; det som saknar id kan inte få ett utfall.
    source: {method}, steg 5. | {method}, step 5.
    bad:
        commitments:
          - {id: samordnare, by: kommunen, text: Ha en samordnare., theme: coordination}
          - {by: kommunen, text: Avsätta tid för arbetet., theme: resources}
    good:
        commitments:
          - {id: samordnare, by: kommunen, text: Ha en samordnare., theme: coordination}
    """
    for path, part in parts_of(given.model):
        if part.item is not None and part.item in REVIEWED_ITEMS and part.own_id is None:
            named = Text(part.item.sv.capitalize(), part.item.en.capitalize())
            yield at(*path, what=named, text=part.label)


@rule(
    Severity.WARNING,
    Entry(
        sv="Uppföljningen säger inte vilken text av {document} som följdes upp, och räknas därför inte.",
        en="The follow-up does not say which text of {document} was reviewed, and so does not count.",
        sv_help="Lägg till fingerprint: {now}, om det var den nuvarande texten.",
        en_help="Add fingerprint: {now}, if it was the present text.",
    ),
    kinds=("follow-up",),
)
def review_without_fingerprint(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """Without the fingerprint of what was reviewed, a text could be changed afterwards and seem reviewed.

    sv: Utan fingeravtryck kan en text ändras efteråt och ändå se uppföljd ut.
    source: Överenskommelsens uppföljning. | The agreement's follow-up.
    bad:
        kind: follow-up
        reviews: [{document: plan-2024}]
    good:
        kind: follow-up
        reviews: [{document: plan-2024, fingerprint: 7ad7-b207-94fa-2e7a}]
    """
    for i, document in _reviewed(given):
        if given.model.reviews[i].fingerprint is None and document.model is not None:
            now = short(document.fingerprint)
            yield at("reviews", i, document=document.id or "", now=now)
