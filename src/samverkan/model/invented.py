"""Mends that show what may stand in a place, and say what the author has not written: they are marked as examples."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from samverkan.findings import MendKind
from samverkan.model.choices import Choice
from samverkan.model.meant_numbers import digits, numbers_meant
from samverkan.model.meant_times import cadences_meant, dates_within, lengths_meant
from samverkan.model.mends import as_id
from samverkan.model.said_cadences import cadence_in
from samverkan.source.reader import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkan.findings import Mend

_LEAST_STEM = 5


def marked_as_example(mend: Mend | None, value: Any) -> Mend | None:
    """Mark a mend as an example where it says something that the author has not written.

    Args:
        mend: the mend.
        value: what the author wrote in its place.
    """
    if mend is None or mend.kind is not MendKind.VALUE or not isinstance(mend.text, str):
        return mend
    read, _ = parse(f"key: {mend.text}")
    said = _leaves(read["key"]) if isinstance(read, dict) else ()
    written = " ".join(_words(value))
    return mend if all(_is_said(one, written) for one in said) else replace(mend, is_example=True)


def _is_said(one: str, written: str) -> bool:
    """Tell whether a value says what was written: in the same words, as an id of them, or as files write it."""
    plain, bare = " ".join(one.split()).casefold(), " ".join(written.split()).casefold()
    if plain.removeprefix("https://") in bare or plain in as_id(bare) or as_id(plain) in as_id(bare):
        return True
    words = written.split()
    lengths = (lengths_meant(" ".join(two)) for two in pairwise(words))
    found = (*cadences_meant(written), *lengths_meant(written), *chain(*lengths), *numbers_meant(written))
    is_made = (
        one in {cadence_in(written), *(name for name, _ in found)}
        or one in dates_within(written)
        or one in digits(written)
    )
    return is_made or any(name[:_LEAST_STEM] in bare for name in _names().get(one, ()))


@cache
def _names() -> Mapping[str, list[str]]:
    """Give the Swedish and English names of each value of each closed list."""
    found = {"true": ["automatiskt", "automatically"]}
    for choice in Choice.__subclasses__():
        for member in choice:
            found.setdefault(member.value, []).extend((member.sv.casefold(), member.en.casefold()))
    return found


def _leaves(value: Any) -> Iterator[str]:
    """Give the values that plain data hold."""
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _leaves(inner)
    else:
        yield str(value)


def _words(value: Any) -> Iterator[str]:
    """Give all that stands in plain data, with the keys: where they are wrong they may be what was said."""
    if isinstance(value, dict):
        yield from map(str, value)
    yield from _leaves(value)
