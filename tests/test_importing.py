"""Figures of others into a situation picture: placed where they belong, or told, and nothing else touched."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from samverkan.importing.editing import CannotEditError, Editing
from samverkan.importing.times import period_in
from samverkan.model.counts import Figure
from samverkan.model.picture import Indicator
from samverkan.spreadsheets.delimited import grid_of
from samverkan.spreadsheets.numbers import number_in, signs_of
from tests.conftest import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

PICTURE = """\
# Överst.
samverkan: 1
kind: situation-picture
id: bild-2026
title: Lägesbild för Falun 2026
date: 2026-02-01
areas:
  - {id: falun, name: Falu kommun, type: municipality, code: "2080"}
  - {id: centrum, name: Centrum, part_of: falun}
sources:
  - {id: brå, title: Anmälda brott}
survey: |-
  Text.

indicators:
  - id: misshandel  # den som anmäls
    title: Misshandel
    unit: count
    source: brå
    retrieved: 2025-01-20
    values:
      # Räknat om 2024.
      - {period: 2023, value: 310, status: final}  # sista ordet
      - {period: 2024, value: 322, status: preliminary, note: Fler vågar anmäla.}
    comparisons:
      - name: Riket
        values: [{period: 2023, value: 80000}]
  - {id: våld, title: "Anmälda våldsbrott", unit: per-100000, values: [{period: 2022, value: 1100.5}]}
  - id: trygga
    title: Andel trygga
    unit: per-cent
    area: centrum
    values:
      - period: 2023
        value: 61
      - period: 2024
        value: 63.5
"""
INTO = ("--into", "bild.yaml", "--today", "2026-11-20")
SOL = "Region;Brott;År;Antal;/100 000 inv\r\n"


@pytest.fixture
def bild(tmp_path: Path) -> Path:
    """Lay out a picture."""
    path = tmp_path / "bild.yaml"
    path.write_text(PICTURE, encoding="utf-8")
    return path


@pytest.fixture
def take(bild: Path, run: Callable[..., Outcome]) -> Callable[..., Outcome]:
    """Import a file of some content."""

    def imported(content: str | bytes, *more: str, name: str = "fil.csv") -> Outcome:
        raw = content if isinstance(content, bytes) else content.encode()
        (bild.parent / name).write_bytes(raw)
        return run("import", "indicators", name, *INTO, *more)

    return imported


def indicator(bild: Path, name: str) -> Any:
    return next(one for one in plain(bild.read_text(encoding="utf-8"))["indicators"] if one["id"] == name)


def values_of(bild: Path, name: str) -> list[tuple[str, str | None, str | None]]:
    return [(one["period"], one.get("value"), one.get("status")) for one in indicator(bild, name)["values"]]


def test_a_file_of_the_national_statistics_revises_and_adds_and_keeps_all_else(
    bild: Path, take: Callable[..., Outcome]
) -> None:
    rows = "Falun;Misshandel;2023;310;\r\nFalun;Misshandel;2024;331;\r\nFalun;Misshandel;2025 prel.;1 299;\r\n"
    done = take((SOL + rows).encode("latin-1"))
    assert (done.code, done.err) == (0, "")
    assert "Misshandel, 2024: 322 (preliminär) → 331" in done.out
    assert "Misshandel, 2025: 1 299 (ny, preliminär)".replace(" 299", "\u202f299") in done.out
    assert "Oförändrade siffror: 1" in done.out
    old, new = PICTURE.splitlines(), bild.read_text(encoding="utf-8").splitlines()
    assert [line for line in new if line not in old] == [
        "    retrieved: 2026-11-20",
        "      - {period: 2024, value: 331, status: preliminary, note: Fler vågar anmäla.}",
        "      - {period: 2025, value: 1299, status: preliminary}",
    ]
    assert len(new) == len(old) + 1


def test_what_is_final_now_is_a_change(bild: Path, take: Callable[..., Outcome]) -> None:
    done = take(SOL + "Falun;Misshandel;2024;322;\r\n", "--status", "final")
    assert done.code == 0
    assert "Misshandel, 2024: 322, nu slutlig" in done.out
    assert values_of(bild, "misshandel")[1] == ("2024", "322", "final")


@pytest.mark.skipif(sys.platform == "win32", reason="there a file that is open cannot be written")
def test_a_picture_that_is_changed_meanwhile_is_left_as_it_is(bild: Path) -> None:
    bild.with_name("fil.csv").write_text(SOL + "Falun;Misshandel;2024;331;\r\n", encoding="utf-8")
    changing = """
import os, runpy, sys
times = []
def change(event, arguments):
    if event == "open" and str(arguments[0]).endswith("bild.yaml") and not arguments[2] & os.O_APPEND:
        times.append(1)
        if len(times) > 1:
            os.write(os.open(sys.argv[-1], os.O_WRONLY | os.O_APPEND), b"# changed\\n")
