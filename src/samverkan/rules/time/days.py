"""Days that cannot have come yet, or not in that order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, Severity
from samverkan.model.choices import Progress
from samverkan.model.counts import Figure
from samverkan.model.deadlines import InProgress
from samverkan.model.document import DocumentModel
from samverkan.model.kinds import is_cause_analysis, is_situation_picture
from samverkan.model.parties import Decision
from samverkan.model.progress_notes import ProgressNote
from samverkan.model.provenance import Retrieved
from samverkan.model.swapped_years import with_year_swapped
from samverkan.rules.concern import Concern
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.source.quoting import scalar
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.base import Part
    from samverkan.model.dates import CoarseDate

_FEW_DECADES = 30
_LEFT_TO_DO = frozenset({Progress.PLANNED, Progress.ONGOING})


@rule(
    Severity.WARNING,
    Entry(
        sv="Datumet, {day}, har inte varit än.",
        en="The date, {day}, has not come yet.",
        sv_help="Rätta datumet; det här kan bara ha hänt i dag eller tidigare.{or_planned}",
        en_help="Correct the date; this can only have happened today or earlier.{or_planned}",
    ),
    kinds=ALL_KINDS,
)
def date_in_the_future(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Figures, decisions and pictures describe the past; a later day is a slip.

    sv: Siffror, beslut och lägesbilder beskriver det som har varit; en senare dag är en felskrivning.
    source: Filformatet. | The file format.
    bad:
        kind: situation-picture
        date: 2099-03-01
        ---
        kind: action-plan
        decisions:
    good:
        kind: situation-picture
        date: 2024-03-01
    """
    for path, part in given.document.parts_of(*_SAYS_WHAT_WAS):
        for key, day in _days_of_what_was(part):
            if day is not None and day.first > given.today:
                written, this_year = given.document.value_at((*path, key)), given.today.year
                near = with_year_swapped(written, this_year - _FEW_DECADES, this_year)
                or_planned = _OR_PLANNED if isinstance(part, Decision) else _NO_MORE
                yield at(*path, key, mend=Mend(scalar(near)) if near else None, day=day, or_planned=or_planned)


_OR_PLANNED = Text(
    " Är beslutet bara planerat, lägg till Typ (`type: planned`).", " If it is only planned, add `type: planned`."
)
_NO_MORE = Text("", "")


@rule(
    Severity.NOTE,
    Entry(
        sv="Genomförande (`progress`) är ”{progress}”, men Genomförd (`done`) har en tid: {day}.",
        en="The key `progress` is “{progress}”, but `done` has a time: {day}.",
        sv_help="Rätta Genomförande (`progress`) eller ta bort Genomförd (`done`), beroende på vilket som stämmer.",
        en_help="Correct `progress`, or take `done` away, whichever is wrong.",
    ),
    concern=Concern.ORDER,
    kinds=("action-plan", "communication-plan"),
)
def done_but_not_finished(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A reader cannot tell whether there is something left to do, and a reminder may come of what is done.

    sv: Läsaren kan inte se om något är kvar att göra, och påminnelser kan komma om det som är klart.
    source: Filformatet. | The file format.
    bad:
        kind: action-plan
        measures:
          - {id: belysning, title: Bättre belysning, causes: mörker, goals: tryggare, who: [{party: kommunen}],
             progress: planned, done: 2024-05}
    good:
        kind: action-plan
        measures:
          - {id: belysning, title: Bättre belysning, causes: mörker, goals: tryggare, who: [{party: kommunen}],
             progress: done, done: 2024-05}
    """
    for path, part in given.document.parts_of(InProgress):
        if isinstance(part, InProgress) and part.done is not None and part.progress in _LEFT_TO_DO:
            related = (Elsewhere(Text("Dagen står här.", "The day is here."), (*path, "done")),)
            yield at(*path, "progress", related=related, progress=part.progress, day=part.done)


_SAYS_WHAT_WAS = (DocumentModel, Decision, Retrieved, Figure, InProgress, ProgressNote)


def _days_of_what_was(part: Part) -> Iterator[tuple[str, CoarseDate | None]]:
    match part:
        case DocumentModel():
            if is_situation_picture(part) or is_cause_analysis(part):
                yield "date", part.date
        case Decision(is_planned=False):
            yield "date", part.date
        case Retrieved():
            yield "retrieved", part.retrieved
        case Figure():
            yield "period", part.period
        case InProgress():
            yield "done", part.done
        case ProgressNote():
            yield "date", part.date
