"""Exported tables: read back by programs of others, the same for one municipality as for many, and whole."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from samverkan.check import check
from samverkan.export.columns import Cell, CellType, Columns, Table
from samverkan.export.formats import ExportFormat, made
from samverkan.export.origin import Exported
from samverkan.export.tables import TABLES
from samverkan.personal import hidden
from samverkan.words import export_tables
from samverkan.words.export_columns import COLUMNS
from tests.conftest import EXAMPLES, ROOT, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from samverkan.words.sentence import Language
    from tests.conftest import Outcome

DAY = date(2026, 11, 22)
TODAY = ("--today", DAY.isoformat())
NAMES = [table.name for table in TABLES]
GOLDEN = ROOT / "tests" / "tables"
PLAN = """\
samverkan: 1
kind: action-plan
id: plan-2024
title: Åtgärdsplan
agreement: avtal-2024
period: {from: 2024, until: 2026}
goals:
  - id: tryggare
    text: Fler är trygga.
    unit: per-cent
    baseline: {value: 52.50, period: 2023}
    target: {at_least: 60}
    deadline: hösten 2026
measures:
  - {id: ronder, title: Ronder, goals: tryggare, until: 2026-06, quantity: {at_least: 30, per: yearly}}
"""
REVIEW = """\
samverkan: 1
kind: follow-up
id: uppföljning-2025
title: Uppföljning
date: 2025-05-05
agreement: avtal-2024
reviews: [plan-2024]
outcomes:
  - item: tryggare
    result: reached
    value: 61.5
    counts: [{title: svar, value: 120, of_which: [{title: kvinnor, value: 70}]}]
  - {title: Trygghetsvandringar, result: ongoing}
