"""Findings as other programs read them: GitHub, GitLab, SARIF's readers, and CI that shows JUnit's tables."""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, unquote_to_bytes

import pytest
from junitparser import Error, Failure, JUnitXml, TestSuite
from sarif_pydantic import Sarif

from samverkan.check import CheckResult
from samverkan.errors import ExitCode
from samverkan.findings import Finding, Severity, Span
from samverkan.output.findings.github import summary_markdown
from samverkan.output.findings.runner import Runner
from samverkan.output.findings.sarif import MOST_RESULTS, findings_sarif
from samverkan.words.sentence import Text
from tests.conftest import EXAMPLES, ROOT, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

NAME = "avtal å #1, 50%.yaml"
FAULTY = SMALL + "# 𝔸 först: ett tecken utanför det första planet\nokänd: {𝔸𝔹: 1}\n"
FORMATS = ("json", "github", "gitlab", "sarif", "junit")
# A command as GitHub's runner reads it: `::name key=value,key=value::data`.
COMMAND = re.compile(r"^::(?P<name>[a-z]+)(?: (?P<properties>[^:]*(?::(?!:)[^:]*)*))?::(?P<data>.*)$")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_text(FAULTY, encoding="utf-8")
    return path


def unescaped(text: str) -> str:
    for written, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(written, meant)
    return text


def commands_in(out: str) -> list[tuple[str, dict[str, str], str]]:
    """Read what was printed as GitHub's runner does."""
    found = []
    for line in out.splitlines():
        if met := COMMAND.match(line):
            pairs = (pair.partition("=") for pair in (met["properties"] or "").split(",") if pair)
            found.append((met["name"], {key: unescaped(value) for key, _, value in pairs}, unescaped(met["data"])))
    return found


def sarif_of(ended: Outcome) -> dict[str, Any]:
    Sarif.model_validate_json(ended.out)
    log: dict[str, Any] = json.loads(ended.out)
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


class TestEachFormat:
    @pytest.mark.usefixtures("faulty")
    @pytest.mark.parametrize("form", FORMATS)
    def test_ends_as_the_text_does(self, run: Callable[..., Outcome], tmp_path: Path, form: str) -> None:
        assert run("validate", "--format", form).code == run("validate").code == ExitCode.FINDINGS
        (tmp_path / NAME).write_text(SMALL, encoding="utf-8")
        assert run("validate", "--format", form).code == ExitCode.CLEAN
        assert run("validate", "--format", form, "--fail-level", "note").code == ExitCode.FINDINGS

    @pytest.mark.usefixtures("faulty")
    @pytest.mark.parametrize("form", FORMATS)
    def test_tells_settings_that_cannot_be_used(self, run: Callable[..., Outcome], tmp_path: Path, form: str) -> None:
        for settings, line in (("rules: {goals-without: off}", 3), ("rules:\n  structure: off", 4), ("look: 1", 3)):
            (tmp_path / "samverkan.yaml").write_text(f"samverkan: 1\nkind: workspace\n{settings}\n", encoding="utf-8")
            ended = run("validate", "--format", form)
            assert (ended.code, ended.err) == (ExitCode.WRONG_USE, "")
            assert "bad-settings" in ended.out
            assert re.search(rf"(line|begin|startLine)\W+{line}\b", ended.out)

    @pytest.mark.parametrize("form", FORMATS)
    def test_of_nothing_is_whole(self, run: Callable[..., Outcome], form: str) -> None:
        ended = run("validate", "--format", form)
        assert ended.code == ExitCode.NOTHING_TO_CHECK
        read = {"json": json.loads, "gitlab": json.loads, "sarif": Sarif.model_validate_json}
        read.get(form, str)(ended.out)

    @pytest.mark.usefixtures("faulty")
    def test_hides_identity_numbers(self, run: Callable[..., Outcome], faulty: Path) -> None:
        faulty.write_text(FAULTY + "19121212-1212: 1\n", encoding="utf-8")
        for form in FORMATS:
            assert "1212-1212" not in run("validate", "--format", form).out


