"""No line that is not ours: whoever reads what is printed finds no command, escape, formula or number of a person.

The texts, ids, keys and names of files of a hostile workspace go through every command and format, and what comes is
read as its reader would: a CI runner, a terminal, a spreadsheet, a calendar, a browser, a program.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from ical.calendar_stream import IcsCalendarStream

from samverkan.escape import printable, safe_cell
from samverkan.model.kinds import KINDS
from samverkan.personal import hidden
from tests.conftest import ROOT, SMALL, written
from tests.filled import filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Outcome

DAY = ("--today", "2024-06-01")
COMMANDS_TO_GITHUB = [
    "::stop-commands::x",
    "::error file=a.yaml,line=1::falskt",
    "  ::warning::falskt",
    "\u00a0::debug::falskt",
    "::add-mask::e",
    "::group::x",
    "::set-output name=a::b",
    "##[error]falskt",
    "text ##[command]falskt",
    "##[group]x ##[endgroup]",
    "###[warning]falskt",
    "##vso[task.setvariable variable=a]b",
    "ord " * 30 + "::error::falskt",
    "o" * 71 + "::stop-commands::x" + "o" * 40 + "##[error]y",
    ":" * 90 + "error::x",
]
FORMULAS = [
    *("=1+1", "+1+1", "-1+1", "@SUM(1)", " =1+1", "\u00a0=1+1", "＝1+1", "＋1", "－1", "＠SUM(1)", '"=1+1', "'=1+1"),
    *("a;=1+1", "a, =1+1", 'a;"=1+1', "a,'=1+1", "a;;;+1", "x, -1+1", "=cmd|' /C calc'!A0", "a|=1", "a; @SUM(1);=2"),
]
FALSE_FINDINGS = [
    "ord " * 26 + "b.yaml:1:1: error [unknown-key]",
    "b.yaml:1:1: fel [unknown-key]",
    "1 fil granskad: inga fel.",
]
MARKUP = ["</td></table><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "# rubrik", "| a | b |", "](x:y)"]
PAYLOADS = [*COMMANDS_TO_GITHUB, *FORMULAS, *FALSE_FINDINGS, *MARKUP]
# Nobody's: the Tax Agency's own examples, and the same as other people write them.
NUMBERS = [
    *("811228-9874", "19811228-9874", "8112289874", "198112289874", "811228+9874", "811228 9874", "19811228 9874"),
    *("811228–9874", "811228 - 9874", "81 12 28 98 74", "81-12-28-9874", "19 811228-9874", "811228\u00a09874"),
    *("８１１２２８－９８７４", "811228\u20119874", "811228\u200b-9874", "670919-9530", "701063-2391"),
]
BROKEN = {
    # Escapes in quotes are the only way for a control character into a document.
    "escapes.yaml": 'samverkan: 1\nkind: "a\\e[31m\\n::error::x\\u009b2J\\x07\\b\\r\\u202e"\nid: x\n',
    "key.yaml": SMALL.replace("avtal-2024", "n1") + '"::error::x": 1\n"\\e]0;x\\a\\n::error::y": 1\n"##[error]z": 1\n',
    "id.yaml": SMALL.replace("avtal-2024", "'::error::x'"),
    "ref.yaml": SMALL.replace("avtal-2024", "n2") + "supersedes: '::error::x'\nstatus: '##[error]x'\n",
    "syntax.yaml": "samverkan: 1\n::error::x: [\n",
    "list.yaml": SMALL.replace("avtal-2024", "n3") + "introduction: ['::error::x', '##[error]y']\n",
}
NAMES = [
    *("::stop-commands::x.yaml", " ::error::x.yaml", "##[error]x.yaml", "a##[error]x.yaml", "-rf.yaml", "=1+1.yaml"),
    *("a\x1b[31m.yaml", "a\n::error::x.yaml", "a\r::error::y.yaml", "b.yaml:1:1: error [x].yaml", "\u202ea.yaml"),
]
READS = [
    *(("validate",), ("validate", "--notes"), ("validate", "--format", "json"), ("fingerprint",)),
    *(("show", "--format", form) for form in ("text", "json", "md", "html")),
    *(("followup", "--all", "--format", form) for form in ("text", "json", "csv", "ics", "md", "html")),
    *(("law", "--format", form) for form in ("text", "json", "md", "html")),
    *(("render", "--format", "html,md"), ("render", "--check", "--format", "md"), ("report", "--format", "md")),
    *(("new", "follow-up", "--of", "::error::x"), ("validate", "--select", "##[error]x"), ("explain", "::error::x")),
    *(("example", "::error::x"), ("schema", "##[error]x"), ("::error::x",), ("validate", "--##[error]x")),
]


def hostile(folder: Path, texts: list[str]) -> None:
    """Fill a folder with documents of every kind whose every text begins with one of some texts."""
    for path in (ROOT / "tests" / "workspace").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    for number, kind in enumerate(KINDS):
        turned = texts[7 * number :] + texts[: 7 * number]
        document = json.dumps({**filled(kind, *turned), "title": turned[0]}, ensure_ascii=False)
        (folder / f"hel-{kind}.yaml").write_text(document, encoding="utf-8")
    for number, text in enumerate(texts):
        document = SMALL.replace("Exempelby kommun", "X").replace("avtal-2024", f"avtal-{number}")
        for old in ("Samverkansöverenskommelse för Exempelby", "X", "Otrygga platser"):
            document = document.replace(old, written(text))
        (folder / f"{number}.yaml").write_text(document, encoding="utf-8")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("främmande")
    hostile(folder, PAYLOADS)
    for name, text in BROKEN.items():
        (folder / name).write_text(text, encoding="utf-8")
    for number, name in enumerate(NAMES if sys.platform != "win32" else []):
        (folder / name).write_text(SMALL.replace("avtal-2024", f"namn-{number}") + "okänd: 1\n", encoding="utf-8")
    return folder


REGISTERED = {
    *("error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "stop-commands", "set-output", "echo"),
    *("save-state", "add-path", "set-env", "add-matcher", "remove-matcher", "command", "section"),
}


def commands_in(text: str) -> Iterator[str]:
    """Find what a runner of GitHub Actions takes for commands, as its parser does (`ActionCommand.cs`)."""
    for line in re.split(r"\r\n|\r|\n", text):
        begun = line.lstrip()
        inside = begun[2:].partition("::") if begun.startswith("::") else ("", "", "")
        bracket = line.partition("##[")[2].partition("]")
        for info, end, _ in (inside, bracket):
            if end and info.partition(" ")[0].lower() in REGISTERED:
                yield line


def test_the_reader_of_commands_finds_them() -> None:
    for text in ("::error::x", "a\n  ::error file=x::y", "a ##[error]b", "x\r::stop-commands::y", "\u00a0::debug::x"):
        assert list(commands_in(text))
    assert list(commands_in("a ::error::x\n./::error::x\n:::error::x\n#[error]x\n::x::y")) == []


def unsafe_in(text: str) -> list[str]:
    """Find the characters that tell a terminal something, or turn the direction; line breaks and colours are ours."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    return [
        c for c in plain if c != "\n" and (unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} or c in "\u202e\u2066")
    ]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("command", READS, ids=" ".join)
