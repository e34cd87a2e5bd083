"""Several ids after each other with no comma between them: `[trygga-kvällar lugnare-torg]`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samverkan.findings import Mend
from samverkan.model.kinds import model_of
from samverkan.model.remarks import remark, shown
from samverkan.workspace.meant import leads

if TYPE_CHECKING:
    from samverkan.findings import Remark
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_LEAST = 2


def without_comma(made: Remark, document: Document, workspace: Workspace) -> Remark | None:
    """Say that the commas between ids are missing; None where one of the words is no id, or a list cannot stand there.

    Args:
        made: what is said of the place.
        document: the document.
        workspace: the workspace.
    """
    written = document.value_at(made.path) if made.rule == "bad-reference" else None
    names = written.split() if isinstance(written, str) else []
    if len(names) < _LEAST or document.kind is None or not all(leads(name, workspace) for name in names):
        return None
    if names[0] in workspace.by_id and names[1] in workspace.by_id[names[0]].items:
        return None  # a part of a document
    from samverkan.model.mends import accepts, accepts_whole  # noqa: PLC0415 - heavy, and only for what is wrong

    model, is_item = model_of(document.kind), isinstance(made.path[-1], int)
    if not (accepts(model, made.path, names[0]) if is_item else accepts_whole(model, made.path, names)):
        return None
    said = remark("ids-without-comma", made.path, value=shown(written))
    return replace(said, mend=Mend(f"[{', '.join(names)}]"))
