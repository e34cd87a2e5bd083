"""All documents of a run: what is in each file, and who is called what. Built once, then only read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from samverkan.source.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samverkan.findings import Finding, Path, Remark
    from samverkan.model.document import DocumentModel


@dataclass(frozen=True)
class Document:
    """A file of ours.

    Attributes:
        file: the file as the user knows it.
        text: what it holds.
        data: the plain data, with keys in the order of the file.
        kind: the document's kind, where known.
        model: the model, or None where the file could not be read as one.
        unread: places that are left out of the model because they are wrong.
        remarks: what is wrong with the document's shape.
    """

    file: str
    text: str
    data: Any
    kind: str | None
    model: DocumentModel | None
    unread: frozenset[Path] = frozenset()
    remarks: tuple[Remark, ...] = ()

    @property
    def id(self) -> str | None:
        """The document's id, also where the rest of the file is broken."""
        found = self.data.get("id") if isinstance(self.data, dict) else None
        return found if isinstance(found, str) else None

    def written_path(self, path: Path) -> Path:
        """Give a path as the file has it: a text that stands for a mapping has no key `text` of its own."""
        if path[-1:] != ("text",):
            return path
        value = self.data
        for step in path[:-1]:
            value = value[step]
        return path[:-1] if isinstance(value, str) else path

    @property
    def is_whole(self) -> bool:
        """Whether everything that the author wrote could be read."""
        return self.model is not None and not self.unread

    @cached_property
    def item_ids(self) -> tuple[tuple[Path, str], ...]:
        """The ids of the document's parts with their places, also in what could not be read."""
        found: list[tuple[Path, str]] = []
        waiting: list[tuple[Path, Any]] = [((), self.data)]
        while waiting:
            path, value = waiting.pop()
            if isinstance(value, dict):
                if path and isinstance(value.get("id"), str):
                    found.append(((*path, "id"), value["id"]))
                waiting.extend(reversed([((*path, key), inner) for key, inner in value.items()]))
            elif isinstance(value, list):
                waiting.extend(reversed([((*path, i), inner) for i, inner in enumerate(value)]))
        return tuple(found)

    @cached_property
    def positions(self) -> Positions:
        """Where each key and value stands."""
        return Positions(self.text)


@dataclass(frozen=True)
class Workspace:
    """The documents that are checked together.

    Attributes:
        documents: those of our files that could be read as YAML.
        findings: what is wrong with files that could not, and with documents' shape.
        unreadable_ids: ids that stand in files that could not be read.
        could_not_read: whether some file could not be read at all.
        files: how many files of ours there are, readable or not.
        broken_texts: the text of files that are text but not YAML, by file, for showing the lines at fault.
    """

    documents: tuple[Document, ...] = ()
    findings: tuple[Finding, ...] = ()
    unreadable_ids: frozenset[str] = frozenset()
    could_not_read: bool = False
    files: int = 0
    broken_texts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, Document]:
        """The first document of each id."""
        found: dict[str, Document] = {}
        for document in self.documents:
            if document.id is not None:
                found.setdefault(document.id, document)
        return found

    @cached_property
    def by_file(self) -> dict[str, Document]:
        """The document in each file."""
        return {document.file: document for document in self.documents}

    @cached_property
    def _by_folded_id(self) -> dict[str, list[Document]]:
        found: dict[str, list[Document]] = {}
        for document in self.documents:
            if document.id is not None:
                found.setdefault(folded(document.id), []).append(document)
        return found

    def same_id(self, document: Document) -> list[Document]:
        """Give the documents whose id is that of a document, itself among them, look-alikes included."""
        return self._by_folded_id.get(folded(document.id), []) if document.id is not None else []

    def may_hold(self, reference: str) -> bool:
        """Tell whether a reference leads to a document or an item here, or might if a broken file were mended."""
        document_id, _, item = reference.partition("#")
        if document_id in self.unreadable_ids:
            return True
        document = self.by_id.get(document_id)
        return document is not None and (not item or item in {found for _, found in document.item_ids})

    @cached_property
    def superseded(self) -> dict[str, Document]:
        """The document that takes over, by the id of the one that it supersedes."""
        found: dict[str, Document] = {}
        for document in self.documents:
            for earlier in getattr(document.model, "supersedes", ()):
                found.setdefault(earlier, document)
        return found


def folded(written: str) -> str:
    """Give the form of an id in which look-alikes are equal: composed letters, no case."""
    return unicodedata.normalize("NFC", written).casefold()


def ids_in(text: str) -> frozenset[str]:
    """Give the id that a file seems to have, though it cannot be read as YAML."""
    found = re.search(r"^id:[ ]*[\"']?([^\s\"'#]+)", text, re.MULTILINE)
    return frozenset({found[1]} if found else ())
