"""What a Word file says outside its running text: in text boxes, and in the heads and feet of its pages."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX, _PARAGRAPH = f"{_W}txbxContent", f"{_W}p"
_TEXT, _TAB, _RUN = f"{_W}t", f"{_W}tab", f"{_W}r"
_TEXTS: dict[str, str | None] = {_TEXT: None, _TAB: " ", f"{_W}br": " ", f"{_W}cr": " "}
GAP = "\ue009"
"""Stands, on the way through pandoc, for a gap in a line that parts what stands beside each other."""
_BLANKS = re.compile(" {4,}|\t+")
_PASSED_OVER = re.compile(rb"txbxContent|<(?:[a-z0-9]{1,9}:)?tab *(?:/|>)| {4}|\t")
_DOCUMENT = "word/document.xml"
_NAMES = {
    "w": _W[1:-1],
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
"""The names by which pandoc knows the parts of a Word file."""
_FRAME = re.compile(r"word/(?:header|footer)[0-9]{0,3}\.xml")
_IS_NUMBER = re.compile(r"(?:sida?n?|sid\.)?[\s0-9()/–-]*(?:av)?[\s0-9]*", re.IGNORECASE)


def frames_of(content: bytes) -> tuple[str, ...]:
    """Give what stands at the head and foot of the pages of a Word file, each line once, without page numbers.

    Args:
        content: the file, held to be sound and to have no entities.
    """
    found: dict[str, None] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in sorted(filter(_FRAME.fullmatch, parts.namelist())):
            root = ET.fromstring(parts.read(name))  # noqa: S314 - held to have no entities
            for paragraph in root.iter(_PARAGRAPH):
                line = " ".join("".join(_words(paragraph)).split())
                if line and not _IS_NUMBER.fullmatch(line):
                    found[line] = None
    return tuple(found)


def _words(element: ET.Element) -> Iterator[str]:
    """Give the words of a paragraph but for those of boxes in it, which have paragraphs of their own."""
    for child in element:
        if child.tag in _TEXTS:
            yield _TEXTS[child.tag] or child.text or ""
        elif child.tag not in {_BOX, _FALLBACK}:
            yield from _words(child)


def readable(content: bytes) -> bytes:
    """Let pandoc see what it passes over: text boxes, moved to paragraphs of their own, and the gaps of lines.

    Args:
        content: a Word file, held to be sound and to have no entities.

    Returns:
        The file, with boxes below the paragraphs that they are bound to, and `GAP` for tabs and long runs of blanks;
        unchanged where it has none of these.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        document = old.read(_DOCUMENT)
        if not _PASSED_OVER.search(document):
            return content
        root = ET.fromstring(document)  # noqa: S314 - held to have no entities
        for around in list(root.iter()):
            _move_boxes(around)
            _mark_gaps(around)
        for prefix, address in _NAMES.items():
            ET.register_namespace(prefix, address)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                new.writestr(name, ET.tostring(root) if name == _DOCUMENT else old.read(name))
    return packed.getvalue()


def _mark_gaps(run: ET.Element) -> None:
    """Write a mark for each tab and each long run of blanks in a run of text."""
    for child in run if run.tag == _RUN else ():
        if child.tag == _TAB:
            child.tag, child.text = _TEXT, GAP
        elif child.tag == _TEXT and child.text:
            child.text = _BLANKS.sub(GAP, child.text)


def _move_boxes(around: ET.Element) -> None:
    for paragraph in [child for child in around if child.tag == _PARAGRAPH]:
        inside = [one for box in _boxes(paragraph) for one in list(box)]
        place = list(around).index(paragraph) + 1
        around[place:place] = inside


def _boxes(element: ET.Element) -> Iterator[ET.Element]:
    """Give the text boxes in an element, and empty them; what older programs are shown instead is the same again."""
    for child in list(element):
        if child.tag == _FALLBACK:
            element.remove(child)
        elif child.tag == _BOX:
            element.remove(child)
            yield child
        else:
            yield from _boxes(child)
