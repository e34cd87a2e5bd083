"""Several ids where one belongs, in an item of a list: ”kommunen och polisen” as the party of who does something."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.characters import plainly
from samverkan.findings import Mend, MendKind
from samverkan.model.fields import part_at
from samverkan.model.fitting import flow
from samverkan.model.mends import accepts_whole, ids_named, names_a_part
from samverkan.model.remarks import remark, shown, value_at

if TYPE_CHECKING:
    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark

_LEAST = 2


def several_in_one(made: Remark, model: type[BaseModel], data: Any) -> Remark | None:
    """Write an item of a list for each of several ids that stand in one; None where that is not what is wrong.

    Args:
        made: what is said of the value.
        model: the document's model.
        data: the plain data of the document.
    """
    path = made.path
    names, item, around = _names_at(path, model, data), value_at(data, path[:-1]), _list_around(path, data)
    if len(names) < _LEAST or not isinstance(item, dict):
        return None
    if isinstance(path[-2], int) and any(isinstance(one, dict | list) for key, one in item.items() if key != path[-1]):
        return _parted(path, names, model, data)
    if not around:
        return None
    items: list[Any] = [item | {path[-1]: names[0]}, *({path[-1]: name} for name in names[1:])]
    if not accepts_whole(model, around, items):
        return None
    value = value_at(data, path)
    said = remark("several-in-one", path, value=shown(value if isinstance(value, str) else ", ".join(names)))
    return replace(said, path=around, mend=Mend(flow(items)))


def _parted(path: KeyPath, names: list[str], model: type[BaseModel], data: Any) -> Remark | None:
    """Write an item for each where the item holds much else, which stays with the first; None where that is no list."""
    place, position = path[:-2], int(path[-2])
    items, key = value_at(data, place), path[-1]
    own = [items[position] | {key: names[0]}, *({key: name} for name in names[1:])]
    if not accepts_whole(model, place, [*items[:position], *own, *items[position + 1 :]]):
        return None
    value = value_at(data, path)
    value = shown(value if isinstance(value, str) else ", ".join(names))
    said = remark("parted-in-several", path, value=value, first=names[0], others=", ".join(names[1:]))
    return replace(said, mend=Mend("\n".join(names), MendKind.PARTED))


def _names_at(path: KeyPath, model: type[BaseModel], data: Any) -> list[str]:
    """Give the ids that stand where the id of one part belongs; empty where other things stand or belong there."""
    value, part = value_at(data, path), part_at(model, path[:-1])
    if part is None or not isinstance(path[-1], str) or not names_a_part(part, path[-1]):
        return []
    names = ids_named(plainly(value)) if isinstance(value, str) else value
    return names if isinstance(names, list) and all(isinstance(name, str) for name in names) else []


def _list_around(path: KeyPath, data: Any) -> KeyPath:
    """Give the place of the list that has the item around a place and no other; that of the item where it has none."""
    if not isinstance(path[-2], int):
        return path[:-1]
    return path[:-2] if len(value_at(data, path[:-2])) == 1 else ()
