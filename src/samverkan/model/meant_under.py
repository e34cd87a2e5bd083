"""A value under a key that is not known, written as the key takes it that is meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from samverkan.findings import KeyPath, Mend, MendKind, Remark
from samverkan.model.base import TextPart
from samverkan.model.fields import keys_of, part_at
from samverkan.model.figures_said import keys_of_words
from samverkan.model.key_meant import key_of_id, party_named
from samverkan.model.meant_numbers import numbers_meant
from samverkan.model.meant_times import dates_within
from samverkan.model.mends import accepts_whole, names_a_part
from samverkan.model.remarks import remark, shown, value_at
from samverkan.source.quoting import scalar

if TYPE_CHECKING:
    from pydantic import BaseModel


def with_its_value(made: Remark, key: str, model: type[BaseModel], data: Any) -> Remark:
    """Mend the value too that stands under a key that is not known, where the key that is meant cannot take it so.

    Args:
        made: what is said of the key.
        key: the key that is meant.
        model: the model of the whole document.
        data: the plain data of the document.
    """
    part, value = part_at(model, made.path[:-1]) or model, value_at(data, made.path)
    if (alone := _alone_in(value)) and accepts_whole(part, (key,), alone):
        return replace(made, mend=Mend(f"{key}: {scalar(alone)}", MendKind.PAIR))
    is_one_text = isinstance(value, str) and "\n" not in value
    if not is_one_text or names_a_part(part, key):
        return made
    if said := key_of_id(made.path, model, data):
        return said
    if written := _written(made.path, key, part, data):
        return replace(made, mend=Mend(f"{key}: {written}", MendKind.PAIR))
    mend = None if accepts_whole(part, (key,), value) else mend_under(key, made.path, part, data)
    return made if mend is None else replace(_named_as(made, mend), mend=replace(mend, is_safe=False))


def _named_as(made: Remark, mend: Mend) -> Remark:
    """Name the key that a line is written under, where that is another one beside the one that was meant."""
    key, _, rest = str(mend.text).partition(": ")
    if "\n" in rest or key == made.message.fields.get("meant"):
        return made
    return remark("unknown-key", made.path, at_key=True, key=shown(made.path[-1]), guess=key, meant=key)


def _written(path: KeyPath, key: str, part: type[BaseModel], data: Any) -> str:
    """Write a text as the key that is meant takes it: a party, a figure, a list; empty where it is none of these."""
    value = value_at(data, path)
    if party := party_as_value(part, key, value, data):
        return party
    return _as_figure(part, key, value, value_at(data, path[:-1])) or _as_list(part, key, value)


_FIGURES = frozenset({"quantity", "baseline"})
_LIMITS = {"increase": "at_least", "decrease": "at_most"}


def _as_figure(part: type[BaseModel], key: str, value: str, around: dict[str, Any]) -> str:
    """Write words that say no more than a figure with its keys: ”två gånger per år”; empty for other words."""
    numbers = [number for number, _ in numbers_meant(value)] if key == "target" else []
    if numbers:
        return f"{{{_LIMITS.get(str(around.get('direction')), 'value')}: {numbers[0]}}}"
    inner = part_at(part, (key,)) if key in _FIGURES else None
    said = keys_of_words(value, [*keys_of(inner)], around.get("unit")) if inner is not None else {}
    return "{" + ", ".join(f"{own}: {scalar(one)}" for own, one in said.items()) + "}" if said else ""


def _as_list(part: type[BaseModel], key: str, value: str) -> str:
    """Write a text as the list that a key takes: of one, or of the names between its commas; empty for no such key."""
    inner = part_at(part, (key,))
    is_list = not accepts_whole(part, (key,), value) and accepts_whole(part, (key,), [value])
    if not is_list or (inner is not None and "date" in keys_of(inner) and dates_within(value)):
        return ""
    is_prose = inner is not None and issubclass(inner, TextPart) and inner.text_key == "text"
    return f"[{', '.join(map(scalar, [value] if is_prose else _names_in(value)))}]"


def _names_in(value: str) -> list[str]:
    """Part a text at its commas where it lists names; the text alone where it is prose."""
    names = [name.strip() for name in value.split(",")]
    is_prose = value.endswith(".") or any(not name or len(name.split()) > _MOST_WORDS for name in names)
    return [value] if is_prose else names


_MOST_WORDS = 4


def _alone_in(value: Any) -> str:
    """Give the text that is all that a mapping holds; empty where it holds more or other things."""
    inner = next(iter(value.values())) if isinstance(value, dict) and len(value) == 1 else ""
    return inner if isinstance(inner, str) else ""


def party_as_value(part: type[BaseModel], key: str, value: Any, data: Any) -> str:
    """Write the party that a text names under a key whose part names parties; empty where it names none.

    Args:
        part: the part that has the key.
        key: the key.
        value: the text; anything else names no party.
        data: the plain data of the document.
    """
    inner = part_at(part, (key,)) if isinstance(value, str) and key in keys_of(part) else None
    party = party_named(value, data) if inner is not None and "party" in keys_of(inner) else ""
    return f"{{party: {party}}}" if party else ""


def mend_under(key: str, path: KeyPath, part: type[BaseModel], data: Any) -> Mend | None:
    """Tell how the value of an unknown key is mended with the key that is meant; None where that cannot be told.

    Args:
        key: the key that is meant.
        path: the key that is not known.
        part: the part that they stand in.
        data: the plain data of the document.
    """
    whole = value_at(data, path[:-1]) | {name: data[name] for name in _SAYS_YEAR if name in data}
    whole = {name: inner for name, inner in whole.items() if name != path[-1]} | {key: value_at(data, path)}
    try:
        part.model_validate(whole)
    except ValidationError as error:
        faults = [fault for fault in error.errors(include_url=False) if fault["loc"][:1] == (key,)]
        from samverkan.model.complaints import remarks_of  # noqa: PLC0415 - which asks about unknown keys

        mends = [said.mend for said in remarks_of(faults, part, whole) if said.path == (key,)]
        return _as_pair(key, mends[0]) if len(mends) == 1 else None
    return None


def _as_pair(key: str, mend: Mend | None) -> Mend | None:
    if mend is not None and mend.kind is MendKind.VALUE and isinstance(mend.text, str) and mend.text:
        return replace(mend, text=f"{key}: {mend.text}", kind=MendKind.PAIR)
    return mend if mend is not None and mend.kind is MendKind.PAIR else None


_SAYS_YEAR = ("id", "title", "date", "period")
"""Keys of a document that tell which year it is of."""
