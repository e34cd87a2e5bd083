"""The one orchestrator: from the paths that the user gave to workspaces and their findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from samverkan.catalogue import catalogue, families, guess_name, is_form
from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.findings import Finding, Mend, MendKind, Related, Remark, Severity, first_of_each, known_as
from samverkan.gather import gather, settings_error
from samverkan.guess import did_you_mean
from samverkan.model.remarks import empties, is_empty
from samverkan.model.remarks import remark as of_form
from samverkan.model.settings import OFF
from samverkan.rules import RULES
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Rule, RuleInput
from samverkan.source.decoding import decode
from samverkan.source.ignores import Ignores
from samverkan.source.lines import lines_of
from samverkan.source.workspace_files import surroundings
from samverkan.told import ReadDocument, ReadWorkspace, RuleSelection, Told
from samverkan.words.checking import CHECKING
from samverkan.words.commands import sentence
from samverkan.words.retired import RETIRED
from samverkan.workspace.asked_for import with_id_asked_for
from samverkan.workspace.meant import told_in_workspace
from samverkan.workspace.one_list import told_by_list
from samverkan.workspace.remembered import forget
from samverkan.workspace.standing import standing_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from samverkan.catalogue import FindingName
    from samverkan.changed import Changes
    from samverkan.gather import Reader
    from samverkan.source.files import SourceFile
    from samverkan.source.workspace_files import Surroundings
    from samverkan.told import SettingsError
    from samverkan.workspace.beyond import Beyond
    from samverkan.workspace.document import Document
    from samverkan.workspace.standing import Standing
    from samverkan.workspace.workspace import Workspace

_LEAST_EMPTY = 3
"""As many empty rows are told in one finding."""
ALL = "all"
"""What stands for all rules in a workspace's settings."""


@dataclass(frozen=True)
class CheckResult(Told):
    """What a check found, with the workspaces themselves.

    Attributes:
        workspaces: the workspaces, each with its documents.
    """

    workspaces: tuple[Workspace, ...] = ()

    @property
    def errors_of_form_and_law(self) -> Mapping[str, int]:
        """How many errors of a file are for a draft to bear on its first page: of its form, and against the law."""
        counts = Counter(f.file for f in self.findings if f.severity is Severity.ERROR and _is_form_or_law(f.rule))
        for rest in self.untold:
            if rest.severity is Severity.ERROR and _is_form_or_law(rest.rule):
                counts[rest.file] += rest.count
        return counts


def check(paths: Sequence[str], today: date, choice: RuleSelection | None = None) -> CheckResult:
    """Read and check the files that the user points at.

    Args:
        paths: files and folders.
        today: the day to judge dates by.
        choice: which findings are wanted; all unless said.

    Raises:
        WrongUseError: the paths cannot be used together, settings are wrong, or a name stands for no finding.
    """
    return check_files(surroundings(paths), today, choice)


def of_settings(error: SettingsError) -> CheckResult:
    """Give what is wrong with settings that cannot be used, and nothing of documents, for programs."""
    texts = {error.findings[0].file: error.text}
    read = (ReadWorkspace(folder=None, files=0, documents=(), passed_over=(), texts=texts),)
    return CheckResult(read, error.findings, could_not_read=False, rule_crashed=False)


def told_of(files: Surroundings, today: date, choice: RuleSelection, reader: Reader | None = None) -> Told:
    """Check the files of one workspace, and let go of its documents; see `check_files`."""
    return without_documents(check_files([files], today, choice, reader=reader))


def told_of_some(
    files: Surroundings, today: date, choice: RuleSelection, reader: Reader | None, beyond: Beyond
) -> Told:
    """Check those files of a large workspace that have to do with each other, and let go of them; see `check_some`."""
    return without_documents(check_some(files, today, choice, reader, beyond))


