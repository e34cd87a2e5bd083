"""Make `templates/reference.docx`, the Word file whose styles, margins, head and foot every rendered Word file has.

Run it after a change here: `make reference`. It starts from pandoc's own reference document, so that every style that
pandoc uses is there.
"""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx
import pypandoc
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

COLOUR, QUIET, INK = RGBColor(0x1F, 0x4E, 0x79), RGBColor(0x46, 0x50, 0x5C), RGBColor(0x1C, 0x24, 0x30)
SERIF, SANS = "Cambria", "Calibri"
OUT = Path(__file__).parents[1] / "templates" / "reference.docx"


def main() -> None:
    """Write the file."""
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    document = docx.Document(io.BytesIO(subprocess.run(command, capture_output=True, check=True).stdout))
    for block in list(document.element.body)[:-1]:
        document.element.body.remove(block)
    page(document)
    text_styles(document)
    signature_styles(document)
    table_style(document)
    signature_table(document)
    language(document)
    buffer = io.BytesIO()
    document.save(buffer)
    OUT.write_bytes(same_bytes(buffer.getvalue()))
    sys.stdout.write(f"{OUT}\n")


def page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
    section.header_distance = section.footer_distance = Mm(12)
    shape(style(document, "Header"), SANS, 8.5, QUIET, 0, 0)
    shape(style(document, "Footer"), SANS, 8.5, QUIET, 0, 0)
    section.different_first_page_header_footer = True
    head(section.first_page_header.paragraphs[0])
    head(section.header.paragraphs[0]).add_run("{running_title}")
    for footer in (section.first_page_footer, section.footer):
        foot(footer.paragraphs[0])


def head(paragraph: Any) -> Any:
    """Begin the head of pages with the mark of drafts; its words are filled in with each document."""
    paragraph.style = "Header"
    paragraph.add_run("{draft_mark}").bold = True
    return paragraph


def foot(paragraph: Any) -> None:
    paragraph.style = "Footer"
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for part in ("{foot} ", "PAGE", " (", "NUMPAGES", ")"):
        run = paragraph.add_run("" if part.isalpha() else part)
        if part.isalpha():
            for kind in ("begin", "", "separate", "value", "end"):
                run._r.append(field_part(kind, part))


def field_part(kind: str, code: str) -> Any:
    if kind == "":
        return parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve"> {code} </w:instrText>')
    if kind == "value":
        return parse_xml(f"<w:t {nsdecls('w')}>1</w:t>")
    return parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>')


def style(document: Any, name: str, base: str = "Normal") -> Any:
    """Find a paragraph style, or make it."""
    for found in document.styles:
        if found.name.casefold() == name.casefold():
            return found
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles[base]
    return made


def shape(
    found: Any,
    font: str,
    size: float,
    colour: RGBColor,
    before: float,
    after: float,
    *,
    bold: bool = False,
    together: bool = False,
    line: float = 1.15,
) -> Any:
    """Give a style its look; lengths in points."""
    properties = found.element.get_or_add_rPr()
    for fonts in properties.findall(qn("w:rFonts")):
        properties.remove(fonts)
    found.font.name, found.font.size, found.font.color.rgb, found.font.bold = font, Pt(size), colour, bold or None
    properties.rFonts.set(qn("w:hAnsi"), font)
    properties.rFonts.set(qn("w:cs"), font)
    found.font.italic = False
    spacing = found.paragraph_format
    spacing.space_before, spacing.space_after, spacing.line_spacing = Pt(before), Pt(after), line
    spacing.alignment = WD_ALIGN_PARAGRAPH.LEFT
    spacing.keep_with_next = together
    return found


