"""An organisation's own templates: filled in a child process, for they may loop, grow and break."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.render.engines.settings import in_use
from samverkan.render.engines.workers import Gone, GoneError, ask
from samverkan.words.commands import sentence
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkan.source.folders import ReadFolder

_WORK = "samverkan.render.engines.own_templates_work"
_SECONDS = 5.0
"""How long a template may take: a hundred times what the built-in ones need."""
_SECONDS_TO_TELL = 1.0
_OFFICE_FILES = (".docx", ".odt")


class OwnFiles(NamedTuple):
    """Templates as they go to a child process.

    Attributes:
        files: their contents, by their names.
        refused: why others may not be read, by their names.
    """

    files: Mapping[str, bytes]
    refused: Mapping[str, Text]


class FillRequest(NamedTuple):
    """What is to be filled.

    Attributes:
        name: the template.
        context: what it is filled with.
        is_typst: whether only code that is safe for Typst is let through.
        key: what tells these templates from others.
        own: the templates; None where the child may know them by their key.
        seconds: how long it may take.
    """

    name: str
    context: Mapping[str, object]
    is_typst: bool
    key: str
    own: OwnFiles | None
    seconds: float


def filled(name: str, context: Mapping[str, object], templates: ReadFolder, *, is_typst: bool) -> str:
    """Fill a template of the organisation's own, or a built-in one that it builds on.

    Args:
        name: the template.
        context: what it is filled with.
        templates: the organisation's own.
        is_typst: whether only code that is safe for Typst is let through.

    Raises:
        WrongUseError: a template is faulty, or has no end.
    """
    key, own = _sent(templates)
    if (key, name) in _STOPPED:
        raise _STOPPED[key, name]
    seconds = min(_SECONDS, in_use().seconds)
    request = FillRequest(name, context, is_typst, key, None, seconds)
    try:
        facts, text = ask(_WORK, request, seconds + _SECONDS_TO_TELL)
        if "unknown" in facts:
            facts, text = ask(_WORK, request._replace(own=own), seconds + _SECONDS_TO_TELL)
    except GoneError as gone:
        why = too_slow(seconds) if gone.why is Gone.SLOW else sentence("template-too-big")
        _STOPPED[key, name] = fault_at(name, 1, why)
        raise _STOPPED[key, name] from None
    if "fault" not in facts:
        return text.decode()
    sv, en = facts["fault"]
    fault = WrongUseError(Text("{sv}", "{en}", {"sv": sv, "en": en}))
    if "stopped" in facts:
        _STOPPED[key, name] = fault
    raise fault


_STOPPED: dict[tuple[str, str], WrongUseError] = {}
"""The templates that have been given up: they would keep every other document waiting as long."""


def has_any(templates: ReadFolder) -> bool:
    """Tell whether a folder holds templates, and not only office files."""
    return any(not name.endswith(_OFFICE_FILES) for name in (*templates.files, *templates.refused))


@cache
def _sent(templates: ReadFolder) -> tuple[str, OwnFiles]:
    files = {name: content for name, content in templates.files.items() if not name.endswith(_OFFICE_FILES)}
    parts = (part for name, content in files.items() for part in (name.encode("utf-8", "surrogateescape"), content))
    key = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()
    return key, OwnFiles(files, {name: error.why for name, error in templates.refused.items()})


def too_slow(seconds: float) -> Text:
    """Say that a template was given up."""
    return sentence("template-slow", seconds=f"{seconds:g}")


def fault_at(template: str, line: int, why: Text) -> WrongUseError:
    """Say what is wrong in a template, and where."""
    return WrongUseError(sentence("template-fault", template=visible(template), line=line, why=why))
