"""Where the parts of a PDF stand, by its tags: which page each row of a table is on, and what follows the table."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.tags import inside, kind_of, within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject

_AT_THE_FOOT = "/Note"
_WRAPPERS = {"/Div", "/Part", "/Sect", "/NonStruct"}


class Place(NamedTuple):
    """Where a piece of text stands.

    Attributes:
        page: the number of the page.
        base: how far below the upper edge the letters stand, in points.
    """

    page: int
    base: float


@dataclass(frozen=True)
class Block:
    """A part as the tags have it, with the places of all its text but the notes at the foot."""

    kind: str
    places: tuple[Place, ...]
    within: tuple[Block, ...]

    @property
    def pages(self) -> list[int]:
        """The numbers of the pages that it stands on."""
        return sorted({place.page for place in self.places})

    @property
    def height(self) -> float:
        """How high it is, the parts on all its pages together, but for its last line."""
        on_pages = ([place.base for place in self.places if place.page == page] for page in self.pages)
        return sum(max(bases) - min(bases) for bases in on_pages)

    def all(self, kind: str) -> Iterator[Block]:
        """Walk the parts of a kind within it."""
        for one in self.within:
            if one.kind == kind:
                yield one
            yield from one.all(kind)


def blocks(raw: bytes) -> list[Block]:
    """Read the tags of a file: its outermost parts that have text, in the order of reading."""
    reader = PdfReader(io.BytesIO(raw))
    written = {mark: place for page in reader.pages for mark, place in _marked(page, reader)}
    root: Any = reader.root_object["/StructTreeRoot"]
    (document,) = inside(root)
    return list(chain.from_iterable(map(_unwrapped, _block(document, 0, written).within)))


def _unwrapped(block: Block) -> list[Block]:
    if block.kind in _WRAPPERS:
        return list(chain.from_iterable(map(_unwrapped, block.within)))
    return [block] if block.places else []


def _block(part: DictionaryObject, page: int, written: dict[tuple[int, int], list[Place]]) -> Block:
    page = part.raw_get("/Pg").idnum if "/Pg" in part else page
    own: list[Place] = []
    inner: list[Block] = []
    for one in (found.get_object() for found in within(part)):
        if isinstance(one, int):
            own += written.get((page, one), [])
        elif isinstance(one, DictionaryObject) and "/MCID" in one:  # a piece on another page
            number: Any = one["/MCID"]
            own += written.get((one.raw_get("/Pg").idnum, number), [])
        elif isinstance(one, DictionaryObject) and "/S" in one:
            inner.append(_block(one, page, written))
    theirs = (place for block in inner if block.kind != _AT_THE_FOOT for place in block.places)
    return Block(kind_of(part), (*own, *theirs), tuple(inner))


def _marked(page: PageObject, reader: PdfReader) -> Iterator[tuple[tuple[int, int], list[Place]]]:
    """Give the places of each piece of text that a tag can name, by the page's number in the file and its own."""
    assert page.indirect_reference is not None
    number, top = reader.get_page_number(page), float(page.mediabox.height)
    found: dict[int, list[Place]] = {}
    open_marks: list[int | None] = []

    def note(operator: Any, operands: Any, matrix: Any, _: Any) -> None:
        match operator:
            case b"BDC" | b"BMC":
                told = operands[1] if len(operands) > 1 else None
                open_marks.append(told.get("/MCID") if isinstance(told, dict) else None)
            case b"EMC":
                open_marks.pop()
            case b"Tj" | b"TJ":
                mark = next((one for one in reversed(open_marks) if one is not None), None)
                if mark is not None:
                    found.setdefault(mark, []).append(Place((number or 0) + 1, top - float(matrix[5])))

    page.extract_text(visitor_operand_before=note)
    yield from (((page.indirect_reference.idnum, mark), places) for mark, places in found.items())
