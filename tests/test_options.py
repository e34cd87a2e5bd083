"""Whatever is written on the command line, even what is no text: an exit code, a clear line, and no line of another's.

Every option and argument of every command is found, and given what a script may have taken from a stranger: bytes that
are no text, line breaks, commands to terminals and CI runners, numbers without end.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

import pytest
import typer

from samverkan.cli.main import _application, run
from tests.conftest import SMALL
from tests.test_lines import commands_in, unsafe_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Outcome

ALWAYS = ["a,\udcff", "x\n::error::y", "\x1b[31m ##[error]x\u202e"]
IN_TURN = [
    "x\r::error::y",
    "::error::x",
    "\u2028::error::x",
    "",
    "x" * 5000,
    "9" * 5000,
    "-1",
    "²",
    "{typst:x}",
    "/dev/zero",
]
NEEDED = {"new": ["follow-up"], "explain": ["unknown-key"], "templates": ["copy", "mallar"]}
COMMANDS: dict[str, Any] = {"": (group := typer.main.get_group(_application())), **group.commands}
del COMMANDS["preview"], COMMANDS["lsp"]  # have no end of their own


def lines(name: str) -> Iterator[list[str]]:
    """Give command lines in which each option and each argument of a command has each value."""
    command = [name] if name else []
    for number, parameter in enumerate(COMMANDS[name].params):
        for value in [*ALWAYS, *IN_TURN[number % 5 :: 5]]:
            if parameter.param_type_name == "argument":
                yield [*command, value]
                yield [*command, *NEEDED.get(name, [])[:1], "--", value]
            else:
                option, whole = parameter.opts[0], [*command, *NEEDED.get(name, [])]
                yield [*whole, f"{option}={value}"] if parameter.is_flag or number % 2 else [*whole, option, value]


def ended(arguments: list[str]) -> tuple[int, str, str]:
    """Run the program here: its code, and what it writes, which must be text."""
    written = [io.TextIOWrapper(io.BytesIO(), "utf-8", errors="strict", newline="") for _ in range(2)]
    with contextlib.redirect_stdout(written[0]), contextlib.redirect_stderr(written[1]):
        code = run(arguments)
    for stream in written:
        stream.flush()
    out, told = (stream.buffer.getvalue().decode() for stream in written)
    return code, out, told


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "här").mkdir()
    monkeypatch.chdir(tmp_path / "här")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "kept"))
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="names of files there hold no such characters")
@pytest.mark.parametrize("name", COMMANDS)
def test_any_value_of_any_option_or_argument_ends_as_documented(name: str, place: Path) -> None:
    for arguments in lines(name):
        for left in (place / "här").iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        (place / "här" / "a.yaml").write_text(SMALL, encoding="utf-8")
        formats = ["--format", "md"] if name in {"render", "report"} and "--format" not in " ".join(arguments) else []
        code, out, told = ended([*arguments[:1], *formats, *arguments[1:]])
        assert code in {0, 1, 2, 3, 4}, (arguments, told)
        assert list(commands_in(f"{out}\n{told}")) == [], arguments
        assert unsafe_in(out.replace("\r\n", "\n")) == unsafe_in(told) == [], arguments
        assert code in {0, 1} or (out + told).strip(), arguments
        assert code != 2 or told.count("\n") <= 2, (arguments, told)
    assert {path.name for path in place.iterdir()} <= {"här", "kept"}


@pytest.mark.skipif(sys.platform != "linux", reason="only there a name of a file may be any bytes")
def test_bytes_that_are_no_text_reach_the_program_as_such(place: Path) -> None:
    (place / "här" / os.fsdecode(b"\xff.yaml")).write_text(SMALL, encoding="utf-8")
    code, out, told = ended(["validate", os.fsdecode(b"\xff.yaml")])
    assert (code, told) == (0, "")
    assert out.startswith("1 fil granskad")
    code, out, told = ended(["render", "--format", "md", "--out", os.fsdecode(b"\xff")])
    assert code == 0, told
    assert (place / "här" / os.fsdecode(b"\xff") / "avtal-2024.md").exists()
    assert "\udcff" not in out


@pytest.mark.parametrize("command", ["validate", "render", "show", "fmt"])
@pytest.mark.parametrize("path", ["a" * 40_000, "a/" * 20_000])
def test_a_path_that_is_longer_than_any_is_refused_at_once(
    command: str, path: str, run: Callable[..., Outcome]
) -> None:
    ended = run(command, path)
    assert ended.code == 4
    assert "längre än någon sökväg kan vara" in ended.err
    assert len(ended.err) < 300
