"""What stands above a document: when it is next to be reviewed, and a follow-up of it to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import (
    CodeLens,
    Command,
    CreateFile,
    CreateFileOptions,
    OptionalVersionedTextDocumentIdentifier,
    Position,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from samverkan.drafts.follow_up import new_follow_up
from samverkan.duties.duty import DutyKind
from samverkan.duties.rows import rows
from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.lsp.texts import uri_of
from samverkan.model.choices import REVIEWED_KINDS
from samverkan.words.commands import sentence
from samverkan.words.lsp import LSP

if TYPE_CHECKING:
    from datetime import date

    from samverkan.duties.rows import Row
    from samverkan.lsp.desk import Seen
    from samverkan.lsp.units import Units
    from samverkan.words.sentence import Language, Text

FOLLOW_UP = "samverkan.writeFollowUp"
"""The command that writes the next follow-up of a document."""


def lenses(seen: Seen, today: date, units: Units, language: Language) -> list[CodeLens]:
    """Give what stands above a document that is reviewed; nothing above any other.

    Args:
        seen: the text.
        today: the day.
        units: how the editor counts columns.
        language: the language to say it in.
    """
    document = seen.document
    if document is None or document.model is None or document.kind not in REVIEWED_KINDS:
        return []
    place = units.range_of(seen.text.lines, document.positions.of_key(("id",)))
    found = [_said(_next_review(seen, today), place, language)]
    if document.is_whole:
        asks = Command(LSP["write-follow-up"].say(language), FOLLOW_UP, arguments=[seen.text.uri])
        found.append(CodeLens(place, asks))
    return found


def _said(row: Row | None, place: Range, language: Language) -> CodeLens:
    return CodeLens(place, Command(_words(row).say(language), ""))


def _words(row: Row | None) -> Text:
    if row is None or row.duty.due is None or row.days is None:
        return LSP["no-review"]
    key = "late-review" if row.days < 0 else "next-review"
    return LSP[key].with_fields(day=row.duty.due.isoformat(), days=abs(row.days))


def _next_review(seen: Seen, today: date) -> Row | None:
    """Give the review that is due first; None where none can be counted."""
    document = seen.document
    found = [
        row
        for row in (rows([seen.near], today) if seen.near else ())
        if row.duty.clock is DutyKind.REVIEW and row.duty.due is not None
        if document is not None and document.file in {row.duty.file, row.duty.reviewed and row.duty.reviewed.file}
    ]
    return min(found, key=lambda row: row.days or 0, default=None)


def follow_up(seen: Seen, today: date, language: Language) -> WorkspaceEdit:
    """Give the edit that makes the file of a document's next follow-up, as `samverkan new follow-up` writes it.

    Args:
        seen: the text of the document.
        today: the proposed day.
        language: the language of the one who is to fill it in.

    Raises:
        WrongUseError: it is no document that is reviewed, or cannot be read whole.
    """
    document, workspace = seen.document, seen.workspace
    name = visible((document.id if document else None) or "–")
    if document is None or workspace is None or document.kind not in REVIEWED_KINDS:
        raise WrongUseError(sentence("new-not-reviewed", id=name, kind=(document.kind if document else None) or "–"))
    if not document.is_whole or document.path is None:
        raise WrongUseError(sentence("new-not-whole", id=name, file=visible(document.file)))
    draft = new_follow_up([document], workspace, today, language)
    uri = uri_of(document.path.parent / f"{draft.id}.yaml")
    start = Position(0, 0)
    written = TextDocumentEdit(
        OptionalVersionedTextDocumentIdentifier(uri, None), [TextEdit(Range(start, start), draft.text)]
    )
    create = CreateFile(uri, options=CreateFileOptions(overwrite=False, ignore_if_exists=False))
    return WorkspaceEdit(document_changes=[create, written])
