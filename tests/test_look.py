"""An organisation's own look: what it changes, and what is refused before anything is written."""

from __future__ import annotations

import base64
import io
import re
import shutil
import struct
import subprocess
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import font_source_sans_pro
import page
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from samverkan.render.tones import contrast
from samverkan.resources import folder as own_files
from tests.conftest import ROOT, SMALL, program
from tests.tags import kind_of, tags

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#224466"/></svg>'
DAY = ("--today", "2024-06-01")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def png() -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + b"\x22\x44\x66" * 8 for _ in range(4))
    head = struct.pack(">IIBBBBB", 8, 4, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////"
    "////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "yta"
    place.mkdir()
    (place / "a.yaml").write_text(SMALL, encoding="utf-8")
    return place


def with_look(folder: Path, look: str) -> None:
    (folder / "samverkan.yaml").write_text(f"samverkan: 1\nkind: workspace\nlook: {look}\n", encoding="utf-8")


def repainted(name: str, path: Path) -> None:
    """Write a built-in office file with another colour."""
    original = io.BytesIO((own_files("templates") / name).read_bytes())
    with zipfile.ZipFile(original) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.namelist():
            new.writestr(part, old.read(part).replace(b"1F4E79", b"AA0000").replace(b"#1f4e79", b"#AA0000"))


def swedish(path: Path) -> None:
    """Write a Word file as a Swedish Word would: only the common formats, with Swedish ids."""
    plain = io.BytesIO()
    docx.Document().save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.namelist():
            new.writestr(part, re.sub(rb'(w:(?:styleId|val)=")Heading([1-9])"', rb'\1Rubrik\2"', old.read(part)))


FORMS = ("html", "pdf", "docx", "odt")


def with_logos(folder: Path, look: str) -> None:
    (folder / "k.png").write_bytes(png())
    (folder / "p.svg").write_bytes(SVG)
    with_look(folder, f"{{{look}}}")


def shown(folder: Path) -> dict[str, list[str]]:
    """Give the words of the pictures in each format, in their order."""
    place = folder / "build" / "avtal-2024"
    found = {"html": re.findall(r'<img [^>]*alt="([^"]*)"', place.with_suffix(".html").read_text(encoding="utf-8"))}
    with zipfile.ZipFile(place.with_suffix(".docx")) as word:
        found["docx"] = re.findall(r'<wp:docPr descr="([^"]+)"', word.read("word/document.xml").decode())
    with zipfile.ZipFile(place.with_suffix(".odt")) as text:
        found["odt"] = re.findall("<svg:desc>([^<]*)<", text.read("content.xml").decode())
    figures = (part for part in tags(PdfReader(place.with_suffix(".pdf"))) if kind_of(part) == "/Figure")
    found["pdf"] = [str(part["/Alt"]) for part in figures]
    return found


class TestWhatItChanges:
    @pytest.mark.parametrize(("name", "data"), [("v.svg", SVG), ("v.png", png()), ("v.jpg", JPEG)])
    def test_the_logo_stands_in_every_format(
        self, run: Callable[..., Outcome], folder: Path, name: str, data: bytes
    ) -> None:
        (folder / name).write_bytes(data)
        with_look(folder, f"{{organisation: Exempelby kommun, logo: {name}}}")
        ended = run("render", *DAY, "--format", "html,pdf,docx,odt", cwd=folder)
        assert ended.code == 0, ended.err
        html = (folder / "build" / "avtal-2024.html").read_text(encoding="utf-8")
        assert base64.b64encode(data).decode() in html
        assert 'alt="Exempelby kommun"' in html
        pdf = folder / "build" / "avtal-2024.pdf"
        for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
            assert page.validate_pdf(str(pdf), profile=profile).is_compliant
        assert "Exempelby kommun" in PdfReader(pdf).pages[0].extract_text()
        with zipfile.ZipFile(folder / "build" / "avtal-2024.docx") as word:
            assert [part for part in word.namelist() if part.startswith("word/media/")]
            assert 'descr="Exempelby kommun"' in word.read("word/document.xml").decode()
        with zipfile.ZipFile(folder / "build" / "avtal-2024.odt") as text:
            assert [part for part in text.namelist() if part.startswith("Pictures/")]
            assert "<svg:desc>Exempelby kommun</svg:desc>" in text.read("content.xml").decode()

    def test_a_logo_without_a_name_is_called_what_it_is_in_the_documents_language(
        self, run: Callable[..., Outcome], folder: Path
    ) -> None:
        (folder / "a.yaml").write_text(f"{SMALL}language: en\n", encoding="utf-8")
        (folder / "v.png").write_bytes(png())
        with_look(folder, "{logo: v.png}")
        assert run("render", *DAY, "--format", "odt", cwd=folder).code == 0
        with zipfile.ZipFile(folder / "build" / "avtal-2024.odt") as text:
            assert "<svg:desc>Logo</svg:desc>" in text.read("content.xml").decode()

    def test_the_colour(self, run: Callable[..., Outcome], folder: Path) -> None:
        with_look(folder, '{colour: "#224466"}')
        assert run("render", *DAY, "--format", "html,pdf,docx,odt", cwd=folder).code == 0
        assert "--colour: #224466" in (folder / "build" / "avtal-2024.html").read_text(encoding="utf-8")
        with zipfile.ZipFile(folder / "build" / "avtal-2024.docx") as word:
            assert b"224466" in word.read("word/styles.xml")
        with zipfile.ZipFile(folder / "build" / "avtal-2024.odt") as text:
            assert b"#224466" in text.read("styles.xml")

    def test_the_word_file(self, run: Callable[..., Outcome], folder: Path) -> None:
        repainted("reference.docx", folder / "mall.docx")
        with_look(folder, "{word_template: mall.docx}")
        assert run("render", *DAY, "--format", "docx", cwd=folder).code == 0
        with zipfile.ZipFile(folder / "build" / "avtal-2024.docx") as word:
            assert b"AA0000" in word.read("word/styles.xml")

    def test_a_word_file_from_elsewhere_gets_what_it_lacks(self, run: Callable[..., Outcome], folder: Path) -> None:
        swedish(folder / "mall.docx")
        with_look(folder, "{word_template: mall.docx}")
        ended = run("render", *DAY, "--format", "docx", cwd=folder)
        assert ended.code == 0
        assert "mall.docx saknar" in ended.err
        opened = docx.Document(str(folder / "build" / "avtal-2024.docx"))
        used = {style.get(f"{WORD}val") for style in opened.element.body.iter(f"{WORD}pStyle", f"{WORD}tblStyle")}
        assert used <= {style.style_id for style in opened.styles}
        assert {"Rubrik1", "BodyText", "Title"} <= used
        line = opened.styles["Signature Line"]
        assert line.element.pPr.find(f"{WORD}pBdr") is not None
        assert line.element.rPr.find(f"{WORD}rFonts") is None
        leads_to = {found.get(f"{WORD}val") for found in opened.styles.element.iter(f"{WORD}basedOn")}
        assert leads_to <= {style.style_id for style in opened.styles}

    def test_one_that_lacks_nothing_is_not_spoken_of(self, run: Callable[..., Outcome], folder: Path) -> None:
        repainted("reference.docx", folder / "mall.docx")
        with_look(folder, "{word_template: mall.docx}")
        assert "mall.docx" not in run("render", *DAY, "--format", "docx", cwd=folder).err

    def test_office_files_among_the_templates(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "mallar").mkdir()
        for name in ("reference.docx", "reference.odt"):
            repainted(name, folder / "mallar" / name)
        assert run("render", *DAY, "--format", "docx,odt", "--template-dir", "mallar", cwd=folder).code == 0
        for name, part in (("avtal-2024.docx", "word/styles.xml"), ("avtal-2024.odt", "styles.xml")):
            with zipfile.ZipFile(folder / "build" / name) as packed:
                assert b"AA0000" in packed.read(part)
        (folder / "mallar" / "reference.odt").write_bytes(b"PK")
        ended = run("render", *DAY, "--format", "odt", "--template-dir", "mallar", cwd=folder)
        assert ended.code == 2
        assert "reference.odt" in ended.err

    def test_fonts(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "typsnitt").mkdir()
        fonts = Path(font_source_sans_pro.__file__).parent / "files"
        for source in fonts.iterdir():
            shutil.copy(source, folder / "typsnitt")
        with_look(folder, "{fonts: {folder: typsnitt, text: Source Sans Pro, headings: Source Serif Pro}}")
        assert run("render", *DAY, "--format", "html,pdf", cwd=folder).code == 0
        html = (folder / "build" / "avtal-2024.html").read_text(encoding="utf-8")
        assert ':root { --serif: "Source Sans Pro"' in html
        fonts_of_page = PdfReader(folder / "build" / "avtal-2024.pdf").pages[0]["/Resources"]["/Font"]  # type: ignore[index]
        assert any("SourceSerif" in font["/BaseFont"] for font in fonts_of_page.values())

    def test_the_command_line_beats_the_settings(self, run: Callable[..., Outcome], folder: Path) -> None:
        with_look(folder, '{organisation: Den ena, colour: "#224466"}')
        (folder.parent / "v.svg").write_bytes(SVG)
        arguments = ("--organisation", "Den andra", "--logo", "../v.svg", "--colour", "#550000")
        assert run("render", *DAY, "--format", "html", *arguments, cwd=folder).code == 0
        html = (folder / "build" / "avtal-2024.html").read_text(encoding="utf-8")
        assert 'alt="Den andra"' in html
        assert "--colour: #550000" in html


class TestLogosOfParties:
    @pytest.mark.parametrize(
        "named", ["kommunen: k.png, polisen: p.svg", "Exempelby kommun: k.png, Lokalpolisområde Exempel: p.svg"]
    )
    def test_they_stand_side_by_side_in_every_format(
        self, run: Callable[..., Outcome], folder: Path, named: str
    ) -> None:
        with_logos(folder, f"logos: {{{named}}}")
        ended = run("render", *DAY, "--format", "html,pdf,docx,odt", cwd=folder)
        assert (ended.code, ended.err) == (0, "")
        assert shown(folder) == {form: ["Lokalpolisområde Exempel", "Exempelby kommun"] for form in FORMS}
        pdf = folder / "build" / "avtal-2024.pdf"
        for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
            assert page.validate_pdf(str(pdf), profile=profile).is_compliant

    def test_the_organisations_own_stands_first_and_once(self, run: Callable[..., Outcome], folder: Path) -> None:
        with_logos(folder, "logo: k.png, logos: {kommunen: k.png, polisen: p.svg}")
        assert run("render", *DAY, "--format", "html,pdf,docx,odt", cwd=folder).code == 0
        assert shown(folder) == {form: ["Exempelby kommun", "Lokalpolisområde Exempel"] for form in FORMS}
        with_logos(folder, "organisation: Länet, logo: l.png, logos: {polisen: p.svg}")
        (folder / "l.png").write_bytes(JPEG)
        assert run("render", *DAY, "--format", "html,pdf,docx,odt", cwd=folder).code == 0
        assert shown(folder) == {form: ["Länet", "Lokalpolisområde Exempel"] for form in FORMS}

    def test_documents_under_the_agreement_have_them_too(self, run: Callable[..., Outcome], folder: Path) -> None:
        with_logos(folder, "logos: {polisen: p.svg}")
        for path in (ROOT / "tests" / "workspace").glob("*.yaml"):
            shutil.copy(path, folder)
        (folder / "a.yaml").unlink()
        run("render", *DAY, "--format", "html", cwd=folder)
        pages = [path.read_text(encoding="utf-8") for path in (folder / "build").glob("*.html")]
        assert len(pages) == 7
        assert all('alt="Lokalpolisområde Nybro"' in page for page in pages)

    def test_one_that_nobody_has_is_told_of(self, run: Callable[..., Outcome], folder: Path) -> None:
        with_logos(folder, "logos: {kommunen: k.png, komunen: p.svg}")
        ended = run("render", *DAY, "--format", "html", cwd=folder)
        assert ended.code == 0
        assert "`logos`): komunen. Skriv partens id" in ended.err

    def test_a_wide_one_stays_within_the_column(self, run: Callable[..., Outcome], folder: Path) -> None:
        wide = SVG.replace(b'viewBox="0 0 40 20"', b'viewBox="0 0 4000 20"').replace(b'width="40"', b'width="4000"')
        with_logos(folder, "logos: {kommunen: k.png, polisen: p.svg}")
        (folder / "p.svg").write_bytes(wide)
        assert run("render", *DAY, "--format", "pdf", "--signature-fields", cwd=folder).code == 0
        stream = PdfReader(folder / "build" / "avtal-2024.pdf").pages[0].get_contents()
        assert stream is not None
        moved = re.findall(rb"([0-9.]+) 0 0 -?([0-9.]+) [0-9.]+ [0-9.]+ cm", stream.get_data())
        assert max(float(width) for width, _ in moved) <= 4000
        command = [program("pdftocairo"), "-svg", "-f", "1", "-l", "1", str(folder / "build" / "avtal-2024.pdf"), "-"]
        assert subprocess.run(command, capture_output=True, check=True, timeout=60).stdout

    def test_a_changed_logo_makes_files_stale(self, run: Callable[..., Outcome], folder: Path) -> None:
        with_logos(folder, "logos: {polisen: p.svg}")
        run("render", *DAY, "--format", "html", cwd=folder)
        assert run("render", *DAY, "--format", "html", "--check", cwd=folder).code == 0
        (folder / "p.svg").write_bytes(SVG.replace(b"224466", b"225566"))
        assert run("render", *DAY, "--format", "html", "--check", cwd=folder).code == 1

    @pytest.mark.parametrize("look", ["{logo: v.svg}", "{logos: {kommunen: v.svg}}"])
    def test_letters_in_a_drawing_are_told_of(self, run: Callable[..., Outcome], folder: Path, look: str) -> None:
        (folder / "v.svg").write_bytes(SVG.replace(b"<rect", b'<text x="1" y="9">Exempelby</text><rect'))
        with_look(folder, look)
        ended = run("render", *DAY, "--format", "html", cwd=folder)
        assert ended.code == 0
        assert "v.svg är en SVG med bokstäver" in ended.err

    def test_letters_in_a_drawing_are_alike_in_all_formats(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "v.svg").write_bytes(SVG.replace(b"<rect", b'<text x="1" y="9">Exempelby</text><rect'))
        with_look(folder, "{logo: v.svg}")
        assert run("render", *DAY, "--format", "html,docx,odt", cwd=folder).code == 0
        page = (folder / "build" / "avtal-2024.html").read_text(encoding="utf-8")
        shown = re.findall(r'<img src="data:image/png;base64,([^"]+)"', page)
        assert len(shown) == 1
        for ending in ("docx", "odt"):
            with zipfile.ZipFile(folder / "build" / f"avtal-2024.{ending}") as file:
                pictures = [file.read(name) for name in file.namelist() if name.endswith(".png")]
            assert base64.b64decode(shown[0]) in pictures


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("look", "said"),
        [
            ("{logo: finns-inte.png}", "finns-inte.png finns inte"),
            ("{logo: ../utanför.svg}", "utanför arbetsytan"),
            ("{logo: länk.svg}", "utanför arbetsytan"),
            ("{logo: text.png}", "inte en bild"),
            ("{logo: stor.png}", "för stor"),
            ("{logo: skript.svg}", "skript"),
            ("{logo: hämtar.svg}", "skript eller hänvisar"),
            ("{logo: bomb.svg}", "skript eller hänvisar"),
            ("{logo: mapp}", "mapp"),
            ("{logos: {kommunen: finns-inte.png}}", "finns-inte.png finns inte"),
            ("{logos: {kommunen: ../utanför.svg}}", "utanför arbetsytan"),
            ("{logos: {polisen: länk.svg}}", "utanför arbetsytan"),
            ("{logos: {polisen: stor.png}}", "för stor"),
            ("{logos: {polisen: hämtar.svg}}", "skript eller hänvisar"),
            ("{logos: {" + ", ".join(f"p{i}: a.png" for i in range(41)) + "}}", "högst 40 går att använda"),
            ('{colour: "#ffee99"}', "för ljus"),
            ("{colour: blå}", "inte en färg"),
            ("{colour: '#12345'}", "inte en färg"),
            ("{word_template: text.png}", "inte en Wordfil"),
            ("{fonts: {folder: text.png}}", "inte en mapp"),
            ("{templates: finns-inte}", "finns inte"),
            ("{logotyp: x.png}", "Nyckeln ”logotyp” finns inte här"),
        ],
    )
    def test_with_a_clear_error_and_nothing_written(
        self, run: Callable[..., Outcome], folder: Path, look: str, said: str
    ) -> None:
        (folder.parent / "utanför.svg").write_bytes(SVG)
        (folder / "länk.svg").symlink_to(folder.parent / "utanför.svg")
        (folder / "text.png").write_text("inte en bild", encoding="utf-8")
        (folder / "stor.png").write_bytes(png() + bytes(3_000_000))
        (folder / "skript.svg").write_bytes(SVG.replace(b"<rect", b"<script>alert(1)</script><rect"))
        (folder / "hämtar.svg").write_bytes(SVG.replace(b"<rect", b'<image href="https://x.example/a.png"/><rect'))
        (folder / "bomb.svg").write_bytes(b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG)
        (folder / "mapp").mkdir()
        with_look(folder, look)
        ended = run("render", *DAY, "--format", "html,pdf", cwd=folder)
        assert ended.code == 2, ended.out + ended.err
        assert said in ended.err
        assert not (folder / "build").exists()

    def test_a_font_that_is_not_there(self, run: Callable[..., Outcome], folder: Path) -> None:
        with_look(folder, "{fonts: {text: Finns Inte}}")
        ended = run("render", *DAY, "--format", "pdf", cwd=folder)
        assert ended.code == 2
        assert "`look`" in ended.err
        assert "finns inte" in ended.err.casefold()

    @given(st.integers(0, 0xFFFFFF))
    def test_contrast_lies_between_1_and_21(self, number: int) -> None:
        assert 1 <= contrast(f"#{number:06x}") <= 21.01
        assert contrast("#000000") == pytest.approx(21)


