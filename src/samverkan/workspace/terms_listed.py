"""Terms written as keys, each with what it means as its value: how they come to be the items of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Mend
from samverkan.model.choices import Item
from samverkan.model.fields import item_of, part_at
from samverkan.model.kinds import model_of
from samverkan.model.texts import FOOTNOTE

if TYPE_CHECKING:
    from collections.abc import Collection

    from samverkan.findings import KeyPath
    from samverkan.workspace.document import Document


def terms_listed(path: KeyPath, document: Document) -> Mend | None:
    """Write terms with what they mean as definitions; None where something else stands or belongs there.

    Each gets the id that the footnote marks of the document cite it by, where one of them fits.

    Args:
        path: where the terms stand.
        document: the document.
    """
    terms, part = document.value_at(path), part_at(model_of(document.kind), path) if document.kind else None
    is_meant = item_of(part) is Item.DEFINITION and isinstance(terms, dict)
    if not is_meant or not all(isinstance(text, str) for text in terms.values()):
        return None
    if terms.keys() & {"id", "term", "text"} or path not in document.extents.values:
        return None
    from samverkan.model.fitting import flow  # noqa: PLC0415 - heavy, and only for what is wrong

    cited = sorted(set(FOOTNOTE.findall(document.text)) - document.all_ids)
    items = [flow({"id": _id_of(term, cited), "term": term, "text": text}) for term, text in terms.items()]
    extent = document.extents.values[path]
    if extent.in_braces:
        return Mend(f"[{', '.join(items)}]")
    return Mend(("\n" + " " * extent.start[1]).join(f"- {item}" for item in items))


def _id_of(term: str, cited: Collection[str]) -> str:
    """Give the id that a term is cited by: made of it, or the one that it begins or ends with; else one made of it."""
    from samverkan.model.mends import as_id  # noqa: PLC0415 - heavy, and only for what is wrong

    whole = as_id(term, "ett-id")
    alike = [one for one in cited if whole.startswith(one) or whole.endswith(one)]
    return alike[0] if whole not in cited and len(alike) == 1 else whole
