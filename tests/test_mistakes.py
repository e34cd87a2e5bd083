"""Mistakes that people make, and what they are told: a folder for each, with the input and what is expected.

`mistakes/NAME/input.yaml`, or a folder `input/` where it takes several files, and `expected.txt`: what is wrong, where,
and the line to paste. `pytest --update-golden` writes it; read the diff.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from samverkan.check import check
from samverkan.findings import Finding, Severity
from samverkan.source.edits import applied, pasted
from samverkan.source.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Callable

MISTAKES = sorted(path for path in (Path(__file__).parent / "mistakes").iterdir() if path.is_dir())
TODAY = date(2024, 6, 1)
# What only the author can mend: a choice between versions, a text that must be written, a file of another kind.
WITHOUT_PASTE = {
    *(
        "atgarder-i-orsaksanalysen",
        "loften-i-avtalet",
        "ljus-i-problem",
        "atgard-bland-loftena",
    ),  # belongs in another place
    *("inget-avtal-last", "sammanslagning", "tomma-rader", "utf-16", "word-fil", "latin-1"),
    *("dubbel-nyckel", "tva-dokument", "version-tva"),
    *("uppfoljning-tomma", "dubblett-titel", "html-radbrytning"),
    *("win1252", "utf16-be", "excel-rader", "text-utan-nycklar"),
    *("merge-lika", "lofte-dubbla", "tva-dokument-utan-streck", "look-i-dokument"),
    *("rtf-fil", "webbsida", "lopande-text-som-yaml"),
    "slutar-innan-planen-borjar",  # the plan's first year is too early too
    *("mejlhuvud-som-nycklar", "personnummer-som-nyckel"),
    "temavecka-slutar-fore-borjan",  # whether one month is meant or the two have changed places
    *("giltighet-saknas", "parter-saknas", "titel-saknas"),  # the help has the line
}
# One slip that makes two things wrong.
WITH_SEVERAL: set[str] = set()
# What is seen first when the mistake is mended, and is no mistake of form.
SEEN_AFTERWARDS = {"signing-date-missing", "problem-without-evidence", "changed-since-signing"}
MOST_PASTED = 2
"""A list with odd bullets is told a line at a time where the parser stops at each."""


def found_in(folder: Path) -> list[Finding]:
    """Check a folder as a user does who stands in it, and give what is wrong: notes are left out."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        named = [path.name for path in sorted(Path().glob("*.yaml"))]
        findings = check(named, TODAY).findings
    finally:
        os.chdir(before)
    return [finding for finding in findings if finding.severity is not Severity.NOTE]


def source_of(case: Path) -> Path:
    return case / "input" if (case / "input").is_dir() else case


def told(findings: list[Finding], folder: Path) -> str:
    parts = []
    for finding in findings:
        place = f"{finding.file}:{finding.span.line}:{finding.span.column}"
        parts += [f"{place} [{finding.rule}]", finding.message.say("sv"), finding.help.say("sv")]
        if finding.edit is not None:
            text = (folder / finding.file).read_bytes().decode()
            mark = "till exempel>" if finding.edit.is_example else ">"
            parts += [f"{mark} {line}" for line in pasted(lines_of(text), finding.edit)]
        parts.append("")
    return "\n".join(parts)


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case.name)
def test_what_is_told(case: Path, golden: Callable[[Path, str], None]) -> None:
    folder = source_of(case)
    findings = found_in(folder)
    golden(case / "expected.txt", told(findings, folder))
    assert len(findings) == 1 or case.name in WITH_SEVERAL
    assert bool(findings[0].edit) is (case.name not in WITHOUT_PASTE)


@pytest.mark.parametrize(
    "case", [case for case in MISTAKES if case.name not in WITHOUT_PASTE], ids=lambda case: case.name
)
def test_what_is_pasted_mends_it(case: Path, tmp_path: Path) -> None:
    folder = source_of(case)
    for path in folder.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    for _ in range(MOST_PASTED):
        finding = found_in(tmp_path)[0]
        assert finding.edit is not None
        path = tmp_path / finding.file
        path.write_bytes(applied(path.read_bytes().decode(), finding.edit).encode())
        if {finding.rule for finding in found_in(tmp_path)} <= SEEN_AFTERWARDS:
            return
    pytest.fail("there is something left to mend")