def test_what_is_printed_opens_no_command(
    command: tuple[str, ...], language: str, run: Callable[..., Outcome], room: Path
) -> None:
    day = DAY if command[0] in {"validate", "show", "followup", "law", "render", "report", "new"} else ()
    ended = run(*command, "--lang", language, *day, cwd=room)
    assert ended.code in {0, 1, 2, 4}, ended.err
    assert list(commands_in(ended.out + "\n" + ended.err)) == []
    out = ended.out.replace("\r\n", "\n") if {"csv", "ics"} & set(command) else ended.out
    assert unsafe_in(out.removeprefix("\ufeff")) == []
    assert unsafe_in(ended.err) == []
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("command", ["validate", "show", "followup", "law"])
def test_colours_hide_no_command(command: str, run: Callable[..., Outcome], room: Path) -> None:
    ended = run(command, *DAY, cwd=room, FORCE_COLOR="1", COLUMNS="60")
    assert "\x1b[" in ended.out
    assert list(commands_in(re.sub(r"\x1b\[[0-9;]*m", "", ended.out))) == []
    assert unsafe_in(ended.out) == []


@pytest.mark.parametrize("width", ["20", "47", "80", "200"])
@pytest.mark.parametrize("command", ["show", "followup", "law"])
def test_no_width_lets_a_text_begin_a_command(
    command: str, width: str, run: Callable[..., Outcome], room: Path
) -> None:
    assert list(commands_in(run(command, *DAY, cwd=room, COLUMNS=width).out)) == []


