"""The signatures of a PDF: whose, when, whether the text is as it was signed, and whether somebody vouches for them."""

from __future__ import annotations

import io
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from asn1crypto import pem, x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    ModificationLevel,
    QualifiedWhitelistRule,
    ReferenceUpdate,
    StandardDiffPolicy,
)
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from samverkan.signing.told import Signature, SigningRefusedError, State, Trust

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime


_OF_CERTIFICATES = frozenset({"CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"})
_OF_SIGNING = frozenset({"/V", "/AP"})


class _FieldIsSigned(QualifiedWhitelistRule):
    """Takes a field that was empty and is signed for no change of the text.

    The library knows it where forms and pages lead to the field, and not where the structure does that is read aloud.
    """

    def apply_qualified(self, old: Any, new: Any) -> Iterator[tuple[ModificationLevel, ReferenceUpdate]]:
        for reference in new.explicit_refs_in_revision():
            if old.is_ref_unassignable(reference):
                continue
            before, after = old(reference), new(reference)
            is_field = isinstance(before, dict) and before.get("/FT") == "/Sig" and "/V" not in before
            if is_field and isinstance(after, dict) and _beside(before) == _beside(after):
                yield ModificationLevel.FORM_FILLING, ReferenceUpdate(reference)


def _beside(field: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in field.items() if key not in _OF_SIGNING}


_POLICY = StandardDiffPolicy([*DEFAULT_DIFF_POLICY.global_rules, _FieldIsSigned()], DEFAULT_DIFF_POLICY.form_rule)


def certificates(content: bytes) -> list[x509.Certificate]:
    """Read the certificates of a file, PEM or DER.

    Raises:
        SigningRefusedError: it holds none.
    """
    try:
        if not pem.detect(content):
            return [_certificate(content)]
        found = [_certificate(der) for name, _, der in pem.unarmor(content, multiple=True) if name in _OF_CERTIFICATES]
    except (ValueError, TypeError, KeyError, RecursionError):
        found = []
    if not found:
        raise SigningRefusedError("sign-no-certificates")
    return found


def _certificate(der: bytes) -> x509.Certificate:
    """Read a certificate so far that what is none is known for that: the library reads parts when they are asked for.

    Raises:
        ValueError: it is none; likewise the other errors of the library.
    """
    one = x509.Certificate.load(der)
    if one.not_valid_before > one.not_valid_after or not one.subject.native or not one.public_key.algorithm:
        raise ValueError
    return one


def signatures_in(content: bytes, trusted: Sequence[x509.Certificate] = ()) -> list[Signature]:
    """Read the signatures of a PDF, in the order in which they were made. Nothing is fetched.

    Args:
        content: the PDF.
        trusted: the certificates that the reader trusts.

    Raises:
        SigningRefusedError: it is no PDF that can be read.
    """
    try:
        with _in_silence():
            reader = PdfFileReader(io.BytesIO(content), strict=False)
            if reader.encrypted:
                raise SigningRefusedError("sign-locked")
            return [_read(one, trusted) for one in reader.embedded_regular_signatures]
    except (PdfError, ValueError, KeyError, TypeError, RecursionError):
        raise SigningRefusedError("sign-no-pdf") from None


def _read(one: Any, trusted: Sequence[x509.Certificate]) -> Signature:
    context = ValidationContext(trust_roots=list(trusted), allow_fetching=False)
    status = validate_pdf_signature(one, context, context, diff_policy=_POLICY)
    own = one.signer_cert
    named, stamp = own.subject.native, status.timestamp_validity
    return Signature(
        one.field_name,
        str(named.get("common_name", "")),
        str(named.get("organization_name", "")),
        str(own.issuer.native.get("common_name", "")),
        stamp.timestamp if stamp else status.signer_reported_dt,
        stamp is not None,
        _state(status),
        _trust(status, trusted, context.moment),
        (own.not_valid_before, own.not_valid_after),
    )


def _state(status: Any) -> State:
    if not (status.intact and status.valid):
        return State.BROKEN
    if status.modification_level is ModificationLevel.NONE:
        return State.WHOLE
    is_allowed = status.modification_level is not ModificationLevel.OTHER and status.docmdp_ok
    return State.SIGNED_SINCE if is_allowed else State.CHANGED


def _trust(status: Any, trusted: Sequence[x509.Certificate], moment: datetime) -> Trust:
    if not (status.intact and status.valid):
        return Trust.NOT_TRIED
    if status.trusted:
        return Trust.TRUSTED
    own = status.signing_cert
    is_nobodys = own.self_signed != "no" and own.dump() not in {one.dump() for one in trusted}
    if is_nobodys or status.trust_problem_indic is AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND:
        return Trust.UNKNOWN_ISSUER
    return Trust.UNFIT if own.not_valid_before <= moment <= own.not_valid_after else Trust.NOT_IN_FORCE


@contextmanager
def _in_silence() -> Iterator[None]:
    """Let the libraries not write of what they meet: it is told in words of ours."""
    names = ("pyhanko", "pyhanko_certvalidator")
    known = [logging.getLogger(name).level for name in names]
    for name in names:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for name, level in zip(names, known, strict=True):
            logging.getLogger(name).setLevel(level)
