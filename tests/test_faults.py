"""Disks that are full, folders and files that vanish: the old file whole or the new one, told in one line."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from samverkan.cli.ending import ending_of_error
from samverkan.errors import ExitCode, ReadWriteError
from samverkan.source.temporary import temporary_folder
from tests.conftest import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = ("--today", "2024-06-01")
NO_PLACE = "No usable temporary directory found in ['/tmp']"
WRITES = [
    ("render", "--format", "md,html", "--force", "--out", "ut", *DAY),
    ("report", "--format", "md", "--out", "ut", *DAY),
    ("law", "--format", "html", "--out", "ut", *DAY),
    ("schema", "--out", "ut"),
    ("templates", "copy", "ut", "--force"),
    ("new", "follow-up", "--of", "avtal-2024", "--out", "ut/ny.yaml", *DAY),
]
MOUNT = ["/bin/mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs"]
SIGNED = SMALL + "signatures: {date: 2024-01-15}\n"
# Runs the program where no file may grow past some bytes, as on a disk that has no more room than these.
LITTLE_ROOM = """
import resource, signal, sys
sys.dont_write_bytecode = True  # or Python keeps what it could write of it, and cannot be started again
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
from samverkan.__main__ import main
sys.argv[0] = "samverkan"
sys.exit(main())
"""
# Takes something away in the last moment before it is opened.
VANISHES = """
import os, shutil, sys
from samverkan.__main__ import main
def take_away(event, arguments):
    name = os.fsdecode(arguments[0]) if event == "open" and isinstance(arguments[0], str | bytes) else ""
    if name.endswith({ending!r}) and os.path.exists({lost!r}):
        shutil.rmtree({lost!r}) if os.path.isdir({lost!r}) else os.unlink({lost!r})
sys.addaudithook(take_away)
sys.argv[0] = "samverkan"
sys.exit(main())
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(SIGNED, encoding="utf-8")
    return tmp_path


def ended(code: str, arguments: tuple[str, ...], place: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=place,
        env={k: v for k, v in os.environ.items() if not k.startswith("COVERAGE_")} | {"LANG": "sv_SE.UTF-8"},
        capture_output=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files to set")
@pytest.mark.parametrize("command", WRITES, ids=lambda command: command[0])
def test_without_room_the_old_files_stay_as_they_were(command: tuple[str, ...], place: Path) -> None:
    assert ended("import sys; from samverkan.__main__ import main; sys.exit(main())", command, place)[0] in {0, 1}
    before = {path: path.read_bytes() for path in (place / "ut").rglob("*") if path.is_file()}
    assert before
    (place / "a.yaml").write_text(SIGNED.replace("Otrygga", "Mörka"), encoding="utf-8")
    code, _, told = ended(LITTLE_ROOM, command, place)
    after = {path: path.read_bytes() for path in (place / "ut").rglob("*") if path.is_file()}
    assert after == before
    assert code in {ExitCode.READ_WRITE, ExitCode.WRONG_USE}, told  # a new follow-up takes no file's place
    assert "Traceback" not in told
    assert told.strip()


@pytest.fixture
def small_disk(place: Path) -> Iterator[Path]:
    disk = place / "ut"
    disk.mkdir()
    if sys.platform != "linux" or subprocess.run([*MOUNT, str(disk)], check=False, capture_output=True).returncode:
        pytest.skip("only root, and on Linux, can put a small disk in place")
    yield disk
    subprocess.run(["/bin/umount", str(disk)], check=True)


def test_on_a_disk_that_becomes_full_each_file_is_whole(place: Path, small_disk: Path) -> None:
    for i in range(8):
        (place / f"{i}.yaml").write_text(SMALL.replace("avtal-2024", f"avtal-{i}"), encoding="utf-8")
    code, out, told = ended(LITTLE_ROOM.replace("(100, 100)", "(10**9, 10**9)"), WRITES[0], place)
    assert code == ExitCode.READ_WRITE
    assert "Traceback" not in told
    made = {path.name for path in small_disk.glob("avtal-*")}
    assert made
    assert made == {line.rpartition("/")[2] for line in out.splitlines() if line.startswith("ut/")}
    assert all(path.read_bytes().rstrip().endswith(b"</html>") for path in small_disk.glob("*.html"))
    assert not list(small_disk.glob("*.tmp"))


def test_a_folder_that_vanishes_while_it_is_written_to(place: Path) -> None:
    for command in WRITES[:3]:
        code, _, told = ended(VANISHES.format(ending=".tmp", lost="ut"), command, place)
        assert code in {0, ExitCode.READ_WRITE}, told
        assert "Traceback" not in told
        assert code == 0 or "ut" in told


def test_a_document_that_vanishes_before_it_is_read_hides_no_other(place: Path) -> None:
    (place / "b.yaml").write_text(SMALL.replace("avtal-2024", "avtal-b") + "okänd: 1\n", encoding="utf-8")
    code, out, told = ended(
        VANISHES.format(ending="a.yaml", lost="a.yaml"), ("validate", "--today", "2024-06-01"), place
    )
    assert code == ExitCode.READ_WRITE
    assert "a.yaml" in out + told
    assert "unknown-key" in out
    assert "Traceback" not in told


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder that somebody is in")
@pytest.mark.parametrize("command", ["validate", "followup", "render a.yaml", "new agreement"])
def test_a_current_folder_that_is_gone_is_told_as_such(command: str, tmp_path: Path) -> None:
    gone = tmp_path / "borta"
    gone.mkdir()
    line = f"cd {gone} && rmdir {gone} && exec {sys.executable} -m samverkan {command} --lang sv"
    done = subprocess.run(
        ["/bin/sh", "-c", line], capture_output=True, check=False, timeout=60, stdin=subprocess.DEVNULL
    )
    assert done.returncode == ExitCode.READ_WRITE
    assert done.stderr.decode().splitlines() == [
        "Mappen som kommandot körs i finns inte längre. Gå till en annan mapp och försök igen."
    ]


@pytest.mark.parametrize("error", [NotADirectoryError(errno.ENOTDIR, "x"), OSError(errno.EIO, "Input/output error")])
def test_only_a_full_disk_is_told_as_full(error: OSError, capsys: pytest.CaptureFixture[str]) -> None:
    assert ending_of_error(OSError(errno.ENOSPC, "x"), "sv") is ExitCode.READ_WRITE
    assert "disken är full" in capsys.readouterr().err
    assert ending_of_error(error, "sv") is ExitCode.READ_WRITE
    assert "full" not in capsys.readouterr().err


def test_a_folder_that_has_gone_from_under_the_command_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert ending_of_error(FileNotFoundError(errno.ENOENT, "No such file or directory"), "sv") is ExitCode.READ_WRITE
    assert "Gå till en annan mapp" in capsys.readouterr().err


def test_where_nothing_temporary_can_be_written_the_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """What Python says then names no file, as where the current folder is gone."""

    def none() -> str:
        raise FileNotFoundError(errno.ENOENT, NO_PLACE)

    monkeypatch.setattr("tempfile.gettempdir", none)
    with pytest.raises(ReadWriteError) as told, temporary_folder({}):
        pass
    assert "TMPDIR" in told.value.message.say("sv")