def pieces_of(terminal: int) -> Iterator[bytes]:
    """Yield what is shown until the program has left."""
    with open(terminal, "rb", buffering=0) as reading:
        while True:
            try:
                piece = reading.read(1 << 12)
            except OSError:  # how Linux ends a terminal
                return
            if not piece:
                return
            yield piece


def cells_of(character: str) -> int:
    return 0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1


def rows_on_terminal(text: str, width: int) -> Iterator[str]:
    """Give the rows that a terminal of some width shows: it breaks what is longer, wherever that is."""
    for line in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text).replace("\r", "").split("\n"):
        row, used = "", 0
        for character in line:
            if used + cells_of(character) > width:
                yield row
                row, used = "", 0
            row, used = row + character, used + cells_of(character)
        yield row


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
@pytest.mark.parametrize("command", ["validate --notes", "show", "followup --all", "law"])
def test_on_a_terminal_no_text_of_an_author_begins_a_row(command: str, tmp_path: Path) -> None:
    import fcntl  # noqa: PLC0415 - not on Windows
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    width, foreign = 61, ["ж" * 300, "жж " * 90, "ж" * 7 + " 漢字" * 40]
    hostile(tmp_path, foreign)
    (tmp_path / "key.yaml").write_text(SMALL.replace("avtal-2024", "n1") + f"{'ж' * 200}: 1\n", encoding="utf-8")
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    environment = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "LINES", "NO_COLOR"}}
    process = subprocess.Popen(
        [sys.executable, "-m", "samverkan", *command.split(), *DAY],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env={**environment, "TERM": "xterm", "PYTHONUTF8": "1"},
    )
    os.close(theirs)
    shown = b"".join(pieces_of(ours)).decode()
    assert process.wait(timeout=60) in {0, 1, 2}
    rows = list(rows_on_terminal(shown, width))
    assert "жжж" in shown
    assert [row for row in rows if row.startswith(("ж", "漢", "字"))] == []


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_no_spreadsheet_finds_a_formula(separator: str, language: str, run: Callable[..., Outcome], room: Path) -> None:
    out = run("followup", "--all", "--format", "csv", "--lang", language, *DAY, cwd=room).out.removeprefix("\ufeff")
    cells = [cell.strip() for row in csv.reader(io.StringIO(out, newline=""), delimiter=separator) for cell in row]
    assert len(cells) > 40
    assert [c for c in cells if c[:1] in set("=+-@＝＋－＠") and not re.fullmatch(r"-?\d+", c)] == []


@pytest.mark.parametrize(
    "text", ["Minska rånen, med start 2024", "a; b, c", "-5", "12", "2024-01-01", "Torg (centrum)", "5–10 %"]
)
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text


def test_calendars_find_only_their_own_lines(run: Callable[..., Outcome], room: Path) -> None:
    out = run("followup", "--format", "ics", *DAY, cwd=room).out
    assert max(len(line.encode()) for line in out.split("\r\n")) <= 75
    calendar = IcsCalendarStream.calendar_from_ics(out)
    said = " ".join(f"{event.summary} {event.description}" for event in calendar.events)
    for text in ("::stop-commands::x", "##[error]falskt", "o" * 71 + "::stop-commands::x"):
        assert text in said
    names = {re.split("[;:]", line)[0] for line in out.replace("\r\n ", "").split("\r\n") if line}
    assert names <= {
        *(
            "BEGIN",
            "END",
            "VERSION",
            "PRODID",
            "METHOD",
            "X-WR-CALNAME",
            "REFRESH-INTERVAL",
            "UID",
            "DTSTAMP",
            "DTSTART",
        ),
        *("DTEND", "SUMMARY", "DESCRIPTION", "CATEGORIES", "TRANSP", "ACTION", "TRIGGER"),
    }


class Browser(HTMLParser):
    """Notes the texts that are shown, and elements and attributes that would do something."""

    def __init__(self) -> None:
        super().__init__()
        self.acts: list[str] = []
        self.said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.acts += [tag] if tag in {"script", "img", "iframe", "object"} else []
        self.acts += [name for name, value in attrs if name.startswith("on") or "javascript:" in (value or "")]

    def handle_data(self, data: str) -> None:
        self.said += data


@pytest.mark.parametrize("command", ["show", "followup", "law"])
def test_browsers_show_the_texts_as_texts(command: str, run: Callable[..., Outcome], room: Path) -> None:
    page = Browser()
    page.feed(run(command, "--format", "html", *DAY, cwd=room).out)
    assert page.acts == []
    shown = [payload for payload in PAYLOADS if " ".join(payload.split()) in " ".join(page.said.split())]
    assert any("falskt" in payload for payload in shown), "of much evidence the first is shown"


