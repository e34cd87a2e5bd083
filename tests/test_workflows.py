"""What the workflows may do, which code of others they run, and that each of their steps can be run here too."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
HAND_OVER = {("release.yml", "attest"), ("release.yml", "publish")}
"""The jobs that may use the identity of the project: they run nothing of ours and nothing that they fetch."""


def read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe", pure=True).load(
        (ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8")
    )
    return found


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path in WORKFLOWS:
        for name, job in read(path.name)["jobs"].items():
            yield path.name, name, job


def steps() -> Iterator[dict[str, Any]]:
    for _, _, job in jobs():
        yield from job["steps"]


def test_there_are_workflows() -> None:
    assert [path.name for path in WORKFLOWS] == ["audit.yml", "ci.yml", "release.yml"]


def test_code_of_others_is_pinned_to_a_commit_and_says_its_version() -> None:
    commits = defaultdict(set)
    for path in [*WORKFLOWS, ROOT / "action.yml"]:
        for used in re.findall(r"uses:(.*)", path.read_text(encoding="utf-8")):
            pinned = re.fullmatch(r" ([\w.-]+/[\w./-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+", used)
            assert pinned, f"{path.name}: {used}"
            commits[pinned[1]].add(pinned[2])
    assert commits
    assert {name: one for name, one in commits.items() if len(one) > 1} == {}


def test_nothing_is_allowed_but_what_a_job_asks_for() -> None:
    for path in WORKFLOWS:
        assert read(path.name)["permissions"] == {}, path.name
    for file, name, job in jobs():
        if (file, name) in HAND_OVER:
            assert set(job["permissions"]) <= {"id-token", "attestations"}
        else:
            assert job["permissions"] == {"contents": "read"}, f"{file}: {name}"


def test_where_the_identity_can_be_used_nothing_of_ours_is_run() -> None:
    found = {(file, name): job["steps"] for file, name, job in jobs() if "id-token" in job["permissions"]}
    assert set(found) == HAND_OVER
    used = {step["uses"].partition("@")[0] for steps in found.values() for step in steps}
    assert used == {"actions/download-artifact", "actions/attest", "pypa/gh-action-pypi-publish"}


def test_no_secret_is_used_and_no_stranger_starts_a_workflow_with_rights() -> None:
    for path in WORKFLOWS:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"secrets\.|password:|token:(?! write)", text.replace("id-token", "id")), path.name
        assert set(read(path.name)["on"]) <= {"push", "pull_request", "schedule", "workflow_dispatch"}, path.name


def test_what_is_checked_out_holds_no_credentials() -> None:
    checkouts = [step for step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_each_step_is_a_target_or_a_program_that_can_be_run_here() -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    given = {one for _, _, job in jobs() for one in job.get("strategy", {}).get("matrix", {}).get("target", [])}
    commands = [step["run"] for step in steps() if "run" in step]
    assert commands
    for command in commands:
        assert "${{" not in command
        words = [word for word in command.split() if word != "sudo" and not word.startswith("--preserve-env=")]
        if words[0] == "make":
            assert given <= targets if words[1:] == ['"$TARGET"'] else set(words[1:]) <= targets, command
        else:
            (program,) = words
            assert (ROOT / program).is_file(), command
            assert os.name == "nt" or os.access(ROOT / program, os.X_OK), command


def test_nothing_is_installed_without_hashes() -> None:
    names = ["Makefile", "ci/action", "ci/tests", "Containerfile"]
    text = "\n".join((ROOT / name).read_text(encoding="utf-8") for name in names).replace("\\\n", " ")
    installing = re.findall(r"^.*\bpip install\b.*$", text, re.MULTILINE)
    assert len(installing) > len(names)
    # Versions that are tried on purpose are not those of the constraints; for ours alone nothing is looked up.
    tried = r"--python build/(lowest|newest) |--no-deps --no-build-isolation|--constraint constraints.txt |--no-index "
    assert [line for line in installing if "--require-hashes" not in line and not re.search(tried, line)] == []


def test_what_is_known_against_libraries_is_looked_up() -> None:
    audit = read("audit.yml")
    assert audit["on"]["schedule"]
    listed = ["constraints.txt", "ci/release.txt", "ci/mutation.txt"]
    assert audit["on"]["push"]["paths"] == listed
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\naudit:")[2].partition("\n\n")[0]
    assert re.findall(r"--requirement (\S+)", recipe) == listed


def test_the_tests_run_on_each_system_and_version() -> None:
    matrix = read("ci.yml")["jobs"]["test"]["strategy"]["matrix"]
    assert [name.partition("-")[0] for name in matrix["os"]] == ["ubuntu", "windows", "macos"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]


def test_a_release_is_tested_built_and_signed_before_it_is_handed_over() -> None:
    work = read("release.yml")["jobs"]
    assert set(work["attest"]["needs"]) == {"test", "build"}
    assert work["publish"]["needs"] == "attest"
    assert work["publish"]["environment"] == "pypi"
    assert [step["run"] for step in work["build"]["steps"] if "run" in step] == ["make release"]
    (publish,) = [step for step in work["publish"]["steps"] if "pypi-publish" in step["uses"]]
    assert publish["with"] == {"attestations": True}


@pytest.mark.parametrize("name", ["constraints.txt", "ci/release.txt", "ci/mutation.txt"])
def test_every_library_is_of_one_version_with_hashes(name: str) -> None:
    wanted = re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8").strip())
    assert wanted
    for one in wanted:
        assert re.match(r"[\w.-]+(\[[\w,-]+])?==[\w.+!]+( ; .*)? \\\n( +--hash=sha256:[0-9a-f]{64}( \\\n)?)+$", one), (
            one[:80]
        )
