"""The meetings of forums: the next one. That they have been held no document shows, so they are never late."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samverkan.duties.duty import Duty, DutyKind, Listed
from samverkan.duties.subject import DutyDetails
from samverkan.duties.who import Who, named
from samverkan.model.choices import ForumStatus
from samverkan.model.cooperation import Forum
from samverkan.model.dates import Duration
from samverkan.model.terms import stated_time
from samverkan.reviews.counted_from import from_signing
from samverkan.words import duties as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from samverkan.duties.subject import Subject
    from samverkan.findings import KeyPath
    from samverkan.model.plan import PlanForum
    from samverkan.words.sentence import Text

_MONTH = Duration(1, "month")


def meeting_duties(subject: Subject, forums: Sequence[Forum | PlanForum]) -> Iterator[Duty]:
    """Give the next meeting of each forum that is to meet so often, and the forums that are to be formed."""
    for i, forum in enumerate(forums):
        if isinstance(forum, Forum) and forum.status is ForumStatus.PLANNED:
            says = words.FORM_FORUM.with_fields(what=forum.name), words.FORM_FORUM_WHY
            yield subject.duty(DutyKind.MEETING, ("forums", i, "status"), None, says, _details(subject, forum))
        elif forum.cadence is not None or forum.when is not None:
            yield from _meeting(subject, ("forums", i, "cadence" if forum.cadence else "when"), forum)


def _meeting(subject: Subject, path: KeyPath, forum: Forum | PlanForum) -> Iterator[Duty]:
    rhythm = subject.timed(forum.cadence, forum.when, from_signing(subject.document))
    about, what = _details(subject, forum), words.MEETING.with_fields(what=forum.name)
    if rhythm is None:
        yield from _said(subject, path, forum.when or "", what, about)
    elif rhythm.cadence.period is None or rhythm.since is None:
        yield from subject.regular(DutyKind.MEETING, path, rhythm, what, about)
    elif (found := rhythm.next_occurrence(subject.today)) is not None:
        about = replace(about, listed=listed(rhythm.cadence.period, subject.today))
        yield subject.duty(DutyKind.MEETING, path, found[0], (what, found[1]), about)


def _said(subject: Subject, path: KeyPath, when: str, what: Text, about: DutyDetails) -> Iterator[Duty]:
    """Give the meeting that words alone tell of, unless its time has passed."""
    day = stated_time(when)
    if day is None:
        why = words.SAID_WHY.with_fields(said=when.removesuffix("."))
        yield subject.duty(DutyKind.MEETING, path, None, (what, why), about)
    elif day.last >= subject.today:
        yield subject.duty(DutyKind.MEETING, path, day.last, (what, words.DATED_WHY.with_fields(day=day)), about)


def _details(subject: Subject, forum: Forum | PlanForum) -> DutyDetails:
    parties = subject.workspace.relations.parties_of(subject.document)
    members = forum.members or ()
    who = named(members, parties)
    if forum.chair is not None:
        who = Who(named((forum.chair,), parties).names, who.parties)
    return DutyDetails(forum.id or "", responsible=who)


def listed(period: Duration, today: date) -> Listed:
    """Tell when a row is worth showing for what is done so often: not at all where it is every week or so."""
    return Listed.WHEN_NEAR if period.after(today) >= _MONTH.after(today) else Listed.ON_DEMAND
