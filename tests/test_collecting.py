"""Forms in Excel out, answers in: a round of answers becomes one follow-up, and nothing of it is lost or made up."""

from __future__ import annotations

import datetime as dt
import io
import re
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from tests.conftest import EXAMPLES, ROOT, plain, program

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

TODAY = ("--today", "2026-11-20")
PLAN = "atgardsplan-2026"
GOALS = ["trygga-kvällar", "lugnare-torg", "färre-provar", "frågan-ställs-överallt", "utövare-får-hjälp"]
WORK = [
    *("ljus-i-parkstråket", "närvaro-fredag-lördag", "liv-på-torget", "mot-försäljningen", "insats-vid-frånvaro"),
    *("tidigt-stöd-till-yngre", "fråga-och-följ", "samtal-för-utövare"),
]
Answers = dict[str, dict[str, Any]]


@pytest.fixture
def folder(tmp_path: Path, run: Callable[..., Outcome]) -> Path:
    """Lay out the example municipality with a form of its plan."""
    shutil.copytree(EXAMPLES / "exempelkommun", tmp_path, dirs_exist_ok=True)
    made = run("new", "follow-up", "--of", PLAN, "--xlsx", "--out", "form.xlsx", *TODAY)
    assert (made.code, made.err) == (0, "")
    return tmp_path


def opened(path: Path) -> Any:
    return openpyxl.load_workbook(path)


class Form:
    """A form in the hands of somebody who answers, by another program than ours."""

    def __init__(self, path: Path) -> None:
        self.book = opened(path)
        self.sheet = self.book.worksheets[0]
        self.columns: dict[str, int] = {cell.value: cell.column for cell in self.sheet[5] if cell.value}
        keys = {self.sheet.cell(row, 1).value: row for row in range(7, self.sheet.max_row + 1)}
        self.rows = {key.rpartition("#")[2]: row for key, row in keys.items() if key}

    def at(self, item: str, column: str) -> Any:
        """Give the cell of an item in a column."""
        return self.sheet.cell(self.rows[item], self.columns[column])

    def answer(self, answers: Answers, who: Any = None, day: Any = None) -> Form:
        """Fill in answers, and above the table who answers and when."""
        self.sheet.cell(3, self.columns["responsible"]).value = who
        self.sheet.cell(4, self.columns["responsible"]).value = day
        for item, cells in answers.items():
            for column, value in cells.items():
                self.at(item, column).value = value
        return self

    def save(self, path: Path) -> None:
        """Save it."""
        self.book.save(path)


def answered(folder: Path, name: str, answers: Answers, who: Any = None, day: Any = None) -> None:
    Form(folder / "form.xlsx").answer(answers, who, day).save(folder / name)


def whole() -> Answers:
    goals = {item: {"result": "pågår", "comment": "Arbetet fortsätter."} for item in GOALS}
    return {**goals, **{item: {"result": "genomfört"} for item in WORK}}


def outcome_of(text: str, item: str) -> Any:
    return next(one for one in plain(text)["outcomes"] if one.get("item") == item)


def test_a_round_with_three_answerers_is_a_complete_follow_up_that_resets_its_clock(
    folder: Path, run: Callable[..., Outcome]
) -> None:
    answers = whole()
    answers["trygga-kvällar"] = {"result": "delvis", "light": "gul", "value": 61.5, "period": "2026"}
    items = [*GOALS, *WORK]
    parts = [
        ("a", items[:4], "Samordnaren"),
        ("b", items[4:9], "Gatuchefen"),
        ("c", items[9:], "Kommunpolisen"),
    ]
    for name, own, who in parts:
        answered(folder, f"{name}.xlsx", {item: answers[item] for item in own}, who, dt.date(2026, 11, 18))
    before = run("followup", "--all", "--format", "json", *TODAY).out
    done = run("collect", "a.xlsx", "b.xlsx", "c.xlsx", "--into", "uppföljning-plan.yaml", *TODAY)
    assert (done.code, done.err) == (0, "")
    assert "13 av 13" in done.out
    text = (folder / "uppföljning-plan.yaml").read_text(encoding="utf-8")
    assert outcome_of(text, "trygga-kvällar") == {
        "item": "trygga-kvällar",
        "result": "partly",
        "light": "yellow",
        "value": "61.5",
        "period": "2026",
        "answered_by": "Samordnaren",
        "answered": "2026-11-18",
    }
    checked = run("validate", "uppföljning-plan.yaml", *TODAY)
    assert checked.code == 0, checked.out
    assert before != run("followup", "--all", "--format", "json", *TODAY).out
    shown = run("followup", "--all", *TODAY).out
    assert "uppföljningen den 20 november 2026" in " ".join(shown.split())
    assert run("fmt", "--check", "uppföljning-plan.yaml").code == 0


