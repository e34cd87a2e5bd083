"""Every page of every document, as it is read: filled, whole, nothing stranded, nothing on anything else."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.check import check
from samverkan.model.choices import Kind
from samverkan.model.kinds import KINDS
from samverkan.model.settings import Style
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.look import Look
from samverkan.render.rendering import Rendering
from samverkan.render.run.collected import CollectedRendering
from samverkan.render.run.report import ReportRendering
from samverkan.render.tones import BLACK
from samverkan.words.document import Wording
from tests.conftest import EXAMPLES, SMALL, program, written
from tests.pages.blocks import blocks
from tests.pages.faults import faults, faults_of_notes, faults_of_tables
from tests.pages.measured import sheets
from tests.pages.stress import documents
from tests.pages.varied import varied
from tests.rendered import DAY, DOCUMENTS, SMALL_WORKSPACE, assert_passes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WORKSPACES = [EXAMPLES / "exempelkommun", EXAMPLES / "smallest", SMALL_WORKSPACE]
STRESS = documents()
LANGUAGES = pytest.mark.parametrize("language", ["sv", "en"])
WRITTEN = [*DOCUMENTS, *(path for folder in WORKSPACES for path in sorted(folder.glob("*-*.yaml")))]


def assert_pages(rendering: Rendering, folder: Path) -> None:
    """Measure a document's pages; draw each that something is wrong with, and say where the pictures are."""
    pdf = folder / "sidor.pdf"
    raw = rendering.to(DocumentFormat.PDF)
    pdf.write_bytes(raw)
    assert_passes(raw, folder)
    pages = sheets(pdf)
    heads = frozenset(begins(rendering))
    parts = blocks(raw)
    found = [*faults(pages, heads), *faults_of_tables(parts, pages, heads), *faults_of_notes(parts, pages)]
    told = []
    for number in sorted({fault.page for fault in found}):
        at = str(number)
        command = [program("pdftoppm"), "-q", "-r", "70", "-png", "-f", at, "-l", at, str(pdf), str(folder / "sida")]
        subprocess.run(command, check=True, timeout=60)
        told += [f"page {number}: {fault.what}" for fault in found if fault.page == number]
    assert not found, "\n".join([*told, "Pictures:", *map(str, sorted(folder.glob("sida-*.png")))])


def begins(rendering: Rendering) -> Iterator[str]:
    """Give the headings that begin a page of their own: titles of several, what follows a poster."""
    for found in rendering.gathered():
        model: Any = found.model
        fixed = Wording("en" if model.language == "en" else "sv")
        yield fixed("about_the_promise")
        if isinstance(rendering, CollectedRendering):
            yield from (model.title, fixed("contents"))


def copied(path: Path, language: str, folder: Path) -> Path:
    """Write the documents of a folder, or one, in a language of their own words."""
    for source in sorted(path.glob("*.yaml")) if path.is_dir() else [path]:
        text = re.sub(r"(?m)^language:.*\n", "", source.read_text(encoding="utf-8"))
        has_language = "kind: workspace" not in text
        told = re.sub(r"(?m)^(kind:.*)$", rf"\1\nlanguage: {language}", text, count=1) if has_language else text
        (folder / source.name).write_text(told, encoding="utf-8")
    return folder if path.is_dir() else folder / path.name


def stressed(name: str, language: str, folder: Path) -> Path:
    """Write what tries the layout, and what belongs with it."""
    for found in STRESS[name]:
        text = written({**found, "language": language})
        (folder / f"{found['id']}.yaml").write_text(text, encoding="utf-8")
    return folder / f"{STRESS[name][0]['id']}.yaml"


def of_file(path: Path) -> Rendering:
    around = check([str(path.parent)], DAY).workspaces[0]
    return Rendering(next(one for one in around.documents if one.path and one.path.name == path.name), around, DAY)


@LANGUAGES
@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_is_written(path: Path, language: str, tmp_path: Path) -> None:
    copied(path.parent if path.parent in WORKSPACES else path, language, tmp_path)
    assert_pages(of_file(tmp_path / path.name), tmp_path)


