"""The clocks of an agreement: its own terms on review, planned documents, revision, extension and validity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from samverkan.findings import Path, path_text
from samverkan.followup.duties import Clock, Duty
from samverkan.messages import Field, Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samverkan.model.agreement import Agreement
    from samverkan.model.dates import Cadence
    from samverkan.model.terms import PlannedDocument
    from samverkan.workspace import Document, Workspace

_SIGNING = Text("undertecknandet {day}", "the signing on {day}")
_START = Text("giltighetstidens början {day}", "the start of the validity on {day}")

_REVIEW = Text("Följ upp överenskommelsen", "Review the agreement")
_REPORT = Text("Återrapportera", "Report")
_REPORT_TO = Text("Återrapportera till {to}", "Report to {to}")
_REVISE = Text("Revidera överenskommelsen", "Revise the agreement")
_REGULAR_WHY = Text(
    "Villkoret {clause}: {cadence}, räknat från {start}.", "The term {clause}: {cadence}, counted from {start}."
)
_FROM = Text("{day}", "{day}")
_PRODUCE = Text("Ta fram {title}", "Produce {title}")
_PRODUCE_WHY = Text(
    "Villkoret {clause}: {cadence}, räknat från {start}. Aldrig gjort.",
    "The term {clause}: {cadence}, counted from {start}. Never made.",
)
_PRODUCE_BY_WHY = Text(
    "Villkoret {clause}: första gången senast {day}. Aldrig gjort.",
    "The term {clause}: for the first time by {day}. Never made.",
)
_PRODUCE_ONCE_WHY = Text(
    "Villkoret {clause}: utan angiven tid, alltså senast när giltigheten går ut. Aldrig gjort.",
    "The term {clause}: no time given, so at the latest when the validity ends. Never made.",
)
_CONSULT = Text("Samråd om förlängning", "Consult about an extension")
_CONSULT_WHY = Text(
    "Villkoret {clause}: före förlängning; giltigheten går ut {end}.",
    "The term {clause}: before an extension; the validity ends on {end}.",
)
_EXPIRE = Text("Förnya eller avsluta överenskommelsen", "Renew or close the agreement")
_EXPIRE_WHY = Text(
    "Giltighetstiden går ut {end} och ingen efterföljare finns.",
    "The validity ends on {end} and there is no successor.",
)
_EXPIRE_REVISE_WHY = Text(
    "Giltighetstiden går ut {end}, då den enligt sina villkor ska revideras, och ingen efterföljare finns.",
    "The validity ends on {end}, when by its own terms it is to be revised, and there is no successor.",
)


@dataclass(frozen=True, slots=True)
class _Clocks:
    """The clocks of one agreement, with the days that they are counted from."""

    document: Document
    model: Agreement
    has_successor: bool
    today: date

    @property
    def end(self) -> date | None:
        """The last day of the validity; None while it has no end."""
        end = self.model.validity.end
        return end.date.last if end and end.date else None

    @property
    def signed(self) -> date | None:
        """The day of signing; of a coarse date its first day."""
        return self.model.signed_on.first if self.model.signed_on else None

    @property
    def validity_start(self) -> date | None:
        """The first day of the validity; None while it waits for the signing."""
        start = self.model.validity.start.date
        return start.first if start else self.signed

    def from_signing(self) -> tuple[date, Text] | None:
        """Give the day of signing, or where it is unknown the start of the validity, and its name."""
        return (self.signed, _named(_SIGNING, self.signed)) if self.signed else self.from_start()

    def from_start(self) -> tuple[date, Text] | None:
        """Give the start of the validity and its name."""
        start = self.validity_start
        return (start, _named(_START, start)) if start else None

    def duty(self, clock: Clock, path: Path, due: date, says: tuple[Text, Text], item: str = "") -> Duty:
        """Make a duty, never done and so due at the latest when the agreement ends; `says` is what to do and why."""
        latest = min(due, self.end) if self.end else due
        place = path_text(path)
        return Duty(
            document=self.model.id,
            item=item or place,
            clock=clock,
            what=says[0],
            due=latest,
            last_done=None,
            reason=_filled(says[1], clause=f"{path[0]} ({item})" if item else place),
            source=place,
            file=self.document.file,
            line=self.document.positions.of(path).line,
        )

    def regular(
        self,
        clock: Clock,
        path: Path,
        cadence: Cadence | None,
        start: tuple[date, Text] | None,
        what: Text,
    ) -> Iterator[Duty]:
        """Give the next time of what is done at a cadence; nothing where it cannot be counted."""
        if cadence is None or cadence.period is None or start is None:
            return
        day, name = start
        why = _filled(_REGULAR_WHY, cadence=cadence, start=name)
        yield self.duty(clock, path, cadence.period.after(day), (what, why))


def agreement_duties(document: Document, workspace: Workspace, today: date) -> Iterator[Duty]:
    """Give the duties of an agreement.

    A cadence that cannot be counted ("löpande") gives no duty. What is done at a cadence is counted from the signing,
    documents from the start of the validity. Nothing falls due after the end of the agreement.

    Args:
        document: an agreement that could be read, at least in part.
        workspace: the documents around it; one that supersedes it ends its duty of renewal.
        today: the day to count from.
    """
    model = cast("Agreement", document.model)
    clocks = _Clocks(document, model, model.id in workspace.superseded, today)
    yield from _reviews(clocks)
    for i, planned in enumerate(model.planned_documents):
        yield from _planned(clocks, i, planned)
    yield from _revision(clocks)
    yield from _extension(clocks)
    yield from _expiry(clocks)


def _reviews(clocks: _Clocks) -> Iterator[Duty]:
    terms = clocks.model.follow_up
    if terms is None:
        return
    start = clocks.from_signing()
    yield from clocks.regular(Clock.REVIEW, ("follow_up", "cadence"), terms.cadence, start, _REVIEW)
    if terms.reporting:
        what = _filled(_REPORT_TO, to=", ".join(terms.reporting.to)) if terms.reporting.to else _REPORT
        path: Path = ("follow_up", "reporting", "cadence")
        yield from clocks.regular(Clock.REPORT, path, terms.reporting.cadence, start, what)


def _planned(clocks: _Clocks, position: int, planned: PlannedDocument) -> Iterator[Duty]:
    path: Path = ("planned_documents", position)
    what = _filled(_PRODUCE, title=planned.title or planned.kind)
    item = planned.id or ""
    start = clocks.from_start()
    if start is None:
        return
    if planned.first_by:
        due, why = planned.first_by.last, _filled(_PRODUCE_BY_WHY, day=str(planned.first_by))
    elif planned.cadence and planned.cadence.period:
        due, why = (
            planned.cadence.period.after(start[0]),
            _filled(_PRODUCE_WHY, cadence=planned.cadence, start=start[1]),
        )
    elif planned.cadence is None and clocks.end:
        due, why = clocks.end, _PRODUCE_ONCE_WHY
    else:
        return
    yield clocks.duty(Clock.PLANNED_DOCUMENT, path, due, (what, why), item)


def _revision(clocks: _Clocks) -> Iterator[Duty]:
    revision = clocks.model.validity.revision
    if revision is None or clocks.has_successor:
        return
    start = (revision.start.first, _named(_FROM, revision.start.first)) if revision.start else clocks.from_signing()
    path: Path = ("validity", "revision", "cadence")
    yield from clocks.regular(Clock.REVISION, path, revision.cadence, start, _REVISE)


def _extension(clocks: _Clocks) -> Iterator[Duty]:
    extension, end = clocks.model.validity.extension, clocks.end
    if extension is None or clocks.has_successor or (end and end < clocks.today):
        return
    why = _filled(_CONSULT_WHY, end=str(end) if end else "–")
    if extension.consult_by:
        path: Path = ("validity", "extension", "consult_by")
        yield clocks.duty(Clock.CONSULTATION, path, extension.consult_by.last, (_CONSULT, why))
    elif extension.consult_before_end and end:
        path = ("validity", "extension", "consult_before_end")
        yield clocks.duty(Clock.CONSULTATION, path, extension.consult_before_end.before(end), (_CONSULT, why))


def _expiry(clocks: _Clocks) -> Iterator[Duty]:
    end, revision = clocks.end, clocks.model.validity.revision
    if end is None or clocks.has_successor:
        return
    why = _EXPIRE_REVISE_WHY if revision and revision.at_expiry else _EXPIRE_WHY
    yield clocks.duty(Clock.EXPIRY, ("validity", "until"), end, (_EXPIRE, _filled(why, end=str(end))))


def _named(name: Text, day: date) -> Text:
    return _filled(name, day=day.isoformat())


def _filled(text: Text, **fields: Field) -> Text:
    return Text(text.sv, text.en, {**text.fields, **fields})
