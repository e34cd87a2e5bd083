"""What a reference could lead to where it stands: the ids that the document may use, told where it leads nowhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samverkan.model.choices import Item
from samverkan.words.hints import THOSE_HERE
from samverkan.words.lists import MOST_LISTED, FirstOf
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.findings import Remark
    from samverkan.model.links import To
    from samverkan.workspace.document import Document


def ids_here(to: To | None, near: Sequence[Document]) -> list[str]:
    """Give the ids of the parts, parties aside, that a reference may lead to, in the order of the documents.

    Args:
        to: what it may lead to.
        near: the documents whose plain ids can stand there.
    """
    items = to.items if to is not None and to.items != (Item.PARTY,) else ()
    return [name for one in near for name, place in one.items.items() if place.item in items]


def with_those_here(remark: Remark, known: Sequence[str]) -> Remark:
    """Name the ids that could stand in the place of what cannot be a reference, where it is not known which is meant.

    Args:
        remark: what is said of it.
        known: the ids.
    """
    if not known:
        return remark
    here = THOSE_HERE.with_fields(known=FirstOf(tuple(known[:MOST_LISTED]), count=len(known)))
    return replace(remark, help=Text("{help}{here}", "{help}{here}", {"help": remark.help, "here": here}))
