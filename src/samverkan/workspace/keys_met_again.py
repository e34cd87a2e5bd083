"""Keys that stand twice in a part: an item that has lost its first line, or two values of a key that takes several."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from samverkan.findings import Edit, Span
from samverkan.model.examples import example
from samverkan.model.fields import field_at, keys_of, may_be_list, part_at
from samverkan.model.load import load
from samverkan.model.mends import as_id
from samverkan.source.edits import applied, of_lines
from samverkan.source.faults import Fault
from samverkan.source.line_parts import end_of_code
from samverkan.source.lines import lines_of
from samverkan.source.reader import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.base import Part

_STEP = 2
_FEWEST = 2
_MOST_BETWEEN = 40
_MOST_TRIED = 20
_MOST_AS_LISTS = 2
"""Of those for which the text is read anew: it is no slip where there are more."""
_WORDS_OF_ID = 3
_TWICE = "duplicate-key"
_FIRST_OF_ITEM = re.compile(r"\A(?P<lead> *+-[ ]++)(?P<key>[a-z_]++):(?: |\Z)")
_DATE = re.compile(r"\bdate: [\"']?([0-9]{4}(?:-[0-9]{2}){0,2})")


def told_of_keys_met_again(text: str, data: Any, faults: Sequence[Fault], model: type[Part]) -> list[Fault]:
    """Tell in one of the keys that an item without its first line repeats, and write two values as a list.

    Args:
        text: the text.
        data: its plain data.
        faults: what is wrong with the text.
        model: the model of the document.
    """
    again = [fault for fault in faults if fault.sentence == _TWICE]
    if not 0 < len(again) <= _MOST_TRIED:
        return list(faults)
    told, lines = [fault for fault in faults if fault.sentence != _TWICE], lines_of(text)
    for place, found in groupby(again, lambda fault: fault.path[:-1]):
        group = list(found)
        item = _item_without_first_line(lines, place, group, model)
        is_few = len(again) <= _MOST_AS_LISTS
        told += [item] if item else [_with_list(text, data, fault, model) if is_few else fault for fault in group]
    return told


def _item_without_first_line(
    lines: Sequence[str], place: KeyPath, group: Sequence[Fault], model: type[Part]
) -> Fault | None:
    """Tell that an item has lost its first line where several keys of the one above are met again."""
    part = part_at(model, place) if place and isinstance(place[-1], int) else None
    if len(group) < _FEWEST or part is None:
        return None
    begins, span = _first_of_group(lines, group), group[0].span
    key = begins["key"] if begins else None
    if begins is None or key is None or key not in keys_of(part):
        return None
    value = _new_id(lines, span) if key == "id" else example(part, key)
    edit = Edit(Span(span.line, 1, span.line, 1), f"{begins['lead']}{key}: {value}\n", is_example=True)
    return Fault("no-first-line", span, {"key": key}, (*place, group[0].path[-1]), edit=edit)


def _first_of_group(lines: Sequence[str], group: Sequence[Fault]) -> re.Match[str] | None:
    """Give the first line of the item that holds some keys twice, none of which is on it, and one after the other."""
    span, firsts = group[0].span, [fault.first.line for fault in group if fault.first]
    if max(firsts) >= span.line or any(fault.span.column != span.column for fault in group):
        return None
    begins = _first_of_item(lines, min(firsts) - 1, span.column - 1)
    return begins if begins and begins["key"] not in {fault.path[-1] for fault in group} else None


def _first_of_item(lines: Sequence[str], row: int, column: int) -> re.Match[str] | None:
    """Give the line with the hyphen of the item that a key stands in; None where the key stands on that line."""
    for number in range(row - 1, -1, -1):
        found = _FIRST_OF_ITEM.match(lines[number])
        if found and found.end("lead") == column:
            return found
        if lines[number].strip() and len(lines[number]) - len(lines[number].lstrip(" ")) < column:
            return None
    return None


def _new_id(lines: Sequence[str], span: Span) -> str:
    """Make an id of what the first line that is left says."""
    said = lines[span.line - 1][span.column - 1 :].partition(":")[2]
    made = as_id(" ".join(said.split()[:_WORDS_OF_ID]), "ett-id")
    return f"{made}-2" if any(f"id: {made}" in line for line in lines) else made


def _with_list(text: str, data: Any, fault: Fault, model: type[Part]) -> Fault:
    """Write the two values of a key as a list where it takes several; give the fault as it is where it takes one."""
    field = field_at(model, fault.path)
    if fault.edit is not None or fault.first is None or field is None or not may_be_list(field.annotation):
        return fault
    edit = _as_list(lines_of(text), fault.first, fault.span, str(fault.path[-1]))
    if edit is None:
        return fault
    after, faults = parse(applied(text, edit))
    places = {one.path for one in faults if one.sentence == _TWICE}
    is_better = fault.path not in places and len(load(after).remarks) <= len(load(data).remarks)
    return replace(fault, sentence="several-values", edit=edit) if is_better else fault


def _as_list(lines: Sequence[str], first: Span, again: Span, key: str) -> Edit | None:
    row, other, column = first.line - 1, again.line - 1, again.column - 1
    head = lines[row][: column + len(key) + 1]
    last, end = _last_of_value(lines, row, column), _last_of_value(lines, other, column)
    between = lines[last + 1 : other] if any(map(str.strip, lines[last + 1 : other])) else []
    if first.column != again.column or not head.endswith(f"{key}:") or len(between) > _MOST_BETWEEN:
        return None
    one, two = (_items(lines, begin, final, column, key) for begin, final in ((row, last), (other, end)))
    if not one or not two:
        return None
    items = sorted([*one, *two], key=_date) if all(map(_date, [*one, *two])) else [*one, *two]
    new = [head, *(line for item in items for line in item), *between]
    return of_lines(row, lines[row : end + 1], new, is_safe=False)


def _last_of_value(lines: Sequence[str], row: int, column: int) -> int:
    """Give the last line of what stands under a key."""
    last = row
    for number in range(row + 1, len(lines)):
        line = lines[number]
        if line.strip() and _indent(line) <= column and not line.startswith(f"{' ' * column}- "):
            break
        last = number if line.strip() else last
    return last


def _items(lines: Sequence[str], row: int, last: int, column: int, key: str) -> list[list[str]]:
    """Give the lines of a value as those of items; none where it is neither braces nor keys nor a list with hyphens."""
    lead, line = " " * (column + _STEP), lines[row]
    beside = line[column + len(key) + 1 : end_of_code(line)].strip()
    if beside:
        return [[f"{lead}- {line[column + len(key) + 1 :].strip()}"]] if beside[0] == "{" and last == row else []
    below = [one for one in lines[row + 1 : last + 1] if one.strip()]
    if not below or below[0].lstrip()[0] in "#[{":
        return []
    own = _indent(below[0])
    if below[0][own : own + 2] != "- ":
        moved = [f"{lead}  {one[own:]}" for one in below]
        return [[f"{lead}- {moved[0].lstrip()}", *moved[1:]]]
    items = list[list[str]]()
    for one in below:
        if one[own : own + 2] == "- ":
            items.append([])
        items[-1].append(lead + one[own:])
    return items


def _date(item: Sequence[str]) -> str:
    found = _DATE.search(" ".join(item))
    return found[1] if found else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
