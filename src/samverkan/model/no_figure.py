"""What is said where a figure belongs and there is none: that it is not known, or words instead of it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.fields import field_at, keys_of, part_at, types_in
from samverkan.model.remarks import remark, shown, value_at
from samverkan.source.quoting import scalar

if TYPE_CHECKING:
    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark

_BESIDE = ("text", "comment")
"""Where the parts that have figures say the same in words."""
_NOT_KNOWN = "Uppgift saknas"
_DASH = re.compile(r"(?:[-–—.…?*/ ]|n/?a)+", re.IGNORECASE)
_TWO_FIGURES = re.compile(r"[0-9] ?[-–/] ?[0-9]")
_SHARE = re.compile(r"([0-9]{1,9}) ?\(?(?:/|av|of) ?[0-9]{1,9}(?: [^\W\d]{1,30}){0,2}\)?\Z")
"""So many of so many: ”16 av 20”."""
_WORD = re.compile(r"[^\W\d_]{3}")


def unknown_figure(made: Remark, model: type[BaseModel], data: Any) -> Remark:
    """Say of an empty figure how a file says that it is not known; any other remark stays as it is.

    Args:
        made: what is said of the empty value.
        model: the document's model.
        data: the plain data of the document.
    """
    key = _key_of_words(made.path, model, data)
    if key is None:
        return made
    return _said("empty-figure", made.path, f"{key}: {_NOT_KNOWN}") if key else remark("empty-figure-beside", made.path)


def words_for_figure(value: str, path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Say where words belong that stand in the place of a figure; None where that cannot be told.

    Args:
        value: what stands there.
        path: where it stands.
        model: the document's model.
        data: the plain data of the document.
    """
    is_dash, share = _DASH.fullmatch(value.strip()) is not None, _SHARE.match(value.strip())
    key = _key_of_words(path, model, data)
    if key is None or "\n" in value or not (is_dash or share or _WORD.search(value) or _TWO_FIGURES.search(value)):
        return None
    if share:
        mend = Mend(f"value: {share[1]}" + (f"\n{key}: {scalar(value.strip())}" if key else ""), MendKind.PAIR)
        return replace(remark("bad-number", path, value=shown(value)), mend=mend)
    if not key:
        said = remark("words-for-figure-beside", path, value=shown(value))
        return replace(said, mend=Mend("-", MendKind.LEAVE_OUT))
    return _said(
        "words-for-figure", path, f"{key}: {_NOT_KNOWN if is_dash else scalar(value.strip())}", value=shown(value)
    )


def has_room_for_words(path: KeyPath, model: type[BaseModel], data: Any) -> bool:
    """Tell whether words have a key of their own beside a figure, and nothing stands there yet."""
    return bool(_key_of_words(path, model, data))


def _said(sentence: str, path: KeyPath, line: str, **fields: Any) -> Remark:
    return replace(remark(sentence, path, line=line, **fields), mend=Mend(line, MendKind.PAIR))


def _key_of_words(path: KeyPath, model: type[BaseModel], data: Any) -> str | None:
    """Give the key beside a figure where it is said in words; empty where words stand there already."""
    field, part = field_at(model, path), part_at(model, path[:-1])
    if field is None or part is None or Decimal not in types_in(field.annotation):
        return None
    key = next((key for key in _BESIDE if key in keys_of(part)), None)
    return "" if key and key in (value_at(data, path[:-1]) or {}) else key
