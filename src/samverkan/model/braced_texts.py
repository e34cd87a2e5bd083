"""Texts between braces, where keys with values would stand: `{minst 60}`, `{Kommunens webbplats, Facebook}`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend
from samverkan.model.fields import keys_of, part_at
from samverkan.model.fitting import flow
from samverkan.model.mends import accepts, accepts_whole
from samverkan.model.remarks import is_empty, remark, value_at
from samverkan.model.shapes import meant_shape

if TYPE_CHECKING:
    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark


def of_braced_texts(made: list[Remark], unread: set[KeyPath], model: type[BaseModel], data: Any) -> list[Remark]:
    """Tell of texts between braces as such, and not that each is a key without a value.

    Args:
        made: what is said of the document's empty values.
        unread: the places that are left out, to which those of such texts are added.
        model: the document's model.
        data: the plain data of the document.
    """
    told: dict[KeyPath, Remark] = {}
    for one in made:
        place = one.path[:-1]
        texts = _texts_at(place, model, data) if is_empty(one) and isinstance(one.path[-1:], tuple) else []
        if texts:
            unread.add(place)
            told.setdefault(place, replace(remark("texts-in-braces", place), mend=_without_braces(texts, place, model)))
        else:
            told.setdefault(one.path, one)
    return list(told.values())


def _without_braces(texts: list[str], place: KeyPath, model: type[BaseModel]) -> Mend:
    if len(texts) > 1:
        return Mend(flow(texts))
    return meant_shape(texts[0], "model_type", place, model) or Mend(flow(texts[0]))


def _texts_at(place: KeyPath, model: type[BaseModel], data: Any) -> list[str]:
    """Give the texts that stand between braces at a place, where they may stand there without; else nothing."""
    around, part = value_at(data, place), part_at(model, place)
    if not place or not isinstance(around, dict) or any(value is not None for value in around.values()):
        return []
    texts = list(around)
    if part is not None and not keys_of(part).keys().isdisjoint(texts):
        return []
    is_text = len(texts) == 1 and accepts(model, place, texts[0])
    return texts if is_text or accepts_whole(model, place, texts) else []
