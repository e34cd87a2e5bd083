"""The one orchestrator: from the paths that the user gave to a workspace and its findings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.findings import Finding, Path, Related, Remark, Severity, Span, in_order
from samverkan.messages import Entry, Text
from samverkan.messages.reading import READING
from samverkan.model.load import is_ours, load
from samverkan.rules import RULES
from samverkan.rules.rule import Case, Rule
from samverkan.source.decoding import BOM, decode
from samverkan.source.files import SourceFile, UnreadableError, find_files
from samverkan.source.reader import parse
from samverkan.text import visible
from samverkan.workspace import Document, Workspace, ids_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from samverkan.source.faults import Fault

# What a file of ours looks like when it cannot be read: the marker at the start of a line, in any encoding.
_MARKER = re.compile(rb"^\W{0,4}samverkan[\"']?\s*:", re.MULTILINE)
_TOP = Span(1, 1, 1, 2)
_CRASHED = Entry(
    sv="Regeln {rule} gick sönder och är inte prövad här; felet är vårt ({why}).",
    en="The rule {rule} broke and has not been tried here; the fault is ours ({why}).",
    sv_help="De andra reglerna är prövade. Rapportera felet, gärna med filen om den får delas.",
    en_help="The other rules have been tried. Report the fault, with the file if it may be shared.",
)


@dataclass(frozen=True, slots=True)
class Result:
    """What a check found.

    Attributes:
        workspace: the documents.
        findings: everything found, in order.
        could_not_read: whether some file could not be read at all.
        rule_crashed: whether a rule of ours broke.
    """

    workspace: Workspace
    findings: tuple[Finding, ...]
    could_not_read: bool
    rule_crashed: bool

    def count(self, severity: Severity) -> int:
        """Count the findings of a severity."""
        return sum(finding.severity is severity for finding in self.findings)


def check(paths: Sequence[str], today: date) -> Result:
    """Read and check the files that the user points at.

    Args:
        paths: files and folders.
        today: the day to judge dates by.

    Raises:
        WrongUseError: the paths cannot be used together.
    """
    workspace = read_workspace(find_files(paths))
    findings = [*workspace.findings, *(placed(r, d, workspace) for d in workspace.documents for r in d.remarks)]
    crashed = False
    for document in workspace.documents:
        for finding in _judged(document, workspace, today):
            findings.append(finding)
            crashed = crashed or finding.rule == "rule-crashed"
    return Result(workspace, tuple(in_order(findings)), workspace.could_not_read, crashed)


def read_workspace(sources: Sequence[SourceFile]) -> Workspace:
    """Read files into a workspace; what cannot be read is among its findings."""
    documents: list[Document] = []
    findings: list[Finding] = []
    lost_ids: set[str] = set()
    broken: dict[str, str] = {}
    could_not_read, files = False, 0
    for source in sources:
        try:
            raw = source.read()
        except UnreadableError as error:
            could_not_read, files = True, files + 1
            findings.append(_unreadable(source, error))
            continue
        document, faults = _read(source, raw)
        if document is None and not faults:
            continue  # somebody else's file
        files += 1
        findings += [fault.finding(source.name) for fault in faults]
        if document is not None:
            documents.append(document)
        else:
            broken[source.name] = raw.removeprefix(BOM).decode("utf-8", "replace")
            lost_ids |= ids_in(broken[source.name])
    return Workspace(tuple(documents), tuple(findings), frozenset(lost_ids), could_not_read, files, broken)


def _read(source: SourceFile, raw: bytes) -> tuple[Document | None, list[Fault]]:
    """Read one file. Neither a document nor faults means that it is somebody else's."""
    marked = source.named or _MARKER.search(raw.replace(b"\0", b"")) is not None
    text, faults = decode(raw)
    if text is None or faults:
        return None, faults if marked else []
    if not marked and b"samverkan" not in raw and b"kind" not in raw and raw.strip():
        return None, []
    data, faults = parse(text)
    if data is None:
        is_empty = any(fault.sentence == "empty-file" for fault in faults)
        return None, faults if marked or is_empty else []
    if not source.named and not is_ours(data):
        return None, []
    loaded = load(data)
    document = Document(source.name, text, data, loaded.kind, loaded.model, loaded.unread, tuple(loaded.remarks))
    return document, faults


def _judged(document: Document, workspace: Workspace, today: date) -> Iterator[Finding]:
    """Apply the rules to one document, leaving out what an unread part of it might contradict."""
    if document.model is None:
        return
    case = Case(document.model, document, workspace, today)
    for rule in RULES:
        if document.kind in rule.kinds:
            remarks = _tried(rule, case)
            yield from (placed(r, document, workspace) for r in remarks if not _in_doubt(r.path, document.unread))


def _tried(rule: Rule, case: Case) -> list[Remark]:  # type: ignore[type-arg]
    try:
        return list(rule.remarks(case))
    except Exception as error:  # noqa: BLE001 - one broken rule must not hide what the others find
        fields = {"rule": rule.name, "why": type(error).__name__}
        return [Remark("rule-crashed", Severity.ERROR, _CRASHED.message(fields), _CRASHED.help(fields), ())]


def _in_doubt(path: Path, unread: frozenset[Path]) -> bool:
    return any(path[: len(place)] == place or place[: len(path)] == path for place in unread)


def placed(remark: Remark, document: Document, workspace: Workspace) -> Finding:
    """Find the lines of a remark about a document of a workspace."""
    spans, path = document.positions, document.written_path(remark.path)
    related = tuple(
        Related(other.message, where.file, where.positions.of(other.path))
        for other in remark.related
        for where in [workspace.by_file[other.file] if other.file else document]
    )
    span = spans.of_key(path) if remark.at_key else spans.of(path)
    return Finding(remark.rule, remark.severity, remark.message, remark.help, document.file, span, path, related)


def _unreadable(source: SourceFile, error: UnreadableError) -> Finding:
    entry = READING["unreadable-file"]
    fields: dict[str, str | Text] = {"name": visible(source.name), "why": error.why}
    return Finding("unreadable-file", Severity.ERROR, entry.message(fields), entry.help(fields), source.name, _TOP)
