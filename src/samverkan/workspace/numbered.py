"""Parts that are named by their number on paper: ”mål 1”, ”åtgärd nr 2”, or only ”3” where one kind of part belongs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.model.choices import Item
    from samverkan.model.links import To
    from samverkan.workspace.document import Document

_NUMBERED = re.compile(
    r"(?:(?P<word>[^\W\d_]{2,20})[ -]?)?(?:(?:nr|nummer|no|number)\.?[ -]?|#)?(?P<number>[0-9]{1,2})[.)]?",
    re.IGNORECASE,
)
_LONGEST_ENDING = 3
"""Of the forms of a word: ”åtgärden”, ”problemet”."""


def numbered_part(written: str, to: To | None, near: Iterable[Document]) -> str:
    """Give the id of the part that a text names by its number; empty where it names none, or the part has no id.

    Args:
        written: the text.
        to: what belongs in its place.
        near: the documents whose ids can stand there, the likeliest first.
    """
    match = _NUMBERED.fullmatch(written.strip())
    items = [item for item in to.items if match and _is_called(item, match["word"])] if to else []
    if match is None or not items:
        return ""
    for document in near:
        if parts := _counted(document, items):
            return _of_number(parts, match["number"])
    return ""


def _is_called(item: Item, word: str | None) -> bool:
    """Tell whether a word is what parts are called, in Swedish or English; no word may be any."""
    names = (item.sv.split()[-1], item.en.split()[-1], item.value)
    said = (word or "").casefold()
    return not said or any(said.startswith(name) and len(said) <= len(name) + _LONGEST_ENDING for name in names)


def _counted(document: Document, items: Iterable[Item]) -> list[Part]:
    """Give the parts of a document that are counted together: of one kind, and in no other such part."""
    wanted = set(items)
    found = [(path, part) for path, part in document.parts if path and part.item in wanted]
    outer = [(path, part) for path, part in found if not _is_within(path, (other for other, _ in found))]
    return [part for _, part in outer] if len({part.item for _, part in outer}) == 1 else []


def _is_within(path: KeyPath, others: Iterable[KeyPath]) -> bool:
    return any(len(other) < len(path) and path[: len(other)] == other for other in others)


def _of_number(parts: list[Part], number: str) -> str:
    """Give the id of the part that says that it has a number, or else of the one that stands there in the order."""
    says = [part for part in parts if getattr(part, "number", None) == number]
    place = int(number) - 1
    part = says[0] if says else parts[place] if 0 <= place < len(parts) else None
    return (part.own_id if part else None) or ""
