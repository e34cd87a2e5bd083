"""What a form asks about: everything that a follow-up answers for, and what one needs to know to answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.drafts.sheet import one_line
from samverkan.duties.duty import DutyKind
from samverkan.duties.who import who_does
from samverkan.model.choices import Item, Result
from samverkan.model.deadlines import WithDeadline
from samverkan.model.fingerprint import short
from samverkan.model.goals import Goal
from samverkan.reviews.met import quantity_of, unit_of
from samverkan.reviews.results import stated_outcomes_of
from samverkan.reviews.stated import to_review
from samverkan.words.collecting import LAST
from samverkan.workspace.actors import doers_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samverkan.drafts.follow_up import FollowUpDraft
    from samverkan.duties.who import Who
    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.workspace.document import Document

ASSESSED = (Result.REACHED, Result.PARTLY, Result.ONGOING, Result.NOT_REACHED, Result.NOT_ASSESSED)
"""The results that one who answers can choose between."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing to answer for.

    Attributes:
        key: what it is known by in every form: its document and its id there, or its place where it has none.
        item: the reference that a follow-up has to it; empty where it has no id.
        label: it in one line.
        what: what is shown of it, by the names of columns; all of it is locked.
        unit: what its figure counts, as in the file; empty where that is not said.
        aims_above_one: whether the figures before, or aimed at, are all above 1.
        responsible: those who answer for it, each by name.
        results: the results as they are called of this sort of thing.
    """

    key: str
    item: str
    label: str
    what: dict[str, str]
    unit: str
    aims_above_one: bool
    responsible: tuple[str, ...]
    results: dict[Result, str]


@dataclass(frozen=True, slots=True)
class Round:
    """One round of answers.

    Attributes:
        title: what the form is called.
        documents: the ids of what is reviewed, with the fingerprints of their texts.
        period: the time that is reviewed.
        asked: everything that is to be answered for.
    """

    title: str
    documents: dict[str, str]
    period: tuple[date, date]
    asked: tuple[Asked, ...]


def round_of(draft: FollowUpDraft) -> Round:
    """Give what is to be asked to make a follow-up."""
    documents = {one.id or "": short(one.fingerprint) for one in draft.documents}
    return Round(draft.title, documents, draft.period, tuple(_asked(draft)))


def kept_only(key: str, what: dict[str, str]) -> Asked:
    """Give what a form asked about and no document holds any longer, as far as the form tells."""
    results = {result: result.value for result in ASSESSED}
    return Asked(key, "", what["what"], what, "", aims_above_one=False, responsible=(), results=results)


def _asked(draft: FollowUpDraft) -> Iterator[Asked]:
    for document in draft.documents:
        for path, part in to_review(document, None):
            if isinstance(part, WithDeadline) and part.is_stopped:
                continue
            yield _one(draft, document, path, part)


def _one(draft: FollowUpDraft, document: Document, path: KeyPath, part: Part) -> Asked:
    language, name = draft.notes, part.own_id
    place = name or "/".join(map(str, path))
    parties = draft.workspace.relations.parties_of(document)
    who = who_does(doers_at(document, path, part), parties)
    words, unit = draft.phrases(document), unit_of(part) or ""
    what = {
        "kind": DutyKind(part.item.value).say(language).capitalize() if part.item else "",
        "what": one_line(part.full_label),
        "responsible": who.all_names(language),
        "deadline": words.date(part.deadline) if isinstance(part, WithDeadline) else "",
        "baseline": one_line(words.baseline(part)) if isinstance(part, Goal) else "",
        "target": one_line(_aim(draft, document, part)),
        "last": _last(draft, document, part),
        "unit": words.unit(unit),
    }
    return Asked(
        key=f"{document.id}#{place}" if name else f"{document.id}:{place}",
        item=draft.reference(document, name) if name else "",
        label=one_line(part.full_label).removesuffix("."),
        what=what,
        unit=unit,
        aims_above_one=_is_above_one(part),
        responsible=_names(who, [party.name for party in parties], draft),
        results={result: result.of(part.item).say(language) for result in ASSESSED},
    )


def _is_above_one(part: Part) -> bool:
    if not isinstance(part, Goal):
        return False
    figures = [
        *(part.target.figures.values() if part.target else ()),
        *([part.start] if part.start is not None else ()),
    ]
    return bool(figures) and all(figure > 1 for figure in figures)


def _aim(draft: FollowUpDraft, document: Document, part: Part) -> str:
    """Say what is aimed at: the target, the criterion, or how much was promised."""
    words = draft.phrases(document)
    if isinstance(part, Goal):
        return words.target(part) or part.criterion or ""
    quantity = quantity_of(part)
    return words.quantity(quantity) if quantity is not None else ""


def _names(who: Who, parties: list[str], draft: FollowUpDraft) -> tuple[str, ...]:
    """Give those who answer, groups by the names of the parties in them."""
    found: list[str] = []
    for name in who.names:
        found += [name] if isinstance(name, str) else list(who.parties) or parties or [name.say(draft.notes)]
    return tuple(dict.fromkeys(found))


def _last(draft: FollowUpDraft, document: Document, part: Part) -> str:
    """Say what the latest follow-up stated, and which it was."""
    marks = stated_outcomes_of(draft.workspace, document, part.own_id, draft.today)
    told = next((mark for mark in reversed(marks) if mark.outcome.result or mark.outcome.value is not None), None)
    if told is None:
        return ""
    words, outcome = draft.phrases(document), told.outcome
    unit = outcome.unit or unit_of(part)
    figure = "" if outcome.value is None else words.stated(outcome.value, unit, outcome.precision)
    result = outcome.result.of(part.item or Item.GOAL).say(draft.notes) if outcome.result else ""
    said = ", ".join(filter(None, (result, figure)))
    return LAST.with_fields(said=said, day=str(told.said or "–")).say(draft.notes)