def test_a_form_shows_what_one_needs_to_know_and_opens_only_what_is_to_be_answered(folder: Path) -> None:
    form = Form(folder / "form.xlsx")
    assert list(form.rows) == [*GOALS, *WORK]
    shown = {
        name: form.at("trygga-kvällar", name).value for name in ("kind", "responsible", "baseline", "target", "unit")
    }
    assert shown == {
        "kind": "Mål",
        "responsible": "Exempelby kommun; Lokalpolisområde Exempel",
        "unit": "procent",
        "baseline": "58 procent (2025), Trygghetsmätningen 2025 (påhittad)",
        "target": "minst 63 procent",
    }
    assert form.at("utövare-får-hjälp", "last").value == "pågår, 6 (uppföljningen 2026-10-21)"
    assert form.sheet.protection.sheet
    locked = {name: form.at("lugnare-torg", name).protection.locked for name in form.columns if ":" not in name}
    answers = {"result", "light", "value", "period", "comment", "obstacle", "carried_over", "answered_by", "answered"}
    assert {name for name, is_locked in locked.items() if not is_locked} == answers
    lists = {rule.formula1: str(rule.sqref) for rule in form.sheet.data_validations.dataValidation}
    assert '"uppnått,delvis,pågår,inte uppnått,inte bedömt"' in lists
    assert '"genomfört,delvis,pågår,inte genomfört,inte bedömt"' in lists
    assert form.sheet.column_dimensions["A"].hidden
    assert form.book["samverkan"].sheet_state == "veryHidden"
    assert (form.sheet.page_setup.orientation, form.sheet.page_setup.fitToWidth) == ("landscape", 1)
    assert form.sheet.print_title_rows == "$6:$6"


def test_a_form_is_in_the_language_of_the_reader_and_the_same_each_time(
    folder: Path, run: Callable[..., Outcome]
) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        run("--lang", "en", "new", "follow-up", "--of", PLAN, "--xlsx", "--out", name, *TODAY)
    form = Form(folder / "one.xlsx")
    assert form.sheet.cell(6, form.columns["target"]).value == "Target"
    assert form.at("lugnare-torg", "kind").value == "Goal"
    assert (folder / "one.xlsx").read_bytes() == (folder / "two.xlsx").read_bytes()


def test_each_who_is_responsible_gets_a_form_of_their_own_rows(folder: Path, run: Callable[..., Outcome]) -> None:
    made = run("new", "follow-up", "--of", PLAN, "--by-responsible", "--out", "ut", *TODAY)
    assert made.code == 0
    files = {path.stem: set(Form(path).rows) for path in (folder / "ut").iterdir()}
    assert files["gatuchef-exempelby-kommun"] == {"ljus-i-parkstråket"}
    assert files["lokalpolisområde-exempel"] == {"trygga-kvällar", "lugnare-torg", "färre-provar"}
    assert set().union(*files.values()) == {*GOALS, *WORK}
    assert "samverkan collect ut" in made.out
    for path in (folder / "ut").iterdir():
        form = Form(path)
        form.answer({item: whole()[item] for item in form.rows}, path.stem).save(path)
    (folder / "ut" / "~$gatuchef.xlsx").write_bytes(b"kept by Excel while the file is open")
    done = run("collect", "ut", "--into", "klar.yaml", *TODAY)
    assert done.code == 0, done.err
    assert "13 av 13" in done.out
    text = (folder / "klar.yaml").read_text(encoding="utf-8")
    assert outcome_of(text, "lugnare-torg")["answered_by"] == "lokalpolisområde-exempel"
    assert len(outcome_of(text, "trygga-kvällar")["answered_by"]) == 2


def test_missing_answers_are_told_by_who_was_to_give_them_and_left_empty(
    folder: Path, run: Callable[..., Outcome]
) -> None:
    answers = whole()
    del answers["ljus-i-parkstråket"]
    answered(folder, "a.xlsx", answers)
    done = run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY)
    assert done.code == 1
    assert "Saknar svar: Belysning och lägre häckar i parkstråket (Gatuchef, Exempelby kommun)." in done.err
    assert outcome_of((folder / "ut.yaml").read_text(encoding="utf-8"), "ljus-i-parkstråket")["result"] is None
    assert run("validate", "ut.yaml", *TODAY).code == 1


def test_a_link_that_leads_nowhere_is_no_file_to_write(folder: Path, run: Callable[..., Outcome]) -> None:
    answered(folder, "a.xlsx", whole())
    (folder / "ut.yaml").symlink_to(folder / "borta" / "ut.yaml")
    done = run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY)
    assert (done.code, "Välj en annan fil med --into" in done.err) == (2, True), done.err
    assert (folder / "ut.yaml").is_symlink()


def test_double_answers_that_agree_are_put_together(folder: Path, run: Callable[..., Outcome]) -> None:
    answered(folder, "a.xlsx", whole(), "Gatuchefen")
    again = {"result": "genomfört", "comment": "Klart i maj.", "light": "grön"}
    answered(folder, "b.xlsx", {"ljus-i-parkstråket": again}, "Polisen")
    done = run("collect", "a.xlsx", "b.xlsx", *TODAY)
    assert done.code == 0
    assert "Dubbla svar som säger samma sak" in done.err
    assert outcome_of(done.out, "ljus-i-parkstråket") == {
        "item": "ljus-i-parkstråket",
        "result": "reached",
        "light": "green",
        "comment": "Klart i maj.",
        "answered_by": ["Gatuchefen", "Polisen"],
    }


