"""The tables of what somebody is to do: measures, commitments, promises and activities."""

from __future__ import annotations

from typing import TypeVar

from samverkan.export.columns import Columns, Table, joined, written
from samverkan.export.part_columns import Reviewed, add_quantity, add_results, add_reviewed_place, reviewed
from samverkan.model.choices import Manner, MeasureType, Progress, Strength, Term, Theme
from samverkan.model.communication import Activity
from samverkan.model.cooperation import Commitment
from samverkan.model.deadlines import TakenOn
from samverkan.model.plan import Measure
from samverkan.model.promise import Promise, PromiseActivity, PromiseGroup

AnyTaken = TypeVar("AnyTaken", bound=TakenOn)


def measures() -> Table:
    """Declare the table of measures."""
    columns = Columns[Reviewed[Measure]]("measures", "measures")
    add_reviewed_place(columns)
    columns.text("number", lambda row: row.part.number)
    columns.text("title", lambda row: row.part.title)
    columns.text("text", lambda row: row.part.text)
    _add_why_of_measure(columns)
    columns.text("type", lambda row: row.part.type, choices=MeasureType)
    columns.text("effect", lambda row: row.part.effect, choices=Term)
    columns.time("from", lambda row: row.part.start)
    columns.time("until", lambda row: row.part.deadline)
    columns.text("dates", lambda row: joined(row.part.dates))
    columns.text("when", lambda row: row.part.when)
    columns.text("cadence", lambda row: written(row.part.cadence))
    add_quantity(columns, lambda row: row.part.quantity)
    columns.text("responsible", lambda row: row.responsible, "who")
    columns.text("partners", lambda row: joined(row.part.partners))
    columns.text("place", lambda row: row.part.place)
    columns.text("target_group", lambda row: row.part.target_group)
    columns.text("condition", lambda row: row.part.condition)
    columns.text("resources", lambda row: row.part.resources)
    columns.text("progress", lambda row: row.part.how_far, choices=Progress)
    columns.time("done", lambda row: row.part.done)
    add_results(columns)
    return columns.of_rows(lambda exported: reviewed(exported, Measure))


def _add_why_of_measure(columns: Columns[Reviewed[Measure]]) -> None:
    columns.text("operative_goal", lambda row: row.part.operative_goal)
    columns.text("goals", lambda row: row.keys_under("goals"))
    columns.text("causes", lambda row: row.keys_under("causes"))
    columns.text("cause_text", lambda row: row.part.cause_text)
    columns.text("problems", lambda row: row.keys_under("problems"))
    columns.text("problem_text", lambda row: row.part.problem_text)
    columns.text("commitments", lambda row: row.keys_under("commitments"))
    columns.text("focus_area", lambda row: row.keys_under("focus_area"))


def _add_who(columns: Columns[Reviewed[AnyTaken]]) -> None:
    """Declare who has taken it on, and with whom."""
    columns.text("by", lambda row: row.by)
    columns.text("responsible", lambda row: row.responsible, "")
    columns.text("role", lambda row: row.part.responsible, "responsible")
    columns.text("partners", lambda row: joined(row.part.partners))


def commitments() -> Table:
    """Declare the table of commitments."""
    columns = Columns[Reviewed[Commitment]]("commitments", "commitments")
    add_reviewed_place(columns)
    columns.text("title", lambda row: row.part.title)
    columns.text("text", lambda row: row.part.text)
    columns.text("theme", lambda row: row.part.theme, choices=Theme)
    columns.text("strength", lambda row: row.part.strength, choices=Strength)
    columns.text("manner", lambda row: row.part.manner, choices=Manner)
    add_quantity(columns, lambda row: row.part.quantity)
    columns.text("cadence", lambda row: written(row.part.cadence))
    columns.time("period_start", lambda row: row.part.period.starts_on if row.part.period else None, "period")
    columns.time("period_end", lambda row: row.part.period.ends_on if row.part.period else None, "period")
    columns.text("dates", lambda row: joined(row.part.dates))
    columns.time("deadline", lambda row: row.part.deadline)
    columns.text("when", lambda row: row.part.when)
    columns.text("condition", lambda row: row.part.condition)
    columns.text("place", lambda row: row.part.place)
    columns.text("target_group", lambda row: row.part.target_group)
    _add_who(columns)
    columns.yes_no("per_municipality", lambda row: row.part.per_municipality)
    columns.text("focus_area", lambda row: row.keys_under("focus_area"))
    columns.text("resources", lambda row: row.part.resources)
    add_results(columns)
    return columns.of_rows(lambda exported: reviewed(exported, Commitment))


