"""The measuring of pages finds what is wrong, and only that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samverkan.render.engines.typst import compiled
from tests.pages.blocks import blocks
from tests.pages.faults import faults, faults_of_notes, faults_of_tables
from tests.pages.measured import sheets
from tests.pages.stress import WORK

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = """\
#set document(title: "Sidor", date: datetime(year: 2026, month: 1, day: 1))
#set page(paper: "a4", margin: (left: 28mm, right: 57mm, top: 27mm, bottom: 25mm))
#set text(lang: "sv", font: "Source Serif Pro", size: 11pt, hyphenate: false)
#set par(leading: 0.7em, spacing: 1.2em)
#show heading: set text(font: "Source Sans Pro", weight: "semibold")
"""
TEXT = "\n\n".join(" ".join(WORK[:3]) for _ in range(8))
FULL = f"{TEXT}\n\n{WORK[4]}\n"
SOFT = "\u00ad"
LIST = "#pagebreak()\n#set list(indent: 3mm)\n- ronder\n- vandringar"
NEXT = f"#pagebreak()\n{WORK[4]}\n"


def found(source: str, folder: Path) -> list[str]:
    pdf = folder / "a.pdf"
    pdf.write_bytes(compiled(f"{BEFORE}{source}", "pdf").content)
    pages = sheets(pdf)
    parts = blocks(pdf.read_bytes())
    told = [*faults(pages, frozenset({"Bilaga"})), *faults_of_tables(parts, pages), *faults_of_notes(parts, pages)]
    return [f"{fault.page}: {fault.what}" for fault in told]


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (f"= Ett\n{WORK[1]}\n{NEXT}", "1: only 6% of the page is filled"),
        (f"{FULL}\n= Två\n{NEXT}", "1: a heading or label is the last on the page: Två"),
        (f"{FULL}\nSå här:\n{NEXT}", "1: what leads to something is parted from it: Så här:"),
        (f"{FULL}\nVi går\n{LIST}", "1: what leads to a list is parted from it: Vi går"),
        (f"{FULL}#place(dx: 160mm)[Utanför]", "1: outside the margins: Utanför"),
        (f"{FULL}#place(top, dx: 15mm)[Ovanpå]", "1: on each other: Belysningen and Ovanpå"),
        (f"{FULL}#box(width: 9mm)[Det var och{SOFT}till]", "broken at a wrong place: och-till"),
        (f"{FULL}\n#block(width: 30mm)[= Orsaks{SOFT}analyserna]\n{WORK[1]}", "a head or label is hyphenated: Orsaks"),
        (f"{FULL}Klart 2024-05-01.", "1: a day as machines write it: 2024-05-01."),
        (f"{FULL}Nyckeln at_least.", "1: a key: at_least."),
        (f"{FULL}Filen plan.yaml", "1: a file: plan.yaml"),
        (f"{FULL}Slut..", "1: two full stops: "),
        (f"{FULL}Ett \\ · två", "1: a line begins with a dot: · två"),
        (f"{FULL}\n{WORK[4]} \\ slut.", "a last line of one short word: "),
        (f"#block(width: 150mm)[{TEXT}]", "a line of 8"),
        (f"#block(width: 90mm)[{TEXT}]", "lines of 4"),
        (f"{FULL}\nhttps:\\/\\/a.example/tryg \\ ghet/om-oss", "an address is broken within a word: https"),
        (f"{FULL}\n#grid(columns: 2, [Underskrift], [#v(14pt) Underskrift])", "the lines to sign on are 14 points"),
        (f"{FULL}\n#pagebreak()\nSlut.", "2: a last page of 1 lines: Slut."),
    ],
)
def test_what_is_wrong_is_told(source: str, what: str, tmp_path: Path) -> None:
    told = found(source, tmp_path)
    assert any(what in one for one in told), told


ROW = "Kommunen #v({}mm) Underskrift"
TWO_ROWS = f"{ROW.format(60)} #v(70mm) {ROW.format(20)}"
GOES_ON = "\n#pagebreak()\n#set page(header: [Underskrifter, forts.])\nRegionen"


@pytest.mark.parametrize(
    ("rows", "is_short"),
    [
        (ROW.format(60), True),
        (ROW.format(150), False),
        (TWO_ROWS, False),
        (TWO_ROWS + GOES_ON, True),
        (ROW.format(150) + GOES_ON, False),
        (f"{ROW.format(60)}\n#v(80mm)\n= Bilaga\n{WORK[1]}", True),
    ],
)
def test_signatures_are_moved_only_where_they_have_no_room(rows: str, is_short: bool, tmp_path: Path) -> None:
    """Of signatures that go on over pages, the first row must have room."""
    two_fifths = f"{WORK[4]} #v(90mm) {WORK[4]}"
    told = found(f"{two_fifths}\n#pagebreak()\n= Underskrifter\n{rows}", tmp_path)
    assert any("1: only 4" in one for one in told) == is_short, told


@pytest.mark.parametrize("which", ["first", "last"])
def test_lines_that_stand_alone_are_told(which: str, tmp_path: Path) -> None:
    lines = f"#set text(costs: (orphan: 0%, widow: 0%))\n{TEXT}\n\n{TEXT}"
    told = [one for n in range(0, 90, 6) for one in found(f"#v({n}pt)\n{lines}", tmp_path)]
    assert any(f"the {which} line of a paragraph stands alone" in one for one in told), told


IN_CARD = "#pad(left: 12pt)[{}]\n"
GOING_ON = "#set page(header: [Planen, Lampor, forts.])"


@pytest.mark.parametrize(
    ("down", "told", "what"),
    [
        (180, GOING_ON, ["a card begins too far down to go on: Lampor"]),
        (20, "", ["it is not told that a card goes on: Lampor"]),
        (20, GOING_ON, []),
    ],
)
def test_cards_that_go_on_begin_with_room_and_are_told(down: int, told: str, what: list[str], tmp_path: Path) -> None:
    card = IN_CARD.format(f"= Lampor\n{WORK[0]}\n")
    rest = f"#v(1fr)\n{IN_CARD.format(WORK[1])}#pagebreak()\n{told}\n{IN_CARD.format(WORK[4])}"
    assert [one[3:] for one in found(f"#v({down}mm)\n{card}{rest}", tmp_path) if "card" in one] == what


@pytest.mark.parametrize(("between", "is_parted"), [("", False), ("#pagebreak()", True)])
def test_overviews_on_two_pages_are_told(between: str, is_parted: bool, tmp_path: Path) -> None:
    told = found(f"= På en sida\n{TEXT}\n{between}\n{WORK[1]}\n= Ett\n{WORK[1]}\n", tmp_path)
    assert any("what is to stand on one page is parted" in one for one in told) == is_parted, told


OF_TABLES = """\
#let small(body) = text(font: "Source Sans Pro", size: 9.5pt, body)
#set figure.caption(position: top)
#show figure: set block(breakable: true)
"""
TALL = "[Längst upp \\ {} Längst ner]".format(r"mitt emellan \ " * 9)
TABLE = f"table(columns: 2, [Vad], [När], {TALL}, [b])"


def of_tables(after: str, folder: Path, part: str = "is parted") -> list[str]:
    """Let what is tried begin at many heights of a page."""
    tries = (found(f"{OF_TABLES}#v({n}pt)\n{after}", folder) for n in range(400, 680, 12))
    return [one for told in tries for one in told if part in one]


@pytest.mark.parametrize(
    ("after", "what"),
    [
        (f"#{TABLE}\n#small[Siffrorna är preliminära.]", "2: a note is parted from what it is about: Siffrorna"),
        (f"#{TABLE}", "1: a row of a table is parted: Längst upp"),
        (
            f"#figure({TABLE}, caption: block(inset: (bottom: 80pt))[Antal])",
            "1: a caption is parted from its table",
        ),
    ],
)
def test_parted_tables_are_told(after: str, what: str, tmp_path: Path) -> None:
    told = of_tables(after, tmp_path)
    assert any(what in one for one in told), told


def test_a_heading_with_its_details_alone_is_told(tmp_path: Path) -> None:
    told = found(f"{OF_TABLES}{FULL}\n= Mål\n\n#small[Riktning: oförändrat]\n#pagebreak()\n#{TABLE}", tmp_path)
    assert any("what a heading is about is parted from it: Mål" in one for one in told), told


def test_whole_tables_are_not(tmp_path: Path) -> None:
    kept = "#block(breakable: false)[#{}]".format(f"figure({TABLE}, caption: [Antal])\n#small[Preliminärt.]")
    assert of_tables(kept, tmp_path) == []
    assert of_tables(f"#{TABLE.replace('[b]', '[b], table.footer[Summa]')}\n{WORK[1]}", tmp_path, "a note is") == []
    assert of_tables(f"#table(columns: 1, {TALL.replace('emellan', 'emellan #v(30pt)')})", tmp_path, "a row") == []


@pytest.mark.parametrize(
    "source",
    [
        FULL,
        f"= Ett\n{WORK[1]}\n#pagebreak()\n= Bilaga\n{FULL}",
        f"= Ett\n{WORK[1]}\n#page(flipped: true, margin: 25mm)[{WORK[1]}]",
        f"{FULL}Den 1 maj 2024 ... och så vidare. Punkt · punkt. Orsaks\u00adanalys.",
    ],
)
def test_what_is_right_is_not(source: str, tmp_path: Path) -> None:
    assert found(source, tmp_path) == []
