"""Documents that take each other's place: never in a circle, and one successor for each party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Severity
from samverkan.model.choices import PartyType
from samverkan.model.document import ByParties, Superseding
from samverkan.rules.references.ids import THE_OTHER
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.actors import meant_by
from samverkan.workspace.document import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.document import DocumentModel
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_SUPERSEDING = tuple(kind for kind in ALL_KINDS if kind != "follow-up")


@rule(
    Severity.ERROR,
    Entry(
        sv="Dokumentet {relates} sig självt: {chain}.",
        en="The document {relates} itself: {chain}.",
        sv_help="Ta bort den hänvisning i kedjan som är fel.",
        en_help="Delete the reference in the chain that is wrong.",
    ),
    kinds=_SUPERSEDING,
)
def circular_reference(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Documents that supersede or extend each other in a circle leave no one in force.

    sv: Dokument som ersätter eller förlänger varandra i en cirkel gör att inget av dem gäller.
    source: Filformatet. | The file format.
    bad:
        supersedes: avtal-2024
    good:
        supersedes: avtal-2020
        ---
        kind: agreement
        id: avtal-2020
        validity: {from: 2020, until: 2023}
    """
    for link in given.document.links:
        relations = next((together for together in _CIRCLES if link.path[0] in together), ())
        circle = given.workspace.references.circle(given.document, link, relations)
        if circle:
            chain = " → ".join(step.document.id or "" for step in (*circle, circle[0]))
            related = tuple(Elsewhere(_NEXT_STEP, step.link.path, step.document.file) for step in circle[1:])
            met = {str(step.link.path[0]) for step in circle}
            relates = _RELATIONS[met.pop()] if len(met) == 1 else _TAKES_OVER
            yield at(*link.path, related=related, relates=relates, chain=chain)


_NEXT_STEP = Text("Kedjan fortsätter här.", "The chain continues here.")
_RELATIONS = {
    "supersedes": Text("ersätter", "supersedes"),
    "extends": Text("förlänger", "extends"),
    "part_of": Text("ingår i", "is part of"),
    "based_on": Text("bygger på", "builds on"),
}
_TAKES_OVER = Text("ersätter eller förlänger", "supersedes or extends")
_CIRCLES = (("supersedes", "extends"), ("part_of",), ("based_on",))
"""The relations that make a circle together: what supersedes and what extends a document both take its place."""


@rule(
    Severity.WARNING,
    Entry(
        sv="{id} ersätts redan av {other}.",
        en="{id} is already superseded by {other}.",
        sv_help="Låt bara ett dokument ersätta det, eller låt det ena ersätta det andra.",
        en_help="Let only one document supersede it, or let one of the two supersede the other.",
    ),
    kinds=_SUPERSEDING,
)
def superseded_twice(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """With two successors for one party it is not clear which document is in force for it.

    sv: Med två efterföljare för samma part framgår det inte vilket dokument som gäller för den.
    source: Filformatet. | The file format.
    bad:
        supersedes: avtal-2020
        ---
        kind: agreement
        id: avtal-2020
        validity: {from: 2018, until: 2020}
        ---
        kind: agreement
        id: mellanavtal
        supersedes: avtal-2020
        validity: {from: 2021, until: 2023}
    good:
        supersedes: mellanavtal
        ---
        kind: agreement
        id: avtal-2020
        validity: {from: 2018, until: 2020}
        ---
        kind: agreement
        id: mellanavtal
        supersedes: avtal-2020
        validity: {from: 2021, until: 2023}
    """
    for i, earlier in enumerate(given.model.supersedes if isinstance(given.model, Superseding) else ()):
        if not isinstance(earlier, str):
            continue
        first = next((other for other in _successors_before(given, earlier) if not _are_apart(given, other)), None)
        if first is not None:
            where = Elsewhere(THE_OTHER, ("supersedes",), first.file)
            yield at("supersedes", i, related=(where,), id=earlier, other=first.id or "")


def _successors_before(given: RuleInput[DocumentModel], earlier: str) -> Iterator[Document]:
    """Give the documents that supersede an earlier one, those before the document in the order of the files."""
    target = given.workspace.by_id.get(earlier)
    for reference in given.workspace.references.to(target) if target else ():
        if reference.document is given.document:
            return
        if reference.link.path[0] == "supersedes":
            yield reference.document


def _are_apart(given: RuleInput[DocumentModel], other: Document) -> bool:
    """Tell whether two documents are for different municipalities: one for each may follow a joint one."""
    own, theirs = (_municipalities(given.workspace, document) for document in (given.document, other))
    return bool(own and theirs) and not own & theirs


def _municipalities(workspace: Workspace, document: Document) -> frozenset[str]:
    parties = workspace.relations.parties_of(document)
    by = document.model.by if isinstance(document.model, ByParties) else None
    meant = meant_by(by or (), parties) or parties
    return frozenset(party.code or folded(party.name) for party in meant if party.type is PartyType.MUNICIPALITY)
