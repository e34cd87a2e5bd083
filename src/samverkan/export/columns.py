"""Tables and their columns: each is declared once, and from that come headers, schemas and the data dictionary."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Generic, TypeVar

from samverkan.model.choices import Choice
from samverkan.words.export_columns import COLUMNS, FIRST_DAY, LAST_DAY
from samverkan.words.export_tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from samverkan.export.origin import Exported
    from samverkan.model.dates import CoarseDate, Scalar
    from samverkan.words.sentence import Sayable, Text

Row = TypeVar("Row")
Inner = TypeVar("Inner")
Cell = str | int | Decimal | date | None
"""What stands in a cell; `bool` among the whole numbers, None where the documents do not say."""


class CellType(Choice):
    """What the cells of a column hold."""

    TEXT = "text", "text", "text"
    WHOLE = "integer", "heltal", "whole number"
    DECIMAL = "decimal", "decimaltal", "decimal number"
    DAY = "date", "datum", "date"
    YES_NO = "boolean", "sant eller falskt", "true or false"


@dataclass(frozen=True, slots=True)
class Column:
    """What is said of a column.

    Attributes:
        name: its name, the same in every language.
        type: what its cells hold.
        title: what readers call it.
        meaning: what it means, in whole sentences.
        unit: what its figures count; None where it has none, or another column says.
        source: the key of the files that it comes from; empty where it is worked out.
        choices: the values of a closed list, with what they are called; empty where any may stand there.
    """

    name: str
    type: CellType
    title: Sayable
    meaning: Sayable
    unit: Text | None
    source: str
    choices: Mapping[str, Sayable]


@dataclass(frozen=True, slots=True)
class Table:
    """A table that documents are told as.

    Attributes:
        name: its name, the same in every language; also that of its file.
        columns: its columns, in order.
        lines: gives the cells of each row, in the order of the columns.
    """

    name: str
    columns: tuple[Column, ...]
    lines: Callable[[Exported], Iterator[tuple[Cell, ...]]]

    @property
    def title(self) -> Text:
        """What readers call it."""
        return TABLES[self.name].title

    @property
    def meaning(self) -> Text:
        """What a row of it is."""
        return TABLES[self.name].meaning


@dataclass
class Columns(Generic[Row]):
    """The columns of a table while they are declared, each with what finds its cell in a row.

    A column that has no key given has that of its own name; one whose key is empty is worked out. What a column is
    called stands in `words/export_columns.py`, under its name, or under the table's name and its own.

    Attributes:
        table: the table's name.
        under: the key of the files that its parts stand under; empty for documents.
    """

    table: str
    under: str = ""
    _columns: list[Column] = field(default_factory=list)
    _finders: list[Callable[[Row], Cell]] = field(default_factory=list)

    def text(
        self,
        name: str,
        of: Callable[[Row], str | None],
        key: str | None = None,
        choices: Mapping[str, Sayable] | type[Choice] | None = None,
    ) -> None:
        """Declare a column of texts; one of a closed list holds the words of the files."""
        named = {one.value: one for one in choices} if isinstance(choices, type) else choices or {}
        self._declare(name, CellType.TEXT, lambda row: str(of(row) or "") or None, key, named)

    def whole(self, name: str, of: Callable[[Row], int | None], key: str | None = None) -> None:
        """Declare a column of whole numbers."""
        self._declare(name, CellType.WHOLE, of, key)

    def decimal(self, name: str, of: Callable[[Row], Decimal | None], key: str | None = None) -> None:
        """Declare a column of figures with the decimals that the author wrote."""
        self._declare(name, CellType.DECIMAL, of, key)

    def day(self, name: str, of: Callable[[Row], date | None], key: str | None = None) -> None:
        """Declare a column of days."""
        self._declare(name, CellType.DAY, of, key)

    def yes_no(self, name: str, of: Callable[[Row], bool | None], key: str | None = None) -> None:
        """Declare a column of what is true or false."""
        self._declare(name, CellType.YES_NO, of, key)

    def time(self, name: str, of: Callable[[Row], CoarseDate | None], key: str | None = None) -> None:
        """Declare the columns of a time that may be a year or in words: as it is written, its first and last day."""

        def first(row: Row) -> date | None:
            return None if (found := of(row)) is None else found.first

        def last(row: Row) -> date | None:
            return None if (found := of(row)) is None else found.last

        self._declare(name, CellType.TEXT, lambda row: written(of(row)), key)
        whole = self._columns[-1]
        for end, words, find in (("first", FIRST_DAY, first), ("last", LAST_DAY, last)):
            title = words.title.with_fields(title=whole.title)
            meaning = words.meaning.with_fields(name=name)
            self._columns.append(Column(f"{name}_{end}", CellType.DAY, title, meaning, None, whole.source, {}))
            self._finders.append(find)

    def adopt(self, inner: Columns[Inner], of: Callable[[Row], Inner | None]) -> None:
        """Declare the columns of something that a row may have; without it their cells are empty."""
        self._columns += inner._columns
        self._finders += [_within(find, of) for find in inner._finders]

    def of_rows(self, rows: Callable[[Exported], Iterable[Row]]) -> Table:
        """Make the table of what has been declared.

        Args:
            rows: finds its rows, in order.
        """
        finders = tuple(self._finders)

        def lines(exported: Exported) -> Iterator[tuple[Cell, ...]]:
            return (tuple(find(row) for find in finders) for row in rows(exported))

        return Table(self.table, tuple(self._columns), lines)

    def _declare(
        self,
        name: str,
        kind: CellType,
        of: Callable[[Row], Cell],
        key: str | None,
        choices: Mapping[str, Sayable] | None = None,
    ) -> None:
        said = COLUMNS.get(f"{self.table}.{name}") or COLUMNS[name]
        own = name if key is None else key
        source = f"{self.under}.{own}" if own and self.under else own
        self._columns.append(Column(name, kind, said.title, said.meaning, said.unit, source, choices or {}))
        self._finders.append(of)


def _within(find: Callable[[Inner], Cell], of: Callable[[Row], Inner | None]) -> Callable[[Row], Cell]:
    return lambda row: None if (found := of(row)) is None else find(found)


def written(value: Scalar | None) -> str | None:
    """Write a value as its file does; None for none."""
    return None if value is None else str(value)


def joined(values: Iterable[object]) -> str | None:
    """Write several values in one cell, with semicolons between; None for none."""
    return "; ".join(map(str, values)) or None
