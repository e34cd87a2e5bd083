"""What stands for something that is not known yet where a value belongs: ”vet ej”, ”?”, ”TBD”, ”-”."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.examples import pair
from samverkan.model.fields import choices_of_value, field_at, keys_of, part_at, types_in
from samverkan.model.mends import is_part
from samverkan.model.no_figure import has_room_for_words
from samverkan.model.of_another_key import year_of
from samverkan.model.remarks import remark, shown, value_at
from samverkan.words.hints import GUESS

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from samverkan.findings import KeyPath, Remark

_NOT_KNOWN = re.compile(
    r"okän[dt]a?|oklar[at]?|vet (?:ej|inte)|(?:uppgift(?:en)? )?saknas|(?:är )?(?:ännu )?(?:ej|inte) (?:ännu )?(?:känt?"
    r"|bestämt?|beslutat?|fastställt?|ifyllt?)(?: än(?:nu)?)?"
    r"|(?:fylls?|anges|bestäms|meddelas|kommer)(?: i)? senare|ska fyllas i|återkommer"
    r"|unknown|not (?:yet )?known|don't know|to be (?:decided|announced|determined)"
    r"|tbd|tba|todo|n\.?n\.?|n/?a|x{2,9}|[-–—_.…? ]{1,9}",
    re.IGNORECASE,
)
SAYS_SO = ("unknown", "not-assessed")
"""The values that say of themselves that something is not known."""
_LETTER = re.compile(r" \([A-Z]\)\Z")
"""What the title of a key says of the letter that it stands for in SMART."""
_RULES = frozenset(
    {
        *("bad-date", "bad-duration", "bad-cadence", "bad-number", "bad-choice", "bad-code", "bad-reference"),
        *("bad-colour", "bad-url", "bad-fingerprint", "bad-organisation-number"),
    }
)


def is_not_known(value: object) -> bool:
    """Tell whether a text says no more than that something is not known."""
    return isinstance(value, str) and _NOT_KNOWN.fullmatch(" ".join(value.split())) is not None


def not_known(made: Remark, model: type[BaseModel], data: Any) -> Remark | None:
    """Say how a file is written that does not know a value yet; None where the value says something else.

    Args:
        made: what is said of the value.
        model: the document's model.
        data: the plain data of the document.
    """
    value, field = value_at(data, made.path), field_at(model, made.path)
    if made.rule not in _RULES or made.at_key or field is None or not is_not_known(value):
        return None
    if made.path[-1] == "value" and has_room_for_words(made.path, model, data):
        return None
    if says := next((name for name, _ in choices_of_value(model, made.path) if name in SAYS_SO), ""):
        return replace(made, help=made.help.with_fields(guess=GUESS.with_fields(guess=says)), mend=Mend(says))
    place = place_to_leave_out(made.path, model, data)
    if place:
        return _said("not-known", place, value, model, Mend("-", MendKind.LEAVE_OUT))
    return None if made.rule == "bad-reference" else _needed(made.path, value, field, model, data)


def _said(sentence: str, path: KeyPath, value: Any, model: type[BaseModel], mend: Mend) -> Remark:
    field = field_at(model, path)
    title = _LETTER.sub("", field.title or "") if field else ""
    said = remark(sentence, path, value=shown(value), title=title, key=str(path[-1]), example=str(mend.text))
    return replace(said, mend=mend)


def _needed(path: KeyPath, value: Any, field: FieldInfo, model: type[BaseModel], data: Any) -> Remark | None:
    """Say that a value cannot be left out, and show what may stand there."""
    key, part = path[-1], part_at(model, path[:-1])
    if not isinstance(key, str) or part is None:
        return None
    is_time = any(getattr(kind, "__name__", "") == "CoarseDate" for kind in types_in(field.annotation))
    year = year_of(data) if is_time else ""
    line = f"{key}: {year}" if year else pair(part, key)
    mend = Mend(line, MendKind.PAIR, is_example=True)
    return _said("not-known-time" if is_time else "not-known-needed", path, value, model, mend)


def place_to_leave_out(path: KeyPath, model: type[BaseModel], data: Any) -> KeyPath:
    """Give the place of what can be left out: a key with its value, or what holds no more than it; empty for none.

    Args:
        path: the value that is not known.
        model: the document's model.
        data: the plain data of the document.
    """
    key, part, around = path[-1], part_at(model, path[:-1]), value_at(data, path[:-1])
    if not isinstance(key, str) or part is None or not isinstance(around, dict) or key not in keys_of(part):
        return ()
    if len(around) == 1 and len(path) > 1:
        return place_to_leave_out(path[:-1], model, data)
    rest = {own: inner for own, inner in around.items() if own != key}
    can_do_without = not keys_of(part)[key].is_required() and (len(path) == 1 or is_part(part, rest))
    return path if can_do_without else ()
