"""The places of a text as editors count them, and as the rest of the program does.

Editors count lines and columns from 0, and columns in the bytes or 16-bit units of an encoding; the program counts from
1, in characters. A place outside a text is the nearest one in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lsprotocol.types import Position, PositionEncodingKind, Range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.findings import Span

_ENCODINGS = {
    PositionEncodingKind.Utf8: ("utf-8", 1),
    PositionEncodingKind.Utf16: ("utf-16-le", 2),
    PositionEncodingKind.Utf32: ("utf-32-le", 4),
}


@dataclass(frozen=True, slots=True)
class Units:
    """How an editor counts columns.

    Attributes:
        kind: the encoding; UTF-16 unless another is agreed on.
    """

    kind: PositionEncodingKind = PositionEncodingKind.Utf16

    @classmethod
    def of(cls, agreed: str | None) -> Units:
        """Give the units of the encoding that was agreed on with the editor; UTF-16 where none was."""
        return cls(PositionEncodingKind(agreed) if agreed else PositionEncodingKind.Utf16)

    def column(self, line: str, units: int) -> int:
        """Give the column, from 0 in characters, of a place in a line; the end of the line where it is past that."""
        if line.isascii():
            return min(units, len(line))
        name, width = _ENCODINGS[self.kind]
        written = line.encode(name, "surrogatepass")
        return len(written[: units * width].decode(name, "ignore")) if units * width < len(written) else len(line)

    def units(self, line: str, column: int) -> int:
        """Give what an editor calls a column, from 0 in characters, of a line."""
        before = line[:column]
        if before.isascii():
            return column
        name, width = _ENCODINGS[self.kind]
        return len(before.encode(name, "surrogatepass")) // width + column - len(before)

    def place(self, lines: Sequence[str], position: Position) -> tuple[int, int]:
        """Give the line and the column of a position, from 0 in characters."""
        if position.line >= len(lines):
            return len(lines) - 1, len(lines[-1])
        return position.line, self.column(lines[position.line], position.character)

    def position(self, lines: Sequence[str], line: int, column: int) -> Position:
        """Give the position of a line and a column, from 0 in characters."""
        return Position(line, self.units(lines[line], column))

    def range_of(self, lines: Sequence[str], span: Span) -> Range:
        """Give the range of a span."""
        start = self.position(lines, span.line - 1, span.column - 1)
        return Range(start, self.position(lines, span.end_line - 1, span.end_column - 1))

    def between(self, lines: Sequence[str], start: tuple[int, int], end: tuple[int, int]) -> Range:
        """Give the range from one place to another, from 0 in characters."""
        return Range(self.position(lines, *start), self.position(lines, *end))
