"""The Swedish titles that a key has in documents of any kind: who knows one of them writes it elsewhere too."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from samverkan.model.fields import keys_of, part_in
from samverkan.model.kinds import KINDS, model_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pydantic import BaseModel


def keys_titled(written: str, own: Collection[str]) -> list[str]:
    """Give the keys among some that have a word for their title in any part of any kind of document.

    Args:
        written: the word.
        own: the keys.
    """
    word, titles = written.strip().casefold(), _titles()
    return [key for key in own if word in titles.get(key, ())]


@cache
def _titles() -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    waiting: list[type[BaseModel]] = [model_of(kind) for kind in KINDS]
    seen: set[type[BaseModel]] = set()
    while waiting:
        part = waiting.pop()
        if part in seen:
            continue
        seen.add(part)
        for key, field in keys_of(part).items():
            title = (field.title or "").partition(" (")[0]
            found.setdefault(key, set()).add(title.casefold())
            inner = part_in(field.annotation)
            waiting += [inner] if inner else []
    return found
