"""What a check is asked for, and what it tells: enough to show it, without the documents themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from samverkan.errors import WrongUseError
from samverkan.findings import Finding, Severity, Untold, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samverkan.words.sentence import Text


@dataclass(frozen=True, slots=True)
class RuleSelection:
    """Which findings are wanted, by their names or families.

    What is wrong with the form of a document is said whichever rules are selected, for no rule is tried on what cannot
    be read. It is narrowed down once faults of form are selected by name.

    Attributes:
        select: only these; all where empty.
        ignore: not these.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class ReadDocument(NamedTuple):
    """A document that was read: its file and kind, whether the user asked about it, whether all could be read."""

    file: str
    kind: str | None
    is_asked: bool
    is_whole: bool


@dataclass(frozen=True)
class ReadWorkspace:
    """What was read of a workspace.

    Attributes:
        folder: the folder that holds the settings; None where there are none.
        files: how many files of ours the user asked about, readable or not.
        documents: those that could be read as YAML.
        passed_over: the YAML files that the user asked about and that are somebody else's.
        texts: the texts of files that are text, by their names: at least of those that something is told of.
    """

    folder: str | None = None
    files: int = 0
    documents: tuple[ReadDocument, ...] = ()
    passed_over: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Told:
    """What a check found.

    Attributes:
        read: the workspaces, as far as they are told of.
        findings: what was found in what the user asked about and is wanted, in order; of each rule in each file the
            first.
        could_not_read: whether some file could not be read at all, also where that is not wanted among the findings.
        rule_crashed: whether a rule of ours broke, likewise.
        untold: how many more findings there are of the rules that files break more often than can be told.
        elsewhere: how many findings are not among these, for they are on lines that have not changed.
    """

    read: tuple[ReadWorkspace, ...]
    findings: tuple[Finding, ...]
    could_not_read: bool
    rule_crashed: bool
    untold: tuple[Untold, ...] = ()
    elsewhere: int = 0

    @property
    def files(self) -> int:
        """How many files of ours the user asked about."""
        return sum(workspace.files for workspace in self.read)

    @property
    def passed_over(self) -> tuple[str, ...]:
        """The YAML files that the user asked about and that are no documents of ours."""
        return tuple(name for workspace in self.read for name in workspace.passed_over)

    @property
    def texts(self) -> Mapping[str, str]:
        """The text of each file that is text and that something is told of, by its name."""
        return {file: text for workspace in self.read for file, text in workspace.texts.items()}

    @property
    def not_whole(self) -> int:
        """How many files of ours that the user asked about could not be read in full, or not at all."""
        documents = (document for workspace in self.read for document in workspace.documents)
        return self.files - sum(document.is_asked and document.is_whole for document in documents)

    def count(self, severity: Severity) -> int:
        """Count the findings of a severity."""
        told = sum(finding.severity is severity for finding in self.findings)
        return told + sum(rest.count for rest in self.untold if rest.severity is severity)

    def has(self, level: Severity) -> bool:
        """Tell whether something was found that matters as much as a level, or more."""
        return any(finding.severity.rank <= level.rank for finding in self.findings)


def together(parts: Sequence[Told]) -> Told:
    """Put together what was told of each workspace, as if all had been checked at once."""
    return Told(
        read=tuple(workspace for part in parts for workspace in part.read),
        findings=tuple(in_order([finding for part in parts for finding in part.findings])),
        could_not_read=any(part.could_not_read for part in parts),
        rule_crashed=any(part.rule_crashed for part in parts),
        untold=tuple(sorted(_every(parts), key=lambda rest: (rest.file, rest.rule, rest.severity))),
    )


def _every(parts: Iterable[Told]) -> Iterable[Untold]:
    return (rest for part in parts for rest in part.untold)


class SettingsError(WrongUseError):
    """A workspace's settings cannot be used.

    Attributes:
        findings: what is wrong with them, in the order of the lines.
        text: what their file holds; empty where that could not be read.
        told: what is said of it, a line for each; the message is the first of them.
    """

    def __init__(self, findings: tuple[Finding, ...], text: str, told: tuple[Text, ...]) -> None:
        super().__init__(told[0])
        self.findings, self.text, self.told = findings, text, told
