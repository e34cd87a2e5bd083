"""What stands in a part, and at the top of the document as well, where it belongs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import KeyPath, Mend, MendKind, Remark
from samverkan.model.choices import PartyType
from samverkan.model.fields import keys_of
from samverkan.model.remarks import is_there, remark, shown, value_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel


_PARTIES = {
    **dict.fromkeys(("kommun", "kommunen", "municipality"), PartyType.MUNICIPALITY),
    **dict.fromkeys(("polis", "polisen", "police", "lokalpolisområde", "polisområde"), PartyType.POLICE),
    **dict.fromkeys(("region", "regionen"), PartyType.REGION),
}


def said_above(path: KeyPath, model: type[BaseModel], data: Mapping[str, Any]) -> Remark | None:
    """Say that a key with its value stands at the top of the document already; None where it does not.

    Args:
        path: the key, which its part does not have.
        model: the model of the whole document.
        data: the plain data of the document.
    """
    key = str(path[-1])
    if len(path) == 1 and (party := _PARTIES.get(key.strip().casefold())):
        return _of_party(path, party, model, data)
    is_above = len(path) > 1 and is_there(data, (key,)) and key in keys_of(model)
    if not is_above or data[key] != value_at(data, path):
        return None
    title = keys_of(model)[key].title or ""
    said = remark("said-above", path, at_key=True, key=shown(key), plain=key, title=title)
    return replace(said, mend=Mend("-", MendKind.LEAVE_OUT))


def _of_party(path: KeyPath, party: PartyType, model: type[BaseModel], data: Mapping[str, Any]) -> Remark | None:
    """Say that a party is told of elsewhere already; None where it is not."""
    listed = data.get("parties")
    types = [one.get("type") for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    place = "parties" if party.value in types else "agreement" if "agreement" in data else ""
    if place not in keys_of(model):
        return None
    title = keys_of(model)[place].title or ""
    said = remark("party-told", path, at_key=True, key=shown(path[-1]), plain=place, title=title)
    return replace(said, mend=Mend("-", MendKind.LEAVE_OUT))
