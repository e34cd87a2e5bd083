"""Where a rule begins to hold: the last day that is near enough, the plan before, the agreement that still applies."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from tests.conftest import SMALL
from tests.test_law import NEIGHBOUR, POLICE, TOWN, Plain, agreement, follow_up, picture, plan, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from samverkan.findings import Finding
    from tests.conftest import Outcome

TODAY = date(2026, 6, 1)


def found(folder: Path, rule: str) -> list[Finding]:
    return [one for one in check([str(folder)], TODAY).findings if one.rule == rule]


def test_the_source_of_a_rule_is_told_in_the_language_that_is_asked_for(run: Callable[..., Outcome]) -> None:
    assert "YAML 1.2, avsnitt 7.3" in run("--lang", "sv", "explain", "title-in-quotes").out
    assert "YAML 1.2, section 7.3" in run("--lang", "en", "explain", "title-in-quotes").out


PROBLEM = {"id": "torget", "title": "Torget", "focus_area": "unga"}
GOAL = {"id": "tryggare", "text": "Fler är trygga.", "focus_area": "unga"}


@pytest.mark.parametrize(
    ("documents", "count"),
    [
        ([], 1),
        ([picture("2025-01-01", parties=None, agreement="avtal", problems=[PROBLEM])], 0),
        ([plan("2025-01-01", parties=None, agreement="avtal", goals=[GOAL])], 1),
    ],
)
def test_a_focus_area_has_a_problem_where_a_picture_gives_it_one(
    tmp_path: Path, documents: list[Plain], count: int
) -> None:
    areas = [{"id": "unga", "title": "Unga"}]
    write(tmp_path, [agreement(focus_areas=areas), *documents])
    assert len(found(tmp_path, "focus-area-without-problem")) == count


@pytest.mark.parametrize(("name", "count"), [("Exempelby kommun", 0), ("”Exempelby kommun”", 1)])
def test_a_name_in_curled_quotes_is_told_wherever_it_stands(tmp_path: Path, name: str, count: int) -> None:
    (tmp_path / "a.yaml").write_text(SMALL.replace("Exempelby kommun", name), encoding="utf-8")
    told = found(tmp_path, "title-in-quotes")
    assert len(told) == count
    assert all("namnet" in one.message.say("sv") for one in told)


@pytest.mark.parametrize(
    ("period", "day", "count"),
    [
        ({"from": "2024", "until": "hösten 2025"}, "2025-12-31", 0),
        ({"from": "2024", "until": "hösten 2025"}, "2026-01-01", 1),
        ({"from": "2024", "until": "2025-11"}, "2025-11-30", 0),
        ({"from": "2024", "until": "2025-11"}, "2025-12-01", 1),
        ({"from": "hösten 2024", "until": "2025"}, "2024-08-01", 0),
        ({"from": "hösten 2024", "until": "2025"}, "2024-07-31", 1),
    ],
)
def test_a_season_may_be_a_month_longer_than_the_clocks_count(
    tmp_path: Path, period: Plain, day: str, count: int
) -> None:
    goals = [{"id": "tryggare", "text": "Fler är trygga.", "deadline": day}]
    assert (
        len(found(write(tmp_path, [plan("2024-01-10", period=period, goals=goals)]), "deadline-outside-period"))
        == count
    )


BEFORE = {"from": "2023", "until": "2024-06"}
LATER = {"from": "2026", "until": "2027"}


@pytest.mark.parametrize(
    ("supersedes", "told"),
    [
        (["före"], ["före.yaml"]),
        (["efter"], []),
        (["före", "efter"], ["före.yaml"]),
        (["bild"], []),
        (["före", "bild"], ["före.yaml"]),
        (["ingen", "före"], ["före.yaml"]),
        (["nästan"], []),
    ],
)
def test_a_gap_is_told_from_the_plan_before_that_is_superseded(
    tmp_path: Path, supersedes: list[str], told: list[str]
) -> None:
    plans = [
        plan("2023-01-10", "före", period=BEFORE),
        plan("2023-01-10", "nästan", period={"from": "2023", "until": "2024"}),
        plan("2025-12-10", "efter", period=LATER),
        picture("2024-10-01"),
        plan("2025-01-10", "ny", period={"from": "2025", "until": "2025"}, supersedes=supersedes),
    ]
    gaps = found(write(tmp_path, plans), "gap-between-plans")
    assert [other.file.rpartition("/")[2] for one in gaps for other in one.related] == told


def test_what_a_part_of_an_agreement_ends_the_whole_goes_on_beside_another(tmp_path: Path) -> None:
    both = [POLICE, TOWN]
    documents = [
        agreement("hela", None, parties=both, validity={"from": "2023", "until": "2027"}),
        agreement("delen", None, parties=both, validity={"from": "2024", "until": "2024"}, part_of="hela"),
        agreement("annan", None, parties=[*both, NEIGHBOUR], validity={"from": "2025", "until": "2026"}),
    ]
    told = found(write(tmp_path, documents), "municipality-in-two-agreements")
    assert [
        (one.file.rpartition("/")[2], [other.file.rpartition("/")[2] for other in one.related]) for one in told
    ] == [("annan.yaml", ["hela.yaml"])]


@pytest.mark.parametrize(
    ("decisions", "count"),
    [
        ([("2024-04-10", None), ("2024-04-24", None)], 1),
        ([("2024-04-10", None), ("2024-04-10", None)], 0),
        ([("2024-04-10", None), ("2024-04-24", "revised")], 0),
        ([("2024-04-10", None), ("2024-04-10", "revised")], 0),
        ([("2024-04-24", None), ("2024-04-10", "revised")], 1),
        ([("2024-04", None), ("2024-04-01", "revised")], 0),
        ([("2024-04-10", "revised"), ("2024-04-24", "revised")], 0),
        ([("2024-04-10", None), ("2024-04-24", "extended")], 0),
        ([("2024-04-10", None), ("2024-04-24", "informed")], 0),
        ([("2024-04-10", None), (None, None)], 0),
    ],
)
def test_a_body_that_revises_what_it_has_adopted_has_not_decided_twice(
    tmp_path: Path, decisions: list[tuple[str | None, str | None]], count: int
) -> None:
    told: list[Plain] = []
    for day, form in decisions:
        given = {"body": "Kommunstyrelsen", "date": day, "type": form}
        told.append({key: value for key, value in given.items() if value})
    write(tmp_path, [plan(None, decisions=told)])
    assert len(found(tmp_path, "plan-decided-twice")) == count


@pytest.mark.parametrize(
    ("period", "count"),
    [
        ({"from": "2024-01-01", "until": "2024-12-31"}, 1),
        ({"from": "2024-01-01", "until": "2024-12-30"}, 1),
        ({"from": "2024-01-01", "until": "2024-11-08"}, 1),
        ({"from": "2024-01-01", "until": "2024-11-06"}, 0),
        ({"from": "2024-01-01", "until": "2025-02-23"}, 1),
        ({"from": "2024-01-01", "until": "2025-02-28"}, 0),
        ({"from": "2024", "until": "2024"}, 1),
        ({"until": "2024-12-31"}, 1),
    ],
)
def test_an_amount_by_the_year_is_held_against_the_figure_of_about_a_year(
    tmp_path: Path, period: Plain, count: int
) -> None:
    promise = {"id": "gå", "by": "polisen", "text": "Gå.", "quantity": {"at_least": 4, "per": "yearly"}}
    by_police = agreement(commitments=[promise])
    review = follow_up(by_police, "2025-12-01", parties=None, agreement="avtal", period=period)
    review["outcomes"] = [{"item": "gå", "result": "reached", "value": 2}]
    assert len(found(write(tmp_path, [by_police, review]), "result-contradicts-figure")) == count


def test_of_letters_in_disguise_the_first_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL.replace("Färre brott", "F\u0430rr\u0435 brott"), encoding="utf-8")
    said = [one.message.say("sv") for one in check([str(tmp_path)], TODAY).findings]
    assert [("U+0430" in one, "U+0435" in one) for one in said if "alfabet" in one] == [(True, False)]


def test_a_second_successor_is_told_also_after_a_document_that_is_not_on_file(tmp_path: Path) -> None:
    old = agreement("gammalt", validity={"from": "2018", "until": "2020"}, signed="2018-01-01")
    first = agreement("mellan", validity={"from": "2021", "until": "2023"}, signed="2021-01-01", supersedes="gammalt")
    second = agreement("ny", supersedes=[{"title": "Avtalet från 2012"}, "gammalt"])
    told = found(write(tmp_path, [old, first, second]), "superseded-twice")
    assert [one.file.rpartition("/")[2] for one in told] == ["ny.yaml"]


@pytest.mark.parametrize(
    ("keys", "count"),
    [
        ({}, 1),
        ({"form": "newsletter"}, 0),
        ({"form": "survey"}, 0),
        ({"inquiry": {"respondents": 100}}, 0),
        ({"figures": [{"title": "Anmälda brott", "value": 12}]}, 0),
        ({"cadence": "weekly"}, 0),
    ],
)
def test_a_problem_needs_no_evidence_in_what_is_evidence_itself(tmp_path: Path, keys: Plain, count: int) -> None:
    seen = picture("2025-01-01", problems=[{"id": "torget", "title": "Torget"}], **keys)
    assert len(found(write(tmp_path, [seen]), "problem-without-evidence")) == count


@pytest.mark.parametrize(
    ("decided", "count"), [("2025-06-01", 1), ("2025-05-31", 0), ("2025-05", 0), ("2025-06", 1), (None, 1)]
)
def test_nobody_looks_up_the_day_of_a_signing_a_year_after_the_decision(
    tmp_path: Path, decided: str | None, count: int
) -> None:
    decisions = [{"body": "Kommunstyrelsen", "date": decided}] if decided else None
    waiting = agreement(signed=None, validity={"from": "signing", "until": "2028"}, decisions=decisions)
    assert len(found(write(tmp_path, [waiting]), "signing-date-missing")) == count


@pytest.mark.parametrize(
    ("validity", "count"),
    [
        ("validity: {from: 2023}\n", 1),
        ("validity: {from: 2023, until: further-notice}\n", 1),
        ("validity: {from: 2015, text: Gäller per mandatperiod}\n", 0),
        ("giltighet: {from: 2024, until: 2026}\n", 0),
        ("", 0),
    ],
)
def test_agreements_overlap_only_where_it_is_known_when_they_apply(tmp_path: Path, validity: str, count: int) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    other = SMALL.replace("validity: {from: 2024, until: 2026}\n", validity).replace("avtal-2024", "annat")
    (tmp_path / "b.yaml").write_text(other, encoding="utf-8")
    assert len(found(tmp_path, "overlapping-agreements")) == count


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("Kim Ek, lokalpolisområdeschef", 1),
        ("Kim Ek, Kommunstyrelsens ordförande", 1),
        ("Kim Ek, Lo Berg", 0),
        ("Ek, Kim", 0),
        ("Kim Ek, Rådström", 0),
        ("Kim Ek", 0),
    ],
)
def test_a_name_holds_a_role_only_where_there_is_one(tmp_path: Path, name: str, count: int) -> None:
    signed = f'{SMALL}signatures: {{signatories: [{{party: polisen, name: "{name}"}}]}}\n'
    (tmp_path / "a.yaml").write_text(signed, encoding="utf-8")
    assert len(found(tmp_path, "role-in-name")) == count


@pytest.mark.parametrize(
    ("said", "count"), [("minst 4 per år", 1), ("20 kvällar", 1), ("minst 20 procent", 0), ("så ofta det går", 0)]
)
def test_a_quantity_in_words_is_told_where_it_is_a_count(tmp_path: Path, said: str, count: int) -> None:
    text = f"{SMALL}commitments: [{{id: a, by: jointly, text: Vi går., quantity: {said}}}]\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    assert len(found(tmp_path, "figure-in-words")) == count
