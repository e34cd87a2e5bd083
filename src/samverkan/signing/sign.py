"""Signing a finished PDF in one of its signature fields (PAdES B-B; B-T with a timestamp)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.timestamps import HTTPTimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError

from samverkan.signing.stamp import StampStyle
from samverkan.signing.told import Signed, SigningRefusedError

if TYPE_CHECKING:
    from datetime import datetime

    from samverkan.signing.told import Certificate, Shown


class _Writer(IncrementalPdfFileWriter):
    """Adds to a PDF and leaves alone what it says of itself: written anew, it would lose its profiles."""

    def _update_meta(self) -> None:
        pass


def empty_fields(content: bytes) -> dict[str, str]:
    """Give the signature fields of a PDF that nobody has signed, in their order: whose each is, by its name.

    Raises:
        SigningRefusedError: it is no PDF that can be read.
    """
    try:
        reader = PdfFileReader(io.BytesIO(content), strict=False)
        if reader.encrypted:
            raise SigningRefusedError("sign-locked")
        found = fields.enumerate_sig_fields(reader)
        return {name: str(field.get_object().get("/TU", "")) for name, value, field in found if value is None}
    except (PdfError, ValueError, KeyError, TypeError, RecursionError):
        raise SigningRefusedError("sign-no-pdf") from None


def signed(content: bytes, certificate: Certificate, field: str, shown: Shown, timestamp: str = "") -> Signed:
    """Sign a PDF.

    Args:
        content: the PDF; what is there stays, byte for byte, and the signature comes after it.
        certificate: whose signature it is.
        field: the name of an empty signature field.
        shown: what the field is to show.
        timestamp: the address of a timestamping service (RFC 3161); empty for none.

    Raises:
        SigningRefusedError: the certificate cannot be opened, has passed, or is not for signing; the field is not
            there or not empty; the service does not answer; or it is no PDF.
    """
    signer = _signer(certificate, shown.now)
    if field not in empty_fields(content):
        raise SigningRefusedError("sign-no-field", field=field)
    name = str(signer.signing_cert.subject.native.get("common_name", ""))
    lines = (shown.words.replace("{name}", name), f"{shown.now:%Y-%m-%d %H:%M}")
    about = PdfSignatureMetadata(
        field_name=field, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256", name=name
    )
    stamper = HTTPTimeStamper(timestamp) if timestamp else None
    writer = PdfSigner(about, signer, timestamper=stamper, stamp_style=StampStyle(lines=lines))
    try:
        made = writer.sign_pdf(_Writer(io.BytesIO(content), strict=False), existing_fields_only=True)
    except (TimestampRequestError, OSError):
        raise SigningRefusedError("sign-no-timestamp", address=timestamp) from None
    except SigningError as error:
        raise SigningRefusedError("sign-failed", why=str(error)[:200]) from None
    return Signed(bytes(made.getvalue()), name)


def _signer(certificate: Certificate, now: datetime) -> Any:
    try:
        signer = SimpleSigner.load_pkcs12_data(certificate.content, (), certificate.password)
    except (ValueError, TypeError):
        signer = None
    if signer is None:
        raise SigningRefusedError("sign-certificate")
    own = signer.signing_cert
    if not own.not_valid_before <= now <= own.not_valid_after:
        first, last = own.not_valid_before.date().isoformat(), own.not_valid_after.date().isoformat()
        raise SigningRefusedError("sign-out-of-time", first=first, last=last)
    uses = own.key_usage_value.native if own.key_usage_value is not None else {"digital_signature"}
    if not {"digital_signature", "non_repudiation"} & set(uses):
        raise SigningRefusedError("sign-not-for-signing")
    return signer