class TestSarif:
    def test_says_where_in_utf_16(self, run: Callable[..., Outcome], faulty: Path) -> None:
        log = sarif_of(run("validate", "--format", "sarif"))
        assert log["columnKind"] == "utf16CodeUnits"
        unknown = next(result for result in log["results"] if result["ruleId"] == "unknown-key")
        place = unknown["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]) == faulty.name
        assert re.fullmatch(r"[A-Za-z0-9%._~/-]+", place["artifactLocation"]["uri"])
        region = place["region"]
        lines = faulty.read_text(encoding="utf-8").split("\n")
        line = lines[region["startLine"] - 1].encode("utf-16-le")
        marked = line[2 * (region["startColumn"] - 1) : 2 * (region["endColumn"] - 1)].decode("utf-16-le")
        assert marked == "okänd"

    def test_counts_letters_beyond_the_first_plane_as_two(self, run: Callable[..., Outcome], faulty: Path) -> None:
        line = 'validity: {from: 2024, "𝔸𝔹": 1, okänd: 2}'
        text = re.sub(r"^validity:.*$", line, SMALL, flags=re.MULTILINE)
        faulty.write_text(text, encoding="utf-8")
        for result in sarif_of(run("validate", "--format", "sarif"))["results"]:
            region = result["locations"][0]["physicalLocation"]["region"]
            if line == text.splitlines()[region["startLine"] - 1] and "okänd" in result["message"]["text"]:
                units = line.encode("utf-16-le")[2 * (region["startColumn"] - 1) : 2 * (region["endColumn"] - 1)]
                assert units.decode("utf-16-le") == "okänd"
                break
        else:
            pytest.fail("the key is not pointed out")

    def test_names_its_rules(self, run: Callable[..., Outcome], faulty: Path) -> None:
        log = sarif_of(run("validate", "--format", "sarif"))
        rules = log["tool"]["driver"]["rules"]
        assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in log["results"])
        assert all(rule["help"]["markdown"] and rule["shortDescription"]["text"] for rule in rules)
        assert faulty.name not in json.dumps(rules)

    @pytest.mark.usefixtures("faulty")
    def test_a_fix_is_the_edit_of_the_json(self, run: Callable[..., Outcome], faulty: Path) -> None:
        faulty.write_text(SMALL.replace("title:", "titel:", 1), encoding="utf-8")
        edits = [f["edit"] for f in json.loads(run("validate", "--format", "json").out)["findings"] if f["edit"]]
        results = sarif_of(run("validate", "--format", "sarif"))["results"]
        fixes = [result["fixes"][0]["artifactChanges"][0]["replacements"][0] for result in results if "fixes" in result]
        assert fixes
        assert sorted(fix["insertedContent"]["text"] for fix in fixes) == sorted(edit["text"] for edit in edits)

    def test_a_fingerprint_stays_when_lines_and_items_move(self, run: Callable[..., Outcome], faulty: Path) -> None:
        def prints() -> dict[str, str]:
            results = sarif_of(run("validate", "--format", "sarif"))["results"]
            return {result["partialFingerprints"]["samverkan/v1"]: result["ruleId"] for result in results}

        text = SMALL.replace("focus_areas:", "focus_areas:\n  - {id: a, title: A, okänd: 1}\n  - {id: b, titel: B}", 1)
        assert text != SMALL
        faulty.write_text(text, encoding="utf-8")
        before = prints()
        moved = text.replace(
            "  - {id: a, title: A, okänd: 1}\n  - {id: b, titel: B}",
            "  - {id: b, titel: B}\n  - {id: a, title: A, okänd: 1}",
        )
        faulty.write_text("# en rad\n# en till\n" + moved, encoding="utf-8")
        assert len(before) > 2
        assert prints() == before

    def test_is_counted_from_the_root_that_the_runner_says(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        folder = tmp_path / "avtal å"
        folder.mkdir()
        (folder / "a.yaml").write_text(FAULTY, encoding="utf-8")
        for form, name in (("sarif", "avtal%20%C3%A5/a.yaml"), ("gitlab", "avtal å/a.yaml")):
            ended = run("validate", "--format", form, cwd=folder, GITHUB_WORKSPACE=str(tmp_path))
            assert name in ended.out

    def test_the_published_schema_and_githubs_own_rules_accept_it(
        self, run: Callable[..., Outcome], tmp_path: Path
    ) -> None:
        found = shutil.which("sarif-multitool")
        if found is None:
            pytest.skip("sarif-multitool is not installed: npm install --global @microsoft/sarif-multitool")
        log = tmp_path / "log.sarif"
        log.write_text(run("validate", str(EXAMPLES / "broken"), "--format", "sarif").out, encoding="utf-8")
        command = [found, "validate", str(log), "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning"]
        done = subprocess.run(command, capture_output=True, check=False, timeout=120, cwd=tmp_path, text=True)
        said = [line for line in done.stdout.splitlines() if re.search(r": (error|warning) ", line)]
        # There is no page of the project on the web to name.
        assert [line for line in said if "SARIF2005" not in line] == []

    def test_an_address_is_that_of_the_file(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        names = [b"a\nb.yaml", b"\xe5.yaml", b"::error::x.yaml", b"<b>.yaml", b"<U+0041>.yaml", b"%0A.yaml", b"#a.yaml"]
        for i, name in enumerate(names):
            text = FAULTY.replace("avtal-2024", f"avtal-{i}").replace("2024", str(1900 + 5 * i))
            (tmp_path / os.fsdecode(name)).write_text(text, encoding="utf-8")
        found = sarif_of(run("validate", "--format", "sarif"))["results"]
        places = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in found}
        assert {unquote_to_bytes(place) for place in places} == set(names)

    @pytest.mark.parametrize(("bits", "most"), [(40, MOST_RESULTS), (4000, MOST_RESULTS - 1)])
    def test_of_more_than_github_takes_the_gravest_are_kept(self, bits: int, most: int) -> None:
        chance = random.Random(20261122)  # noqa: S311 - no secret
        levels = (Severity.NOTE, Severity.ERROR, Severity.WARNING)
        findings = tuple(
            Finding(
                *("unknown-key", levels[i % 3], Text("a", "a"), Text("b", "b"), "a.yaml", Span(1, 1, 1, 2)),
                (f"{chance.getrandbits(bits):x}",),
            )
            for i in range(26_000)
        )
        written = findings_sarif(
            CheckResult((), findings, could_not_read=False, rule_crashed=False), "en", Runner("/a", "/a")
        )
        assert len(gzip.compress(written.encode())) <= 10_000_000
        (only,) = json.loads(written)["runs"]
        kept = len(only["results"])
        assert 1000 < kept <= most
        told = only["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
        assert told == f"{26_000 - kept:,} more findings are not shown here."
        assert [one["level"] for one in only["results"]][: min(kept, 8000)] == ["error"] * min(kept, 8000)


class TestGitHub:
    def test_an_annotation_stands_where_the_finding_does(self, run: Callable[..., Outcome], faulty: Path) -> None:
        ended = run("validate", "--format", "github", "--notes")
        found = json.loads(run("validate", "--format", "json").out)["findings"]
        commands = commands_in(ended.out)
        annotations = [one for one in commands if one[0] in {"error", "warning", "notice"}]
        assert [one[0] for one in commands][:1] == ["group"]
        assert [(int(told["line"]), told["title"], told["file"], data) for _, told, data in annotations] == [
            (f["line"], f"samverkan: {f['rule']}", faulty.name, f"{f['message']} {f['help']}".strip()) for f in found
        ]

    def test_no_text_becomes_a_command_of_its_own(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        hostile = "a\n::error file=x::y,::set-output name=a::b%0A::stop-commands::x.yaml"
        (tmp_path / hostile.replace("/", "_")).write_text(FAULTY, encoding="utf-8")
        key = '"\\n::error::ord%0A::stop-commands::x": 1\n'
        (tmp_path / "b.yaml").write_text(SMALL + key, encoding="utf-8")
        names = {name for name, _, _ in commands_in(run("validate", "--format", "github").out)}
        assert names <= {"group", "endgroup", "error", "warning", "notice"}
        files = {told["file"] for _, told, _ in commands_in(run("validate", "--format", "github").out) if told}
        assert len(files) == 2

    def test_of_very_many_the_rest_are_counted(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text(SMALL + "".join(f"okänd{i}: 1\n" for i in range(230)), encoding="utf-8")
        out = run("validate", "--format", "github").out
        assert sum(name == "error" for name, _, _ in commands_in(out)) == 200
        assert "30 påpekanden till visas inte här" in out

    @pytest.mark.usefixtures("faulty")
    def test_a_summary_is_added_to(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        page = tmp_path / "summary.md"
        page.write_text("# Före\n", encoding="utf-8")
        run("validate", "--format", "github", GITHUB_STEP_SUMMARY=str(page))
        text = page.read_text(encoding="utf-8")
        assert text.startswith("# Före\n## samverkan\n\n1 fil granskad")
        assert "| Plats | Vad som är fel | Gör så här |" in text
        before = text
        run("validate", GITHUB_STEP_SUMMARY=str(page))
        assert page.read_text(encoding="utf-8") == before

    def test_a_summary_is_no_larger_than_github_shows(self) -> None:
        said = Text("å" * 1500, "å" * 1500)
        finding = Finding("unknown-key", Severity.ERROR, said, said, "a.yaml", Span(1, 1, 1, 2))
        result = CheckResult((), (finding,) * 900, could_not_read=False, rule_crashed=False)
        page = summary_markdown(result, "en", Runner("/a", "/a"))
        rows = page.count("| a.yaml")
        assert len(page.encode()) < 1_048_576
        assert rows > 100
        assert f"{900 - rows} more findings are not shown here." in page

    @pytest.mark.usefixtures("faulty")
    def test_a_summary_that_cannot_be_written_is_told(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        ended = run("validate", "--format", "github", GITHUB_STEP_SUMMARY=str(tmp_path / "finns" / "inte.md"))
        assert ended.code == ExitCode.READ_WRITE
        assert commands_in(ended.out)
        assert "inte.md" in ended.err

    @pytest.mark.usefixtures("faulty")
    @pytest.mark.skipif(os.name == "nt", reason="Windows needs a right to make links")
    def test_a_summary_is_written_through_no_link(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        (tmp_path / "mål.md").write_text("", encoding="utf-8")
        (tmp_path / "länk.md").symlink_to(tmp_path / "mål.md")
        ended = run("validate", "--format", "github", GITHUB_STEP_SUMMARY=str(tmp_path / "länk.md"))
        assert ended.code == ExitCode.READ_WRITE
        assert (tmp_path / "mål.md").read_text(encoding="utf-8") == ""

    @pytest.mark.usefixtures("faulty")
    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes in folders")
    def test_a_summary_is_written_to_nothing_but_a_file(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "rör")
        reading = os.open(tmp_path / "rör", os.O_RDONLY | os.O_NONBLOCK)
        try:
            ended = run("validate", "--format", "github", GITHUB_STEP_SUMMARY=str(tmp_path / "rör"))
            assert os.read(reading, 1) == b""
        finally:
            os.close(reading)
        assert ended.code == ExitCode.READ_WRITE
        assert "rör" in ended.err


class TestGitLab:
    def test_has_what_gitlab_asks_of_each(self, run: Callable[..., Outcome], faulty: Path) -> None:
        found = json.loads(run("validate", "--format", "gitlab").out)
        assert found
        for one in found:
            assert one["severity"] in {"info", "minor", "major", "critical", "blocker"}
            assert one["location"]["path"] == faulty.name
            assert one["location"]["lines"]["begin"] >= 1
            assert one["description"]
        assert len({one["fingerprint"] for one in found}) == len(found)


class TestJUnit:
    def suites(self, text: str) -> dict[str, TestSuite]:
        return {suite.name: suite for suite in JUnitXml.fromstring(text.encode())}

    def test_what_fails_the_check_fails(self, run: Callable[..., Outcome], faulty: Path) -> None:
        (faulty.parent / "hel.yaml").write_text(SMALL.replace("id: ", "id: x", 1), encoding="utf-8")
        for level in ("error", "warning", "note"):
            found = json.loads(run("validate", "--format", "json").out)["findings"]
            suites = self.suites(run("validate", "--format", "junit", "--fail-level", level).out)
            assert set(suites) == {faulty.name, "hel.yaml"}
            levels = ["error", "warning", "note"]
            failing = [f for f in found if levels.index(f["severity"]) <= levels.index(level)]
            told = [case for suite in suites.values() for case in suite if any(case.result)]
            assert len(told) == len(failing)
            assert all(isinstance(one, Failure) and not isinstance(one, Error) for case in told for one in case.result)
            assert sum(suite.failures for suite in suites.values()) == len(failing)

    def test_every_letter_of_a_document_is_xml(self, run: Callable[..., Outcome], faulty: Path) -> None:
        faulty.write_text(SMALL + '"\\x01\\ud800<&]]>\\u202e": 1\n', encoding="utf-8")
        suites = self.suites(run("validate", "--format", "junit").out)
        assert list(suites) == [faulty.name]


@pytest.mark.parametrize("page", ["docs/ci.md", "docs/sv/ci.md"])
def test_the_guide_names_every_format_and_its_commands_run(
    page: str, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    commands = re.findall(r"`samverkan (validate --format \w+)", (ROOT / page).read_text(encoding="utf-8"))
    assert {command.split()[-1] for command in commands} == set(FORMATS)
    for command in commands:
        assert run(*command.split()).code == ExitCode.CLEAN


def test_the_page_that_json_names_explains_the_finding(run: Callable[..., Outcome], faulty: Path) -> None:
    for language in ("sv", "en"):
        for found in json.loads(run("validate", faulty.name, "--format", "json", "--lang", language).out)["findings"]:
            page, _, heading = found["page"].partition("#")
            assert f"\n### {heading}\n" in (ROOT / page).read_text(encoding="utf-8")
