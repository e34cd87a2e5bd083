"""A value of the wrong shape in the shape that belongs there, with the author's words where there is room for them."""

from __future__ import annotations

import re
from collections import ChainMap
from functools import cache
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.base import NAMES_A_PART, TextPart
from samverkan.model.dates import time_said
from samverkan.model.examples import example, example_item, own_value
from samverkan.model.fields import field_at, keys_of, marks_in, part_at, types_in
from samverkan.model.meant_numbers import numbers_meant, yes_or_no_meant
from samverkan.model.meant_times import date_apart, dates_within
from samverkan.model.mends import accepts, as_id
from samverkan.model.reporting_said import reporting_said
from samverkan.model.shapes import part_with_address
from samverkan.model.two_texts import parted
from samverkan.source.quoting import quoted, scalar
from samverkan.source.reader import parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from pydantic import BaseModel

    from samverkan.findings import KeyPath

_NAMES = ("title", "name", "term", "text", "body", "role")
_LEAST_SPLIT = 2
_NAME = re.compile("[a-zåäö0-9-]+")
_NAME_OF_FILE = re.compile(r"\A[a-zåäö0-9]{3,}(?:-[a-zåäö0-9]{1,40}){1,9}(?= )")
"""The id of a document at the start of a text, such as `avtal-2024`."""
_ORDINAL = re.compile(r"[0-9]\.?\Z")
"""What a key that only counts ends in: ”Delmål 1”."""
_PAIRS = re.compile(r"([^:,]{1,60}): ([^:,]{1,60})(?:, |\Z)")
_LEAD = re.compile(r" (?:i|den|på|under|från|till|av|sedan|kl|in|on)\Z")
_PARAGRAPH = re.compile(r"[ ,;](§§? ?[0-9]{1,4}(?:[–-][0-9]{1,4})?)\Z")
_ANY_TEXTS = ("Vad som helst", "ord")


def fitted(value: Any, error: str, path: KeyPath, model: type[BaseModel]) -> Mend | None:
    """Tell how a value is written in the shape that belongs at a place; None where nothing fits.

    Args:
        value: what stands there, as it was read.
        error: pydantic's name for what is wrong with it.
        path: where it stands.
        model: the document's model.
    """
    found: Any
    match error:
        case "dict_type":
            found = _own_keys(value, path, model)
        case "tuple_type":
            found = next((items for items in _lists(value, path, model) if _is_list(items, path, model)), None)
        case _:
            found = _one(value, path, model)
    return None if found is None else Mend(flow(found))


def _own_keys(value: Any, path: KeyPath, model: type[BaseModel]) -> dict[str, Any] | None:
    """Give the mapping that a list or a text was meant as where the author chooses the keys."""
    each = value if isinstance(value, list) else [value]
    mappings = [one if isinstance(one, dict) else {str(one): own_value(model, path)} for one in each]
    merged = {key: inner for mapping in mappings for key, inner in mapping.items()}
    is_named = all(map(_NAME.fullmatch, merged))
    if merged and is_named and accepts(model, path, merged):
        return merged
    return next(_examples(path, model), None)


def _is_list(items: list[Any], path: KeyPath, model: type[BaseModel]) -> bool:
    return bool(items) and all(accepts(model, (*path, 0), item) for item in items)


