"""Files that others send, of every sort that is taken in: a bomb, a hang or a wreck is one clear error at each door."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.conftest import SMALL
from tests.test_importing import PICTURE
from tests.test_lines import commands_in, unsafe_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

EVERY = "xl/worksheets/sheet1.xml"
OF_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = f'<worksheet xmlns="{OF_SHEETS}"><sheetData>{{}}</sheetData>{{}}</worksheet>'
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
SIGNED = b"\n% /ByteRange [0 1 2 3]\n"
COMMANDS = {
    "pdf": [
        ("verify", "a.pdf"),
        ("import", "agreement", "a.pdf", "--out", "ny.yaml"),
        ("sign", "a.pdf", "--certificate", "x"),
    ],
    "docx": [("verify", "a.docx"), ("import", "agreement", "a.docx", "--out", "ny.yaml"), ("merge", "a.docx")],
    "xlsx": [
        ("collect", "a.xlsx", "--into", "ny.yaml"),
        ("import", "indicators", "a.xlsx", "--into", "bild.yaml", "--new"),
    ],
}


def pdf(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """Write objects as a PDF, the first of which is its catalogue."""
    made, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        made
        + head
        + table
        + b"trailer <</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            len(objects) + 1,
            trailer,
            len(made),
        )
    )


def stream(content: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(content, 9)
    return b"<</Filter /FlateDecode /Length %d %s>>\nstream\n%s\nendstream" % (len(packed), more, packed)


def page(content: bytes) -> tuple[bytes, ...]:
    kids = b"<</Type /Pages /Kids [3 0 R] /Count 1>>"
    only = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources <<>>>>"
    return b"<</Type /Catalog /Pages 2 0 R>>", kids, only, content


def twice(content: bytes) -> bytes:
    """Pack what is packed once more, so that a file of some kilobytes holds gigabytes."""
    packed = zlib.compress(zlib.compress(content, 9), 9)
    filters = b"/Filter [/FlateDecode /FlateDecode]"
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (filters, len(packed), packed)


def office(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name.replace("__", "/"), content)
    return made.getvalue()


def book(part: str) -> bytes:
    """Make a workbook whose only sheet is written so."""
    whole, made = io.BytesIO(), io.BytesIO()
    openpyxl.Workbook().save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, part if name == EVERY else old.read(name))
    return made.getvalue()


def word(text: bytes, **more: bytes) -> bytes:
    """Make a Word file of some paragraphs, with more parts."""
    return _word(b"<w:document xmlns:w=%s><w:body>%s</w:body></w:document>" % (WORD, text), more)


def _word(text: bytes, more: dict[str, bytes]) -> bytes:
    kinds = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    return office(**{"[Content_Types].xml": kinds, "word__document.xml": text, **more})


DTD = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
WORD = b'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/{}/2006/relationships"
LINKED = (
    f'<Relationships xmlns="{RELATIONS.format("package")}"><Relationship Id="a" TargetMode="External"'
    f' Type="{RELATIONS.format("officeDocument")}/attachedTemplate" Target="http://x.invalid/a.dotm"/></Relationships>'
).encode()
MADE: dict[str, Callable[[], bytes]] = {
    "tom.pdf": lambda: b"%PDF-1.7\n",
    "skräp.pdf": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "ring.pdf": lambda: pdf(b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Kids [2 0 R] /Count 1>>"),
    "bomb.pdf": lambda: pdf(*page(stream(b"q Q " * 5_000_000))),
    "bomb-två.pdf": lambda: pdf(*page(twice(b"\0" * 300_000_000))),
    "djup.pdf": lambda: pdf(b"<</Type /Catalog /Pages 2 0 R /A " + b"[" * 60_000 + b"]" * 60_000 + b">>", b"<<>>"),
    "många.pdf": lambda: pdf(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [%s] /Count 9999>>" % (b"3 0 R " * 9999),
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>",
    ),
    "föregångare.pdf": lambda: pdf(*page(stream(b"")), trailer=b"/Root 1 0 R /Prev 9"),
    "bomb.docx": lambda: _word(b"<a>" + b" " * 40_000_000 + b"</a>", {}),
    "entitet.docx": lambda: _word(f"{DTD}<a>&b;</a>".encode(), {}),
    "entitet-16.docx": lambda: _word(f"{DTD}<a>&b;</a>".encode("utf-16"), {}),
    "djup.docx": lambda: word(b"<w:p>" * 100_000 + b"</w:p>" * 100_000),
    "länkad.docx": lambda: word(b"<w:p/>", **{"word___rels__document.xml.rels": LINKED}),
    "makron.docx": lambda: word(b"<w:p/>", **{"word__vbaProject.bin": b"x"}),
    "rader.xlsx": lambda: book(SHEET.format("<row/>" * 1_000_000, "")),
    "celler.xlsx": lambda: book(SHEET.format("<row>" + "<c/>" * 3_000_000 + "</row>", "")),
    "sammanslagen.xlsx": lambda: book(SHEET.format(ONE, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    "långt-bort.xlsx": lambda: book(SHEET.format('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "")),
    "djup.xlsx": lambda: book(SHEET.format("<row>" * 100_000, "")),
    "tal.xlsx": lambda: book(SHEET.format(f'<row r="1"><c r="A1"><v>{"9" * 5_000_000}</v></c></row>', "")),
    "entitet.xlsx": lambda: book(DTD + SHEET.format(ONE, "")),
}


@pytest.fixture(scope="module")
def made() -> Callable[[str], bytes]:
    """Make each file once."""
    known: dict[str, bytes] = {}

    def content_of(name: str) -> bytes:
        if name not in known:
            known[name] = MADE[name]()
        return known[name]

    return content_of


@pytest.mark.parametrize("name", MADE)
def test_what_others_send_is_refused_in_one_line_and_nothing_is_written(
    name: str, made: Callable[[str], bytes], tmp_path: Path, run: Callable[..., Outcome]
) -> None:
    form = name.rpartition(".")[2]
    content = made(name)
    assert len(content) < 2_000_000
    (tmp_path / "avtal.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "bild.yaml").write_text(PICTURE, encoding="utf-8")
    for command in COMMANDS[form]:
        (tmp_path / f"a.{form}").write_bytes(content + (SIGNED if command[0] == "verify" and form == "pdf" else b""))
        before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        ended = run(*command, "--lang", "sv", SAMVERKAN_CONVERTER_SECONDS="3", SAMVERKAN_PASSWORD="")
        assert ended.code in {1, 2, 4}, (command, ended.code, ended.err)
        assert len(ended.err.splitlines()) == 1, (command, ended.err)
        assert any(named in ended.err for named in ("a.", "PDF", "Excel")), (command, ended.err)
        assert not unsafe_in(ended.err)
        assert not list(commands_in(ended.err))
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
