"""Nothing of how documents are kept is printed in them: no id, no key, no file, in any format."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from samverkan.check import check
from samverkan.model.choices import Kind
from samverkan.model.kinds import KINDS
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from samverkan.render.run.collected import CollectedRendering
from samverkan.render.run.report import ReportRendering
from tests.conftest import ROOT, plain, program, written
from tests.filled import filled
from tests.pages.stress import documents
from tests.pages.test_pages import LANGUAGES, WORKSPACES
from tests.rendered import DAY, DOCUMENTS, SMALL_WORKSPACE
from tests.tags import tags

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Ids as nobody writes words, so that each of them that is printed is found.
ID = re.compile(r"zq[0-9]+qz")
MACHINE = {
    "an id": ID,
    "a file": re.compile(r"\.ya?ml\b"),
    "a word of the program": re.compile(r"\b(?:None|True|False|Undefined)\b|Markup\(|Traceback|\{\{|\[\^"),
    "two full stops": re.compile(r"(?<![.\s])\.\.(?![.])"),
}
NAMES = {"name", "title", "short_title", "term", "type", "kind", "unit"}


@cache
def keys() -> re.Pattern[str]:
    """Match the keys of the schemas that are no words."""
    schemas = (path.read_text(encoding="utf-8") for path in (ROOT / "schemas").glob("*.json"))
    found = {key for schema in schemas for key in re.findall(r'"([a-z]+_[a-z_]+)":', schema)}
    return re.compile(rf"\b(?:{'|'.join(sorted(found))})\b")


def with_strange_ids(data: list[Any], folder: Path, language: str) -> None:
    """Write documents in which no id can be taken for a word.

    Args:
        data: the documents' plain data.
        folder: where to.
        language: the language of the program's own words.
    """
    ids = {one: f"zq{i}qz" for i, one in enumerate(dict.fromkeys(i for document in data for i in _ids(document)))}
    for i, document in enumerate(data):
        made = _renamed(document, ids)
        if made["kind"] != "workspace":
            made["language"] = language
        name = "samverkan" if made["kind"] == "workspace" else f"dokument-{i}"
        (folder / f"{name}.yaml").write_text(written(made), encoding="utf-8")


def _ids(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from (part[key] for key in part if key == "id")
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else []:
        yield from _ids(inner)


def _renamed(part: Any, ids: dict[str, str], key: str = "") -> Any:
    if isinstance(part, dict):
        return {name: _renamed(inner, ids, name) for name, inner in part.items()}
    if isinstance(part, list):
        return [_renamed(inner, ids, key) for inner in part]
    if not isinstance(part, str) or key in NAMES:
        return part
    noted = re.sub(r"\[\^([^\]]+)\]", lambda mark: f"[^{ids.get(mark[1], mark[1])}]", part)
    return ids.get(noted, noted)


def printed(raw: bytes, form: DocumentFormat) -> str:
    """Give all that a reader of a file can meet: its text, heads and feet, bookmarks, and the words of its pictures."""
    if form is DocumentFormat.MD:
        return re.sub(r"\[\^[0-9]+\]|<[^>]*>|\]\(#[^)]*\)", "", raw.decode())
    if form is DocumentFormat.PDF:
        pdf = PdfReader(io.BytesIO(raw))
        told = [str(tag["/Alt"]) for tag in tags(pdf) if "/Alt" in tag]
        return "\n".join([str(pdf.metadata and pdf.metadata.title), *told, _words_of(raw)])
    if form is DocumentFormat.HTML:
        parts = [re.sub(r"<style.*?</style>", "", raw.decode(), flags=re.DOTALL)]
    else:
        read = r"(word/)?(?!settings|styles)[a-z]+[0-9]*\.xml"
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            names = (name for name in file.namelist() if re.fullmatch(read, name))
            parts = [re.sub(r"<w:instrText.*?</w:instrText>", "", file.read(name).decode()) for name in names]
    told = re.findall(r'\b(?:alt|aria-label|title|content|data-label|descr)="([^"]*)"', "\n".join(parts))
    ends = (re.sub(r"</(?:w:p|text:p|text:h|p|li|td|th|dt|dd|h[1-6])>", "\n", part) for part in parts)
    return unescape("\n".join([*(re.sub(r"<[^>]*>", "", part) for part in ends), *told]))


def _words_of(pdf: bytes) -> str:
    done = subprocess.run([program("pdftotext"), "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def assert_no_machine_words(rendering: Rendering, said: str = "") -> None:
    """Look through every format of a document.

    Args:
        rendering: the document.
        said: what authors wrote: it is printed as it is.
    """
    for form in DocumentFormat:
        text = printed(rendering.to(form), form)
        for what, pattern in {**MACHINE, "a key": keys()}.items():
            found = [one for one in pattern.finditer(text) if one[0] not in said]
            around = [text[max(0, one.start() - 60) : one.end() + 40] for one in found]
            assert not found, (form, what, around)


def renderings(folder: Path) -> Iterator[Rendering]:
    around = check([str(folder)], DAY).workspaces[0]
    yield from (Rendering(found, around, DAY) for found in around.documents if found.model is not None)


@LANGUAGES
@pytest.mark.parametrize("folder", WORKSPACES, ids=lambda path: path.name)
def test_what_is_written(folder: Path, language: str, tmp_path: Path) -> None:
    data = [plain(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yaml"))]
    with_strange_ids(data, tmp_path, language)
    found = list(renderings(tmp_path))
    agreement = next(one for one in found if one.document.kind == Kind.AGREEMENT)
    many = (kind(agreement.document, agreement.workspace, DAY) for kind in (CollectedRendering, ReportRendering))
    for one in [*found, *many]:
        assert_no_machine_words(one)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_agreements(path: Path, tmp_path: Path) -> None:
    with_strange_ids([plain(path.read_text(encoding="utf-8"))], tmp_path, "sv")
    for one in renderings(tmp_path):
        assert_no_machine_words(one, path.read_text(encoding="utf-8"))


@LANGUAGES
@pytest.mark.parametrize("name", documents())
def test_what_tries_the_layout(name: str, language: str, tmp_path: Path) -> None:
    with_strange_ids(documents()[name], tmp_path, language)
    for one in renderings(tmp_path):
        assert_no_machine_words(one)


@LANGUAGES
@pytest.mark.parametrize("kind", KINDS)
def test_every_field(kind: str, language: str, tmp_path: Path) -> None:
    others = [plain(path.read_text(encoding="utf-8")) for path in sorted(SMALL_WORKSPACE.glob("*.yaml"))]
    with_strange_ids([filled(kind), *others], tmp_path, language)
    found = check([str(tmp_path)], DAY).findings
    # What a reference that leads nowhere says is all that there is to print.
    lost = " ".join(str(one.message) for one in found if one.rule in {"unknown-reference", "unknown-party"})
    for one in renderings(tmp_path):
        if one.document.kind == kind:
            assert_no_machine_words(one, lost)
