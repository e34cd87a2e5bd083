"""YAML: what its parsers stumble over, read in different ways, or build something of."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tests.conftest import ROOT, SMALL
from tests.naughty import FORMULAS, HTML, LETTERS, MARKDOWN, QUOTES, TEMPLATES
from tests.reliability.case import DAY, VALIDATE, Case, finding, fine

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Outcome

VALIDITY = "validity: {from: 2024, until: 2026}"
PLAN = """\
samverkan: 1
kind: action-plan
id: plan-2024
title: Plan
goals:
  - {id: fler, text: Fler är trygga., indicator: Andel trygga, unit: per-cent, target: {at_least: VALUE}}
"""
AS_WRITTEN = ("NO", "ja", "on", "12:30", "1_000", "0x1F", "1e3", "0123", "1.10", "~x", "2024-13-45")
NAUGHTY: list[str] = json.loads((ROOT / "tests" / "suites" / "naughty-strings.json").read_text(encoding="utf-8"))
NAMES = [text for text in NAUGHTY if text.strip(".") and not set(text) & set("/\0") and len(text.encode()) < 250]
ODD = [*HTML, *MARKDOWN, *TEMPLATES, *FORMULAS, *QUOTES, *LETTERS]


def starting(text: str) -> str:
    """Give the small agreement with something as its fourth line."""
    return SMALL.replace("title: Samverkans", f"{text}\ntitle: Samverkans")


def since(day: str) -> str:
    """Give the small agreement from a day."""
    return SMALL.replace("from: 2024", f"from: {day}")


def titled(text: str) -> str:
    """Give the small agreement with another title, as it is written."""
    return SMALL.replace("Samverkansöverenskommelse för Exempelby", text)


def named(text: str) -> str:
    """Give the small agreement with a text as its id, its title and its note."""
    written = json.dumps(text)
    whole = SMALL.replace("id: avtal-2024", f"id: {written}").replace(
        "Samverkansöverenskommelse för Exempelby", written
    )
    return f"{whole}note: {written}\n"


def no_line_of_theirs(_: Path, ended: Outcome) -> None:
    ours = re.compile(r".+\.yaml:\d+:\d+: (?:fel|varning|notering) \[|  |$|\d+ file?r |Mer om|… och|Noteringar")
    assert not [line for line in ended.out.splitlines() if not ours.match(line)]


def told_once(_: Path, ended: Outcome) -> None:
    assert ended.out.count("[too-many]") + ended.out.count("[too-deep]") + ended.out.count("[too-large]") == 1


def letter_for_letter(folder: Path, _: Outcome) -> None:
    page = (folder / "build" / "avtal-2024.md").read_text(encoding="utf-8")
    for text in AS_WRITTEN:
        assert text in page.replace("\\", ""), text


def short(_: Path, ended: Outcome) -> None:
    assert len(ended.out) < 3000, "the whole line is printed"


CASES = [
    finding("B16-tab-indent", SMALL + "forums:\n\t- {id: x}\n", "tab", "13:1"),
    finding("B16-unclosed-quote", titled("'Avtal"), "yaml-syntax", "4:8"),
    finding("B16-colon-in-text", titled("Mål: Minska: brott"), "yaml-syntax", "4:11", said=("citattecken",)),
    finding(
        "B17-same-key-twice", SMALL + "title: x\ntitle: y\n", "duplicate-key", "12:1", "13:1", said=("a.yaml:4:1: ",)
    ),
    finding("B17-empty-keys-twice", SMALL + "~: x\nnull: y\n", "bad-key", "12:1", "13:1"),
    finding(
        "B17-nested",
        SMALL.replace("{from: 2024,", "{from: 2024, from: 2025,"),
        "duplicate-key",
        "8:24",
        said=("a.yaml:8:12: ",),
    ),
    finding("B18-second-document", SMALL + "---\na: 1\n", "several-documents", "12:1"),
    finding("B18-end-mark-in-the-middle", SMALL + "...\na: 1\n", "several-documents"),
    finding("B19-alias-to-nothing", titled("*x"), "alias", "4:8"),
    Case(
        "B19-anchor-never-used",
        0,
        ("[anchor]", "a.yaml:4:8: notering"),
        files={"a.yaml": titled("&x Avtal")},
        command=f"{VALIDATE} --notes",
    ),
    finding(
        "B20-alias-bomb",
        SMALL + "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*b{i - 1}, *b{i - 1}]\n" for i in range(1, 10)),
        "alias",
    ),
    finding(
        "B20-ten-thousand-aliases", SMALL + "a: &a x\nb: [" + "*a, " * 10_000 + "]\n", "alias", said=("till i a.yaml",)
    ),
    finding("B21-list-in-itself", SMALL + "a: &a [*a]\n", "alias", "12:8"),
    finding("B21-mapping-in-itself", SMALL + "a: &a {b: *a}\n", "alias", "12:11"),
    finding("B22-deep-in-brackets", SMALL + "a: " + "[" * 5000 + "]" * 5000 + "\n", "too-deep", after=told_once),
    finding("B22-deep-in-lines", SMALL + "a:\n" + " " + "- " * 1500 + "x\n", "too-deep", after=told_once),
    finding("B22-very-deep-and-open", SMALL + "a: " + "[" * 100_000, "too-deep", after=told_once),
    finding(
        "B23-a-hundred-thousand-keys", SMALL + "".join(f"{i:x}:\n" for i in range(100_000)), "too-many", after=told_once
    ),
    finding("B23-a-hundred-thousand-items", SMALL + "a: [" + "1, " * 100_000 + "]\n", "too-many", after=told_once),
    *(
        finding(f"B24-tag-{number}", titled(f"{tag} x"), "tag", "4:8", unsaid=("uid=",))
        for number, tag in enumerate(
            ("!!python/object/apply:os.system", "!include", "!!int", "!!bool", "!!binary", "!!str", "!<x>")
        )
    ),
    finding("B24-tag-of-a-set", SMALL + "a: !!set {x, y}\n", "tag", "12:4"),
    finding("B24-tag-of-an-ordered-map", SMALL + "a: !!omap [x: 1]\n", "tag", "12:4"),
    *(
        finding(f"B25-directive-{version}", f"%YAML {version}\n---\n{SMALL}", "directive", "1:1")
        for version in ("1.1", "1.3", "9.9")
    ),
    finding("B25-directive-tag", f"%TAG !e! tag:x.se,2000:\n---\n{SMALL}", "directive", "1:1"),
    *(
        finding(f"B26-day-{day}", since(day), "bad-date", "8:18", said=(said,))
        for day, said in (
            ("2024-13-45", "2024-13-45"),
            ("2024-02-30", "29 dagar"),
            ("2023-02-29", "28 dagar"),
            ("24-01-01", "24-01-01"),
        )
    ),
    finding("B26-day-in-words", since("1/2 2024"), "bad-date", "8:18", said=("2024-02-01",)),
    Case(
        "B27-texts-stay-as-written",
        0,
        files={
            "a.yaml": SMALL.replace(
                "[Färre brott och ökad trygghet.]", "[" + ", ".join(f"{text} a" for text in AS_WRITTEN) + "]"
            )
        },
        command=f"render --today {DAY} --format md",
        after=letter_for_letter,
    ),
    *(
        finding(f"B28-number-{number}", PLAN.replace("VALUE", value), "bad-number", "6:99", after=short)
        for number, value in enumerate(("9" * 100_000, ".nan", ".inf", "1e999999", "0x1F", "1_000", "12:30"))
    ),
    Case(
        "B28-minus-nothing-is-nothing",
        1,
        ("minst 0 procent",),
        ("−0", " -0"),
        files={"a.yaml": PLAN.replace("VALUE", "-0")},
        command=f"render --today {DAY} --format md --out -",
    ),
    finding("B29-list-as-key", SMALL + "? [a]\n: 1\n", "bad-key", "12:3"),
    finding("B29-mapping-as-key", SMALL + "? {a: 1}\n: 1\n", "bad-key", "12:3"),
    finding("B29-nothing-as-key", SMALL + "~: 1\n", "bad-key", "12:1"),
    finding("B29-merge", SMALL + "<<: {a: 1}\n", "bad-key", "12:1"),
    finding("B29-number-as-key", SMALL + "1: x\n", "unknown-key", "12:1"),
    finding("B30-a-list", "- samverkan: 1\n", "not-a-mapping", "1:1"),
    finding("B30-a-text", "samverkan\n", "not-a-mapping", "1:1"),
    *(
        finding(f"B31-only-{name}", titled(f'"{text}"'), "empty-value", "4:8")
        for name, text in (
            ("spaces", "   "),
            ("hard-spaces", "\u00a0\u202f"),
            ("zero-width-spaces", "\u200b\u200b"),
            ("soft-hyphens", "\u00ad"),
            ("escaped-zero-width", "\\u200b"),
        )
    ),
    finding("B32-text-that-turns", titled("Avtal \u202eabc\u202c"), "misleading-characters", said=("U+202E",)),
    finding("B32-letter-of-another-alphabet-in-an-id", SMALL.replace("avtal-", "аvtal-"), "bad-id", "3:5"),
    finding("B32-tower", SMALL.replace("id: platser", "id: pla\u0336\u0337\u0338\u0335tser"), "bad-id"),
    *(fine(f"B33-text-{number}", titled("'" + text.replace("'", "''") + "'")) for number, text in enumerate(ODD[:3])),
    Case(
        "B33-all-as-names-of-files",
        1,
        ("[missing-k",),
        files={f"{name}.yaml": "samverkan: 1\n" for name in NAMES},
        after=no_line_of_theirs,
    ),
    Case(
        "B33-all-as-ids-titles-and-notes",
        1,
        ("[bad-id]",),
        files={f"{number}.yaml": named(text) for number, text in enumerate(NAUGHTY)},
        after=no_line_of_theirs,
    ),
    fine(
        "B34-comments-in-odd-places",
        SMALL.replace(VALIDITY, "validity: # a\n  # b\n  {from: 2024, # c\n  until: 2026} # d"),
    ),
    finding(
        "B34-ignore-in-a-text",
        SMALL.replace(VALIDITY, "validity: {from: 2026, until: 2024}")
        + "note: |\n  # samverkan: ignore[ends-before-start] beslutat\n",
        "ends-before-start",
    ),
    *(
        finding(f"B35-ignore-{name}", SMALL.replace(VALIDITY, f"{VALIDITY} # samverkan: ignore{text}"), rule, "8:37")
        for name, text, rule in (
            ("of-an-unknown-rule", "[inte-en-regel] beslutat", "ignore-unknown-rule"),
            ("without-reason", "[ends-before-start]", "ignore-without-reason"),
            ("expired", "[ends-before-start] beslutat, until 2024-01-01", "ignore-expired"),
            ("unused", "[ends-before-start] beslutat i maj", "ignore-unused"),
        )
    ),
]
