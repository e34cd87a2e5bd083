"""Signature fields: the places that an external signing service (PAdES) finds, fills and seals in a PDF."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from samverkan.errors import ReadWriteError, WrongUseError
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdf import PdfWriter

PLACE = "samverkan:signature/"
"""What the template links each signature line to, with the signatory's number after it."""


def with_signature_fields(raw: bytes, signatories: Sequence[str]) -> bytes:
    """Put an empty signature field where the template has left a link for each signatory.

    The links become fields where they stand, so that they keep their places in the order of reading (PDF/UA-1, 7.18.4).

    Args:
        raw: the PDF.
        signatories: the words that tell whose each field is, for those who hear the page, in order.

    Returns:
        The PDF with fields named `signature-1`, `signature-2` and so on.

    Raises:
        ReadWriteError: the program that does it is missing.
        WrongUseError: the template of pages does not have one place for each signatory.
    """
    try:
        from pypdf import PdfWriter  # noqa: PLC0415 - a part of the extra `documents`
        from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject  # noqa: PLC0415
    except ImportError:
        raise ReadWriteError(sentence("no-documents-extra")) from None
    writer = PdfWriter(clone_from=io.BytesIO(raw))
    fields, places = ArrayObject(), list(_places(writer))
    if sorted(number for number, _ in places) != list(range(1, len(signatories) + 1)):
        raise WrongUseError(sentence("no-signature-places", found=len(places), count=len(signatories)))
    for number, link in places:
        _become_field(writer, link, number, signatories[number - 1])
        fields.append(link.indirect_reference)
    form = {NameObject("/Fields"): fields, NameObject("/SigFlags"): NumberObject(1)}
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(form)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _places(writer: PdfWriter) -> Iterator[tuple[int, Any]]:
    """Find the links that stand where fields shall be, with the signatories' numbers."""
    for sheet in writer.pages:
        annotations: Any = sheet.get("/Annots", ())
        for annotation in annotations:
            link = annotation.get_object()
            address = str(link.get("/A", {}).get("/URI", ""))
            if address.startswith(PLACE) and address.removeprefix(PLACE).isdecimal():
                link.indirect_reference = annotation
                yield int(address.removeprefix(PLACE)), link


def _become_field(writer: PdfWriter, link: Any, number: int, words: str) -> None:
    """Turn a link into a field, and its place in the document's structure from a link's into a form's."""
    from pypdf.generic import (  # noqa: PLC0415 - see above
        ArrayObject,
        DictionaryObject,
        FloatObject,
        NameObject,
        StreamObject,
        TextStringObject,
    )

    left, low, right, high = (float(value) for value in link["/Rect"])
    nothing_yet = StreamObject()
    nothing_yet[NameObject("/Type")] = NameObject("/XObject")
    nothing_yet[NameObject("/Subtype")] = NameObject("/Form")
    nothing_yet[NameObject("/BBox")] = ArrayObject(FloatObject(v) for v in (0, 0, right - left, high - low))
    nothing_yet[NameObject("/Resources")] = DictionaryObject()
    for key in ("/A", "/Border", "/Contents"):
        link.pop(key, None)
    link[NameObject("/Subtype")] = NameObject("/Widget")
    link[NameObject("/FT")] = NameObject("/Sig")
    link[NameObject("/T")] = TextStringObject(f"signature-{number}")
    link[NameObject("/TU")] = TextStringObject(words)
    link[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(nothing_yet)})  # noqa: SLF001
    _structure_of(writer, int(link["/StructParent"]))[NameObject("/S")] = NameObject("/Form")


def _structure_of(writer: PdfWriter, number: int) -> Any:
    """Find the element of the document's structure that an annotation belongs to."""
    tree: Any = writer.root_object["/StructTreeRoot"]
    waiting, found = [tree["/ParentTree"]], dict[int, Any]()
    while waiting:
        node = waiting.pop().get_object()
        waiting += node.get("/Kids", ())
        numbers = node.get("/Nums", ())
        found |= zip(numbers[::2], numbers[1::2], strict=True)
    return found[number].get_object()
