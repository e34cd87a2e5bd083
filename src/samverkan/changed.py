"""Which findings a change is to blame for: those on the lines that it has changed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samverkan.gather import read_one
from samverkan.source.files import is_standard_input
from samverkan.source.git import Changed, changed_since
from samverkan.source.opening import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samverkan.findings import Finding, Span
    from samverkan.source.workspace_files import Surroundings
    from samverkan.told import Told
    from samverkan.workspace.document import Document


_SPOIL_THE_CHECK = frozenset({"unreadable-file", "rule-crashed"})
"""What makes the answer less than whole, and so is told whatever has changed."""


@dataclass(frozen=True)
class Changes:
    """What has changed since a revision.

    Attributes:
        by_file: the files that have changed, by the names that the user knows them as.
    """

    by_file: Mapping[str, Changed]

    def among(self, findings: Iterable[Finding], documents: Mapping[str, Document]) -> list[Finding]:
        """Give those of some findings that are on a line that has changed, or about one.

        A finding is if one of the places that it names has changed; if it is about what is missing in a part that lines
        were taken from; and if its file has changed and cannot be read, since what breaks a file is often told further
        down.

        Args:
            findings: the findings.
            documents: the documents that could be read, by their files.
        """
        return [finding for finding in findings if self._concern(finding, documents.get(finding.file))]

    def _concern(self, finding: Finding, document: Document | None) -> bool:
        changed = self.by_file.get(finding.file)
        if finding.rule in _SPOIL_THE_CHECK:
            return True
        if changed is not None and (document is None or _touches(changed, finding.span)):
            return True
        if any(_touches(self.by_file.get(other.file), other.span) for other in finding.related):
            return True
        return changed is not None and document is not None and _lost(changed, finding, document)


def changes_since(revision: str, found: Sequence[Surroundings], environment: Mapping[str, str]) -> Changes:
    """Find what has changed since a revision in files that have been found; the standard input is new.

    Raises:
        WrongUseError: git cannot tell.
    """
    sources = [source for files in found for source in (*files.asked, *files.around)]
    on_disk = [source.path for source in sources if not is_standard_input(source.path)]
    changed = changed_since(revision, on_disk, environment)
    new = Changed(is_new=True)
    by_path = ((source, new if is_standard_input(source.path) else changed.get(source.path)) for source in sources)
    return Changes({source.name: one for source, one in by_path if one is not None})


def only_changed(told: Told, changes: Changes, found: Sequence[Surroundings]) -> Told:
    """Leave out what was told of lines that have not changed; only the documents that have changed are read for it.

    Args:
        told: everything that a check found; none of it may be untold.
        changes: what has changed.
        found: the files that were checked.
    """
    wanted = {finding.file for finding in told.findings} & changes.by_file.keys()
    documents: dict[str, Document] = {}
    for source in (source for files in found for source in (*files.asked, *files.around) if source.name in wanted):
        with suppress(UnreadableError):
            document, _ = read_one(source, source.read())
            documents |= {} if document is None else {source.name: document}
    shown = tuple(changes.among(told.findings, documents))
    return replace(told, findings=shown, elsewhere=len(told.findings) - len(shown))


def _touches(changed: Changed | None, span: Span) -> bool:
    return changed is not None and changed.touches(span.line, span.end_line)


def _lost(changed: Changed, finding: Finding, document: Document) -> bool:
    """Tell whether a finding is about what is not there, in a part that lines were taken from."""
    extents = document.extents.values
    path = document.written_path(finding.path)
    if not changed.gaps or path in extents:
        return False
    while path and path not in extents:
        path = path[:-1]
    around = extents.get(path)
    return around is not None and changed.lost_in(around.start[0] + 1, around.end[0] + 1)
