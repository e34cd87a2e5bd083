"""What is to be done of the parts of a document: by their last days, and again and again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samverkan.duties.deadlines import deadline_of, name_of, occasions_of, part_duty, parts_to_do
from samverkan.duties.duty import Duty, Listed
from samverkan.duties.meetings import listed
from samverkan.duties.merging import joined, merged
from samverkan.model.communication import Activity
from samverkan.model.cooperation import Commitment
from samverkan.model.dates import CoarseDate, Duration
from samverkan.model.deadlines import WithDeadline
from samverkan.model.plan import Measure
from samverkan.model.promise import PromiseActivity
from samverkan.reviews.counted import last_outcome
from samverkan.reviews.counted_from import CountedFrom, from_signing
from samverkan.reviews.met import quantity_of
from samverkan.words import duties as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samverkan.duties.rhythm import Rhythm
    from samverkan.duties.subject import Subject
    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.model.dates import Cadence
    from samverkan.model.document import DocumentModel
    from samverkan.words.sentence import Text

_YEAR = Duration(1, "year")


def part_duties(subject: Subject, model: DocumentModel) -> Iterator[Duty]:
    """Give the duties of a document's parts: by their last days, and as often as they say, one row for each part.

    What is done more often than every year stands at its last day, if it has one.
    """
    for path, part in parts_to_do(model, subject.today):
        yield from occasions_of(subject, path, part)
        last, again = deadline_of(subject, path, part), _again(subject, path, part)
        if last is None or again is None:
            yield from (duty for duty in (last, again) if duty is not None)
        elif again.due is None or _is_often(_cadence_of(part), subject.today):
            yield joined(last, again)
        else:
            yield merged((last, again))


def _is_often(cadence: Cadence | None, today: date) -> bool:
    """Tell whether something is done more often than every year, so that follow-ups tell of many times at once."""
    return cadence is not None and cadence.period is not None and cadence.period.after(today) < _YEAR.after(today)


def _again(subject: Subject, path: KeyPath, part: Part) -> Duty | None:
    """Give the next time of what is done again and again.

    What is done every year or more seldom is late where no follow-up tells of it. Of what is done more often the next
    time is given, late or not.
    """
    found = _cadence(part)
    if found is None:
        return None
    key, cadence = found
    rhythm = _rhythm(subject, path, part, cadence)
    next_time: tuple[date | None, Text] | None
    if cadence.period is not None and rhythm.since is not None and _is_often(cadence, subject.today):
        next_time, shown = rhythm.next_occurrence(subject.today), listed(cadence.period, subject.today)
    else:
        next_time, shown = rhythm.next_due(subject.today), Listed.WHEN_NEAR
    if next_time is None:
        return None
    done = rhythm.since.day if rhythm.since and rhythm.since.is_done else None
    return replace(part_duty(subject, (*path, *key), part, *next_time), last_done=done, listed=shown)


def _cadence_of(part: Part) -> Cadence | None:
    found = _cadence(part)
    return found[1] if found else None


def _cadence(part: Part) -> tuple[KeyPath, Cadence] | None:
    """Give how often a part is done, or how often its amount is to be reached, with the key that says so."""
    quantity = quantity_of(part)
    if quantity is not None and quantity.per is not None and quantity.per.period is not None:
        return ("quantity", "per"), quantity.per
    cadence = part.cadence if isinstance(part, Commitment | PromiseActivity | Measure | Activity) else None
    return (("cadence",), cadence) if cadence is not None else None


def _rhythm(subject: Subject, path: KeyPath, part: Part, cadence: Cadence) -> Rhythm:
    start, end = _ends_of(part)
    since = from_signing(subject.document)
    if start is not None:
        since = CountedFrom(start.first, words.DAY.with_fields(day=CoarseDate.of(start.first)))
    told = last_outcome(subject.workspace, subject.document, path, subject.today)
    if told is not None and (since is None or told > since.day):
        since = CountedFrom(told, words.REVIEWED.with_fields(day=CoarseDate.of(told)), is_done=True)
    why = words.AGAIN_WHYS[str(part.item)].with_fields(named=name_of(part))
    rhythm = replace(subject.rhythm(cadence, since), why=why)
    if end is not None and (rhythm.end is None or end < rhythm.end):
        return replace(rhythm, end=end, ends=words.ENDS["part"])
    return rhythm


def _ends_of(part: Part) -> tuple[CoarseDate | None, date | None]:
    """Give when a part begins, and its last day; None where it does not say."""
    period = part.period if isinstance(part, Commitment) else None
    start = part.start if isinstance(part, Measure | Activity) else period.starts_on if period else None
    deadline = part.deadline.last if isinstance(part, WithDeadline) and part.deadline else None
    over = period.last_day(start.first if start else None) if period else None
    return start, min((day for day in (deadline, over) if day), default=None)
