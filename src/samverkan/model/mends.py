"""What was most likely meant where a value cannot be read: tried on the field itself, so that what is proposed fits."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from pydantic import BaseModel, TypeAdapter, ValidationError

from samverkan.characters import odd_in, plainly
from samverkan.findings import Mend, MendKind
from samverkan.guess import closest
from samverkan.model.base import NAMES_A_PART
from samverkan.model.choices import Choice, Item
from samverkan.model.degrees import degrees_meant
from samverkan.model.fields import choices_of_value, field_at, keys_of, marks_in, part_at, types_in
from samverkan.model.links import To
from samverkan.model.meant_numbers import LIMIT_FORMS, digits, in_figures, limits_meant, numbers_meant, yes_or_no_meant
from samverkan.model.meant_times import WORDS_OF_TIME, cadences_meant, dates_meant, dates_within, lengths_meant
from samverkan.model.synonyms import values_called, words_of_value
from samverkan.source.quoting import quoted, scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from samverkan.findings import KeyPath

_MOST_READ = 200
_LEAST_BEGUN = 5
_LEAST_OF_NAME = 4
_NOT = re.compile(r"\A(?:ej|icke|inte ännu|ännu ej)[ -]")
_CODE = 2
"""As many letters have the codes of languages: ”svenska” begins with that of Swedish."""
_CODE_OF_TEXT = re.compile(r"(?<![^\W_])[0-9a-f]{4}(?:[ -]{0,3}[0-9a-f]{4}){3}(?![^\W_])")
_AND = re.compile(r" ?[,;/&+] ?| och | samt | and ")


class Meant(NamedTuple):
    """What a value was meant to be.

    Attributes:
        mend: the mend.
        odd: the characters that a word processor put there, where they are all that is wrong.
        several: whether it was meant as a list.
    """

    mend: Mend
    odd: str = ""
    several: bool = False


def meant_by(value: Any, error: str, path: KeyPath, model: type[BaseModel]) -> Meant | None:
    """Tell what a value was most likely meant to be.

    Args:
        value: what stands there, as it was read.
        error: pydantic's name for what is wrong with it.
        path: where it stands.
        model: the document's model.
    """
    if not isinstance(value, str) or len(value) > _MOST_READ or error not in {*_BY_ERROR, "enum", "literal_error"}:
        return None
    plain = plainly(unicodedata.normalize("NFC", value))
    if error in {"enum", "literal_error"} and (names := _choices_named(plain, path, model)):
        return Meant(Mend(f"[{', '.join(names)}]"))
    if error == "reference_form" and _takes_parties(path, model) and (meant := _several_meant(plain, path, model)):
        return meant
    for text, is_safe in (*([(plain, True)] if plain != value else []), *_candidates(plain, error, path, model)):
        if text and accepts(model, path, text):
            return Meant(Mend(_written(text, error), is_safe=is_safe), odd_in(value) if text == plain else "")
    return _beside(plain, error, path, model)


def _beside(plain: str, error: str, path: KeyPath, model: type[BaseModel]) -> Meant | None:
    """Tell whether a text was meant as several ids, or as a figure under other keys."""
    if error == "reference_form" and (meant := _several_meant(plain, path, model)):
        return meant
    return Meant(pair) if (pair := _pair(plain, error, path, model)) else None


def _takes_parties(path: KeyPath, model: type[BaseModel]) -> bool:
    """Tell whether parties belong at a place, which are never parts of other documents by name."""
    field = field_at(model, path)
    marks = [*field.metadata, *marks_in(field.annotation)] if field else []
    return any(isinstance(mark, To) and Item.PARTY in mark.items for mark in marks)


def _several_meant(plain: str, path: KeyPath, model: type[BaseModel]) -> Meant | None:
    names = ids_named(plain)
    if not names or not accepts_whole(model, path, names):
        return None
    return Meant(Mend(f"[{', '.join(names)}]"), several=True)


def _choices_named(plain: str, path: KeyPath, model: type[BaseModel]) -> list[str]:
    """Give the choices that a text names one after the other, where a list of them may stand; empty for one."""
    each = [part.strip() for part in _AND.split(plain)]
    around = part_at(model, path[:-1]) if len(each) > 1 and isinstance(path[-1], str) else None
    names = [choice_called(around, str(path[-1]), part) for part in each] if around else []
    return names if names and all(names) and accepts_whole(model, path, names) else []


def accepts(model: type[BaseModel], path: KeyPath, value: object) -> bool:
    """Tell whether a value may stand at a place, alone or as an item of a list there."""
    steps = [step for step in path if isinstance(step, str)]
    around = part_at(model, tuple(steps[:-1])) if steps else None
    if around is None:  # under keys that the author chooses
        return len(steps) > 1 and accepts(model, tuple(steps[:-1]), {steps[-1]: value})
    if steps[-1] not in keys_of(around):
        return False
    field = _field_of(around, steps[-1])
    several = [[value], [value, value]]  # some lists need two
    return any(_is_read(field, one) for one in (several if isinstance(path[-1], int) else [value, *several]))


def accepts_whole(model: type[BaseModel], path: KeyPath, value: object) -> bool:
    """Tell whether a value may stand at a place as all that stands there."""
    steps = [step for step in path if isinstance(step, str)]
    around = part_at(model, tuple(steps[:-1])) if steps else None
    return bool(around and steps[-1] in keys_of(around) and _is_read(_field_of(around, steps[-1]), value))


def is_part(part: type[BaseModel], data: object) -> bool:
    """Tell whether data are a whole part of some type."""
    return _is_read(TypeAdapter(part), data)


def _is_read(field: TypeAdapter[Any], value: object) -> bool:
    try:
        field.validate_python(value)
    except ValidationError:
        return False
    return True


@cache
def _field_of(part: type[BaseModel], key: str) -> TypeAdapter[Any]:
    field = keys_of(part)[key]
    annotation: Any = field.annotation
    for mark in field.metadata:
        annotation = Annotated[annotation, mark]
    return TypeAdapter(annotation)


def _written(text: str, error: str) -> str:
    return quoted(text) if error == "code_form" else scalar(text)


def _candidates(plain: str, error: str, path: KeyPath, model: type[BaseModel]) -> Iterator[tuple[str, bool]]:
    yield from ((value, False) for value in values_called(plain))
    if find := _BY_ERROR.get(error):
        yield from find(plain)
    if error == "date_form":
        yield from ((word, True) for word, pattern in WORDS_OF_TIME if pattern.match(plain))
        within = dates_within(plain)
        yield from ((date, False) for date in within if len(within) == 1)
    if error in {"enum", "literal_error"}:
        yield from _choices(plain, path, model)


def _choices(plain: str, path: KeyPath, model: type[BaseModel]) -> Iterator[tuple[str, bool]]:
    """Give the value that a Swedish or English name stands for, safe where it is that name to the letter."""
    members = _members(path, model)
    if len(members) == 1:
        yield next(iter(members)), False
    if len(plain.split()) > 1:  # one word is known by its names
        yield from ((name, False) for name in degrees_meant(_bare(plain), members) if _is_of_degree(members))
    yield from (
        (name, True) for name, said in members.items() if _bare(plain) in {*map(_bare, said), *map(_short, said)}
    )
    yield from ((name, False) for name in _near(plain, members))


def _is_of_degree(members: Mapping[str, list[str]]) -> bool:
    """Tell whether values say how far something has come."""
    return "ongoing" in members


def choice_called(part: type[BaseModel], key: str, text: str) -> str:
    """Give the choice of a key that a text names, in Swedish or English, to the letter; empty for none."""
    named = (name for name, is_safe in _choices(text, (key,), part) if is_safe)
    called = (name for name in values_called(text) if accepts(part, (key,), name))
    return next((name for found in (named, called) for name in found), "") if choices_of_value(part, (key,)) else ""


def _near(plain: str, members: Mapping[str, list[str]]) -> Iterator[str]:
    """Give the values whose names are like a text, begin it, or have it for a word, each way where it leads to one."""
    guess = closest(plain, [(name, said) for name, forms in members.items() for said in forms])
    if guess and (not _bare(plain).startswith("inte ") or "not" in guess):
        yield guess
    if said := _LED.sub("", plain.casefold()).strip():
        yield from (name for name in (*values_called(said), *_called_alike(said, members)) if name in members)
    begun = _begun(_bare(plain), members)
    named = {name for name, said in members.items() if len(plain) >= _LEAST_OF_NAME and _is_in(_bare(plain), said)}
    yield from (found.pop() for found in (begun, named) if len(found) == 1)
    if not _DENIES.search(plain.casefold()):
        yield from _near_by_words(plain.casefold(), members)


_DENIES = re.compile(r"\b(?:inte|ej|icke|ingen|inga|inget|utan|not|no)\b")


def _near_by_words(plain: str, members: Mapping[str, list[str]]) -> Iterator[str]:
    """Give the one value that a word of a text is used for, or whose names have a word that begins as one of it does.

    Of several such it is the one with the shortest name: ”gemensam plan” is joint, rather than joint or consistent.
    """
    words = re.findall(r"[^\W\d_]+", plain)
    called = {name for word in words for name in values_called(word) if name in members}
    yield from (found for found in called if len(called) == 1)
    stems = {word[:_LEAST_BEGUN] for word in words if len(word) >= _LEAST_BEGUN}
    alike = {
        min(map(len, said)): name
        for name, said in reversed(list(members.items()))
        if any(
            word[:_LEAST_BEGUN] in stems or any(len(word) >= _LEAST_OF_NAME and one.startswith(word) for one in words)
            for form in said
            for word in _short(form).split()
        )
    }
    yield from (alike[length] for length in sorted(alike)[:1])


_LED = re.compile(r"\A(?:på|ska|skall|är|har|bör|under|för|to|is|on|should) ")
"""What leads up to a word: ”på remiss”, ”ska öka”."""


def _called_alike(said: str, members: Mapping[str, list[str]]) -> Iterator[str]:
    """Give the value whose name is a text, or begins with it, or is held by it as a part of a compound."""
    named = [(name, word) for name, forms in members.items() for form in forms for word in _short(form).split()]
    yield from (name for name, word in named if word == said)
    alike = {name: None for name, word in named if len(said) >= _LEAST_BEGUN and word.startswith(said)}
    held = {name: None for name, word in named if len(word) >= _LEAST_BEGUN and word in said and " " not in said}
    yield from (next(iter(found)) for found in (alike, held) if found)


def _is_in(word: str, names: list[str]) -> bool:
    """Tell whether a word is one of those of a name: ”plats” of ”plats och tillfälle”."""
    return any(word in re.findall(r"\w+", name.casefold()) for name in names)


def _members(path: KeyPath, model: type[BaseModel]) -> dict[str, list[str]]:
    """Give the values that may stand at a place, each with its names in both languages."""
    members = {name: [name, swedish, *swedish.split(" eller ")] for name, swedish in choices_of_value(model, path)}
    for member in (member for found in _choice_types(path, model) for member in found):
        members.setdefault(member.value, []).append(member.en)
    return members


def _begun(bare: str, members: Mapping[str, list[str]]) -> set[str]:
    """Give the values that a text begins with a name of, as ”delvis uppnått” does, or with the code of a language."""
    words = [(_short(word), name) for name, said in members.items() for word in (*said, *words_of_value(name))]
    begun = [(len(word), name) for word, name in words if bare.startswith(word)]
    whole = {name for length, name in begun if bare[length : length + 1] == " " or length == _CODE}
    return whole or {name for length, name in sorted(begun)[-1:] if length >= _LEAST_BEGUN}


def _bare(said: str) -> str:
    return re.sub("[-_ .]+", " ", _NOT.sub("inte ", said.casefold())).strip()


def _short(said: str) -> str:
    """Give a name without what is added to it in brackets or after a comma."""
    return _bare(re.split(" [(]|,", said)[0])


def _choice_types(path: KeyPath, model: type[BaseModel]) -> Iterator[type[Choice]]:
    steps = [step for step in path if isinstance(step, str)]
    around = part_at(model, tuple(steps[:-1]))
    field = keys_of(around).get(steps[-1]) if around else None
    for found in types_in(field.annotation) if field else ():
        if isinstance(found, type) and issubclass(found, Choice):
            yield found


_LEVELS = {
    "fel": "error",
    "varning": "warning",
    "notering": "note",
    "info": "note",
    "av": "off",
    "stäng av": "off",
    "ignorera": "off",
    "nej": "off",
    "false": "off",
}


def _levels(plain: str) -> Iterator[tuple[str, bool]]:
    said = plain.casefold()
    if meant := closest(said, [*((level, word) for word, level in _LEVELS.items())]):
        yield meant, said in {*_LEVELS, *_LEVELS.values()}


def _counts(plain: str) -> Iterator[tuple[str, bool]]:
    """Give the whole number that a text stands for, unless it is a share."""
    if re.search("%|procent|per cent", plain):
        return
    lengths = [length for length, _ in lengths_meant(plain)]
    yield from ((str(int(length[1:-1]) * _DAYS[length[-1]]), False) for length in lengths)  # such numbers are days
    if not lengths:
        yield from numbers_meant(plain)
        yield from ((number, False) for number in _AFTER_A_WORD.findall(plain))


_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_AFTER_A_WORD = re.compile(r"\A[^\W\d_]{1,20} ([0-9]{1,4})\Z")


def _codes(plain: str) -> Iterator[tuple[str, bool]]:
    if re.fullmatch("[0-9]{3}", plain):
        yield f"0{plain}", True
    elif len(found := re.findall("(?<![0-9])[0-9]{4}(?![0-9])", plain)) == 1:
        yield found[0], False


_NAMED_COLOURS = {
    "#1f4e79": "blå blått blue",
    "#14213d": "marin marinblå navy",
    "#2e6b34": "grön grönt green",
    "#a61c1c": "röd rött red",
    "#6d1a36": "vin vinröd vinrött",
    "#8a6d00": "gul gult guld yellow",
    "#b35900": "orange",
    "#5b2a86": "lila violett purple",
    "#a8326e": "rosa cerise pink",
    "#6b4423": "brun brunt brown",
    "#595959": "grå grått silver grey gray",
    "#0b6e75": "turkos cyan petrol",
    "#000000": "svart black",
}
"""Colours by their names, each so dark that it can be read on white."""
_SHADE = re.compile(r"\A(?:mörk|ljus|klar|djup|dark|light)[ -]?")
_RGB = re.compile(r"(?:rgb ?)?\(? ?([0-9]{1,3})[,; ] ?([0-9]{1,3})[,; ] ?([0-9]{1,3}) ?\)?", re.IGNORECASE)
_MOST_OF_COLOUR = 255


def _colours(plain: str) -> Iterator[tuple[str, bool]]:
    name = _SHADE.sub("", plain.casefold())
    yield from ((code, False) for code, names in _NAMED_COLOURS.items() if name in names.split())
    if (rgb := _RGB.fullmatch(plain)) and all(int(part) <= _MOST_OF_COLOUR for part in rgb.groups()):
        yield "#" + "".join(f"{int(part):02x}" for part in rgb.groups()), True
    digits = plain.strip("#").casefold()
    if re.fullmatch("[0-9a-f]{3}|[0-9a-f]{6}", digits):
        yield "#" + (digits if len(digits) > len("fff") else "".join(digit * 2 for digit in digits)), True


def _addresses(plain: str) -> Iterator[tuple[str, bool]]:
    if re.fullmatch(r"(?:https?[:;]/{0,2})?[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", plain):
        yield "https://" + re.sub(r"^https?[:;]/{0,2}", "", plain), True


def as_id(written: str, otherwise: str = "") -> str:
    """Give a text in the form of an id; another where nothing is left of it."""
    kept = unicodedata.normalize("NFC", written[:60]).lower()
    return re.sub("[^a-zåäö0-9]+", "-", kept).strip("-") or otherwise


def _ids(plain: str) -> Iterator[tuple[str, bool]]:
    yield as_id(plain), False


def _references(plain: str) -> Iterator[tuple[str, bool]]:
    whole, mark, item = plain.partition("#")
    if mark:
        yield f"{as_id(re.sub('[.]ya?ml$', '', whole))}#{as_id(item)}", False
    elif match := re.fullmatch(r"#?([\w-]+)(?:\.ya?ml)?(?:[/:.>]+| )(?!ya?ml$)([\w-]+)", plain, re.IGNORECASE):
        yield f"{as_id(match[1])}#{as_id(match[2])}", False
    if not ids_named(plain):
        name = as_id(re.sub("[.]ya?ml$", "", plain))
        yield name, name == plain.strip().casefold()  # ids have no capital letters


def _organisation_numbers(plain: str) -> Iterator[tuple[str, bool]]:
    digits = re.sub(r"\D", "", plain)
    if len(digits) in {10, 12}:
        yield f"{digits[-10:-4]}-{digits[-4:]}", True


def _fingerprints(plain: str) -> Iterator[tuple[str, bool]]:
    if code := _CODE_OF_TEXT.search(plain.casefold()):
        yield "-".join(re.findall("[0-9a-f]{4}", code.group())), True


def ids_named(plain: str) -> list[str]:
    """Part a list that is written as one text, as ”polisen och kommunen”, into ids; empty where it is only one."""
    names = [as_id(name) for name in _AND.split(plain) if name.strip()]
    return names if len(names) > 1 and all(" " not in name.strip() for name in _AND.split(plain)) else []


_BY_ERROR: dict[str, Callable[[str], Iterator[tuple[str, bool]]]] = {
    "date_form": dates_meant,
    "date_absent": dates_meant,
    "duration_form": lengths_meant,
    "cadence_form": cadences_meant,
    "yes_or_no": yes_or_no_meant,
    "number_form": numbers_meant,
    "whole_form": _counts,
    "code_form": _codes,
    "level_form": _levels,
    "colour_form": _colours,
    "url_form": _addresses,
    "id_form": _ids,
    "reference_form": _references,
    "organisation_number_form": _organisation_numbers,
    "fingerprint_form": _fingerprints,
}


def _pair(plain: str, error: str, path: KeyPath, model: type[BaseModel]) -> Mend | None:
    """Tell which keys a figure with words before it belongs under, beside or instead of its own."""
    if error not in {"number_form", "whole_form"} or not isinstance(path[-1], str):
        return None
    part = part_at(model, path[:-1])
    keys = keys_of(part) if part else {}
    if text := limits_meant(plain, keys):
        return Mend(text, MendKind.PAIR, is_safe=True)
    for _, precision, form in LIMIT_FORMS if "precision" in keys else ():
        if match := form.match(in_figures(plain)):
            return Mend(f"{path[-1]}: {digits(match[1])}\nprecision: {precision}", MendKind.PAIR, is_safe=True)
    return None


def names_a_part(part: type[BaseModel], key: str) -> bool:
    """Tell whether the values of a key are ids."""
    field = keys_of(part)[key]
    return NAMES_A_PART in [*field.metadata, *marks_in(field.annotation)]
