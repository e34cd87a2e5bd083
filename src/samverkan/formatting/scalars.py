"""How a text is written: with quotes only where a reader of YAML needs them, and long prose over several lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from samverkan.model.dates import CoarseDate, End, EndOrNext, Start
from samverkan.model.fields import text_field_at, types_in
from samverkan.source.quoting import quoted

if TYPE_CHECKING:
    from samverkan.findings import KeyPath
    from samverkan.formatting.tree import Scalar
    from samverkan.model.document import DocumentModel

LONGEST = 120
"""How long a line may be before what stands on it gets lines of its own."""
_WIDTH = 110
"""How far prose goes that is wrapped."""

# What cannot stand without quotes: between brackets more than elsewhere.
_NOT_PLAIN = re.compile(r"""\A[\[\]{},#&*!|>'"%@`]|\A[-?:](?:\s|\Z)|\A(?:---|\.\.\.)|:(?:\s|\Z)|\s#|\A\s|\s\Z""")
_NOT_IN_BRACKETS = re.compile(r"[\[\]{},:]|\A\?")
# What some reader of YAML takes for no value, true or false, a number, a day or a merge.
_NO_TEXT = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?\.(?:inf|nan)"
    r"|[-+]?\.?[0-9][0-9_]*(?:[.:][0-9_]*)*(?:e[-+]?[0-9]+)?|0[xob][0-9a-f_]+"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[t 0-9:.z+-]*",
    re.IGNORECASE,
)
_NUMBER_DAY_OR_TRUTH = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|true|false")
_BREAK = re.compile(r"(?<=\S) (?=\S)")
_UNSEEN = re.compile(r"[\t\r]")
_IN_CODES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_BLOCKS = frozenset({"|", ">"})
_DATES = frozenset({CoarseDate, Start, End, EndOrNext})


@dataclass(frozen=True, slots=True)
class Place:
    """What may stand at a place: text alone, a date, or what the model does not know."""

    is_known: bool = False
    is_text: bool = False
    is_date: bool = False


def place_at(model: type[DocumentModel], path: KeyPath) -> Place:
    """Tell what may stand at a place of a document.

    Args:
        model: what the document is read as.
        path: the place.
    """
    return _place_at(model, tuple(step for step in path if isinstance(step, str)))


@lru_cache(maxsize=4096)
def _place_at(model: type[DocumentModel], path: KeyPath) -> Place:
    field = text_field_at(model, path)
    if field is None:
        return Place()
    found = set(types_in(field.annotation)) - {type(None)}
    of_text = {one for one in found if isinstance(one, type) and issubclass(one, str)}
    return Place(is_known=True, is_text=found == of_text, is_date=bool(found) and found <= _DATES)


def canonical(text: str, place: Place) -> str:
    """Give a text as it is to be: a date in figures, such as `2024-05-03` for ”3 maj 2024”; else to the letter."""
    if not place.is_date:
        return text
    try:
        read = CoarseDate.parse(text.strip())
    except ValueError:
        return text
    return text if read.said else str(read)


def on_one_line(scalar: Scalar, place: Place, *, in_brackets: bool = False) -> str:
    """Write a text on one line.

    Args:
        scalar: what is to be written; not empty.
        place: what may stand there.
        in_brackets: whether it stands between brackets or braces.
    """
    text = canonical(scalar.text or "", place)
    if _is_coded(scalar):
        return scalar.raw
    if not text or "\n" in text or _UNSEEN.search(text):
        return coded(text)
    return text if _is_plain(text, scalar.style, place, in_brackets=in_brackets) else quoted(text)


def key_on_one_line(text: str) -> str:
    """Write a key."""
    if not text or "\n" in text or _UNSEEN.search(text):
        return coded(text)
    return (
        quoted(text) if _NOT_PLAIN.search(text) or _NOT_IN_BRACKETS.search(text) or _NO_TEXT.fullmatch(text) else text
    )


def coded(text: str) -> str:
    """Write a text between quotes with the codes of YAML for what cannot stand there."""
    return '"' + "".join(_IN_CODES.get(character, character) for character in text) + '"'


def as_block(scalar: Scalar, place: Place, column: int, before: int) -> tuple[str, list[str]] | None:
    """Write a text on lines of its own, where it has several or is too long for the one that it begins on.

    Args:
        scalar: what is to be written; not empty.
        place: what may stand there.
        column: how far in its lines stand.
        before: how much goes before it on the line of its key.

    Returns:
        The mark of the block and its lines, not yet moved in; None where the text is to stand after its key.
    """
    text = scalar.text or ""
    body = text.rstrip("\n")
    if not body.strip() or _UNSEEN.search(text) or _is_coded(scalar):
        return None
    style = _block_style(scalar, place, before)
    if style is None:
        return None
    lines, kept = body.split("\n"), [""] * (len(text) - len(body) - 1)
    if style == ">":
        return style + _chomping(text, body), _folded(lines, _WIDTH - column) + kept
    begins_plainly = lines[0] and not lines[0].startswith(" ")
    return style + ("" if begins_plainly else "2") + _chomping(text, body), lines + kept


def _block_style(scalar: Scalar, place: Place, before: int) -> str | None:
    """Choose between lines as they are and lines that are wrapped; None where neither is needed."""
    text = scalar.text or ""
    lines = text.rstrip("\n").split("\n")
    can_wrap = bool(lines[0]) and all(line == line.strip(" ") for line in lines)
    if "\n" in text or scalar.style in _BLOCKS:
        return ">" if can_wrap and scalar.style == ">" else "|"
    return ">" if can_wrap and _is_long(scalar, place, before) else None


def _is_long(scalar: Scalar, place: Place, before: int) -> bool:
    """Tell whether a text goes too far on the line of its key, and has spaces to break it at."""
    return before + len(on_one_line(scalar, place)) > LONGEST and _BREAK.search(scalar.text or "") is not None


def _is_plain(text: str, style: str, place: Place, *, in_brackets: bool) -> bool:
    """Tell whether a text can stand without quotes and is not taken for something else there."""
    if _NOT_PLAIN.search(text) or (in_brackets and _NOT_IN_BRACKETS.search(text)):
        return False
    if not _NO_TEXT.fullmatch(text):
        return True
    if place.is_text:
        return False
    return not style or (place.is_known and _NUMBER_DAY_OR_TRUTH.fullmatch(text) is not None)


def _is_coded(scalar: Scalar) -> bool:
    """Tell whether what cannot be seen is written with codes on one line, which show it: these stay."""
    text = scalar.text or ""
    shows = scalar.style == '"' and "\\" in scalar.raw and "\n" not in scalar.raw and "\r" not in scalar.raw
    return shows and not text.replace("\n", "").isprintable()


def _wrapped(text: str, width: int) -> list[str]:
    """Break a text between words that one space parts, where a folded block has that space again."""
    rows = [""]
    for word in _BREAK.split(text):
        if rows[-1] and len(rows[-1]) + 1 + len(word) <= width:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows[1:]


def _folded(lines: list[str], width: int) -> list[str]:
    """Write lines so that a folded block has them again: each end of a line is one more empty line there."""
    rows: list[str] = []
    for i, line in enumerate(lines):
        rows += [*([""] if i and line else []), *(_wrapped(line, width) if line else [""])]
    return rows


def _chomping(text: str, body: str) -> str:
    """Give the mark for the ends of lines after a text: none, one, or all that there are."""
    ends = len(text) - len(body)
    return "-" if not ends else "" if ends == 1 else "+"
