"""Where ids are given, and who refers to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import (
    Location,
    Range,
)

from samverkan.source.lines import lines_of
from samverkan.workspace.references import LinkTarget

if TYPE_CHECKING:
    from samverkan.findings import KeyPath
    from samverkan.lsp.desk import Seen
    from samverkan.lsp.units import Units
    from samverkan.workspace.document import Document
    from samverkan.workspace.references import ResolvedLink

Stretch = tuple[int, int, int]
"""A part of a line: the line and where it begins and ends, from 0."""


def target_at(seen: Seen, path: KeyPath) -> LinkTarget | None:
    """Give what the reference at a place leads to; None where there is none, or it leads nowhere."""
    document, near = seen.document, seen.near
    if document is None or near is None:
        return None
    for link in document.links:
        if document.written_path(link.path) == path:
            return near.references.resolve(document, link)
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
    line, start, end = id_of(target)
    return location_at(seen, target.document, (line, start, end), units)


def references_to(seen: Seen, target: LinkTarget, units: Units, *, with_target: bool) -> list[Location]:
    """Give the places that refer to something, and where it is given its id where that is wanted too."""
    found = [location_of(seen, target, units)] if with_target else []
    stretches = ((one.document, stretch_of(one.document, one.link.path)) for one in links_to(seen, target))
    found += [location_at(seen, document, stretch, units) for document, stretch in stretches if stretch is not None]
    return found


def links_to(seen: Seen, target: LinkTarget) -> list[ResolvedLink]:
    """Give the references that lead to something."""
    part = target.place.path if target.place else None
    return [link for near in seen.result.workspaces for link in near.references.to(target.document, part)]


def id_of(target: LinkTarget) -> Stretch:
    """Give the stretch of what is given an id: the id itself without quotes, or where it begins if it has none."""
    path = (*target.place.path, "id") if target.place else ("id",)
    found = stretch_of(target.document, path)
    if found is None:
        span = target.document.positions.of(target.document.written_path(path))
        found = (span.line - 1, span.column - 1, span.end_column - 1)
    return found


def stretch_of(document: Document, path: KeyPath) -> Stretch | None:
    """Give the stretch of a text that stands on one line as it is, without its quotes; None for any other."""
    extent = document.extents.values.get(document.written_path(path))
    if extent is None or extent.kind != "scalar" or not extent.is_on_one_line:
        return None
    (line, start), end = extent.start, extent.end[1]
    if document.extents.lines[line][start : start + 1] in {'"', "'"}:
        start, end = start + 1, end - 1
    is_plain = document.extents.lines[line][start:end] == document.value_at(path)
    return (line, start, end) if is_plain else None


def segment_of(whole: Stretch, written: str, *, is_item: bool) -> Stretch:
    """Give the part of a reference that names the document, or the part of it."""
    line, start, end = whole
    before, mark, item = written.partition("#")
    if not mark:
        return whole
    return (line, end - len(item), end) if is_item else (line, start, start + len(before))


def location_at(seen: Seen, document: Document, stretch: Stretch, units: Units) -> Location:
    """Give the place of a stretch of a document as editors know it."""
    line, start, end = stretch
    lines = lines_of(document.text)
    return Location(seen.uri_of(document), units.between(lines, (line, start), (line, end)))


def range_of(seen: Seen, path: KeyPath, units: Units) -> Range | None:
    """Give the range of the id, or of the part of the reference, that another name would take the place of."""
    document, target = seen.document, target_at(seen, path) or named_at(seen, path)
    stretch = stretch_of(document, path) if document else None
    if document is None or target is None or stretch is None:
        return None
    written = document.value_at(path)
    line, start, end = segment_of(stretch, str(written), is_item=target.place is not None)
    return units.between(seen.text.lines, (line, start), (line, end))
