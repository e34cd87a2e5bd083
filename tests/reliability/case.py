"""One case of the table: what lies in a folder, the command, and how it ends."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.conftest import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.conftest import Outcome

DAY = "2024-06-01"
VALIDATE = f"validate --today {DAY}"
RENDER = f"render --today {DAY} --format html,md"
_FAULT_OF_OURS = re.compile(r"Traceback|Error: |<[a-z]+ object at|samverkan-\w+\.log|\x1b|\[rule-crashed\]")
_FINDING = re.compile(r": (?:fel|varning|notering) \[", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """What is tried, and what comes of it.

    Attributes:
        name: the row and what it is about, such as `A01-empty-file`.
        code: the exit code.
        said: what stands in what is printed.
        unsaid: what does not.
        files: what lies in the folder, by name.
        command: what the program is asked to do; a list where an argument has spaces.
        findings: how many findings are printed; None where that says nothing.
        stdin: what is written to it.
        script: how a shell starts the program, which is `"$@"`, where its streams or rights are the point.
        environment: variables beside the usual ones.
        meanwhile: what happens in the folder while the program, at a terminal, waits for an answer; and the answer.
        prepare: lays what is more than files into the folder.
        after: looks at the folder and at what was printed.
    """

    name: str
    code: int
    said: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    files: Mapping[str, str | bytes] = field(default_factory=lambda: {"a.yaml": SMALL})
    command: str | tuple[str, ...] = VALIDATE
    findings: int | None = None
    stdin: bytes | None = None
    script: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)
    meanwhile: Callable[[Path], str] | None = None
    prepare: Callable[[Path], None] | None = None
    after: Callable[[Path, Outcome], None] | None = None

    @property
    def arguments(self) -> list[str]:
        """The command with the language of the table."""
        words = self.command.split() if isinstance(self.command, str) else list(self.command)
        return [*words, "--lang", "sv"]

    def lay(self, folder: Path) -> None:
        """Lay what the case needs into a folder."""
        for name, content in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        if self.prepare:
            self.prepare(folder)

    def judge(self, folder: Path, ended: Outcome) -> list[str]:
        """Tell what is not as it is to be; empty where all is."""
        text = ended.out + ended.err
        wrong = [f"exit code {ended.code}, not {self.code}"] if ended.code != self.code else []
        wrong += [f"not printed: {words}" for words in self.said if not _is_in(text, words)]
        wrong += [f"printed: {words}" for words in self.unsaid if _is_in(text, words)]
        wrong += [f"printed: {match.group()!r}" for match in _FAULT_OF_OURS.finditer(text)]
        found = len(_FINDING.findall(ended.out))
        if self.findings is not None and found != self.findings:
            wrong.append(f"{found} findings, not {self.findings}")
        if self.after:
            try:
                self.after(folder, ended)
            except AssertionError as error:
                wrong.append(f"afterwards: {error}")
        return [*wrong, text[:3000]] if wrong else []


def _is_in(text: str, words: str) -> bool:
    """Whether words are printed, also where the output has room for ASCII only."""
    return words in text or words.encode("ascii", "backslashreplace").decode() in text


def finding(  # noqa: PLR0913 - the most common case of the table, in one line each
    name: str,
    content: str | bytes,
    rule: str,
    *places: str,
    said: tuple[str, ...] = (),
    unsaid: tuple[str, ...] = (),
    findings: int | None = None,
    others: Mapping[str, str] | None = None,
    after: Callable[[Path, Outcome], None] | None = None,
) -> Case:
    """Make the case of a file `a.yaml` that breaks a rule, at places such as `3:1`, beside others."""
    at = tuple(f"a.yaml:{place}: " for place in places)
    files = {"a.yaml": content, **(others or {})}
    return Case(name, 1, (f"[{rule}]", *at, *said), unsaid, files, f"{VALIDATE} a.yaml", findings, after=after)


def fine(name: str, content: str | bytes) -> Case:
    """Make the case of one file that is as it should be."""
    return Case(name, 0, ("inga fel",), files={"a.yaml": content})


def copied(*parts: str) -> Callable[[Path], None]:
    """Lay a folder of the project's own into that of the case."""
    from tests.conftest import ROOT  # noqa: PLC0415 - only here

    def lay(folder: Path) -> None:
        shutil.copytree(ROOT.joinpath(*parts), folder, dirs_exist_ok=True)

    return lay
