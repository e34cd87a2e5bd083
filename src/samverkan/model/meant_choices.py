"""The value of a closed list that a text stands for: by its names, words used for it, or how it begins."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from samverkan.guess import closest
from samverkan.model.choices import Choice
from samverkan.model.degrees import degrees_meant
from samverkan.model.fields import choices_of_value, keys_of, part_at, types_in
from samverkan.model.synonyms import values_called, words_of_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel

    from samverkan.findings import KeyPath

_AS_MANY = 4096
"""How many names are known as they are compared: all of the format, and words that are told of besides."""
_LEAST_BEGUN = 5
_LEAST_OF_NAME = 4
_NOT = re.compile(r"\A(?:ej|icke|inte ännu|ännu ej)[ -]")
_CODE = 2
"""As many letters have the codes of languages: ”svenska” begins with that of Swedish."""


def choices_meant(plain: str, path: KeyPath, model: type[BaseModel]) -> Iterator[tuple[str, bool]]:
    """Give the value that a Swedish or English name stands for, safe where it is that name to the letter."""
    members = _members(path, model)
    if len(members) == 1:
        yield next(iter(members)), False
    if len(plain.split()) > 1:  # one word is known by its names
        yield from ((name, False) for name in degrees_meant(_bare(plain), members) if _is_of_degree(members))
    yield from ((name, True) for name in _named(plain, members))
    yield from ((name, False) for name in _near(plain, members))


def choices_named(plain: str, path: KeyPath, model: type[BaseModel]) -> Iterator[str]:
    """Give the values that a text names to the letter, in Swedish or English."""
    return _named(plain, _members(path, model))


def choice_having(plain: str, path: KeyPath, model: type[BaseModel]) -> str:
    """Give the one value that has a word among those of its names; empty for none, or several.

    Args:
        plain: the word.
        path: the place.
        model: the model that has it.
    """
    found = _having(_bare(plain), _members(path, model))
    return found.pop() if len(found) == 1 else ""


def _named(plain: str, members: Mapping[str, list[str]]) -> Iterator[str]:
    bare = _bare(plain)
    return (name for name, said in members.items() if bare in {*map(_bare, said), *map(_short, said)})


def _is_of_degree(members: Mapping[str, list[str]]) -> bool:
    """Tell whether values say how far something has come."""
    return "ongoing" in members


def _near(plain: str, members: Mapping[str, list[str]]) -> Iterator[str]:
    """Give the values whose names are like a text, begin it, or have it for a word, each way where it leads to one."""
    guess = closest(plain, [(name, said) for name, forms in members.items() for said in forms])
    if guess and (not _bare(plain).startswith("inte ") or "not" in guess):
        yield guess
    yield from _whole_names_in(plain, members)
    if said := _LED.sub("", plain.casefold()).strip():
        yield from (name for name in (*values_called(said), *_called_alike(said, members)) if name in members)
    for found in (_begun(_bare(plain), members), _having(_bare(plain), members)):
        yield from found if len(found) == 1 else ()
    if not _DENIES.search(plain.casefold()):
        yield from _near_by_words(plain.casefold(), members)


def _whole_names_in(plain: str, members: Mapping[str, list[str]]) -> list[str]:
    """Give the one value whose whole name is among the words of a text: ”kommunalt bostadsbolag”; none for several."""
    words = set(re.findall(r"[^\W\d_]+", plain.casefold()))
    said = {name: [set(_short(form).split()) for form in forms] for name, forms in members.items()}
    found = [name for name, forms in said.items() if any(form and form <= words for form in forms)]
    return found if len(found) == 1 and not _DENIES.search(plain.casefold()) else []


def _having(bare: str, members: Mapping[str, list[str]]) -> set[str]:
    """Give the values that have a word among those of their names."""
    return {name for name, said in members.items() if len(bare) >= _LEAST_OF_NAME and _is_in(bare, said)}


_DENIES = re.compile(r"\b(?:inte|ej|icke|ingen|inga|inget|utan|not|no)\b")


def _near_by_words(plain: str, members: Mapping[str, list[str]]) -> Iterator[str]:
    """Give the one value that a word of a text is used for, or whose names have a word that begins as one of it does.

    Of several such it is the one with the shortest name: ”gemensam plan” is joint, rather than joint or consistent.
    """
    words = re.findall(r"[^\W\d_]+", plain)
    called = {name for word in words for name in values_called(word) if name in members}
    if len(called) == 1:
        yield from called
    alike = [(min(map(len, said)), name) for name, said in members.items() if _begin_alike(words, said)]
    yield from (name for _, name in sorted(alike, key=lambda one: one[0])[:1])


def _begin_alike(words: list[str], names: list[str]) -> bool:
    """Tell whether a word begins as one of the words of some names does."""
    own = [word for name in names for word in _short(name).split()]
    stems = {word[:_LEAST_BEGUN] for word in words if len(word) >= _LEAST_BEGUN}
    begun = any(one.startswith(word) for one in words for word in own if len(word) >= _LEAST_OF_NAME)
    return begun or any(word[:_LEAST_BEGUN] in stems for word in own)


_LED = re.compile(r"\A(?:på|ska|skall|är|har|bör|under|för|to|is|on|should) ")
"""What leads up to a word: ”på remiss”, ”ska öka”."""


def _called_alike(said: str, members: Mapping[str, list[str]]) -> Iterator[str]:
    """Give the value whose name is a text, or begins with it, or is held by it as a part of a compound."""
    named = _words_of_names(members)
    yield from (name for name, word in named if word == said)
    if len(said) >= _LEAST_BEGUN:
        yield from [name for name, word in named if word.startswith(said)][:1]
    if " " not in said:
        yield from [name for name, word in named if len(word) >= _LEAST_BEGUN and word in said][:1]


def _words_of_names(members: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, word) for name, forms in members.items() for form in forms for word in _short(form).split()]


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


@lru_cache(maxsize=_AS_MANY)
def _bare(said: str) -> str:
    return re.sub("[-_ .]+", " ", _NOT.sub("inte ", said.casefold())).strip()


@lru_cache(maxsize=_AS_MANY)
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
