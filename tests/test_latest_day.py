"""What applies until further notice, but no longer than to a day: how it is said, printed, counted and checked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.duties.duty import DutyKind
from samverkan.duties.rows import rows
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from tests.conftest import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.workspace.workspace import Workspace

TODAY = date(2024, 6, 1)
PLAN = """\
samverkan: 1
kind: action-plan
id: plan
title: Åtgärdsplan
measures: [Ljus.]
"""
PROMISE = """\
samverkan: 1
kind: citizen-promise
id: löfte
title: Medborgarlöfte
promises: [Vi går ronder.]
"""


def read(tmp_path: Path, text: str, today: date = TODAY) -> tuple[Workspace, set[str]]:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    checked = check([str(path)], today)
    return checked.workspaces[0], {one.rule for one in checked.findings}


def printed(around: Workspace) -> str:
    return Rendering(around.documents[0], around, TODAY).to(DocumentFormat.MD).decode()


def agreement(validity: str) -> str:
    return SMALL.replace("{from: 2024, until: 2026}", f"{{{validity}}}")


@pytest.mark.parametrize(
    ("validity", "said"),
    [
        (
            "from: 2024-03-01, until: further-notice, latest: 2027-12-31",
            "från och med den 1 mars 2024 och tills vidare, dock längst till och med den 31 december 2027.",
        ),
        ("from: 2024, latest: 2027", "från och med 2024, dock längst till och med 2027."),
        ("until: further-notice, latest: 2027", "tills vidare, dock längst till och med 2027."),
        ("latest: 2027", "längst till och med 2027"),
        (
            "from: 2024, length: P2Y, latest: 2027-06-30",
            "och två år framåt, dock längst till och med den 30 juni 2027.",
        ),
        (
            "from: 2024, until: 2025, latest: 2027, extension: {automatic: true, length: P1Y}",
            "från och med 2024 till och med 2025, med förlängning längst till och med 2027.",
        ),
    ],
)
def test_the_latest_day_is_said(validity: str, said: str, tmp_path: Path) -> None:
    around, found = read(tmp_path, agreement(validity))
    assert said in printed(around)
    assert not found & {"agreement-without-end", "unknown-key", "end-after-latest-day"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{PLAN}period: {{from: 2024, until: further-notice, latest: 2027}}\n", "dock längst till och med 2027"),
        (f"{PROMISE}period: {{from: 2024, until: next, latest: 2027}}\n", "nästa löfte, dock längst till och med 2027"),
        (
            f"{PROMISE}period: {{from: 2024, until: next, latest: 2025, extended: [{{until: 2027}}]}}\n",
            "Gäller 2024–2027 (efter förlängning)",
        ),
    ],
)
def test_plans_and_promises_say_it_too(text: str, said: str, tmp_path: Path) -> None:
    around, _ = read(tmp_path, text)
    assert said in printed(around)
    assert around.documents[0].period[1] == date(2027, 12, 31)


@pytest.mark.parametrize(
    ("validity", "last"),
    [
        ("until: further-notice, latest: 2027-06-30", date(2027, 6, 30)),
        ("length: P2Y, latest: 2027", date(2025, 12, 31)),
        ("length: P9Y, latest: 2027", date(2027, 12, 31)),
        ("until: 2025, latest: 2027, extension: {automatic: true, length: P1Y}", date(2027, 12, 31)),
        ("until: 2025, latest: 2027", date(2025, 12, 31)),
        ("text: 'Tills vidare, dock längst till och med den 30 juni 2027.'", date(2027, 6, 30)),
        ("text: 'tills vidare, dock längst till 2027'", date(2027, 12, 31)),
        ("text: tills vidare", None),
    ],
)
def test_the_latest_day_is_the_last(validity: str, last: date | None, tmp_path: Path) -> None:
    around, _ = read(tmp_path, agreement(f"from: 2024, {validity}"))
    assert around.documents[0].period[1] == last


def test_it_runs_out_after_the_latest_day(tmp_path: Path) -> None:
    validity = "from: 2024, until: further-notice, latest: 2025, revision: {at_expiry: true}"
    around, _ = read(tmp_path, agreement(validity))
    (end,) = [row for row in rows([around], date(2026, 2, 1)) if row.duty.clock is DutyKind.EXPIRY]
    assert end.duty.due == date(2025, 12, 31)
    assert end.duty.path == ("validity", "latest")


def test_no_notice_is_asked_for_in_the_last_term(tmp_path: Path) -> None:
    extension = "extension: {automatic: true, length: P1Y, notice_before_end: P3M}"
    validity = f"from: 2024, until: 2025, latest: 2027, {extension}"
    due = []
    for year in (2024, 2026, 2027):
        around, _ = read(tmp_path, agreement(validity), date(year, 1, 15))
        due.append([row.duty.due for row in rows([around], date(year, 1, 15)) if row.duty.clock is DutyKind.RENEWAL])
    assert due == [[date(2025, 9, 30)], [date(2026, 9, 30)], []]


@pytest.mark.parametrize(
    ("validity", "rule"),
    [
        ("from: 2024, until: 2026, latest: 2025", "end-after-latest-day"),
        ("from: 2024, until: further-notice, latest: 2023", "ends-before-start"),
    ],
)
def test_a_latest_day_that_cannot_be_is_found(validity: str, rule: str, tmp_path: Path) -> None:
    _, found = read(tmp_path, agreement(validity))
    assert rule in found
