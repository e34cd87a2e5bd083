"""The head and foot of each page of Word and OpenDocument files."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest

from samverkan.resources import content
from tests.conftest import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

AGREEMENT = """\
samverkan: 1
kind: agreement
id: avtal
status: {status}
title: Överenskommelse om trygghet & ordning mellan Exempelby kommun och Lokalpolisområde Exempel för åren 2026–2028
validity: {{from: 2026}}
short_title: Trygghet & ordning {{foot}}
parties:
  - {{id: kommunen, name: Exempelby kommun, type: municipality, case_number: KS 2026/12}}
  - {{id: polisen, name: Lokalpolisområde Exempel, type: police}}
"""


@pytest.fixture
def made(run: Callable[..., Outcome], tmp_path: Path) -> Callable[..., bytes]:
    """Render an agreement of a status in a format."""

    def make(status: str, form: str, *options: str) -> bytes:
        (tmp_path / "avtal.yaml").write_text(AGREEMENT.format(status=status), encoding="utf-8")
        run("render", "avtal.yaml", "--format", form, "--out", "ut", *options)
        return (tmp_path / "ut" / f"avtal.{form}").read_bytes()

    return make


def heads_and_feet(raw: bytes, form: str) -> tuple[list[str], list[str]]:
    """The heads, that of the first page first, and the feet."""
    if form == "docx":
        section = docx.Document(io.BytesIO(raw)).sections[0]
        parts = (section.first_page_header, section.header), (section.first_page_footer, section.footer)
        heads, feet = ([part.paragraphs[0].text for part in some] for some in parts)
        return heads, feet
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        masters = packed.read("styles.xml").decode().partition("<office:master-styles>")[2]
    standard = re.sub("</?text:[^>]*>", "", masters.partition("</style:master-page>")[0]).replace("&amp;", "&")
    first, later, feet = (
        re.findall(f"<style:{name}>([^<]*)<", standard) for name in ("header-first", "header", "footer")
    )
    return [*first, *later], feet


FORMS = pytest.mark.parametrize("form", ["docx", "odt"])


@FORMS
def test_pages_name_the_document_by_its_short_title(form: str, made: Callable[..., bytes]) -> None:
    heads, feet = heads_and_feet(made("in-force", form, "--organisation", "Exempelby kommun"), form)
    assert heads == ["", "Trygghet & ordning {foot}"]  # as it was written; the first page has the title itself
    assert {" ".join(foot.split()) for foot in feet} == {"Exempelby kommun · KS 2026/12 · Sida 1 (1)"}


@FORMS
def test_every_page_of_a_draft_says_so(form: str, made: Callable[..., bytes]) -> None:
    heads, _ = heads_and_feet(made("draft", form), form)
    assert [head.strip() for head in heads] == ["UTKAST", "UTKAST\u2003Trygghet & ordning {foot}"]


def test_only_the_first_page_of_all_has_another_head(run: Callable[..., Outcome], tmp_path: Path) -> None:
    run("report", str(EXAMPLES / "exempelkommun"), "--format", "docx", "--out", "ut", "--today", "2026-11-20")
    (path,) = (tmp_path / "ut").glob("*.docx")
    first, *later = (section.different_first_page_header_footer for section in docx.Document(str(path)).sections)
    assert first
    assert later
    assert not any(later)


def own_template(path: Path, head: str = "Kommunens eget huvud") -> Path:
    """A Word template with a head of its own, or with neither head nor foot."""
    template = docx.Document(io.BytesIO(content("templates", "reference.docx")))
    section = template.sections[0]
    section.different_first_page_header_footer = False
    for reference in [one for one in section._sectPr if one.tag.endswith("Reference")]:  # noqa: SLF001
        section._sectPr.remove(reference)  # noqa: SLF001
    if head:
        section.header.paragraphs[0].text = head
    template.save(str(path))
    return path


@pytest.mark.parametrize(
    ("status", "lines"), [("in-force", ["Kommunens eget huvud"]), ("draft", ["UTKAST", "Kommunens eget huvud"])]
)
def test_a_template_of_ones_own_keeps_its_head_and_gets_the_mark_of_drafts(
    status: str, lines: list[str], made: Callable[..., bytes], tmp_path: Path
) -> None:
    own = own_template(tmp_path / "mall.docx")
    section = docx.Document(io.BytesIO(made(status, "docx", "--word-template", str(own)))).sections[0]
    assert [paragraph.text.strip() for paragraph in section.header.paragraphs] == lines


def test_contents_of_many_documents_are_a_field_that_shows_each_heading(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    run("render", str(EXAMPLES / "exempelkommun"), "--collected", "--format", "docx", "--out", "ut")
    (path,) = (tmp_path / "ut").glob("*.docx")
    opened = docx.Document(str(path))
    found = opened.element.body.xml.partition(' TOC \\o "1-2" ')[2]
    assert 'w:fldCharType="separate"' in found.partition("<w:hyperlink")[0]
    styles = [(one.style.name if one.style else "", one.text) for one in opened.paragraphs]
    entries = [text for name, text in styles if name in {"toc 1", "toc 2"}]
    headings = [text for name, text in styles if name in {"Heading 1", "Heading 2"}]
    assert len(entries) > 20
    assert set(entries) <= set(headings)
