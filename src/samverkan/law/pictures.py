"""What the law asks of situation pictures: that there is one (section 4), updated every second year (section 6)."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from samverkan.law.act import IN_FORCE, Answer, Evidence, LawStatus, LegalDeadline, Paragraph, in_two_years
from samverkan.law.holdings import holdings, kinds_of
from samverkan.law.wording import day_words, joint_notes
from samverkan.model.choices import KINDS_KNOWN, Kind, PictureForm
from samverkan.model.dates import Duration
from samverkan.model.document import Dated
from samverkan.model.kinds import is_situation_picture
from samverkan.reviews.counted_from import CountedFrom
from samverkan.words import duties
from samverkan.words import law as words
from samverkan.words.sentence import Text
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.law.holdings import Holdings, Municipal
    from samverkan.model.dates import CoarseDate
    from samverkan.model.document import DocumentModel
    from samverkan.model.picture import SituationPicture
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


_ANY_DAY, _A_MONTH_LATER = date(2024, 1, 1), date(2024, 2, 1)
_OF_A_SERIES = re.compile(
    r"\b(?:dygns|vecko|månads)(?:rapport|brev|läge|bild|avstämning|uppföljning)|\b(?:vecka|v\.) ?[0-9]{1,2}\b"
    r"|\b(?:daily|weekly|monthly) (?:report|picture|update)|\bweek [0-9]{1,2}\b",
    re.IGNORECASE,
)


class MadePicture(NamedTuple):
    """A picture that had been made on a day: of a coarse date the last day that has come."""

    day: date
    said: CoarseDate
    document: Document
    model: DocumentModel


def is_picture_asked_for(workspace: Workspace, document: Document, today: date) -> bool:
    """Tell whether a document is a picture that the law demands, made since the law came.

    It says itself that it is a municipality's or joint: one that only belongs to an agreement may be anybody's.
    """
    held = holdings(workspace)
    picture = document.model
    if today < IN_FORCE or not is_situation_picture(picture) or not held.says_whose(document):
        return False
    made = _made(document, today)
    return bool(held.owners(document)) and made is not None and made.day >= IN_FORCE


def was_asked_for(workspace: Workspace, document: Document) -> bool:
    """Tell whether a picture may be one of those that the law demands: made since it came, and not only others'."""
    made, is_known = document.made_on, bool(workspace.relations.parties_of(document))
    is_municipal = bool(holdings(workspace).owners(document))
    is_asked_for = document.model is not None and not _is_less(document.model) and (is_municipal or not is_known)
    return made is not None and made >= IN_FORCE and is_asked_for


def _is_less(picture: DocumentModel) -> bool:
    """Tell whether a document says that it is less than the picture that the law asks for.

    Such are a newsletter, a survey, and what tells of a week, a month or a part of town without all that the law asks
    for.
    """
    if not is_situation_picture(picture):
        return False
    is_other = picture.form in {PictureForm.NEWSLETTER, PictureForm.SURVEY}
    is_of_less = is_running_report(picture) or _is_of_one_part(picture)
    return is_other or (is_of_less and bool(_lacking(picture).parts))


def _is_of_one_part(picture: SituationPicture) -> bool:
    """Tell whether a picture is of one place that is no whole municipality, as far as the file tells the two apart."""
    tops = [area for area in picture.areas if area.part_of is None]
    if len(tops) != 1 or not picture.parties:
        return False
    top = tops[0]
    is_whole = any(party.name.casefold().startswith(top.name.casefold()) for party in picture.parties)
    return top.type is None and top.code is None and not is_whole


def is_running_report(picture: SituationPicture) -> bool:
    """Tell whether a situation picture is one of a series that tells of a month at the most: a weekly report."""
    every, period = picture.cadence.period if picture.cadence else None, picture.period
    start = period.starts_on.first if period and period.starts_on else None
    end = period.last_day(start) if period else None
    is_often = every is not None and every.after(_ANY_DAY) <= _A_MONTH_LATER
    is_short = start is not None and end is not None and end < Duration(1, "month").after(start)
    return is_often or is_short or _OF_A_SERIES.search(f"{picture.title} {picture.issue or ''}") is not None


def pictures_of(held: Holdings, municipality: Municipal, today: date) -> tuple[MadePicture, ...]:
    """Give a municipality's pictures that had been made on a day, since the law came, earliest first."""
    return _pictures_of(held, held.alike(municipality), today)


@remembered(maxsize=4096)
def _pictures_of(held: Holdings, municipality: Municipal, today: date) -> tuple[MadePicture, ...]:
    found = [_made(document, today) for document in held.of(municipality, Kind.SITUATION_PICTURE)]
    return tuple(_by_day(one for one in found if one is not None and one.day >= IN_FORCE))


def _by_day(pictures: Iterable[MadePicture]) -> list[MadePicture]:
    return sorted(pictures, key=lambda one: (one.day, one.document.file))


