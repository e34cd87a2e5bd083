"""What is left of documents that are let go of: thousands of them take as little memory as those of one workspace."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samverkan.workspace.document import Document

if TYPE_CHECKING:
    from samverkan.findings import KeyPath, Span


@dataclass(frozen=True, eq=False)
class Left(Document):
    """How a document is called, and where in its file some places are.

    Attributes:
        called: its title.
        places: the places as the file has them, and on which lines, where that has been noted.
    """

    called: str = ""
    places: dict[KeyPath, tuple[KeyPath, Span | None]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What readers know the document by."""
        return self.called

    def written_path(self, path: KeyPath) -> KeyPath:
        """Give a path as the file has it, where that has been noted."""
        return self.places[path][0] if path in self.places else path

    def span_of(self, path: KeyPath) -> Span:
        """Give the lines of a place; of one that has not been noted, as far as the text tells."""
        noted = self.places.get(path)
        return noted[1] if noted and noted[1] else super().span_of(path)


class LettingGo:
    """Gives what is left of documents, the same of each however often it is asked for."""

    def __init__(self, *, has_lines: bool) -> None:
        """Begin with none.

        Args:
            has_lines: whether places are to be found in the files; to look for them takes time.
        """
        self._has_lines = has_lines
        self._left: dict[Document, Left] = {}

    def of(self, document: Document, path: KeyPath | None = None) -> Left:
        """Give what is left of a document, with a place in it."""
        left = self._left.get(document)
        if left is None:
            written, data = document.written if self._has_lines else "", {"id": document.id}
            left = Left(document.file, written, data, document.kind, None, path=document.path, called=document.title)
            self._left[document] = left
        if path is not None and path not in left.places:
            left.places[path] = document.written_path(path), document.span_of(path) if self._has_lines else None
        return left
