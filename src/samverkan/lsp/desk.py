"""What the editor has open beside the rest of its workspace: read again only where something has changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from samverkan.check import CheckResult, check_files, check_some, of_settings
from samverkan.gather import gather
from samverkan.large.nearby import Nearby
from samverkan.lsp.disk import Disk
from samverkan.lsp.texts import Texts, uri_of
from samverkan.source.files import SourceFile
from samverkan.source.workspace_files import Surroundings, is_settings
from samverkan.told import RuleSelection, SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from samverkan.findings import Finding
    from samverkan.lsp.texts import OpenText
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


@dataclass(frozen=True)
class Seen:
    """An open text, checked among the files that it belongs with.

    Attributes:
        text: the text.
        source: the text as a file.
        result: what was found in it, and the documents that it has to do with.
        surroundings: the files that it belongs with.
        gathered: reads all of these; the settings must be right.
        last: the document as it was when it could last be read; None where it never could.
        settings_fault: what is wrong with the settings, for which nothing could be checked.
    """

    text: OpenText
    source: SourceFile
    result: CheckResult
    surroundings: Surroundings
    gathered: Callable[[], Workspace]
    last: Document | None = None
    settings_fault: Finding | None = None

    @property
    def findings(self) -> list[Finding]:
        """What was found in the text."""
        return [one for one in self.result.findings if one.file == self.source.name]

    @cached_property
    def workspace(self) -> Workspace | None:
        """The documents that it belongs with; None where the settings are wrong."""
        return self.gathered() if self.result.workspaces else None

    @property
    def near(self) -> Workspace | None:
        """Those of them that it has to do with: as far as it or they refer to each other, it is as good as all."""
        return next(iter(self.result.workspaces), None)

    @property
    def document(self) -> Document | None:
        """The document that the text is; None where it cannot be read, or is none of ours."""
        return self.near.by_file.get(self.source.name) if self.near else None

    def uri_of(self, document: Document) -> str:
        """Give the editor's name for the file of a document."""
        if document.file == self.source.name or document.path is None:
            return self.text.uri
        return uri_of(document.path)


class Desk:
    """The open texts and what is kept of the files around them."""

    def __init__(self, day: Callable[[], date], kept: Path | None = None) -> None:
        """Prepare to look at texts.

        Args:
            day: tells the day to judge dates by.
            kept: where the program keeps what it may lose; None to keep nothing.
        """
        self.texts = Texts()
        self.folders: list[Path] = []
        """The folders that the editor has open."""
        self._day = day
        self._disk = Disk()
        self._nearby = Nearby(self._disk.read, kept)
        self._seen: dict[str, Seen] = {}
        self._last: dict[str, Document] = {}

    @property
    def day(self) -> date:
        """The day to judge dates by."""
        return self._day()

    def forget(self, *, disk: bool = True) -> None:
        """Look at everything anew when it is next asked for, for something has changed.

        Args:
            disk: whether that may be so on the disk too.
        """
        self._seen.clear()
        if disk:
            self._disk.forget()

    def close(self, uri: str) -> bool:
        """Close a text; tell whether it was open."""
        self._last.pop(uri, None)
        self.forget()
        return self.texts.close(uri)

    def seen(self, uri: str) -> Seen | None:
        """Check an open text; None where it is not open.

        Raises:
            WrongUseError: it belongs to a workspace whose settings may not be used.
        """
        return self.look(uri) if uri in self.texts else None

    def look(self, uri: str) -> Seen:
        """Check a text that is open.

        Raises:
            WrongUseError: it belongs to a workspace whose settings may not be used.
        """
        text = self.texts[uri]
        known = self._seen.get(uri)
        if known is None or known.text is not text:
            self._seen[uri] = known = self._look(text)
        return known

    def reading_ahead(self) -> Iterator[SourceFile]:
        """Read the files around the texts that have been checked, one at a time: some questions are about all."""
        for seen in list(self._seen.values()):
            for source in seen.surroundings.around:
                if source.content is not None and not is_settings(source) and not self._disk.has_read(source):
                    self._disk.read(source, source.content, is_asked=False)
                    yield source

    def _look(self, text: OpenText) -> Seen:
        found = self._around(text)
        source = found.asked[0]
        try:
            result, fault = self._checked(found), None
        except SettingsError as error:
            result = of_settings(error)
            fault = result.findings[0]
        seen = Seen(text, source, result, found, partial(self._gathered, found, result), settings_fault=fault)
        if seen.document is not None:
            self._last[text.uri] = seen.document
        return replace(seen, last=self._last.get(text.uri))

    def _checked(self, found: Surroundings) -> CheckResult:
        """Check a text, among the files that it has to do with where there are many others."""
        near = self._nearby.of(found)
        if near is None:
            return check_files([found], self.day, reader=self._disk.read)
        return check_some(near.files, self.day, RuleSelection(), self._disk.read, near.beyond)

    def _gathered(self, found: Surroundings, result: CheckResult) -> Workspace:
        """Give all documents that a text belongs with; most of what an editor asks for needs only some."""
        (checked,) = result.workspaces
        return checked if checked.beyond is None else gather([found], self._disk.read)[0]

    def _around(self, text: OpenText) -> Surroundings:
        """Find the files that a text belongs with, each with its content as it is in the editor or on the disk."""
        if not text.is_saved and not self.folders:
            return Surroundings(None, (SourceFile(text.path, str(text.path), named=False, content=text.content),), ())
        found = self._disk.around(text.path if text.is_saved else self.folders[0] / text.path)
        asked = replace(found.asked[0], content=text.content, named=False)
        others = {self._disk.key(other.path): other for other in self.texts if other.is_saved and other is not text}
        around = found.around
        if others:
            around = tuple(
                replace(source, content=other.content) if (other := others.get(self._disk.key(source.path))) else source
                for source in around
            )
        return Surroundings(found.root, (asked,), (*around, *self._unsaved(found, others.values())))

    def _unsaved(self, found: Surroundings, others: Iterable[OpenText]) -> Iterator[SourceFile]:
        """Give the other open texts that belong here, whose files are not on the disk yet, or no more."""
        for other in others:
            if self._disk.is_there(other.path):
                continue
            own = self._disk.around(other.path)
            is_near = other.path.parent == found.asked[0].path.parent
            if own.root == found.root and (found.root is not None or is_near):
                yield replace(own.asked[0], content=other.content, named=False)
