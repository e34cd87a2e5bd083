"""What the law asks is decided once: `validate` and `followup` tell the same of the same documents."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan.check import check
from samverkan.duties.duty import DutyKind
from samverkan.duties.rows import Row, Status, rows
from samverkan.law.act import IN_FORCE, Paragraph
from samverkan.model.fingerprint import fingerprint
from samverkan.model.load import load
from samverkan.told import RuleSelection

if TYPE_CHECKING:
    from collections.abc import Sequence

Plain = dict[str, Any]
PLAN_RULE, PICTURE_RULE = "plan-not-followed-up", "picture-out-of-date"
TODAY = date(2026, 6, 1)
FIRST, LAST = date(2021, 1, 1), date(2029, 12, 31)
DAYS = st.dates(FIRST, LAST)
_PAST = st.dates(FIRST, date(2027, 6, 1))
COARSE = st.one_of(_PAST.map(str), _PAST.map(lambda day: f"{day:%Y-%m}"), _PAST.map(lambda day: f"{day:%Y}"))
STARTS = st.dates(FIRST, date(2025, 1, 1)).map(str)
ENDS = st.dates(date(2023, 1, 1), date(2029, 1, 1)).map(str)
CADENCES = st.sampled_from((None, "yearly", "every-2-years", "every-3-years", "as-needed"))
MAKERS = st.sampled_from((None, None, "jointly", "jointly", "kommunen", "polisen", ["kommunen", "polisen"]))
# What counts is drawn more often than what does not, so that clocks are both reset and left to run.
TEXTS = st.sampled_from((*("present",) * 5, "another", "unsaid"))
OUTCOMES = st.sampled_from((*("whole",) * 5, "half", "unreasoned", "none"))
MUNICIPAL = st.sampled_from((True, True, True, False))
TODAYS = st.one_of(st.dates(date(2025, 6, 1), LAST), DAYS)


def base(kind: str, name: str, **keys: Any) -> Plain:
    made = {"samverkan": 1, "kind": kind, "id": name, "title": name}
    return made | {key.rstrip("_"): value for key, value in keys.items() if value is not None}


def agreement(name: str = "avtal", *, is_municipal: bool = True, **keys: Any) -> Plain:
    other = {"type": "municipality", "code": "9901"} if is_municipal else {"type": "organisation"}
    parties = [{"id": "polisen", "type": "police", "name": "Polisen"}, {"id": "kommunen", "name": "Kommunen", **other}]
    return base("agreement", name, parties=parties, **keys)


def plan(name: str = "plan", **keys: Any) -> Plain:
    goals = [{"id": "tryggare", "text": "Fler är trygga."}, {"id": "lugnare", "text": "Det är lugnare."}]
    return base("action-plan", name, agreement="avtal", goals=goals, **keys)


def follow_up(name: str, of: Plain, day: str, text: str = "present", outcomes: str = "whole", **keys: Any) -> Any:
    model = load(as_read(of)).model
    assert model is not None
    marks = {"present": fingerprint(model), "another": "0" * 64, "unsaid": None}
    reviewed = {"document": of["id"]} | ({"fingerprint": marks[text]} if marks[text] else {})
    second = {
        "whole": [{"item": "lugnare", "result": "not-assessed", "why_not": "Mäts i höst."}],
        "half": [],
        "unreasoned": [{"item": "lugnare", "result": "not-assessed"}],
    }
    stated = [{"item": "tryggare", "result": "partly"}, *second[outcomes]] if outcomes in second else None
    return base("follow-up", name, agreement="avtal", date=day, reviews=[reviewed], outcomes=stated, **keys)


def as_read(value: Any) -> Any:
    """Give plain data as it is read from a file, where every figure is a text."""
    if isinstance(value, dict):
        return {key: as_read(inner) for key, inner in value.items()}
    return [as_read(inner) for inner in value] if isinstance(value, list) else str(value)


@dataclass(frozen=True)
class Told:
    """What the two commands tell: the documents that each rule finds fault with, and the rows."""

    broken: dict[str, set[str]]
    rows: Sequence[Row]

    def law_row(self, paragraph: Paragraph) -> Row | None:
        found = [row for row in self.rows if row.duty.law and row.duty.law.paragraph is paragraph]
        assert len(found) <= 1, found
        return found[0] if found else None

    def row(self, document: str, *clocks: DutyKind) -> Row | None:
        found = [row for row in self.rows if row.duty.document == document and row.duty.clock in clocks]
        assert len(found) <= 1, found
        return found[0] if found else None


def told(documents: Sequence[Plain], today: date = TODAY) -> Told:
    with tempfile.TemporaryDirectory() as folder:
        for document in documents:  # JSON is YAML
            Path(folder, f"{document['id']}.yaml").write_text(json.dumps(document), encoding="utf-8")
        result = check([folder], today, RuleSelection(select=(PLAN_RULE, PICTURE_RULE)))
        assert {finding.rule for finding in result.findings} <= {PLAN_RULE, PICTURE_RULE}, result.findings
        broken: dict[str, set[str]] = {PLAN_RULE: set(), PICTURE_RULE: set()}
        for finding in result.findings:
            broken[finding.rule].add(Path(finding.file).stem)
        return Told(broken, rows(result.workspaces, today))


def names_law(row: Row | None) -> bool:
    return row is not None and "(2023:196)" in row.duty.reason.say("sv")


def is_by_law(row: Row | None) -> bool:
    """Whether it is the law, and no stricter term, that the row's day comes from."""
    return row is not None and " § lagen (2023:196), " in row.duty.reason.say("sv").split(".")[0]


