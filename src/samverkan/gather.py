"""From the paths that the user gave to workspaces: what each of the files that belong together holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from samverkan.escape import visible
from samverkan.findings import Finding, Severity, Span, in_order
from samverkan.model.kinds import KINDS
from samverkan.model.likeness import looks_like_ours
from samverkan.model.load import is_ours, load, load_settings
from samverkan.model.settings import Settings
from samverkan.source.decoding import decode, is_of_office, shown_text
from samverkan.source.edits import pasted
from samverkan.source.extents import Extents
from samverkan.source.faults import is_unreadable
from samverkan.source.files import SourceFile, is_standard_input
from samverkan.source.lines import lines_of
from samverkan.source.opening import UnreadableError
from samverkan.source.positions import Positions
from samverkan.source.reader import parse
from samverkan.source.workspace_files import Surroundings, is_settings
from samverkan.told import SettingsError
from samverkan.words.checking import CHECKING
from samverkan.words.commands import sentence
from samverkan.words.reading import READING
from samverkan.words.sentence import Text
from samverkan.workspace.document import Document, ids_in
from samverkan.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samverkan.findings import Remark
    from samverkan.model.load import Loaded
    from samverkan.source.faults import Fault
    from samverkan.words.sentence import FieldValue
    from samverkan.workspace.beyond import Beyond

# What a file of ours looks like when it cannot be read: the marker at the start of a line, in any encoding.
_MARKER = re.compile(rb"^\W{0,4}samverkan[\"']?\s*:", re.MULTILINE)
_TOP = Span(1, 1, 1, 2)


class Reader(Protocol):
    """Reads one file, as `read_one` does; one that keeps what it has read need not read it again."""

    def __call__(self, source: SourceFile, raw: bytes, *, is_asked: bool = True) -> tuple[Document | None, list[Fault]]:
        """Read one file."""
        ...


def gather(
    found: Sequence[Surroundings], reader: Reader | None = None, beyond: Beyond | None = None
) -> list[Workspace]:
    """Read the files that the user points at, and what they may refer to.

    Args:
        found: the files that belong together, for each workspace.
        reader: what reads each file; `read_one` unless said.
        beyond: what is known of all documents, where the files are only some of a large workspace's.

    Returns:
        The workspaces, in the same order.

    Raises:
        SettingsError: a workspace's settings are wrong.
    """
    return [_workspace(files, reader or read_one, beyond) for files in found]


def require_settings(found: Sequence[Surroundings]) -> None:
    """Refuse settings that cannot be read, of each workspace before any is read.

    Raises:
        SettingsError: a workspace's settings are wrong.
    """
    for files in found:
        _settings_of(files)


def _workspace(found: Surroundings, reader: Reader, beyond: Beyond | None) -> Workspace:
    settings = _settings_of(found)
    reading = _Reading(reader)
    for source in found.asked:
        reading.take(source, is_asked=True)
    for source in found.around:
        reading.take(source, is_asked=False)
    return reading.workspace(settings, found.root, beyond)


@dataclass
class _Reading:
    """Collects what the files of one workspace hold."""

    reader: Reader
    documents: list[Document] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    lost_ids: set[str] = field(default_factory=set)
    broken: dict[str, str] = field(default_factory=dict)
    could_not_read: bool = False
    files: int = 0
    passed_over: list[str] = field(default_factory=list)

    def take(self, source: SourceFile, *, is_asked: bool) -> None:
        """Read one file, unless it holds the settings; only what the user asked about is counted and judged."""
        if is_settings(source):
            return
        try:
            raw = source.read()
        except UnreadableError as error:
            self._note_unreadable(source, error, is_asked=is_asked)
            return
        document, faults = self.reader(source, raw, is_asked=is_asked)
        if document is None and not faults:
            if is_asked:
                self.passed_over.append(source.name)
            return  # somebody else's file
        if is_asked:
            self.files += 1
            self.findings += [fault.finding(source.name) for fault in faults]
        self.lost_ids |= lost_ids(source, raw, document)
        if document is not None:
            self.documents.append(document)
        else:
            self.broken[source.name] = shown_text(raw)

    def _note_unreadable(self, source: SourceFile, error: UnreadableError, *, is_asked: bool) -> None:
        self.could_not_read = True
        if is_asked:
            self.files += 1
            entry = READING["unreadable-file"]
            fields: dict[str, FieldValue] = {"name": visible(source.name), "why": error.why}
            message, cure = entry.message(fields), entry.help(fields)
            self.findings.append(Finding("unreadable-file", Severity.ERROR, message, cure, source.name, _TOP))

    def workspace(self, settings: Settings | None, root: Path | None, beyond: Beyond | None) -> Workspace:
        """Put together what was read."""
        return Workspace(
            documents=tuple(sorted(self.documents, key=lambda document: document.file)),
            findings=tuple(self.findings),
            unreadable_ids=frozenset(self.lost_ids),
            could_not_read=self.could_not_read,
            files=self.files,
            passed_over=tuple(self.passed_over),
            broken_texts=self.broken,
            folder=str(root) if root else None,
            settings=settings or Settings(samverkan="1", kind="workspace"),
            beyond=beyond,
        )


def lost_ids(source: SourceFile, raw: bytes, document: Document | None) -> set[str]:
    """Give the ids that a file of ours may have and that cannot be read: those that others most often call it by.

    Args:
        source: the file.
        raw: what it holds.
        document: the document in it; None where it cannot be read.
    """
    if document is not None:
        return set() if document.id is not None else {Path(source.name).stem}
    return {Path(source.name).stem, *ids_in(shown_text(raw))}


def read_one(source: SourceFile, raw: bytes, *, is_asked: bool = True) -> tuple[Document | None, list[Fault]]:
    """Read one file by itself: the document, if it is one that can be read, and what is wrong with the text.

    Neither means that it is somebody else's.

    Args:
        source: the file.
        raw: what it holds.
        is_asked: whether the user asked about it.
    """
    marked = _is_marked(source, raw)
    text, faults = decode(raw)
    if text is None or faults:
        return None, _to_tell(_as_meant(text, faults), marked=marked)
    marked = marked or looks_like_ours(text) or _is_prose(text)
    if not marked and not _may_be_ours(raw):
        return None, []
    data, faults = parse(text)
    if data is None:
        return None, _to_tell(_as_meant(text, faults), marked=marked)
    if not marked and not is_ours(data):
        return None, []
    data, faults, loaded = _loaded(text, data, faults)
    document = Document(
        source.name,
        raw,
        data,
        loaded.kind,
        loaded.model,
        loaded.unread,
        tuple(loaded.remarks),
        is_asked=is_asked,
        path=None if is_standard_input(source.path) else source.path,
    )
    return document, faults


def _loaded(text: str, data: Any, faults: list[Fault]) -> tuple[Any, list[Fault], Loaded]:
    """Build the model of what a text holds, as it was meant where a few lines make much else wrong."""
    loaded = load(data)
    if not is_unreadable(faults) and not loaded.remarks:
        return data, faults, loaded
    from samverkan.workspace.misplaced import Read, read_as_meant  # noqa: PLC0415 - heavy, and only for what is wrong

    return read_as_meant(text, Read(data, faults, loaded))


def _as_meant(text: str | None, faults: list[Fault]) -> list[Fault]:
    if text is None:
        return faults
    from samverkan.workspace.unread import told_as_meant  # noqa: PLC0415 - heavy, and only for what is wrong

    return told_as_meant(text, faults)


def _is_prose(text: str) -> bool:
    from samverkan.source.pasted_along import is_prose  # noqa: PLC0415 - heavy, and only for what has no mark

    return is_prose(text)


def _is_marked(source: SourceFile, raw: bytes) -> bool:
    """Tell whether a file is to be judged whatever else it holds: named, marked, or no YAML of anybody's."""
    return source.named or is_of_office(raw) or _MARKER.search(raw.replace(b"\0", b"")) is not None


