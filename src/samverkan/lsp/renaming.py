"""Another name for what has an id, wherever it is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol.types import OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextEdit, WorkspaceEdit

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.findings import Edit, Span
from samverkan.gather import read_one
from samverkan.lsp.places import links_to, location_at, segment_of, stretch_of
from samverkan.model.base import ID_PATTERN
from samverkan.model.fingerprint import short
from samverkan.model.texts import FOOTNOTE
from samverkan.source.edits import applied
from samverkan.source.files import SourceFile
from samverkan.source.lines import lines_of
from samverkan.words.lsp import LSP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.lsp.desk import Seen
    from samverkan.lsp.places import Stretch
    from samverkan.lsp.units import Units
    from samverkan.workspace.document import Document
    from samverkan.workspace.references import LinkTarget, ResolvedLink


class Renaming(NamedTuple):
    """Another id for something.

    Attributes:
        edit: what is to be changed, in all files.
        recoded: the files of the documents that others know by the control codes which they will no longer have.
    """

    edit: WorkspaceEdit
    recoded: tuple[str, ...]


def renamed(seen: Seen, target: LinkTarget, name: str, units: Units) -> Renaming:
    """Give the edits that give something another id, wherever it is named.

    Args:
        seen: the text that it is asked for in.
        target: what is to have another id.
        name: the id.
        units: how the editor counts columns.

    Raises:
        WrongUseError: it is no id, or is that of something else already.
    """
    if re.fullmatch(ID_PATTERN, name) is None:
        raise WrongUseError(LSP["rename-form"].with_fields(name=visible(name)))
    links = list(links_to(seen, target))
    naming = list(_naming_document(seen, target)) if target.place is None else []
    _refuse_taken(seen, target, links, name)
    own = stretch_of(target.document, (*target.place.path, "id") if target.place else ("id",))
    if own is None:
        raise WrongUseError(LSP["rename-by-hand"])
    stretches: dict[Document, set[Stretch]] = {target.document: {own, *_footnotes(target)}}
    for one in (*links, *naming):
        whole = stretch_of(one.document, one.link.path)
        if whole is None:
            line = one.document.span_of(one.link.path).line
            raise WrongUseError(LSP["rename-link-by-hand"].with_fields(file=visible(one.document.file), line=line))
        part = segment_of(whole, one.link.target, is_item=target.place is not None)
        stretches.setdefault(one.document, set()).add(part)
    edits = [_edit(seen, document, sorted(found), name, units) for document, found in stretches.items()]
    recoded = [document.file for document, found in stretches.items() if _is_recoded(seen, document, found, name)]
    return Renaming(WorkspaceEdit(document_changes=[*edits]), tuple(sorted(recoded)))


def _edit(seen: Seen, document: Document, stretches: list[Stretch], name: str, units: Units) -> TextDocumentEdit:
    places = [location_at(seen, document, stretch, units) for stretch in stretches]
    version = seen.text.version if places[0].uri == seen.text.uri else None
    which = OptionalVersionedTextDocumentIdentifier(places[0].uri, version)
    return TextDocumentEdit(which, [TextEdit(place.range, name) for place in places])


def _footnotes(target: LinkTarget) -> Iterator[Stretch]:
    """Give the footnote marks by which the prose of a document cites a part of it."""
    name = target.place.part.own_id if target.place and target.place.part else None
    for number, line in enumerate(lines_of(target.document.text) if name else ()):
        yield from ((number, *mark.span(1)) for mark in FOOTNOTE.finditer(line) if mark[1] == name)


def _is_recoded(seen: Seen, document: Document, stretches: Iterable[Stretch], name: str) -> bool:
    """Tell whether a document would have another control code than the one that is written somewhere."""
    old = document.fingerprint
    every = seen.workspace.documents if seen.workspace else ()
    if not old or not any(old in one.text or short(old) in one.text for one in every):
        return False
    text = document.text
    for line, start, end in sorted(stretches, reverse=True):
        text = applied(text, Edit(Span(line + 1, start + 1, line + 1, end + 1), name))
    path = document.path or seen.source.path
    changed = read_one(SourceFile(path, document.file, named=True), text.encode("utf-8", "replace"))[0]
    return changed is not None and changed.fingerprint != old


def _refuse_taken(seen: Seen, target: LinkTarget, links: list[ResolvedLink], name: str) -> None:
    """Refuse a name that means something already where the old one is used."""
    users = {target.document, *(one.document for one in links if "#" not in one.link.target)}
    ids = {found for document in users for found in document.all_ids}
    ids |= set(seen.workspace.by_id) if seen.workspace else set()
    if name in ids:
        raise WrongUseError(LSP["rename-taken"].with_fields(name=name))


def _naming_document(seen: Seen, target: LinkTarget) -> Iterator[ResolvedLink]:
    """Give the references to parts of a document that begin with the document's id."""
    for one in seen.workspace.references.all if seen.workspace else ():
        if one.target.document is target.document and one.link.target.startswith(f"{target.document.id}#"):
            yield one
