"""Tables on a phone: each cell carries its column's heading, so that a style sheet can stack a row's cells."""

from __future__ import annotations

import re
from html import escape, unescape
from itertools import count

_TABLE = re.compile(r"(<table\b[^<>]*>)(.*?)(</table>)", re.DOTALL)
_HEADING = re.compile(r"<th\b[^<>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr\b[^<>]*>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<(td|th)\b(?=[\s>])(?=[^<>]*>(–</td>)?)")
_TAG = re.compile(r"<[^<>]*>")


def with_labels(page: str) -> str:
    """Write on each cell of a web page's tables which column it stands in, as `data-label`, and if it says nothing.

    Tables without a row of headings stay as they are, and so do those in which a cell takes more than its own place.
    """
    return _TABLE.sub(_labelled, page)


def _labelled(table: re.Match[str]) -> str:
    start, inside, end = table.groups()
    before, found, rows = inside.partition("</thead>")
    if not found or "span=" in inside:
        return table[0]
    head = before.partition("<thead>")[2]
    headings = [" ".join(unescape(_TAG.sub("", one)).split()) for one in _HEADING.findall(head)]
    return f"{start}{before}{found}{_ROW.sub(lambda row: _row(row[0], headings), rows)}{end}"


def _row(row: str, headings: list[str]) -> str:
    column = count()

    def cell(found: re.Match[str]) -> str:
        i = next(column)
        label = headings[i] if i < len(headings) else ""
        nothing = " data-none" if found[2] else ""
        return f'{found[0]} data-label="{escape(label)}"{nothing}' if label and found[1] == "td" else found[0]

    return _CELL.sub(cell, row)
