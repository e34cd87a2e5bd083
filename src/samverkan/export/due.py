"""The tables of duties and of the law: as `samverkan followup --all` and `samverkan law` tell of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.duties.duty import DutyKind
from samverkan.duties.rows import Status, rows
from samverkan.export.columns import Columns, Table, joined
from samverkan.export.origin import codes, names
from samverkan.export.part_columns import add_document, add_origin
from samverkan.law.act import LawStatus, Paragraph
from samverkan.law.answers import all_answers
from samverkan.words.duties import KINDS
from samverkan.words.law import STATUSES
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.duties.rows import Row
    from samverkan.export.origin import Exported, Origin
    from samverkan.law.act import Answer
    from samverkan.law.holdings import Municipal

_CLOCKS = {kind.value: KINDS[kind.value] for kind in DutyKind}
_STATUSES = {status.value: report(f"heading-{status.value}") for status in Status}
_ANSWERS = {status.value: STATUSES[status.value] for status in LawStatus}
_DEMANDS = {paragraph.value: paragraph.heading for paragraph in Paragraph}


@dataclass(frozen=True, eq=False)
class DutyRow:
    """A duty with the document that it comes from."""

    origin: Origin
    row: Row

    @property
    def municipalities(self) -> tuple[Municipal, ...]:
        """Those that it is a duty of by law."""
        return self.row.duty.law.municipalities if self.row.duty.law else ()


def duties() -> Table:
    """Declare the table of duties."""
    columns = Columns[DutyRow]("duties")
    add_origin(columns, lambda one: one.origin)
    columns.text("key", lambda one: one.origin.key_of_item(one.row.duty.item), "")
    columns.text("status", lambda one: one.row.status, "", _STATUSES)
    columns.day("due", lambda one: one.row.duty.due, "")
    columns.whole("days", lambda one: one.row.days, "")
    columns.text("clock", lambda one: one.row.duty.clock, "", _CLOCKS)
    columns.text("what", lambda one: one.row.duty.what.say(one.origin.language), "")
    columns.text("clause", lambda one: one.row.duty.source, "")
    columns.text("reason", lambda one: one.row.duty.reason.say(one.origin.language), "")
    columns.text("responsible", lambda one: one.row.duty.responsible.all_names(one.origin.language), "")
    columns.day("last_done", lambda one: one.row.duty.last_done, "")
    columns.text("reviewed", _reviewed, "")
    columns.text("renews", lambda one: one.row.duty.renews, "")
    columns.text("paragraph", lambda one: one.row.duty.paragraph, "")
    columns.text("obliged_codes", lambda one: codes(one.municipalities), "")
    columns.text("obliged", lambda one: names(one.municipalities), "")
    return columns.of_rows(_duties)


def _reviewed(one: DutyRow) -> str | None:
    reviewed = one.row.duty.reviewed
    return one.origin.folder.origin_of(reviewed).file if reviewed is not None else None


def _duties(exported: Exported) -> Iterator[DutyRow]:
    for folder in exported.folders:
        found = [DutyRow(folder.origin_of(row.duty.holder), row) for row in rows([folder.workspace], exported.today)]
        yield from sorted(found, key=lambda one: one.origin.file)


@dataclass(frozen=True, eq=False)
class AnswerRow:
    """An answer to a demand of the law, with the first document that names the municipality."""

    origin: Origin
    answer: Answer

    @property
    def evidence(self) -> Iterator[str]:
        """The keys of what shows it."""
        folder = self.origin.folder
        return (folder.origin_of(one.document).key(one.path) for one in self.answer.evidence)


def law() -> Table:
    """Declare the table of the answers to the law."""
    columns = Columns[AnswerRow]("law")
    columns.text("municipality_codes", lambda one: codes([one.answer.municipality]), "")
    columns.text("municipalities", lambda one: one.answer.municipality.name, "")
    add_document(columns, lambda one: one.origin)
    columns.text("paragraph", lambda one: one.answer.paragraph.number, "")
    columns.text("demand", lambda one: one.answer.paragraph, "", _DEMANDS)
    columns.text("status", lambda one: one.answer.status, "", _ANSWERS)
    columns.day("since", lambda one: one.answer.since, "")
    columns.day("due", lambda one: one.answer.due, "")
    columns.text("says", lambda one: one.answer.says.say(one.origin.language), "")
    columns.text("to_do", lambda one: one.answer.to_do.say(one.origin.language), "")
    columns.text("evidence", lambda one: joined(one.evidence), "")
    columns.whole("more_evidence", lambda one: one.answer.more, "")
    columns.text("notes", lambda one: joined(note.say(one.origin.language) for note in one.answer.notes), "")
    return columns.of_rows(_answers)


def _answers(exported: Exported) -> Iterator[AnswerRow]:
    for folder in exported.folders:
        for found in all_answers([folder.workspace], exported.today):
            origin = folder.origin_of(found.document)
            yield from (AnswerRow(origin, answer) for answer in found.answers)
