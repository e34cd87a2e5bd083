"""Which municipalities no document tells apart, so that what is found out of one holds for thousands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from samverkan.law.naming import named_in
from samverkan.model.agreement import Agreement
from samverkan.model.kinds import is_follow_up
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.law.holdings import Holdings, Municipal
    from samverkan.model.document import DocumentModel
    from samverkan.model.parties import Party
    from samverkan.workspace.document import Document


def representative(held: Holdings, municipality: Municipal) -> Municipal:
    """Give the first municipality that every demand of the law is answered for in the same way.

    It has the very same documents, is a party of the same of them, and neither is named where others are not: as who
    decides, leads, takes part, commits itself or reports.
    """
    return _representatives(held).get(municipality, municipality)


@remembered(maxsize=8)
def _representatives(held: Holdings) -> dict[Municipal, Municipal]:
    named, parties = _named(held), _parties_of(held)
    first: dict[tuple[Municipal, tuple[int, ...]], Municipal] = {}
    return {
        one: first.setdefault((held.alike(one), tuple(parties.get(one, ()))), one)
        for one in held.municipalities
        if one not in named
    }


def _parties_of(held: Holdings) -> dict[Municipal, list[int]]:
    """Give of which groups of parties each municipality is one, once for each of its ids there."""
    found: dict[Municipal, list[int]] = {}
    groups = dict.fromkeys(held.workspace.relations.parties_of(document) for document in held.workspace.documents)
    for number, parties in enumerate(groups):
        for one in (one for party in parties for one in held.municipal([party])):
            found.setdefault(one, []).append(number)
    return found


def _named(held: Holdings) -> frozenset[Municipal]:
    found: set[Municipal] = set()
    for document in held.workspace.documents:
        if document.model is not None:
            found.update(held.municipal(list(_named_by(held, document, document.model))))
    return frozenset(found)


def _named_by(held: Holdings, document: Document, model: DocumentModel) -> Iterator[Party]:
    """Give the parties that a document names by their ids, or by their names in a line of its own."""
    lines = [*_of_decisions(model), *_of_agreement(model), *_of_follow_up(model)]
    yield from held.workspace.relations.parties_of(document).with_ids(word for words, _ in lines for word in words)
    for text in sorted({text for _, text in lines if text}):
        yield from named_in(held, document, text)


_Line = tuple[Iterable[str], str | None]
"""The ids and words for groups that something has, and a line beside them that may hold names."""


def _of_decisions(model: DocumentModel) -> list[_Line]:
    return [((decision.party or "",), decision.body) for decision in model.decisions]


def _of_agreement(model: DocumentModel) -> list[_Line]:
    if not isinstance(model, Agreement):
        return []
    commitments: list[_Line] = [(one.by or (), None) for one in model.commitments]
    return commitments + [(forum.members or (), forum.chair) for forum in model.forums]


def _of_follow_up(model: DocumentModel) -> list[_Line]:
    return [(report.by or (), report.to) for report in model.reports] if is_follow_up(model) else []
