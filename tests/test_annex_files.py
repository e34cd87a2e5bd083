"""Annexes that are files: `render` says which of them do not lie where the document does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome


def told(run: Callable[..., Outcome], room: Path, file: str, *, out: str = "ut") -> list[str]:
    (room / "bilagor").mkdir()
    (room / "bilagor" / "karta.pdf").write_bytes(b"")
    agreement = SMALL + f"\nannexes: [{{title: Karta över platserna, file: '{file}'}}]\n"
    (room / "avtal.yaml").write_text(agreement, encoding="utf-8")
    done = run("render", "avtal.yaml", "--format", "md", "--out", out, SAMVERKAN_LANG="en")
    assert done.code == 0
    return [line for line in done.err.splitlines() if "annex" in line]


@pytest.mark.parametrize("out", ["ut", "-"])
def test_a_file_that_is_not_there_is_told(run: Callable[..., Outcome], tmp_path: Path, out: str) -> None:
    (line,) = told(run, tmp_path, "karta.pdf", out=out)
    assert line.startswith("The annex karta.pdf of avtal.yaml is not where the document lies.")


@pytest.mark.parametrize("file", ["bilagor/karta.pdf", r"bilagor\karta.pdf", "avtal.yaml"])
def test_nothing_is_said_of_a_file_that_is_there(run: Callable[..., Outcome], tmp_path: Path, file: str) -> None:
    assert told(run, tmp_path, file) == []


@pytest.mark.parametrize(
    "file", ["../karta.pdf", "/karta.pdf", r"\\server\karta.pdf", "C:karta.pdf", "Arkivet, hylla 3", "Dnr KS 2026.411"]
)
def test_nothing_is_looked_for_elsewhere(run: Callable[..., Outcome], tmp_path: Path, file: str) -> None:
    assert told(run, tmp_path, file) == []


def test_a_document_from_the_standard_input_lies_nowhere(run: Callable[..., Outcome]) -> None:
    agreement = SMALL + "\nannexes: [{title: Karta, file: karta.pdf}]\n"
    done = run("render", "-", "--format", "md", "--out", "-", stdin=agreement.encode(), SAMVERKAN_LANG="en")
    assert (done.code, done.err) == (0, "")
