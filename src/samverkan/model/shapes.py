"""What was most likely meant where a value has the wrong shape: a text for a list, a list for keys, a key beside."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from samverkan.characters import BULLETS, NUMBERED, plainly
from samverkan.findings import Mend, MendKind
from samverkan.model.base import Part
from samverkan.model.examples import example, takes_list_only
from samverkan.model.fields import choices_in, keys_of, part_at, types_in
from samverkan.model.meant_numbers import limits_meant, numbers_meant
from samverkan.model.meant_times import dates_within, lengths_meant
from samverkan.model.mends import accepts, accepts_whole, addresses_meant, as_id, is_part, meant_by
from samverkan.model.more_in_one import notice_within
from samverkan.model.said_cadences import cadence_followed
from samverkan.source.quoting import scalar
from samverkan.source.reader import parse

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from samverkan.findings import KeyPath

_FIGURE = re.compile("[0-9]{1,9}(?:[.][0-9]{1,6})?")
_BETWEEN = re.compile(r", och |[,;] | och | samt | & ")
_MOST_WORDS = 3
SWEDISH_NAMES = frozenset({"titel", "namn", "rubrik", "benämning", "text"})
_PARTIES = frozenset({"kommunen", "polisen", "regionen", "länsstyrelsen"})
_LEAST_STEM = 5
"""Shorter words begin as many others do: of these the description begins with the very word, as with ”när”."""
_NAMES = ("title", "name", "term", "text", "body", "role")
_NAMED_BY = ("id", "party", "problem", "item")
"""What the items of lists are known by: each sort of part has one of them, or none."""
_HYPHEN = re.compile(r"-(?!\s)")
_NUMBERED = re.compile(NUMBERED)
_TIMES = {"Cadence": "cadence_form", "Duration": "duration_form"}
_JOINED = re.compile(r"\A([a-z_]++):(?!//)(?=\S)")


def meant_shape(value: Any, error: str, path: KeyPath, model: type[BaseModel]) -> Mend | None:
    """Tell what a value of the wrong shape was most likely meant to be; None where that cannot be told.

    Args:
        value: what stands there, as it was read.
        error: pydantic's name for what is wrong with it.
        path: where it stands.
        model: the document's model.
    """
    if not path:
        return None
    match value:
        case str() | dict() if error == "tuple_type":
            return _as_list(value, path, model)
        case str() if error == "model_type":
            return _keys_of_text(value, path, model)
        case [str(first), str(last)] if error == "model_type" and accepts(model, path, {"from": first, "until": last}):
            return Mend(f"{{from: {scalar(plainly(first))}, until: {scalar(plainly(last))}}}")
        case [dict(only)] if error == "model_type" and (braced := _braced_whole(only)) and accepts(model, path, only):
            return Mend(braced)
        case [str(one)] if accepts(model, path, one):
            return Mend(scalar(one), is_safe=True)
        case dict() if error == "string_type" and is_cut_text(value):
            return Mend("", MendKind.QUOTES, is_safe=True)
    return None


def is_cut_text(value: object) -> bool:
    """Tell whether a value is most likely a text with a colon in it: one key that is no key of ours, and words."""
    if not isinstance(value, dict) or len(value) != 1:
        return False
    (key, inner), *_ = value.items()
    return isinstance(inner, str) and (" " in key or key[:1].isupper()) and key.lower() != key.upper()


def bullet_of(value: str) -> str:
    """Give what a text begins with that begins the items of a list on paper; empty where it does not."""
    is_marked = value[:1] in BULLETS and value[1:2].isspace()
    numbered = _NUMBERED.match(value)
    return numbered.group().strip() if numbered else value[:1] if is_marked or _HYPHEN.match(value) else ""


def is_list_in_text(value: str, path: KeyPath, model: type[BaseModel]) -> bool:
    """Tell whether a text holds, as YAML, a whole list that may stand at a place: its key has |- after it."""
    if not value.startswith("- ") or "#" in value:
        return False
    data, faults = parse(value)
    return not faults and isinstance(data, list) and accepts_whole(model, path, data)


def _as_list(value: str | dict[str, Any], path: KeyPath, model: type[BaseModel]) -> Mend | None:
    if isinstance(value, dict):
        return _as_list_of_keys(value, path, model)
    if value.startswith("- "):
        return Mend("", MendKind.ITEM, is_safe=True) if is_list_in_text(value, path, model) else None
    if bullet_of(value) or accepts_whole(model, path, [value]):
        return Mend("", MendKind.ITEM, is_safe=True)
    return _choices_meant(value, path, model) or _values_listed(value, path, model) or _parts_named(value, path, model)


def _as_list_of_keys(value: dict[str, Any], path: KeyPath, model: type[BaseModel]) -> Mend | None:
    part = part_at(model, path)
    if accepts_whole(model, path, [value]) or (part is not None and value.keys() <= keys_of(part).keys()):
        return Mend("", MendKind.ITEM, is_safe=True)
    if keyed := _keyed(value, part):
        return keyed
    if _are_ids(value, part) or _are_counts(value, part):
        return None  # their keys are not to be lost
    texts = [text for text in value.values() if isinstance(text, str)]
    is_named = len(texts) == len(value) and accepts_whole(model, path, texts)
    return Mend(f"[{', '.join(map(scalar, texts))}]") if texts and is_named else None


def _keyed(value: dict[str, Any], part: type[BaseModel] | None) -> Mend | None:
    """Tell under which key the names go that stand over the items of what is to be a list: none where over lists."""
    keys = keys_of(part) if part is not None else {}
    if all(isinstance(inner, list) for inner in value.values()):
        return Mend("id text", MendKind.KEYED) if keys and not value.keys() & keys.keys() else None
    name, text = _first_of(_NAMED_BY, keys), _first_of(_NAMES, keys)
    is_each = name and all(as_id(key) == key and _is_item(inner, keys, text) for key, inner in value.items())
    return Mend(f"{name} {text}", MendKind.KEYED) if is_each else None


def _first_of(names: Sequence[str], keys: Mapping[str, FieldInfo]) -> str:
    return next((name for name in names if name in keys), "")


def _is_item(value: Any, keys: Mapping[str, FieldInfo], text: str) -> bool:
    return value.keys() <= keys.keys() if isinstance(value, dict) else bool(text) and isinstance(value, str)


def _are_ids(keys: Collection[str], part: type[BaseModel] | None) -> bool:
    """Tell whether keys are the ids of parts."""
    return part is not None and "id" in keys_of(part) and all(as_id(key) == key for key in keys)


def _are_counts(value: dict[str, Any], part: type[BaseModel] | None) -> bool:
    """Tell whether a mapping says how many there are of what its keys name."""
    is_counted = part is not None and {"title", "value"} <= keys_of(part).keys()
    return is_counted and all(isinstance(one, str) and any(numbers_meant(one)) for one in value.values())


def _values_listed(value: str, path: KeyPath, model: type[BaseModel]) -> Mend | None:
    """Write the values that a text names one after the other as a list; None where one of them cannot stand there."""
    each = [name.strip() for name in _BETWEEN.split(value)]
    if part_at(model, path) is not None or len(each) == 1:
        return None
    dates = [dates_within(one) for one in each]
    read = [
        one if accepts(model, (*path, 0), one) else next(iter(found), "")
        for one, found in zip(each, dates, strict=True)
    ]
    return Mend(f"[{', '.join(map(scalar, read))}]") if all(read) and accepts_whole(model, path, read) else None


def _choices_meant(value: str, path: KeyPath, model: type[BaseModel]) -> Mend | None:
    """Write the names of choices in a text as a list of those choices; None where one of them is no such name."""
    each = [meant_by(name.strip(), "enum", (*path, 0), model) for name in _BETWEEN.split(value)]
    return Mend(f"[{', '.join(str(one.mend.text) for one in each if one)}]") if all(each) else None


def _parts_named(value: str, path: KeyPath, model: type[BaseModel]) -> Mend | None:
    """Write each name in a text as a part of a list; None where the parts need more than a name."""
    each = [_keys_of_text(name, (*path, 0), model) for name in _names_in(value)]
    return Mend(f"[{', '.join(str(item.text) for item in each if item)}]") if all(each) else None


def _names_in(value: str) -> list[str]:
    """Part a text into the names that it lists; the text alone where it is prose."""
    names = _BETWEEN.split(value)
    return names if all(0 < len(name.split()) <= _MOST_WORDS for name in names) else [value]


def _keys_of_text(value: str, path: KeyPath, model: type[BaseModel]) -> Mend | None:
    """Write a text where keys belong under the key that it most likely is the value of, with what must stand beside."""
    part = part_at(model, path)
    if part is None:
        return None
    if value and all(_JOINED.match(one) for one in value.split()):
        text = ", ".join(_JOINED.sub(r"\1: ", one) for one in value.split())
        return Mend(f"{{{text}}}", is_safe=True)
    if limits := limits_meant(plainly(value), keys_of(part)):
        return Mend("{" + limits.replace("\n", ", ") + "}")
    data = _of_extension(value, part) or _by_time(value, part) or part_with_address(value, part)
    data = data or _with_notice(_with_cadence(_as_part(value, part), part), part)
    return Mend(_braced(data)) if data and is_part(part, data) else None


def _with_cadence(data: dict[str, str], part: type[BaseModel]) -> dict[str, str]:
    """Add to a text alone how often something is followed up, where it tells that and no day."""
    is_told = [*data] == ["text"] and "cadence" in keys_of(part) and not dates_within(data["text"])
    cadence = cadence_followed(data["text"]) if is_told else ""
    return {"cadence": cadence} | data if cadence else data


def _with_notice(data: dict[str, str], part: type[BaseModel]) -> dict[str, str]:
    """Add to a text alone the time of notice that it states, where the part has a key for such."""
    notice = notice_within(data["text"]) if [*data] == ["text"] and "notice" in keys_of(part) else ""
    return {"notice": notice} | data if notice else data


_OF_EXTENSION = frozenset({"med", "på", "i", "taget", "åt", "gången", "löpande", "och", "by", "at", "a", "time", "and"})
_EXTENDS = ("automati", "förläng", "exten")


def _of_extension(value: str, part: type[BaseModel]) -> dict[str, str]:
    """Put how long something goes on, and that it does so by itself, under their keys: ”automatiskt ett år i taget”."""
    words = value.casefold().strip(". ").split() if {"length", "automatic"} <= keys_of(part).keys() else []
    left = [word for word in words if word not in _OF_EXTENSION and not word.startswith(_EXTENDS)]
    length = next((length for length, _ in lengths_meant(" ".join(left))), "")
    is_by_itself = any(word.startswith("automati") for word in words)
    if not left and is_by_itself:
        return {"automatic": "true"}
    return {"length": length} | ({"automatic": "true"} if is_by_itself else {}) if length else {}


def _by_time(value: str, part: type[BaseModel]) -> dict[str, str]:
    """Put a text that says how often or how long under the first key of a part that takes such a time."""
    for key, field in keys_of(part).items():
        named = (kind.__name__ for kind in types_in(field.annotation) if isinstance(kind, type))
        error = next((_TIMES[name] for name in named if name in _TIMES), "")
        if error and (meant := meant_by(value, error, (key,), part)):
            return {key: str(meant.mend.text)}
    return {}


def part_with_address(value: str, part: type[BaseModel]) -> dict[str, str]:
    """Put a web address under the key of a part that takes such."""
    found = [address for address, _ in addresses_meant(value.strip())] if "url" in keys_of(part) else []
    return next(({"url": address} for address in found if accepts(part, ("url",), address)), {})


def _as_part(value: str, part: type[BaseModel]) -> dict[str, str]:
    """Make a part of its name: with an id of it, and the choice that it names, or else the first."""
    keys = keys_of(part)
    main = min((key for key in _NAMES if key in keys), key=lambda key: not keys[key].is_required(), default="")
    found: dict[str, str] = {}
    for key, field in keys.items() if main else ():
        if key == main:
            found[key] = value
        elif key == "id" and (field.is_required() or main in {"title", "name"}):
            found[key] = as_id(value, "ett-id")
        elif field.is_required() and (choices := choices_in(field.annotation)):
            found[key] = _choice_named(choices, value)
    return found


def _choice_named(choices: Sequence[tuple[str, str]], text: str) -> str:
    """Give the choice that a text names, or else the first."""
    return next((name for name, said in choices if said and said.casefold() in text.casefold()), choices[0][0])


def _braced_whole(data: dict[str, Any]) -> str:
    """Write keys with texts on one line; nothing where one holds more than a text."""
    return _braced(data) if all(isinstance(text, str) for text in data.values()) else ""


def _braced(data: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in data.items()) + "}"


def key_of_value(part: type[BaseModel], key: str, value: object) -> str:
    """Find the key of a part that a value belongs under whatever key it was given; empty where none is certain.

    A part has one text that it cannot be without, whether it is called title, name or text; and a value that only one
    key takes among its choices, as ”done” of a measure, belongs to that one.
    """
    keys = keys_of(part)
    if key in _NAMES or key.casefold() in SWEDISH_NAMES:
        return next((own for own in _NAMES if own in keys and keys[own].is_required()), "")
    told = value.strip().casefold() if isinstance(value, str) else ""
    chosen = [own for own, names in _names_of_choices(part).items() if told in names]
    return chosen[0] if told and len(chosen) == 1 else ""


def key_of_same(root: type[BaseModel], part: type[BaseModel], key: str) -> str:
    """Find the key of a part that means what another key means elsewhere in the document; empty where there is none.

    Their Swedish titles and descriptions tell: the one says ”Ansvarig”, the other ”de som ansvarar”.
    """
    title = _titles(root).get(key, key)
    stem = title.split()[0].casefold()[:6] if title.split() else ""
    if key in keys_of(part) or not stem:
        return ""
    if part is root:
        return _titled(stem, part)
    if len(stem) < _LEAST_STEM:
        told = [own for own, words in _words_of_keys(part).items() if stem == words.first]
        return min(told, key=lambda own: own != "until", default="")
    if not _is_most(stem, title):
        return ""
    return _told_of(f" {stem}", part)


def _told_of(stem: str, part: type[BaseModel]) -> str:
    """Give the key whose description has a word that begins so; not an id's, which says what leads to the part."""
    return next((own for own, words in _words_of_keys(part).items() if stem in words.said and own != "id"), "")


