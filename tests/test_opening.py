"""Reading: only ordinary files that lie where they may, no more of them than can be of use, and the rest goes on."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from samverkan.errors import WrongUseError
from samverkan.source.files import find_files
from samverkan.source.opening import OutsideError, TooLargeError, UnreadableError, read_file
from samverkan.source.workspace_files import surroundings
from tests.conftest import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome

SETTINGS = "samverkan: 1\nkind: workspace\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes, devices and rights of this kind")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """Make a workspace with one agreement, beside a file that is none of its business."""
    (tmp_path / "hemlig.txt").write_text("HEMLIGT", encoding="utf-8")
    place = tmp_path / "yta"
    place.mkdir()
    (place / "samverkan.yaml").write_text(SETTINGS, encoding="utf-8")
    (place / "a.yaml").write_text(SMALL, encoding="utf-8")
    return place


class TestReadFile:
    def test_what_lies_in_the_folder_is_read(self, room: Path) -> None:
        (room / "in").mkdir()
        (room / "in" / "b").write_bytes(b"text")
        (room / "c").symlink_to(room / "in" / "b")
        for name in ("in/b", "c", "in/../c"):
            assert read_file(room / name, room, 4) == b"text"
        assert read_file(room / "in" / "b", None, 9) == b"text"

    @pytest.mark.skipif(not Path("/proc/version").exists(), reason="only Linux has files that say they are empty")
    def test_what_holds_more_than_the_system_says_is_read_to_its_end(self) -> None:
        assert read_file(Path("/proc/version"), None, 10_000).startswith(b"Linux")

    @pytest.mark.parametrize("name", ["ut", "utmapp/hemlig.txt", "../hemlig.txt", "ring/yta/ut", "långt"])
    def test_what_lies_outside_is_not(self, room: Path, name: str) -> None:
        (room / "ut").symlink_to(room.parent / "hemlig.txt")
        (room / "utmapp").symlink_to(room.parent)
        (room / "ring").symlink_to(room / "utmapp")
        (room / "långt").symlink_to(room / "ring" / "yta" / "ut")
        with pytest.raises(OutsideError):
            read_file(room / name, room, 100)
        assert read_file(room / name, None, 100) == b"HEMLIGT", "the user may name any file"

    def test_a_link_put_there_in_the_last_moment_is_not_followed(
        self, room: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        if os.open not in os.supports_dir_fd:
            pytest.skip("this system cannot open a file from a folder")
        (room / "in").mkdir()
        (room / "in" / "hemlig.txt").write_bytes(b"ofarligt")
        (room / "genväg").symlink_to(room / "in")  # what is there as it is written is opened step by step at once
        real = os.path.realpath

        def slow(path: str | Path) -> str:
            found = real(path)
            if os.path.basename(found) == "hemlig.txt":  # noqa: PTH119
                (room / "in").rename(room / "undan")
                (room / "in").symlink_to(room.parent)
            return found

        monkeypatch.setattr(os.path, "realpath", slow)
        with pytest.raises(UnreadableError):
            read_file(room / "genväg" / "hemlig.txt", room, 100)

    def test_no_more_is_read_than_asked_for(self, room: Path) -> None:
        assert len(read_file(room / "a.yaml", None, len(SMALL.encode()))) == len(SMALL.encode())
        with pytest.raises(TooLargeError):
            read_file(room / "a.yaml", None, len(SMALL.encode()) - 1)

    def test_where_files_cannot_be_opened_from_a_folder(self, room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "supports_dir_fd", frozenset[object]())
        assert read_file(room / "a.yaml", room, 9999) == SMALL.encode()
        with pytest.raises(OutsideError):
            read_file(room.parent / "hemlig.txt", room, 100)

    @posix
    @pytest.mark.parametrize("root", [True, False])
    def test_only_ordinary_files(self, room: Path, *, root: bool) -> None:
        os.mkfifo(room / "rör")
        (room / "oändlig").symlink_to("/dev/zero")
        (room / "ring").symlink_to("ring")
        for i in range(2000):
            (room / f"kedja{i}").symlink_to(f"kedja{i + 1}")
        names = ("rör", "oändlig", "ring", "kedja0", "a.yaml/x", "x" * 5000, "nul\0", ".", "finns inte", "\ud800")
        for name in names:
            with pytest.raises(UnreadableError):
                read_file(room / name, room if root else None, 100)

    @posix
    def test_what_becomes_a_pipe_in_the_last_moment_is_not_read(self, room: Path) -> None:
        done = subprocess.run(
            [sys.executable, "-c", BECOMES_A_PIPE], cwd=room, capture_output=True, check=True, timeout=60
        )
        assert done.stdout.decode().strip() == "it is not an ordinary file"


# Puts a pipe in the place of a file after it has been looked at, and before it is opened.
BECOMES_A_PIPE = """
import os, sys
from pathlib import Path
from samverkan.source.opening import UnreadableError, read_file
def replace(event, arguments):
    if event == "open" and str(arguments[0]).endswith("a.yaml"):
        os.unlink("a.yaml")
        os.mkfifo("a.yaml")
sys.addaudithook(replace)
try:
    read_file(Path("a.yaml"), Path.cwd(), 10_000)
except UnreadableError as error:
    print(error.why.say("en"))
