"""Follow-up: which duties exist, when they are due, and why."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.check import check
from samverkan.duties.rows import Row, Status, rows
from samverkan.model.dates import Cadence, CoarseDate, Duration
from samverkan.output.duties.cells import relative
from tests.conftest import EXAMPLES, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

FOUNDING = EXAMPLES / "founding"
NOT_MUNICIPAL = SMALL.replace('type: municipality, code: "9901"', "type: organisation")  # the law asks nothing of it
SIGNED = """\
signatures:
  date: {date}
  signatories:
    - {{party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}}
    - {{party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}}
"""


def all_rows(path: Path, today: str) -> list[Row]:
    """Every row of a file or folder, also those that the law alone demands or that cannot be counted."""
    day = date.fromisoformat(today)
    return rows(check([str(path)], day).workspaces, day)


def followed(path: Path, today: str) -> dict[str, Row]:
    """Give the rows that the documents' own terms demand and that can be counted, by clock and place."""
    return {
        f"{row.duty.clock.value} {row.duty.item}": row
        for row in all_rows(path, today)
        if row.days is not None and not row.duty.source.startswith("parties")
    }


def followed_text(folder: Path, text: str, today: str) -> dict[str, Row]:
    (folder / "avtal.yaml").write_text(text, encoding="utf-8")
    return followed(folder, today)


class TestFoundingAgreements:
    def test_lessebo_in_its_first_year(self) -> None:
        found = followed(FOUNDING / "lessebo-2019.yaml", "2019-06-01")
        review = found["review follow_up.cadence"]
        assert (review.duty.due, review.status) == (date(2020, 4, 26), Status.COMING)
        picture = found["planned-document lägesbild"]
        assert picture.duty.due == date(2020, 1, 1)
        assert "Inget sådant dokument finns i mappen." in picture.duty.reason.say("sv")
        assert found["expiry validity.until"].status is Status.COMING

    def test_lessebo_long_after(self) -> None:
        found = followed(FOUNDING / "lessebo-2019.yaml", "2026-11-20")
        assert {name: row.status for name, row in found.items()} == {"expiry validity.until": Status.EXPIRED}
        said = found["expiry validity.until"].duty.reason.say("sv")
        assert said.startswith("Sista giltighetsdag var den 31 december 2023")
        assert "under Avslutat (`closed`)" in said

    def test_lessebo_while_it_applied(self) -> None:
        found = followed(FOUNDING / "lessebo-2019.yaml", "2023-11-20")
        review = found["review follow_up.cadence"]
        assert (review.status, review.days) == (Status.OVERDUE, -(date(2023, 11, 20) - date(2020, 4, 26)).days)
        assert "Mappen visar inget för 2019, 2020, 2021 och 2022." in review.duty.reason.say("sv")
        assert found["planned-document lägesbild"].status is Status.OVERDUE
        assert all(row.duty.last_done is None for row in found.values())

    def test_sodra_lappland_reports_yearly_and_is_revised_at_the_end(self) -> None:
        found = followed(FOUNDING / "sodra-lappland-2017.yaml", "2017-06-01")
        assert "review follow_up.cadence" not in found, "”löpande” never alarms"
        assert found["report follow_up.reporting.cadence"].duty.due == date(2017, 12, 8)
        assert "revideras" in found["expiry validity.until"].duty.reason.say("sv")

    def test_hallsberg_signed_after_it_began(self) -> None:
        found = followed(FOUNDING / "hallsberg-2024.yaml", "2026-11-20")
        assert found["expiry validity.until"].status is Status.SOON
        assert found["expiry validity.until"].duty.due == date(2026, 12, 31)


