"""The texts that are open in the editor, as they stand there and not as they were last saved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol.types import TextDocumentContentChangePartial
from pygls.uris import from_fs_path, to_fs_path, uri_scheme

from samverkan.lsp.units import Units
from samverkan.source.files import SUFFIXES
from samverkan.source.lines import line_starts_of, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lsprotocol.types import TextDocumentContentChangeEvent, TextDocumentItem

_UNTITLED = "untitled"


@dataclass(frozen=True)
class OpenText:
    """A text that is open.

    Attributes:
        uri: the editor's name for it.
        path: where it is saved; for one that has not been saved, only a name.
        text: what it holds.
        version: the editor's number for what it holds now.
        is_saved: whether it has a place on the disk.
    """

    uri: str
    path: Path
    text: str
    version: int
    is_saved: bool = True

    @cached_property
    def lines(self) -> list[str]:
        """Its lines."""
        return lines_of(self.text)

    @cached_property
    def readable(self) -> str:
        """The text without halves of characters, which no file can hold; every place in it stays where it was."""
        return self.text.encode("utf-8", "replace").decode()

    @property
    def content(self) -> bytes:
        """What a file of it would hold."""
        return self.text.encode("utf-8", "surrogatepass")


class Texts:
    """The texts that are open and may be documents of ours, by the editor's names."""

    def __init__(self) -> None:
        """Begin with none."""
        self._open: dict[str, OpenText] = {}
        self.units = Units()

    def __iter__(self) -> Iterator[OpenText]:
        return iter(tuple(self._open.values()))

    def __contains__(self, uri: str) -> bool:
        """Tell whether a text is open, and is YAML."""
        return uri in self._open

    def __getitem__(self, uri: str) -> OpenText:
        return self._open[uri]

    def take(self, item: TextDocumentItem) -> OpenText | None:
        """Take a text that has been opened; None where it is no YAML."""
        path, is_saved = path_of(item.uri), True
        if path is None and uri_scheme(item.uri) == _UNTITLED:
            path, is_saved = Path(f"{_UNTITLED}{SUFFIXES[0]}"), False
        if path is None or not (item.language_id == "yaml" or path.name.lower().endswith(SUFFIXES)):
            return None
        self._open[item.uri] = found = OpenText(item.uri, path, item.text, item.version, is_saved)
        return found

    def change(self, uri: str, version: int, changes: Iterable[TextDocumentContentChangeEvent]) -> OpenText | None:
        """Change a text as it was changed in the editor; None where it is not open."""
        found = self._open.get(uri)
        if found is None:
            return None
        text = found.text
        for change in changes:
            text = self._changed(text, change)
        self._open[uri] = changed = replace(found, text=text, version=version)
        return changed

    def close(self, uri: str) -> bool:
        """Forget a text; tell whether it was open."""
        return self._open.pop(uri, None) is not None

    def _changed(self, text: str, change: TextDocumentContentChangeEvent) -> str:
        if not isinstance(change, TextDocumentContentChangePartial):
            return change.text
        lines, starts = lines_of(text), line_starts_of(text)
        (first, start), (last, end) = (
            self.units.place(lines, position) for position in (change.range.start, change.range.end)
        )
        before, after = starts[first] + start, starts[last] + end
        return text[:before] + change.text + text[max(before, after) :]


def path_of(uri: str) -> Path | None:
    """Give the path of a file; None for what is no file."""
    try:
        found = to_fs_path(uri)
    except ValueError:  # no address at all
        return None
    return Path(found) if found else None


def uri_of(path: Path) -> str:
    """Give the editor's name for a file."""
    return from_fs_path(str(path.absolute())) or ""
