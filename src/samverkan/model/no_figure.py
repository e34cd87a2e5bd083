"""What is said where a figure belongs and there is none: that it is not known, or words instead of it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.fields import field_at, keys_of, part_at, types_in
from samverkan.model.figures_said import change_said, keys_beside
from samverkan.model.meant_numbers import digits, numbers_meant
from samverkan.model.remarks import remark, shown, value_at
from samverkan.source.quoting import scalar

if TYPE_CHECKING:
    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark

_BESIDE = ("text", "comment")
"""Where the parts that have figures say the same in words."""
_NOT_KNOWN = "Uppgift saknas"
_DASH = re.compile(r"(?:[-–—.…?*/ ]|n/?a)+", re.IGNORECASE)
_SHARE = re.compile(
    r"([0-9]{1,9})(?: [^\W\d]{1,30}){0,2} ?\(?(?:/|\bav|\bof) ?(?:de )?([0-9]{1,9})(?: [^\W\d]{1,30}){0,2}\)?\Z"
)
"""So many of so many: ”16 av 20”, ”21 kvällar av 20”."""
_WITH_ASIDE = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]{1,4})?) ?\((?![12][0-9]{3}\))[^()]{1,80}\)\Z")
"""A figure and more in brackets: ”58 (52 år 2023)”."""
_CHANGE = re.compile(r"([+−-]) ?([0-9]{1,3}(?:[.,][0-9]{1,2})?) ?(?:procentenhet(?:er)?|%-enheter)\.?")
_LIMITS: dict[str | int, str] = {
    "at_least": "minst",
    "at_most": "högst",
    "more_than": "mer än",
    "less_than": "mindre än",
}
_LONGEST = 60
_PER_CENT = "per-cent"
_SAYS_MORE = re.compile(r"[^\W\d_]{3}|[0-9] ?[-–/] ?[0-9]")


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
    plain, key = value.strip(), _key_of_words(path, model, data)
    if key is None or "\n" in value:
        return None
    if change := _changed(plain, path, model, data):
        return _said("words-for-figure", path, f"change_percent: {change}", value=shown(plain))
    if figure := _raised(plain, path, data):
        return replace(remark("bad-number", path, value=shown(value)), mend=Mend(figure))
    if share := _SHARE.match(plain):
        return _as_counts(share, path, model, data) or _with_figure(share, path, key)
    if aside := _WITH_ASIDE.match(plain):
        return _with_figure(aside, path, key) if key else None
    is_dash = _DASH.fullmatch(plain) is not None
    return _in_words(plain, path, key, is_dash=is_dash) if is_dash or _SAYS_MORE.search(plain) else None


def _changed(plain: str, path: KeyPath, model: type[BaseModel], data: Any) -> str:
    """Give the change in per cent that stands as the figure of a target; empty for a share and for other words."""
    target, goal = value_at(data, path[:-1]), value_at(data, path[:-2])
    part = part_at(model, path[:-1])
    is_alone = isinstance(target, dict) and len(target) == 1 and part is not None and "change_percent" in keys_of(part)
    is_share = isinstance(goal, dict) and goal.get("unit") == _PER_CENT
    return change_said(plain) if is_alone and not is_share else ""


def with_its_unit(made: Remark, model: type[BaseModel], data: Any) -> Remark | None:
    """Write what a figure counts under its own key, where that is free: ”tjugo kvällar”; None for other words.

    Args:
        made: what is said of the words.
        model: the document's model.
        data: the plain data of the document.
    """
    part, value, around = part_at(model, made.path[:-1]), value_at(data, made.path), value_at(data, made.path[:-1])
    if part is None or not isinstance(value, str) or not isinstance(around, dict) or len(value) > _LONGEST:
        return None
    said = keys_beside(value, str(made.path[-1]), keys_of(part))
    if not said or any(key in around for key in said if key != made.path[-1]):
        return None
    line = "\n".join(f"{key}: {scalar(one)}" for key, one in said.items())
    return replace(made, mend=Mend(line, MendKind.PAIR))


def _with_figure(found: re.Match[str], path: KeyPath, key: str) -> Remark:
    """Write the figure that words begin with, and the words under their key where that is free."""
    beside = f"\n{key}: {scalar(found.string)}" if key else ""
    mend = Mend(f"{path[-1]}: {found[1]}{beside}", MendKind.PAIR)
    return replace(remark("bad-number", path, value=shown(found.string)), mend=mend)


def _as_counts(share: re.Match[str], path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Write so many of so many as two counts, where the words for it are taken and there is room for counts."""
    part, around = part_at(model, path[:-1]), value_at(data, path[:-1])
    is_free = part is not None and "counts" in keys_of(part) and "counts" not in around
    if not is_free or not any(key in around for key in _BESIDE):
        return None
    line = f"counts: [{{title: Antal, value: {share[1]}}}, {{title: Av totalt, value: {share[2]}}}]"
    said = remark("two-figures", path, value=shown(share.string), first=share[1], same="counts")
    return replace(said, mend=Mend(line, MendKind.PAIR, is_example=True))


def _in_words(plain: str, path: KeyPath, key: str, *, is_dash: bool) -> Remark:
    if not key:
        said = remark("words-for-figure-beside", path, value=shown(plain))
        return replace(said, mend=Mend("-", MendKind.LEAVE_OUT))
    words = _NOT_KNOWN if is_dash else scalar(_limited(plain, path))
    return _said("words-for-figure", path, f"{key}: {words}", value=shown(plain))


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


def _limited(plain: str, path: KeyPath) -> str:
    """Say in the words for a limit that it is one: ”minst 5 enheter till” under `at_least`."""
    return f"{_LIMITS[path[-1]]} {plain}" if path[-1] in _LIMITS else plain


def _raised(plain: str, path: KeyPath, data: Any) -> str:
    """Add a change in percentage points to the figure that it is a change of; empty where that is not known."""
    change = _CHANGE.fullmatch(plain) if path[-1] in _LIMITS else None
    around = value_at(data, (*path[:-2], "baseline", "value")) if change else None
    figures = list(numbers_meant(around)) if isinstance(around, str) else []
    if change is None or not figures:
        return ""
    return f"{Decimal(figures[0][0]) + Decimal(digits(change[2])) * (1 if change[1] == '+' else -1):f}"
