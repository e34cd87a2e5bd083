"""What a search of folders leaves out: the lists of git and of the settings."""

from __future__ import annotations

import os
import random
import re
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from samverkan.source.gitignore import PatternList, patterns_in
from tests.conftest import SMALL, program

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

TODAY = ("--today", "2024-06-01")
SETTINGS = "samverkan: 1\nkind: workspace\n"


@pytest.fixture
def lay(tmp_path: Path) -> Callable[..., None]:
    """Write files by their names; an agreement where no text is given. Each agreement has an id of its own."""

    def write(*names: str, **texts: str) -> None:
        known = {"gitignore": ".gitignore", "settings": "samverkan.yaml"}
        for i, name in enumerate(names):
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(SMALL.replace("avtal-2024", f"avtal-{i}").replace("2024", str(1950 + 4 * i)), "utf-8")
        for name, text in texts.items():
            (tmp_path / known[name]).write_text(text, encoding="utf-8")

    return write


def read(run: Callable[..., Outcome], *arguments: str) -> set[str]:
    """Give the names of the files that are read because the user asks about them."""
    told = run("--verbose", "--lang", "en", "validate", *(arguments or (".",)), *TODAY).err
    return {line.removeprefix("Reads ").split(" (")[0] for line in told.splitlines() if line.startswith("Reads ")}


def left_out(run: Callable[..., Outcome], *arguments: str) -> dict[str, str]:
    told = run("--verbose", "--lang", "en", "validate", *(arguments or (".",)), *TODAY).err
    lines = [line.removeprefix("Does not read ").removesuffix(" leaves out.") for line in told.splitlines()]
    return dict(line.split(", which ", 1) for line in lines if ", which " in line)


def test_what_gitignore_names_is_not_read(run: Callable[..., Outcome], lay: Callable[..., None]) -> None:
    lay("a.yaml", "ut/b.yaml", "c-mall.yaml", gitignore="ut/\n*-mall.yaml\n")
    assert read(run) == {"a.yaml"}
    assert left_out(run) == {"ut/": ".gitignore", "c-mall.yaml": ".gitignore"}


def test_what_the_settings_name_is_not_read(run: Callable[..., Outcome], lay: Callable[..., None]) -> None:
    lay("a.yaml", "ut/b.yaml", "c-mall.yaml", settings=SETTINGS + 'exclude: [ut/, "*-mall.yaml"]\n')
    assert read(run) == {"a.yaml"}
    assert left_out(run) == {"ut/": "samverkan.yaml", "c-mall.yaml": "samverkan.yaml"}


def test_one_pattern_needs_no_list(run: Callable[..., Outcome], lay: Callable[..., None]) -> None:
    lay("a.yaml", "ut/b.yaml", settings=SETTINGS + "exclude: ut\n")
    assert read(run) == {"a.yaml"}


def test_settings_can_let_gitignore_be(run: Callable[..., Outcome], lay: Callable[..., None]) -> None:
    lay("a.yaml", "ut/b.yaml", gitignore="ut/\n", settings=SETTINGS + "gitignore: false\n")
    assert read(run) == {"a.yaml", "ut/b.yaml"}


@pytest.mark.parametrize("value", ["exclude: {a: b}", "exclude: [a, [b]]", "exclude: []", "gitignore: kanske"])
def test_settings_that_cannot_be_used_are_told(
    run: Callable[..., Outcome], lay: Callable[..., None], value: str
) -> None:
    lay("a.yaml", settings=SETTINGS + value + "\n")
    done = run("validate", *TODAY)
    assert done.code == 2
    assert "samverkan.yaml, rad 3" in done.err


def test_a_file_that_is_named_is_read(run: Callable[..., Outcome], lay: Callable[..., None]) -> None:
    lay("a.yaml", "ut/b.yaml", gitignore="a.yaml\n", settings=SETTINGS + "exclude: ut/\n")
    assert "a.yaml" in read(run, "a.yaml")
    assert "ut/b.yaml" in read(run, "ut/b.yaml")
    assert read(run, "ut") == {"ut/b.yaml"}


def test_no_command_reads_what_is_left_out(run: Callable[..., Outcome], lay: Callable[..., None]) -> None:
    lay("a.yaml", "ut/b.yaml", gitignore="ut/\n")
    for command in (("validate",), ("followup",), ("law",), ("show",), ("fingerprint",), ("report", "--out", "-")):
        done = run("--verbose", "--lang", "en", *command, ".", *(() if command[0] == "fingerprint" else TODAY))
        assert "avtal-1" not in done.out, command
    assert run("--verbose", "--lang", "en", "fix", "--check").err.splitlines() == [
        "Does not read ut/, which .gitignore leaves out."
    ]


def test_finished_files_are_made_of_what_is_read_alone(
    run: Callable[..., Outcome], lay: Callable[..., None], tmp_path: Path
) -> None:
    lay("a.yaml", "ut/b.yaml", gitignore="ut/\n")
    assert run("render", ".", "--format", "html", "--out", "fardigt", *TODAY).code == 0
    assert sorted(path.name for path in (tmp_path / "fardigt").glob("*.html")) == ["avtal-0.html"]


