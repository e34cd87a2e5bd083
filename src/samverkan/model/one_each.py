"""How many originals there are, said by who has them: ”ett vardera”, ”två exemplar, varav parterna tagit var sitt”."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend
from samverkan.model.fields import keys_of, part_at
from samverkan.model.meant_numbers import in_figures
from samverkan.model.remarks import value_at

if TYPE_CHECKING:
    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark

_ONE_EACH = re.compile(
    r"\b(?:vardera|en var|var(?:t)? sitt|var sin|varsitt|var och en|(?:varje|respektive) part"
    r"|(?:each|every) party|one each)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"(?<![0-9])[2-9](?![0-9])")


def one_each(made: Remark, path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Write that each party has one, and how many that makes; None where a value does not say so.

    Args:
        made: what is said of the value.
        path: where it stands.
        model: the document's model.
        data: the plain data of the document.
    """
    value, part = value_at(data, path), part_at(model, path)
    if part is None or "one_each" not in keys_of(part) or not isinstance(value, str) or not _ONE_EACH.search(value):
        return None
    said, parties = _COUNT.search(in_figures(value)), data.get("parties") if isinstance(data, dict) else None
    count = said.group() if said else str(len(parties)) if isinstance(parties, list) else ""
    return replace(made, mend=Mend(f"{{count: {count}, one_each: true}}")) if count else None
