"""The tags of a PDF, as programs that read aloud find them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pypdf.generic import DictionaryObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader


def tags(pdf: PdfReader) -> Iterator[DictionaryObject]:
    """Walk the tags in the order of reading."""
    waiting: list[Any] = [pdf.root_object["/StructTreeRoot"]]
    while waiting:
        part = waiting.pop(0).get_object()
        if isinstance(part, DictionaryObject):
            if "/S" in part:
                yield part
            waiting[:0] = within(part)


def inside(part: DictionaryObject) -> list[DictionaryObject]:
    """Give the tags directly within one."""
    found = [one.get_object() for one in within(part)]
    return [one for one in found if isinstance(one, DictionaryObject) and "/S" in one]


def within(part: DictionaryObject) -> list[Any]:
    """Give what stands directly within a tag: other tags, and the numbers of pieces of text."""
    found: Any = part.get("/K", [])
    found = found.get_object() if hasattr(found, "get_object") else found
    return list(found) if isinstance(found, list) else [found]


def kind_of(part: DictionaryObject) -> str:
    """Name what a tag is."""
    return str(part["/S"])


def scope_of(part: DictionaryObject) -> str:
    """Say whether a head is that of a row or of a column; empty for neither."""
    return str(_attributes(part).get("/Scope", ""))


def names_its_heads(part: DictionaryObject) -> bool:
    """Tell whether a cell names its heads one by one, so that their scopes do not count."""
    return bool(_attributes(part).get("/Headers"))


def _attributes(part: DictionaryObject) -> dict[str, Any]:
    found: Any = part.get("/A", [])
    found = found.get_object() if hasattr(found, "get_object") else found
    return {key: value for one in (found if isinstance(found, list) else [found]) for key, value in one.items()}
