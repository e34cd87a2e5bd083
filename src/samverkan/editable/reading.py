"""A Word file that somebody has written in: what stands in each control, who changed it, and what stands outside."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from samverkan.editable.aligning import aligned, lines_of
from samverkan.editable.base import NoBaseError, fixed_of, unpacked
from samverkan.editable.controls import BOOKMARK, name_of, tag_of
from samverkan.editable.sheet import Value
from samverkan.editable.values import normal
from samverkan.editable.word import BASE_SPACE
from samverkan.render.office_template import OfficeTemplateError, require_sound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.editable.aligning import Line
    from samverkan.editable.base import Base
    from samverkan.editable.sheet import Block

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT = "word/document.xml"
_BOOKMARK = re.compile(re.escape(BOOKMARK) + "([0-9]{1,6})")
_ITEM = re.compile(r"customXml/item[0-9]{1,3}\.xml")
_TRACKED = {f"{_W}ins": "new", f"{_W}moveTo": "new", f"{_W}del": "old", f"{_W}moveFrom": "old"}
_BOOKMARKS = frozenset({f"{_W}bookmarkStart", f"{_W}bookmarkEnd"})
_MARK = re.compile(r"^(?:Märke|Mark): (\S{1,200}) ([0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4})$")
_FIRST_LINES = 40
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PASSED_OVER = frozenset(
    {_FALLBACK, *(f"{_W}{name}" for name in ("pPr", "rPr", "sectPr", "instrText", "delInstrText", "sdtEndPr"))}
)
_TEXTS: dict[str, str | None] = {
    **dict.fromkeys((f"{_W}t", f"{_W}delText")),
    f"{_W}tab": " ",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}
"""What is text, and what marks stand for; None for the element's own text."""


_REFUSED = {
    "look-office-locked": "merge-locked",
    "look-office-macros": "merge-macros",
    "look-office-linked": "merge-linked",
    "look-office-broken": "merge-broken",
    "look-office-heavy": "merge-heavy",
}
"""What is said of a sheet, by what is said of a template."""


