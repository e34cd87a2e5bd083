"""Which place figures are of, seen from a situation picture: its own, a part of it, one to compare with, another."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samverkan.escape import visible
from samverkan.municipalities import bare_name, is_name_of, named, present_code, register
from samverkan.words.importing import IMPORTING
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from samverkan.importing.mapping import Mapping
    from samverkan.model.picture import Area, Indicator, SituationPicture
    from samverkan.words.sentence import Text

WHOLE = "whole"
"""What a mapping calls the place that a picture is of."""
_COUNTRY = frozenset({"riket", "hela landet", "sverige", "0000", "00", "hela riket", "sweden"})
COUNTRY = "Riket"


_WITH_CODE = re.compile(r"^[0-9]{2,4} (?=[A-ZÅÄÖ])")
"""The code that a table may have before the name of a place: ”2080 Falun”."""


@dataclass
class Places:
    """The places of a picture, and those that had none in it.

    Attributes:
        picture: the picture.
        mapping: what names mean.
    """

    picture: SituationPicture
    mapping: Mapping
    _others: list[str] = field(default_factory=list)

    def of(self, written: str) -> tuple[str, str] | None:
        """Give the id of the area of some figures, empty for the whole, and what they are to be compared as.

        None where they are of another place, or it cannot be told of which the picture is.
        """
        said = self.mapping.of("areas", written)
        written = _WITH_CODE.sub("", written)
        if not written and said is None:
            return "", ""
        if said is not None:
            return self._as_said(said)
        found = next((area for area in self.picture.areas if _is_named(area, written)), None)
        if found is not None:
            return ("" if [found] == self._tops else found.id or ""), ""
        if {bare_name(written), written} & _COUNTRY:
            return "", COUNTRY
        if not self.picture.areas and self._is_in_title(written):
            return "", ""
        self._others.append(written)
        return None

    def _as_said(self, said: str) -> tuple[str, str]:
        if said == WHOLE:
            return "", ""
        return (said, "") if any(area.id == said for area in self.picture.areas) else ("", said)

    @property
    def _tops(self) -> list[Area]:
        return [area for area in self.picture.areas if area.part_of is None]

    @staticmethod
    def is_whole(picture: SituationPicture, indicator: Indicator, area: str) -> bool:
        """Tell whether an indicator names the one area that is the whole of the picture."""
        tops = [one.id for one in picture.areas if one.part_of is None]
        return not area and len(tops) == 1 and indicator.area == tops[0]

    def _is_in_title(self, written: str) -> bool:
        name = register()[present_code(written)].name if present_code(written) in register() else written
        words = bare_name(self.picture.title).split()
        bare = bare_name(name).split()
        forms = (bare, [*bare[:-1], f"{bare[-1]}s"]) if bare else ()
        return any(words[i : i + len(bare)] in forms for i in range(len(words)))

    def left_out(self) -> list[Text]:
        """Tell of the places that the picture is not of."""
        if not self._others or not self.picture.areas:
            return []
        return [IMPORTING["other-area"].with_fields(names=FirstOf(self._names))]

    def unknown(self) -> list[Text]:
        """Tell that it is not known of which place the picture is."""
        if not self._others or self.picture.areas:
            return []
        return [IMPORTING["unknown-area"].with_fields(names=FirstOf(self._names), first=self._names[0])]

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(visible(name) for name in self._others))


def _is_named(area: Area, written: str) -> bool:
    if written.isdigit():
        return area.code is not None and present_code(written.zfill(4)) == present_code(area.code)
    own, bare = bare_name(area.name), bare_name(written)
    town = named(written)
    if town is not None and is_name_of(area.name, town):
        return True
    names = {own, own.removesuffix("s")}
    return bool(bare) and (bare in names or bare.removesuffix("s") in names)
