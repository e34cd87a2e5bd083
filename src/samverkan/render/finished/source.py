"""Which document a finished file was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.fingerprint import fingerprint, short
from samverkan.render.finished.reading import codes_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.workspace.document import Document


def sources_of(pages: Sequence[str], documents: Sequence[Document]) -> list[Document]:
    """Give the documents that a finished file can have been made from: one, as a rule.

    A single document is it. Of several it is the one with the title that comes first in the file; of those with that
    title, or where none has it, the one with the file's fingerprint.

    Args:
        pages: the text of the file.
        documents: documents that could be read whole.
    """
    if len(documents) == 1:
        return list(documents)
    titled = _titled(pages, documents)
    codes = codes_in(pages)
    with_code = [one for one in documents if one.model is not None and short(fingerprint(one.model)) in codes]
    return [one for one in titled if one in with_code] or titled or with_code


def _titled(pages: Sequence[str], documents: Sequence[Document]) -> list[Document]:
    """Give the documents with the title that comes first: that of the file itself, before those that it refers to."""
    said = _one_line("\n".join(pages))
    places = [(said.find(_one_line(one.title)), one) for one in documents]
    first = min((place for place, _ in places if place >= 0), default=None)
    return [one for place, one in places if place == first]


def _one_line(text: str) -> str:
    return " ".join(text.split())