def _titled(stem: str, document: type[BaseModel]) -> str:
    """Find the key at the top of a document by its title: they are described in words for all that a document has."""
    titled = (own for own, field in keys_of(document).items() if f" {stem}" in f" {field.title}".casefold())
    return next(titled, "") if len(stem) >= _LEAST_STEM else ""


def _is_most(stem: str, title: str) -> bool:
    """Tell whether a stem is more than half of the word that it begins: of ”personnummer” ”person” is not."""
    return len(stem) > len(title.split(maxsplit=1)[0]) / 2


class _Words(NamedTuple):
    """What the Swedish title and description of a key say: all, a space before each word; and the latter's first."""

    said: str
    first: str


@cache
def _words_of_keys(part: type[BaseModel]) -> Mapping[str, _Words]:
    return {own: _words_of(field) for own, field in keys_of(part).items()}


def _words_of(field: FieldInfo) -> _Words:
    described = (field.description or "").casefold().split()
    said = " ".join(["", *f"{field.title} {field.description}".casefold().split()])
    return _Words(said, described[0] if described else "")


@cache
def _names_of_choices(part: type[BaseModel]) -> Mapping[str, frozenset[str]]:
    """Give what the choices of each key of a part are called, in files and in Swedish."""
    named = {own: choices_in(field.annotation) for own, field in keys_of(part).items()}
    return {
        own: frozenset(name.casefold() for value, said in choices if said for name in (value, said))
        for own, choices in named.items()
    }