def flow(value: Any) -> str:
    """Write plain data on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    text = " ".join(str(value).split())
    return quoted(text) if text[:1] == "0" and text.isdigit() else scalar(text)


def _lists(value: Any, path: KeyPath, model: type[BaseModel]) -> Iterator[list[Any]]:
    """Give the lists that a text or a mapping may have been meant as, the likeliest first."""
    if isinstance(value, str) and (pairs := _PAIRS.findall(value)) and ", ".join(map(": ".join, pairs)) == value:
        yield from _lists_of_keys(dict(pairs))
    if isinstance(value, dict):
        yield [value]
        yield from _lists_of_keys(value)
    one = _one(value, (*path, 0), model)
    yield from ([one],) if one is not None else ()


def _lists_of_keys(value: Mapping[str, Any]) -> Iterator[list[Any]]:
    """Give the lists that a mapping may have been meant as: of what is under its keys, and of these with it."""
    if all(isinstance(inner, dict) for inner in value.values()):
        yield [{"id": as_id(key)} | inner for key, inner in value.items()]
        yield [{"id": key} | inner for key, inner in value.items()]
    if all(isinstance(inner, str) for inner in value.values()):
        yield from _lists_of_texts(value)


def _lists_of_texts(value: Mapping[str, str]) -> Iterator[list[Any]]:
    if all(map(time_said, value)):
        yield [{"period": key, "value": _as_number(inner)} for key, inner in value.items()]
        yield [{"date": key, "text": inner} for key, inner in value.items()]
    yield from _lists_of_ids(value)
    yield [{"title": key, "value": _as_number(inner)} for key, inner in value.items()]
    yield [inner if _ORDINAL.search(key) else f"{key}: {inner}" for key, inner in value.items()]
    yield list(value.values())
    yield [{"id": as_id(key), "title": key, "text": inner} for key, inner in value.items()]
    yield from ([{name: key, "text": inner} for key, inner in value.items()] for name in ("title", "term"))


def _lists_of_ids(value: Mapping[str, str]) -> Iterator[list[Any]]:
    """Give the lists that keys with texts may have been meant as where the keys are ids."""
    if all(as_id(key) == key for key in value):
        yield from ([{"id": key, name: inner} for key, inner in value.items()] for name in ("title", "name", "text"))


def _as_number(written: str) -> str:
    """Write a figure as files do: ”1 200” as 1200; other words stay as they are."""
    return next((number for number, _ in numbers_meant(written)), written)


def _one(value: Any, path: KeyPath, model: type[BaseModel]) -> Any:
    """Give what a value was meant as where one belongs: a text, or keys with values; an example where no word fits."""
    part = part_at(model, path)
    meant = _texts(value, path, model) if part is None else _parts(value, part)
    return next((one for one in (*meant, *_examples(path, model)) if accepts(model, path, one)), None)


def _texts(value: Any, path: KeyPath, model: type[BaseModel]) -> Iterator[str]:
    """Give the texts that a list or a mapping holds, and that may be what was meant."""
    field = field_at(model, path)
    names_a_part = field is not None and NAMES_A_PART in [*field.metadata, *marks_in(field.annotation)]
    if isinstance(value, dict):
        first = ("id", "party", *_NAMES) if names_a_part else _NAMES
        yield from (value[key] for key in first if isinstance(value.get(key), str))
        yield from (inner for inner in value.values() if isinstance(inner, str))
    elif isinstance(value, list) and (joined := _joined(value)):
        yield joined
    elif isinstance(value, list) and len(value) == 1:
        yield from _texts(value[0], path, model)


def _joined(value: Sequence[Any]) -> str:
    if not all(isinstance(inner, str) for inner in value):
        return ""
    return (" " if all(inner.endswith((".", "!", "?")) for inner in value) else ", ").join(value)


def _parts(value: Any, part: type[BaseModel]) -> Iterator[dict[str, Any]]:
    """Give the keys with values that a text, a list or another mapping may have been meant as."""
    mappings = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    if mappings and len(mappings) == len(value):
        yield from _under_own_list(mappings, part)
        yield dict(ChainMap(*reversed(mappings)))
    else:
        yield from (one for text in _texts_of(value) for one in _parts_of(text, part))


def _under_own_list(items: Sequence[dict[str, Any]], part: type[BaseModel]) -> Iterator[dict[str, Any]]:
    """Give a part whose own list has some items, with what all of them say alike beside it: the date of a signing."""
    alike = {key: value for key, value in items[0].items() if all(one.get(key) == value for one in items)}
    for key in keys_of(part):
        inner = part_at(part, (key, 0))
        above = alike.keys() - keys_of(inner).keys() if inner is not None else {key}
        if above.isdisjoint({key}) and above <= keys_of(part).keys():
            yield {name: alike[name] for name in above} | {key: [_without(one, above) for one in items]}


def _without(item: dict[str, Any], keys: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name not in keys}


def _parts_of(text: str, part: type[BaseModel]) -> Iterator[dict[str, Any]]:
    """Give a part that says a text, under each of the keys that may hold it, with what it cannot be without."""
    keys = keys_of(part)
    if any(is_sure for _, is_sure in yes_or_no_meant(text)):
        return  # which says nothing of what the part is
    yield from filter(None, [part_with_address(text, part), reporting_said(text, part), parted(text, part)])
    needed = [key for key, field in keys.items() if field.is_required()]
    yield from _dated_parts(text, part, needed)
    named = sorted((key for key in _NAMES if key in keys), key=lambda key: key not in needed)
    for main in (*_made_for(text, part), *named, *(key for key in keys if key not in {"id", *named})):
        own = {"id": as_id(text, "ett-id")} if "id" in needed else {}
        yield {key: _data(part, key) for key in needed} | own | {main: text}


def _dated_parts(text: str, part: type[BaseModel], needed: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Give a part that says a text with the one date that stands in it under the key for such."""
    days, keys = dates_within(text), keys_of(part)
    if len(days) != 1:
        return
    if _takes_days(part, "date"):
        yield from _of_a_day(text, part)
    if needed and all(_takes_days(part, key) for key in needed):
        beside = {"text": text} if "text" in keys and text != days[0] else {}
        yield dict.fromkeys(needed, days[0]) | beside


