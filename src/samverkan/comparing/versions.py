"""The two versions to compare, out of files and out of git."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.comparing.saying import Version
from samverkan.errors import ExitCode, NothingToCheckError, SamverkanError, WrongUseError
from samverkan.escape import visible
from samverkan.findings import Severity
from samverkan.gather import gather, read_one
from samverkan.model.choices import KINDS_WITH_ARTICLE, Kind
from samverkan.source.decoding import MOST_BYTES
from samverkan.source.files import SourceFile, find_files, is_standard_input
from samverkan.source.git import content_at
from samverkan.source.opening import UnreadableError, cannot_read
from samverkan.source.workspace_files import surroundings
from samverkan.words.comparing import say_of
from samverkan.words.sentence import Text
from samverkan.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkan.words.sentence import FieldValue
    from samverkan.workspace.document import Document

_FINISHED = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_REVISION, _DRIVE = ":", 1


class NotWholeError(SamverkanError):
    """A version cannot be read in full, so that nothing true can be said of what differs."""

    exit_code = ExitCode.FINDINGS


def two_versions(named: tuple[str, str], environment: Mapping[str, str]) -> tuple[Version, Version]:
    """Read the versions that the user names, first to last: files, `-`, or files in git as `REVISION:FILE`.

    Raises:
        WrongUseError: one is a folder or a finished file, they are of different kinds, or git cannot tell.
        NothingToCheckError: one is no document of ours.
        ReadWriteError: one cannot be read.
        NotWholeError: one can be read in part only.
    """
    if named == ("-", "-"):
        find_files(named)
    before, after = (_version(one, environment) for one in named)
    kinds = before.document.kind, after.document.kind
    if kinds[0] != kinds[1]:
        one, other = (Text(*KINDS_WITH_ARTICLE[known]) for kind in kinds for known in Kind if known == kind)
        names: dict[str, FieldValue] = {"before": before.name, "after": after.name}
        raise WrongUseError(say_of("other-kinds").with_fields(**names, one=one, other=other))
    return before, after


def since(path: str, revision: str, environment: Mapping[str, str]) -> tuple[Version, Version]:
    """Read a file as it was at a revision and as it is; see `two_versions`."""
    return two_versions((f"{revision}{_REVISION}{path}", path), environment)


def _version(named: str, environment: Mapping[str, str]) -> Version:
    revision, path = _parted(named)
    source = _found(path)
    if revision:
        content, _ = content_at(revision, source.path, environment, MOST_BYTES)
        source = replace(source, content=content)
    name = visible(f"{revision}{_REVISION}{source.name}") if revision else source.name
    try:
        raw = source.read()
    except UnreadableError as error:
        raise cannot_read(name, error) from None
    document = _document(source, raw, name)
    return Version(document, _around(document, source, path), name)


def _parted(named: str) -> tuple[str, str]:
    """Part a name into revision and file; what is a file as it stands, or has only a drive's letter, is no revision."""
    revision, mark, path = named.partition(_REVISION)
    is_file = (
        not (mark and revision and path) or os.path.lexists(named) or (len(revision) == _DRIVE and os.name == "nt")
    )
    return ("", named) if is_file else (revision, path)


def _found(path: str) -> SourceFile:
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for long names
        raise WrongUseError(say_of("folder-given").with_fields(name=visible(path)))
    return find_files([path])[0]


def _document(source: SourceFile, raw: bytes, name: str) -> Document:
    if raw.startswith(_FINISHED):
        raise WrongUseError(say_of("finished-file").with_fields(name=name))
    document, faults = read_one(source, raw)
    wrong = [one for one in (fault.finding(name) for fault in faults) if one.severity is Severity.ERROR]
    if wrong:
        raise _not_whole(name, wrong[0].span.line, wrong[0].message)
    if document is None or (document.kind is None and document.model is None):
        raise NothingToCheckError(say_of("not-ours").with_fields(name=name))
    if not document.is_whole:
        remark = next(iter(document.remarks), None)
        place = document.written_path(remark.path) if remark else ()
        what = remark.message if remark else say_of("nothing")
        raise _not_whole(name, document.positions.of(place).line, what)
    return document


def _not_whole(name: str, line: int, what: FieldValue) -> NotWholeError:
    return NotWholeError(say_of("not-whole").with_fields(name=name, line=line, what=what))


def _around(document: Document, source: SourceFile, path: str) -> Workspace:
    """Put a document among those around its file now, with their settings, in the place of that with its id."""
    if is_standard_input(source.path) or not Path(path).parent.is_dir():
        return Workspace((document,))
    around = gather(surroundings([path]))
    near = around[0] if around else Workspace()
    others = (other for workspace in around for other in workspace.documents if other.id != document.id)
    return Workspace((document, *others), near.settings, near.folder)
