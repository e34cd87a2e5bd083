"""Keys that a part does not have: what each was meant as, where it belongs, and what is to stand there instead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.characters import odd_in, plainly
from samverkan.findings import KeyPath, Mend, MendKind, Remark
from samverkan.model.base import TextPart
from samverkan.model.belongs_in import belonging_in, case_number_at_top, in_its_part
from samverkan.model.examples import pair
from samverkan.model.fields import (
    keys_of,
    part_at,
    places_near,
)
from samverkan.model.fitting import fitted
from samverkan.model.invented import marked_as_example
from samverkan.model.key_meant import key_meant, key_of_document, key_of_id, party_with_office
from samverkan.model.likely_keys import (
    SAID_OF_PARTS_TOO,
    is_called,
    is_elsewhere_meant,
    likely_key,
    likely_keys,
    says_no_date,
    takes,
    text_missing,
)
from samverkan.model.meant_under import mend_under, party_as_value, with_its_value
from samverkan.model.mends import accepts_whole, names_a_part
from samverkan.model.names_of_actors import name_of_actor
from samverkan.model.of_another_kind import of_another_kind, of_another_list
from samverkan.model.other_end import from_other_end
from samverkan.model.outcome_keys import outcome_written
from samverkan.model.own_sections import as_section, commitments_of_party, of_groups
from samverkan.model.remarks import characters_named, is_there, marked, remark, shown, value_at
from samverkan.model.said_above import said_above
from samverkan.model.settings import Settings
from samverkan.model.shapes import key_of_same, key_of_value, mapped
from samverkan.model.signing_said import signing_said
from samverkan.model.target_times import time_of_target
from samverkan.model.two_texts import key_and_text
from samverkan.words.hints import AT_TOP, UNDER
from samverkan.words.sentence import AnyOf, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pydantic import BaseModel

_PERSONAL = frozenset({"personnummer", "pnr", "personnr", "födelsedatum", "födelsenummer", "samordningsnummer"})


def unknown_key(path: KeyPath, model: type[BaseModel], value: Any, data: Any, *, is_guessed: bool) -> Remark:
    """Say of a key that its part does not have what it was most likely meant as, or where it belongs.

    Args:
        path: the key.
        model: the model of the whole document.
        value: what stands under it.
        data: the plain data of the document.
        is_guessed: whether to guess what was meant, which takes a time.
    """
    key, part = str(path[-1]), part_at(model, path[:-1]) or model
    if plainly(key).casefold() in _PERSONAL:
        return replace(remark("personal-key", path, at_key=True, key=shown(key)), hides=True)
    own, places = keys_of(part), _places_for(key, value, path, model, is_guessed=is_guessed)
    by_value = is_guessed and not places
    if said := _oddly_written(path, key, own) or _of_what_it_holds(path, model, data, by_value=by_value):
        return said
    around, free = value_at(data, path[:-1]), _free_places(key, places, data)
    is_elsewhere = is_elsewhere_meant(path, free, own, around)
    if meant := likely_key(key, part, around, is_elsewhere=is_elsewhere, is_guessed=is_guessed):
        made = _misspelt(path, key, meant, own[meant].title or "")
        return with_its_value(made, meant, model, data) if is_guessed else made
    if is_guessed and (said := _of_its_value(path, model, data, by_value=by_value)):
        return said
    return _of_another_part(path, model, data, places, free)


def _of_what_it_holds(path: KeyPath, model: type[BaseModel], data: Any, *, by_value: bool) -> Remark | None:
    said = time_of_target(path, model, data) or outcome_written(path, model, data)
    said = said or case_number_at_top(path, model, data) or from_other_end(path, model, data)
    if said or not by_value:
        return said
    said = key_meant(path, model, data) or name_of_actor(path, model, data) or signing_said(path, model, data)
    said = said or of_groups(path, model, data) or commitments_of_party(path, model, data)
    return said or of_another_kind(path, model, value_at(data, path))


def _of_its_value(path: KeyPath, model: type[BaseModel], data: Any, *, by_value: bool) -> Remark | None:
    """Say where a word with its value belongs, as that value tells: an id of another part, or a text about the word."""
    if (said := key_of_document(path, model, data)) or not by_value:
        return said
    return key_of_id(path, model, data) or key_and_text(path, model, data) or belonging_in(path, model, data)


def _places_for(key: str, value: Any, path: KeyPath, model: type[BaseModel], *, is_guessed: bool) -> list[str]:
    places = places_near(model, key, path[:-1])
    return _places_taking(key, value, places, model) if is_guessed else places


def _places_taking(key: str, value: Any, places: list[str], model: type[BaseModel]) -> list[str]:
    """Give those of some places that can take what is written under a key there; all of them where none can."""
    if not isinstance(value, str):
        return places
    steps = [tuple(place.split(".")) if place else () for place in places]
    taking = [place for place, step in zip(places, steps, strict=True) if takes(model, (*step, key), value)]
    return taking or places


def _free_places(key: str, places: Sequence[str], data: Any) -> list[str]:
    """Give the places that a key can be moved to: not to the top, where it stands there already."""
    return [one for one in places if one or not is_there(data, (key,))]


def _of_another_part(
    path: KeyPath, model: type[BaseModel], data: Any, known: Sequence[str], places: Sequence[str]
) -> Remark:
    """Say under which key of this part a value belongs, or in which part the key does, or what keys there are.

    Args:
        path: the key.
        model: the model of the whole document.
        data: the plain data of the document.
        known: the parts nearby that know the key.
        places: those of them that it can be moved to.
    """
    key, part, value = str(path[-1]), part_at(model, path[:-1]) or model, value_at(data, path)
    own = _free_key_of_value(path, part, places, data) or _only_text_missing(path, part, known, data)
    if same := own or _key_meant_for(path, value, model, known, places):
        return _said_with_another_key(path, part, same, data)
    near = _of_part_near(path, places or ([] if isinstance(value, str) else known), model, data)
    said = said_above(path, model, data) or near or _of_settings(key, path, model)
    return said or of_another_list(path, model, data) or _of_nothing(path, model, data)


def _of_settings(key: str, path: KeyPath, model: type[BaseModel]) -> Remark | None:
    is_setting = key in keys_of(Settings) and model is not Settings
    return remark("key-of-settings", path, at_key=True, key=shown(key)) if is_setting else None


def _of_nothing(path: KeyPath, model: type[BaseModel], data: Any) -> Remark:
    """Say what keys there are, or that a text at the top is a section of the author's own."""
    key, part = str(path[-1]), part_at(model, path[:-1]) or model
    sentence = "unknown-key-none" if "sections" in keys_of(model) else "unknown-setting"
    if section := as_section(path, model, data):
        return replace(remark("own-section", path, at_key=True, key=shown(key)), mend=section)
    return remark(sentence, path, at_key=True, key=shown(key), keys=marked(keys_of(part)))


