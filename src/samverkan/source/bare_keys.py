"""Keys in braces that no colon follows: the rest of a text with a comma in it, or a colon without its space."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.findings import Edit, Span
from samverkan.source.faults import Fault, point
from samverkan.source.quoting import quoted
from samverkan.words.groups import is_role
from samverkan.words.sentence import quoted as in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.source.events import Event
    from samverkan.words.sentence import FieldValue

_JOINED = re.compile(r"\A([a-z_]++):(?!//)(?=\S)")
_PARTED = re.compile(r"\A([a-z_]++) ++(?=\S)")
_FIGURES = re.compile(r"\A[0-9][0-9-]*+\Z")
"""A year, a day or a figure: no text that a comma could cut goes on after it."""
_CURLY = re.compile(r"[”“„]([^”“„\"]*)[”“]")
"""A text between the quotation marks of word processors, which are none in YAML."""
_PERSON = re.compile(r"[^\W\d_a-zåäö][\w.-]{0,30}(?: (?:af|av|de|von|[^\W\d_a-zåäö][\w.-]{0,30})){1,3}")
_OF_OTHERS = re.compile(r"\b(?:role|id|type|level|code):")
"""Keys beside a name that is not of a person, or of one whose role is told already."""
_MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class KeyWithoutValue:
    """A key in braces that no colon follows.

    Attributes:
        fault: what is said of it.
        spoils: the keys of what cannot be read because of it.
        meant: the key that it was meant to be, where only a space is missing.
    """

    fault: Fault
    spoils: tuple[str, ...]
    meant: str = ""


def fault_of(
    lines: Sequence[str],
    key: str,
    event: Event,
    before: tuple[str | None, Event] | None,
    cut: KeyWithoutValue | None,
) -> KeyWithoutValue | None:
    """Tell what a key in braces that has no value is; None where its value is only empty.

    Args:
        lines: the lines of the text.
        key: the key.
        event: the event that it was read from.
        before: the key and the value's event of the pair before it; None for the first.
        cut: what was found of the key just before, where that was the rest of a text too.
    """
    line, column, end = event.start_mark.line, event.start_mark.column, event.end_mark.column
    if line != event.end_mark.line or lines[line][end:].lstrip().startswith(":"):
        return None
    if left_out := _left_out(key, event, before, lines[line]):
        return left_out
    if before is None or type(before[1]).__name__ != "ScalarEvent" or _is_bare(before[1], lines):
        return None
    start = before[1].start_mark
    fields = {"value": in_words(key[:_MOST_SHOWN].rstrip("”“"))}
    where = cut.fault.span if cut else point(line, column, max(1, end - column))
    spoils = (key, before[0]) if before[0] is not None else (key,)
    raw = lines[line][start.column : end] if start.line == line else ""
    rest = _on_one_line(raw, key, point(line, start.column, len(raw)))
    sentence = "comma-in-curly-quotes" if _CURLY.fullmatch(raw) else "comma-in-braces"
    return KeyWithoutValue(Fault(sentence, where, cut.fault.fields if cut else fields, edit=rest), spoils)


def _on_one_line(raw: str, key: str, span: Span) -> Edit | None:
    """Write a cut text as it is to be; None where it stands on several lines, or is in quotes."""
    return Edit(span, *_written(raw, key)) if raw and raw[0] not in "\"'" else None


def _left_out(key: str, event: Event, before: tuple[str | None, Event] | None, written: str) -> KeyWithoutValue | None:
    """Tell whether all that is missing is the colon or the space after a key, or the key of a role after a name."""
    line, column = event.start_mark.line, event.start_mark.column
    if role := _role_after_name(key, event, before, written[:column]):
        return role
    place = point(line, column, len(key))
    if joined := _JOINED.match(key):
        edit = _put_in(" ", line, column + len(joined[1]) + 1, is_safe=True)
        return KeyWithoutValue(Fault("syntax-space", place, edit=edit), (joined[1],), joined[1])
    if before is not None and _is_figure(before[1]) and (parted := _PARTED.match(key)):
        edit = _put_in(":", line, column + len(parted[1]), is_safe=False)
        fault = Fault("syntax-colon-left-out", place, {"value": in_words(parted[1])}, edit=edit)
        return KeyWithoutValue(fault, (parted[1],), parted[1])
    return None


def _role_after_name(
    key: str, event: Event, before: tuple[str | None, Event] | None, above: str
) -> KeyWithoutValue | None:
    """Tell whether words after a person's name are the person's role, in braces that do not tell it yet."""
    is_text = before is not None and before[0] == "name" and type(before[1]).__name__ == "ScalarEvent"
    is_named = before is not None and is_text and _PERSON.fullmatch(before[1].value) is not None
    if not is_named or not is_role(key) or _OF_OTHERS.search(above[above.rfind("{") :]):
        return None
    line, column = event.start_mark.line, event.start_mark.column
    place = point(line, column, event.end_mark.column - column)
    said: dict[str, FieldValue] = {"value": in_words(key), "key": "role"}
    edit = _put_in("role: ", line, column, is_safe=False)
    return KeyWithoutValue(Fault("comma-before-role", place, said, edit=edit), (key, "name"))


def _put_in(mark: str, line: int, column: int, *, is_safe: bool) -> Edit:
    return Edit(Span(line + 1, column + 1, line + 1, column + 1), mark, is_safe=is_safe)


def _is_figure(value: Event) -> bool:
    return type(value).__name__ == "ScalarEvent" and _FIGURES.match(value.value) is not None


def _is_bare(value: Event, lines: Sequence[str]) -> bool:
    """Tell whether the key before has no value either: then the braces hold texts, and no text was cut."""
    start, end = value.start_mark, value.end_mark
    is_empty = (start.line, start.column) == (end.line, end.column)
    return is_empty and not lines[start.line][: start.column].rstrip(" ,").endswith(":")


def _written(raw: str, key: str) -> tuple[str, bool]:
    """Give a cut text as it is to be, and whether that is beyond doubt: a lone word could be a key of its own."""
    if re.fullmatch(r"-?\d+,\d+", raw):
        return raw.replace(",", "."), True
    if in_curly := _CURLY.fullmatch(raw):
        return quoted(in_curly[1]), True
    if re.fullmatch(r"[a-zåäö0-9-]{1,60}(?:, ?[a-zåäö0-9-]{1,60})+", raw):
        return f"[{raw}]", False  # ids: several where one was written
    return quoted(raw), re.fullmatch("[a-z_]+", key) is None