class TestTemplates:
    def test_the_defaults_can_be_copied_and_change_nothing(self, run: Callable[..., Outcome], folder: Path) -> None:
        assert run("templates", "copy", "mallar", cwd=folder).code == 0
        again = run("templates", "copy", "mallar", cwd=folder)
        assert again.code == 2
        assert "--force" in again.err
        run("render", *DAY, "--format", "md,html,pdf", cwd=folder)
        run("render", *DAY, "--format", "md,html,pdf", "--template-dir", "mallar", "--out", "egen", cwd=folder)
        for form in ("md", "html", "pdf"):
            one, other = ((folder / out / f"avtal-2024.{form}").read_bytes() for out in ("build", "egen"))
            assert one == other

    def test_one_that_adds_to_a_built_in_one(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "mallar").mkdir()
        guide = (ROOT / "docs" / "sv" / "utseende.md").read_text(encoding="utf-8")
        template = guide.partition("```jinja\n")[2].partition("```")[0]
        (folder / "mallar" / "agreement.html.j2").write_text(template, encoding="utf-8")
        with_look(folder, "{templates: mallar}")
        assert run("render", *DAY, "--format", "md", cwd=folder).code == 0
        text = (folder / "build" / "avtal-2024.md").read_text(encoding="utf-8")
        assert text.endswith("Handläggs av Exempelby kommun.\n")

    @pytest.mark.parametrize(
        ("text", "line", "why"),
        [
            ("<p>\n{{ finns_inte }}</p>", 2, "finns_inte"),
            ("{% if %}", 1, ""),
            ("<p>\n\n{% include 'borta.html' %}", 3, "borta.html"),
            ("{{ title.__class__.__mro__ }}", 1, "unsafe"),
            ("\n{{ 1 / 0 }}", 2, "zero"),
            ("{% for i in range(10 ** 9) %}{% endfor %}", 1, "ange"),
            ("{{ title | finnsinte }}", 1, "finnsinte"),
        ],
    )
    def test_an_error_names_the_template_and_the_line(
        self, run: Callable[..., Outcome], folder: Path, text: str, line: int, why: str
    ) -> None:
        (folder / "mallar").mkdir()
        (folder / "mallar" / "agreement.html.j2").write_text(text, encoding="utf-8")
        ended = run("render", *DAY, "--format", "md,html", "--template-dir", "mallar", cwd=folder)
        assert ended.code == 2
        assert f"Mallen agreement.html.j2, rad {line}: " in ended.err
        assert why in ended.err
        assert not list(folder.glob("build/*"))

    @pytest.mark.parametrize(
        ("name", "content", "said"),
        [
            (
                "agreement.html.j2",
                b"{% include 'b.html' %}",
                ("mallen b.html finns inte", "there is no template b.html"),
            ),
            ("agreement.html.j2", b"\xe5", ("filen är inte text i UTF-8", "the file is not text in UTF-8")),
            ("page.typ.j2", b'#import "@a/b:1"', ("paket (@) och eval", "packages (@) and eval")),
        ],
    )
    def test_an_error_is_told_in_the_readers_language(
        self, run: Callable[..., Outcome], folder: Path, name: str, content: bytes, said: tuple[str, str]
    ) -> None:
        (folder / "mallar").mkdir()
        (folder / "mallar" / name).write_bytes(content)
        for language, words in zip(("sv", "en"), said, strict=True):
            ended = run("render", *DAY, "--format", "pdf", "--template-dir", "mallar", "--lang", language, cwd=folder)
            assert ended.code == 2
            assert f"{name}, {'rad' if language == 'sv' else 'line'} 1: {words}" in ended.err

    def test_a_template_of_pages_cannot_fetch_or_read(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "mallar").mkdir()
        original = (own_files("templates") / "page.typ.j2").read_text(encoding="utf-8")
        secret = folder / "hemlig.txt"
        secret.write_text("HEMLIGT", encoding="utf-8")
        for evil in ('#import "@preview/cetz:0.1.0"', f'#read("{secret}")', '#read("../../hemlig.txt")', '#eval("1")'):
            (folder / "mallar" / "page.typ.j2").write_text(f"{evil}\n{original}", encoding="utf-8")
            ended = run("render", *DAY, "--format", "pdf", "--template-dir", "mallar", cwd=folder)
            assert ended.code == 2, evil
            assert "page.typ.j2" in ended.err
            assert "HEMLIGT" not in ended.err
            assert not list(folder.glob("build/*"))

    def test_what_an_author_wrote_is_never_a_template(self, run: Callable[..., Outcome], folder: Path) -> None:
        (folder / "a.yaml").write_text(SMALL.replace("Otrygga platser", "'{{ 7*7 }} {% raw %}'"), encoding="utf-8")
        run("render", *DAY, "--format", "html", cwd=folder)
        html = (folder / "build" / "avtal-2024.html").read_text(encoding="utf-8")
        assert "{{ 7*7 }} {% raw %}" in html
        assert not re.search(r"\b49\b", html)
