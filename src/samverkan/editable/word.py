"""A sheet as a Word file: each value in a content control, and all else locked."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.editable.base import base_of, code_of
from samverkan.editable.controls import blocks_of, head_of
from samverkan.editable.sheet import sheet_of
from samverkan.render.engines.pandoc import read_html
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.formats.docx import docx
from samverkan.render.formats.filled import FilledDocument
from samverkan.render.made_once import MadeOnce
from samverkan.render.rendering import Rendering

if TYPE_CHECKING:
    from samverkan.editable.sheet import Block
    from samverkan.render.engines.pandoc import Tree
    from samverkan.render.formats.tree import Blocks

BASE_SPACE = "urn:samverkan:editable"
"""Names, among the parts of a Word file that are for programs, the one of ours."""
BASE_PART, _BASE_PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_BASE_ID = "{0F6B8E1C-5A0D-4B0E-9F57-6E2B6C1B7A55}"
_PARTS = {
    _BASE_PROPERTIES: (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
        f'<ds:datastoreItem ds:itemID="{_BASE_ID}" xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{BASE_SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ),
    "customXml/_rels/item1.xml.rels": (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/>'
        "</Relationships>"
    ),
}
_ADDED = {
    "[Content_Types].xml": (
        b"</Types>",
        (
            b'<Override PartName="/customXml/itemProps1.xml" '
            b'ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>'
        ),
    ),
    "word/_rels/document.xml.rels": (
        b"</Relationships>",
        f'<Relationship Id="rIdSheet" Type="{_OFFICE}/relationships/customXml" Target="../{BASE_PART}"/>'.encode(),
    ),
}


_EARLIEST = (1980, 1, 1, 0, 0, 0)
_GROUP = b'<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/><w:group/></w:sdtPr><w:sdtContent>'


@dataclass(frozen=True)
class _FilledSheet(FilledDocument):
    """A document whose page is its sheet."""

    sheet: tuple[Block, ...] = ()
    head: tuple[str, ...] = ()

    @MadeOnce
    def tree(self) -> Tree:
        """See `FilledDocument.tree`."""
        return {**read_html("<p></p>"), "blocks": self.blocks}

    @MadeOnce
    def blocks(self) -> Blocks:
        """See `FilledDocument.blocks`."""
        return blocks_of(self.sheet, self.head)


@dataclass(frozen=True)
class EditableRendering(Rendering):
    """A document as a Word file to write in; use it as `Rendering`."""

    @property
    def variant(self) -> str:
        """See `Rendering.variant`."""
        return "editable"

    def to(self, form: DocumentFormat) -> bytes:
        """Make the Word file; see `Rendering.to`.

        Raises:
            ReadWriteError: as there.
            ValueError: another format is asked for.
        """
        if form is not DocumentFormat.DOCX:
            raise ValueError(form)
        document, sheet = self.document, sheet_of(self.document)
        whole = self._filled_for_pandoc
        head = head_of(whole.context["title"], whole.context["language"], document.id or "", code_of(sheet))
        filled = _FilledSheet(
            whole.context, whole.html, self.look, self.stamp, logos=whole.logos, sheet=sheet, head=head
        )
        base = base_of(document, sheet, head)
        return _with_base(docx(filled), base.packed())


def _with_base(word: bytes, base: str) -> bytes:
    """Lock a Word file but for its controls, and lay in it what its sheet holds."""
    packed = io.BytesIO()
    written = f'<?xml version="1.0" encoding="UTF-8"?><s:sheet xmlns:s="{BASE_SPACE}">{base}</s:sheet>'
    with zipfile.ZipFile(io.BytesIO(word)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name in _ADDED:
                end, added = _ADDED[name]
                part = part.replace(end, added + end)
            if name == "word/document.xml":
                part = _locked(part)
            new.writestr(zipfile.ZipInfo(name, _EARLIEST), part, zipfile.ZIP_DEFLATED)
        for name, text in {BASE_PART: written, **_PARTS}.items():
            new.writestr(zipfile.ZipInfo(name, _EARLIEST), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _locked(part: bytes) -> bytes:
    start, end = part.index(b"<w:body>") + len(b"<w:body>"), part.rindex(b"<w:sectPr")
    return part[:start] + _GROUP + part[start:end] + b"</w:sdtContent></w:sdt>" + part[end:]