class TestTerms:
    def test_a_cadence_that_cannot_be_counted_never_alarms(self, tmp_path: Path) -> None:
        for cadence in ("continuously", "regularly", "as-needed"):
            text = SMALL.replace("until: 2026", "until: further-notice") + f"follow_up: {{cadence: {cadence}}}\n"
            text += f"planned_documents: [{{kind: communication-plan, cadence: {cadence}}}]\n"
            assert followed_text(tmp_path, text, "2099-01-01") == {}

    def test_yearly_review_without_end(self, tmp_path: Path) -> None:
        text = SMALL.replace("from: 2024, until: 2026", "from: signing, until: further-notice")
        text += "follow_up: {cadence: yearly}\n" + SIGNED.format(date="2020-09-07")
        found = followed_text(tmp_path, text, "2021-09-07")
        assert [row.duty.due for row in found.values()] == [date(2021, 9, 7)]
        assert found["review follow_up.cadence"].status is Status.SOON, "on the day it is not late"
        assert followed_text(tmp_path, text, "2021-09-08")["review follow_up.cadence"].days == -1

    def test_revision_every_third_year_from_a_day(self, tmp_path: Path) -> None:
        text = SMALL.replace(
            "{from: 2024, until: 2026}",
            "{from: 2018, until: further-notice, revision: {cadence: every-3-years, from: 2017-12-19}}",
        )
        found = followed_text(tmp_path, text, "2020-01-01")
        assert found["revision validity.revision.cadence"].duty.due == date(2020, 12, 19)

    @pytest.mark.parametrize(
        ("terms", "decisions", "said"),
        [
            ("Ses över i maj 2025.", "", "2025-05-31 i maj 2025"),
            ("Ses över i maj 2025.", "decisions: [{date: 2025-05-20, type: revised}]", ""),
            ("Ses över vid behov.", "", "säger ”Ses över vid behov”"),
            ("Ses över årligen från 2025", "", "säger ”Ses över årligen från 2025”"),
        ],
    )
    def test_a_revision_at_a_time_in_words(self, tmp_path: Path, terms: str, decisions: str, said: str) -> None:
        validity = f"{{from: 2024, until: 2026, revision: {{text: {terms}}}}}"
        text = SMALL.replace("{from: 2024, until: 2026}", validity) + f"\n{decisions}\n"
        (tmp_path / "avtal.yaml").write_text(text, encoding="utf-8")
        listed = all_rows(tmp_path / "avtal.yaml", "2025-01-01")
        told = [f"{row.duty.due} {row.duty.reason.say('sv')}" for row in listed if row.duty.clock == "revision"]
        assert len(told) == (1 if said else 0)
        assert all(word in "".join(told) for word in said.split())

    @pytest.mark.parametrize("clause", ["consult_before_end: P6M", "consult_by: 2023-06-30"])
    def test_consultation_before_extension(self, tmp_path: Path, clause: str) -> None:
        validity = f"{{from: 2020, until: 2023-12-31, extension: {{length: P1Y, {clause}}}}}"
        text = SMALL.replace("{from: 2024, until: 2026}", validity)
        found = followed_text(tmp_path, text, "2023-07-15")
        row = next(row for key, row in found.items() if key.startswith("consultation"))
        assert (row.duty.due, row.status) == (date(2023, 6, 30), Status.OVERDUE)
        after = followed_text(tmp_path, text, "2024-02-01")
        assert [key.split()[0] for key in after] == ["expiry"]

    def test_a_successor_ends_the_duty_to_renew(self, tmp_path: Path) -> None:
        new = SMALL.replace("avtal-2024", "avtal-2027").replace("from: 2024, until: 2026", "from: 2027, until: 2029")
        (tmp_path / "ny.yaml").write_text(new + "supersedes: avtal-2024\n", encoding="utf-8")
        found = followed_text(tmp_path, SMALL, "2027-03-01")
        assert [(row.duty.document, row.duty.clock.value) for row in found.values()] == [("avtal-2027", "expiry")]

    def test_nothing_is_due_after_the_end(self, tmp_path: Path) -> None:
        text = NOT_MUNICIPAL + "follow_up: {cadence: every-4-years}\nplanned_documents: [{kind: action-plan}]\n"
        due = {row.duty.due for row in followed_text(tmp_path, text, "2024-06-01").values()}
        assert due == {date(2026, 12, 31)}

    def test_a_first_day_of_its_own(self, tmp_path: Path) -> None:
        text = (
            NOT_MUNICIPAL
            + "planned_documents: [{id: bild, kind: situation-picture, cadence: yearly, first_by: 2024-03}]\n"
        )
        found = followed_text(tmp_path, text, "2024-02-01")
        assert found["planned-document bild"].duty.due == date(2024, 3, 31)

    def test_no_signing_date_no_clock(self, tmp_path: Path) -> None:
        text = SMALL.replace("{from: 2024, until: 2026}", "{from: signing, until: further-notice}")
        assert followed_text(tmp_path, text + "follow_up: {cadence: yearly}\n", "2030-01-01") == {}

    def test_far_away_days(self, tmp_path: Path) -> None:
        text = SMALL.replace("from: 2024, until: 2026", "from: 9990, until: 9999")
        text += "follow_up: {cadence: P1200Y}\n"
        for today in ("1970-01-01", "2100-01-01"):
            assert all(row.duty.due == date(9999, 12, 31) for row in followed_text(tmp_path, text, today).values())


