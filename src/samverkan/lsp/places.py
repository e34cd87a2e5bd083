"""Where ids are given and who refers to them: the way there, and new names for them in all files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol.types import (
    Location,
    OptionalVersionedTextDocumentIdentifier,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.model.base import ID_PATTERN
from samverkan.source.lines import lines_of
from samverkan.words.lsp import LSP
from samverkan.workspace.references import LinkTarget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.lsp.desk import Seen
    from samverkan.lsp.units import Units
    from samverkan.workspace.document import Document
    from samverkan.workspace.references import ResolvedLink

Stretch = tuple[int, int, int]
"""A part of a line: the line and where it begins and ends, from 0."""


def target_at(seen: Seen, path: KeyPath) -> LinkTarget | None:
    """Give what the reference at a place leads to; None where there is none, or it leads nowhere."""
    document, workspace = seen.document, seen.workspace
    if document is None or workspace is None:
        return None
    for link in document.links:
        if document.written_path(link.path) == path:
            return workspace.references.resolve(document, link)
    return None


def named_at(seen: Seen, path: KeyPath) -> LinkTarget | None:
    """Give what the id at a place names: the document, or a part of it; None where there is no id."""
    document = seen.document
    if document is None or not path or path[-1] != "id":
        return None
    if len(path) == 1:
        return LinkTarget(document)
    name = document.value_at(path)
    place = document.items.get(name) if isinstance(name, str) else None
    is_same = place is not None and document.written_path((*place.path, "id")) == path
    return LinkTarget(document, place) if is_same else None


def location_of(seen: Seen, target: LinkTarget, units: Units) -> Location:
    """Give the place where what a reference leads to is given its id."""
    line, start, end = _id_of(target)
    return _location(seen, target.document, (line, start, end), units)


def references_to(seen: Seen, target: LinkTarget, units: Units, *, with_target: bool) -> list[Location]:
    """Give the places that refer to something, and where it is given its id where that is wanted too."""
    found = [location_of(seen, target, units)] if with_target else []
    stretches = ((one.document, _stretch(one.document, one.link.path)) for one in _links_to(seen, target))
    found += [_location(seen, document, stretch, units) for document, stretch in stretches if stretch is not None]
    return found


def renamed(seen: Seen, target: LinkTarget, name: str, units: Units) -> WorkspaceEdit:
    """Give the edits that give something another id, wherever it is named.

    Raises:
        WrongUseError: it is no id, or is that of something else already.
    """
    if re.fullmatch(ID_PATTERN, name) is None:
        raise WrongUseError(LSP["rename-form"].with_fields(name=visible(name)))
    links = list(_links_to(seen, target))
    naming = list(_naming_document(seen, target)) if target.place is None else []
    _refuse_taken(seen, target, links, name)
    stretches = {(target.document, _id_of(target))}
    for one in (*links, *naming):
        whole = _stretch(one.document, one.link.path)
        if whole is not None:
            stretches.add((one.document, _segment(whole, one.link.target, is_item=target.place is not None)))
    by_file: dict[str, list[TextEdit]] = {}
    for document, stretch in sorted(stretches, key=lambda found: (found[0].file, found[1])):
        place = _location(seen, document, stretch, units)
        by_file.setdefault(place.uri, []).append(TextEdit(place.range, name))
    edits = [
        TextDocumentEdit(
            OptionalVersionedTextDocumentIdentifier(uri, seen.text.version if uri == seen.text.uri else None), [*found]
        )
        for uri, found in by_file.items()
    ]
    return WorkspaceEdit(document_changes=[*edits])


def _refuse_taken(seen: Seen, target: LinkTarget, links: list[ResolvedLink], name: str) -> None:
    """Refuse a name that means something already where the old one is used."""
    users = {target.document, *(one.document for one in links if "#" not in one.link.target)}
    ids = {found for document in users for found in document.all_ids}
    ids |= set(seen.workspace.by_id) if seen.workspace else set()
    if name in ids:
        raise WrongUseError(LSP["rename-taken"].with_fields(name=name))


def _links_to(seen: Seen, target: LinkTarget) -> list[ResolvedLink]:
    if seen.workspace is None:
        return []
    return seen.workspace.references.to(target.document, target.place.path if target.place else None)


def _naming_document(seen: Seen, target: LinkTarget) -> Iterator[ResolvedLink]:
    """Give the references to parts of a document that begin with the document's id."""
    for one in seen.workspace.references.all if seen.workspace else ():
        if one.target.document is target.document and one.link.target.startswith(f"{target.document.id}#"):
            yield one


def _id_of(target: LinkTarget) -> Stretch:
    """Give the stretch of what is given an id: the id itself without quotes, or where it begins if it has none."""
    path = (*target.place.path, "id") if target.place else ("id",)
    found = _stretch(target.document, path)
    if found is None:
        span = target.document.positions.of(target.document.written_path(path))
        found = (span.line - 1, span.column - 1, span.end_column - 1)
    return found


def _stretch(document: Document, path: KeyPath) -> Stretch | None:
    """Give the stretch of a text that stands on one line, without its quotes."""
    extent = document.extents.values.get(document.written_path(path))
    if extent is None or extent.kind != "scalar" or not extent.is_on_one_line:
        return None
    (line, start), end = extent.start, extent.end[1]
    if document.extents.lines[line][start : start + 1] in {'"', "'"}:
        start, end = start + 1, end - 1
    return line, start, end


def _segment(whole: Stretch, written: str, *, is_item: bool) -> Stretch:
    """Give the part of a reference that names the document, or the part of it."""
    line, start, end = whole
    before, mark, item = written.partition("#")
    if not mark:
        return whole
    return (line, end - len(item), end) if is_item else (line, start, start + len(before))


def _location(seen: Seen, document: Document, stretch: Stretch, units: Units) -> Location:
    line, start, end = stretch
    lines = lines_of(document.text)
    return Location(seen.uri_of(document), units.between(lines, (line, start), (line, end)))


def range_of(seen: Seen, path: KeyPath, units: Units) -> Range | None:
    """Give the range of the id, or of the part of the reference, that another name would take the place of."""
    document, target = seen.document, target_at(seen, path) or named_at(seen, path)
    stretch = _stretch(document, path) if document else None
    if document is None or target is None or stretch is None:
        return None
    written = document.value_at(path)
    line, start, end = _segment(stretch, str(written), is_item=target.place is not None)
    return units.between(seen.text.lines, (line, start), (line, end))
