"""What comes from strangers and goes to converters: whatever hangs, breaks or grows there is one document's fault."""

from __future__ import annotations

import base64
import io
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from samverkan.errors import ReadWriteError
from samverkan.render.engines import pandoc, pdf_text_work, programs, workers
from samverkan.render.engines.settings import EngineSettings, use
from samverkan.render.engines.typst import RefusedError, compiled
from samverkan.render.engines.typst_work import CompileRequest, work
from samverkan.render.engines.workers import Gone, GoneError, ask
from samverkan.render.logo import LogoError, LogoKind, logo_of
from samverkan.render.office_template import OfficeTemplateError, require_sound
from samverkan.resources import content, names
from tests.conftest import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Outcome

DAY = ("--today", "2024-06-01")
PLAN = "samverkan: 1\nkind: action-plan\nid: plan\ntitle: Plan\nagreement: avtal-2024\n"
POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="stands in for pandoc by a shell script")
_XMLNS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "yta"
    (place / "mallar").mkdir(parents=True)
    (place / "a.yaml").write_text(SMALL, encoding="utf-8")
    return place


@pytest.fixture
def in_a_second() -> Iterator[None]:
    use(EngineSettings(seconds=1.0))
    yield
    use(EngineSettings())


def png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def jpeg(width: int, height: int, *, before: bytes = b"") -> bytes:
    head = b"\xff\xc0" + struct.pack(">HBHHB", 8, 8, height, width, 0)
    return b"\xff\xd8" + before + head + b"\xff\xda\x00\x02\xff\xd9"


def svg(inside: str = "", attributes: str = 'viewBox="0 0 40 20"') -> bytes:
    return f"<svg {_XMLNS} {attributes}>{inside}</svg>".encode()