def test_where_all_is_left_out_it_is_said(run: Callable[..., Outcome], lay: Callable[..., None]) -> None:
    lay("ut/b.yaml", gitignore="ut/\n")
    for command in (("validate",), ("fix",), ("followup",), ("render", "--format", "md")):
        done = run("--lang", "en", *command)
        assert done.code == 3
        assert "Left out there: ut/, by .gitignore." in done.err
    assert "Här utelämnas ut/ av .gitignore." in run("validate").err


def test_a_list_counts_in_its_folder(run: Callable[..., Outcome], lay: Callable[..., None], tmp_path: Path) -> None:
    lay("a/x.yaml", "a/b/x.yaml", "c/x.yaml", "a/y.yaml")
    (tmp_path / "a" / ".gitignore").write_text("/x.yaml\n", encoding="utf-8")
    assert read(run) == {"a/b/x.yaml", "c/x.yaml", "a/y.yaml"}


def test_an_inner_list_takes_back(run: Callable[..., Outcome], lay: Callable[..., None], tmp_path: Path) -> None:
    lay("a/x.yaml", "x.yaml", gitignore="x.yaml\n")
    (tmp_path / "a" / ".gitignore").write_text("!x.yaml\n", encoding="utf-8")
    assert read(run) == {"a/x.yaml"}


def test_the_lists_of_a_repository_count_from_its_top(
    run: Callable[..., Outcome], lay: Callable[..., None], tmp_path: Path
) -> None:
    lay("repo/a/b/x.yaml", "repo/a/b/y.yaml", gitignore="*\n")
    (tmp_path / "repo" / ".git").mkdir()
    (tmp_path / "repo" / ".gitignore").write_text("x.yaml\n", encoding="utf-8")
    assert read(run, "repo/a/b") == {"repo/a/b/y.yaml"}
    assert read(run, "repo") == {"repo/a/b/y.yaml"}


def test_a_repository_within_another_has_its_own_lists(
    run: Callable[..., Outcome], lay: Callable[..., None], tmp_path: Path
) -> None:
    lay("x.yaml", "y.yaml", "inre/x.yaml", gitignore="x.yaml\n")
    (tmp_path / ".git").mkdir()
    (tmp_path / "inre" / ".git").write_text("gitdir: ../.git/modules/inre\n", encoding="utf-8")
    assert read(run) == {"y.yaml", "inre/x.yaml"}


def test_a_workspace_within_another_has_its_own_settings(
    run: Callable[..., Outcome], lay: Callable[..., None], tmp_path: Path
) -> None:
    lay("x.yaml", "y.yaml", "inre/x.yaml", "inre/y.yaml", settings=SETTINGS + "exclude: x.yaml\n")
    (tmp_path / "inre" / "samverkan.yaml").write_text(SETTINGS + "exclude: y.yaml\n", encoding="utf-8")
    assert read(run) == {"y.yaml", "inre/x.yaml"}


def test_a_list_above_counts_without_a_repository_only_in_a_workspace(
    run: Callable[..., Outcome], lay: Callable[..., None], tmp_path: Path
) -> None:
    lay("a/x.yaml", "a/y.yaml", gitignore="x.yaml\n")
    assert read(run, "a") == {"a/x.yaml", "a/y.yaml"}
    (tmp_path / "samverkan.yaml").write_text(SETTINGS, encoding="utf-8")
    assert left_out(run, "a") == {"a/x.yaml": ".gitignore"}


def test_lists_that_others_laid_above_are_of_no_account(
    run: Callable[..., Outcome], lay: Callable[..., None], tmp_path: Path
) -> None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    lay("min/a/x.yaml", gitignore="x.yaml\n")
    (tmp_path / ".git").mkdir()
    assert read(run, "min/a") == set()
    os.chown(tmp_path, 12345, -1)
    assert read(run, "min/a") == {"min/a/x.yaml"}


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("med mellanslag.yaml\r\n", "med mellanslag.yaml"),
        ("slut\\ .yaml   \n", "slut .yaml"),
        ("\\#a.yaml\n", "#a.yaml"),
        ("\\!a.yaml\n", "!a.yaml"),
        ("lägesbild?å*.yaml\n", "lägesbild-åäö.yaml"),
        ("\ufeffa.yaml\n", "a.yaml"),
        ("a\\*b.yaml\n", "a*b.yaml"),
        ("[[:digit:]]*.yaml\n", "7.yaml"),
    ],
)
def test_names_of_all_kinds(run: Callable[..., Outcome], lay: Callable[..., None], lines: str, name: str) -> None:
    lay(name, "kvar.yaml", gitignore=lines)
    assert read(run) == {"kvar.yaml"}


def test_letters_in_two_parts_are_the_same(run: Callable[..., Outcome], lay: Callable[..., None]) -> None:
    lay("a\u0308r.yaml", "kvar.yaml", gitignore="är.yaml\n")
    assert read(run) == {"kvar.yaml"}