def test_double_answers_that_differ_are_left_to_be_chosen_and_both_are_kept(
    folder: Path, run: Callable[..., Outcome]
) -> None:
    one = {"result": "uppnått", "value": 64, "period": "2026", "comment": "Bra."}
    answered(folder, "a.xlsx", {**whole(), "trygga-kvällar": one}, "A")
    answered(folder, "b.xlsx", {"trygga-kvällar": {"result": "delvis", "value": 61, "comment": "Sådär."}}, "B")
    done = run("collect", "a.xlsx", "b.xlsx", *TODAY)
    assert done.code == 1
    found = outcome_of(done.out, "trygga-kvällar")
    assert (found["result"], found["value"], "period" in found) == (None, None, False)
    assert found["comment"] == "A: Bra.\n\nB: Sådär."
    assert "a.xlsx: Utfall uppnått, Värde 64. b.xlsx: Utfall delvis, Värde 61." in done.err
    assert "# Svaren skiljer sig: a.xlsx: Utfall uppnått, Värde 64." in done.out


@pytest.mark.parametrize(
    "case",
    [
        (61.5, None, "61.5", None),
        ("61,5 %", None, "61.5", None),
        ("61,5 procent", None, "61.5", None),
        (0.615, "0.0%", "61.5", None),
        ("61 st", None, None, "är i en annan enhet än procent"),
        ("61 promille", None, None, "är i en annan enhet än procent"),
        (0.61, None, "0.61", "Menas 61 procent?"),
        (161, None, "161", "är mer än 100 procent"),
        ("vet ej", None, None, "går inte att läsa"),
        ("mellan 60 och 65", None, None, "går inte att läsa"),
        ("60.000,5.1", None, None, "går inte att läsa"),
        (True, None, None, "går inte att läsa"),
    ],
)
def test_a_figure_is_taken_in_its_unit_only(
    folder: Path, run: Callable[..., Outcome], case: tuple[Any, str | None, str | None, str | None]
) -> None:
    value, style, taken, told = case
    form = Form(folder / "form.xlsx").answer({**whole(), "trygga-kvällar": {"result": "pågår", "value": value}})
    if style:
        form.at("trygga-kvällar", "value").number_format = style
    form.save(folder / "a.xlsx")
    done = run("collect", "a.xlsx", *TODAY)
    assert (done.code, outcome_of(done.out, "trygga-kvällar").get("value")) == (1 if told else 0, taken), done.err
    assert told is None or told in done.err
    assert taken is not None or "skrev ”" in done.out


def test_a_share_in_the_place_of_a_number_is_another_unit(folder: Path, run: Callable[..., Outcome]) -> None:
    form = Form(folder / "form.xlsx").answer({**whole(), "lugnare-torg": {"result": "pågår", "value": 0.3}})
    form.at("lugnare-torg", "value").number_format = "0%"
    form.save(folder / "a.xlsx")
    done = run("collect", "a.xlsx", *TODAY)
    assert done.code == 1
    assert "”30 %” är i en annan enhet än antal" in done.err
    assert "value" not in outcome_of(done.out, "lugnare-torg")


def test_about_so_many_is_kept_as_that(folder: Path, run: Callable[..., Outcome]) -> None:
    answered(folder, "a.xlsx", {**whole(), "lugnare-torg": {"result": "pågår", "value": "cirka 1 200 st"}})
    found = outcome_of(run("collect", "a.xlsx", *TODAY).out, "lugnare-torg")
    assert (found["value"], found["precision"]) == ("1200", "about")


def test_changed_locked_cells_foreign_rows_and_text_outside_are_told_and_not_taken_in(
    folder: Path, run: Callable[..., Outcome]
) -> None:
    form = Form(folder / "form.xlsx").answer(whole())
    form.at("lugnare-torg", "target").value = "högst 99"
    form.at("lugnare-torg", "unit").value = None
    form.sheet.cell(form.rows["lugnare-torg"], 30).value = "se bilaga"
    form.sheet.cell(form.sheet.max_row + 1, 3).value = "En åtgärd till"
    form.save(folder / "a.xlsx")
    done = run("collect", "a.xlsx", *TODAY)
    assert done.code == 1
    assert "G8: den låsta rutan Mål är ändrad från ”högst 30” till ”högst 99”" in done.err
    assert "Enhet är ändrad från ”antal” till ””" in done.err
    assert f"{get_column_letter(30)}8: text utanför svarsrutorna tas inte med: se bilaga" in done.err
    assert "raden hör inte till formuläret och tas inte med: En åtgärd till" in done.err
    assert "99" not in done.out


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("=1+60", "formel utan färdigt värde"),
        ("='[annan.xlsx]Blad1'!A1", "hämtar från en annan fil"),
        ('=WEBSERVICE("http://127.0.0.1:9/x")', "hämtar från en annan fil"),
        ("=cmd|'/C calc'!A0", "hämtar från en annan fil"),
    ],
)
def test_a_formula_is_never_worked_out(folder: Path, run: Callable[..., Outcome], formula: str, told: str) -> None:
    answered(folder, "a.xlsx", {**whole(), "trygga-kvällar": {"result": "pågår", "value": formula}})
    done = run("collect", "a.xlsx", *TODAY)
    assert done.code == 1
    assert told in done.err
    assert "value" not in outcome_of(done.out, "trygga-kvällar")