def check_some(
    files: Surroundings, today: date, choice: RuleSelection, reader: Reader | None, beyond: Beyond
) -> CheckResult:
    """Check those files of a large workspace that have to do with each other; see `check`.

    Args:
        files: the files.
        today: the day to judge dates by.
        choice: which findings are wanted.
        reader: as in `gather`.
        beyond: what is known of all its documents.
    """
    return _result([files], gather([files], reader, beyond), today, choice, None)


def without_documents(result: CheckResult) -> Told:
    """Give what a check found, and let go of the documents that it looked at."""
    named = {finding.file for finding in result.findings}
    read = tuple(
        replace(workspace, texts={file: workspace.texts[file] for file in workspace.texts if file in named})
        for workspace in result.read
    )
    forget()
    return Told(read, result.findings, result.could_not_read, result.rule_crashed, result.untold)


def check_files(
    found: Sequence[Surroundings],
    today: date,
    choice: RuleSelection | None = None,
    changes: Changes | None = None,
    *,
    reader: Reader | None = None,
) -> CheckResult:
    """Check files that have been found, and perhaps read; see `check`.

    Args:
        found: the files.
        today: the day to judge dates by.
        choice: which findings are wanted; all unless said.
        changes: what has changed, where only findings on that are wanted.
        reader: as in `gather`.
    """
    return _result(found, gather(found, reader), today, choice or RuleSelection(), changes)


def _result(
    found: Sequence[Surroundings],
    workspaces: Sequence[Workspace],
    today: date,
    choice: RuleSelection,
    changes: Changes | None,
) -> CheckResult:
    _refuse_unknown(choice)
    for files, workspace in zip(found, workspaces, strict=True):
        _refuse_wronglevels_of(files.settings, workspace.settings.rules)
    findings = [finding for workspace in workspaces for finding in _of_workspace(workspace, today, choice)]
    by_file = {document.file: document for workspace in workspaces for document in workspace.documents}
    wanted = [finding for finding, is_wanted in findings if is_wanted]
    shown = wanted if changes is None else changes.among(wanted, by_file)
    told, untold = first_of_each(shown)
    return CheckResult(
        read=tuple(map(_read, workspaces)),
        workspaces=tuple(workspaces),
        findings=tuple(_finished(told, workspaces)),
        untold=untold,
        could_not_read=any(workspace.could_not_read for workspace in workspaces),
        rule_crashed=any(finding.rule == "rule-crashed" for finding, _ in findings),
        elsewhere=len(wanted) - len(shown),
    )


def _read(workspace: Workspace) -> ReadWorkspace:
    documents = workspace.documents
    return ReadWorkspace(
        folder=workspace.folder,
        files=workspace.files,
        documents=tuple(ReadDocument(one.file, one.kind, one.is_asked, one.is_whole) for one in documents),
        passed_over=workspace.passed_over,
        texts=_Texts({one.file: one for one in documents}, workspace.broken_texts),
    )


@dataclass(frozen=True, eq=False)
class _Texts(Mapping[str, str]):
    """The texts of documents and of files that are none, each made when it is asked for: few are shown."""

    documents: Mapping[str, Document]
    broken: Mapping[str, str]

    def __getitem__(self, file: str) -> str:
        return self.broken[file] if file in self.broken else self.documents[file].text

    def __iter__(self) -> Iterator[str]:
        return chain(self.documents, (file for file in self.broken if file not in self.documents))

    def __len__(self) -> int:
        return len(self.documents.keys() | self.broken.keys())


def _finished(findings: Iterable[Finding], workspaces: Sequence[Workspace]) -> Iterator[Finding]:
    """Tell how files are mended, and what findings are known by, of those that are told: thousands are not."""
    by_file = {document.file: document for workspace in workspaces for document in workspace.documents}
    broken = {file: text for workspace in workspaces for file, text in workspace.broken_texts.items()}

    @cache
    def lines(file: str) -> list[str]:
        return lines_of(by_file[file].text if file in by_file else broken.get(file, ""))

    for finding in findings:
        document = by_file.get(finding.file)
        edit = document.extents.edit(finding.mend, finding.path) if document and finding.mend else finding.edit
        name = known_as(finding, document.data if document else None, partial(lines, finding.file))
        yield replace(finding, edit=edit, known_as=name)