def test_lists_that_are_no_text(run: Callable[..., Outcome], lay: Callable[..., None], tmp_path: Path) -> None:
    lay("a.yaml", "b.yaml")
    (tmp_path / ".gitignore").write_bytes(b"\xff\xfe\x00\n\\\n[\n[z-a]\n[[:x:]]\n/\n//\n!\n\xe5.yaml\nb.yaml\n\0")
    (tmp_path / os.fsdecode(b"\xe5.yaml")).write_text(SMALL, encoding="utf-8")
    assert read(run) == {"a.yaml"}


def test_a_list_that_is_a_folder_a_link_or_a_pipe_is_no_list(
    run: Callable[..., Outcome], lay: Callable[..., None], tmp_path: Path
) -> None:
    lay("a.yaml", "b/a.yaml", "c/a.yaml")
    (tmp_path / ".gitignore").mkdir()
    (tmp_path / "lista").write_text("*\n", encoding="utf-8")
    (tmp_path / "b" / ".gitignore").symlink_to("../lista")
    os.mkfifo(tmp_path / "c" / ".gitignore")
    assert read(run) == {"a.yaml", "b/a.yaml", "c/a.yaml"}


def test_no_list_takes_long(tmp_path: Path) -> None:
    slow = ["*a" * 60 + "b", "**/a" * 60 + "/b", "*" * 3000, "[" * 3000, "a?" * 60 + "*" + "?a" * 60, "\\" * 4095]
    patterns = PatternList(tmp_path / ".gitignore", patterns_in([*slow * 20, *["a" * 20] * 9_000]))
    started = time.monotonic()
    for path in (tmp_path / ("a" * 250), tmp_path.joinpath(*"a" * 500)):
        patterns.leaves_out(path, is_folder=False)
    assert time.monotonic() - started < 5


def test_a_list_beyond_all_measure_is_not_used(run: Callable[..., Outcome], lay: Callable[..., None]) -> None:
    lay("a.yaml", gitignore="*a*a*a*a*a*a*b\n" * 80_000 + "a.yaml\n")
    assert read(run) == {"a.yaml"}


def test_patterns_mean_what_they_mean_to_git(tmp_path: Path) -> None:
    git = program("git")
    subprocess.run([git, "init", "--quiet", str(tmp_path)], check=True)
    chance = random.Random(20261122)  # noqa: S311 - no secret
    names = [*"abc", "ab", "a b", "a.b", "[a]", "a-c", "*", "!a", "#a"]
    paths = {"/".join(chance.choices(names, k=chance.randint(1, 4))) for _ in range(60)}
    files = [path for path in sorted(paths) if not any(other.startswith(path + "/") for other in paths)]
    for file in files:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    parts = [*"abc/////***?!#\\ ", "**/", "/**", "[a-c]", "[!a]", "[]a]", "[[:alpha:]]", "[", "b", "\\*", "\\["]
    for _ in range(300):
        lines = ["".join(chance.choices(parts, k=chance.randint(1, 6))) for _ in range(chance.randint(1, 4))]
        lines = [line for line in lines if not re.search(r"\[[^]]*/|\\/|//", line)]  # signs that reach past a name
        (tmp_path / ".gitignore").write_text("\n".join(lines) + "\n", encoding="utf-8")
        listed = subprocess.run(
            [git, "-C", str(tmp_path), "ls-files", "-z", "--others", "--exclude-per-directory=.gitignore"],
            capture_output=True,
            check=True,
        )
        kept = {name for name in listed.stdout.decode().split("\0") if name} - {".gitignore"}
        patterns = PatternList(tmp_path / ".gitignore", patterns_in(lines))
        assert {file for file in files if not _is_out(patterns, tmp_path, file)} == kept, lines


def _is_out(patterns: PatternList, root: Path, file: str) -> bool:
    steps = file.split("/")
    above = [root.joinpath(*steps[:i]) for i in range(1, len(steps))]
    return any(patterns.leaves_out(path, is_folder=True) for path in above) or bool(
        patterns.leaves_out(root / file, is_folder=False)
    )


def test_what_windows_calls_txt_is_told_beside_the_rest(run: Callable[..., Outcome], lay: Callable[..., None]) -> None:
    lay("a.yaml", "b.yaml.txt")
    assert "b.yaml.txt" in run("--lang", "sv", "validate", ".", *TODAY).err
    assert run("--quiet", "validate", ".", *TODAY).err == ""
    assert run("validate", "a.yaml", *TODAY).err == ""


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("ut/, gamla/", {"a.yaml", "x, y.yaml"}),
        ("ut/; gamla/b.yml", {"a.yaml", "x, y.yaml"}),
        ('"x, y.yaml"', {"a.yaml", "ut/b.yaml", "gamla/b.yml"}),  # one file
    ],
)
def test_patterns_in_one_text_are_several_where_each_looks_like_one(
    run: Callable[..., Outcome], lay: Callable[..., None], written: str, names: set[str]
) -> None:
    lay("a.yaml", "ut/b.yaml", "gamla/b.yml", "x, y.yaml", settings=f"{SETTINGS}exclude: {written}\n")
    assert read(run) == names
