"""A word and a text about it where they belong under two keys: ”Otrygg plats: där många känner oro”."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.base import TextPart
from samverkan.model.dates import time_said
from samverkan.model.fields import keys_of, part_at
from samverkan.model.mends import accepts_whole, as_id, choice_called
from samverkan.model.remarks import remark, shown, value_at
from samverkan.model.shapes import SWEDISH_NAMES, is_cut_text
from samverkan.source.quoting import scalar

if TYPE_CHECKING:
    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark

_BETWEEN = re.compile(r" = | [–—-] |: ")
_NAMES = ("term", "title", "name")
_TWO = 2
_TEXTS = ("title", "name", "text")


def two_keys_of(part: type[BaseModel]) -> tuple[str, str] | None:
    """Give the keys of a part for a word and for a text about it; None where it has not both, or is mostly others."""
    keys = keys_of(part)
    name = next((key for key in _NAMES if key in keys), "")
    is_named = not issubclass(part, TextPart) or part.text_key == name
    needed = {key for key, field in keys.items() if field.is_required()}
    return (name, "text") if name and "text" in keys and is_named and needed <= {name, "text", "id"} else None


def parted(text: str, part: type[BaseModel]) -> dict[str, str]:
    """Part a text into a word and what is said about it; empty where it is not made of these."""
    keys, parts = two_keys_of(part), _BETWEEN.split(text, maxsplit=1)
    return dict(zip(keys, parts, strict=True)) if keys and len(parts) == len(keys) and all(parts) else {}


def key_and_text(path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Say under which keys a word and its text belong, where the word was read as a key; None where it was not.

    Args:
        path: where the word stands as a key.
        model: the document's model.
        data: the plain data of the document.
    """
    around, part, key = value_at(data, path[:-1]), part_at(model, path[:-1]) or model, str(path[-1])
    keys, word, text = _keys_for(key, str(around[key]), part)
    is_free = len(keys) == _TWO and around.keys() - {key} <= keys_of(part).keys() - {*keys}
    if not is_free or not all(accepts_whole(part, (key,), one) for key, one in zip(keys, (word, text), strict=True)):
        return None
    titles = [keys_of(part)[key].title or key for key in keys]
    said = remark(
        "key-and-text",
        path,
        at_key=True,
        value=shown(word),
        meant=keys[0],
        title=titles[0],
        same=keys[1],
        same_title=titles[1],
    )
    lines = (f"{key}: {scalar(one)}" for key, one in zip(keys, (word, text), strict=True))
    return replace(said, mend=Mend("\n".join(lines), MendKind.PAIR))


def _of_a_time(word: str, text: str, part: type[BaseModel]) -> tuple[str, str] | None:
    """Give the keys of a part for a time and for what is said of it, a figure or words."""
    keys = keys_of(part)
    when = next((key for key in ("date", "period", "until", "deadline") if key in keys), "")
    what = next((key for key in ("value", "text") if key in keys and accepts_whole(part, (key,), text)), "")
    return (when, what) if when and what and time_said(word) else None


def _keys_for(word: str, text: str, part: type[BaseModel]) -> tuple[tuple[str, ...], str, str]:
    """Give the keys that a word and its text belong under, none where it has none, and the two as they are written."""
    if keys := _of_a_time(word, text, part):
        return keys, word, text
    if as_id(word) == word and word not in SWEDISH_NAMES:
        of_item = keys_of(part) if "item" in keys_of(part) else ()
        chosen = [(key, name) for key in of_item if (name := choice_called(part, key, text))]
        if len(chosen) == 1:
            return ("item", chosen[0][0]), word, chosen[0][1]
        return _of_an_id(part) or (), word, text
    return (is_cut_text({word: text}) and two_keys_of(part)) or (), word, text


def _of_an_id(part: type[BaseModel]) -> tuple[str, str] | None:
    """Give the keys of a part for its id and for what it is, where it needs no others."""
    keys = keys_of(part)
    needed = [key for key, field in keys.items() if field.is_required() and key != "id"]
    what = needed[0] if len(needed) == 1 else ""
    return ("id", what) if "id" in keys and what in _TEXTS else None
