"""Where figures belong in a situation picture: which indicator, whose figures, and what becomes of those that stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samverkan.escape import visible
from samverkan.importing.areas import Places
from samverkan.importing.series import SeriesKey
from samverkan.model.choices import Unit
from samverkan.words.importing import IMPORTING
from samverkan.words.lists import FirstOf
from samverkan.words.units import unit_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.importing.mapping import Mapping
    from samverkan.importing.series import Found, Point
    from samverkan.model.picture import Indicator, SituationPicture
    from samverkan.words.sentence import Text

_PARTS = {
    **dict.fromkeys(("k", "kvinna", "kvinnor", "flicka", "flickor", "women", "female", "females"), "Kvinnor"),
    **dict.fromkeys(("m", "man", "män", "pojke", "pojkar", "men", "male", "males"), "Män"),
    **dict.fromkeys(("", "t", "totalt", "total", "alla", "samtliga", "båda könen", "all", "män och kvinnor"), ""),
}


@dataclass(frozen=True, slots=True)
class Placed:
    """Figures that have found their place.

    Attributes:
        indicator: the position of the indicator in the picture; None for one that is to be added.
        key: what the source calls them.
        title: the name of the indicator.
        part: the breakdown that they are of; empty where they are of all.
        comparison: what they are to be compared with, such as the whole country; empty where they are of the picture.
        area: the id of the part of the picture that they are of; empty for all of it.
        points: the figures.
    """

    indicator: int | None
    key: SeriesKey
    title: str
    part: str
    comparison: str
    area: str
    points: Sequence[Point]


@dataclass(slots=True)
class Placing:
    """Finds the place of every series.

    Attributes:
        picture: the picture, and what is to be called it where it is told of.
        mapping: what names mean.
        adds: whether what the picture does not have is to be added.
        placed: what has found its place.
        troubles: what has not, though it may belong there.
        notes: what is left out since it is of other places.
    """

    picture: tuple[SituationPicture, str]
    mapping: Mapping
    adds: bool
    placed: list[Placed] = field(default_factory=list)
    troubles: list[Text] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    _units: dict[int, Text] = field(default_factory=dict)

    def place(self, found: Found) -> None:
        """Place what a source holds."""
        places = Places(self.picture[0], self.mapping)
        unplaced: list[str] = []
        for written, points in found.series.items():
            title = found.titles.get(written.indicator.casefold(), written.indicator)
            named, unit = parted(title)
            key = SeriesKey(written.indicator, written.unit or unit, written.area, written.part)
            where = places.of(key.area)
            if where is None:
                continue
            if not key.indicator:
                self._trouble(IMPORTING["nameless"])
            elif not self._one(key, named, where, points):
                unplaced.append(visible(named if named == key.indicator else f"{named} ({key.indicator})"))
        if unplaced:
            names = FirstOf(tuple(dict.fromkeys(unplaced)), "; ")
            self._trouble(IMPORTING["unplaced"].with_fields(picture=self.picture[1], names=names))
        taken = {one.indicator for one in self.placed}
        for place, text in self._units.items():  # the same crime often stands in two units, of which one is ours
            (self.notes if place in taken else self.troubles).append(text)
        self.notes += places.left_out()
        self.troubles += places.unknown()

    def _trouble(self, text: Text) -> None:
        if text not in self.troubles:
            self.troubles.append(text)

    def _one(self, key: SeriesKey, named: str, where: tuple[str, str], points: Sequence[Point]) -> bool:
        """Place one series; tell whether there is an indicator for it, or why it is not taken in."""
        part = self.mapping.of("parts", key.part) or _PARTS.get(key.part.casefold().strip(), key.part)
        meant = self.mapping.of("indicators", key.indicator) or self.mapping.of("indicators", named)
        whose = (part, where[1], where[0])
        here, fits = self._near(key, named, meant, where)
        if len(fits) > 1:
            self._tell_several(key, fits)
        elif fits:
            title = self.picture[0].indicators[fits[0]].title
            self.placed.append(Placed(fits[0], key, title, *whose, points))
        elif here and not self.adds:
            self._tell_unit(key, named, here[0])
        elif meant is not None or self.adds:
            self._add(key, named, meant, whose, points)
        else:
            return False
        return True

    def _near(
        self, key: SeriesKey, named: str, meant: str | None, where: tuple[str, str]
    ) -> tuple[list[int], list[int]]:
        """Give the indicators that have the name and the place, and those of them that have the unit too."""
        all_of_them = list(enumerate(self.picture[0].indicators))
        near = [(i, one) for i, one in all_of_them if _is_meant(one, key, named, meant)]
        here = [(i, one) for i, one in near if not key.area or self._has_area(one, *where)]
        return [i for i, _ in here], [i for i, one in here if _has_unit(one, key.unit)]

    def _tell_several(self, key: SeriesKey, fits: Sequence[int]) -> None:
        names = [self.picture[0].indicators[i].id for i in fits]
        fields = {"name": visible(key.indicator), "first": names[0]}
        self._trouble(IMPORTING["several"].with_fields(**fields, ids=FirstOf(tuple(names))))

    def _add(
        self,
        key: SeriesKey,
        named: str,
        meant: str | None,
        whose: tuple[str, str, str],
        points: Sequence[Point],
    ) -> None:
        """Ask for an indicator that the picture does not have."""
        part, comparison, area = whose
        if not key.unit:
            self._trouble(IMPORTING["no-unit"].with_fields(name=visible(named)))
            return
        own = SeriesKey(meant or key.indicator, key.unit, key.area, key.part)
        self.placed.append(Placed(None, own, named, part, comparison, area, points))

    def _tell_unit(self, key: SeriesKey, named: str, place: int) -> None:
        own, unit = unit_said(self.picture[0].indicators[place].unit), unit_said(key.unit)
        self._units[place] = IMPORTING["other-unit"].with_fields(name=visible(named), unit=unit, own=own)

    def _has_area(self, indicator: Indicator, area: str, comparison: str) -> bool:
        return bool(comparison) or (indicator.area or "") == area or Places.is_whole(self.picture[0], indicator, area)


def unit_said(unit: str) -> Unit | str:
    """Give a unit as it is said: one of the known ones in the reader's language, or the author's own words."""
    return next((one for one in Unit if one.value == unit), visible(unit))


def parted(title: str) -> tuple[str, str]:
    """Part a title from the unit that it ends with: ”Anmälda våldsbrott, antal/100 000 inv”."""
    head, comma, tail = title.rpartition(",")
    unit = unit_named(tail) if comma else None
    return (head.strip(), unit) if unit else (title, "")


def _is_meant(indicator: Indicator, key: SeriesKey, named: str, meant: str | None) -> bool:
    if meant is not None:
        return indicator.id == meant
    names = {_bare(key.indicator), _bare(named)}
    own = {_bare(indicator.id), _bare(indicator.title), _bare(parted(indicator.title)[0])}
    is_code = re.fullmatch(r"[NU]\d{5}", key.indicator, re.IGNORECASE) is not None
    said = re.findall(r"\w+", f"{indicator.id} {indicator.title} {indicator.note or ''}".casefold())
    return bool(names & own) or (is_code and key.indicator.casefold() in said)


def _has_unit(indicator: Indicator, unit: str) -> bool:
    return not unit or _bare(unit) == _bare(indicator.unit) or unit_named(unit) == (unit_named(indicator.unit) or "")


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w%]+", " ", text.casefold()).split())
