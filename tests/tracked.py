"""Reading tracked changes of Word files: what is left where all are accepted, and where all are rejected."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body_of(content: bytes) -> ET.Element:
    """Give the body of a Word file's text."""
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        body = ET.fromstring(opened.read("word/document.xml")).find(f"{W}body")  # noqa: S314 - our own
    assert body is not None
    return body


def note_texts(content: bytes) -> dict[str, str]:
    """Give the text of each footnote by its number."""
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        root = ET.fromstring(opened.read("word/footnotes.xml"))  # noqa: S314 - our own
    return {one.get(f"{W}id", ""): "".join(text.text or "" for text in one.iter(f"{W}t")) for one in root}


def lines(content: bytes, gone: str) -> list[str]:
    """Give the text paragraph by paragraph, without what bears some mark: `del` to accept all, `ins` to reject all."""
    notes = note_texts(content)
    return [line for line in _lines(body_of(content), gone, notes) if line.strip()]


def _lines(holder: ET.Element, gone: str, notes: dict[str, str]) -> Iterator[str]:
    for block in holder:
        if block.tag == f"{W}p":
            yield _text(block, gone, notes)
        elif block.tag == f"{W}tr" and block.find(f"{W}trPr/{W}{gone}") is not None:
            continue
        else:
            yield from _lines(block, gone, notes)


def _text(holder: ET.Element, gone: str, notes: dict[str, str]) -> str:
    said = ""
    for child in holder:
        if child.tag == f"{W}{gone}":
            continue
        if child.tag in {f"{W}t", f"{W}delText"}:
            said += child.text or ""
        elif child.tag == f"{W}tab":
            said += "\t"
        elif child.tag == f"{W}footnoteReference":
            said += f"[{notes[child.get(f'{W}id', '')]}]"
        else:
            said += _text(child, gone, notes)
    return said
