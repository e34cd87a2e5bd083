"""Tables of a word processor below the key of a list: their rows as items, where their heads are words for keys."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from samverkan.model.fields import field_at, may_be_list, part_at
from samverkan.model.kinds import KINDS, model_of
from samverkan.model.load import load
from samverkan.source.edits import applied, of_lines
from samverkan.source.extents import Extents
from samverkan.source.faults import Fault, is_unreadable, point
from samverkan.source.lines import lines_of
from samverkan.source.quoting import scalar
from samverkan.source.reader import parse
from samverkan.source.tables import Table, table_around

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.findings import Edit, KeyPath, Mend, Remark
    from samverkan.model.load import Loaded

_MOST_ROWS = 20
_MOST_MENDED = 60
_STEP = 2
_KEY_AT_EDGE = re.compile(r"\A([a-z_]++):[ ]*+(?:#.*+)?\Z")
_BARS = re.compile(r"\s\|\s")
_WRONG_TYPE = "wrong-type"


class _Items(NamedTuple):
    """The rows of a table as items of a list, in the text that they stand in.

    Attributes:
        key: the key of the list, at the top of the document.
        text: the text.
        first: the line of the first of them, from 0, one on each line.
        size: how many they are.
    """

    key: str
    text: str
    first: int
    size: int


def with_items(text: str, fault: Fault) -> Fault:
    """Give what is said of a table with its rows as items; as it is where its heads are no words for keys.

    Args:
        text: the text.
        fault: what is said of the table, at its first line.
    """
    lines = lines_of(text)
    table = table_around(lines, fault.span.line - 1)
    edit = _edit(lines, table) if table and fault.edit is None else None
    return replace(fault, edit=edit) if edit else fault


def with_items_of_tabs(text: str, fault: Fault) -> Fault:
    """Do the same where tabs part the columns.

    Args:
        text: the text.
        fault: what is said of the table, at its first line.
    """
    lines = lines_of(text)
    barred = "\n".join(line.replace("\t", " | ") for line in lines)
    edit = with_items(barred, Fault(fault.sentence, fault.span)).edit
    if edit is None:
        return fault
    span = edit.span
    old = lines[span.line - 1 : span.end_line]
    return replace(fault, edit=of_lines(span.line - 1, old, lines_of(edit.text), is_safe=False))


def tables_in_lists(text: str, data: Any, loaded: Loaded) -> tuple[list[Fault], list[Remark]]:
    """Tell of the tables that are read as texts where lists belong.

    Args:
        text: the text.
        data: its plain data.
        loaded: what these are read as.

    Returns:
        What is said of the tables, and what else is wrong.
    """
    told: list[Fault] = []
    others: list[Remark] = []
    for made in loaded.remarks:
        written = data.get(made.path[0]) if made.rule == _WRONG_TYPE and len(made.path) == 1 else None
        row = _row(text, made.path) if isinstance(written, str) and _BARS.search(written) else None
        lines = lines_of(text) if row is not None else []
        if row is None or table_around(lines, row) is None:
            others.append(made)
        else:
            place = point(row, len(lines[row]) - len(lines[row].lstrip()), len(lines[row].strip()))
            told.append(with_items(text, Fault("syntax-table", place)))
    return told, others


def _row(text: str, path: KeyPath) -> int | None:
    value = Extents(text).values.get(path)
    return value.start[0] if value else None


def _edit(lines: Sequence[str], table: Table) -> Edit | None:
    above = next((line for line in reversed(lines[: table.first]) if line.strip()), "")
    key = _KEY_AT_EDGE.match(above)
    items = _as_items(lines, table, key[1]) if key and len(table.rows) <= _MOST_ROWS else None
    mended = _mended(items) if items else None
    if mended is None:
        return None
    new = lines_of(mended)[table.first : table.first + len(table.rows)]
    return of_lines(table.first, lines[table.first : table.last + 1], new, is_safe=False)


def _as_items(lines: Sequence[str], table: Table, key: str) -> _Items | None:
    """Write the rows with the heads for keys; None where the key is not that of a list."""
    lead = " " * _STEP
    pairs = [
        [f"{head.casefold()}: {scalar(cell)}" for head, cell in zip(table.heads, row, strict=True) if cell]
        for row in table.rows
    ]
    written = [f"{lead}- {{{', '.join(row)}}}" for row in pairs]
    text = "\n".join([*lines[: table.first], *written, *lines[table.last + 1 :]])
    data, faults = parse(text)
    kind = data.get("kind") if isinstance(data, dict) and not is_unreadable(faults) else None
    if not isinstance(kind, str) or kind not in KINDS:
        return None
    field, part = field_at(model_of(kind), (key,)), part_at(model_of(kind), (key,))
    is_list = field is not None and part is not None and may_be_list(field.annotation)
    return _Items(key, text, table.first, len(written)) if is_list else None


def _mended(items: _Items) -> str | None:
    """Mend the keys and values of items one by one; None where a key is left that nobody knows."""
    text = items.text
    for _ in range(_MOST_MENDED):
        data, _ = parse(text)
        own = list(_own(load(data).remarks, items))
        edit = next((one for one in _edits(text, own) if _is_within(one, items)), None)
        if edit is None:
            return None if any(made.rule == "unknown-key" for made in own) else text
        text = applied(text, edit)
    return None


def _edits(text: str, remarks: Sequence[Remark]) -> Iterator[Edit]:
    extents = Extents(text)
    mends = ((made.mend, made.path) for made in remarks if made.mend and not made.mend.is_example)
    edits = (extents.edit(mend, path) for mend, path in mends if not _says_head(mend, path))
    return filter(None, edits)


def _says_head(mend: Mend, path: KeyPath) -> bool:
    """Tell whether a mend makes a value of a key: what stands at the head of a table is said of none of its rows."""
    lines = str(mend.text).split("\n")
    return len(lines) > 1 and lines[0].endswith(f": {scalar(str(path[-1]))}")


def _own(remarks: Sequence[Remark], items: _Items) -> Iterator[Remark]:
    for made in remarks:
        step = made.path[1] if made.path[:1] == (items.key,) and len(made.path) > 1 else None
        if isinstance(step, int) and step < items.size:
            yield made


def _is_within(edit: Edit, items: _Items) -> bool:
    """Tell whether an edit changes a part of a line, that of one of the items."""
    row = edit.span.line - 1
    return row == edit.span.end_line - 1 and "\n" not in edit.text and items.first <= row < items.first + items.size
