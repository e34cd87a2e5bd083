"""Every name that a finding bears can be listed, explained, selected and ignored, and its examples hold."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from samverkan.catalogue import FindingName, catalogue, families
from samverkan.check import check
from samverkan.words import reading, structure
from samverkan.words.checking import CHECKING
from samverkan.words.retired import RETIRED
from tests.conftest import ROOT, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

TODAY = date(2024, 6, 1)
FORM = [entry for entry in catalogue().values() if not entry.is_rule]
SHOWN = [pytest.param(entry, id=entry.name) for entry in FORM if entry.explanation.bad]
# What no short text can show; other tests make them.
WITHOUT_EXAMPLE = {"unreadable-file", "too-large", "too-many", "rule-crashed", "bad-settings", "bad-value"}
# Bad examples that are whole files, for what is missing from them is the fault.
WHOLE = {"empty-file", "not-samverkan", "not-a-mapping", "missing-kind", "other-kind"}
ENCODINGS = {"not-utf8": "cp1252"}
BASES = {
    re.findall(r"^kind: (.+)$", text, re.MULTILINE)[0]: text
    for text in (path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "workspace").glob("*.yaml"))
}


def laid(example: str) -> str:
    """Put an example before what a whole document holds under other keys at its top."""
    kind = next(iter(re.findall(r"^kind: (.+)$", example, re.MULTILINE)), "agreement")
    own = set(re.findall(r"^\[?([a-z_]+)\]?:", example, re.MULTILINE))
    blocks = re.split(r"^(?=\S)", BASES.get(kind, BASES["agreement"]), flags=re.MULTILINE)
    return example + "\n" + "".join(block for block in blocks if block.partition(":")[0] not in own)


def findings(folder: Path, text: str, encoding: str = "utf-8") -> set[str]:
    for kind, other in BASES.items():
        (folder / f"{kind}.yaml").write_text(other, encoding="utf-8")
    kind = next(iter(re.findall(r"^kind: (.+)$", text, re.MULTILINE)), "agreement")
    path = folder / f"{kind if kind in BASES else 'agreement'}.yaml"
    path.write_bytes(text.encode(encoding))
    return {finding.rule for finding in check([str(path)], TODAY).findings}


@pytest.mark.parametrize("entry", SHOWN)
def test_the_bad_example_is_pointed_out_and_nothing_else(entry: FindingName, tmp_path: Path) -> None:
    bad = entry.explanation.bad
    found = findings(tmp_path, bad if entry.name in WHOLE else laid(bad), ENCODINGS.get(entry.name, "utf-8"))
    unsilenced = set(re.findall(r"ignore\[([a-z-]+)\]", bad))  # what the comment fails to silence is said too
    assert found - unsilenced == {entry.name}


@pytest.mark.parametrize("entry", SHOWN)
def test_the_good_example_is_clean(entry: FindingName, tmp_path: Path) -> None:
    assert findings(tmp_path, laid(entry.explanation.good)) == set()


def test_every_sentence_about_form_has_an_explained_name() -> None:
    sentences = {**reading.READING, **structure.STRUCTURE, **CHECKING}
    shared = {**reading.FINDINGS, **structure.FINDINGS}
    only_in_settings = {"bad-colour"}  # whose faults stop the run and bear no name
    assert {shared.get(key, key) for key in sentences} - only_in_settings == {entry.name for entry in FORM}
    assert {entry.name for entry in FORM if not entry.explanation.bad} == WITHOUT_EXAMPLE


@pytest.mark.parametrize("language", ["sv", "en"])
def test_all_names_are_listed_with_the_keys_of_their_families(run: Callable[..., Outcome], language: str) -> None:
    listed = json.loads(run("rules", "--format", "json", "--lang", language).out)["rules"]
    assert [entry["rule"] for entry in listed] == list(catalogue())
    for form in ("text", "md"):
        shown = run("rules", "--format", form, "--lang", language).out
        assert all(name in shown for name in catalogue())
        assert all(f"({family})" in shown.replace("`", "") for family in families())


@pytest.mark.parametrize("language", ["sv", "en"])
def test_explain_says_what_validate_says(run: Callable[..., Outcome], language: str) -> None:
    explained = run("explain", "unknown-key", "--lang", language)
    assert explained.code == 0
    assert ("Nyckeln <key> finns inte här." in explained.out) is (language == "sv")
    assert "inledning: " in explained.out
    assert "(structure)" in explained.out
    rule = run("explain", "placeholder-left", "--lang", "en").out
    assert "Here is <found>, which looks like something still to be filled in." in rule


def test_all_names_explain_themselves_in_both_languages() -> None:
    for entry in catalogue().values():
        explained = entry.explanation
        for text in (explained.why, explained.source):
            assert text.sv.endswith("."), entry.name
            assert text.en.endswith("."), entry.name
        assert entry.says, entry.name


@pytest.mark.parametrize(("written", "meant"), [("unknown-keys", "unknown-key"), ("structur", "structure")])
def test_a_misspelt_name_leads_to_the_right_one(
    run: Callable[..., Outcome], tmp_path: Path, written: str, meant: str
) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    for arguments in (("explain", written), ("validate", "--select", written), ("validate", "--ignore", written)):
        ended = run(*arguments)
        assert (ended.code, f"Menade du {meant}?" in ended.err) == (2, True)


class TestWhatIsShown:
    """Findings of form can be chosen and left out as rules can, and never change how a run ends unseen."""

    BROKEN = SMALL.replace("until: 2026", "until: 2023") + "giltighet: 2024\nintroduction:\n"

    def names(self, run: Callable[..., Outcome], *arguments: str) -> set[str]:
        ended = run("validate", "a.yaml", "--format", "json", *arguments)
        return {finding["rule"] for finding in json.loads(ended.out)["findings"] if finding["severity"] != "note"}

    @pytest.mark.parametrize(
        ("arguments", "expected"),
        [
            ((), {"unknown-key", "empty-value", "ends-before-start"}),
            (("--select", "time"), {"unknown-key", "empty-value", "ends-before-start"}),
            (("--select", "unknown-key"), {"unknown-key"}),
            (("--select", "unknown-key,time"), {"unknown-key", "ends-before-start"}),
            (("--select", "structure"), {"unknown-key", "empty-value"}),
            (("--ignore", "structure"), {"ends-before-start"}),
            (("--ignore", "empty-value"), {"unknown-key", "ends-before-start"}),
        ],
    )
    def test_selected_and_ignored(
        self, run: Callable[..., Outcome], tmp_path: Path, arguments: tuple[str, ...], expected: set[str]
    ) -> None:
        (tmp_path / "a.yaml").write_text(self.BROKEN, encoding="utf-8")
        assert self.names(run, *arguments) == expected

    def test_a_file_that_cannot_be_read_ends_with_4_whatever_is_shown(self, run: Callable[..., Outcome]) -> None:
        for arguments in ((), ("--ignore", "reading"), ("--select", "time")):
            assert run("validate", "missing.yaml", *arguments).code == 4

    def test_settings_cannot_make_light_of_faults_of_form(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
        for name in ("unknown-key", "structure"):
            settings = f"samverkan: 1\nkind: workspace\nrules: {{{name}: off}}\n"
            (tmp_path / "samverkan.yaml").write_text(settings, encoding="utf-8")
            ended = run("validate")
            assert (ended.code, f"--ignore {name}" in ended.err) == (2, True)

    def test_comments_cannot_silence_them_and_guess_what_was_meant(self, tmp_path: Path) -> None:
        comments = "# samverkan: ignore[unknown-key] x\ntitle: Avtal\n# samverkan: ignore[agreement-without-gaols] x\n"
        path = tmp_path / "a.yaml"
        path.write_text(re.sub("^title: .*\n", comments, SMALL, flags=re.MULTILINE), encoding="utf-8")
        found = {finding.rule: finding for finding in check([str(path)], TODAY).findings}
        assert "unknown-key" in found["ignore-not-allowed"].message.say("en")
        assert "Did you mean agreement-without-goals?" in found["ignore-unknown-rule"].help.say("en")


class TestRetiredNames:
    """A name that was once documented goes on being accepted where it is written, and is told of when asked for."""

    @pytest.mark.parametrize("name", sorted(RETIRED))
    def test_no_finding_bears_it_and_it_is_explained(self, run: Callable[..., Outcome], name: str) -> None:
        assert name not in catalogue()
        ended = run("explain", name, "--lang", "en")
        assert (ended.code, f"{name} is no longer in use" in ended.out) == (0, True)
        assert set(re.findall(r"bad-\w+", ended.out)) - {name} <= set(catalogue())

    def test_settings_comments_and_options_may_name_it(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        (tmp_path / "samverkan.yaml").write_text(
            "samverkan: 1\nkind: workspace\nrules: {bad-period: off}\n", encoding="utf-8"
        )
        noted = SMALL.replace("title:", "# samverkan: ignore[bad-period] som det stod\ntitle:", 1)
        (tmp_path / "a.yaml").write_text(noted, encoding="utf-8")
        assert run("validate", "--ignore", "bad-period").code == 0
        listed = json.loads(run("validate", "--format", "json").out)["findings"]
        assert not [found for found in listed if found["rule"].startswith("ignore-")]


def test_findings_say_once_where_to_learn_more(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(TestWhatIsShown.BROKEN, encoding="utf-8")
    shown = run("validate").out
    assert shown.count("samverkan explain") == 1
    name = re.findall(r"samverkan explain (\S+)", shown)[0]
    assert f"fel [{name}]" in shown
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    assert "samverkan explain" not in run("validate").out
