"""Parts whose id was changed where it stands, and not where it is used: in the same document or in others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.guess import closest
from samverkan.model.choices import Item, Kind, Priority
from samverkan.model.picture import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.links import Link
    from samverkan.workspace.document import Document, Place

_FEWEST = 2
"""As many references to what is not there tell that an id was changed; one is a slip of its own."""
_MOST_LOST = 100
"""Of a workspace: where more lead nowhere, it is not for the name of one part."""


class Lost(NamedTuple):
    """A reference by plain id to a part that is not there, and the document that it stands in."""

    document: Document
    link: Link


class RenamedPart(NamedTuple):
    """A part whose id was changed.

    Attributes:
        document: the document that it stands in.
        place: the part.
        name: the id as it was.
        lost: the references to that.
    """

    document: Document
    place: Place
    name: str
    lost: tuple[Lost, ...]


class Surroundings(NamedTuple):
    """What is known around references.

    Attributes:
        near: gives the documents whose plain ids one may use, itself first.
        is_led_to: tells whether something refers to the part at a place of a document.
        is_of_another_edition: tells whether a document was most likely meant to name another edition than it does.
    """

    near: Callable[[Document], Sequence[Document]]
    is_led_to: Callable[[Document, KeyPath], bool]
    is_of_another_edition: Callable[[Document], bool]


def parts_renamed(lost: Sequence[Lost], around: Surroundings) -> Mapping[str, RenamedPart]:
    """Find the parts that several references most likely know by an id that they had, by that id.

    Such a part is the only one of its kind that nothing leads to, and is like none of the others by its name.

    Args:
        lost: the references that lead nowhere; none of them is to a party.
        around: what is known around them.
    """
    if not _FEWEST <= len(lost) <= _MOST_LOST:
        return {}
    by_name: dict[str, list[Lost]] = {}
    for one in lost:
        by_name.setdefault(one.link.target, []).append(one)
    found = list(filter(None, (_renamed(name, of_name, around) for name, of_name in by_name.items())))
    parts = [(one.document, one.place.path) for one in found]
    several = [name for name, of_name in by_name.items() if len(of_name) < _FEWEST]
    return {
        one.name: one
        for one, part in zip(found, parts, strict=True)
        if parts.count(part) == 1 and not any(_may_mean(other, one) for name in several for other in by_name[name])
    }


def stands_alone(document: Document, place: Place, items: tuple[Item, ...]) -> bool:
    """Tell whether nothing need lead to a part.

    That is so of a problem that is only watched, of a figure among what shows something, and of what an agreement wants
    and promises.

    Args:
        document: the document.
        place: the part.
        items: what a reference may lead to.
    """
    if place.item is Item.INDICATOR:
        return len(items) > 1
    is_wanted = document.kind == Kind.AGREEMENT and place.item in {Item.GOAL, Item.COMMITMENT}
    return is_wanted or (isinstance(place.part, Problem) and place.part.priority is not Priority.PRIORITISED)


def _renamed(name: str, lost: Sequence[Lost], around: Surroundings) -> RenamedPart | None:
    documents = dict.fromkeys(one.document for one in lost)
    if len(lost) < _FEWEST or (len(documents) == 1 and around.is_of_another_edition(lost[0].document)):
        return None
    fitting = list(_fitting(lost, documents, around))
    left = [
        (document, place)
        for document, place in fitting
        if not around.is_led_to(document, place.path)
        if not stands_alone(document, place, lost[0].link.to.items)
    ]
    if len(left) != 1 or not left[0][0].is_asked:
        return None
    (document, place), names = left[0], [_id_of(*one) for one in fitting]
    is_like_another = closest(name, names) not in {"", _id_of(document, place)}
    return None if is_like_another else RenamedPart(document, place, name, tuple(lost))


def _fitting(
    lost: Sequence[Lost], documents: Iterable[Document], around: Surroundings
) -> Iterator[tuple[Document, Place]]:
    """Give the parts that all of some references may lead to."""
    first, *others = (around.near(document) for document in documents)
    items = frozenset(lost[0].link.to.items).intersection(*(one.link.to.items for one in lost))
    for document in first:
        if all(document in near for near in others):
            yield from ((document, place) for place in document.items.values() if place.item in items)


def _may_mean(other: Lost, found: RenamedPart) -> bool:
    """Tell whether one more reference may have been meant for a part, so that it is not known which name it had."""
    return found.place.item in other.link.to.items


def _id_of(document: Document, place: Place) -> str:
    return str(document.value_at((*place.path, "id")))
