"""The end of an agreement as it stands on paper, a place with its day and those who sign, as keys with values."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.fields import keys_of
from samverkan.model.key_meant import is_name, party_with_office
from samverkan.model.meant_times import date_of
from samverkan.model.remarks import remark, shown, value_at
from samverkan.source.quoting import scalar

if TYPE_CHECKING:
    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark

_KEY = "signatures"
_CALLED = re.compile(
    r"(?:under(?:tecknan?de[nt]?|tecknat|tecknas|tecknare|skrift\w{0,4})|signering|signed|signing)\b.{0,20}"
)
_BEGINS = re.compile(
    r"(?:(?P<place>[^\W\d_][\w-]{1,30}(?: (?!den )[^\W\d_][\w-]{1,30})?),? )??(?:den )?"
    r"(?P<date>[0-9]{1,2} [^\W\d_]{3,9} [0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ ,.:]{1,2}|\Z)"
)
_MOST_READ = 1000
_OF_NAME = 2


def signing_said(path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Say that the end of an agreement is written as its signatures, with the lines; None where it is not read as such.

    Args:
        path: the key at the top that the lines stand under.
        model: the model of the document.
        data: the plain data of the document.
    """
    value = value_at(data, path)
    is_key = len(path) == 1 and _KEY in keys_of(model) and _KEY not in data
    if not is_key or not _CALLED.fullmatch(str(path[0]).strip().casefold()):
        return None
    text = ", ".join(value) if isinstance(value, list) and all(isinstance(one, str) for one in value) else value
    if not isinstance(text, str) or len(text) > _MOST_READ:
        return None
    begin = _BEGINS.match(text.strip())
    date = date_of(begin["date"]) if begin else ""
    signed = _signatories(text.strip()[begin.end() :] if begin else text, data)
    if not signed or (begin and not date):
        return None
    above = {"place": begin["place"] or "", "date": date} if begin else {}
    lines = [f"  {key}: {scalar(said)}" for key, said in above.items() if said]
    lines += ["  signatories:", *(f"    - {{{', '.join(one)}}}" for one in signed)]
    said = remark("unknown-key", path, at_key=True, key=shown(path[0]), guess=_KEY, meant=_KEY)
    return replace(said, mend=Mend("\n".join([f"{_KEY}:", *lines]), MendKind.PAIR))


def _signatories(text: str, data: Any) -> list[list[str]]:
    """Give the keys and values of those who sign, each a name, a comma and a role; none where some are not such."""
    first, *rest = [part.strip(" .;") for part in text.replace("\n", " ").split(",") if part.strip(" .;")] or [""]
    name, found = first, list[list[str]]()
    for i, part in enumerate(rest):
        words = part.split()
        is_last = i == len(rest) - 1
        if not name:  # the name stands in a part of its own, as in a list
            name = part
            continue
        next_name = "" if is_last else " ".join(words[-_OF_NAME:])
        role = part if is_last or not is_name(next_name) else " ".join(words[:-_OF_NAME])
        if not is_name(name) or not role:
            return []
        found.append(_signatory(name, role, data))
        name = next_name if role != part else ""
    return found if not name else []


def _signatory(name: str, role: str, data: Any) -> list[str]:
    party = party_with_office(role, data)
    said = {"party": party, "name": name, "role": role[:1].upper() + role[1:]}
    return [f"{key}: {scalar(value)}" for key, value in said.items() if value]
