"""Finished documents: nothing lost, nothing run, the same bytes, and what other people's programs say of them."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from datetime import date
from functools import cache
from html.parser import HTMLParser
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import page
import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from pypdf import PdfReader

from samverkan.check import check
from samverkan.model.agreement import Agreement
from samverkan.model.choices import Unit
from samverkan.model.fields import keys_of, types_in
from samverkan.model.fingerprint import fingerprint, short
from samverkan.model.texts import texts
from samverkan.render.context.prose import Notes, Prose
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from samverkan.resources import folder
from tests.conftest import EXAMPLES, ROOT, SMALL, program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pydantic import BaseModel

    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace
    from tests.conftest import Outcome

DAY = date(2026, 11, 20)
DOCUMENTS = [*sorted((EXAMPLES / "founding").glob("*.yaml")), ROOT / "tests" / "documents" / "allt.yaml"]
ALL = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
FORMATS = pytest.mark.parametrize("form", list(DocumentFormat), ids=str)
# What belongs to plans, and what stands for the signed text rather than in it.
ELSEWHERE = {"Goal.problems", "Goal.focus_area", "Signatures.fingerprint"}
ODF = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def workspace(path: Path) -> Workspace:
    return check([str(path)], DAY).workspaces[0]


def document(path: Path) -> Document:
    return next(found for found in workspace(path).documents if found.is_asked)


@cache
def rendered(path: Path, form: DocumentFormat) -> bytes:
    return Rendering(document(path), workspace(path), DAY).to(form)


# What a document says, in the text of each format


class TextOf(HTMLParser):
    """The text of a page, without its style sheet and footnote marks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0
        self.feed(html)

    def handle_starttag(self, tag: str, _: Any) -> None:
        self.hidden += tag in {"style", "sup"}
        self.parts.append("" if tag in {"em", "strong", "a", "span", "sup"} else " ")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in {"style", "sup"}

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def text_of_html(html: str) -> str:
    return "".join(TextOf(html).parts)


def text_of_markdown(raw: bytes) -> str:
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    return text_of_html(re.sub(r'<sup class="footnote-ref">.*?</sup>', "", parser.render(raw.decode())))


def text_of_word(raw: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        parts = [ET.fromstring(file.read(f"word/{name}.xml")) for name in ("document", "footnotes")]  # noqa: S314
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter(f"{WORD}t"))
        for part in parts
        for paragraph in part.iter(f"{WORD}p")
    )


