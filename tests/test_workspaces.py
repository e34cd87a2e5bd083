"""Workspaces: which files belong together, settings, silenced findings, references and the golden thread."""

from __future__ import annotations

import copy
import json
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from samverkan.check import check
from samverkan.errors import WrongUseError
from samverkan.municipalities import is_name_of, nearest, register
from samverkan.personal import is_identity_number
from samverkan.rules import RULES
from samverkan.thread import rows, threads
from samverkan.told import RuleSelection
from tests.conftest import EXAMPLES, ROOT, SMALL, plain, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome

TODAY = date(2024, 6, 1)
LATER = date(2026, 11, 20)
ANSWERED_TWICE = {
    "tryggare-kvällar",
    "samma-väst",
    "på-plats-på-kvällen",
}  # an outcome of a promise answers for its activities too
WHOLE = ROOT / "tests" / "workspace"
EXAMPLE = EXAMPLES / "exempelkommun"
SETTINGS = "samverkan: 1\nkind: workspace\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "arbetsyta"
    shutil.copytree(WHOLE, folder)
    (folder / "samverkan.yaml").write_text(SETTINGS, encoding="utf-8")
    return folder


def found(folder: Path, today: date = TODAY, choice: RuleSelection | None = None) -> list[tuple[str, str]]:
    return [(Path(f.file).name, f.rule) for f in check([str(folder)], today, choice).findings]


class TestWhatBelongsTogether:
    def test_one_file_of_a_workspace_is_judged_with_what_it_refers_to(self, workspace: Path) -> None:
        assert found(workspace / "plan-2024.yaml") == []
        (workspace / "bild-2024.yaml").unlink()
        assert {rule for _, rule in found(workspace / "plan-2024.yaml")} == {"unknown-reference"}

    def test_only_what_is_asked_about_is_judged_and_counted(self, workspace: Path) -> None:
        bad = workspace / "avtal-2024.yaml"
        bad.write_text(bad.read_text(encoding="utf-8") + "okänd: 1\n", encoding="utf-8")
        assert found(workspace / "löfte-2024.yaml") == []
        assert found(workspace) == [("avtal-2024.yaml", "unknown-key")]

    def test_files_without_a_workspace_know_their_neighbours(self, tmp_path: Path) -> None:
        shutil.copytree(WHOLE, tmp_path / "mapp")
        assert found(tmp_path / "mapp" / "plan-2024.yaml") == []

    def test_two_workspaces_may_use_the_same_ids(self, workspace: Path, tmp_path: Path) -> None:
        shutil.copytree(workspace, tmp_path / "en till")
        assert found(tmp_path) == []


