"""The child process that reads and signs PDFs, which may come from anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.signing.sign import empty_fields, signed
from samverkan.signing.signatures import certificates, signatures_in
from samverkan.signing.told import SigningRefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.signing.told import Certificate, Shown, Signature

MOST_MEMORY = 2_000_000_000
MOST_SECONDS = 8.0
Told = tuple[dict[str, Any], bytes]


def work(request: tuple[str, tuple[Any, ...]]) -> Told:
    """Do what is asked for.

    Args:
        request: the name of what is to be done, as in `apart`, and what it is given.

    Returns:
        What was found, or under `refused` the name of the sentence that says why not, with its fields; and the PDF.
    """
    name, given = request
    try:
        return _WORKS[name](*given)
    except SigningRefusedError as refused:
        return {"refused": refused.sentence, "fields": refused.fields}, b""


def _fields(content: bytes) -> Told:
    return {"found": empty_fields(content)}, b""


def _sign(content: bytes, certificate: Certificate, field: str, shown: Shown, timestamp: str) -> Told:
    done = signed(content, certificate, field, shown, timestamp)
    return {"name": done.name}, done.content


def _signatures(content: bytes, trusted: bytes | None) -> Told:
    known = certificates(trusted) if trusted is not None else []
    return {"found": [_plain(one) for one in signatures_in(content, known)]}, b""


def _certificates(content: bytes) -> Told:
    certificates(content)
    return {}, b""


def _plain(one: Signature) -> list[object]:
    time = one.time.isoformat() if one.time else None
    names = one.field, one.name, one.organisation, one.issuer
    holds = [moment.isoformat() for moment in one.holds]
    return [*names, time, one.is_timestamped, one.state.value, one.trust.value, holds]


_WORKS: dict[str, Callable[..., Told]] = {
    "fields": _fields,
    "sign": _sign,
    "signatures": _signatures,
    "certificates": _certificates,
}
