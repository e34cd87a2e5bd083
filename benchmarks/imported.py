"""How much of the founding agreements comes back: rendered to Word and PDF, and taken in again."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SAMVERKAN = (sys.executable, "-m", "samverkan")
FORMATS = ("docx", "pdf")


@dataclass(frozen=True)
class Shares:
    """What became of the facts of a document.

    Attributes:
        name: the document and its format.
        right: the facts that have their place.
        wrong: the facts in the draft that the document does not have.
        left: the facts that were not placed; their words stand in the draft all the same.
    """

    name: str
    right: int
    wrong: int
    left: int

    def line(self) -> str:
        """Write the shares: right and left of the document's facts, wrong of those that were placed."""
        all_facts, placed = max(1, self.right + self.left), max(1, self.right + self.wrong)
        return (
            f"| {self.name} | {self.right / all_facts:.0%} | {self.left / all_facts:.0%} | {self.wrong / placed:.1%} |"
        )


def facts(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give the facts of an agreement that can be compared word for word."""
    validity = document.get("validity") or {}
    yield from ((f"validity {key}", str(validity[key])) for key in ("from", "until") if key in validity)
    names = {party["id"]: party["name"] for party in document.get("parties", ())}
    for party in document.get("parties", ()):
        yield "party", _same(party["name"])
        if "code" in party:
            yield "code", str(party["code"])
    signed = document.get("signatures") or {}
    yield from ((f"signed {key}", str(signed[key])) for key in ("place", "date") if key in signed)
    for one in signed.get("signatories", ()):
        yield "signs", _same(f"{one.get('name')} {one.get('role')} {names.get(one.get('party'))}")
    for area in document.get("focus_areas", ()):
        yield "area", _same(area["title"])
        yield from (("goal", _same(goal["text"])) for goal in area.get("goals", ()))
        yield from (("question", _same(question)) for question in area.get("questions", ()))
    yield from (("goal", _same(goal["text"])) for goal in document.get("goals", ()))
    yield from (("purpose", _same(purpose["text"])) for purpose in document.get("purposes", ()))
    yield from (("commitment", _same(one["text"])) for one in document.get("commitments", ()))
    yield from (("term", _same(one["term"])) for one in document.get("definitions", ()))
    yield from (("decision", f"{one.get('body')} {one.get('date')}") for one in document.get("decisions", ()))
    follow_up = document.get("follow_up") or {}
    if "cadence" in follow_up:
        yield "cadence", follow_up["cadence"]
    for forum in document.get("forums", ()):
        yield "forum", _same(forum["name"])
        yield from ((f"forum {key}", str(forum[key])) for key in ("cadence", "level", "chair") if key in forum)
    for planned in document.get("planned_documents", ()):
        yield "planned", planned["kind"]
        yield from ((f"planned {planned['kind']} {key}", str(planned[key])) for key in _OF_PLANNED if key in planned)
    for work in document.get("references", ()):
        yield "work", _same(str(work.get("number") or work["title"]))


_OF_PLANNED = ("cadence", "first_by")
_FOOTNOTE = re.compile(r"\[\^[^\]]*\]|[⁰¹²³⁴-⁹]")


def _same(text: str) -> str:
    """Give the letters and figures of a text; the marks of its footnotes are no words of it."""
    return "".join(letter for letter in _FOOTNOTE.sub("", text).casefold() if letter.isalnum())


def shares(name: str, document: dict[str, Any], draft: dict[str, Any]) -> Shares:
    """Hold a draft against the document that it was made of."""
    wanted, placed = set(facts(document)), set(facts(draft))
    # A text that was placed as a part of a longer one, or parted in two, is in its place.
    right = {one for one in wanted if any(one[0] == kind and _meets(one[1], text) for kind, text in placed)}
    met = {one for one in placed if any(one[0] == kind and _meets(text, one[1]) for kind, text in wanted)}

    return Shares(name, len(right), len(placed - met), len(wanted - right))


def _meets(one: str, other: str) -> bool:
    return one in other or other in one


def imported(founding: Path, folder: Path) -> list[Shares]:
    """Measure all founding agreements in all formats.

    Args:
        founding: where they stand.
        folder: where finished files and drafts may be written.
    """
    found = []
    reader = YAML(typ="safe")
    for source in sorted(founding.glob("*.yaml")):
        document = reader.load(source.read_text(encoding="utf-8"))
        for form in FORMATS:
            subprocess.run(
                [*_SAMVERKAN, "render", source, "--format", form, "--out", folder], check=True, capture_output=True
            )
            made = folder / f"{source.stem}.{form}"
            done = subprocess.run(
                [*_SAMVERKAN, "import", "agreement", made, "--out", "-"], check=True, capture_output=True
            )
            found.append(shares(made.name, document, reader.load(done.stdout)))
    return found


def table_of(found: list[Shares]) -> str:
    """Write the shares as a table, with all documents together last."""
    whole = Shares(
        "all", sum(one.right for one in found), sum(one.wrong for one in found), sum(one.left for one in found)
    )
    head = "| old agreement | placed right | left over | placed wrong |\n| --- | --- | --- | --- |"
    return "\n".join([head, *(one.line() for one in found), whole.line()])
