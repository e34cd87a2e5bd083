"""Several days where one belongs: ”31 januari och 2 februari 2026”."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.fields import field_at, keys_of, part_at
from samverkan.model.meant_times import date_apart, date_of, dates_within
from samverkan.model.remarks import remark, shown, value_at
from samverkan.model.worded import is_period
from samverkan.source.quoting import scalar

if TYPE_CHECKING:
    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark

_BETWEEN = re.compile(r", | och | samt | & | and ")
_YEAR = re.compile(r"[12][0-9]{3}\Z")
_DAY_ALONE = re.compile(r"(?:den )?[0-9]{1,2}")
_MONTH_AFTER = re.compile(r"[0-9]{1,2}(?:[:.]?[ae])?[. ]+([^\W\d_]{3,12}\.? [12][0-9]{3})\Z")
_OF_MONTH, _OF_DAY = len("2026-01"), len("2026-01-31")
_MOST = 10
_TERMS = re.compile(
    r"\b(?:eller|dock|men|såvida|såvitt|förutsatt|tills|till dess|därefter|om (?:inte|ingen|någon|parterna|den|det)"
    r"|or|but|unless|provided|thereafter)\b",
    re.IGNORECASE,
)
"""What the terms begin with that a time has besides its date."""
_GOES_ON = re.compile(r"(?:eller|dock|men|or|but|unless)\b", re.IGNORECASE)


def several_days(value: str, path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Write the first of several days, and all of them in the text beside it, or else their month.

    None for what does not name several. Where there is no text and they are of more than one month, the first of them
    is an example.

    Args:
        value: what stands there.
        path: where it stands.
        model: the document's model.
        data: the plain data of the document.
    """
    days, part = _days(value.strip()), part_at(model, path[:-1])
    if len(days) < 2 or part is None or isinstance(path[-1], int):  # noqa: PLR2004 - several are two or more
        return None
    has_room = "text" in keys_of(part) and "text" not in (value_at(data, path[:-1]) or {})
    months = {day[:_OF_MONTH] for day in days}
    is_of_one = len(months) == 1 and not has_room
    line = f"{path[-1]}: {months.pop() if is_of_one else days[0]}"
    said = remark("several-days-of-month" if is_of_one else "several-days", path, value=shown(value), example=line)
    if has_room:
        return replace(said, mend=Mend(f"{line}\ntext: {scalar(value.strip())}", MendKind.PAIR))
    return replace(said, mend=Mend(line, MendKind.PAIR, is_example=not is_of_one))


def date_on_terms(value: str, path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Keep the terms that stand with the start or the end of a period: ”2027-12-31 eller tills den ersätts”.

    None for what has no such terms, or more than one date.

    Args:
        value: what stands there.
        path: where it stands.
        model: the document's model.
        data: the plain data of the document.
    """
    around, field = value_at(data, path[:-1]), field_at(model, path)
    is_free = isinstance(around, dict) and "text" not in around and is_period(path, model)
    days = dates_within(value) if is_free and _has_terms(value) else []
    if field is None or len(days) != 1:
        return None
    date, rest = date_apart(value)
    said = remark("end-on-terms", path, value=shown(value), key=str(path[-1]), title=field.title or "")
    words = rest if date and _GOES_ON.match(rest) else value.strip()
    return replace(said, mend=Mend(f"{path[-1]}: {days[0]}\ntext: {scalar(words)}", MendKind.PAIR))


def _has_terms(value: str) -> bool:
    """Tell whether a text on one line has terms besides a date: ”tills 2027-12-31” has none."""
    date, rest = date_apart(value)
    return "\n" not in value and _TERMS.search(value) is not None and not (date and len(rest.split()) == 1)


def _days(value: str) -> list[str]:
    """Give the days that a text names, which may have month or year in common; none where it names anything else."""
    each, year = _BETWEEN.split(value, maxsplit=_MOST), _YEAR.search(value)
    month = _MONTH_AFTER.search(value)
    dated = [
        date_of(f"{one} {month[1]}" if month and _DAY_ALONE.fullmatch(one) else one)
        or (date_of(f"{one} {year.group()}") if year else "")
        for one in each
    ]
    return dated if all(len(day) == _OF_DAY for day in dated) else []