@cache
def _titles(root: type[BaseModel]) -> Mapping[str, str]:
    """Give the Swedish title of each key of a document, that of the nearest part which has it."""
    titles: dict[str, str] = {}
    seen: set[type[BaseModel]] = set()
    waiting = [root]
    while waiting:
        part = waiting.pop(0)
        if part in seen:
            continue
        seen.add(part)
        for own, field in keys_of(part).items():
            titles.setdefault(own, field.title or "")
            inner = (kind for kind in types_in(field.annotation) if isinstance(kind, type) and issubclass(kind, Part))
            waiting += inner
    return titles


def mapped(part: type[BaseModel], key: str, value: Any, party: str = "") -> str:
    """Write a text as the value of a key that wants more than a text; empty where that cannot be done.

    Args:
        part: the part that has the key.
        key: the key.
        value: the text.
        party: the id of the party that it tells of, where that is known.
    """
    if not isinstance(value, str) or key not in keys_of(part):
        return ""
    field = keys_of(part)[key]
    inner = next(
        (kind for kind in types_in(field.annotation) if isinstance(kind, type) and issubclass(kind, Part)), None
    )
    text = scalar(value) if inner is None else _part_said(value, inner, party)
    return f"[{text}]" if text and takes_list_only(field) else text


def _part_said(value: str, part: type[BaseModel], known: str) -> str:
    """Write a text as a part, with a party where it has one, or a figure; empty where it has no key for it."""
    if "value" in keys_of(part) and _FIGURE.fullmatch(value):
        return f"{{value: {value}}}"
    name = next((one for one in ("role", "name", "title", "text") if one in keys_of(part)), "")
    if not name:
        return ""
    party, said = _party_and_rest(value) if name == "role" else ("", value)
    first = f"party: {party or known or example(part, 'party')}, " if "party" in keys_of(part) else ""
    return f"{{{first}{name}: {scalar(said)}}}"


def _party_and_rest(value: str) -> tuple[str, str]:
    """Part a role from the party that is named before or after it: ”Gatuchefen, kommunen”; no party where none is."""
    words = value.split(", ")
    party = next((word for word in words if word.casefold() in _PARTIES), "")
    role = ", ".join(word for word in words if word != party)
    return (party.casefold(), role) if party and role else ("", value)