def test_the_value_that_a_formula_showed_is_taken_and_told(folder: Path, run: Callable[..., Outcome]) -> None:
    answered(folder, "b.xlsx", {**whole(), "trygga-kvällar": {"result": "pågår", "value": "=SUM(60,1)"}})
    empty, full = re.compile(rb"(<f>SUM\(60,1\)</f>)<v\s*/?>(</v>)?"), rb"\1<v>61</v>"
    cached = rewritten(folder / "b.xlsx", lambda _, part: empty.sub(full, part))
    (folder / "a.xlsx").write_bytes(cached)
    done = run("collect", "a.xlsx", *TODAY)
    assert done.code == 1
    assert "svaret är en formel. Värdet som filen visade, 61" in done.err
    assert outcome_of(done.out, "trygga-kvällar")["value"] == "61"


def test_text_that_looks_like_yaml_or_a_formula_stays_text(folder: Path, run: Callable[..., Outcome]) -> None:
    nasty = "null\n- item: x  # nej\n\t'\"{}[]: &a *b\u2028slut"
    form = Form(folder / "form.xlsx").answer({**whole(), "lugnare-torg": {"result": "pågår", "comment": nasty}})
    cell = form.at("färre-provar", "comment")
    cell.value, cell.data_type = "=1+1", "s"
    form.save(folder / "a.xlsx")
    done = run("collect", "a.xlsx", *TODAY)
    assert done.code == 0, done.err
    assert outcome_of(done.out, "lugnare-torg")["comment"] == "null\n- item: x  # nej\n'\"{}[]: &a *b\nslut"


def test_unknown_words_and_days_are_told_and_kept(folder: Path, run: Callable[..., Outcome]) -> None:
    cells = {"result": "nästan", "light": "lila", "answered": "i förrgår", "comment": "Ja."}
    answered(folder, "a.xlsx", {**whole(), "lugnare-torg": cells})
    done = run("collect", "a.xlsx", *TODAY)
    assert done.code == 1
    for word in ("nästan", "lila", "i förrgår"):
        assert f"”{word}” under" in done.err
        assert f"skrev ”{word}”" in " ".join(done.out.replace("#", " ").split())


def test_words_of_both_languages_are_understood(folder: Path, run: Callable[..., Outcome]) -> None:
    answers = {**whole(), "lugnare-torg": {"result": "Not reached", "light": "Red", "carried_over": "yes"}}
    answered(folder, "a.xlsx", answers)
    found = outcome_of(run("collect", "a.xlsx", *TODAY).out, "lugnare-torg")
    assert (found["result"], found["light"], found["carried_over"]) == ("not-reached", "red", "true")


def test_what_is_not_assessed_needs_a_reason(folder: Path, run: Callable[..., Outcome]) -> None:
    answers = {**whole(), "lugnare-torg": {"result": "inte bedömt"}}
    answers["färre-provar"] = {"result": "inte bedömt", "comment": "Enkäten görs 2027."}
    answers["utövare-får-hjälp"] = {"light": "gul"}
    answered(folder, "a.xlsx", answers)
    done = run("collect", "a.xlsx", *TODAY)
    assert done.code == 1
    assert "Inte bedömt, utan skäl: Misshandeln" in done.err
    assert "Har svar utan utfall: Fler som utövar våld" in done.err
    assert outcome_of(done.out, "färre-provar")["why_not"] == "Enkäten görs 2027."


def test_a_text_that_has_changed_meanwhile_is_told_and_its_fingerprint_kept(
    folder: Path, run: Callable[..., Outcome]
) -> None:
    answered(folder, "a.xlsx", whole())
    plan = folder / f"{PLAN}.yaml"
    text = plan.read_text(encoding="utf-8").replace("at_most: 30", "at_most: 25")
    plan.write_text(text.replace("- id: liv-på-torget", "- id: mer-liv-på-torget"), encoding="utf-8")
    done = run("collect", "a.xlsx", *TODAY)
    assert done.code == 1
    assert "har ändrats sedan formuläret gjordes" in done.err
    assert "Finns inte längre" in done.err
    assert "Saknar svar: Ny verksamhet i kiosken" in done.err
    old = run("fingerprint", str(EXAMPLES / "exempelkommun" / f"{PLAN}.yaml")).out
    assert str(plain(done.out)["reviews"][0]["fingerprint"]) in old
    assert any(one.get("title") == "Ny verksamhet i kiosken" for one in plain(done.out)["outcomes"])


def test_forms_of_different_rounds_are_not_mixed(folder: Path, run: Callable[..., Outcome]) -> None:
    run("new", "follow-up", "--of", "medborgarlofte-2026", "--xlsx", "--out", "b.xlsx", *TODAY)
    answered(folder, "a.xlsx", whole())
    done = run("collect", "a.xlsx", "b.xlsx", "--into", "ut.yaml", *TODAY)
    assert (done.code, (folder / "ut.yaml").exists()) == (2, False)
    assert "hör till en annan uppföljning" in done.err


def test_nothing_is_replaced_unless_asked_and_then_it_is_told(folder: Path, run: Callable[..., Outcome]) -> None:
    answered(folder, "a.xlsx", whole())
    assert run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY).code == 0
    (folder / "ut.yaml").write_text("mitt\n", encoding="utf-8")
    again = run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY)
    assert again.code == 2
    assert (folder / "ut.yaml").read_text(encoding="utf-8") == "mitt\n"
    forced = run("collect", "a.xlsx", "--into", "ut.yaml", "--force", *TODAY)
    assert forced.code == 0
    assert "ut.yaml är ersatt" in forced.out
    assert plain((folder / "ut.yaml").read_text(encoding="utf-8"))["id"] == "ut"