def _of_part_near(path: KeyPath, places: Sequence[str], model: type[BaseModel], data: Any) -> Remark | None:
    """Say that a key belongs in a part nearby; None where no such part knows it."""
    if not places:
        return None
    said = remark("unknown-key-elsewhere", path, at_key=True, key=shown(str(path[-1])), place=_any_of(places))
    if len(places) > 1:
        return said
    return in_its_part(replace(said, mend=Mend(places[0] or ".", MendKind.MOVE)), places[0], model, data)


def _free_key_of_value(path: KeyPath, part: type[BaseModel], places: Sequence[str], data: Any) -> str:
    """Give the key that a value belongs under, unless that is taken and another part nearby has the key."""
    own = key_of_value(part, str(path[-1]), value_at(data, path))
    return "" if own in value_at(data, path[:-1]) and places else own


_MOST_KEYS = 40
"""Of a part that is looked through for what was meant: more is not written by hand."""


def _only_text_missing(path: KeyPath, part: type[BaseModel], places: Sequence[str], data: Any) -> str:
    """Give the key of the text that a part lacks, where one key of it is not known and holds a text; else nothing."""
    around = value_at(data, path[:-1])
    if len(around) > _MOST_KEYS:
        return ""
    own = keys_of(part)
    unknown = [
        key
        for key in around
        if key not in own and not any(likely_keys(key, part, around, is_elsewhere=False, is_guessed=True))
    ]
    key = text_missing(part, around) if len(path) > 1 and not places and unknown == [path[-1]] else ""
    return key if key and accepts_whole(part, (key,), around[path[-1]]) else ""


