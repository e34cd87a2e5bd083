"""What plain data refer to, also where no model can be made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.model.fields import field_at, marks_in
from samverkan.model.links import To

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from samverkan.findings import KeyPath
    from samverkan.model.choices import Item


def ids_named_in(data: Any, path: KeyPath, item: Item, model: type[BaseModel]) -> Iterator[str]:
    """Give the ids by which plain data refer to parts of some kind.

    Args:
        data: the data.
        path: where they stand in the document.
        item: what the parts are.
        model: the document's model.
    """
    if isinstance(data, dict | list):
        for step, inner in data.items() if isinstance(data, dict) else enumerate(data):
            yield from ids_named_in(inner, (*path, step), item, model)
    elif isinstance(data, str) and (field := field_at(model, path)) is not None:
        marks = (*field.metadata, *marks_in(field.annotation))
        if any(isinstance(mark, To) and item in mark.items for mark in marks):
            yield data
