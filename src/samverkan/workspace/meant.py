"""References that cannot be read, and what they were meant to lead to: a file's name, another mark than #."""

from __future__ import annotations

import re
from itertools import chain, count
from typing import TYPE_CHECKING

from samverkan.findings import Mend, MendKind
from samverkan.model.base import TextPart
from samverkan.model.fields import part_at
from samverkan.model.kinds import model_of
from samverkan.source.quoting import scalar

if TYPE_CHECKING:
    from samverkan.findings import KeyPath, Remark
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_NAMES = ("title", "name", "term", "text")
_WORDS_OF_ID = 3
_MARK = re.compile("[#/: ]")


def mended_reference(remark: Remark, workspace: Workspace) -> Mend | None:
    """Tell what a reference that cannot be read was meant to be; None where nothing in the workspace fits.

    Args:
        remark: what is said of the reference; its field `written` is the reference.
        workspace: the workspace.
    """
    written = str(remark.message.fields.get("written", "")).strip()
    if whole := _named(written, workspace):
        return Mend(whole.id or "")
    mark = next(reversed([found.start() for found in _MARK.finditer(written)]), 0)
    other, item = _named(written[:mark].rstrip(), workspace), written[mark + 1 :]
    return Mend(f"{other.id}#{item}") if other and item in other.items else None


def mend_with_id(document: Document, path: KeyPath) -> Mend | None:
    """Give a part of a document an id, made of the first words of what it is called, that no other part has.

    Args:
        document: the document.
        path: the part's place.
    """
    from samverkan.model.mends import as_id  # noqa: PLC0415 - heavy, and only for what is wrong

    written = document.value_at(path)
    part = part_at(model_of(document.kind), path) if document.kind else None
    text = _text_of(written)
    if not text or part is None:
        return None
    bare = "-".join(as_id(text, "del").split("-")[:_WORDS_OF_ID])
    name = next(one for one in chain([bare], (f"{bare}-{i}" for i in count(2))) if one not in document.all_ids)
    if isinstance(written, dict):
        return Mend(f"id: {name}", MendKind.FIRST)
    key = part.text_key if issubclass(part, TextPart) else "text"
    return Mend(f"{{id: {name}, {key}: {scalar(text)}}}")


def _text_of(written: object) -> str:
    """Give what a part is called, as it is written; empty where it is not called anything."""
    if isinstance(written, dict):
        written = next((written[key] for key in _NAMES if key in written), "")
    return written if isinstance(written, str) else ""


def _named(written: str, workspace: Workspace) -> Document | None:
    """Find the document that is meant by its id or by its file."""
    if written in workspace.by_id:
        return workspace.by_id[written]
    files = {document.file.rpartition("/")[2]: document for document in workspace.documents if document.id}
    stems = {name.rpartition(".")[0]: document for name, document in files.items()}
    return files.get(written.rpartition("/")[2]) or stems.get(written)
