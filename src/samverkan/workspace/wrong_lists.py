"""Items in the wrong list, told in one: where they were meant to stand is tried, and kept where less is wrong then."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from samverkan.findings import Mend, MendKind
from samverkan.model.choices import Kind
from samverkan.model.fields import field_at, keys_of, part_at
from samverkan.model.kinds import model_of
from samverkan.model.links import To
from samverkan.model.list_meant import Stray, joined, moved, strays, with_foreign_keys
from samverkan.model.load import Loaded, load
from samverkan.model.of_another_kind import list_of_another_kind
from samverkan.model.remarks import is_there, marked, remark, value_at
from samverkan.source.edits import applied
from samverkan.source.extents import Extents
from samverkan.source.reader import parse
from samverkan.source.relisted import Rows, relisted, rows_of, with_heading
from samverkan.words.hints import CHANGED, DELETED, INSTEAD, THESE, key_said, lines_said
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.findings import KeyPath, Remark
    from samverkan.model.base import Part
    from samverkan.words.sentence import Text

_MOST_TRIED = 8
_FEWEST_FOREIGN = 2


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


def in_their_documents(text: str, data: Any, loaded: Loaded, model: type[Part]) -> Loaded:
    """Say in one of the items that are written as those of another kind of document, rather than of each key of theirs.

    Args:
        text: its text.
        data: its plain data.
        loaded: what these are read as, with something wrong.
        model: the model of its kind.
    """
    found = joined(_of_other_kinds(data, loaded, model))
    if not found:
        return loaded
    seen = _Seen(text, data, model, Extents(text))
    told = [_told_of_kind(one, [made for made in loaded.remarks if _is_own(made, one)], seen) for one in found]
    others = [made for made in loaded.remarks if not any(_is_own(made, one) for one in found)]
    unread = {(*one.source, i) for one in found for i in range(one.first, one.last + 1)}
    return replace(loaded, remarks=[*told, *others], unread=loaded.unread | unread)


def _of_other_kinds(data: Any, loaded: Loaded, model: type[Part]) -> Iterator[Stray]:
    """Find the items that are written as those of another kind of document: where they belong is a kind and a key."""
    for path in with_foreign_keys(loaded.remarks, data):
        item, position = value_at(data, path), int(path[-1])
        target = list_of_another_kind(item, loaded.kind or "") if _is_foreign(path, item, model) else None
        if target is not None:
            yield Stray(path[:-1], position, position, target)


def _is_foreign(path: KeyPath, item: dict[str, Any], model: type[Part]) -> bool:
    """Tell whether most keys of an item are of no use where it stands."""
    part = part_at(model, path)
    foreign = item.keys() - (keys_of(part).keys() if part else set())
    return len(foreign) >= _FEWEST_FOREIGN and len(foreign) * 2 > len(item.keys() - {"id"})


def _told_of_kind(one: Stray, own: Sequence[Remark], seen: _Seen) -> Remark:
    """Say in which kind of document some items belong, and what is changed for them to stand here."""
    kind, name = map(str, one.target)
    mends = {str(made.path[-1]): made.mend for made in own if made.rule == "unknown-key"}
    renamed = {key: mend.text for key, mend in mends.items() if mend and mend.kind is MendKind.KEY}
    gone = marked(key for key in mends if key not in renamed)
    instead = FirstOf(tuple(INSTEAD.with_fields(key=key, meant=str(meant)) for key, meant in renamed.items()))
    return remark(
        "wrong-document",
        (*one.source, one.first),
        there=_named((name,), model_of(kind)),
        here=_named(one.source, seen.model),
        kinds=To(kinds=tuple(known for known in Kind if known.value == kind)),
        rows=_rows(rows_of(seen.extents, one.source, one.first, one.last)),
        changes=CHANGED.with_fields(instead=instead, gone=gone) if renamed else DELETED.with_fields(gone=gone),
    )


def _rows(rows: Rows | None) -> Text:
    return lines_said(rows.first + 1, rows.last + 1) if rows else THESE


def _is_own(made: Remark, one: Stray) -> bool:
    return _is_of(made, one.source, range(one.first, one.last + 1))


def _helps(one: Stray, data: Any, loaded: Loaded) -> bool:
    """Tell whether at most half as much is wrong with items where they were meant to stand, and no more elsewhere."""
    own = [made for made in loaded.remarks if _is_own(made, one)]
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
        if any(_is_own(made, one) for one in meant):
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
    sentence = _sentence(one, seen, rows)
    is_heading = sentence == "wrong-heading"
    said = remark(
        sentence,
        one.source if is_heading else (*one.source, one.first),
        at_key=is_heading,
        there=_named(one.target, seen.model),
        here=_named(one.source, seen.model),
        list=str(one.target[-1]),
        own=str(one.source[-1]),
        rows=_rows(rows),
        row=_rows(rows and Rows(rows.first, rows.first)),
    )
    mend = _mend(one, seen, rows, sentence)
    edit = seen.extents.edit(mend, one.source) if mend else None
    is_meant = edit is not None and parse(applied(seen.text, edit))[0] == moved(seen.data, one)
    return replace(said, mend=mend if is_meant else None)


def _sentence(one: Stray, seen: _Seen, rows: Rows | None) -> str:
    """Choose what is said: that a list has the wrong heading, or lacks one from here on, or that items are moved."""
    if is_there(seen.data, one.target):
        return "wrong-list"
    is_rest = one.last + 1 == _length(seen.data, one.source) and one.target[:-1] == one.source[:-1]
    if is_rest and not one.first:
        return "wrong-heading"
    return "lost-heading" if is_rest and rows else "wrong-list-new"


def _mend(one: Stray, seen: _Seen, rows: Rows | None, sentence: str) -> Mend | None:
    """Write the heading, or move the lines; None where items between brackets are to be moved."""
    if sentence == "wrong-heading":
        return Mend(str(one.target[-1]), MendKind.KEY)
    if rows is None:
        return None
    if sentence == "lost-heading":
        return with_heading(seen.extents, one.source, rows, str(one.target[-1]))
    is_all = one.size == _length(seen.data, one.source)
    return relisted(seen.extents, one.source, rows, one.target, is_all=is_all)


def _named(path: KeyPath, model: type[Part]) -> Text:
    field, key = field_at(model, path), str(path[-1])
    return key_said(key, (field.title if field else None) or key)
