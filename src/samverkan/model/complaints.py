"""Pydantic's errors as remarks: which of them are told, and which follow from others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import MOST_TOLD, KeyPath, Mend, MendKind, Remark
from samverkan.model.base import TextPart
from samverkan.model.fields import part_at
from samverkan.model.fitting import gathered
from samverkan.model.key_meant import names_party
from samverkan.model.proposed import proposed
from samverkan.model.remarks import PLACES, is_long_enough, is_there, meant_places, place_of, remark, value_at
from samverkan.model.shapes import is_cut_text
from samverkan.model.spans import spans_as_keys
from samverkan.model.swapped_values import of_swapped
from samverkan.model.time_keys import times_as_keys
from samverkan.model.two_texts import two_keys_of
from samverkan.model.worded import worded
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails


def _cut_texts(errors: list[ErrorDetails], model: type[BaseModel], data: Any) -> set[KeyPath]:
    """Find the texts that a colon in them has made a key with a value: ”Mål: färre brott” where a text may stand."""
    found = set()
    for error in errors:
        place = place_of(error, data)[:-1]
        part = part_at(model, place) if error["type"] == "extra_forbidden" else None
        if (
            part is not None
            and issubclass(part, TextPart)
            and is_cut_text(value_at(data, place))
            and not two_keys_of(part)
            and not names_party(value_at(data, place), part, data)
        ):
            found.add(place)
    return found


def _split_items(errors: list[ErrorDetails], model: type[BaseModel], data: Any) -> dict[KeyPath, Mend]:
    """Find the lists where each key of an item has a hyphen of its own, and how they are put together."""
    found: dict[KeyPath, Mend] = {}
    located = [error["loc"] for error in errors]
    for place in {loc[:i] for loc in located for i, step in enumerate(loc) if isinstance(step, int)}:
        if mend := gathered(value_at(data, place), place, model):
            found[place] = mend
    return found


def _is_under(place: KeyPath, places: Collection[KeyPath]) -> bool:
    return any(place[:i] in places for i in range(len(place) + 1))


def _cut_text(path: KeyPath) -> Remark:
    return replace(remark("colon-in-text", path), mend=Mend("", MendKind.QUOTES, is_safe=True))


def _where_free(made: Remark, data: Any) -> Remark:
    """Propose no key that the part has already, and let that one be read."""
    if any(is_there(data, place) for place in meant_places(made)):
        fields = {name: value for name, value in made.message.fields.items() if name not in PLACES}
        return replace(made, mend=None, message=replace(made.message, fields=fields))
    return made


def remarks_of(errors: list[ErrorDetails], model: type[BaseModel], data: Any) -> list[Remark]:
    """Word pydantic's errors, each place once for each rule, and a misspelt key once and not as missing too.

    Args:
        errors: what the model's validation raised.
        model: the document's model.
        data: the plain data that were validated.
    """
    cut = _cut_texts(errors, model, data)
    split = _split_items(errors, model, data)
    unknown_keys = [place_of(error, data) for error in errors if error["type"] == "extra_forbidden"]
    spans = spans_as_keys(unknown_keys, model, data)
    times, told_with_times = times_as_keys(unknown_keys, model, data)
    first = [*map(_cut_text, cut), *(replace(remark("hyphen-each", place), mend=mend) for place, mend in split.items())]
    first += [*spans.values(), *times.values()]
    told = {*cut, *spans, *told_with_times}
    found = {(made.rule, made.path): made for made in first}
    unknown = 0
    for error in errors:
        place = place_of(error, data)
        if not {place, place[:-1]}.isdisjoint(told) or _is_under(error["loc"], split):
            continue
        unknown += error["type"] == "extra_forbidden"
        if is_long_enough(error):
            continue
        said = worded(error, model, data, is_guessed=unknown <= MOST_TOLD)
        made = proposed(said, error, model, data)
        found.setdefault((made.rule, made.path), _where_free(made, data))
    return _as_mail(_without_meant(_each_once(of_swapped(found.values(), model, data))))


def _each_once(found: Iterable[Remark]) -> list[Remark]:
    """Propose no key twice in the same part: what two keys were meant as is for the author to put together."""
    proposed: set[KeyPath] = set()
    kept = []
    for made in found:
        is_key = made.at_key and made.mend is not None and made.mend.kind in {MendKind.KEY, MendKind.PAIR}
        key = (*made.path[:-1], str(made.mend.text).partition(":")[0]) if is_key and made.mend is not None else ()
        kept.append(replace(made, mend=None) if key in proposed else made)
        proposed |= {key} - {()}
    return kept


def _as_mail(found: list[Remark]) -> list[Remark]:
    """Tell in one of the lines at the head of an e-mail that came along into a file."""
    keys = [made for made in found if made.rule == "unknown-key" and str(*made.path[:1]).casefold() in _MAIL]
    head = [made for made in keys if len(made.path) == 1]
    if len(head) < _FEWEST_OF_MAIL:
        return found
    said = remark("mail-head", head[0].path, at_key=True, keys=FirstOf(tuple(str(made.path[0]) for made in head)))
    return [said, *(made for made in found if made not in head)]


def _without_meant(found: list[Remark]) -> list[Remark]:
    """Leave out the keys that are missing only because they are misspelt."""
    meant = {place for made in found for place in meant_places(made)}
    whole = {place[:-1] for place in meant if len(place) > 1 and isinstance(place[-2], int)}
    return [made for made in found if made.rule != "missing-key" or made.path not in meant | whole]


_MAIL = frozenset({"från", "till", "kopia", "ämne", "skickat", "datum", "from", "to", "cc", "subject", "sent", "date"})
_FEWEST_OF_MAIL = 2