def test_programs_get_the_texts_letter_for_letter(run: Callable[..., Outcome], room: Path) -> None:
    out = run("show", "--format", "json", *DAY, cwd=room).out
    titles = {step["title"] for row in json.loads(out)["rows"] for step in row.values() if isinstance(step, dict)}
    assert set(PAYLOADS) <= {title.strip() for title in titles} | {p for p in PAYLOADS if p != p.strip()}


@pytest.fixture(scope="module")
def numbered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nummer")
    hostile(folder, [f"Kim {number} Ek" for number in NUMBERS])
    for i, number in enumerate(NUMBERS):
        wrong = f"kind: {written(number)}", f"language: {written(number)}", f"status: {written(number)}"
        for turn, line in enumerate((*wrong, f"{written(number)}: 1", f"supersedes: {written(number)}")):
            key = line.partition(":")[0]
            kept = "".join(row for row in SMALL.splitlines(keepends=True) if not row.startswith(f"{key}:"))
            text = kept.replace("avtal-2024", f"n{i}-{turn}") + line + "\n"
            (folder / f"fel-{i}-{turn}.yaml").write_text(text, encoding="utf-8")
        (folder / f"{number} fil.yaml").write_text(
            SMALL.replace("avtal-2024", f"m{i}") + "okänd: 1\n", encoding="utf-8"
        )
        (folder / f"s{i}.yaml").write_text(f"samverkan: 1\ntitle: {number}: [\n", encoding="utf-8")
    return folder


class TestNumbersOfPersons:
    @pytest.mark.parametrize(
        "command",
        [
            *(c for c in READS if "::error::x" not in c and "##[error]x" not in str(c) and c[0] != "law"),
            *(("law",), ("law", "--format", "json"), ("new", "follow-up", "--of", NUMBERS[0]), ("explain", NUMBERS[0])),
            *((NUMBERS[0],), ("validate", "--today", NUMBERS[1]), ("followup", "--within", NUMBERS[2])),
            *(("followup", "--kind", NUMBERS[0]), ("law", "--municipality", NUMBERS[0]), ("validate", NUMBERS[0])),
            *(
                ("example", NUMBERS[0]),
                ("schema", NUMBERS[0]),
                ("--lang", NUMBERS[0]),
                ("render", "--format", NUMBERS[0]),
            ),
        ],
        ids=" ".join,
    )
    def test_are_printed_nowhere(self, command: tuple[str, ...], run: Callable[..., Outcome], numbered: Path) -> None:
        has_day = command[0] in {"validate", "show", "followup", "law", "render"} and "--today" not in command
        ended = run(*command, *(DAY if has_day else ()), cwd=numbered)
        printed = (ended.out + ended.err).replace("\r\n ", "").replace("\\", "")
        assert [number for number in NUMBERS if number in printed] == []
        assert hidden(printed) == printed
        assert ended.code != 70

    @pytest.mark.parametrize("number", NUMBERS)
    def test_are_found_however_they_are_written(self, number: str, run: Callable[..., Outcome], tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text(SMALL + f"introduction: Det gäller {number} i Centrum.\n", encoding="utf-8")
        ended = run("validate", "--format", "json")
        found = [f["rule"] for f in json.loads(ended.out)["findings"]]
        assert "personal-identity-number" in found

    def test_are_the_authors_own_in_finished_documents(self, run: Callable[..., Outcome], tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text(SMALL + f"introduction: Det gäller {NUMBERS[0]}.\n", encoding="utf-8")
        run("render", "--format", "md", *DAY)
        assert NUMBERS[0] in (tmp_path / "build" / "avtal-2024.md").read_text(encoding="utf-8").replace("\\", "")

    @pytest.mark.parametrize(
        "text",
        [
            "811228-9875",
            "811328-9874",
            "556036-0793",
            "2024-01-15",
            "08-123 456 78",
            "0811228-98741",
            "x/811228-9874/1",
        ],
    )
    def test_other_numbers_are_shown(self, text: str) -> None:
        assert hidden(text) == text
        assert printable(text) == text

    def test_hiding_changes_no_length(self) -> None:
        for number in NUMBERS:
            assert hidden(f"a {number} b {number}") == re.sub(r"\d", "•", f"a {number} b {number}")
