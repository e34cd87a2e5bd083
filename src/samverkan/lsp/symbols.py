"""The outline of a document: its parts, each below the one on the golden thread that it serves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsprotocol.types import DocumentSymbol, SymbolKind

from samverkan.model.choices import Item
from samverkan.model.described import key_at
from samverkan.personal import hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.lsp.desk import Seen
    from samverkan.lsp.units import Units
    from samverkan.words.sentence import Language
    from samverkan.workspace.document import Document, Place

_STEPS = (
    (Item.FOCUS_AREA,),
    (Item.SUB_AREA,),
    (Item.PROBLEM, Item.AUDIENCE),
    (Item.CAUSE,),
    (Item.GOAL, Item.MESSAGE),
    (Item.COMMITMENT, Item.PROMISE, Item.MEASURE, Item.ACTIVITY),
)
"""The steps of the thread inside a document, in order."""
_ORDER = {item: number for number, items in enumerate(_STEPS) for item in items}
_KINDS = {
    Item.PARTY: SymbolKind.Object,
    Item.FOCUS_AREA: SymbolKind.Namespace,
    Item.PROBLEM: SymbolKind.Event,
    Item.CAUSE: SymbolKind.Key,
    Item.GOAL: SymbolKind.Property,
    Item.MEASURE: SymbolKind.Method,
    Item.COMMITMENT: SymbolKind.Method,
    Item.PROMISE: SymbolKind.Method,
    Item.ACTIVITY: SymbolKind.Method,
}


class _Entry(NamedTuple):
    symbol: DocumentSymbol
    place: Place


def symbols(seen: Seen, units: Units, language: Language) -> list[DocumentSymbol]:
    """Give the outline of an open text; that of when it could last be read where it cannot be now.

    Args:
        seen: the text.
        units: how the editor counts columns.
        language: the language of what the parts are called.
    """
    document = seen.document or seen.last
    if document is None:
        return []
    entries = {place.path: _Entry(_symbol(document, place, units, language), place) for place in _places(document)}
    groups: dict[KeyPath, DocumentSymbol] = {}
    top: list[DocumentSymbol] = []
    for path, entry in entries.items():
        above = _above(seen, document, entry.place, entries)
        if above is not None:
            above.children = [*(above.children or []), entry.symbol]
        else:
            group = _group(document, path[:1], groups, top, units)
            group.children = [*(group.children or []), entry.symbol]
    return top


def _places(document: Document) -> list[Place]:
    known = [place for place in document.items.values() if place.part is not None]
    return sorted(known, key=lambda place: _line_of(document, place.path))


def _line_of(document: Document, path: KeyPath) -> tuple[int, int]:
    span = document.positions.of(document.written_path(path))
    return span.line, span.column


def _symbol(document: Document, place: Place, units: Units, language: Language) -> DocumentSymbol:
    part = place.part
    label = (part.full_label or part.own_name or part.own_id or "–") if part else "–"
    what = place.item.say(language) if place.item else ""
    kind = _KINDS.get(place.item, SymbolKind.Field) if place.item else SymbolKind.Field
    extents, written = document.extents, document.written_path(place.path)
    extent, own = extents.values[written], extents.values.get((*written, "id"))
    whole = units.between(extents.lines, extent.start, extent.end)
    selected = units.between(extents.lines, own.start, own.end) if own else whole
    return DocumentSymbol(hidden(label), kind, whole, selected, what)


def _above(seen: Seen, document: Document, place: Place, entries: dict[KeyPath, _Entry]) -> DocumentSymbol | None:
    """Give what a part stands below: what it serves on the thread, or else what it is written inside."""
    served = [(_step(other), other.path) for other in _served(seen, document, place) if other.path in entries]
    nearest = max((one for one in served if 0 <= one[0] < _step(place)), key=lambda one: one[0], default=None)
    if nearest is not None:
        return entries[nearest[1]].symbol
    around = (place.path[:i] for i in range(len(place.path) - 1, 0, -1))
    return next((entries[path].symbol for path in around if path in entries), None)


def _step(place: Place) -> int:
    """Give the step of the thread that a part is, in order; -1 for what is no step."""
    return _ORDER.get(place.item, -1) if place.item else -1


def _served(seen: Seen, document: Document, place: Place) -> Iterator[Place]:
    """Give the parts of a document that a part of it refers to itself."""
    for one in seen.near.references.of(document) if seen.near else ():
        other = one.target.place
        if one.owner == place.path and one.target.document is document and other is not None:
            yield other


def _group(
    document: Document, path: KeyPath, groups: dict[KeyPath, DocumentSymbol], top: list[DocumentSymbol], units: Units
) -> DocumentSymbol:
    """Give the entry of a key at the top, made when the first part below it is met."""
    if path not in groups:
        described = key_at(document.kind or "", path)
        extents, key, value = document.extents, document.extents.keys.get(path), document.extents.values.get(path)
        span = document.positions.of_key(path)
        own = units.between(extents.lines, key.start, key.end) if key else units.range_of(extents.lines, span)
        whole = units.between(extents.lines, key.start, value.end) if key and value else own
        groups[path] = DocumentSymbol(described.title if described else str(path[0]), SymbolKind.Array, whole, own)
        top.append(groups[path])
    return groups[path]
