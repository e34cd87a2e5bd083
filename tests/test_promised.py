"""What has been promised is clocked, what has expired keeps one row, and nothing is left out in silence."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.check import check
from samverkan.duties.duty import DutyKind
from samverkan.duties.filter import RowChoice
from samverkan.duties.rhythm import missed_times, times_passed
from samverkan.duties.rows import Row, Status, rows
from samverkan.duties.silent import silent_documents
from samverkan.model.dates import Cadence, Duration
from samverkan.model.texts import without_marks
from samverkan.words.duties import shortened
from samverkan.words.sentence import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

PARTIES = """\
parties:
  - {id: polisen, type: police, name: Lokalpolisområde Nybro}
  - {id: kommunen, type: organisation, name: Exempelby kommun}
"""  # the law asks nothing of an organisation
MUNICIPAL = PARTIES.replace("type: organisation", 'type: municipality, code: "0761"')
AGREEMENT = f"samverkan: 1\nkind: agreement\nid: avtal\ntitle: Avtalet\n{PARTIES}"
VALID = "validity: {from: 2021-01-01, until: 2024-12-31}\n"
OPEN = "validity: {from: 2021-01-01, until: further-notice}\n"
PLAN = f"samverkan: 1\nkind: action-plan\nid: plan\ntitle: Planen\n{PARTIES}period: {{from: 2022, until: 2023}}\n"
COMMUNICATION = PLAN.replace("action-plan", "communication-plan").replace(
    "id: plan\ntitle: Planen", "id: komm\ntitle: K"
)
REVIEW = """\
samverkan: 1
kind: follow-up
id: uppföljning
title: Uppföljning
date: 2022-11-30
reviews: [{document: avtal}]
outcomes: [{item: vandra, result: reached}]
"""


def listed(folder: Path, today: str, *texts: str, choice: RowChoice | None = None) -> list[Row]:
    """Write documents to a folder and give the rows of a day; every row where nothing is chosen."""
    for i, text in enumerate(texts):
        (folder / f"{i}.yaml").write_text(text, encoding="utf-8")
    day = date.fromisoformat(today)
    found = rows(check([str(folder)], day).workspaces, day)
    for row in found:
        for language in LANGUAGES:
            assert row.duty.reason.say(language).endswith((".", "”"))
            assert row.duty.what.say(language)
    return choice.rows(found) if choice else found


def of(found: list[Row], *clocks: DutyKind) -> list[str]:
    return [f"{row.duty.due} {row.duty.what.say('sv')}" for row in found if row.duty.clock in clocks]


def reason(found: list[Row], clock: DutyKind) -> str:
    (row,) = (row for row in found if row.duty.clock is clock)
    return row.duty.reason.say("sv")


class TestExpired:
    RICH = (
        AGREEMENT
        + VALID
        + (
            "follow_up: {cadence: yearly, reporting: {cadence: yearly}}\n"
            "forums: [{name: Rådet, cadence: quarterly}]\n"
            "goals: [{id: mål, text: Färre brott., deadline: 2024}]\n"
            "commitments: [{id: vandra, by: kommunen, text: Vandra., cadence: yearly}]\n"
            "planned_documents: [{kind: communication-plan}]\n"
        )
    )

    def test_one_row_is_left_and_says_what_had_no_outcome(self, tmp_path: Path) -> None:
        assert len(listed(tmp_path, "2024-12-31", self.RICH)) > 4
        (row,) = listed(tmp_path, "2025-01-01")
        assert (row.status, row.duty.clock) == (Status.EXPIRED, DutyKind.EXPIRY)
        said = row.duty.reason.say("sv")
        assert said.startswith("Sista giltighetsdag var den 31 december 2024")
        assert said.endswith("Utan utfall: ”Färre brott.”; ”Vandra.”.")

    def test_what_has_no_last_day_of_its_own_is_left_too(self, tmp_path: Path) -> None:
        promises = "[{id: ett, text: Vi går., deadline: 2023-05}, {id: två, text: Vi ser., activities: [Vi lagar.]}, "
        promises += "{id: tre, text: Vi hör.}]"
        text = PLAN.replace("action-plan", "citizen-promise") + f"promises: {promises}\n"
        (row,) = (row for row in listed(tmp_path, "2024-06-01", text) if row.duty.clock is DutyKind.EXPIRY)
        assert row.duty.reason.say("sv").endswith("Utan utfall: ”Vi går.”; ”Vi ser.”; ”Vi hör.”.")

    @pytest.mark.parametrize("text", [PLAN, COMMUNICATION, PLAN.replace("action-plan", "citizen-promise")])
    def test_every_kind_that_applies_for_a_time(self, tmp_path: Path, text: str) -> None:
        text += "promises: [Vi går.]\n" if "citizen-promise" in text else ""
        for today, status in (("2023-06-01", Status.COMING), ("2024-06-01", Status.EXPIRED)):
            (row,) = (row for row in listed(tmp_path, today, text) if row.duty.clock is DutyKind.EXPIRY)
            assert (str(row.duty.due), row.status) == ("2023-12-31", status)

    def test_a_picture_does_not_expire_with_the_time_that_it_describes(self, tmp_path: Path) -> None:
        text = f"samverkan: 1\nkind: situation-picture\nid: bild\ntitle: Bild\n{PARTIES}date: 2023-02\n"
        found = listed(tmp_path, "2025-01-01", text + "period: {from: 2022, until: 2022}\ncadence: yearly\n")
        assert [row.duty.clock for row in found] == [DutyKind.PLANNED_DOCUMENT]
        assert "Mappen visar inte att det har gjorts sedan den 28 februari 2023." in reason(
            found, DutyKind.PLANNED_DOCUMENT
        )

    def test_a_picture_made_again_leaves_the_clock_to_the_later_one(self, tmp_path: Path) -> None:
        first = f"samverkan: 1\nkind: situation-picture\nid: bild-1\ntitle: Bild\n{MUNICIPAL}"
        first += "date: 2021-02-01\ncadence: P3M\n"
        found = listed(tmp_path, "2022-03-01", first, first.replace("bild-1", "bild-2").replace("2021-02", "2022-02"))
        assert of(found, DutyKind.PLANNED_DOCUMENT) == ["2022-05-01 Uppdatera ”Bild”"]

    def test_a_newsletter_is_not_updated_but_followed_by_the_next(self, tmp_path: Path) -> None:
        text = f"samverkan: 1\nkind: situation-picture\nid: brev\ntitle: Brev 3\n{MUNICIPAL}form: newsletter\n"
        found = listed(tmp_path, "2022-03-01", text + "date: 2022-02-01\ncadence: P3M\n")
        assert of(found, DutyKind.PLANNED_DOCUMENT) == ["2022-05-01 Ta fram nästa nyhetsbrev efter ”Brev 3”"]

    def test_a_length_from_a_day_that_is_not_told_is_no_lack_of_an_end(self, tmp_path: Path) -> None:
        text = f"samverkan: 1\nkind: citizen-promise\nid: löfte\ntitle: Löfte\n{PARTIES}promises: [Vi ses]\n"
        (tmp_path / "a.yaml").write_text(text + "period: {from: signing, length: P1Y}\n", encoding="utf-8")
        day = date(2026, 1, 1)
        result = check([str(tmp_path)], day)
        silent = silent_documents(result.workspaces, rows(result.workspaces, day), day)
        assert [one.id for one in silent.without_start] == ["löfte"]
        assert silent.without_terms == []

    def test_what_says_that_it_has_expired_without_an_end(self, tmp_path: Path) -> None:
        (row,) = listed(tmp_path, "2025-01-01", AGREEMENT + OPEN + "status: expired\nfollow_up: {cadence: yearly}\n")
        assert (row.status, row.duty.due) == (Status.EXPIRED, None)
        assert "enligt sin fil" in row.duty.reason.say("sv")

    @pytest.mark.parametrize(
        "ending", ["closed: {date: 2025-01, reason: Ersatt.}\n", "status: closed\n", "closed: {}\n"]
    )
    def test_closing_it_ends_the_row(self, tmp_path: Path, ending: str) -> None:
        assert listed(tmp_path, "2025-02-01", AGREEMENT + VALID + ending) == []

    def test_a_successor_ends_the_row_and_a_likely_one_is_named(self, tmp_path: Path) -> None:
        old = AGREEMENT.replace(PARTIES, MUNICIPAL) + VALID
        new = (
            old.replace("id: avtal", "id: nytt")
            .replace("Avtalet", "Det nya")
            .replace("2021-01-01, until: 2024", "2025, until: 2028")
        )
        found = [row for row in listed(tmp_path, "2025-02-01", old, new) if row.status is Status.EXPIRED]
        assert "Ett senare dokument av samma typ: ”Det nya” (2025). Har det tagit över" in reason(
            found, DutyKind.EXPIRY
        )
        found = listed(tmp_path, "2025-02-01", old, new + "supersedes: avtal\n")
        assert not any(row.status is Status.EXPIRED for row in found)

    def test_what_others_have_made_is_not_named(self, tmp_path: Path) -> None:
        old = PLAN.replace(PARTIES, MUNICIPAL) + "by: kommunen\n"
        new = (
            old.replace("id: plan", "id: polisens")
            .replace("2022, until: 2023", "2024")
            .replace("by: kommunen", "by: polisen")
        )
        assert "Senare dokument" not in reason(listed(tmp_path, "2025-02-01", old, new), DutyKind.EXPIRY)

    def test_what_may_have_been_extended_is_told_how_to_say_so(self, tmp_path: Path) -> None:
        text = AGREEMENT + VALID.replace("-12-31}", "-12-31, extension: {length: P1Y}}")
        assert "skriv det under Förlängd (`extended`)" in reason(listed(tmp_path, "2025-02-01", text), DutyKind.EXPIRY)
        text = text.replace("P1Y}", "P1Y}, extended: [{until: 2025}]")
        assert listed(tmp_path, "2025-02-01", text)[0].status is Status.COMING


class TestProposedSuccessor:
    OLD = PLAN.replace(PARTIES, MUNICIPAL)
    NEW = OLD.replace("id: plan", "id: plan-2024").replace("2022, until: 2023", "2024, until: 2025")
    LATER = OLD.replace("id: plan", "id: plan-2026").replace("2022, until: 2023", "2026, until: 2027")

    def found(self, folder: Path, today: str, *texts: str) -> list[tuple[str, str]]:
        for i, text in enumerate(texts):
            (folder / f"{i}.yaml").write_text(text, encoding="utf-8")
        findings = check([str(folder)], date.fromisoformat(today)).findings
        return [(f.file[-6:], f.help.say("sv")) for f in findings if f.rule == "successor-not-named"]

    def test_the_next_one_gets_the_line_to_write(self, tmp_path: Path) -> None:
        said = self.found(tmp_path, "2026-06-01", self.OLD, self.NEW, self.LATER)
        assert [(name, re.findall(r"supersedes: [^.`]+", text)) for name, text in said] == [
            ("1.yaml", ["supersedes: plan"]),
            ("2.yaml", ["supersedes: plan-2024"]),
        ]

    def test_the_line_keeps_what_stands_there(self, tmp_path: Path) -> None:
        other = self.OLD.replace("id: plan", "id: annan").replace("2022, until: 2023", "2020, until: 2023")
        ((_, said),) = self.found(tmp_path, "2024-06-01", self.OLD, self.NEW + "supersedes: plan\n", other)
        assert "supersedes: [plan, annan]" in said

    @pytest.mark.parametrize(
        ("old", "new", "today"),
        [
            ("", "supersedes: plan\n", "2024-06-01"),
            ("closed: {date: 2023-12, reason: Klart.}\n", "", "2024-06-01"),
            ("", "", "2023-06-01"),
            ("", "decisions: [{body: Kommunstyrelsen, date: 2025-03-01}]\n", "2024-06-01"),
        ],
        ids=["named", "closed", "not expired", "not made yet"],
    )
    def test_nothing_is_proposed(self, tmp_path: Path, old: str, new: str, today: str) -> None:
        assert self.found(tmp_path, today, self.OLD + old, self.NEW + new) == []


class TestGoals:
    @pytest.mark.parametrize(
        ("deadline", "due"),
        [("2022", "2023-03-31"), ("2022-06-30", "2022-09-28"), ("2022, measured: 2023-11", "2023-11-30")],
    )
    def test_there_is_time_until_figures_can_exist(self, tmp_path: Path, deadline: str, due: str) -> None:
        text = AGREEMENT + VALID + f"goals: [{{id: mål, text: Färre brott., deadline: {deadline}}}]\n"
        assert of(listed(tmp_path, "2023-01-15", text), DutyKind.GOAL) == [f"{due} Följ upp målet: Färre brott."]
        assert "uppnått senast den" in reason(listed(tmp_path, "2023-01-15"), DutyKind.GOAL)

    def test_the_last_day_there_is(self, tmp_path: Path) -> None:
        text = AGREEMENT + OPEN + "goals: [{id: mål, text: Färre brott., deadline: 9999}]\n"
        assert of(listed(tmp_path, "2023-01-15", text), DutyKind.GOAL) == ["9999-12-31 Följ upp målet: Färre brott."]


MISSED = [
    ("tertial", "2024-01-15", "2024-10-01", "för T1 och T2 2024."),
    ("tertial", "2023-06-10", "2024-07-01", "för T2 och T3 2023 samt T1 2024."),
    ("per-school-term", "2023-08-01", "2024-03-01", "för höstterminen 2023."),
    ("at-least-yearly", "2020-09-07", "2023-12-01", "för 2021, 2022 och 2023."),
    ("P12M", "2020-01-01", "2021-12-01", "för 2020."),
    ("every-2-years", "2019-03-01", "2023-12-01", "för 2021 och 2023."),
    ("quarterly", "2024-01-01", "2024-08-01", "för kvartal 1 och kvartal 2 2024."),
    ("monthly", "2024-01-31", "2024-04-15", "för februari och mars 2024."),
    ("half-yearly", "2024-02-01", "2024-09-01", "för första halvåret 2024."),
    ("spring-and-autumn", "2024-01-01", "2025-02-01", "för våren och hösten 2024."),
    ("P18M", "2020-01-01", "2021-12-01", "inte att det har gjorts sedan den 1 januari 2020."),
    ("weekly", "2024-01-01", "2024-03-01", "ingen av de 8 gångerna sedan den 1 januari 2024."),
]


class TestMissedTimes:
    @pytest.mark.parametrize(("cadence", "start", "today", "said"), MISSED)
    def test_they_are_named(self, cadence: str, start: str, today: str, said: str) -> None:
        found = missed_times(Cadence.parse(cadence), date.fromisoformat(start), date.fromisoformat(today))
        assert found.say("sv") == f"Mappen visar {'inget ' if said.startswith('för') else ''}{said}"
        assert found.say("en").startswith("The folder ")

    def test_of_what_has_no_time_none_are_missed(self) -> None:
        assert missed_times(Cadence.parse("as-needed"), date(2020, 1, 1), date(2024, 1, 1)).count == 0

    @given(
        st.sampled_from(("tertial", "per-school-term", "quarterly", "monthly", "half-yearly", "yearly")),
        st.dates(date(1900, 1, 1), date(2100, 1, 1)),
        st.integers(1, 6),
    )
    def test_no_time_is_skipped_or_named_twice(self, cadence: str, start: date, count: int) -> None:
        period = Cadence.parse(cadence).period
        assert period is not None
        found = missed_times(Cadence.parse(cadence), start, period.after(start, count) + timedelta(days=1))
        in_year = {"tertial": 3, "quarterly": 4, "monthly": 12, "yearly": 1}.get(cadence, 2)
        numbers = [year * in_year + number for year, number in found.times]
        assert numbers == list(range(numbers[0], numbers[0] + count))

    @given(st.dates(), st.dates(), st.integers(1, 40), st.sampled_from("DWMY"))
    def test_as_many_as_have_passed(self, start: date, today: date, count: int, unit: str) -> None:
        period = Duration.parse(f"P{count}{unit}")
        times = times_passed(period, start, today)
        assert times == 0 or period.after(start, times) < today
        assert period.after(start, times + 1) >= today

    def test_the_row_says_it(self, tmp_path: Path) -> None:
        found = listed(tmp_path, "2021-10-01", AGREEMENT + VALID + "follow_up: {cadence: tertial}\n")
        assert "Mappen visar inget för T1 och T2 2021." in reason(found, DutyKind.REVIEW)


class TestAgainAndAgain:
    WALKS = (
        AGREEMENT
        + VALID
        + ("commitments: [{id: vandra, by: kommunen, text: Vandra., quantity: {at_least: 4, per: yearly}}]\n")
    )

    def test_what_is_promised_for_every_year_is_reset_by_an_outcome(self, tmp_path: Path) -> None:
        assert of(listed(tmp_path, "2022-12-01", self.WALKS), DutyKind.COMMITMENT) == ["2022-01-01 Åtagande: Vandra."]
        assert "Mappen visar inget för 2021." in reason(listed(tmp_path, "2022-12-01"), DutyKind.COMMITMENT)
        (row,) = (r for r in listed(tmp_path, "2022-12-01", self.WALKS, REVIEW) if r.duty.clock is DutyKind.COMMITMENT)
        assert (str(row.duty.due), str(row.duty.last_done)) == ("2023-11-30", "2022-11-30")

    @pytest.mark.parametrize("result", ["not-assessed, why_not: Mäts sedan.", "not-mentioned"])
    def test_an_outcome_that_tells_nothing_does_not(self, tmp_path: Path, result: str) -> None:
        review = REVIEW.replace("result: reached", f"result: {result}")
        found = listed(tmp_path, "2022-12-01", self.WALKS, review)
        assert of(found, DutyKind.COMMITMENT) == ["2022-01-01 Åtagande: Vandra."]

    def test_what_is_done_more_often_is_never_late(self, tmp_path: Path) -> None:
        text = AGREEMENT + VALID + "commitments: [{id: gå, by: polisen, text: Gå., cadence: monthly}]\n"
        (row,) = (r for r in listed(tmp_path, "2023-05-15", text) if r.duty.clock is DutyKind.COMMITMENT)
        assert (str(row.duty.due), row.status) == ("2023-06-01", Status.SOON)

    def test_a_deadline_and_a_rhythm_are_one_row(self, tmp_path: Path) -> None:
        again = "cadence: weekly, deadline: 2023-06-30"
        text = AGREEMENT + VALID + f"commitments: [{{id: gå, by: polisen, text: Gå., {again}}}]\n"
        assert of(listed(tmp_path, "2023-05-15", text), DutyKind.COMMITMENT) == ["2023-06-30 Åtagande: Gå."]
        assert "Även: Åtagandet ska genomföras veckovis" in reason(listed(tmp_path, "2023-05-15"), DutyKind.COMMITMENT)
        found = listed(tmp_path, "2021-05-15", text.replace("weekly", "yearly"))
        assert of(found, DutyKind.COMMITMENT) == ["2022-01-01 Åtagande: Gå."]
        assert "Även: Åtagandet ska vara genomfört senast den 30 juni 2023." in reason(found, DutyKind.COMMITMENT)

    def test_the_reason_explains_a_day_that_is_the_last(self, tmp_path: Path) -> None:
        text = AGREEMENT + VALID + "follow_up: {cadence: P5Y}\n"
        said = reason(listed(tmp_path, "2023-05-15", text), DutyKind.REVIEW)
        assert said.endswith("dock senast när överenskommelsen slutar gälla den 31 december 2024.")
        text = AGREEMENT + OPEN + "commitments: [{id: gå, text: Gå., cadence: P3Y, deadline: 2022}]\n"
        assert "dock senast när det senast ska vara klart" in reason(
            listed(tmp_path, "2021-05-15", text), DutyKind.COMMITMENT
        )

    def test_activities_begin_end_and_recur(self, tmp_path: Path) -> None:
        activities = "{id: a, text: Brev., from: 2022-05}, {id: b, text: Annons., until: 2022-08}"
        text = (
            COMMUNICATION
            + f"activities: [{activities}, {{id: c, text: Nytt., cadence: quarterly, from: 2022-02-01}}]\n"
        )
        assert of(listed(tmp_path, "2022-04-01", text), DutyKind.ACTIVITY, DutyKind.EXPIRY) == [
            "2022-05-01 Aktivitet: Nytt.",
            "2022-05-31 Aktivitet: Brev.",
            "2022-08-31 Aktivitet: Annons.",
            "2023-12-31 Ta fram en ny kommunikationsplan",
        ]
        for progress in ("ongoing", "done"):
            begun = text.replace("from: 2022-05", f"from: 2022-05, progress: {progress}")
            assert "2022-05-31 Aktivitet: Brev." not in of(listed(tmp_path, "2022-04-01", begun), DutyKind.ACTIVITY)


class TestForums:
    FORUMS = (
        "forums: [{id: råd, name: Rådet, chair: Ordföranden, members: jointly, cadence: half-yearly}, "
        "{name: EST, cadence: weekly}, {name: Nätverket, status: planned}, {name: Sällan, cadence: as-needed}]\n"
    )

    def test_the_next_meeting_is_given_and_is_never_late(self, tmp_path: Path) -> None:
        found = listed(tmp_path, "2023-06-10", AGREEMENT + VALID + self.FORUMS)
        assert of(found, DutyKind.MEETING) == [
            "2023-06-16 Möte: EST",
            "2023-07-01 Möte: Rådet",
            "None Bilda forumet: Nätverket",
            "None Möte: Sällan",
        ]
        (row,) = (row for row in found if "Rådet" in row.duty.what.say("sv"))
        assert row.duty.responsible.say("sv") == "Ordföranden"

    def test_the_list_shows_what_is_near_and_no_weekly_meetings(self, tmp_path: Path) -> None:
        text = AGREEMENT + VALID + self.FORUMS
        shown = {
            today: of(listed(tmp_path, today, text, choice=choice), DutyKind.MEETING)
            for today, choice in (("2023-06-10", RowChoice()), ("2023-03-10", RowChoice()))
        }
        assert shown == {"2023-06-10": ["2023-07-01 Möte: Rådet"], "2023-03-10": []}
        within = listed(tmp_path, "2023-03-10", choice=RowChoice(within=200))
        assert of(within, DutyKind.MEETING) == ["2023-07-01 Möte: Rådet"]
        assert len(of(listed(tmp_path, "2023-03-10", choice=RowChoice(everything=True)), DutyKind.MEETING)) == 4

    def test_none_after_the_end_and_those_of_a_plan_too(self, tmp_path: Path) -> None:
        text = PLAN + "forums: [{name: EST-gruppen, members: [Polisen], cadence: quarterly}]\n"
        assert of(listed(tmp_path, "2023-06-10", text), DutyKind.MEETING) == ["2023-07-01 Möte: EST-gruppen"]
        assert of(listed(tmp_path, "2023-10-10", text), DutyKind.MEETING) == []


class TestRenewal:
    def due(self, folder: Path, validity: str) -> list[str]:
        text = f"{AGREEMENT}validity: {{from: 2021-01-01, {validity}}}\n"
        return of(listed(folder, "2023-05-15", text), DutyKind.RENEWAL, DutyKind.CONSULTATION)

    def test_before_notice_of_what_is_extended_unless_somebody_says_no(self, tmp_path: Path) -> None:
        decide = "2024-09-30 Bestäm om överenskommelsen ska förlängas eller sägas upp"
        notice = "until: 2024-12-31, termination: {notice: P3M}"
        assert self.due(tmp_path, f"{notice}, extension: {{length: P1Y}}") == [decide]
        assert self.due(tmp_path, f"{notice}, extension: {{condition: Om ingen säger upp den}}") == [decide]
        assert self.due(tmp_path, notice) == []
        assert self.due(tmp_path, "until: further-notice, termination: {notice: P3M}") == []

    def test_a_new_agreement_every_fourth_year(self, tmp_path: Path) -> None:
        assert self.due(tmp_path, "until: further-notice, renewal: every-4-years") == [
            "2025-01-01 Ingå en ny överenskommelse"
        ]
        assert self.due(tmp_path, "until: further-notice, renewal: per-term") == ["None Ingå en ny överenskommelse"]

    def test_it_is_one_row_with_the_end(self, tmp_path: Path) -> None:
        assert self.due(tmp_path, "until: 2026-12-31, renewal: every-4-years") == [
            "2025-01-01 Ingå en ny överenskommelse"
        ]
        assert "Även: Sista giltighetsdag är den 31 december 2026" in reason(
            listed(tmp_path, "2023-05-15"), DutyKind.RENEWAL
        )


UNTIMED = [
    ("follow_up: {text: Vi följer upp.}", DutyKind.REVIEW, "säger inte hur ofta eller när"),
    ("follow_up: {cadence: continuously}", DutyKind.REVIEW, "löpande, alltså utan bestämt datum"),
    ("follow_up: {dates: [2022], reporting: {to: Nämnden}}", DutyKind.REPORT, "säger inte hur ofta eller när"),
    ("planned_documents: [{kind: citizen-promise}]", DutyKind.PLANNED_DOCUMENT, "ingen tid är angiven"),
    ("planned_documents: [{kind: citizen-promise, cadence: regularly}]", DutyKind.PLANNED_DOCUMENT, "regelbundet"),
]


class TestWithoutATime:
    @pytest.mark.parametrize(("terms", "clock", "said"), UNTIMED)
    def test_it_is_listed_on_demand(self, tmp_path: Path, terms: str, clock: DutyKind, said: str) -> None:
        found = listed(tmp_path, "2023-05-15", AGREEMENT + OPEN + terms + "\n")
        assert said in reason(found, clock)
        assert not any(row.duty.clock is clock for row in RowChoice().rows(found))

    @pytest.mark.parametrize(
        ("revision", "said"),
        [("text: Vid behov", "säger ”Vid behov”, så inget datum kan"), ("at_expiry: true", "slut")],
    )
    def test_revision_without_a_time(self, tmp_path: Path, revision: str, said: str) -> None:
        text = AGREEMENT + OPEN.replace("further-notice", f"further-notice, revision: {{{revision}}}")
        assert said in reason(listed(tmp_path, "2023-05-15", text), DutyKind.REVISION)

    def test_how_often_without_from_when(self, tmp_path: Path) -> None:
        text = PLAN.replace("period: {from: 2022, until: 2023}\n", "") + "follow_up: {cadence: yearly}\n"
        found = listed(tmp_path, "2023-05-15", text)
        assert "det står inte från när" in reason(found, DutyKind.REVIEW)

    def test_a_plan_that_says_only_that_it_is_followed_up(self, tmp_path: Path) -> None:
        assert "säger inte hur ofta" in reason(
            listed(tmp_path, "2023-05-15", COMMUNICATION + "follow_up: {text: Vi följer upp.}\n"), DutyKind.REVIEW
        )


def test_two_terms_for_one_review_are_one_row(tmp_path: Path) -> None:
    found = listed(tmp_path, "2021-05-15", AGREEMENT + VALID + "follow_up: {cadence: yearly, dates: [2022-01, 2023]}\n")
    assert of(found, DutyKind.REVIEW) == [
        "2022-01-01 Följ upp överenskommelsen",
        "2023-12-31 Följ upp överenskommelsen",
    ]
    assert "Även: Överenskommelsens avsnitt om uppföljning: januari 2022." in found[0].duty.reason.say("sv")


class TestAPastDay:
    LATER = AGREEMENT.replace("id: avtal", "id: nytt") + (
        "validity: {from: 2022-01-01, until: 2026}\nsupersedes: avtal\nfollow_up: {cadence: yearly}\n"
        "decisions: [{body: Kommunstyrelsen, date: 2022-05-02}]\n"
    )

    def test_an_extension_that_was_decided_later_is_not_known(self, tmp_path: Path) -> None:
        extended = VALID.replace("}", ", extended: [{until: 2026, date: 2024-11-05}]}")
        assert of(listed(tmp_path, "2024-11-04", AGREEMENT + extended), DutyKind.EXPIRY)[0].startswith("2024-12-31")
        assert of(listed(tmp_path, "2024-11-05", AGREEMENT + extended), DutyKind.EXPIRY)[0].startswith("2026-12-31")
        undated = extended.replace(", date: 2024-11-05", "")
        assert of(listed(tmp_path, "2024-11-04", AGREEMENT + undated), DutyKind.EXPIRY)[0].startswith("2026-12-31")

    def test_a_signing_that_came_later_is_not_counted_from(self, tmp_path: Path) -> None:
        signed = "decisions: [{body: Nämnden, date: 2020-12-01}]\nsignatures: {date: 2021-05-03}\n"
        terms = "follow_up: {cadence: yearly}\n"
        text = AGREEMENT + VALID + signed + terms
        assert of(listed(tmp_path, "2021-05-02", text), DutyKind.REVIEW) == ["2022-01-01 Följ upp överenskommelsen"]
        assert of(listed(tmp_path, "2021-05-03", text), DutyKind.REVIEW) == ["2022-05-03 Följ upp överenskommelsen"]
        each = signed.replace("{date: 2021-05-03}", "{signatories: [{role: Chef, date: 2021-05-03}]}")
        text = AGREEMENT + VALID + each + terms
        assert of(listed(tmp_path, "2021-05-02", text), DutyKind.REVIEW) == ["2022-01-01 Följ upp överenskommelsen"]

    def test_what_was_made_later_is_not_known(self, tmp_path: Path) -> None:
        before = listed(tmp_path, "2022-05-01", AGREEMENT + VALID + "follow_up: {cadence: yearly}\n", self.LATER)
        assert {row.duty.document for row in before} == {"avtal"}
        after = listed(tmp_path, "2022-05-02")
        assert {row.duty.document for row in after} == {"nytt"}

    def test_it_is_no_evidence(self, tmp_path: Path) -> None:
        text = TestAgainAndAgain.WALKS
        assert of(listed(tmp_path, "2022-11-29", text, REVIEW), DutyKind.COMMITMENT) == ["2022-01-01 Åtagande: Vandra."]

    def test_it_is_named(self, tmp_path: Path, run: Callable[..., Outcome]) -> None:
        listed(tmp_path, "2022-05-01", AGREEMENT + VALID, self.LATER)
        told = run("followup", str(tmp_path), "--today", "2022-05-01").err
        assert "Fanns inte den 1 maj 2022 enligt sina datum, och räknas därför inte: nytt." in told


def test_documents_that_no_row_tells_of_are_named(tmp_path: Path) -> None:
    picture = "samverkan: 1\nkind: situation-picture\nid: bild\ntitle: Bild\ndate: 2022-03\n"
    open_ended = AGREEMENT + OPEN + "follow_up: {cadence: continuously}\n"
    closed = PLAN + "closed: {date: 2022-06, reason: Klart.}\n"
    found = listed(tmp_path, "2023-05-15", picture, open_ended, closed, COMMUNICATION)
    silent = silent_documents(check([str(tmp_path)], date(2023, 5, 15)).workspaces, [], date(2023, 5, 15))
    assert {document.id for document in silent.without_terms} == {"bild", "avtal", "komm"}
    workspaces = check([str(tmp_path)], date(2023, 5, 15)).workspaces
    silent = silent_documents(workspaces, rows(workspaces, date(2023, 5, 15)), date(2023, 5, 15))
    assert [document.id for document in silent.without_terms] == ["bild"]
    assert [document.id for document in silent.without_day] == ["avtal"]
    assert {row.duty.document for row in found} == {"avtal", "komm"}


class TestWords:
    LONG = (
        "Fotpatrull[^källa] **ofta** i [centrum](https://x.se) och i alla områden där fler vuxna behövs som syns på "
        "kvällar och nätter"
    )

    def test_prose_without_its_marks(self) -> None:
        assert without_marks("En *liten* text_med `kod` och 2*3*4[^not].") == "En liten text_med kod och 2*3*4."

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("Ta fram:\n\n- en bild\n- en plan, och\n- ett löfte.", "Ta fram: en bild, en plan, och ett löfte."),
            ("Vi gör\n1. en rond\n2. ett möte", "Vi gör en rond, ett möte"),
            ("Polisen - och\nkommunen.", "Polisen - och kommunen."),
        ],
    )
    def test_a_list_is_told_in_running_text(self, text: str, said: str, tmp_path: Path) -> None:
        commitment = json.dumps([{"text": text, "deadline": "2023"}])
        found = listed(tmp_path, "2022-06-01", AGREEMENT + VALID + f"commitments: {commitment}")
        (row,) = of(found, DutyKind.COMMITMENT)
        assert row.endswith(f"Åtagande: {said}")

    @given(st.text(max_size=300))
    def test_no_word_is_cut_in_a_heading(self, text: str) -> None:
        found = shortened(text)
        assert len(found) <= 91
        assert found == text or text.startswith(found[:-1])

    def test_calendar_and_table_speak_in_titles_and_sentences(
        self, tmp_path: Path, run: Callable[..., Outcome]
    ) -> None:
        text = AGREEMENT + VALID + f"commitments: [{{id: gå-ut, by: polisen, text: '{self.LONG}', deadline: 2023}}]\n"
        text += "references: [{id: källa, title: En källa}]\nfollow_up: {cadence: yearly}\n"
        (tmp_path / "fil.yaml").write_text(text, encoding="utf-8")
        for form in ("ics", "csv", "html", "md"):
            out = run("followup", str(tmp_path), "--today", "2022-06-01", "--format", form).out.replace("\r\n ", "")
            assert "Avtalet" in out
            for machine in ("fil.yaml", "gå-ut", "källa", "follow_up", "[^", "**", "commitments"):
                assert machine not in out.replace("- **", "- ").replace(")** ", ") "), (form, machine)
            assert "Fotpatrull ofta i centrum och i alla områden där fler vuxna behövs som syns på" in out
        table = run("followup", str(tmp_path), "--today", "2022-06-01", "--format", "csv").out.removeprefix("\ufeff")
        row = next(csv.DictReader(io.StringIO(table), delimiter=";"))
        assert (row["Läge"], row["Typ"], row["Gäller"]) == ("Försenat", "samverkansöverenskommelse", "uppföljning")
        found = json.loads(run("followup", str(tmp_path), "--today", "2022-06-01", "--format", "json").out)["rows"]
        assert {row["document"] for row in found} == {"avtal"}
        assert all(row["file"].endswith("fil.yaml") for row in found)


class TestNextTimes:
    def test_the_next_follow_up_has_a_row_until_it_is_made(self, tmp_path: Path) -> None:
        review = REVIEW + "next_review: 2023-11\n"
        found = listed(tmp_path, "2023-01-01", AGREEMENT + VALID, review)
        assert of(found, DutyKind.REVIEW) == ["2023-11-30 Gör nästa uppföljning av ”Avtalet”"]
        assert reason(found, DutyKind.REVIEW) == (
            "Uppföljningen den 30 november 2022 säger när nästa är tänkt: november 2023."
        )
        later = REVIEW.replace("id: uppföljning", "id: senare").replace("2022-11-30", "2023-10-01")
        assert of(listed(tmp_path, "2024-01-01", AGREEMENT + VALID, review, later), DutyKind.REVIEW) == []

    def test_the_next_follow_up_of_what_is_not_on_file_has_a_row(self, tmp_path: Path) -> None:
        review = REVIEW.replace("{document: avtal}", "{document: {title: Löftet, year: 2021}}").replace(
            "outcomes: [{item: vandra, result: reached}]", "next_review: hösten 2023"
        )
        found = listed(tmp_path, "2023-01-01", review)
        assert of(found, DutyKind.REVIEW) == ["2023-11-30 Gör nästa uppföljning av ”Löftet”"]

    def test_the_next_follow_up_in_the_month_of_the_term_is_one_row(self, tmp_path: Path) -> None:
        terms = "follow_up: {dates: [2023-11]}\n"
        found = listed(tmp_path, "2023-01-01", AGREEMENT + VALID + terms, REVIEW + "next_review: 2023-11\n")
        assert of(found, DutyKind.REVIEW) == ["2023-11-30 Följ upp överenskommelsen"]
        assert "säger när nästa är tänkt" in reason(found, DutyKind.REVIEW)

    def test_what_has_ended_by_then_is_not_followed_up_again(self, tmp_path: Path) -> None:
        found = listed(tmp_path, "2023-01-01", AGREEMENT + VALID, REVIEW + "next_review: 2026\n")
        assert of(found, DutyKind.REVIEW) == []

    def test_the_next_meeting_on_a_picture_has_a_row_until_its_day(self, tmp_path: Path) -> None:
        picture = (
            AGREEMENT.replace("kind: agreement", "kind: situation-picture")
            + "date: 2022-10\nnext_meeting: 2023-03-02\n"
        )
        assert of(listed(tmp_path, "2023-03-02", picture), DutyKind.MEETING) == ["2023-03-02 Möte om ”Avtalet”"]
        assert of(listed(tmp_path, "2023-03-03", picture), DutyKind.MEETING) == []


class TestMonthsAlone:
    """What is done ”i november” is done every November, where nothing else says how often."""

    @pytest.mark.parametrize(
        ("keys", "clock", "row"),
        [
            ("follow_up: {when: I november}", DutyKind.REVIEW, "2021-11-30 Följ upp överenskommelsen"),
            ("follow_up: {when: hösten 2022}", DutyKind.REVIEW, "2022-11-30 Följ upp överenskommelsen"),
            ("follow_up: {when: snart}", DutyKind.REVIEW, "None Följ upp överenskommelsen"),
            ("follow_up: {when: i maj, reporting: {to: nämnden, when: i juni}}", DutyKind.REPORT, "2021-06-30 "),
            (
                "follow_up: {reporting: {to: nämnden, when: maj 2022}}",
                DutyKind.REPORT,
                "2022-05-31 ",
            ),
            ("forums: [{name: Rådet, when: i november}]", DutyKind.MEETING, "2021-11-30 Möte: Rådet"),
            ("forums: [{name: Rådet, when: våren 2022}]", DutyKind.MEETING, "2022-05-31 Möte: Rådet"),
            ("forums: [{name: Rådet, when: första tisdagen}]", DutyKind.MEETING, "None Möte: Rådet"),
            (
                "planned_documents: [{kind: situation-picture, when: i november}]",
                DutyKind.PLANNED_DOCUMENT,
                "2021-11-30 Ta fram en lägesbild",
            ),
            (
                "planned_documents: [{kind: situation-picture, when: våren 2022}]",
                DutyKind.PLANNED_DOCUMENT,
                "2022-05-31 Ta fram en lägesbild",
            ),
            (
                "planned_documents: [{kind: situation-picture, when: efter mötet}]",
                DutyKind.PLANNED_DOCUMENT,
                "2024-12-31 Ta fram en lägesbild",
            ),
            ("commitments: [{text: Vi möts., when: våren 2022}]", DutyKind.COMMITMENT, "2022-05-31 Åtagande: Vi möts."),
            ("commitments: [{text: Vi möts., when: ofta}]", DutyKind.COMMITMENT, "None Åtagande: Vi möts."),
        ],
    )
    def test_it_has_a_row(self, keys: str, clock: DutyKind, row: str, tmp_path: Path) -> None:
        (found,) = of(listed(tmp_path, "2021-05-01", AGREEMENT + VALID + keys), clock)
        assert found.startswith(row)

    def test_the_meeting_after_one_month_is_in_the_next(self, tmp_path: Path) -> None:
        forum = "forums: [{name: Rådet, when: i mars och november}]"
        days = {
            today: of(listed(tmp_path, today, AGREEMENT + VALID + forum), DutyKind.MEETING)
            for today in ("2021-03-31", "2021-04-01", "2021-12-01")
        }
        assert [row[0][:10] for row in days.values()] == ["2021-03-31", "2021-11-30", "2022-03-31"]

    def test_the_reason_says_what_the_document_says_and_no_more(self, tmp_path: Path) -> None:
        found = listed(tmp_path, "2021-05-01", AGREEMENT + VALID + "follow_up: {when: i november}")
        assert "årligen" not in reason(found, DutyKind.REVIEW)
        assert "”i november”" in reason(found, DutyKind.REVIEW)
        found = listed(tmp_path, "2021-05-01", AGREEMENT + VALID + "forums: [{name: Rådet, when: Var tredje onsdag.}]")
        assert "säger ”Var tredje onsdag”, så inget datum kan räknas ut" in reason(found, DutyKind.MEETING)
        promised = "commitments: [{text: Vi möts., when: Våren 2022.}]"
        found = listed(tmp_path, "2021-05-01", AGREEMENT + VALID + promised)
        said = "Överenskommelsens avsnitt om åtaganden säger ”Våren 2022”, räknat till och med den 31 maj 2022."
        assert reason(found, DutyKind.COMMITMENT) == said
        planned = "planned_documents: [{kind: situation-picture, when: efter mötet}]"
        found = listed(tmp_path, "2021-05-01", AGREEMENT + OPEN + planned)
        assert "säger ”efter mötet”" in reason(found, DutyKind.PLANNED_DOCUMENT)
