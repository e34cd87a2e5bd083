"""What the tests of finished documents share: which documents, their bytes, and the text that is in each format."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from datetime import date
from decimal import Decimal
from functools import cache
from html.parser import HTMLParser
from itertools import groupby
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import page
import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from pypdf import PdfReader

from samverkan.check import check
from samverkan.model.choices import (
    Choice,
    DecisionType,
    Direction,
    DocumentLanguage,
    DocumentStatus,
    FigureStatus,
    Item,
    Kind,
    PartyType,
    ReferenceType,
    Result,
    SignedDocument,
    Unit,
    Use,
)
from samverkan.model.dates import CoarseDate, EndOrNext
from samverkan.model.kinds import KINDS
from samverkan.model.survey import survey
from samverkan.render.context.prose import Notes, Prose
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from samverkan.words.document import Wording
from samverkan.words.numbers import written_number
from tests.conftest import EXAMPLES, ROOT, program
from tests.filled import figures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

DAY = date(2026, 11, 20)
DOCUMENTS = [*sorted((EXAMPLES / "founding").glob("*.yaml")), ROOT / "tests" / "documents" / "allt.yaml"]
SMALL_WORKSPACE = ROOT / "tests" / "workspace"
WRITTEN = [*sorted(SMALL_WORKSPACE.glob("*.yaml")), *sorted((EXAMPLES / "exempelkommun").glob("*-*.yaml"))]
OTHERS = [kind for kind in KINDS if kind != Kind.AGREEMENT]
FORMATS = pytest.mark.parametrize("form", list(DocumentFormat), ids=str)
ODF = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What is no part of a finished document (the language, the sort of work that a reference is, the kinds of document that
# have a title of their own) or said in other words.
UNSAID = (DocumentLanguage, DocumentStatus, ReferenceType, Use, Kind, SignedDocument)
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
    return "".join(TextOf(html).parts).replace("\u00a0", " ")  # which keeps dates whole


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
    """Leave out what line breaks add or take, spaces, hyphens and places to break; quotes in quotes are alike."""
    return re.sub(r"[\"”“]", "’", re.sub(r"[\s\u00ad\u200b\u2010-]", "", text))


def pieces(path: Path) -> Iterator[str]:
    """Give what the author wrote, prose in its paragraphs and between its footnote marks."""
    model = document(path).model
    assert model is not None
    known = frozenset(found for _, found in document(path).item_ids)
    for written in survey(model).texts:
        if written.path[-1] == "unit" and written.text in set(Unit):
            continue
        if not written.is_prose:
            yield written.text
            continue
        html = str(Prose(Notes(known), lambda _: "<hr>").html(written.text))
        for block in re.split(r"<hr>|</?p>|</?li>|</?[uo]l>|<br>", html):
            if plain := text_of_html(block).strip():
                yield plain


LONG_PART = 11
DECIDED = {
    DecisionType.NOTED: "noterade",
    DecisionType.INFORMED: "informerades om",
    DecisionType.DEFERRED: "bordlade",
    DecisionType.REFERRED_BACK: "återremitterade",
    DecisionType.REJECTED: "avslog",
}
"""What a body did, besides adopting something."""


def holds(text: str, piece: str) -> bool:
    """Tell whether a text holds a piece, whole or in two parts: a page may end with footnotes, or begin with a head.

    One of the parts is so long that it stands nowhere else.
    """
    if piece in text:
        return True
    cuts = (cut for cut in range(1, len(piece)) if max(cut, len(piece) - cut) >= LONG_PART)
    starts = ((cut, text.find(piece[:cut])) for cut in cuts)
    return any(start >= 0 and piece[cut:] in text[start + cut :] for cut, start in starts)


def said(value: object) -> list[str]:
    """Give the forms in which a figure, a day or a choice may stand in a document."""
    if isinstance(value, Decimal):
        return [written_number(value, "sv")]
    if isinstance(value, Direction):
        return [value.say("sv"), Wording("sv")(f"desired_{value.value}")]
    if isinstance(value, Result) and value in {Result.REACHED, Result.NOT_YET, Result.NOT_REACHED}:
        return [value.of(item).say("sv") for item in (Item.GOAL, Item.PROMISE, None)]
    if isinstance(value, DecisionType):
        return [value.say("sv"), DECIDED.get(value, value.say("sv"))]
    if isinstance(value, CoarseDate | EndOrNext | Choice):
        return [value.say("sv"), str(value)]
    return [str(value)]


def missing(path: Path, form: DocumentFormat, folder: Path) -> list[str]:
    text = squeezed(text_of(path, form, folder))
    folded = text.casefold()  # what begins a line or a heading has a capital
    lost = [piece for piece in pieces(path) if not holds(folded, squeezed(piece).casefold())]
    model: Any = document(path).model
    others = {
        name: getattr(model, name) for name in type(model).model_fields if name not in {"kind", "sections", "outline"}
    }
    values = (found for part in others.values() for found in figures(part) if not isinstance(found, UNSAID))
    # An agreement names its parties and not what they are.
    values = (found for found in values if not (model.kind == Kind.AGREEMENT and isinstance(found, PartyType)))
    # Of figures only those that are not final are marked.
    values = (found for found in values if found is not FigureStatus.FINAL)
    return lost + [str(v) for v in values if not any(squeezed(way).casefold() in folded for way in said(v))]


def assert_passes(raw: bytes, folder: Path) -> None:
    pdf = folder / "a.pdf"
    pdf.write_bytes(raw)
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf(str(pdf), profile=profile)
        assert report.is_compliant, report.failures
