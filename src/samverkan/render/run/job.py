"""Many documents at once: what each finished file is made from."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from samverkan.model.choices import Kind
from samverkan.model.fields import chapter_keys
from samverkan.model.kinds import model_of
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.run.manifest import Entry, hash_of, made_with

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samverkan.render.rendering import Rendering
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace


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


def inputs_of(rendering: Rendering, form: DocumentFormat, day: str) -> str:
    """Hash all that a file's content comes from: documents, their errors, look, templates and programs.

    Args:
        rendering: the document.
        form: the format.
        day: the day that was asked for, empty where it is only today: a file is not stale because a day has passed.
            It counts only where the content depends on it.
    """
    fields = "signature fields" if rendering.signature_fields and form is DocumentFormat.PDF else ""
    counted = day if rendering.is_of_the_day else ""
    parts = [
        made_with(),
        *(part.encode() for part in (form, fields, counted, type(rendering).__name__, rendering.variant)),
    ]
    parts += rendering.look.parts
    parts += [str(rendering.errors_shown(document)).encode() for document in rendering.gathered()]
    documents, agreements = _reached(rendering.gathered(), rendering.workspace)
    return hash_of([*parts, *_contents(documents), *_of_all_follow_ups(agreements, rendering.workspace)])


def entry_of(job: Job, content: bytes, source: str) -> Entry:
    """Write what the manifest says of a file.

    Args:
        job: how the file was made.
        content: the file's bytes.
        source: the way from the folder to the document's file.
    """
    document = job.rendering.document
    return {
        "source": source,
        "document": document.id or "",
        "fingerprint": document.fingerprint,
        "inputs": job.inputs,
        "sha256": hashlib.sha256(content).hexdigest(),
        "day": job.rendering.day.isoformat() if job.rendering.is_of_the_day else "",
    }


def of_days(jobs: Sequence[Job], days: Mapping[str, str]) -> list[Job]:
    """Give the same jobs for files that are dated other days.

    Args:
        jobs: the jobs.
        days: the days, by the names of the files; one whose day cannot be read is left as it is.
    """
    made: dict[tuple[int, str], Rendering] = {}
    dated = []
    for job in jobs:
        day = days[job.name]
        with suppress(ValueError):
            made.setdefault((id(job.rendering), day), replace(job.rendering, day=date.fromisoformat(day)))
        dated.append(replace(job, rendering=made.get((id(job.rendering), day), job.rendering)))
    return dated


def _reached(start: Iterable[Document], workspace: Workspace) -> tuple[list[Document], set[Document]]:
    """Give the documents that references lead to, sorted by file, and the agreements of those that are follow-ups.

    A follow-up shows the figures of earlier ones.
    """
    seen = dict.fromkeys(start)
    waiting = list(seen)
    agreements: set[Document] = set()
    while waiting:
        document = waiting.pop()
        agreement = workspace.relations.agreement_of(document) if document.kind == Kind.FOLLOW_UP else None
        agreements |= {agreement} if agreement is not None else set()
        found = [other for other in _named_by(document, workspace) if other not in seen]
        seen.update(dict.fromkeys(found))
        waiting += found
    return sorted(seen, key=lambda document: document.file), agreements


def _of_all_follow_ups(agreements: set[Document], workspace: Workspace) -> list[bytes]:
    """Give the hashes of all follow-ups of some agreements, and of those that they lead to in their turn.

    Of follow-ups there may be thousands, and each file that shows one comes from all of them.
    """
    found: dict[Document, bytes] = {}
    waiting = list(agreements)
    while waiting:
        agreement = waiting.pop()
        if agreement not in found:
            found[agreement], further = _of_follow_ups(agreement, workspace)
            waiting += further
    return [found[agreement] for agreement in sorted(found, key=lambda document: document.file)]


@lru_cache(maxsize=8192)
def _of_follow_ups(agreement: Document, workspace: Workspace) -> tuple[bytes, set[Document]]:
    """Hash all follow-ups of an agreement, with what they lead to; give the agreements of the follow-ups among that."""
    documents, agreements = _reached(workspace.relations.under(agreement, Kind.FOLLOW_UP), workspace)
    return hash_of(_contents(documents)).encode(), agreements


def _contents(documents: Iterable[Document]) -> list[bytes]:
    # The data, not the files' bytes: a comment changes nothing that is printed. The order of chapters does.
    return [part for document in documents for part in ((document.id or "").encode(), _written(document))]


@lru_cache(maxsize=8192)
def _named_by(document: Document, workspace: Workspace) -> tuple[Document, ...]:
    agreement = workspace.relations.agreement_of(document)
    named = [reference.target.document for reference in workspace.references.of(document)]
    return tuple(dict.fromkeys(named if agreement is None else [agreement, *named]))


@lru_cache(maxsize=8192)
def _written(document: Document) -> bytes:
    chapters = chapter_keys(model_of(document.kind)) if document.kind else frozenset()
    order = [key for key in document.data if key in chapters]
    return json.dumps([order, document.data], sort_keys=True).encode()