def test_later_answers_fill_in_a_follow_up_and_keep_what_stands_there(
    folder: Path, run: Callable[..., Outcome]
) -> None:
    first, later = dict(list(whole().items())[:5]), dict(list(whole().items())[5:])
    answered(folder, "a.xlsx", first)
    assert run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY).code == 1
    path = folder / "ut.yaml"
    before = path.read_text(encoding="utf-8")
    written = (
        before.replace("outcomes:\n", "# Mötet den 3 november.\noutcomes:\n", 1) + "\nsummary: Ett gott år. # mitt\n"
    )
    path.write_text(written, encoding="utf-8")
    answered(folder, "b.xlsx", later)
    done = run("collect", "b.xlsx", "--into", "ut.yaml", *TODAY)
    assert (done.code, done.err) == (0, "")
    text = path.read_text(encoding="utf-8")
    assert "är ifylld" in done.out
    assert {"# Mötet den 3 november.", "summary: Ett gott år. # mitt"} <= set(text.splitlines())
    outcomes = plain(text)["outcomes"]
    assert [one.get("item") for one in outcomes] == [one.get("item") for one in plain(before)["outcomes"]]
    answered(folder, "c.xlsx", whole())
    run("collect", "c.xlsx", "--into", "allt.yaml", *TODAY)
    together = plain((folder / "allt.yaml").read_text(encoding="utf-8"))["outcomes"]
    assert outcomes == together
    again = run("collect", "a.xlsx", "b.xlsx", "--into", "ut.yaml", *TODAY)
    assert (again.code, "Inget nytt i svaren" in again.out) == (0, True)
    assert path.read_text(encoding="utf-8") == text


def test_what_the_file_says_otherwise_is_kept_and_told(folder: Path, run: Callable[..., Outcome]) -> None:
    answers = whole()
    answered(folder, "a.xlsx", answers)
    assert run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY).code == 0
    path = folder / "ut.yaml"
    text = path.read_text(encoding="utf-8")
    one = re.search(r"    result: (\S+)\n", text)
    assert one
    path.write_text(text.replace(one[0], "    result: not-assessed # enligt mötet\n", 1), encoding="utf-8")
    mine = path.read_bytes()
    done = run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY)
    assert (done.code, path.read_bytes()) == (1, mine)
    assert "är Utfall (`result`) ”inte bedömt”, men ett svar säger" in done.err
    forced = run("collect", "a.xlsx", "--into", "ut.yaml", "--force", *TODAY)
    assert (forced.code, forced.err) == (0, "")
    assert f"    result: {one[1]} # enligt mötet" in path.read_text(encoding="utf-8")


def test_a_long_comment_is_replaced_where_the_answers_are_to_count(folder: Path, run: Callable[..., Outcome]) -> None:
    answers = whole()
    first = next(iter(answers))
    answers[first]["comment"] = "Ett kort svar."
    answered(folder, "a.xlsx", answers)
    assert run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY).code == 0
    path = folder / "ut.yaml"
    text = path.read_text(encoding="utf-8")
    long = "    comment: >-\n" + "      Ett mycket långt svar som går över flera rader i filen.\n" * 3
    path.write_text(text.replace("    comment: Ett kort svar.\n", long, 1), encoding="utf-8")
    kept = run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY)
    assert (kept.code, "men ett svar säger ”Ett kort svar.”" in kept.err) == (1, True)
    assert run("collect", "a.xlsx", "--into", "ut.yaml", "--force", *TODAY).code == 0
    assert plain(path.read_text(encoding="utf-8")) == plain(text)


@pytest.mark.parametrize(
    "outcomes",
    ["outcomes: []\n", "outcomes:\n  - {item: trygga-kvällar, result: ongoing}\n", "outcomes: {}\n"],
)
def test_a_follow_up_that_cannot_be_filled_in_is_left_as_it_is(
    folder: Path, run: Callable[..., Outcome], outcomes: str
) -> None:
    answered(folder, "a.xlsx", whole())
    assert run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY).code == 0
    path = folder / "ut.yaml"
    head = path.read_text(encoding="utf-8").split("outcomes:")[0]
    path.write_text(head + outcomes, encoding="utf-8")
    done = run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY)
    assert (done.code, path.read_text(encoding="utf-8")) == (2, head + outcomes)
    assert "lämnas som den är" in done.err


def test_a_new_outcome_is_put_below_the_others(folder: Path, run: Callable[..., Outcome]) -> None:
    answered(folder, "a.xlsx", whole())
    assert run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY).code == 0
    path = folder / "ut.yaml"
    text = path.read_text(encoding="utf-8")
    last = text.rindex("\n\n  # ")
    path.write_text(f"{text[:last]}\n", encoding="utf-8")
    done = run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY)
    assert (done.code, "svar på 1 punkter" in done.out) == (0, True)
    assert plain(path.read_text(encoding="utf-8")) == plain(text)