def is_overdue(row: Row | None) -> bool:
    """Tell whether a row says that something is late, or that it should be and is not shown to be done."""
    return row is not None and row.status in {Status.OVERDUE, Status.NOT_SHOWN}


@st.composite
def plans(draw: st.DrawFn) -> list[Plain]:
    """Make an agreement with a plan, its follow-ups, and perhaps a plan that supersedes it."""
    validity = {"from": draw(STARTS), "until": draw(st.one_of(st.just("further-notice"), ENDS))}
    own = draw(CADENCES)
    decisions = [{"body": "Kommunstyrelsen", "date": day} for day in draw(st.lists(COARSE, max_size=2))]
    period = {"from": draw(STARTS)} | draw(st.one_of(st.just({}), ENDS.map(lambda day: {"until": day})))
    made = plan(period=period, decisions=decisions or None, follow_up={"cadence": own} if own else None)
    reviews = [
        follow_up(f"uppföljning-{i}", made, draw(COARSE), draw(TEXTS), draw(OUTCOMES), by=draw(MAKERS))
        for i in range(draw(st.sampled_from((0, 1, 2, 3))))
    ]
    later = [plan("nästa", supersedes="plan", period={"from": draw(COARSE)})] if draw(st.booleans()) else []
    return [agreement(is_municipal=draw(MUNICIPAL), validity=validity), made, *reviews, *later]


@settings(deadline=None, max_examples=150)
@given(plans(), TODAYS)
def test_a_plan_not_followed_up_is_one_whose_review_is_overdue_by_law(documents: list[Plain], today: date) -> None:
    found = told(documents, today)
    for name in ("plan", "nästa"):
        row, is_broken = found.row(name, DutyKind.REVIEW), name in found.broken[PLAN_RULE]
        if is_broken:
            assert is_overdue(row)
            assert names_law(row)
        if is_overdue(row) and is_by_law(row):
            assert is_broken
        if not any(document["id"] == name and "follow_up" in document for document in documents):
            assert is_broken == is_overdue(row)


@st.composite
def pictures(draw: st.DrawFn) -> list[Plain]:
    """Make an agreement with pictures, perhaps a clause on them, and perhaps an agreement that supersedes it."""
    validity = {"from": draw(STARTS), "until": draw(st.one_of(st.just("further-notice"), ENDS))}
    entry = base("situation-picture", "", cadence=draw(CADENCES), by="jointly")
    planned = [{key: entry[key] for key in ("kind", "cadence", "by") if key in entry}] if draw(st.booleans()) else None
    first = agreement(is_municipal=draw(MUNICIPAL), validity=validity, planned_documents=planned)
    made = [
        base("situation-picture", f"bild-{i}", agreement="avtal", date=draw(COARSE), by=draw(MAKERS), survey="Lugnt.")
        for i in range(draw(st.sampled_from((0, 1, 1, 2, 3))))
    ]
    begins = {"from": draw(COARSE), "until": "further-notice"}
    later = [agreement("nästa", supersedes="avtal", validity=begins)] if draw(st.booleans()) else []
    return [first, *made, *later]


