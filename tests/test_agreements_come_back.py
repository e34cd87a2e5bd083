"""Agreements that were rendered here and are taken in again: the parties are the same, and the draft is read whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from samverkan.gather import read_one
from samverkan.render.engines.pdf_pages_work import work
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.source.files import SourceFile
from tests.conftest import EXAMPLES, plain
from tests.rendered import rendered

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

FOUNDING = sorted((EXAMPLES / "founding").glob("*-*.yaml"))
FORMATS = (DocumentFormat.DOCX, DocumentFormat.HTML, DocumentFormat.PDF)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("path", FOUNDING, ids=lambda path: path.stem)
def test_the_parties_come_back_and_the_draft_is_whole(
    path: Path, form: DocumentFormat, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    (tmp_path / f"gammal.{form.value}").write_bytes(rendered(path, form))
    done = run("import", "agreement", f"gammal.{form.value}", "--out", "ny.yaml")
    assert done.code == 0, done.err
    raw = (tmp_path / "ny.yaml").read_bytes()
    draft, faults = read_one(SourceFile(tmp_path / "ny.yaml", "ny.yaml", named=True), raw)
    assert not faults
    assert draft is not None
    assert draft.is_whole, draft.remarks
    source = plain(path.read_text(encoding="utf-8"))
    codes = {party.get("code") for party in source["parties"]} - {None}
    assert codes <= {party.get("code") for party in draft.data["parties"]}


@pytest.mark.parametrize("path", FOUNDING, ids=lambda path: path.stem)
def test_every_page_of_a_pdf_is_read_line_by_line(path: Path) -> None:
    fault, raw = work(rendered(path, DocumentFormat.PDF))
    assert fault == {}
    pages = json.loads(raw)
    title = plain(path.read_text(encoding="utf-8"))["title"].split()[0]
    assert any(title in text for text in (part for line in pages[0][0] for part in line[0]))
    assert all(lines for lines, _ in pages)


@pytest.mark.parametrize("content", [b"", b"hej", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_is_told(content: bytes) -> None:
    assert work(content) == ({"fault": "damaged"}, b"")
