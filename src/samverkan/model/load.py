"""From plain data to a document's model, with everything that is wrong with its shape.

A document with faults is still read as far as possible: what is wrong is left out and its place is remembered, so
that the rest can be checked, and nothing said of it that the left-out part might contradict.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from samverkan.findings import KeyPath, Mend, MendKind, Remark
from samverkan.guess import closest, did_you_mean
from samverkan.model.choices import Kind
from samverkan.model.fields import keys_of
from samverkan.model.kinds import KINDS, model_of
from samverkan.model.remarks import is_long_enough, meant_places, place_of, remark, shown, value_at
from samverkan.model.settings import Settings
from samverkan.model.synonyms import keys_called
from samverkan.source.reader import Refused
from samverkan.words.sentence import AnyOf
from samverkan.words.structure import MET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from samverkan.model.document import DocumentModel

FORMAT = "1"
# Leaving out a part can show that what holds it is wrong as well, one level up a round; no document is nested deeper.
_CONTAINERS = (dict, list)
_MOST_ROUNDS = 12
_MOST_MISFITS = 2
_KIND_NAMES = tuple((known.value, known.sv) for known in Kind if known.value in KINDS)
# Of a part that says too little: what it was to say may be the empty value in it, which is told already.
_TOO_LITTLE = frozenset(
    {
        "target_form",
        "quantity_form",
        "outcome_form",
        "analysis_form",
        "actor_form",
        "annex_form",
        "titled_form",
        "section_form",
        "decision_form",
    }
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document's model.

    Attributes:
        kind: the document's kind, where it is one that we know.
        model: the model, or None where too little was left to build one from.
        remarks: what is wrong with the document's shape.
        unread: the places that were left out.
    """

    kind: str | None
    model: DocumentModel | None
    remarks: list[Remark]
    unread: frozenset[KeyPath] = frozenset()


def is_ours(data: Any) -> bool:
    """Tell whether data are a samverkan document: by the key `samverkan`, or one that has just forgotten it."""
    return isinstance(data, dict) and ("samverkan" in data or (data.get("kind") in KINDS and "id" in data))


def load(data: Any) -> Loaded:
    """Build a document's model from the plain data of a file.

    Args:
        data: what `source.reader.parse` gave.
    """
    if not isinstance(data, dict):
        met = MET["list" if isinstance(data, list) else "text"]
        return Loaded(None, None, [remark("not-a-mapping", (), met=met)])
    if not is_ours(data):
        return Loaded(None, None, [_unmarked(data)])
    version, kind = data.get("samverkan", FORMAT), data.get("kind")
    if isinstance(version, str) and version.isdigit() and version.isascii() and version != FORMAT:
        return Loaded(None, None, [remark("newer-format", ("samverkan",), value=shown(version))])
    if not isinstance(kind, str) or kind not in KINDS:
        return Loaded(None, None, [_unknown_kind(data)])
    if meant := _kind_of_keys(data, kind):
        said = remark("other-kind", ("kind",), kind=kind, meant=meant)
        return Loaded(meant, None, [replace(said, mend=Mend(meant, is_safe=True))])
    return _model(data, kind)


def load_settings(data: Any) -> Settings | list[Remark]:
    """Build a workspace's settings from the plain data of their file; what is wrong where they cannot be built."""
    try:
        return Settings.model_validate(data)
    except ValidationError as error:
        from samverkan.model.complaints import remarks_of  # noqa: PLC0415 - heavy, and only for what is wrong

        return remarks_of(error.errors(include_url=False), Settings, data)


def _unmarked(data: dict[str, Any]) -> Remark:
    """Hand the line that marks a document only to one that names its kind: the file may be somebody else's."""
    said = remark("not-samverkan", ())
    is_named = data.get("kind") in KINDS or next(_kinds_called(data), None) is not None
    return replace(said, mend=Mend(f"samverkan: {FORMAT}", MendKind.FIRST)) if is_named else said


