"""Mends that an editor can make: of one finding, and of all that is beyond doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    OptionalVersionedTextDocumentIdentifier,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from samverkan.lsp.diagnostics import diagnostic
from samverkan.mending import mended
from samverkan.source.edits import moved_by
from samverkan.source.lines import lines_of
from samverkan.words.lsp import LSP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.findings import Edit, Finding
    from samverkan.lsp.desk import Seen
    from samverkan.lsp.units import Units
    from samverkan.words.sentence import Language

_MOST_SHOWN = 60
_ALL = f"{CodeActionKind.SourceFixAll.value}.samverkan"


class Actions:
    """Tells how an open text is mended."""

    def __init__(self, seen: Seen, units: Units, language: Language) -> None:
        """Take the text, how the editor counts columns, and the language of what the mends are called."""
        self._seen, self._units, self._language = seen, units, language

    def at(self, where: Range, only: Sequence[str] | None) -> list[CodeAction]:
        """Give the mends of what was found in a range.

        Args:
            where: the range.
            only: the kinds of mends that are wanted; all unless said.
        """
        found = []
        if _is_wanted(CodeActionKind.QuickFix.value, only):
            found += [action for finding in self._seen.findings if (action := self._mend(finding, where)) is not None]
        if _is_wanted(_ALL, only) and (every := self._all()) is not None:
            found.append(every)
        return found

    def _mend(self, finding: Finding, where: Range) -> CodeAction | None:
        place = self._units.range_of(self._seen.text.lines, finding.span)
        if finding.edit is None or place.end.line < where.start.line or place.start.line > where.end.line:
            return None
        lines = self._seen.text.lines
        written = TextEdit(self._units.range_of(lines, finding.edit.span), self._ended(finding.edit.text))
        return CodeAction(
            LSP["mend-example" if finding.edit.is_example else "mend"]
            .with_fields(what=_shown(finding.edit, lines))
            .say(self._language),
            CodeActionKind.QuickFix,
            [diagnostic(finding, lines, self._units, self._language)],
            is_preferred=finding.edit.is_safe,
            edit=self._edit([written]),
        )

    def _all(self) -> CodeAction | None:
        """Give what `samverkan fix` would do with the text; None where that is nothing."""
        found = mended(self._seen.source, self._seen.text.content)
        if not found.is_changed:
            return None
        lines = self._seen.text.lines
        whole = self._units.between(lines, (0, 0), (len(lines) - 1, len(lines[-1])))
        return CodeAction(LSP["mend-all"].say(self._language), _ALL, edit=self._edit([TextEdit(whole, found.new)]))

    def _edit(self, edits: list[TextEdit]) -> WorkspaceEdit:
        text = self._seen.text
        which = OptionalVersionedTextDocumentIdentifier(text.uri, text.version)
        return WorkspaceEdit(document_changes=[TextDocumentEdit(which, [*edits])])

    def _ended(self, written: str) -> str:
        return written.replace("\n", "\r\n") if "\r\n" in self._seen.text.text else written


def _is_wanted(kind: str, only: Sequence[str] | None) -> bool:
    return only is None or any(kind == one or kind.startswith(f"{one}.") or not one for one in only)


def _shown(edit: Edit, lines: Sequence[str]) -> str:
    """Give the first line of what a mend writes; what it takes away where it writes nothing."""
    span = edit.span
    gone = lines[span.line - 1][span.column - 1 : span.end_column - 1 if span.line == span.end_line else None]
    moved = moved_by(lines, edit)
    written = next(filter(str.strip, moved.new), "") if moved else lines_of(edit.text.strip())[0]
    words = " ".join(written.split()) or gone.strip()
    return words if len(words) <= _MOST_SHOWN else f"{words[: _MOST_SHOWN - 1]}…"
