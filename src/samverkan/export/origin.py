"""Where rows come from: documents with their workspace, their municipalities, and the keys that join tables."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from samverkan.escape import visible
from samverkan.findings import path_text
from samverkan.law.holdings import holdings
from samverkan.model.base import Part
from samverkan.model.elsewhere import DocumentElsewhere
from samverkan.model.fingerprint import short
from samverkan.model.survey import survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from samverkan.findings import KeyPath
    from samverkan.law.holdings import Municipal
    from samverkan.model.links import Link
    from samverkan.words.sentence import Language
    from samverkan.workspace.document import Document
    from samverkan.workspace.references import LinkTarget
    from samverkan.workspace.workspace import Workspace

AnyPart = TypeVar("AnyPart", bound=Part)
_UNKNOWN = "–"


@dataclass(frozen=True, eq=False)
class Exported:
    """What is exported.

    Attributes:
        workspaces: the documents.
        today: the day to judge by.
        language: the language of sentences; what stands in the files stays as it is written.
        root: the folder that files are named from, in full.
    """

    workspaces: Sequence[Workspace]
    today: date
    language: Language
    root: str

    @cached_property
    def folders(self) -> tuple[Folder, ...]:
        """The workspaces, in order of their folders and files."""
        found = [Folder(workspace, self) for workspace in self.workspaces]
        return tuple(sorted(found, key=lambda folder: (folder.name, folder.first_file)))

    @cached_property
    def documents(self) -> tuple[Origin, ...]:
        """The documents that the user asked about and that could be read at least in part, in order of their files."""
        return tuple(origin for folder in self.folders for origin in folder.documents)

    def way_to(self, path: Path) -> str:
        """Give the way to a file or folder, as it can be printed; in full where it is on another drive."""
        try:
            return visible(Path(os.path.relpath(path, self.root)).as_posix())
        except ValueError:  # pragma: no cover - on another drive of Windows
            return visible(path.as_posix())

    def parts(self, kind: type[AnyPart]) -> Iterator[OfPart[AnyPart]]:
        """Give every part of a class, in order of the files and of what stands in them."""
        for origin in self.documents:
            for path, part in origin.parts:
                if isinstance(part, kind):
                    yield OfPart(origin, path, part)


@dataclass(frozen=True, eq=False)
class Folder:
    """A workspace that is exported."""

    workspace: Workspace
    exported: Exported

    @cached_property
    def name(self) -> str:
        """The way to its folder; empty for documents without settings of their own."""
        return self.exported.way_to(Path(self.workspace.folder)) if self.workspace.folder else ""

    @property
    def first_file(self) -> str:
        """The first file of its documents; empty where it has none."""
        return self.workspace.documents[0].file if self.workspace.documents else ""

    @cached_property
    def documents(self) -> tuple[Origin, ...]:
        """The documents that the user asked about and that could be read at least in part, in order of their files."""
        asked = (document for document in self.workspace.documents if document.is_asked)
        found = (self.origin_of(document) for document in asked if document.model is not None)
        return tuple(sorted(found, key=lambda origin: origin.file))

    @cached_property
    def _origins(self) -> dict[str, Origin]:
        return {document.file: Origin(document, self) for document in self.workspace.documents}

    def origin_of(self, document: Document) -> Origin:
        """Give a document of the workspace, also as it was on another day, with where it is from."""
        return self._origins[document.file]


@dataclass(frozen=True, eq=False)
class Origin:
    """A document with where it is from."""

    document: Document
    folder: Folder

    @property
    def language(self) -> Language:
        """The language of what is exported."""
        return self.folder.exported.language

    @cached_property
    def file(self) -> str:
        """The way to its file."""
        path = self.document.path
        return self.document.file if path is None else self.folder.exported.way_to(path)

    @cached_property
    def municipalities(self) -> tuple[Municipal, ...]:
        """The municipalities whose own, or joint, it is; of what others have made, those among its parties."""
        held = holdings(self.folder.workspace)
        parties = self.folder.workspace.relations.parties_of(self.document)
        return held.owners(self.document) or held.municipal(parties)

    @cached_property
    def codes_of_municipalities(self) -> str:
        """Their codes, with semicolons between."""
        return codes(self.municipalities)

    @cached_property
    def names_of_municipalities(self) -> str:
        """Their names, with semicolons between."""
        return names(self.municipalities)

    @property
    def control_code(self) -> str:
        """The fingerprint of its agreed text, as it is printed; empty where not all of it could be read."""
        return short(self.document.fingerprint) if self.document.is_whole else ""

    @cached_property
    def parts(self) -> tuple[tuple[KeyPath, Part], ...]:
        """Every part that could be read, with its place."""
        return tuple(survey(self.document.model).parts) if self.document.model is not None else ()

    def part_at(self, path: KeyPath) -> Part | None:
        """Give the part at a path; None where there is none."""
        return self._parts_by_path.get(path)

    @cached_property
    def _parts_by_path(self) -> dict[KeyPath, Part]:
        return dict(self.parts)

    @cached_property
    def _ids(self) -> dict[KeyPath, str]:
        return {place.path: name for name, place in self.document.items.items()}

    def key(self, path: KeyPath) -> str:
        """Give what joins tables: the file, and the part's id or its place where it has none."""
        return self.key_of_item(self._ids.get(path) or path_text(path))

    def key_of_item(self, item: str) -> str:
        """Give the key of a part that is known by its id or the text of its path."""
        return f"{self.file}{'#' if item in self.document.items else ':'}{item}" if item else self.file

    def keys_under(self, owner: KeyPath, key: str) -> str | None:
        """Give the keys of what a part refers to under a key of its own.

        What leads nowhere is as it is written; of documents that are not on file it is their titles, last.
        """
        found = [self._key_of(link) for link in self._links.get((*owner, key), ())]
        return "; ".join([*found, *self._elsewhere.get((*owner, key), ())]) or None

    def target_under(self, owner: KeyPath, key: str) -> LinkTarget | None:
        """Give what a part refers to under a key of its own; None where that leads nowhere."""
        links = self._links.get((*owner, key), ())
        return next((self.folder.workspace.references.resolve(self.document, link) for link in links), None)

    @cached_property
    def _links(self) -> dict[KeyPath, list[Link]]:
        found: dict[KeyPath, list[Link]] = {}
        for link in self.document.links:
            found.setdefault(_without_position(link.path), []).append(link)
        return found

    @cached_property
    def _elsewhere(self) -> dict[KeyPath, list[str]]:
        found: dict[KeyPath, list[str]] = {}
        for path, part in self.parts:
            if isinstance(part, DocumentElsewhere):
                found.setdefault(_without_position(path), []).append(part.title)
        return found

    def _key_of(self, link: Link) -> str:
        target = self.folder.workspace.references.resolve(self.document, link)
        if target is None:
            return link.target
        origin = self.folder.origin_of(target.document)
        return origin.key(target.place.path) if target.place is not None else origin.file


