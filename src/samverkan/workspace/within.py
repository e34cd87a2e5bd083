"""Keys that stand too far in and have become part of a text above them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from samverkan.model.document import DocumentModel
from samverkan.model.fields import keys_of, part_at
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkan.findings import KeyPath
    from samverkan.source.blocks import KeyInBlock
    from samverkan.workspace.document import Document

_COLON = re.compile(r":(?=[ \n]|\Z)")
_KEY = re.compile(r"(?:^|[\n ])([a-z_]{2,40}):(?=[ \n]|\Z)")


class KeyWithin(NamedTuple):
    """A key that has become part of a text.

    Attributes:
        path: the place of the text.
        around: that of the part which the key belongs to.
        found: the key, and its lines.
    """

    path: KeyPath
    around: KeyPath
    found: KeyInBlock


@remembered(maxsize=16)
def keys_within(document: Document) -> tuple[KeyWithin, ...]:
    """Find the keys that have become part of texts, and that the parts around these can have and have not."""
    found: list[KeyWithin] = []
    for written in document.texts_with(_COLON):
        if ":" not in written.text or written.text in document.text:
            continue  # as of most texts: no colon, or all on one line
        keys = {*_KEY.findall(written.text)}
        meant = {key: _part_without(document, written.path, key) for key in keys}
        wanted = {key: around for key, around in meant.items() if around is not None}
        place = document.written_path(written.path)
        if wanted and (line := _line_of(document, place, wanted)):
            found.append(KeyWithin(written.path, wanted[line.key], line))
    return tuple(one for one in found if _fits(document, one))


def _line_of(document: Document, place: KeyPath, wanted: Mapping[str, KeyPath]) -> KeyInBlock | None:
    from samverkan.source.blocks import key_in_block  # noqa: PLC0415 - heavy, and only for what is wrong

    return key_in_block(document.extents, place, wanted)


def ids_within(value: Any) -> Iterator[str]:
    """Give the ids of the parts in what has become part of a text."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict) and isinstance(one.get("id"), str):
            yield one["id"]
        waiting += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()


def _part_without(document: Document, path: KeyPath, key: str) -> KeyPath | None:
    """Give the nearest part around a text that can have a key and has not."""
    model = _model(document)
    for around in (path[:length] for length in reversed(range(len(path)))):
        part, value = part_at(model, around), document.value_at(around)
        if part is not None and key in keys_of(part) and isinstance(value, dict) and key not in value:
            return around
    return None


def _fits(document: Document, one: KeyWithin) -> bool:
    """Tell whether what stands under a key is what belongs there: of a list or of keys its shape is enough."""
    from samverkan.model.mends import accepts_whole  # noqa: PLC0415 - heavy, and only for what is wrong

    value = one.found.value
    return not isinstance(value, str) or accepts_whole(_model(document), (*one.around, one.found.key), value)


def _model(document: Document) -> type[DocumentModel]:
    """Give the model of a document that could be read as one: others have no texts."""
    return type(document.model) if document.model is not None else DocumentModel
