"""The files that follow-up rows are written to: calendar, table, Markdown and web page."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest
from ical.calendar_stream import IcsCalendarStream

from tests.conftest import ROOT, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

WHOLE = str(ROOT / "tests" / "workspace")
ARGUMENTS = ("followup", WHOLE, "--today", "2024-06-01", "--format")


def lines_of(text: str) -> list[str]:
    """Give the content lines of a calendar, unfolded."""
    return text.replace("\r\n ", "").split("\r\n")


class TestCalendar:
    def test_another_program_reads_it(self, run: Callable[..., Outcome]) -> None:
        ended = run(*ARGUMENTS, "ics")
        calendar = IcsCalendarStream.calendar_from_ics(ended.out)
        told = run(*ARGUMENTS, "csv").out
        assert len(calendar.events) == told.count("\r\n") - 1
        review = next(
            event for event in calendar.events if (event.summary or "").startswith("Följ upp överenskommelsen (")
        )
        assert str(review.dtstart) == "2025-01-15"
        assert str(review.dtend) == "2025-01-16"
        assert "Överenskommelsens avsnitt om uppföljning: årligen" in (review.description or "")
        assert [alarm.trigger.days for alarm in review.alarm] == [-30, -7]  # type: ignore[union-attr]

    def test_lines_are_short_and_end_as_the_standard_says(self, run: Callable[..., Outcome]) -> None:
        out = run(*ARGUMENTS, "ics").out
        assert out.count("\n") == out.count("\r\n")
        assert all(len(line.encode()) <= 75 for line in out.split("\r\n"))

    def test_an_event_keeps_its_identity_when_its_day_changes(self, run: Callable[..., Outcome]) -> None:
        def identities(today: str) -> dict[str, str]:
            out = lines_of(run("followup", WHOLE, "--today", today, "--format", "ics").out)
            return dict(zip(values(out, "UID:"), values(out, "SUMMARY:"), strict=True))

        def values(lines: list[str], start: str) -> list[str]:
            return [line.removeprefix(start) for line in lines if line.startswith(start)]

        early, late = identities("2024-04-15"), identities("2024-06-01")
        assert {one for one, what in early.items() if "Följ upp" in what} == {
            one for one, what in late.items() if "Följ upp" in what
        }
        assert len(early) == len(set(early))

    def test_the_same_day_gives_the_same_bytes(self, run: Callable[..., Outcome]) -> None:
        assert run(*ARGUMENTS, "ics").out == run(*ARGUMENTS, "ics", TZ="Pacific/Auckland", PYTHONHASHSEED="7").out

    def test_what_an_author_wrote_cannot_end_a_line(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        evil = 'commitments: [{id: x, by: kommunen, text: "a\\nEND:VCALENDAR;b,c", deadline: 2025-01}]\n'
        (tmp_path / "a.yaml").write_text(SMALL + evil, encoding="utf-8")
        out = run("followup", "--today", "2024-06-01", "--format", "ics").out
        assert lines_of(out).count("END:VCALENDAR") == 1
        assert IcsCalendarStream.calendar_from_ics(out).events


class TestTable:
    def test_excel_reads_the_letters_and_runs_no_formula(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        evil = 'commitments: [{id: x, responsible: "=HYPERLINK(1)", text: "=1+1;å", deadline: 2025-01}]\n'
        (tmp_path / "a.yaml").write_text(SMALL + evil, encoding="utf-8")
        out = run("followup", "--today", "2024-06-01", "--format", "csv").out
        assert out.startswith("\ufeff")
        found = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff")), delimiter=";"))
        assert {len(row) for row in found} == {12}
        cell = next(row["Vem"] for row in found if "HYPERLINK" in row["Vem"])
        assert cell.startswith("'=")
        assert not any(value.startswith(("=", "+", "@", "\t")) for row in found for value in row.values())

    def test_days_that_are_late_stay_numbers(self, run: Callable[..., Outcome]) -> None:
        out = run("followup", WHOLE, "--today", "2026-06-01", "--format", "csv").out
        found = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff")), delimiter=";"))
        assert any(int(row["Dagar kvar"]) < 0 for row in found)


def test_markdown_for_the_minutes(run: Callable[..., Outcome], tmp_path: Path) -> None:
    evil = "commitments: [{id: x, by: kommunen, text: '<b>2*3*4</b> [länk](x) | `kod`', deadline: 2025-01}]\n"
    (tmp_path / "a.yaml").write_text(SMALL + evil, encoding="utf-8")
    out = run("followup", "--today", "2023-06-01", "--format", "md").out
    assert out.startswith(
        "# Uppföljningar per den 1 juni 2023\n\n## Senare\n\n- **den 31 januari 2025 (om 19 månader)** "
    )
    assert "<b>" not in out
    assert "2\\*3\\*4" in out


class TestPage:
    def test_it_stands_alone_and_says_every_row(self, run: Callable[..., Outcome]) -> None:
        page = run(*ARGUMENTS, "html").out
        assert not re.findall(r"""(?:src|href)=["'](?!#)""", page)
        assert page.count("<tr>") - page.count("<thead>") == run(*ARGUMENTS, "csv").out.count("\r\n") - 1
        assert 'role="img"' in page
        days = re.findall(r"<tbody>(.*?)</tbody>", page, re.DOTALL)
        for group in days:
            found = re.findall(r"<td>(\d{4}-\d\d-\d\d)", group)
            assert found == sorted(found)


