"""Tables of PxWeb, the program of Statistics Sweden and others: JSON-stat 2 and its own JSON, as rows of cells."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

from samverkan.spreadsheets.container import NotReadError
from samverkan.spreadsheets.grid import Grid, GridCell
from samverkan.words.importing import WHY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MOST_CELLS = 600_000
_HEADINGS = {"geo": "Region", "time": "Tid", "metric": "Indikator"}
_VALUE, _UNIT, _MISSING = "Värde", "Enhet", ".."
_NO_CONTENT = "Innehåll"
_NAMES = ("brott", "brottstyp", "brottskategori", "indikator", "variabel")


class _Dimension(NamedTuple):
    """What parts the figures: by place, time, sex; with the names of its values, and their units."""

    heading: str
    names: tuple[str, ...]
    units: tuple[str, ...]


def is_pxweb(data: object) -> bool:
    """Tell whether JSON is a table of PxWeb."""
    if not isinstance(data, dict):
        return False
    is_own = isinstance(data.get("columns"), list) and isinstance(data.get("data"), list)
    return is_own or (data.get("class") == "dataset" and isinstance(data.get("dimension"), dict))


def grid_of_pxweb(data: Mapping[str, Any]) -> Grid:
    """Give a table as rows of cells, one for each figure.

    Args:
        data: the JSON, with its numbers as decimals.

    Raises:
        NotReadError: it does not hold what its form asks for.
    """
    try:
        rows = _of_columns(data) if "columns" in data else _of_cube(data)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, ArithmeticError) as error:
        raise NotReadError(WHY["no-pxweb"]) from error
    return Grid("", tuple(tuple(GridCell(value) for value in row) for row in rows))


def _of_cube(data: Mapping[str, Any]) -> list[Sequence[str | Decimal]]:
    """Read JSON-stat 2: one list of figures, the last dimension fastest."""
    dimensions = _one_name_each(_dimensions(data))
    if [len(one.names) for one in dimensions] != [int(size) for size in data["size"]]:
        raise ValueError
    count = prod(len(one.names) for one in dimensions)
    if count * (len(dimensions) + 2) > _MOST_CELLS:
        raise ValueError
    figures = _figures_of(data["value"], count)
    rows: list[Sequence[str | Decimal]] = [[*(one.heading for one in dimensions), _UNIT, _VALUE]]
    for places, figure in zip(product(*(range(len(one.names)) for one in dimensions)), figures, strict=True):
        rows.append([*_names_at(dimensions, places), figure if isinstance(figure, Decimal) else _MISSING])
    return rows


def _dimensions(data: Mapping[str, Any]) -> list[_Dimension]:
    roles = {name: role for role, names in (data.get("role") or {}).items() for name in names}
    return [_dimension(name, roles.get(name, ""), data["dimension"][name]) for name in data["id"]]


def _figures_of(values: Any, count: int) -> list[Any]:
    return values if isinstance(values, list) else [values.get(str(i)) for i in range(count)]


def _names_at(dimensions: Sequence[_Dimension], places: Sequence[int]) -> list[str]:
    """Give what a figure is of, and its unit."""
    both = list(zip(dimensions, places, strict=True))
    return [*(one.names[i] for one, i in both), next((one.units[i] for one, i in both if one.units), "")]


def _dimension(name: str, role: str, said: Mapping[str, Any]) -> _Dimension:
    category = said["category"]
    labels = category.get("label") or {}
    index = category.get("index") or list(labels)
    codes = index if isinstance(index, list) else sorted(index, key=lambda code: int(index[code]))
    units = category.get("unit") or {}
    named = tuple(str(code if role == "time" else labels.get(code, code)) for code in codes)
    of_units = tuple(str((units.get(code) or {}).get("base", "")) for code in codes) if units else ()
    return _Dimension(_HEADINGS.get(role, str(said.get("label", name))), named, of_units)


def _one_name_each(dimensions: Sequence[_Dimension]) -> list[_Dimension]:
    """Let the kind of crime be the name of a figure, where a table has both that and what is counted."""
    if not any(one.heading.casefold() in _NAMES for one in dimensions if one.heading != _HEADINGS["metric"]):
        return list(dimensions)
    is_metric = _HEADINGS["metric"]
    return [one._replace(heading=_NO_CONTENT) if one.heading == is_metric else one for one in dimensions]


def _of_columns(data: Mapping[str, Any]) -> list[Sequence[str | Decimal]]:
    """Read the JSON that is PxWeb's own: keys of codes, and the figures of each."""
    columns = data["columns"]
    keys = [one for one in columns if one.get("type") != "c"]
    contents = [one for one in columns if one.get("type") == "c"]
    head = [_heading_of(one) for one in keys]
    rows: list[Sequence[str | Decimal]] = [[*head, _HEADINGS["metric"], _UNIT, _VALUE]]
    for row in data["data"]:
        for content, figure in zip(contents, row["values"], strict=True):
            named = [str(code) for code in row["key"]]
            rows.append([*named, str(content["text"]), str(content.get("unit") or ""), _figure(figure)])
    return rows


def _heading_of(column: Mapping[str, Any]) -> str:
    if column.get("type") == "t":
        return _HEADINGS["time"]
    return _HEADINGS["geo"] if str(column["code"]).casefold() == "region" else str(column["text"])


def _figure(written: object) -> str | Decimal:
    text = str(written)
    return Decimal(text) if text.replace(".", "", 1).removeprefix("-").isdigit() else _MISSING