def promises() -> Table:
    """Declare the table of single promises."""
    columns = Columns[Reviewed[Promise]]("promises", "promises")
    add_reviewed_place(columns)
    columns.text("group", lambda row: next((part.own_name for _, part in row.above(PromiseGroup)), None), "")
    columns.text("number", lambda row: row.part.number)
    columns.text("title", lambda row: row.part.title)
    columns.text("text", lambda row: row.part.text)
    columns.text("strength", lambda row: row.part.strength, choices=Strength)
    add_quantity(columns, lambda row: row.part.quantity)
    columns.text("dates", lambda row: joined(row.part.dates))
    columns.time("deadline", lambda row: row.part.deadline)
    columns.text("condition", lambda row: row.part.condition)
    columns.text("places", lambda row: joined(row.part.places))
    columns.text("target_group", lambda row: row.part.target_group)
    _add_who(columns)
    columns.yes_no("ongoing", lambda row: row.part.ongoing)
    columns.text("extends", lambda row: row.keys_under("extends"))
    columns.text("goals", lambda row: row.keys_under("goals"))
    columns.text("problems", lambda row: row.keys_under("problems"))
    columns.text("focus_area", lambda row: row.keys_under("focus_area"))
    add_results(columns)
    return columns.of_rows(lambda exported: reviewed(exported, Promise))


def activities() -> Table:
    """Declare the table of the activities of promises."""
    columns = Columns[Reviewed[PromiseActivity]]("activities", "promises.activities")
    add_reviewed_place(columns)
    columns.text("promise", lambda row: next((row.origin.key(path) for path, _ in row.above(Promise)), None), "")
    columns.text("text", lambda row: row.part.text)
    columns.text("strength", lambda row: row.part.strength, choices=Strength)
    add_quantity(columns, lambda row: row.part.quantity)
    columns.text("cadence", lambda row: written(row.part.cadence))
    columns.text("dates", lambda row: joined(row.part.dates))
    columns.time("deadline", lambda row: row.part.deadline)
    columns.text("when", lambda row: row.part.when)
    columns.text("condition", lambda row: row.part.condition)
    columns.text("places", lambda row: joined(row.part.places))
    columns.text("target_group", lambda row: row.part.target_group)
    _add_who(columns)
    columns.yes_no("ongoing", lambda row: row.part.ongoing)
    add_results(columns)
    return columns.of_rows(lambda exported: reviewed(exported, PromiseActivity))


def communication() -> Table:
    """Declare the table of the activities of communication plans."""
    columns = Columns[Reviewed[Activity]]("communication", "activities")
    add_reviewed_place(columns)
    columns.text("text", lambda row: row.part.text)
    columns.time("from", lambda row: row.part.start)
    columns.time("until", lambda row: row.part.deadline)
    columns.text("dates", lambda row: joined(row.part.dates))
    columns.text("when", lambda row: row.part.when)
    columns.text("cadence", lambda row: written(row.part.cadence))
    add_quantity(columns, lambda row: row.part.quantity)
    columns.text("audiences", lambda row: row.keys_under("audiences"))
    columns.text("messages", lambda row: row.keys_under("messages"))
    columns.text("channels", lambda row: row.keys_under("channels"))
    columns.text("responsible", lambda row: row.responsible, "who")
    columns.text("progress", lambda row: row.part.how_far, choices=Progress)
    columns.time("done", lambda row: row.part.done)
    add_results(columns)
    return columns.of_rows(lambda exported: reviewed(exported, Activity))
