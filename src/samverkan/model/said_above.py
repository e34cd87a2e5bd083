"""What stands in a part, and at the top of the document as well, where it belongs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import KeyPath, Mend, MendKind, Remark
from samverkan.model.fields import keys_of
from samverkan.model.remarks import is_there, remark, shown, value_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel


def said_above(path: KeyPath, model: type[BaseModel], data: Mapping[str, Any]) -> Remark | None:
    """Say that a key with its value stands at the top of the document already; None where it does not.

    Args:
        path: the key, which its part does not have.
        model: the model of the whole document.
        data: the plain data of the document.
    """
    key = str(path[-1])
    is_above = len(path) > 1 and is_there(data, (key,)) and key in keys_of(model)
    if not is_above or data[key] != value_at(data, path):
        return None
    title = keys_of(model)[key].title or ""
    said = remark("said-above", path, at_key=True, key=shown(key), plain=key, title=title)
    return replace(said, mend=Mend("-", MendKind.LEAVE_OUT))
