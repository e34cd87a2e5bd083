"""The head of an agreement says whose decisions are meant, and which of several works of one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.test_agreement_sentences import agreement, shown

if TYPE_CHECKING:
    from pathlib import Path

NEIGHBOUR = {"id": "grannen", "type": "municipality", "code": "0763", "name": "Tingsryds kommun"}
OLD = {"id": "avtal-2015", "title": "Samverkansöverenskommelse", "year": 2015}


def _head(folder: Path, **more: object) -> str:
    return shown(folder, **more).partition("Mellan ")[0]


def test_decisions_of_several_municipalities_are_told_apart(tmp_path: Path) -> None:
    decisions = [
        {"body": "Kommunstyrelsen", "party": "kommunen", "date": "2024-01-09", "paragraph": "§ 1"},
        {"body": "Kommunstyrelsen", "party": "grannen"},
    ]
    head = _head(tmp_path, parties=[*agreement()["parties"], NEIGHBOUR], decisions=decisions)
    assert "Kommunstyrelsen i Lessebo kommun den 9 januari 2024, § 1; Kommunstyrelsen i Tingsryds kommun" in head


def test_the_decision_of_one_municipality_needs_no_name(tmp_path: Path) -> None:
    decisions = [{"body": "Kommunstyrelsen", "party": "kommunen", "date": "2024-01-09"}]
    assert "Kommunstyrelsen den 9 januari 2024" in _head(tmp_path, decisions=decisions)


def test_a_work_that_is_superseded_is_told_by_its_year(tmp_path: Path) -> None:
    head = _head(tmp_path, references=[OLD], supersedes="avtal-2015")
    assert "Samverkansöverenskommelse (2015)" in head


def test_a_year_that_the_title_has_is_not_said_again(tmp_path: Path) -> None:
    named = {**OLD, "title": "Överenskommelse 2015"}
    assert "(2015)" not in _head(tmp_path, references=[named], supersedes="avtal-2015")


def test_times_that_are_set_do_not_gainsay_how_often(tmp_path: Path) -> None:
    text = shown(tmp_path, follow_up={"cadence": "yearly", "dates": ["2024-12"]})
    assert "Uppföljning görs årligen. En bestämd tid är december 2024." in text


def test_the_time_of_a_baseline_in_words_stands_after_them(tmp_path: Path) -> None:
    goal = {"text": "Färre brott.", "baseline": {"period": 2011, "text": "Hedeby: 187"}}
    assert "Utgångsläget är Hedeby: 187 (2011)." in shown(tmp_path, goals=[goal])
