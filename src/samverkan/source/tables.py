"""Rows of a table that stand where a list belongs: each is written as an item of it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from samverkan.characters import HARD_SPACES
from samverkan.source.edits import of_lines
from samverkan.source.faults import Fault, point
from samverkan.source.lines import end_of_run
from samverkan.source.quoting import scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEY_ALONE = re.compile(r"\A[ ]*+(?:-[ ]++)?(?P<key>[a-z_]++):[ ]*+\Z")
_KEY = re.compile(r"[a-z_]++")
_ROW = re.compile(r"\A[ ]*+\|.*\|[ ]*+\Z")
_LOOSE_ROW = re.compile(r"\A[ ]*+(?![-#][ ]|[a-z_]++:(?:[ ]|\Z))[^\s|][^|]*+\|(?:[ ]|\Z)")
_JOINED_BAR = re.compile(r"(?<!\s)\||\|(?=[^\s])")
_RULE = re.compile(r"\A[ ]*+\|(?=[ :|]*+-)[ :|-]++\Z")
_FIGURE_OF_TIME = re.compile(
    rf"\A[ \t]*+(?P<period>[0-9]{{4}}(?:-[0-9]{{2}}){{0,2}})[ ]*+\t[ \t]*+(?P<value>-?[0-9][0-9{HARD_SPACES} ,.]*+)\Z"
)
_THOUSANDS = re.compile(rf"(?<=[0-9])[{HARD_SPACES} ](?=[0-9]{{3}}(?![0-9]))")
_KEY_OF_FIGURES = "values"
_FEWEST_ROWS = 3
"""Of a table in Markdown: its heads, the line below them and one row."""
_STEP = 2
_MOST_LINES_BACK = 6


class Table(NamedTuple):
    """A table with bars between its columns.

    Attributes:
        first: its first line, from 0.
        last: the last.
        heads: what its first row says.
        rows: the cells of the others.
    """

    first: int
    last: int
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


def table_around(lines: Sequence[str], row: int) -> Table | None:
    """Give the table that a line stands in: lines below each other with the same number of bars; None for none.

    Args:
        lines: the lines of the text.
        row: the line, from 0.
    """
    if not _is_row(lines[row]):
        return None
    first = row - sum(1 for _ in takewhile(_is_row, reversed(lines[:row])))
    last = row + sum(1 for _ in takewhile(_is_row, lines[row + 1 :]))
    heads, *rows = [_cells(line) for line in lines[first : last + 1] if not _RULE.match(line)] or [[]]
    is_whole = len(heads) > 1 and rows and all(len(one) == len(heads) for one in rows)
    return Table(first, last, heads, rows) if is_whole else None


def _is_row(line: str) -> bool:
    is_loose = _LOOSE_ROW.match(line) is not None and not _JOINED_BAR.search(line)
    return is_loose or _ROW.match(line) is not None


def table_near(lines: Sequence[str], stopped: int) -> Table | None:
    """Give the nearest table at or right above a line; None for none."""
    near = range(min(stopped, len(lines) - 1), max(-1, stopped - _MOST_LINES_BACK), -1)
    return next((table for row in near if (table := table_around(lines, row))), None)


def table_in_markdown(lines: Sequence[str], stopped: int) -> Fault | None:
    """Find a table in Markdown where the parser stopped, and write its rows as a list where its heads are keys.

    Args:
        lines: the lines of the text.
        stopped: the line where the parser stopped, from 0.
    """
    first, last = stopped, end_of_run(lines, stopped, _ROW)
    if last - first < _FEWEST_ROWS or not _RULE.match(lines[first + 1]):
        return None
    place, new = point(first, 0, len(lines[first])), _as_items(lines[first:last])
    return Fault("syntax-table", place, edit=of_lines(first, lines[first:last], new, is_safe=False) if new else None)


def _as_items(rows: Sequence[str]) -> list[str]:
    """Write the rows of a table as items with its heads for keys; nothing where those are none, or a row is odd."""
    heads, *each = [_cells(row) for row in (rows[0], *rows[2:])]
    if not all(_KEY.fullmatch(head) for head in heads) or any(len(row) != len(heads) for row in each):
        return []
    lead = " " * (len(rows[0]) - len(rows[0].lstrip(" "))) + "- "
    return [f"{lead}{{{_pairs(heads, row)}}}" for row in each]


def _pairs(heads: Sequence[str], row: Sequence[str]) -> str:
    return ", ".join(f"{head}: {scalar(cell)}" for head, cell in zip(heads, row, strict=True) if cell)


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def figures_from_spreadsheet(lines: Sequence[str], found: Sequence[int]) -> Fault | None:
    """Write rows of times and figures, with tabs between them as spreadsheets copy them, as a list of values.

    Args:
        lines: the lines of the text.
        found: those that have tabs in them, from 0.
    """
    first, last = found[0], found[-1] + 1
    rows = [_FIGURE_OF_TIME.match(line) for line in lines[first:last]]
    above = _KEY_ALONE.match(lines[first - 1]) if first else None
    if above is None or above["key"] != _KEY_OF_FIGURES or not all(rows):
        return None
    lead = " " * (above.start("key") + _STEP) + "- "
    new = [f"{lead}{{period: {row['period']}, value: {_figure(row['value'])}}}" for row in rows if row]
    edit = of_lines(first, lines[first:last], new, is_safe=False)
    return Fault("tab-figures", point(first, 0, len(lines[first])), edit=edit)


def _figure(written: str) -> str:
    """Write a figure of a Swedish spreadsheet: a comma before the decimals, and spaces between the thousands."""
    plain = _THOUSANDS.sub("", written.strip())
    return plain.replace(",", ".") if plain.count(",") == 1 and "." not in plain else plain
