"""All documents of a workspace, by id, file and kind. Only read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from samverkan.model.settings import Settings
from samverkan.workspace.as_meant import Meant, ReferencesAsMeant
from samverkan.workspace.beyond import MAY_BE_PICTURES
from samverkan.workspace.document import folded
from samverkan.workspace.references import References
from samverkan.workspace.relations import Relations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkan.findings import Finding
    from samverkan.model.choices import Kind
    from samverkan.workspace.beyond import Beyond
    from samverkan.workspace.document import Document


@dataclass(frozen=True, eq=False)
class Workspace:
    """The documents that belong together.

    Attributes:
        documents: those of our files that could be read as YAML.
        settings: the workspace's own.
        folder: the folder that holds the settings; None where there are none.
        findings: what is wrong with files that could not be read as documents.
        unreadable_ids: ids that stand in files that could not be read.
        could_not_read: whether some file could not be read at all.
        files: how many files of ours the user asked about, readable or not.
        passed_over: the YAML files that the user asked about and that are somebody else's.
        broken_texts: the text of files that are text but not YAML, by file, for showing the lines at fault.
        beyond: what is known of all documents, where these are only those of a large workspace that have to do with
            each other.
        meant_otherwise: what was meant, where references lead there; see `as_meant`.
    """

    documents: tuple[Document, ...] = ()
    settings: Settings = field(default_factory=lambda: Settings(samverkan="1", kind="workspace"))
    folder: str | None = None
    findings: tuple[Finding, ...] = ()
    unreadable_ids: frozenset[str] = frozenset()
    could_not_read: bool = False
    files: int = 0
    passed_over: tuple[str, ...] = ()
    broken_texts: Mapping[str, str] = field(default_factory=dict)
    beyond: Beyond | None = None
    meant_otherwise: Meant | None = None

    @cached_property
    def as_meant(self) -> Workspace:
        """The workspace with references that lead where they were most likely meant to; the same where all do.

        That is for rules, which tell of a slip once; finished documents are made of what is written.
        """
        return replace(self, meant_otherwise=self.meant) if self.meant.has_any else self

    @cached_property
    def meant(self) -> Meant:
        """What references were most likely meant to lead to."""
        return self.meant_otherwise or Meant(self.documents, self.references, self.relations)

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

    def with_folded_id(self, name: str) -> list[Document]:
        """Give the documents of an id in its folded form, in the order of their files."""
        return self._by_folded_id.get(name, [])

    def of_kind(self, *kinds: Kind) -> Iterator[Document]:
        """Documents of some kinds that could be read, at least in part, in the order of their files."""
        return (d for d in self.documents if d.kind in kinds and d.model is not None)

    @cached_property
    def is_whole(self) -> bool:
        """Whether every file of ours could be read in every part, so that what is missing is truly missing."""
        if self.beyond is not None:
            return self.beyond.is_whole
        return not self.could_not_read and not self.unreadable_ids and all(d.is_whole for d in self.documents)

    @cached_property
    def has_whole_pictures(self) -> bool:
        """Whether every situation picture could be read in every part, and every file that may be one."""
        if self.beyond is not None:
            return self.beyond.has_whole_pictures
        pictures = (document for document in self.documents if document.kind in MAY_BE_PICTURES)
        return not self.could_not_read and not self.unreadable_ids and all(one.is_whole for one in pictures)

    @property
    def kinds_by_id(self) -> Mapping[str, str | None]:
        """The kind of the first document of each id, of those that are not at hand too."""
        if self.beyond is not None:
            return self.beyond.kinds
        return {name: document.kind for name, document in self.by_id.items()}

    @cached_property
    def look_alikes(self) -> dict[str, list[str]]:
        """Ids of documents that people easily take for each other, by the form that they share."""
        found: dict[str, list[str]] = {}
        for name in self.by_id:
            found.setdefault(look(name), []).append(name)
        return {form: names for form, names in found.items() if len(names) > 1}

    @cached_property
    def references(self) -> References:
        """Who refers to whom."""
        unreadable = self.unreadable_ids if self.beyond is None else self.beyond
        if self.meant_otherwise is not None:
            return ReferencesAsMeant(self.documents, self.by_id, unreadable, self.meant_otherwise)
        return References(self.documents, self.by_id, unreadable)

    @cached_property
    def relations(self) -> Relations:
        """Which documents belong together."""
        return Relations(self.documents, self.by_id)


_LOOKS = str.maketrans({"0": "o", "1": "l", "å": "a", "ä": "a", "ö": "o", "-": None})


def look(written: str) -> str:
    """Give the form of an id in which ids that people take for each other are equal: `lägesbild-24`, `lagesbild24`."""
    return folded(written).translate(_LOOKS)