@dataclass(frozen=True, eq=False)
class OfPart(Generic[AnyPart]):
    """A part of a document, with where it is from."""

    origin: Origin
    path: KeyPath
    part: AnyPart

    @property
    def exported(self) -> Exported:
        """All that is exported."""
        return self.origin.folder.exported

    @property
    def key(self) -> str:
        """What joins it to rows of other tables."""
        return self.origin.key(self.path)

    def keys_under(self, key: str) -> str | None:
        """Give the keys of what it refers to under a key of its own."""
        return self.origin.keys_under(self.path, key)

    def above(self, *kinds: type[Part]) -> Iterator[tuple[KeyPath, Part]]:
        """Give the parts that it is a part of, of some classes or of all, the nearest first."""
        for length in range(len(self.path) - 1, 0, -1):
            part = self.origin.part_at(self.path[:length])
            if part is not None and (not kinds or isinstance(part, kinds)):
                yield self.path[:length], part


def _without_position(path: KeyPath) -> KeyPath:
    return path[:-1] if isinstance(path[-1], int) else path


def codes(municipalities: Iterable[Municipal]) -> str:
    """Write the codes of municipalities in the order of their names; a dash for one that no document tells."""
    return "; ".join(one.code or _UNKNOWN for one in municipalities)


def names(municipalities: Iterable[Municipal]) -> str:
    """Write the names of municipalities."""
    return "; ".join(one.name for one in municipalities)