class TestSettings:
    def test_severity_is_the_workspaces_own(self, workspace: Path) -> None:
        (workspace / "samverkan.yaml").write_text(
            SETTINGS + "rules: {goal-without-deadline: warning, thread: 'off', reviewed-text-changed: 'off'}\n",
            encoding="utf-8",
        )
        plan = workspace / "plan-2024.yaml"
        text = plan.read_text(encoding="utf-8").replace("    deadline: 2025-12\n", "").replace("causes: mörker, ", "")
        text = text.replace("period: {from: 2024, until: 2025}\n", "")  # the end of which is that of its goals
        plan.write_text(text, encoding="utf-8")
        result = check([str(workspace)], TODAY)
        assert [(f.rule, f.severity) for f in result.findings] == [("goal-without-deadline", "warning")]

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("rules: {goal-without-dealine: off}\n", "Menade du goal-without-deadline?"),
            ("rules: {time: hög}\n", "rad 3: ”hög” säger inte hur allvarlig en regel är."),
            ("mall: x\n", "rad 3: Nyckeln ”mall” finns inte här."),
            ("a: [\n", "rad 3"),
            ("soon_days: många\n", "rad 3: ”många” är inget heltal."),
        ],
    )
    def test_wrong_settings_are_wrong_use_with_their_line(
        self, workspace: Path, run: Callable[..., Outcome], text: str, said: str
    ) -> None:
        (workspace / "samverkan.yaml").write_text(SETTINGS + text, encoding="utf-8")
        ended = run("validate", str(workspace))
        assert (ended.code, ended.out) == (2, "")
        assert said in ended.err

    def test_a_document_cannot_have_the_settings_name(self, workspace: Path, run: Callable[..., Outcome]) -> None:
        (workspace / "samverkan.yaml").write_text(SMALL, encoding="utf-8")
        assert "Ge dokumentet ett annat filnamn" in run("validate", str(workspace)).err
        (workspace / "samverkan.yml").write_text(SETTINGS, encoding="utf-8")
        assert "både samverkan.yaml och samverkan.yml" in run("validate", str(workspace)).err

    def test_select_and_ignore(self, tmp_path: Path, run: Callable[..., Outcome]) -> None:
        (tmp_path / "a.yaml").write_text(SMALL.replace("until: 2026", "until: 2023"), encoding="utf-8")
        assert {rule for _, rule in found(tmp_path, choice=RuleSelection(select=("time",)))} == {"ends-before-start"}
        kept = found(tmp_path, choice=RuleSelection(ignore=("checklist", "law", "ends-before-start")))
        assert {rule for _, rule in kept} == set()
        assert run("validate", "--select", "ends-before-start,law", "--ignore", "law").out.count("[") == 1
        with pytest.raises(WrongUseError):
            found(tmp_path, choice=RuleSelection(select=("tid",)))


