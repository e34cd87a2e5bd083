"""Reading the files of a large workspace: what each comes to by itself, and the documents until they are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.gather import lost_ids, read_one
from samverkan.large.facts import Facts
from samverkan.law.holdings import names_of_municipalities
from samverkan.model.choices import Kind
from samverkan.model.survey import links_of
from samverkan.workspace.relations import parties_key
from samverkan.workspace.workspace import look

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.model.links import Link
    from samverkan.source.faults import Fault
    from samverkan.source.files import SourceFile
    from samverkan.workspace.document import Document

    Read = tuple[Document | None, list[Fault]]

_MOST_HELD = 500
"""As many documents are kept for the next time."""
_LOOKS_EVERYWHERE = "bad-reference"
"""What is said of the form of a document and that looks for what was meant among all others."""


class Held:
    """The files that have been read and are yet to be checked, so that none is read twice."""

    def __init__(self) -> None:
        """Begin with none."""
        self._read: dict[tuple[str, bool], Read] = {}

    def facts(self, source: SourceFile, *, is_asked: bool) -> Facts:
        """Read a file that holds what it is known to hold, and keep it until it is taken."""
        read = self._read[source.name, is_asked] = read_one(source, source.content or b"", is_asked=is_asked)
        return facts_of(source, *read)

    def take(self, source: SourceFile, raw: bytes, *, is_asked: bool = True) -> Read:
        """Give a file that has been read, and let go of it; read it where that is not so."""
        return self._read.pop((source.name, is_asked), None) or read_one(source, raw, is_asked=is_asked)


class LastingHeld(Held):
    """The files that have been read, of those that are checked again and again."""

    def __init__(self, most: int = _MOST_HELD) -> None:
        """Begin with none; as many are kept at most."""
        super().__init__()
        self._most = most
        self._last: dict[tuple[str, bool], tuple[bytes, Read]] = {}

    def take(self, source: SourceFile, raw: bytes, *, is_asked: bool = True) -> Read:
        """Give a file as it was read the last time, unless it holds something else since."""
        known = self._last.get((source.name, is_asked))
        if known is None or known[0] != raw:
            if len(self._last) >= self._most:
                self._last.clear()
            known = self._last[source.name, is_asked] = raw, super().take(source, raw, is_asked=is_asked)
        return known[1]


def facts_of(source: SourceFile, document: Document | None, faults: list[Fault]) -> Facts:
    """Tell what a file comes to.

    Args:
        source: the file.
        document: the document in it; None where it cannot be read, or is somebody else's.
        faults: what is wrong with its text.
    """
    if document is None and not faults:
        return Facts(is_ours=False, is_document=False, is_whole=False, id=None, kind=None)
    lost = tuple(sorted(lost_ids(source, source.content or b"", document)))
    if document is None:
        return Facts(is_ours=True, is_document=False, is_whole=False, id=None, kind=None, lost_ids=lost)
    return Facts(
        is_ours=True,
        is_document=True,
        is_whole=document.is_whole,
        id=document.id,
        kind=document.kind,
        leads_to=tuple(sorted({link.target.partition("#")[0] for link in _links(document)})),
        shares=tuple(sorted(_shared(document))),
        lost_ids=lost,
        asks_all=any(remark.rule == _LOOKS_EVERYWHERE for remark in document.remarks),
    )


def _links(document: Document) -> Sequence[Link]:
    """Give the references alone: all of thousands of documents is not gathered before they are checked."""
    return links_of(document.model) if document.model is not None else ()


def _shared(document: Document) -> Iterator[str]:
    if document.id is not None:
        yield f"id {look(document.id)}"
    yield from (f"municipality {name}" for name in names_of_municipalities(document))
    if document.kind == Kind.AGREEMENT and document.model is not None:
        yield f"parties {sorted(parties_key(document))}"
