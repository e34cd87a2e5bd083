"""A party and a role that have changed places: `{party: Kommunikationschef, role: kommunen}`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samverkan.findings import Mend
from samverkan.model.choices import Item
from samverkan.model.remarks import remark, shown
from samverkan.workspace.meant import others_named

if TYPE_CHECKING:
    from samverkan.findings import Remark
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


def swapped(made: Remark, document: Document, workspace: Workspace) -> Remark | None:
    """Say that a party and a role have changed places; None where that is not what is wrong.

    Args:
        made: what is said of the place.
        document: the document.
        workspace: the workspace.
    """
    around = document.value_at(made.path[:-1]) if made.rule == "bad-reference" and made.path[-1] == "party" else None
    role = around.get("role") if isinstance(around, dict) else None
    if not isinstance(around, dict) or not isinstance(role, str):
        return None
    near = (document, *others_named(document, workspace))
    if not any(role in one.items and one.items[role].item is Item.PARTY for one in near):
        return None
    from samverkan.model.fitting import flow  # noqa: PLC0415 - heavy, and only for what is wrong

    said = remark("party-and-role-swapped", made.path[:-1], value=shown(around["party"]), party=role)
    return replace(said, mend=Mend(flow(around | {"party": role, "role": around["party"]})))
