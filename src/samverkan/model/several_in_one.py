"""Several ids where one belongs, in an item of a list: ”kommunen och polisen” as the party of who does something."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.characters import plainly
from samverkan.findings import Mend
from samverkan.model.fields import part_at
from samverkan.model.fitting import flow
from samverkan.model.mends import accepts_whole, ids_named, names_a_part
from samverkan.model.remarks import remark, shown, value_at

if TYPE_CHECKING:
    from pydantic import BaseModel

    from samverkan.findings import Remark


def several_in_one(made: Remark, model: type[BaseModel], data: Any) -> Remark | None:
    """Write an item of a list for each of several ids that stand in one; None where that is not what is wrong.

    Args:
        made: what is said of the value.
        model: the document's model.
        data: the plain data of the document.
    """
    value, path = value_at(data, made.path), made.path
    names = ids_named(plainly(value)) if isinstance(value, str) else value
    item, part = value_at(data, path[:-1]), part_at(model, path[:-1])
    is_list = isinstance(names, list) and len(names) > 1 and all(isinstance(name, str) for name in names)
    if not is_list or part is None or not isinstance(item, dict) or not isinstance(path[-1], str):
        return None
    if not names_a_part(part, path[-1]):
        return None
    around = path[:-2] if isinstance(path[-2], int) else path[:-1]
    if len(value_at(data, around)) > 1 and around != path[:-1]:
        return None
    first, *others = names
    items = [item | {path[-1]: first}, *({path[-1]: name} for name in others)]
    if not around or not accepts_whole(model, around, items):
        return None
    said = remark("several-in-one", path, value=shown(value if isinstance(value, str) else ", ".join(names)))
    return replace(said, path=around, mend=Mend(flow(items)))
