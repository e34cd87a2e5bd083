"""What a part holds, key by key: for whoever goes through all that a document says."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from samverkan.model.fields import part_in
from samverkan.model.links import To, leads_in
from samverkan.model.texts import read_as_prose

if TYPE_CHECKING:
    from samverkan.model.base import Part


class HeldKey(NamedTuple):
    """A key that a kind of part has.

    Attributes:
        key: the key, as files write it.
        attribute: the attribute of the model.
        title: its Swedish title.
        is_prose: whether its texts are prose; None where they say nothing to a reader: choices, names of parts.
        to: what its references may lead to; None where it holds none.
        has_parts: whether it can hold parts.
    """

    key: str
    attribute: str
    title: str
    is_prose: bool | None
    to: To | None
    has_parts: bool


@cache
def held_keys(kind: type[Part]) -> tuple[HeldKey, ...]:
    """Give the keys of a kind of part, in the order of the schema."""
    return tuple(
        HeldKey(
            field.alias or name,
            name,
            field.title or name,
            read_as_prose(field),
            leads_in(field),
            part_in(field.annotation) is not None,
        )
        for name, field in kind.model_fields.items()
    )


def held_by(part: Part) -> dict[str, tuple[HeldKey, object]]:
    """Give the keys and the values of a part, by the keys."""
    held = vars(part)
    return {one.key: (one, held[one.attribute]) for one in held_keys(type(part))}
