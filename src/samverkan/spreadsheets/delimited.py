"""Delimited text to a grid: which letters its bytes are, and what stands between its cells, found out from itself."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice

from samverkan.spreadsheets.container import NotReadError
from samverkan.spreadsheets.grid import Grid, GridCell
from samverkan.words.spreadsheets import WHY_NOT

_BOM = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_OLD = ("cp1252", "cp850", "mac-roman")
_SWEDISH = frozenset("åäöÅÄÖé")
_DELIMITERS = ";\t,|"
_LOOKED_AT = 200
_MOST_CELLS = 600_000
_NAMED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
# What web pages leave behind where a table was copied from them.
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " "})


def grid_of(raw: bytes) -> Grid:
    """Read delimited text of any usual encoding.

    Args:
        raw: what the file holds.

    Raises:
        NotReadError: it is no text, or too much of it.
    """
    text = _decoded(raw)
    named = _NAMED.match(text)
    text = text[named.end() :] if named else text
    delimiter = named[1] if named else _delimiter(text)
    try:
        rows = [
            tuple(GridCell(_clean(cell)) for cell in row)
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
        ]
    except csv.Error as error:
        raise NotReadError(WHY_NOT["damaged"]) from error
    if sum(map(len, rows)) > _MOST_CELLS:
        raise NotReadError(WHY_NOT["too-many-cells"])
    return Grid("", tuple(rows), delimiter)


def _clean(cell: str) -> str | None:
    return cell.replace("&nbsp;", " ").translate(_SPACES).strip() or None


def _decoded(raw: bytes) -> str:
    for mark, encoding in _BOM.items():
        if raw.startswith(mark):
            return _in(raw, encoding)
    zeros = (raw[1::2].count(0), raw[::2].count(0))
    if max(zeros) * 3 > len(raw):
        return _in(raw, "utf-16-le" if zeros[0] > zeros[1] else "utf-16-be")
    if b"\0" in raw:
        raise NotReadError(WHY_NOT["no-table"])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        tried = [raw.decode(encoding, "replace") for encoding in _OLD]
        return max(tried, key=_likeness)


def _in(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotReadError(WHY_NOT["damaged"]) from error


def _likeness(text: str) -> int:
    """Tell how much a text is like Swedish, by its letters outside the English alphabet; ties go to the first."""
    found = Counter(c for c in text if c > "\x7f")
    return sum(count if c in _SWEDISH else -count for c, count in found.items() if c.isalpha() or c in "\ufffd†‡„")


def _delimiter(text: str) -> str:
    """Give the sign that parts most lines into equally many cells, and as many as can be."""
    best = (0, 0, ";")
    for rank, sign in enumerate(_DELIMITERS):
        sample = io.StringIO(text[:200_000], newline="")
        try:
            lengths = Counter(len(row) for row in islice(csv.reader(sample, delimiter=sign), _LOOKED_AT) if row)
        except csv.Error:
            continue
        width, lines = max(((n, count) for n, count in lengths.items() if n > 1), key=_weight, default=(1, 0))
        best = max(best, (_weight((width, lines)), -rank, sign))
    return best[2]


def _weight(found: tuple[int, int]) -> int:
    width, lines = found
    return lines * min(width, 4)
