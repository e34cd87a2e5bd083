"""A file's tree to its lines, in the canonical form."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from samverkan.formatting.scalars import LONGEST, as_block, key_on_one_line, on_one_line, place_at
from samverkan.formatting.tree import Collection, Entry, Note, Scalar
from samverkan.model.fields import chapter_keys, keys_of, part_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samverkan.findings import KeyPath
    from samverkan.formatting.tree import Tree
    from samverkan.model.document import DocumentModel

_STEP = 2


def lines_of_tree(tree: Tree, model: type[DocumentModel]) -> list[str]:
    """Write a file.

    Args:
        tree: all that it holds; a mapping.
        model: what it is read as.
    """
    lines: list[str] = []
    _write_notes(lines, tree.head, 0)
    if lines and tree.after_blank:
        lines.append("")
    return lines + _Writer(model).entries(cast("Collection", tree.root), (), 0)


class _Writer:
    def __init__(self, model: type[DocumentModel]) -> None:
        self.model = model

    def entries(self, collection: Collection, path: KeyPath, column: int) -> list[str]:
        """Write what a collection holds below each other."""
        lines: list[str] = []
        for entry in self.in_order(collection, path):
            written = self.entry(entry, (*path, 0 if entry.key is None else entry.key), column)
            _write_notes(lines, _above(entry), column)
            if entry.after_blank and lines and lines[-1].strip():
                lines.append("")
            lines += written
        _write_notes(lines, collection.tail, column)
        return lines

    def in_order(self, collection: Collection, path: KeyPath) -> list[Entry]:
        """Give the entries of a mapping in the order of the schema, unknown keys last; chapters in the author's."""
        part = None if collection.is_list else part_at(self.model, path)
        if part is None:
            return collection.entries
        ranks = {key: i for i, key in enumerate(keys_of(part))}
        ordered = sorted(collection.entries, key=lambda entry: ranks.get(entry.key or "", len(ranks)))
        chapters = chapter_keys(self.model) if not path else frozenset()
        as_written = iter([entry for entry in collection.entries if entry.key in chapters])
        return [next(as_written) if entry.key in chapters else entry for entry in ordered]

    def entry(self, entry: Entry, path: KeyPath, column: int) -> list[str]:
        """Write a key with its value, or an item."""
        start = " " * column + ("-" if entry.key is None else f"{key_on_one_line(entry.key)}:")
        beside = f"  {entry.beside}" if entry.beside else ""
        value = entry.value
        if isinstance(value, Collection):
            return self._collection(entry, value, path, start)
        if value.text is None:
            is_like_value = entry.beside[1:2].isalnum()  # `#1f4e79` where a value is missing is read as one
            return [" " * column + entry.beside, start] if is_like_value else [start + beside]
        place = place_at(self.model, path)
        block = as_block(value, place, column + _STEP, len(start) + 1)
        if block is None:
            return [f"{start} {on_one_line(value, place)}{beside}"]
        mark, rows = block
        return [f"{start} {mark}{beside}", *(" " * (column + _STEP) + row if row else "" for row in rows)]

    def _collection(self, entry: Entry, value: Collection, path: KeyPath, start: str) -> list[str]:
        column = len(start) - len(start.lstrip(" "))
        beside = f"  {entry.beside}" if entry.beside else ""
        inline = self.inline(value, path) if value.in_braces or not value.entries else None
        is_kept = value.is_on_one_line and entry.silences
        if inline is not None and (len(start) + 1 + len(inline) <= LONGEST or is_kept or not value.entries):
            return [f"{start} {inline}{beside}"]
        lines = self.entries(value, path, column + _STEP)
        return [start + beside, *lines] if entry.key is not None else _as_item(lines, entry.beside, column)

    def inline(self, value: Scalar | Collection, path: KeyPath) -> str | None:
        """Write a value between brackets or braces; None where something in it needs a line of its own."""
        if isinstance(value, Scalar):
            return self._inline_scalar(value, path)
        if value.entries and (value.tail or any(_is_noted(entry) for entry in value.entries)):
            return None
        found = [self._inline_entry(entry, path) for entry in self.in_order(value, path)]
        written = [text for text in found if text is not None]
        if len(written) < len(found):
            return None
        return f"[{', '.join(written)}]" if value.is_list else f"{{{', '.join(written)}}}"

    def _inline_scalar(self, value: Scalar, path: KeyPath) -> str | None:
        has_lines = value.text is None or "\n" in value.text
        return None if has_lines else on_one_line(value, place_at(self.model, path), in_brackets=True)

    def _inline_entry(self, entry: Entry, path: KeyPath) -> str | None:
        text = self.inline(entry.value, (*path, 0 if entry.key is None else entry.key))
        return text if text is None or entry.key is None else f"{key_on_one_line(entry.key)}: {text}"


def _as_item(lines: Sequence[str], beside: str, column: int) -> list[str]:
    """Write the dash of an item before its first line that is no comment; a comment beside it goes above."""
    first = next(i for i, line in enumerate(lines) if line and not line.lstrip().startswith("#"))
    noted = [" " * column + beside] if beside else []
    above = [line.removeprefix(" " * _STEP) for line in lines[:first]]
    return [*noted, *above, f"{' ' * column}- {lines[first].lstrip()}", *lines[first + 1 :]]


def _is_noted(entry: Entry) -> bool:
    return bool(entry.head or entry.beside)


def _above(entry: Entry) -> Sequence[Note]:
    """Give the comments above an entry, with those inside brackets that hold nothing else."""
    is_empty = isinstance(entry.value, Collection) and not entry.value.entries
    return [*entry.head, *entry.value.tail] if isinstance(entry.value, Collection) and is_empty else entry.head


def _write_notes(lines: list[str], notes: Iterable[Note], column: int) -> None:
    for note in notes:
        if note.after_blank and lines and lines[-1].strip():
            lines.append("")
        lines.append(" " * column + note.text)
