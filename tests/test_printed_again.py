"""What a command printed is printed again where nothing that it depends on has changed, and never otherwise."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
import typer
from typer.core import TyperCommand

from samverkan.cli import kept_output
from samverkan.cli.session import Session
from samverkan.kept import keys_of_files
from tests.conftest import EXAMPLES, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from samverkan.source.workspace_files import Surroundings
    from tests.conftest import Outcome

WAYS = (
    ("followup",),
    ("followup", "--format", "json"),
    ("followup", "--format", "md"),
    ("followup", "--fail-on", "soon"),
    ("law",),
    ("law", "--format", "json"),
    ("validate",),
    ("validate", "--notes", "--format", "text"),
    ("validate", "--format", "json"),
    ("validate", "--format", "junit"),
)


@pytest.fixture
def printed_in(answers: Path) -> Path:
    """Give the folder that what is printed is kept in, empty."""
    shutil.rmtree(answers, ignore_errors=True)
    return answers / "samverkan" / "printed"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(EXAMPLES / "exempelkommun", tmp_path / "w")


@pytest.mark.parametrize("way", WAYS)
def test_what_is_printed_again_is_the_same(
    folder: Path, printed_in: Path, run: Callable[..., Outcome], way: tuple[str, ...]
) -> None:
    asked = (*way, str(folder), "--today", "2026-11-20")
    first = run(*asked)
    assert len(list(printed_in.iterdir())) == 1
    assert run(*asked) == first == run(*asked, "--no-cache")
    assert len(list(printed_in.iterdir())) == 1


def test_it_is_read_from_what_is_kept(folder: Path, printed_in: Path, run: Callable[..., Outcome]) -> None:
    run("law", str(folder))
    (printed,) = printed_in.iterdir()
    whole = printed.read_bytes()
    run("law", str(folder))
    assert printed.read_bytes() == whole
    printed.write_bytes(b"")
    run("law", str(folder))
    assert printed.read_bytes() == whole


@pytest.mark.parametrize("command", ["validate", "followup", "law"])
def test_what_reads_and_judges_documents_is_not_imported_then(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    asked = ["--lang=en", command, str(folder), "--format=json", "--today", "2026-11-20"]
    heavy = "{'pydantic', 'ruamel.yaml', 'jinja2'}"
    script = f"import sys; from samverkan.cli.main import run; run({asked}); print({heavy} & {{*sys.modules}})"
    first, again = (
        subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True).stdout
        for _ in range(2)
    )
    assert "pydantic" in first
    assert again.endswith("set()\n")


@pytest.mark.parametrize("command", ["validate", "followup", "law"])
def test_whatever_has_changed_is_seen(
    folder: Path, printed_in: Path, run: Callable[..., Outcome], command: str
) -> None:
    told = [run(command, str(folder), "--today", "2026-11-20")]
    told += [run(command, str(folder), "--today", "2031-01-01")]
    told += [run("--lang", "en", command, str(folder), "--today", "2026-11-20")]
    agreement = folder / "overenskommelse-2024.yaml"
    text = agreement.read_text(encoding="utf-8")
    agreement.write_text(text.replace("9901", "9902").replace("2024-", "2023-"), encoding="utf-8")
    told += [run(command, str(folder), "--today", "2026-11-20")]
    agreement.write_text(SMALL, encoding="utf-8")
    told += [run(command, str(folder), "--today", "2026-11-20")]
    assert len(set(told)) == len(told) == len(list(printed_in.iterdir()))


@pytest.mark.parametrize("harm", [lambda _raw: b"{}", lambda raw: raw[:-9], lambda raw: raw.replace(b"code", b"kode")])
def test_what_is_broken_counts_as_not_there(
    folder: Path, printed_in: Path, run: Callable[..., Outcome], harm: Callable[[bytes], bytes]
) -> None:
    first = run("followup", str(folder), "--today", "2026-11-20")
    (printed,) = printed_in.iterdir()
    printed.write_bytes(harm(printed.read_bytes()))
    assert run("followup", str(folder), "--today", "2026-11-20") == first


def test_nothing_is_kept_of_what_cannot_be_read_or_is_an_error(
    tmp_path: Path, printed_in: Path, run: Callable[..., Outcome]
) -> None:
    assert run("law", str(tmp_path / "saknas.yaml")).code
    (tmp_path / "tom").mkdir()
    assert run("followup", str(tmp_path / "tom")).code
    assert not printed_in.exists()


def test_more_than_was_asked_for_is_told_anew(folder: Path, printed_in: Path, run: Callable[..., Outcome]) -> None:
    assert run("--verbose", "law", str(folder)) == run("--verbose", "law", str(folder))
    assert not printed_in.exists()


@pytest.mark.parametrize("command", ["validate", "followup"])
def test_a_command_that_writes_elsewhere_too_does_so_each_time(
    folder: Path, tmp_path: Path, run: Callable[..., Outcome], command: str
) -> None:
    summary = tmp_path / "summary.md"
    summary.touch()
    runner = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    sizes = []
    for _ in range(2):
        run(command, str(folder), "--format", "github", "--today", "2026-11-20", **runner)
        sizes.append(summary.stat().st_size)
    assert sizes[1] == 2 * sizes[0]


def test_a_baseline_that_is_another_since_is_heeded(folder: Path, tmp_path: Path, run: Callable[..., Outcome]) -> None:
    (folder / "overenskommelse-2024.yaml").write_text(SMALL + "okänd: 1\n", encoding="utf-8")
    known = tmp_path / "known.json"
    asked = ("validate", str(folder), "--today", "2026-11-20")
    run(*asked, "--write-baseline", str(known))
    assert run(*asked, "--baseline", str(known)).code == 0
    assert run(*asked, "--write-baseline", str(known)).code == 0
    shutil.copy(folder / "overenskommelse-2024.yaml", folder / "x.yaml")
    run("validate", str(EXAMPLES / "exempelkommun"), "--today", "2026-11-20", "--write-baseline", str(known))
    assert run(*asked, "--baseline", str(known)).code == 1


def test_what_is_piped_in_is_read_each_time(printed_in: Path, run: Callable[..., Outcome]) -> None:
    assert run("validate", "-", stdin=SMALL.encode()).code == 0
    assert run("validate", "-", stdin=(SMALL + "okänd: 1\n").encode()).code == 1
    assert not printed_in.exists()


def test_it_is_kept_by_what_has_been_judged_though_it_has_changed_meanwhile(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_output, "_MOST_HELD", 0)
    session = Session("en", {"XDG_CACHE_HOME": str(tmp_path / "c")}, datetime.now().astimezone())
    context = typer.Context(TyperCommand("validate"), info_name="validate", obj=session)
    agreement, noted = folder / "overenskommelse-2024.yaml", dict[int, Sequence[str] | None]()
    before, told = agreement.read_bytes(), list[bytes]()

    def judge(found: Sequence[Surroundings]) -> int:
        if not told:
            agreement.write_bytes(SMALL.encode())  # saved between one look and the next
        noted[0] = keys_of_files(found[0].read())
        told.append(agreement.read_bytes())
        return 0

    def ask() -> None:
        kept_output.printed_again(context, [str(folder)], date(2026, 11, 20), judge, noted)

    ask()
    agreement.write_bytes(before)
    ask()
    assert told == [SMALL.encode(), before]
    ask()
    agreement.write_bytes(SMALL.encode())
    ask()
    assert told == [SMALL.encode(), before]  # each is known now
