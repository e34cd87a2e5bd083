"""Documents that have lost the line which marks them: told by their first line, their kind or their keys."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache

from samverkan.model.choices import KINDS_KNOWN, Kind
from samverkan.model.kinds import KINDS, model_of

_MARK = "samverkan"
_NEAR = 0.8
_FIRST = re.compile(r"\A\ufeff?(?:\s|---|#[^\n]*\n)*([^\W\d_]{6,12})[^\w\n]{0,4}1?[^\w\n]{0,4}$", re.MULTILINE)
_KEY = re.compile(r"^[\"'”]?([^\W\d][\w ]{0,40}?)[\"'”]? ?:", re.MULTILINE)
_KIND = re.compile(
    r"^[\"'”]?(?:kind|typ|type|dokumenttyp|dokument)[\"'”]? ?: ?[\"'”]?([^\W\d_][\w-]{3,30})",
    re.MULTILINE | re.IGNORECASE,
)
# Keys that YAML files of other programs may have as well.
_COMMON = frozenset(
    (  # noqa: SIM905 - a list would take a page
        "samverkan kind id title subtitle language ordinal status closed contact published part parts partners date"
        " extends part_of introduction background definitions forums goals references annexes sections decisions"
        " outline originals period by areas summary form issue inquiry sources survey figures problems analysis plan"
        " focus basis groups picture participants method renewal aims messages channels activities responsible"
        " resources place outcomes reports agreement assessment assessments conclusions cadence dialogues"
        " measures reviews cooperation"
    ).split()
)
_FEWEST = 2


def looks_like_ours(text: str) -> bool:
    """Tell whether a text without the line `samverkan: 1` is most likely a document that lacks it.

    Args:
        text: what the file holds.
    """
    first = _FIRST.match(text)
    if first and SequenceMatcher(None, first[1].casefold(), _MARK).ratio() >= _NEAR:
        return True
    if any(kind[1].casefold() in _kind_names() for kind in _KIND.finditer(text)):
        return True
    keys = {key[1].casefold() for key in _KEY.finditer(text)}
    return len(keys & _own_keys()) >= _FEWEST


@cache
def _kind_names() -> frozenset[str]:
    """Give the kinds of documents with their names in Swedish, which no other program has."""
    swedish = [known.sv for known in Kind if known in KINDS_KNOWN] + [name for name, _ in KINDS_KNOWN.values()]
    return frozenset({*KINDS, *(name.casefold() for name in swedish), "överenskommelse", "överenskommelsen"})


@cache
def _own_keys() -> frozenset[str]:
    """Give the keys at the top of documents that hardly any other file has, with their names in Swedish."""
    fields = [(name, field) for kind in KINDS for name, field in model_of(kind).model_fields.items()]
    own = [(name, (field.title or name).casefold()) for name, field in fields if name not in _COMMON]
    return frozenset(word for names in own for word in names)
