"""The child process that reads the text of a PDF."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from samverkan.render.engines.pdf_opening import Pace, TooLongError, read_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pypdf import PageObject, PdfReader

MOST_MEMORY = 2_000_000_000
MOST_SECONDS = 8.0
_MOST_PAGES = 300
_MOST_LETTERS = 3_000_000
_WIDTH_OF_LETTER = 0.5
_COLUMN_GAP = 2.2
_WORD_GAP = 0.12
_SAME_LINE = 0.35
_SMALL = 0.75
_LONGEST_MARK = 4
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BOLD = ("bold", "semibold", "black", "heavy", "demi")


class _Piece(NamedTuple):
    """Some letters, and where they stand."""

    text: str
    x: float
    y: float
    size: float
    is_bold: bool

    @property
    def end(self) -> float:
        """About where they end: letters of text are half as wide as they are high."""
        return self.x + len(self.text) * self.size * _WIDTH_OF_LETTER


def work(content: bytes) -> tuple[dict[str, Any], bytes]:
    """Read the lines of every page.

    Args:
        content: the PDF.

    Returns:
        The key of a sentence that says what is at fault, if anything is; and the pages as JSON.
    """
    return read_pdf(content, _pages, _MOST_PAGES)


def _pages(reader: PdfReader) -> tuple[dict[str, Any], bytes]:
    found: list[tuple[list[list[Any]], bool]] = []
    letters, pace = 0, Pace()
    for page in reader.pages:
        lines = list(_lines(_pieces(page), _spaced(page)))
        of_page = sum(len(text) for line in lines for text in line[0])
        letters += of_page
        if letters > _MOST_LETTERS:
            raise TooLongError
        pace.note_page(of_page)
        found.append((lines, _has_picture(page)))
    return {}, json.dumps(found).encode()


def _has_picture(page: PageObject) -> bool:
    resources = page.get("/Resources")
    inside = resources.get_object().get("/XObject") if resources is not None else None
    named = inside.get_object().values() if inside is not None else ()
    return any(one.get_object().get("/Subtype") == "/Image" for one in named)


def _pieces(page: PageObject) -> list[_Piece]:
    """Give what is written on a page, in the order of the file."""
    pieces: list[_Piece] = []

    def take(
        text: str, cm: Sequence[float], tm: Sequence[float], font: Mapping[str, object] | None, size: float
    ) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(size * (tm[3] or tm[1]) * (cm[3] or cm[1])) or size
        name = str((font or {}).get("/BaseFont", "")).casefold()
        plain = text.replace("\n", " ")
        if plain.strip():
            lead = len(plain) - len(plain.lstrip())
            pieces.append(_Piece(plain[lead:], x, y, height, any(word in name for word in _BOLD)))

    page.extract_text(visitor_text=take)
    return pieces


def _spaced(page: PageObject) -> dict[str, str]:
    """Give the lines of a page with the spaces that the widths of its letters tell of, by what they hold without."""
    lines = page.extract_text(extraction_mode="layout").splitlines()
    return {"".join(line.split()): line.strip() for line in lines}


def _lines(pieces: Sequence[_Piece], spaced: Mapping[str, str]) -> Iterator[list[Any]]:
    """Put together what stands on the same height, from the top of the page and from left to right."""
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda one: (-one.y, one.x)):
        if rows and abs(rows[-1][0].y - piece.y) <= _SAME_LINE * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda one: one.x)
        first = max(row, key=lambda one: len(one.text))
        bold = sum(len(one.text) for one in row if one.is_bold) * 2 > sum(len(one.text) for one in row)
        known = spaced.get("".join("".join(piece.text for piece in row).split()))
        columns = _columns(row) if known is None else _parted(known)
        yield [_raised(row, first.size, columns), row[0].x, row[0].y, first.size, bold]


def _parted(line: str) -> list[str]:
    """Part a line where there is a wide gap, but not after what only numbers or marks it."""
    parts = [part for part in re.split(r" {3,}", line) if part]
    if len(parts) > 1 and len(parts[0]) <= _LONGEST_MARK:
        parts[:2] = [f"{parts[0]} {parts[1]}"]
    return [" ".join(part.split()) for part in parts]


def _columns(row: Sequence[_Piece]) -> list[str]:
    """Give the text of a line, apart where there is a wide gap, by how wide letters usually are."""
    columns = [row[0].text]
    for before, piece in pairwise(row):
        gap = piece.x - before.end
        if gap > _COLUMN_GAP * piece.size and len(before.text.strip()) > 1:
            columns.append(piece.text)
        else:
            is_apart = columns[-1].endswith(" ") or gap <= _WORD_GAP * piece.size
            columns[-1] += ("" if is_apart else " ") + piece.text
    return [" ".join(column.split()) for column in columns]


def _raised(row: Sequence[_Piece], size: float, columns: list[str]) -> list[str]:
    """Write small figures behind a word as what they are: the marks of footnotes."""
    for before, piece in pairwise(row):
        mark, word = piece.text.strip(), before.text.split()[-1]
        if piece.size < _SMALL * size and mark.isdecimal() and mark.isascii():
            raised = word + mark.translate(_RAISED)
            columns = [column.replace(word + mark, raised, 1) for column in columns]
    return columns
