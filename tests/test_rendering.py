"""Finished documents: nothing lost, nothing run, the same bytes, and what other people's programs say of them."""

from __future__ import annotations

import io
import json
import re
import shutil
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from samverkan.model.agreement import Agreement
from samverkan.model.counts import BackgroundFigure, Figure
from samverkan.model.fields import keys_of, types_in
from samverkan.model.fingerprint import fingerprint, short
from samverkan.model.progress_notes import ProgressNote
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.resources import folder
from tests.conftest import SMALL
from tests.rendered import (
    DOCUMENTS,
    FORMATS,
    NASTY,
    assert_passes,
    document,
    holds,
    pieces,
    rendered,
    squeezed,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pydantic import BaseModel

    from tests.conftest import Outcome

ALL = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
# What belongs to plans, and what stands for the signed text rather than in it.
ELSEWHERE = {
    *{"MainGoal.problems", "MainGoal.focus_area", "MainGoal.overall", "SubGoal.problems"},
    "Signatures.fingerprint",
}
# What every kind can hold; each of its keys is tried where every field of a kind is filled in.
FILLED_IN = {BackgroundFigure, Figure, ProgressNote}
EXCLUDING = {
    *(f"Target.{key}" for key in ("at_least", "change_percent", "less_than", "more_than")),
    *("Extension.consult_by", "Extension.notice_by"),
}


@ALL
@FORMATS
def test_nothing_that_the_author_wrote_is_missing(path: Path, form: DocumentFormat, tmp_path: Path) -> None:
    text = squeezed(text_of(path, form, tmp_path)).casefold()  # what goes on with a sentence has a small letter
    missing = [piece for piece in pieces(path) if not holds(text, squeezed(piece).casefold())]
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
    parts = {part: keys for part, keys in used.items() if part not in FILLED_IN}
    unused = {f"{part.__name__}.{key}" for part, keys in parts.items() for key in set(keys_of(part)) - keys}
    assert unused == EXCLUDING | ELSEWHERE


# The shape of each format


@ALL
def test_pdf_passes_both_profiles(path: Path, tmp_path: Path) -> None:
    assert_passes(rendered(path, DocumentFormat.PDF), tmp_path)


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
    assert "Antal fel i dokumenten: 1" in ended.err
    assert {path.name for path in (tmp_path / "ut").iterdir()} == {"avtal-2024.html", ".samverkan-manifest.json"}


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
    assert {path.name for path in (tmp_path / "build").iterdir()} == {"avtal-2024.html", ".samverkan-manifest.json"}


def test_templates_come_with_the_package() -> None:
    names = {found.name for found in folder("templates").iterdir()}
    assert {"agreement.html.j2", "page.html.j2", "page.typ.j2", "parts.html.j2", "style.css"} <= names
    assert {"reference.docx", "reference.odt"} <= names
