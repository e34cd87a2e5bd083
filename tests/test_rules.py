"""Every rule holds what its docstring shows: the bad example breaks this rule and no other, the good one none."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from samverkan import check as checking
from samverkan.cli.ending import ending
from samverkan.errors import ExitCode
from samverkan.findings import Severity
from samverkan.rules import RULES
from samverkan.rules.explanation import explanation
from samverkan.rules.rule import Breach, Rule, RuleInput, at
from samverkan.source.reader import parse
from samverkan.words.sentence import LANGUAGES
from tests.conftest import ROOT, SMALL, plain, written
from tests.examples_by_kind import EXAMPLES_BY_KIND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Outcome

TODAY = date(2024, 6, 1)
# The days of rules on what the law had not begun to ask, or nothing could have been late with, on the usual day.
DAYS = {
    "plan-without-decision": date(2024, 8, 1),
    "plan-not-followed-up": date(2024, 8, 1),
    "picture-out-of-date": date(2025, 10, 1),
}
ON_WRITING = {
    *("item-inside-text", "title-in-quotes", "list-with-semicolons"),
    *("key-inside-text", "parts-inside-text", "lines-read-as-one", "word-cut-by-hyphen"),
    "parted-from-party",
}
EACH_KIND = [pytest.param(rule, kind, id=f"{rule.name}-{kind}") for rule in RULES for kind in rule.kinds]


WORKSPACE = {
    path.stem: plain(path.read_text(encoding="utf-8")) for path in (ROOT / "tests" / "workspace").glob("*.yaml")
}


def rules_broken(
    folder: Path, example: str, kind: str, today: date = TODAY, *, as_it_stands: bool = False
) -> set[tuple[str, str]]:
    """Lay an example over a small whole workspace and give the rules that break, each with the document's kind.

    The example holds documents with `---` between. The first, and those with an id of the workspace or none, are laid
    over the document of their kind; another one is a new document, unsigned. A key without a value takes that key
    away. The follow-up takes part only where the example is about follow-ups. An example of a rule on how something is
    written is laid letter for letter.
    """
    about_reviews = kind == "follow-up" or "kind: follow-up" in example
    documents = {name: data for name, data in WORKSPACE.items() if about_reviews or data["kind"] != "follow-up"}
    for i, fragment in enumerate(example.split("\n---\n")):
        laid = without_quotes(fragment)
        laid.setdefault("kind", kind if i == 0 else "agreement")
        base = next(data for data in WORKSPACE.values() if data["kind"] == laid["kind"])
        name = base["id"] if i == 0 or laid.get("id", base["id"]) == base["id"] else f"ny-{i}"
        over = documents.get(name) or {key: value for key, value in base.items() if key != "signatures"}
        documents[name] = {key: value for key, value in {**over, **laid}.items() if value is not None}
    for name, data in documents.items():
        (folder / f"{name}.yaml").write_text(written(data), encoding="utf-8")
    if as_it_stands:
        (fragment,) = example.split("\n---\n")
        laid = without_quotes(fragment)
        name = next(data["id"] for data in WORKSPACE.values() if data["kind"] == kind)
        rest = [f"{key}: {written(value)}\n" for key, value in documents[name].items() if key not in laid]
        (folder / f"{name}.yaml").write_text("".join(rest) + fragment, encoding="utf-8")
    kinds = {f"{name}.yaml": str(data["kind"]) for name, data in documents.items()}
    findings = checking.check([str(folder)], today).findings
    return {(finding.rule, kinds[finding.file.rpartition("/")[2]]) for finding in findings}


def day(rule: Rule) -> date:
    return DAYS.get(rule.name, TODAY)


def without_quotes(fragment: str) -> dict[str, Any]:
    data, faults = parse(fragment)
    assert not faults, fragment
    assert isinstance(data, dict), fragment
    return data


def errors(folder: Path) -> set[str]:
    return {f.rule for f in checking.check([str(folder)], TODAY).findings if f.severity is Severity.ERROR}


def test_the_small_workspace_is_whole(tmp_path: Path) -> None:
    assert rules_broken(tmp_path, "kind: agreement", "agreement") == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_bad_example_breaks_this_rule_and_no_other(rule: Rule, tmp_path: Path) -> None:
    broken = rules_broken(
        tmp_path, explanation(rule.explanation).bad, rule.kinds[0], day(rule), as_it_stands=rule.name in ON_WRITING
    )
    assert {name for name, _ in broken} == {rule.name}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_days_and_figures_are_written_in_words(rule: Rule, tmp_path: Path) -> None:
    rules_broken(tmp_path, explanation(rule.explanation).bad, rule.kinds[0], day(rule))
    said = [finding.message for finding in checking.check([str(tmp_path)], day(rule)).findings]
    assert not [text.sv for text in said if re.search(r"\b\d{4}-\d\d\b|\d\.\d", text.say("sv"))]
    assert not [text.en for text in said if re.search(r"\b\d{4}-\d\d\b", text.say("en"))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_good_example_breaks_none(rule: Rule, tmp_path: Path) -> None:
    good, as_it_stands = explanation(rule.explanation).good, rule.name in ON_WRITING
    assert rules_broken(tmp_path, good, rule.kinds[0], day(rule), as_it_stands=as_it_stands) == set()


@pytest.mark.parametrize(("rule", "kind"), EACH_KIND)
def test_every_kind_that_a_rule_names_can_break_it(rule: Rule, kind: str, tmp_path: Path) -> None:
    bad = EXAMPLES_BY_KIND.get((rule.name, kind), explanation(rule.explanation).bad)
    broken = rules_broken(tmp_path, bad, kind, day(rule), as_it_stands=rule.name in ON_WRITING)
    assert (rule.name, kind) in broken


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_explains_itself_in_both_languages(rule: Rule) -> None:
    explained = explanation(rule.explanation)
    for language in LANGUAGES:
        assert explained.why.say(language).endswith(".")
        assert explained.source.say(language).endswith(".")
    assert explained.bad
    assert explained.good
    assert len({known.name for known in RULES}) == len(RULES)


def test_every_rule_that_is_written_is_found() -> None:
    written_rules = {
        function.name.replace("_", "-")
        for path in (ROOT / "src" / "samverkan" / "rules").rglob("*.py")
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        for decorator in function.decorator_list
        if isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name) and decorator.func.id == "rule"
    }
    assert written_rules == {rule.name for rule in RULES}


def test_two_documents_with_one_id(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(SMALL, encoding="utf-8")
    ended = run("validate", "--today", "2024-06-01")
    assert ended.code == 1
    assert "b.yaml:3:5: fel [duplicate-document-id]" in ended.out
    assert "→ a.yaml:3:5" in ended.out


def test_ids_that_look_alike_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL.replace("avtal-2024", "åre-2024"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text(SMALL.replace("avtal-2024", "a\u030are-2024"), encoding="utf-8")
    assert errors(tmp_path) == {"bad-id"}  # the decomposed letter is no id in the first place


def test_a_reference_into_a_broken_file_is_no_alarm(tmp_path: Path) -> None:
    (tmp_path / "ny.yaml").write_text(SMALL + "supersedes: avtal-2019\n", encoding="utf-8")
    (tmp_path / "gammal.yaml").write_text(
        "samverkan: 1\nid: avtal-2019\nkind: agreement\ntitle: 'x\n", encoding="utf-8"
    )
    assert errors(tmp_path) == {"yaml-syntax"}


def test_nothing_is_said_that_a_part_left_out_might_contradict(tmp_path: Path) -> None:
    text = SMALL + "signatures:\n  date: 2024-01-15\n  signatories: [{party: polisen, nam: Kim}]\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    assert errors(tmp_path) == {"unknown-key"}


@pytest.mark.usefixtures("other_rules")
def test_a_rule_that_breaks_is_named_and_the_others_still_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_: RuleInput[Any]) -> Iterator[Breach]:
        yield at("title")
        raise ZeroDivisionError

    broken = replace(RULES[0], check=breaks)
    monkeypatch.setattr(checking, "RULES", (broken, *RULES[1:]))
    (tmp_path / "a.yaml").write_text(SMALL.replace("until: 2026", "until: 2023"), encoding="utf-8")
    result = checking.check([str(tmp_path)], TODAY)
    assert {f.rule for f in result.findings} >= {"rule-crashed", "ends-before-start"}
    assert result.rule_crashed
    assert ending(checking.without_documents(result)) is ExitCode.OUR_FAULT


@pytest.mark.parametrize(("unit", "expected"), [("per-cent", set()), ("count", {"thousands-with-point"})])
def test_three_decimals_of_a_share_are_decimals(unit: str, expected: set[str], tmp_path: Path) -> None:
    figures = f"figures: [{{title: Andel, unit: {unit}, values: [{{period: 2023, value: 12.345}}]}}]\n"
    head = "samverkan: 1\nkind: situation-picture\nid: bild\ntitle: Lägesbild\ndate: 2024-01\n"
    (tmp_path / "a.yaml").write_text(head + figures, encoding="utf-8")
    found = {finding.rule for finding in checking.check([str(tmp_path)], TODAY).findings}
    assert found & {"thousands-with-point"} == expected
