"""Placed figures into the file of a picture: what is new, what is revised, and what is as it was."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from samverkan.escape import visible
from samverkan.importing.editing import Editing
from samverkan.model.base import ID_PATTERN
from samverkan.model.counts import Figure
from samverkan.model.dates import time_said
from samverkan.model.picture import Breakdown, Comparison, Indicator, SituationPicture
from samverkan.spreadsheets.numbers import rounded
from samverkan.words.importing import IMPORTING, STATUS_BESIDE, WAS
from samverkan.words.lists import FirstOf
from samverkan.words.numbers import Figure as Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from decimal import Decimal

    from samverkan.findings import KeyPath
    from samverkan.importing.placing import Placed
    from samverkan.importing.series import Point
    from samverkan.model.choices import FigureStatus
    from samverkan.model.dates import CoarseDate
    from samverkan.words.sentence import Text
    from samverkan.workspace.document import Document

_MOST_DECIMALS = 2
"""More than these come from reckoning, not from counting, and are rounded."""
_MOST_ID = 50


@dataclass(frozen=True, slots=True)
class Origin:
    """Where figures come from.

    Attributes:
        source: the id or the title of the source; empty where nobody says.
        retrieved: the day when they were retrieved.
        is_said: whether somebody names the source, rather than the form of the file.
    """

    source: str
    retrieved: str
    is_said: bool


@dataclass
class Changes:
    """What the figures change in the file of a picture.

    Attributes:
        document: the picture.
        model: what it says.
        origin: where the figures come from.
        adds: whether breakdowns and comparisons that it does not have are to be added.
        told: each change, in words.
        troubles: what could not be taken in, or needs to be looked into.
        notes: what is only to be known.
        same: how many figures are as they were.
        text: what the file is to hold, once all has been taken in.
    """

    document: Document
    model: SituationPicture
    origin: Origin
    adds: bool
    told: list[Text] = field(default_factory=list)
    troubles: list[Text] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    same: int = 0
    text: str = ""

    def __post_init__(self) -> None:
        """Begin with the file as it is."""
        self.editing = Editing(self.document.text)
        self._source = ""
        self._new: dict[tuple[str, str], dict[str, Any]] = {}

    def take(self, placed: Sequence[Placed]) -> None:
        """Take in all figures that have found their place.

        Raises:
            CannotEditError: the file is written in a way that they cannot be written into.
        """
        touched: dict[int, None] = {}
        for one in placed:
            if one.indicator is None:
                self._collect(one)
            elif self._into(one, one.indicator):
                touched[one.indicator] = None
        for place in touched:
            self._tell_origin(place)
        self._add_new()

    def _into(self, placed: Placed, place: int) -> bool:
        """Put figures into an indicator; tell whether something changed."""
        indicator = self.model.indicators[place]
        path, figures, name = self._target(placed, place)
        title = ", ".join(filter(None, (visible(indicator.title), name)))
        points = [*self._resolved(placed.points, title)]
        if path is None:
            return self._lacking(placed, place, name, points)
        points = self._rounded(points, _most_decimals(figures), title)
        before = len(self.told)
        fresh: list[Point] = []
        hidden: list[str] = []
        for point in points:
            there = _place_of(figures, point)
            if point.value is None:
                hidden += [point.period] if there is None or _is_shown(figures[there]) else []
            elif there is None:
                fresh.append(point)
            else:
                self._revise((*path, there), figures[there], indicator.status, (point, title))
        self._insert(path, figures, fresh, (title, indicator.status))
        self._tell_hidden(title, hidden)
        return len(self.told) > before

    def _tell_hidden(self, title: str, periods: Sequence[str]) -> None:
        if periods:
            self.notes.append(IMPORTING["not-shown"].with_fields(title=title, periods=FirstOf(tuple(periods))))

    def _target(self, placed: Placed, place: int) -> tuple[KeyPath | None, Sequence[Figure], str]:
        """Give the list that figures belong to, what it holds, and its name where it is of a part."""
        indicator, base = self.model.indicators[place], ("indicators", place)
        name = placed.comparison or placed.part
        if not name:
            return (*base, "values"), indicator.values, ""
        lists: Sequence[Comparison | Breakdown] = indicator.comparisons if placed.comparison else indicator.breakdowns
        key = "comparisons" if placed.comparison else "breakdowns"
        for i, one in enumerate(lists):
            if one.name.casefold() == name.casefold():
                return (*base, key, i, "values"), one.values, visible(one.name)
        return None, (), visible(name)

    def _lacking(self, placed: Placed, place: int, name: str, points: Sequence[Point]) -> bool:
        """Add a breakdown or a comparison, or tell that there is none; tell whether something changed."""
        indicator = self.model.indicators[place]
        if all(point.value is None for point in points):
            return False
        if not self.adds:
            fields = {"title": visible(indicator.title), "names": name}
            self.notes.append(IMPORTING["no-part"].with_fields(**fields))
            return False
        key = "comparisons" if placed.comparison else "breakdowns"
        item: dict[str, object] = {"name": placed.comparison or placed.part, "values": _items(points, indicator.status)}
        path = ("indicators", place, key)
        if self.editing.has(path):
            self.editing.insert(path, len(_listed(indicator, key)), item)
        else:
            self.editing.add_list(path, [item], Indicator)
        for point in points:
            if point.value is not None:
                self._tell_new(f"{visible(indicator.title)}, {name}", point)
        return True

    def _resolved(self, points: Sequence[Point], title: str) -> Iterator[Point]:
        """Give one figure for each time; where the source has two, none."""
        by_time: dict[str, list[Point]] = {}
        for point in points:
            by_time.setdefault(point.period, []).append(point)
        for period, found in by_time.items():
            shown = [point for point in found if point.value is not None]
            if len({point.value for point in shown}) > 1:
                values = FirstOf(tuple(Said(point.value) for point in shown if point.value is not None), "; ")
                places = FirstOf(tuple(point.place for point in shown), "; ")
                fields = {"title": title, "period": period}
                self.troubles.append(IMPORTING["two-figures"].with_fields(**fields, values=values, places=places))
            else:
                yield (shown or found)[-1]

    def _rounded(self, points: Sequence[Point], decimals: int, title: str) -> list[Point]:
        kept = max(decimals, 1)
        made = []
        is_rounded = False
        for point in points:
            value = point.value
            if value is not None and _decimals(rounded(value)) > max(_MOST_DECIMALS, decimals):
                is_rounded, value = True, rounded(value, kept)
            made.append(point if value is None else type(point)(point.period, _plain(value), point.status, point.place))
        if is_rounded:
            self.notes.append(IMPORTING["rounded"].with_fields(title=title, decimals=kept))
        return made

    def _revise(self, path: KeyPath, old: Figure, general: FigureStatus | None, new: tuple[Point, str]) -> None:
        point, title = new
        if old.value is None or old.precision is not None:
            self.troubles.append(_said("not-exact", title, point))
            return
        was = old.status or general
        status = None if point.status is was else point.status
        if old.value != point.value:
            self.editing.set((*path, "value"), format(point.value, "f"), Figure)
            beside: Text | str = STATUS_BESIDE.with_fields(status=point.status) if point.status else ""
            before = WAS.with_fields(value=Said(old.value), status=was) if was else Said(old.value)
            self.told.append(_said("changed", title, point).with_fields(old=before, status=beside))
        elif status is not None:
            self.told.append(_said("now", title, point).with_fields(status=status))
        else:
            self.same += 1
        if status is not None:
            self.editing.set((*path, "status"), status.value, Figure)

    def _insert(
        self, path: KeyPath, figures: Sequence[Figure], fresh: Sequence[Point], of: tuple[str, FigureStatus | None]
    ) -> None:
        """Write new figures among those that stand there, in the order of their times."""
        title, general = of
        ordered = sorted(fresh, key=_first_day, reverse=_is_backwards(figures))
        for point in ordered:
            self._tell_new(title, point)
        items = [(point, _item(point, general)) for point in ordered]
        if not items:
            return
        if not figures:
            self.editing.add_list(path, [item for _, item in items], Indicator)
            return
        for point, item in items:
            self.editing.insert(path, _place_among(figures, point), item)

    def _tell_new(self, title: str, point: Point) -> None:
        beside: Text | str = STATUS_BESIDE.with_fields(status=point.status) if point.status else ""
        value = Said(point.value) if point.value is not None else ""
        self.told.append(IMPORTING["new"].with_fields(title=title, period=point.period, new=value, status=beside))

    def _tell_origin(self, place: int) -> None:
        """Write from where and when the figures of an indicator are."""
        indicator, path = self.model.indicators[place], ("indicators", place)
        title = visible(indicator.title)
        self.editing.set((*path, "retrieved"), self.origin.retrieved, Indicator)
        if indicator.source is not None and not self.origin.is_said:
            return
        source = self._source_id()
        if indicator.source is None and source:
            self.editing.set((*path, "source"), source, Indicator)
        elif indicator.source is None:
            self.troubles.append(IMPORTING["no-source"].with_fields(title=title))
        elif indicator.source != source:
            fields = {"title": title, "own": visible(indicator.source), "source": visible(source)}
            self.troubles.append(IMPORTING["source-differs"].with_fields(**fields))

    def _source_id(self) -> str:
        """Give the id of the source, one that the picture has or one that is added; empty where none is named."""
        wanted = self.origin.source
        if self._source or not wanted:
            return self._source
        known = next((one for one in self.model.sources if wanted in {one.id, one.title} and one.id), None)
        if known is not None and known.id:
            self._source = known.id
            return self._source
        self._source = self._free(wanted)
        item: dict[str, object] = {"id": self._source, "title": wanted, "type": "statistics"}
        item["retrieved"] = self.origin.retrieved
        self._append("sources", item)
        self.told.append(IMPORTING["new-source"].with_fields(title=visible(wanted), id=self._source))
        return self._source

    def _append(self, key: str, *items: dict[str, object]) -> None:
        count = len(self.model.sources if key == "sources" else self.model.indicators)
        if self.editing.has((key,)):
            for item in items:
                self.editing.insert((key,), count, item)
        else:
            self.editing.add_list((key,), list(items), SituationPicture)

    def _collect(self, placed: Placed) -> None:
        """Begin an indicator that the picture does not have, or go on with it."""
        key = (placed.key.indicator, placed.key.unit + placed.area)
        title = placed.title
        points = self._rounded([*self._resolved(placed.points, visible(title))], 0, visible(title))
        items = _items(points, None)
        if not items:
            return
        if key not in self._new:
            wanted = placed.key.indicator if re.fullmatch(ID_PATTERN, placed.key.indicator) else title
            name = self._free(f"{wanted} {placed.key.unit}" if self._is_taken(wanted) else wanted)
            area = {"area": placed.area} if placed.area else {}
            self._new[key] = {"id": name, "title": title, "unit": placed.key.unit, **area}
            self.told.append(IMPORTING["new-indicator"].with_fields(title=visible(title), id=name))
        whose = placed.comparison or placed.part
        if whose:
            listed: list[object] = self._new[key].setdefault("comparisons" if placed.comparison else "breakdowns", [])
            listed.append({"name": whose, "values": items})
        else:
            self._new[key]["values"] = items
        for point in points:
            if point.value is not None:
                self._tell_new(", ".join(filter(None, (visible(title), visible(whose)))), point)

    def _add_new(self) -> None:
        if not self._new:
            return
        source = self._source_id()
        made: list[dict[str, object]] = []
        for item in self._new.values():
            origin: dict[str, object] = {"source": source} if source else {}
            if not source:
                self.troubles.append(IMPORTING["no-source"].with_fields(title=visible(str(item["title"]))))
            head: dict[str, object] = {key: item[key] for key in ("id", "title", "unit")}
            rest: dict[str, object] = {
                key: item[key] for key in ("area", "values", "comparisons", "breakdowns") if key in item
            }
            made.append({**head, **origin, "retrieved": self.origin.retrieved, **rest})
        self._append("indicators", *made)

    def _is_taken(self, name: str) -> bool:
        return _slug(name) in {*self.document.items, *(str(item["id"]) for item in self._new.values())}

    def _free(self, wanted: str) -> str:
        name = stem = _slug(wanted)
        number = 1
        taken = {*self.document.items, *(str(item["id"]) for item in self._new.values()), self._source}
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        return name


def _listed(indicator: Indicator, key: str) -> Sequence[Comparison | Breakdown]:
    return indicator.comparisons if key == "comparisons" else indicator.breakdowns


def _said(key: str, title: str, point: Point) -> Text:
    new = Said(point.value) if point.value is not None else ""
    return IMPORTING[key].with_fields(title=title, period=point.period, new=new)


def _slug(text: str) -> str:
    bare = re.sub(r"[^a-zåäö0-9]+", "-", unicodedata.normalize("NFC", text.casefold())).strip("-")
    return bare[:_MOST_ID].strip("-") or "indikator"


def _items(points: Sequence[Point], general: FigureStatus | None) -> list[dict[str, object]]:
    shown = [point for point in points if point.value is not None]
    return [_item(point, general) for point in sorted(shown, key=_first_day)]


def _item(point: Point, general: FigureStatus | None) -> dict[str, object]:
    """Write a figure that is shown."""
    item: dict[str, object] = {"period": point.period, "value": format(point.value, "f")}
    if point.status is not None and point.status is not general:
        item["status"] = point.status.value
    return item


def _first_day(point: Point) -> date:
    return _time_of(point).first


def _is_same_time(figure: Figure, point: Point) -> bool:
    time = _time_of(point)
    return (figure.period.first, figure.period.last) == (time.first, time.last)


def _time_of(point: Point) -> CoarseDate:
    time = time_said(point.period)
    assert time is not None  # noqa: S101 - as it was read from the source
    return time


def _place_of(figures: Sequence[Figure], point: Point) -> int | None:
    return next((i for i, one in enumerate(figures) if _is_same_time(one, point)), None)


def _most_decimals(figures: Sequence[Figure]) -> int:
    return max((_decimals(one.value) for one in figures if one.value is not None), default=0)


def _is_shown(figure: Figure) -> bool:
    return figure.value is not None


def _is_backwards(figures: Sequence[Figure]) -> bool:
    return len(figures) > 1 and figures[0].period.first > figures[-1].period.first


def _place_among(figures: Sequence[Figure], point: Point) -> int:
    """Give before which of the figures a new one belongs."""
    day = _first_day(point)
    if _is_backwards(figures):
        return next((i for i, one in enumerate(figures) if one.period.first < day), len(figures))
    return next((i + 1 for i in range(len(figures) - 1, -1, -1) if figures[i].period.first <= day), 0)


def _decimals(value: Decimal) -> int:
    return max(-int(value.as_tuple().exponent), 0)


def _plain(value: Decimal) -> Decimal:
    """Give a figure without zeros after its decimals: 37.0 of a spreadsheet is 37."""
    return rounded(value)
