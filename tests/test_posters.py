"""A citizen promise opens with its message, and can be a poster alone."""

from __future__ import annotations

import io
import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.formats.paper import Paper
from samverkan.render.run.poster import PosterRendering
from tests.conftest import plain
from tests.pages.measured import sheets
from tests.rendered import DAY, SMALL_WORKSPACE, assert_passes, document, rendered, squeezed, text_in, workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.conftest import Outcome

NAME = "löfte-2024.yaml"
SIGNED = {"date": "2024-05-02", "signatories": [{"party": "kommunen", "name": "Lo Berg", "role": "Ordförande"}]}
WHOLE: dict[str, object] = {
    "introduction": "Hej alla som bor här.",
    "background": "Bakgrunden är lång.",
    "contact": ["trygghet@example.org"],
    "promises": [
        {
            "by": ["kommunen"],
            "text": "Vi lagar lampor.",
            "quantity": {"at_least": 20, "unit": "lampor", "per": "yearly"},
            "places": ["Torget", "Parken", "Skolan"],
            "deadline": "2024-09-30",
            "responsible": "Gatuchefen",
        },
        {"by": ["kommunen"], "title": "Ronder", "text": "Vi går ronder.", "strength": "should", "quantity": 7},
    ],
    "follow_up": {"cadence": "half-yearly"},
    "signatures": SIGNED,
}


def _promise(folder: Path, changes: Mapping[str, object]) -> Path:
    shutil.copytree(SMALL_WORKSPACE, folder, dirs_exist_ok=True)
    path = folder / NAME
    path.write_text(json.dumps({**plain(path.read_text(encoding="utf-8")), **changes}), encoding="utf-8")
    return path


def _markdown(path: Path) -> str:
    return " ".join(rendered(path, DocumentFormat.MD).decode().split())


def _poster(path: Path, form: DocumentFormat, paper: Paper = Paper.A4) -> bytes:
    return PosterRendering(document(path), workspace(path), DAY, paper=paper).to(form)


def test_the_message_comes_first(tmp_path: Path) -> None:
    text = _markdown(_promise(tmp_path, WHOLE))
    parts = [
        "# Medborgarlöfte 2024",
        "Lokalpolisområde Nybro och Lessebo kommun",
        "Hej alla som bor här.",
        "## Lessebo kommun lovar",
        "### Löfte 1",
        "Vi lagar lampor.",
        "Minst 20 lampor per år. Senast den 30 september 2024. **Var:** Torget, Parken och Skolan.",
        "### Löfte 2: Ronder",
        "Detta bör göras. **Omfattning:** 7.",
        "## Så följer vi upp",
        "## Så når ni oss",
        "trygghet@example.org",
        "## Mer om löftet",
        "Om varje löfte",
        "**Ansvarig:** Gatuchefen",
        "Bakgrunden är lång.",
        "Underskrifter",
    ]
    assert [text.find(part) for part in parts] == sorted(text.find(part) for part in parts)
    assert all(part in text for part in parts)
    assert "0 Inledning" not in text
    assert text.count("trygghet@example.org") == 1


def test_a_poster_has_the_message_alone(tmp_path: Path) -> None:
    path = _promise(tmp_path, WHOLE)
    for form in DocumentFormat:
        text = squeezed(text_in(_poster(path, form), form, tmp_path))
        assert squeezed("Vi lagar lampor.") in text
        assert squeezed("Så når ni oss") in text
        assert not [part for part in ("Gatuchefen", "Bakgrunden", "Underskrifter") if squeezed(part) in text], form


@pytest.mark.parametrize(("paper", "width"), [(Paper.A4, 210), (Paper.A3, 297)])
def test_a_poster_is_one_sheet(paper: Paper, width: int, tmp_path: Path) -> None:
    raw = _poster(_promise(tmp_path, WHOLE), DocumentFormat.PDF, paper)
    pages = PdfReader(io.BytesIO(raw)).pages
    assert [round(float(page.mediabox.width) / 72 * 25.4) for page in pages] == [width]
    assert_passes(raw, tmp_path)


def test_a_larger_poster_is_as_much_larger_in_all_its_parts(tmp_path: Path) -> None:
    path = _promise(tmp_path, WHOLE)
    places = []
    for paper in (Paper.A4, Paper.A3):
        pdf = tmp_path / f"{paper}.pdf"
        pdf.write_bytes(_poster(path, DocumentFormat.PDF, paper))
        places.append([(word.text, word.left, word.top) for word in sheets(pdf)[0].words])
    grown = [(text, left * 2**0.5, top * 2**0.5) for text, left, top in places[0]]
    assert len(grown) == len(places[1]) > 30
    for (text, *place), (other, *larger) in zip(grown, places[1], strict=True):
        assert text == other
        assert place == pytest.approx(larger, abs=3)


def test_what_does_not_fit_goes_on_on_a_second_page(tmp_path: Path) -> None:
    promises = [{"text": f"Löftet är det {i}:e. " + "Vi gör mycket för er alla. " * 20} for i in range(10)]
    raw = rendered(_promise(tmp_path, {"promises": promises}), DocumentFormat.PDF)
    pages = PdfReader(io.BytesIO(raw)).pages
    assert len(pages) > 2
    text = squeezed(text_in(raw, DocumentFormat.PDF, tmp_path))
    assert [i for i in range(10) if squeezed(f"Löftet är det {i}:e.") not in text] == []


def test_a_single_promise_and_one_with_its_own_number_are_not_numbered(tmp_path: Path) -> None:
    alone = _markdown(_promise(tmp_path / "alone", {"promises": ["Vi går ronder."]}))
    own = _markdown(
        _promise(tmp_path / "own", {"promises": [{"title": "Löfte 1. Ljus", "text": "Vi lyser."}, "Vi går."]})
    )
    assert "Löfte 1" not in alone
    assert len(re.findall(r"Löfte \d", own)) == 1


def test_an_activity_tells_who_does_it_where_that_is_another(tmp_path: Path) -> None:
    activities = [
        {"by": ["kommunen"], "text": "Lyser.", "cadence": "weekly"},
        {"by": ["polisen"], "text": "Går.", "responsible": "Kommunpolisen", "ongoing": True},
    ]
    promises = [{"by": ["kommunen"], "text": "Vi gör.", "activities": activities}]
    text = _markdown(_promise(tmp_path, {"promises": promises}))
    assert "- Lyser. Veckovis. - Går. **Görs av:** Lokalpolisområde Nybro." in text
    assert "## 1 Om varje löfte ### Vi gör. Går. - **Ansvarig:** Kommunpolisen" in text


def test_the_command_makes_posters_of_promises_alone(run: Callable[..., Outcome], tmp_path: Path) -> None:
    folder, out = str(SMALL_WORKSPACE), ("--out", str(tmp_path / "build"))
    done = run("render", folder, "--poster", "a3", "--format", "html", *out)
    assert done.code == 0
    assert [path.name for path in (tmp_path / "build").glob("*.html")] == ["löfte-2024-poster.html"]
    assert run("render", folder, "--poster", "a3", "--format", "html", "--check", *out).code == 0
    assert run("render", folder, "--poster", "a4", "--format", "html", "--check", *out).code == 1
    both = run("render", folder, "--poster", "a3", "--collected", *out)
    assert both.code == 2
    assert "--collected" in both.err