class Levels:
    """Which findings are wanted in a workspace, and how much each matters in a document of some standing."""

    def __init__(self, choice: RuleSelection, own: Mapping[str, str]) -> None:
        """Take what was asked for, and the workspace's settings by name, family or `all`."""
        self._own = own
        self._rules: dict[tuple[str | None, Standing], tuple[tuple[Rule, Severity], ...]] = {}
        self.wanted = frozenset(
            entry.name
            for entry in catalogue().values()
            if _is_chosen(entry, choice) and not (entry.is_rule and self._stated(entry) == OFF)
        )

    def rules(self, kind: str | None, standing: Standing) -> Sequence[tuple[Rule, Severity]]:
        """Give the wanted rules that look at documents of a kind, with how much what each finds matters."""
        if (kind, standing) not in self._rules:
            levels = ((rule, self._of(rule.name, standing)) for rule in RULES if kind in rule.kinds)
            self._rules[kind, standing] = tuple((rule, level) for rule, level in levels if level is not None)
        return self._rules[kind, standing]

    def _of(self, name: str, standing: Standing) -> Severity | None:
        """Give how much a finding matters, None for what is neither tried nor said; the settings decide before all."""
        if name not in self.wanted:
            return None
        entry = catalogue()[name]
        stated = self._stated(entry)
        return Severity(stated) if stated else entry.severity_in(standing)

    def _stated(self, entry: FindingName) -> str | None:
        return next((self._own[key] for key in (entry.name, entry.family, ALL) if key in self._own), None)


@lru_cache(maxsize=64)
def levels_of(choice: RuleSelection, own: tuple[tuple[str, str], ...]) -> Levels:
    """Give the levels of workspaces with the same settings: there may be hundreds, most with none of their own."""
    return Levels(choice, dict(own))


def _refuse_unknown(choice: RuleSelection) -> None:
    for name in (*choice.select, *choice.ignore):
        if _is_unknown(name):
            raise WrongUseError(sentence("unknown-rule", value=visible(name), guess=guess_name(name)))


def _refuse_wronglevels_of(settings: Sequence[SourceFile], own: Mapping[str, str]) -> None:
    if wrong := [_wrong_level(name) for name in own if name != ALL and (_is_unknown(name) or is_form(name))]:
        text = decode(settings[0].read())[0] or ""
        raise settings_error(settings[0].name, text, wrong)


def _wrong_level(name: str) -> Remark:
    """Say that a name under `rules` in settings has no level: no rule is called so, or it is about form."""
    place = ("rules", name)
    if is_form(name):
        return of_form("level-of-form", place, at_key=True, value=name)
    guess = did_you_mean(name, (*catalogue(), *families(), (ALL, "alla")))
    said = of_form("unknown-level", place, at_key=True, value=visible(name), guess=guess)
    return replace(said, mend=Mend(guess, MendKind.KEY))


def _is_unknown(name: str) -> bool:
    return not (name in catalogue() or name in families() or name in RETIRED)


def _is_chosen(entry: FindingName, choice: RuleSelection) -> bool:
    selected = [name for name in choice.select if entry.is_rule or is_form(name)]
    return not entry.known_as & set(choice.ignore) and (not selected or bool(entry.known_as & set(selected)))


def _is_form_or_law(name: str) -> bool:
    return catalogue()[name].concern in {None, Concern.LAW, Concern.PERSONAL_DATA}


def _of_workspace(workspace: Workspace, today: date, choice: RuleSelection) -> Iterator[tuple[Finding, bool]]:
    """Give what is found in a workspace, and whether each is wanted."""
    levels = levels_of(choice, tuple(workspace.settings.rules.items()))
    asked = (document for document in workspace.documents if document.is_asked)
    of_documents = (finding for one in asked for finding in _of_document(one, workspace, today, levels))
    of_files = (with_id_asked_for(finding, workspace) for finding in workspace.findings)
    yield from ((finding, finding.rule in levels.wanted) for finding in chain(of_files, of_documents))


