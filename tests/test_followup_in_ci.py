"""What is late and soon due, as CI shows it beside the clause that asks for it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from junitparser import JUnitXml

from samverkan.errors import ExitCode
from tests.conftest import ROOT, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

REVIEWED = SMALL + "follow_up: {cadence: yearly}\n"
LATE, NEAR, EARLY = "2026-06-01", "2024-12-20", "2024-02-01"


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    path = tmp_path / "avtal.yaml"
    path.write_text(REVIEWED, encoding="utf-8")
    return path


def marks(out: str) -> list[tuple[str, int]]:
    """Give the level and the line of each annotation."""
    found = re.findall(
        r"^::(error|warning|notice) file=avtal\.yaml,line=(\d+),(?!.*situation-picture)", out, re.MULTILINE
    )
    return [(level, int(line)) for level, line in found]


@pytest.mark.usefixtures("agreement")
class TestGitHub:
    def test_what_is_late_is_a_warning_where_it_is_agreed(self, run: Callable[..., Outcome]) -> None:
        done = run("followup", "--format", "github", "--today", LATE)
        line = REVIEWED.splitlines().index("follow_up: {cadence: yearly}") + 1
        assert ("warning", line) in marks(done.out)
        assert "Försenat: Följ upp överenskommelsen" in done.out
        assert done.code == ExitCode.CLEAN

    def test_what_fails_the_run_is_an_error(self, run: Callable[..., Outcome]) -> None:
        done = run("followup", "--format", "github", "--today", LATE, "--fail-on", "overdue")
        assert [level for level, _ in marks(done.out)].count("error") == 1
        assert "warning" not in {level for level, _ in marks(done.out)}
        assert done.code == ExitCode.FINDINGS

    def test_what_is_soon_due_is_a_notice(self, run: Callable[..., Outcome]) -> None:
        done = run("followup", "--format", "github", "--today", NEAR, "--kind", "agreement")
        assert {level for level, _ in marks(done.out)} == {"notice"}
        failing = run("followup", "--format", "github", "--today", NEAR, "--fail-on", "soon")
        assert [level for level, _ in marks(failing.out)].count("error") == 1
        assert failing.code == ExitCode.FINDINGS

    def test_what_comes_later_is_not_shown(self, run: Callable[..., Outcome]) -> None:
        done = run("followup", "--format", "github", "--today", EARLY, "--all", "--kind", "agreement")
        assert marks(done.out) == []
        assert "avtal" in run("followup", "--format", "json", "--today", EARLY, "--all", "--kind", "agreement").out

    def test_the_summary_lists_the_same(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        page = tmp_path / "summary.md"
        page.touch()
        run("followup", "--format", "github", "--today", LATE, GITHUB_STEP_SUMMARY=str(page))
        text = page.read_text(encoding="utf-8")
        assert "## Försenat" in text
        assert "## Senare" not in text

    def test_a_summary_is_no_larger_than_github_shows(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        parts = "".join(
            f"  - {{id: m{i}, title: {'Å' * 400}, who: [{{party: kommunen}}], until: 2025}}\n" for i in range(900)
        )
        plan = "samverkan: 1\nkind: action-plan\nid: plan\ntitle: P\nagreement: avtal-2024\n"
        plan += "period: {from: 2024, until: 2027}\n"
        (tmp_path / "plan.yaml").write_text(f"{plan}measures:\n{parts}", encoding="utf-8")
        page = tmp_path / "summary.md"
        page.touch()
        run("followup", "--format", "github", "--today", LATE, GITHUB_STEP_SUMMARY=str(page))
        assert 100_000 < page.stat().st_size < 1_048_576
        assert "påpekanden till" in page.read_text(encoding="utf-8")

    def test_no_text_becomes_a_command_of_its_own(self, run: Callable[..., Outcome], agreement: Path) -> None:
        hostile = '"::error::x%0A\\n::stop-commands::y\\e[31m##[error]z"'
        agreement.write_text(
            REVIEWED.replace("{id: platser, title: Otrygga platser}", f"{{id: a, title: {hostile}}}").replace(
                "Exempelby kommun", "::error::k ##[error]"
            ),
            encoding="utf-8",
        )
        done = run("followup", "--format", "github", "--today", LATE)
        assert "\x1b" not in done.out
        assert "##[" not in done.out
        assert {line.split(" ")[0].split("::")[1] for line in done.out.splitlines() if line.startswith("::")} <= {
            *("group", "endgroup", "error", "warning", "notice")
        }


def test_gitlab_is_told_the_same_from_day_to_day(run: Callable[..., Outcome], agreement: Path) -> None:
    agreed = ("--today", LATE, "--kind", "agreement")
    found = [one for one in json.loads(run("followup", "--format", "gitlab", *agreed).out) if one["severity"] != "info"]
    assert found
    for one in found:
        assert one["severity"] == "minor"
        assert one["location"]["path"] == agreement.name
    told = run("followup", "--format", "gitlab", "--today", "2026-06-02", "--fail-on", "overdue").out
    later = [one for one in json.loads(told) if one["severity"] == "major"]
    assert {one["fingerprint"] for one in later} == {one["fingerprint"] for one in found}


@pytest.mark.usefixtures("agreement")
def test_a_table_of_tests_fails_where_the_run_does(run: Callable[..., Outcome]) -> None:
    for fails_on, failing in (((), False), (("--fail-on", "overdue"), True)):
        done = run("followup", "--format", "junit", "--today", LATE, *fails_on)
        assert (done.code == ExitCode.FINDINGS) == failing
        assert (JUnitXml.fromstring(done.out.encode()).failures > 0) == failing
    (suite,) = JUnitXml.fromstring(run("followup", "--format", "junit", "--today", EARLY).out.encode())
    assert [case.name.split()[0] for case in suite] == ["situation-picture"]  # which the law asks for
    assert suite.failures == 0


@pytest.mark.usefixtures("agreement")
@pytest.mark.parametrize("page", ["docs/ci.md", "docs/sv/ci.md"])
def test_what_the_guide_shows_can_be_run(run: Callable[..., Outcome], page: str) -> None:
    commands = re.findall(
        r"^samverkan (followup .*?)(?: >.*)?$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE
    )
    assert commands
    for command in commands:
        assert run(*command.split(), "--today", EARLY).code == ExitCode.CLEAN
