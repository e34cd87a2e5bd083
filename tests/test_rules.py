"""Every rule holds what its docstring shows: the bad example breaks this rule and no other, the good one none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from samverkan import check as checking
from samverkan.messages import LANGUAGES, Entry
from samverkan.rules import RULES
from samverkan.rules.explanation import explanation_of
from samverkan.rules.rule import At, Case, Rule, at
from tests.conftest import SMALL, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Outcome

TODAY = date(2024, 6, 1)


def written(data: dict[str, Any] | list[Any] | str) -> str:
    """Write plain data as YAML in which every text is quoted."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {written(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(written(value) for value in data) + "]"
    return "'" + data.replace("'", "''") + "'"


def rules_broken(folder: Path, example: str) -> set[str]:
    document = {**plain(SMALL), **plain(example)}
    (folder / "avtal.yaml").write_text(written(document), encoding="utf-8")
    return {finding.rule for finding in checking.check([str(folder)], TODAY).findings}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_examples_of_the_explanation(rule: Rule, tmp_path: Path) -> None:
    explained = explanation_of(rule)
    if explained.bad:
        assert rules_broken(tmp_path, explained.bad) == {rule.name}
        assert rules_broken(tmp_path, explained.good) == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_explains_itself_in_both_languages(rule: Rule) -> None:
    explained = explanation_of(rule)
    for language in LANGUAGES:
        assert explained.why.say(language).endswith(".")
        assert explained.source.say(language).endswith(".")
    assert explained.bad or rule.name == "duplicate-document-id"
    assert len({known.name for known in RULES}) == len(RULES)


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
    rules = [finding.rule for finding in checking.check([str(tmp_path)], TODAY).findings]
    assert rules == ["bad-id"]  # the decomposed letter is no id in the first place


def test_a_reference_into_a_broken_file_is_no_alarm(tmp_path: Path) -> None:
    (tmp_path / "ny.yaml").write_text(SMALL + "supersedes: avtal-2019\n", encoding="utf-8")
    (tmp_path / "gammal.yaml").write_text(
        "samverkan: 1\nid: avtal-2019\nkind: agreement\ntitle: 'x\n", encoding="utf-8"
    )
    assert {f.rule for f in checking.check([str(tmp_path)], TODAY).findings} == {"yaml-syntax"}


def test_nothing_is_said_that_a_part_left_out_might_contradict(tmp_path: Path) -> None:
    text = SMALL + "signatures:\n  date: 2024-01-15\n  signatories: [{party: polisen, nam: Kim}]\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    found = {f.rule for f in checking.check([str(tmp_path)], TODAY).findings}
    assert found == {"unknown-key", "missing-key"}


def test_a_rule_that_breaks_is_named_and_the_others_still_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_: Case[Any]) -> Iterator[At]:
        yield at("title")
        raise ZeroDivisionError

    broken = Rule("breaks", RULES[0].severity, ("agreement",), Entry("", "", "", ""), "", breaks)
    monkeypatch.setattr(checking, "RULES", (broken, *RULES))
    (tmp_path / "a.yaml").write_text(SMALL.replace("until: 2026", "until: 2023"), encoding="utf-8")
    result = checking.check([str(tmp_path)], TODAY)
    assert {f.rule for f in result.findings} == {"rule-crashed", "ends-before-start"}
    assert result.rule_crashed
