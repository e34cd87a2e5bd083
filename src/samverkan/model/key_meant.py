"""A word that stands as a key and is none: a party with who signs for it, two keys in one, a year with its figure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.guess import closest
from samverkan.model.choices import PartyType
from samverkan.model.dates import time_said
from samverkan.model.fields import item_of, keys_of, marks_in, part_at
from samverkan.model.links import To, opening_keys
from samverkan.model.meant_numbers import numbers_meant
from samverkan.model.meant_times import date_apart, dates_within
from samverkan.model.mends import accepts_whole, as_id, choice_called
from samverkan.model.offices import type_with_office
from samverkan.model.remarks import remark, shown, value_at
from samverkan.model.synonyms import keys_called
from samverkan.source.quoting import scalar
from samverkan.words.groups import is_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark

_DOCUMENT_ID = re.compile(r"[^\W\d_][\w-]{2,60}")
_LIKE_A_TITLE = 0.8
"""More alike than other words: an id has no å, ä or ö, or is a word in another form."""
_AND = re.compile(r" ?[,/&+] ?| och | samt | and ")
_TWO = 2
_MOST_READ = 200
_PARTIES = re.compile(
    r"(?:polis|kommun(?!ik)|region|lokalpolis|länsstyrelse|police|municipality)\w{0,12}", re.IGNORECASE
)
_POLICE = frozenset({"polis", "polisen", "lokalpolisen"})
_IN_NAMES = frozenset({"af", "von", "de", "van"})
_SAID_OF_PARTY = ("name", "role", "text")
_LIMITS = {"increase": "at_least", "decrease": "at_most"}
_Pairs = dict[str, str]


def key_meant(path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Say under which keys of a part a word that stands as a key belongs, with its value; None where it is no such.

    Args:
        path: where the word stands as a key.
        model: the document's model.
        data: the plain data of the document.
    """
    part, around, key = part_at(model, path[:-1]), value_at(data, path[:-1]), path[-1]
    value = around.get(key) if isinstance(around, dict) else None
    if part is None or not isinstance(key, str) or not isinstance(value, str) or len(value) > _MOST_READ:
        return None
    direction = str(value_at(data, (*path[:-2], "direction")))
    for sentence, pairs in (
        ("key-and-text", _of_role(key, value, part)),
        ("party-as-key", _of_party(key, value, part, data)),
        ("two-keys", _of_two_keys(key, value, part)),
        ("time-as-key", _of_time(key, value, part, direction)),
        ("key-and-text", _of_choice(key, value, part)),
    ):
        is_free = not (around.keys() - {key}).intersection(pairs)
        if pairs and is_free and all(accepts_whole(part, (own,), one) for own, one in pairs.items()):
            return _said(sentence, path, pairs, part)
    return None


