"""What Word files need beyond pandoc: the reference document, and the same bytes for the same document."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import contextmanager
from importlib.resources import as_file
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from samverkan.resources import folder

if TYPE_CHECKING:
    from collections.abc import Iterator

_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_ROW = re.compile(rb"<w:tr>(<w:trPr>)?")
_EARLIEST = (1980, 1, 1, 0, 0, 0)


@contextmanager
def reference_option() -> Iterator[str]:
    """Give pandoc's option for the reference document, which holds styles, margins and footer."""
    with as_file(folder("templates") / "reference.docx") as path:
        yield f"--reference-doc={path}"


def finished(raw: bytes, title: str, language: str) -> bytes:
    """Pack a Word file anew, with its title and language among its properties and with fixed times.

    Args:
        raw: the file as pandoc wrote it.
        title: the document's title, which stands in the body as well.
        language: the language's code, such as `sv-SE`.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _properties(part, title, language)
            if name == "word/document.xml":
                part = _ROW.sub(_keep_row_whole, part)
            new.writestr(zipfile.ZipInfo(name, _EARLIEST), part, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _keep_row_whole(row: re.Match[bytes]) -> bytes:
    """Let a row that would run over the end of a page go to the next one."""
    return b"<w:tr><w:trPr><w:cantSplit />" + (b"" if row[1] else b"</w:trPr>")


def _properties(part: bytes, title: str, language: str) -> bytes:
    root = ET.fromstring(part)  # noqa: S314 - written by pandoc a moment ago
    for name, value in (("title", title), ("language", language)):
        found = root.find(f"{{{_DUBLIN_CORE}}}{name}")
        element = ET.SubElement(root, f"{{{_DUBLIN_CORE}}}{name}") if found is None else found
        element.text = value
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
