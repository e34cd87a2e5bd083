"""Where one row of the follow-up turns into another: which time a sentence names, what the law joins, the last day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.duties.duty import DutyKind
from samverkan.duties.rows import rows
from tests.conftest import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from samverkan.duties.rows import Row

SIGNED = "signatures: {date: 2024-01-15, signatories: [{party: polisen, name: Kim Ek}]}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
    return tmp_path


def due(folder: Path, today: date, kind: DutyKind) -> list[Row]:
    return [row for row in rows(check([str(folder)], today).workspaces, today) if row.duty.clock is kind]


@pytest.mark.parametrize(
    ("terms", "day"),
    [
        ("Överenskommelsen ses över i maj 2026.", "2026-05-31"),
        ("Maj 2026", "2026-05-31"),
        ("Ses över den 3 maj 2026", "2026-05-03"),
        ("Revideras från maj 2026", None),
        ("Revideras från och med maj 2026.", None),
        ("Revideras sedan den 3 maj 2026", None),
        ("Ses över två år efter beslut 2024.", None),
        ("Vid behov.", None),
    ],
)
def test_a_revision_is_due_at_the_time_that_its_terms_end_with_and_not_since_one(
    folder: Path, terms: str, day: str | None
) -> None:
    text = SMALL.replace("until: 2026}", f"until: 2026, revision: {{text: {terms}}}}}")
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    (row,) = due(folder, date(2024, 6, 1), DutyKind.REVISION)
    assert (str(row.duty.due) if row.duty.due else None) == day
