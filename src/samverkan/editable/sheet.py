"""A document as a sheet to write in: its headings, its labels, and each value that its author wrote."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from samverkan.editable.values import known_field
from samverkan.formatting.reading import tree_of
from samverkan.formatting.tree import Collection, Scalar
from samverkan.model.base import Part
from samverkan.model.described import key_at
from samverkan.model.fields import part_at
from samverkan.model.kinds import model_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.formatting.tree import Entry
    from samverkan.model.document import DocumentModel
    from samverkan.workspace.document import Document

_DEEPEST = 5
_INLINE_FROM = 3
"""The level from which the few values of a part within a part stand below each other without a heading of their own."""
_NOT_SHOWN = frozenset({"samverkan", "kind", "id", "language", "provenance"})
"""What is for the program, or of the file rather than of the document."""
Place: TypeAlias = tuple[str | int, ...]
"""Where a value stands, by the ids of the parts around it: it stays the same when others come before it in a list."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a part, and cannot be written in."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Label:
    """A line that cannot be written in: what a value is called, and what a reference leads to."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """A value to write in.

    Attributes:
        place: where it stands, by ids.
        path: where it stands in the file as it is now.
        title: what it is called, with the part that it is of: ”Part 2: Namn”.
        label: what stands before it on its line; empty for what its heading names.
        text: the value as readers see it; paragraphs have an empty line between them.
        is_prose: whether it may have several paragraphs.
        choices: the values that may stand there, each with its name; empty where any may.
    """

    place: Place
    path: KeyPath
    title: str
    label: str
    text: str
    is_prose: bool = False
    choices: tuple[tuple[str, str], ...] = ()


Block: TypeAlias = Heading | Label | Value


def sheet_of(document: Document) -> tuple[Block, ...]:
    """Give what stands on the sheet of a document, from top to bottom.

    Args:
        document: one that could be read whole.
    """
    root, kind = tree_of(document.text).root, document.kind or ""
    return tuple(_Sheet(kind, model_of(kind), _names(root)).entries(root, _Around()))


@dataclass(frozen=True, slots=True)
class _Around:
    """What is around some entries: where they stand, what that is called, how deep it is, and what its parts are."""

    path: KeyPath = ()
    place: Place = ()
    title: str = ""
    level: int = 1
    part: str = ""

    def inside(self, step: str | int, place: str | int, title: str, part: str = "") -> _Around:
        level = min(self.level + 1, _DEEPEST)
        return _Around((*self.path, step), (*self.place, place), title, level, part)


@dataclass(frozen=True, slots=True)
class _Sheet:
    kind: str
    model: type[DocumentModel]
    names: dict[str, str] = field(default_factory=dict)

    def entries(self, found: Collection, around: _Around) -> Iterator[Block]:
        for entry in found.entries:
            if entry.key is not None and entry.key not in _NOT_SHOWN:
                yield from self._entry(entry, entry.key, around)

    def _entry(self, entry: Entry, key: str, around: _Around) -> Iterator[Block]:
        described = key_at(self.kind, (*around.path, key))
        title = described.title if described else key
        names_part = title == around.part  # a goal's text is called Mål, as the goal is
        whole = f"{around.title}: {title}" if around.title and not names_part else around.title or title
        inside = around.inside(key, key, whole)
        if isinstance(entry.value, Scalar):
            yield from self._scalar(entry.value, inside, "" if names_part else title)
        elif entry.value.is_list:
            yield from _under(Heading(title, around.level), self._items(entry.value, inside, title))
        elif around.level < _INLINE_FROM:
            yield from _under(Heading(title, around.level), self.entries(entry.value, inside))
        else:
            yield from (_labelled(block, title) for block in self.entries(entry.value, inside))

    def _items(self, found: Collection, around: _Around, title: str) -> Iterator[Block]:
        part = part_at(self.model, (*around.path, 0))
        item = part.item if part is not None and issubclass(part, Part) else None
        one = item.sv.split(" ", 1)[1].capitalize() if item else title
        prefix = around.title.removesuffix(title) if around.title.endswith(title) else ""
        for i, entry in enumerate(found.entries):
            own = _id(entry.value)
            inside = around.inside(i, own if own is not None else i, f"{prefix}{one} {i + 1}", one)
            if isinstance(entry.value, Scalar):
                yield from self._scalar(entry.value, inside, "")
            else:
                yield from _under(Heading(f"{one} {i + 1}", around.level), self.entries(entry.value, inside))

    def _scalar(self, scalar: Scalar, around: _Around, label: str) -> Iterator[Block]:
        written = scalar.text or ""
        known = known_field(self.kind, self.model, around.path)
        if known.names_a_part:
            target = self.names.get(written.rpartition("#")[2])
            yield from [Label(label, target)] if target else ()
            return
        text = known.shown(written)
        yield Value(around.place, around.path, around.title, label, text, known.is_prose, known.choices)


def _under(heading: Heading, found: Iterator[Block]) -> Iterator[Block]:
    """Put a heading above blocks, unless there are none."""
    first = next(found, None)
    if first is not None:
        yield from (heading, first)
        yield from found


def _labelled(block: Block, around: str) -> Block:
    """Say before the label of a value what it belongs to."""
    return replace(block, label=f"{around}, {_lower(block.label)}") if isinstance(block, Value) else block


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]


def _id(value: Scalar | Collection) -> str | None:
    return _texts(value).get("id")


def _texts(value: Scalar | Collection) -> dict[str, str]:
    """Give the plain texts that stand straight in a mapping, by their keys."""
    if isinstance(value, Scalar) or value.is_list:
        return {}
    found = ((entry.key, entry.value) for entry in value.entries)
    return {key: held.text for key, held in found if key and isinstance(held, Scalar) and held.text is not None}


def _names(root: Collection) -> dict[str, str]:
    """Give what readers call each part that has an id."""
    names: dict[str, str] = {}
    waiting: list[Collection] = [root]
    while waiting:
        held = waiting.pop()
        texts = _texts(held)
        name = next((texts[key] for key in ("title", "name", "term", "text") if key in texts), "")
        if "id" in texts and name:
            names[texts["id"]] = " ".join(name.split())
        waiting += [entry.value for entry in held.entries if isinstance(entry.value, Collection)]
    return names
