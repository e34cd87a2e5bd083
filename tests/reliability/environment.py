"""Output for programs and terminals, what is kept between runs, settings, and odd surroundings."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import icalendar

from tests.conftest import ROOT, SMALL
from tests.reliability.case import DAY, RENDER, VALIDATE, Case, copied
from tests.reliability.files import WITHOUT_RIGHTS

if TYPE_CHECKING:
    from tests.conftest import Outcome

CADENCE = "follow_up: {cadence: yearly}\n"
BAD_KEY = '"a%0A::error::x,y": 1\n'
SETTINGS = "samverkan: 1\nkind: workspace\n"
STRANGE = "ett å, 🙂.yaml"
WORKSPACE = copied("tests", "workspace")


def no_command_of_theirs(_: Path, ended: Outcome) -> None:
    assert all(
        re.match("::(error|warning|notice|group|endgroup)", line) for line in ended.out.splitlines() if "::" in line[:2]
    )
    assert not re.search(r"^::error::x", ended.out, re.MULTILINE)
    assert "%250A" in ended.out


def no_formulas(_: Path, ended: Outcome) -> None:
    rows = list(csv.reader(ended.out.lstrip("\ufeff").splitlines(), delimiter=";"))
    assert len(rows) > 1
    assert not [cell for row in rows for cell in row if cell.startswith(tuple("=+-@\t\r")) and not cell[1:].isdigit()]


def a_calendar(_: Path, ended: Outcome) -> None:
    calendar = icalendar.Calendar.from_ical(ended.out)
    ids = [str(event["UID"]) for event in calendar.walk("VEVENT")]
    assert ids
    assert len(set(ids)) == len(ids)
    assert all(len(line.encode()) <= 75 for line in ended.out.split("\r\n"))


def sarif(_: Path, ended: Outcome) -> None:
    run = json.loads(ended.out)["runs"][0]
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}
    assert uris == {"ett%20%C3%A5%2C%20%F0%9F%99%82.yaml"}


def two_settings(folder: Path) -> None:
    (folder / "samverkan.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "samverkan.yml").write_text(SETTINGS, encoding="utf-8")


def package_in_a_zip(folder: Path) -> None:
    """Pack the package as it is installed: with the folders that come with it."""
    with zipfile.ZipFile(folder / "paket.zip", "w") as packed:
        for top, place in (
            ("src/samverkan", ""),
            ("templates", "templates"),
            ("schemas", "schemas"),
            ("examples", "examples"),
        ):
            for path in sorted((ROOT / top).rglob("*")):
                if path.is_file() and "__pycache__" not in path.parts:
                    name = (Path("samverkan") / place / path.relative_to(ROOT / top)).as_posix()
                    packed.write(path, name)


def both_whole(folder: Path, _: Outcome) -> None:
    assert (folder / "build" / "avtal-2024.html").read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert not list(folder.rglob("*.tmp"))


CASES = [
    Case(
        "E61-commands-in-texts",
        1,
        ("::error ",),
        files={"a.yaml": SMALL + BAD_KEY},
        command=f"{VALIDATE} --format github",
        after=no_command_of_theirs,
    ),
    Case(
        "E62-formulas-in-cells",
        0,
        files={
            f"{number}.yaml": SMALL.replace("avtal-2024", f"avtal-{number}").replace(
                "title: Sam", f"title: {json.dumps(start + '1+1')} # "
            )
            + CADENCE
            for number, start in enumerate(("=", "+", "-", "@", "\t=", "\r=", "a\n=", " ="))
        },
        command=f"followup --today {DAY} --all --format csv",
        after=no_formulas,
    ),
    Case(
        "E63-calendar",
        0,
        files={
            f"{number}.yaml": SMALL.replace("avtal-2024", f"avtal-{number}").replace(
                "title: Sam", f"title: '{'å, ; 🙂' * 20}' # "
            )
            + CADENCE
            for number in range(2)
        },
        command=f"followup --today {DAY} --all --format ics",
        after=a_calendar,
    ),
    Case(
        "E63-calendar-made-again",
        0,
        files={"a.yaml": SMALL + CADENCE},
        command=f"followup --today {DAY} --all --format ics",
        script='"$@" >ett && "$@" >två && cmp ett två && grep -c ^UID: ett',
    ),
    Case(
        "E64-names-in-sarif",
        1,
        files={STRANGE: SMALL + "titel: 🙂\n"},
        command=f"{VALIDATE} --format sarif",
        after=sarif,
    ),
    *(
        Case(
            f"E65-{name}",
            1,
            ("[unknown-key]", "a.yaml:12:1: "),
            files={"a.yaml": SMALL + "titel: å🙂\n"},
            environment=around,
        )
        for name, around in (
            ("no-colour", {"NO_COLOR": "1"}),
            ("dumb-terminal", {"TERM": "dumb"}),
            ("width-10000", {"COLUMNS": "10000"}),
            ("output-in-ascii", {"PYTHONIOENCODING": "ascii"}),
            ("output-in-a-code-page", {"PYTHONIOENCODING": "cp437"}),
            ("locale-c", {"LC_ALL": "C"}),
            ("locale-that-is-not-there", {"LC_ALL": "xx_YY.UTF-9"}),
        )
    ),
    Case("E65-width-1", 1, ("[unknown-key]",), files={"a.yaml": SMALL + "titel: å🙂\n"}, environment={"COLUMNS": "1"}),
    Case(
        "E66-pipe-that-is-closed",
        0,
        ("slut",),
        command="rules",
        script='("$@"; test $? = 141 -o $? = 0) | true; echo slut',
    ),
    Case("E66-device-that-is-full", 4, command=f"{VALIDATE} --format json", script='exec "$@" >/dev/full'),
    Case("E66-output-that-is-closed", 141, command=f"{VALIDATE} --format json", script='exec "$@" >&-'),
    *(
        Case(
            f"E67-what-is-kept-is-{name}",
            0,
            ("inga fel",),
            script='XDG_CACHE_HOME=$PWD/../c; export XDG_CACHE_HOME; "$@" >/dev/null || exit 9;'
            ' test -n "$(find ../c -type f)" || exit 8;'
            f' find ../c -type f -exec sh -c {quote(harm)} sh {{}} \\;; exec "$@"',
        )
        for name, harm in (
            ("broken", 'echo "{" >"$1"'),
            ("a-pickle", 'printf "cposix\\nsystem\\n(S\\"touch x\\"\\ntR." >"$1"'),
            ("cut", 'head -c 40 "$1" >"$1.x"; mv "$1.x" "$1"'),
            ("anybodys", 'chmod 666 "$1"; chmod 777 "$(dirname "$1")"'),
        )
    ),
    Case(
        "E67-what-is-kept-cannot-be-written",
        0,
        ("inga fel",),
        environment={"XDG_CACHE_HOME": "/dev/null/x", "XDG_STATE_HOME": "/dev/null/y"},
    ),
    Case("E67-two-at-once", 0, script='"$@" & p=$!; "$@" && wait $p'),
    Case(
        "E68-settings-that-are-broken",
        2,
        ("samverkan.yaml",),
        files={"a.yaml": SMALL, "samverkan.yaml": SETTINGS + "x: [\n"},
    ),
    Case(
        "E68-settings-with-an-unknown-key",
        2,
        ("samverkan.yaml, rad 3", "regler"),
        files={"a.yaml": SMALL, "samverkan.yaml": SETTINGS + "regler: {}\n"},
    ),
    Case("E68-two-settings", 2, ("samverkan.yml",), prepare=two_settings),
    Case(
        "E68-the-nearest-settings-are-told",
        0,
        ("yta/inre: inställningar i samverkan.yaml",),
        files={"samverkan.yaml": SETTINGS, "inre/samverkan.yaml": SETTINGS, "inre/a.yaml": SMALL},
        command=f"{VALIDATE} inre --verbose",
    ),
    Case(
        "E69-two-runs-into-one-folder",
        0,
        command=f"{RENDER} --force",
        script='"$@" & p=$!; "$@" && wait $p',
        after=both_whole,
    ),
    Case(
        "E70-no-home",
        0,
        ("inga fel",),
        script='unset HOME XDG_STATE_HOME XDG_CACHE_HOME; exec "$@"',
    ),
    Case("E70-a-home-that-is-no-folder", 0, ("inga fel",), environment={"HOME": "/dev/null"}),
    Case(
        "E70-nothing-may-be-written",
        0,
        ("inga fel",),
        prepare=lambda folder: folder.chmod(0o555),
        script="unset XDG_STATE_HOME XDG_CACHE_HOME; HOME=/proc; TMPDIR=/proc; export HOME TMPDIR; " + WITHOUT_RIGHTS,
    ),
    Case(
        "E70-package-in-a-zip",
        0,
        ("inga fel", "slut"),
        prepare=package_in_a_zip,
        script="cp a.yaml ../b.yaml; PYTHONPATH=$PWD/paket.zip:$PYTHONPATH; export PYTHONPATH;"
        ' unset COVERAGE_PROCESS_CONFIG; "$1" -c "import samverkan; assert \'.zip\' in samverkan.__file__" && "$@" &&'
        ' "$1" -m samverkan render ../b.yaml --format md,html,docx,odt,pdf && "$1" -m samverkan rules >/dev/null &&'
        ' "$1" -m samverkan schema agreement >/dev/null && "$1" -m samverkan example agreement --out ex && echo slut',
    ),
    Case("E70-rules-without-docstrings", 0, ("ends-before-start",), command="rules"),
    Case("E70-the-workspace", 0, files={}, command=f"render --today {DAY} --format md", prepare=WORKSPACE),
]
