"""The exit codes that the documentation promises are those that come."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from samverkan.errors import ExitCode
from tests.conftest import ROOT, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

PAGES = (ROOT / "docs" / "exit-codes.md", ROOT / "docs" / "sv" / "slutkoder.md")
TEXT = PAGES[0].read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([^`]+)` \| (\d) \| (\d) \| (\d) \| (\d) \| (\d) \|$", re.MULTILINE)
FOLDERS = ("none", "foreign", "broken", "among", "closed")
CASES = [(row[1], folder, int(row[2 + i])) for row in ROW.finditer(TEXT) for i, folder in enumerate(FOLDERS)]
BROKEN = {
    "a kind that is not there": SMALL.replace("kind: agreement", "kind: avtal"),
    "no YAML": SMALL + "x: [\n",
    "not text": SMALL + "x: \udcff\n",
    "a part that cannot be read": SMALL.replace("until: 2026", "until: snart"),
    "a newer format": SMALL.replace("samverkan: 1", "samverkan: 2"),
}


def lay(folder: Path, what: str, broken: str = BROKEN["no YAML"]) -> None:
    if what == "foreign":
        (folder / "annat.yaml").write_text("services: {web: 1}\n", encoding="utf-8")
    if what in {"among", "closed"}:
        for path in (ROOT / "tests" / "workspace").iterdir():
            shutil.copy(path, folder)
    if what in {"broken", "among"}:
        name = "avtal-2024" if what == "broken" else "ett-annat"
        text = broken.replace("avtal-2024", name)
        (folder / "trasig.yaml").write_bytes(text.encode("utf-8", "surrogateescape"))
    if what == "closed":  # not by rights, for those who run this may read everything
        (folder / "stängd.yaml").mkdir()
        (folder / "stängd.yaml").rmdir()
        (folder / "stängd.yaml").symlink_to("stängd.yaml")


@pytest.mark.parametrize(("command", "what", "code"), CASES)
def test_a_command_ends_as_documented(
    command: str, what: str, code: int, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    lay(tmp_path, what)
    paths = [".", "stängd.yaml"] if what == "closed" else []
    first, *rest = command.split()
    arguments = [first, *rest[:1], *paths, *rest[1:]] if first == "new" else [first, *paths, *rest]
    if "render --format md --check" in command and what == "among":
        run("render", "--format", "md", "--today", "2024-06-01")
    without_day = first in {"fingerprint", "fix", "fmt"}
    ended = run(*arguments) if without_day else run(*arguments, "--today", "2024-06-01")
    assert ended.code == code, ended.err
    assert code in {0, 1} or ended.err or ended.out
    assert code == 0 or first == "validate" or ended.err


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize(
    "command",
    ["render --check", "fingerprint", "followup --fail-on overdue", "followup --format json", "law --format json"],
)
def test_nothing_that_is_broken_is_a_success_where_a_program_asks(
    command: str, broken: str, run: Callable[..., Outcome], tmp_path: Path
) -> None:
    lay(tmp_path, "broken", BROKEN[broken])
    assert run(*command.split()).code == 1


def test_every_code_and_command_is_documented(run: Callable[..., Outcome]) -> None:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert set(map(int, re.findall(r"^\| (\d+) \|", text, re.MULTILINE))) == set(ExitCode)
        assert ROW.findall(text) == ROW.findall(TEXT)
    listed = set(re.findall(r"^  (\w+)  ", run("--help", "--lang", "en").out.partition("Commands:")[2], re.MULTILINE))
    without_documents = {"init", "example", "rules", "explain", "schema", "templates", "completion", "preview", "lsp"}
    without_documents |= {"merge", "sign", "verify"}  # read a finished file; see test_editable and test_signing
    without_documents |= {"compare"}  # is given two files by name; see test_compare
    without_documents |= {"collect", "import"}  # read tables; see test_collecting and test_importing
    assert listed - without_documents == {command.split()[0] for command, *_ in CASES}
