"""The fingerprint of what was agreed: the same as long as no word, number, date or party changes."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samverkan.model.document import DocumentModel

_NOT_AGREED = {"samverkan"}
_FILLED_IN_WHEN_SIGNED = {"place", "date"}
_SHOWN_GROUPS = 4


def fingerprint(model: DocumentModel) -> str:
    """Give a document's fingerprint: 64 hexadecimal digits.

    Blind to comments, layout, the order of keys, and to place and date of signing, which are filled in when the text
    is already agreed; everything else counts.
    """
    content = model.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=_NOT_AGREED)
    content["kind"] = model.kind
    if isinstance(signatures := content.get("signatures"), dict):
        content["signatures"] = _before_signing(signatures)
    canonical = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def short(whole: str) -> str:
    """Give a fingerprint as it is printed for people: `1a2b-3c4d-5e6f-7081`."""
    return "-".join(whole[4 * i : 4 * i + 4] for i in range(_SHOWN_GROUPS))


def _before_signing(signatures: dict[str, Any]) -> dict[str, Any]:
    signing = [
        {key: value for key, value in signatory.items() if key not in _FILLED_IN_WHEN_SIGNED}
        for signatory in signatures.get("signatories", ())
    ]
    return {"signatories": signing}
