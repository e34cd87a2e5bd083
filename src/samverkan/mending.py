"""Files with slips to files without: what is beyond doubt is mended, until nothing of that kind is left.

Only what is said of a document's form is mended. Comments, the order of keys and the author's prose stay to the letter,
and so does what was agreed: a text whose fingerprint would change is left as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from samverkan.gather import read_one, settings_in
from samverkan.model.fingerprint import is_same
from samverkan.source.decoding import BOM
from samverkan.source.edits import applied
from samverkan.source.workspace_files import is_settings
from samverkan.told import SettingsError

if TYPE_CHECKING:
    from samverkan.findings import Edit, Finding
    from samverkan.source.faults import Fault
    from samverkan.source.files import SourceFile
    from samverkan.workspace.document import Document

_MOST_ROUNDS = 40
"""One mend can lay another slip bare, a line at a time; what is left after so many is mended the next time."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file and what becomes of it.

    Attributes:
        old: the file's text.
        new: the same with its slips mended.
        content: what the file is to hold, line ends and byte order mark as before.
        changes_agreed: whether mending would change the text that the file says was agreed; then nothing is mended.
        is_ours: whether it is a file of ours at all.
        is_whole: whether it can be read in full once it is mended.
    """

    old: str
    new: str
    content: bytes
    changes_agreed: bool = False
    is_ours: bool = True
    is_whole: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether there is something to mend."""
        return self.new != self.old


def mended(source: SourceFile, raw: bytes) -> Mended:
    """Mend what is beyond doubt in one file, a document or settings; what is neither stays as it is.

    Args:
        source: the file.
        raw: what it holds.
    """
    mark = BOM if raw.startswith(BOM) else b""
    try:
        old = raw.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError:
        return Mended("", "", raw)
    if is_settings(source):
        new = _mended_text(source, old)
        return Mended(old, new, mark + new.encode(), is_whole=not _faults_of_settings(source, new))
    document, faults = _read(source, old)
    if document is None and not faults:
        return Mended(old, old, raw, is_ours=False)
    new = _mended_text(source, old)
    if new != old and _changes_agreed(source, old, new):
        return Mended(old, old, raw, changes_agreed=True)
    after = _read(source, new)[0]
    return Mended(old, new, mark + new.encode(), is_whole=after is not None and after.is_whole)


def _mended_text(source: SourceFile, old: str) -> str:
    text = old
    for _ in range(_MOST_ROUNDS):
        edits = _safe_edits(source, text)
        if not edits:
            break
        text = applied(text, *edits)
    return text


def _safe_edits(source: SourceFile, text: str) -> list[Edit]:
    """Give the safe edits of a text that do not touch each other, the last first."""
    found = _edits_of_settings(source, text) if is_settings(source) else _edits_of_document(source, text)
    safe = sorted((edit for edit in found if edit is not None and edit.is_safe), key=_start)
    apart = [later for earlier, later in pairwise(safe) if _end(earlier) < _start(later)]
    return [*reversed(apart), *safe[:1]]


def _edits_of_document(source: SourceFile, text: str) -> list[Edit | None]:
    document, faults = _read(source, text)
    found = [fault.edit for fault in faults]
    if document is not None:
        mends = [(remark.mend, remark.path) for remark in document.remarks if remark.mend and remark.mend.is_safe]
        found += [document.extents.edit(mend, document.written_path(path)) for mend, path in mends]
    return found


def _edits_of_settings(source: SourceFile, text: str) -> list[Edit | None]:
    return [finding.edit for finding in _faults_of_settings(source, text)]


def _faults_of_settings(source: SourceFile, text: str) -> tuple[Finding, ...]:
    try:
        settings_in(replace(source, content=text.encode()))
    except SettingsError as error:
        return error.findings
    return ()


def _start(edit: Edit) -> tuple[int, int]:
    return edit.span.line, edit.span.column


def _end(edit: Edit) -> tuple[int, int]:
    return edit.span.end_line, edit.span.end_column


def _changes_agreed(source: SourceFile, old: str, new: str) -> bool:
    """Tell whether a text that could be read would change, or would not be the one whose fingerprint it bears."""
    before, after = _read(source, old)[0], _read(source, new)[0]
    if before is not None and before.is_whole:
        return after is None or before.fingerprint != after.fingerprint
    written = after.value_at(("signatures", "fingerprint")) if after is not None and after.is_whole else None
    return after is not None and isinstance(written, str) and not is_same(written, after.fingerprint)


@lru_cache(maxsize=2)
def _read(source: SourceFile, text: str) -> tuple[Document | None, list[Fault]]:
    """Read a text as what a file holds: as it was and as it is, each of which is asked for several times."""
    return read_one(source, text.encode())
