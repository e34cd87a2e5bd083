"""What is wrong with the pages of a document, page by page."""

from __future__ import annotations

import re
import statistics
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from tests.pages.measured import TOP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.pages.blocks import Block
    from tests.pages.measured import Line, Run, Sheet

LEAST_FILLED = 0.6
LONGEST_LINE = 80
MEDIAN_LINE = (60, 75)
LEAST_PART = 4
SHORTEST_END = 6
LEAST_LINES_OF_END = 3
_WIDTH_OF_WORD = 90
_VERY_LONG_WORD = 25
_SIZE_OF_NOTE = 10
_MOST_OF_ROW = 230  # points: a third of a page; longer rows run on, for else the page before may be less than full
_MARGIN = 25 * 72 / 25.4
_SIGNED = re.compile(r"(Underskrift|Undertecknat|Har inte undertecknat|Signature|Signed|Has not signed)\b")
_BETWEEN_ROWS = 20  # points between one who signs and the next below
_SAME_HEIGHT, _NEXT_ROW = 2, 40  # points between two lines to sign on
_BEFORE_OVERVIEW = 0.06  # of a page, between the line under a head and the heading
_BEFORE_SIGNATURES = 0.04  # of a page, above the heading
_ROOM_OF_CARD = 0.33  # of a page, that a card has where it begins, though it goes on
_INDENT_OF_CARD = 28 * 72 / 25.4 + 8
_TOLD_TO_GO_ON = re.compile(r", forts\.|, continued")
_ON_ONE_PAGE = re.compile("På en sida|On one page")


@dataclass(frozen=True)
class Fault:
    """What is wrong, and on which page."""

    page: int
    what: str


def faults(pages: Sequence[Sheet], begins: frozenset[str] = frozenset()) -> list[Fault]:
    """Give all that is wrong with the pages of a file.

    Args:
        pages: its pages.
        begins: the headings that begin a page of their own: the titles of several documents, what follows a poster.
    """
    after = [*pages[1:], None]
    found = [fault for page, then in zip(pages, after, strict=True) for fault in _of_page(page, then)]
    return [*_empty(pages, begins), *_ends(pages, begins), *found, *_lengths(pages)]


def _of_page(page: Sheet, then: Sheet | None) -> Iterator[Fault]:
    said = [
        *_stranded(page, then),
        *_cards(page, then),
        *_outside(page),
        *_on_each_other(page),
        *_broken(page),
        *_broken_addresses(page),
        *_uneven_lines(page),
        *_short_ends(page),
        *_machine_words(page),
    ]
    yield from (Fault(page.number, what) for what in said)


def _empty(pages: Sequence[Sheet], begins: frozenset[str]) -> Iterator[Fault]:
    """Pages are filled, but for a section's last, and where what follows stands whole and has no room on them."""
    for i, (page, then) in enumerate(pairwise(pages)):
        if page.is_landscape != then.is_landscape or _begins(then, begins):
            continue
        whole = _signed(then, [*pages[i + 2 : i + 3]]) or _overview(then)
        if page.filled < LEAST_FILLED and page.filled + whole < 1:
            yield Fault(page.number, f"only {page.filled:.0%} of the page is filled")


def _ends(pages: Sequence[Sheet], begins: frozenset[str]) -> Iterator[Fault]:
    """A document does not end with a line or two on a page of their own."""
    for before, page, then in zip(pages, pages[1:], [*pages[2:], None], strict=False):
        is_end = then is None or _begins(then, begins)
        has_gone_on = before.is_landscape == page.is_landscape and not _begins(page, begins)
        if is_end and has_gone_on and len(page.body) < LEAST_LINES_OF_END:
            yield Fault(page.number, f"a last page of {len(page.body)} lines: {page.body[0].text if page.body else ''}")


def _signed(page: Sheet, later: list[Sheet]) -> float:
    """Give the share of a page that the signatures at its top need: all of them, or the first row where they go on."""
    if not page.body or not re.fullmatch("Underskrifter|Signatures", page.body[0].text):
        return 0.0
    after = [heading.top for heading in page.headings if heading.top > page.body[0].bottom]
    lines = [line for line in page.body if not after or line.bottom < min(after)]
    if any(re.search("Underskrifter, forts|Signatures, continued", run.text) for sheet in later for run in sheet.runs):
        signed = [i for i, line in enumerate(lines) if any(_SIGNED.match(run.text) for run in line.runs)]
        rest = pairwise(lines[signed[0] :])
        lines = [next((one for one, other in rest if other.top - one.bottom > _BETWEEN_ROWS), lines[-1])]
    return _BEFORE_SIGNATURES + page.share(lines[-1].bottom)


