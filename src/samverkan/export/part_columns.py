"""The columns that several tables have: where a row is from, who is to do it, how much, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from samverkan.duties.who import named, who_does
from samverkan.export.columns import Columns, written
from samverkan.export.origin import OfPart
from samverkan.model.base import Part
from samverkan.model.choices import Kind, Result
from samverkan.model.cooperation import Quantity
from samverkan.reviews.results import PartResults, ResultTrend, StatedOutcome, stated_outcomes_of
from samverkan.words.export import TRENDS
from samverkan.workspace.actors import doers_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from samverkan.export.origin import Exported, Origin

Row = TypeVar("Row")
AnyPart = TypeVar("AnyPart", bound=Part)
_TRENDS = {trend.value: TRENDS[trend.value] for trend in ResultTrend}


@dataclass(frozen=True, eq=False)
class Reviewed(OfPart[AnyPart]):
    """A part that follow-ups tell of, with what they state, up to the day that is judged by."""

    results: PartResults

    @property
    def last(self) -> StatedOutcome | None:
        """What was stated last; None where nothing has been."""
        return self.results.marks[-1] if self.results.marks else None

    @property
    def responsible(self) -> str | None:
        """Those who are to do it, by name."""
        document = self.origin.document
        parties = self.origin.folder.workspace.relations.parties_of(document)
        return who_does(doers_at(document, self.path, self.part), parties).all_names(self.exported.language) or None

    @property
    def by(self) -> str | None:
        """The parties that take it on; of what says none, those of what it belongs to."""
        document = self.origin.document
        parties = self.origin.folder.workspace.relations.parties_of(document)
        found = doers_at(document, self.path, self.part).parties
        return named(found, parties).all_names(self.exported.language) if found else None


def reviewed(exported: Exported, kind: type[AnyPart]) -> Iterator[Reviewed[AnyPart]]:
    """Give every part of a class with what follow-ups state of it."""
    for found in exported.parts(kind):
        workspace, document = found.origin.folder.workspace, found.origin.document
        marks = stated_outcomes_of(workspace, document, found.part.own_id, exported.today)
        results = PartResults(document, found.path, found.part, marks)
        yield Reviewed(found.origin, found.path, found.part, results)


def add_origin(columns: Columns[Row], of: Callable[[Row], Origin]) -> None:
    """Declare where a row is from."""
    columns.text("municipality_codes", lambda row: of(row).codes_of_municipalities, "")
    columns.text("municipalities", lambda row: of(row).names_of_municipalities, "")
    add_document(columns, of)


def add_document(columns: Columns[Row], of: Callable[[Row], Origin]) -> None:
    """Declare the document that a row is from."""
    columns.text("workspace", lambda row: of(row).folder.name, "")
    columns.text("file", lambda row: of(row).file, "")
    columns.text("document", lambda row: of(row).document.id, "")
    columns.text("document_kind", lambda row: of(row).document.kind, "", Kind)
    columns.text("document_title", lambda row: of(row).document.title, "")
    columns.text("control_code", lambda row: of(row).control_code, "")


def add_reviewed_place(columns: Columns[Reviewed[AnyPart]]) -> None:
    """Declare the part that a row is of, which follow-ups may tell of."""
    add_origin(columns, lambda row: row.origin)
    columns.text("key", lambda row: row.key, "")
    columns.text("id", lambda row: row.part.own_id)


def add_quantity(columns: Columns[Row], of: Callable[[Row], Quantity | None]) -> None:
    """Declare how much is to be done."""
    inner = Columns[Quantity](columns.table, f"{columns.under}.quantity")
    inner.decimal("quantity_exactly", lambda quantity: quantity.exactly, "exactly")
    inner.decimal("quantity_about", lambda quantity: quantity.about, "about")
    inner.decimal("quantity_more_than", lambda quantity: quantity.more_than, "more_than")
    inner.decimal("quantity_less_than", lambda quantity: quantity.less_than, "less_than")
    inner.decimal("quantity_at_least", lambda quantity: quantity.at_least, "at_least")
    inner.decimal("quantity_at_most", lambda quantity: quantity.at_most, "at_most")
    inner.text("quantity_text", lambda quantity: quantity.text, "text")
    inner.text("quantity_unit", lambda quantity: quantity.unit, "unit")
    inner.text("quantity_per", lambda quantity: written(quantity.per), "per")
    inner.text("quantity_per_text", lambda quantity: quantity.per_text, "per_text")
    columns.adopt(inner, of)


def add_results(columns: Columns[Reviewed[AnyPart]]) -> None:
    """Declare what has become of a part, as the follow-ups state it."""
    columns.whole("outcomes", lambda row: len(row.results.marks), "")
    last = Columns[StatedOutcome](columns.table)
    last.time("last_outcome", lambda stated: stated.said, "")
    last.text("last_result", lambda stated: stated.outcome.result, "", Result)
    last.decimal("last_value", lambda stated: stated.outcome.value, "")
    columns.adopt(last, lambda row: row.last)
    columns.text("trend", lambda row: row.results.trend.value, "", _TRENDS)
