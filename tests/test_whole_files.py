"""Every command that writes, stopped at every step of its writing: the old file whole or the new one, and nothing else.

The program is killed, interrupted or refused more room before each of its steps that change a file, one after the
other, until it comes to its end.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from samverkan.errors import ExitCode
from tests.conftest import EXAMPLES, SMALL, UNTIDY
from tests.test_collecting import PLAN, Form
from tests.test_editable import with_text
from tests.test_importing import PICTURE
from tests.test_signing import HALLSBERG, PASSWORD, certificate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.warm import Warm


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and ceilings of this kind are not there")
DAY = ("--today", "2026-11-20")
COMPLETE = {ExitCode.CLEAN, ExitCode.FINDINGS}
SLIP = SMALL.replace("title: Sam", "titel: Sam")
TABLE = "Region;Brott;År;Antal\r\nFalu kommun;Misshandel;2025;300\r\n"
OLD_AGREEMENT = "Samverkansöverenskommelse\n\nmellan Falu kommun och Lokalpolisområde Falun\n\nGäller 2019–2022.\n"
INIT = ("--municipality", "9901 Exempelby kommun", "--police", "Lokalpolisområde Exempel", "--area", "Torget")
COMMANDS: dict[str, tuple[str, ...]] = {
    "merge": ("merge", "ändrad.docx", "--into", "avtal.yaml"),
    "collect": ("collect", "svar.xlsx", "--into", "ny.yaml", *DAY),
    "collect into": ("collect", "svar.xlsx", "--into", "uppföljning.yaml", "--force", *DAY),
    "import indicators": ("import", "indicators", "tabell.csv", "--into", "bild.yaml", "--new", *DAY),
    "import agreement": ("import", "agreement", "gammal.txt", "--out", "ny.yaml"),
    "sign": ("sign", "hallsberg.pdf", "--certificate", "Anna.p12", "--field", "signature-1"),
    "compare": ("compare", "avtal.yaml", "senare.yaml", "--format", "html", "--out", "ut", *DAY),
    "new": ("new", "follow-up", "--of", PLAN, "--out", "ny.yaml", *DAY),
    "new --xlsx": ("new", "follow-up", "--of", PLAN, "--xlsx", "--out", "nytt.xlsx", *DAY),
    "fix": ("fix", "slip.yaml", "--yes"),
    "fmt": ("fmt", "oredig.yaml"),
    "init": ("init", "ny", *INIT, "--from", "2027", "--until", "2030", "--cadence", "yearly"),
    "export": ("export", "--format", "csv", "--out", "tabeller", *DAY),
    "export --format xlsx": ("export", "--format", "xlsx", "--out", "tabeller", *DAY),
    "baseline": ("validate", "slip.yaml", "--write-baseline", "kända.json", *DAY),
}
# Calls `stop` with the number of each step that changes a file in the current folder, just before it.
STEPS = """
import errno, os, shutil, signal, sys
here, steps, busy = os.getcwd(), 0, False
CHANGES = {"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate"}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
def watch(event, arguments):
    global steps, busy
    if busy or (event not in CHANGES and not (event == "open" and (arguments[2] or 0) & WRITES)):
        return
    if isinstance(arguments[0], int) or not os.path.abspath(os.fsdecode(arguments[0])).startswith(here + os.sep):
        return
    steps, busy = steps + 1, True
    try:
        stop(steps)
    finally:
        busy = False
sys.addaudithook(watch)
"""
# What would lie there if the program were killed at that step: a copy of all.
KEEP_ALL = """
def stop(number):
    shutil.copytree(here, f"{here}-{number}", symlinks=True)
"""
INTERRUPT = """
def stop(number):
    if number == NUMBER:
        os.kill(os.getpid(), signal.SIGINT)
"""
NO_ROOM = """
def stop(number):
    if number == NUMBER:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