def _overview(page: Sheet) -> float:
    """Give the share of a page that the overview at its top needs, which stands on one."""
    if not page.body or not _ON_ONE_PAGE.fullmatch(page.body[0].text):
        return 0.0
    after = [heading.top for heading in page.headings if heading.top > page.body[0].bottom]
    return _BEFORE_OVERVIEW + page.share(min(after, default=page.body[-1].bottom))


def _begins(page: Sheet, begins: frozenset[str]) -> bool:
    if page.body and page.body[0].text in begins:
        return True
    first = min(page.headings, key=lambda heading: heading.top, default=None)
    return first is not None and first.text in begins


def _stranded(page: Sheet, then: Sheet | None) -> Iterator[str]:
    if then is None or not page.body or not then.body:
        return
    last, first = page.body[-1], then.body[0]
    if last.is_head:
        yield f"a heading or label is the last on the page: {last.text}"
    if last.text.endswith(":") and not last.runs[-1].is_bold and not _goes_on(page, last, first):
        yield f"what leads to something is parted from it: {last.text}"
    is_list = first.text.startswith("•") and not last.text.startswith("•") and last.left < first.left - 1
    if is_list and not _is_told(last):
        yield f"what leads to a list is parted from it: {last.text}"
    if page.prose and then.prose:
        yield from _single_lines(page, then, last, first)


def _cards(page: Sheet, then: Sheet | None) -> Iterator[str]:
    """A card stands on one page, unless that would leave much of the page before empty; what goes on says so."""
    card = max((line for line in page.body if _heads_card(line, page)), key=lambda line: line.top, default=None)
    if card is None or then is None or not then.body:
        return
    rest = [heading for heading in page.headings if heading.top > card.bottom]
    if rest or page.body[-1].left < _INDENT_OF_CARD or then.body[0].left < _INDENT_OF_CARD:
        return
    if _heads_card(then.body[0], then):
        return
    if page.share(_top_with_headings(card, page)) > 1 - _ROOM_OF_CARD + 0.02:
        yield f"a card begins too far down to go on: {card.text}"
    if not any(_TOLD_TO_GO_ON.search(run.text) for run in then.runs if run.bottom < TOP):
        yield f"it is not told that a card goes on: {card.text}"


def _top_with_headings(card: Line, page: Sheet) -> float:
    """Give where a card begins, or the headings right above it."""
    lines = [line for line in page.body if line.top <= card.top]
    headed = takewhile(lambda line: line.is_head, reversed(lines))
    return min(line.top for line in headed)


def _heads_card(line: Line, page: Sheet) -> bool:
    """Tell whether a line is the heading of a card, which is set in from the margin."""
    if line.left < _INDENT_OF_CARD or not line.is_head:
        return False
    return any(abs(heading.top - line.top) < line.bottom - line.top for heading in page.headings)


def _is_told(line: Line) -> bool:
    """Tell whether a line is a label with what it says behind it, which leads to nothing."""
    return line.runs[0].is_bold and ":" in line.text[:-1] and not line.runs[-1].is_bold


def _goes_on(page: Sheet, last: Line, first: Line) -> bool:
    """Tell whether a line may be within a paragraph that runs on: it fills its column, and what follows is under it."""
    if abs(first.left - last.left) >= 1:
        return False
    column = [line.runs[-1].right for line in page.body if abs(line.left - last.left) < 1]
    return max(column) - last.runs[-1].right < _WIDTH_OF_WORD


def _single_lines(page: Sheet, then: Sheet, last: Line, first: Line) -> Iterator[str]:
    """A paragraph that runs on has two lines or more on each page."""
    ending, beginning = page.prose[-1], then.prose[0]
    runs_on = ending[-1].top == last.top and beginning[0].top == first.top and first.text[:1].islower()
    if runs_on and len(ending) == 1:
        yield f"the first line of a paragraph stands alone: {last.text}"
    if runs_on and len(beginning) == 1:
        yield f"the last line of a paragraph stands alone on the next page: {first.text}"


def _outside(page: Sheet) -> Iterator[str]:
    for word in page.words:
        is_inside = word.left >= _MARGIN - 1 and word.right <= page.width - _MARGIN + 1.5
        if not (is_inside and word.top >= 0 and word.bottom <= page.height):
            yield f"outside the margins: {word.text}"


