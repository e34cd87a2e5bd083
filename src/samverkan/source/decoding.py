"""Bytes to text: UTF-8 only, no control characters, nothing on which YAML parsers disagree."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from samverkan.escape import code_point
from samverkan.source.edits import replacing
from samverkan.source.faults import Fault, point
from samverkan.source.lines import lines_of
from samverkan.words.reading import LOOKS, MAKE_A_DRAFT, SAVE_AS_UTF8

if TYPE_CHECKING:
    from samverkan.findings import Span
    from samverkan.words.sentence import FieldValue

MOST_BYTES = 1_048_576
"""No agreement comes near: a hundred pages of text are a third of it."""

_MOST_SHOWN = 20
BOM = b"\xef\xbb\xbf"
# Everything outside YAML's printable characters, and what parsers take in different ways: tabs (in plain text), the
# rarer line breaks and an inner byte order mark. Said by what is refused: to say it by what is not takes Python 4 ms.
_REFUSED = re.compile("[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")

_BREAKS = "\x0b\x0c\x85\u2028\u2029"
"""What word processors end a line or a page with inside a paragraph; a space says the same."""
_MARK = "\ufeff"

_MAGIC = (
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"PK\x03\x04", "word"),
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "old-word"),
)
"""How files of other kinds begin, and the key of what is said of each."""
_OFFICE = (*(magic for magic, kind in _MAGIC if kind != "utf-16"), b"{\\rtf")
_LONGEST_START = 64


def text_in(raw: bytes) -> str:
    """Give the text of a file in UTF-8, without byte order mark.

    Raises:
        UnicodeDecodeError: it is none.
    """
    return raw.removeprefix(BOM).decode("utf-8")


def decode(raw: bytes) -> tuple[str | None, list[Fault]]:
    """Turn a file's bytes into text.

    Args:
        raw: the whole file.

    Returns:
        The text without byte order mark, or None if it cannot be read at all, and the faults: a file with faults
        is not to be parsed.
    """
    if len(raw) > MOST_BYTES:
        return None, [Fault("too-large", point(0, 0), {"most": MOST_BYTES // 1024, "size": len(raw) // 1024})]
    body = raw.removeprefix(BOM)
    if _is_utf16(body) and not body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [_not_utf8(body, body.find(b"\0"))]
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(body, error.start)]
    refused = (_refused(text, match) for match in _REFUSED.finditer(text) if match.group() != "\t")
    tabs = _tabs(text) if "\t" in text else None
    return text, [*([tabs] if tabs else []), *islice(refused, _MOST_SHOWN)]


def is_of_office(raw: bytes) -> bool:
    """Tell whether a file is one of a word processor or a PDF, whatever it is called."""
    start = raw[:_LONGEST_START].removeprefix(BOM).lstrip()
    return start.startswith(_OFFICE)


def shown_text(raw: bytes) -> str:
    """Give the text of a file as far as it can be made out, for showing the lines of what is wrong with it."""
    body = raw.removeprefix(BOM)
    if _is_utf16(body):
        marked = body.startswith((b"\xff\xfe", b"\xfe\xff"))
        low_first = body[1::2].count(0) > body[::2].count(0)
        return body.decode("utf-16" if marked else "utf-16-le" if low_first else "utf-16-be", "replace")
    return body.decode("utf-8", "replace")


def _tabs(text: str) -> Fault:
    from samverkan.source.tabs import tab_fault  # noqa: PLC0415 - brings the YAML parser, for texts that have tabs

    return tab_fault(lines_of(text))


def at(text: str, offset: int) -> Span:
    """Point at one character, by its offset in a text."""
    before = lines_of(text[:offset])
    return point(len(before) - 1, len(before[-1]))


def _is_utf16(body: bytes) -> bool:
    """Tell whether every second byte of most of a text is zero, as those of two bytes a letter have it."""
    odd, even = body[1::2].count(0), body[::2].count(0)
    return max(odd, even) * 3 > len(body) and min(odd, even) * 10 < max(odd, even)


def _refused(text: str, match: re.Match[str]) -> Fault:
    found, place = match.group(), at(text, match.start())
    edit = replacing(place, " " if found in _BREAKS else "", is_safe=False) if found in _BREAKS + _MARK else None
    return Fault("control-character", place, {"code": code_point(found)}, edit=edit)


def _not_utf8(body: bytes, offset: int) -> Fault:
    before = body[:offset].decode("utf-8", "replace")
    start, lines = lines_of(before)[-1], lines_of(before)
    otherwise = "utf-16" if _is_utf16(body) else "binary" if b"\0" in body else "latin-1"
    looks = next((kind for magic, kind in _MAGIC if body.startswith(magic)), otherwise)
    cure = SAVE_AS_UTF8 if looks in {"utf-16", "latin-1"} else MAKE_A_DRAFT
    byte: dict[str, FieldValue] = {"byte": offset + 1, "value": f"0x{body[offset]:02X}"}
    fields = {**byte, "looks": LOOKS[looks], "cure": cure}
    return Fault("not-utf8", point(len(lines) - 1, len(start)), fields)