"""


def lay(folder: Path, **files: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ({"avtal": SMALL, "plan": PLAN, "review": REVIEW} | files).items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def cells(path: Path, delimiter: str = ";") -> list[dict[str, str]]:
    """Read CSV as a program that knows nothing of ours does."""
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def exported(*paths: Path, language: Language = "sv", root: Path = ROOT) -> Exported:
    return Exported(check([str(path) for path in paths], DAY).workspaces, DAY, language, str(root))


@pytest.mark.parametrize("folder", ["tests/workspace", "examples/exempelkommun"])
def test_the_tables_are_those_that_are_expected(
    folder: str, run: Callable[..., Outcome], tmp_path: Path, golden: Callable[[Path, str], None]
) -> None:
    shutil.copytree(ROOT / folder, tmp_path / "mapp")
    ended = run("export", "mapp", "--out", "ut", *TODAY)
    assert (ended.code, ended.err) == (0, "")
    for name in NAMES:
        found = (tmp_path / "ut" / f"{name}.csv").read_bytes().decode()
        golden(GOLDEN / f"{folder.rpartition('/')[2]}-{name}.csv", found)


def test_every_format_holds_the_same_cells() -> None:
    whole = exported(EXAMPLES, ROOT / "tests" / "workspace")
    book = openpyxl.load_workbook(io.BytesIO(made(ExportFormat.XLSX, TABLES, whole).files["samverkan.xlsx"]))
    in_json, in_parquet = (made(form, TABLES, whole).files for form in (ExportFormat.JSON, ExportFormat.PARQUET))
    for table in TABLES:
        lines = [[hidden(cell) if isinstance(cell, str) else cell for cell in line] for line in table.lines(whole)]
        assert lines, table.name
        names = [column.name for column in table.columns]
        read = json.loads(in_json[f"{table.name}.json"], parse_float=Decimal)
        assert [column["name"] for column in read["columns"]] == names
        assert [list(row.values()) for row in read["rows"]] == [[_plain(cell) for cell in line] for line in lines]
        arrow = pq.read_table(io.BytesIO(in_parquet[f"{table.name}.parquet"]))
        assert [list(row.values()) for row in arrow.to_pylist()] == lines
        sheet = list(book[table.title.say("sv")].iter_rows(values_only=True))
        assert sheet[0] == tuple(column.title.say("sv") for column in table.columns)
        assert [list(map(_of_excel, row)) for row in sheet[1:]] == [list(map(_of_excel, line)) for line in lines]


def _plain(cell: Cell) -> Cell:
    return cell.isoformat() if isinstance(cell, date) else cell


def _of_excel(cell: Any) -> Any:
    """Give what Excel keeps of a cell: a figure has no decimals that are nothing, a day is a moment."""
    if isinstance(cell, datetime):
        return cell.date()
    return float(cell) if isinstance(cell, Decimal | int) and not isinstance(cell, bool) else cell


def test_parquet_has_the_types_that_are_declared() -> None:
    files = made(ExportFormat.PARQUET, TABLES, exported(ROOT / "tests" / "workspace")).files
    types = {
        CellType.TEXT: pa.string(),
        CellType.WHOLE: pa.int64(),
        CellType.DECIMAL: pa.decimal128(21, 6),
        CellType.DAY: pa.date32(),
        CellType.YES_NO: pa.bool_(),
    }
    for table in TABLES:
        schema = pq.read_schema(io.BytesIO(files[f"{table.name}.parquet"]))
        assert [(field.name, field.type) for field in schema] == [(one.name, types[one.type]) for one in table.columns]
        assert schema.field(0).metadata[b"meaning"].decode() == table.columns[0].meaning.say("sv")


def test_a_row_is_the_same_alone_as_among_two_hundred(run: Callable[..., Outcome], tmp_path: Path) -> None:
    for number in range(200):
        lay(tmp_path / "kommuner" / f"k{number:03}", samverkan="samverkan: 1\nkind: workspace\n")
    assert run("export", "kommuner", "--out", "alla", *TODAY).code == 0
    assert run("export", "kommuner/k123", "--out", "en", *TODAY).code == 0
    for name in NAMES:
        every, one = cells(tmp_path / "alla" / f"{name}.csv"), cells(tmp_path / "en" / f"{name}.csv")
        assert [row for row in every if row["workspace"] == "kommuner/k123"] == one
        assert len(every) == 200 * len(one)
        assert [row["workspace"] for row in every] == sorted(row["workspace"] for row in every)
    assert cells(tmp_path / "en" / "law.csv")


def test_keys_join_the_tables(run: Callable[..., Outcome], tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "exempelkommun", tmp_path / "mapp")
    assert run("export", "mapp", "--out", "ut", *TODAY).code == 0
    tables = {name: cells(tmp_path / "ut" / f"{name}.csv") for name in NAMES}
    reviewed = [row["key"] for name in NAMES[1:7] for row in tables[name]]
    assert len(reviewed) == len(set(reviewed))
    about = [row["about"] for name in ("outcomes", "notes") for row in tables[name] if row["about"]]
    assert about
    assert set(about) <= set(reviewed)
    goals = {row["key"] for row in tables["goals"]}
    of_measures = [key for row in tables["measures"] for key in row["goals"].split("; ") if key]
    assert of_measures
    assert set(of_measures) <= goals
    files = {row["file"]: row["control_code"] for row in tables["documents"]}
    assert all(files[row["file"]] == row["control_code"] for name in NAMES for row in tables[name])
    keys = [row["key"] for row in tables["indicators"]]
    assert len(keys) == len(set(keys))


def test_what_a_document_says_is_in_its_cells(run: Callable[..., Outcome], tmp_path: Path) -> None:
    lay(tmp_path)
    assert run("export", "--out", "ut", *TODAY).code == 0
    tables = {name: cells(tmp_path / "ut" / f"{name}.csv") for name in NAMES}
    (goal,) = tables["goals"]
    assert (goal["municipality_codes"], goal["municipalities"]) == ("9901", "Exempelby kommun")
    assert (goal["workspace"], goal["file"], goal["document"], goal["key"]) == (
        "",
        "plan.yaml",
        "plan-2024",
        "plan.yaml#tryggare",
    )
    assert (goal["baseline_value"], goal["target_at_least"], goal["target_value"]) == ("52,50", "60", "")
    assert (goal["deadline"], goal["deadline_first"], goal["deadline_last"]) == (
        "hösten 2026",
        "2026-09-01",
        "2026-11-30",
    )
    assert (goal["outcomes"], goal["last_outcome"], goal["last_result"], goal["last_value"], goal["trend"]) == (
        "1",
        "2025-05-05",
        "reached",
        "61,5",
        "better",
    )
    (measure,) = tables["measures"]
    assert (measure["goals"], measure["quantity_at_least"], measure["quantity_per"]) == (
        "plan.yaml#tryggare",
        "30",
        "yearly",
    )
    about_goal, in_words = tables["outcomes"]
    assert (about_goal["about"], about_goal["about_kind"], about_goal["met"]) == ("plan.yaml#tryggare", "goal", "true")
    assert (in_words["about"], in_words["about_text"], in_words["met"]) == ("", "Trygghetsvandringar", "")
    figures = [(row["title"], row["division"], row["value"], row["owner"]) for row in tables["indicators"]]
    outcome = "review.yaml:outcomes[0]"
    assert figures == [("svar", "", "120", outcome), ("svar", "kvinnor", "70", outcome)]


def test_duties_and_law_are_those_of_the_other_commands(run: Callable[..., Outcome], tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "exempelkommun", tmp_path / "mapp")
    told = json.loads(run("followup", "mapp", "--all", "--format", "json", *TODAY).out)["rows"]
    duties = json.loads(run("export", "mapp", "--table", "duties", "--format", "json", *TODAY).out)["rows"]
    shown = [(one["document"], one["clock"], one["status"], one["due"], one["days"], one["reason"]) for one in told]
    found = [(one["document"], one["clock"], one["status"], one["due"], one["days"], one["reason"]) for one in duties]
    assert sorted(map(str, found)) == sorted(map(str, shown))
    (municipality,) = json.loads(run("law", "mapp", "--format", "json", *TODAY).out)["municipalities"]
    answers = json.loads(run("export", "mapp", "--table", "law", "--format", "json", *TODAY).out)["rows"]
    keys = ("paragraph", "demand", "status", "since", "due", "says", "to_do")
    expected = [tuple(one[key] for key in keys) for one in municipality["paragraphs"]]
    assert [tuple(one[key] for key in keys) for one in answers] == expected
    earlier = json.loads(run("export", "mapp", "--table", "duties", "--format", "json", "--today", "2025-01-01").out)
    assert earlier["rows"] != duties


def test_the_same_documents_give_the_same_bytes(run: Callable[..., Outcome], tmp_path: Path) -> None:
    lay(tmp_path / "mapp")
    for form in ExportFormat:
        for folder in ("en", "två"):
            assert run("export", "mapp", "--out", folder, "--format", form, *TODAY).code == 0
        files = sorted(
            path.name for path in (tmp_path / "en").iterdir() if path.suffix == f".{form}" and path.name[0] != "."
        )
        assert len(files) == (1 if form is ExportFormat.XLSX else len(NAMES))
        for name in files:
            assert (tmp_path / "en" / name).read_bytes() == (tmp_path / "två" / name).read_bytes()
    workbook = (tmp_path / "en" / "samverkan.xlsx").read_bytes()
    times = {part.date_time[0] for part in zipfile.ZipFile(io.BytesIO(workbook)).infolist()}
    assert times == {1980}
    assert openpyxl.load_workbook(io.BytesIO(workbook)).properties.modified == datetime(2026, 11, 22)  # noqa: DTZ001


def test_documents_without_an_agreement_have_their_rows(run: Callable[..., Outcome], tmp_path: Path) -> None:
    plan = PLAN.replace("agreement: avtal-2024\n", "").replace(
        "goals:\n", "parties:\n  - {id: kommunen, type: municipality, name: Falu kommun}\ngoals:\n", 1
    )
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    assert run("export", "--out", "ut", *TODAY).code == 0
    (goal,) = cells(tmp_path / "ut" / "goals.csv")
    assert (goal["municipality_codes"], goal["municipalities"]) == ("2080", "Falu kommun")
    assert cells(tmp_path / "ut" / "commitments.csv") == []
    assert (tmp_path / "ut" / "commitments.csv").read_text(encoding="utf-8-sig").startswith("municipality_codes;")


def test_a_municipality_without_a_known_code_has_a_dash(run: Callable[..., Outcome], tmp_path: Path) -> None:
    lay(tmp_path, avtal=SMALL.replace('code: "9901", name: Exempelby kommun', "name: Ingenstans kommun"))
    ended = run("export", "--table", "goals", "--format", "json", *TODAY)
    (goal,) = json.loads(ended.out)["rows"]
    assert (goal["municipality_codes"], goal["municipalities"]) == ("–", "Ingenstans kommun")


def test_what_leads_nowhere_stands_as_it_is_written(run: Callable[..., Outcome], tmp_path: Path) -> None:
    plan = PLAN.replace("goals: tryggare,", "goals: saknas,").replace(
        "period: {", "supersedes: [{title: Planen för 2020}]\nperiod: {", 1
    )
    lay(tmp_path, plan=plan)
    assert run("export", "--out", "ut", *TODAY).code == 0
    assert cells(tmp_path / "ut" / "measures.csv")[0]["goals"] == "saknas"
    (found,) = [row for row in cells(tmp_path / "ut" / "documents.csv") if row["document"] == "plan-2024"]
    assert found["supersedes"] == "Planen för 2020"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_could_not_be_read_is_named(language: str, run: Callable[..., Outcome], tmp_path: Path) -> None:
    lay(
        tmp_path,
        trasig=SMALL + "x: [\n",
        delvis=SMALL.replace("avtal-2024", "delvis").replace("until: 2026", "until: snart"),
    )
    ended = run("export", "--out", "ut", "--lang", language, *TODAY)
    assert ended.code == 1
    lost, in_part = ended.err.splitlines()
    assert "trasig.yaml" in lost
    assert "delvis.yaml" in in_part
    documents = {row["file"]: row for row in cells(tmp_path / "ut" / "documents.csv", ";" if language == "sv" else ",")}
    assert "trasig.yaml" not in documents
    assert (documents["delvis.yaml"]["whole"], documents["delvis.yaml"]["control_code"]) == ("false", "")
    assert documents["plan.yaml"]["whole"] == "true"


class TestWriting:
    def test_a_second_run_replaces_what_the_first_made(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        lay(tmp_path)
        assert run("export", "--out", "ut", *TODAY).code == 0
        lay(tmp_path, plan=PLAN.replace("Fler är trygga.", "Alla är trygga."))
        ended = run("export", "--out", "ut", *TODAY)
        assert (ended.code, ended.err) == (0, "")
        assert cells(tmp_path / "ut" / "goals.csv")[0]["text"] == "Alla är trygga."

    def test_somebody_elses_file_is_left_as_it_is(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        lay(tmp_path)
        theirs = tmp_path / "ut" / "goals.csv"
        theirs.parent.mkdir()
        theirs.write_text("mitt", encoding="utf-8")
        ended = run("export", "--out", "ut", *TODAY)
        assert ended.code == 4
        assert "ut/goals.csv" in ended.err
        assert "--force" in ended.err
        assert [path.name for path in theirs.parent.iterdir()] == ["goals.csv"]
        assert theirs.read_text(encoding="utf-8") == "mitt"
        assert run("export", "--out", "ut", "--force", *TODAY).code == 0
        assert cells(theirs)

    def test_finished_documents_beside_them_stay_known(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        lay(tmp_path)
        assert run("render", "avtal.yaml", "--format", "md", "--out", "ut", *TODAY).code == 0
        assert run("export", "--out", "ut", *TODAY).code == 0
        assert run("render", "avtal.yaml", "--format", "md", "--out", "ut", "--check", *TODAY).code == 0
        assert run("export", "--out", "ut", *TODAY).code == 0

    def test_a_file_in_the_place_of_the_folder_is_told(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        lay(tmp_path)
        ended = run("export", "--out", "avtal.yaml", *TODAY)
        assert ended.code == 4
        assert "avtal.yaml" in ended.err
        assert (tmp_path / "avtal.yaml").read_text(encoding="utf-8") == SMALL

    @pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
    def test_a_link_does_not_lead_out_of_the_folder(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        lay(tmp_path / "här")
        (tmp_path / "där").mkdir()
        (tmp_path / "här" / "build").symlink_to(tmp_path / "där")
        assert run("export", *TODAY, cwd=tmp_path / "här").code == 4
        assert list((tmp_path / "där").iterdir()) == []

    def test_only_the_table_that_is_asked_for_is_written(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        lay(tmp_path)
        ended = run("export", "--table", "goals", "--out", "ut", "--format", "parquet", *TODAY)
        assert ended.code == 0
        assert "1 fil skriven i ut." in ended.out
        assert [path.name for path in (tmp_path / "ut").glob("[!.]*")] == ["goals.parquet"]
        ended = run("export", "--table", "goals", "--out", ".", *TODAY)
        assert ended.out.endswith("1 fil skriven i den här mappen.\n")


class TestPrinting:
    def test_one_table_is_printed(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        lay(tmp_path)
        printed = run("export", "--table", "goals", *TODAY)
        assert (printed.code, printed.err) == (0, "")
        assert run("export", "--table", "goals", "--out", "-", *TODAY).out == printed.out
        run("export", "--out", "ut", *TODAY)
        assert printed.out.encode() == (tmp_path / "ut" / "goals.csv").read_bytes()
        assert not (tmp_path / "build").exists()

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (("--table", "mål"), "goals, measures"),
            (("--table", "goals", "--format", "xlsx"), "--out"),
            (("--table", "goals", "--format", "parquet", "--out", "-"), "--out"),
            (("--out", "-"), "--table"),
        ],
    )
    def test_what_cannot_be_printed_is_told(
        self, arguments: tuple[str, ...], says: str, run: Callable[..., Outcome], tmp_path: Path
    ) -> None:
        lay(tmp_path)
        ended = run("export", *arguments, *TODAY)
        assert (ended.code, ended.out) == (2, "")
        assert says in ended.err

    def test_english_csv_has_commas_and_points(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        lay(tmp_path)
        assert run("export", "--out", "ut", "--lang", "en", *TODAY).code == 0
        (goal,) = cells(tmp_path / "ut" / "goals.csv", ",")
        assert goal["baseline_value"] == "52.50"


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_a_missing_extra_is_told_with_the_command_that_installs_it(
    form: str, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    lay(tmp_path)
    for name in ("openpyxl", "pyarrow"):
        (tmp_path / "utan" / name).mkdir(parents=True)
        (tmp_path / "utan" / name / "__init__.py").write_text("raise ImportError", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path / "utan"), os.environ.get("PYTHONPATH", "")])
    ended = run("export", "--format", form, "--out", "ut", *TODAY, PYTHONPATH=path)
    assert ended.code == 4
    assert 'pip install "samverkan[export]"' in ended.err
    assert not (tmp_path / "ut").exists()
    assert run("export", "--format", "json", "--out", "ut", *TODAY, PYTHONPATH=path).code == 0


def table_of(*lines: tuple[Cell, ...]) -> Table:
    """Make a table of our own with a column of each type."""
    columns = Columns[tuple[Cell, ...]]("goals")
    columns.text("text", lambda line: str(line[0]) if line[0] is not None else None)
    columns.whole("outcomes", lambda line: line[1] if isinstance(line[1], int) else None)
    columns.decimal("baseline_value", lambda line: line[2] if isinstance(line[2], Decimal) else None)
    columns.day("due", lambda line: line[3] if isinstance(line[3], date) else None)
    columns.yes_no("overall", lambda line: line[4] if isinstance(line[4], bool) else None)
    return columns.of_rows(lambda _: lines)


NOTHING = Exported((), DAY, "sv", str(ROOT))
FORMULA = re.compile("[-=+@－＝＋＠]")
HOSTILE = st.text(max_size=60) | st.sampled_from(
    [
        *("=1+1", "+46", "-1;=2", "@SUM(A1)", "\t=1", "a\n=1", "a;=1", '"=1', "a\r\nb", "\x00\x1b[31m", "_x0041_"),
        *("\ufffe\uffff", "\u202e", "😀" * 5, "#N/A", "0123", "1e5", "TRUE", "::error::x", "##[error]", "850709-9805"),
    ]
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(HOSTILE.filter(str.strip), min_size=1, max_size=5))
@example(["=1+1", "a\x00b", "850709-9805"])
def test_no_text_becomes_anything_else(texts: list[str]) -> None:
    table = table_of(*((text, None, None, None, None) for text in texts))
    sheet = openpyxl.load_workbook(io.BytesIO(made(ExportFormat.XLSX, [table], NOTHING).files["samverkan.xlsx"]))["Mål"]
    assert [cell.data_type for (cell, *_) in list(sheet.rows)[1:]] == ["s"] * len(texts)
    assert all("9805" not in str(cell.value) for (cell, *_) in sheet.rows) or "850709-9805" not in texts
    written = made(ExportFormat.CSV, [table], NOTHING).files["goals.csv"].decode("utf-8-sig")
    read = [row[0] for row in csv.reader(io.StringIO(written, newline=""), delimiter=";")][1:]
    assert len(read) == len(texts)
    assert not any(FORMULA.match(cell) and not re.fullmatch(r"-\d+", cell) for cell in read)
    assert not any(re.search("[\x00-\x1f\x7f]", cell) for cell in read)
    in_json = json.loads(made(ExportFormat.JSON, [table], NOTHING).files["goals.json"])["rows"]
    arrow = pq.read_table(io.BytesIO(made(ExportFormat.PARQUET, [table], NOTHING).files["goals.parquet"]))
    for text, row, cell in zip(texts, in_json, arrow.column("text").to_pylist(), strict=True):
        assert row["text"] == cell
        assert row["text"] == text or "•" in row["text"]


def test_lines_and_characters_that_excel_reads_otherwise_are_kept() -> None:
    texts = ["a\n\nb", "_x0041_ och _x000D_", "a\ufffeb", "\x1b[31m"]
    content = made(ExportFormat.XLSX, [table_of(*((text, *[None] * 4) for text in texts))], NOTHING)
    part = zipfile.ZipFile(io.BytesIO(content.files["samverkan.xlsx"])).read("xl/worksheets/sheet1.xml").decode()
    assert "a\n\nb" in part
    assert "_x005F_x0041_ och _x005F_x000D_" in part
    assert "a&lt;U+FFFE&gt;b" in part
    assert "&lt;U+001B&gt;[31m" in part


def test_a_text_that_excel_has_no_room_for_is_cut_and_told() -> None:
    for text in ("å" * 40_000, "😀" * 20_000, "a" * 32_768):
        content = made(ExportFormat.XLSX, [table_of((text, *[None] * 4), ("kort", *[None] * 4))], NOTHING)
        (told,) = content.told
        assert "Antal celler i Mål: 1." in told.say("sv")
        sheet = openpyxl.load_workbook(io.BytesIO(content.files["samverkan.xlsx"]))["Mål"]
        shown = str(sheet["A2"].value)
        assert len(shown.encode("utf-16-le")) // 2 in {32_766, 32_767}
        assert shown.endswith(" […]")
        assert text.startswith(shown.removesuffix(" […]"))
    whole = made(ExportFormat.XLSX, [table_of(("a" * 32_767, *[None] * 4))], NOTHING)
    assert whole.told == ()
    for form, name in ((ExportFormat.CSV, "goals.csv"), (ExportFormat.JSON, "goals.json")):
        assert b"a" * 40_000 in made(form, [table_of(("a" * 40_000, *[None] * 4))], NOTHING).files[name]


def test_the_command_tells_of_texts_that_are_cut(run: Callable[..., Outcome], tmp_path: Path) -> None:
    lay(tmp_path, plan=PLAN.replace("Fler är trygga.", "trygg " * 7_000))
    ended = run("export", "--format", "xlsx", "--out", "ut", *TODAY)
    assert ended.code == 0
    assert "[…]" in ended.err


def test_figures_and_days_that_excel_cannot_hold_are_text() -> None:
    many, few, early = Decimal("123456789012345.678901"), Decimal("-0.100000"), date(1850, 1, 1)
    table = table_of(("a", 7, many, early, True), ("b", -7, few, DAY, False), ("c", 0, Decimal(0), None, None))
    book = openpyxl.load_workbook(io.BytesIO(made(ExportFormat.XLSX, [table], NOTHING).files["samverkan.xlsx"]))
    rows = list(book["Mål"].iter_rows(min_row=2, values_only=True))
    assert rows[0] == ("a", 7, str(many), "1850-01-01", True)
    assert rows[1] == ("b", -7, -0.1, datetime(2026, 11, 22), False)  # noqa: DTZ001
    assert rows[2] == ("c", 0, 0, None, None)
    arrow = pq.read_table(io.BytesIO(made(ExportFormat.PARQUET, [table], NOTHING).files["goals.parquet"])).to_pylist()
    assert (arrow[0]["baseline_value"], arrow[0]["due"]) == (many, early)
    written = made(ExportFormat.JSON, [table], NOTHING).files["goals.json"].decode()
    assert '"baseline_value": 123456789012345.678901' in written


def test_more_rows_than_a_sheet_has_room_for_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from samverkan.errors import WrongUseError  # noqa: PLC0415
    from samverkan.export import xlsx  # noqa: PLC0415

    monkeypatch.setattr(xlsx, "_MOST_ROWS", 3)
    fits = [("a", *[None] * 4)] * 2
    assert made(ExportFormat.XLSX, [table_of(*fits)], NOTHING).files
    with pytest.raises(WrongUseError, match="goals"):
        made(ExportFormat.XLSX, [table_of(*fits, *fits)], NOTHING)


def test_every_word_is_used_and_no_column_is_declared_twice() -> None:
    used = {name for table in TABLES for one in table.columns for name in (one.name, f"{table.name}.{one.name}")}
    assert set(COLUMNS) <= used
    assert set(export_tables.TABLES) == set(NAMES)
    for table in TABLES:
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names)), table.name
        for language in ("sv", "en"):
            titles = [column.title.say(language) for column in table.columns]
            assert len(titles) == len(set(titles)), [title for title in titles if titles.count(title) > 1]
            assert len(table.title.say(language)) <= 31


def test_a_closed_list_names_every_value_that_stands_in_a_table() -> None:
    whole = exported(EXAMPLES, ROOT / "tests" / "workspace")
    for table in TABLES:
        for line in table.lines(whole):
            for column, cell in zip(table.columns, line, strict=True):
                assert not column.choices or cell is None or cell in column.choices


@pytest.mark.parametrize(("page", "language"), [("docs/sv/export.md", "sv"), ("docs/export.md", "en")])
def test_the_pages_are_those_of_the_code(page: str, language: str) -> None:
    code = "import runpy, sys; print(end='', *[runpy.run_path(sys.argv[1])['pages']()[sys.argv[2]]])"
    command = [sys.executable, "-c", code, str(ROOT / "tools" / "make_export_pages.py"), language]
    told = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONUTF8": "1"}).stdout
    assert told.decode().splitlines() == (ROOT / page).read_text(encoding="utf-8").splitlines(), "run: make docs"
