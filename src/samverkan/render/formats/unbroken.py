"""What stands on one line: a number with blanks, a number and its unit, a paragraph of a law, a date."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from samverkan.model.said_times import MONTHS_EN, MONTHS_SV
from samverkan.render.formats.tree import is_leaf

_BEFORE = ("den", "nr", "no", r"kap\.", r"kl\.", r"s\.", r"p\.", "§§?", "cirka", "ca", "år", "bilaga", "annex")
_BEFORE_NUMBER = re.compile(rf"(?:^|[(”\"])(?:{'|'.join((*_BEFORE, *MONTHS_SV, *MONTHS_EN))})$", re.IGNORECASE)
_IN_NUMBERS = ".,:–-"
_YEAR = re.compile(r"(?:^|[–-])(?:19|20)[0-9]{2}\Z")
_NUMBER = re.compile(r"[0-9]")
_THOUSANDS, _NEXT_THREE = re.compile(r"[0-9]{1,3}"), re.compile(r"[0-9]{3}(?![0-9])")
_IN_BLANKS = re.compile(r"(?<![\w.,])([0-9]{1,3}) (?=[0-9]{3}(?![0-9]))")
_NO_WORDS = re.compile(r"(<(style|script|svg)\b.*?</\2>|<[^<>]*>)", re.DOTALL)
_UNIT = re.compile(r"[a-zåäö§%°][\wåäö-]*", re.IGNORECASE)
_LONGEST_UNIT = 12
_SHORT, _LONGEST_BEFORE, _LONG_PARAGRAPH = 6, 20, 12
_MONTH = f"(?:{'|'.join((*MONTHS_SV, *MONTHS_EN))})"
_PARTED = re.compile(
    rf"(?:(?<![\w.])[0-9]{{1,2}} (?={_MONTH}\b)|\b{_MONTH} (?=[0-9]{{4}}\b)|§ (?=[0-9])|(?<![0-9])[0-9]+ (?=§))"
)
_SMALL_WORDS = "och eller till av i på som har är and or to of in has is"
_NO_UNITS = frozenset(_SMALL_WORDS.split())


def with_unbroken(node: Any) -> Any:
    """Put no-break spaces where a line must not end.

    Args:
        node: blocks, or any part of pandoc's tree.
    """
    if isinstance(node, list):
        return _joined([part if is_leaf(part) else with_unbroken(part) for part in node])
    if not isinstance(node, dict) or "c" not in node:
        return node
    content = with_unbroken(node["c"])
    return {**node, "c": _with_end(content) if node["t"] in {"Para", "Plain"} else content}


def _with_end(inlines: list[Any]) -> list[Any]:
    """Let no short word stand alone on the last line of a paragraph."""
    if len(inlines) < _LONG_PARAGRAPH or not _is_word(inlines[-1]) or not _are_two(inlines[:-1]):
        return inlines
    last, before = inlines[-1]["c"], inlines[-3]["c"]
    is_short = len(last) < _SHORT and len(before) < _LONGEST_BEFORE
    return [*inlines[:-3], {"t": "Str", "c": f"{before}\u00a0{last}"}] if is_short else inlines


def _joined(parts: list[Any]) -> list[Any]:
    """Put together the words of each run between which no line must end."""
    spaces = {i for i, part in enumerate(parts) if _is_space(part) and _is_within(parts, i)}
    if not spaces:
        return parts
    found: list[Any] = []
    start = 0
    while start < len(parts):
        end = start
        while end + 1 in spaces:
            end += 2
        words = parts[start : end + 1 : 2]
        found.append(parts[start] if end == start else {"t": "Str", "c": "\u00a0".join(word["c"] for word in words)})
        start = end + 1
    return found


def _is_space(part: Any) -> bool:
    return isinstance(part, dict) and part["t"] == "Space"


def _is_within(parts: list[Any], place: int) -> bool:
    """Tell whether a space stands between two words that belong on one line."""
    before, after = parts[max(place - 1, 0)], parts[min(place + 1, len(parts) - 1)]
    return _is_word(before) and _is_word(after) and is_one(before["c"], after["c"])


def _is_word(part: Any) -> bool:
    return isinstance(part, dict) and part.get("t") == "Str"


def _are_two(found: list[Any]) -> bool:
    """Tell whether a list ends with a word and a space."""
    return len(found) > 1 and _is_space(found[-1]) and _is_word(found[-2])


def is_one(word: str, after: str) -> bool:
    """Tell whether a line must not end between two words: ”22 januari”, ”3 §”, ”200 timmar”, ”den 5”."""
    last = word.rpartition("\u00a0")[2]
    number = _number_at_end(last)
    if not number:
        return bool(_NUMBER.match(after) and _BEFORE_NUMBER.search(last))
    if _THOUSANDS.fullmatch(number) and _NEXT_THREE.match(after):
        return True
    unit = _UNIT.match(after)
    return unit is not None and not _YEAR.search(number) and _is_unit(unit[0])


def _number_at_end(word: str) -> str:
    if not word[-1:].isdigit():
        return ""
    before = word.rstrip("0123456789" + _IN_NUMBERS)
    number = word[len(before) :].lstrip(_IN_NUMBERS)
    is_part_of_word = number == word[len(before) :] and before[-1:].isalnum()
    return "" if is_part_of_word else number


def _is_unit(word: str) -> bool:
    return len(word) <= _LONGEST_UNIT and word not in _NO_UNITS and word[:1] == word[:1].lower()


def unbroken(text: str) -> str:
    """Write a web page with spaces that do not break in dates and numbers, and between a number and ”§”."""
    parted = _PARTED.sub(lambda found: found[0][:-1] + "\u00a0", text)
    ends = [0, *(end for found in _NO_WORDS.finditer(parted) for end in found.span()), len(parted)]
    return "".join(
        part if i % 2 else _IN_BLANKS.sub("\\1\u00a0", part)
        for i, part in enumerate(parted[start:end] for start, end in pairwise(ends))
    )
