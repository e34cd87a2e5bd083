"""Signature fields: one for each who signs, at the line, named, empty, and without harm to either profile."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, Any

import page
import pytest
from pypdf import PdfReader

from samverkan.render.formats.signature_fields import PLACE
from samverkan.resources import folder as own_files
from tests.conftest import EXAMPLES, program

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

RENDER = ("render", "--format", "pdf", "--signature-fields", "--today", "2026-11-20", "--out", "ut")
HALLSBERG = EXAMPLES / "founding" / "hallsberg-2024.yaml"


def fields_of(path: Path) -> dict[str, Any]:
    return PdfReader(path).get_fields() or {}


@pytest.mark.parametrize("arguments", [("founding",), ("exempelkommun",), ("exempelkommun", "--collected")])
def test_both_profiles_pass_with_fields(run: Callable[..., Outcome], tmp_path: Path, arguments: tuple[str]) -> None:
    ended = run(*RENDER, str(EXAMPLES / arguments[0]), *arguments[1:])
    assert ended.code == 0, ended.err
    made = sorted((tmp_path / "ut").glob("*.pdf"))
    assert any(fields_of(path) for path in made)
    for path in made:
        for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
            report = page.validate_pdf(str(path), profile=profile)
            assert report.is_compliant, (path.name, report.failures)


def test_each_who_signs_has_an_empty_field_at_the_line(run: Callable[..., Outcome], tmp_path: Path) -> None:
    assert run(*RENDER, str(HALLSBERG)).code == 0
    reader = PdfReader(tmp_path / "ut" / "hallsberg-2024.pdf")
    found = reader.get_fields() or {}
    assert [(name, field["/FT"], "/V" in field) for name, field in found.items()] == [
        (f"signature-{number}", "/Sig", False) for number in range(1, 6)
    ]
    assert found["signature-5"]["/TU"] == (
        "Underskrift av Jens Hedenborg, Chef Lokalpolisområde Hallsberg, Lokalpolisområde Hallsberg"
    )
    last = reader.pages[-1]
    annotations: Any = last["/Annots"]
    areas = [[float(value) for value in one.get_object()["/Rect"]] for one in annotations]
    for number, surname in ((0, "Ljungqvist"), (1, "Fagerlund"), (4, "Hedenborg")):
        left, low, right, high = areas[number]
        x, y = place_of(surname, tmp_path / "ut" / "hallsberg-2024.pdf")
        assert left <= x <= right
        assert 5 < low - (float(last.mediabox.height) - y) < 40, "just above the name"
        assert high - low > 30
        assert right - left > 180


def place_of(word: str, path: Path) -> tuple[float, float]:
    """Give how far from the left and from the top a word stands on the last page, in points."""
    command = [program("pdftotext"), "-bbox", str(path), "-"]
    boxes = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()
    x, y = re.findall(rf'xMin="([0-9.]+)" yMin="([0-9.]+)"[^>]*>{word}<', boxes)[-1]
    return float(x), float(y)


def test_what_nobody_signs_has_no_fields(run: Callable[..., Outcome], tmp_path: Path) -> None:
    path = EXAMPLES / "exempelkommun" / "lagesbild-2026.yaml"
    run("render", str(path), "--format", "pdf", "--today", "2026-11-20", "--out", "utan")
    run(*RENDER, str(path))
    plain, asked = ((tmp_path / out / "lagesbild-2026.pdf").read_bytes() for out in ("utan", "ut"))
    assert plain == asked


def test_the_same_bytes_every_time(run: Callable[..., Outcome], tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        run(*RENDER, str(HALLSBERG), "--force", PYTHONHASHSEED=seed)
        made.append((tmp_path / "ut" / "hallsberg-2024.pdf").read_bytes())
    assert made[0] == made[1]


def test_with_fields_and_without_are_two_files(run: Callable[..., Outcome]) -> None:
    run("render", str(HALLSBERG), "--format", "pdf,html", "--today", "2026-11-20", "--out", "ut")
    ended = run("render", str(HALLSBERG), *RENDER[1:], "--format", "pdf,html")
    assert "ut/hallsberg-2024.pdf" in ended.out
    assert "ut/hallsberg-2024.html" not in ended.out


def test_a_template_without_places_is_told(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "mallar").mkdir()
    template = (own_files("templates") / "page.typ.j2").read_text(encoding="utf-8")
    (tmp_path / "mallar" / "page.typ.j2").write_text(
        template.replace("let has-field = {{ signature_fields }}", "let has-field = false"), encoding="utf-8"
    )
    ended = run(*RENDER, str(HALLSBERG), "--template-dir", "mallar")
    assert ended.code == 2
    one_more = f'{template}\n#link("{PLACE}6")[Underskrift]\n'
    (tmp_path / "mallar" / "page.typ.j2").write_text(one_more, encoding="utf-8")
    assert "har 6 platser" in run(*RENDER, str(HALLSBERG), "--template-dir", "mallar").err
    assert "Mallen page.typ.j2 har 0 platser för underskriftsfält, men 5 ska skriva under." in ended.err
    assert not list((tmp_path / "ut").glob("*"))