"""
# The same where no file may grow past some bytes, as on a disk that has no more room than these.
NO_GROWTH = """
import resource, signal, sys
sys.dont_write_bytecode = True  # or Python keeps what it could write of it, and cannot be started again
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
"""
# Interrupts the program when it imports its so many'th module.
WHEN_IT_STARTS = """
import os, signal, sys
sys.argv[0] = "samverkan"
counted = 0
def count(event, _):
    global counted
    counted += event == "import"
    if counted == NUMBER and event == "import":
        os.kill(os.getpid(), signal.SIGINT)
from samverkan.__main__ import main
sys.addaudithook(count)
sys.exit(main())
"""
Ended = tuple[int, str, str]
Run = Callable[..., Ended]


@pytest.fixture
def stopped(warm: Warm, kept: Path, answers: Path) -> Run:
    """Run a command in a folder, after some lines of Python that stop it."""

    def run_stopped(folder: Path, name: str, first: str = "") -> Ended:
        around = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
        around |= {"LANG": "sv_SE.UTF-8", "SAMVERKAN_PASSWORD": PASSWORD, "PYTHONWARNINGS": "error", "PYTHONUTF8": "1"}
        around |= {"XDG_STATE_HOME": str(kept), "XDG_CACHE_HOME": str(answers)}
        code, out, told = warm.run(list(COMMANDS[name]), folder, None, around, first)
        return code, out.decode("utf-8", "replace"), told.decode("utf-8", "replace")

    return run_stopped


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, warm: Warm) -> Path:
    """Lay out a folder with something for each command to work with."""
    folder = tmp_path_factory.mktemp("ort")
    shutil.copytree(EXAMPLES / "exempelkommun", folder, dirs_exist_ok=True)
    texts = {
        "avtal.yaml": SMALL.replace("avtal-2024", "litet-avtal"),
        "senare.yaml": SMALL.replace("avtal-2024", "litet-avtal").replace("Otrygga", "Mörka"),
        "slip.yaml": SLIP.replace("avtal-2024", "slip"),
        "oredig.yaml": UNTIDY.replace("avtal-2024", "oredig"),
        "bild.yaml": PICTURE,
        "tabell.csv": TABLE,
        "gammal.txt": OLD_AGREEMENT,
        "hallsberg.yaml": HALLSBERG,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")

    around = {"LANG": "sv_SE.UTF-8", "PYTHONWARNINGS": "error", "PYTHONUTF8": "1"}

    def made(*arguments: str) -> None:
        code, _, told = warm.run(list(arguments), folder, None, os.environ | around)
        assert code == 0, told.decode()

    made("new", "follow-up", "--of", PLAN, "--xlsx", "--out", "svar.xlsx", *DAY)
    made("new", "follow-up", "--of", PLAN, "--out", "uppföljning.yaml", *DAY)
    form = Form(folder / "svar.xlsx")
    form.at("trygga-kvällar", "comment").value = "Fler är ute."
    form.save(folder / "svar.xlsx")
    made("render", "avtal.yaml", "--format", "docx", "--editable", "--out", "word", *DAY)
    word = next((folder / "word").glob("*.docx")).read_bytes()
    (folder / "ändrad.docx").write_bytes(with_text(word, ("Otrygga platser", "Mörka platser")))
    made("render", "hallsberg.yaml", "--format", "pdf", "--signature-fields", "--out", "pdf", *DAY)
    next((folder / "pdf").glob("*.pdf")).rename(folder / "hallsberg.pdf")
    certificate(folder, "Anna Ek")
    for gone in ("word", "pdf"):
        shutil.rmtree(folder / gone)
    return folder


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def is_same(found: bytes | None, other: bytes | None, name: str) -> bool:
    """Tell whether two files are the same, but for times and what is drawn by lot: of those the end tells."""
    if found == other or found is None or other is None:
        return found == other
    if name.endswith(".pdf"):
        return found.rstrip().endswith(b"%%EOF") and other.startswith(found[:10_000])
    return name.endswith((".xlsx", "manifest.json")) and found.rstrip()[-1:] == other.rstrip()[-1:]


def assert_whole(found: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """See that each file is the old one or the new one, with none beside them but what the next run sweeps away."""
    for name in found.keys() | old.keys() | new.keys():
        is_left_by_us = name.rpartition("/")[2].startswith(".samverkan-") and name.endswith(".tmp")
        if not is_left_by_us:
            one = found.get(name)
            assert is_same(one, old.get(name), name) or is_same(one, new.get(name), name), name


def steps(run: Run, how: str, name: str, town: Path, folder: Path) -> Iterator[tuple[Ended, dict[str, bytes]]]:
    """Stop a command before each of its steps, until it comes to its end."""
    for number in range(1, 200):
        here = folder / str(number)
        shutil.copytree(town, here)
        done = run(here, name, STEPS + how.replace("NUMBER", str(number)))
        if done[0] in COMPLETE:
            return
        yield done, files_in(here)
        shutil.rmtree(here)


@pytest.mark.parametrize("name", COMMANDS)
class TestStopped:
    @pytest.fixture
    def new(self, name: str, town: Path, tmp_path: Path, stopped: Run) -> dict[str, bytes]:
        """Give the files as they are where nothing stops the command; beside it, what lay there before each step."""
        shutil.copytree(town, tmp_path / "hel")
        done = stopped(tmp_path / "hel", name, STEPS + KEEP_ALL)
        assert done[0] in COMPLETE, done
        found = files_in(tmp_path / "hel")
        assert found != files_in(town), "it writes something"
        return found

    def test_killed_at_any_step(self, name: str, town: Path, tmp_path: Path, new: dict[str, bytes]) -> None:
        assert name in COMMANDS
        moments = list(tmp_path.glob("hel-*"))
        assert moments
        for moment in moments:
            assert_whole(files_in(moment), files_in(town), new)

    def test_interrupted_at_any_step(
        self, name: str, town: Path, tmp_path: Path, new: dict[str, bytes], stopped: Run
    ) -> None:
        for (code, _, told), found in steps(stopped, INTERRUPT, name, town, tmp_path):
            assert (code, told.splitlines()[-1:]) == (ExitCode.INTERRUPTED, ["Avbrutet."]), told
            assert "Traceback" not in told
            assert_whole(found, files_in(town), new)
            assert not [one for one in found if one.endswith(".tmp")]

    def test_without_room_at_any_step(
        self, name: str, town: Path, tmp_path: Path, new: dict[str, bytes], stopped: Run
    ) -> None:
        for (code, _, told), found in steps(stopped, NO_ROOM, name, town, tmp_path):
            assert (code, bool(told.strip())) == (ExitCode.READ_WRITE, True), told
            assert "Traceback" not in told
            assert_whole(found, files_in(town), new)
            assert not [one for one in found if one.endswith(".tmp")]

    def test_where_no_file_may_grow_all_is_as_it_was(self, name: str, town: Path, tmp_path: Path, stopped: Run) -> None:
        shutil.copytree(town, tmp_path / "x")
        code, _, told = stopped(tmp_path / "x", name, NO_GROWTH)
        assert (code, bool(told.strip())) == (ExitCode.READ_WRITE, True), told
        assert "Traceback" not in told
        assert files_in(tmp_path / "x") == files_in(town)

    def test_interrupted_while_it_starts(self, name: str, town: Path, tmp_path: Path, new: dict[str, bytes]) -> None:
        shutil.copytree(town, tmp_path / "x")
        number = 40 * (1 + list(COMMANDS).index(name))
        command = [sys.executable, "-c", WHEN_IT_STARTS.replace("NUMBER", str(number)), *COMMANDS[name]]
        around = {**os.environ, "LANG": "sv_SE.UTF-8", "SAMVERKAN_PASSWORD": PASSWORD}
        done = subprocess.run(command, cwd=tmp_path / "x", env=around, capture_output=True, check=False, timeout=120)
        assert done.returncode in {ExitCode.INTERRUPTED, *COMPLETE}, done.stderr
        assert b"Traceback" not in done.stderr
        found = files_in(tmp_path / "x")
        assert_whole(found, files_in(town), new)
        assert not [one for one in found if one.endswith(".tmp")]
