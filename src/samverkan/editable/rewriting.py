"""New values into a file: each where the old one stands, and nothing else changed."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

from samverkan.editable.values import known_field
from samverkan.findings import Edit, Span
from samverkan.formatting.comments import BLOCKS, comments_in
from samverkan.formatting.scalars import as_block, coded, on_one_line, place_at
from samverkan.formatting.tree import Scalar
from samverkan.model.kinds import model_of
from samverkan.source.edits import applied
from samverkan.source.extents import Extents
from samverkan.source.faults import is_unreadable
from samverkan.source.lines import lines_of
from samverkan.source.reader import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkan.findings import KeyPath
    from samverkan.formatting.scalars import Place
    from samverkan.source.extents import Extent

_STEP = 2
_BLOCK = re.compile(r"[|>][0-9+-]*")


class NotKeptError(Exception):
    """A file cannot be rewritten so that all else in it stays as it is."""


def rewritten(text: str, kind: str, values: Mapping[KeyPath, str]) -> str:
    """Write new values in a file.

    Args:
        text: the file's text, which can be read without faults.
        kind: the document's kind.
        values: the values, by the paths of those that they replace.

    Raises:
        NotKeptError: a comment or another value would be lost.
    """
    writer = _Rewriter(text, kind)
    edits = sorted((writer.edit(path, value) for path, value in values.items()), key=_place)
    new = text
    for edit in reversed(edits):
        new = applied(new, edit)
    if not _is_kept(text, new, values):
        raise NotKeptError
    return new


def _on_one_line(value: str, place: Place, *, in_brackets: bool = False) -> str:
    """Write a value on one line; with codes where a reader of YAML would take it for something else."""
    written = on_one_line(Scalar(value, "", ""), place, in_brackets=in_brackets)
    read, faults = parse(f"[{written}]")
    return written if not is_unreadable(faults) and read == [value] else coded(value)


def _place(edit: Edit) -> tuple[int, int]:
    return edit.span.line, edit.span.column


def _is_kept(old: str, new: str, values: Mapping[KeyPath, str]) -> bool:
    """Tell whether a new text holds what the old one did but for some values, and each of its comments."""
    expected, _ = parse(old)
    found, faults = parse(new)
    expected = copy.deepcopy(expected)
    for path, value in values.items():
        around: Any = expected
        for step in path[:-1]:
            around = around[step]
        around[path[-1]] = value
    if is_unreadable(faults) or found != expected:
        return False
    return sorted(one.text for one in comments_in(old)) == sorted(one.text for one in comments_in(new))


class _Rewriter:
    def __init__(self, text: str, kind: str) -> None:
        self.kind, self.model = kind, model_of(kind)
        self.lines, self.extents = lines_of(text), Extents(text)

    def edit(self, path: KeyPath, value: str) -> Edit:
        """Make the edit that puts a value in the place of the one at a path.

        Raises:
            NotKeptError: the place is not known.
        """
        extent = self.extents.values.get(path)
        if extent is None or extent.kind != "scalar":
            raise NotKeptError
        span, rest = self._old(extent)
        place = place_at(self.model, path)
        if extent.in_braces:
            return Edit(span, _on_one_line(value, place, in_brackets=True), is_safe=False)
        column = self._column(path, extent)
        block = as_block(Scalar(value, self._style(path, extent, value), ""), place, column + _STEP, extent.start[1])
        if block is None:
            return Edit(span, _on_one_line(value, place) + rest, is_safe=False)
        mark, rows = block
        below = [" " * (column + _STEP) + row if row else "" for row in rows]
        return Edit(span, "\n".join([mark + rest, *below]), is_safe=False)

    def _style(self, path: KeyPath, extent: Extent, value: str) -> str:
        """Choose the mark of a block of text: as before, else one that wraps prose."""
        line, column = extent.start
        before = self.lines[line][column : column + 1]
        if before in BLOCKS:
            return before
        return ">" if "\n" in value and known_field(self.kind, self.model, path).is_prose else ""

    def _old(self, extent: Extent) -> tuple[Span, str]:
        """Give the stretch to replace, and what stands beside the value on its line, which comes with it."""
        (line, column), (end, end_column) = extent.start, extent.end
        header = _BLOCK.match(self.lines[line], column)
        if header is None or extent.in_braces:
            after = "" if extent.in_braces else self.lines[end][end_column:]
            end_column += len(after)
            return Span(line + 1, column + 1, end + 1, end_column + 1), after.rstrip()
        rest = self.lines[line][header.end() :].rstrip()
        return Span(line + 1, column + 1, end + 1, len(self.lines[end]) + 1), rest

    def _column(self, path: KeyPath, extent: Extent) -> int:
        """Give the column of the key or the dash that a value stands after."""
        key = self.extents.keys.get(path)
        if key is not None:
            return key.start[1]
        line = self.lines[extent.start[0]]
        return max(line.rfind("-", 0, extent.start[1]), 0)
