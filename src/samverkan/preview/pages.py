"""What the preview shows: the documents as they are now, each as its finished page with its findings above."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from samverkan.engine import Means, Memory, check_each
from samverkan.errors import SamverkanError
from samverkan.findings import Finding, Severity
from samverkan.gather import gather
from samverkan.large.reading import LastingHeld
from samverkan.model.choices import Kind
from samverkan.output.web_page import page
from samverkan.personal import hidden_in
from samverkan.render.engines.jinja import html_page
from samverkan.render.engines.settings import use
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.look import LookOptions, look_of
from samverkan.render.rendering import Rendering
from samverkan.source.last_look import LastLook
from samverkan.told import RuleSelection
from samverkan.words.output import SEVERITIES
from samverkan.words.preview import ON_PAGES, PREVIEW

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from samverkan.preview.saves import Saved
    from samverkan.render.engines.settings import EngineSettings
    from samverkan.words.sentence import Language, Text
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_MOST_HELD = 100_000
"""As many documents are kept as they were read, until there are more."""
_BODY = re.compile(r"<body[^<>]*>")


class Pages:
    """The pages of what the user points at. They are checked anew on `refresh`, and made when they are asked for."""

    def __init__(self, paths: Sequence[str], day: date, language: Language, engines: EngineSettings) -> None:
        """Prepare to show documents; nothing is read yet.

        Args:
            paths: files and folders.
            day: the day to judge dates by.
            language: the language of findings and of the list.
            engines: how other programs are run.
        """
        self._day, self._language, self._engines = day, language, engines
        self._look, self._held = LastLook(paths), LastingHeld(_MOST_HELD)
        self._means = Means(jobs=1, memory=Memory())
        self._workspaces: list[Workspace] = []
        self._findings_of: dict[str, list[Finding]] = {}
        self._failure: Text | None = None
        self.version = 0
        """How many times the documents have been read."""

    def refresh(self, saved: Saved = None) -> None:
        """Read and check the documents as they are now; what stops that is shown instead of them.

        Args:
            saved: the files that have been saved since the last time, where no other has changed.
        """
        try:
            found = self._look.files(saved)
            told = check_each(found, self._day, RuleSelection(), self._means)
            self._workspaces, self._failure = gather(found, self._held.take), None
            self._findings_of = {one.file: [] for one in told.findings}
            for one in told.findings:
                self._findings_of[one.file].append(one)
        except SamverkanError as error:
            self._workspaces, self._findings_of, self._failure = [], {}, error.message
        self.version += 1

    def list_page(self, script: str) -> str:
        """Write the page that lists the documents.

        Args:
            script: what keeps the page up to date, as the content of a script element.
        """
        rows = [
            {
                "key": key,
                "title": _title(document) or file,
                "kind": _kind(document, self._language),
                "counts": self._counts(file),
            }
            for key, (file, document, _) in enumerate(self._shown())
        ]
        failure = self._failure.say(self._language) if self._failure else ""
        words = self._words()
        context = {"language": self._language, "title": words["title"], "skip": words["skip"], "words": words}
        return _with(page("preview.html.j2", {**context, "rows": rows, "failure": failure}), "", script)

    def document_page(self, number: int, script: str) -> str | None:
        """Write the page of a document, with its findings above; None where there is no such document.

        Args:
            number: its place in the list, from 0.
            script: what keeps the page up to date, as the content of a script element.
        """
        shown = list(self._shown())
        if not 0 <= number < len(shown):
            return None
        file, document, workspace = shown[number]
        words = self._words()
        found = [self._finding(one) for one in self._findings(file)]
        above = {"file": file, "language": self._language, "words": words, "findings": found}
        try:
            made, failure = self._made(document, workspace), words["not-shown"]
        except SamverkanError as error:  # of the organisation's own look
            made, failure = None, error.message.say(self._language)
        if made is None:
            context = {**above, "title": _title(document) or file, "skip": words["skip"], "rows": []}
            made = page("preview.html.j2", {**context, "failure": failure})
        return _with(
            made,
            str(html_page("preview-findings.html.j2", {key: hidden_in(value) for key, value in above.items()})),
            script,
        )

    def _made(self, document: Document | None, workspace: Workspace) -> str | None:
        """Make the finished page of a document; None for one that cannot be read."""
        if document is None or document.model is None:
            return None
        use(self._engines)
        look = look_of(workspace, LookOptions())
        return Rendering(document, workspace, self._day, look).to(DocumentFormat.HTML).decode()

    def _words(self) -> dict[str, str]:
        return {key: text.say(self._language) for key, text in ON_PAGES.items()}

    def _shown(self) -> Iterator[tuple[str, Document | None, Workspace]]:
        """Give what there is to show: each document, and each file of ours that could not be read as one."""
        for workspace in self._workspaces:
            asked = [document for document in workspace.documents if document.is_asked]
            yield from ((document.file, document, workspace) for document in asked)
            known = {document.file for document in asked}
            lost = dict.fromkeys(finding.file for finding in workspace.findings if finding.file not in known)
            yield from ((file, None, workspace) for file in lost)

    def _findings(self, file: str) -> list[Finding]:
        return self._findings_of.get(file, [])

    def _finding(self, one: Finding) -> dict[str, Any]:
        language = self._language
        return {
            "severity": one.severity.value,
            "name": SEVERITIES[one.severity].say(language),
            "line": PREVIEW["line"].with_fields(line=one.span.line).say(language),
            "message": one.message.say(language),
            "help": one.help.say(language),
            "rule": one.rule,
        }

    def _counts(self, file: str) -> str:
        found = [one.severity for one in self._findings(file)]
        errors, warnings = found.count(Severity.ERROR), found.count(Severity.WARNING)
        if not errors and not warnings:
            return ON_PAGES["nothing-found"].say(self._language)
        return PREVIEW["counts"].with_fields(errors=errors, warnings=warnings).say(self._language)


def _title(document: Document | None) -> str:
    return (document.model.title if document and document.model else None) or (document.file if document else "")


def _kind(document: Document | None, language: Language) -> str:
    kind = next((one for one in Kind if document and one == document.kind), None)
    return kind.say(language) if kind else ""


def _with(made: str, above: str, script: str) -> str:
    """Put something at the top of a page, and a script at its end."""
    begun = _BODY.sub(lambda met: met[0] + above, made, count=1)
    before, end, after = begun.rpartition("</body>")
    return f"{before}{script}{end}{after}" if end else begun + script
