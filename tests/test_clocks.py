"""The clocks of every kind of document: what starts them, what resets them, and what follows on what."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverkan.check import check
from samverkan.duties.duty import DutyKind
from samverkan.duties.rows import Row, Status, rows
from samverkan.model.dates import CoarseDate
from samverkan.model.fingerprint import fingerprint, short
from tests.conftest import EXAMPLES, ROOT, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

WHOLE = ROOT / "tests" / "workspace"
OPEN = SMALL.replace("{from: 2024, until: 2026}", "{from: signing, until: further-notice}")
SIGNED = """\
signatures:
  date: {date}
  signatories:
    - {{party: polisen, name: Kim Ek, role: Lokalpolisområdeschef}}
    - {{party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}}
"""
PROMISE = """\
samverkan: 1
kind: citizen-promise
id: löfte-2024
title: Medborgarlöfte
agreement: avtal-2024
period: {from: 2024-01-01}
promises: [{id: ronder, by: jointly, text: Vi går ronder.}]
"""
PICTURE = """\
samverkan: 1
kind: situation-picture
id: bild-2024
title: Lägesbild
agreement: avtal-2024
date: 2024-03-01
survey: Lugnt.
"""
PLAN = """\
samverkan: 1
kind: action-plan
id: plan-2024
title: Åtgärdsplan
agreement: avtal-2024
period: {from: 2024}
goals: [{id: tryggare, text: Fler är trygga.}]
measures: [{id: ljus, title: Ljus, who: [{party: kommunen}]}]
decisions: [{body: Kommunstyrelsen, date: 2024-08-15}]
"""
REVIEW = """\
samverkan: 1
kind: follow-up
id: {id}
title: Uppföljning
agreement: avtal-2024
date: {date}
reviews: [{{document: {document}, fingerprint: {fingerprint}}}]
{rest}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "arbetsyta"
    found.mkdir()
    (found / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
    return found


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def listed(folder: Path, today: str, *clocks: DutyKind, document: str = "") -> list[Row]:
    day = date.fromisoformat(today)
    return [
        row
        for row in rows(check([str(folder)], day).workspaces, day)
        if (not clocks or row.duty.clock in clocks) and row.duty.document.startswith(document)
    ]


def due(folder: Path, today: str, *clocks: DutyKind, document: str = "") -> list[str]:
    return [str(row.duty.due) for row in listed(folder, today, *clocks, document=document)]


def now(folder: Path, name: str) -> str:
    """Give the present fingerprint of a document."""
    documents = check([str(folder)], date(2024, 1, 1)).workspaces[0].by_id
    model: Any = documents[name].model
    return short(fingerprint(model))


def review(folder: Path, document: str, day: str, rest: str, name: str = "uppföljning") -> None:
    text = REVIEW.format(id=name, date=day, document=document, fingerprint=now(folder, document), rest=rest)
    write(folder, **{name: text})


class TestKnownAgreements:
    def test_herrljunga_is_revised_every_third_year(self, folder: Path) -> None:
        validity = "validity: {from: 2017-12-19, until: further-notice, revision: {cadence: every-3-years}}"
        write(folder, a=SMALL.replace("validity: {from: 2024, until: 2026}", validity))
        assert due(folder, "2019-01-01", DutyKind.REVISION) == ["2020-12-19"]
        assert listed(folder, "2026-11-20", DutyKind.REVISION)[0].status is Status.OVERDUE

    def test_oskarshamn_consults_six_months_before_the_end(self, folder: Path) -> None:
        extension = "extension: {length: P1Y, consult_before_end: P6M}"
        write(folder, a=SMALL.replace("2024, until: 2026", f"2020, until: 2023-12-31, {extension}"))
        (row,) = listed(folder, "2023-05-02", DutyKind.CONSULTATION)
        assert (str(row.duty.due), row.status) == ("2023-06-30", Status.SOON)
        assert "Sista giltighetsdag är den 31 december 2023" in row.duty.reason.say("sv")

    def test_avesta_reviews_yearly_without_end(self, folder: Path) -> None:
        text = OPEN + "follow_up: {cadence: yearly}\n" + SIGNED.format(date="2020-09-07")
        text += "goals: [{id: mål, text: Tryggare.}]\n"
        write(folder, a=text)
        assert due(folder, "2026-11-20", DutyKind.REVIEW) == ["2021-09-07"]
        for year in (2021, 2022):
            review(folder, "avtal-2024", f"{year}-09-01", "outcomes: [{item: mål, result: ongoing}]", f"u{year}")
        (row,) = listed(folder, "2022-12-01", DutyKind.REVIEW)
        assert (str(row.duty.due), str(row.duty.last_done)) == ("2023-09-01", "2022-09-01")
        assert "uppföljningen den 1 september 2022" in row.duty.reason.say("sv")

    @pytest.mark.parametrize(
        ("cadence", "expected"), [("half-yearly", "2024-07-01"), ("tertial", "2024-05-01"), ("quarterly", "2024-04-01")]
    )
    def test_a_promise_is_checked_within_the_year(self, folder: Path, cadence: str, expected: str) -> None:
        write(folder, a=SMALL, p=PROMISE + f"follow_up: {{cadence: {cadence}}}\n")
        assert due(folder, "2024-02-01", DutyKind.REVIEW, document="löfte") == [expected]
        review(folder, "löfte-2024", expected, "outcomes: [{item: ronder, result: ongoing}]")
        later = due(folder, "2024-12-01", DutyKind.REVIEW, document="löfte")
        assert later[0] > expected

    def test_a_promise_is_reported_to_those_it_was_given(self, folder: Path) -> None:
        write(folder, a=SMALL, p=PROMISE + "follow_up: {reporting: {to: Invånarna, cadence: half-yearly}}\n")
        (row,) = listed(folder, "2024-02-01", DutyKind.REPORT, document="löfte")
        assert (str(row.duty.due), row.duty.what.say("sv")) == ("2024-07-01", "Återrapportera till Invånarna")


class TestLaw:
    def test_the_picture_is_renewed_every_second_year_without_a_term(self, folder: Path) -> None:
        write(folder, a=SMALL)
        (row,) = listed(folder, "2024-06-01", DutyKind.PICTURE)
        assert (str(row.duty.due), row.status) == ("2023-07-01", Status.NOT_SHOWN)
        assert "4 § lagen (2023:196), Exempelby kommun" in row.duty.reason.say("sv")
        write(folder, b=PICTURE)
        (row,) = listed(folder, "2024-06-01", DutyKind.PICTURE)
        assert str(row.duty.due) == "2026-03-01"
        assert "6 § lagen (2023:196), Exempelby kommun" in row.duty.reason.say("sv")
        assert row.duty.responsible.say("sv") == "Exempelby kommun"

    @pytest.mark.parametrize(("cadence", "expected"), [("yearly", "2025-03-01"), ("every-3-years", "2026-03-01")])
    def test_one_row_names_both_the_term_and_the_law(self, folder: Path, cadence: str, expected: str) -> None:
        until = SMALL.replace("until: 2026", "until: 2028")
        write(folder, a=until + f"planned_documents: [{{kind: situation-picture, cadence: {cadence}}}]\n", b=PICTURE)
        (row,) = (row for row in listed(folder, "2024-06-01") if row.duty.paragraph == "6")
        assert str(row.duty.due) == expected
        said = row.duty.reason.say("sv")
        assert "2023:196" in said
        assert "överenskommelsens avsnitt om dokument som tas fram" in said.lower()

    def test_the_municipality_owes_a_picture_whatever_becomes_of_its_agreement(self, folder: Path) -> None:
        write(folder, a=SMALL.replace("from: 2024, until: 2026", "from: 2017, until: 2022"))
        assert due(folder, "2026-01-01", DutyKind.PICTURE) == ["2023-07-01"]
        assert listed(folder, "2021-06-01", DutyKind.PICTURE) == []

    def test_the_plan_is_followed_up_every_second_year(self, folder: Path) -> None:
        write(folder, a=SMALL, p=PLAN)
        (row,) = listed(folder, "2024-09-01", DutyKind.REVIEW, document="plan")
        assert str(row.duty.due) == "2026-08-15"
        write(folder, p=PLAN + "follow_up: {cadence: yearly}\n")
        (row,) = listed(folder, "2024-09-01", DutyKind.REVIEW, document="plan")
        assert str(row.duty.due) == "2025-08-15"
        assert "2023:196" in row.duty.reason.say("sv")

    def test_one_plan_for_each_municipality(self, folder: Path) -> None:
        other = '  - {id: grannen, type: municipality, code: "9902", name: Grannby kommun}\nvalidity'
        text = SMALL.replace("validity", other, 1)
        text += "planned_documents: [{id: plan, kind: action-plan, cadence: yearly, per_municipality: true}]\n"
        write(folder, a=text, p=PLAN.replace("period:", "by: kommunen\nperiod:"))
        found = listed(folder, "2024-09-01", DutyKind.PLANNED_DOCUMENT)
        assert {(str(r.duty.due), r.duty.responsible.say("sv")) for r in found} == {
            ("2024-07-01", "Grannby kommun"),
            ("2025-08-15", "Exempelby kommun"),
        }


class TestWhatResets:
    """Only a follow-up that did the work, of the text that was agreed."""

    WHOLE_REVIEW = "outcomes: [{item: tryggare, result: ongoing}, {item: ljus, result: reached}]"

    @pytest.fixture
    def plan(self, folder: Path) -> Path:
        write(folder, a=SMALL, p=PLAN + "follow_up: {cadence: yearly}\n")
        return folder

    def next_review(self, folder: Path, today: str = "2025-09-01") -> str:
        return due(folder, today, DutyKind.REVIEW, document="plan")[0]

    def test_a_whole_one_does(self, plan: Path) -> None:
        review(plan, "plan-2024", "2025-06-01", self.WHOLE_REVIEW)
        assert self.next_review(plan) == "2026-06-01"

    @pytest.mark.parametrize(
        ("day", "rest"),
        [
            ("2025-06-01", ""),
            ("2025-06-01", "outcomes: [{item: tryggare, result: ongoing}]"),
            ("2025-06-01", "outcomes: [{item: tryggare, result: not-assessed}, {item: ljus, result: reached}]"),
            ("2025-12-01", WHOLE_REVIEW),
            ("2024-08-01", WHOLE_REVIEW.replace("outcomes", "by: kommunen\noutcomes")),
            ("2023-12-01", WHOLE_REVIEW),
        ],
        ids=["a bare date", "half", "not assessed without reason", "in the future", "of one party", "before the start"],
    )
    def test_these_do_not(self, plan: Path, day: str, rest: str) -> None:
        review(plan, "plan-2024", day, rest)
        assert self.next_review(plan) == "2025-08-15"
        assert listed(plan, "2025-09-01", DutyKind.REVIEW, document="plan")[0].duty.last_done is None

    def test_a_reason_why_not_is_an_outcome(self, plan: Path) -> None:
        answered = "{item: tryggare, result: not-assessed, why_not: Mätningen görs i höst.}"
        review(plan, "plan-2024", "2025-06-01", f"outcomes: [{answered}, {{item: ljus, result: reached}}]")
        assert self.next_review(plan) == "2026-06-01"

    def test_one_of_a_text_that_has_changed_does_not(self, plan: Path) -> None:
        review(plan, "plan-2024", "2025-06-01", self.WHOLE_REVIEW)
        write(plan, p=PLAN.replace("Fler är", "Alla är") + "follow_up: {cadence: yearly}\n")
        assert self.next_review(plan) == "2025-08-15"

    def test_one_without_fingerprint_does_not(self, plan: Path) -> None:
        review(plan, "plan-2024", "2025-06-01", self.WHOLE_REVIEW)
        path = plan / "uppföljning.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f", fingerprint: {now(plan, 'plan-2024')}", ""), encoding="utf-8")
        assert self.next_review(plan) == "2025-08-15"
        (row,) = listed(plan, "2025-09-01", DutyKind.REVIEW, document="plan")
        assert "Uppföljningen den 1 juni 2025 säger inte vilken text den gällde" in row.duty.reason.say("sv")
        review(plan, "plan-2024", "2025-06-02", self.WHOLE_REVIEW)
        (row,) = listed(plan, "2025-09-01", DutyKind.REVIEW, document="plan")
        assert "säger inte vilken text" not in row.duty.reason.say("sv")

    def test_what_has_no_id_must_be_given_one_first(self, plan: Path) -> None:
        second = "{id: tryggare, text: Fler är trygga.}, {id: ute, text: Fler är ute.}"
        plan_text = PLAN.replace("{id: tryggare, text: Fler är trygga.}", second)
        without_id = plan_text.replace("id: ute, ", "") + "follow_up: {cadence: yearly}\n"
        write(plan, p=without_id)
        review(plan, "plan-2024", "2025-06-01", self.WHOLE_REVIEW)
        before = now(plan, "plan-2024")
        assert self.next_review(plan) == "2025-08-15"
        write(plan, p=plan_text + "follow_up: {cadence: yearly}\n")
        assert now(plan, "plan-2024") == before, "an id that nothing refers to changes nothing that was agreed"

    def test_two_on_the_same_day_are_one_time(self, plan: Path) -> None:
        for name in ("u1", "u2"):
            review(plan, "plan-2024", "2025-06-01", self.WHOLE_REVIEW, name)
        assert self.next_review(plan) == "2026-06-01"

    def test_twenty_years_of_history(self, plan: Path) -> None:
        for year in range(2025, 2045):
            review(plan, "plan-2024", f"{year}-06-01", self.WHOLE_REVIEW, f"u{year}")
        (row,) = listed(plan, "2044-12-01", DutyKind.REVIEW, document="plan")
        assert (str(row.duty.due), str(row.duty.last_done)) == ("2045-06-01", "2044-06-01")

    def test_an_agreement_signed_before_it_began(self, folder: Path) -> None:
        text = SMALL + "follow_up: {cadence: yearly}\ngoals: [{id: mål, text: Tryggare.}]\n"
        write(folder, a=text + SIGNED.format(date="2023-11-15"))
        assert due(folder, "2024-01-10", DutyKind.REVIEW) == ["2024-11-15"]


class TestSuccession:
    def test_a_gap_before_the_successor_is_told(self, folder: Path) -> None:
        new = SMALL.replace("avtal-2024", "avtal-2027").replace("2024, until: 2026", "2027-03-01, until: 2029")
        write(folder, a=SMALL, b=new + "supersedes: avtal-2024\n")
        (row,) = listed(folder, "2026-12-01", DutyKind.EXPIRY, document="avtal-2024")
        assert "börjar gälla först den 1 mars 2027" in row.duty.reason.say("sv")

    def test_no_row_where_the_successor_follows_at_once_or_overlaps(self, folder: Path) -> None:
        for start in ("2027", "2026-07"):
            new = SMALL.replace("avtal-2024", "avtal-2027").replace("2024, until: 2026", f"{start}, until: 2029")
            write(folder, a=SMALL, b=new + "supersedes: avtal-2024\n")
            assert listed(folder, "2026-06-01", DutyKind.EXPIRY, document="avtal-2024") == []

    def test_a_successor_that_waits_for_signing_is_no_successor_yet(self, folder: Path) -> None:
        write(folder, a=SMALL, b=OPEN.replace("avtal-2024", "avtal-2027") + "supersedes: avtal-2024\n")
        (row,) = listed(folder, "2027-02-01", DutyKind.EXPIRY, document="avtal-2024")
        assert row.status is Status.EXPIRED
        assert "är inte undertecknad" in row.duty.reason.say("sv")

    def test_a_promise_until_the_next(self, folder: Path) -> None:
        text = PROMISE.replace("{from: 2024-01-01}", "{from: 2024-01-01, until: next}")
        write(folder, a=SMALL, p=text)
        assert listed(folder, "2026-01-01", DutyKind.EXPIRY, document="löfte") == []
        write(folder, p=text + "cadence: yearly\n")
        (row,) = listed(folder, "2024-03-01", DutyKind.PLANNED_DOCUMENT, document="löfte")
        assert str(row.duty.due) == "2025-01-01"

    def test_what_two_terms_demand_of_a_promise_is_one_row(self, folder: Path) -> None:
        planned = "planned_documents: [{kind: citizen-promise, cadence: yearly}]\n"
        write(folder, a=SMALL + planned, p=PROMISE.replace("{from: 2024-01-01}", "{from: 2024-01-01, length: P18M}"))
        (row,) = (
            row
            for row in listed(folder, "2024-03-01", DutyKind.EXPIRY, DutyKind.PLANNED_DOCUMENT)
            if row.duty.renews == "löfte-2024"
        )
        assert str(row.duty.due) == "2025-01-01"
        assert "Periodens sista dag är den 30 juni 2025" in row.duty.reason.say("sv")
        assert due(folder, "2024-03-01", DutyKind.EXPIRY, document="löfte") == []


class TestDeadlines:
    @pytest.mark.parametrize(
        ("written", "last"), [("2024-02-29", "2024-02-29"), ("2024-02", "2024-02-29"), ("2025", "2025-12-31")]
    )
    def test_coarse_days_mean_their_last(self, folder: Path, written: str, last: str) -> None:
        text = SMALL + f"commitments: [{{id: ronder, by: kommunen, text: Gå ronder., deadline: {written}}}]\n"
        write(folder, a=text)
        (row,) = listed(folder, last, DutyKind.COMMITMENT)
        assert (str(row.duty.due), row.status, row.days) == (last, Status.SOON, 0)
        assert row.duty.responsible.say("sv") == "Exempelby kommun"

    def test_what_is_done_has_no_deadline(self, folder: Path) -> None:
        plan = PLAN.replace("title: Ljus", "title: Ljus, until: 2024-12")
        write(folder, a=SMALL, p=plan)
        assert due(folder, "2025-02-01", DutyKind.MEASURE) == ["2024-12-31"]
        write(folder, p=plan.replace("until: 2024-12", "until: 2024-12, progress: done"))
        assert due(folder, "2025-02-01", DutyKind.MEASURE) == []


class TestChoices:
    def test_rows_of_one_party_and_of_all(self, run: Callable[..., Outcome]) -> None:
        told = run("followup", "examples/founding", "--today", "2020-01-01", "--party", "Åsele", cwd=EXAMPLES.parent)
        assert told.code == 0
        assert "Vilhelmina kommun" not in told.out

    @pytest.mark.parametrize(("when", "fail_on", "code"), [("2030-01-01", "overdue", 1), ("2024-03-01", "overdue", 0)])
    def test_ends_with_a_code_for_ci(self, run: Callable[..., Outcome], when: str, fail_on: str, code: int) -> None:
        ended = run("followup", str(WHOLE), "--today", when, "--fail-on", fail_on)
        assert ended.code == code
        assert ended.out.rstrip().splitlines()[-1].startswith(f"Läget {CoarseDate.parse(when).say('sv')}:")

    def test_within(self, run: Callable[..., Outcome]) -> None:
        near = run("followup", str(WHOLE), "--today", "2024-06-01", "--within", "90d", "--format", "csv")
        far = run("followup", str(WHOLE), "--today", "2024-06-01", "--format", "csv")
        assert near.out.count("\n") < far.out.count("\n")
        wrong = run("followup", str(WHOLE), "--within", "snart")
        assert wrong.code == 2
        assert "--within" in wrong.err

    def test_what_cannot_be_counted_is_listed_on_demand(self, run: Callable[..., Outcome], folder: Path) -> None:
        write(folder, a=SMALL + "follow_up: {cadence: continuously}\n")
        assert "löpande" not in run("followup", str(folder), "--today", "2024-06-01").out
        told = run("followup", str(folder), "--today", "2023-06-01", "--all", "--fail-on", "soon")
        assert "löpande" in told.out
        assert told.code == 0

    def test_spread_moves_reviews_of_a_crowded_week_and_nothing_else(
        self, run: Callable[..., Outcome], folder: Path
    ) -> None:
        planned = "".join(f"  - {{id: d{i}, kind: action-plan, cadence: yearly}}\n" for i in range(6))
        write(folder, a=SMALL + "planned_documents:\n" + planned)
        ended = run("followup", str(folder), "--today", "2024-06-01", "--spread", "--format", "csv")
        assert ended.code == 0
        ended = run("followup", str(folder), "--today", "2024-06-01", "--spread")
        assert "Förslag" in ended.out
        assert "2024-12-25" in ended.out


# Properties


DAYS = st.dates(date(1970, 1, 2), date(2100, 12, 31))


@given(start=DAYS, wait=st.integers(0, 1500), late=st.integers(0, 900))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_complete_follow_up_never_makes_anything_more_overdue(
    tmp_path_factory: pytest.TempPathFactory, start: date, wait: int, late: int
) -> None:
    folder = tmp_path_factory.mktemp("ws")
    terms = "follow_up: {cadence: yearly}\ngoals: [{id: mål, text: Tryggare., deadline: 2030}]\n"
    write(folder, a=OPEN + terms + SIGNED.format(date=start))
    today = start + timedelta(days=wait + late)
    before = {(r.duty.clock, r.duty.item): r.duty.due for r in listed(folder, today.isoformat())}
    done = start + timedelta(days=wait)
    review(folder, "avtal-2024", done.isoformat(), "outcomes: [{item: mål, result: ongoing}]")
    after = {(r.duty.clock, r.duty.item): r.duty.due for r in listed(folder, today.isoformat())}
    for key, day in after.items():
        assert (day or date.max) >= (before[key] or date.max)
    assert after[(DutyKind.REVIEW, "follow_up.cadence")] >= before[(DutyKind.REVIEW, "follow_up.cadence")]  # type: ignore[operator]


@given(today=DAYS)
@settings(max_examples=40)
def test_every_row_explains_itself(today: date) -> None:
    for row in rows(check([str(WHOLE)], today).workspaces, today):
        said = row.duty.reason.say("sv")
        assert said.endswith(".")
        assert "{" not in said
        assert (
            " avsnitt om " in said
            or "ska vara " in said
            or "§ lagen" in said
            or "Periodens sista dag" in said
            or "Sista giltighetsdag" in said
            or "ska genomföras " in said
            or "ska uppfyllas " in said
        )


def test_no_duty_has_two_rows_on_any_day_of_ten_years(tmp_path: Path) -> None:
    shutil.copytree(WHOLE, tmp_path / "ws")
    for year in range(2023, 2033):
        for month in (1, 6, 12):
            found = listed(tmp_path / "ws", f"{year}-{month:02}-15")
            keys = [(r.duty.document, r.duty.item, r.duty.clock, r.duty.responsible.say("sv")) for r in found]
            assert len(set(keys)) == len(keys)


LAYOUTS: list[Callable[[str], str]] = [
    lambda text: text.replace("title:", "# en anmärkning\ntitle:", 1),
    lambda text: "\n" + text + "\n# slut\n",
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace("{from: 2024}", "\n  from: 2024"),
    lambda text: text.replace("kind: action-plan\nid: plan-2024\n", "id: plan-2024\nkind: action-plan\n"),
    lambda text: text.replace("text: Fler är trygga.", 'text: "Fler är trygga."'),
    lambda text: text + "status: decided\nclosed: {date: 2025}\ncontact: trygghet@exempelby.se\n",
    lambda text: text + "published: {date: 2024}\nprovenance: {source: Arkivet, restated: true}\n",
    lambda text: text + "references: [{id: handbok, title: En handbok som ingen not nämner}]\n",
]


@pytest.mark.parametrize("change", LAYOUTS)
def test_neither_layout_nor_what_stands_around_the_text_changes_the_fingerprint(
    folder: Path, change: Callable[[str], str]
) -> None:
    write(folder, a=SMALL, p=PLAN)
    before = now(folder, "plan-2024")
    (folder / "p.yaml").write_bytes(change(PLAN).encode())
    assert change(PLAN) != PLAN
    assert now(folder, "plan-2024") == before


def test_a_work_that_the_text_cites_is_part_of_it(folder: Path) -> None:
    cited = PLAN + "introduction: Planen följer lagen[^lag].\nreferences: [{id: lag, title: Lagen}]\n"
    write(folder, a=SMALL, p=cited)
    before = now(folder, "plan-2024")
    write(folder, p=cited.replace("title: Lagen", "title: En annan lag"))
    assert now(folder, "plan-2024") != before


@pytest.mark.parametrize(
    ("old", "new"),
    [("Fler", "Färre"), ("2024-08-15", "2024-08-16"), ("{from: 2024}", "{from: 2025}"), ("kommunen", "polisen")],
)
def test_content_always_changes_the_fingerprint(folder: Path, old: str, new: str) -> None:
    write(folder, a=SMALL, p=PLAN)
    before = now(folder, "plan-2024")
    write(folder, p=PLAN.replace(old, new))
    assert now(folder, "plan-2024") != before