class TestNewFollowUp:
    """`samverkan new follow-up`: written, filled in, counted."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
        terms = "follow_up: {cadence: yearly}\n"
        terms += "goals: [{id: mål, text: Tryggare., unit: per-cent, target: {at_least: 60}}]\n"
        terms += "commitments:\n  - {id: ronder, by: kommunen, text: 'Gå \"ronder\": # varje kväll'}\n"
        (tmp_path / "a.yaml").write_text(SMALL + terms, encoding="utf-8")
        return tmp_path

    def due(self, run: Callable[..., Outcome], today: str) -> str:
        out = run("followup", "--today", today, "--format", "csv").out
        return next(line for line in out.split("\r\n") if ";uppföljning;" in line).split(";")[1]

    def test_filled_in_it_turns_overdue_to_coming(self, run: Callable[..., Outcome], folder: Path) -> None:
        assert self.due(run, "2025-06-01") == "2025-01-01"
        made = run("new", "follow-up", "--of", "avtal-2024", "--today", "2025-06-01")
        assert made.code == 0
        (path,) = folder.glob("uppfoljning*.yaml")
        text = path.read_text(encoding="utf-8")
        for part in (
            "# Mål: Tryggare.",
            "# Målvärde: minst 60 procent.",
            "# Ansvarig: Exempelby kommun.",
            "fingerprint: ",
        ):
            assert part in text

        empty = run("validate", "--today", "2025-06-01", "--format", "json")
        assert empty.code == 1
        count = text.count("result:\n") + text.count("comment:\n") + 5
        assert f"{count} rader är tomma" in empty.out
        assert "Fyll i siffran." in empty.out
        assert self.due(run, "2025-06-01") == "2025-01-01", "a date alone is no review"

        filled = text.replace("    result:\n", "    result: ongoing\n").replace("comment:", "comment: På väg.")
        filled = filled.replace("value:  # mål: minst 60 procent", "value: 55").replace(
            "period:\n", "period: 2025-05\n"
        )
        filled = filled.replace("role:", "role: Samordnare").replace("light:  # green, yellow, red", "light: green")
        filled = filled.replace("  text:\n", "  text: Bra.\n")
        path.write_text(filled, encoding="utf-8")
        whole = run("validate", "--today", "2025-06-01")
        assert whole.out.startswith("2 filer granskade: inga fel"), whole.out
        assert whole.code == 0
        assert self.due(run, "2025-06-01") == "2026-06-01"

    def test_one_outcome_left_empty_does_not_count(self, run: Callable[..., Outcome], folder: Path) -> None:
        run("new", "follow-up", "--of", "avtal-2024", "--today", "2025-06-01", "--out", "u.yaml")
        path = folder / "u.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("    result:\n", "    result: reached\n", 1), encoding="utf-8")
        assert self.due(run, "2025-06-01") == "2025-01-01"

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("--of", "avtal-2042"), "De som kan följas upp är: avtal-2024."),
            ((), "--of"),
            (("--of", "avtal-2024", "--out", "a.yaml"), "a.yaml finns redan"),
        ],
    )
    def test_wrong_use(self, run: Callable[..., Outcome], folder: Path, arguments: tuple[str, ...], said: str) -> None:
        before = sorted(path.name for path in folder.iterdir())
        ended = run("new", "follow-up", *arguments)
        assert ended.code == 2
        assert said in ended.err
        assert sorted(path.name for path in folder.iterdir()) == before

    def test_a_second_one_of_a_day_has_a_name_of_its_own(self, run: Callable[..., Outcome], folder: Path) -> None:
        for number in ("", "-2", "-3"):
            assert run("new", "follow-up", "--of", "avtal-2024", "--today", "2025-06-01").code == 0
            text = (folder / f"uppfoljning-avtal-2024-2025-06-01{number}.yaml").read_text(encoding="utf-8")
            assert f"id: uppfoljning-avtal-2024-2025-06-01{number}\n" in text

    @pytest.mark.parametrize(
        ("name", "text", "said"),
        [
            ("b/b.yaml", "id: avtal-2024", "Flera dokument har id avtal-2024: a.yaml, b/b.yaml."),
            ("b.yaml", "id: ny\nvem: kommunen", "ny har fel i b.yaml"),
            ("b/b.yaml", "id: ny", "avtal-2024, ny"),
        ],
    )
    def test_what_cannot_be_reviewed_is_told(
        self, run: Callable[..., Outcome], folder: Path, name: str, text: str, said: str
    ) -> None:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(SMALL.replace("id: avtal-2024", text), encoding="utf-8")
        if path.parent != folder:
            (path.parent / "samverkan.yaml").write_text("samverkan: 1\nkind: workspace\n", encoding="utf-8")
        of = "avtal-2024" if "avtal-2024" in text else "ny" if "vem" in text else "avtal-2024,ny"
        ended = run("new", "follow-up", "--of", of)
        assert ended.code == 2
        assert said in ended.err

    def test_a_follow_up_is_not_reviewed(self, run: Callable[..., Outcome], folder: Path) -> None:
        run("new", "follow-up", "--of", "avtal-2024", "--today", "2025-06-01", "--out", "u.yaml")
        ended = run("new", "follow-up", "--of", "uppfoljning-avtal-2024-2025-06-01")
        assert ended.code == 2
        assert "follow-up" in ended.err
        assert not list(folder.glob("uppfoljning*"))


def test_days_that_are_proposed_stand_beside_those_that_are_due(run: Callable[..., Outcome], tmp_path: Path) -> None:
    deadlines = "".join(f"  - {{id: m{i}, by: kommunen, text: Å., deadline: 2025-01-01}}\n" for i in range(2))
    text = f"{SMALL}follow_up: {{cadence: yearly}}\ncommitments:\n{deadlines}"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    rows = json.loads(run("followup", "--today", "2024-06-01", "--spread", "--format", "json").out)["rows"]
    assert {(row["clock"], row["due"], row["proposed"]) for row in rows if row["due"] == "2025-01-01"} == {
        ("review", "2025-01-01", "2024-12-25"),
        ("commitment", "2025-01-01", None),
    }


@pytest.mark.parametrize("form", ["text", "md", "csv", "ics", "html", "json"])
def test_nothing_is_due(run: Callable[..., Outcome], tmp_path: Path, form: str) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    ended = run("followup", "--today", "2024-06-01", "--format", form, "--kind", "action-plan")
    assert ended.code == 0
    assert "avtal-2024" not in ended.out
    assert form not in {"text", "md"} or "Inga uppföljningar att visa." in ended.out
