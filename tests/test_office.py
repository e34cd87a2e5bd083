"""Word and OpenDocument files: their properties, styles and tables, and how LibreOffice takes them."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import docx
import pytest
from pypdf import PdfReader

from samverkan.model.agreement import Agreement
from samverkan.model.kinds import KINDS
from samverkan.render.formats.document_format import DocumentFormat
from tests.conftest import EXAMPLES, program
from tests.rendered import DOCUMENTS, ODF, WORD, WRITTEN, document, rendered, squeezed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docx.text.paragraph import Paragraph

    from tests.conftest import Outcome

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
ALL = pytest.mark.parametrize("path", [*DOCUMENTS, *WRITTEN], ids=lambda path: path.stem)


def title_of(path: Path) -> str:
    model = document(path).model
    assert model is not None
    return model.title


def parties_of(path: Path) -> list[str]:
    model = document(path).model
    return [party.name for party in model.parties] if isinstance(model, Agreement) else []


def assert_in_order(levels: list[int]) -> None:
    """Headings begin at the first level, and none is skipped."""
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@ALL
def test_word_says_what_it_is(path: Path) -> None:
    properties = docx.Document(io.BytesIO(rendered(path, DocumentFormat.DOCX))).core_properties
    assert properties.title == title_of(path)
    assert properties.language == "sv-SE"
    assert all(name in properties.author for name in parties_of(path))
    dated = document(path).stamp
    assert {day and day.date() for day in (properties.created, properties.modified)} == {dated and dated.first}


@ALL
def test_word_has_real_headings_and_header_rows(path: Path) -> None:
    opened = docx.Document(io.BytesIO(rendered(path, DocumentFormat.DOCX)))
    styles = [style.get(f"{WORD}val") for style in opened.element.body.iter(f"{WORD}pStyle")]
    assert styles.count("Title") == 1
    assert_in_order([int(name[7:]) for name in styles if re.fullmatch("Heading[1-6]", name)])
    known = {style.style_id for style in opened.styles}
    assert set(styles) <= known
    for table in opened.tables:
        if table.style is not None and table.style.name == "Signatures":
            continue
        assert table.rows[0]._tr.trPr is not None  # noqa: SLF001
        assert table.rows[0]._tr.trPr.find(f"{WORD}tblHeader") is not None  # noqa: SLF001


@ALL
def test_open_document_says_what_it_is(path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(rendered(path, DocumentFormat.ODT))) as packed:
        first = packed.infolist()[0]
        meta = ET.fromstring(packed.read("meta.xml"))  # noqa: S314 - our own
        styles = packed.read("styles.xml").decode()
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    said = {element.tag: element.text or "" for element in meta.iter()}
    assert said[f"{DUBLIN_CORE}title"] == title_of(path)
    assert said[f"{DUBLIN_CORE}language"] == "sv-SE"
    assert all(name in said[f"{DUBLIN_CORE}creator"] for name in parties_of(path))
    dated = document(path).stamp
    days = {said.get(f"{DUBLIN_CORE}date"), said.get(f"{META}creation-date")}
    assert days == {f"{dated.first}T00:00:00Z" if dated else None}
    assert set(re.findall('fo:language="([^"]*)"', styles)) == {"sv"}


@ALL
def test_open_document_has_real_headings_and_header_rows(path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(rendered(path, DocumentFormat.ODT))) as packed:
        content = ET.fromstring(packed.read("content.xml"))  # noqa: S314 - our own
        styles = packed.read("styles.xml").decode()
    assert_in_order([int(heading.get(f"{ODF}outline-level", "0")) for heading in content.iter(f"{ODF}h")])
    used = {element.get(f"{ODF}style-name", "") for element in content.iter(f"{ODF}p")}
    automatic = {element.get(f"{STYLE}name", "") for element in content.iter(f"{STYLE}style")}
    assert {name for name in used - automatic if f'style:name="{name}"' not in styles} == set()
    for table in content.iter(f"{TABLE}table"):
        is_laid_out = any(element.tag.endswith("}frame") for element in table.iter())  # charts side by side
        if not is_laid_out and not any(p.get(f"{ODF}style-name") == "Signature_20_Line" for p in table.iter(f"{ODF}p")):
            assert table.find(f"{TABLE}table-header-rows") is not None


def test_libreoffice_opens_every_file(make: Callable[..., Path], tmp_path: Path) -> None:
    titles = {}
    for path in [*DOCUMENTS, *WRITTEN, *(make(kind) for kind in KINDS)]:
        for form in (DocumentFormat.DOCX, DocumentFormat.ODT):
            name = f"{path.parent.name}-{path.stem}-{form}"
            (tmp_path / f"{name}.{form}").write_bytes(rendered(path, form))
            titles[name] = title_of(path)
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    command = [program("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path / "ut")]
    files = [f"{name}.{name.rpartition('-')[2]}" for name in titles]
    subprocess.run([*command, *files], cwd=tmp_path, capture_output=True, check=True, timeout=600)
    for name, title in titles.items():
        first = PdfReader(tmp_path / "ut" / f"{name}.pdf").pages[0]
        assert squeezed(title) in squeezed(first.extract_text())


def test_word_keeps_cards_whole_and_lists_in_tables_small(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    source = EXAMPLES / "exempelkommun" / "kommunikationsplan-2024.yaml"
    assert run("render", str(source), "--format", "docx", "--out", "ut").code == 0
    made = docx.Document(str(tmp_path / "ut" / "kommunikationsplan-2024.docx"))

    def style_of(paragraph: Paragraph) -> str:
        return str(paragraph.style and paragraph.style.name)

    styles = [style_of(paragraph) for paragraph in made.paragraphs]
    last = [i for i, (one, after) in enumerate(pairwise(styles)) if one == "Fact Kept" and after != "Fact Kept"]
    first = [i for i, (before, one) in enumerate(pairwise(styles)) if one == "Fact Kept" and before != "Fact Kept"]
    assert len(last) == len(first) == source.read_text(encoding="utf-8").count("progress:")
    assert {styles[i + 1] for i in last} == {"Fact"}
    assert {styles[i] for i in first} == {"Lead"}
    cells = [cell for table in made.tables for row in table.rows for cell in row.cells]
    assert {style_of(paragraph) for cell in cells for paragraph in cell.paragraphs} <= {
        "Table Heading",
        "Table Text",
        "Table Text Kept",
    }