def _of_a_day(text: str, part: type[BaseModel]) -> Iterator[dict[str, Any]]:
    """Part a text into its date, the paragraph of the minutes after it, and the rest."""
    keys = keys_of(part)
    found = _PARAGRAPH.search(text) if "paragraph" in keys else None
    date, rest = _without_lead(text[: found.start()].strip(" ,;") if found else text)
    beside = {"paragraph": found[1]} if found else {}
    own = part.text_key if issubclass(part, TextPart) else "title"
    names = dict.fromkeys((own, *_NAMES, "where", "to", "reason")) if rest else ()
    yield from ({"date": date, key: rest} | beside for key in names if key in keys)
    if not rest:
        yield {"date": date} | beside


def _without_lead(text: str) -> tuple[str, str]:
    """Give a date and the rest of its text, without the word that led up to the date: ”möte i mars 2026”."""
    date, rest = date_apart(text)
    return date, _LEAD.sub("", rest)


def _takes_days(part: type[BaseModel], key: str) -> bool:
    field = keys_of(part).get(key)
    return field is not None and any(
        getattr(kind, "__name__", "") == "CoarseDate" for kind in types_in(field.annotation)
    )


def _texts_of(value: Any) -> list[str]:
    """Give the texts that say what a value is about, the likeliest first."""
    match value:
        case str():
            return [value, *_NAME_OF_FILE.findall(value)[:1]]
        case dict():
            return [*(value[key] for key in _NAMES if isinstance(value.get(key), str)), *map(str, value)]
    joined = _joined(value) if isinstance(value, list) else ""
    return [joined] if joined else []


def _made_for(value: str, part: type[BaseModel]) -> Iterator[str]:
    """Give the keys that take a text though they do not take any text, or that are for files of its kind."""
    suffix = value.rpartition(".")[2].upper() if "." in value else "\0"
    for key, field in keys_of(part).items():
        if suffix in (field.description or "").upper() or _takes_only(part, key, value):
            yield key


def _takes_only(part: type[BaseModel], key: str, text: str) -> bool:
    """Tell whether a key takes a text, though neither any text nor any word."""
    takes = (accepts(part, (key,), one) for one in (text, *_ANY_TEXTS))
    return part_at(part, (key,)) is None and tuple(takes) == (True, False, False)


def _examples(path: KeyPath, model: type[BaseModel]) -> Iterator[Any]:
    steps = [step for step in path if isinstance(step, str)]
    around = part_at(model, tuple(steps[:-1]))
    if steps and around is not None and steps[-1] in keys_of(around):
        yield _data(around, steps[-1], is_item=isinstance(path[-1], int))


@cache
def _data(part: type[BaseModel], key: str, *, is_item: bool = False) -> Any:
    """Read the example of what may stand after a key."""
    read, _ = parse(f"key: {example_item(part, key) if is_item else example(part, key)}")
    return read["key"] if isinstance(read, dict) else None


def gathered(value: Any, path: KeyPath, model: type[BaseModel]) -> Mend | None:
    """Put together the keys of a list's items that were each given a hyphen; None where that is not what is wrong.

    Args:
        value: what stands there, as it was read.
        path: where the list stands.
        model: the document's model.
    """
    if not isinstance(value, list) or len(value) < _LEAST_SPLIT:
        return None
    groups: list[dict[str, Any]] = []
    for one in value:
        if not isinstance(one, dict) or len(one) != 1:
            return None
        if not groups or next(iter(one)) in groups[-1]:
            groups.append({})
        groups[-1] |= one
    if len(groups) == len(value) or not _is_list(groups, path, model):
        return None
    first = [len(group) for group in groups]
    return Mend(" ".join(str(sum(first[:i])) for i in range(len(first))), MendKind.GATHER, is_safe=True)