def _to_tell(faults: list[Fault], *, marked: bool) -> list[Fault]:
    """Give the faults of a file that cannot be read, unless it seems to be somebody else's."""
    is_empty = any(fault.sentence == "empty-file" for fault in faults)
    return faults if marked or is_empty else []


def _may_be_ours(raw: bytes) -> bool:
    """Tell whether a file without the mark is worth parsing: it holds a word of ours, or nothing at all."""
    return b"samverkan" in raw or b"kind" in raw or not raw.strip()


def _settings_of(found: Surroundings) -> Settings | None:
    if found.root is None:
        return None
    if len(found.settings) > 1:
        raise _settings_at_large(found.settings[0].name, sentence("two-settings", folder=visible(str(found.root))))
    return settings_in(found.settings[0])


def settings_in(source: SourceFile) -> Settings:
    """Read the settings of a workspace.

    Raises:
        SettingsError: they cannot be read, or are not settings.
    """
    try:
        raw = source.read()
    except UnreadableError as error:
        why, cure = Text("{why}.", "{why}.", {"why": error.why}), CHECKING["bad-settings"].help({})
        what = sentence("bad-settings", file=source.name, line=1, what=why, cure=cure)
        raise _settings_at_large(source.name, what) from None
    text, faults = decode(raw)
    data = None
    if text is not None and not faults:
        data, faults = parse(text)
    if is_unreadable(faults):
        raise _settings_error(text or "", [fault.finding(source.name) for fault in faults])
    kind = data.get("kind") if isinstance(data, dict) else None
    if isinstance(kind, str) and kind in KINDS:
        raise _settings_at_large(source.name, sentence("settings-name", file=source.name))
    loaded = load_settings(data)
    if isinstance(loaded, Settings):
        return loaded
    raise settings_error(source.name, text or "", loaded)


def settings_error(file: str, text: str, remarks: Iterable[Remark]) -> SettingsError:
    """Say what is wrong with settings, where, and the lines to put in its place.

    Args:
        file: their file, as the user knows it.
        text: what it holds.
        remarks: what is wrong; one at least.
    """
    spans, extents = Positions(text), Extents(text)
    found = [
        Finding(
            made.rule,
            made.severity,
            made.message,
            made.help,
            file,
            spans.of_key(made.path),
            made.path,
            edit=extents.edit(made.mend, made.path) if made.mend else None,
        )
        for made in remarks
    ]
    return _settings_error(text, found)


def _settings_error(text: str, found: Sequence[Finding]) -> SettingsError:
    findings = in_order([replace(finding, rule="bad-settings") for finding in found])
    lines = lines_of(text)
    return SettingsError(tuple(findings), text, tuple(line for one in findings for line in _told(one, lines)))


def _told(finding: Finding, lines: Sequence[str]) -> Iterator[Text]:
    fields: dict[str, FieldValue] = {"what": finding.message, "cure": finding.help}
    yield sentence("bad-settings", file=finding.file, line=finding.span.line, **fields)
    if finding.edit is not None:
        yield sentence("settings-paste")
        yield from (sentence("settings-pasted", line=visible(line)) for line in pasted(lines, finding.edit))


def _settings_at_large(file: str, what: Text) -> SettingsError:
    """Say what is wrong with settings as a whole; the sentence says what to do too."""
    cure = CHECKING["bad-settings"].help({})
    return SettingsError((Finding("bad-settings", Severity.ERROR, what, cure, file, _TOP),), "", (what,))
