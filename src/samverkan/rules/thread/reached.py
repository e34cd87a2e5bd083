"""What a part of the thread is reached by: the plans at hand, and what refers to it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from samverkan.model.choices import Kind
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from samverkan.findings import KeyPath
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_TITLES = {"goals": "Mål", "causes": "Orsaker"}
"""The keys by which a measure names what it is for, as documents call them."""
PLAN = Text("Åtgärdsplanen finns här.", "The action plan is here.")
ID_OF_AREA = Text("områdets id", "the area's id")
ID_OF_PROBLEM = Text("problemets id", "the problem's id")
"""What stands for the id of what has none yet, in a line to write."""


def first_plan(workspace: Workspace, document: Document) -> Document | None:
    """Give the first plan under the same agreement, or that names the document, that nothing supersedes."""
    agreement = workspace.relations.agreement_of(document)
    under = workspace.relations.under(agreement, Kind.ACTION_PLAN) if agreement else ()
    naming = (ref.document for ref in workspace.references.to(document) if ref.document.kind == Kind.ACTION_PLAN)
    return next((plan for plan in chain(under, naming) if plan.id not in workspace.relations.superseded), None)


def is_reached(workspace: Workspace, document: Document, path: KeyPath, *keys: str) -> bool:
    """Tell whether some document refers to a part under one of some keys."""
    return any(any(key in ref.link.path for key in keys) for ref in workspace.references.to(document, path))


def naming(key: str, id_: str | None) -> Text:
    """Ask for a measure that names a part by its id, or for an id where the part has none."""
    if id_ is None:
        return Text(
            "Ge den ett id, och koppla sedan en åtgärd i planen hit under {title} (`{key}`).",
            "Give it an id, and then link a measure in the plan here with `{key}`.",
            {"key": key, "title": _TITLES[key]},
        )
    return Text(
        "Koppla en åtgärd i planen hit under {title} (`{key}: {id}`).",
        "Link a measure in the plan here with `{key}: {id}`.",
        {"key": key, "title": _TITLES[key], "id": id_},
    )
