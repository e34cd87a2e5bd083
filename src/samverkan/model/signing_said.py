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
    r"(?:under(?:teckn|skrift)\w{0,12}|signer\w{2,6}|signed|signing|signator(?:y|ies)|signatures?)(?: .{1,20})?"
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
    is_key = len(path) == 1 and _KEY in keys_of(model) and _KEY not in data
    text = _lines_of(value_at(data, path)) if is_key and _CALLED.fullmatch(str(path[0]).strip().casefold()) else ""
    said = remark("unknown-key", path, at_key=True, key=shown(path[-1]), guess=_KEY, meant=_KEY)
    mend = _mend(text, data)
    return replace(said, mend=mend) if mend else None


def with_signatures(made: Remark, data: Any) -> Remark:
    """Write the end of an agreement as it stands on paper with keys, where it stands under the key for it.

    Args:
        made: what is said of the value.
        data: the plain data of the document.
    """
    text = _lines_of(value_at(data, made.path)) if made.path == (_KEY,) else ""
    mend = _mend(text, data) if text else None
    return replace(made, mend=mend) if mend else made


def _mend(text: str, data: Any) -> Mend | None:
    lines = _signatures(text, data)
    return Mend("\n".join([f"{_KEY}:", *lines]), MendKind.PAIR) if lines else None


def _signatures(text: str, data: Any) -> list[str]:
    """Give the lines under the key of the signatures; none where a text is not made of a place, a day and names."""
    begin = _BEGINS.match(text)
    if begin is None:
        return _of_those_who_sign(text, data)
    date, rest = date_of(begin["date"]), text[begin.end() :]
    signed = _of_those_who_sign(rest, data)
    place = [f"  place: {scalar(begin['place'])}"] if begin["place"] else []
    return [*place, f"  date: {date}", *signed] if date and (signed or (place and not rest)) else []


def _of_those_who_sign(text: str, data: Any) -> list[str]:
    signed = _signatories(text, data)
    return ["  signatories:", *(f"    - {{{', '.join(one)}}}" for one in signed)] if signed else []


def _lines_of(value: Any) -> str:
    """Give a text, or those of a list, as one; empty for anything else, and for more than one signs with."""
    texts = value if isinstance(value, list) else [value]
    text = ", ".join(" ".join(one.split()) for one in texts if isinstance(one, str))
    return text if all(isinstance(one, str) for one in texts) and len(text) <= _MOST_READ else ""


def _signatories(text: str, data: Any) -> list[list[str]]:
    """Give the keys and values of those who sign, each a name, a comma and a role; none where some are not such."""
    parts = [part.strip(" .;") for part in text.split(",")]
    name, found = "", list[list[str]]()
    for i, part in enumerate(filter(None, parts)):
        role, following = ("", part) if not name else _role_and_name(part, is_last=i == len(parts) - 1)
        if (name and not role) or (following and not is_name(following)):
            return []
        found += [_signatory(name, role, data)] if name else []
        name = following
    return found if not name else []


def _role_and_name(part: str, *, is_last: bool) -> tuple[str, str]:
    """Part a role from the name of the next one, which follows it where lines were read as one."""
    words = part.split()
    name = " ".join(words[-_OF_NAME:])
    return (part, "") if is_last or not is_name(name) else (" ".join(words[:-_OF_NAME]), name)


def _signatory(name: str, role: str, data: Any) -> list[str]:
    party = party_with_office(role, data)
    said = {"party": party, "name": name, "role": role[:1].upper() + role[1:]}
    return [f"{key}: {scalar(value)}" for key, value in said.items() if value]
