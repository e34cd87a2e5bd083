"""Lists whose items were written under their names: how they come to be items that begin with a hyphen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkan.findings import KeyPath
    from samverkan.source.extents import Extent

_STEP = 2


def keyed(
    lines: Sequence[str], keys: Mapping[KeyPath, Extent], values: Mapping[KeyPath, Extent], path: KeyPath, to: str
) -> Edit | None:
    """Tell how a mapping is written as the list that its keys name the items of; None where its lines do not allow it.

    A key over a list of items becomes a comment: it is their heading.

    Args:
        lines: the lines of the text.
        keys: the extents of its keys.
        values: those of its values.
        path: where the mapping stands.
        to: the key that names an item, a space, and the key of an item that is no more than a text.
    """
    whole = values[path]
    first, column, last = *whole.start, whole.end[0]
    if whole.in_braces:
        return _in_brackets(lines, keys, values, path, to.split(" ")) if whole.is_on_one_line else None
    if lines[first][:column].strip():
        return None
    new: list[str] = []
    named = [place for place in keys if place[:-1] == path]
    begins = [keys[place].start[0] for place in named]
    for place, after in zip(named, [*begins[1:], last + 1], strict=True):
        item = _item(lines, keys[place], values[place], after, to.split(" "))
        if item is None:
            return None
        new += item
    return Edit(Span(first + 1, 1, last + 1, len(lines[last]) + 1), "\n".join(new))


def _in_brackets(
    lines: Sequence[str],
    keys: Mapping[KeyPath, Extent],
    values: Mapping[KeyPath, Extent],
    path: KeyPath,
    to: Sequence[str],
) -> Edit | None:
    """Write a mapping in braces on one line as a list in brackets; None where a key stands over a list."""
    whole = values[path]
    line, items = lines[whole.start[0]], list[str]()
    for place in (place for place in keys if place[:-1] == path):
        key, value = keys[place], values[place]
        if value.kind == "list":
            return None
        raw = line[value.start[1] : value.end[1]]
        inner = raw[1:-1].strip() if value.kind == "mapping" else f"{to[1]}: {raw}"
        name = "" if (*place, to[0]) in keys else f"{to[0]}: {line[key.start[1] : key.end[1]]}, "
        items.append(f"{{{name}{inner}}}")
    row = whole.start[0] + 1
    return Edit(Span(row, whole.start[1] + 1, row, whole.end[1] + 1), f"[{', '.join(items)}]")


def _item(lines: Sequence[str], key: Extent, value: Extent, after: int, to: Sequence[str]) -> list[str] | None:
    """Write a key with what stands under it as an item, or as a heading with its items."""
    line, column = key.start
    name, rest = lines[line][column : key.end[1]], lines[line][key.end[1] + 1 :]
    pad, below = " " * column, lines[line + 1 : after]
    if value.kind == "scalar":
        return _moved([f"{pad}- {to[0]}: {name}", f"{pad}  {to[1]}:{rest}"], below, _STEP)
    if value.in_braces:
        return [f"{pad}- {{{to[0]}: {name}, {rest.lstrip()[1:]}"] if not below and rest.lstrip()[:1] == "{" else None
    if value.kind == "list":
        return _moved([f"{pad}# {name}{rest}"], below, column - value.start[1])
    return _moved([f"{pad}- {to[0]}: {name}{rest}"], below, column + _STEP - value.start[1])


def _moved(head: list[str], below: Sequence[str], step: int) -> list[str] | None:
    """Shift lines to the right, or to the left where they have the room."""
    if any(line[: max(0, -step)].strip() for line in below):
        return None
    return [*head, *(" " * step + line[max(0, -step) :] if line.strip() else line for line in below)]
