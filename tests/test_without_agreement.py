"""Plans and promises that belong to no agreement: checked, shown, printed, followed up and reported all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

PROMISE = """\
samverkan: 1
kind: citizen-promise
id: löfte-2024
title: Medborgarlöfte 2024
parties:
  - {id: polisen, name: Lokalpolisområde Nybro, type: police}
  - {id: kommunen, name: Exempelby kommun, type: municipality, code: "0761"}
period: {from: 2024-01-15, until: 2024-12-31}
background: Många känner sig otrygga på torget.
purposes: [Fler ska våga gå ut på kvällen.]
focus: [{title: Unga, text: Vi lägger särskild vikt vid unga.}]
problem_picture: Ungdomar bråkar vid busstationen.
figures:
  - {title: Anmälda inbrott, value: 45, unit: brott, precision: about, period: 2023, source: Polisen,
     of_which: [{title: villor, value: 12}]}
groups:
  - title: Ett tryggare torg
    text: Torget är stadens vardagsrum.
    promises:
      - id: synas
        title: Vi ska synas
        by: jointly
        strength: should
        text: Vi ska synas mer i centrum.
        activities:
          - {id: fotpatrull, by: police, text: Polisen går fotpatrull., quantity: {at_least: 4, unit: kvällar}}
          - Kommunen tänder lamporna.
      - {id: svara, by: kommunen, text: Kommunen svarar inom två dagar., ongoing: true}
follow_up: {cadence: half-yearly}
signatures:
  date: 2024-01-15
  signatories:
    - {party: polisen, name: A, role: Lokalpolisområdeschef}
    - {party: kommunen, name: B, role: Kommunstyrelsens ordförande}
"""
REVIEW = """\
samverkan: 1
kind: follow-up
id: uppföljning-2024
title: Uppföljning 2024
date: 2024
reviews: [{document: löfte-2024}]
outcomes:
  - item: fotpatrull
    value: 6
    precision: at-least
    unit: kvällar
    counts: [{title: Samtal, value: 45, unit: samtal, precision: about, of_which: [{title: med unga, value: 30}]}]
"""
PLAN = """\
samverkan: 1
kind: action-plan
id: plan-2024
title: Handlingsplan 2024
period: {from: 2024-01-01, until: 2024-12-31}
goals: [{id: mål, text: Skadegörelsen ska minska.}]
measures: [{id: est, title: EST, goals: mål}, {id: annat, title: Belysning}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "löfte-2024.yaml").write_text(PROMISE, encoding="utf-8")
    (tmp_path / "uppföljning-2024.yaml").write_text(REVIEW, encoding="utf-8")
    return tmp_path


def test_a_promise_signed_by_two_parties_validates(folder: Path, run: Callable[..., Outcome]) -> None:
    ended = run("validate", str(folder), "--today", "2025-01-20")
    assert ended.code == 0
    assert "outcome-missing" not in ended.out


def test_it_is_printed_as_a_signed_message_with_the_promise_first(folder: Path, run: Callable[..., Outcome]) -> None:
    run("render", str(folder), "--format", "md", "--out", str(folder / "ut"), "--today", "2025-01-20")
    text = (folder / "ut" / "löfte-2024.md").read_text(encoding="utf-8")
    assert "Undertecknat den 15 januari 2024" in text
    assert "Utkast" not in text
    assert text.index("Vi ska synas mer") < text.index("Många känner sig otrygga")
    for words in (
        "Kommunen tänder lamporna.",
        "cirka 45 brott (2023), varav 12 villor; Polisen",
        "Detta bör göras.",
        "Ett tryggare",
    ):
        assert words in text


def test_its_thread_goes_from_the_promise_to_the_outcome(folder: Path, run: Callable[..., Outcome]) -> None:
    shown = run("show", str(folder))
    assert "Medborgarlöfte Medborgarlöfte 2024" in shown.out
    assert "Aktivitet Polisen går fotpatrull." in shown.out
    assert "Utfall minst 6 kvällar och en siffra till (2024)" in shown.out
    lines = run("show", str(folder), "--format", "md").out.splitlines()
    assert "Löfte" in next(line for line in lines if line.startswith("|"))


