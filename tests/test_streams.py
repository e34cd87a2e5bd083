"""Streams that are closed, full or left by their reader, and Ctrl-C at any moment: an exit code, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from samverkan.errors import ExitCode
from tests.conftest import SMALL

COMMANDS = [
    *("validate", "render --format md", "render --format md --check", "fingerprint", "followup", "show", "law"),
    *("followup --format ics", "show --format json", "law --format html", "report --format md", "rules", "example"),
    *(
        "rules --format json",
        "explain unknown-key",
        "schema agreement",
        "--version",
        "--lang sv --version",
        "--help",
        "",
    ),
]
WRONG = ["nosuch", "validate --today x", "show --format x", "--lang da", "explain x", "validate finns-inte"]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell of another kind")
HAS_FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")


def shell(line: str, folder: Path) -> tuple[int, str, str]:
    """Run a line in which `samverkan` stands for the program: its code, its output and its messages."""
    whole = line.replace("samverkan", f"{sys.executable} -m samverkan")
    done = subprocess.run(["/bin/sh", "-c", whole], cwd=folder, capture_output=True, check=False, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("yta")
    (made / "a.yaml").write_text(SMALL, encoding="utf-8")
    return made


@pytest.fixture
def fresh(tmp_path: Path) -> tuple[Path, Path]:
    """Give two folders that are alike: what a command leaves in one does not meet it again in the other."""
    for name in ("en", "annan"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path / "en", tmp_path / "annan"


@pytest.mark.parametrize("command", COMMANDS)
class TestTheOutput:
    def test_closed_from_the_start_ends_it_quietly(self, command: str, folder: Path) -> None:
        code, _, told = shell(f"samverkan {command} >&-", folder)
        assert code == ExitCode.CLOSED_PIPE
        assert "Traceback" not in told
        assert "Exception" not in told

    def test_left_by_its_reader_ends_it_quietly(self, command: str, folder: Path) -> None:
        _, out, told = shell(f"(samverkan {command}; echo $? >&2) | true", folder)
        assert out == ""
        assert "Traceback" not in told
        assert "Exception" not in told
        assert told.split()[-1] in {"141", "0"}, "a reader may leave before or after what is written"

    @HAS_FULL
    def test_full_is_told_in_one_line(self, command: str, folder: Path) -> None:
        code, _, told = shell(f"samverkan {command} --lang sv >/dev/full", folder)
        assert code == ExitCode.READ_WRITE
        assert told.splitlines()[-1].startswith("Det gick inte att skriva ut svaret, för disken är full.")
        assert "Traceback" not in told


class TestMessages:
    @pytest.mark.parametrize("command", [*COMMANDS, *WRONG])
    def test_that_nobody_is_to_have_change_no_exit_code(self, command: str, fresh: tuple[Path, Path]) -> None:
        code, out, _ = shell(f"samverkan {command}", fresh[0])
        assert shell(f"samverkan {command} 2>&-", fresh[1])[:2] == (code, out)

    @HAS_FULL
    @pytest.mark.parametrize("command", WRONG)
    def test_that_cannot_be_written_leave_the_exit_code(self, command: str, fresh: tuple[Path, Path]) -> None:
        assert shell(f"samverkan {command} 2>/dev/full", fresh[0])[0] == shell(f"samverkan {command}", fresh[1])[0]


def test_no_file_takes_the_place_of_a_closed_stream(folder: Path) -> None:
    assert shell("samverkan render --format html,md --out ut --force <&- >&- 2>&-", folder)[0] == ExitCode.CLOSED_PIPE
    assert shell("samverkan schema agreement --out ut <&- 2>&-", folder)[0] == 0
    for path in (folder / "ut").iterdir():
        assert "ut/" not in path.read_text(encoding="utf-8"), path


def test_an_input_that_is_closed_is_told(folder: Path) -> None:
    code, _, told = shell("samverkan validate - --lang sv <&-", folder)
    assert code == ExitCode.WRONG_USE
    assert told.startswith("Inget kom in på standardindata")


# Interrupts the program when it imports its so many'th module, counted from its own first line.
INTERRUPTS = """
import os, signal, sys
sys.argv = ["samverkan", *sys.argv[2:]]
from samverkan import __main__ as program
counted = 0
def count(event, _):
    global counted
    counted += event == "import"
    if counted == {number} and event == "import":
        os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(count)
