"""What Kolada answers, as JSON: figures by key figure, municipality, year and sex, and the titles of key figures."""

from __future__ import annotations

import json
import math
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from samverkan.importing.series import Point, SeriesKey
from samverkan.spreadsheets.container import NotReadError
from samverkan.words.importing import IMPORTING, WHY

if TYPE_CHECKING:
    from samverkan.importing.series import Found

ORIGIN = "Kolada"
_SEXES = {"K": "Kvinnor", "M": "Män", "T": ""}
_MOST_TITLE = 300


def is_json(raw: bytes) -> bool:
    """Tell whether a file begins as JSON does."""
    return raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}


def json_of(raw: bytes) -> Any:
    """Read JSON, with its numbers as they are written.

    Raises:
        NotReadError: it is no JSON.
    """
    try:
        return json.loads(raw.removeprefix(b"\xef\xbb\xbf"), parse_float=Decimal, parse_int=Decimal, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise NotReadError(WHY["json"]) from error


def read_kolada(file: str, data: object, found: Found) -> None:
    """Take in what an answer of Kolada holds.

    Args:
        file: the file, as the user knows it.
        data: the answer, of version 2 or 3: figures, or key figures with their titles.
        found: where to put it.

    Raises:
        NotReadError: it is none of Kolada's.
    """
    rows = _rows(data)
    if not rows:
        raise NotReadError(WHY["no-kolada"])
    found.origin = ORIGIN
    found.pages.append(_goes_on(data))
    for number, row in enumerate(rows, 1):
        if "id" in row and "title" in row:
            found.titles[str(row["id"]).casefold()] = " ".join(str(row["title"]).split())[:_MOST_TITLE]
        elif not _take(row, f"{file}, {number}", found):
            found.troubles.append(IMPORTING["row-unread"].with_fields(file=file, row=number))


def _goes_on(data: object) -> bool:
    """Tell whether an answer, or the last one of several, says that there is another page of it."""
    last = data[-1] if isinstance(data, list) and data else data
    return isinstance(last, dict) and bool(last.get("next_page") or last.get("next_url"))


def _rows(data: object) -> list[dict[str, object]]:
    """Give the rows of an answer, or of several after each other; none where a row is not one of Kolada's."""
    pages = data if isinstance(data, list) else [data]
    rows: list[dict[str, object]] = []
    for page in pages:
        values = page.get("values", page.get("results")) if isinstance(page, dict) else None
        rows += [row for row in (values if isinstance(values, list) else [page]) if isinstance(row, dict)]
    is_known = all("kpi" in row or {"id", "title"} <= set(row) for row in rows)
    return rows if is_known else []


def _take(row: dict[str, object], where: str, found: Found) -> bool:
    """Take in the figures of one key figure in one municipality and year; tell whether there were such."""
    values, year = row.get("values"), str(row.get("period", ""))
    if not isinstance(values, list) or not year.isdigit():
        return False
    for one in values:
        if not isinstance(one, dict) or one.get("isdeleted") is True:
            continue
        sex = _SEXES.get(str(one.get("gender", "T")), str(one.get("gender")))
        place = str(row.get("municipality") or row.get("ou") or "")
        key = SeriesKey(str(row["kpi"]), "", place, sex)
        found.add(key, Point(year, _figure(one.get("value")), None, where))
    return True


def _figure(value: object) -> Decimal | None:
    return value if isinstance(value, Decimal) and math.isfinite(value) else None
