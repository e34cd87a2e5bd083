"""Texts that YAML cannot read since items stand too far in or out, or below the keys of something else.

The parser stops at the line that does not fit, which is seldom the one that is wrong. Where the items were meant to
stand is tried, and kept where least is wrong with the document that comes of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from samverkan.model.fields import field_at
from samverkan.model.kinds import KINDS, model_of
from samverkan.model.list_meant import lists_taking
from samverkan.model.load import load
from samverkan.source.edits import applied, of_lines
from samverkan.source.extents import Extents
from samverkan.source.faults import Fault, is_unreadable, point
from samverkan.source.lines import lines_of
from samverkan.source.reader import parse
from samverkan.source.relisted import Rows, put_in
from samverkan.words.hints import key_said, lines_said
from samverkan.workspace.lost_headings import lost_heading
from samverkan.workspace.tables_meant import with_items, with_items_of_tabs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.findings import Edit
    from samverkan.model.base import Part
    from samverkan.words.sentence import Text

_MOST_CHARACTERS = 100_000
_MOST_ITEMS = 4
_LINES_NEAR = 2
_ABOUT_INDENTS = frozenset({"syntax-indent", "syntax-indent-item", "syntax-indent-keys", "syntax-indent-one"})
_OF_HEADINGS = frozenset({"syntax-colon", "syntax-other"})
"""What the parser can say too where the line with the key of a list is gone."""
_TABLES = {"syntax-table": with_items, "tab-columns": with_items_of_tabs}
_HYPHEN = re.compile(r"\A( *+)- ")
_KEY_AT_EDGE = re.compile(r"\A([a-z_]++):")


class _Tried(NamedTuple):
    """A fault with the edit that mends it, and how much is wrong with the document then."""

    wrong: int
    fault: Fault


def told_as_meant(text: str, faults: Sequence[Fault]) -> list[Fault]:
    """Tell of the items that do not fit where they stand, for a line after them at which the parser stopped.

    Args:
        text: the text.
        faults: what is wrong with it, that at which the parser stopped last.
    """
    said = faults[-1]
    told = _TABLES.get(said.sentence)
    if told is not None and len(text) <= _MOST_CHARACTERS:
        return [*faults[:-1], told(text, said)]
    is_about_indents = said.sentence in _ABOUT_INDENTS
    if not (is_about_indents or said.sentence in _OF_HEADINGS) or len(text) > _MOST_CHARACTERS:
        return list(faults)
    lines = lines_of(text)
    row = _item_near(lines, said.span.line - 1)
    if row is None:
        return list(faults)
    rows = _rows_of_items(lines, row)
    headed = lost_heading(text, lines, rows, _items(lines[rows.first : rows.last + 1]))
    if headed or not is_about_indents:
        return [*faults[:-1], headed or said]
    return [*faults[:-1], _best(text, lines, row, said)]


def _item_near(lines: Sequence[str], stopped: int) -> int | None:
    """Give the line of the item where the parser stopped, or right above."""
    near = range(stopped, max(-1, stopped - _LINES_NEAR), -1)
    return next((i for i in near if _HYPHEN.match(lines[i])), None)


def _best(text: str, lines: Sequence[str], row: int, said: Fault) -> Fault:
    """Give what makes least wrong of the ways to move items; what is said already where none helps."""
    tried = [one for fault in (said, *_items_further_in(lines, row)) if (one := _tried(text, fault))]
    tried += filter(None, [_in_another_list(text, lines, row)])
    best = min(tried, key=lambda one: one.wrong, default=None)
    return best.fault if best else said


def _tried(text: str, fault: Fault) -> _Tried | None:
    """Read a text with an edit made; None where it cannot be read then either."""
    if fault.edit is None:
        return None
    data, faults = parse(applied(text, fault.edit))
    if is_unreadable(faults) or data is None:
        return None
    return _Tried(len(load(data).remarks), fault)


def _items_further_in(lines: Sequence[str], row: int) -> Iterator[Fault]:
    """Move one or several items right above an item as far in as that one stands."""
    column = _indent(lines[row])
    first = _begins_above(lines, row, column - 1)
    own = _indent(lines[first]) if first is not None else column
    for _ in range(_MOST_ITEMS):
        if first is None or not _HYPHEN.match(lines[first]) or not own == _indent(lines[first]) < column:
            return
        new = [" " * (column - own) + line if line.strip() else line for line in lines[first:row]]
        edit = of_lines(first, lines[first:row], new, is_safe=False)
        yield Fault("syntax-indent-item", point(first, own), edit=edit)
        first = _begins_above(lines, first, own)


def _begins_above(lines: Sequence[str], row: int, column: int) -> int | None:
    """Give the line of the nearest item above a line that stands no further in than a column, or what ends its list."""
    above = (i for i in range(row - 1, -1, -1) if lines[i].strip() and _indent(lines[i]) <= column)
    first = next(above, None)
    if first is None or _HYPHEN.match(lines[first]):
        return first
    return next((i for i in above if _HYPHEN.match(lines[i]) or not _indent(lines[i])), None)


def _in_another_list(text: str, lines: Sequence[str], row: int) -> _Tried | None:
    """Move items that stand below the keys of something else to the list at the top that has items like them."""
    rows = _rows_of_items(lines, row)
    rest = "\n".join([*lines[: rows.first], *lines[rows.last + 1 :]])
    data, faults = parse(rest)
    items = _items(lines[rows.first : rows.last + 1])
    kind = data.get("kind") if isinstance(data, dict) else None
    if is_unreadable(faults) or not items or not isinstance(kind, str) or kind not in KINDS:
        return None
    model = model_of(kind)
    targets = lists_taking(items, model, data)
    edit = put_in(lines, rows, Extents(rest), targets[0]) if len(targets) == 1 else None
    if edit is None or not _is_moved(text, edit, data, items, targets[0]):
        return None
    made = _told(lines, rows, targets[0], model, edit)
    tried = _tried(text, made) if made else None
    return tried if tried and tried.wrong <= len(load(data).remarks) else None


def _items(lines: Sequence[str]) -> list[dict[str, Any]]:
    """Read items from their lines; none where one is a text or cannot be read."""
    items, faults = parse("\n".join(line[_indent(lines[0]) :] for line in lines))
    if not isinstance(items, list) or is_unreadable(faults):
        return []
    parts = [one for one in items if isinstance(one, dict)]
    return parts if len(parts) == len(items) else []


def _is_moved(text: str, edit: Edit, data: Any, items: Any, target: str) -> bool:
    return bool(parse(applied(text, edit))[0] == {**data, target: [*(data.get(target) or []), *items]})


def _rows_of_items(lines: Sequence[str], row: int) -> Rows:
    """Give the lines of an item and of those that follow it as far in."""
    column, last, end = _indent(lines[row]), row, row + 1
    while end < len(lines):
        line = lines[end]
        if line.strip() and (_indent(line) < column or (_indent(line) == column and not _HYPHEN.match(line))):
            break
        last = end if line.strip() else last
        end += 1
    return Rows(row, last)


def _told(lines: Sequence[str], rows: Rows, target: str, model: type[Part], edit: Edit) -> Fault | None:
    """Say where items belong; None where they stand under no key at the top."""
    keys = (_KEY_AT_EDGE.match(line) for line in reversed(lines[: rows.first]))
    here = next((key[1] for key in keys if key), None)
    if here is None or here == target:
        return None
    fields = {
        "there": _named(target, model),
        "here": _named(here, model),
        "rows": lines_said(rows.first + 1, rows.last + 1),
    }
    line = lines[rows.first]
    return Fault("syntax-wrong-list", point(rows.first, _indent(line), len(line.strip())), fields, edit=edit)


def _named(key: str, model: type[Part]) -> Text:
    field = field_at(model, (key,))
    return key_said(key, (field.title if field else None) or key)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
