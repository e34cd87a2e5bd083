"""The look `sober`: no colour in any format, one serif, and all that a document must still meet."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import page
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from samverkan.model.settings import Style
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.formats.paper import Paper
from samverkan.render.look import Look
from samverkan.render.rendering import Rendering
from samverkan.render.run.poster import PosterRendering
from samverkan.render.tones import BLACK, COLOUR, Tones, contrast
from samverkan.resources import content
from tests.conftest import EXAMPLES, ROOT, SMALL, program
from tests.rendered import DAY, SMALL_WORKSPACE, document, workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

SOBER = Look(style=Style.SOBER, colour=BLACK)
SHOWN = sorted(SMALL_WORKSPACE.glob("*-*.yaml"))
LIGHTS = next(path for path in SHOWN if path.stem.startswith("uppföljning"))
COLOURS = re.compile(rb'(?:#|w:(?:val|fill|color)=")([0-9A-Fa-f]{6})\b')


@cache
def sober(path: Path, form: DocumentFormat) -> bytes:
    return Rendering(document(path), workspace(path), DAY, SOBER).to(form)


def coloured_dots(pdf: bytes) -> int:
    """Count the dots of all pages that are no grey."""
    command = [program("pdftoppm"), "-r", "40", "-"]
    drawn = subprocess.run(command, input=pdf, capture_output=True, check=True, timeout=120).stdout
    found = 0
    while drawn:
        kind, size, _, rest = drawn.split(b"\n", 3)
        assert kind == b"P6"
        width, height = map(int, size.split())
        length = 3 * width * height
        red, green, blue = (rest[i:length:3] for i in range(3))
        found += sum(max(dot) - min(dot) > 4 for dot in zip(red, green, blue, strict=True))
        drawn = rest[length:]
    return found


def is_grey(colour: str) -> bool:
    return len({colour[i : i + 2].lower() for i in (0, 2, 4)}) == 1


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.stem)
def test_a_pdf_has_no_colour_and_passes_both_profiles(path: Path, tmp_path: Path) -> None:
    made = sober(path, DocumentFormat.PDF)
    assert coloured_dots(made) == 0
    fonts = {
        font.get_object()["/BaseFont"]
        for one in PdfReader(io.BytesIO(made)).pages
        for font in one["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert fonts
    assert all("SourceSerif" in font for font in fonts)
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(made)
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.validate_pdf(str(pdf), profile=profile).is_compliant


def test_the_usual_look_has_colours_so_that_this_can_be_seen() -> None:
    usual = Rendering(document(LIGHTS), workspace(LIGHTS), DAY)
    assert coloured_dots(usual.to(DocumentFormat.PDF)) > 100


def test_a_poster_has_no_colour() -> None:
    path = next(path for path in SHOWN if path.stem.startswith("löfte"))
    poster = PosterRendering(document(path), workspace(path), DAY, SOBER, paper=Paper.A4)
    assert coloured_dots(poster.to(DocumentFormat.PDF)) == 0


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.stem)
def test_word_files_name_no_colour(path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(sober(path, DocumentFormat.DOCX))) as file:
        parts = b"".join(file.read(name) for name in file.namelist() if re.match(r"word/[a-z0-9]*\.xml", name))
    assert {found.decode() for found in COLOURS.findall(parts) if not is_grey(found.decode())} == set()
    assert b"w:themeColor" not in parts
    assert b"Calibri" not in parts
    assert b"Cambria" in parts


def test_office_files_have_no_colour_on_the_page(tmp_path: Path) -> None:
    shown = [path for path in SHOWN if path.stem[:5] in {"avtal", "bild-", "uppfö"}]
    for path in shown:
        for form in (DocumentFormat.DOCX, DocumentFormat.ODT):
            (tmp_path / f"{path.stem}-{form}.{form}").write_bytes(sober(path, form))
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    command = [program("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path / "ut")]
    files = [path.name for path in tmp_path.iterdir() if path.is_file()]
    subprocess.run([*command, *files], cwd=tmp_path, capture_output=True, check=True, timeout=300)
    found = {path.stem: coloured_dots(path.read_bytes()) for path in (tmp_path / "ut").iterdir()}
    assert len(found) == 2 * len(shown) == 6
    assert {name for name, count in found.items() if count} == set()


def test_web_pages_have_no_colour_and_pass_the_judge(tmp_path: Path) -> None:
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
        for path in SHOWN:
            file = tmp_path / "sida.html"
            file.write_bytes(sober(path, DocumentFormat.HTML))
            shown = browser.new_page()
            shown.goto(file.as_uri())
            found = Axe().run(shown, options=rules)
            assert found.violations_count == 0, found.generate_report()
            assert coloured_dots(shown.pdf()) == 0
            heading = shown.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
            assert heading == shown.evaluate("getComputedStyle(document.body).fontFamily")
        browser.close()


class TestWhatAnOrganisationHasChosen:
    def test_its_colour_counts(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        with_look(tmp_path, '{style: sober, colour: "#224466"}')
        assert run("render", "--format", "html,docx").code == 0
        assert "--colour: #224466" in (tmp_path / "build" / "avtal-2024.html").read_text(encoding="utf-8")
        with zipfile.ZipFile(tmp_path / "build" / "avtal-2024.docx") as word:
            assert {one.decode() for one in COLOURS.findall(word.read("word/styles.xml"))} > {"224466", "CFCFCF"}

    def test_its_word_template_keeps_its_styles_and_gets_no_colour_from_us(
        self, run: Callable[..., Outcome], tmp_path: Path
    ) -> None:
        own = io.BytesIO(content("templates", "reference.docx"))
        lacking = re.compile(r'<w:style [^<>]*w:styleId="Fingerprint".*?</w:style>', re.DOTALL)
        with zipfile.ZipFile(own) as old, zipfile.ZipFile(tmp_path / "mall.docx", "w") as new:
            for name in old.namelist():
                part = old.read(name)
                new.writestr(name, lacking.sub("", part.decode()) if name == "word/styles.xml" else part)
        with_look(tmp_path, "{style: sober, word_template: mall.docx}")
        assert run("render", "--format", "docx").code == 0
        with zipfile.ZipFile(tmp_path / "build" / "avtal-2024.docx") as word:
            styles = word.read("word/styles.xml").decode()
        assert COLOUR[1:].upper() in styles
        added = lacking.search(styles)
        assert added
        assert all(is_grey(found.decode()) for found in COLOURS.findall(added[0].encode()))

    def test_its_logo_is_as_it_is(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        logo = (
            '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><path fill="#ff0000" d="M0 0h9v9z"/></svg>'
        )
        (tmp_path / "logo.svg").write_text(logo, encoding="utf-8")
        with_look(tmp_path, "{style: sober, logo: logo.svg}")
        assert run("render", "--format", "pdf").code == 0
        assert coloured_dots((tmp_path / "build" / "avtal-2024.pdf").read_bytes()) > 0

    def test_an_unknown_style_is_told_of_with_those_that_there_are(
        self, run: Callable[..., Outcome], tmp_path: Path
    ) -> None:
        with_look(tmp_path, "{style: grå}")
        ended = run("validate")
        assert ended.code == 2
        assert "sober" in ended.err


def with_look(folder: Path, look: str) -> None:
    (folder / "avtal.yaml").write_text(SMALL, encoding="utf-8")
    (folder / "samverkan.yaml").write_text(f"samverkan: 1\nkind: workspace\nlook: {look}\n", encoding="utf-8")


def test_what_authors_write_of_colours_stays(run: Callable[..., Outcome], tmp_path: Path) -> None:
    with_look(tmp_path, "{style: sober}")
    said = 'Färgen #1f4e79, fill="#b45309" och <svg fill="#b45309"> w:color="2E7D32".'
    text = f"{SMALL}sections: [{{title: Färg, text: '{said}'}}]\n"
    (tmp_path / "avtal.yaml").write_text(text, encoding="utf-8")
    assert run("render", "--format", "html,docx,odt").code == 0
    html = (tmp_path / "build" / "avtal-2024.html").read_text(encoding="utf-8")
    assert "#1f4e79, fill=&#34;#b45309&#34; och &lt;svg fill=" in html.replace("&quot;", "&#34;")
    for name, part in (("docx", "word/document.xml"), ("odt", "content.xml")):
        with zipfile.ZipFile(tmp_path / "build" / f"avtal-2024.{name}") as file:
            words = file.read(part).decode().replace("&quot;", '"')
        assert 'w:color="2E7D32"' in words
        assert "#1f4e79" in words


@pytest.mark.parametrize("colour", ["#55606e", "#c9d0d8", "#b3261e", "#f2b705", "#010203", "#ffffff"])
def test_greys_are_as_light_as_the_colours_were(colour: str) -> None:
    grey = Tones(Style.SOBER, BLACK).of(colour)
    assert is_grey(grey[1:])
    assert contrast(grey) == pytest.approx(contrast(colour), rel=0.03)


def test_a_change_of_style_makes_files_stale(run: Callable[..., Outcome], tmp_path: Path) -> None:
    with_look(tmp_path, "{style: standard}")
    assert run("render", "--format", "html").code == 0
    assert run("render", "--format", "html", "--check").code == 0
    with_look(tmp_path, "{style: sober}")
    assert run("render", "--format", "html", "--check").code == 1


def test_an_agreement_and_its_annexes_in_one_file(run: Callable[..., Outcome], tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "exempelkommun", tmp_path / "yta")
    settings = (ROOT / "examples" / "exempelkommun" / "samverkan.yaml").read_text(encoding="utf-8")
    (tmp_path / "yta" / "samverkan.yaml").write_text(f"{settings}look: {{style: sober}}\n", encoding="utf-8")
    assert run("render", "yta", "--collected", "--format", "pdf", "--out", "ut").code == 0
    for path in (tmp_path / "ut").glob("*.pdf"):
        assert coloured_dots(path.read_bytes()) == 0
