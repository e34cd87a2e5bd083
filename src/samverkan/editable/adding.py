"""Lines to paste for what was added in Word: a new part of a list, where it would stand in the document's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.formatting.scalars import coded
from samverkan.model.base import TextPart
from samverkan.model.described import key_at
from samverkan.model.fields import keys_of, part_at
from samverkan.model.kinds import model_of
from samverkan.source.extents import Extents
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from samverkan.findings import KeyPath
    from samverkan.words.sentence import Text
    from samverkan.workspace.document import Document

_LONGEST = 2000


def lines_to_paste(document: Document, path: KeyPath, text: str) -> tuple[Text, ...]:
    """Give the line that makes a text a new part of the list that it was written below; nothing where it is in none.

    Args:
        document: the document.
        path: the value that the text was written below.
        text: what was written.
    """
    last = _last_number(path)
    item, around = path[: last + 1], path[:last]
    extent = Extents(document.text).values.get(item)
    if not last or extent is None or len(text) > _LONGEST:
        return ()
    lines = document.text.split("\n")
    column = lines[extent.start[0]].rfind("-", 0, extent.start[1])
    described = key_at(document.kind or "", around)
    if column < 0 or lines[extent.start[0]][:column].strip() or described is None:
        return ()  # the list stands on one line
    last_line = extent.end[0] + 1
    where = sentence("merge-paste", title=described.title, name=described.key, file=document.file, line=last_line)
    written = _written(document, item, text)
    return where, sentence("merge-paste-line", paste=f"{' ' * column}- {written}")


def _written(document: Document, item: KeyPath, text: str) -> str:
    """Write a text as a part of a list: under the key that says it, or by itself where the list is of texts."""
    part = part_at(model_of(document.kind or ""), item)
    if part is None:
        return coded(text)
    text_key = part.text_key if issubclass(part, TextPart) else "text"
    key = next((key for key in (text_key, "name", "title") if key in keys_of(part)), None)
    return f"{{{key}: {coded(text)}}}" if key else coded(text)


def _last_number(path: KeyPath) -> int:
    return max((i for i, step in enumerate(path) if isinstance(step, int)), default=0)
