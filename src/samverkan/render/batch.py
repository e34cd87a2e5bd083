"""Many documents at once: which finished files are up to date, and the manifest that tells."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from samverkan import __version__
from samverkan.errors import ReadWriteError
from samverkan.messages.commands import sentence
from samverkan.model.fingerprint import fingerprint
from samverkan.resources import folder
from samverkan.source.writing import write_whole
from samverkan.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from samverkan.render.formats import DocumentFormat, Rendering
    from samverkan.render.look import Look
    from samverkan.workspace import Document, Workspace

MANIFEST = "manifest.json"
VERSION = "1"
_PROGRAMS = ("pypandoc-binary", "typst", "pypdf", "font-source-sans-pro", "font-source-serif-pro")


@dataclass(frozen=True)
class Job:
    """One file to make.

    Attributes:
        name: the file's name in the output folder.
        rendering: the document.
        form: the format.
        inputs: a hash of all that the file's content comes from.
    """

    name: str
    rendering: Rendering
    form: DocumentFormat
    inputs: str


@dataclass
class Manifest:
    """What an output folder holds: for each file where it comes from, and hashes that tell whether it is up to date.

    Attributes:
        path: the manifest's own file.
        files: by name, each with `source`, `document`, `fingerprint`, `inputs` and `sha256`.
    """

    path: Path
    files: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def read(cls, out: Path) -> Manifest:
        """Read the manifest of a folder; one that is missing or damaged knows of nothing."""
        path = out / MANIFEST
        try:
            content: Any = json.loads(path.read_text(encoding="utf-8"))
            files = content["files"] if content["version"] == VERSION else {}
            known = {str(name): {str(k): str(v) for k, v in entry.items()} for name, entry in files.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            known = {}
        return cls(path, known)

    def is_current(self, job: Job) -> bool:
        """Tell whether a file stands in the folder as it was made, from what it would be made from now."""
        entry = self.files.get(job.name, {})
        if entry.get("inputs") != job.inputs:
            return False
        try:
            return hashlib.sha256((self.path.parent / job.name).read_bytes()).hexdigest() == entry.get("sha256")
        except OSError:
            return False

    def gone(self, names: set[str]) -> list[str]:
        """Name the files of documents whose source is there no more.

        Args:
            names: the files that are made now.
        """
        others = [name for name in sorted(self.files) if name not in names]
        return [name for name in others if not self.path.parent.joinpath(self.files[name].get("source", "")).exists()]

    def add(self, job: Job, content: bytes, source: str) -> None:
        """Take up a file that has been written."""
        document = job.rendering.document
        self.files[job.name] = {
            "source": source,
            "document": document.id or "",
            "fingerprint": fingerprint(document.model) if document.model else "",
            "inputs": job.inputs,
            "sha256": hashlib.sha256(content).hexdigest(),
        }

    def write(self) -> None:
        """Write the manifest, whole or not at all.

        Raises:
            ReadWriteError: it could not be written.
        """
        content = {"version": VERSION, "samverkan": __version__, "files": dict(sorted(self.files.items()))}
        write_whole(self.path, (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode())


def inputs_of(rendering: Rendering, form: str, day: str) -> str:
    """Hash all that a file's content comes from: documents, their errors, look, templates and programs.

    Args:
        rendering: the document.
        form: the format.
        day: the day that was asked for, empty where it is only today: a file is not stale because a day has passed.
    """
    total = hashlib.sha256()
    fields = "signature fields" if rendering.signature_fields and form == "pdf" else ""
    for part in (VERSION, __version__, form, fields, day, type(rendering).__name__, _programs(), _own_templates()):
        _take(total, part.encode())
    for piece in _look(rendering.look):
        _take(total, piece)
    for document in rendering.gathered():
        _take(total, str(rendering.errors.get(document.file, 0)).encode())
    for document in sources_of(rendering):
        _take(total, (document.id or "").encode())
        _take(total, document.text.encode("utf-8", "replace"))
    return total.hexdigest()


def sources_of(rendering: Rendering) -> list[Document]:
    """Give the documents that a file's content comes from: its own, and those that references lead to, step by step."""
    workspace = rendering.workspace
    seen = dict.fromkeys(rendering.gathered())
    waiting = list(seen)
    while waiting:
        for other in _named_by(waiting.pop(), workspace):
            if other not in seen:
                seen[other] = None
                waiting.append(other)
    return sorted(seen, key=lambda document: document.file)


def _named_by(document: Document, workspace: Workspace) -> Iterator[Document]:
    agreement = workspace.agreement_of(document)
    if agreement is not None:
        yield agreement
    for reference in workspace.references_of(document):
        yield reference.target.document


def _take(total: Any, part: bytes) -> None:
    total.update(len(part).to_bytes(8, "big") + part)


def _look(look: Look) -> Iterator[bytes]:
    yield from (text.encode() for text in (look.organisation, look.colour, look.text_font, look.heading_font))
    yield look.logo.data if look.logo else b""
    for path in look.files:
        yield path.name.encode()
        yield _content(path)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        why = visible(error.strerror or type(error).__name__)
        raise ReadWriteError(sentence("look-unreadable", value=visible(str(path)), why=why)) from None


@cache
def _programs() -> str:
    return " ".join(f"{name} {_version(name)}" for name in _PROGRAMS)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "–"


@cache
def _own_templates() -> str:
    total = hashlib.sha256()
    for path in sorted(folder("templates").iterdir(), key=lambda one: one.name):
        if path.is_file():
            _take(total, path.name.encode())
            _take(total, path.read_bytes())
    return total.hexdigest()
