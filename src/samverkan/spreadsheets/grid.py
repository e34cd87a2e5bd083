"""What a table of another program holds, whatever the program: rows of cells, and how figures are written in it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date

CellValue: TypeAlias = "str | Decimal | date | bool | None"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as it is shown.

    Attributes:
        value: what it holds; of a formula what the program that saved it had reckoned, if anything.
        is_percent: whether it is shown as per cent, so that 0.083 is 8.3 per cent.
        formula: the formula that the value comes from; empty where it was written in.
    """

    value: CellValue = None
    is_percent: bool = False
    formula: str = ""

    @property
    def text(self) -> str:
        """The value on one line, empty where there is none: what is compared and shown."""
        match self.value:
            case None:
                return ""
            case bool():
                return str(self.value).lower()
            case Decimal():
                return format(self.value, "f")
        return " ".join(str(self.value).split())

    @property
    def is_empty(self) -> bool:
        """Whether nothing can be seen in it."""
        return not self.text and not self.formula


EMPTY = GridCell()
FIGURE, DAY = "figure", "day"
"""What a text stands for that is passed on in the place of a value of another sort."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet, or a whole file of delimited text.

    Attributes:
        name: the sheet's name; empty for delimited text.
        rows: its rows, each from the first column on; what a merged area holds stands in each of its cells.
        delimiter: what stands between the cells of delimited text; empty for sheets.
    """

    name: str
    rows: tuple[tuple[GridCell, ...], ...]
    delimiter: str = ""

    def at(self, row: int, column: int) -> GridCell:
        """Give the cell at a place, from 0; an empty one outside the table."""
        inside = 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row])
        return self.rows[row][column] if inside else EMPTY


def place_of(row: int, column: int) -> str:
    """Name a place, from 0, as spreadsheets do: `C7`."""
    letters, left = "", column + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