class TestSilencing:
    LINE = "validity: {from: 2024, until: 2023}"

    def silenced(self, folder: Path, comment: str, *, above: bool = False, today: date = TODAY) -> set[str]:
        line = f"{comment}\n{self.LINE}" if above else f"{self.LINE}  {comment}"
        text = SMALL.replace("validity: {from: 2024, until: 2026}", line)
        (folder / "a.yaml").write_text(text, encoding="utf-8")
        choice = RuleSelection(select=("time",))
        return {finding.rule for finding in check([str(folder)], today, choice).findings}

    def test_on_its_line_or_the_line_above(self, tmp_path: Path) -> None:
        comment = "# samverkan: ignore[ends-before-start] rättas i maj, until 2024-12-31"
        assert self.silenced(tmp_path, comment) == set()
        assert self.silenced(tmp_path, comment, above=True) == set()
        assert self.silenced(tmp_path, "") == {"ends-before-start"}

    @pytest.mark.parametrize(
        ("comment", "rules"),
        [
            ("# samverkan: ignore[ends-before-start]", {"ends-before-start", "ignore-without-reason"}),
            (
                "# samverkan: ignore[ends-before-start] rättas, until 2024-05-31",
                {"ends-before-start", "ignore-expired"},
            ),
            (
                "# samverkan: ignore[ends-before-start] rättas, until 2024-02-30",
                {"ends-before-start", "ignore-expired"},
            ),
            ("# samverkan: ignore[ends-before-strat] rättas", {"ends-before-start", "ignore-unknown-rule"}),
            ("# samverkan: ignore[signed-after-end] rättas", {"ends-before-start", "ignore-unused"}),
            ("# samverkan: ignore rättas", {"ends-before-start", "ignore-without-rule"}),
        ],
    )
    def test_what_does_not_silence_says_so(self, tmp_path: Path, comment: str, rules: set[str]) -> None:
        assert self.silenced(tmp_path, comment) == rules

    def test_inside_a_text_it_is_no_comment(self, tmp_path: Path) -> None:
        for text in (
            'introduction: "# samverkan: ignore[ends-before-start] x"\n',
            "introduction: |\n  a\n  # samverkan: ignore[ends-before-start] x\n",
        ):
            (tmp_path / "a.yaml").write_text(SMALL + text, encoding="utf-8")
            choice = RuleSelection(select=("time",))
            assert {f.rule for f in check([str(tmp_path)], TODAY, choice).findings} == {"ignore-in-text"}

    def test_faults_in_the_documents_shape_cannot_be_silenced(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text(SMALL + "okänd: 1 # samverkan: ignore[unknown-key] x\n", encoding="utf-8")
        choice = RuleSelection(select=("time",))
        rules = {f.rule for f in check([str(tmp_path)], TODAY, choice).findings}
        assert rules == {"unknown-key", "ignore-not-allowed"}


class TestReferences:
    def chain(self, folder: Path, count: int, *, closed: bool) -> None:
        for i in range(count):
            earlier = i - 1 if i else count - 1
            relation = f"supersedes: a-{earlier}x\n" if i or closed else ""
            years = f"from: {1000 + 3 * i}, until: {1002 + 3 * i}"
            text = SMALL.replace("avtal-2024", f"a-{i}x").replace("from: 2024, until: 2026", years)
            (folder / f"{i:05}.yaml").write_text(text + relation, encoding="utf-8")

    @pytest.mark.parametrize(
        ("count", "chain"),
        [
            (1, "a-0x → a-0x."),
            (3, "a-0x → a-2x → a-1x → a-0x."),
            (300, " → ".join(["a-0x", *(f"a-{i}x" for i in range(299, 290, -1))]) + " and 291 more."),
        ],
    )
    def test_a_circle_is_found_once_with_its_chain(self, tmp_path: Path, count: int, chain: str) -> None:
        self.chain(tmp_path, count, closed=True)
        result = check([str(tmp_path)], TODAY, RuleSelection(select=("circular-reference",)))
        assert len(result.findings) == 1
        assert result.findings[0].message.say("en").endswith(f": {chain}")

    def test_a_long_chain_is_no_circle(self, tmp_path: Path) -> None:
        self.chain(tmp_path, 300, closed=False)
        assert not check([str(tmp_path)], TODAY, RuleSelection(select=("references", "time"))).findings

    def test_a_personal_number_is_never_shown(self, tmp_path: Path, run: Callable[..., Outcome]) -> None:
        (tmp_path / "a.yaml").write_text(SMALL + "introduction: Om 811228-9874 i Centrum.\n", encoding="utf-8")
        for form in ("text", "json"):
            ended = run("validate", "--format", form)
            assert "personal-identity-number" in ended.out
            assert "811228" not in ended.out + ended.err

    @pytest.mark.parametrize(
        "written", ["811228-9874.", "(811228-9874)", "19811228-9874,", "8112289874!", "Nr:811228-9874"]
    )
    def test_a_personal_number_is_found_whatever_stands_around_it(self, tmp_path: Path, written: str) -> None:
        (tmp_path / "a.yaml").write_text(SMALL + f'introduction: "Det är {written}"\n', encoding="utf-8")
        assert ("a.yaml", "personal-identity-number") in {(Path(f).name, rule) for f, rule in found(tmp_path)}

    @pytest.mark.parametrize(
        ("text", "is_markup"),
        [
            ("# Rubrik", True),
            ("text\n\n> citat", True),
            ("`kod`", True),
            ("```\nkod\n```", True),
            ("a | b\n---|---\n1 | 2", True),
            ("<b>fet</b>", True),
            ("<!-- dold -->", True),
            ("en\n\n---\n\ntvå", True),
            ("[x](javascript:alert(1))", True),
            ("[bilagan](bilaga.pdf)", True),
            ("~~struken~~", True),
            ("[^1]: en not", True),
            ("#1 i listan", False),
            ("a < b och b > c", False),
            ("5 * 3 = 15", False),
            ("§ 3 – 4 --- 5", False),
            ("- ett\n- två", False),
            ("1. ett\n2. två", False),
            ("*kursiv* och **fet**", False),
            ("[en länk](https://x.example) och [ett brev](mailto:a@x.example)", False),
            ("[klamrar] (parentes)", False),
            ("a@b <3 det", False),
        ],
    )
    def test_markup_beyond_prose(self, tmp_path: Path, text: str, *, is_markup: bool) -> None:
        (tmp_path / "a.yaml").write_text(SMALL + f"introduction: {json.dumps(text)}\n", encoding="utf-8")
        assert (("a.yaml", "markup-not-supported") in found(tmp_path)) is is_markup

    @pytest.mark.parametrize(
        ("text", "what"),
        [
            ("| a | b |\n| --- | --- |\n| 1 | 2 |", "Gör en punkt i en lista av varje rad"),
            ("# Rubrik\n\nText", "under Egna avsnitt (`sections`)"),
            ("![karta](karta.png)", "under Bilagor (`annexes`)"),
            ("Kör `a`", "Använd stycken"),
        ],
    )
    def test_what_to_use_instead_is_told(
        self, text: str, what: str, tmp_path: Path, run: Callable[..., Outcome]
    ) -> None:
        (tmp_path / "a.yaml").write_text(SMALL + f"introduction: {json.dumps(text)}\n", encoding="utf-8")
        told = run("validate", "a.yaml", LANG="sv_SE.UTF-8").out
        assert what in told
        assert "<U+" not in told

    @pytest.mark.parametrize(
        ("number", "is_one"),
        [("8112289874", True), ("8112889874", False), ("8112289873", False), ("0701019990", False)],
    )
    def test_control_digits(self, number: str, is_one: bool) -> None:
        assert is_identity_number(number[:2], number[2:4], number[4:6], number[6:]) is is_one


class TestMunicipalities:
    def test_the_register_is_whole(self) -> None:
        assert len(register()) == 290
        assert register()["0114"].name == "Upplands Väsby"
        assert {code[:2] for code in register()} == {f"{n:02}" for n in (*range(1, 26),)} - {"02", "11", "15", "16"}

    @pytest.mark.parametrize(
        ("name", "code", "fits"),
        [
            ("Falu kommun", "2080", True),
            ("Solna stad", "0184", True),
            ("Hallsberg kommun", "1861", True),
            ("Hallsbergs kommun", "1861", True),
            ("Region Gotland", "0980", True),
            ("Upplands Väsby kommun", "0114", True),
            ("Dals-Eds kommun", "1438", True),
            ("Lesebo kommun", "0761", False),
            ("Kumla kommun", "0761", False),
        ],
    )
    def test_names(self, name: str, code: str, fits: bool) -> None:
        assert is_name_of(name, register()[code]) is fits

    def test_did_you_mean(self) -> None:
        assert getattr(nearest("Lesebo kommun"), "code", None) == "0761"
        assert getattr(nearest("Hällsberg"), "code", None) == "1861"
        assert nearest("Föreningen Grannsamverkan") is None


class TestRulesCommands:
    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_every_rule_is_listed_and_explained(self, run: Callable[..., Outcome], language: str) -> None:
        listed = json.loads(run("rules", "--format", "json", "--lang", language).out)["rules"]
        assert [rule["rule"] for rule in listed][: len(RULES)] == [rule.name for rule in RULES]
        assert len(listed) >= 45
        text = run("rules", "--lang", language).out
        assert all(rule.name in text for rule in RULES)
        explained = run("explain", "goal-without-deadline", "--lang", language)
        assert explained.code == 0
        assert "deadline: 2025-12" in explained.out

    def test_an_unknown_rule(self, run: Callable[..., Outcome]) -> None:
        ended = run("explain", "goal-without-dedline")
        assert (ended.code, "Menade du goal-without-deadline?" in ended.err) == (2, True)

    @pytest.mark.parametrize(("page", "language"), [("docs/rules.md", "en"), ("docs/sv/regler.md", "sv")])
    def test_the_page_of_the_documentation_is_generated(
        self, run: Callable[..., Outcome], golden: Callable[[Path, str], None], page: str, language: str
    ) -> None:
        golden(ROOT / page, run("rules", "--format", "md", "--lang", language).out)


def without(data: Any, place: tuple[Any, ...]) -> Any:
    around = data = copy.deepcopy(data)
    for step in place[:-1]:
        around = around[step]
    del around[place[-1]]
    return data


class TestTheExampleWorkspace:
    def test_it_is_whole(self, run: Callable[..., Outcome]) -> None:
        ended = run("validate", "examples/exempelkommun", "--today", "2026-11-20", "--notes", cwd=ROOT)
        assert (ended.code, re.sub(r"\d+", "N", ended.out)) == (0, "N filer granskade: inga fel.\n")

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_the_broken_one_gives_what_stands_beside_it(
        self, run: Callable[..., Outcome], golden: Callable[[Path, str], None], language: str
    ) -> None:
        folder = EXAMPLES / "broken"
        arguments = ("validate", ".", "--today", "2026-11-20", "--notes", "--lang", language)
        ended = run(*arguments, cwd=folder, COLUMNS="110")
        assert ended.code == 1
        golden(folder / f"expected.{language}.txt", ended.out)

    def test_each_family_of_rules_is_broken_once(self) -> None:
        planted = {
            (path.name, match[1], number + 1)
            for path in (EXAMPLES / "broken").glob("*.yaml")
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            if (match := re.search(r"# Fel: ([a-z-]+)", line))
        }
        findings = {(Path(f.file).name, f.rule) for f in check([str(EXAMPLES / "broken")], LATER).findings}
        assert {(name, rule) for name, rule, _ in planted} <= findings
        families = {rule.name: rule.family for rule in RULES}
        broken = {families[rule] for _, rule, _ in planted if rule in families}
        assert broken == {rule.family for rule in RULES}

    def test_the_thread_is_shown(self, run: Callable[..., Outcome]) -> None:
        tree = run("show", "examples/exempelkommun", cwd=ROOT)
        assert tree.code == 0
        assert tree.out.rstrip().endswith("Tråden är hel.")
        for step in ("Fokusområde", "Problem", "Orsak", "Mål", "Åtgärd", "Utfall"):
            assert f"─ {step} " in tree.out
        matrix = json.loads(run("show", "examples/exempelkommun", "--format", "json", cwd=ROOT).out)
        assert list(matrix["rows"][0]) == [
            *("agreement", "plan", "citizen_promise", "communication_plan", "focus_area", "problem", "cause", "goal"),
            *("promise", "message", "activity", "measure", "outcome", "missing"),
        ]
        markdown = run("show", "examples/exempelkommun", "--format", "md", cwd=ROOT).out
        assert markdown.count("\n| ") >= len(matrix["rows"])
        page = run("show", "examples/exempelkommun", "--format", "html", cwd=ROOT).out
        assert page.startswith("<!DOCTYPE html>")
        assert page.count("<tr>") == len(matrix["rows"]) + page.count("<table")

    def test_what_is_missing_is_said_in_words(self, workspace: Path, run: Callable[..., Outcome]) -> None:
        plan = workspace / "plan-2024.yaml"
        plan.write_text(plan.read_text(encoding="utf-8").replace("causes: mörker, ", ""), encoding="utf-8")
        ended = run("show", str(workspace))
        assert "✗ saknas: ingen åtgärd" in ended.out
        assert "Tråden brister på 3 ställen." in ended.out

    @pytest.mark.parametrize(
        ("file", "place", "expected"),
        [
            (
                "plan-2024.yaml",
                ("measures",),
                {"unknown-reference", "cause-without-measure", "goal-without-measure"},
            ),
            ("plan-2024.yaml", ("goals",), {"unknown-reference", "problem-without-goal", "focus-area-without-goal"}),
            ("plan-2024.yaml", ("measures", 0, "causes"), {"measure-without-cause", "cause-without-measure"}),
            ("plan-2024.yaml", ("measures", 0, "goals"), {"measure-without-goal", "goal-without-measure"}),
            ("uppföljning-2024.yaml", ("outcomes", 0), {"outcome-missing"}),
            ("uppföljning-2024.yaml", ("outcomes", 1), {"outcome-missing"}),
            (
                "bild-2024.yaml",
                ("problems", 0, "focus_area"),
                {"problem-without-focus-area", "focus-area-without-goal"},
            ),
        ],
    )
    def test_taking_one_thing_away_gives_the_finding_one_would_expect(
        self, workspace: Path, file: str, place: tuple[Any, ...], expected: set[str]
    ) -> None:
        data = plain((workspace / file).read_text(encoding="utf-8"))
        (workspace / file).write_text(written(without(data, place)), encoding="utf-8")
        # That the text has changed since it was reviewed is true of every change.
        assert {rule for _, rule in found(workspace)} - {"reviewed-text-changed"} == expected

    def test_deleting_any_link_of_the_example_is_found(self, tmp_path: Path) -> None:
        shutil.copytree(EXAMPLE, tmp_path / "ex")
        lists = {"measures": 0, "goals": 0, "outcomes": 0, "causes": 0}
        for path in sorted((tmp_path / "ex").glob("*.yaml")):
            original = path.read_text(encoding="utf-8")
            data = plain(original)
            places = [("analyses", i, "causes") for i in range(len(data.get("analyses", [])))]
            for place in [(key,) for key in ("measures", "goals", "outcomes") if key in data] + places:
                items = data
                for step in place:
                    items = items[step]
                for i in range(len(items)):
                    if isinstance(items[i], dict) and items[i].get("item") in ANSWERED_TWICE:
                        continue
                    path.write_text(written(without(data, (*place, i))), encoding="utf-8")
                    rules = {rule for _, rule in found(tmp_path / "ex", LATER)}
                    assert rules - {"reviewed-text-changed"}, (path.name, place, i)
                    lists[str(place[-1])] += 1
            path.write_text(original, encoding="utf-8")
        assert all(lists.values())

    def test_deleting_all_outcomes_of_a_promise_and_its_activities_is_found(self, tmp_path: Path) -> None:
        shutil.copytree(EXAMPLES / "exempelkommun", tmp_path / "ex")
        path = tmp_path / "ex" / "uppfoljning-2026.yaml"
        data = plain(path.read_text(encoding="utf-8"))
        kept = [outcome for outcome in data["outcomes"] if outcome["item"] not in ANSWERED_TWICE]
        assert len(kept) == len(data["outcomes"]) - len(ANSWERED_TWICE)
        path.write_text(written({**data, "outcomes": kept}), encoding="utf-8")
        assert {rule for _, rule in found(tmp_path / "ex", LATER)} - {"reviewed-text-changed"}


def test_rows_of_the_matrix_follow_the_tree() -> None:
    thread = threads(check([str(WHOLE)], TODAY).workspaces[0])[0]
    steps = [[step.value for step in row] for row in rows(thread)]
    assert ["agreement", "focus_area", "problem", "cause", "goal", "measure", "outcome"] in steps


def test_a_thousand_documents_with_fifty_thousand_references(tmp_path: Path) -> None:
    goals = "".join(f"  - {{id: g{i}, text: Mål {i}., focus_area: platser}}\n" for i in range(50))
    for i in range(1000):
        text = SMALL.replace("avtal-2024", f"a{i}x").replace("Lokalpolisområde Exempel", f"Område {i}")
        (tmp_path / f"{i}.yaml").write_text(text + "goals:\n" + goals, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "samverkan", "validate", ".", "--format", "json", "--select", "references"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert json.loads(done.stdout)["summary"] == {"files": 1000, "errors": 0, "warnings": 0, "notes": 0}
