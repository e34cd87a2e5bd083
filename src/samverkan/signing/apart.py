"""PDFs read and signed in a process apart: one that hangs, breaks or grows without end is refused, and no more."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from samverkan.render.engines.settings import in_use
from samverkan.render.engines.workers import Gone, GoneError, ask
from samverkan.signing.told import Signature, Signed, SigningRefusedError, State, Trust

if TYPE_CHECKING:
    from samverkan.render.engines.workers import Answer
    from samverkan.signing.told import Certificate, Shown

_WORK = "samverkan.signing.work"
_SECONDS = 40.0


def empty_fields(content: bytes) -> dict[str, str]:
    """Give the signature fields of a PDF that nobody has signed; see `sign.empty_fields`.

    Raises:
        SigningRefusedError: as there, or it takes too long.
    """
    return dict(_answer("fields", content).facts["found"])


def signed(content: bytes, certificate: Certificate, field: str, shown: Shown, timestamp: str = "") -> Signed:
    """Sign a PDF; see `sign.signed`.

    Raises:
        SigningRefusedError: as there, or it takes too long.
    """
    facts, made = _answer("sign", content, certificate, field, shown, timestamp)
    return Signed(made, facts["name"])


def require_certificates(content: bytes) -> None:
    """Refuse a file that holds no certificates; see `signatures.certificates`.

    Raises:
        SigningRefusedError: as there.
    """
    _answer("certificates", content)


def signatures_in(content: bytes, trusted: bytes | None = None) -> list[Signature]:
    """Read the signatures of a PDF; see `signatures.signatures_in`.

    Args:
        content: the PDF.
        trusted: a file of certificates that the reader trusts.

    Raises:
        SigningRefusedError: as there, or it takes too long.
    """
    return [_signature(*one) for one in _answer("signatures", content, trusted).facts["found"]]


def _signature(*told: Any) -> Signature:
    field, name, organisation, issuer, time, is_timestamped, state, trust, held = told
    first, last = map(datetime.fromisoformat, held)
    moment = datetime.fromisoformat(time) if time else None
    now = State(state)
    return Signature(field, name, organisation, issuer, moment, is_timestamped, now, Trust(trust), (first, last))


def _answer(name: str, *given: object) -> Answer:
    try:
        told = ask(_WORK, (name, given), min(_SECONDS, in_use().seconds))
    except GoneError as gone:
        raise SigningRefusedError("sign-slow" if gone.why is Gone.SLOW else "sign-no-pdf") from None
    if "refused" in told.facts:
        raise SigningRefusedError(told.facts["refused"], **told.facts["fields"])
    return told
