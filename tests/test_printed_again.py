"""What followup and law printed is printed again where nothing that it depends on has changed, and never otherwise."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.conftest import EXAMPLES, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

WAYS = (
    ("followup",),
    ("followup", "--format", "json"),
    ("followup", "--format", "md"),
    ("followup", "--fail-on", "soon"),
    ("law",),
    ("law", "--format", "json"),
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


@pytest.mark.parametrize("command", ["followup", "law"])
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


def test_a_command_that_writes_elsewhere_too_does_so_each_time(
    folder: Path, tmp_path: Path, run: Callable[..., Outcome]
) -> None:
    summary = tmp_path / "summary.md"
    summary.touch()
    runner = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    sizes = []
    for _ in range(2):
        run("followup", str(folder), "--format", "github", "--today", "2026-11-20", **runner)
        sizes.append(summary.stat().st_size)
    assert sizes[1] == 2 * sizes[0]
