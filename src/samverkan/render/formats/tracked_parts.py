"""The parts of a Word file that its text leans on: footnotes and the numbering of lists."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from samverkan.render.formats.tracked_text import Atom, W

if TYPE_CHECKING:
    from collections.abc import Mapping

    Element = ET.Element

_DOCUMENT, _NOTES, _NUMBERING = "word/document.xml", "word/footnotes.xml", "word/numbering.xml"
_ID, _VALUE = f"{W}id", f"{W}val"
_FIRST_OWN = 90_000
"""Above all numbers that a file made here has, for what is taken over from another."""
_PICTURES = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})


class _Parts:
    """A Word file, of which some parts are read."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Take the file's parts by name; they were made here a moment ago."""
        self.parts = dict(parts)
        self.document = _read(parts[_DOCUMENT])
        self.notes = _read(parts[_NOTES]) if _NOTES in parts else None
        self.numbering = _read(parts[_NUMBERING]) if _NUMBERING in parts else None
        self._texts = {
            one.get(_ID, ""): " ".join("".join(text.text or "" for text in one.iter(f"{W}t")).split())
            for one in ([] if self.notes is None else self.notes)
        }

    @property
    def body(self) -> Element:
        """The document's body."""
        found = self.document.find(f"{W}body")
        if found is None:
            raise ValueError(_DOCUMENT)  # pandoc always writes one
        return found

    def note(self, number: str) -> str:
        """Give the text of a footnote."""
        return self._texts.get(number, "")


class Later(_Parts):
    """The later version, which the other is written into."""

    def finished(self) -> dict[str, bytes]:
        """Give all parts of the file."""
        read = {_DOCUMENT: self.document, _NOTES: self.notes, _NUMBERING: self.numbering}
        return {**self.parts, **{name: _written(root) for name, root in read.items() if root is not None}}


class Earlier(_Parts):
    """The earlier version, of which what has gone is taken over with what it leans on."""

    def __init__(self, parts: Mapping[str, bytes], later: Later) -> None:
        """Take the file's parts by name, and the file that they are taken over to."""
        super().__init__(parts)
        self._later = later
        self._lists: dict[str, str] = {}
        self._taken = 0

    def kept(self, atom: Atom) -> Atom | None:
        """Give what stands for something in the later file: a footnote with its text, and nothing for a picture."""
        if atom.content.tag in _PICTURES:
            return None
        if atom.content.tag != f"{W}footnoteReference":
            return atom
        note = self._note(atom.content.get(_ID, ""))
        return None if note is None else Atom(atom.says, note, atom.form, None)

    def _note(self, number: str) -> Element | None:
        own = [] if self.notes is None else [one for one in self.notes if one.get(_ID) == number]
        if not own or self._later.notes is None:
            return None
        self._taken += 1
        taken = deepcopy(own[0])
        taken.set(_ID, str(_FIRST_OWN + self._taken))
        _unlink(taken)
        self._later.notes.append(taken)
        return ET.Element(f"{W}footnoteReference", {_ID: str(_FIRST_OWN + self._taken)})

    def carry_numbering(self, paragraph: Element) -> None:
        """Let a paragraph that was in a list be numbered in the later file as it was, and begin no new pages there."""
        form = paragraph.find(f"{W}pPr")
        if form is None:
            return
        for section in form.findall(f"{W}sectPr"):
            form.remove(section)
        for number in form.iter(f"{W}numId"):
            number.set(_VALUE, self._list(number.get(_VALUE, "")))

    def _list(self, number: str) -> str:
        if number not in self._lists:
            self._lists[number] = self._taken_list(number)
        return self._lists[number]

    def _taken_list(self, number: str) -> str:
        numbering, into = self.numbering, self._later.numbering
        own = None if numbering is None else _with(numbering, "num", "numId", number)
        abstract = None if own is None else own.find(f"{W}abstractNumId")
        if numbering is None or into is None or own is None or abstract is None:
            return number
        shape = _with(numbering, "abstractNum", "abstractNumId", abstract.get(_VALUE, ""))
        if shape is None:
            return number
        new, of = str(_FIRST_OWN + len(self._lists)), list(own).index(abstract)
        shape, own = deepcopy(shape), deepcopy(own)
        shape.set(f"{W}abstractNumId", new)
        own.set(f"{W}numId", new)
        own[of].set(_VALUE, new)
        for name in ("nsid", "tmpl"):  # what tells shapes apart; Word makes new ones
            for one in shape.findall(f"{W}{name}"):
                shape.remove(one)
        first = next((i for i, one in enumerate(into) if one.tag == f"{W}num"), len(into))
        into.insert(first, shape)
        into.append(own)
        return new


def _with(numbering: Element, tag: str, key: str, number: str) -> Element | None:
    return next((one for one in numbering.findall(f"{W}{tag}") if one.get(f"{W}{key}") == number), None)


def _unlink(holder: Element) -> None:
    """Take the links of a footnote away, whose addresses are kept in the other file; their words stay."""
    for parent in list(holder.iter()):
        for child in list(parent):
            if child.tag == f"{W}hyperlink":
                place = list(parent).index(child)
                parent.remove(child)
                for step, inner in enumerate(child):
                    parent.insert(place + step, inner)


def _read(part: bytes) -> Element:
    for _, (prefix, address) in ET.iterparse(io.BytesIO(part), ["start-ns"]):  # noqa: S314 - made here a moment ago
        ET.register_namespace(prefix, address)
    return ET.fromstring(part)  # noqa: S314 - as above


def _written(root: Element) -> bytes:
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
