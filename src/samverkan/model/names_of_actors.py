"""The name of somebody who does something: a person, an office or an organisation, each with a key of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.examples import pair
from samverkan.model.fields import keys_of, part_at
from samverkan.model.key_meant import is_name
from samverkan.model.remarks import remark, shown, value_at
from samverkan.source.quoting import scalar
from samverkan.words.groups import is_role

if TYPE_CHECKING:
    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark

_NAMES = frozenset({"name", "namn", "person"})
_OF_ACTORS = frozenset({"party", "role", "organisation", "contact"})
_ORGANISATION = re.compile(
    r"\b(?:AB|kommun\w*|region\w*|bostäder|stiftelse\w*|\w*förening\w*|\w*bolag\w*|\w*företag\w*)\b", re.IGNORECASE
)
_MOST_READ = 100


def name_of_actor(path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Say under which key a name belongs in a part that tells who does something; None where that cannot be told.

    Args:
        path: where the name stands under a key that the part does not have.
        model: the document's model.
        data: the plain data of the document.
    """
    part, around, name = part_at(model, path[:-1]), value_at(data, path[:-1]), value_at(data, path)
    is_text = isinstance(name, str) and len(name) <= _MOST_READ
    if part is None or str(path[-1]).strip().casefold() not in _NAMES or not is_text or "name" in keys_of(part):
        return None
    meant = _key_for(name) if keys_of(part).keys() >= _OF_ACTORS else ""
    if not meant or meant in around:
        return None
    line = f"{meant}: {scalar(name)}"
    said = remark("name-of-actor", path, at_key=True, key=shown(path[-1]), meant=meant)
    if meant != "contact" or not _OF_ACTORS.isdisjoint(around.keys() - {"contact"}):
        return replace(said, mend=Mend(line, MendKind.PAIR))
    return replace(said, mend=Mend(f"{pair(part, 'role')}\n{line}", MendKind.PAIR, is_example=True))


def _key_for(name: str) -> str:
    if _ORGANISATION.search(name):
        return "organisation"
    if is_role(name):
        return "role"
    return "contact" if is_name(name) else ""
