"""The end that a signed text had, where its last day was moved afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.model.dates import CoarseDate, time_said
from samverkan.model.fingerprint import fingerprint, is_same
from samverkan.model.load import load
from samverkan.model.raised_years import years_later

if TYPE_CHECKING:
    from samverkan.findings import KeyPath
    from samverkan.workspace.document import Document

_MOST_YEARS = 4


class Prolonged(NamedTuple):
    """An end that was moved: where it stands, how it was when the text was signed, and how it is."""

    path: KeyPath
    signed: CoarseDate
    now: CoarseDate


def prolonged(document: Document, code: str) -> Prolonged | None:
    """Find the earlier end of a document, some whole years before, with which its fingerprint is that of the signing.

    Args:
        document: the document.
        code: the fingerprint of what was signed, whole or as printed.
    """
    for key in ("validity", "period"):
        lasting = document.value_at((key,))
        end = lasting.get("until") if isinstance(lasting, dict) else None
        now = time_said(end) if isinstance(end, str) else None
        for years in range(1, _MOST_YEARS + 1) if now is not None else ():
            earlier = years_later(now, -years) if now is not None else None
            if now is not None and earlier is not None and _is_signed(document, key, str(earlier), code):
                return Prolonged((key, "until"), earlier, now)
    return None


def _is_signed(document: Document, key: str, end: str, code: str) -> bool:
    data = {**document.data, key: {**document.data[key], "until": end}}
    model = load(data).model
    return model is not None and is_same(code, fingerprint(model))
