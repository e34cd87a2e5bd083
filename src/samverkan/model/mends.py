"""What was most likely meant where a value cannot be read: tried on the field itself, so that what is proposed fits."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from pydantic import BaseModel, TypeAdapter, ValidationError

from samverkan.characters import odd_in, plainly
from samverkan.findings import Mend, MendKind
from samverkan.guess import closest
from samverkan.model.base import NAMES_A_PART
from samverkan.model.choices import Item
from samverkan.model.colours import colours_meant
from samverkan.model.fields import choices_of_value, field_at, keys_of, marks_in, part_at
from samverkan.model.links import To
from samverkan.model.meant_choices import choice_having, choices_meant, choices_named
from samverkan.model.meant_numbers import LIMIT_FORMS, digits, in_figures, limits_meant, numbers_meant, yes_or_no_meant
from samverkan.model.meant_spans import months_said, span_meant
from samverkan.model.meant_times import (
    WORDS_OF_TIME,
    cadences_meant,
    dates_meant,
    dates_put_right,
    dates_within,
    lengths_meant,
)
from samverkan.model.synonyms import values_called
from samverkan.source.quoting import quoted, scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from samverkan.findings import KeyPath

_MOST_READ = 200
_CODE_OF_TEXT = re.compile(r"(?<![^\W_])[0-9a-f]{4}(?:[ -]{0,3}[0-9a-f]{4}){3}(?![^\W_])")
_ALL = frozenset({"allt", "alla", "samtliga", "all", "everything"})
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
    if several := _several_first(plain, error, path, model):
        return several
    for text, is_safe in (*([(plain, True)] if plain != value else []), *_candidates(plain, error, path, model)):
        if text and accepts(model, path, text):
            return Meant(Mend(_written(text, error), is_safe=is_safe), odd_in(value) if text == plain else "")
    return _beside(plain, error, path, model)


def _several_first(plain: str, error: str, path: KeyPath, model: type[BaseModel]) -> Meant | None:
    """Tell whether a text names several choices, parties or times, where more than one may stand."""
    if error == "reference_form":
        return _several_meant(plain, path, model) if _takes_parties(path, model) else None
    if error == "date_form":
        return _span(plain, path, model)
    names = _choices_named(plain, path, model) if error in {"enum", "literal_error"} else []
    return Meant(Mend(f"[{', '.join(names)}]")) if names else None


def _span(plain: str, path: KeyPath, model: type[BaseModel]) -> Meant | None:
    """Tell whether a text names a time from one to another, where such may stand."""
    span = span_meant(plain)
    is_taken = bool(span) and accepts(model, path, span)
    return Meant(Mend(f"{{from: {span['from']}, until: {span['until']}}}")) if is_taken else None


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
    if plain.casefold() in _ALL:
        return _all_choices(path, model)
    around = part_at(model, path[:-1]) if len(each) > 1 and isinstance(path[-1], str) else None
    names = _each_called(each, str(path[-1]), around) if around else []
    return names if names and accepts_whole(model, path, names) else []


def _each_called(each: list[str], key: str, part: type[BaseModel]) -> list[str]:
    """Give the choice that each of some texts names, the first to the letter; empty where one names none of its own."""
    names = [choice_called(part, key, one) for one in each]
    if any(names):  # the others by a word of their names
        names = [name or choice_having(one, (key,), part) for name, one in zip(names, each, strict=True)]
    return names if all(names) and len({*names}) == len(names) else []


def _all_choices(path: KeyPath, model: type[BaseModel]) -> list[str]:
    """Give all choices, where a list of them may stand."""
    names = [name for name, _ in choices_of_value(model, path) if name != "other"]
    return names if isinstance(path[-1], str) and accepts_whole(model, path, names) else []


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


def _values_of(plain: str, error: str, path: KeyPath, model: type[BaseModel]) -> list[str]:
    """Give the values that a word is used for: none in the place of an id, unless that is of parties."""
    is_id = error in {"id_form", "reference_form"} and not _takes_parties(path, model)
    return [] if is_id else values_called(plain)


def _candidates(plain: str, error: str, path: KeyPath, model: type[BaseModel]) -> Iterator[tuple[str, bool]]:
    yield from ((value, False) for value in _values_of(plain, error, path, model))
    if find := _BY_ERROR.get(error):
        yield from find(plain)
    if error in {"date_form", "date_absent"}:
        yield months_said(span_meant(plain)), True
        yield from ((date, False) for date in dates_put_right(plain))
    if error == "date_form":
        yield from ((word, True) for word, pattern in WORDS_OF_TIME if pattern.match(plain))
        within = dates_within(plain)
        yield from ((date, False) for date in within if len(within) == 1)
    if error in {"enum", "literal_error"}:
        yield from choices_meant(plain, path, model)


def choice_called(part: type[BaseModel], key: str, text: str) -> str:
    """Give the choice of a key that a text names, in Swedish or English, to the letter; empty for none."""
    if not choices_of_value(part, (key,)):
        return ""
    called = (name for name in values_called(text) if accepts(part, (key,), name))
    return next(chain(choices_named(text, (key,), part), called), "")


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
    if beside_share := _BESIDE_SHARE.fullmatch(plain):
        yield beside_share[1].replace(" ", ""), False
    if re.search("%|procent|per cent", plain):
        return
    lengths = [length for length, _ in lengths_meant(plain)]
    yield from ((str(int(length[1:-1]) * _DAYS[length[-1]]), False) for length in lengths)  # such numbers are days
    if not lengths:
        yield from numbers_meant(plain)
        yield from ((number, False) for number in _AFTER_A_WORD.findall(plain))


_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_BESIDE_SHARE = re.compile(r"([0-9]{1,3}(?: ?[0-9]{3}){0,2}) \([0-9]{1,3}(?:[.,][0-9]{1,2})? ?(?:%|procent|per cent)\)")
"""A number with the share that it is: ”441 (49 %)”."""
_AFTER_A_WORD = re.compile(r"\A[^\W\d_]{1,20} ([0-9]{1,4})\Z")


_OF_ORGANISATION = re.compile("(?:SE)?(?:16)?[0-9]{6}[- ]?[0-9]{4}(?:01)?")


def _codes(plain: str) -> Iterator[tuple[str, bool]]:
    if re.fullmatch("[0-9]{3}", plain):
        yield f"0{plain}", True
    elif (
        not re.fullmatch("(?:SE)?(?:16)?[0-9]{6}[- ]?[0-9]{4}(?:01)?", plain)
        and len(found := re.findall("(?<![0-9])[0-9]{4}(?![0-9])", plain)) == 1
    ):
        yield found[0], False


def addresses_meant(plain: str) -> Iterator[tuple[str, bool]]:
    """Give the address on the web that a text stands for, whole: ”www.kommun.se”."""
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


def organisation_numbers(plain: str) -> Iterator[tuple[str, bool]]:
    """Give the organisation number that a text stands for, as files write it."""
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
    "colour_form": colours_meant,
    "url_form": addresses_meant,
    "id_form": _ids,
    "reference_form": _references,
    "organisation_number_form": organisation_numbers,
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
