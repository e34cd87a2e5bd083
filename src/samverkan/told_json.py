"""What a check told as plain data and back, as runs keep it and processes send it to each other.

Sentences are kept as they are said in each language. What comes back is checked: it may have been written by anybody.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from samverkan.findings import Edit, Finding, Related, Severity, Span, Untold
from samverkan.told import ReadDocument, ReadWorkspace, Told
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkan.findings import KeyPath

_BOM = b"\xef\xbb\xbf"
_ValueT = TypeVar("_ValueT", str, int, bool)


def to_plain(told: Told) -> dict[str, object]:
    """Give what a check told as plain data, without the texts of the files."""
    return {
        "read": [_read_to_plain(workspace) for workspace in told.read],
        "findings": [_finding_to_plain(finding) for finding in told.findings],
        "untold": [[rest.file, rest.rule, rest.severity.value, rest.count] for rest in told.untold],
        "could_not_read": told.could_not_read,
        "rule_crashed": told.rule_crashed,
    }


def from_plain(plain: object, contents: Mapping[str, bytes]) -> Told:
    """Give what a check told, from what `to_plain` made.

    Args:
        plain: the plain data.
        contents: what the files hold, by their names.

    Raises:
        ValueError: the data are something else.
    """
    match plain:
        case {
            "read": list(read),
            "findings": list(findings),
            "untold": list(untold),
            "could_not_read": bool(could_not_read),
            "rule_crashed": bool(rule_crashed),
        }:
            made = tuple(map(_finding, findings))
            texts = {name: text_of(contents[name]) for name in {one.file for one in made} if name in contents}
            workspaces = tuple(_workspace(one, texts) for one in read)
            return Told(workspaces, made, could_not_read, rule_crashed, tuple(map(_untold, untold)))
    raise ValueError(type(plain).__name__)


def text_of(raw: bytes) -> str:
    """Give what a file holds as a text to show lines of, whatever it is."""
    return raw.removeprefix(_BOM).decode("utf-8", "replace")


def _read_to_plain(workspace: ReadWorkspace) -> list[object]:
    documents = [list(document) for document in workspace.documents]
    return [workspace.folder, workspace.files, documents, list(workspace.passed_over)]


def _workspace(plain: object, texts: Mapping[str, str]) -> ReadWorkspace:
    match plain:
        case [None | str() as folder, int(files), list(documents), list(passed_over)]:
            names = tuple(_is(name, str) for name in passed_over)
            return ReadWorkspace(folder, files, tuple(map(_document, documents)), names, texts)
    raise ValueError(type(plain).__name__)


def _document(plain: object) -> ReadDocument:
    match plain:
        case [str(file), None | str() as kind, bool(is_asked), bool(is_whole)]:
            return ReadDocument(file, kind, is_asked, is_whole)
    raise ValueError(type(plain).__name__)


def _finding_to_plain(finding: Finding) -> dict[str, object]:
    edit = finding.edit
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": _text_to_plain(finding.message),
        "help": _text_to_plain(finding.help),
        "file": finding.file,
        "span": _span_to_plain(finding.span),
        "path": list(finding.path),
        "related": [[_text_to_plain(one.message), one.file, _span_to_plain(one.span)] for one in finding.related],
        "hides": finding.hides,
        "edit": [_span_to_plain(edit.span), edit.text, edit.is_safe, edit.is_example] if edit else None,
        "known_as": finding.known_as,
    }


def _finding(plain: object) -> Finding:
    if not isinstance(plain, dict):
        raise ValueError(type(plain).__name__)  # noqa: TRY004 - what is read is wrong, not who asks for it
    return Finding(
        rule=_is(plain.get("rule"), str),
        severity=Severity(_is(plain.get("severity"), str)),
        message=_text(plain.get("message")),
        help=_text(plain.get("help")),
        file=_is(plain.get("file"), str),
        span=_span(plain.get("span")),
        path=_path(plain.get("path")),
        related=tuple(map(_related, _list(plain.get("related")))),
        hides=_is(plain.get("hides"), bool),
        edit=_edit(plain.get("edit")),
        known_as=_is(plain.get("known_as"), str),
    )


def _related(plain: object) -> Related:
    match plain:
        case [message, str(file), span]:
            return Related(_text(message), file, _span(span))
    raise ValueError(type(plain).__name__)


def _edit(plain: object) -> Edit | None:
    match plain:
        case None:
            return None
        case [span, str(text), bool(is_safe), bool(is_example)]:
            return Edit(_span(span), text, is_safe, is_example)
    raise ValueError(type(plain).__name__)


def _untold(plain: object) -> Untold:
    match plain:
        case [str(file), str(rule), str(severity), int(count)]:
            return Untold(file, rule, Severity(severity), count)
    raise ValueError(type(plain).__name__)


def _text_to_plain(text: Text) -> list[str]:
    return [sys.intern(text.say("sv")), sys.intern(text.say("en"))]  # for the same reason


def _text(plain: object) -> Text:
    match plain:
        case [str(sv), str(en)]:
            return _said(sv, en)
    raise ValueError(type(plain).__name__)


@lru_cache(maxsize=256)
def _said(sv: str, en: str) -> Text:
    """Give a sentence as it was said; the same one for all who say it, for thousands of findings have one help."""
    return Text(_literal(sv), _literal(en))


def _literal(said: str) -> str:
    return said.replace("{", "{{").replace("}", "}}")


def _span_to_plain(span: Span) -> list[int]:
    return [span.line, span.column, span.end_line, span.end_column]


def _span(plain: object) -> Span:
    match plain:
        case [int(line), int(column), int(end_line), int(end_column)]:
            return Span(line, column, end_line, end_column)
    raise ValueError(type(plain).__name__)


def _path(plain: object) -> KeyPath:
    return tuple(_is(step, int) if isinstance(step, int) else _is(step, str) for step in _list(plain))


def _list(plain: object) -> list[object]:
    if isinstance(plain, list):
        return plain
    raise ValueError(type(plain).__name__)


def _is(plain: object, kind: type[_ValueT]) -> _ValueT:
    if isinstance(plain, kind):
        return plain
    raise ValueError(type(plain).__name__)
