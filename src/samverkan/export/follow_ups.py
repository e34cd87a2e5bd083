"""The tables of what became of things: the outcomes that follow-ups state, and the notes in documents themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from samverkan.duties.who import named
from samverkan.export.columns import Columns, Table, joined
from samverkan.export.goals import add_baseline, add_target
from samverkan.export.origin import OfPart
from samverkan.export.part_columns import add_origin
from samverkan.model.choices import Item, Light, Precision, Result
from samverkan.model.progress_notes import ProgressNote
from samverkan.model.review import FollowUp, Outcome
from samverkan.reviews.met import is_met

if TYPE_CHECKING:
    from samverkan.model.dates import CoarseDate
    from samverkan.workspace.document import Place


@dataclass(frozen=True, eq=False)
class OutcomeRow(OfPart[Outcome]):
    """An outcome with the follow-up that states it."""

    @property
    def follow_up(self) -> FollowUp | None:
        """The follow-up."""
        model = self.origin.document.model
        return model if isinstance(model, FollowUp) else None

    @cached_property
    def about(self) -> Place | None:
        """What it is about; None where that is only said in words, or leads nowhere."""
        target = self.origin.target_under(self.path, "item")
        return target.place if target else None

    @property
    def about_text(self) -> str | None:
        """What it is about, in words."""
        part = self.about.part if self.about else None
        return self.part.title or (part.full_label if part else None)

    @property
    def by(self) -> str | None:
        """Who was to do it, where the outcome says so."""
        parties = self.origin.folder.workspace.relations.parties_of(self.origin.document)
        return named(self.part.by, parties).all_names(self.exported.language) if self.part.by else None

    @property
    def is_met(self) -> bool | None:
        """Whether its figure meets what was aimed at or promised; None where that cannot be told."""
        part = (self.about.part if self.about else None) or self.part.own_goal
        return is_met(self.part, part, self.follow_up.period if self.follow_up else None) if part else None

    @property
    def begins(self) -> CoarseDate | None:
        """The start of the time that is followed up."""
        period = self.follow_up.period if self.follow_up else None
        return period.starts_on if period else None

    @property
    def ends(self) -> CoarseDate | None:
        """The end of the time that is followed up."""
        period = self.follow_up.period if self.follow_up else None
        return period.ends_on if period else None


def outcomes() -> Table:
    """Declare the table of outcomes."""
    columns = Columns[OutcomeRow]("outcomes", "outcomes")
    add_origin(columns, lambda row: row.origin)
    columns.text("key", lambda row: row.key, "")
    columns.text("about", lambda row: row.keys_under("item"), "item")
    columns.text("about_kind", lambda row: row.about.item if row.about else None, "", Item)
    columns.text("about_text", lambda row: row.about_text, "title")
    columns.text("by", lambda row: row.by)
    columns.time("follow_up", lambda row: row.follow_up.date if row.follow_up else None, "")
    columns.time("period_start", lambda row: row.begins, "")
    columns.time("period_end", lambda row: row.ends, "")
    columns.text("result", lambda row: row.part.result, choices=Result)
    columns.text("light", lambda row: row.part.light, choices=Light)
    columns.decimal("value", lambda row: row.part.value)
    columns.text("unit", lambda row: row.part.unit)
    columns.text("precision", lambda row: row.part.precision, choices=Precision)
    columns.time("period", lambda row: row.part.period)
    columns.text("source", lambda row: row.part.source)
    columns.yes_no("met", lambda row: row.is_met, "")
    columns.text("comment", lambda row: row.part.comment)
    columns.text("obstacle", lambda row: row.part.obstacle)
    columns.yes_no("carried_over", lambda row: row.part.carried_over)
    columns.text("why_not", lambda row: row.part.why_not)
    columns.text("answered_by", lambda row: joined(row.part.answered_by))
    columns.time("answered", lambda row: row.part.answered)
    add_baseline(columns, lambda row: row.part.baseline)
    add_target(columns, lambda row: row.part.target)
    return columns.of_rows(
        lambda exported: (OutcomeRow(one.origin, one.path, one.part) for one in exported.parts(Outcome))
    )


def notes() -> Table:
    """Declare the table of the notes on how it goes that stand with goals, measures and activities themselves."""
    columns = Columns[OfPart[ProgressNote]]("notes", "status")
    add_origin(columns, lambda row: row.origin)
    columns.text("key", lambda row: row.key, "")
    columns.text("about", lambda row: next((row.origin.key(path) for path, _ in row.above()), None), "")
    columns.time("date", lambda row: row.part.date)
    columns.text("light", lambda row: row.part.light, choices=Light)
    columns.text("text", lambda row: row.part.text)
    return columns.of_rows(lambda exported: exported.parts(ProgressNote))
