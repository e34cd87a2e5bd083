"""Parts that refer to another one, written in that one: measures in a goal, goals in a problem, causes in a problem."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from samverkan.model.choices import Item, Kind
from samverkan.model.fields import item_of, keys_of, marks_in, part_at
from samverkan.model.kinds import KINDS, model_of
from samverkan.model.likely_keys import is_called
from samverkan.model.links import To
from samverkan.model.list_meant import lists_of
from samverkan.model.remarks import remark, shown, value_at
from samverkan.words.hints import EACH_WITH, IN_THAT_WITH, SAME_DOCUMENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark
    from samverkan.words.sentence import FieldValue, Text


class _End(NamedTuple):
    """Where parts stand that refer to one of some kind.

    Attributes:
        kind: the kind of document.
        key: the list at its top.
        ref: the key of an item that refers to the part.
        says: how the item is said to refer.
    """

    kind: str
    key: str
    ref: str
    says: Text


def from_other_end(path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Say that parts stand in a list of their own and refer to this one; None where a key is not a word for such.

    Args:
        path: the key.
        model: the model of the whole document.
        data: the plain data of the document.
    """
    part, word = part_at(model, path[:-1]), str(path[-1]).strip().casefold()
    if part is None or word not in _words() or _is_own(word, part):
        return None
    for item, name in _near(path[:-1], model, data):
        if ends := _ends(item).get(word):
            return _said(path, name, ends, model)
    return None


def _said(path: KeyPath, name: str, ends: Sequence[_End], model: type[BaseModel]) -> Remark:
    own = next((end for end in ends if model_of(end.kind) is model), None)
    end = own or ends[0]
    title = keys_of(model_of(end.kind))[end.key].title or end.key
    where = To(kinds=tuple(kind for kind in Kind if kind == end.kind)) if own is None else SAME_DOCUMENT
    which = end.says.with_fields(line=f"{end.ref}: {name}")
    fields: dict[str, FieldValue] = {
        "key": shown(path[-1]),
        "list": end.key,
        "title": title,
        "where": where,
        "which": which,
    }
    return remark("key-of-other-end", path, at_key=True, **fields)


def _near(place: KeyPath, model: type[BaseModel], data: Any) -> Iterator[tuple[Item, str]]:
    """Give a part that has an id, and else the one part of a kind that it, or what is around it, refers to."""
    part, around = part_at(model, place), value_at(data, place)
    if (item := item_of(part)) is not None and isinstance(around.get("id"), str):
        yield item, around["id"]
    for last in range(len(place), 0, -1):
        part, around = part_at(model, place[:last]), value_at(data, place[:last])
        if part is None or not isinstance(around, dict):
            continue
        for key, items in _refs_of(part).items():
            if len(items) == 1 and isinstance(around.get(key), str):
                yield items[0], around[key]


def _is_own(word: str, part: type[BaseModel]) -> bool:
    return any(is_called(word, key, field.title or "") for key, field in keys_of(part).items())


@cache
def _words() -> frozenset[str]:
    """Give all words for parts that refer to others."""
    return frozenset().union(*map(_ends, Item))


@cache
def _ends(item: Item) -> Mapping[str, tuple[_End, ...]]:
    """Give by the words for parts where those stand that refer to parts of some kind, likeliest first."""
    found: dict[str, list[_End]] = {}
    for kind in sorted(KINDS, key=lambda kind: kind not in {Kind.ACTION_PLAN, Kind.CAUSE_ANALYSIS}):
        for key in lists_of(model_of(kind)):
            for words, end in _ends_in(kind, key, item):
                for word in words:
                    found.setdefault(word, []).append(end)
    return {word: tuple(ends) for word, ends in found.items()}


def _ends_in(kind: str, key: str, item: Item) -> Iterator[tuple[set[str], _End]]:
    """Give the words for the items of a list at the top which refer to parts of some kind, and for what is in them."""
    model = model_of(kind)
    part = part_at(model, (key,)) or model
    ref = next((own for own, items in _refs_of(part).items() if item in items), None)
    if ref is None:
        return
    if (own := item_of(part)) is not None:
        yield _words_for(own, key) | {_title(key, model)}, _End(kind, key, ref, EACH_WITH)
    for inner, held in _lists_in(part):
        yield _words_for(held, inner) | {_title(inner, part)}, _End(kind, key, ref, IN_THAT_WITH)


def _title(key: str, part: type[BaseModel]) -> str:
    return (keys_of(part)[key].title or key).casefold()


@cache
def _refs_of(part: type[BaseModel]) -> Mapping[str, tuple[Item, ...]]:
    """Give the keys by which a part refers to others, with what these are; not to parties, which are of everything."""
    marks = {key: (*field.metadata, *marks_in(field.annotation)) for key, field in keys_of(part).items()}
    found = {key: next((mark.items for mark in own if isinstance(mark, To)), ()) for key, own in marks.items()}
    return {key: items for key, items in found.items() if items and Item.PARTY not in items}


def _lists_in(part: type[BaseModel]) -> Iterator[tuple[str, Item]]:
    """Give the lists in a part whose items can be referred to."""
    for key in lists_of(part):
        if (held := item_of(part_at(part, (key,)))) is not None:
            yield key, held


def _words_for(item: Item, key: str) -> set[str]:
    """Give the words for parts of a kind that stand under a key: in files and in Swedish, of one and of several."""
    one = item.say("sv").partition(" ")[2]
    return {key, key.removesuffix("s"), one}