def _on_each_other(page: Sheet) -> Iterator[str]:
    words = sorted(page.words, key=lambda word: word.top)
    for i, one in enumerate(words):
        for other in words[i + 1 :]:
            if other.top > one.bottom:
                break
            wide = min(one.right, other.right) - max(one.left, other.left)
            high = min(one.bottom, other.bottom) - max(one.top, other.top)
            if wide > 1 and high > 0.35 * min(one.bottom - one.top, other.bottom - other.top):
                yield f"on each other: {one.text} and {other.text}"


def _broken(page: Sheet) -> Iterator[str]:
    """Words are divided in running text and in tables alone, with four letters or more on each side."""
    labels = [run for run in page.runs if run.is_bold and not run.is_serif and run.left < _MARGIN + 10]
    for run in page.runs:
        if not re.search(r"\w[\u00ad\u2010]\s*$", run.text):
            continue
        rest = _rest(run, page.runs)
        if rest is None:
            continue
        left = re.findall(r"[^\W\d_]+", run.text)[-1:]
        right = re.match(r"[^\W\d_]*", rest.text.strip())
        if left and right and _has_own_hyphen(page, left[0], right[0]):
            continue
        if run.is_bold and not run.is_serif:
            yield f"a head or label is hyphenated: {run.text}"
        elif not run.is_serif and abs(run.left - 187) < 2 and any(label.top <= run.top + 2 for label in labels):
            yield f"a fact is hyphenated: {run.text}"
        if left and right and min(len(left[0]), len(right[0])) < LEAST_PART:
            yield f"broken at a wrong place: {left[0]}-{right[0]}"


def _broken_addresses(page: Sheet) -> Iterator[str]:
    """An address goes on over a line's end after one of its signs, not within a word."""
    for run in page.runs:
        last = run.text.split()[-1]
        rest = _rest(run, page.runs) if "://" in last and last[-1].isalnum() else None
        first = rest.text.split()[0] if rest else ""
        if first[:1].isalnum() and re.search(r"\w[/=?&]\w", first):
            yield f"an address is broken within a word: {last} / {first}"


def _uneven_lines(page: Sheet) -> Iterator[str]:
    """Those who sign beside each other sign on lines at one height."""
    lines = sorted(run.top for run in page.runs if re.fullmatch("Underskrift|Signature", run.text.strip()))
    for one, other in pairwise(lines):
        if _SAME_HEIGHT < other - one < _NEXT_ROW:
            yield f"the lines to sign on are {other - one:.0f} points apart"


def _has_own_hyphen(page: Sheet, left: str, right: str) -> bool:
    """Tell whether a word stands with its hyphen in the middle of a line too: it is the author's."""
    whole = re.compile(rf"{re.escape(left)}[-\u00ad\u2010]{re.escape(right)}")
    return any(whole.search(run.text) for run in page.runs)


def _short_ends(page: Sheet) -> Iterator[str]:
    for *before, last in (lines for lines in page.prose if len(lines) > 1):
        is_address = "://" in before[-1].text.split()[-1]
        is_part_of_word = before[-1].text.endswith("\u00ad")
        if len(last.text) < SHORTEST_END and not (is_address or is_part_of_word):
            yield f"a last line of one short word: {before[-1].text} / {last.text}"


def _rest(run: Run, runs: Sequence[Run]) -> Run | None:
    """Find where a divided word goes on: on the next line of its column."""
    near = [one for one in runs if 0.5 * run.size < one.top - run.top < 1.8 * run.size and one.left <= run.left + 2]
    return max(near, key=lambda one: (one.left, -one.top), default=None)


_MACHINE = {
    r"\b\d{4}-[01]\d-[0-3]\d\b": "a day as machines write it",
    r"\b[a-z]+_[a-z_]+\b": "a key",
    r"\.ya?ml\b": "a file",
    r"(?<![.\s])\.\.(?![.])": "two full stops",
    r"\b(None|True|False|Markup\(|Undefined)": "a word of the program",
}


def _machine_words(page: Sheet) -> Iterator[str]:
    for line in page.lines:
        for pattern, what in _MACHINE.items():
            if re.search(pattern, line.text):
                yield f"{what}: {line.text}"
        yield from (f"a line begins with a dot: {run.text}" for run in line.runs if run.text.lstrip().startswith("· "))


