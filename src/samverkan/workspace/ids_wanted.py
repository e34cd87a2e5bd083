"""The id that a part without one is to have: the one that the document refers to, and that no part has."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samverkan.model.fields import item_of, part_at
from samverkan.model.kinds import model_of
from samverkan.model.referring import ids_named_in
from samverkan.words.groups import PARTY_GROUP_WORDS

if TYPE_CHECKING:
    from samverkan.findings import KeyPath, Mend
    from samverkan.workspace.document import Document


_MADE_ID = re.compile(r"\A\{id: [\w-]+(?=, )")


def with_id_wanted(mend: Mend, path: KeyPath, document: Document) -> Mend:
    """Give a part that a mend makes the id by which the document refers to it already.

    Args:
        mend: the mend.
        path: the part's place.
        document: the document.
    """
    part = part_at(model_of(document.kind), path) if document.kind else None
    item = item_of(part)
    if item is None or not isinstance(mend.text, str) or not _MADE_ID.match(mend.text):
        return mend
    names = set(ids_named_in(document.data, (), item, model_of(document.kind))) if document.kind else set()
    beside = document.value_at(path[:-1])
    ids = [one.get("id") for one in beside if isinstance(one, dict)] if isinstance(beside, list) else []
    written = {one for one in ids if isinstance(one, str)}
    wanted = names - document.all_ids - set(document.items) - written - set(PARTY_GROUP_WORDS)
    return replace(mend, text=_MADE_ID.sub(f"{{id: {wanted.pop()}", mend.text)) if len(wanted) == 1 else mend
