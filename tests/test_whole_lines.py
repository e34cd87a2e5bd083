"""Lines to paste that are whole: with what every finding of the line mends; and parts without an id that are meant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from samverkan.findings import Edit, Span
from samverkan.source.edits import pasted_together

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome

SMALLEST = Path(__file__).parent.parent / "examples" / "smallest"


def laid_with(folder: Path, name: str, old: str, new: str) -> None:
    for path in SMALLEST.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert path.name != name or old in text
        (folder / path.name).write_text(text.replace(old, new) if path.name == name else text, encoding="utf-8")


def test_a_line_with_several_mistakes_is_shown_with_all_of_them_mended(
    tmp_path: Path, run: Callable[..., Outcome]
) -> None:
    old = "type: police, name: Lokalpolisområde Exempel"
    laid_with(tmp_path, "overenskommelse-2026.yaml", old, "typ: polis, namn: Lokalpolisområde Exempel")
    told = run("validate", "overenskommelse-2026.yaml", "--today", "2026-11-20", COLUMNS="200").out
    assert told.count("- {id: polisen, type: police, name: Lokalpolisområde Exempel}") == 2


@pytest.mark.parametrize(
    ("others", "line"),
    [
        ([], "{a: 1, bb: två, c: 3}"),
        ([Edit(Span(1, 2, 1, 3), "x")], "{x: 1, bb: två, c: 3}"),
        ([Edit(Span(1, 2, 1, 3), "x"), Edit(Span(1, 16, 1, 17), "z")], "{x: 1, bb: två, z: 3}"),
        ([Edit(Span(1, 7, 1, 12), "y")], "{a: 1, bb: två, c: 3}"),  # it touches the same place
        ([Edit(Span(1, 2, 2, 1), "x")], "{a: 1, bb: två, c: 3}"),  # more than the line
        ([Edit(Span(1, 2, 1, 3), "x", is_example=True)], "{a: 1, bb: två, c: 3}"),
    ],
)
def test_only_what_lies_beside_an_edit_is_shown_with_it(others: list[Edit], line: str) -> None:
    edit = Edit(Span(1, 8, 1, 9), "bb")
    assert pasted_together(["{a: 1, b: två, c: 3}"], edit, [edit, *others]) == [line]


def test_a_part_without_an_id_that_another_document_refers_to_is_given_it(
    tmp_path: Path, run: Callable[..., Outcome]
) -> None:
    laid_with(tmp_path, "lagesbild-2026.yaml", "{id: få-vuxna, text: Få", "{text: Få")
    told = " ".join(run("validate", "--today", "2026-11-20", COLUMNS="300").out.split())
    assert "lagesbild-2026.yaml:39:9: fel [unknown-reference]" in told
    assert "→ atgardsplan-2026.yaml:39:13: Hänvisningen står här." in told
    assert "{id: få-vuxna, text: Få vuxna rör sig på stationen" in told


@pytest.mark.parametrize("code", ["9999", "0999"])
def test_the_code_of_the_municipality_that_is_named_is_handed_out(
    tmp_path: Path, run: Callable[..., Outcome], code: str
) -> None:
    old = 'code: "9901", name: Exempelby kommun'
    laid_with(tmp_path, "overenskommelse-2026.yaml", old, f'code: "{code}", name: Vara kommun')
    told = run("validate", "overenskommelse-2026.yaml", "--today", "2026-11-20", COLUMNS="200").out
    assert 'code: "1470", name: Vara kommun' in told