def _lengths(pages: Sequence[Sheet]) -> Iterator[Fault]:
    """Lines of running text that another of the paragraph follows are full, unless with a very long word."""
    pairs = [(page, line, after) for page in pages for lines in page.prose for line, after in pairwise(lines)]
    full = [(page, line) for page, line, after in pairs if len(after.text.split()[0]) < _VERY_LONG_WORD]
    for page, line in full:
        if len(line.text) > LONGEST_LINE:
            yield Fault(page.number, f"a line of {len(line.text)} letters: {line.text}")
    if len(full) >= 12:
        median = statistics.median(len(line.text) for _, line in full)
        if not MEDIAN_LINE[0] <= median <= MEDIAN_LINE[1]:
            yield Fault(1, f"lines of {median} letters")


def faults_of_tables(
    found: Sequence[Block], pages: Sequence[Sheet], begins: frozenset[str] = frozenset()
) -> Iterator[Fault]:
    """Tell of rows that pages part, and of captions and notes that stand on other pages than their tables and charts.

    Args:
        found: the blocks of a file, in the order of reading.
        pages: its pages.
        begins: as in `faults`.
    """
    for block, after in pairwise(found):
        is_parted = block.kind in {"/Table", "/Figure"} and after.pages[0] > block.pages[-1]
        if is_parted and _is_note(after, pages) and not _begins(pages[after.pages[0] - 1], begins):
            yield Fault(after.pages[0], f"a note is parted from what it is about: {_line_at(after, pages)}")
    for heading, details, after in zip(found, found[1:], found[2:], strict=False):
        is_headed = bool(re.fullmatch(r"/H\d", heading.kind)) and _is_note(details, pages)
        if is_headed and after.kind in {"/Table", "/L"} and after.pages[0] > details.pages[-1]:
            yield Fault(heading.pages[0], f"what a heading is about is parted from it: {_line_at(heading, pages)}")
    yield from _parted_overview(found, pages)
    for table in (one for block in found for one in [block, *block.all("/Table")] if one.kind == "/Table"):
        first = next(table.all("/TR"))
        for caption in table.all("/Caption"):
            if caption.pages != first.pages[:1]:
                yield Fault(caption.pages[0], f"a caption is parted from its table: {_line_at(caption, pages)}")
    for row in (row for block in found for row in block.all("/TR")):
        if len(row.pages) > 1 and row.height < _MOST_OF_ROW:
            yield Fault(row.pages[0], f"a row of a table is parted: {_line_at(row, pages)}")


def _parted_overview(found: Sequence[Block], pages: Sequence[Sheet]) -> Iterator[Fault]:
    """Tell of what an overview has on other pages than its heading."""
    for i, block in enumerate(found):
        if re.fullmatch(r"/H\d", block.kind) and _ON_ONE_PAGE.fullmatch(_line_at(block, pages)):
            within = list(takewhile(lambda one: not re.fullmatch(r"/H\d|/TOC", one.kind), found[i + 1 :]))
            if within and within[-1].pages[-1] > block.pages[0]:
                yield Fault(within[-1].pages[-1], "what is to stand on one page is parted")


def faults_of_notes(found: Sequence[Block], pages: Sequence[Sheet]) -> Iterator[Fault]:
    """Tell of notes that begin on another page than the one that their mark stands on."""
    for block in found:
        for mark, note in pairwise(block.within):
            if mark.kind == "/Lbl" and note.kind == "/Note" and note.pages[:1] != mark.pages[:1]:
                yield Fault(mark.pages[0], f"a note stands on another page than its mark: {_line_at(note, pages)}")
        yield from faults_of_notes(block.within, pages)


def _is_note(block: Block, pages: Sequence[Sheet]) -> bool:
    """Tell whether a block is set in small letters as notes are, and is no head of what follows."""
    line = _line(block, pages) if block.kind in {"/P", "/L"} else None
    return line is not None and not line.is_head and all(r.size <= _SIZE_OF_NOTE and not r.is_serif for r in line.runs)


def _line_at(block: Block, pages: Sequence[Sheet]) -> str:
    line = _line(block, pages)
    return line.text if line else ""


def _line(block: Block, pages: Sequence[Sheet]) -> Line | None:
    """Find the first line of a block on the first page that it stands on."""
    first = min(place for place in block.places if place.page == block.pages[0])
    return next((line for line in pages[first.page - 1].lines if line.top < first.base < line.bottom), None)
