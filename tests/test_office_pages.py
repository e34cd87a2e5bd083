"""The head and foot of each page of Word and OpenDocument files."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from samverkan.render.engines.pandoc import read_html
from samverkan.render.formats.tables import fitted
from samverkan.resources import content
from tests.conftest import EXAMPLES, SMALL, program

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
    first, later, first_foot, feet = (
        re.findall(f"<style:{name}>([^<]*)<", standard) for name in ("header-first", "header", "footer-first", "footer")
    )
    return [*first, *later], [*first_foot, *feet]


FORMS = pytest.mark.parametrize("form", ["docx", "odt"])


@FORMS
def test_pages_name_the_document_by_its_short_title(form: str, made: Callable[..., bytes]) -> None:
    heads, feet = heads_and_feet(made("in-force", form, "--organisation", "Exempelby kommun"), form)
    assert heads == ["", "Trygghet & ordning {foot}"]  # as it was written; the first page has the title itself
    assert len(feet) == 2, "that of the first page too"
    assert {" ".join(foot.split()) for foot in feet} == {"Exempelby kommun · KS 2026/12 · Sida 1 (1)"}


@pytest.mark.parametrize(("form", "together"), [("docx", "keepNext"), ("odt", 'fo:keep-with-next="always"')])
def test_captions_stay_on_the_page_of_their_tables(form: str, together: str, made: Callable[..., bytes]) -> None:
    name = "word/styles.xml" if form == "docx" else "styles.xml"
    with zipfile.ZipFile(io.BytesIO(made("in-force", form))) as packed:
        styles = packed.read(name).decode()
    (caption,) = re.findall(r"<[ws]\w*:style [^>]*\"TableCaption\".*?</[ws]\w*:style>", styles, re.DOTALL)
    assert together in caption


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
    assert 'w:dirty="true"' in opened.element.body.xml.partition(' TOC \\o "1-2" ')[0].rpartition("<w:fldChar")[2]
    styles = [(one.style.name if one.style else "", one.text) for one in opened.paragraphs]
    entries = [text for name, text in styles if name in {"toc 1", "toc 2"}]
    headings = [text for name, text in styles if name in {"Heading 1", "Heading 2"}]
    assert len(entries) > 20
    assert set(entries) <= set(headings)


def test_contents_of_an_open_document_have_the_numbers_of_the_pages(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    run("render", str(EXAMPLES / "exempelkommun"), "--collected", "--format", "odt", "--out", "ut")
    (path,) = (tmp_path / "ut").glob("*.odt")
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    command = [program("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    written = [program("pdftotext"), "-layout", str(tmp_path / f"{path.stem}.pdf"), "-"]
    pages = subprocess.run(written, capture_output=True, check=True, timeout=60).stdout.decode().split("\f")
    first = next(text for text in pages if "Innehåll" in text)
    entries = re.findall(r"^ *([0-9]+ .*?|Lägesbild .*?|Orsaksanalys .*?)[ .]{3,}([0-9]+)$", first, re.MULTILINE)
    assert len(entries) > 20
    for heading, number in entries:
        assert heading in re.sub(r" +", " ", pages[int(number) - 1]), (heading, number)


def template_of(path: Path, without: tuple[str, ...] = ()) -> Path:
    """Write a template with large letters of its own, without some formats."""
    with zipfile.ZipFile(io.BytesIO(content("templates", "reference.docx"))) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode("utf-8", "replace")
            if name == "word/styles.xml":
                for key in without:
                    part = re.sub(rf'<w:style [^<>]*w:styleId="{key}".*?</w:style>', "", part, flags=re.DOTALL)
                part = re.sub(r'(w:styleId="Normal">.*?<w:sz w:val=")21"', r'\g<1>26"', part, count=1, flags=re.DOTALL)
            new.writestr(name, part)
    return path


def letters(document: Any, name: str) -> dict[str, Any]:
    """Give the size, the colour and the distances of a format, from those that it is made from too."""
    found: dict[str, Any] = {}
    style = document.styles[name]
    while style is not None:
        shape = style.paragraph_format
        own = {"size": style.font.size, "colour": style.font.color.rgb, "line": shape.line_spacing}
        own |= {"before": shape.space_before, "after": shape.space_after}
        found = {key: own[key] if found.get(key) is None else found[key] for key in own}
        style = style.base_style
    return found


@pytest.mark.parametrize("lacking", [("FirstParagraph",), ("FirstParagraph", "BodyText", "Compact", "Lead")])
def test_the_first_paragraph_is_as_the_next_in_a_template_of_ones_own(
    lacking: tuple[str, ...], made: Callable[..., bytes], tmp_path: Path
) -> None:
    own = template_of(tmp_path / "mall.docx", lacking)
    opened = docx.Document(io.BytesIO(made("in-force", "docx", "--word-template", str(own))))
    assert letters(opened, "First Paragraph") == letters(opened, "Body Text")
    if "BodyText" in lacking:
        assert letters(opened, "Body Text") == letters(opened, "Normal")
        assert all(letters(opened, name)["size"].pt == 13 for name in ("First Paragraph", "Compact", "Lead"))


@pytest.mark.parametrize(
    ("foot", "is_told"),
    [
        ("", True),
        ("Sidfot", True),
        ('<w:r><w:instrText xml:space="preserve"> PAGE \\* MERGEFORMAT </w:instrText></w:r>', False),
        ('<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>', False),
        ('<w:r><w:instrText xml:space="preserve"> PAGEREF x </w:instrText></w:r>', True),
    ],
)
def test_a_template_without_page_numbers_is_told_of(
    foot: str, run: Callable[..., Outcome], tmp_path: Path, *, is_told: bool
) -> None:
    own = own_template(tmp_path / "mall.docx")
    if foot:
        opened = docx.Document(str(own))
        paragraph = opened.sections[0].footer.paragraphs[0]
        for part in parse_xml(f"<w:p {nsdecls('w')}>{foot if '<' in foot else ''}</w:p>"):
            paragraph._p.append(part)  # noqa: SLF001
        opened.save(str(own))
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    ended = run("render", "a.yaml", "--format", "docx", "--word-template", "mall.docx")
    assert ended.code == 0
    assert ("mall.docx numrerar inte sidorna" in ended.err) is is_told


@pytest.mark.parametrize(("language", "code"), [("sv", "sv-SE"), ("en", "en-GB")])
def test_word_files_are_in_the_language_of_the_document_alone(
    language: str, code: str, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text(f"{SMALL}language: {language}\n", encoding="utf-8")
    run("render", "a.yaml", "--format", "docx,odt", "--out", "ut")
    with zipfile.ZipFile(tmp_path / "ut" / "avtal-2024.docx") as file:
        parts = b"".join(file.read(name) for name in file.namelist() if name.endswith(".xml")).decode(
            "utf-8", "replace"
        )
    assert set(re.findall(r'<w:lang [^<>]*w:val="([^"]*)"', parts)) == {code}
    assert set(re.findall(r'<w:themeFontLang [^<>]*w:val="([^"]*)"', parts)) <= {code}
    with zipfile.ZipFile(tmp_path / "ut" / "avtal-2024.odt") as file:
        parts = b"".join(file.read(name) for name in ("styles.xml", "content.xml")).decode()
    assert set(re.findall(r'fo:language="([^"]*)"', parts)) - {"zxx", "none"} == {language}


LONG = "Vi går ronder med nattvandrare och fältare. " * 45
"""About 2 000 letters, most of a page."""


def office_text(run: Callable[..., Outcome], folder: Path, text: str, form: str) -> str:
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    assert run("render", "a.yaml", "--format", form, "--out", "ut").code == 0
    with zipfile.ZipFile(folder / "ut" / f"avtal-2024.{form}") as file:
        return file.read("word/document.xml" if form == "docx" else "content.xml").decode()


@pytest.mark.parametrize(
    ("form", "start", "entry"),
    [
        ("docx", ' TOC \\o "1-1" ', '<w:pStyle w:val="TOC1"'),
        ("odt", '<text:table-of-content-source text:outline-level="1">', 'text:style-name="Contents_20_1"'),
    ],
)
def test_a_document_of_more_than_six_pages_has_contents_that_lead_to_its_sections(
    form: str, start: str, entry: str, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    def sections(count: int) -> str:
        found = (f"  - {{title: Avsnitt {i}x, text: '{LONG}'}}\n" for i in range(count))
        return f"{SMALL}sections:\n{''.join(found)}"

    assert start not in office_text(run, tmp_path, sections(5), form)
    long = office_text(run, tmp_path, sections(12), form)
    contents = long.partition(start)[2].partition("</text:index-body>" if form == "odt" else '"end"')[0]
    assert contents.count(entry) >= 15
    assert contents.index("Avsnitt 0x") < contents.index("Avsnitt 11x")
    linked = re.findall(r'(?:w:anchor|xlink:href)="#?([^"#]+)"', contents)
    assert len(linked) == 15
    named = re.findall(r'<(?:w:bookmarkStart|text:bookmark-start)[^<>]*(?:w|text):name="([^"]+)"', long)
    assert set(linked) <= set(named)


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_the_number_of_a_clause_stands_beside_it(form: str, run: Callable[..., Outcome], tmp_path: Path) -> None:
    found = office_text(run, tmp_path, SMALL, form)
    if form == "docx":
        clauses = re.findall(r'<w:pStyle w:val="Clause" ?/>.*?</w:p>', found, re.DOTALL)
        assert all("<w:tab" in clause for clause in clauses)
    else:
        clauses = re.findall(r'<text:p text:style-name="Clause">.*?</text:p>', found, re.DOTALL)
        assert all("<text:tab" in clause for clause in clauses)
    said = [re.sub("<[^<>]*>", "", clause) for clause in clauses]
    assert len(said) == 3
    assert said[1].strip() == "2.1Färre brott och ökad trygghet."


def columns(shares: list[int], words: list[str]) -> list[Any]:
    heads = "".join(f"<th>{word}</th>" for word in words)
    widths = "".join(f'<col style="width: {share}%">' for share in shares)
    cells = "<td>a b</td>" * len(words)
    html = f"<table><colgroup>{widths}</colgroup><thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table>"
    found: list[Any] = read_html(html)["blocks"][0]["c"]
    return found


def test_columns_are_as_wide_as_their_longest_word() -> None:
    wide, narrow, other = (width["c"] for _, width in fitted(columns([60, 10, 30], ["Mål", "Utgångsläge", "Ä"]))[2])
    assert 0.16 < narrow < 0.2
    assert wide + narrow + other == pytest.approx(1)
    assert wide > 0.5
    assert other < 0.3
    enough = columns([50, 50], ["Mål", "Utgångsläge"])
    assert fitted(enough) == enough
    crowded = columns([20] * 5, ["Samverkansöverenskommelserna"] * 5)
    assert fitted(crowded) == crowded


def test_lists_beside_labels_stand_beside_them(run: Callable[..., Outcome], tmp_path: Path) -> None:
    run("render", str(EXAMPLES / "exempelkommun"), "--format", "docx", "--out", "ut")
    with zipfile.ZipFile(tmp_path / "ut" / "atgardsplan-2024.docx") as file:
        found = re.findall(r"<w:pPr>.*?</w:pPr>", file.read("word/document.xml").decode(), re.DOTALL)
    lists = [shape for shape in found if 'w:val="FactMore"' in shape and "<w:numPr>" in shape]
    assert lists
    assert all('<w:ind w:left="2438"' in shape for shape in lists)
