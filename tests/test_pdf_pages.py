"""The pages of a PDF: what stands on each of them, where lines and pages end, and what copied text is."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from samverkan.check import check
from samverkan.model.choices import Kind
from samverkan.render.engines.pandoc import read_html
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.formats.parted import with_parted_figures
from samverkan.render.formats.typst_tree import for_typst
from samverkan.render.formats.unbroken import is_one
from samverkan.render.rendering import Rendering
from samverkan.render.run.collected import CollectedRendering
from samverkan.words.compounds import joints, places
from samverkan.words.document import running_line
from tests.conftest import EXAMPLES, SMALL
from tests.rendered import DAY, SMALL_WORKSPACE

if TYPE_CHECKING:
    from pathlib import Path

PROSE = "Samverkansöverenskommelsen bygger på orsaksanalyser som lokalpolisområdeschefen och resecentrum tar fram. "


def pages(text: str, folder: Path) -> list[str]:
    """Render one document to a PDF and give the text of its pages."""
    path = folder / "avtal-2024.yaml"
    path.write_text(text, encoding="utf-8")
    around = check([str(path)], DAY).workspaces[0]
    made = Rendering(around.documents[0], around, DAY).to(DocumentFormat.PDF)
    return [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]


def sections(count: int, text: str = PROSE * 12) -> str:
    found = "".join(f"  - {{title: Avsnitt {i}x, text: '{text}'}}\n" for i in range(count))
    return f"{SMALL}sections:\n{found}"


@pytest.mark.parametrize(
    ("word", "divided"),
    [
        ("samverkansöverenskommelse", "samverkans-överenskommelse"),
        ("Orsaksanalysen", "Orsaks-analysen"),
        ("lokalpolisområdeschef", "lokal-polis-områdes-chef"),
        ("områdespoliserna", "områdes-poliserna"),
        ("resecentrum", "rese-centrum"),
        ("medborgarlöfte", "medborgar-löfte"),
        ("lägesbilden", "läges-bilden"),
        ("polisen", "polisen"),
        ("kommunens", "kommunens"),
        ("skolan", "skolan"),
        ("vårdnadshavare", "vårdnads-havare"),
        ("tillsammans", "tillsammans"),
    ],
)
def test_compounds_are_divided_where_they_are_put_together(word: str, divided: str) -> None:
    found = joints(word, "sv")
    assert "-".join(word[a:b] for a, b in zip([0, *found], [*found, len(word)], strict=True)) == divided
    assert joints(word, "en") == []
    assert places(word, "sv", is_narrow=False) == set(found)
    assert all(4 <= place <= len(word) - 4 for place in places(word, "sv", is_narrow=True))


@pytest.mark.parametrize(
    ("before", "after", "together"),
    [
        ("22", "januari", True),
        ("den", "22", True),
        ("den\u00a022", "januari", True),
        ("(januari", "2024", True),
        ("3", "§", True),
        ("kap.", "5", True),
        ("200", "timmar", True),
        ("10", "procent.", True),
        ("100", "000", True),
        ("per\u00a0100", "000", True),
        ("2024", "000", False),
        ("100", "0000", False),
        ("2024", "och", False),
        ("2024–2027", "gäller", False),
        ("5", "Polisen", False),
        ("5", "och", False),
        ("22,", "sedan", False),
        ("den", "som", False),
    ],
)
def test_a_line_does_not_end_between_a_number_and_its_unit(before: str, after: str, *, together: bool) -> None:
    assert is_one(before, after) is together


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Trygghetslöftet", "Trygghetslöftet"),
        ("x" * 90, f"{'x' * 83}…"),
        (f"{'Överenskommelse ' * 4}mellan och till alla parter", f"{'Överenskommelse ' * 3}Överenskommelse…"),
    ],
)
def test_the_title_at_the_top_of_pages_is_one_line(title: str, line: str) -> None:
    assert running_line(title) == line


class TestEveryPage:
    def test_a_draft_is_marked_and_bears_its_short_title(self, tmp_path: Path) -> None:
        found = pages(f"{sections(3)}status: draft\nshort_title: Trygghetsavtalet\n", tmp_path)
        assert len(found) > 1
        assert all(page.count("UTKAST") == 1 for page in found)
        assert all(page.startswith("Trygghetsavtalet") for page in found[1:])
        assert not any("UTKAST" in page for page in pages(sections(1), tmp_path))

    def test_case_number_and_version_stand_at_the_foot(self, tmp_path: Path) -> None:
        decided = "decisions: [{body: Kommunstyrelsen, date: 2024-03-05}]\n"
        numbered = sections(3).replace("Exempelby kommun}", "Exempelby kommun, case_number: KS 2024/17}")
        found = pages(f"{numbered}{decided}", tmp_path)
        assert all("KS 2024/17 · Version av den 5 mars 2024" in " ".join(page.split()) for page in found)
        assert not any("avtal-2024" in page for page in found), "no id is printed"

    def test_contents_of_more_than_six_pages(self, tmp_path: Path) -> None:
        short, long = pages(sections(3), tmp_path), pages(sections(12), tmp_path)
        assert len(short) <= 6 < len(long)
        assert "Avsnitt 11x ." not in short[0]
        assert re.search(r"Avsnitt 11x \. .*[0-9]", long[0])


@pytest.fixture(scope="module")
def signed_by_many(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    people = "".join(f"    - {{party: kommunen, name: Namn{i}x, role: Chef}}\n" for i in range(15))
    text = f"{sections(2)}short_title: Avtalet\nsignatures:\n  place: Exempelby\n  signatories:\n{people}"
    return pages(text, tmp_path_factory.mktemp("många"))


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    whole = "\n".join(pages(sections(8), tmp_path_factory.mktemp("rader")))
    return [line.strip() for line in whole.splitlines() if "Sida" not in line]


class TestSignaturesOfMany:
    def test_the_heading_and_the_first_stand_together(self, signed_by_many: list[str]) -> None:
        first = next(page for page in signed_by_many if "\nUnderskrifter" in page)
        assert "Namn0x" in first

    def test_pages_that_follow_say_what_is_signed(self, signed_by_many: list[str]) -> None:
        signed = [page for page in signed_by_many if "Namn" in page]
        assert len(signed) > 1
        code = re.search(r"kontrollkod: ((?:[0-9a-f]{4}-?){4})", signed[-1])
        assert code
        assert all(code[1] in page for page in signed)
        assert ["Underskrifter, forts." in page for page in signed] == [False, *[True] * (len(signed) - 1)]
        assert all(page.startswith("Avtalet") for page in signed[1:])
        assert not any(code[1] in page for page in signed_by_many if page not in signed)


def test_who_has_signed_is_not_asked_to(tmp_path: Path) -> None:
    people = "[{party: kommunen, name: A}, {party: polisen, name: B, date: 2024-02-03}]"
    whole = " ".join(" ".join(pages(f"{SMALL}signatures: {{signatories: {people}}}\n", tmp_path)).split())
    assert whole.count("Underskrift ") == 1
    assert "Undertecknat i original den 3 februari 2024" in whole
    whole = "".join(pages(f"{SMALL}status: in-force\nsignatures: {{signatories: {people}}}\n", tmp_path))
    assert whole.count("Undertecknat i original") == 2


class TestLines:
    def test_hold_sixty_to_seventy_five_letters(self, lines: list[str]) -> None:
        full = [len(line) for line in lines if len(line) > 45]
        assert len(full) > 50
        assert 60 <= sum(full) / len(full) <= 75
        assert max(full) <= 82

    def test_end_within_compounds_only_between_their_words(self, lines: list[str]) -> None:
        ends = {line.rpartition(" ")[2].rstrip("\u00ad-") for line in lines if line.endswith(("\u00ad", "-"))}
        assert ends <= {"Samverkans", "orsaks", "lokal", "lokalpolis", "lokalpolisområdes", "polis", "rese", "områdes"}

    def test_copied_hold_no_stray_signs(self, lines: list[str]) -> None:
        assert not any("\u00ad" in line[:-1] or "\u200b" in line for line in lines)

    def test_addresses_break_and_are_copied_as_they_are_written(self, tmp_path: Path) -> None:
        address = f"https://www.exempelby.example/{'trygghet_2024/' * 9}avtal.html"
        mail = f"{'samordning.' * 6}trygghet@exempelby.example"
        whole = "".join(
            pages(f'{SMALL}contact: "{mail}, {address}"\nsections: [{{title: Mer, text: "{address}"}}]\n', tmp_path)
        )
        assert whole.replace("\n", "").count(address) == 2
        assert mail in whole.replace("\n", "")
        assert address not in whole


def test_a_collected_file_has_a_title_page_contents_and_named_annexes() -> None:
    around = check([str(SMALL_WORKSPACE)], DAY).workspaces[0]
    agreement = next(found for found in around.documents if found.kind == "agreement")
    made = CollectedRendering(agreement, around, DAY).to(DocumentFormat.PDF)
    title, contents, *rest = [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]
    assert "Parter" in title
    assert "Innehåll" not in title
    assert "Innehåll" in contents
    annexes = [re.match(r"Bilaga ([0-9])+\s· ", page) for page in rest]
    numbers = [int(found[1]) for found in annexes if found]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, 7))


def test_headings_and_leads_are_on_the_page_of_what_follows(tmp_path: Path) -> None:
    fillers = ["Kort.", PROSE, PROSE * 2, "Två ord.", PROSE * 3]
    section = "  - title: Avsnitt {i}x\n    text: |\n      {filler}\n\n      Så här {i}x:\n\n      - Punkt {i}x\n"
    text = "".join(section.format(i=i, filler=fillers[i % 5]) for i in range(40))
    found = pages(f"{SMALL}sections:\n{text}", tmp_path)
    assert len(found) > 4
    for i in range(40):
        headed = next(page for page in reversed(found) if f"Avsnitt {i}x" in page)
        assert fillers[i % 5][:20] in headed.partition(f"Avsnitt {i}x")[2]
        led = next(page for page in found if f"Så här {i}x:" in page)
        assert f"Punkt {i}x" in led


def test_a_note_is_kept_with_its_table() -> None:
    table = "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>B</td></tr></tbody></table>"
    note = '<div class="details"><p>Not.</p></div>'
    blocks = read_html(
        f'<div class="entry">{table}{note}</div><div class="wide">{table}</div><div class="wide">C</div>'
    )
    made = [block["c"][1] for block in for_typst(blocks["blocks"], "sv") if block["t"] == "RawBlock"]
    assert made[:6] == ["#together[", "#short-table[", "]", "#details[", "]", "]"]
    assert made.count("#wide[") == 1, "what follows on landscape pages goes on there"


def test_long_figures_end_on_the_page_of_their_notes() -> None:
    rows = '<tr><th scope="row">2024</th><td>1</td></tr>' * 20
    table = f'<table class="figures"><thead><tr><th>A</th><th>B</th></tr></thead><tbody>{rows}</tbody></table>'
    note = '<div class="details"><p>Not.</p></div>'
    blocks = read_html(f'<div class="together">{table}{note}</div>')
    made = [block["c"][1] for block in for_typst(blocks["blocks"], "sv") if block["t"] == "RawBlock"]
    assert made == ["#together[", "#annotated(20, [", "#figures(5, 2)[", "]", "], [", "#details[", "]", "])", "]"]


def test_a_word_whose_small_letters_are_more_is_left_whole() -> None:
    assert joints("Polisstraßenområde", "sv") == []


def test_years_that_belong_together_stand_on_one_line(tmp_path: Path) -> None:
    told = " ".join(f"{'Ord ' * (i % 13)}åren 2012–2015 och läsåret 2024-25." for i in range(60))
    found = "\n".join(pages(f"{SMALL}introduction: '{told}'\n", tmp_path))
    assert found.count("2012–2015") == found.count("2024-25") == 60


def test_who_decides_and_signs_is_named_once(tmp_path: Path) -> None:
    same = "{documents: [action-plan], decided_by: [A], signed_by: [A]}"
    rules = f"[{same}, {{title: B, documents: [agreement], decided_by: [C], signed_by: [D]}}]"
    found = " ".join(" ".join(pages(f"{SMALL}signing_rules: {rules}\n", tmp_path)).split())
    assert "Åtgärdsplanen beslutas och undertecknas av A." in found
    assert "B beslutas av C och undertecknas av D." in found


def test_a_collected_file_opens_with_what_it_holds_and_who_decided() -> None:
    around = check([str(EXAMPLES / "exempelkommun")], DAY).workspaces[0]
    made = CollectedRendering(next(around.of_kind(Kind.AGREEMENT)), around, DAY).to(DocumentFormat.PDF)
    first = " ".join(PdfReader(io.BytesIO(made)).pages[0].extract_text().split())
    for said in ("från den 1 januari 2024", "Kommunstyrelsen i Exempelby kommun den 10 januari 2024", "KS 2023/412"):
        assert said in first
    assert re.findall(r"Bilaga (\d+) · ", first) == [str(n) for n in range(1, 11)]


def test_figures_that_are_too_wide_stand_in_tables_below_each_other() -> None:
    head = "".join(f"<th>Trygghetsboendena {i}</th>" for i in range(1, 13))
    rows = "".join(
        f'<tr><th scope="row">{year}</th>{"".join(f"<td>{year}{i}</td>" for i in range(1, 13))}</tr>'
        for year in (2024, 2025)
    )
    html = f'<table class="figures"><thead><tr><th>År</th>{head}</tr></thead><tbody>{rows}</tbody></table>'
    tables = with_parted_figures(read_html(html)["blocks"])
    assert len(tables) > 1
    words = [re.findall(r'"c": ?"([^"]*)"', json.dumps(table, ensure_ascii=False)) for table in tables]
    assert all({"År", "2024", "2025"} <= set(one) for one in words)
    for found in (*(str(i) for i in range(1, 13)), "20241", "202512"):
        assert sum(one.count(found) for one in words) == 1
    assert with_parted_figures(tables) == tables, "each of them has room"
