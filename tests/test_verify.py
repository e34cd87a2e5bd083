"""A finished file held against its source: the text, word by word, and the fingerprint."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter

from samverkan.errors import ExitCode
from tests.conftest import EXAMPLES, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

AGREEMENT = "overenskommelse-2024"


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the example municipality to a folder where finished files are made."""
    folder = tmp_path_factory.mktemp("kommun") / "exempelkommun"
    shutil.copytree(EXAMPLES / "exempelkommun", folder)
    return folder


@pytest.fixture
def finished(town: Path, run: Callable[..., Outcome]) -> Path:
    """Make the agreement and a follow-up as PDF and Word files."""
    names = [f"{AGREEMENT}.yaml", "uppfoljning-2026.yaml"]
    assert run("render", *names, "--format", "pdf,docx", "--out", "build", cwd=town).code == ExitCode.CLEAN
    return town / "build"


@pytest.mark.parametrize("form", ["pdf", "docx"])
@pytest.mark.parametrize("name", [AGREEMENT, "uppfoljning-2026"])
def test_what_was_made_from_a_source_has_its_text(
    name: str, form: str, run: Callable[..., Outcome], town: Path, finished: Path
) -> None:
    ended = run("verify", str(finished / f"{name}.{form}"), cwd=town)
    assert ended.code == ExitCode.CLEAN, ended
    assert f"har samma text som {name}.yaml." in ended.out


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_each_word_that_differs_is_told(
    form: str, run: Callable[..., Outcome], town: Path, finished: Path, tmp_path: Path
) -> None:
    other = tmp_path / "annan"
    shutil.copytree(town, other, ignore=shutil.ignore_patterns("build"))
    path = other / f"{AGREEMENT}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(" ska ", " bör ", 1), encoding="utf-8")
    ended = run("verify", str(finished / f"{AGREEMENT}.{form}"), str(path), "--format", "json", cwd=other)
    assert ended.code == ExitCode.FINDINGS
    found = json.loads(ended.out)
    assert [(one["file"], one["source"]) for one in found["differing"]] == [("ska", "bör")]
    assert found["codes"] != [found["source_code"]]
    assert not found["same"]
    shown = run("verify", str(finished / f"{AGREEMENT}.{form}"), str(path), cwd=other)
    assert "I filen: ”ska”. I källan: ”bör”." in shown.out
    assert f"Kontrollkoden i filen är {found['codes'][0]}, men källans är {found['source_code']}" in shown.out


def test_a_word_that_differs_is_told_of_what_nobody_is_to_sign(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    assert run("render", "a.yaml", "--format", "docx", "--out", "ut").code == 0
    (tmp_path / "a.yaml").write_text(SMALL.replace("Otrygga", "Mörka"), encoding="utf-8")
    ended = run("verify", "ut/avtal-2024.docx", "a.yaml")
    assert ended.code == ExitCode.FINDINGS
    assert "I filen: ”Otrygga”. I källan: ”Mörka”." in ended.out


def test_words_that_were_put_into_a_word_file_are_told(
    run: Callable[..., Outcome], town: Path, finished: Path, tmp_path: Path
) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(finished / f"{AGREEMENT}.docx") as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = part.replace(b"Exempelby kommun", b"Exempelby kommun i princip", 1)
            new.writestr(name, part)
    (tmp_path / "ändrad.docx").write_bytes(made.getvalue())
    ended = run("verify", str(tmp_path / "ändrad.docx"), cwd=town)
    assert ended.code == ExitCode.FINDINGS
    assert "Bara i filen: ”i princip”." in ended.out
    assert "är källans." in ended.out


PUT = {
    "note": (
        "word/footnotes.xml",
        b"</w:footnotes>",
        b"<w:footnote><w:p><w:r><w:t>Med undantag.</w:t></w:r></w:p></w:footnote>",
        "undantag",
    ),
    "file in the file": ("word/document.xml", b"</w:body>", b'<w:altChunk w:id="rId99"/>', "altChunk"),
}


@pytest.mark.parametrize("name", PUT)
def test_what_stands_beside_the_text_of_a_word_file_is_told(
    name: str, run: Callable[..., Outcome], town: Path, finished: Path, tmp_path: Path
) -> None:
    place, before, more, said = PUT[name]
    made = io.BytesIO()
    with zipfile.ZipFile(finished / f"{AGREEMENT}.docx") as old, zipfile.ZipFile(made, "w") as new:
        assert before in old.read(place)
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, content.replace(before, more + before) if part == place else content)
    (tmp_path / "ändrad.docx").write_bytes(made.getvalue())
    ended = run("verify", str(tmp_path / "ändrad.docx"), cwd=town)
    assert ended.code == ExitCode.FINDINGS
    assert "Bara i filen" in ended.out
    assert said in ended.out


def blank_pdf(password: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def word(part: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("word/document.xml", part)
    return made.getvalue()


BAD = {
    "inskannad.pdf": (blank_pdf(), ExitCode.FINDINGS, "ingen text som går att läsa"),
    "låst.pdf": (blank_pdf("hemligt"), ExitCode.READ_WRITE, "har ett lösenord"),
    "skadad.pdf": (b"%PDF-1.7\n" + b"\0" * 500, ExitCode.READ_WRITE, "är skadad"),
    "skadad.docx": (b"PK\x03\x04" + b"\0" * 500, ExitCode.READ_WRITE, "är skadad"),
    "bomb.docx": (word(b"<a>" + b" " * 40_000_000 + b"</a>"), ExitCode.READ_WRITE, "för stor när den packas upp"),
    "entitet.docx": (word(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), ExitCode.READ_WRITE, "är skadad"),
    "utf-16.docx": (
        word('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16")),
        ExitCode.READ_WRITE,
        "är skadad",
    ),
    "tabell.docx": (word(b"<a/>").replace(b"document", b"dokument"), ExitCode.READ_WRITE, "är skadad"),
    "text.txt": (b"En text.", ExitCode.READ_WRITE, "varken en PDF eller en Wordfil"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_verified(name: str, run: Callable[..., Outcome], town: Path, tmp_path: Path) -> None:
    content, code, said = BAD[name]
    (tmp_path / name).write_bytes(content)
    ended = run("verify", str(tmp_path / name), cwd=town)
    assert (ended.code, ended.out) == (code, ""), ended.err
    assert said in ended.err


def test_no_source_or_several(run: Callable[..., Outcome], town: Path, finished: Path, tmp_path: Path) -> None:
    path = str(finished / f"{AGREEMENT}.docx")
    assert run("verify", "saknas.pdf", cwd=town).code == ExitCode.READ_WRITE
    ended = run("verify", path, "atgardsplan-2024.yaml", "lagesbild-2024.yaml", cwd=town)
    assert ended.code in {ExitCode.NOTHING_TO_CHECK, ExitCode.FINDINGS}
    for name in ("ett", "två"):
        shutil.copytree(town, tmp_path / "flera" / name, ignore=shutil.ignore_patterns("build"))
    ended = run("verify", path, cwd=tmp_path / "flera")
    assert ended.code == ExitCode.WRONG_USE
    assert "2 dokument kan vara källan" in ended.err
