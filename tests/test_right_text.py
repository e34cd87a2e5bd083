"""Text that is right, though it looks like a mistake: nothing is told of it, and nothing keeps it from being used."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

TODAY = date(2026, 11, 23)
AGREEMENT = """\
samverkan: 1
kind: agreement
id: avtal
title: Avtal
parties:
- id: polisen
  type: police
  name: Polisen
- id: kommunen
  type: municipality
  code: "9901"
  name: Exempelby kommun
validity: {from: 2026, until: 2027}
purposes: [Färre brott.]
focus_areas: [{id: platser, title: Otrygga platser}]
"""
PLAN = """\
samverkan: 1
kind: action-plan
id: plan
title: Plan
agreement: avtal
period: {from: 2026, until: 2027}
"""
PICTURE = """\
samverkan: 1
kind: situation-picture
id: bild
title: Lägesbild
date: 2026-02-01
"""
FOLLOW_UP = """\
samverkan: 1
kind: follow-up
id: uppföljning
title: Uppföljning
reviews: avtal
date: 2026-10-01
"""
RIGHT = {
    "a late measure that goes on": (
        "deadline-before-start",
        PLAN + "measures: [{title: Ljus, problem_text: Mörkt, until: 2025-05-31, progress: ongoing}]",
    ),
    "the last weeks before a plan": (
        "deadline-before-start",
        PLAN + "measures: [{title: Ljus, problem_text: Mörkt, until: 2025-12-19}]",
    ),
    "a year of a vision": ("year-digits-swapped", PLAN + "goals: [{title: Tryggt, deadline: 2042}]"),
    "both one and the other": (
        "word-cut-by-hyphen",
        PICTURE + "introduction: |\n  Det gäller såväl dag-\n  som kvällstid, barn- jämte\n  vuxenvård.",
    ),
    "a date within a sentence": (
        "date-in-words",
        FOLLOW_UP + "events: [Ny trygghetsplan ersatte den från 2024-01-10., Förlängningen löper ut 2027-05-31]",
    ),
    "a name on two lines": (
        "lines-read-as-one",
        PLAN
        + "measures:\n- title: Ljus\n  problem_text: Mörkt\n  places: Området mellan Norra\n    Torget och Stationen",
    ),
    "a comment after a sentence": ("comment-in-text", AGREEMENT + "introduction: Vi ska mötas. #2024 tillagt av rådet"),
    "more who came than were asked": (
        "more-answers-than-asked",
        PICTURE + "sources: [{id: a, title: Möte, type: citizen-dialogue, asked: 120, responses: 164}]",
    ),
    "a share that falls to nothing": (
        "share-among-per-cents",
        PICTURE + "figures: [{title: Klotter kvar, unit: per-cent, values: [{period: 2021, value: 41}, {period: 2022, "
        "value: 35}, {period: 2023, value: 0.4}, {period: 2024, value: 0}]}]",
    ),
}


@pytest.mark.parametrize(("rule", "text"), RIGHT.values(), ids=RIGHT)
def test_nothing_is_told_of_it(rule: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "avtal.yaml").write_text(AGREEMENT, encoding="utf-8")
    (tmp_path / "dokument.yaml").write_text(text.replace("id: avtal", "id: annat"), encoding="utf-8")
    assert rule not in [one.rule for one in check([str(tmp_path)], TODAY).findings if one.severity is not Severity.NOTE]


@pytest.mark.parametrize("heading", ["", "# Bilagor\n"])
def test_what_is_only_asked_about_makes_no_line_wrong(heading: str, tmp_path: Path) -> None:
    purposes = "\n".join(f"- Färre ska utsättas för brott #{number} från rådet" for number in range(5))
    text = AGREEMENT.replace("purposes: [Färre brott.]", f"purposes:\n{heading}{purposes}")
    (tmp_path / "avtal.yaml").write_text(text, encoding="utf-8")
    assert {one.rule for one in check([str(tmp_path)], TODAY).findings if one.severity is not Severity.NOTE} == {
        "comment-in-text"
    }


def test_slips_beside_lists_at_the_margin_are_told_where_they_are(tmp_path: Path) -> None:
    slips = "tema: [ljus]\nreview: {cadence: yrly}\nsignatures: {date: 10 feb}\n"
    (tmp_path / "avtal.yaml").write_text(AGREEMENT + slips, encoding="utf-8")
    told = [one for one in check([str(tmp_path)], TODAY).findings if one.severity is Severity.ERROR]
    assert [one.span.line for one in told] == [16, 17, 18]


def test_a_file_that_is_only_asked_about_is_put_in_form(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    path = tmp_path / "avtal.yaml"
    path.write_text(AGREEMENT.replace("[Färre brott.]", "[\n  Färre brott i länet #1 från rådet\n]"), encoding="utf-8")
    assert run("fmt", "avtal.yaml").code == 0
    assert "- Färre brott i länet  #1 från rådet" in path.read_text(encoding="utf-8")


def test_an_abbreviation_that_is_nobodys_id_is_given_no_line_that_leads_nowhere(tmp_path: Path) -> None:
    forum = "forums: [{id: rådet, name: Brottsförebyggande rådet, members: [polisen, kommunen]}]\n"
    (tmp_path / "avtal.yaml").write_text(AGREEMENT + forum + "follow_up: {forums: BRÅ}\n", encoding="utf-8")
    told = [one for one in check([str(tmp_path)], TODAY).findings if one.severity is Severity.ERROR]
    assert [(one.rule, one.edit) for one in told] == [("bad-reference", None)]
