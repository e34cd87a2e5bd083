"""All letters of finished documents are dark and large enough to read: WCAG's AAA, and no smaller than 7 points."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from samverkan.model.settings import Style
from samverkan.render.class_names import LIGHTS
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.look import Look
from samverkan.render.rendering import Rendering
from samverkan.render.tones import BLACK, COLOUR, Tones, contrast
from samverkan.resources import content
from tests.pages.measured import sheets
from tests.rendered import DAY, SMALL_WORKSPACE, document, workspace

if TYPE_CHECKING:
    from pathlib import Path

AAA, TINT = 7, 1.12  # the contrast of white against what stands behind the heads of tables
LEAST_POINTS = 7
NO_LETTERS = 2.0  # of a paragraph that only turns the page
LOOKS = pytest.mark.parametrize("look", [Look(), Look(style=Style.SOBER, colour=BLACK)], ids=["standard", "sober"])
WRITTEN = pytest.mark.parametrize("path", sorted(SMALL_WORKSPACE.glob("*-*.yaml")), ids=lambda path: path.stem)


def made(path: Path, look: Look, form: DocumentFormat) -> bytes:
    return Rendering(document(path), workspace(path), DAY, look).to(form)


def pale(colours: set[str]) -> set[str]:
    return {colour for colour in colours if contrast(colour) < AAA}


@WRITTEN
@LOOKS
def test_in_a_pdf(path: Path, look: Look, tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(made(path, look, DocumentFormat.PDF))
    runs = [run for page in sheets(pdf) for run in page.runs]
    assert pale({run.colour for run in runs}) == set()
    marks_of_notes = re.compile(r"\s*[0-9]+\s*")
    assert {run.text for run in runs if run.size < LEAST_POINTS and not marks_of_notes.fullmatch(run.text)} == set()


@WRITTEN
@LOOKS
def test_in_word(path: Path, look: Look) -> None:
    with zipfile.ZipFile(io.BytesIO(made(path, look, DocumentFormat.DOCX))) as file:
        names = (name for name in file.namelist() if re.match(r"word/(document|styles|header|footer|footnotes)", name))
        xml = "".join(file.read(name).decode() for name in names)
    used = set(re.findall(r'<w:(?:p|r|tbl)Style w:val="([^"]+)"', xml)) | {"Normal"}
    styles = re.finditer(r'<w:style [^>]*w:styleId="([^"]+)".*?</w:style>', xml, re.DOTALL)
    outside = re.sub(r"<w:styles.*?</w:styles>", "", xml, flags=re.DOTALL)
    text = "".join([outside, *(style[0] for style in styles if style[1] in used)])
    dots = {f"#{look.tones.of(f'#{colour}')[1:].lower()}" for colour in LIGHTS.values()}
    colours = {f"#{one.lower()}" for one in re.findall(r'<w:color w:val="([0-9A-Fa-f]{6})"', text)} - dots
    assert colours
    assert pale(colours) == set()
    assert min(int(size) for size in re.findall(r'<w:sz w:val="([0-9]+)"', text)) >= 2 * LEAST_POINTS + 2


@WRITTEN
@LOOKS
def test_in_open_document(path: Path, look: Look) -> None:
    with zipfile.ZipFile(io.BytesIO(made(path, look, DocumentFormat.ODT))) as file:
        xml, styles = (file.read(name).decode() for name in ("content.xml", "styles.xml"))
    used = set(re.findall(r'\btext:style-name="([^"]+)"', xml + styles))
    named = re.finditer(r'<style:style [^>]*style:name="([^"]+)".*?</style:style>', styles, re.DOTALL)
    text = "".join([xml, *(style[0] for style in named if style[1] in used)])
    dots = {look.tones.of(f"#{colour}").lower() for colour in LIGHTS.values()}
    colours = {one.lower() for one in re.findall(r'\bfo:color="(#[0-9A-Fa-f]{6})"', text)} - dots
    assert colours
    assert pale(colours) == set()
    sizes = {float(size) for size in re.findall(r'fo:font-size="([0-9.]+)pt"', text)}
    assert min(sizes - {NO_LETTERS}) > LEAST_POINTS


@pytest.mark.parametrize("style", ["style.css", "sober.css"])
def test_on_web_pages(style: str) -> None:
    css = content("templates", style).decode()
    letters = dict(re.findall(r"--(ink|quiet): (#[0-9a-f]{3,6})", css))
    assert set(letters) == {"ink", "quiet"}
    whole = {found if len(found) > 4 else "#" + "".join(digit * 2 for digit in found[1:]) for found in letters.values()}
    assert all(contrast(colour) / TINT >= AAA for colour in whole)
    named = {"var(--ink)", "var(--quiet)", "var(--colour)", "inherit", "#000", "#46505c"}
    assert set(re.findall(r"[{;] ?color: ([^;}]+)", css)) <= named


def test_of_headings() -> None:
    assert contrast(COLOUR) >= AAA
    assert contrast(Tones(Style.SOBER, BLACK).of(COLOUR)) >= AAA


def test_of_drawings_in_greys() -> None:
    drawing = '<svg><text fill="#b45309" font-family="Source Sans Pro">#b45309</text></svg>'
    assert Tones().drawn(drawing) == drawing
    grey = Tones(Style.SOBER, BLACK).drawn(f"<p>#b45309</p>{drawing}")
    painted = re.findall('fill="(#[0-9a-f]{6})"', grey)
    assert len(painted) == 1
    assert contrast(painted[0]) == pytest.approx(contrast("#b45309"), rel=0.03)
    assert grey.count("#b45309") == 2  # words stay
    assert "Source Serif Pro" in grey
