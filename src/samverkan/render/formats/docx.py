"""Word files: what they need beyond pandoc. Their properties, landscape pages, and the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from samverkan.render.formats.office import drafted
from samverkan.render.formats.office_tree import Office
from samverkan.render.formats.page_words import word_page_part
from samverkan.render.look import WORD_REFERENCE
from samverkan.render.office_template import without_own_template

if TYPE_CHECKING:
    from samverkan.render.formats.filled import FilledDocument
    from samverkan.render.formats.office import Draft, Properties
    from samverkan.render.look import Look

_DUBLIN_CORE, _DUBLIN_CORE_TERMS = "{http://purl.org/dc/elements/1.1/}", "{http://purl.org/dc/terms/}"
_ROW = re.compile(rb"<w:tr>(<w:trPr>)?")
_PICTURE_DATA = re.compile(rb'descr="data:image/[a-z]+;base64,[^"]*"')
_PAGE_SIZE = re.compile(rb'<w:pgSz w:h="([0-9]+)" w:w="([0-9]+)"')
_FOOTNOTES = re.compile(rb"<w:footnotePr>.*?</w:footnotePr>", re.DOTALL)
_OTHER_FIRST_PAGE = b"<w:titlePg />"
_LANGUAGE = re.compile(rb'(<w:themeFontLang\b[^<>]*\bw:val=")[^"]*"')
_FACT_LIST = re.compile(rb'(<w:pStyle w:val="FactMore" ?/>(?:(?!</w:pPr>).)*</w:numPr>)', re.DOTALL)
_BESIDE_LABELS = b'<w:ind w:left="2438" w:hanging="283" />'
"""Lists in what a label says stand where other words of it do."""
_NOTHING_AFTER = re.compile(rb"(?:\s|<w:bookmarkEnd [^<>]*>)*")
_TURN = '<w:p><w:pPr><w:sectPr w:type="{}"/></w:pPr></w:p>'
"""Where pages turn, until their sizes are known."""
_HARDLY_SEEN = '<w:pPr><w:keepNext/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'
# Dirty: Word offers to count the pages when the file is opened.
_CONTENTS = (
    (
        f'<w:p>{_HARDLY_SEEN}<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r>'
        '<w:instrText xml:space="preserve"> TOC \\o "1-{depth}" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>'
    ),
    f'<w:p>{_HARDLY_SEEN}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
)
WORD = Office(
    extension="docx",
    reference=WORD_REFERENCE,
    raw="openxml",
    tab="<w:r><w:tab/></w:r>",
    new_page="<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>",
    before_wide=_TURN.format("upright"),  # Word says at the end of pages how they were
    after_wide=_TURN.format("wide"),
    contents=_CONTENTS,
    light='<w:r><w:rPr><w:color w:val="{colour}"/></w:rPr><w:t xml:space="preserve">●\u00a0</w:t></w:r>',
)
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def docx(filled: FilledDocument) -> bytes:
    """Make a Word file.

    Raises:
        ReadWriteError: a converter is missing, failed or took too long.
    """
    return _finished(drafted(filled, WORD), filled.look)


def _finished(draft: Draft, look: Look) -> bytes:
    """Repack a Word file with its properties, the heads and feet of its pages, and with fixed times.

    Args:
        draft: the file as pandoc wrote it.
        look: the organisation's own look.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(draft.content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            kept = without_own_template(name, old.read(name))
            if kept is None:
                continue
            part = word_page_part(name, kept, draft.page_words)
            if name == "docProps/core.xml":
                part = _with_properties(part, draft.properties)
            if name == "word/styles.xml":
                part = look.tones_of(WORD_REFERENCE).in_word(part.decode("utf-8", "replace")).encode()
            if name == "word/settings.xml":
                part = _LANGUAGE.sub(rb"\g<1>" + draft.properties.language.encode() + b'"', part)
            if name == "word/document.xml":
                part = _FACT_LIST.sub(rb"\g<1>" + _BESIDE_LABELS, part)
                part = _turned(_ROW.sub(_keep_row_whole, look.tones.in_word(part.decode()).encode()))
            new.writestr(zipfile.ZipInfo(name, _EARLIEST), part, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _keep_row_whole(row: re.Match[bytes]) -> bytes:
    """Let a row that would run over the end of a page go to the next one."""
    return b"<w:tr><w:trPr><w:cantSplit />" + (b"" if row[1] else b"</w:trPr>")


def _with_properties(part: bytes, properties: Properties) -> bytes:
    root = ET.fromstring(part)  # noqa: S314 - written by pandoc a moment ago
    values = {
        f"{_DUBLIN_CORE}title": properties.title,
        f"{_DUBLIN_CORE}creator": properties.author,
        f"{_DUBLIN_CORE}language": properties.language,
        f"{_DUBLIN_CORE_TERMS}created": properties.moment,
        f"{_DUBLIN_CORE_TERMS}modified": properties.moment,
    }
    for name, value in values.items():
        for found in root.findall(name):  # pandoc writes each of them
            root.remove(found)
            if value:
                ET.SubElement(root, name, found.attrib).text = value
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _turned(part: bytes) -> bytes:
    """Finish the pages and pictures of a Word file's text.

    Landscape pages get the measures of the file's pages, swapped, and the same head and
    foot; only the first page of all has another head, where it has one. A picture keeps its words
    as its only description: pandoc writes its data there a second time.
    """
    part = _PICTURE_DATA.sub(b'descr=""', part)
    start, end = part.rfind(b"<w:sectPr"), part.rfind(b"</w:body>")
    before, after = part[:start], part[end:]
    upright = _FOOTNOTES.sub(b"", part[start:end])  # their numbers run on
    wide = _PAGE_SIZE.sub(rb'<w:pgSz w:h="\2" w:w="\1" w:orient="landscape"', upright)
    last, turn = upright, _TURN.format("wide").encode()
    body, _, tail = before.rpartition(turn)
    if body and _NOTHING_AFTER.fullmatch(tail):  # the wide pages are the last ones
        before, last = body + tail, wide
    for name, section in (("upright", upright), ("wide", wide)):
        before = before.replace(f'<w:sectPr w:type="{name}"/>'.encode(), section)
    first, mark, later = (before + last).partition(_OTHER_FIRST_PAGE)
    return first + mark + later.replace(_OTHER_FIRST_PAGE, b"") + after
