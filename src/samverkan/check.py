"""The one orchestrator: from the paths that the user gave to workspaces and their findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.findings import Finding, KeyPath, Related, Remark, Severity, in_order
from samverkan.gather import gather
from samverkan.guess import did_you_mean
from samverkan.model.settings import OFF
from samverkan.rules import RULES
from samverkan.rules.rule import Rule, RuleInput
from samverkan.source.ignores import Ignores
from samverkan.source.workspace_files import surroundings
from samverkan.words.commands import sentence
from samverkan.words.sentence import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from samverkan.source.workspace_files import Surroundings
    from samverkan.words.sentence import Text
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_CRASHED = Entry(
    sv="Regeln {rule} gick sönder och är inte prövad här; felet är vårt ({why}).",
    en="The rule {rule} broke and has not been tried here; the fault is ours ({why}).",
    sv_help="De andra reglerna är prövade. Rapportera felet, gärna med filen om den får delas.",
    en_help="The other rules have been tried. Report the fault, with the file if it may be shared.",
)


@dataclass(frozen=True, slots=True)
class RuleSelection:
    """Which rules to try: names of rules or families.

    Attributes:
        select: only these; all where empty.
        ignore: not these.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found.

    Attributes:
        workspaces: the workspaces, each with its documents.
        findings: everything found in what the user asked about, in order.
        could_not_read: whether some file could not be read at all.
        rule_crashed: whether a rule of ours broke.
    """

    workspaces: tuple[Workspace, ...]
    findings: tuple[Finding, ...]
    could_not_read: bool
    rule_crashed: bool

    @property
    def files(self) -> int:
        """How many files of ours the user asked about."""
        return sum(workspace.files for workspace in self.workspaces)

    def count(self, severity: Severity) -> int:
        """Count the findings of a severity."""
        return sum(finding.severity is severity for finding in self.findings)


def check(paths: Sequence[str], today: date, choice: RuleSelection | None = None) -> CheckResult:
    """Read and check the files that the user points at.

    Args:
        paths: files and folders.
        today: the day to judge dates by.
        choice: which rules to try; all unless said.

    Raises:
        WrongUseError: the paths cannot be used together, settings are wrong, or a rule is named that does not exist.
    """
    return check_files(surroundings(paths), today, choice)


def check_files(found: Sequence[Surroundings], today: date, choice: RuleSelection | None = None) -> CheckResult:
    """Check files that have been found, and perhaps read; see `check`."""
    workspaces = gather(found)
    findings: list[Finding] = []
    for workspace in workspaces:
        levels = _levels(choice or RuleSelection(), workspace.settings.rules)
        findings += workspace.findings
        for document in workspace.documents:
            if document.is_asked:
                findings += _of_document(document, workspace, today, levels)
    return CheckResult(
        workspaces=tuple(workspaces),
        findings=tuple(in_order(findings)),
        could_not_read=any(workspace.could_not_read for workspace in workspaces),
        rule_crashed=any(finding.rule == "rule-crashed" for finding in findings),
    )


def rule_named(name: str) -> tuple[Rule | None, Text]:
    """Find a rule by its name, or else say which one may have been meant."""
    found = {rule.name: rule for rule in RULES}
    return found.get(name), did_you_mean(name, found)


def _levels(choice: RuleSelection, own: Mapping[str, str]) -> dict[str, Severity | None]:
    """Give the severity of every rule, None for those that are not tried."""
    families = {rule.family for rule in RULES}
    names = {rule.name for rule in RULES}
    for name in (*choice.select, *choice.ignore, *own):
        if name not in names and name not in families:
            guess = did_you_mean(name, (*names, *families))
            raise WrongUseError(sentence("unknown-rule", value=visible(name), guess=guess))
    found: dict[str, Severity | None] = {}
    for rule in RULES:
        known_as = {rule.name, rule.family}
        level = own.get(rule.name, own.get(rule.family, rule.severity.value))
        left_out = bool(known_as & set(choice.ignore)) or bool(choice.select and not known_as & set(choice.select))
        found[rule.name] = None if left_out or level == OFF else Severity(level)
    return found


def _of_document(
    document: Document, workspace: Workspace, today: date, levels: Mapping[str, Severity | None]
) -> Iterator[Finding]:
    yield from (placed(remark, document, workspace) for remark in document.remarks)
    ignores = Ignores(document.text)
    judged = list(_judged(document, workspace, today, levels))
    yield from (finding for finding in judged if not ignores.silence(finding, today))
    known = {rule.name for rule in RULES}
    yield from (fault.finding(document.file) for fault in ignores.faults(known, levels, today))


def _judged(
    document: Document, workspace: Workspace, today: date, levels: Mapping[str, Severity | None]
) -> Iterator[Finding]:
    """Apply the rules to one document, leaving out what an unread part of it might contradict."""
    if document.model is None:
        return
    case = RuleInput(document.model, document, workspace, today)
    for rule in RULES:
        level = levels[rule.name]
        if level is not None:
            remarks = _tried(rule, case, level)
            yield from (placed(r, document, workspace) for r in remarks if not _in_doubt(r.path, document.unread))


def _tried(rule: Rule, case: RuleInput, level: Severity) -> list[Remark]:  # type: ignore[type-arg]
    try:
        return list(rule.remarks(case, level))
    except Exception as error:  # noqa: BLE001 - one broken rule must not hide what the others find
        fields = {"rule": rule.name, "why": type(error).__name__}
        return [Remark("rule-crashed", Severity.ERROR, _CRASHED.message(fields), _CRASHED.help(fields), ())]


def _in_doubt(path: KeyPath, unread: frozenset[KeyPath]) -> bool:
    return any(path[: len(place)] == place or place[: len(path)] == path for place in unread)


def placed(remark: Remark, document: Document, workspace: Workspace) -> Finding:
    """Find the lines of a remark about a document of a workspace."""
    spans, path = document.positions, document.written_path(remark.path)
    related = tuple(
        Related(other.message, where.file, where.positions.of(where.written_path(other.path)))
        for other in remark.related
        for where in [workspace.by_file[other.file] if other.file else document]
    )
    span = spans.of_key(path) if remark.at_key else spans.of(path)
    return Finding(
        remark.rule, remark.severity, remark.message, remark.help, document.file, span, path, related, remark.hides
    )