def _key_meant_for(
    path: KeyPath, value: Any, model: type[BaseModel], known: Sequence[str], places: Sequence[str]
) -> str:
    """Give the key of a part that says what another key was meant to say; empty for none."""
    key, part = str(path[-1]), part_at(model, path[:-1]) or model
    is_said_here = key in SAID_OF_PARTS_TOO and isinstance(value, str)
    near = [place for place in places if place] if is_said_here else known
    if len(path) == 1 and near:
        return ""  # it is a key of a part of the document
    if "" not in near:
        same = _of_time(key_of_same(model, part, key), part, value)
        return "" if says_no_date(same, value) else same
    return _text_for_title(key, value, part)


def _text_for_title(key: str, value: Any, part: type[BaseModel]) -> str:
    """Give the key of a part's text for a title: every document has one of its own, so the text is what is meant."""
    is_text = key == "title" and isinstance(value, str) and issubclass(part, TextPart)
    return part.text_key if is_text and issubclass(part, TextPart) and _is_its_text(part.text_key) else ""


def _of_time(same: str, part: type[BaseModel], value: Any) -> str:
    """Give the key for words about when in the place of one for days, where a value says no day."""
    is_in_words = same in {"dates", "until", "from", "deadline"} and "when" in keys_of(part)
    return "when" if is_in_words and isinstance(value, str) and not takes(part, (same,), value) else same


def _is_its_text(key: str) -> bool:
    return key == "name" or key.endswith("text")


def _any_of(places: Sequence[str]) -> Text:
    return AT_TOP if "" in places else UNDER.with_fields(places=AnyOf(tuple(f"`{place}`" for place in places[:3])))


def _oddly_written(path: KeyPath, key: str, own: Collection[str]) -> Remark | None:
    plain, odd = plainly(key), odd_in(key)
    if plain not in own or not odd:
        return None
    said = remark("odd-character", path, at_key=True, value=shown(key), code=characters_named(odd), meant=plain)
    return replace(said, mend=Mend(plain, MendKind.KEY, is_safe=True))


def _misspelt(path: KeyPath, key: str, guess: str, title: str) -> Remark:
    said = remark("unknown-key", path, at_key=True, key=shown(key), guess=guess, meant=guess)
    return replace(said, mend=Mend(guess, MendKind.KEY, is_safe=is_called(key, guess, title)))


def _said_with_another_key(path: KeyPath, part: type[BaseModel], same: str, data: Any) -> Remark:
    key, value = str(path[-1]), value_at(data, path)
    text = party_as_value(part, same, value, data) or mapped(part, same, value, party_with_office(value, data))
    said = remark("unknown-key-same", path, at_key=True, key=shown(key), same=same, example=pair(part, same))
    if not text and accepts_whole(part, (same,), value):
        return replace(said, mend=Mend(same, MendKind.KEY))
    if mend := _mend_of_text(same, path, part, data):
        return replace(said, mend=replace(mend, is_safe=False))
    if text:
        return replace(said, mend=Mend(f"{same}: {text}", MendKind.PAIR))
    whole = marked_as_example(fitted(value, "", (same,), part), value)
    return replace(said, mend=whole and replace(whole, text=f"{same}: {whole.text}", kind=MendKind.PAIR))


def _mend_of_text(same: str, path: KeyPath, part: type[BaseModel], data: Any) -> Mend | None:
    is_text = isinstance(value_at(data, path), str) and not names_a_part(part, same)
    is_short = is_text and len(value_at(data, path[:-1])) <= _MOST_KEYS
    return mend_under(same, path, part, data) if is_short else None
