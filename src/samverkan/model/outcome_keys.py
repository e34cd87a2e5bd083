"""How it went with a goal, a promise or a measure, written in it: that belongs in the follow-up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samverkan.findings import Mend, MendKind
from samverkan.model.fields import item_of, keys_of, part_at
from samverkan.model.links import REVIEWED_ITEMS
from samverkan.model.mends import accepts_whole, choice_called
from samverkan.model.remarks import remark, shown, value_at
from samverkan.model.review import Outcome
from samverkan.source.quoting import scalar

if TYPE_CHECKING:
    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark

_WORDS = frozenset(
    (
        *("status", "outcome", "outcomes", "result", "results", "achieved", "fulfilled"),
        *("utfall", "utfallet", "resultat", "resultatet", "måluppfyllelse", "uppfyllelse", "uppfyllt", "uppföljt"),
    )
)


def outcome_written(path: KeyPath, model: type[BaseModel], data: Any) -> Remark | None:
    """Say where it belongs how something went; None where a key does not say that, or none can be said of the part.

    A sentence about a measure is a note on how it goes, which has a key there.

    Args:
        path: a key that the part does not have.
        model: the model of the document.
        data: the plain data of the document.
    """
    key = str(path[-1])
    if key.casefold() not in _WORDS:
        return None
    part, value, around = part_at(model, path[:-1]), value_at(data, path), value_at(data, path[:-1])
    if part is None or item_of(part) not in REVIEWED_ITEMS:
        return None
    result = choice_called(Outcome, "result", value) if isinstance(value, str) else ""
    if not result and isinstance(value, str) and "status" not in around and accepts_whole(part, ("status",), value):
        said = remark("unknown-key", path, at_key=True, key=shown(key), guess="status", meant="status")
        return replace(said, mend=Mend("status", MendKind.KEY)) if "status" in keys_of(part) else None
    line = f"- {{item: {scalar(str(around.get('id', '…')))}, result: {result or 'reached'}}}"
    said = remark("outcome-in-part", path, at_key=True, key=shown(key), line=line)
    return replace(said, mend=Mend("-", MendKind.LEAVE_OUT))
