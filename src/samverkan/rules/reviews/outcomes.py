"""Outcomes: one for everything that is reviewed, for nothing else, with a reason where it was not assessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, MendKind, Severity
from samverkan.model.choices import Result
from samverkan.model.goals import SubGoal
from samverkan.reviews.stated import is_reviewed, unanswered
from samverkan.rules.reviews.reviewed import REVIEWED, outcomes_of, reviewed_by
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.lists import MOST_LISTED, FirstOf
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.doubled import is_first_wrong
from samverkan.workspace.meant import mend_with_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.model.document import DocumentModel
    from samverkan.model.review import FollowUp
    from samverkan.words.sentence import FieldValue
    from samverkan.workspace.document import Document

_MOST_TOLD = 20
"""How many parts without an outcome are told one by one, of each document that a follow-up reviews."""
_SUB_GOAL = Text("Ett delmål", "A sub-goal")
_NO_ID = Text("(ge det först ett id i dokumentet)", "(first give it an id in the document)")


@rule(
    Severity.ERROR,
    Entry(
        sv="Utfall saknas för {what} i {document}: {item}",
        en="There is no outcome for {what} in {document}: {item}",
        sv_help="Lägg till raden `- {{item: {id}, result: ongoing}}` under Utfall (`outcomes`), och byt ongoing mot "
        "det som stämmer. Är det inte bedömt, skriv Utfall (`result: not-assessed`) och varför under Skäl (`why_not`).",
        en_help="Add the line `- {{item: {id}, result: ongoing}}` under `outcomes`, and change ongoing to what "
        "is true. If it was not assessed, write `result: not-assessed` and the reason under `why_not`.",
    ),
    kinds=("follow-up",),
)
def outcome_missing(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """A review that passes over a goal lets the goal be forgotten.

    sv: Hoppar en uppföljning över ett mål glöms målet lätt bort.
    source: {method}, steg 5. | {method}, step 5.
    bad:
        kind: follow-up
        outcomes: [{item: tryggare, result: ongoing}]
    good:
        kind: follow-up
        outcomes: [{item: tryggare, result: ongoing}, {item: belysning, result: reached}]
    """
    every = list(_left(given))
    if _left_for_another(given) or sum(len(left) for _, _, left in every) <= _lost_outcomes(given):
        return  # it is told of those outcomes, which were most likely meant for what has none
    for i, document, left in every:
        for path, part, said in _named(left):
            yield at(
                *("reviews", i),
                related=(Elsewhere(REVIEWED, path, document.file),),
                also=("outcomes",),
                id=part.own_id or _NO_ID,
                what=part.item or "",
                document=document.id or "",
                item=said,
            )


def _left(given: RuleInput[FollowUp]) -> Iterator[tuple[int, Document, list[tuple[KeyPath, Part]]]]:
    """Give what has no outcome in each document that is reviewed, with the position of that."""
    stated = {(ref.target.document, ref.target.place.path) for ref in outcomes_of(given) if ref.target.place}
    for i, document in reviewed_by(given):
        if given.model.reviews[i].fingerprint is None:
            continue  # it resets no clock; what it leaves open is told when the next review falls due
        every = _with_ids(document, unanswered(given.workspace, given.document, document))
        yield i, document, [(path, part) for path, part in every if (document, path) not in stated]


def _lost_outcomes(given: RuleInput[FollowUp]) -> int:
    """Count the outcomes whose references lead nowhere."""
    links = (link for link in given.document.links if link.path[0] == "outcomes" and link.path[2:] == ("item",))
    return sum(given.workspace.references.resolve(given.document, link) is None for link in links)


def _left_for_another(given: RuleInput[FollowUp]) -> str:
    """Give the id of the one part without an outcome where one has two: it stands at one of them; empty otherwise."""
    if len(list(_twice(given))) != 1:
        return ""
    left = [part.own_id for _, _, parts in _left(given) for _, part in parts]
    return left[0] or "" if len(left) == 1 else ""


def _twice(given: RuleInput[FollowUp]) -> Iterator[tuple[int, int, str]]:
    """Give the positions of the outcomes that are of the same thing, the first and a later one, with its id."""
    first: dict[object, int] = {}
    for reference in outcomes_of(given):
        position = int(reference.link.path[1])
        known = first.setdefault((reference.target.document, reference.target.place), position)
        if known != position:
            yield known, position, reference.link.target


def _with_ids(document: Document, parts: Iterable[tuple[KeyPath, Part]]) -> Iterator[tuple[KeyPath, Part]]:
    """Leave out the parts whose ids cannot be read: an outcome may name them."""
    return ((path, part) for path, part in parts if (*path, "id") not in document.unread)


def _named(left: Sequence[tuple[KeyPath, Part]]) -> Iterator[tuple[KeyPath, Part, FieldValue]]:
    """Name what has no outcome, and last the rest in one: thousands of follow-ups can leave thousands of parts out."""
    for path, part in left[:_MOST_TOLD]:
        yield path, part, part.label
    rest = left[_MOST_TOLD:]
    if rest:
        yield *rest[0], FirstOf(tuple(part.label for _, part in rest[:MOST_LISTED]), "; ", len(rest))


@rule(
    Severity.ERROR,
    Entry(
        sv="Utfallet är inte bedömt, och det står inte varför.",
        en="The outcome is not assessed, and it does not say why.",
        sv_help="Skriv under Skäl (`why_not`) varför det inte är bedömt.{is_comment}",
        en_help="Write under `why_not` why it is not assessed.{is_comment}",
    ),
    kinds=("follow-up",),
)
def outcome_without_reason(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """To leave something out is a decision, and a decision has a reason.

    sv: Att lämna något utanför är ett beslut, och ett beslut har ett skäl.
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
        if outcome.result is not Result.NOT_ASSESSED or outcome.why_not is not None:
            continue
        if outcome.comment is not None:
            yield at("outcomes", i, "comment", mend=Mend("why_not", MendKind.KEY), is_comment=_IS_COMMENT)
        else:
            yield at("outcomes", i, is_comment=Text("", ""))