def _of_document(document: Document, workspace: Workspace, today: date, levels: Levels) -> Iterator[Finding]:
    yield from _of_form(document, workspace)
    ignores = Ignores(document.text)
    judged = list(_judged(document, workspace.as_meant, today, levels))
    if not ignores.are_there:  # as in most documents
        yield from judged
        return
    yield from (finding for finding in judged if not ignores.silence(finding, today))
    # a rule keeps silent of what could not be read, so that none is known to have had nothing to say
    rules = {
        name: (name in levels.wanted and document.is_whole) or None
        for name, entry in catalogue().items()
        if entry.is_rule
    }
    rules.update(dict.fromkeys(RETIRED))
    yield from (fault.finding(document.file) for fault in ignores.faults(rules, catalogue(), today))


def _of_form(document: Document, workspace: Workspace) -> Iterator[Finding]:
    """Give what is wrong with a document's form: what is only empty in one finding, where it is more than a few."""
    if not document.remarks:
        return
    from samverkan.workspace.no_party import with_no_party  # noqa: PLC0415 - heavy, and only for what is wrong
    from samverkan.workspace.swapped import swapped  # noqa: PLC0415 - likewise
    from samverkan.workspace.without_comma import without_comma  # noqa: PLC0415 - likewise

    told: list[Finding] = []
    empty: dict[str, list[Finding]] = {}
    meant = (
        swapped(remark, document, workspace)
        or without_comma(remark, document, workspace)
        or told_in_workspace(remark, document, workspace)
        for remark in document.remarks
    )
    for remark in told_by_list(with_no_party(meant, document, workspace), document):
        made = placed(remark, document, workspace)
        (empty.setdefault(made.help.say("sv"), []) if is_empty(remark) else told).append(made)
    for alike in empty.values():
        yield from [_in_one(alike)] if len(alike) >= _LEAST_EMPTY else alike
    yield from told


def _in_one(empty: Sequence[Finding]) -> Finding:
    """Tell of several lines without a value at once, at the first of them."""
    first = min(empty, key=lambda finding: finding.span.line)
    return replace(first, message=empties(sorted({finding.span.line for finding in empty})), mend=None)


def _judged(document: Document, workspace: Workspace, today: date, levels: Levels) -> Iterator[Finding]:
    """Apply the rules to one document."""
    if document.model is None:
        return
    case = RuleInput(document.model, document, workspace, today)
    for rule, level in levels.rules(document.kind, standing_of(document, today)):
        for remark in _tried(rule, case, level):
            yield placed(remark, document, workspace)


def _tried(rule: Rule, case: RuleInput[Any], level: Severity) -> list[Remark]:
    try:
        return list(rule.remarks(case, level))
    except Exception as error:  # noqa: BLE001 - one broken rule must not hide what the others find
        fields = {"rule": rule.name, "why": type(error).__name__}
        says = CHECKING["rule-crashed"]
        return [Remark("rule-crashed", Severity.ERROR, says.message(fields), says.help(fields), ())]


def placed(remark: Remark, document: Document, workspace: Workspace) -> Finding:
    """Find the lines of a remark about a document of a workspace."""
    spans, path = document.positions, document.written_path(remark.path)
    related = tuple(
        Related(other.message, where.file, where.positions.of(where.written_path(other.path)))
        for other in remark.related
        for where in [workspace.by_file[other.file] if other.file else document]
    )
    span = spans.of_key(path) if remark.at_key else spans.of(path)
    span = span if remark.row is None else spans.of_line(remark.row)
    return Finding(
        remark.rule,
        remark.severity,
        remark.message,
        remark.help,
        document.file,
        span,
        path,
        related,
        remark.hides,
        mend=remark.mend,
    )
