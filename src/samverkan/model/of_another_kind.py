"""Keys that stand in the wrong document or the wrong list, and belong in one of another kind, or in another list."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from samverkan.model.choices import Kind
from samverkan.model.fields import keys_of, part_at
from samverkan.model.kinds import KINDS, model_of
from samverkan.model.links import To
from samverkan.model.list_meant import lists_of
from samverkan.model.mends import is_part
from samverkan.model.remarks import remark, shown, value_at
from samverkan.source.quoting import scalar

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark


def of_another_kind(path: KeyPath, model: type[BaseModel], value: Any) -> Remark | None:
    """Say in which kind of document a key with its items belongs; None where no other kind has both.

    Args:
        path: the key.
        model: the model of the document.
        value: what stands under the key.
    """
    items = value if isinstance(value, list) else [value]
    if len(path) > 1 or "kind" not in keys_of(model) or not items or not all(isinstance(one, dict) for one in items):
        return None
    of_key = _kinds_with(str(path[0]).strip().casefold(), items)
    kinds = list(of_key)
    if not kinds or of_key[kinds[0]] in keys_of(model):
        return None
    named = To(kinds=tuple(kind for kind in Kind if kind.value in kinds))
    key = shown(str(path[0]))
    return remark(
        "key-of-another-kind", path, at_key=True, key=key, belongs=of_key[kinds[0]], kinds=named, kind=kinds[0]
    )


def _kinds_with(written: str, items: Collection[dict[str, Any]]) -> dict[str, str]:
    """Give the key that a word stands for in each kind of document that has it, with all keys of the items."""
    found = {kind: keys[written] for kind, keys in _keys_of_kinds().items() if written in keys}
    return {kind: key for kind, key in found.items() if _has_all(part_at(model_of(kind), (key,)), items)}


def _has_all(part: type[BaseModel] | None, items: Collection[dict[str, Any]]) -> bool:
    return part is not None and all(item.keys() <= keys_of(part).keys() for item in items)


def list_of_another_kind(item: dict[str, Any], kind: str) -> tuple[str, str] | None:
    """Give the kind of document, and its list, that something is written as an item of; None where none or several are.

    Args:
        item: the item, as it was read.
        kind: the kind of the document that it stands in.
    """
    others = [(other, key) for other in KINDS if other != kind for key in lists_of(model_of(other))]
    found = [(other, key) for other, key in others if _is_item(item, part_at(model_of(other), (key,)))]
    return found[0] if len(found) == 1 else None


def _is_item(item: dict[str, Any], part: type[BaseModel] | None) -> bool:
    return part is not None and _has_all(part, [item]) and is_part(part, item)


@cache
def _keys_of_kinds() -> Mapping[str, Mapping[str, str]]:
    """Give the keys at the top of each kind of document, by what they are called in files and in Swedish."""
    found: dict[str, dict[str, str]] = {}
    for kind in KINDS:
        fields = keys_of(model_of(kind))
        titled = {(field.title or "").casefold(): key for key, field in fields.items()}
        found[kind] = titled | {key: key for key in fields}
    return found


def of_another_list(path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Say in which list at the top of a document the items have a key, where one does; None where more or none do.

    Args:
        path: the key, in an item of a list at the top.
        model: the model of the document.
        data: the plain data of the document.
    """
    item = value_at(data, path[:-1]) if len(path) == _OF_AN_ITEM else None
    if not isinstance(item, dict) or not isinstance(path[1], int) or not isinstance(item.get("id"), str):
        return None
    key, named = str(path[-1]), str(path[0]).removesuffix("s")
    having = [name for name in keys_of(model) if _has_all(part_at(model, (name,)), [{key: "", named: ""}])]
    if len(having) != 1 or not isinstance(item[key], str):
        return None
    line = f"- {{{named}: {scalar(item['id'])}, {key}: {scalar(item[key])}}}"
    title = keys_of(model)[having[0]].title or having[0]
    return remark("key-of-another-list", path, at_key=True, key=shown(key), list=having[0], title=title, line=line)


_OF_AN_ITEM = 3