_IS_COMMENT = Text(
    " Är det Kommentar (`comment`) som säger det, byt den nyckeln mot Skäl (`why_not`).",
    " If `comment` says so, change that key to `why_not`.",
)


@rule(
    Severity.ERROR,
    Entry(
        sv="{item} har två utfall i samma uppföljning.",
        en="{item} has two outcomes in the same follow-up.",
        sv_help="Varje sak ska ha ett utfall. {keep}",
        en_help="Each thing is to have one outcome. {keep}",
    ),
    kinds=("follow-up",),
)
def duplicate_outcome(given: RuleInput[FollowUp]) -> Iterator[Breach]:
    """Two outcomes for one thing contradict or repeat each other.

    sv: Två utfall för samma sak upprepar eller motsäger varandra.
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
    meant = _left_for_another(given)
    for first, again, name in _twice(given):
        wrong, right = (first, again) if meant and _is_first_wrong(given, name, meant) else (again, first)
        where = Elsewhere(_THE_OTHER, ("outcomes", right))
        mend, keep = (Mend(meant), _MEANT.with_fields(meant=meant)) if meant else (None, _KEEP_ONE)
        yield at("outcomes", wrong, "item", related=(where,), mend=mend, item=name, keep=keep)


def _is_first_wrong(given: RuleInput[FollowUp], name: str, meant: str) -> bool:
    """Tell whether the outcomes come in the order of what they are of once the first of two is of what has none."""
    found = {ref.link.target: ref.target.document for ref in outcomes_of(given)}
    every = [part.own_id or "" for _, part in found[name].parts]
    return is_first_wrong([ref.link.target for ref in outcomes_of(given)], every, meant)


_THE_OTHER = Text("Det andra utfallet står här.", "The other outcome is here.")
_KEEP_ONE = Text("Behåll ett av dem.", "Keep one of them.")
_MEANT = Text(
    "Troligen gäller det här {meant}, som inte har något utfall. Annars, behåll ett av dem.",
    "This is most likely about {meant}, which has no outcome. Otherwise keep one of them.",
)


@rule(
    Severity.WARNING,
    Entry(
        sv="Utfallet gäller {item}, som står i ett dokument som inte följs upp här.",
        en="The outcome is about {item}, which is in a document that is not reviewed here.",
        sv_help="Lägg till dokumentet under Följer upp (`reviews`), eller rätta Vad (`item`) om något annat avses.",
        en_help="Add the document under `reviews`, or correct `item` if something else is meant.",
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
    other = given.workspace.meant.edition(given.document)
    reviewed = {document for _, document in reviewed_by(given)} | ({other.document} if other is not None else set())
    for reference in outcomes_of(given):
        if reference.target.document not in reviewed and reference.target.document.model is not None:
            yield at(*reference.link.path, item=reference.link.target)


@rule(
    Severity.NOTE,
    Entry(
        sv="{what} har inget id och kan därför inte följas upp: {text}",
        en="{what} has no id and so cannot be followed up: {text}",
        sv_help="Lägg till Id (`id`) med ett kort namn.",
        en_help="Add `id` with a short name.",
    ),
    kinds=("agreement", "action-plan", "citizen-promise", "communication-plan"),
)
def nothing_to_refer_to(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A follow-up names each goal, commitment and promise by its id; what has none cannot be given an outcome.

    sv: En uppföljning pekar ut varje mål, åtagande och löfte med id; det som saknar id kan inte få ett utfall.
    source: {method}, steg 5. | {method}, step 5.
    bad:
        commitments:
          - {id: samordnare, by: kommunen, text: Ha en samordnare., theme: coordination}
          - {by: kommunen, text: Avsätta tid för arbetet., theme: resources}
    good:
        commitments:
          - {id: samordnare, by: kommunen, text: Ha en samordnare., theme: coordination}
    """
    for path, part in given.document.parts:
        if part.item is not None and is_reviewed(part) and part.own_id is None:
            word = part.item
            named = _SUB_GOAL if isinstance(part, SubGoal) else Text(word.sv.capitalize(), word.en.capitalize())
            yield at(*path, mend=mend_with_id(given.document, path), what=named, text=part.label)
