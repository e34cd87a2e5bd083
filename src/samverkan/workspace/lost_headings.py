"""Items right below another key, since the line with the key of their list is gone: the key is tried, and written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.model.fields import keys_of, part_at
from samverkan.model.kinds import KINDS, model_of
from samverkan.model.list_meant import lists_taking
from samverkan.model.load import load
from samverkan.model.remarks import value_at
from samverkan.source.edits import applied, of_lines
from samverkan.source.extents import Extents
from samverkan.source.faults import Fault, is_unreadable, point
from samverkan.source.reader import parse
from samverkan.words.hints import lines_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.source.relisted import Rows
    from samverkan.words.sentence import FieldValue

_STEP = 2


def lost_heading(text: str, lines: Sequence[str], rows: Rows, items: Sequence[Mapping[str, Any]]) -> Fault | None:
    """Write the key of a list above items that YAML cannot read; None where it is not one key that all is right with.

    Args:
        text: the text.
        lines: its lines.
        rows: the lines of the items.
        items: the items.
    """
    rest = "\n".join([*lines[: rows.first], *lines[rows.last + 1 :]])
    data, faults = parse(rest)
    kind = data.get("kind") if isinstance(data, dict) else None
    if is_unreadable(faults) or not items or not isinstance(kind, str) or kind not in KINDS:
        return None
    told = len(load(data).remarks)
    own = lines[rows.first]
    found = []
    for part, column in _parts_around(Extents(rest), rows.first, len(own) - len(own.lstrip(" "))):
        for key in _lists_of(part, kind, data, items):
            edit = of_lines(rows.first, [own], [f"{' ' * column}{key}:", own], is_safe=False)
            after, wrong = parse(applied(text, edit))
            if not is_unreadable(wrong) and len(load(after).remarks) <= told:
                said: dict[str, FieldValue] = {"key": key, "rows": lines_said(rows.first + 1, rows.last + 1)}
                place = point(rows.first, len(own) - len(own.lstrip(" ")), len(own.strip()))
                found.append(Fault("syntax-no-heading", place, said, edit=edit))
    return found[0] if len(found) == 1 else None


def _parts_around(extents: Extents, row: int, column: int) -> Iterator[tuple[KeyPath, int]]:
    """Give the parts that a list with its hyphens in a column can belong to at a line, and where their keys begin."""
    for own in (column - _STEP, column):
        above = [
            path
            for path, key in extents.keys.items()
            if key.start[0] < row and key.start[1] <= own and not key.in_braces
        ]
        nearest = max(above, key=lambda path: extents.keys[path].start, default=None)
        if nearest is not None and extents.keys[nearest].start[1] == own:
            yield nearest[:-1], own


def _are_like_those_around(path: KeyPath, model: type[Part], items: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether items are like the one that a part is in or is, so that they only stand too far in."""
    keys = {key for one in items for key in one}
    around = (part_at(model, path[:length]) for length, step in enumerate(path) if isinstance(step, int))
    return any(one is not None and keys <= keys_of(one).keys() for one in around)


def _lists_of(path: KeyPath, kind: str, data: Any, items: Sequence[Mapping[str, Any]]) -> list[str]:
    """Give the keys of lists that a part lacks, and that items like some belong under."""
    model, around = model_of(kind), value_at(data, path)
    part = part_at(model, path)
    is_plain = all(len(one) == 1 for one in items)
    if part is None or not isinstance(around, dict) or is_plain or _are_like_those_around(path, model, items):
        return []
    if not around.keys() <= keys_of(part).keys():
        return []
    return [key for key in lists_taking([dict(one) for one in items], part, around) if key not in around]