"""


@posix
class TestWhatAWorkspaceLeadsTo:
    def test_settings_that_are_a_link_out(self, run: Callable[..., Outcome], room: Path) -> None:
        (room / "samverkan.yaml").unlink()
        (room / "samverkan.yaml").symlink_to(room.parent / "hemlig.txt")
        ended = run("validate", cwd=room)
        assert ended.code == 2
        assert "samverkan.yaml, rad 1: den ligger utanför mappen" in ended.err
        assert "HEMLIGT" not in ended.out + ended.err

    def test_devices_and_pipes_are_told_of_at_once(self, run: Callable[..., Outcome], room: Path) -> None:
        os.mkfifo(room / "rör.yaml")
        (room / "noll.yaml").symlink_to("/dev/zero")
        ended = run("validate", "rör.yaml", "noll.yaml", "a.yaml", cwd=room)
        assert ended.code == 4
        assert ended.out.count("kan inte läsas: det är inte en vanlig fil") == 2

    @pytest.mark.parametrize("command", ["validate", "followup", "show", "fingerprint", "law"])
    def test_a_folder_that_may_not_be_opened_is_one_line_and_the_rest_goes_on(self, room: Path, command: str) -> None:
        inner = room / "stängd"
        inner.mkdir(mode=0)
        try:
            done = subprocess.run(
                [sys.executable, "-m", "samverkan", command, "--lang", "sv"],
                cwd=room,
                preexec_fn=_without_might,
                capture_output=True,
                check=False,
                timeout=120,
            )
        finally:
            inner.chmod(0o700)
        said = (done.stdout + done.stderr).decode()
        assert done.returncode == 4, said
        assert said.count("det är en mapp som inte går att öppna (du har inte rätt att läsa den)") == 1
        assert "stängd" in said
        if command == "fingerprint":
            assert "avtal-2024" in said


def _without_might() -> None:
    """Take away root's right to pass by all rights, for this process and what it starts."""
    if os.geteuid() == 0 and sys.platform == "linux":
        library = ctypes.CDLL(None)
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            library.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def test_folders_may_be_nested_as_deep_as_the_disk_takes(run: Callable[..., Outcome], room: Path) -> None:
    before = os.getcwd()  # noqa: PTH109 - a path of that length can only be gone step by step
    os.chdir(room)
    for depth in range(2600):
        os.mkdir("d")  # noqa: PTH102
        os.chdir("d")
        if depth % 500 == 0:
            with open("b.yaml", "w", encoding="utf-8") as file:  # noqa: PTH123
                file.write(SMALL.replace("avtal-2024", f"avtal-{depth}"))
    try:
        ended = run("validate", cwd=room)
    finally:
        for depth in reversed(range(2600)):
            if depth % 500 == 0:
                os.unlink("b.yaml")  # noqa: PTH108
            os.chdir("..")
            os.rmdir("d")  # noqa: PTH106
        os.chdir(before)
    assert ended.code == 4
    assert ended.out.count("kan inte läsas") == 1
    assert "namnet eller sökvägen är för lång" in ended.out
    assert "avtal-1500" not in ended.err


@pytest.mark.parametrize("name", ["x" * 300 + ".yaml", "x/" * 3000, "\udcff.yaml", "a\0b.yaml"])
def test_a_path_that_no_file_can_have_is_told_as_such(run: Callable[..., Outcome], room: Path, name: str) -> None:
    if "\0" not in name:
        ended = run("validate", name, "a.yaml", cwd=room)
        assert ended.code == 4
        assert "kan inte läsas: " in ended.out
    else:
        assert [source.path.name for source in find_files([name])] == [name]


class TestSettingsOfOthers:
    """Settings above what the user named count only if they are the user's own, or the system's."""

    @pytest.fixture
    def stranger(self, room: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        if sys.platform == "win32":
            pytest.skip("Windows has no such owners")
        inner = room / "mapp"
        inner.mkdir()
        (inner / "b.yaml").write_text(SMALL, encoding="utf-8")
        if os.geteuid() == 0:
            os.chown(room / "samverkan.yaml", 12345, 12345)
        else:
            monkeypatch.setattr(os, "geteuid", lambda: 12345)
        return inner

    def test_are_refused_with_their_place(self, stranger: Path) -> None:
        for paths in ([str(stranger)], [str(stranger / "b.yaml")], [str(stranger.parent / "a.yaml")]):
            with pytest.raises(WrongUseError) as error:
                surroundings(paths)
            assert f"Name the folder {stranger.parent} if" in str(error.value)

    def test_apply_to_those_who_name_their_folder(self, stranger: Path) -> None:
        (found,) = surroundings([str(stranger.parent), str(stranger / "b.yaml")])
        assert found.root == stranger.parent

    def test_do_not_apply_below_ones_own(self, stranger: Path) -> None:
        (stranger / "samverkan.yaml").write_text(SETTINGS, encoding="utf-8")
        if os.geteuid() == 0:
            assert surroundings([str(stranger)])[0].root == stranger

    def test_end_the_program_with_what_to_do(self, run: Callable[..., Outcome], stranger: Path) -> None:
        if os.geteuid() != 0:
            pytest.skip("only root can give a file away")
        ended = run("validate", cwd=stranger)
        assert ended.code == 2
        assert "hör till en annan användare" in ended.err


def test_a_way_through_another_folder_leads_to_no_settings_there(room: Path) -> None:
    (room.parent / "annan").mkdir()
    (room.parent / "annan" / "b.yaml").write_text(SMALL, encoding="utf-8")
    (found,) = surroundings([str(room / ".." / "annan")])
    assert found.root is None