def next_picture(workspace: Workspace, municipality: Municipal, today: date) -> LegalDeadline | None:
    """Give when the law asks for a municipality's next picture; None while the law asks nothing.

    Without a picture that is the day when the law came; with one, two years after it.
    """
    if today < IN_FORCE:
        return None
    made = pictures_of(holdings(workspace), municipality, today)
    if not made:
        start = CountedFrom(IN_FORCE, duties.LAW_START.with_fields(day=day_words(IN_FORCE)))
        return LegalDeadline(Paragraph.PICTURE, start, IN_FORCE)
    last = made[-1]
    name = duties.MADE.with_fields(title=Text(*KINDS_KNOWN[Kind.SITUATION_PICTURE]), day=last.said)
    since = CountedFrom(last.day, name)
    return LegalDeadline(Paragraph.PICTURE_UPDATE, since, in_two_years(last.day), last.document)


def update_of(workspace: Workspace, document: Document, today: date) -> LegalDeadline | None:
    """Give when the law asks that a picture is updated; None where it has been already, or the law asks nothing."""
    for municipality in holdings(workspace).unlike_owners(document):
        deadline = next_picture(workspace, municipality, today)
        if deadline is not None and deadline.last is document:
            return deadline
    return None


def picture_answers(workspace: Workspace, municipality: Municipal, today: date) -> Iterator[Answer]:
    """Answer for a municipality's picture and its update."""
    held = holdings(workspace)
    made = pictures_of(held, municipality, today)
    deadline = next_picture(workspace, municipality, today)
    if deadline is None:
        return
    if not made:
        yield _missing(held, municipality, today)
        yield Answer(
            municipality, Paragraph.PICTURE_UPDATE, LawStatus.NOT_SHOWN, words.NO_PICTURE_TO_UPDATE, words.UPDATE_AFTER
        )
        return
    first, last = made[0], made[-1]
    notes = joint_notes(held, last.document)
    lacks = _lacking(last.model, frozenset(str(path[0]) for path in last.document.unread))
    to_do = words.COMPLETE_PICTURE.with_fields(what=lacks) if lacks.parts else words.NOTHING_TO_DO
    says = words.PICTURE_IS.with_fields(day=last.said)
    yield Answer(
        municipality, Paragraph.PICTURE, LawStatus.SHOWN, says, to_do, (_evidence(last),), first.day, None, notes
    )
    yield _update(municipality, made, deadline, today)


def _missing(held: Holdings, municipality: Municipal, today: date) -> Answer:
    """Answer where the folder holds no picture; older ones, and those that are less, do not count, but are told of."""
    all_held = held.of(municipality, Kind.SITUATION_PICTURE)
    has_less = any(document.model is not None and _is_less(document.model) for document in all_held)
    older = _by_day(one for document in all_held if (one := _made(document, today)) is not None)
    says = words.ONLY_OLD_PICTURE if older else words.ONLY_LESS_PICTURE if has_less else words.NO_PICTURE
    evidence = tuple(_evidence(one) for one in older[-1:])
    status, to_do = LawStatus.NOT_SHOWN, words.MAKE_PICTURE
    return Answer(municipality, Paragraph.PICTURE, status, says, to_do, evidence, IN_FORCE, IN_FORCE)


def _update(municipality: Municipal, made: tuple[MadePicture, ...], deadline: LegalDeadline, today: date) -> Answer:
    """Answer for the update: shown where a picture has followed on another in time."""
    due = day_words(deadline.due)
    if deadline.has_passed(today):
        status, says = LawStatus.LATE, words.PICTURE_IS_OLD
    elif len(made) > 1:
        status, says = LawStatus.SHOWN, words.PICTURE_UPDATED
    else:
        status, says = LawStatus.DUE, words.PICTURE_TO_UPDATE
    says = says.with_fields(day=made[-1].said, due=due)
    to_do = (words.UPDATE_NOW if status is LawStatus.LATE else words.UPDATE_BY).with_fields(due=due)
    evidence = tuple(_evidence(one) for one in made[-2:])
    return Answer(
        municipality, Paragraph.PICTURE_UPDATE, status, says, to_do, evidence, deadline.since.day, deadline.due
    )


def _evidence(made: MadePicture) -> Evidence:
    says = words.PICTURE_EVIDENCE.with_fields(title=made.model.title, day=made.said)
    return Evidence(made.document, ("date",), says)


_ASKED = (
    (words.SURVEY, ("survey", "indicators", "problems")),
    (words.OTHER_INFORMATION, ("other_information", "own_pictures")),
    (words.ANALYSIS, ("analysis", "analyses")),
)
"""What section 4 asks of a picture, each with the keys of which one says it."""


def _lacking(picture: DocumentModel, unread: frozenset[str] = frozenset()) -> words.Listed:
    """Name what section 4 asks of a picture that the file does not hold; of other kinds the parts are not known.

    Args:
        picture: the picture.
        unread: the keys of which something could not be read, and may say it.
    """
    if not is_situation_picture(picture):
        return words.Listed(())
    said = {key for key, value in picture if value} | unread
    return words.Listed(tuple(part for part, keys in _ASKED if said.isdisjoint(keys)))


def _made(document: Document, today: date) -> MadePicture | None:
    picture = document.model
    if picture is None or Kind.SITUATION_PICTURE not in kinds_of(document) or _is_less(picture):
        return None
    own = picture.made if isinstance(picture, Dated) else None
    told = next((day for day in (own, picture.decided_on) if day is not None), None)
    return MadePicture(min(told.last, today), told, document, picture) if told and told.first <= today else None
