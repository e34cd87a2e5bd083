"""Findings on lines that have changed since a revision: only these are told, and only these fail the check."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from samverkan.errors import ExitCode
from samverkan.output.findings.formats import FindingsFormat
from tests.conftest import SMALL, program

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

OLD = SMALL + "gammalt: 1\n"
TODAY = ("--today", "2024-06-01")


@pytest.fixture
def git(tmp_path: Path) -> Callable[..., str]:
    """Run git in a repository that has one commit: an agreement with a fault that is known."""
    found = program("git")

    def run_git(*arguments: str) -> str:
        named = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always")
        done = subprocess.run([found, *named, *arguments], cwd=tmp_path, capture_output=True, check=True, text=True)
        return done.stdout

    run_git("init", "--quiet", "--initial-branch=main")
    (tmp_path / "avtal.yaml").write_text(OLD, encoding="utf-8")
    run_git("add", ".")
    run_git("commit", "--quiet", "--message=start")
    return run_git


def faults(run: Callable[..., Outcome], *arguments: str, revision: str = "main") -> list[tuple[str, str]]:
    """Give the file and the path of each error that is told."""
    done = run("validate", "--diff-only", revision, "--format", "json", *TODAY, *arguments)
    assert done.code in {ExitCode.CLEAN, ExitCode.FINDINGS}, done.err
    found = [one for one in json.loads(done.out)["findings"] if one["severity"] == "error"]
    assert bool(found) == (done.code == ExitCode.FINDINGS)
    return [(one["file"], one["path"]) for one in found]


def test_nothing_has_changed(run: Callable[..., Outcome], git: Callable[..., str]) -> None:
    del git
    assert run("validate", *TODAY).code == ExitCode.FINDINGS
    assert faults(run) == []
    done = run("validate", "--diff-only", "HEAD", *TODAY)
    assert done.code == ExitCode.CLEAN
    assert "som inte har ändrats sedan ”HEAD” visas inte." in done.err
    assert run("--quiet", "validate", "--diff-only", "HEAD", *TODAY).err == ""


@pytest.mark.usefixtures("git")
def test_a_line_that_has_changed_is_told(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "avtal.yaml").write_text("# ny rad\n" + OLD + "nytt: 1\n", encoding="utf-8")
    assert faults(run) == [("avtal.yaml", "nytt")]


@pytest.mark.parametrize(
    ("does", "why"),
    [
        ('#!/bin/sh\ncase "$*" in *ls-files*) exit 1;; esac\nexec "$REAL" "$@"\n', ""),
        ("no program at all\0", "OSError"),
    ],
    ids=["fails at one thing", "is no program"],
)
@pytest.mark.skipif(sys.platform == "win32", reason="programs have another form on Windows")
def test_a_git_that_does_not_work_is_told_in_one_line(
    run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path, does: str, why: str
) -> None:
    del git
    real, own = program("git"), tmp_path / "bin"
    own.mkdir()
    (own / "git").write_text(does, encoding="utf-8")
    (own / "git").chmod(0o755)
    ended = run("validate", "--diff-only", "main", PATH=str(own), REAL=real)
    assert (ended.code, ended.out) == (2, "")
    assert why in ended.err
    assert len(ended.err.splitlines()) == 1


def test_what_is_saved_in_git_counts_as_well(
    run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path
) -> None:
    git("switch", "--quiet", "--create", "gren")
    (tmp_path / "avtal.yaml").write_text(OLD + "nytt: 1\n", encoding="utf-8")
    git("commit", "--quiet", "--all", "--message=nytt")
    assert faults(run) == [("avtal.yaml", "nytt")]
    assert faults(run, revision="HEAD") == []
    git("tag", "--annotate", "--message=m", "v1")
    assert faults(run, revision="v1") == []


def test_what_others_have_done_since_is_not_ours(
    run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path
) -> None:
    git("switch", "--quiet", "--create", "gren")
    (tmp_path / "egen.yaml").write_text(OLD.replace("avtal-2024", "egen").replace("2024", "1990"), encoding="utf-8")
    git("add", ".")
    git("commit", "--quiet", "--message=egen")
    git("switch", "--quiet", "main")
    (tmp_path / "avtal.yaml").write_text(SMALL, encoding="utf-8")
    git("commit", "--quiet", "--all", "--message=rättat")
    git("switch", "--quiet", "gren")
    assert faults(run) == [("egen.yaml", "gammalt")]


def test_new_files_are_told_whole(run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path) -> None:
    git("config", "core.excludesFile", "")
    (tmp_path / ".gitignore").write_text("ej-*\n", encoding="utf-8")
    for i, name in enumerate(("ny", "ej-ny")):
        text = OLD.replace("avtal-2024", name).replace("2024", str(1980 + 5 * i))
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert faults(run, ".", "ej-ny.yaml") == [("ej-ny.yaml", "gammalt"), ("ny.yaml", "gammalt")]
    git("add", "ny.yaml")
    assert faults(run) == [("ny.yaml", "gammalt")]


def test_what_cannot_be_read_is_told_though_nothing_has_changed(
    run: Callable[..., Outcome], git: Callable[..., str]
) -> None:
    del git
    done = run("validate", "avtal.yaml", "borta.yaml", "--diff-only", "HEAD", *TODAY)
    assert done.code == ExitCode.READ_WRITE
    assert "borta.yaml" in done.out
    assert "gammalt" not in done.out


def test_the_standard_input_is_new(run: Callable[..., Outcome], git: Callable[..., str]) -> None:
    del git
    done = run("validate", "-", "--diff-only", "main", *TODAY, stdin=OLD.encode())
    assert done.code == ExitCode.FINDINGS
    assert "gammalt" in done.out


def test_a_renamed_file_is_the_same(run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path) -> None:
    git("mv", "avtal.yaml", "nytt namn.yaml")
    assert faults(run) == []
    path = tmp_path / "nytt namn.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "nytt: 1\n", encoding="utf-8")
    assert faults(run) == [("nytt namn.yaml", "nytt")]


@pytest.mark.parametrize(
    "name",
    [b"\xe5.yaml", "åäö.yaml".encode(), b"a\nb.yaml", b'"a"\t\\.yaml', b" -a.yaml", b":(top)x.yaml", b"b/a.yaml"],
)
def test_names_of_all_kinds(run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    path.parent.mkdir(exist_ok=True)
    text = OLD.replace("avtal-2024", "annat").replace("2024", "1980")
    path.write_text(text, encoding="utf-8")
    git("add", ".")
    git("commit", "--quiet", "--message=annat")
    assert faults(run, revision="HEAD") == []
    path.write_text(text + "nytt: 1\n", encoding="utf-8")
    assert [path for _, path in faults(run, revision="HEAD")] == ["nytt"]


def test_lines_that_look_like_changes(run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path) -> None:
    path = tmp_path / "avtal.yaml"
    like = ("++ b/annat.yaml", "@@ -1,9 +1,99 @@", "-- a/avtal.yaml", "diff --git a/x b/x")
    path.write_text(OLD + "ocksa: >\n" + "".join(f"  {line}\n" for line in like), encoding="utf-8")
    git("commit", "--quiet", "--all", "--message=text")
    odd = OLD + "".join(f"{line}\n" for line in like)  # a sign at the start of each changed line makes them alike
    path.write_text(odd, encoding="utf-8")
    git("commit", "--quiet", "--all", "--message=text")
    path.write_text(OLD + "nytt: 1\n", encoding="utf-8")
    assert faults(run, revision="HEAD~2") == [("avtal.yaml", "nytt")]
    assert faults(run, revision="HEAD") == [("avtal.yaml", "nytt")]


@pytest.mark.usefixtures("git")
def test_what_a_part_lacks_is_told_where_lines_are_gone(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "avtal.yaml").write_text(
        "".join(line for line in OLD.splitlines(keepends=True) if not line.startswith("validity")), encoding="utf-8"
    )
    assert faults(run) == [("avtal.yaml", "validity")]


def test_a_file_that_a_change_has_broken_is_told(
    run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path
) -> None:
    del git
    path = tmp_path / "avtal.yaml"
    path.write_text(OLD.replace("title: ", 'title: "'), encoding="utf-8")
    done = run("validate", "--diff-only", "main", *TODAY)
    assert done.code == ExitCode.FINDINGS
    assert "avtal.yaml" in done.out


def test_another_place_of_a_finding_counts(
    run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "avtal.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "x.yaml").write_text(SMALL.replace("avtal-2024", "x-avtal").replace("2024", "1980"), encoding="utf-8")
    git("add", ".")
    git("commit", "--quiet", "--message=två")
    assert faults(run, revision="HEAD") == []
    (tmp_path / "avtal.yaml").write_text(SMALL.replace("avtal-2024", "x-avtal"), encoding="utf-8")
    assert faults(run, revision="HEAD") == [("x.yaml", "id")]  # for the same id stands in the other, which has changed


def test_a_list_of_known_findings_is_written_whole(run: Callable[..., Outcome]) -> None:
    done = run("validate", "--diff-only", "main", "--write-baseline", "known.json")
    assert done.code == ExitCode.WRONG_USE
    assert "Ta bort en av dem." in done.err


def test_every_format_tells_the_same(run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path) -> None:
    del git
    (tmp_path / "avtal.yaml").write_text(OLD + "nytt: 1\n", encoding="utf-8")
    for name in FindingsFormat:
        done = run("validate", "--diff-only", "main", "--format", name, "--notes", *TODAY)
        assert done.code == ExitCode.FINDINGS
        assert "nytt" in done.out
        assert "gammalt" not in done.out


def test_with_a_list_of_known_findings(run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path) -> None:
    del git
    assert run("validate", "--write-baseline", "known.json", *TODAY).code == ExitCode.CLEAN
    (tmp_path / "avtal.yaml").write_text(OLD.replace("gammalt: 1", "gammalt: 2") + "nytt: 1\n", encoding="utf-8")
    assert faults(run, "--baseline", "known.json") == [("avtal.yaml", "nytt")]
    assert "inte längre" not in run("validate", "--baseline", "known.json", "--diff-only", "main", *TODAY).err


def test_more_findings_than_can_be_told_hide_none_that_is_new(
    run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path
) -> None:
    path = tmp_path / "avtal.yaml"
    path.write_text(SMALL + "".join(f"okand{i}: 1\n" for i in range(300)), encoding="utf-8")
    git("commit", "--quiet", "--all", "--message=många")
    path.write_text(path.read_text(encoding="utf-8") + "nytt: 1\n", encoding="utf-8")
    assert faults(run, revision="HEAD") == [("avtal.yaml", "nytt")]


@pytest.mark.parametrize(
    "revision", ["finns-inte", "-x", "--all", "", "main..HEAD", "a\nb", "HEAD:avtal.yaml", "\x1b[1m"]
)
@pytest.mark.usefixtures("git")
def test_no_such_revision(run: Callable[..., Outcome], revision: str) -> None:
    for language, words in (("sv", "finns inte i"), ("en", "There is no revision")):
        done = run("--lang", language, "validate", f"--diff-only={revision}", *TODAY)
        assert done.code == ExitCode.WRONG_USE
        assert words in done.err
        assert "\x1b" not in done.err
        assert done.out == ""


def test_a_history_of_which_a_part_is_here(
    run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path
) -> None:
    git("commit", "--quiet", "--allow-empty", "--message=två")
    git("branch", "gren", "HEAD~1")
    git("clone", "--quiet", "--depth=1", f"file://{tmp_path}", "grund")
    done = run("validate", "--diff-only", "HEAD~1", *TODAY, cwd=tmp_path / "grund")
    assert done.code == ExitCode.WRONG_USE
    assert "git fetch --unshallow" in done.err


def test_nothing_in_common(run: Callable[..., Outcome], git: Callable[..., str]) -> None:
    git("switch", "--quiet", "--orphan", "annan")
    git("commit", "--quiet", "--allow-empty", "--message=annan")
    git("checkout", "main", "--", ".")
    done = run("validate", "--diff-only", "main", *TODAY)
    assert done.code == ExitCode.WRONG_USE
    assert "ingen historia gemensam" in done.err


def test_no_repository(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "avtal.yaml").write_text(SMALL, encoding="utf-8")
    done = run("validate", "--diff-only", "main", *TODAY)
    assert done.code == ExitCode.WRONG_USE
    assert "inget git-arkiv" in done.err or "inte i något git-arkiv" in done.err


@pytest.mark.usefixtures("git")
def test_no_git(run: Callable[..., Outcome], tmp_path: Path) -> None:
    done = run("validate", "--diff-only", "main", *TODAY, PATH=str(tmp_path))
    assert done.code == ExitCode.WRONG_USE
    assert "Installera git" in done.err


@pytest.mark.usefixtures("git")
def test_a_repository_that_git_refuses(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / ".git" / "HEAD").unlink()
    done = run("validate", "--diff-only", "main", *TODAY)
    assert done.code == ExitCode.WRONG_USE
    assert "Det gick inte att fråga git" in done.err


def test_no_program_of_the_repository_is_run(
    run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path
) -> None:
    for name in ("core.fsmonitor", "diff.external", "diff.x.command", "diff.x.textconv"):
        git("config", name, f"touch {tmp_path}/spår; false")
    (tmp_path / ".gitattributes").write_text("*.yaml diff=x\n", encoding="utf-8")
    (tmp_path / "avtal.yaml").write_text(OLD + "nytt: 1\n", encoding="utf-8")
    (tmp_path / "spår").unlink(missing_ok=True)
    before = (tmp_path / ".git" / "index").read_bytes()
    assert faults(run) == [("avtal.yaml", "nytt")]
    assert not (tmp_path / "spår").exists()
    assert (tmp_path / ".git" / "index").read_bytes() == before


@pytest.mark.parametrize("key", ["clean", "process", "smudge"])
def test_no_filter_of_the_repository_is_run(
    run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path, key: str
) -> None:
    git("config", f"filter.Å b.c.{key}", f"touch {tmp_path}/spår; cat")
    git("config", "filter.Å b.c.required", "true")
    git("config", f"filter.x.{key}", f"touch {tmp_path}/spår; cat")
    (tmp_path / ".gitattributes").write_text("*.yaml filter=x\n", encoding="utf-8")
    (tmp_path / ".git" / "info" / "attributes").write_text("*.yaml filter=x\n", encoding="utf-8")
    (tmp_path / "avtal.yaml").write_text(OLD + "nytt: 1\n", encoding="utf-8")
    assert faults(run) == [("avtal.yaml", "nytt")]
    assert not (tmp_path / "spår").exists()


def test_a_filter_of_an_odd_name_is_refused(
    run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path
) -> None:
    git("config", "filter.a=b.clean", f"touch {tmp_path}/spår; cat")
    (tmp_path / ".gitattributes").write_text("*.yaml filter=a=b\n", encoding="utf-8")
    (tmp_path / "avtal.yaml").write_text(OLD + "nytt: 1\n", encoding="utf-8")
    assert run("validate", "--diff-only", "main", *TODAY).code == ExitCode.WRONG_USE
    assert not (tmp_path / "spår").exists()


@pytest.mark.skipif(os.name == "nt", reason="such devices are not there")
@pytest.mark.parametrize("key", ["core.attributesFile", "core.excludesFile", "diff.orderFile", "core.worktree"])
def test_no_setting_of_the_repository_leads_elsewhere(
    run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path, key: str
) -> None:
    (tmp_path / "avtal.yaml").write_text(OLD + "nytt: 1\n", encoding="utf-8")
    git("config", key, "/dev" if key == "core.worktree" else "/dev/zero")
    assert faults(run) == [("avtal.yaml", "nytt")]


def test_within_a_commit_hook_of_another_folder(
    run: Callable[..., Outcome], git: Callable[..., str], tmp_path: Path
) -> None:
    del git
    (tmp_path / "avtal.yaml").write_text(OLD + "nytt: 1\n", encoding="utf-8")
    done = run("validate", "--diff-only", "HEAD", *TODAY, GIT_DIR="nowhere", GIT_INDEX_FILE="nowhere/index")
    assert done.code == ExitCode.FINDINGS