def text_of_open_document(raw: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        root = ET.fromstring(file.read("content.xml"))  # noqa: S314
    return "\n".join(said_in(found) for found in root.iter() if found.tag in {f"{ODF}p", f"{ODF}h"})


def said_in(paragraph: ET.Element) -> str:
    """Give the text of a paragraph without its notes and pictures, which have paragraphs of their own."""
    inside = (
        ("" if child.tag == f"{ODF}note" or child.tag.endswith("}frame") else said_in(child)) + (child.tail or "")
        for child in paragraph
    )
    return (paragraph.text or "") + "".join(inside)


def text_of_pdf(raw: bytes, folder: Path) -> str:
    """The text between the running head and the page number, page after page."""
    pdf = folder / "a.pdf"
    pdf.write_bytes(raw)
    sizes = [(round(found.mediabox.width), round(found.mediabox.height)) for found in PdfReader(pdf).pages]
    found = []
    for (width, height), pages in groupby(range(len(sizes)), key=lambda i: sizes[i]):
        numbers = list(pages)
        area = ["-x", "0", "-y", "62", "-W", str(width), "-H", str(height - 127)]
        span = ["-f", str(numbers[0] + 1), "-l", str(numbers[-1] + 1)]
        command = [program("pdftotext"), "-raw", "-enc", "UTF-8", *area, *span, str(pdf), "-"]
        found.append(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode())
    return "".join(found)


def text_of(path: Path, form: DocumentFormat, folder: Path) -> str:
    return text_in(rendered(path, form), form, folder)


def text_in(raw: bytes, form: DocumentFormat, folder: Path) -> str:
    match form:
        case DocumentFormat.HTML:
            return text_of_html(raw.decode())
        case DocumentFormat.MD:
            return text_of_markdown(raw)
        case DocumentFormat.DOCX:
            return text_of_word(raw)
        case DocumentFormat.ODT:
            return text_of_open_document(raw)
        case DocumentFormat.PDF:
            return text_of_pdf(raw, folder)


def squeezed(text: str) -> str:
    """Leave out what line breaks add or take: spaces, hyphens and places to break."""
    return re.sub(r"[\s\u00ad\u200b\u2010-]", "", text)


def pieces(path: Path) -> Iterator[str]:
    """Give what the author wrote, prose in its paragraphs and between its footnote marks."""
    model = document(path).model
    assert model is not None
    known = frozenset(found for _, found in document(path).item_ids)
    for written in texts(model):
        if written.path[-1] == "unit" and written.text in set(Unit):
            continue
        if not written.is_prose:
            yield written.text
            continue
        html = str(Prose(Notes(known), lambda _: "<hr>").html(written.text))
        for block in re.split(r"<hr>|</?p>|</?li>|</?[uo]l>|<br>", html):
            if plain := text_of_html(block).strip():
                yield plain


def holds(text: str, piece: str) -> bool:
    """Tell whether a text holds a piece, whole or, where a page ends with footnotes, in two parts."""
    if piece in text:
        return True
    cuts = (i for i in range(len(piece) - 1, 10, -1) if piece[:i] in text)
    cut = next(cuts, 0)
    return cut > 0 and piece[cut:] in text[text.index(piece[:cut]) + cut :]


@ALL
@FORMATS
def test_nothing_that_the_author_wrote_is_missing(path: Path, form: DocumentFormat, tmp_path: Path) -> None:
    text = squeezed(text_of(path, form, tmp_path))
    missing = [piece for piece in pieces(path) if not holds(text, squeezed(piece))]
    assert not missing


def test_the_document_that_says_everything_does() -> None:
    whole = document(DOCUMENTS[-1])
    used: dict[type[BaseModel], set[str]] = {}
    waiting: list[tuple[type[BaseModel], Any]] = [(Agreement, whole.data)]
    while waiting:
        part, value = waiting.pop()
        if isinstance(value, list):
            waiting += [(part, item) for item in value]
        elif isinstance(value, dict):
            used.setdefault(part, set()).update(value)
            for key, field in keys_of(part).items():
                inner = [found for found in types_in(field.annotation) if hasattr(found, "model_fields")]
                waiting += [(found, value[key]) for found in inner if key in value]
    unused = {f"{part.__name__}.{key}" for part, keys in used.items() for key in set(keys_of(part)) - keys}
    assert unused == {*("Target.at_least", "Target.change_percent"), "Extension.consult_by", *ELSEWHERE}, (
        "those that exclude others"
    )


# The shape of each format


@ALL
def test_pdf_passes_both_profiles(path: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(rendered(path, DocumentFormat.PDF))
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf(str(pdf), profile=profile)
        assert report.is_compliant, report.failures


@ALL
def test_pdf_has_title_language_numbers_and_bookmarks(path: Path) -> None:
    reader = PdfReader(io.BytesIO(rendered(path, DocumentFormat.PDF)))
    assert reader.metadata is not None
    assert reader.metadata.title == document(path).model.title  # type: ignore[union-attr]
    assert str(reader.trailer["/Root"]["/Lang"]).startswith("sv")  # type: ignore[index]
    assert reader.outline
    for number, found in enumerate(reader.pages, 1):
        assert f"Sida {number} ({len(reader.pages)})" in found.extract_text()


@ALL
def test_the_signature_page_is_whole_and_names_everyone(path: Path) -> None:
    found = document(path)
    model: Any = found.model
    reader = PdfReader(io.BytesIO(rendered(path, DocumentFormat.PDF)))
    last = squeezed(reader.pages[-1].extract_text())
    assert "Underskrifter" in last
    for signatory in model.signatures.signatories:
        assert squeezed(signatory.name) in last
        assert squeezed(signatory.role) in last
    code = squeezed(short(fingerprint(model)))
    on_each = [squeezed(found.extract_text()).count(code) for found in reader.pages]
    assert on_each == [0] * (len(reader.pages) - 1) + [2], "with the signatures, and in the foot of their page alone"


@ALL
def test_html_is_one_page_that_stands_alone(path: Path) -> None:
    html = rendered(path, DocumentFormat.HTML).decode()
    assert html.startswith('<!DOCTYPE html>\n<html lang="sv">')
    assert html.count("<h1") == 1
    assert not re.search(r"<script|<link|src=|@import|url\(", html)
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert all(target in ids for target in re.findall(r'href="#([^"]+)"', html))
    assert html.count("<table") == html.count("<thead")


@ALL
def test_markdown_is_plain(path: Path) -> None:
    text = rendered(path, DocumentFormat.MD).decode()
    assert "\r" not in text
    assert not re.search(r"<(?!br>|https?:)\w", text)
    assert text.count("\n# ") == 1


# Whatever it says, a text is shown, never run

NASTY = [
    "<script>alert(1)</script>",
    "{{ 7*7 }} {% for x in y %}",
    '#read("/etc/passwd") $x$ *a* _b_ `c`',
    "{typst:inset=eval} ::: {.x} :::",
    "]] # = - + <!-- --> &amp; &#65;",
    "\\ \\\\ \" ' ~ @ref <label> //x",
    "| a | b | \u200fעברית 漢 🙂",
    "1. a\\*b* ~~c~~ [d](e) [^1]: f https://g.se # h",
    "- i",
    "# j\n===\n---\n> k",
]


@pytest.mark.parametrize(
    ("form", "nasty"),
    # The PDF's fonts have no Chinese letters or emoji; that is told, see below.
    [
        (form, nasty)
        for form in DocumentFormat
        for nasty in NASTY
        if form is not DocumentFormat.PDF or "漢" not in nasty
    ],
)
def test_any_text_is_literal(nasty: str, form: DocumentFormat, tmp_path: Path) -> None:
    quoted = json.dumps(nasty, ensure_ascii=False)
    text = SMALL.replace("title: Samverkansöverenskommelse för Exempelby", f"title: {quoted}")
    text = text.replace("name: Exempelby kommun", f"name: {quoted}").replace(
        "title: Otrygga platser", f"title: {quoted}"
    )
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    found = squeezed(text_of(path, form, tmp_path))
    assert found.count(squeezed(nasty)) >= 3


def test_letters_that_the_pdf_has_no_font_for_are_told(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL.replace("Otrygga", "漢"), encoding="utf-8")
    ended = run("render", ".", "--format", "pdf,md")
    assert ended.code == 4
    assert "avtal-2024.pdf" in ended.err
    assert "漢" in ended.err
    assert (tmp_path / "build" / "avtal-2024.md").exists()
    assert not (tmp_path / "build" / "avtal-2024.pdf").exists()


def test_a_table_of_many_rows_loses_none(tmp_path: Path) -> None:
    rows = "".join(f"  - {{by: kommunen, text: Åtagande nummer {i}x.}}\n" for i in range(200))
    path = tmp_path / "a.yaml"
    path.write_text(SMALL + "commitments:\n" + rows, encoding="utf-8")
    for form in DocumentFormat:
        text = squeezed(text_of(path, form, tmp_path))
        assert all(f"Åtagandenummer{i}x." in text for i in range(200)), form


def test_more_signatories_than_a_page_holds_all_sign(tmp_path: Path) -> None:
    people = "".join(f"    - {{party: kommunen, name: Namn Nummer{i}x, role: Roll}}\n" for i in range(40))
    path = tmp_path / "a.yaml"
    path.write_text(SMALL + "signatures:\n  signatories:\n" + people, encoding="utf-8")
    text = squeezed(text_of(path, DocumentFormat.PDF, tmp_path))
    assert all(f"NamnNummer{i}x" in text for i in range(40))


# The command


@FORMATS
def test_the_same_bytes_anywhere(form: DocumentFormat, run: Callable[..., Outcome], tmp_path: Path) -> None:
    found = []
    for i, environment in enumerate(
        ({"TZ": "UTC", "PYTHONHASHSEED": "1"}, {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "2", "LC_ALL": "C"})
    ):
        where = tmp_path / f"mapp {i}"
        where.mkdir()
        shutil.copy(DOCUMENTS[-1], where)
        ended = run("render", ".", "--format", form.value, "--today", "2026-11-20", cwd=where, **environment)
        assert ended.code == 0, ended.err
        found.append((where / "build" / f"allt.{form.value}").read_bytes())
    assert found[0] == found[1] == rendered(DOCUMENTS[-1], form)


def test_documents_that_cannot_be_read_are_told_and_the_others_made(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    (tmp_path / "ok.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(SMALL.replace("avtal-2024", "avtal-2025") + "okänd: 1\n", encoding="utf-8")
    ended = run("render", ".", "--format", "html", "--out", "ut")
    assert ended.code == 1
    assert "Dokumenten har 1 fel" in ended.err
    assert {path.name for path in (tmp_path / "ut").iterdir()} == {"avtal-2024.html", "manifest.json"}


def test_a_folder_that_cannot_be_written_leaves_the_old_file_whole(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "ok.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "ut").write_text("en fil, ingen mapp", encoding="utf-8")
    ended = run("render", ".", "--format", "html", "--out", "ut")
    assert ended.code == 4
    assert "Det gick inte att skriva" in ended.err
    assert (tmp_path / "ut").read_text(encoding="utf-8") == "en fil, ingen mapp"


def test_a_name_that_windows_keeps_gets_an_underscore(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL.replace("id: avtal-2024", "id: con"), encoding="utf-8")
    assert run("render", ".", "--format", "html").code == 0
    assert (tmp_path / "build" / "con_.html").exists()


def test_without_the_documents_extra_html_still_works(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    for name in ("pypandoc", "typst"):
        (tmp_path / f"{name}.py").write_text("raise ImportError", encoding="utf-8")
    ended = run("render", ".", "--format", "html,pdf,docx,odt", PYTHONPATH=str(tmp_path))
    assert ended.code == 4
    assert 'pip install "samverkan[documents]"' in ended.err
    assert {path.name for path in (tmp_path / "build").iterdir()} == {"avtal-2024.html", "manifest.json"}


def test_templates_come_with_the_package() -> None:
    names = {found.name for found in folder("templates").iterdir()}
    assert {"agreement.html.j2", "page.html.j2", "page.typ.j2", "parts.html.j2", "style.css"} <= names
    assert {"reference.docx", "reference.odt"} <= names
