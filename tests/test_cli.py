"""The commands as a user meets them: exit codes, languages, streams, paths, and every kind of bad use."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from samverkan import __version__
from samverkan.errors import ExitCode
from tests.conftest import ROOT, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Outcome

FINDING_KEYS = [
    *(
        "rule",
        "page",
        "severity",
        "message",
        "help",
        "file",
        "line",
        "column",
        "end_line",
        "end_column",
        "path",
        "related",
        "edit",
    ),
]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "avtal-2024.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.mark.usefixtures("small")
class TestValidate:
    def test_clean(self, run: Callable[..., Outcome]) -> None:
        assert run("validate") == run("validate", ".")
        assert run("validate").code == ExitCode.CLEAN

    def test_json_is_named_and_stable(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        (tmp_path / "fel.yaml").write_text(SMALL + "okänd: 1\n", encoding="utf-8")
        ended = run("validate", "--format", "json")
        assert ended.code == ExitCode.FINDINGS
        report = json.loads(ended.out)
        assert report["version"] == "1"
        assert {**report["summary"], "notes": 0} == {"files": 2, "errors": 2, "warnings": 1, "notes": 0}
        unknown = next(f for f in report["findings"] if f["rule"] == "unknown-key")
        assert list(unknown) == FINDING_KEYS
        assert (unknown["file"], unknown["path"]) == ("fel.yaml", "okänd")
        assert (unknown["line"], unknown["column"], unknown["end_column"]) == (12, 1, 6)
        twice = next(f for f in report["findings"] if f["rule"] == "duplicate-document-id")
        assert list(twice["related"][0]) == ["message", "file", "line", "column"]

    def test_a_missing_file_is_told_and_the_others_are_still_judged(self, run: Callable[..., Outcome]) -> None:
        ended = run("validate", "finns-inte.yaml", "avtal-2024.yaml")
        assert ended.code == ExitCode.READ_WRITE
        assert "Filen finns-inte.yaml kan inte läsas: den finns inte." in ended.out
        assert "2 filer granskade: 1 fel, " in ended.out

    def test_a_file_of_somebody_else_is_skipped_in_a_folder_and_refused_when_named(
        self, run: Callable[..., Outcome], tmp_path: Path
    ) -> None:
        (tmp_path / "annat.yaml").write_text("services: {web: 1}\n", encoding="utf-8")
        assert "1 fil granskad" in run("validate").out
        named = run("validate", "annat.yaml")
        assert named.code == ExitCode.FINDINGS
        assert "[not-samverkan]" in named.out

    def test_standard_input(self, run: Callable[..., Outcome]) -> None:
        assert run("validate", "-", stdin=SMALL.encode()).code == ExitCode.CLEAN
        broken = run("validate", "-", stdin=SMALL.encode() + b"x: [")
        assert "<stdin>:12:5: fel" in broken.out
        assert run("validate", "-", "-", stdin=b"").code == ExitCode.WRONG_USE

    def test_links_and_hidden_folders_are_not_followed_in_a_search(
        self, run: Callable[..., Outcome], small: Path, tmp_path: Path
    ) -> None:
        (tmp_path / ".git").mkdir()
        (tmp_path / ".git" / "x.yaml").write_text(SMALL, encoding="utf-8")
        (tmp_path / "länk.yaml").symlink_to(small)
        (tmp_path / "loop").symlink_to(tmp_path)
        assert "1 fil granskad: inga fel, " in run("validate").out
        assert run("validate", "länk.yaml", "avtal-2024.yaml").out.startswith("1 fil granskad: inga fel, ")

    def test_a_link_that_leads_round_and_a_device_are_refused(
        self, run: Callable[..., Outcome], tmp_path: Path
    ) -> None:
        (tmp_path / "rund.yaml").symlink_to(tmp_path / "rund.yaml")
        for name in ("rund.yaml", "/dev/zero"):
            assert run("validate", name).code == ExitCode.READ_WRITE

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
    def test_a_pipe_never_hangs(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "rör.yaml")
        assert "det är inte en vanlig fil" in run("validate", "rör.yaml").out

    def test_file_names_cannot_write_to_the_terminal(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        (tmp_path / "a\x1b[31m\n::error::.yaml").write_text(SMALL + "okänd: 1\n", encoding="utf-8")
        ended = run("validate")
        assert "\x1b" not in ended.out
        assert "a<U+001B>[31m<U+000A>::error::.yaml:12:1: fel" in ended.out

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names as text")
    def test_a_file_name_that_is_not_text(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        (tmp_path / os.fsdecode(b"\xff.yaml")).write_text(SMALL + "okänd: 1\n", encoding="utf-8")
        for form in ("text", "json"):
            assert run("validate", "--format", form).code == ExitCode.FINDINGS

    def test_many_errors_in_one_file_are_cut_in_text_but_not_in_json(
        self, run: Callable[..., Outcome], small: Path
    ) -> None:
        small.write_text(SMALL + "".join(f"okänd{i}: 1\n" for i in range(130)), encoding="utf-8")
        assert "… och 30 till i avtal-2024.yaml." in run("validate").out
        found = json.loads(run("validate", "--format", "json").out)["findings"]
        assert sum(finding["rule"] == "unknown-key" for finding in found) == 130


class TestLanguage:
    def test_chosen_anywhere_on_the_line(self, run: Callable[..., Outcome]) -> None:
        for arguments in (("--lang", "en", "validate"), ("validate", "--lang=en"), ("validate", "--lang", "EN")):
            assert "There are no samverkan documents" in run(*arguments).err

    @pytest.mark.parametrize(
        ("environment", "expected"),
        [
            ({"LANG": "sv_SE.UTF-8"}, "Inga"),
            ({"LANG": "C"}, "There"),
            ({"LANG": "de_DE.UTF-8"}, "There"),
            ({"LANG": "en_US", "LC_ALL": "sv_SE"}, "Inga"),
            ({"LANG": "en_US", "LC_MESSAGES": "sv_FI"}, "Inga"),
        ],
    )
    def test_from_the_environment(
        self, run: Callable[..., Outcome], environment: dict[str, str], expected: str
    ) -> None:
        assert run("validate", **environment).err.startswith(expected)

    def test_unknown(self, run: Callable[..., Outcome]) -> None:
        ended = run("validate", "--lang", "da")
        assert (ended.code, ended.err) == (2, "Språket da finns inte. Välj ett av: sv, en.\n")

    def test_help_is_in_the_readers_language(self, run: Callable[..., Outcome]) -> None:
        swedish, english = run("validate", "--help").out, run("validate", "--help", "--lang", "en").out
        for words in ("Användning:", "Flaggor:", "Visa den här hjälpen.", "Granska dokument"):
            assert words in swedish
        assert "Usage:" in english
        assert "Options:" in english
        for page in (swedish, english, run("--help").out, run("render", "--help").out):
            assert "help-" not in page
            assert "list[str]" not in page
            assert "..." not in page.replace("]...", "").replace("KOMMANDO ...", "")


class TestWrongUse:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["validate", "--fromat", "json"], "Flaggan --fromat finns inte. Menade du --format?"),
            (["validate", "--format", "xml"], "Välj text, json, github, gitlab, sarif eller junit."),
            (["validate", "--format"], "Flaggan --format ska följas av ett värde. Välj text, json,"),
            (["validera"], "Kommandot validera finns inte. Menade du validate?"),
            (["validate", "--today", "i morgon"], "i morgon är inte ett datum."),
            (["validate", "--today", "2024-02-30"], "2024-02-30 är inte ett datum."),
            (["render", ".", "--format", "md,xls"], "Formatet xls finns inte."),
            (["render", ".", "--format", ""], "Inget format är angett. Välj bland: md,"),
            (["schema", "plan"], "Dokumenttypen plan finns inte."),
            (["fix", "--chek"], "Flaggan --chek finns inte. Menade du --check? Se flaggorna"),
            (["law", "--chek"], "Flaggan --chek finns inte. Se flaggorna"),
            (["validate", "--jobs", "-3"], "ska vara ett heltal, 0 eller mer. Skriv till exempel: --jobs 4"),
            (["new", "agreement", "--year", "i år"], "ska vara ett heltal mellan 1000 och 9999."),
            (["validate", "--today", ""], "Ett tomt värde är inte ett datum."),
            (["followup", "--within", ""], "Ett tomt värde är inte ett antal dagar."),
            (["followup", "--within"], "Flaggan --within ska följas av ett värde: --within 90d."),
            (["explain", "smart", "law", "due"], "Kommandot kan inte använda law due. Sätt citattecken runt"),
            (["new"], "TYP saknas. Skriv till exempel: samverkan new "),
            (["xyz"], "Kommandot xyz finns inte. Se kommandona med: samverkan --help"),
        ],
    )
    def test_is_told_in_words(self, run: Callable[..., Outcome], arguments: list[str], said: str) -> None:
        ended = run(*arguments)
        assert ended.code == ExitCode.WRONG_USE
        assert said in ended.err
        assert ended.out == ""
        assert "Traceback" not in ended.err

    def test_nothing_to_check(self, run: Callable[..., Outcome]) -> None:
        for command in ("validate", "followup", "render"):
            assert run(command).code == ExitCode.NOTHING_TO_CHECK

    def test_a_bad_epoch(self, run: Callable[..., Outcome]) -> None:
        assert run("validate", SOURCE_DATE_EPOCH="9" * 30).code == ExitCode.WRONG_USE


class TestStreams:
    def test_version(self, run: Callable[..., Outcome]) -> None:
        for arguments in (("--version",), ("-V",), ("--lang", "sv", "--version")):
            assert run(*arguments) == run("--version")
        assert run("--version").out == f"samverkan {__version__}\n"

    @pytest.mark.usefixtures("small")
    @pytest.mark.parametrize(
        "environment",
        [
            {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            {"TERM": "dumb"},
            {"COLUMNS": "1"},
            {"COLUMNS": "10000"},
            {"FORCE_COLOR": "1"},
            {"NO_COLOR": "1"},
        ],
    )
    def test_any_terminal(self, run: Callable[..., Outcome], small: Path, environment: dict[str, str]) -> None:
        small.write_text(SMALL.replace("kind: agreement", "kind: avtal på å"), encoding="utf-8")
        ended = run("validate", **environment)
        assert ended.code == ExitCode.FINDINGS
        assert "unknown-kind" in ended.out
        assert run("followup", **environment).code == ExitCode.CLEAN

    @pytest.mark.usefixtures("small")
    def test_a_reader_that_leaves_ends_it_quietly(self, tmp_path: Path) -> None:
        line = f"{sys.executable} -m samverkan followup | head -c 1"
        done = subprocess.run(["/bin/sh", "-c", line], cwd=tmp_path, capture_output=True, check=False, timeout=60)
        assert done.stderr == b""

    @pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a device that is always full")  # noqa: PTH110
    @pytest.mark.usefixtures("small")
    def test_a_full_disk_is_told(self, tmp_path: Path) -> None:
        with open("/dev/full", "wb") as full:  # noqa: PTH123
            done = subprocess.run(
                [sys.executable, "-m", "samverkan", "validate", "--lang", "sv"],
                cwd=tmp_path,
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
                timeout=60,
            )
        assert done.returncode == ExitCode.READ_WRITE
        assert "disken är full" in done.stderr.decode()

    def test_a_fault_of_ours_is_logged_without_contents(self, tmp_path: Path) -> None:
        code = (
            "import sys, samverkan.check as c\n"
            "def broken(*_, **__): raise ValueError('hemligt innehåll')\n"
            "c.check_files = broken\n"
            "from samverkan.cli.main import run\n"
            "sys.exit(run(['validate', '--lang', 'sv']))\n"
        )
        (tmp_path / "avtal.yaml").write_text(SMALL, encoding="utf-8")
        environment = {**os.environ, "TMPDIR": str(tmp_path)}
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False, timeout=60, env=environment
        )
        assert done.returncode == ExitCode.OUR_FAULT
        assert "Ett internt fel" in done.stderr.decode()
        log = next(tmp_path.glob("samverkan-*.log")).read_text(encoding="utf-8")
        assert "ValueError" in log
        assert "hemligt" not in log + done.stderr.decode()

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
    def test_interrupted(self, tmp_path: Path) -> None:
        (tmp_path / "avtal.yaml").write_text(SMALL, encoding="utf-8")
        code = "import samverkan.check as c\ndef stop(*_, **__): raise KeyboardInterrupt\nc.check_files = stop\n"
        code += "import sys; from samverkan.cli.main import run; sys.exit(run(['validate']))\n"
        done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False, timeout=60)
        assert done.returncode == ExitCode.INTERRUPTED
        assert b"Traceback" not in done.stderr


def test_a_plugin_that_is_installed_beside_us_takes_no_part(tmp_path: Path) -> None:
    installed = tmp_path / "stranger-1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger\nVersion: 1.0\n", encoding="utf-8")
    (installed / "entry_points.txt").write_text("[pydantic]\nstranger = stranger:plugin\n", encoding="utf-8")
    (tmp_path / "stranger.py").write_text("print('the stranger is here')\nplugin = None\n", encoding="utf-8")
    (tmp_path / "avtal-2024.yaml").write_text(SMALL, encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), str(ROOT / "src")])
    environment = {**os.environ, "PYTHONPATH": path}
    environment.pop("PYDANTIC_DISABLE_PLUGINS", None)

    def output(code: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False, timeout=60, env=environment
        )
        return done.stdout.decode()

    assert "stranger" in output("from samverkan.model.kinds import model_of; model_of('agreement').model_rebuild()")
    ours = output("from samverkan.cli.main import run; run(['validate', 'avtal-2024.yaml', '--lang', 'sv'])")
    assert "inga fel" in ours
    assert "stranger" not in ours


@pytest.mark.parametrize("command", [["fingerprint"], ["new", "follow-up", "--of", "x"], ["followup"], ["show"]])
def test_a_folder_without_documents_is_nothing_to_check(run: Callable[..., Outcome], command: list[str]) -> None:
    ended = run(*command)
    assert ended.code == 3
    assert ended.err


def test_a_folder_that_cannot_be_written_is_told(run: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("ingen mapp", encoding="utf-8")
    for command in (["schema", "--out"], ["templates", "copy"]):
        ended = run(*command, "fil/x")
        assert ended.code == 4
        assert "Det gick inte att skriva" in ended.err


def pieces_of(terminal: int) -> Iterator[bytes]:
    """Yield what is shown until the program has left; unread, a terminal soon holds its writer up."""
    with open(terminal, "rb", buffering=0) as reading, suppress(OSError):  # Linux ends a terminal with an error
        yield from iter(lambda: reading.read(1 << 12), b"")


def test_a_terminal_sees_how_far_a_long_run_has_come(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no pseudo-terminals of this kind")
    for i in range(5):
        (tmp_path / f"{i}.yaml").write_text(SMALL.replace("avtal-2024", f"avtal-{i}"), encoding="utf-8")
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "samverkan", "render", "--format", "html", "--lang", "en"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    )
    os.close(theirs)
    shown = b"".join(pieces_of(ours)).decode()
    out, _ = process.communicate(timeout=120)
    assert out.decode().endswith("5 files written to build.\n")
    assert "100%" in shown


@pytest.mark.usefixtures("small")
def test_nothing_is_written_by_looking(run: Callable[..., Outcome], tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    run("validate")
    run("followup")
    run("schema", "agreement")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.usefixtures("small")
def test_without_assertions_everything_works_the_same(tmp_path: Path, run: Callable[..., Outcome]) -> None:
    done = subprocess.run(
        [sys.executable, "-O", "-m", "samverkan", "validate", "--lang", "sv"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.stdout.decode() == run("validate").out
