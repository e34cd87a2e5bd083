"""What may be written in a place: keys with their Swedish titles, values, and what references can lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import CompletionItem, CompletionItemKind, Position, Range, TextEdit

from samverkan.lsp.spots import kind_in, writings_at
from samverkan.model.described import keys_at, leads_at, values_at
from samverkan.model.kinds import SETTINGS
from samverkan.model.mends import as_id
from samverkan.personal import hidden
from samverkan.words.groups import PARTY_GROUP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.lsp.desk import Seen
    from samverkan.lsp.spots import Writing
    from samverkan.lsp.units import Units
    from samverkan.model.links import To
    from samverkan.words.sentence import Language
    from samverkan.workspace.document import Document, Place
    from samverkan.workspace.workspace import Workspace

_INDENT = "  "


class Completion:
    """Proposes what may be written in a place of an open text."""

    def __init__(self, seen: Seen, units: Units, language: Language) -> None:
        """Take the text, how the editor counts columns, and the language of what is said of references."""
        self._seen, self._units, self._language = seen, units, language
        self._kind = SETTINGS if seen.source in seen.surroundings.settings else kind_in(seen.text.text)

    def at(self, line: int, column: int) -> list[CompletionItem]:
        """Propose what may be written in a place, from 0; nothing where any text may."""
        found: dict[str, CompletionItem] = {}
        for writing in writings_at(self._seen.text.readable, line, column):
            for item in self._items(writing):
                item.text_edit = TextEdit(self._range(line, writing), item.insert_text or item.label)
                item.insert_text = None
                found.setdefault(item.label, item)
        return list(found.values())

    def _range(self, line: int, writing: Writing) -> Range:
        written = self._seen.text.lines[line]
        start, end = (self._units.units(written, column) for column in (writing.start, writing.end))
        return Range(Position(line, start), Position(line, end))

    def _items(self, writing: Writing) -> Iterator[CompletionItem]:
        if writing.is_key:
            yield from self._keys(writing)
            return
        for value, name in values_at(self._kind, writing.path):
            words = f"{value} {name}"
            yield CompletionItem(value, kind=CompletionItemKind.EnumMember, detail=name or None, filter_text=words)
        if to := leads_at(self._kind, writing.path):
            yield from self._references(to, writing)
        elif writing.path and writing.path[-1] == "id":
            yield from self._ids(writing)

    def _keys(self, writing: Writing) -> Iterator[CompletionItem]:
        for number, one in enumerate(keys_at(self._kind, writing.path)):
            if one.key in writing.beside:
                continue
            opens = one.holds_parts and not writing.in_braces
            after = "" if writing.has_value else ":" if opens else ": "
            yield CompletionItem(
                one.key,
                kind=CompletionItemKind.Property,
                detail=one.title,
                documentation=one.description or None,
                sort_text=f"{not one.is_required:d}{number:03}",
                filter_text=f"{one.key} {one.title}",
                insert_text=one.key + after,
            )

    def _references(self, to: To, writing: Writing) -> Iterator[CompletionItem]:
        for word in to.words:
            yield _reference(word, PARTY_GROUP_WORDS[word].say(self._language), "", 0)
        own = self._seen.document or self._seen.last
        if own is not None:
            yield from self._parts(own, to, "", 1)
        if self._seen.workspace is not None:
            yield from self._elsewhere(self._seen.workspace, to, writing)

    def _elsewhere(self, workspace: Workspace, to: To, writing: Writing) -> Iterator[CompletionItem]:
        """Propose other documents and their parts: of those that the text names at its top by their ids alone."""
        own = self._seen.document or self._seen.last
        opened = {workspace.by_id.get(link.target) for link in own.links if link.to.opens} if own else set()
        for document in workspace.documents:
            if document.file == self._seen.source.name or document.id is None:
                continue
            if document.kind in to.kinds:
                yield _reference(document.id, document.title, document.file, 2)
            if document in opened:
                yield from self._parts(document, to, "", 1)
            elif "#" in writing.written or not opened:
                yield from self._parts(document, to, f"{document.id}#", 3)

    def _parts(self, document: Document, to: To, before: str, order: int) -> Iterator[CompletionItem]:
        for name, place in document.items.items():
            if place.item in to.items:
                yield _reference(before + name, self._said(place), document.title, order)

    def _said(self, place: Place) -> str:
        what = place.item.say(self._language) if place.item else ""
        label = (place.part.label or place.part.own_name) if place.part else ""
        return f"{what}: {label}" if label else what

    def _ids(self, writing: Writing) -> Iterator[CompletionItem]:
        """Propose an id made from the title or name beside it."""
        own = self._seen.document or self._seen.last
        around = own.value_at(writing.path[:-1]) if own else None
        beside = around if isinstance(around, dict) else {}
        for key in ("title", "name", "text"):
            said = beside.get(key)
            if isinstance(said, str) and (made := as_id(said)):
                yield CompletionItem(made, kind=CompletionItemKind.Text, detail=hidden(said))
                return


def _reference(label: str, detail: str, where: str, order: int) -> CompletionItem:
    return CompletionItem(
        label,
        kind=CompletionItemKind.Reference,
        detail=hidden(detail),
        documentation=hidden(where) or None,
        sort_text=f"{order}{label}",
        filter_text=f"{label} {detail}",
    )