@settings(deadline=None, max_examples=150)
@given(pictures(), TODAYS)
def test_a_picture_out_of_date_is_one_whose_update_is_overdue_by_law(documents: list[Plain], today: date) -> None:
    """Of the municipality's latest picture since the law came: the police's own neither resets nor owes anything."""
    found = told(documents, today)
    row = found.law_row(Paragraph.PICTURE_UPDATE)
    made = sorted(
        (min(last_day(one["date"]), today), one["id"])
        for one in documents
        if one["kind"] == "situation-picture" and one.get("by") != "polisen" and first_day(one["date"]) <= today
    )
    latest = next((name for day, name in reversed(made) if day >= IN_FORCE), None)
    is_broken = latest in found.broken[PICTURE_RULE]
    assert found.broken[PICTURE_RULE] <= {latest}
    if is_broken:
        assert is_overdue(row)
        assert names_law(row)
    if latest is not None and is_overdue(row) and is_by_law(row):
        assert is_broken
    if not documents[0].get("planned_documents"):
        assert is_broken == (latest is not None and is_overdue(row))


def first_day(written: str) -> date:
    year, month, day = (int(part) for part in (*written.split("-"), "1", "1")[:3])
    return date(year, month, day)


def last_day(written: str) -> date:
    year, month, day = (int(part) for part in (*written.split("-"), "0", "0")[:3])
    if day:
        return date(year, month, day)
    after = date(year + 1, 1, 1) if month in {0, 12} else date(year, month + 1, 1)
    return after - timedelta(days=1)


VALID = {"from": "2022-01-01", "until": "2028-12-31"}
SINCE = {"from": "2022-01-01", "until": "further-notice"}
DECIDED = [{"body": "Kommunstyrelsen", "date": "2022-02-01"}]


@pytest.mark.parametrize(
    ("text", "outcomes", "day", "makers", "counts"),
    [
        ("present", "whole", "2026-01-15", None, True),
        ("present", "whole", "2026-01-15", "jointly", True),
        ("present", "whole", "2024-01-15", None, False),
        ("present", "half", "2026-01-15", None, False),
        ("present", "unreasoned", "2026-01-15", None, False),
        ("present", "none", "2026-01-15", None, False),
        ("present", "whole", "2026-01-15", "polisen", False),
        ("present", "whole", "2027-01-15", None, False),
        ("another", "whole", "2026-01-15", None, False),
        ("unsaid", "whole", "2026-01-15", None, False),
    ],
)
def test_a_follow_up_that_does_not_count_leaves_the_plan_overdue_in_both(
    text: str, outcomes: str, day: str, makers: str | None, *, counts: bool
) -> None:
    made = plan(period=SINCE, decisions=DECIDED)
    found = told([agreement(validity=VALID), made, follow_up("uppföljning", made, day, text, outcomes, by=makers)])
    assert ("plan" in found.broken[PLAN_RULE]) is not counts
    assert is_overdue(found.row("plan", DutyKind.REVIEW)) is not counts


def test_a_plan_is_overdue_until_the_one_that_supersedes_it_applies() -> None:
    first = [agreement(validity=VALID), plan(period=SINCE, decisions=DECIDED)]
    for start, is_late in (("2026-07-01", True), ("2026-05-01", False)):
        found = told([*first, plan("nästa", supersedes="plan", period={"from": start})])
        assert ("plan" in found.broken[PLAN_RULE]) is is_late
        assert (found.row("plan", DutyKind.REVIEW) is not None) is is_late


def test_a_plan_without_decision_is_counted_from_its_start_in_both() -> None:
    found = told([agreement(validity=VALID), plan(period=SINCE)])
    assert found.broken[PLAN_RULE] == {"plan"}
    assert is_overdue(found.row("plan", DutyKind.REVIEW))


def test_a_picture_that_has_been_made_again_for_the_same_parties_is_not_out_of_date() -> None:
    old = base("situation-picture", "bild-1", agreement="avtal", date="2023-09-01", by="kommunen", survey="Lugnt.")
    new = base("situation-picture", "bild-2", agreement="avtal", date="2026-01-01", survey="Lugnt.")
    for by, broken in (("jointly", set()), ("kommunen", set()), ("polisen", {"bild-1"})):
        found = told([agreement(validity=VALID), old, new | {"by": by}])
        assert found.broken[PICTURE_RULE] == broken
        assert is_overdue(found.law_row(Paragraph.PICTURE_UPDATE)) is bool(broken)
