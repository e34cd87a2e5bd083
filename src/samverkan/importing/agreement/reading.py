"""A file that somebody sent to the blocks of what it says, or to a sentence that says why not."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samverkan.errors import ReadWriteError
from samverkan.escape import visible
from samverkan.importing.agreement.blocks import (
    Kind,
    joined_over_breaks,
    numbered,
    with_clauses,
    with_headings,
    with_rows_as_chapters,
)
from samverkan.importing.agreement.contents import without_contents
from samverkan.importing.agreement.footnotes import with_all_notes
from samverkan.importing.agreement.lines import Written, blocks_of, in_reading_order, spaced, without_frames
from samverkan.importing.agreement.word_parts import frames_of, readable
from samverkan.importing.agreement.word_tree import blocks_of_tree
from samverkan.render.engines import pandoc
from samverkan.render.engines.pdf_pages import pages_of
from samverkan.render.office_template import OfficeTemplateError, require_sound
from samverkan.source.opening import read_named
from samverkan.words.commands import sentence
from samverkan.words.old_documents import OLD, OLD_OFFICE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from samverkan.importing.agreement.blocks import Block
    from samverkan.render.engines.pandoc import Tree
    from samverkan.render.engines.pdf_pages import PdfPage

_MOST_BYTES = 30_000_000
_MOST_TEXT = 1_000_000
_MOST_BLOCKS = 20_000
_LEAST_ON_PAGE = 20
_FEWEST_LETTERS = 40
_BOLD_LINE = re.compile(r"\*\*(.{1,110}?)\*\*:?")
_MARKED = re.compile(r"(#{1,6}) +(.+?) *#*")
_BOLD_ITEM = re.compile(r"(?:[-*•] +)?\*\*[^*]+\*\*")
_BOLD_LEVEL = 7
_SHORT = 0.6
_WIDEST = 100
FORMATS = (".docx", ".pdf", ".txt", ".html", ".htm")


@dataclass(frozen=True, slots=True)
class OldDocument:
    """What a file says.

    Attributes:
        name: the file's name.
        blocks: what it consists of.
        frames: what stood at the edge of most pages, and was taken away.
        without_text: the pages that have a picture and no text.
    """

    name: str
    blocks: tuple[Block, ...]
    frames: tuple[str, ...] = ()
    without_text: tuple[int, ...] = ()


def read_old(path: Path) -> OldDocument:
    """Read a file that the user named.

    Raises:
        ReadWriteError: it cannot be opened or read, is of no kind that is known here, or has no text.
    """
    name = visible(path.as_posix())
    found = _read(path, read_named(path, _MOST_BYTES))
    if len(found.blocks) > _MOST_BLOCKS:
        raise ReadWriteError(OLD["too-long"].with_fields(file=name))
    letters = sum(sum(map(str.isalpha, block.text)) for block in found.blocks)
    if letters < _FEWEST_LETTERS:
        raise ReadWriteError(OLD["scan" if found.without_text else "no-text"].with_fields(file=name))
    return found


def _read(path: Path, content: bytes) -> OldDocument:
    name, ending = path.name, path.suffix.casefold()
    if content.startswith((b"%PDF", b"\xef\xbb\xbf%PDF")) or b"%PDF-" in content[:1024]:
        return _of_pages(name, pages_of(content))
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) or ending == ".docx":
        return _of_word(path, _sound(path, content))
    if ending not in FORMATS:
        raise ReadWriteError(OLD["unknown-format"].with_fields(file=visible(path.as_posix())))
    text = _decoded(path, content)
    if ending in {".html", ".htm"}:
        return OldDocument(name, _of_tree(_tree(path, text.encode(), "html")))
    return _of_text(name, text)


def _of_word(path: Path, content: bytes) -> OldDocument:
    try:
        tree = _tree(path, readable(content), "docx")
    except ReadWriteError as error:
        if error.message != sentence("converter-failed"):
            raise
        broken = OLD_OFFICE["look-office-broken"].with_fields(file=visible(path.as_posix()))
        raise ReadWriteError(broken) from None  # nothing is wrong with the program: it is the file of somebody else
    return OldDocument(path.name, _of_tree(tree), frames_of(content))


def _tree(path: Path, content: bytes, form: str) -> Tree:
    try:
        return pandoc.read(content, form)
    except ReadWriteError as error:
        if error.message != sentence("elements-too-deep"):
            raise
        raise ReadWriteError(OLD["too-deep"].with_fields(file=visible(path.as_posix()))) from None


def _of_tree(tree: Tree) -> tuple[Block, ...]:
    return _whole(with_rows_as_chapters(blocks_of_tree(tree)))


def _whole(blocks: Sequence[Block]) -> tuple[Block, ...]:
    unmarked = [_unmarked(block) for block in blocks]
    return numbered(with_clauses(with_headings(without_contents(joined_over_breaks(unmarked)))))


def _unmarked(block: Block) -> Block:
    """Read the marks of Markdown that stand as letters around the words of a heading."""
    if block.kind not in {Kind.PARAGRAPH, Kind.HEADING}:
        return block
    text, depth = _without_marks(block.text)
    return replace(block, kind=Kind.HEADING, text=text, level=block.level or depth) if depth else block


def _without_marks(text: str) -> tuple[str, int]:
    """Give the words of a line and how deep a heading its marks make it; 0 for none."""
    depth = 0
    if marked := _MARKED.fullmatch(text):
        text, depth = marked[2], len(marked[1])
    if bold := _BOLD_LINE.fullmatch(text):
        text, depth = bold[1], depth or _BOLD_LEVEL
    return text, depth


def _ends_early(before: str, line: str, width: int) -> bool:
    """Tell whether a line of text ends long before the others do, so that the next is no part of its paragraph."""
    is_short = len(before.strip()) < width * _SHORT and not before.rstrip().endswith((",", "-"))
    return is_short and line.strip()[:1].isupper()


def _sound(path: Path, content: bytes) -> bytes:
    try:
        require_sound(content, ("word/document.xml",))
    except OfficeTemplateError as error:
        key = str(error.args[0]) if error.args else ""
        raise ReadWriteError(OLD_OFFICE[key].with_fields(file=visible(path.as_posix()))) from None
    return content


def _decoded(path: Path, content: bytes) -> str:
    """Read text as UTF-8, or else as Windows writes it.

    Raises:
        ReadWriteError: it is no text, or too long.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", "replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", "replace")
    if "\0" in text:
        raise ReadWriteError(OLD["unknown-format"].with_fields(file=visible(path.as_posix())))
    if len(text) > _MOST_TEXT:
        raise ReadWriteError(OLD["too-long"].with_fields(file=visible(path.as_posix())))
    return unicodedata.normalize("NFC", text)