sys.exit(program.main())
"""


@pytest.mark.parametrize("command", ["validate", "render --format html --out ut"])
@pytest.mark.parametrize("number", [1, 2, 5, 20, 60, 120, 180, 240, 300, 360, 420, 480, 540])
def test_interrupted_while_it_starts(number: int, command: str, folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTS.format(number=number), "x", *command.split()],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "LANG": "sv_SE.UTF-8"},
    )
    assert done.returncode in {ExitCode.INTERRUPTED, 0}
    assert done.returncode or number > 100, "so early it cannot have come to its end"
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr
    assert done.stderr.decode().strip() in {"", "Avbrutet."} or done.returncode == 0


def test_interrupted_while_it_ends(folder: Path) -> None:
    code = "import os, signal, sys, atexit\nfrom samverkan.__main__ import main\nsys.argv = ['samverkan', 'validate']\n"
    code += "ended = main()\natexit.register(os.kill, os.getpid(), signal.SIGINT)\nsys.exit(ended)\n"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=False, timeout=60)
    assert done.returncode == ExitCode.INTERRUPTED
    assert done.stderr == b""
    assert done.stdout


def test_an_interruption_that_python_cannot_pass_on_ends_the_program(folder: Path) -> None:
    code = (
        "import sys\nfrom samverkan.__main__ import main\n"
        "class Stubborn:\n"
        "    def __init__(self, error): self.error = error\n"
        "    def __del__(self): raise self.error\n"
        "import samverkan.check as c\n"
        "def check(*_, **__):\n"
        "    Stubborn(ValueError('ett annat fel'))\n"
        "    Stubborn(KeyboardInterrupt())\n"
        "c.check_files = check\nsys.argv = ['samverkan', 'validate', '--no-cache']\nmain()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=False, timeout=60)
    assert done.returncode == ExitCode.INTERRUPTED
    assert b"ett annat fel" in done.stderr
    assert b"KeyboardInterrupt" not in done.stderr


@pytest.mark.parametrize(
    "command", ["rules", "rules --format md --lang sv", "explain ends-before-start", "schema agreement", "validate"]
)
def test_python_without_docstrings_and_assertions_says_the_same(command: str, folder: Path) -> None:
    said = [
        subprocess.run(
            [sys.executable, *options, "-m", "samverkan", *command.split()],
            cwd=folder,
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for options in ([], ["-O"], ["-OO"])
    ]
    assert said[0]
    assert said[0] == said[1] == said[2]


def test_a_program_that_is_to_ignore_interruptions_goes_on(folder: Path) -> None:
    code = INTERRUPTS.replace("import os", "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nimport os")
    done = subprocess.run(
        [sys.executable, "-c", code.format(number=60), "x", "validate"],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "LANG": "sv_SE.UTF-8"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout


# Interrupts the program while it reads, and once more when it is about to tell of that.
INTERRUPTS_TWICE = """
import os, signal, sys
from samverkan.__main__ import main
def reads(event, arguments):
    if event == "open" and str(arguments[0]).endswith("a.yaml"):
        os.kill(os.getpid(), signal.SIGINT)
def tells(frame, event, _):
    if event == "call" and frame.f_code.co_name == "ending_of_error":
        os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(reads)
sys.setprofile(tells)
sys.argv = ["samverkan", "validate", "--no-cache"]
sys.exit(main())
"""


def test_interrupted_while_it_tells_that_it_was_interrupted(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTS_TWICE], cwd=folder, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (ExitCode.INTERRUPTED, b"", b"")
