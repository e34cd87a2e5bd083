"""What stands where on the pages of a PDF: lines with their fonts, words with their boxes, and headings."""

from __future__ import annotations

import html
import io
import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader

from tests.conftest import program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MILLIMETRE = 72 / 25.4
# The room between the running head and the foot; landscape pages reach a little further down.
TOP, BOTTOM, BOTTOM_OF_LANDSCAPE = 27 * MILLIMETRE, 25 * MILLIMETRE, 22 * MILLIMETRE
_SMALL = 9.5
_RUN = re.compile(
    r'<text top="(-?\d+)" left="(-?\d+)" width="(-?\d+)" height="(-?\d+)" font="(\d+)">(.*?)</text>', re.DOTALL
)
_FONT = re.compile(r'<fontspec id="(\d+)" size="(-?\d+)" family="([^"]*)" color="([^"]*)"')
_PAGE = re.compile(r'<page number="(\d+)"[^>]* height="(\d+)" width="(\d+)">(.*?)</page>', re.DOTALL)
_MARK = re.compile(r"\s*(?:[•‣–]|[0-9]+\.)\s*\Z")  # of an item of a list
_MARKED = re.compile(r"[•‣–] |[0-9]+\. ")
_WORD = re.compile(r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>')


@dataclass(frozen=True)
class Box:
    """A text and where it stands, in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Run(Box):
    """A part of a line in one font."""

    size: float
    font: str
    colour: str

    @property
    def is_serif(self) -> bool:
        """Running text is set in serifs; heads, labels, facts and tables are not."""
        return "Serif" in self.font

    @property
    def is_bold(self) -> bool:
        return "Bold" in self.font or "Semibold" in self.font


@dataclass(frozen=True)
class Line:
    """What stands side by side, from the left."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs).strip()

    @property
    def top(self) -> float:
        return min(run.top for run in self.runs)

    @property
    def bottom(self) -> float:
        return max(run.bottom for run in self.runs)

    @property
    def left(self) -> float:
        return self.runs[0].left

    @property
    def is_prose(self) -> bool:
        """Tell whether it is running text: not a note at the foot, not the words of a table."""
        return all(run.is_serif and run.size > _SMALL for run in self.runs)

    @property
    def is_note(self) -> bool:
        """Tell whether it belongs to the notes at the foot."""
        return all(run.is_serif and run.size <= _SMALL for run in self.runs)

    @property
    def is_head(self) -> bool:
        """Tell whether it is a heading, a caption, a label or the head of a table."""
        return all(run.is_bold and not run.is_serif for run in self.runs)


@dataclass(frozen=True)
class Heading:
    """A heading as the bookmarks have it."""

    text: str
    level: int
    top: float


@dataclass(frozen=True)
class Sheet:
    """One page."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    words: tuple[Box, ...]
    headings: tuple[Heading, ...]

    @property
    def is_landscape(self) -> bool:
        return self.width > self.height

    @property
    def last(self) -> float:
        """Where the room for text ends."""
        return self.height - (BOTTOM_OF_LANDSCAPE if self.is_landscape else BOTTOM)

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines between the running head and the foot, from the top, without the notes."""
        return tuple(line for line in self.lines if not line.is_note)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines between the running head and the foot: runs that are half as high up or more belong together."""
        inside = sorted((r for r in self.runs if r.top >= TOP - 6 and r.bottom <= self.last + 6), key=_middle)
        found: list[list[Run]] = []
        for run in inside:
            if found and _middle(run) - _middle(found[-1][-1]) < 0.3 * min(run.size, found[-1][-1].size):
                found[-1].append(run)
            else:
                found.append([run])
        return tuple(Line(tuple(sorted(runs, key=lambda run: run.left))) for runs in found)

    @property
    def filled(self) -> float:
        """Give the share of the room that text and notes take, from the top to the last line of each."""
        notes = [line for line in self.lines if line.is_note]
        body = max((line.bottom for line in self.body), default=TOP) - TOP
        foot = max(line.bottom for line in notes) - min(line.top for line in notes) if notes else 0.0
        return min(1.0, self.share(TOP + body + foot))

    def share(self, bottom: float) -> float:
        """Give the share of the room that is above a height."""
        return (bottom - TOP) / (self.last - TOP)

    @cached_property
    def prose(self) -> tuple[tuple[Line, ...], ...]:
        """Give the paragraphs of running text, items of lists too: lines under each other that stand close."""
        columns: list[list[Line]] = []
        for line in self.lines:
            serif = tuple(run for run in line.runs if run.is_serif and run.size > _SMALL and not _MARK.match(run.text))
            if not serif or any(not run.is_serif and run.left > serif[0].left for run in line.runs):
                continue
            found = Line(serif)
            before = columns[-1][-1] if columns else None
            if before and _is_under(found, before) and 0 < found.top - before.top < 1.55 * serif[0].size:
                columns[-1].append(found)
            else:
                columns.append([found])
        return tuple(tuple(lines) for lines in columns)


def _is_under(line: Line, before: Line) -> bool:
    """Tell whether a line begins where the one before does, beside the mark of an item of a list."""
    indent = line.left - before.left
    return abs(indent) < 1 or (3 < indent < 40 and bool(_MARKED.match(before.text)))


def _middle(run: Run) -> float:
    return (run.top + run.bottom) / 2


def sheets(pdf: Path) -> list[Sheet]:
    """Measure the pages of a file."""
    headings = _headings(pdf.read_bytes())
    words = list(_words(pdf))
    found = []
    fonts: dict[str, tuple[float, str, str]] = {}
    told = pdf.with_suffix(".xml")
    command = [program("pdftohtml"), "-q", "-xml", "-i", "-zoom", "3", "-fontfullname", str(pdf), str(told)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    for page, page_words in zip(_PAGE.finditer(told.read_text(encoding="utf-8")), words, strict=True):
        number, height, width = (int(part) for part in page.groups()[:3])
        scale = width / page_words[0]
        fonts |= {one: (int(size) / scale, font, colour) for one, size, font, colour in _FONT.findall(page[4])}
        runs = tuple(_runs(page[4], fonts, scale))
        on_page = tuple(one for at, one in headings if at == number - 1)
        found.append(Sheet(number, width / scale, height / scale, runs, page_words[1], on_page))
    return found


def _runs(page: str, fonts: dict[str, tuple[float, str, str]], scale: float) -> Iterator[Run]:
    for top, left, width, height, font, text in _RUN.findall(page):
        plain = html.unescape(re.sub(r"<[^>]+>", "", text))
        if plain.strip():
            x, y, right, bottom = (int(n) / scale for n in (left, top, int(left) + int(width), int(top) + int(height)))
            yield Run(plain, x, y, right, bottom, *fonts[font])


def _words(pdf: Path) -> Iterator[tuple[float, tuple[Box, ...]]]:
    """Give the width of each page and its words."""
    command = [program("pdftotext"), "-q", "-bbox", str(pdf), "-"]
    told = subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()
    for page in told.split("<page ")[1:]:
        width = float(page.partition('width="')[2].partition('"')[0])
        found = ((html.unescape(word), [float(edge) for edge in box]) for *box, word in _WORD.findall(page))
        yield width, tuple(Box(word, *box) for word, box in found)


def _headings(raw: bytes) -> list[tuple[int, Heading]]:
    """Give the headings with the pages that they are on, counted from nought."""
    reader = PdfReader(io.BytesIO(raw))
    heights = [float(page.mediabox.height) for page in reader.pages]

    def walk(entries: list[Any], level: int) -> Iterator[tuple[int, Heading]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry, level + 1)
            else:
                at = reader.get_destination_page_number(entry) or 0
                yield at, Heading(str(entry.title), level, heights[at] - float(entry.top or 0))

    return list(walk(reader.outline, 0))
