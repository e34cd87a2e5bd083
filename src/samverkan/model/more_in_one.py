"""A value that says more than its key can take, and the keys beside it that take the rest: ”37*”, ”2024-01-10 § 7”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.characters import plainly
from samverkan.model.choices import Unit
from samverkan.model.meant_numbers import digits, numbers_meant
from samverkan.model.meant_times import cadences_meant, date_apart, lengths_meant

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_FIGURE = r"-?[0-9]{1,9}(?: [0-9]{3}){0,3}(?:[.,][0-9]{1,6})?"
_PRELIMINARY = re.compile(rf"({_FIGURE}(?: ?%)?) ?(?:\*|\(?prel(?:iminär(?:t|a)?|\.)?\)?)", re.IGNORECASE)
_PARAGRAPH = re.compile(r"§§? ?[0-9]{1,4}(?:[–-][0-9]{1,4})?")
_AND_MORE = re.compile(r" (?=(?:samt|och|men|eller) )|, ")
_OF_UNIT = re.compile(rf"({_FIGURE}) (.+)")


def figure_and_status(value: str, key: str, free: Collection[str]) -> Iterator[dict[str, str]]:
    """Give a figure that is marked as preliminary, and the key that says so: ”37*”, ”37 (prel.)”."""
    found = _PRELIMINARY.fullmatch(value) if "status" in free else None
    if found:
        yield from ({key: number, "status": "preliminary"} for number, _ in numbers_meant(found[1]))


def day_and_paragraph(value: str, key: str, free: Collection[str]) -> Iterator[dict[str, str]]:
    """Give a day, and the paragraph of the minutes after it: ”2024-01-10 § 7”."""
    day, rest = date_apart(value)
    if day and "paragraph" in free and _PARAGRAPH.fullmatch(rest):
        yield {key: day, "paragraph": rest}


def often_and_more(value: str, key: str, free: Collection[str]) -> Iterator[dict[str, str]]:
    """Give how often, and what is said besides of when: ”en gång per kvartal samt vid behov”."""
    often, *more = _AND_MORE.split(value, maxsplit=1)
    if more and "when" in free:
        yield from ({key: name, "when": more[0]} for name, is_sure in cadences_meant(plainly(often)) if is_sure)


def figure_of_unit(value: str, unit: str) -> str:
    """Give the figure of a text that says after it the unit that is stated already; empty for any other text.

    Args:
        value: the text: ”9 380 per 100 000 invånare”.
        unit: the unit that stands above: `per-100000`.
    """
    found = _OF_UNIT.fullmatch(value)
    named = {name.casefold() for one in Unit if one == unit for name in (one.sv, one.en)}
    return digits(found[1]) if found and found[2].casefold().strip(" .") in named else ""


_NOTICE = re.compile(
    r"[^\W_]{1,12} (?:dagars|veckors|månaders|års) (?:(?:ömsesidig|skriftlig) )?(?:uppsägningstid|uppsägning|varsel)\b"
    r"|[^\W_]{1,12} (?:days|weeks|months|years)['’]? (?:written )?notice\b",
    re.IGNORECASE,
)


def notice_within(text: str) -> str:
    """Give the one time of notice that a text states among other words; empty where it states none, or several."""
    found = [length for said in _NOTICE.findall(text) for length, _ in lengths_meant(said)]
    return found[0] if len(found) == 1 else ""
