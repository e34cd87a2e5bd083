"""The table of documents."""

from __future__ import annotations

from samverkan.export.columns import Columns, Table, joined
from samverkan.export.origin import Origin
from samverkan.export.part_columns import add_origin
from samverkan.model.choices import DocumentStatus


def documents() -> Table:
    """Declare the table."""
    columns = Columns[Origin]("documents")
    add_origin(columns, lambda one: one)
    columns.yes_no("whole", lambda one: one.document.is_whole, "")
    columns.text("status", lambda one: one.document.model.status if one.document.model else None, None, DocumentStatus)
    columns.text("agreement", _agreement, "")
    columns.text("parties", _parties, "")
    columns.time("start", lambda one: one.document.start, "")
    columns.day("end", lambda one: one.document.period[1], "")
    columns.time("made", lambda one: one.document.made, "")
    columns.time("signed", lambda one: one.document.signed_on, "")
    columns.time("decided", lambda one: one.document.model.decided_on if one.document.model else None, "")
    columns.text("supersedes", lambda one: one.keys_under((), "supersedes"))
    columns.text("extends", lambda one: one.keys_under((), "extends"))
    return columns.of_rows(lambda exported: exported.documents)


def _agreement(one: Origin) -> str | None:
    found = one.folder.workspace.relations.agreement_of(one.document)
    return one.folder.origin_of(found).file if found is not None else None


def _parties(one: Origin) -> str | None:
    return joined(party.name for party in one.folder.workspace.relations.parties_of(one.document))
