"""The tags of PDFs: what those who hear a page are told of its tables and lists."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import page
import pytest
from pypdf import PdfReader

from samverkan.check import check
from samverkan.model.choices import Kind
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.formats.row_headers import with_heads_of_rows
from samverkan.render.rendering import Rendering
from samverkan.render.run.collected import CollectedRendering
from tests.conftest import EXAMPLES
from tests.rendered import DAY, SMALL_WORKSPACE, WRITTEN, document, rendered, workspace
from tests.tags import inside, kind_of, names_its_heads, scope_of, tags

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pypdf.generic import DictionaryObject

    from tests.conftest import Outcome

BOTH = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)


def tags_of(pdf: bytes) -> list[DictionaryObject]:
    return list(tags(PdfReader(io.BytesIO(pdf))))


def assert_as_on_the_page(pdf: bytes, html: str) -> None:
    """See that the tags say of tables and lists what the template says of them."""
    found = tags_of(pdf)
    scopes = [scope_of(part) for part in found if kind_of(part) == "/TH"]
    assert scopes.count("/Row") == html.count('scope="row"')
    assert scopes.count("/Column") == html.count('scope="col"')
    assert set(scopes) <= {"/Row", "/Column"}
    in_tables = [kind_of(one) for part in found if kind_of(part) == "/Table" for one in inside(part)]
    assert in_tables.count("/Caption") == html.count("<caption>")
    for table in (part for part in found if kind_of(part) == "/Table"):
        rows = [cells for part in inside(table) for row in inside(part) if (cells := inside(row))]
        if any(scope_of(row[0]) == "/Row" for row in rows):
            assert not any(names_its_heads(cell) for row in rows[1:] for cell in row)
    labels = sum(kind_of(part) == "/Lbl" for part in found)
    assert labels >= html.count("<dt>")
    for item in (part for part in found if kind_of(part) == "/LI"):
        assert [kind_of(part) for part in inside(item)] == ["/Lbl", "/LBody"]


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_tables_and_lists(path: Path) -> None:
    _, html = Rendering(document(path), workspace(path), DAY).filled(pivot=True)
    assert_as_on_the_page(rendered(path, DocumentFormat.PDF), html)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.AGREEMENT])
def test_every_field(kind: str, make: Callable[..., Path], tmp_path: Path) -> None:
    path = make(kind)
    _, html = Rendering(document(path), workspace(path), DAY).filled(pivot=True)
    made = rendered(path, DocumentFormat.PDF)
    assert_as_on_the_page(made, html)
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(made)
    assert all(page.validate_pdf(str(pdf), profile=profile).is_compliant for profile in BOTH)


def test_many_documents_in_one_file() -> None:
    around = check([str(SMALL_WORKSPACE)], DAY).workspaces[0]
    agreement = next(found for found in around.documents if found.kind == "agreement")
    whole = CollectedRendering(agreement, around, DAY)
    _, html = whole.filled(pivot=True)
    assert_as_on_the_page(whole.to(DocumentFormat.PDF), html)


def test_the_report_over_time(run: Callable[..., Outcome], tmp_path: Path) -> None:
    run("report", str(EXAMPLES / "exempelkommun"), "--format", "pdf,html", "--today", "2026-11-20", "--out", "ut")
    (pdf,) = (tmp_path / "ut").glob("*.pdf")
    html = pdf.with_suffix(".html").read_text(encoding="utf-8")
    assert html.count('scope="row"') > 20
    assert_as_on_the_page(pdf.read_bytes(), html)
    assert all(page.validate_pdf(str(pdf), profile=profile).is_compliant for profile in BOTH)


def test_what_authors_write_is_no_tag(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
    said = "<</Type/StructElem/S/TD/P 1 0 R/A[<</O/Table/Headers[(U1x0y0)]>>"
    for path in SMALL_WORKSPACE.glob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("title: Lägesbild", f"title: '{said}' #")
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    assert run("render", ".", "--format", "pdf").code == 0
    picture = PdfReader(tmp_path / "build" / "bild-2024.pdf")
    assert picture.metadata is not None
    assert picture.metadata.title == said


def test_a_file_of_which_the_tables_are_not_known_is_left_alone() -> None:
    raw = b"<</Type/StructElem/S/TD/P 1 0 R/A[<</O/Table/Headers[(U1x0y0)]>>]"
    tagged = b"<</Type/StructElem/S/TH/P 1 0 R/A[<</O/Table/Scope/Row        >>]"
    assert with_heads_of_rows(raw, [1]) == tagged
    assert len(tagged) == len(raw)
    assert with_heads_of_rows(raw, [0]) == raw
    assert with_heads_of_rows(raw, [1, 1]) == raw
