"""Public test suites: every case is read or refused in a sentence, and where we differ, it is for a reason."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import icalendar
import pytest

from samverkan.escape import is_blank
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.source.decoding import decode
from samverkan.source.events import has_c_parser
from samverkan.source.reader import parse
from tests.conftest import ROOT, SMALL, written
from tests.rendered import missing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

SUITES = ROOT / "tests" / "suites"
CASES: list[dict[str, Any]] = json.loads((SUITES / "yaml-test-suite.json").read_text(encoding="utf-8"))
NAUGHTY: list[str] = json.loads((SUITES / "naughty-strings.json").read_text(encoding="utf-8"))
BOTH = pytest.mark.parametrize("pure", [False, True], ids=["c", "pure"])

# Valid YAML that documents may not have, by what is told of it first. An alias is to be written out; a directive
# changes what the rest means; a tag builds something; a key is a word; tabs are taken in different ways, so the whole
# file is looked at; a file is one document and no empty one; a key in braces without a value is most often the rest of
# a text with a comma in it. The syntax faults are YAML 1.2.2 that neither parser takes, such as a comment in brackets.
REFUSED = {
    "alias": "26DV 2SXE 3GZX 6KGN 7BUB E76Z JS2J V55R W5VH",
    "directive": "27NA 2LFX 5TYM 6CK3 6LVF BEC7 C4HZ CC74 MUS6-2 MUS6-4 MUS6-5 MUS6-6 P76L RTP8 U3C3 W4TN Z9M4",
    "tag": (
        "2AUY 2XXW 33X3 35KP 52DL 565N 57H4 6JWB 6WLZ 735Y 74H7 7FWL 8MK2 9KAX 9WXW BU8L CUP7 EHF6 F2C7 FH7J "
        "HMQ5 J7PZ L94M LE5A M5C3 S4JQ UGM3 UKK6-2 WZ62 Z67P"
    ),
    "bad-key": (
        "2JQS 4FJ6 6BFJ 6M2F 6PBE DFF7 FRK4 KK5P LX3P M2N8-0 M2N8-1 M5DY NHX8 NKF9 PW8X Q9WF RZP5 S3PD SBG9 "
        "SM9W-1 UKK6-0 V9D5 X38W XW4D"
    ),
    "tab": (
        "3RLN-1 3RLN-2 3RLN-4 3RLN-5 5GBF 6HB6 7A4E 96NN-0 96NN-1 DE56-2 DE56-3 DE56-4 DE56-5 DK95-0 DK95-2 "
        "DK95-3 DK95-4 DK95-5 DK95-7 HS5T K54U KH5V-1 KH5V-2 M9B4 MJS9 MUS6-3 NB6Z PRH3 Q5MG R4YG T5N4 TL85 "
        "UV7Q Y79Y-1 Y79Y-2 Y79Y-10"
    ),
    "comma-in-braces": "4ABK",
    "syntax-bracket": "4MUZ-0 4MUZ-1 4MUZ-2 9MMW 9SA2 CFD4 NJ66 QT73",
    "tabs": "4ZYM 6BCT 6CA3 A2M4 DC7X J3BT NP9H Q8AD",
    "several-documents": "6XDY 6ZKB 7Z25 9DXL JHB9 KSS4 L383 M7A3 PUW8 RZT7 U9NS",
    "empty-file": "8G76 98YD AVM7",
    "tab-columns": "DK95-8",
    "syntax-prose": "5MUD DWX9 HWV9 K3WX T26H UT92 VJP3-1",
    "control-character": "G4RS",
}
# Read otherwise than the suite has it: a question mark in brackets begins a key to both parsers, and a text of a block
# that the file breaks off in has no last line of spaces.
OTHERWISE = {"652Z", "HM87-1", "L24T-1"}
# No YAML, and taken by both parsers, which see no difference in meaning: brackets and quotes whose lines stand at the
# margin, a comment with no space before it, and a lone hyphen in brackets.
TAKEN = {"9C9N", "9JBA", "CVW2", "G5U8", "QB6E", "SU5Z", "YJV2"}
# Where only the C parser takes a block of text: lines of spaces at its start that are longer than its own, and a
# comment right after its mark.
TAKEN_BY_C = {"S98Z", "X4QW"}
READ_BY_C = {"4QFQ"}


def told(text: str, *, pure: bool) -> tuple[Any, list[str]]:
    """Read a text; give what it holds and what is told of it but that an anchor has no use."""
    decoded, faults = decode(text.encode("utf-8", "surrogatepass"))
    if faults or decoded is None:
        return None, [fault.sentence for fault in faults]
    data, faults = parse(decoded, pure=pure)
    lines = text.count("\n") + text.count("\r") + 1
    assert all(1 <= fault.span.line <= lines and fault.span.column >= 1 for fault in faults)
    return data, [fault.sentence for fault in faults if fault.sentence != "anchor"]


def is_same(ours: Any, theirs: Any) -> bool:
    """Whether our texts, as they are written, are the values that others make of them."""
    if isinstance(theirs, dict):
        return (
            isinstance(ours, dict) and ours.keys() == theirs.keys() and all(is_same(ours[k], theirs[k]) for k in ours)
        )
    if isinstance(theirs, list):
        return isinstance(ours, list) and len(ours) == len(theirs) and all(map(is_same, ours, theirs))
    if isinstance(theirs, bool):
        return bool(ours == str(theirs).lower())
    if isinstance(theirs, int | float):
        return isinstance(ours, str) and float(ours) == theirs
    return bool(ours == theirs)


@BOTH
def test_yaml_is_read_as_the_suite_has_it(pure: bool) -> None:
    wrong = set()
    for case in (case for case in CASES if "json" in case and not case.get("fail")):
        data, faults = told(case["yaml"], pure=pure)
        if not faults and not is_same(data, json.loads(case["json"])):
            wrong.add(case["id"])
    assert wrong == OTHERWISE


@BOTH
def test_yaml_is_refused_for_reasons_of_our_own_alone(pure: bool) -> None:
    expected = {name: sentence for sentence, names in REFUSED.items() for name in names.split()}
    if pure or not has_c_parser():
        expected |= dict.fromkeys(READ_BY_C, "syntax-start")
    whole = [case for case in CASES if not case.get("fail")]
    found = {case["id"]: faults[0] for case in whole if (faults := told(case["yaml"], pure=pure)[1])}
    assert found == expected


@BOTH
def test_what_is_no_yaml_is_told(pure: bool) -> None:
    taken = {case["id"] for case in CASES if case.get("fail") and not told(case["yaml"], pure=pure)[1]}
    assert taken == (TAKEN if pure or not has_c_parser() else TAKEN | TAKEN_BY_C)


PARSED: dict[str, Callable[[str], int]] = {
    "json": lambda text: len(json.loads(text)["findings"]),
    "sarif": lambda text: len(json.loads(text)["runs"][0]["results"]),
    "gitlab": lambda text: len(json.loads(text)),
    "junit": lambda text: len(list(ET.fromstring(text).iter("failure"))),  # noqa: S314 - our own
    "github": lambda text: text.count("\n::error "),
}

# The naughty strings: in every text of a document that has room for many, in every format that a program reads back.

REFUSED_CHARACTERS = [text for text in NAUGHTY if decode(f"a: {text}".encode())[1]]
TEXTS = [text for text in NAUGHTY if text not in REFUSED_CHARACTERS]


def agreement(texts: list[str]) -> str:
    areas = [{"id": f"o{i}", "title": text, "text": text} for i, text in enumerate(texts)]
    return SMALL.partition("focus_areas:")[0] + f"focus_areas: {written(areas)}\nintroduction: {written(texts[0])}\n"


def test_only_strings_with_characters_that_are_not_seen_are_refused() -> None:
    assert len(REFUSED_CHARACTERS) == 6
    assert len(TEXTS) > 470
    assert all(told(f"a: {written(text)}\n", pure=False) == ({"a": text}, []) for text in TEXTS)


@BOTH
def test_naughty_strings_come_back_letter_for_letter(pure: bool) -> None:
    data, faults = told(agreement(TEXTS), pure=pure)
    assert not faults
    assert [area["title"] for area in data["focus_areas"]] == TEXTS


@pytest.mark.parametrize("form", [DocumentFormat.MD, DocumentFormat.HTML, DocumentFormat.DOCX, DocumentFormat.ODT])
def test_naughty_strings_are_text_in_finished_documents(form: DocumentFormat, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(agreement([text for text in TEXTS if not is_blank(text)]), encoding="utf-8")
    assert missing(path, form, tmp_path) == []


def test_naughty_strings_in_what_is_told(run: Callable[..., Outcome], tmp_path: Path) -> None:
    """As keys that are not known, which messages name, each on its line."""
    keys = list(dict.fromkeys(text for text in TEXTS if not is_blank(text) and "\n" not in text))
    for start in range(0, len(keys), 150):  # of one file and rule, the first two hundred are told
        lines = "".join(f"{written(text)}: x\n" for text in keys[start : start + 150])
        text = SMALL.replace("avtal-2024", f"avtal-{start}") + lines
        (tmp_path / f"a{start}.yaml").write_text(text, encoding="utf-8")
    ended = {form: run("validate", "--format", form, "--today", "2024-06-01") for form in PARSED}
    assert {form: outcome.code for form, outcome in ended.items()} == dict.fromkeys(PARSED, 1)
    for form, parsed in PARSED.items():
        found = parsed(ended[form].out)
        assert found >= len(keys), form
    commands = [line for line in ended["github"].out.splitlines() if re.match(r"\s*(?:::|##\[)", line)]
    assert all(re.match(r"::(?:error|warning|notice|group|endgroup)\b", line) for line in commands)


def test_naughty_strings_in_tables_and_calendars(run: Callable[..., Outcome], tmp_path: Path) -> None:
    parties = SMALL.partition("parties:")[2]
    for number, text in enumerate(text for text in TEXTS if not is_blank(text)):
        head = f"samverkan: 1\nkind: agreement\nid: avtal-{number}\ntitle: {written(text)}\nparties:"
        end = "follow_up: {cadence: yearly}\n"
        (tmp_path / f"a{number}.yaml").write_text(head + parties + end, encoding="utf-8")
    told_ = {form: run("followup", "--all", "--format", form, "--today", "2024-06-01").out for form in ("csv", "ics")}
    cells = [cell for row in csv.reader(told_["csv"].lstrip("\ufeff").splitlines(), delimiter=";") for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@")) and not cell.lstrip("-").isdigit()]
    events = icalendar.Calendar.from_ical(told_["ics"]).walk("VEVENT")
    assert len({str(event["UID"]) for event in events}) == len(events) > 400