def data_of(picture: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"


class TestLogos:
    @pytest.mark.parametrize(
        ("data", "kind"),
        [
            (png(8, 4), LogoKind.PNG),
            (png(6000, 6000), LogoKind.PNG),
            (jpeg(8, 4), LogoKind.JPEG),
            (jpeg(8, 4, before=b"\xff\xe0\x00\x04ab\xff\xff"), LogoKind.JPEG),
            (svg('<rect width="4" fill="rgb(1,2,3)" onclick-note=""/>'.replace(' onclick-note=""', "")), LogoKind.SVG),
            (svg(f'<image width="4" height="4" xlink:href="{data_of(png(8, 4))}"/>'), LogoKind.SVG),
            (
                svg(
                    "<defs><style>/* a */ .a, rect{fill:url(#g)} #b{clip-path:url('#c')}</style>"
                    '<linearGradient id="g"><stop offset="0"/></linearGradient><clipPath id="c"><rect class="a"/>'
                    '</clipPath></defs><path id="b" class="a" d="M0 0" style="fill:url(#g)"/><use href="#b"/>'
                ),
                LogoKind.SVG,
            ),
            (
                b"""<?xml version="1.0"?><?xpacket a?><s:svg xmlns:s="http://www.w3.org/2000/svg" xml:space="preserve">
                <i:grid xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:a="1"/><s:g/></s:svg>""",
                LogoKind.SVG,
            ),
        ],
    )
    def test_what_drawing_programs_make_is_a_logo(self, data: bytes, kind: LogoKind) -> None:
        logo = logo_of(data)
        assert (logo.data, logo.kind) == (data, kind)

    @pytest.mark.parametrize(
        "data",
        [
            *(png(60_000, 60_000), png(2**31 - 1, 2**31 - 1), png(9000, 9000), png(1, 10_001)),
            *(jpeg(65_535, 65_535), jpeg(10_001, 1)),
            jpeg(8, 4, before=b"\xff\xc2" + struct.pack(">HBHHB", 8, 8, 60_000, 60_000, 0)),
        ],
    )
    def test_more_dots_than_a_logo_needs_are_refused_before_any_program_unpacks_them(self, data: bytes) -> None:
        with pytest.raises(LogoError, match="look-logo-large"):
            logo_of(data)

    @pytest.mark.parametrize(
        "data",
        [
            *(b"", b"hej", b"\x89PNG\r\n\x1a\n", png(8, 4)[:24], png(0, 4), png(8, 4).replace(b"IHDR", b"IHDX")),
            *(b"\xff\xd8\xff", jpeg(8, 4)[:-4], jpeg(0, 4), b"\xff\xd8" + b"\xff" * 100_000 + b"\xff\xd9"),
            *(b"\xff\xd8" + b"\xff\xe0\x00\x00" * 1000 + b"\xff\xd9", b"<!DOCTYPE html><html/>", b"<html/>"),
            svg("<script/>").decode().encode("utf-16"),
        ],
    )
    def test_what_is_no_picture_or_broken_off_is_refused(self, data: bytes) -> None:
        with pytest.raises(LogoError, match="look-not-a-logo"):
            logo_of(data)

    @pytest.mark.parametrize(
        "data",
        [
            b'<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script></s:svg>',
            b'<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + svg("&b;"),
            b'<?xml-stylesheet href="https://x.example/a.css"?>' + svg(),
            svg('<g xmlns="http://www.w3.org/1999/xhtml"/>'),
            *map(
                svg,
                (
                    '<rect><set attributeName="onload" to="x"/></rect>',
                    '<animate attributeName="href" to="https://x.example"/>',
                    "<foreignObject/>",
                    '<a href="javascript:x"/>',
                    '<rect onload="x"/>',
                    '<rect xml:base="https://x.example/"/>',
                    '<image href="https://x.example/a.png"/>',
                    '<use xlink:href="https://x.example/a.svg#a"/>',
                    '<image href="data:text/html,x"/>',
                    '<image href="data:image/svg+xml;base64,AAAA"/>',
                    '<image href="data:image/png;base64,AAAA"/>',
                    '<rect fill="url(https://x.example/a)"/>',
                    "<rect style=\"fill:URL( '//x.example/a' )\"/>",
                    '<rect style="fill:u\\72l(https://x.example)"/>',
                    "<style>@import 'https://x.example/a.css'</style>",
                    "<style>@\\69mport 'https://x.example/a.css'</style>",
                    "<style>rect{fill:image-set('https://x.example/a' 1x)}</style>",
                    "<style>g &gt; rect{fill:url(#a)}</style>",
                    "<style>/* rect{fill:red}</style>",
                    '<feImage href="#a"/>',
                    "<rect>",
                ),
            ),
        ],
    )
    def test_what_could_run_or_fetch_something_is_refused(self, data: bytes) -> None:
        with pytest.raises(LogoError, match="look-logo-unsafe"):
            logo_of(data)

    @pytest.mark.parametrize(
        "data",
        [
            svg("".join(f'<g id="a{i + 1}"><use href="#a{i}"/><use href="#a{i}"/></g>' for i in range(40))),
            svg('<g id="a"><use href="#a"/></g>'),
            svg('<pattern id="a"><rect fill="url(#b)"/></pattern><pattern id="b"><rect fill="url(#a)"/></pattern>'),
            svg(
                f"<style>{''.join(f'.c{i + 1}{{fill:url(#p{i});stroke:url(#p{i})}}' for i in range(30))}</style>"
                + "".join(f'<pattern id="p{i}"><rect class="c{i}"/></pattern>' for i in range(30))
                + '<rect class="c30"/>'
            ),
            svg(f"<style>rect{{{'fill:url(#a);' * 2000}}}</style><rect/>"),
            svg("<g>" * 100 + "</g>" * 100),
            svg(attributes='width="1e9"'),
            svg(attributes='viewBox="0 0 1e999 1"'),
            svg(f'<image href="{data_of(png(60_000, 60_000))}"/>'),
        ],
    )
    def test_a_drawing_that_grows_as_it_is_drawn_is_refused(self, data: bytes) -> None:
        with pytest.raises(LogoError, match="look-logo-heavy"):
            logo_of(data)

    @pytest.mark.parametrize(
        "inside",
        [
            '<rect style="fill:{}"/>|a',
            '<rect style="{}"/>|url(',
            '<rect style="fill:{}"/>| ',
            "<style>{}</style>|/*/",
            "<style>{}</style>|{",
            '<g id="x">{}</g>|<use href="#x"/>',
            '<rect id="r"/><g style="{}"/>|fill:url(#r);',
        ],
    )
    def test_the_work_grows_with_the_size(self, inside: str) -> None:
        whole, _, part = inside.partition("|")

        def calls(count: int) -> int:
            seen = 0

            def count_one(*_: object) -> None:
                nonlocal seen
                seen += 1

            data = svg(whole.replace("{}", part * count))
            sys.setprofile(count_one)
            try:
                logo_of(data)
            except LogoError:
                pass
            finally:
                sys.setprofile(None)
            return seen

        assert calls(4000) < 6 * calls(1000) + 100

    def test_every_refusal_is_told_with_what_to_do(self, run: Callable[..., Outcome], folder: Path) -> None:
        for name, data, said in (
            ("stor.png", png(60_000, 60_000), "Gör bilden mindre"),
            ("tung.svg", svg('<g id="a"><use href="#a"/></g>'), "Förenkla den"),
            ("farlig.svg", svg("<script/>"), "Spara om logotypen som ren SVG"),
        ):
            (folder / name).write_bytes(data)
            ended = run("render", *DAY, "--format", "html", "--logo", name, cwd=folder)
            assert (ended.code, said in ended.err) == (2, True), ended.err


def packed(change: dict[str, bytes | None], name: str = "reference.docx") -> bytes:
    """Write a built-in office file with other parts."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content("templates", name))) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        parts: dict[str, bytes | None] = {part: old.read(part) for part in old.namelist()}
        parts |= change
        for part, data in parts.items():
            if data is not None:
                new.writestr(part, data)
    return made.getvalue()


def linked(kind: str, *, mode: str = "External") -> bytes:
    """Write the links of a part of a Word file, with one that leads to another place."""
    space = "http://schemas.openxmlformats.org/"
    kind = f"{space}officeDocument/2006/relationships/{kind}"
    link = f'<p:Relationship Id="rId99" Type="{kind}" Target="https://example.se/x" TargetMode="{mode}"/>'
    return f'<p:Relationships xmlns:p="{space}package/2006/relationships">{link}</p:Relationships>'.encode()


def field(inside: str, *code: str) -> bytes:
    """Write a head or foot of pages with a field, whose code may stand in pieces."""
    pieces = "".join(f"<x:instrText>{piece}</x:instrText>" for piece in code)
    return f'<x:hdr xmlns:x="x">{inside}{pieces}</x:hdr>'.encode()


def with_styles(more: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content("templates", "reference.docx"))) as file:
        styles = file.read("word/styles.xml")
    return packed({"word/styles.xml": styles.replace(b"</w:styles>", more + b"</w:styles>")})


def locked() -> bytes:
    whole = bytearray(packed({}))
    whole[6] |= 1
    directory = whole.find(b"PK\x01\x02")
    whole[directory + 8] |= 1
    return bytes(whole)


def flipped() -> bytes:
    whole = bytearray(packed({}))
    whole[200] ^= 0xFF
    return bytes(whole)


WANTED = ("[Content_Types].xml", "word/document.xml", "word/styles.xml")


class TestOfficeTemplates:
    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (b"", ""),
            (b"hej", ""),
            (packed({}, "reference.odt"), ""),
            (packed({"word/styles.xml": None}), ""),
            (packed({})[:3000], "look-office-broken"),
            (flipped(), "look-office-broken"),
            (packed({"word/styles.xml": b""}), "look-office-broken"),
            (packed({"word/styles.xml": b"<a/>"}), "look-office-broken"),
            (packed({"word/document.xml": b"<w:a>"}), "look-office-broken"),
            (packed({"word/document.xml": b'<!DOCTYPE a [<!ENTITY a "aaa">]><a>&a;</a>'}), "look-office-broken"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "look-office-locked"),
            (locked(), "look-office-locked"),
            (packed({"word/vbaProject.bin": b"x"}), "look-office-macros"),
            (packed({"Basic/Standard/Module1.xml": b"<a/>"}), "look-office-macros"),
            (packed({"Scripts/python/a.py": b"x"}), "look-office-macros"),
            (packed({"word/_rels/header1.xml.rels": linked("image")}), "look-office-linked"),
            (packed({"word/_rels/document.xml.rels": linked("oleObject", mode="external ")}), "look-office-linked"),
            (packed({"word/header1.xml": field("<x:r>INCLUDE</x:r>", "INCLUDE", "PICTURE x")}), "look-office-linked"),
            (packed({"word/footer1.xml": field('<x:fldSimple x:instr="dde a b"/>')}), "look-office-linked"),
            (packed({"word/_rels/settings.xml.rels": linked("mailMergeSource")}), "look-office-linked"),
            (packed({"word/_rels/other.xml.rels": linked("attachedTemplate")}), "look-office-linked"),
            (packed({"styles.xml": b'<a xmlns:x="x"><b x:href="https://example.se"/></a>'}), "look-office-linked"),
            (packed({"word/media/a.bin": bytes(30_000_000)}), "look-office-heavy"),
            (packed({"word/a.xml": b"<a>" + b" " * 4_000_000 + b"</a>"}), "look-office-heavy"),
            (with_styles(b"<a>" * 200 + b"</a>" * 200), "look-office-heavy"),
            (packed({f"x/{i}": b"" for i in range(600)}), "look-office-heavy"),
        ],
    )
    def test_what_programs_cannot_read_at_once_is_refused(self, data: bytes, why: str) -> None:
        with pytest.raises(OfficeTemplateError) as refused:
            require_sound(data, WANTED)
        assert str(refused.value) == why

    @pytest.mark.parametrize(
        "data",
        [
            packed({"word/_rels/footer1.xml.rels": linked("hyperlink")}),
            packed({"word/_rels/header1.xml.rels": linked("image", mode="Internal")}),
            packed({"word/footer1.xml": field('<x:t>include</x:t><x:fldSimple x:instr="PAGE"/>', "HYPERLINK", " x")}),
            packed({"word/_rels/settings.xml.rels": linked("attachedTemplate")}),
            packed({"word/glossary/_rels/settings.xml.rels": linked("attachedTemplate")}),
        ],
        ids=["link to follow", "own picture", "page number", "where the template lies", "where its gallery does"],
    )
    def test_links_that_fetch_nothing_pass(self, data: bytes) -> None:
        require_sound(data, WANTED)

    @pytest.mark.parametrize(
        "made",
        [
            lambda: packed({"word/footer1.xml": None}),
            lambda: with_styles(
                b"".join(
                    b'<w:style w:type="paragraph" w:styleId="s%d"><w:name w:val="s%d"/></w:style>' % (i, i)
                    for i in range(30_000)
                )
            ),
        ],
        ids=["a foot that is not there", "very many styles"],
    )
    def test_one_that_stops_pandoc_is_what_is_told(
        self, made: Callable[[], bytes], run: Callable[..., Outcome], folder: Path
    ) -> None:
        (folder / "mall.docx").write_bytes(made())
        named = ("--format", "docx,html", "--word-template", "mall.docx")
        ended = run("render", *DAY, *named, cwd=folder, SAMVERKAN_CONVERTER_SECONDS="3")
        assert ended.code == 4
        assert "Mallen mall.docx går inte att använda" in ended.err
        assert (folder / "build" / "avtal-2024.html").is_file()

    def test_no_finished_document_says_where_its_template_lies(self, run: Callable[..., Outcome], folder: Path) -> None:
        with zipfile.ZipFile(io.BytesIO(content("templates", "reference.docx"))) as file:
            settings = file.read("word/settings.xml")
        own = re.sub(rb"(<w:settings[^>]*>)", rb'\g<1><w:attachedTemplate r:id="rId99"/>', settings, count=1)
        made = packed({"word/settings.xml": own, "word/_rels/settings.xml.rels": linked("attachedTemplate")})
        (folder / "mall.docx").write_bytes(made)
        ended = run("render", *DAY, "--format", "docx", "--word-template", "mall.docx", cwd=folder)
        assert ended.code == 0, ended.err
        with zipfile.ZipFile(folder / "build" / "avtal-2024.docx") as file:
            parts = {name: file.read(name) for name in file.namelist()}
        assert b"example.se" not in b"".join(parts.values())
        assert b"attachedTemplate" not in parts["word/settings.xml"]
        assert b"<w:settings" in parts["word/settings.xml"]

    def test_two_parts_of_one_name_are_refused(self) -> None:
        made = io.BytesIO(packed({}))
        with zipfile.ZipFile(made, "a") as file, pytest.warns(UserWarning, match="Duplicate"):
            file.writestr("word/styles.xml", b"<a/>")
        with pytest.raises(OfficeTemplateError, match="look-office-broken"):
            require_sound(made.getvalue(), WANTED)

    @pytest.mark.parametrize("name", ["reference.docx", "reference.odt"])
    def test_the_built_in_ones_pass(self, name: str) -> None:
        require_sound(content("templates", name), ())

    def test_styles_that_once_took_for_ever_are_read_in_a_moment(
        self, run: Callable[..., Outcome], folder: Path
    ) -> None:
        ring = b"".join(
            b'<w:style w:styleId="s%d"><w:name w:val="s%d"/><w:basedOn w:val="s%d"/></w:style>' % (i, i, i % 9 + 1)
            for i in range(1, 10)
        )
        (folder / "mall.docx").write_bytes(with_styles(ring + b'<w:style w:styleId="a"/>' * 50_000))
        ended = run("render", *DAY, "--format", "docx", "--word-template", "mall.docx", cwd=folder)
        assert ended.code == 0, ended.err

    def test_each_refusal_is_told_and_nothing_written(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "mall.docx").write_bytes(packed({"word/media/a.bin": bytes(30_000_000)}))
        ended = run("render", *DAY, "--format", "html,docx", "--word-template", "mall.docx", cwd=folder)
        assert ended.code == 2
        assert "mall.docx är för stor för en mall när den packas upp" in ended.err
        assert not (folder / "build").exists()


class TestTemplates:
    @pytest.mark.parametrize(
        ("text", "line", "why"),
        [
            ("a\n{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}", 2, "1 sekunder"),
            ("a\n\n{{ lipsum(n=10**7) }}", 3, "lipsum blir något annat varje gång"),
            ("a\n\n{{ range(100000)|map('center', 9000000)|map('length')|sum }}", 3, "1 sekunder"),
            ("a\n{{ [1, 2]|random }}", 2, "random blir något annat varje gång"),
            ("a\n{{ [[1, 2]]|map('random')|list }}", 2, "random blir något annat varje gång"),
            ("a\n{{ title.upper }}", 2, "en plats i datorns minne"),
            ("a\n{{ 'a' ~ ['b']|map('upper') }}", 2, "en plats i datorns minne"),
            ("a\n{{ [cycler(1)]|join }}", 2, "en plats i datorns minne"),
            ("a\n{{ 2 ** (10 ** 9) }}", 2, "mer än ett dokument rymmer"),
            ("a\n{{ 'x' * 10 ** 10 }}", 2, "mer än ett dokument rymmer"),
            ("a\n{{ 'x' | center(10 ** 10) }}", 2, "mer än ett dokument rymmer"),
            ("a\n{{ '%9999999999d' % 1 }}", 2, "mer än ett dokument rymmer"),
            ("a\n{{ title * 2000000 }}", 2, "mer än ett dokument rymmer"),
            ("a\n{% for i in range(100000) %}\n{{ title * 100 }}{% endfor %}", 3, "mer än ett dokument rymmer"),
            ("\n{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", 2, "anropar sig själv"),
            ("a\n{{ title ~ '\\ud800' }}", 2, "U+D800"),
            ("", 1, "skriver ingenting"),
            ("<p>\n</p>{# #}", 1, "skriver ingenting"),
        ],
    )
    def test_what_has_no_end_is_stopped_and_its_line_told(
        self, run: Callable[..., Outcome], folder: Path, text: str, line: int, why: str
    ) -> None:
        (folder / "mallar" / "agreement.html.j2").write_text(text, encoding="utf-8")
        (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
        options = ("--format", "html,md", "--template-dir", "mallar", "--lang", "sv")
        seconds = "1" if why == "1 sekunder" else "30"  # a machine that is busy takes its time for what is too much too
        started = time.monotonic()
        ended = run("render", *DAY, *options, cwd=folder, SAMVERKAN_CONVERTER_SECONDS=seconds)
        assert time.monotonic() - started < 60  # and not for each document and format anew
        assert ended.code == 2
        told = [line for line in ended.err.splitlines() if "avtal-2024." in line]
        assert len(told) == 2
        assert all(f"Mallen agreement.html.j2, rad {line}: " in one for one in told), told
        assert all(why in one for one in told), told
        assert (folder / "build" / "plan.html").exists()

    def test_one_that_cannot_even_tell_where_it_is_is_stopped(self, run: Callable[..., Outcome], folder: Path) -> None:
        grown = "{% for i in range(21) %}{% set n.of = n.v %}{% set n.v = n.v * n.v %}{% endfor %}"
        text = "{% set n = namespace(v=7) %}" + grown + "{{ n.v % (n.of + 1) }}"  # one step that takes minutes
        (folder / "mallar" / "agreement.html.j2").write_text(text, encoding="utf-8")
        options = ("--format", "html,md", "--template-dir", "mallar", "--lang", "sv")
        ended = run("render", *DAY, *options, cwd=folder, SAMVERKAN_CONVERTER_SECONDS="1")
        assert ended.code == 2
        assert "Mallen agreement.html.j2, rad 1: " in ended.err
        assert "1 sekunder" in ended.err

    @pytest.mark.parametrize(
        ("name", "text", "why"),
        [
            ("page.typ.j2", "{{ 1 }}", ("bara de värden som mallen får", "only the values given to it")),
            (
                "page.typ.j2",
                "#set document(title: {{ title }})\nHej",
                ("skriver inte ut dokumentets text", "leaves out the document's text"),
            ),
            ("page.html.j2", "hej", ("skriver inte ut dokumentets text", "leaves out the document's text")),
        ],
    )
    def test_a_page_without_its_document_is_told_in_the_readers_language(
        self, run: Callable[..., Outcome], folder: Path, name: str, text: str, why: tuple[str, str]
    ) -> None:
        (folder / "mallar" / name).write_text(text, encoding="utf-8")
        form = "pdf" if name == "page.typ.j2" else "html"
        for language, words in zip(("sv", "en"), why, strict=True):
            options = ("--format", form, "--template-dir", "mallar", "--lang", language)
            ended = run("render", *DAY, *options, cwd=folder)
            assert ended.code == 2
            assert words in ended.err, ended.err

    @pytest.mark.parametrize(
        "text",
        [
            "<div>" * 3000 + "x",
            "<ul><li>" * 300 + "x",
            "<div class='chart'>x</div>",
            "<div class='chart' data-drawing='&lt;svg' data-words='x'>x</div>",
            "<div class='facts'>x</div><div class='signatures'><div class='signatories'>x</div></div>",
            "<table><tr><td rowspan=99999 colspan=99999>x</td></tr></table>",
            "<div class='signatories'><ul><li>x</li></ul></div>",
        ],
    )
    def test_odd_documents_are_told_of_and_never_a_fault_of_ours(
        self, run: Callable[..., Outcome], folder: Path, text: str
    ) -> None:
        (folder / "mallar" / "agreement.html.j2").write_text(text, encoding="utf-8")
        ended = run("render", *DAY, "--format", "md,html,pdf,docx,odt", "--template-dir", "mallar", cwd=folder)
        assert ended.code in {0, 2, 4}, ended.err
        assert (folder / "build" / "avtal-2024.html").exists()

    @pytest.mark.parametrize("form", ["pdf", "docx", "odt", "md"])
    def test_a_table_that_no_page_can_hold_is_told_in_the_readers_language(
        self, run: Callable[..., Outcome], folder: Path, form: str
    ) -> None:
        wide = "<table><tr><td colspan=99999>x</td></tr></table>"
        (folder / "mallar" / "agreement.html.j2").write_text(wide, encoding="utf-8")
        ended = run("render", *DAY, "--format", form, "--template-dir", "mallar", "--lang", "sv", cwd=folder)
        assert ended.code == 4
        assert "en tabell med fler än 500 kolumner" in ended.err

    def test_html_that_takes_for_ever_to_read_is_given_up_once(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "mallar" / "agreement.html.j2").write_text("<ul><li>" * 60 + "x", encoding="utf-8")
        started = time.monotonic()
        options = ("--format", "html,md,pdf,docx,odt", "--template-dir", "mallar", "--lang", "sv")
        ended = run("render", *DAY, *options, cwd=folder)
        assert time.monotonic() - started < 60  # though none of the formats may take more
        assert ended.code == 4
        assert ended.err.count("Omvandlingen tog mer än 8 sekunder") == 4

    def test_a_folder_of_only_office_files_costs_nothing(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "mallar" / "reference.odt").write_bytes(content("templates", "reference.odt"))
        assert run("render", *DAY, "--format", "html,odt", "--template-dir", "mallar", cwd=folder).code == 0

    def test_the_copied_ones_give_the_same_bytes_from_the_child_process(
        self, run: Callable[..., Outcome], folder: Path
    ) -> None:
        for name in names("templates"):
            (folder / "mallar" / name).write_bytes(content("templates", name))
        run("render", *DAY, "--format", "html,md,pdf", "--out", "en", cwd=folder)
        run("render", *DAY, "--format", "html,md,pdf", "--out", "två", "--template-dir", "mallar", cwd=folder)
        for form in ("html", "md", "pdf"):
            one, other = ((folder / out / f"avtal-2024.{form}").read_bytes() for out in ("en", "två"))
            assert one == other, form


class TestCodeOfPages:
    def test_a_workspace_cannot_bring_its_own(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "mallar" / "page.typ.j2").write_text("#panic()", encoding="utf-8")
        (folder / "samverkan.yaml").write_text(
            "samverkan: 1\nkind: workspace\nlook: {templates: mallar}\n", encoding="utf-8"
        )
        ended = run("render", *DAY, "--format", "pdf", "--lang", "sv", cwd=folder)
        assert ended.code == 0
        assert "page.typ.j2 används inte" in ended.err
        assert "--template-dir" in ended.err
        assert (folder / "build" / "avtal-2024.pdf").exists()
        again = run("render", *DAY, "--format", "html", "--lang", "sv", cwd=folder)
        assert "page.typ.j2" not in again.err
        assert run("render", *DAY, "--format", "pdf", "--template-dir", "mallar", "--force", cwd=folder).code == 2

    def test_it_reads_no_clock(self, run: Callable[..., Outcome], folder: Path) -> None:
        built_in = content("templates", "page.typ.j2").decode()
        for more in ("#datetime.today().display()", "#let now = datetime\n#now\n .today()"):
            (folder / "mallar" / "page.typ.j2").write_text(f"{built_in}\n{more}", encoding="utf-8")
            ended = run("render", *DAY, "--format", "pdf", "--template-dir", "mallar", "--lang", "sv", cwd=folder)
            assert (ended.code, "dagens datum (today) får inte läsas" in ended.err) == (2, True), ended.err

    def test_no_package_is_fetched_or_found(self, tmp_path: Path) -> None:
        """Not even one that stands where packages are kept, whose name is put together while it is compiled."""
        heard: list[bytes] = []
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.settimeout(0.1)
            stop = threading.Event()

            def listen() -> None:
                while not stop.is_set():
                    try:
                        with server.accept()[0] as caller:
                            heard.append(caller.recv(100))
                    except TimeoutError:
                        pass

            listening = threading.Thread(target=listen)
            listening.start()
            address = f"http://127.0.0.1:{server.getsockname()[1]}"
            packages = tmp_path / "typst" / "packages" / "local" / "mine" / "0.1.0"
            packages.mkdir(parents=True)
            (packages / "typst.toml").write_text('[package]\nname = "mine"\nversion = "0.1.0"\nentrypoint = "a.typ"\n')
            (packages / "a.typ").write_text("#let a = 1")
            around = {"HTTPS_PROXY": address, "https_proxy": address, "ALL_PROXY": address, "NO_PROXY": "x"}
            use(EngineSettings(environment={**around, "XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}))
            try:
                for name in ('"\\u{40}preview/cetz:0.2.0"', '"@" + "preview/cetz:0.2.0"', '"@local/mine:0.1.0"'):
                    with pytest.raises(RefusedError, match="package"):
                        compiled(f"#import {name}: *", "pdf")
            finally:
                use(EngineSettings())
                stop.set()
                listening.join()
        assert heard == []

    def test_every_proxy_leads_nowhere(self) -> None:
        around = programs.without_network({"HTTP_PROXY": "http://x.example", "no_proxy": "*", "HOME": "/h"})
        assert around["HOME"] == "/h"
        assert "no_proxy" not in around
        assert {around[name] for name in around if name.casefold().endswith("_proxy")} == {"http://127.0.0.1:1"}


ENDLESS = "#for i in range(99999) { for j in range(99999) { for k in range(99999) {} } }"
HUNGRY = '#let x = "x" * 200000000\n#let y = range(40).map(i => x + str(i))\n#y.join().len()'


class TestTypst:
    @pytest.mark.usefixtures("in_a_second")
    def test_one_that_hangs_is_ended_and_the_next_is_made(self) -> None:
        with pytest.raises(ReadWriteError, match="took more than 1 seconds"):
            compiled(ENDLESS, "pdf")
        use(EngineSettings())
        assert compiled('#set document(title: "x")\nx', "pdf", moment=datetime(2024, 1, 1, tzinfo=UTC)).content

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds every process to its limit of memory")
    def test_one_that_eats_memory_breaks_alone(self) -> None:
        compiled('#set document(title: "x")\nx', "pdf")  # the kept process breaks, and then a fresh one
        with pytest.raises(ReadWriteError, match="broke off"):
            compiled(HUNGRY, "pdf")
        assert compiled('#set document(title: "x")\nx', "pdf").content

    def test_pictures_of_several_pages_are_refused(self, tmp_path: Path) -> None:
        with pytest.raises(RefusedError):
            compiled("a\n#pagebreak()\nb", "png")
        (tmp_path / "a.typ").write_text("a\n#pagebreak()\nb", encoding="utf-8")
        request = CompileRequest(str(tmp_path / "a.typ"), str(tmp_path), str(tmp_path), "png", (), None)
        assert work(request) == ({"refused": "several pages"}, b"")
        with pytest.raises(RefusedError):
            compiled("a\n#pagebreak()\nb", "png")

    def test_a_process_is_kept_for_the_next(self) -> None:
        def process() -> int:
            worker = workers._IDLE.take("samverkan.render.engines.typst_work")  # noqa: SLF001
            assert worker is not None
            workers._IDLE.put(worker)  # noqa: SLF001
            return worker.process.pid

        compiled('#set document(title: "x")\nx', "pdf")
        first = process()
        compiled('#set document(title: "y")\ny', "pdf")
        assert process() == first

    def test_what_cannot_be_started_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "executable", "/finns/inte")
        workers.make_ready("ingen.modul")
        with pytest.raises(GoneError) as gone:
            ask("ingen.modul", None, 5)
        assert gone.value.why is Gone.BROKEN

    def test_a_module_that_breaks_is_told(self) -> None:
        with pytest.raises(GoneError):
            ask("ingen.modul", None, 30)

    @pytest.mark.parametrize("how", ["endless", "cut", "silent"])
    @POSIX_ONLY
    def test_one_that_does_not_answer_as_agreed_on_is_ended(self, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(workers, "_SECONDS_TO_BE_GONE", 0.5)
        with pytest.raises(GoneError) as gone:
            ask("tests.astray", how, 30)
        assert gone.value.why is Gone.BROKEN

    @POSIX_ONLY
    def test_one_that_does_not_end_when_it_is_to_is_ended(self) -> None:
        process = ask("tests.astray", "pid", 30).facts["pid"]
        os.kill(process, signal.SIGSTOP)
        worker = workers._IDLE.take("tests.astray")  # noqa: SLF001
        assert worker is not None
        worker.dismiss()
        worker.wait()
        assert worker.process.returncode == -signal.SIGKILL

    @POSIX_ONLY
    def test_one_that_is_at_work_for_too_long_is_ended_however_much_time_there_is(self) -> None:
        with pytest.raises(GoneError) as gone:
            ask("tests.busy", None, 100)
        assert gone.value.why is Gone.SLOW

    @POSIX_ONLY
    def test_one_that_goes_on_giving_text_has_time_for_it(self) -> None:
        assert ask("tests.steady", 3000, 100).content == b"done"
        with pytest.raises(GoneError) as gone:  # hardly a word in all that time
            ask("tests.steady", 10, 100)
        assert gone.value.why is Gone.SLOW

    def test_a_long_pdf_is_read_to_its_end_and_one_without_end_is_not(self) -> None:
        facts, found = pdf_text_work.work(pdf_of(*["ord " * 1250] * 8))
        assert facts == {"is_signed": False}
        assert len(found) > 40_000
        assert pdf_text_work.work(pdf_of("ord " * 500_100))[0]["fault"] == "too-long"

    @POSIX_ONLY
    def test_it_ends_with_its_parent_even_in_the_middle_of_something(self) -> None:
        code = (
            "import sys; from samverkan.render.engines import workers\n"
            "worker = workers._Worker('samverkan.render.engines.typst_work')\n"
            "print(worker.process.pid, flush=True)\n"
            "from samverkan.render.engines import typst\n"
            "workers._IDLE.put(worker)\n"
            f"typst.compiled({ENDLESS!r}, 'pdf')\n"
        )
        parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        time.sleep(1)
        parent.send_signal(signal.SIGKILL)
        parent.wait()
        parent.stdout.close()
        until = time.monotonic() + 30
        while _lives(child) and time.monotonic() < until:
            time.sleep(0.1)
        assert not _lives(child)


def pdf_of(*texts: str) -> bytes:
    """Make a PDF with a text on each page."""
    writer, name = PdfWriter(), NameObject
    font = {"/Type": name("/Font"), "/Subtype": name("/Type1"), "/BaseFont": name("/Helvetica")}
    fonts = DictionaryObject({name("/F1"): DictionaryObject({name(key): value for key, value in font.items()})})
    for text in texts:
        page, lines = writer.add_blank_page(500, 500), StreamObject()
        lines.set_data(f"BT /F1 9 Tf 9 99 Td ({text}) Tj ET".encode())
        page[name("/Resources")] = DictionaryObject({name("/Font"): fonts})
        page[name("/Contents")] = writer._add_object(lines)  # noqa: SLF001 - there is no other way
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = f"/proc/{process}/stat"
    if os.path.exists(state):  # noqa: PTH110
        with open(state, encoding="utf-8") as file:  # noqa: PTH123
            return ") Z " not in file.read()
    return True


def standing_in(place: Path, script: str) -> str:
    program = place / "pandoc"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


@POSIX_ONLY
class TestPandoc:
    @pytest.mark.parametrize(
        "script",
        [
            "cat >/dev/null; echo skräp",
            "cat >/dev/null; echo '[]'",
            """cat >/dev/null; echo '{"blocks": 1}'""",
            "cat >/dev/null; printf '\\377'",
            "cat >/dev/null",
            "exit 3",
            "exec yes",
        ],
    )
    def test_what_it_answers_is_not_believed(
        self, run: Callable[..., Outcome], folder: Path, script: str, tmp_path: Path
    ) -> None:
        around = {"PYPANDOC_PANDOC": standing_in(tmp_path, script)}
        ended = run("render", *DAY, "--format", "html,md,pdf,docx", "--lang", "sv", cwd=folder, **around)
        assert ended.code == 4
        assert ended.err.count("Omvandlingen misslyckades") == 3
        assert (folder / "build" / "avtal-2024.html").exists()

    @pytest.mark.parametrize("form", ["md", "pdf", "docx", "odt"])
    @pytest.mark.parametrize("junk", ["echo PKskräp; printf '\\377'", "true"])
    def test_junk_in_place_of_a_file_is_never_written(
        self, run: Callable[..., Outcome], folder: Path, form: str, junk: str, tmp_path: Path
    ) -> None:
        script = f'case "$*" in *--to=json*) exec {pandoc.program()} "$@";; esac\ncat >/dev/null; {junk}'
        around = {"PYPANDOC_PANDOC": standing_in(tmp_path, script)}
        ended = run("render", *DAY, "--format", f"html,{form}", "--lang", "sv", cwd=folder, **around)
        assert ended.code == 4, ended.err
        assert f"avtal-2024.{form}: Omvandlingen misslyckades" in ended.err
        assert (folder / "build" / "avtal-2024.html").exists()

    def test_what_it_has_started_cannot_hold_us(self, tmp_path: Path) -> None:
        script = standing_in(tmp_path, "sleep 30 &\nexit 0")
        started = time.monotonic()
        with pytest.raises(ReadWriteError, match="took more than 1 seconds"):
            programs.answer_of([script], b"", os.environ, 1.0)
        assert time.monotonic() - started < 20

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets us limit a program that has begun")
    def test_it_does_not_go_on_for_ever_when_we_are_killed(self, tmp_path: Path) -> None:
        busy = standing_in(tmp_path, f"echo $$ > {tmp_path}/number; while :; do :; done")
        says = f"from samverkan.render.engines.programs import answer_of as ask; ask([{busy!r}], b'', {{}}, 1)"
        ours = subprocess.Popen([sys.executable, "-c", says])
        number, until = tmp_path / "number", time.monotonic() + 60
        while not number.exists() or not number.read_text(encoding="utf-8").strip():
            time.sleep(0.01)
        place = Path("/proc", number.read_text(encoding="utf-8").strip())
        while not re.search(r"Max cpu time +\d", (place / "limits").read_text(encoding="utf-8")):
            assert time.monotonic() < until, "the program may take all the time that there is"
            time.sleep(0.01)
        ours.kill()
        ours.wait()
        while place.exists() and "State:\tZ" not in (place / "status").read_text(encoding="utf-8"):
            assert time.monotonic() < until, "the program goes on"
            time.sleep(0.1)

    @pytest.mark.parametrize("script", ["exit 251", "kill -9 $$"])
    def test_lack_of_memory_is_told_as_such(self, script: str, tmp_path: Path) -> None:
        with pytest.raises(ReadWriteError, match="lack of memory"):
            programs.answer_of([standing_in(tmp_path, script)], b"", os.environ, 30.0)

    def test_pandoc_may_take_no_more_memory_than_it_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pandoc, "_LESS_MEMORY", ("+RTS", "-M8m", "-RTS"))
        with pytest.raises(ReadWriteError, match="lack of memory"):
            pandoc.read_html("<p>x</p>" * 100_000)

    def test_a_program_that_is_not_there(self) -> None:
        with pytest.raises(ReadWriteError):
            programs.answer_of(["/finns/inte"], b"", {}, 1.0)

    def test_a_program_that_reads_nothing(self) -> None:
        assert programs.answer_of(["/bin/echo", "hej"], b"x" * 10_000_000, os.environ, 30.0) == b"hej\n"
