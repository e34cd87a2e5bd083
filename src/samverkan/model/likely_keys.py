"""Which key of a part a word that is none was most likely meant as."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.guess import closest
from samverkan.model.base import TextPart
from samverkan.model.fields import keys_of, part_at
from samverkan.model.meant_times import dates_within
from samverkan.model.mends import accepts_whole, meant_by
from samverkan.model.remarks import value_at
from samverkan.model.shapes import SWEDISH_NAMES
from samverkan.model.synonyms import keys_called
from samverkan.model.titles import keys_titled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from samverkan.findings import KeyPath


def likely_key(
    key: str, part: type[BaseModel], around: Mapping[str, Any], *, is_elsewhere: bool, is_guessed: bool
) -> str:
    """Give the key of a part that a word was most likely meant as; empty for none, or where it is a key nearby.

    Of several it is the first one that can take what is written under the word.
    """
    text = "" if is_elsewhere else text_missing(part, around)
    if text and (key.casefold() in SWEDISH_NAMES or _ends_title(key, keys_of(part)[text].title or "")):
        return text
    found = list(likely_keys(key, part, around, is_elsewhere=is_elsewhere, is_guessed=is_guessed))
    others = (one for one in found[1:] if takes(part, (one,), around[key]) and not accepts_whole(part, (one,), _ANY))
    return (
        next(others, found[0]) if len(found) > 1 and not takes(part, (found[0],), around[key]) else "".join(found[:1])
    )


_ANY = "Vad som helst"
_SHORTEST_END = 5


def _ends_title(key: str, title: str) -> bool:
    """Tell whether a word is the last part of a title: ”område” of ”Fokusområde”."""
    return len(key) >= _SHORTEST_END and title.casefold().endswith(key.casefold())


def text_missing(part: type[BaseModel], around: Mapping[str, Any]) -> str:
    """Give the key of the text that a part cannot be without, where it has none; empty where it has, or needs none."""
    key = part.text_key if issubclass(part, TextPart) else ""
    return key if key and key not in around and keys_of(part)[key].is_required() else ""


def likely_keys(
    key: str, part: type[BaseModel], around: Mapping[str, Any], *, is_elsewhere: bool, is_guessed: bool
) -> Iterator[str]:
    """Give the keys of a part that a word may have been meant as, the likeliest first.

    Args:
        key: the word.
        part: the part that it stands in as a key.
        around: the plain data of that part.
        is_elsewhere: whether it is a key of a part nearby.
        is_guessed: whether keys that are spelt much like it are looked for.
    """
    own = keys_of(part)
    free = [name for name in own if name not in around]
    if not is_elsewhere and (called := _key_called(key, own, free, around[key])):
        yield called
    guess = _closest_key(key, own) if is_guessed else ""
    if guess and (is_called(key, guess, own[guess].title or "") or not is_elsewhere):
        yield from [guess] if _is_likely(key, guess, part, around) else []
    if not is_elsewhere:
        yield from keys_titled(key, free)


def is_elsewhere_meant(
    path: KeyPath, places: Sequence[str], own: Mapping[str, FieldInfo], around: Mapping[str, Any]
) -> bool:
    """Tell whether a key is one of a part nearby rather than a word for a key of this one."""
    key, free = str(path[-1]), [one for one in own if one not in around]
    if key not in SAID_OF_PARTS_TOO and any(_is_at_hand(place, path, around) for place in places):
        return True
    return bool(places) and not _key_called(key, own, free, around[key])


SAID_OF_PARTS_TOO = frozenset({"by", "responsible"})
"""What stands at the top as well, and is more likely said of the part where it was written."""


def _is_at_hand(place: str, path: KeyPath, around: Mapping[str, Any]) -> bool:
    """Tell whether a slip of indent may have led away from a place: one around a part, or one in it that is there."""
    steps = [step for step in path if isinstance(step, str)]
    return len(place.split(".")) < len(steps) or place.rpartition(".")[2] in around


def takes(model: type[BaseModel], path: KeyPath, value: Any) -> bool:
    """Tell whether a value may stand at a place, as it is or as what it means."""
    if accepts_whole(model, path, value):
        return True
    return isinstance(value, str) and any(meant_by(value, error, path, model) for error in _FORMS)


_FORMS = ("enum", "date_form", "number_form", "cadence_form", "duration_form", "yes_or_no", "reference_form")


def _closest_key(key: str, own: Mapping[str, FieldInfo]) -> str:
    return closest(key, [(name, field.title or "") for name, field in own.items()])


_LIKE_WHATEVER_IT_SAYS = 0.8


def _is_likely(key: str, guess: str, part: type[BaseModel], around: Mapping[str, Any]) -> bool:
    """Tell whether a key was most likely meant as one that it is like: it is no word for what is there, and it fits."""
    own = keys_of(part)
    if is_called(key, guess, own[guess].title or ""):
        return True
    if keys_called(key, [one for one in own if one in around]) or says_no_date(guess, around[key]):
        return False
    if not isinstance(around[key], str) and not accepts_whole(part, (guess,), around[key]):
        return False
    much_alike = closest(key, [(guess, own[guess].title or "")], _LIKE_WHATEVER_IT_SAYS)
    return bool(much_alike) or takes(part, (guess,), around[key])


_DATED = frozenset({"signatures", "decisions", "signing_rules"})
"""What a word such as ”decided” stands for only with a date: ”beslutad: nej” is no decision."""


def says_no_date(key: str, value: Any) -> bool:
    """Tell whether a text stands where a key was meant that is for what has happened on a day."""
    return key in _DATED and isinstance(value, str) and not dates_within(value.strip())


def _key_called(key: str, own: Mapping[str, FieldInfo], free: Collection[str], value: Any) -> str:
    """Give the key that a word is used for, unless it is the very title of one."""
    called = next(iter(keys_called(key, free)), "")
    if says_no_date(called, value):
        return ""
    is_title = bool(called) and any(is_called(key, name, field.title or "") for name, field in own.items())
    return "" if is_title else called


def is_called(key: str, name: str, title: str) -> bool:
    """Tell whether a word is the name of a key or its Swedish title, capital letters aside."""
    return key.casefold().strip() in {name, title.casefold()}


def key_that_takes(path: KeyPath, model: type[BaseModel], data: Any) -> str:
    """Give the key beside another one that is much like it and takes what stands there: `analysis` for `analyses`.

    Args:
        path: the key that does not take what stands there.
        model: the document's model.
        data: the plain data of the document.

    Returns:
        The key, where it is free; empty where there is none.
    """
    part, around = part_at(model, path[:-1]), value_at(data, path[:-1])
    if part is None or not isinstance(around, dict) or not isinstance(path[-1], str):
        return ""
    free = [name for name in keys_of(part) if name not in around]
    meant = closest(path[-1], free, _LIKE_WHATEVER_IT_SAYS)
    return meant if meant and accepts_whole(part, (meant,), around[path[-1]]) else ""