sys.addaudithook(change)
sys.argv[0] = "samverkan"
runpy.run_module("samverkan", run_name="__main__", alter_sys=True)
"""
    asked = ["--lang", "sv", "import", "indicators", "fil.csv", "--today", "2026-11-20", "--into", str(bild)]
    done = subprocess.run(
        [sys.executable, "-c", changing, *asked], cwd=bild.parent, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, "ändrats under tiden" in done.stderr.decode()) == (4, True), done
    assert bild.read_text(encoding="utf-8").startswith(PICTURE + "# changed\n")


def test_diff_shows_and_writes_nothing(bild: Path, take: Callable[..., Outcome]) -> None:
    done = take(SOL + "Falun;Misshandel;2024;331;\r\n", "--diff")
    assert done.code == 0
    assert "322 (preliminär) → 331" in done.out
    assert "skulle skrivas" in done.out
    assert bild.read_text(encoding="utf-8") == PICTURE
    same = take(SOL + "Falun;Misshandel;2023;310;\r\n")
    assert (same.code, "Inget att ändra" in same.out) == (0, True)


def test_what_has_no_place_is_told_and_added_when_asked(bild: Path, take: Callable[..., Outcome]) -> None:
    rows = SOL + "Falun;Rån;2024;12;19,5\r\nUppsala;Misshandel;2024;9000;\r\nHela landet;Misshandel;2024;81000;\r\n"
    done = take(rows)
    assert done.code == 1
    assert "Har ingen indikator i bild.yaml: Rån." in done.err
    assert "Gäller andra områden än lägesbilden, och tas inte med: Uppsala." in done.err
    assert indicator(bild, "misshandel")["comparisons"][0]["values"][1] == {"period": "2024", "value": "81000"}
    added = take(rows, "--new", "--source", "Brå, SOL", "--retrieved", "2026-03-27")
    assert added.code == 0, added.err
    assert indicator(bild, "rån") == {
        "id": "rån",
        "title": "Rån",
        "unit": "count",
        "source": "brå-sol",
        "retrieved": "2026-03-27",
        "values": [{"period": "2024", "value": "12"}],
    }
    sources = plain(bild.read_text(encoding="utf-8"))["sources"]
    assert sources[1] == {"id": "brå-sol", "title": "Brå, SOL", "type": "statistics", "retrieved": "2026-03-27"}


def test_another_source_is_told_and_the_old_one_kept(bild: Path, take: Callable[..., Outcome]) -> None:
    done = take(SOL + "Falun;Misshandel;2024;331;\r\n", "--source", "SCB")
    assert done.code == 1
    assert "har källan brå i lägesbilden" in done.err
    assert indicator(bild, "misshandel")["source"] == "brå"


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [
        *[(encoding, ";") for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp850", "mac-roman")],
        *[("cp1252", delimiter) for delimiter in "\t,|"],
    ],
)
def test_every_encoding_and_delimiter_is_read(
    bild: Path, take: Callable[..., Outcome], encoding: str, delimiter: str
) -> None:
    rows = [
        ["Kommun", "Brott", "År", "Antal"],
        ["Falun", "Misshandel", "2025", "340"],
        ["Umeå", "Rån mot äldre", "2025", "7"],
    ]
    done = take("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))
    assert values_of(bild, "misshandel")[-1] == ("2025", "340", None), done.err
    assert "Umeå" in done.err


def test_the_yearly_file_of_all_municipalities_needs_its_year(bild: Path, take: Callable[..., Outcome]) -> None:
    content = "\ufeffKommun;Antal;Per 100 000 inv.\r\nFalun;5 906;9 817\r\nAle;2 731;8 547\r\n"
    missing = take(content)
    assert (missing.code, "hittas ingen tabell" in missing.err) == (2, True)
    done = take(content, "--period", "2025", "--new", "--status", "preliminary")
    assert done.code == 0, done.err
    assert values_of(bild, "anmälda-brott") == [("2025", "5906", "preliminary")]
    assert values_of(bild, "anmälda-brott-per-100000") == [("2025", "9817", "preliminary")]


def book(path: Path, rows: list[list[Any]], merged: tuple[str, ...] = (), title: str = "Tabell") -> bytes:
    made = openpyxl.Workbook()
    sheet: Any = made.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    made.save(path)
    return path.read_bytes()


def test_merged_headings_with_years_below_units_are_read(
    bild: Path, take: Callable[..., Outcome], tmp_path: Path
) -> None:
    rows: list[list[Any]] = [
        ["Tabell 1. Anmälda brott"],
        [],
        ["Region", "Brott", "Antal", None, "Per 100 000 inv.", None],
        [None, None, 2024, "2025 (prel.)", 2024, "2025 (prel.)"],
        ["Falun", "Misshandel", 330, 341, 551.2, 570.0],
        [None, "Rån", 12, "..", 20, "-"],
        ["Källa: Brå"],
    ]
    raw = book(tmp_path / "x.xlsx", rows, ("C3:D3", "E3:F3", "A3:A4", "B3:B4", "A5:A6"))
    done = take(raw, name="fil.xlsx")
    assert values_of(bild, "misshandel")[1:] == [("2024", "330", "preliminary"), ("2025", "341", "preliminary")]
    assert "Misshandel har enheten per 100 000 invånare i tabellen men antal i lägesbilden" in done.err
    assert "Rån" in done.err


def test_a_wide_table_with_years_as_columns_and_a_mapping(bild: Path, take: Callable[..., Outcome]) -> None:
    (bild.parent / "m.yaml").write_text(
        "unit: per-cent\nsource: Trygghetsmätningen\nstatus: final\nindicators:\n  Trygg utomhus: trygga\n",
        encoding="utf-8",
    )
    done = take("Fråga;2023;2024;2025\nTrygg utomhus;61,0;64,1 %;66\nOrolig;12;13;14\n", "--mapping", "m.yaml")
    assert done.code == 1
    assert "Har ingen indikator i bild.yaml: Orolig" in done.err
    assert values_of(bild, "trygga") == [("2023", "61", "final"), ("2024", "64.1", "final"), ("2025", "66", "final")]
    assert indicator(bild, "trygga")["source"] == "trygghetsmätningen"


def test_a_mapping_names_columns_areas_and_parts(bild: Path, take: Callable[..., Outcome]) -> None:
    mapping = {
        "columns": {"indicator": "Variabel X", "area": "Plats", "period": "Mätår", "part": "Vem", "value": "N"},
        "areas": {"City": "centrum", "Överallt": "whole", "Grannen": "Grannkommunen"},
        "indicators": {"t": "trygga", "ny": "helt-ny"},
        "parts": {"tjejer": "Kvinnor"},
        "unit": "per-cent",
    }
    (bild.parent / "m.yaml").write_text(json.dumps(mapping), encoding="utf-8")
    rows = "Variabel X;Plats;Mätår;Vem;N\nt;City;2025;;70\nt;City;2025;tjejer;65\n"
    rows += "ny;Överallt;2025;;5\nt;Grannen;2025;;50\n"
    done = take(rows, "--mapping", "m.yaml", "--new", "--source", "brå")
    assert done.code == 0, done.err
    assert values_of(bild, "trygga")[-1] == ("2025", "70", None)
    assert indicator(bild, "trygga")["breakdowns"][0]["name"] == "Kvinnor"
    assert indicator(bild, "trygga")["comparisons"][0]["name"] == "Grannkommunen"
    assert indicator(bild, "helt-ny")["values"] == [{"period": "2025", "value": "5"}]


def kolada(value: Any, gender: str = "T", municipality: str = "2080", period: int = 2023) -> dict[str, Any]:
    one = {"count": 1, "gender": gender, "status": "", "value": value}
    return {"kpi": "N07403", "municipality": municipality, "period": period, "values": [one]}


def test_an_answer_of_kolada_with_its_titles(bild: Path, take: Callable[..., Outcome]) -> None:
    title = {"id": "N07403", "title": "Anmälda våldsbrott, antal/100 000 inv", "is_divided_by_gender": 0}
    rows = [
        kolada(1200.123456789),
        kolada(900, municipality="0000"),
        kolada(7, "K"),
        kolada(None, "M"),
        kolada(5, period=2021),
    ]
    done = take(json.dumps([{"values": rows}, {"values": [title]}]), name="kolada.json")
    assert done.code == 0, done.err
    assert values_of(bild, "våld") == [("2021", "5", None), ("2022", "1100.5", None), ("2023", "1200.1", None)]
    assert "avrundade till 1 decimaler" in done.err
    assert "ingen uppdelning eller jämförelse Kvinnor" in done.err
    assert indicator(bild, "våld")["source"] == "kolada"
    added = take(json.dumps({"values": rows[1:3]}), "--new", name="kolada.json")
    assert added.code == 1  # without its title the key figure is not known


def test_kolada_marks_what_is_deleted_and_what_cannot_be_read(bild: Path, take: Callable[..., Outcome]) -> None:
    gone = kolada(1)
    gone["values"][0]["isdeleted"] = True
    done = take(json.dumps({"values": [gone, {"kpi": "N07403", "period": "x", "values": []}]}), name="k.json")
    assert (done.code, "rad 2 går inte att läsa" in done.err) == (1, True)
    assert bild.read_text(encoding="utf-8") == PICTURE


def test_figures_that_a_source_has_twice_or_hides_change_nothing(bild: Path, take: Callable[..., Outcome]) -> None:
    rows = SOL + "Falun;Misshandel;2024;331;\r\nFalun;Misshandel;2024;332;\r\nFalun;Misshandel;2023;..;\r\n"
    done = take(rows)
    assert done.code == 1
    assert "källan har två siffror, 331; 332" in done.err
    assert "Misshandel, 2023: källan visar ingen siffra" in done.err
    assert bild.read_text(encoding="utf-8") == PICTURE


def test_a_figure_that_is_not_exact_is_left_to_the_author(bild: Path, take: Callable[..., Outcome]) -> None:
    bild.write_text(
        PICTURE.replace("{period: 2023, value: 310,", "{period: 2023, value: 310, precision: about,"), "utf-8"
    )
    done = take(SOL + "Falun;Misshandel;2023;312;\r\n")
    assert (done.code, "ungefärlig siffra" in done.err) == (1, True)


def test_ambiguous_figures_are_never_guessed(bild: Path, take: Callable[..., Outcome]) -> None:
    done = take(SOL + "Falun;Misshandel;2024;1,234;\r\n")
    assert (done.code, "går inte att läsa som siffror" in done.err) == (1, True)
    both = take(SOL + "Falun;Misshandel;2024;1,5;\r\nFalun;Misshandel;2023;1.5;\r\n")
    assert (both.code, "både komma och punkt" in both.err) == (1, True)
    (bild.parent / "m.yaml").write_text('decimal: "."\n', encoding="utf-8")
    told = take(SOL + "Falun;Misshandel;2024;1,234;\r\n", "--mapping", "m.yaml")
    assert (told.code, values_of(bild, "misshandel")[1][1]) == (0, "1234")


def test_formulas_percent_cells_and_dates_of_workbooks(
    bild: Path, take: Callable[..., Outcome], tmp_path: Path
) -> None:
    made = openpyxl.Workbook()
    sheet: Any = made.worksheets[0]
    for row in (["Område", "Indikator", "Tid", "Andel (%)"], ["Centrum", "Andel trygga", dt.date(2025, 10, 1), 0.655]):
        sheet.append(row)
    sheet["D2"].number_format = "0.0%"
    sheet.append(["Centrum", "Andel trygga", 2026, "=1+1"])
    made.save(tmp_path / "x.xlsx")
    done = take((tmp_path / "x.xlsx").read_bytes(), name="fil.xlsx")
    assert values_of(bild, "trygga")[-1] == ("2025-10-01", "65.5", None)
    assert "D3" in done.err


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        (b"", 4, "den är tom"),
        (b"%PDF-1.7", 4, "PDF"),
        (b"PK\x03\x04skadad", 4, "skadad"),
        (b"<html><table></table></html>", 4, "webbsida"),
        (b"\x00\x01\x02", 4, "varken text"),
        (b"{", 4, "inte en fullständig JSON-fil"),
        (b"[" * 100_000, 4, "inte en fullständig JSON-fil"),
        (b'{"a": 1}', 4, "varken ett svar från Kolada"),
        (b"hej\n", 2, "hittas ingen tabell"),
        (b"a;b\n1;2\n", 2, "hittas ingen tabell"),
    ],
)
def test_a_file_without_figures_changes_nothing(
    bild: Path, take: Callable[..., Outcome], content: bytes, code: int, told: str
) -> None:
    done = take(content)
    assert (done.code, told in done.err, done.out) == (code, True, ""), done.err
    assert bild.read_text(encoding="utf-8") == PICTURE


@pytest.mark.parametrize(
    ("mapping", "told"),
    [
        ("a: Avtalet gäller #12 än\na: b\n", "Nyckeln `a` står två gånger"),  # not what is only warned of
        ("- a\n", "ska ha nycklarna"),
        ("column: {value: N}\n", "nyckeln column finns inte. Menas columns?"),
        ("zzz: 1\n", "nyckeln zzz finns inte"),
        ("columns: N\n", "ska vara par"),
        ("columns: {antal: N}\n", "inget som en kolumn kan innehålla"),
        ("unit: [a]\n", "ska vara en text"),
        ("status: klar\n", "preliminary (preliminär) eller final (slutlig)."),
        ("decimal: ;\n", "ska vara , eller ."),
        ("header: x\n", "numret på den första raden"),
        ("a: b: c\n", "går inte att använda"),
    ],
)
def test_a_mapping_that_cannot_be_used_is_told(
    bild: Path, take: Callable[..., Outcome], mapping: str, told: str
) -> None:
    (bild.parent / "m.yaml").write_text(mapping, encoding="utf-8")
    done = take(SOL + "Falun;Misshandel;2024;331;\r\n", "--mapping", "m.yaml")
    assert (done.code, told in done.err) == (2, True), done.err


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("import", "avtal.docx", "--into", "bild.yaml"), 2, "Säg vad avtal.docx är"),
        (("import", "avtal.docx", "--kind", "plan"), 2, "plan kan inte läsas in"),
        (("import", "indicators", "--into", "bild.yaml"), 2, "Ange filen med siffror"),
        (("import", "indicators", "nej.csv", "--into", "bild.yaml"), 4, "den finns inte"),
        (("import", "indicators", "fil.csv", "--into", "nej.yaml"), 4, "den finns inte"),
        (("import", "indicators", "fil.csv", "--into", "fil.csv"), 2, "ingen lägesbild"),
        (("import", "indicators", "fil.csv", "--into", "bild.yaml", "--period", "snart"), 2, "ingen tid"),
        (("import", "indicators", "fil.csv", "--into", "bild.yaml", "--status", "klar"), 2, "ingen status"),
        (("import", "indicators", "fil.csv", "--into", "bild.yaml", "--mapping", "nej.yaml"), 4, "den finns inte"),
        (("import", "indicators", "fil.csv", "--into", "bild.yaml", "--mapping", "blad.yaml"), 2, "inget blad Saknas"),
        (("import", "indicators", "fil.csv", "--into", "bild.yaml", "--retrieved", "snart"), 2, ""),
    ],
)
def test_what_cannot_be_done_is_said(
    bild: Path, run: Callable[..., Outcome], arguments: tuple[str, ...], code: int, told: str
) -> None:
    (bild.parent / "fil.csv").write_text(SOL + "Falun;Misshandel;2024;331;\r\n", encoding="utf-8")
    (bild.parent / "blad.yaml").write_text("sheet: Saknas\n", encoding="utf-8")
    done = run(*arguments)
    assert (done.code, told in done.err) == (code, True), done.err


def test_a_picture_without_areas_takes_figures_of_its_own_municipality_only(
    bild: Path, take: Callable[..., Outcome]
) -> None:
    start, end = PICTURE.index("areas:"), PICTURE.index("sources:")
    text = (PICTURE[:start] + PICTURE[end:]).replace("    area: centrum\n", "")
    bild.write_text(text, encoding="utf-8")
    own = take(SOL + "2080;Misshandel;2024;331;\r\n")
    assert own.code == 0, own.err
    other = take(SOL + "Mora;Misshandel;2024;11;\r\n")
    assert (other.code, "inte vilket område den gäller" in other.err) == (1, True)
    assert values_of(bild, "misshandel")[1][1] == "331"


def test_the_first_indicators_of_a_picture_are_written_where_they_belong(
    bild: Path, take: Callable[..., Outcome], run: Callable[..., Outcome]
) -> None:
    bild.write_text(
        PICTURE[: PICTURE.index("indicators:")].replace("sources:\n  - {id: brå, title: Anmälda brott}\n", ""), "utf-8"
    )
    assert run("fmt", "bild.yaml").code == 0
    done = take(SOL + "Falun;Misshandel;2024;331;500,5\r\n", "--new")
    assert done.code == 0, done.err
    assert values_of(bild, "misshandel") == [("2024", "331", None)]
    assert run("fmt", "--check", "bild.yaml").code == 0


def test_line_ends_and_byte_order_mark_stay(bild: Path, take: Callable[..., Outcome]) -> None:
    bild.write_bytes(b"\xef\xbb\xbf" + PICTURE.replace("\n", "\r\n").encode())
    assert take(SOL + "Falun;Misshandel;2025;331;\r\n").code == 0
    raw = bild.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_a_link_in_the_place_of_the_picture_is_not_written_through(
    bild: Path, take: Callable[..., Outcome], tmp_path: Path
) -> None:
    own = tmp_path / "annan.yaml"
    bild.rename(own)
    bild.symlink_to(own)
    assert take(SOL + "Falun;Misshandel;2025;331;\r\n").code == 4
    assert own.read_text(encoding="utf-8") == PICTURE


@pytest.mark.parametrize(
    ("text", "year", "period", "status"),
    [
        ("2025", "", "2025", None),
        ("2025.0", "", "2025", None),
        ("2025prel.", "", "2025", "preliminary"),
        ("2025 (preliminär)", "", "2025", "preliminary"),
        ("2024 slutlig", "", "2024", "final"),
        ("2025M03", "", "2025-03", None),
        ("2025-03", "", "2025-03", None),
        ("2025K2", "", "K2 2025", None),
        ("2025 T3", "", "T3 2025", None),
        ("T1 2025", "", "T1 2025", None),
        ("Kvartal 3", "2025 prel", "K3 2025", "preliminary"),
        ("Jan", "2025", "2025-01", None),
        ("maj 2025", "", "2025-05", None),
        ("2025 okt", "", "2025-10", None),
        ("Helår", "2025", "2025", None),
        ("2025 helår", "", "2025", None),
        ("2023–2025", "", "2023–2025", None),
        ("2025-10-01", "", "2025-10-01", None),
        ("hej 2025", "", None, None),
        ("Antal", "", None, None),
        ("", "", None, None),
    ],
)
def test_times_of_statistics(text: str, year: str, period: str | None, status: str | None) -> None:
    found = period_in(text, year)
    assert (found.period if found else None, found.status.value if found and found.status else None) == (period, status)


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (["1 234,5", "7"], ["1234.5", "7"]),
        (["1.234,5", "1.000"], ["1234.5", "1000"]),
        (["1,234.5", "1,000"], ["1234.5", "1000"]),
        (["−3,5", "– 2"], ["-3.5", "-2"]),
        (["1.234.567", "2"], ["1234567", "2"]),
        (["12 345", "1'000'000"], ["12345", "1000000"]),
        (["1,2,3", "x"], [None, None]),
    ],
)
def test_figures_of_every_country(texts: list[str], values: list[str | None]) -> None:
    signs = signs_of(texts, default=",")
    assert signs is not None
    found = [number_in(text, signs) for text in texts]
    assert [None if one is None else str(one) for one in found] == values


def test_delimited_text_names_its_own_delimiter_and_has_no_spaces_of_the_web() -> None:
    grid = grid_of("sep=|\r\na|b\r\n&nbsp;1\u00a0200|2\r\n".encode())
    assert [[cell.value for cell in row] for row in grid.rows] == [["a", "b"], ["1 200", "2"]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("values:\n  - period: 2023\n    value: >-\n      1\n", "2"),
        ("values:\n  - {period: 2023, value: 1}\n", "2 # 3"),
    ],
)
def test_a_text_that_cannot_be_kept_whole_is_not_written(text: str, value: str) -> None:
    editing = Editing(text)
    with pytest.raises(CannotEditError):
        write(editing, value)


def write(editing: Editing, value: str) -> None:
    editing.set(("values", 0, "value"), value, Figure)
    editing.result()


NEW = {"period": "2024", "value": "5"}


@pytest.mark.parametrize(
    ("text", "place", "made"),
    [
        ("values: [{period: 2023, value: 1}]\n", 1, "values: [{period: 2023, value: 1}, {period: 2024, value: 5}]\n"),
        ("values: [{period: 2025, value: 1}]\n", 0, "values: [{period: 2024, value: 5}, {period: 2025, value: 1}]\n"),
        ("values:\n- {period: 2023}\n", 1, "values:\n- {period: 2023}\n- {period: 2024, value: 5}\n"),
        (
            "values:\n  # först\n  - {period: 2025}\n",
            0,
            "values:\n  - {period: 2024, value: 5}\n  # först\n  - {period: 2025}\n",
        ),
        (
            "values:\n  - period: 2023\n    note: |-\n      Text.\n\nb: 1\n",
            1,
            "values:\n  - period: 2023\n    note: |-\n      Text.\n  - {period: 2024, value: 5}\n\nb: 1\n",
        ),
    ],
)
def test_a_figure_is_written_as_those_beside_it(text: str, place: int, made: str) -> None:
    editing = Editing(text)
    editing.insert(("values",), place, NEW)
    assert editing.result() == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("values: [2023]\n", "values: [{period: 2023, value: 5}]\n"),
        ("values:\n  - 2023  # ett år\n", "values:\n  - {period: 2023, value: 5}  # ett år\n"),
        ("values: [{period: 2023, note: Ja}]\n", "values: [{period: 2023, value: 5, note: Ja}]\n"),
        ("values:\n  - period: 2023\n    note: Ja\n", "values:\n  - period: 2023\n    value: 5\n    note: Ja\n"),
    ],
)
def test_a_figure_that_was_missing_is_written_in_its_place(text: str, made: str) -> None:
    editing = Editing(text)
    editing.set(("values", 0, "value"), "5", Figure)
    assert editing.result() == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a: [{id: x, unit: count}]\n", "a: [{id: x, unit: count, values: [{period: 2024, value: 5}]}]\n"),
        (
            "a:\n  - id: x\n    unit: count\n",
            "a:\n  - id: x\n    unit: count\n    values:\n      - {period: 2024, value: 5}\n",
        ),
    ],
)
def test_the_first_figures_of_an_indicator_are_written_after_what_comes_before_them(text: str, made: str) -> None:
    editing = Editing(text)
    editing.add_list(("a", 0, "values"), [NEW], Indicator)
    assert editing.result() == made


@pytest.mark.parametrize("text", ["values: []\n", "values: 3\n", "b: 1\nvalues:\n"])
def test_a_list_that_is_none_is_not_written_into(text: str) -> None:
    with pytest.raises(CannotEditError):
        Editing(text).insert(("values",), 0, NEW)


def test_a_missing_extra_is_told_with_the_command_that_installs_it(
    bild: Path, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    (tmp_path / "utan" / "openpyxl").mkdir(parents=True)
    (tmp_path / "utan" / "openpyxl" / "__init__.py").write_text("raise ImportError", encoding="utf-8")
    book(tmp_path / "fil.xlsx", [["År", "Antal"], [2024, 3]])
    path = os.pathsep.join([str(tmp_path / "utan"), os.environ.get("PYTHONPATH", "")])
    for command in (("import", "indicators", "fil.xlsx", *INTO), ("collect", "fil.xlsx")):
        ended = run(*command, PYTHONPATH=path)
        assert (ended.code, 'pip install "samverkan[export]"' in ended.err) == (4, True), ended.err
    assert bild.read_text(encoding="utf-8") == PICTURE


def cube(**changed: Any) -> dict[str, Any]:
    """Make a small table as the databases of PxWeb answer in JSON-stat 2."""
    return {
        "version": "2.0",
        "class": "dataset",
        "label": "Misshandel efter region, kön, tabellinnehåll och år",
        "source": "SCB",
        "id": ["Region", "Kon", "ContentsCode", "Tid"],
        "size": [2, 2, 1, 2],
        "role": {"time": ["Tid"], "geo": ["Region"], "metric": ["ContentsCode"]},
        "dimension": {
            "Region": {
                "label": "region",
                "category": {"index": {"2080": 0, "1489": 1}, "label": {"2080": "2080 Falun", "1489": "1489 Alingsås"}},
            },
            "Kon": {"label": "kön", "category": {"index": ["1+2", "2"], "label": {"1+2": "totalt", "2": "kvinnor"}}},
            "ContentsCode": {
                "label": "tabellinnehåll",
                "category": {"index": {"A": 0}, "label": {"A": "Misshandel"}, "unit": {"A": {"base": "antal"}}},
            },
            "Tid": {"label": "år", "category": {"index": {"2024": 0, "2025": 1}, "label": {"2024": "2024"}}},
        },
        "value": [331, 340, 100, None, 9, 9, 9, 9],
        **changed,
    }


@pytest.mark.parametrize("value", [[331, 340, 100, None, 9, 9, 9, 9], {"0": 331, "1": 340, "2": 100, "4": 9}])
def test_a_table_in_json_stat_is_read_by_place_sex_and_time(
    bild: Path, take: Callable[..., Outcome], value: object
) -> None:
    done = take(json.dumps(cube(value=value)), name="tabell.json")
    assert values_of(bild, "misshandel")[1:] == [("2024", "331", "preliminary"), ("2025", "340", None)], done.err
    assert "Alingsås" in done.err
    assert "Kvinnor" in done.err


def test_the_own_json_of_pxweb_is_read_by_codes(bild: Path, take: Callable[..., Outcome]) -> None:
    table = {
        "columns": [
            {"code": "Region", "text": "region", "type": "d"},
            {"code": "Tid", "text": "år", "type": "t"},
            {"code": "A", "text": "Misshandel", "type": "c", "unit": "antal"},
        ],
        "comments": [],
        "data": [{"key": ["2080", "2025"], "values": ["340"]}, {"key": ["2080", "2024"], "values": [".."]}],
    }
    done = take(json.dumps(table), name="tabell.json")
    assert values_of(bild, "misshandel")[1:] == [("2024", "322", "preliminary"), ("2025", "340", None)], done.err


@pytest.mark.parametrize(
    "broken",
    [
        cube(value=[1]),
        cube(size=[2, 2, 1]),
        cube(id=["Region", "X"]),
        cube(dimension={}),
        cube(value=3),
        {"columns": [{}], "data": [{}]},
        {"columns": ["x"], "data": [1]},
    ],
)
def test_a_table_of_pxweb_that_is_not_whole_is_told(bild: Path, take: Callable[..., Outcome], broken: object) -> None:
    done = take(json.dumps(broken), name="tabell.json")
    assert (done.code, "är inte hel" in done.err or "hittas ingen tabell" in done.err) in {(4, True), (2, True)}
    assert bild.read_text(encoding="utf-8") == PICTURE


@pytest.mark.parametrize(
    "table",
    [
        # As its pages write it: the title above, the contents and the time in one heading, the notes below.
        '"Misshandel"\n\n"region","Misshandel 2024","Misshandel 2025"\n"2080 Falun",331,340\n\n"Källa: SCB"\n',
        '"region","tid","Misshandel"\n"2080 Falun","2024",331\n"2080 Falun","2025",340\n',
    ],
)
def test_delimited_tables_of_pxweb_are_read(bild: Path, take: Callable[..., Outcome], table: str) -> None:
    done = take(table.encode("cp1252"))
    assert [one[:2] for one in values_of(bild, "misshandel")[1:]] == [("2024", "331"), ("2025", "340")], done.err


@pytest.mark.parametrize(
    "rows",
    [
        "Brottstyp;2024;2025\nMisshandel;1 331;1 340\nRån;..;.\n",
        "Brottstyp;År;Antal\nMisshandel;2024;1 331\nMisshandel;2025;1 340\nRån;2025;-\n",
    ],
)
def test_titles_above_and_notes_below_a_table_are_no_figures(
    bild: Path, take: Callable[..., Outcome], rows: str
) -> None:
    above, below = (
        "Tabell 12;;\nAnmälda brott i Falu kommun, 2024 och 2025;;\n;;\n",
        ";;\n1) Ändrad 2019.;;\nKälla: Brå;;\n",
    )
    done = take(above + rows + below)
    assert [one[:2] for one in values_of(bild, "misshandel")[1:]] == [("2024", "1331"), ("2025", "1340")], done.err
    assert "går inte att läsa" not in done.err


def test_figures_of_a_school_are_not_taken_for_those_of_the_municipality(
    bild: Path, take: Callable[..., Outcome]
) -> None:
    row = {key: value for key, value in kolada(950).items() if key != "municipality"} | {"ou": "V15E208000101"}
    title = {"id": "N07403", "title": "Anmälda våldsbrott, antal/100 000 inv"}
    done = take(json.dumps([{"values": [row]}, {"values": [title]}]), name="kolada.json")
    assert "V15E208000101" in done.err
    assert bild.read_text(encoding="utf-8") == PICTURE


def test_an_answer_that_goes_on_elsewhere_is_told(bild: Path, take: Callable[..., Outcome]) -> None:
    title = {"id": "N07403", "title": "Anmälda våldsbrott, antal/100 000 inv"}
    page = {"values": [kolada(950), title], "next_url": "https://api.kolada.se/v3/data?page=2"}
    done = take(json.dumps(page), name="kolada.json")
    assert (done.code, "har fler sidor" in done.err) == (1, True)
    assert values_of(bild, "våld")[-1] == ("2023", "950", None)
    whole = take(json.dumps([page, {"values": [kolada(960, period=2024)]}]), name="kolada.json")
    assert (whole.code, "har fler sidor" in whole.err) == (0, False), whole.err


# What a source holds that the picture does not have


def test_figures_of_others_and_of_parts_are_added_with_what_the_source_shows_of_them(
    bild: Path, take: Callable[..., Outcome]
) -> None:
    rows = "Region;Brott;Kön;År;Antal\nFalun;Misshandel;Kvinnor;2023;..\nFalun;Misshandel;Kvinnor;2024;100\n"
    rows += "Falun;Misshandel;Män;2024;..\nUmeå;Misshandel;;2024;50\nFalun;Rån;;2024;..\n"
    (bild.parent / "m.yaml").write_text("areas: {Umeå: Umeå}\n", encoding="utf-8")
    done = take(rows, "--new", "--mapping", "m.yaml")
    assert done.code == 0, done.err
    assert indicator(bild, "misshandel")["breakdowns"] == [
        {"name": "Kvinnor", "values": [{"period": "2024", "value": "100"}]}
    ]
    assert indicator(bild, "misshandel")["comparisons"][1:] == [
        {"name": "Umeå", "values": [{"period": "2024", "value": "50"}]}
    ]
    assert "Misshandel, Kvinnor, 2024: 100 (ny)" in done.out
    assert "rån" not in [one["id"] for one in plain(bild.read_text(encoding="utf-8"))["indicators"]]


def test_an_indicator_that_is_added_has_its_parts_with_it_and_lacks_a_source_that_nobody_says(
    bild: Path, take: Callable[..., Outcome]
) -> None:
    rows = "Kommun;Indikator;Kön;År;Antal\nFalun;Rån;;2023;11\nFalun;Rån;;2024;..\nFalun;Rån;Kvinnor;2024;5\n"
    rows += "Falun;Rån;Män;2024;6\nHela landet;Rån;;2024;900\n"
    done = take(rows, "--new")
    assert (done.code, "Rån" in done.err, "källa" in done.err) == (1, True, True), done.err
    added = indicator(bild, "rån")
    assert "source" not in added
    assert added["values"] == [{"period": "2023", "value": "11"}]
    assert [(one["name"], one["values"][0]["value"]) for one in added["breakdowns"]] == [("Kvinnor", "5"), ("Män", "6")]
    assert [(one["name"], one["values"][0]["value"]) for one in added["comparisons"]] == [("Riket", "900")]
    assert "Rån, Kvinnor, 2024: 5 (ny)" in done.out


def test_the_first_figures_of_an_indicator_that_has_only_comparisons_are_its_values(
    bild: Path, take: Callable[..., Outcome]
) -> None:
    start, end = PICTURE.index("    values:\n      # R"), PICTURE.index("    comparisons:")
    bild.write_text(PICTURE[:start] + PICTURE[end:], encoding="utf-8")
    assert take(SOL + "Falun;Misshandel;2024;331;\r\nFalun;Misshandel;2023;320;\r\n").code == 0
    assert values_of(bild, "misshandel") == [("2023", "320", None), ("2024", "331", None)]
    assert indicator(bild, "misshandel")["comparisons"][0]["values"] == [{"period": "2023", "value": "80000"}]


def test_figures_that_stand_with_the_latest_first_are_gone_on_with_in_that_order(
    bild: Path, take: Callable[..., Outcome]
) -> None:
    old, new = "      - period: 2023\n        value: 61\n", "      - period: 2024\n        value: 63.5\n"
    assert PICTURE.endswith(old + new)
    bild.write_text(PICTURE.removesuffix(old + new) + new + old, encoding="utf-8")
    rows = "Område;Indikator;År;Andel (%)\nCentrum;Andel trygga;2025;66\nCentrum;Andel trygga;2022;60\n"
    done = take(rows, "--source", "Trygghetsmätningen")
    assert done.code == 0, done.err
    assert [one[:2] for one in values_of(bild, "trygga")] == [
        ("2025", "66"),
        ("2024", "63.5"),
        ("2023", "61"),
        ("2022", "60"),
    ]


def test_figures_that_several_indicators_could_take_are_given_to_none(bild: Path, take: Callable[..., Outcome]) -> None:
    text = PICTURE + "  - {id: misshandel-2, title: Misshandel, unit: count, values: [{period: 2022, value: 3}]}\n"
    bild.write_text(text, encoding="utf-8")
    done = take(SOL + "Falun;Misshandel;2024;331;\r\n")
    assert (done.code, "misshandel, misshandel-2" in done.err) == (1, True), done.err
    assert bild.read_text(encoding="utf-8") == text


# Sheets and headings


def test_of_a_workbook_only_the_sheet_that_is_named_is_read(
    bild: Path, take: Callable[..., Outcome], tmp_path: Path
) -> None:
    made = openpyxl.Workbook()
    for title, figure in (("Gammal", 1), ("Ny", 340)):
        sheet: Any = made.create_sheet(title)
        for row in (["Region", "Brott", "År", "Antal"], ["Falun", "Misshandel", 2025, figure]):
            sheet.append(row)
    made.save(tmp_path / "x.xlsx")
    (tmp_path / "m.yaml").write_text("sheet: ny\n", encoding="utf-8")
    done = take((tmp_path / "x.xlsx").read_bytes(), "--mapping", "m.yaml", name="fil.xlsx")
    assert (done.code, values_of(bild, "misshandel")[-1]) == (0, ("2025", "340", None)), done.err


def test_a_last_column_of_words_is_not_taken_for_figures(bild: Path, take: Callable[..., Outcome]) -> None:
    done = take("Region;År;Misshandel\nFalun;2025;se nedan\n")
    assert (done.code, "hittas ingen tabell" in done.err) == (2, True), done.err
    assert bild.read_text(encoding="utf-8") == PICTURE


def test_a_table_of_kinds_of_crime_is_named_by_them_and_not_by_what_is_counted(
    bild: Path, take: Callable[..., Outcome]
) -> None:
    kinds = {"label": "brottstyp", "category": {"index": ["9"], "label": {"9": "Misshandel"}}}
    made = cube(id=["Region", "Brott", "ContentsCode", "Tid"], size=[2, 1, 1, 2], value=[331, 340, 1, 2])
    made["dimension"] = {**made["dimension"], "Brott": kinds}
    made["dimension"]["ContentsCode"]["category"]["label"] = {"A": "Anmälda brott"}
    done = take(json.dumps(made), name="tabell.json")
    assert [one[:2] for one in values_of(bild, "misshandel")[1:]] == [("2024", "331"), ("2025", "340")], done.err


def test_a_table_that_says_it_has_very_many_figures_is_refused_before_it_is_laid_out(
    bild: Path, take: Callable[..., Outcome]
) -> None:
    names = [str(i) for i in range(100)]
    many = {f"d{i}": {"category": {"index": names}} for i in range(5)}
    made = cube(id=list(many), size=[100] * 5, dimension=many, value={}, role={})
    done = take(json.dumps(made), name="tabell.json")
    assert (done.code, "är inte hel" in done.err) == (4, True), done.err
    assert bild.read_text(encoding="utf-8") == PICTURE


# Writing into a file that is laid out otherwise


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("values: [{note: Ja, value: 5}]\n", "values: [{period: 2024, note: Ja, value: 5}]\n"),
        ("values:\n  -\n    # vad\n    value: 5\n", "values:\n  -\n    period: 2024\n    # vad\n    value: 5\n"),
    ],
)
def test_a_key_that_belongs_first_is_written_first(text: str, made: str) -> None:
    editing = Editing(text)
    editing.set(("values", 0, "period"), "2024", Figure)
    assert editing.result() == made


@pytest.mark.parametrize("text", ["values: [{}]\n", "values:\n  - value: 5\n"])
def test_a_key_that_has_no_place_of_its_own_is_not_written(text: str) -> None:
    with pytest.raises(CannotEditError):
        Editing(text).set(("values", 0, "period"), "2024", Figure)


def test_a_list_is_not_written_into_what_is_a_text_alone() -> None:
    with pytest.raises(CannotEditError):
        Editing("a: [Misshandel]\n").add_list(("a", 0, "values"), [NEW], Indicator)


def test_a_figure_is_not_written_beside_one_whose_dash_stands_alone() -> None:
    with pytest.raises(CannotEditError):
        Editing("values:\n  -\n    period: 2023\n").insert(("values",), 1, NEW)
