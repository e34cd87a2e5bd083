"""Parts that are called by their name where their id belongs: `våld-i-nära-relation`, or in words beside it."""

from __future__ import annotations

import re
from functools import reduce
from typing import TYPE_CHECKING

from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkan.model.choices import Item
    from samverkan.workspace.document import Document

_WORD = re.compile(r"[^\W_]+")
_LEAST = 5
"""Letters of the longest word: shorter ones stand in many names."""


def part_called(written: str, items: tuple[Item, ...], near: Iterable[Document]) -> str:
    """Give the id of the one part whose name has all the words of what was written; empty where none or several have.

    Args:
        written: what was written for an id.
        items: what the part may be.
        near: the documents whose ids can stand there, the likeliest first.
    """
    words = _words(written)
    if not any(len(word) >= _LEAST and word.isalpha() for word in words):
        return ""
    for document in near:
        named = _named(document, items)
        found = reduce(frozenset.intersection, (named.get(word, frozenset()) for word in words))
        if found:
            return min(found) if len(found) == 1 else ""
    return ""


def part_named(said: str, items: tuple[Item, ...], near: Iterable[Document]) -> str:
    """Give the id of the one part whose id or whole name a text is; empty where none is called so, or several are.

    Args:
        said: the text.
        items: what the part may be.
        near: the documents whose ids can stand there, the likeliest first.
    """
    for document in near:
        if found := _whole_names(document, items).get(_bare(said)):
            return min(found) if len(found) == 1 else ""
    return ""


@remembered(maxsize=256)
def _whole_names(document: Document, items: tuple[Item, ...]) -> Mapping[str, frozenset[str]]:
    """Give the ids of a document's parts by these and by their names."""
    found: dict[str, set[str]] = {}
    for name, place in document.items.items():
        if place.part is not None and place.item in items:
            for word in {name, place.part.own_name, place.part.full_label} - {""}:
                found.setdefault(_bare(word), set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold().removesuffix(".")


@remembered(maxsize=256)
def _named(document: Document, items: tuple[Item, ...]) -> Mapping[str, frozenset[str]]:
    """Give the ids of a document's parts by the words of their names."""
    found: dict[str, set[str]] = {}
    for name, place in document.items.items():
        if place.part is not None and place.item in items:
            for word in _words(place.part.own_name):
                found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