def test_the_documents_lie_beside_a_follow_up_in_another_folder(
    folder: Path, run: Callable[..., Outcome], tmp_path_factory: pytest.TempPathFactory
) -> None:
    answered(folder, "a.xlsx", whole())
    elsewhere = tmp_path_factory.mktemp("annan")
    target = folder / "ut.yaml"
    assert run("collect", str(folder / "a.xlsx"), "--into", str(target), *TODAY, cwd=elsewhere).code == 0
    named = run("collect", str(folder / "a.xlsx"), "--documents", str(folder), *TODAY, cwd=elsewhere)
    assert named.code == 0
    assert run("collect", str(folder / "a.xlsx"), *TODAY, cwd=elsewhere).code != 0


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("collect", "finns-inte.xlsx"), 4, "den finns inte"),
        (("collect", "tom"), 2, "finns inga Excelfiler"),
        (("collect", "samverkan.yaml"), 2, "är inget formulär"),
        (("collect", "annan.xlsx"), 2, "är inget formulär"),
        (("new", "action-plan", "--xlsx"), 2, "gäller bara follow-up"),
        (("new", "follow-up", "--xlsx"), 2, "--of"),
        (("new", "follow-up", "--of", PLAN, "--xlsx", "--out", "-"), 2, "standardutdata"),
        (("new", "follow-up", "--of", PLAN, "--xlsx", "--out", "form.xlsx"), 2, "finns redan"),
    ],
)
def test_what_cannot_be_done_is_said(
    folder: Path, run: Callable[..., Outcome], arguments: tuple[str, ...], code: int, told: str
) -> None:
    (folder / "tom").mkdir()
    book = openpyxl.Workbook()
    book.save(folder / "annan.xlsx")
    done = run(*arguments, *TODAY)
    assert (done.code, told in done.err) == (code, True), done.err


