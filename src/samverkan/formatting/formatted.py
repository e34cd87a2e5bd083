"""Files to their canonical form: the order of the schema, one way of writing, and not a word changed.

What comes out is held against what went in: every comment, every value, every finding that a comment silences, what
the document is read as, and that a second run would change nothing. Where one of them differs nothing is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.formatting.comments import comments_in
from samverkan.formatting.reading import tree_of
from samverkan.formatting.scalars import canonical, place_at
from samverkan.formatting.writing import lines_of_tree
from samverkan.gather import read_one
from samverkan.model.kinds import model_of
from samverkan.model.load import is_ours
from samverkan.source.decoding import BOM, MOST_BYTES
from samverkan.source.faults import is_unreadable
from samverkan.source.ignores import Ignores
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.document import DocumentModel
    from samverkan.source.faults import Fault
    from samverkan.source.files import SourceFile
    from samverkan.source.reader import Data
    from samverkan.words.sentence import Text
    from samverkan.workspace.document import Document

_NOT_WRITTEN = frozenset({"anchor"})
"""Faults of what can be read, and that the canonical form has no place for."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file and its canonical form.

    Attributes:
        old: the file's text.
        new: the same in canonical form; as before where it is refused.
        content: what the file is to hold, line ends and byte order mark as before.
        refused: why the file is left as it is; None where it is not, and where nobody named a file of somebody else's.
        is_ours: whether it is a file of ours at all.
    """

    old: str
    new: str
    content: bytes
    refused: Text | None = None
    is_ours: bool = True

    @property
    def is_changed(self) -> bool:
        """Whether the file is not in canonical form, or not with one sort of line ends."""
        return self.new != self.old


def formatted(source: SourceFile, raw: bytes) -> Formatted:
    """Give the canonical form of a file; one that is somebody else's, or that cannot be kept whole, stays as it is.

    Args:
        source: the file.
        raw: what it holds.
    """
    document, faults = read_one(source, raw)
    old = raw.removeprefix(BOM).decode("utf-8", "replace")
    if document is None and not faults:
        return Formatted(old, old, raw, is_ours=False)
    in_the_way = _in_the_way(faults)
    if document is None or in_the_way:
        found = (in_the_way or faults)[0].finding(source.name)
        return Formatted(
            old, old, raw, sentence("fmt-fault", file=source.name, line=found.span.line, what=found.message)
        )
    if not is_ours(document.data):
        return Formatted(old, old, raw, sentence("fmt-foreign", file=source.name), is_ours=False)
    if document.kind is None:
        said = document.remarks[0]
        line = document.positions.of(said.path).line
        return Formatted(old, old, raw, sentence("fmt-fault", file=source.name, line=line, what=said.message))
    model = model_of(document.kind)
    new = in_form(old, model)
    if new != old and (lost := _lost(source, document, model, old, new)):
        return Formatted(old, old, raw, sentence(lost, file=source.name))
    return Formatted(old, new, (BOM if raw.startswith(BOM) else b"") + new.encode())


def _in_the_way(faults: Sequence[Fault]) -> list[Fault]:
    """Give those of a text's faults that keep it from being written anew."""
    return [one for one in faults if one.sentence in _NOT_WRITTEN or is_unreadable((one,))]


def in_form(text: str, model: type[DocumentModel]) -> str:
    """Give the canonical form of a text that can be read without faults; it is not held against the old one.

    Args:
        text: the text.
        model: what it is read as.
    """
    end = "\r\n" if "\r\n" in text else "\n" if "\n" in text or "\r" not in text else "\r"
    return "".join(line + end for line in lines_of_tree(tree_of(text), model))


def _lost(source: SourceFile, before: Document, model: type[DocumentModel], old: str, new: str) -> str:
    """Hold a file's new form against its old one.

    Returns:
        The key of the sentence that says what is not kept; empty where all is, and a second run changes nothing.
    """
    if len(new.encode()) > MOST_BYTES:
        return "fmt-too-large"
    after, faults = read_one(source, new.encode())
    is_same = not is_unreadable(faults) and after is not None and _is_same(before, after, model, (old, new))
    is_kept = is_same and after is not None and _silenced(before) == _silenced(after)
    return "" if is_kept else "fmt-silences" if is_same else "fmt-not-kept"


def _is_same(before: Document, after: Document, model: type[DocumentModel], texts: tuple[str, str]) -> bool:
    """Tell whether a document says the same in its new form, and would be given no other form than that."""
    old, new = texts
    return (
        after.kind == before.kind
        and _comments(old) == _comments(new)
        and _in_figures(before.data, (), model) == _in_figures(after.data, (), model)
        and (before.model, before.unread, before.fingerprint) == (after.model, after.unread, after.fingerprint)
        and _told(before) == _told(after)
        and in_form(new, model) == new
    )


def _comments(text: str) -> list[str]:
    return sorted(comment.text for comment in comments_in(text))


def _in_figures(data: Data, path: KeyPath, model: type[DocumentModel]) -> Data:
    """Give the data of a document with its dates in figures."""
    if isinstance(data, dict):
        return {key: _in_figures(value, (*path, key), model) for key, value in data.items()}
    if isinstance(data, list):
        return [_in_figures(value, (*path, i), model) for i, value in enumerate(data)]
    return data if data is None else canonical(data, place_at(model, path))


def _told(document: Document) -> list[tuple[str, str]]:
    """Give what is wrong with the form of a document, whatever the order."""
    return sorted((".".join(map(str, remark.path)), remark.message.say("en")) for remark in document.remarks)


def _silenced(document: Document) -> frozenset[tuple[KeyPath, bool, str]]:
    """Give the places whose findings comments silence, at their keys and at their values, and the rules."""
    lines: dict[int, set[str]] = {}
    for line, rule in Ignores(document.text).places:
        lines.setdefault(line, set()).add(rule)
    if not lines:
        return frozenset()
    where = document.positions
    found = [
        (path, is_key, where.of_key(path) if is_key else where.of(path))
        for path in _paths(document.data, ())
        for is_key in (False, True)
    ]
    return frozenset((path, is_key, rule) for path, is_key, span in found for rule in lines.get(span.line, ()))


def _paths(data: Data, path: KeyPath) -> Iterator[KeyPath]:
    yield path
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _paths(value, (*path, key))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from _paths(value, (*path, i))
