"""The program where an extra is not installed: what needs it says which, and all else works."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter

from tests.conftest import ROOT, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

DAY = ("--today", "2024-06-01", "--lang", "sv")
SIGNED = (
    "signatures: {signatories: [{party: polisen, name: Kim Ek}, {party: kommunen, name: Lo Berg}]}\nstatus: proposed\n"
)


@pytest.fixture
def without(
    run: Callable[..., Outcome], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Outcome]:
    """Run the program as if a package were not installed: it cannot be imported, here or in any process of its own."""

    def ran(package: str, *arguments: str) -> Outcome:
        hidden = tmp_path_factory.mktemp("utan")
        path = hidden / f"{package}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"raise ModuleNotFoundError({package!r}, name={package!r})\n")
        way = os.pathsep.join([str(hidden), os.environ.get("PYTHONPATH", str(ROOT / "src"))])
        return run(*arguments, PYTHONPATH=way)

    (tmp_path / "a.yaml").write_text(SMALL + SIGNED, encoding="utf-8")
    return ran


@pytest.mark.parametrize(
    ("package", "form"),
    [
        ("pypandoc", "docx"),
        ("pypandoc/__init__", "docx"),  # installed without the program itself
        ("typst", "pdf"),
        ("font_source_sans_pro", "pdf"),
        ("pypdf", "pdf"),
    ],
)
def test_of_documents(without: Callable[..., Outcome], tmp_path: Path, package: str, form: str) -> None:
    more = ("--signature-fields",) if package == "pypdf" else ()
    ended = without(package, "render", "--format", f"html,{form}", *more, *DAY)
    assert ended.code == 4
    assert 'pip install "samverkan[documents]"' in ended.err
    assert {path.suffix for path in (tmp_path / "build").glob("avtal*")} == {".html"}


def test_of_what_opens_encrypted_files(without: Callable[..., Outcome], tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("", "ägarens", algorithm="AES-256")  # which anybody may read who has a library for it
    writer.write(tmp_path / "fil.pdf")
    ended = without("cryptography", "import", "agreement", "fil.pdf", *DAY[2:])
    assert (ended.code, ended.out) == (4, "")
    assert "PDF-filen är låst med lösenord" in ended.err


@pytest.mark.parametrize(
    ("package", "arguments", "extra"),
    [
        ("watchfiles", ("validate", "--watch"), "preview"),
        ("openpyxl", ("new", "follow-up", "--of", "plan-2024", "--xlsx"), "export"),
    ],
)
def test_of_others(
    without: Callable[..., Outcome], tmp_path: Path, package: str, arguments: tuple[str, ...], extra: str
) -> None:
    (tmp_path / "a.yaml").unlink()
    shutil.copytree(ROOT / "tests" / "workspace", tmp_path, dirs_exist_ok=True)
    ended = without(package, *arguments, *DAY)
    assert ended.code == 4
    assert f'pip install "samverkan[{extra}]"' in ended.err