def rewritten(path: Path, change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    """Give a workbook with its parts changed, and more parts added."""
    packed = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in more.items():
            new.writestr(name.replace("__", "/"), content)
    return packed.getvalue()


def bad_files(path: Path) -> dict[str, tuple[bytes, str]]:
    raw, same = path.read_bytes(), lambda _name, part: part
    entities = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    encrypted = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    return {
        "password": (encrypted, "skyddad med lösenord"),
        "old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "äldre format"),
        "cut": (raw[: len(raw) // 2], "skadad"),
        "flipped": (raw[:900] + bytes(b ^ 0xFF for b in raw[900:1100]) + raw[1100:], "skadad"),
        "macros": (rewritten(path, same, **{"xl__vbaProject.bin": b"x"}), "makron"),
        "bomb": (rewritten(path, same, **{"xl__media__a.bin": b"\0" * 130_000_000}), "orimligt stor"),
        "parts": (rewritten(path, same, **{f"x{i}": b"" for i in range(3001)}), "orimligt stor"),
        "entities": (
            rewritten(path, lambda _, part: part.replace(b"<workbook ", entities + b"<workbook ")),
            "XML-deklarationer",
        ),
        "broken-xml": (rewritten(path, lambda n, p: p[:-40] if "sheet1" in n else p), "skadad"),
        "document": (rewritten(path, same, **{"word__document.xml": b"<a/>"}), "ingen arbetsbok"),
        "ods": (rewritten(path, same, **{"mimetype": b"x", "content.xml": b"<a/>"}), "OpenDocument"),
        "xlsb": (rewritten(path, same, **{"xl__workbook.bin": b"x"}), "binär"),
        "zip": (rewritten(path, lambda _n, p: p)[:0] + zipped(), "ingen arbetsbok"),
        "pdf": (b"%PDF-1.7", "PDF"),
        "empty": (b"", "tom"),
        "web-page": (b"<html><table><tr><td>1</td></tr></table></html>", "webbsida"),
        "bytes": (b"\x00\x01\x02\x03" * 9, "varken text"),
    }


def zipped() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as new:
        new.writestr("a.txt", "x")
    return packed.getvalue()


@pytest.mark.parametrize(
    "case",
    [
        *("password", "old", "cut", "flipped", "macros", "bomb", "parts", "entities", "broken-xml", "document", "ods"),
        *("xlsb", "zip", "pdf", "empty", "web-page", "bytes"),
    ],
)
def test_a_file_that_cannot_be_read_safely_stops_all_and_nothing_is_written(
    folder: Path, run: Callable[..., Outcome], case: str
) -> None:
    answered(folder, "a.xlsx", whole())
    content, told = bad_files(folder / "a.xlsx")[case]
    (folder / "b.xlsx").write_bytes(content)
    before = sorted(path.name for path in folder.iterdir())
    done = run("collect", "a.xlsx", "b.xlsx", "--into", "ut.yaml", *TODAY)
    assert (done.code, done.out) == (4, ""), done.err
    assert "b.xlsx: " in done.err
    assert told in done.err
    assert sorted(path.name for path in folder.iterdir()) == before


def test_links_to_other_files_are_not_followed(folder: Path, run: Callable[..., Outcome]) -> None:
    answered(folder, "b.xlsx", whole())
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    content = rewritten(folder / "b.xlsx", lambda _n, p: p, **{"xl__externalLinks__externalLink1.xml": link})
    (folder / "a.xlsx").write_bytes(content)
    assert run("collect", "a.xlsx", *TODAY).code == 0


def test_a_form_may_be_moved_renamed_and_lose_its_protection_as_other_programs_do(
    folder: Path, run: Callable[..., Outcome]
) -> None:
    form = Form(folder / "form.xlsx").answer(whole(), "Ö")
    form.sheet.protection.sheet = False
    form.sheet.title = "Svar (2)"
    form.book["samverkan"].sheet_state = "visible"
    form.sheet.column_dimensions["A"].hidden = False
    form.sheet.insert_rows(1)
    form.save(folder / "a.xlsx")
    moved = run("collect", "a.xlsx", *TODAY)
    assert moved.code == 0, moved.err
    assert outcome_of(moved.out, "lugnare-torg")["answered_by"] == "Ö"


def test_a_form_without_its_hidden_sheet_is_no_form(folder: Path, run: Callable[..., Outcome]) -> None:
    for name, line in (("bort", None), ("nyare", ("samverkan-form", "9")), ("dag", ("from", "igår"))):
        form = Form(folder / "form.xlsx").answer(whole())
        kept: Any = form.book["samverkan"]
        if line is None:
            del form.book["samverkan"]
        else:
            row = next(row for row in range(1, 20) if kept.cell(row, 1).value == line[0])
            kept.cell(row, 2).value = line[1]
        form.save(folder / f"{name}.xlsx")
        done = run("collect", f"{name}.xlsx", *TODAY)
        assert done.code == 2, done.err
    form = Form(folder / "form.xlsx")
    form.sheet.cell(5, 1).value = None
    form.save(folder / "rubrik.xlsx")
    assert run("collect", "rubrik.xlsx", *TODAY).code == 2


def test_what_has_no_id_is_told_and_followed_up_in_words(folder: Path, run: Callable[..., Outcome]) -> None:
    plan = folder / f"{PLAN}.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(re.sub(r"  - id: samtal-för-utövare\n    title:", "  - title:", text), encoding="utf-8")
    made = run("new", "follow-up", "--of", PLAN, "--xlsx", "--out", "utan.xlsx", *TODAY)
    assert made.code == 0
    assert "Saknar id, och kan bara följas upp i ord: Samtal för den som utövar våld" in made.err
    form = Form(folder / "utan.xlsx")
    key = next(key for key in form.rows if key not in {*GOALS, *WORK})
    form.answer({key: {"result": "pågår"}}).save(folder / "a.xlsx")
    done = run("collect", "a.xlsx", *TODAY)
    assert any(one.get("title") == "Samtal för den som utövar våld" for one in plain(done.out)["outcomes"])


def test_nothing_to_answer_for_is_said(run: Callable[..., Outcome], tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "workspace", tmp_path, dirs_exist_ok=True)
    plan = tmp_path / "löfte-2024.yaml"
    ids = re.findall(r"^id: (.*)$", plan.read_text(encoding="utf-8"), re.MULTILINE)
    done = run("new", "follow-up", "--of", ids[0], "--xlsx", *TODAY)
    assert done.code == 0


def test_a_form_that_libreoffice_has_saved_is_read(folder: Path, run: Callable[..., Outcome]) -> None:
    answered(folder, "a.xlsx", whole(), "Gatuchefen", dt.date(2026, 11, 18))
    profile = f"-env:UserInstallation=file://{folder}/profil"
    form = "xlsx:Calc MS Excel 2007 XML"
    command = [program("soffice"), profile, "--headless", "--convert-to", form, "--outdir", "ut", "a.xlsx"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=300)
    assert (folder / "ut" / "a.xlsx").exists(), f"this LibreOffice has no spreadsheets: {done.stderr.decode()[-80:]}"
    shutil.rmtree(folder / "profil")
    read = run("collect", "ut/a.xlsx", *TODAY)
    assert (read.code, read.err) == (0, "")
    assert outcome_of(read.out, "lugnare-torg")["answered"] == "2026-11-18"


def test_what_a_form_asked_of_and_is_neither_answered_nor_there_any_longer_is_not_told(
    folder: Path, run: Callable[..., Outcome]
) -> None:
    plan = folder / f"{PLAN}.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("- id: liv-på-torget", "- id: mer-liv-på-torget"), encoding="utf-8")
    answered(folder, "a.xlsx", {item: cells for item, cells in whole().items() if item != "liv-på-torget"})
    done = run("collect", "a.xlsx", *TODAY)
    assert done.code == 1
    assert "Finns inte längre" not in done.err
    assert [one["item"] for one in plain(done.out)["outcomes"] if "liv-på" in one["item"]] == ["mer-liv-på-torget"]


def test_nobody_is_asked_of_what_has_been_broken_off(folder: Path, run: Callable[..., Outcome]) -> None:
    plan = folder / f"{PLAN}.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("progress: done", "progress: stopped", 1), encoding="utf-8")
    made = run("new", "follow-up", "--of", PLAN, "--xlsx", "--out", "ny.xlsx", *TODAY)
    assert (made.code, made.err) == (0, "")
    assert list(Form(folder / "ny.xlsx").rows) == [*GOALS, *WORK[1:]]


def test_why_one_could_not_assess_is_a_comment_where_another_could(folder: Path, run: Callable[..., Outcome]) -> None:
    answered(
        folder, "a.xlsx", {**whole(), "lugnare-torg": {"result": "inte bedömt", "comment": "Siffror saknas."}}, "A"
    )
    answered(folder, "b.xlsx", {"lugnare-torg": {"result": "uppnått", "comment": "Det är lugnt."}}, "B")
    done = run("collect", "a.xlsx", "b.xlsx", *TODAY)
    assert done.code == 1
    found = outcome_of(done.out, "lugnare-torg")
    assert (found["result"], found["comment"], "why_not" in found) == (None, "Det är lugnt.\n\nSiffror saknas.", False)


def test_a_form_may_lose_the_lines_above_its_table_and_have_empty_rows_in_it(
    folder: Path, run: Callable[..., Outcome]
) -> None:
    form = Form(folder / "form.xlsx").answer(whole(), "Samordnaren", dt.date(2026, 11, 18))
    form.sheet.insert_rows(form.rows["lugnare-torg"])
    form.sheet.delete_rows(3, 2)
    form.save(folder / "a.xlsx")
    done = run("collect", "a.xlsx", *TODAY)
    assert (done.code, done.err) == (0, "")
    assert outcome_of(done.out, "lugnare-torg") == {
        "item": "lugnare-torg",
        "result": "ongoing",
        "comment": "Arbetet fortsätter.",
    }


class TestAFollowUpThatSomebodyHasWrittenIn:
    @pytest.fixture
    def path(self, folder: Path, run: Callable[..., Outcome]) -> Path:
        """Lay out a follow-up with all answers."""
        answered(folder, "a.xlsx", whole())
        assert run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY).code == 0
        return folder / "ut.yaml"

    @staticmethod
    def change(path: Path, old: str, new: str) -> str:
        """Change it in one place, and give what it says then."""
        text = path.read_text(encoding="utf-8")
        found = re.search(old, text)
        assert found, old
        path.write_text(text[: found.start()] + new + text[found.end() :], encoding="utf-8")
        return path.read_text(encoding="utf-8")

    def test_what_an_outcome_lacks_is_written_below_what_it_has(self, path: Path, run: Callable[..., Outcome]) -> None:
        before = plain(path.read_text(encoding="utf-8"))
        self.change(path, r"    comment: Arbetet fortsätter.\n", "")
        done = run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY)
        assert (done.code, "svar på 1 punkter" in done.out) == (0, True), done.out + done.err
        assert plain(path.read_text(encoding="utf-8")) == before

    @pytest.mark.parametrize("of", [PLAN, f"[{PLAN}]", f"[{{document: {PLAN}}}]"])
    def test_it_may_name_its_document_by_the_id_alone(self, path: Path, run: Callable[..., Outcome], of: str) -> None:
        text = self.change(path, r"reviews:\n(  .*\n)+", f"reviews: {of}\n")
        done = run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY)
        assert (done.code, path.read_text(encoding="utf-8")) == (0, text), done.err

    @pytest.mark.parametrize("of", ["", "reviews: handlingsplan-2020\n", "reviews: []\n"])
    def test_one_that_is_of_nothing_or_of_another_document_is_not_filled_in(
        self, path: Path, run: Callable[..., Outcome], of: str
    ) -> None:
        text = self.change(path, r"reviews:\n(  .*\n)+", of)
        done = run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY)
        assert (done.code, path.read_text(encoding="utf-8")) == (2, text)
        assert "--force" in done.err

    def test_an_outcome_that_is_gone_and_that_nobody_answers_is_not_put_back(
        self, path: Path, run: Callable[..., Outcome]
    ) -> None:
        text = self.change(path, r"\n *\n  # [^\n]*\n  - item: samtal-för-utövare\n(    .*\n)+", "\n")
        answered(path.parent, "b.xlsx", {})
        done = run("collect", "b.xlsx", "--into", "ut.yaml", *TODAY)
        assert path.read_text(encoding="utf-8") == text
        assert "Inget nytt i svaren" in done.out

    def test_an_empty_value_in_braces_is_left_to_whoever_wrote_it(
        self, path: Path, run: Callable[..., Outcome]
    ) -> None:
        one = "  - {item: trygga-kvällar, result: , comment: Arbetet fortsätter.}\n"
        text = self.change(path, r"  - item: trygga-kvällar\n(    .*\n)+", one)
        done = run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY)
        assert (done.code, path.read_text(encoding="utf-8")) == (2, text), done.out
        assert "lämnas som den är" in done.err

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (r"  - item: trygga-kvällar\n(    .*\n)+", "  - {item: trygga-kvällar, result: reached}\n"),
            (r"    comment: Arbetet fortsätter.\n", '    comment: "En rad\n      och en till"  # vad mötet sade\n'),
        ],
    )
    def test_one_whose_lines_cannot_be_replaced_is_replaced_as_a_whole_where_that_is_asked_for(
        self, path: Path, run: Callable[..., Outcome], old: str, new: str
    ) -> None:
        before = path.read_text(encoding="utf-8")
        text = self.change(path, old, new)
        assert run("collect", "a.xlsx", "--into", "ut.yaml", *TODAY).code != 0
        assert path.read_text(encoding="utf-8") == text
        done = run("collect", "a.xlsx", "--into", "ut.yaml", "--force", *TODAY)
        assert (done.code, "ut.yaml är ersatt" in done.out) == (0, True)
        assert path.read_text(encoding="utf-8") == before