@LANGUAGES
@pytest.mark.parametrize("folder", WORKSPACES, ids=lambda path: path.name)
@pytest.mark.parametrize("rendering", [CollectedRendering, ReportRendering])
def test_many_in_one_file(rendering: type[Rendering], folder: Path, language: str, tmp_path: Path) -> None:
    around = check([str(copied(folder, language, tmp_path))], DAY).workspaces[0]
    agreement = next(around.of_kind(Kind.AGREEMENT))
    assert_pages(rendering(agreement, around, DAY), tmp_path)


@LANGUAGES
@pytest.mark.parametrize("name", STRESS)
def test_what_tries_the_layout(name: str, language: str, tmp_path: Path) -> None:
    assert_pages(of_file(stressed(name, language, tmp_path)), tmp_path)


@pytest.mark.parametrize(
    "path", [one for one in WRITTEN if one.parent.name in {"exempelkommun", "founding"}], ids=lambda path: path.stem
)
def test_the_sober_look(path: Path, tmp_path: Path) -> None:
    """All holds but the length of lines: there the letters do not tell running text from the rest."""
    assert_sober(of_file(path), tmp_path)


def test_the_sober_look_of_a_report(tmp_path: Path) -> None:
    around = check([str(EXAMPLES / "exempelkommun")], DAY).workspaces[0]
    assert_sober(ReportRendering(next(around.of_kind(Kind.AGREEMENT)), around, DAY), tmp_path)


def assert_sober(usual: Rendering, folder: Path) -> None:
    sober = replace(usual, look=Look(style=Style.SOBER, colour=BLACK))
    pdf = folder / "sidor.pdf"
    pdf.write_bytes(sober.to(DocumentFormat.PDF))
    pages, parts, heads = sheets(pdf), blocks(pdf.read_bytes()), frozenset(begins(sober))
    found = [*faults(pages, heads), *faults_of_tables(parts, pages, heads), *faults_of_notes(parts, pages)]
    assert [fault for fault in found if not re.search("^(a line|lines) of .* letters|^a last line", fault.what)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_field(kind: str, make: Callable[..., Path], tmp_path: Path) -> None:
    assert_pages(of_file(make(kind)), tmp_path)


@LANGUAGES
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("kind", KINDS)
def test_some_fields(kind: str, seed: int, language: str, tmp_path: Path) -> None:
    copied(SMALL_WORKSPACE, language, tmp_path)
    path = tmp_path / f"hel-{kind}.yaml"
    path.write_text(json.dumps({**varied(kind, seed), "language": language}, ensure_ascii=False), encoding="utf-8")
    assert_pages(of_file(path), tmp_path)


@pytest.mark.parametrize("before", range(12))
def test_notes_stand_below_their_marks_wherever_these_are(before: int, tmp_path: Path) -> None:
    """Four notes in one list, a line further down each time: between them is every place at the end of a page."""
    items = "".join(f"    - utgångspunkt {i}[^källa-{i}]\n" for i in range(4))
    references = "".join(
        f"  - {{id: källa-{i}, type: other, title: 'Metodstöd {i}, {_NAME_OF_SOURCE}'}}\n" for i in range(4)
    )
    lines = "".join(f"    Rad {i}.\n\n" for i in range(before))
    path = tmp_path / "avtal-2024.yaml"
    path.write_text(
        f"{SMALL}sections:\n- title: Före\n  text: |\n{lines}- title: Utgångspunkter\n  text: |\n"
        f"    Arbetet har fyra:\n\n{items}references:\n{references}",
        encoding="utf-8",
    )
    raw = of_file(path).to(DocumentFormat.PDF)
    (tmp_path / "sidor.pdf").write_bytes(raw)
    assert_passes(raw, tmp_path)
    assert list(faults_of_notes(blocks(raw), sheets(tmp_path / "sidor.pdf"))) == []


_NAME_OF_SOURCE = "om hur kommuner och polis kan samverka för att förebygga brott och skapa trygghet i hela kommunen"