def test_what_was_done_once_is_counted_as_one(folder: Path, run: Callable[..., Outcome]) -> None:
    once = REVIEW.replace("value: 6", "value: 1").replace("unit: kvällar", "unit: gånger")
    (folder / "uppföljning-2024.yaml").write_text(once, encoding="utf-8")
    assert "Utfall minst 1 gång och en siffra till (2024)" in run("show", str(folder)).out


def test_its_report_keeps_what_was_promised_and_the_figures(folder: Path, run: Callable[..., Outcome]) -> None:
    ended = run("report", str(folder), "--format", "md", "--out", str(folder / "ut"), "--today", "2025-01-20")
    assert ended.code == 0
    text = (folder / "ut" / "löfte-2024-report.md").read_text(encoding="utf-8")
    assert "minst 4 kvällar" in text
    assert "utan bedömning, minst 6 kvällar; Samtal: cirka 45 samtal, varav 30 med unga" in text


def test_what_the_last_review_left_open_is_told_when_the_next_is_due(folder: Path, run: Callable[..., Outcome]) -> None:
    rows = run("followup", str(folder), "--today", "2024-12-01", "--format", "csv").out.splitlines()
    row = next(line for line in rows if "Följ upp" in line)
    assert "Vi ska synas" in row
    assert "Kommunen svarar" in row


