"""What OpenDocument files need beyond pandoc: the look, the alternative texts, and the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from html import escape
from typing import TYPE_CHECKING

from samverkan.render.formats.office import drafted
from samverkan.render.formats.office_tree import Office
from samverkan.render.formats.page_words import with_page_words
from samverkan.render.look import OPEN_DOCUMENT_REFERENCE
from samverkan.render.tones import COLOUR

if TYPE_CHECKING:
    from samverkan.render.formats.filled import FilledDocument
    from samverkan.render.formats.office import Draft, Properties
    from samverkan.render.look import Look

_ENTRY = (
    '<text:table-of-content-entry-template text:outline-level="{0}" text:style-name="Contents_20_{0}">'
    '<text:index-entry-link-start/><text:index-entry-text/><text:index-entry-tab-stop style:type="right" '
    'style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/>'
    "</text:table-of-content-entry-template>"
)
OPEN_DOCUMENT = Office(
    extension="odt",
    reference=OPEN_DOCUMENT_REFERENCE,
    raw="opendocument",
    tab="<text:tab/>",
    new_page='<text:p text:style-name="New_20_Page"/>',
    before_wide='<text:p text:style-name="Turn_20_Wide"/>',
    after_wide='<text:p text:style-name="Turn_20_Upright"/>',
    light='<text:span text:style-name="Light_20_{name}">●\u00a0</text:span>',
    blank="_20_",
    contents=(
        '<text:table-of-content text:name="Contents"><text:table-of-content-source text:outline-level="{depth}">'
        + "".join(map(_ENTRY.format, (1, 2)))
        + "</text:table-of-content-source><text:index-body>",
        "</text:index-body></text:table-of-content>",
    ),
    page_of='<text:bookmark-ref text:reference-format="page" text:ref-name="{place}"></text:bookmark-ref>',
    contents_entry="Contents ",
)
_CELL = 'fo:padding="1.2mm" fo:padding-left="1.8mm" fo:padding-right="1.8mm" fo:border="none"'
_CELLS = {
    "TableHeaderRowCell": f'{_CELL} fo:border-bottom="0.9pt solid {COLOUR}" fo:background-color="#eef2f6"',
    "TableRowCell": f'{_CELL} fo:border-bottom="0.4pt solid #c9d0d8"',
    "SignatureCell": _CELL,
}
"""The look of cells, in the place of what pandoc writes."""
_CELL_STYLE = (
    '<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties {look}/></style:style>'
)
_OWN_CELLS = re.compile(r'<style:style style:name="Table(?:Header)?RowCell".*?</style:style>', re.DOTALL)
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_TABLE = re.compile(r"<table:table .*?</table:table>", re.DOTALL)
_STYLE_NAME = re.compile(r'table:style-name="(Table[0-9]+)"')
_SIGNATURES = 'text:style-name="Signature_20_Line"'
_CHART = "<draw:frame"
_SHORT = 'text:style-name="Table_20_Text_20_Kept"'
_INDEX = re.compile(r"<text:index-body>.*?</text:index-body>", re.DOTALL)
_LINK_OF_INDEX = '<text:a text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link" '
_LAST_TURN = re.compile(r'<text:p text:style-name="Turn_20_Upright"\s*/>(?=\s*</office:text>)')
_PROPERTY = re.compile(r"<((?:dc|meta):[a-z-]+)>[^<]*</\1>")
_FRAME = re.compile(r"(<draw:frame\b[^>]*>)(.*?)(</draw:frame>)", re.DOTALL)
_ALT = re.compile(r"<svg:(?:title|desc)>.*?</svg:(?:title|desc)>|<svg:(?:title|desc)\s*/>", re.DOTALL)


def odt(filled: FilledDocument) -> bytes:
    """Make an OpenDocument file.

    Raises:
        ReadWriteError: a converter is missing, failed or took too long.
    """
    return _finished(drafted(filled, OPEN_DOCUMENT), filled.look)


def _finished(draft: Draft, look: Look) -> bytes:
    """Repack an OpenDocument file with its properties and colour, the words of its pages and pictures, and fixed times.

    Args:
        draft: the file as pandoc wrote it.
        look: the organisation's own look.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(draft.content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda part: (part != "mimetype", part)):
            part = old.read(name)
            if name == "content.xml":
                part = look.tones.in_open_document(_content(part.decode(), draft.picture_words)).encode()
            elif name == "styles.xml":
                styles = look.tones_of(OPEN_DOCUMENT_REFERENCE).in_open_document(part.decode())
                part = with_page_words(styles, draft.page_words).encode()
            elif name == "meta.xml":
                part = _with_properties(part.decode(), draft.properties).encode()
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(zipfile.ZipInfo(name, _EARLIEST), part, how)
    return packed.getvalue()


def _with_properties(text: str, properties: Properties) -> str:
    values = {
        "dc:title": properties.title,
        "meta:initial-creator": properties.author,
        "dc:creator": properties.author,
        "meta:creation-date": properties.moment,
        "dc:date": properties.moment,
    }

    def written(found: re.Match[str]) -> str:
        name = found[1]
        value = values.get(name)
        if value is None:
            return found[0]
        return f"<{name}>{escape(value, quote=False)}</{name}>" if value else ""

    return _PROPERTY.sub(written, text)


def _content(text: str, words: list[str]) -> str:
    text = _OWN_CELLS.sub("", text)
    cells = "".join(_CELL_STYLE.format(name=name, look=look) for name, look in _CELLS.items())
    text = text.replace("</office:automatic-styles>", f"{cells}</office:automatic-styles>", 1)
    text = _LAST_TURN.sub("", text)
    text = _INDEX.sub(lambda index: index[0].replace("<text:a ", _LINK_OF_INDEX), text)
    for found in _TABLE.findall(text):
        if _SIGNATURES in found or _CHART in found:  # laid out in a table, but without its lines
            text = text.replace(found, found.replace('"TableRowCell"', '"SignatureCell"'))
        if _SIGNATURES in found or _SHORT in found:
            text = _kept_whole(text, _STYLE_NAME.findall(found)[0])
    waiting = iter(words)
    return _FRAME.sub(lambda frame: _frame(frame, next(waiting, "")), text)


def _kept_whole(text: str, table: str) -> str:
    """Keep the table whose style has a name on one page."""
    style = re.compile(rf'(<style:style style:name="{table}" style:family="table">\s*<style:table-properties )')
    return style.sub(r'\1style:may-break-between-rows="false" ', text)


def _frame(frame: re.Match[str], words: str) -> str:
    """Put a picture's words where programs that read aloud look for them."""
    inside = _ALT.sub("", frame[2])
    return f"{frame[1]}{inside}<svg:desc>{escape(words, quote=False)}</svg:desc>{frame[3]}"