def _unknown_kind(data: dict[str, Any]) -> Remark:
    kind = data.get("kind")
    if not isinstance(kind, str) or isinstance(kind, Refused):
        return _missing_kind(data)
    guess = did_you_mean(kind, _KIND_NAMES)
    said = remark("unknown-kind", ("kind",), value=shown(kind), known=AnyOf(KINDS), guess=guess)
    return replace(said, mend=Mend(guess))


def _missing_kind(data: dict[str, Any]) -> Remark:
    written = next((key for key, value in data.items() if isinstance(value, str) and value in KINDS), None)
    said = remark("missing-kind", ("kind",) if written is None else (written,), known=AnyOf(KINDS))
    if written is not None:
        return replace(said, mend=Mend("kind", MendKind.KEY), at_key=True)
    for key, guess in _kinds_called(data):
        return replace(said, path=(key,), mend=Mend(f"kind: {guess}", MendKind.PAIR), at_key=True)
    fitting = [one for one in KINDS if "kind" not in data and not _misfits(data | {"kind": one}, one)]
    return replace(said, mend=Mend(f"kind: {fitting[0]}", MendKind.FIRST)) if len(fitting) == 1 else said


def _kinds_called(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give the keys that stand for `kind` in other words, each with the kind that its value names."""
    for key, value in data.items():
        if isinstance(value, str) and keys_called(key, ("kind",)) and (guess := closest(value, _KIND_NAMES)):
            yield key, guess


def _kind_of_keys(data: dict[str, Any], kind: str) -> str:
    """Give the kind that a document's keys belong to, where they fit one other kind whole and its own badly."""
    if _misfits(data, kind) < _MOST_MISFITS:
        return ""
    fitting = [other for other in KINDS if other != kind and not _misfits(data, other)]
    return fitting[0] if len(fitting) == 1 else ""


def _misfits(data: dict[str, Any], kind: str) -> int:
    """Count the keys at the top of a document that its kind does not have, and those that are missing."""
    fields = keys_of(model_of(kind))
    missing = sum(field.is_required() and key not in data for key, field in fields.items())
    return missing + sum(key not in fields for key in data)


def _model(data: dict[str, Any], kind: str) -> Loaded:
    model, unread = model_of(kind), set[KeyPath]()
    remarks: list[Remark] = []
    if _is_full(data):
        made, _ = _read(model, data)
        if made is not None:  # as nearly always
            return Loaded(kind, made, [], frozenset())
    left = _without_empty(data, (), remarks, unread)
    if remarks:
        from samverkan.model.braced_texts import of_braced_texts  # noqa: PLC0415 - likewise
        from samverkan.model.left_empty import with_colons, with_what_belongs  # noqa: PLC0415 - likewise
        from samverkan.model.no_figure import unknown_figure  # noqa: PLC0415 - only for what is wrong

        figures = with_colons([unknown_figure(made, model, data) for made in remarks], model)
        remarks = with_what_belongs(of_braced_texts(figures, unread, model, data), model)
    for attempt in range(_MOST_ROUNDS):
        made, errors = _without_empty_lists(model, left)
        if made is not None:
            return Loaded(kind, made, remarks, frozenset(unread))
        if attempt == 0:
            told = _told(errors, model, left, unread)
            remarks = [*_without_those_moved_to(remarks, told), *told]
        # All places first: a place that is gone would be taken for the whole document.
        places = [_place_to_leave_out(fault, left) for fault in errors if not is_long_enough(fault)]
        if not all(_leave_out(left, place, unread) for place in places):
            return Loaded(kind, None, remarks, frozenset(unread))
    return Loaded(kind, None, remarks, frozenset(unread))


def _read(model: type[DocumentModel], data: Any) -> tuple[DocumentModel | None, list[ErrorDetails]]:
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def _without_empty_lists(model: type[DocumentModel], data: Any) -> tuple[DocumentModel | None, list[ErrorDetails]]:
    """Read data, from which an empty list that may be left out is left out: it says no more than that.

    Args:
        model: the model of the document's kind.
        data: the data; what is left out is taken away from them.

    Returns:
        The model, None where there are errors; and these.
    """
    made, errors = _read(model, data)
    empty = _empty_lists(errors, data)
    if not empty:
        return made, errors
    for place in empty:
        del value_at(data, place[:-1])[place[-1]]
    made, errors = _read(model, data)
    missing = {(*place_of(fault, data), fault["loc"][-1]) for fault in errors if fault["type"] == "missing"}
    needed = missing.intersection(empty)
    for place in needed:
        value_at(data, place[:-1])[place[-1]] = []
    return _read(model, data) if needed else (made, errors)


def _empty_lists(errors: list[ErrorDetails], data: Any) -> list[KeyPath]:
    """Give the places of the lists that have nothing in them, among those that are too short."""
    places = dict.fromkeys(place_of(fault, data) for fault in errors if fault["type"] == "too_short")
    return [place for place in places if place and value_at(data, place) == []]


def _told(errors: list[ErrorDetails], model: type[DocumentModel], data: Any, unread: set[KeyPath]) -> list[Remark]:
    """Word the errors, and note as unread what most likely stands under other keys."""
    from samverkan.model.complaints import remarks_of  # noqa: PLC0415 - heavy, and only for what is wrong

    made = remarks_of([fault for fault in errors if not _is_empty_inside(fault, data, unread)], model, data)
    told = [one for one in made if one.path not in unread]
    unread |= {place for one in made for place in meant_places(one)}
    return told


def _without_those_moved_to(empty: list[Remark], told: list[Remark]) -> list[Remark]:
    """Leave out what is empty only because the keys under it are not indented."""
    moved = {str(one.mend.text) for one in told if one.mend is not None and one.mend.kind is MendKind.MOVE}
    return [one for one in empty if ".".join(step for step in one.path if isinstance(step, str)) not in moved]


def _is_empty_inside(error: ErrorDetails, data: Any, unread: set[KeyPath]) -> bool:
    """Tell whether an error is that a part says too little, where a value in it is empty."""
    if error["type"] not in _TOO_LITTLE:
        return False
    place = place_of(error, data)
    return any(path[: len(place)] == place for path in unread)


def _is_full(data: dict[str, Any] | list[Any]) -> bool:
    """Tell whether everything has a value, and nothing was refused while reading."""
    for value in data.values() if isinstance(data, dict) else data:
        if type(value) is not str and not (isinstance(value, _CONTAINERS) and _is_full(value)):
            return False
    return True


def _without_empty(data: Any, path: KeyPath, remarks: list[Remark], unread: set[KeyPath]) -> Any:
    """Copy data without what has no value, and say so; what was refused while reading is left out in silence."""
    if isinstance(data, dict):
        kept = {}
        for key, value in data.items():
            if _has_value(value, (*path, key), remarks, unread):
                kept[key] = _without_empty(value, (*path, key), remarks, unread)
        return kept
    if isinstance(data, list):
        checks = [_has_value(value, (*path, i), remarks, unread) for i, value in enumerate(data)]
        if not all(checks):
            unread.add(path)  # a list keeps its positions: all of it or nothing
        return [_without_empty(data[i], (*path, i), remarks, unread) if ok else "" for i, ok in enumerate(checks)]
    return data


def _has_value(value: Any, path: KeyPath, remarks: list[Remark], unread: set[KeyPath]) -> bool:
    if value is None:
        remarks.append(remark("empty-value", path))
    if value is None or isinstance(value, Refused):
        unread.add(path)
        return False
    return True


def _place_to_leave_out(error: ErrorDetails, data: Any) -> KeyPath:
    path = place_of(error, data)
    while path and isinstance(path[-1], int):
        path = path[:-1]
    return path


def _leave_out(data: Any, path: KeyPath, unread: set[KeyPath]) -> bool:
    """Remove a place from the data; False if that place is the whole document."""
    if not path:
        return False
    for step in path[:-1]:
        inside = isinstance(step, int) and isinstance(data, list)
        if not inside and not (isinstance(data, dict) and step in data):
            return True  # something around it is gone already
        data = data[step]
    held: dict[Any, Any] = data if isinstance(data, dict) else {}  # a text that stands for a part holds no keys
    held.pop(path[-1], None)
    unread.add(path)
    return True