class BadWordFileError(Exception):
    """A file cannot be read as a sheet; its only argument is the name of the sentence that says why."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """A change that Word has kept track of.

    Attributes:
        author: who made it; empty where the file does not say.
        day: when, as `2026-11-03`; empty where the file does not say.
    """

    author: str
    day: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in a control now.

    Attributes:
        accepted: its text with all tracked changes accepted.
        rejected: its text with all of them rejected.
        tracked: these changes, without repeats, in order.
    """

    accepted: str
    rejected: str
    tracked: tuple[Tracked, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """A line outside all controls, and the control before it: its title, and its number; none for the top."""

    text: str
    after: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Returned:
    """A sheet that has come home.

    Attributes:
        base: the sheet as it was handed out.
        answers: what stands in its controls, by the number of the value; those that are gone are missing.
        outside: the lines outside the controls, from top to bottom.
    """

    base: Base
    answers: dict[int, Answer]
    outside: tuple[Outside, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A Word file that may be a sheet.

    Attributes:
        base: the sheet as it was handed out; None where a program has dropped that.
        document: the id of the document that it was made of; empty where nothing says it.
        code: that of its values, where its mark says it.
    """

    base: Base | None
    document: str
    code: str
    _root: ET.Element

    def against(self, base: Base, sheet: Sequence[Block]) -> Returned:
        """Read what stands in it now.

        Args:
            base: the sheet that it is held against.
            sheet: that of the document as it is; it tells where the values stand whose controls are gone.
        """
        reading = _Reading(base)
        reading.take(self._root)
        if _given_alike(base, sheet):
            reading.align(sheet)
        return reading.read()

    def head(self) -> tuple[str, ...]:
        """Give the lines above the sheet, with its mark as the last; none where it has no mark."""
        lines = list(_first_lines(self._root))
        last = next((i for i, line in enumerate(lines) if _MARK.search(line)), -1)
        return tuple(lines[: last + 1])


def _given_alike(base: Base, sheet: Sequence[Block]) -> bool:
    return [one.text for one in base.values] == [one.text for one in sheet if isinstance(one, Value)]


def opened(content: bytes) -> Opened:
    """Open a Word file.

    Args:
        content: its bytes; anybody may have written them.

    Raises:
        BadWordFileError: it is locked, broken, too large, or holds macros or parts from elsewhere.
    """
    try:
        require_sound(content, {_DOCUMENT})
    except OfficeTemplateError as error:
        raise BadWordFileError(_REFUSED.get(str(error), "merge-other")) from None
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        base = _base(parts)
        root = ET.fromstring(parts.read(_DOCUMENT))  # noqa: S314 - held to have no entities
    mark = next(filter(None, map(_MARK.search, _first_lines(root))), None)
    document = base.document if base else mark[1] if mark else ""
    return Opened(base, document, mark[2] if mark else "", root)


def _base(parts: zipfile.ZipFile) -> Base | None:
    for name in parts.namelist():
        if _ITEM.fullmatch(name):
            root = ET.fromstring(parts.read(name))  # noqa: S314 - held to have no entities
            if root.tag == f"{{{BASE_SPACE}}}sheet":
                try:
                    return unpacked((root.text or "").strip())
                except NoBaseError:
                    break
    return None


def _first_lines(root: ET.Element) -> Iterator[str]:
    for paragraph in itertools.islice(root.iter(f"{_W}p"), _FIRST_LINES):
        if line := normal("".join(text.text or "" for text in paragraph.iter(f"{_W}t"))):
            yield line


@dataclass(slots=True)
class _Piece:
    """A stretch of text, the end of a paragraph, or a mark where a bookmark begins or ends."""

    text: str = ""
    control: int | None = None
    change: str = ""
    tracked: Tracked | None = None
    ends_paragraph: bool = False
    bookmark: int | None = None


@dataclass(slots=True)
class _Reading:
    base: Base
    pieces: list[_Piece] = field(default_factory=list)
    tags: dict[str, int | None] = field(default_factory=dict)
    titles: dict[str, int | None] = field(default_factory=dict)
    bookmarks: dict[str, int] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Note which value each tag and title is of; None for several."""
        for i, one in enumerate(self.base.values):
            for known, name in ((self.tags, tag_of(one.place)), (self.titles, name_of(one.title))):
                known[name] = None if name in known else i

    def take(self, root: ET.Element) -> None:
        """Take up what stands in the controls and bookmarks of a file, and outside them."""
        self._walk(root, None, "", None)
        self._place_by_bookmarks()

    def align(self, sheet: Sequence[Block]) -> None:
        """Find the values whose controls and bookmarks are gone by the text around them."""
        paragraphs = list(_paragraphs(self.pieces))
        found = [_text([piece for piece in one if piece.change != "old"]) for one in paragraphs]
        head = self.base.fixed[: len(self.base.fixed) - len(fixed_of(sheet))]
        known = aligned(list(lines_of(head, sheet)), found)
        missing = set(range(len(self.base.values))) - self.seen
        kept: list[_Piece] = []
        for i, paragraph in enumerate(paragraphs):
            line = known.get(i)
            if line is None or line.owner not in missing or any(piece.control is not None for piece in paragraph):
                kept += paragraph
                continue
            self.seen.add(line.owner)
            kept += _owned(paragraph, line)
        self.pieces = kept

    def read(self) -> Returned:
        """Give what was taken up."""
        answers: dict[int, list[_Piece]] = {number: [] for number in sorted(self.seen)}
        for piece in self.pieces:
            if piece.control is not None:
                answers[piece.control].append(piece)
        return Returned(self.base, {n: _answer(found) for n, found in answers.items()}, tuple(self._outside()))

    def _walk(self, element: ET.Element, control: int | None, change: str, tracked: Tracked | None) -> None:
        for child in element:
            tag = str(child.tag)
            if tag in _TRACKED:
                self._walk(child, control, _TRACKED[tag], _tracked(child))
            elif tag == f"{_W}sdt":
                self._control(child, control, change, tracked)
            elif tag in _BOOKMARKS:
                self._bookmark(child)
            elif tag in _TEXTS:
                self.pieces.append(_Piece(_TEXTS[tag] or child.text or "", control, change, tracked))
            elif tag not in _PASSED_OVER:
                self._walk(child, control, change, tracked)
                if tag == f"{_W}p":
                    self._end_paragraph(child, control)

    def _control(self, element: ET.Element, around: int | None, change: str, tracked: Tracked | None) -> None:
        properties, inside = element.find(f"{_W}sdtPr"), element.find(f"{_W}sdtContent")
        number = self._number(properties) if properties is not None else None
        if number is not None:
            self.seen.add(number)
        is_empty = properties is not None and properties.find(f"{_W}showingPlcHdr") is not None
        if inside is not None and not (number is not None and is_empty):
            self._walk(inside, around if number is None else number, change, tracked)

    def _number(self, properties: ET.Element) -> int | None:
        """Find which value a control is of: by its tag, else by its title, where only one has that."""
        tag, title = properties.find(f"{_W}tag"), properties.find(f"{_W}alias")
        for element, known in ((tag, self.tags), (title, self.titles)):
            written = element.get(f"{_W}val", "") if element is not None else ""
            if (found := known.get(written)) is not None:
                return found
        return None

    def _bookmark(self, element: ET.Element) -> None:
        name, own = element.get(f"{_W}name", ""), element.get(f"{_W}id", "")
        if number := _BOOKMARK.fullmatch(name):
            self.bookmarks[own] = int(number[1])
        if own in self.bookmarks:
            self.pieces.append(_Piece(bookmark=self.bookmarks[own]))

    def _end_paragraph(self, paragraph: ET.Element, control: int | None) -> None:
        mark = paragraph.find(f"{_W}pPr/{_W}rPr")
        new, old = (None if mark is None else mark.find(f"{_W}{name}") for name in ("ins", "del"))
        found = new if new is not None else old
        change = "new" if new is not None else "old" if old is not None else ""
        tracked = _tracked(found) if found is not None else None
        self.pieces.append(_Piece("", control, change, tracked, ends_paragraph=True))

    def _place_by_bookmarks(self) -> None:
        """Give what stands between the first and the last mark of a bookmark to its value, where no control has it."""
        spans: dict[int, tuple[int, int]] = {}
        for i, piece in enumerate(self.pieces):
            if piece.bookmark is not None and piece.bookmark < len(self.base.values):
                spans[piece.bookmark] = (spans.get(piece.bookmark, (i, i))[0], i)
        for number, (first, last) in spans.items():
            self.seen.add(number)
            for piece in self.pieces[first:last]:
                if piece.control is None and piece.bookmark is None:
                    piece.control = number

    def _outside(self) -> Iterator[Outside]:
        line = ""
        after: int | None = None
        last: int | None = None
        for piece in self.pieces:
            if piece.control is not None:
                last = piece.control
            elif piece.change != "old":
                line += piece.text
            if piece.ends_paragraph:
                if normal(line):
                    title = self.base.values[after].title if after is not None else ""
                    yield Outside(normal(line), title, after)
                line, after = "", last


def _paragraphs(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    paragraph: list[_Piece] = []
    for piece in pieces:
        paragraph.append(piece)
        if piece.ends_paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _owned(paragraph: Sequence[_Piece], line: Line) -> Iterator[_Piece]:
    """Give the pieces of a paragraph to the value that it holds, but for what stands before that."""
    before = "".join(line.prefix.split())
    for piece in paragraph:
        taken = 0
        while piece.change != "old" and before and taken < len(piece.text):
            before = before.removeprefix(piece.text[taken])
            taken += 1
        if taken:
            yield replace(piece, text=piece.text[:taken], ends_paragraph=False)
        yield replace(piece, text=piece.text[taken:], control=None if before else line.owner)


def _answer(pieces: Sequence[_Piece]) -> Answer:
    accepted = _text([piece for piece in pieces if piece.change != "old"])
    rejected = _text([piece for piece in pieces if piece.change != "new"])
    tracked = dict.fromkeys(piece.tracked for piece in pieces if piece.tracked is not None)
    return Answer(accepted, rejected, tuple(tracked))


def _text(pieces: Sequence[_Piece]) -> str:
    return normal("".join("\n\n" if piece.ends_paragraph else piece.text for piece in pieces))


def _tracked(element: ET.Element) -> Tracked:
    author = " ".join(element.get(f"{_W}author", "").split())[:80]
    day = element.get(f"{_W}date", "")[:10]
    return Tracked(author, day if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day) else "")
