"""Reading a guide as its reader does: the commands in order, the day of each, and what to write in which file."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MONTHS = (
    *(("januari", "January"), ("februari", "February"), ("mars", "March"), ("april", "April"), ("maj", "May")),
    *(("juni", "June"), ("juli", "July"), ("augusti", "August"), ("september", "September")),
    *(("oktober", "October"), ("november", "November"), ("december", "December")),
)
_STEP = re.compile(
    r"^## .*?\((?:den )?(?P<day>\d+) (?P<month>\w+) (?P<year>\d{4})\)$"
    r"|^In? `(?P<file>[^`\n]+)`(?:, (?:i stället för|instead of) `(?P<gone>[a-z_]+)[^`\n]*`)?:\n\n"
    r"```yaml\n(?P<shown>.*?)```$"
    r"|^```console\n(?P<console>.*?)```$",
    re.MULTILINE | re.DOTALL,
)
_COMMAND = re.compile(r"^\$ samverkan (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
_WITH_A_DAY = {"validate", "render", "followup", "law", "new", "report", "show"}
_INSIDE = r"(?: .*\n|\n(?= ))*"
"""The lines below a key at the margin that are its value."""


@dataclass(frozen=True)
class Command:
    """A command that is shown with a prompt.

    Attributes:
        line: what stands after `samverkan`.
        arguments: the same, as a shell divides it, with the day of the section.
        output: what stands below it.
        start: where in the guide the output begins.
    """

    line: str
    arguments: tuple[str, ...]
    output: str
    start: int


@dataclass(frozen=True)
class Edit:
    """Sections of a file as the reader is to write them.

    Attributes:
        file: the name of the file.
        gone: the key whose section is taken out.
        shown: the sections to write, each in the place of the one with the same key, or last.
    """

    file: str
    gone: str | None
    shown: str

    def apply(self, folder: Path) -> None:
        """Write the sections in the file in a folder."""
        path = folder / self.file
        text = path.read_text(encoding="utf-8")
        if self.gone:
            text, count = re.subn(rf"(?:^#.*\n)*^{self.gone}:.*\n{_INSIDE}\n?", "", text, flags=re.MULTILINE)
            assert count == 1, self.gone
        for section in re.findall(rf"^[a-z_]+:.*\n{_INSIDE}", self.shown, re.MULTILINE):
            there = re.compile(rf"^{section.partition(':')[0]}:.*\n{_INSIDE}", re.MULTILINE)
            met = there.search(text)
            text = text[: met.start()] + section + text[met.end() :] if met else f"{text.rstrip()}\n\n{section}"
        path.write_text(text, encoding="utf-8")


def steps(text: str) -> Iterator[Command | Edit]:
    """Read what a guide asks its reader to do, in order."""
    today: tuple[str, ...] = ()
    for met in _STEP.finditer(text):
        if met["day"]:
            today = ("--today", _date(met["day"], met["month"], met["year"]).isoformat())
        elif met["file"]:
            yield Edit(met["file"], met["gone"], met["shown"])
        else:
            for command in _COMMAND.finditer(met["console"]):
                arguments = shlex.split(command[1])
                day = today if arguments[0] in _WITH_A_DAY else ()
                yield Command(command[1], (*arguments, *day), command[2], met.start("console") + command.start(2))


def _date(day: str, month: str, year: str) -> date:
    number = next(i for i, names in enumerate(_MONTHS, 1) if month in names)
    return date(int(year), number, int(day))