def key_of_id(path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Say under which key of a part the id of another part belongs that stands after a word; None where it is no id."""
    part, around, key = part_at(model, path[:-1]), value_at(data, path[:-1]), path[-1]
    value = around.get(key) if isinstance(around, dict) else None
    if part is None or not isinstance(key, str) or not isinstance(value, str):
        return None
    pairs = _of_reference(key, value, part, model, data)
    return _said("id-of-other-key", path, pairs, part) if pairs and not around.keys() & pairs.keys() else None


def key_of_document(path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Say under which key at the top the id of a document belongs, as its words tell what it is: `lagesbild-2026`.

    Args:
        path: a key that the document does not have.
        model: the document's model.
        data: the plain data of the document.
    """
    value = value_at(data, path)
    name = value[0] if isinstance(value, list) and len(value) == 1 else value
    if len(path) > 1 or not isinstance(name, str) or not _DOCUMENT_ID.fullmatch(name):
        return None
    free = {key: keys_of(model)[key].title or key for key in opening_keys(model) if key not in data}
    for word in name.split("-"):
        if meant := "".join(keys_called(word, free)[:1]) or closest(word, free.items(), _LIKE_A_TITLE):
            return _said("id-of-other-key", path, {meant: name}, model)
    return None


def _said(sentence: str, path: KeyPath, pairs: _Pairs, part: type[BaseModel]) -> Remark:
    keys = [*pairs, *pairs][:_TWO]
    titles = [keys_of(part)[key].title or key for key in keys]
    said = remark(
        sentence,
        path,
        at_key=True,
        value=shown(path[-1]),
        meant=keys[0],
        title=titles[0],
        same=keys[1],
        same_title=titles[1],
    )
    return replace(said, mend=Mend("\n".join(f"{own}: {scalar(one)}" for own, one in pairs.items()), MendKind.PAIR))


def is_name(value: str) -> bool:
    """Tell whether a text is a person's name rather than a role: each word of several has a capital letter.

    Args:
        value: the text.
    """
    words = value.split()
    return len(words) > 1 and all(word[:1].isupper() or word in _IN_NAMES for word in words)


def _of_role(key: str, value: str, part: type[BaseModel]) -> _Pairs:
    """Give the role and the name where a role stands as a key before a name: ”Kommunpolis: Kim Ek”."""
    has_both = {"name", "role"} <= keys_of(part).keys() and key.casefold() not in _POLICE
    return {"role": key, "name": value} if has_both and is_role(key) and is_name(value) else {}


def _of_party(key: str, value: str, part: type[BaseModel], data: Any) -> _Pairs:
    """Give the party that a key names, and who acts or signs for it: ”polisen: Kim Ek, lokalpolisområdeschef”."""
    own = keys_of(part)
    party = party_named(key, data)
    first = next((name for name in _SAID_OF_PARTY if name in own), "")
    if "party" not in own or not party or not first:
        return {}
    name, comma, role = value.partition(", ")
    if first == "name" and comma and "role" in own:
        return {"party": party, "name": name, "role": role}
    is_role = first == "name" and "role" in own and not is_name(value)
    return {"party": party, "role" if is_role else first: value}


def names_party(value: Any, part: type[BaseModel], data: Any) -> bool:
    """Tell whether the one key of a value is the name of a party, where it can be said who acts for it."""
    keys = list(value) if isinstance(value, dict) else []
    return "party" in keys_of(part) and len(keys) == 1 and bool(party_named(str(keys[0]), data))


def party_named(word: str, data: Any) -> str:
    """Give the id of the party of a document that a word names by its id, name or type; empty where it names none."""
    known = data.get("parties") if isinstance(data, dict) else None
    parties = [one for one in known if isinstance(one, dict)] if isinstance(known, list) else []
    said = word.strip().casefold().removeprefix("för ").removeprefix("for ")
    for one in parties:
        if said in {str(one.get("id")), str(one.get("name")).casefold()}:
            return str(one.get("id"))
    return as_id(said) if _PARTIES.fullmatch(said) and not type_with_office(said) else ""


def party_with_office(office: Any, data: Any) -> str:
    """Give the id of the party of a document that an office belongs to by its name; empty where the name does not tell.

    Args:
        office: what it is called, ”Kommunpolisen”; anything but a text is none.
        data: the plain data of the document.
    """
    kind = type_with_office(office.strip()) if isinstance(office, str) else None
    known = data.get("parties") if isinstance(data, dict) else None
    ids = [one.get("id") for one in known if isinstance(one, dict) and one.get("type") == kind] if known else []
    return str(ids[0]) if len(ids) == 1 else _USUAL_IDS.get(kind, "") if kind else ""


_USUAL_IDS = {PartyType.POLICE: "polisen", PartyType.MUNICIPALITY: "kommunen"}


def _of_choice(key: str, value: str, part: type[BaseModel]) -> _Pairs:
    """Give the key that has a word among its choices, and the figure that the word is said of: ”cirka: 16”."""
    if "value" not in keys_of(part):
        return {}
    chosen = {own: name for own in keys_of(part) if (name := choice_called(part, own, key))}
    if len(chosen) != 1:
        return {}
    return next((chosen | {"value": number} for number, _ in numbers_meant(value)), {})


def _of_two_keys(key: str, value: str, part: type[BaseModel]) -> _Pairs:
    """Give the two keys that a word names, with what belongs under each: ”ort och datum: Falun den 2 maj 2024”."""
    words = _AND.split(key)
    named = [name for word in words if (name := _key_called(word, part))]
    if len(named) != _TWO or len(words) != _TWO or named[0] == named[1]:
        return {}
    return next((pairs for pairs in _shared(named, value) if all(pairs.values())), {})


def _key_called(word: str, part: type[BaseModel]) -> str:
    own, said = keys_of(part), word.strip().casefold()
    titled = [key for key, field in own.items() if said in {key, (field.title or "").casefold()}]
    return next(iter([*titled, *keys_called(said, list(own))]), "")


def _shared(named: list[str], value: str) -> Iterator[_Pairs]:
    """Give the ways in which a value may be shared between two keys: a date and the rest, or the two parts of it."""
    days = dates_within(value)
    if len(days) == 1 and "date" in named:
        date, rest = date_apart(value)
        yield {key: date if key == "date" else rest.strip(" ,").removesuffix(" den") for key in named}
    parts = _AND.split(value)
    if len(parts) == _TWO:
        yield dict(zip(named, parts, strict=True))


def _of_time(key: str, value: str, part: type[BaseModel], direction: str) -> _Pairs:
    """Give the figure that a time stands before as a key, where the part says no time: ”2027: 60” in a target."""
    own = keys_of(part)
    number = next((number for number, _ in numbers_meant(value)), "")
    if not number or "value" not in own or "period" in own or "date" in own or not time_said(key):
        return {}
    limit = _LIMITS.get(direction, "value")
    return {limit if limit in own else "value": number}


def _of_reference(key: str, value: str, part: type[BaseModel], model: type[BaseModel], data: Any) -> _Pairs:
    """Give the one key of a part that refers to what the value is the id of: ”rådet” to a forum."""
    named = [at for at in keys_of(model) if any(_has_id(one, value) for one in _items_under(data, at))]
    of_list = part_at(model, (named[0],)) if len(named) == 1 else None
    item = item_of(of_list)
    keys = [own for own in keys_of(part) if own != key and item is not None and item in _items_of(part, own)]
    return {keys[0]: value} if len(keys) == 1 else {}


def _items_under(data: Any, key: str) -> list[Any]:
    items = data.get(key) if isinstance(data, dict) else None
    return items if isinstance(items, list) else []


def _has_id(one: Any, name: str) -> bool:
    return isinstance(one, dict) and one.get("id") == name


def _items_of(part: type[BaseModel], key: str) -> tuple[object, ...]:
    """Give the kinds of parts that a key refers to."""
    field = keys_of(part)[key]
    marks = (*field.metadata, *marks_in(field.annotation))
    return next((mark.items for mark in marks if isinstance(mark, To)), ())
