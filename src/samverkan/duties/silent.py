"""Documents that no row tells of, so that they can be named: nothing is left out in silence."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from samverkan.duties.rows import Status
from samverkan.model.choices import Kind
from samverkan.workspace.known import workspace_on
from samverkan.workspace.succession import is_closed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from samverkan.duties.rows import Row
    from samverkan.workspace.document import Document
    from samverkan.workspace.left import LettingGo
    from samverkan.workspace.workspace import Workspace

_WITHOUT_TERMS = frozenset({Kind.FOLLOW_UP, Kind.CAUSE_ANALYSIS})
"""Documents of these kinds have no end and no times of their own, so nobody is to be told to add any."""


@dataclass(frozen=True)
class Silent:
    """The documents that the user asked about and that no row with a day tells of.

    Attributes:
        without_day: those with terms that no day can be counted for.
        without_terms: those that nothing is to be done for.
        without_start: those that nothing is to be done for, as they apply for a length from a day that is not told.
        later: those that had not been made on the day.
    """

    without_day: list[Document]
    without_terms: list[Document]
    without_start: list[Document]
    later: list[Document]

    def without_documents(self, going: LettingGo) -> Silent:
        """Give the same with no more of the documents than how they are called."""
        lists: Iterator[list[Document]] = ([going.of(one) for one in getattr(self, each.name)] for each in fields(self))
        return Silent(*lists)


def together(parts: Sequence[Silent]) -> Silent:
    """Put together the documents of several workspaces."""
    return Silent(*([one for part in parts for one in getattr(part, each.name)] for each in fields(Silent)))


def silent_documents(
    workspaces: Sequence[Workspace], rows: Sequence[Row], today: date, kinds: Sequence[str] = ()
) -> Silent:
    """Find the documents that no row tells of.

    Follow-ups and cause analyses are not among them, nor what is closed, nor what another document has taken the place
    of.

    Args:
        workspaces: the documents.
        rows: all their rows.
        today: the day to count from.
        kinds: the kinds of documents to look at; all where empty.
    """
    told = {row.duty.file for row in rows if row.status is not Status.UNCOUNTED}
    renewed = {row.duty.renews for row in rows}
    uncounted = {row.duty.file for row in rows}
    silent = Silent([], [], [], [])
    for workspace, document in _listed([workspace_on(one, today) for one in workspaces], kinds):
        if not document.is_known(today):
            silent.later.append(document)
        elif document.file not in told and document.id not in renewed and _is_open(workspace, document, today):
            _listed_in(silent, document, has_terms=document.file in uncounted).append(document)
    return silent


def _listed_in(silent: Silent, document: Document, *, has_terms: bool) -> list[Document]:
    if has_terms:
        return silent.without_day
    return silent.without_start if _has_length_alone(document) else silent.without_terms


def _has_length_alone(document: Document) -> bool:
    """Tell whether a document applies for a length whose end cannot be counted, as its start is not known."""
    lasting = document.lasting
    return lasting is not None and lasting.length is not None and document.period[1] is None


def _listed(workspaces: Sequence[Workspace], kinds: Sequence[str]) -> Iterator[tuple[Workspace, Document]]:
    for workspace in workspaces:
        yield from ((workspace, document) for document in workspace.documents if _is_listed(document, kinds))


def _is_listed(document: Document, kinds: Sequence[str]) -> bool:
    is_asked = document.is_asked and document.model is not None and document.kind not in _WITHOUT_TERMS
    return is_asked and (not kinds or document.kind in kinds)


def _is_open(workspace: Workspace, document: Document, today: date) -> bool:
    """Tell whether a document is neither closed nor succeeded."""
    return not is_closed(document, today) and not workspace.relations.is_succeeded(document, today)
