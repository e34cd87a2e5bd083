"""Whether a file is a workbook that can be opened safely: looked at before any part of it is read as XML."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from samverkan.source.decoding import BOM
from samverkan.words.spreadsheets import WHY_NOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from samverkan.words.sentence import Text

MOST_BYTES = 20_000_000
"""How large a file may be; the largest exports of statistics are a tenth of it."""
_MOST_UNPACKED = 60_000_000
_MOST_PARTS = 3000
_FORMULA = re.compile(rb"<(?:\w{1,20}:)?f[\s/>]")
_ENCRYPTED = 0x1
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKS = (
    (b"%PDF", "pdf"),
    (b"\x1f\x8b", "packed"),
    (b"{\\rtf", "rtf"),
)
# No program for spreadsheets writes these; they are how XML is made to fetch files or to grow without end.
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WEB = (b"<!doctype", b"<html", b"<table", b"<?xml")
_XML = (".xml", ".rels", ".vml")


_OTHERS: tuple[tuple[str, Callable[[set[str]], bool]], ...] = (
    ("opendocument", lambda names: names >= {"mimetype", "content.xml"}),
    ("other-office", lambda names: any(name.startswith(("word/", "ppt/")) for name in names)),
    ("binary", lambda names: any(name.endswith("workbook.bin") for name in names)),
    ("macros", lambda names: any("vbaproject.bin" in name or "xl/macrosheets/" in name for name in names)),
    ("no-workbook", lambda names: not names >= {"[content_types].xml", "xl/workbook.xml"}),
)
"""What the names of a file's parts tell of it, in the order in which it is looked for."""


class NotReadError(Exception):
    """A table cannot be read; carries the reason for the user, to stand after a colon."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.say("en"))
        self.why = why


def is_zip(raw: bytes) -> bool:
    """Tell whether a file begins as those of present office programs do."""
    return raw.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def refuse_foreign(raw: bytes) -> None:
    """Refuse what is neither text nor a workbook.

    Raises:
        NotReadError: it is encrypted, of an older program, a PDF or a web page, or empty.
    """
    if raw.startswith(_OLE):
        is_locked = "EncryptedPackage".encode("utf-16-le") in raw
        raise NotReadError(WHY_NOT["password" if is_locked else "old"])
    for mark, key in _MARKS:
        if raw.startswith(mark):
            raise NotReadError(WHY_NOT[key])
    if not raw.strip():
        raise NotReadError(WHY_NOT["empty"])
    if raw[:200].lstrip().removeprefix(BOM).lstrip().lower().startswith(_WEB):
        raise NotReadError(WHY_NOT["web-page"])


def refuse_unsafe(raw: bytes) -> bool:
    """Refuse a packed file that is no workbook, is damaged, or holds what no table needs.

    Args:
        raw: what the file holds.

    Returns:
        Whether it may have formulas, for which it is read once more.

    Raises:
        NotReadError: it is one of these.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            _refuse_parts(packed)
            return _refuse_content(packed)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise NotReadError(WHY_NOT["damaged"]) from error


def _refuse_parts(packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    names = {part.filename.replace("\\", "/").lower() for part in parts}
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise NotReadError(WHY_NOT["password"])
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise NotReadError(WHY_NOT["bomb"])
    for key, is_met in _OTHERS:
        if is_met(names):
            raise NotReadError(WHY_NOT[key])


def _refuse_content(packed: zipfile.ZipFile) -> bool:
    has_formulas = False
    for part in packed.infolist():
        content = packed.read(part)  # no more than is declared, which has been counted; a wrong sum is told here
        bare = content.replace(b"\0", b"")
        if part.filename.lower().endswith(_XML) and _DECLARATION.search(bare):
            raise NotReadError(WHY_NOT["entities"])
        has_formulas = has_formulas or _FORMULA.search(bare) is not None
    return has_formulas
