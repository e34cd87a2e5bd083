"""Columns of a PDF's tables: wide enough for what may not be divided in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from samverkan.render.class_names import ClassName
from samverkan.render.engines.typst import TOO_LONG
from samverkan.render.formats.tables import widths_of
from samverkan.render.formats.tree import even_columns, is_label
from samverkan.words.compounds import joints, places

if TYPE_CHECKING:
    from samverkan.words.sentence import Language

_LETTERS_PER_LINE = 92
_LETTERS_BETWEEN_COLUMNS = 3
_DIVIDED = 16
_FEW = 3
_LEAST_LEFT = 0.75
_UNBROKEN = re.compile("\u00a0")
_BEFORE_UNIT = re.compile(r"(?<=\d{3})\u00a0(?=[^\W\d])")
"""After a large number, where a line may end sooner than within it or within a date: ”100 000 invånare”."""
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"@|://")


def with_room(table: list[Any], language: Language) -> list[Any]:
    """Give each column room for its longest word or date, taken from the columns that have more than they need.

    Args:
        table: the content of a table in pandoc's tree, in which no-break spaces hold dates together.
        language: the language of the document, by which long words may be divided.

    Returns:
        The table with widths; a few columns of figures are as wide as they need. Where there is no room for all the
        dates, their parts may stand on lines of their own.
    """
    least = _least(table, language)
    if _is_cramped(table, least):
        table = [*table[:3], *_loosened(table[3:], _BEFORE_UNIT)]
        least = _least(table, language)
    if sum(least) > 1:
        table = [*table[:3], *_loosened(table[3:], _UNBROKEN)]
        least = _least(table, language)
    if ClassName.FIGURES in table[0][1] and len(least) <= _FEW:
        return table
    table = even_columns(table)
    widths = widths_of(table)
    if all(width >= needed for width, needed in zip(widths, least, strict=True)):
        return table
    shared = _shared(widths, least)
    kept = zip(table[2], shared, strict=True)
    columns = [[align, {"t": "ColWidth", "c": round(width, 4)}] for (align, _), width in kept]
    return [*table[:2], columns, *table[3:]]


def _least(table: list[Any], language: Language) -> list[float]:
    """Give the least share of the width for each column."""
    heads, rows = table[3][1], [row for body in table[4] for row in body[3]]
    count = len(table[2])
    longest = [
        [_longest(cell[4], language, is_head=is_head) for cell in cells]
        for is_head, (_, cells) in [*((True, row) for row in heads), *((False, row) for row in rows)]
        if len(cells) == count  # no cell spans columns
    ]
    letters = [max(column) for column in zip(*longest, strict=True)] or [0] * count
    return [(found + _LETTERS_BETWEEN_COLUMNS) / _LETTERS_PER_LINE for found in letters]


def _longest(node: Any, language: Language, *, is_head: bool) -> int:
    """Count the letters of the longest piece that stands on one line."""
    if isinstance(node, list):
        return max((_longest(part, language, is_head=is_head) for part in node), default=0)
    if not isinstance(node, dict):
        return 0
    if node["t"] != "Str":
        return _longest(node.get("c"), language, is_head=is_head or is_label(node))
    text: str = node["c"]
    if _ADDRESS.search(text) or TOO_LONG.search(text):
        return _DIVIDED
    parts = re.split(r"(?<=[-/])| ", text)
    if not is_head:
        parts = [piece for part in parts for piece in _pieces(part, language)]
    return max(map(len, parts))


def _pieces(text: str, language: Language) -> list[str]:
    """Divide a word where it is sure to be divided if need be: between the words that it is put together from."""
    word = _WORD.search(text)
    if word is None or "\u00a0" in text:
        return [text]
    ends = [word.start() + place for place in joints(word[0], language)]
    pieces = [text[a:b] for a, b in zip([0, *ends], [*ends, len(text)], strict=True)]
    return [piece[:_DIVIDED] if places(word[0], language, is_narrow=True) else piece for piece in pieces]


def _shared(widths: list[float], least: list[float]) -> list[float]:
    """Share the width: what some columns lack is taken from the others, as far as they have more than they need."""
    if sum(least) >= 1:
        return [needed / sum(least) for needed in least]
    whole = [width / sum(widths) for width in widths]
    lack = sum(max(0.0, needed - width) for width, needed in zip(whole, least, strict=True))
    spare = sum(max(0.0, width - needed) for width, needed in zip(whole, least, strict=True))
    return [
        needed if width <= needed else width - lack * (width - needed) / spare
        for width, needed in zip(whole, least, strict=True)
    ]


def _is_cramped(table: list[Any], least: list[float]) -> bool:
    """Tell whether what others may not divide leaves a column much narrower than it was meant to be."""
    widths = widths_of(even_columns(table))
    shared = _shared(widths, least)
    return any(left < _LEAST_LEFT * width for left, width in zip(shared, widths, strict=True))


def _loosened(node: Any, spaces: re.Pattern[str]) -> Any:
    """Let lines end where some of the no-break spaces stand."""
    if isinstance(node, list):
        return [_loosened(part, spaces) for part in node]
    if not isinstance(node, dict) or "c" not in node:
        return node
    return {**node, "c": spaces.sub(" ", node["c"]) if node["t"] == "Str" else _loosened(node["c"], spaces)}
