"""The smallest useful files: clean, each with what it needs, written, and rendered without a false word."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.cli.example import EXAMPLES
from samverkan.model.kinds import KINDS
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from tests.conftest import EXAMPLES as SOURCE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

TODAY = "2026-11-20"
SMALLEST = SOURCE / "smallest"
# Words that would be false of documents that are signed, decided or dated, and that nobody has found fault with.
FALSE = ("Utkast", "Granskningen fann", "Källor som alltid ingår", "saknas", "None")


def test_the_folder_as_a_whole_is_clean(run: Callable[..., Outcome]) -> None:
    ended = run("validate", str(SMALLEST), "--today", TODAY, "--notes", "--lang", "en")
    assert (ended.code, ended.out) == (0, "7 files checked: no faults.\n")


def test_without_a_name_the_examples_are_listed(run: Callable[..., Outcome]) -> None:
    listed = run("example")
    assert listed.code == 0
    assert [line.split("  ")[0] for line in listed.out.splitlines()[: len(EXAMPLES)]] == list(EXAMPLES)
    assert listed.out.endswith("samverkan example NAMN --out MAPP\n")


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name != "workspace"])
def test_what_is_written_is_whole_and_clean(name: str, run: Callable[..., Outcome], tmp_path: Path) -> None:
    written = run("example", name, "--out", "exempel")
    assert written.code == 0
    assert written.err == ""
    assert "samverkan validate exempel" in written.out
    clean = run("validate", "exempel", "--today", TODAY, "--notes")
    assert (clean.code, clean.out.split(": ")[1]) == (0, "inga fel.\n")
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "exempel").iterdir()]
    assert name == "exempelkommun" or any(f"kind: {name}\n" in text for text in texts)
    assert not any("$schema" in text for text in texts)


def test_the_settings_make_a_workspace_of_a_folder(run: Callable[..., Outcome], tmp_path: Path) -> None:
    assert run("example", "workspace", "--out", ".").code == 0
    assert run("example", "agreement", "--out", ".").code == 0
    assert run("validate", "--today", TODAY).code == 0
    run("render", "--format", "html", "--out", "ut")
    assert "Exempelby kommun" in (tmp_path / "ut" / "overenskommelse-2026.html").read_text(encoding="utf-8")


def test_nothing_is_overwritten(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "lagesbild-2026.yaml").write_text("min egen", encoding="utf-8")
    ended = run("example", "action-plan", "--out", ".")
    assert ended.code == 2
    assert "lagesbild-2026.yaml finns redan" in ended.err
    assert (tmp_path / "lagesbild-2026.yaml").read_text(encoding="utf-8") == "min egen"
    assert not (tmp_path / "atgardsplan-2026.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("action-plan",), "samverkan example action-plan --out exempel"), (("plan", "--out", "x"), "Välj ett av")],
)
def test_wrong_use_is_told(arguments: tuple[str, ...], said: str, run: Callable[..., Outcome]) -> None:
    ended = run("example", *arguments)
    assert ended.code == 2
    assert said in ended.err


def test_a_folder_that_cannot_be_written_is_told(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("ingen mapp", encoding="utf-8")
    assert run("example", "agreement", "--out", "fil/x").code == 4


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_rendered_without_a_false_word(kind: str, tmp_path: Path) -> None:
    shutil.copytree(SMALLEST, tmp_path / "x")
    today = date.fromisoformat(TODAY)
    workspace = check([str(tmp_path / "x")], today).workspaces[0]
    document = next(document for document in workspace.documents if document.kind == kind)
    for form in DocumentFormat:
        assert Rendering(document, workspace, today).to(form)
    text = Rendering(document, workspace, today).to(DocumentFormat.MD).decode()
    assert not [word for word in FALSE if word in text]