def _of_text(name: str, text: str) -> OldDocument:
    lines: list[Written] = []
    is_apart = True
    written = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n")
    width = min(max(map(len, written)), _WIDEST)
    for before, line in zip(["", *written], written, strict=False):
        if not line.strip():
            is_apart = True
            continue
        lines.append(_line_of_text(line.rstrip(), is_apart=is_apart or _ends_early(before, line, width)))
        is_apart = False
    return OldDocument(name, _whole(blocks_of(lines)))


def _line_of_text(line: str, *, is_apart: bool) -> Written:
    text, depth = _without_marks(line.strip())
    cells = tuple(cell.strip() for cell in re.split(r"\t+| {4,}", text) if cell.strip())
    if len(cells) > 1 and "**" not in text:
        return Written(" ".join(cells), cells=cells, is_apart=is_apart)
    is_bold = _BOLD_ITEM.fullmatch(text) is not None
    text = text.replace("**", "")
    return Written(text, cells=(text,), is_bold=is_bold, is_apart=is_apart, depth=depth)


def _of_pages(name: str, pages: Sequence[PdfPage]) -> OldDocument:
    placed = [list(_placed(page, number)) for number, page in enumerate(pages, 1)]
    written = [in_reading_order([_composed(line) for line in lines]) for lines in spaced(placed)]
    unframed, frames = without_frames(written)
    kept = with_all_notes(unframed)
    letters = [sum(len(line.text) for line in lines) for lines in written]
    pictures = tuple(
        number
        for number, (page, count) in enumerate(zip(pages, letters, strict=True), 1)
        if page.has_picture and count < _LEAST_ON_PAGE
    )
    return OldDocument(name, _whole(blocks_of([line for page in kept for line in page])), frames, pictures)


def _placed(page: PdfPage, number: int) -> Iterator[tuple[float, Written]]:
    for line in page.lines:
        look = (round(line.size, 1), line.is_bold, line.x)
        yield line.y, Written(" ".join(line.text), number, line.text, *look)


def _composed(line: Written) -> Written:
    """Write letters with their dots as one character, and ligatures as the letters that they stand for."""
    cells = tuple(unicodedata.normalize("NFC", _letters(cell)) for cell in line.cells)
    return Written(" ".join(cells), line.page, cells, line.size, line.is_bold, line.x, line.is_apart, line.depth)


_LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"})


_HYPHEN_WITHIN = re.compile(r"\u00ad(?=.)")


def _letters(text: str) -> str:
    """A soft hyphen within a line is one that is printed; only at its end does it part a word."""
    return _HYPHEN_WITHIN.sub("-", text.translate(_LIGATURES))
