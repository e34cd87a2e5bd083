"""What documents say: unknown keys, references, days and figures that cannot be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.conftest import SMALL
from tests.reliability.case import DAY, VALIDATE, Case, copied, finding

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Outcome

VALIDITY = "{from: 2024, until: 2026}"
PLAN = """\
samverkan: 1
kind: action-plan
id: plan-2024
title: Plan
agreement: avtal-2024
period: {from: 2024, until: 2025}
goals:
  - {id: fler, text: Fler är trygga., indicator: Andel trygga, unit: per-cent, TARGET}
"""
FOLLOW_UP = """\
samverkan: 1
kind: follow-up
id: FIRST
title: Uppföljning
agreement: avtal-2024
date: DATE
reviews: [{document: avtal-2024, fingerprint: 0000-0000-0000-0000}]
"""
CLOCK = """\
import datetime, runpy, sys
import samverkan.cli.session as session
class Clock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(YEAR, 1, 1, 12, tzinfo=tz)
session.datetime = Clock
runpy.run_module("samverkan", run_name="__main__", alter_sys=True)
"""
"""Starts the program with a clock that stands still."""
MANY = 30
NUMBER = "19811228-9874"


def valid(period: str) -> str:
    """Give the small agreement with another validity, as it is written."""
    return SMALL.replace(VALIDITY, period)


def other(name: str, *changes: str) -> str:
    """Give another agreement, of other parties unless changed."""
    text = SMALL.replace("avtal-2024", name).replace('code: "9901", name: Exempelby', 'code: "9902", name: Annanby')
    return text + "".join(f"{line}\n" for line in changes)


def target(said: str) -> str:
    """Give a plan with the target of its goal, as it is written."""
    return PLAN.replace("TARGET", said)


def circle(size: int) -> dict[str, str]:
    """Give agreements of which each supersedes the next, round and round."""
    return {f"a{i}.yaml": other(f"avtal-{i}", f"supersedes: avtal-{(i + 1) % size}") for i in range(size)}


def all_and_once(_: Path, ended: Outcome) -> None:
    found = re.findall(r'"path": "nyckel_(\d+)"', ended.out) or re.findall(r'"line": (\d+)', ended.out)
    assert len(found) >= MANY


def each_once(_: Path, ended: Outcome) -> None:
    found = re.findall(r"^a\.yaml:(\d+):1: fel \[unknown-key\]", ended.out, re.MULTILINE)
    assert found == [str(12 + i) for i in range(MANY)]


def many(folder: Path) -> None:
    for i in range(60):
        (folder / f"avtal-{i}.yaml").write_text(other(f"avtal-{i}"), encoding="utf-8")
        rows = ", ".join(f"{{id: m{k}, title: M, goals: fler}}" for k in range(50))
        plan = target("target: {at_least: 60}").replace("avtal-2024", f"avtal-{i}").replace("plan-2024", f"plan-{i}")
        (folder / f"plan-{i}.yaml").write_text(f"{plan}measures: [{rows}]\n", encoding="utf-8")


def full_size(folder: Path) -> None:
    """Write a thousand agreements, and as many plans with fifty references each, in which nothing is wrong."""
    rules = "measure-without-owner measure-without-cause goal-without-problem goal-without-deadline"
    off = ", ".join(f"{rule}: off" for rule in (*rules.split(), "overlapping-agreements"))
    (folder / "samverkan.yaml").write_text(f"samverkan: 1\nkind: workspace\nrules: {{{off}}}\n", encoding="utf-8")
    rows = ", ".join(f"{{id: m{k}, title: M, goals: fler}}" for k in range(50))
    plan = target("target: {at_least: 60}") + f"measures: [{rows}]\n"
    for i in range(1000):
        (folder / f"avtal-{i}.yaml").write_text(other(f"avtal-{i}"), encoding="utf-8")
        own = plan.replace("avtal-2024", f"avtal-{i}").replace("plan-2024", f"plan-{i}")
        (folder / f"plan-{i}.yaml").write_text(own, encoding="utf-8")


def leap(folder: Path) -> None:
    text = SMALL.replace(VALIDITY, "{from: 2024-02-29, until: 2028}")
    text += "signatures: {date: 2024-02-29, signatories: [{party: polisen, name: A, role: B},"
    text += " {party: kommunen, name: C, role: D}]}\nfollow_up: {cadence: yearly}\n"
    (folder / "a.yaml").write_text(text, encoding="utf-8")


CASES = [
    finding("C36-typing-error", SMALL + "tilte: x\n", "unknown-key", "12:1", said=("title",)),
    finding("C36-wrong-case", SMALL.replace("title: Sam", "Title: Sam"), "unknown-key", "4:1", said=("title",)),
    finding("C36-key-in-the-wrong-place", SMALL + "from: 2024\n", "unknown-key", "12:1"),
    finding("C37-unknown-kind", SMALL.replace("agreement", "agrement"), "unknown-kind", "2:7", said=("agreement",)),
    finding("C37-newer-format", SMALL.replace("samverkan: 1", "samverkan: 2"), "newer-format", "1:12", findings=1),
    finding(
        "C38-all-of-thirty",
        SMALL + "".join(f"nyckel_{i}: x\n" for i in range(MANY)),
        "unknown-key",
        findings=MANY,
        after=each_once,
    ),
    Case(
        "C38-all-of-two-hundred-in-json",
        1,
        ('"errors": 200,',),
        files={"a.yaml": SMALL + "".join(f"nyckel_{i}: x\n" for i in range(200))},
        command=f"{VALIDATE} --format json",
        after=all_and_once,
    ),
    finding(
        "C38-text-ends-with-how-many-more",
        SMALL + "".join(f"nyckel_{i}: x\n" for i in range(200)),
        "unknown-key",
        said=("och 100 till i a.yaml",),
        findings=100,
    ),
    Case(
        "C39-id-in-two-files",
        1,
        ("[duplicate-document-id]", "b.yaml:3:5: ", "a.yaml:3:5: "),
        files={"a.yaml": SMALL, "b.yaml": other("avtal-2024")},
    ),
    Case(
        "C39-id-that-looks-alike",
        0,
        ("[look-alike-id]", "b.yaml:3:5: ", "a.yaml:3:5: "),
        files={"a.yaml": SMALL.replace("avtal-2024", "avtal-l1"), "b.yaml": other("avtal-11")},
    ),
    finding("C39-id-with-combining-letters", SMALL.replace("avtal-2024", "ma\u030al"), "bad-id", "3:5"),
    finding("C40-to-nothing", SMALL + "supersedes: borta\n", "unknown-reference", "12:13"),
    finding(
        "C40-to-the-wrong-kind",
        SMALL + "supersedes: plan-2024\n",
        "wrong-kind-reference",
        "12:13",
        others={"b.yaml": target("target: {at_least: 60}")},
    ),
    finding("C40-to-itself", SMALL + "supersedes: avtal-2024\n", "circular-reference", "12:13"),
    Case("C40-circle-of-three", 1, ("[circular-reference]", "avtal-0", "avtal-1", "avtal-2"), files=circle(3)),
    Case("C40-circle-of-three-hundred", 1, ("[circular-reference]",), files=circle(300)),
    Case("C40-circle-of-three-thousand", 1, ("[circular-reference]", "3000 filer"), files=circle(3000)),
    Case(
        "C41-to-a-broken-file",
        1,
        ("[yaml-syntax]",),
        ("[unknown-reference]",),
        files={"a.yaml": SMALL + "supersedes: gammalt\n", "b.yaml": other("gammalt") + "x: [\n"},
    ),
    finding("C42-end-before-start", valid("{from: 2026, until: 2024}"), "ends-before-start", "8:31"),
    Case("C42-one-day", 0, ("inga fel",), files={"a.yaml": valid("{from: 2024-05-01, until: 2024-05-01}")}),
    Case("C42-no-end", 0, ("inga fel",), files={"a.yaml": valid("{from: 2024, until: further-notice}")}),
    *(
        Case(
            f"C42-year-{name}",
            0,
            files={"a.yaml": valid(f"{{from: {year}, until: {year}}}") + "follow_up: {cadence: yearly}\n"},
            command=f"followup --all --today {day}",
        )
        for name, year, day in (
            ("9999", "9999", "9999-12-31"),
            ("0001", "0001", DAY),
            ("1900", "1900", DAY),
            ("2100", "2100", "2100-12-31"),
        )
    ),
    Case(
        "C42-two-at-the-same-time",
        0,
        ("[overlapping-agreements]",),
        files={"a.yaml": SMALL, "b.yaml": SMALL.replace("avtal-2024", "avtal-b")},
    ),
    Case(
        "C43-signed-on-29-february",
        0,
        ("2025-02-28",),
        ("2025-02-29", "2025-03-01"),
        files={},
        command="followup --all --today 2024-03-01",
        prepare=leap,
    ),
    *(
        Case(
            f"C43-due-today-whatever-the-clock-of-{name}",
            0,
            ("2025-02-28   i dag ",),
            files={},
            command="followup --all --today 2025-02-28",
            environment={"TZ": zone},
            prepare=leap,
        )
        for name, zone in (("kiritimati", "Pacific/Kiritimati"), ("pago-pago", "Pacific/Pago_Pago"))
    ),
    *(
        Case(
            f"C44-follow-up-{name}",
            0 if rule in {"reviewed-text-changed", "two-follow-ups-same-day"} else 1,
            (f"[{rule}]",),
            files={
                "a.yaml": SMALL,
                **{f"{id_}.yaml": FOLLOW_UP.replace("FIRST", id_).replace("DATE", day) for id_ in ids},
            },
        )
        for name, day, ids, rule in (
            ("in-the-future", "2025-06-01", ["u1"], "follow-up-in-the-future"),
            ("before-the-start", "2023-06-01", ["u1"], "follow-up-before-start"),
            ("twice-a-day", "2024-05-01", ["u1", "u2"], "two-follow-ups-same-day"),
            ("of-an-older-text", "2024-05-01", ["u1"], "reviewed-text-changed"),
        )
    ),
    *(
        Case(f"C45-day-{number}", 2, ("--today",), command=("validate", "--today", day))
        for number, day in enumerate(("2024-13-01", "i morgon", "2024-06-31", "", "20240601\n"))
    ),
    *(
        Case(f"C45-year-{day[:4]}", 0, command=f"validate --today {day}")
        for day in ("1970-01-01", "2100-12-31", "0001-01-01", "9999-12-31")
    ),
    *(
        Case(
            f"C45-the-clock-is-at-{year}",
            0,
            ("inga fel",),
            script='exec "$1" -c "$CLOCK" validate --lang sv',
            environment={"CLOCK": CLOCK.replace("YEAR", year)},
        )
        for year in ("1970", "2100")
    ),
    *(
        Case(
            f"C46-{name}",
            code,
            (f"[{rule}]",) if rule else (),
            () if rule else ("[bad-number]", "[share-out-of-range]"),
            files={"a.yaml": SMALL, "b.yaml": target(said)},
            command=f"{VALIDATE} --notes",
        )
        for name, said, code, rule in (
            ("nothing-is-a-share", "target: {at_most: 0}", 1, ""),
            ("more-than-all", "target: {at_least: 150}", 1, "share-out-of-range"),
            (
                "target-that-is-the-baseline",
                "baseline: {value: 60, period: 2023}, target: {value: 60}",
                1,
                "target-equals-baseline",
            ),
            ("comma-in-a-figure", "target: {at_least: '12,5'}", 1, "bad-number"),
        )
    ),
    *(
        Case(
            f"C47-{name}",
            code,
            (f"[{rule}]",),
            (written,),
            files={"a.yaml": SMALL.replace("Färre brott", f"Se {written} om brott")},
            command=f"{VALIDATE} --notes",
        )
        for name, written, rule, code in (
            ("identity-number", NUMBER, "personal-identity-number", 1),
            ("identity-number-without-hyphen", NUMBER.replace("-", ""), "personal-identity-number", 1),
        )
    ),
    Case(
        "C47-phone-number",
        0,
        ("[private-phone-number]",),
        files={"a.yaml": SMALL.replace("Färre brott", "Ring 070-123 45 67 om brott")},
        command=f"{VALIDATE} --notes",
    ),
    Case(
        "C48-full-size",
        0,
        ("2000 filer granskade",),
        files={},
        prepare=full_size,
        script='ulimit -d 500000; "$@" && exec "$@"',  # cold and warm, in half a gigabyte
    ),
    Case("C48-many", 1, ("120 filer",), files={}, prepare=many),
    Case(
        "C48-of-the-examples-own", 0, files={}, command=f"followup --today {DAY}", prepare=copied("tests", "workspace")
    ),
]
