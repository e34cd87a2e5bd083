"""Documents that take each other's place: never in a circle, and one successor for each party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, Severity, path_text
from samverkan.model.choices import Item
from samverkan.model.document import Superseding
from samverkan.rules.references.ids import THE_OTHER
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.words.lists import FirstOf
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.earlier import area_meant, document_meant
from samverkan.workspace.references import key_of_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.document import DocumentModel
    from samverkan.model.links import Link
    from samverkan.workspace.circles import Circle, Step

_SUPERSEDING = tuple(kind for kind in ALL_KINDS if kind != "follow-up")


@rule(
    Severity.ERROR,
    Entry(
        sv="{what} {relates} sig självt: {chain}.",
        en="{what} {relates} itself: {chain}.",
        sv_help="Rätta eller ta bort den hänvisning som är fel.{likely}",
        en_help="Correct or delete the reference that is wrong.{likely}",
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
        relations = _TOGETHER.get(link.path[0])
        if relations and (circle := given.workspace.references.circle(given.document, link, relations)) is not None:
            meant = document_meant(given.document, link, given.workspace) if _is_alone(circle) else ""
            yield _told(link, circle, _DOCUMENT, _WORDS[relations], meant)
            continue
        circle = given.workspace.references.circle_of_parts(given.document, link)
        if circle is not None:
            target = circle.steps[0].link.target
            what = _PARTS[target.place.item if target.place and target.place.item in _PARTS else Item.PROMISE]
            meant = area_meant(given.document, link, given.workspace) if _is_alone(circle) else ""
            yield _told(link, circle, what, _RELATIONS[key_of_link(link)], meant)


def _is_alone(circle: Circle) -> bool:
    """Tell whether what leads to itself does so at once."""
    return circle.of == 1


def _told(link: Link, circle: Circle, what: Text, otherwise: Text, meant: str) -> Breach:
    """Tell of a circle, with the place of each step.

    Args:
        link: the link that it begins with.
        circle: the circle.
        what: what goes in a circle.
        otherwise: how each leads to the next where that is not by one key alone.
        meant: the id that was meant; empty where it is not known.
    """
    related = tuple(Elsewhere(_NEXT_STEP, step.link.link.path, step.link.document.file) for step in circle.steps[1:])
    met = {key_of_link(step.link.link) for step in circle.steps}
    relates = _RELATIONS[met.pop()] if len(met) == 1 and _is_whole(circle) else otherwise
    key = key_of_link(link)
    likely = _LIKELY.with_fields(key=key, title=_TITLES.get(key, key), meant=meant) if meant else Text("", "")
    mend = Mend(meant) if meant else None
    return at(*link.path, related=related, mend=mend, what=what, relates=relates, chain=_chain(circle), likely=likely)


_LIKELY = Text(
    " Troligen avses {meant}: skriv {title} (`{key}: {meant}`).",
    " Most likely {meant} is meant: write `{key}: {meant}`.",
)
_TITLES = {"supersedes": "Ersätter", "extends": "Förlänger", "part_of": "Del av", "based_on": "Bygger på"}


def _is_whole(circle: Circle) -> bool:
    return circle.of == len(circle.steps)


def _chain(circle: Circle) -> FirstOf:
    """Name what goes in a circle, the first of it again at the end."""
    names = [_name(step) for step in circle.steps]
    return FirstOf((*names, *(names[:1] if _is_whole(circle) else ())), " → ", circle.of + 1)


def _name(step: Step) -> str:
    """Name what a step leads from: a document by its id, a part by the document's and its own, or else its place."""
    document, path = step.link.document, step.start.path
    if path is None:
        return document.id or ""
    own = next((name for name, place in document.items.items() if place.path == path), None)
    return f"{document.id}#{own}" if own else f"{document.id}: {path_text(path)}"


_DOCUMENT = Text("Dokumentet", "The document")
_PARTS: dict[Item | None, Text] = {Item.PROMISE: Text("Löftet", "The promise"), Item.AREA: Text("Området", "The area")}
_NEXT_STEP = Text("Kedjan fortsätter här.", "The chain continues here.")
_RELATIONS = {
    "supersedes": Text("ersätter", "supersedes"),
    "extends": Text("förlänger", "extends"),
    "part_of": Text("ingår i", "is part of"),
    "based_on": Text("bygger på", "builds on"),
}
_WORDS = {
    ("supersedes", "extends"): Text("ersätter eller förlänger", "supersedes or extends"),
    ("part_of",): _RELATIONS["part_of"],
    ("based_on",): _RELATIONS["based_on"],
}
_TOGETHER: dict[str | int, tuple[str, ...]] = {relation: together for together in _WORDS for relation in together}
"""With which relations each makes a circle: what supersedes and what extends a document both take its place."""


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
        first = given.workspace.relations.other_successor(earlier, given.document)
        if first is not None:
            where = Elsewhere(THE_OTHER, ("supersedes",), first.file)
            yield at("supersedes", i, related=(where,), id=earlier, other=first.id or "")
