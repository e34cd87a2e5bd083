"""Items in the wrong list, told in one: where they were meant to stand is tried, and kept where less is wrong then."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from samverkan.model.fields import field_at
from samverkan.model.list_meant import moved, strays
from samverkan.model.load import Loaded, load
from samverkan.model.remarks import is_there, remark, value_at
from samverkan.source.edits import applied
from samverkan.source.extents import Extents
from samverkan.source.reader import parse
from samverkan.source.relisted import relisted, rows_of, with_heading
from samverkan.words.structure import THESE, lines_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.findings import KeyPath, Mend, Remark
    from samverkan.model.base import Part
    from samverkan.model.list_meant import Stray
    from samverkan.source.relisted import Rows

_MOST_TRIED = 8


class _Seen(NamedTuple):
    """A document that is looked at.

    Attributes:
        text: its text.
        data: its plain data.
        model: the model of its kind.
        extents: where its keys and values are.
    """

    text: str
    data: Any
    model: type[Part]
    extents: Extents


def in_their_lists(text: str, data: Any, loaded: Loaded, model: type[Part]) -> Loaded:
    """Read a document with the items of the wrong lists in those that they were meant for, and say so of them.

    Args:
        text: its text.
        data: its plain data.
        loaded: what these are read as, with something wrong.
        model: the model of its kind.
    """
    found = strays(loaded.remarks, model, data)
    meant = [one for one in islice(found, _MOST_TRIED) if _helps(one, data, loaded)]
    if not meant:
        return loaded
    seen = _Seen(text, data, model, Extents(text))
    after = data
    for one in reversed(meant):  # those above keep their positions
        after = moved(after, one, left=one.first)
    read = load(after)
    unread = {place for one in meant for place in _not_there(one, data)}
    told = [_told(one, seen) for one in meant]
    return Loaded(loaded.kind, read.model, [*told, *_others(loaded, read, meant)], read.unread | unread)


def _helps(one: Stray, data: Any, loaded: Loaded) -> bool:
    """Tell whether at most half as much is wrong with items where they were meant to stand, and no more elsewhere."""
    own = [made for made in loaded.remarks if _is_of(made, one.source, range(one.first, one.last + 1))]
    first = _length(data, one.target)
    read = load(moved(data, one))
    left = [made for made in read.remarks if _is_of(made, one.target, range(first, first + one.size))]
    return len(left) * 2 <= len(own) and len(read.remarks) - len(left) <= len(loaded.remarks) - len(own)


def _is_of(made: Remark, path: KeyPath, positions: range) -> bool:
    """Tell whether a remark is about some of the items of a list."""
    step = made.path[len(path)] if len(made.path) > len(path) and made.path[: len(path)] == path else None
    return isinstance(step, int) and step in positions


def _length(data: Any, path: KeyPath) -> int:
    return len(value_at(data, path) or ())


def _others(loaded: Loaded, read: Loaded, meant: Sequence[Stray]) -> Iterator[Remark]:
    """Give what is wrong besides the items: in the rest of their lists, and elsewhere what is wrong after as before."""
    after = {(made.rule, made.path) for made in read.remarks}
    for made in loaded.remarks:
        if any(_is_of(made, one.source, range(one.first, one.last + 1)) for one in meant):
            continue
        is_beside = any(made.path[: len(one.source)] == one.source for one in meant)
        if is_beside or (made.rule, made.path) in after:
            yield made


def _not_there(one: Stray, data: Any) -> Iterator[KeyPath]:
    """Give the places that hold no longer, or not yet, what the file has there."""
    length, there = _length(data, one.source), _length(data, one.target)
    yield from ((*one.source, i) for i in range(one.first, length))
    yield from ((*one.target, there + i) for i in range(one.size))
    if one.last + 1 < length:
        yield one.source


def _told(one: Stray, seen: _Seen) -> Remark:
    """Say where some items belong, and which lines are moved or written for that."""
    rows = rows_of(seen.extents, one.source, one.first, one.last)
    is_new = not is_there(seen.data, one.target)
    is_rest = one.last + 1 == _length(seen.data, one.source) and one.first > 0
    is_below = is_new and is_rest and one.target[:-1] == one.source[:-1] and rows is not None
    said = remark(
        "lost-heading" if is_below else "wrong-list-new" if is_new else "wrong-list",
        (*one.source, one.first),
        title=_title(one.target, seen.model),
        list=str(one.target[-1]),
        own_title=_title(one.source, seen.model),
        own=str(one.source[-1]),
        rows=lines_said(rows.first + 1, (rows.first if is_below else rows.last) + 1) if rows else THESE,
    )
    return replace(said, mend=_mend(one, seen, rows, is_below=is_below) if rows else None)


def _title(path: KeyPath, model: type[Part]) -> str:
    field = field_at(model, path)
    return (field.title if field else None) or str(path[-1])


def _mend(one: Stray, seen: _Seen, rows: Rows, *, is_below: bool) -> Mend | None:
    """Write the heading, or move the lines; None where that would not give what was meant."""
    if is_below:
        mend = with_heading(seen.extents, one.source, rows, str(one.target[-1]))
    else:
        is_all = one.size == _length(seen.data, one.source)
        mend = relisted(seen.extents, one.source, rows, one.target, is_all=is_all)
    edit = seen.extents.edit(mend, one.source) if mend else None
    return mend if edit and parse(applied(seen.text, edit))[0] == moved(seen.data, one) else None