def test_a_plan_has_a_thread_of_its_own(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    (tmp_path / "plan-2024.yaml").write_text(PLAN, encoding="utf-8")
    shown = run("show", str(tmp_path)).out
    assert shown.startswith("Åtgärdsplan Handlingsplan 2024")
    assert shown.count("Åtgärd EST") == 1
    assert "Åtgärd Belysning" in shown


def test_what_nothing_can_be_counted_for_is_named(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    picture = "samverkan: 1\nkind: situation-picture\nid: bild\ntitle: Bild\ndate: 2024\n"
    (tmp_path / "bild.yaml").write_text(picture, encoding="utf-8")
    ended = run("followup", str(tmp_path))
    assert "bild" in ended.err


OLD_PLAN = """\
samverkan: 1
kind: action-plan
id: plan-2015
title: Handlingsplan 2015
background: Skadegörelsen har ökat.
sources: [{title: Trygghetsmätningen 2014}]
focus_areas: [{id: centrum, title: Centrum}, Skolorna]
forums: [{name: EST-gruppen, members: [Polisen, Kommunen], cadence: monthly}]
goals: [{id: mål, text: Skadegörelsen ska minska., focus_area: centrum}]
measures: [{id: est, title: EST}]
decisions: [{body: Kommunstyrelsen, date: 2015-03-04}]
"""


def test_a_plan_from_2015_is_no_error_and_is_printed(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    (tmp_path / "plan-2015.yaml").write_text(OLD_PLAN, encoding="utf-8")
    assert run("validate", str(tmp_path)).code == 0
    run("render", str(tmp_path), "--format", "md", "--out", str(tmp_path / "ut"))
    text = (tmp_path / "ut" / "plan-2015.md").read_text(encoding="utf-8")
    for words in ("Trygghetsmätningen 2014", "Skolorna", "EST-gruppen", "månadsvis", "Skadegörelsen har ökat."):
        assert words in text


def test_a_picture_may_lack_a_date(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    picture = "samverkan: 1\nkind: situation-picture\nid: bild\ntitle: Bild\ncadence: half-yearly\n"
    (tmp_path / "bild.yaml").write_text(picture, encoding="utf-8")
    assert run("validate", str(tmp_path)).code == 0
    assert run("followup", str(tmp_path)).code == 0


def test_a_new_follow_up_says_what_figures_are_held_against(folder: Path, run: Callable[..., Outcome]) -> None:
    run(
        "new", "follow-up", str(folder), "--of", "löfte-2024", "--today", "2025-02-01", "--out", str(folder / "ny.yaml")
    )
    text = (folder / "ny.yaml").read_text(encoding="utf-8")
    assert "value:  # mål: minst 4 kvällar" in text
    assert "until: 2024-12-31}" in text
    assert "Fick inget utfall i uppföljningen 2024." in text


@pytest.mark.parametrize(
    ("result", "value", "is_found"), [("reached", 1, True), ("not-reached", 5, True), ("reached", 4, False)]
)
def test_a_result_that_its_figure_contradicts(
    folder: Path, run: Callable[..., Outcome], result: str, value: int, *, is_found: bool
) -> None:
    review = (
        REVIEW[: REVIEW.index("outcomes:")] + f"outcomes: [{{item: fotpatrull, result: {result}, value: {value}}}]\n"
    )
    (folder / "uppföljning-2024.yaml").write_text(review, encoding="utf-8")
    found = run("validate", str(folder), "--today", "2025-02-01").out
    assert ("result-contradicts-figure" in found) == is_found


def test_the_police_answer_for_their_own_part(folder: Path, run: Callable[..., Outcome]) -> None:
    review = REVIEW.replace("date: 2024\n", "date: 2024-12-31\nby: police\n")
    review = review.replace("{document: löfte-2024}", "{document: löfte-2024, fingerprint: 0000-0000-0000-0000}")
    (folder / "uppföljning-2024.yaml").write_text(review, encoding="utf-8")
    found = run("validate", str(folder), "--today", "2025-02-01").out
    assert "Kommunen svarar" not in found
    assert "Vi ska synas" in found


def rows_of(run: Callable[..., Outcome], folder: Path, today: str) -> list[str]:
    return run("followup", str(folder), "--today", today, "--format", "csv").out.splitlines()[1:]


def test_the_end_names_who_may_have_taken_over(folder: Path, run: Callable[..., Outcome]) -> None:
    after = PROMISE.replace("2024", "2025")
    (folder / "löfte-2025.yaml").write_text(after, encoding="utf-8")
    (row,) = [row for row in rows_of(run, folder, "2025-06-01") if row.startswith("Har gått ut")]
    assert "Ett senare dokument av samma typ: ”Medborgarlöfte 2025” (den 15 januari 2025)." in row


def test_what_is_closed_has_no_rows_of_its_own(folder: Path, run: Callable[..., Outcome]) -> None:
    closed = PROMISE + "closed: {date: 2024-10, reason: Avslutat.}\n"
    (folder / "löfte-2024.yaml").write_text(closed, encoding="utf-8")
    assert any("Följ upp" in row for row in rows_of(run, folder, "2024-06-01"))
    assert not any("Följ upp" in row for row in rows_of(run, folder, "2024-12-01"))


def test_a_successor_of_a_later_day_is_not_known_yet(folder: Path, run: Callable[..., Outcome]) -> None:
    after = PROMISE.replace("2024", "2025") + "supersedes: löfte-2024\n"
    (folder / "löfte-2025.yaml").write_text(after, encoding="utf-8")
    assert any(
        "nytt medborgarlöfte" in row and "Medborgarlöfte 2024" in row for row in rows_of(run, folder, "2024-06-01")
    )


def test_what_stands_outside_every_thread_is_named(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    picture = "samverkan: 1\nkind: situation-picture\nid: bild\ntitle: Bild\nproblems: [{id: buller, title: Buller}]\n"
    (tmp_path / "bild.yaml").write_text(picture, encoding="utf-8")
    (tmp_path / "plan-2024.yaml").write_text(PLAN, encoding="utf-8")
    assert "visas därför inte: bild." in run("show", str(tmp_path)).err
    plan = PLAN.replace("Skadegörelsen ska minska.", "Skadegörelsen ska minska., problems: buller") + "picture: bild\n"
    (tmp_path / "plan-2024.yaml").write_text(plan, encoding="utf-8")
    assert run("show", str(tmp_path)).err == ""
