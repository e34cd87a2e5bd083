"""Texts that have broken other programs, in every field of every kind: each stands in every format as written."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from samverkan.model.kinds import KINDS
from samverkan.render.formats.document_format import DocumentFormat
from tests.conftest import SMALL, program
from tests.naughty import NAUGHTY, NO_FONT, TURNING
from tests.rendered import FORMATS, assert_passes, missing, rendered

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

KIND = pytest.mark.parametrize("kind", KINDS)
# A document has fewer fields than there are texts, so each kind is filled in more than once.
TURNS = [NAUGHTY[start:] + NAUGHTY[:start] for start in range(0, len(NAUGHTY), 32)]


@FORMATS
@KIND
def test_each_text_is_there(kind: str, form: DocumentFormat, make: Callable[..., Path], tmp_path: Path) -> None:
    turns = TURNS if form is DocumentFormat.PDF else [*TURNS, TURNING]
    for words in turns:
        assert missing(make(kind, *words), form, tmp_path) == []


@KIND
def test_pdf_passes_both_profiles(kind: str, make: Callable[..., Path], tmp_path: Path) -> None:
    for words in (*TURNS, TURNING):
        assert_passes(rendered(make(kind, *words), DocumentFormat.PDF), tmp_path)


def test_office_files_open(make: Callable[..., Path], tmp_path: Path) -> None:
    names = []
    for kind in KINDS:
        for turn, words in enumerate([*TURNS, TURNING]):
            for form in (DocumentFormat.DOCX, DocumentFormat.ODT):
                names.append(f"{kind}-{turn}-{form}.{form}")
                (tmp_path / names[-1]).write_bytes(rendered(make(kind, *words), form))
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    command = [program("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path / "ut")]
    subprocess.run([*command, *names], cwd=tmp_path, capture_output=True, check=True, timeout=600)
    assert {path.stem for path in (tmp_path / "ut").iterdir()} == {name.rpartition(".")[0] for name in names}


@pytest.mark.parametrize("words", NO_FONT)
def test_letters_without_a_font_are_told_by_the_pdf_alone(
    words: str, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text(SMALL.replace("Otrygga", words), encoding="utf-8")
    ended = run("render", ".")
    assert ended.code == 4
    assert "avtal-2024.pdf" in ended.err
    assert {path.suffix for path in (tmp_path / "build").iterdir()} == {".md", ".html", ".docx", ".odt", ".json"}
    assert words in (tmp_path / "build" / "avtal-2024.html").read_text(encoding="utf-8")