def text_styles(document: Any) -> None:
    shape(document.styles["Normal"], SERIF, 10.5, INK, 0, 6)
    for name in ("Body Text", "First Paragraph"):
        shape(style(document, name), SERIF, 10.5, INK, 4, 6)
    shape(style(document, "Compact"), SERIF, 10.5, INK, 2, 1)
    shape(style(document, "Title"), SANS, 21, COLOUR, 0, 8, bold=True, together=True, line=1.0)
    for level, size, before in ((1, 14.5, 18), (2, 11.5, 12), (3, 10.5, 10), (4, 10.5, 8)):
        shape(style(document, f"Heading {level}"), SANS, size, COLOUR, before, 4, bold=True, together=True, line=1.0)
    shape(style(document, "Definition Term"), SANS, 9.5, QUIET, 2, 0, bold=True, together=True)
    shape(style(document, "Definition"), SERIF, 10.5, INK, 0, 4).paragraph_format.left_indent = Mm(6)
    shape(style(document, "Footnote Text"), SERIF, 9, INK, 0, 2)
    shape(style(document, "Document Kind"), SANS, 10, QUIET, 0, 0, together=True)
    shape(style(document, "Document Status"), SANS, 9.5, QUIET, 4, 8)
    shape(style(document, "Source of Law"), SANS, 9.5, QUIET, 2, 4, together=True)
    shape(style(document, "Lead"), SERIF, 10.5, INK, 8, 2, together=True)
    shape(style(document, "Details"), SANS, 9, INK, 0, 4)
    shape(style(document, "Details Kept"), SANS, 9, INK, 0, 4, together=True)
    shape(style(document, "Table Caption"), SANS, 9, QUIET, 6, 2, together=True)
    clause = shape(style(document, "Clause"), SERIF, 10.5, INK, 4, 6).paragraph_format
    clause.left_indent, clause.first_line_indent = Mm(12), Mm(-12)
    clause.tab_stops.add_tab_stop(Mm(12))
    shape(style(document, "Clause More"), SERIF, 10.5, INK, 0, 6).paragraph_format.left_indent = Mm(12)
    shape(style(document, "Goal"), SERIF, 10.5, INK, 8, 4)
    fact = shape(style(document, "Fact"), SANS, 9.5, INK, 0, 2).paragraph_format
    fact.left_indent, fact.first_line_indent = Mm(42), Mm(-42)
    fact.tab_stops.add_tab_stop(Mm(42))
    kept = shape(style(document, "Fact Kept"), SANS, 9.5, INK, 0, 2, together=True).paragraph_format
    kept.left_indent, kept.first_line_indent = Mm(42), Mm(-42)
    kept.tab_stops.add_tab_stop(Mm(42))
    shape(style(document, "Fact More"), SANS, 9.5, INK, 0, 2).paragraph_format.left_indent = Mm(42)
    shape(style(document, "Table Text"), SANS, 9.5, INK, 0, 0)
    shape(style(document, "Table Text Kept"), SANS, 9.5, INK, 0, 0, together=True)
    shape(style(document, "Table Heading"), SANS, 9.5, INK, 0, 0, bold=True, together=True)
    subtitle = shape(style(document, "Subtitle"), SANS, 12.5, QUIET, 0, 6)
    subtitle.font.bold = False
    for spacing in subtitle.element.rPr.findall(qn("w:spacing")):
        subtitle.element.rPr.remove(spacing)
    shape(style(document, "toc 1"), SANS, 9.5, INK, 4, 0, bold=True)
    shape(style(document, "toc 1 Kept"), SANS, 9.5, INK, 4, 0, bold=True, together=True)
    shape(style(document, "toc 2"), SANS, 9.5, INK, 0, 0).paragraph_format.left_indent = Mm(5)
    for depth in ("1", "2"):  # Word's own, which it uses when it makes the contents anew
        contents = document.styles[f"toc {depth}"].element
        contents.set(qn("w:styleId"), f"TOC{depth}")
        contents.attrib.pop(qn("w:customStyle"))
    shape(style(document, "Fingerprint"), SANS, 9, QUIET, 14, 0, together=True)


def signature_styles(document: Any) -> None:
    shape(style(document, "Signature Party"), SANS, 10.5, INK, 16, 0, bold=True, together=True)
    shape(style(document, "Signature Text"), SERIF, 10.5, INK, 0, 0, together=True)
    shape(style(document, "Signature Name"), SERIF, 10.5, INK, 2, 0, together=True)
    line = shape(style(document, "Signature Line"), SANS, 9, QUIET, 34, 0, together=True)
    border = f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="4" w:space="2" w:color="1C2430"/></w:pBdr>'
    properties = line.element.get_or_add_pPr()
    properties.insert_element_before(parse_xml(border), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def table_style(document: Any) -> None:
    """Horizontal rules only, and a tinted header row."""
    table = document.styles["Table"].element
    for old in [*table.findall(qn("w:tblPr")), *table.findall(qn("w:tblStylePr"))]:
        table.remove(old)
    rule = 'w:val="single" w:sz="4" w:space="0" w:color="C9D0D8"'
    table.append(
        parse_xml(
            f"<w:tblPr {nsdecls('w')}><w:tblBorders><w:bottom {rule}/><w:insideH {rule}/></w:tblBorders>"
            '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
            '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        )
    )
    table.append(
        parse_xml(
            f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tblPr/><w:tcPr><w:tcBorders>'
            '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="1F4E79"/></w:tcBorders>'
            '<w:shd w:val="clear" w:color="auto" w:fill="EEF2F6"/></w:tcPr></w:tblStylePr>'
        )
    )


def signature_table(document: Any) -> None:
    """A table without lines, two signatories to a row."""
    made = document.styles.add_style("Signatures", WD_STYLE_TYPE.TABLE)
    made.element.append(
        parse_xml(
            f'<w:tblPr {nsdecls("w")}><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
            '<w:right w:w="400" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        )
    )


def language(document: Any) -> None:
    """Leave the language to each document, which names its own, and links to the colour of headings."""
    settings = document.settings.element
    for told in settings.findall(qn("w:themeFontLang")):
        settings.remove(told)
    for told in document.styles.element.iter(qn("w:lang")):
        told.set(qn("w:val"), "sv-SE")
    document.styles["Hyperlink"].font.color.rgb = COLOUR


def same_bytes(content: bytes) -> bytes:
    """Write a zip file anew with fixed times, so that the same styles give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


if __name__ == "__main__":
    main()
