"""Documents that another one builds on, by what it refers to, and that it does not name at its top."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from samverkan.model.choices import Item
from samverkan.model.links import opening_keys
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from samverkan.model.choices import Kind
    from samverkan.model.links import Link
    from samverkan.workspace.document import Document
    from samverkan.workspace.relations import Relations

_OF_AGREEMENTS = frozenset(
    {Item.PARTY, Item.FOCUS_AREA, Item.COMMITMENT, Item.FORUM, Item.PLANNED_DOCUMENT, Item.PURPOSE}
)
_BASES = ("picture", "cause_analysis", "plan")
"""The keys for what a document builds on."""
_FEWEST = 2
"""As many references tell what is missing at the top; one may as well be a slip of its own."""
_MOST_BESIDE = 100
"""As many documents are looked through for what is referred to."""


class Unnamed(NamedTuple):
    """A document that is not named, the key that it belongs under, and the references that lead to parts of it."""

    key: str
    document: Document
    links: tuple[Link, ...]


def unnamed_in(
    document: Document, opened: Collection[Document], beside: Callable[..., Iterable[Document]]
) -> list[Unnamed]:
    """Find the documents that several references of one lead to by plain ids, though it names nothing under their keys.

    Args:
        document: the document with the references.
        opened: the documents that it names.
        beside: gives the documents of some kinds that belong together with it.
    """
    found, keys = list[Unnamed](), _without_value(document)
    lost = list(_lost(document, opened)) if keys else []
    for key, kinds in keys.items():
        meant = _holding_most(lost, document, beside(*kinds)) if lost else None
        if meant is not None:
            found.append(Unnamed(key, meant, tuple(link for link in lost if _holds(meant, link))))
            lost = [link for link in lost if not _holds(meant, link)]
    return found


def _holding_most(lost: Sequence[Link], document: Document, beside: Iterable[Document]) -> Document | None:
    """Give the document that holds most of what is lost; None where none holds much of it."""
    others = [one for one in islice(beside, _MOST_BESIDE) if one is not document]
    count = {one: sum(_holds(one, link) for link in lost) for one in others}
    meant = max(count, key=lambda one: (count[one], *_order(one, document)), default=None)
    return meant if meant is not None and count[meant] >= _FEWEST else None


def _without_value(document: Document) -> dict[str, tuple[Kind, ...]]:
    """Give the keys at the top under which a document names nothing, though it may, with the kinds that it may name."""
    keys = opening_keys(type(document.model)) if document.model is not None else {}
    return {key: keys[key] for key in _BASES if key in keys and document.value_at((key,)) is None}


def _lost(document: Document, opened: Collection[Document]) -> Iterator[Link]:
    """Give the references by plain id to parts that neither a document nor those that it names have."""
    for link in document.links:
        is_plain = bool(link.to.items) and "#" not in link.target and link.target not in document.items
        if is_plain and not any(link.target in other.items for other in opened):
            yield link


def _holds(document: Document, link: Link) -> bool:
    place = document.items.get(link.target)
    return place is not None and place.item in link.to.items


def _order(one: Document, document: Document) -> tuple[bool, date, str]:
    """Put the newest last, and before it those that are newer than the document that may build on them."""
    made, own = one.made_on or date.min, document.made_on or date.max
    return made <= own, made, one.id or ""


@remembered(maxsize=256)
def needing_agreement(document: Document, relations: Relations) -> tuple[Link, ...]:
    """Give the references to parties and parts of an agreement of a document that says neither; none of others.

    Args:
        document: the document.
        relations: how the documents belong together.
    """
    if document.model is None or document.value_at(("agreement",)) is not None or relations.parties_of(document):
        return ()
    lost = tuple(link for link in document.links if _is_of_agreement(link) and link.target not in document.items)
    return lost if any(link.to.items == (Item.PARTY,) for link in lost) else ()


def _is_of_agreement(link: Link) -> bool:
    """Tell whether a reference by plain id leads to what stands in agreements alone."""
    return bool(link.to.items) and _OF_AGREEMENTS.issuperset(link.to.items) and "#" not in link.target