class TestOutput:
    def test_json_is_named_and_stable(self, run: Callable[..., Outcome]) -> None:
        ended = run("followup", "examples/founding", "--today", "2026-11-20", "--format", "json", cwd=EXAMPLES.parent)
        assert ended.code == 0
        report = json.loads(ended.out)
        assert (report["version"], report["today"]) == ("1", "2026-11-20")
        keys = ["document", "item", "clock", "status", "due", "days", "last_done", "reason", "source", "responsible"]
        keys += ["file", "line", "municipality", "paragraph"]
        assert all(list(row) == keys for row in report["rows"])
        assert {row["status"] for row in report["rows"]} <= {"overdue", "soon", "coming", "expired", "not-shown"}
        for row in report["rows"]:
            assert (date.fromisoformat(row["due"]) - date(2026, 11, 20)).days == row["days"]
            line = (EXAMPLES.parent / row["file"]).read_text(encoding="utf-8").splitlines()[row["line"] - 1]
            assert line.strip()

    def test_text(self, run: Callable[..., Outcome]) -> None:
        ended = run("followup", "examples/founding", "--today", "2019-06-01", cwd=EXAMPLES.parent)
        for words in ("Har gått ut (", "Senare (", "lessebo-2019", "2020-04-26", "Läget den 1 juni 2019: "):
            assert words in ended.out

    def test_broken_documents_are_told(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text(SMALL + "okänd: 1\n", encoding="utf-8")
        ended = run("followup", "--today", "2024-06-01")
        assert ended.code == 0
        assert "1 fel" in ended.err
        assert "2026-12-31" in ended.out

    @pytest.mark.parametrize(
        ("days", "status", "words"),
        [
            (0, Status.SOON, "i dag"),
            (1, Status.SOON, "i morgon"),
            (30, Status.SOON, "om 30 dagar"),
            (3000, Status.COMING, "om drygt 8 år"),
            (-1, Status.OVERDUE, "i går"),
            (-30, Status.OVERDUE, "30 dagar försenat"),
            (-400, Status.OVERDUE, "13 månader försenat"),
            (-3000, Status.OVERDUE, "drygt 8 år försenat"),
            (-3000, Status.EXPIRED, "för drygt 8 år sedan"),
            (-3990, Status.EXPIRED, "för drygt 10 år sedan"),
            (None, Status.UNCOUNTED, ""),
        ],
    )
    def test_how_far_away(self, days: int | None, status: Status, words: str) -> None:
        row = rows(check([str(EXAMPLES)], date(2026, 11, 20)).workspaces, date(2026, 11, 20))[0]
        assert relative(replace(row, status=status, days=days), "sv") == words


class TestCalendar:
    @pytest.mark.parametrize(
        ("start", "length", "expected"),
        [
            ("2024-02-29", "P1Y", "2025-02-28"),
            ("2024-02-29", "P4Y", "2028-02-29"),
            ("2024-01-31", "P1M", "2024-02-29"),
            ("2023-12-31", "P6M", "2024-06-30"),
            ("2024-01-01", "P2W", "2024-01-15"),
            ("2024-01-01", "P30D", "2024-01-31"),
        ],
    )
    def test_lengths(self, start: str, length: str, expected: str) -> None:
        assert Duration.parse(length).after(date.fromisoformat(start)) == date.fromisoformat(expected)

    def test_coarse_dates_cover_what_they_say(self) -> None:
        assert (CoarseDate.parse("2024").first, CoarseDate.parse("2024").last) == (date(2024, 1, 1), date(2024, 12, 31))
        assert CoarseDate.parse("2024-02").last == date(2024, 2, 29)
        assert CoarseDate.parse("2024-02-03").say("sv") == "den 3 februari 2024"
        assert CoarseDate.parse("0001").first == date.min

    def test_cadences_in_words(self) -> None:
        said = {name: Cadence.parse(name).say("sv") for name in ("at-least-yearly", "tertial", "P18M", "as-needed")}
        assert said == {
            "at-least-yearly": "minst årligen",
            "tertial": "tertialvis",
            "P18M": "med 18 månaders mellanrum",
            "as-needed": "vid behov",
        }

    @given(st.dates(), st.integers(1, 40), st.sampled_from("DWMY"))
    def test_due_days_rise_one_for_each_period(self, start: date, count: int, unit: str) -> None:
        length = Duration.parse(f"P{count}{unit}")
        days = [length.after(start, times) for times in range(1, 8)]
        rising = [day for day in days if day < date.max]
        assert rising == sorted(set(rising))
        assert all(day > start for day in rising)
        assert all(day.day == start.day or day.day >= 28 or unit in "DW" for day in rising)

    @given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
    def test_status_follows_the_calendar(self, today: date) -> None:
        result: Any = check([str(FOUNDING / "lessebo-2019.yaml")], today)
        for row in rows(result.workspaces, today):
            assert row.days is not None
            assert row.duty.due == today + timedelta(days=row.days)
            assert (row.status in {Status.OVERDUE, Status.EXPIRED, Status.NOT_SHOWN}) == (row.days < 0)
            assert (row.status is Status.SOON) == (0 <= row.days <= 60)


@pytest.mark.parametrize(("option", "said"), [("--party", "parten Åsele"), ("--responsible", "Åsele är inte ansvarig")])
def test_a_name_that_stands_for_nobody_is_told(run: Callable[..., Outcome], option: str, said: str) -> None:
    where = str(EXAMPLES / "exempelkommun")
    ended = run("followup", where, option, "Åsele", "--today", "2026-11-20", "--all", "--lang", "sv")
    assert said in ended.err
    assert "Exempelby kommun" in ended.err
    assert said not in run("followup", where, option, "exempelby", "--today", "2026-11-20", "--lang", "sv").err
