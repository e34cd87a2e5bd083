"""A first and a last day under other keys than a part has: `from:` of an agreement, `period:` of a measure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.fields import keys_of, part_at
from samverkan.model.fitting import flow
from samverkan.model.meant_spans import span_meant
from samverkan.model.mends import accepts_whole, meant_by
from samverkan.model.remarks import remark, shown, value_at
from samverkan.model.synonyms import keys_called
from samverkan.model.terms import Lasting, from_and_until
from samverkan.source.quoting import scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark

_TIMES = ("from", "until")
_OWN = {"from": "from", "från": "from", "until": "until"}
_BEFORE = re.compile(r"\A(?:valid|gäller|giltigt?|giltighet|löper|avtalet|start|date|datum)[ _-]+(?=f|t|u|s|e)")
"""Words before the one that says which end is meant: ”gäller till”, ”valid_until”."""
_NO_ENDS = frozenset({"datum", "date", "sista dag", "klart", "klar", "senast", "deadline"})
"""Words for the last day of a measure, which an agreement or a plan has others of."""
_WHOLE = frozenset(
    {
        *("period", "validity", "giltighet", "giltighetstid", "avtalstid", "avtalsperiod", "löptid", "time", "term"),
        *("gäller", "giltig", "valid", "mandatperiod", "planperiod", "tid", "tidsperiod"),
    }
)


def times_as_keys(
    places: Iterable[KeyPath], model: type[BaseModel], data: Any
) -> tuple[dict[KeyPath, Remark], set[KeyPath]]:
    """Find the times that stand under keys of their own where one belongs for both, or under one where two do.

    Args:
        places: the keys that are not known.
        model: the document's model.
        data: the plain data of the document.

    Returns:
        What is said of them at the first of each part, and all keys that it is said of.
    """
    said: dict[KeyPath, Remark] = {}
    told: set[KeyPath] = set()
    unknown: dict[KeyPath, list[str]] = {}
    for place in dict.fromkeys(places):
        unknown.setdefault(place[:-1], []).append(str(place[-1]))
    for path, keys in unknown.items():
        part, around = part_at(model, path) or model, value_at(data, path)
        made = _under_one(path, keys, part, around) or _under_two(path, keys, part, around)
        if made is not None:
            said[made[0].path] = made[0]
            told |= {(*path, key) for key in made[1]}
    return said, told


def _under_one(
    path: KeyPath, keys: list[str], part: type[BaseModel], around: Mapping[str, Any]
) -> tuple[Remark, list[str]] | None:
    """Say of `from` and `until`, or of a period by another name, under which key of the part they belong."""
    lasting = _key_for_both(part, around)
    if not lasting:
        return None
    whole = next(filter(_is_whole, keys), None)
    if whole is not None and _says_times(around[whole]) and accepts_whole(part, (lasting,), around[whole]):
        is_title = whole.casefold() == (keys_of(part)[lasting].title or "").casefold()
        said = remark("unknown-key", (*path, whole), at_key=True, key=shown(whole), guess=lasting, meant=lasting)
        return replace(said, mend=Mend(lasting, MendKind.KEY, is_safe=is_title)), [whole]
    return _both(path, keys, lasting, part, around)


def _both(
    path: KeyPath, keys: list[str], lasting: str, part: type[BaseModel], around: Mapping[str, Any]
) -> tuple[Remark, list[str]] | None:
    """Say of a first and a last time under keys of their own under which key they belong together."""
    named = _named(keys)
    times = {name: around[key] for name, key in named.items()}
    meant = {name: _in_form(name, value, part, lasting) for name, value in times.items()}
    if not times or not accepts_whole(part, (lasting,), meant):
        return None
    mend = Mend("\n".join((lasting, *(f"{name}={key}" for name, key in named.items()))), MendKind.UNDER)
    taken = [key for key in keys if key in named.values()]
    return _said(path, taken[0], lasting, meant, mend if meant == times else None), taken


def _in_form(name: str, value: Any, part: type[BaseModel], lasting: str) -> Any:
    """Give a time as files have it: `further-notice` for ”tills vidare”; what is none stays as it is."""
    if not isinstance(value, str) or accepts_whole(part, (lasting,), {name: value}):
        return value
    meant = meant_by(value, "date_form", (lasting, name), part)
    return str(meant.mend.text) if meant else value


def _says_times(value: Any) -> bool:
    """Tell whether a value says a first or a last time, or a single one, and is no other text."""
    return bool(_taken_apart(value)) or (isinstance(value, dict) and not value.keys().isdisjoint(_TIMES))


def _key_for_both(part: type[BaseModel], around: Mapping[str, Any]) -> str:
    """Give the one key of a part that a first and a last time belong under, where it is free; else nothing."""
    lasting = [key for key in keys_of(part) if key not in around and _is_lasting(part, key)]
    return lasting[0] if len(lasting) == 1 and keys_of(part).keys().isdisjoint(_TIMES) else ""


def _named(keys: list[str]) -> dict[str, str]:
    """Give the keys that mean the first and the last time; none where two mean the same."""
    called = [(name, key) for key in keys if (name := _called(key))]
    return dict(sorted(called)) if len(dict(called)) == len(called) else {}


def _is_whole(key: str) -> bool:
    return key.casefold() in _WHOLE


def _under_two(
    path: KeyPath, keys: list[str], part: type[BaseModel], around: Mapping[str, Any]
) -> tuple[Remark, list[str]] | None:
    """Say of a period that its first and its last day have keys of their own in the part."""
    whole = next(filter(_is_whole, keys), None)
    if whole is None or not set(_TIMES) <= keys_of(part).keys() - around.keys():
        return None
    times = _taken_apart(around[whole])
    if not times or not all(accepts_whole(part, (key,), value) for key, value in times.items()):
        return None
    lines = [f"{key}: {scalar(value)}" for key, value in times.items()]
    said = remark("period-apart", (*path, whole), at_key=True, key=shown(whole), meant="from", same="until")
    return replace(said, mend=Mend("\n".join(lines), MendKind.PAIR)), [whole]


def _said(path: KeyPath, key: str, same: str, value: Any, mend: Mend | None) -> Remark:
    example = f"{same}: {flow(value)}"
    return replace(
        remark("unknown-key-same", (*path, key), at_key=True, key=shown(key), same=same, example=example), mend=mend
    )


def _taken_apart(value: Any) -> Mapping[str, str]:
    """Give the first and the last time of a period as it was written; nothing where it says more, or no times."""
    if isinstance(value, str):
        value = span_meant(value) or from_and_until(value.strip())
    is_times = isinstance(value, dict) and value.keys() <= set(_TIMES)
    return value if is_times and all(isinstance(one, str) for one in value.values()) else {}


def _called(key: str) -> str:
    """Tell which of the two times a word means; empty for neither."""
    said = _BEFORE.sub("", key.casefold())
    if said in _OWN:
        return _OWN[said]
    return "" if said in _NO_ENDS else "".join(keys_called(said, _TIMES)[:1])


def _is_lasting(part: type[BaseModel], key: str) -> bool:
    inner = part_at(part, (key,))
    return inner is not None and issubclass(inner, Lasting)
