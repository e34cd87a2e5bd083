"""Lines of a page or of plain text, put together to headings, paragraphs and items."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from samverkan.characters import BULLETS
from samverkan.importing.agreement.blocks import Block, Kind
from samverkan.importing.agreement.footnotes import STARTS, body_size
from samverkan.importing.agreement.vocabulary import is_known_heading

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

_MARK = re.compile(
    rf"^(?:([{re.escape(BULLETS)}*¢\uf0b7\uf0a7\uf02d\-]|[eo](?= [A-ZÅÄÖ]))[ \t]*|([0-9]{{1,2}}[.)]"
    rf"|[a-z]\))[ \t]+)(?=\S)"
)
_CLAUSE = re.compile(r"^[0-9]{1,2}(?:\.[0-9]{1,2})+\.?[ \t]+(?=\S)")
_NUMBER = re.compile(r"^[0-9]{1,2}(?:\.[0-9]{1,2})*\.?[ \t]+(?=[A-ZÅÄÖ])")
_PAGE_NUMBER = re.compile(
    r"(?:sid(?:a|an)?\.? ?)?[-–]? ?[0-9]{1,3} ?[-–]?(?:\s*(?:\(|av|/)\s*[0-9]{1,3}\)?)?", re.IGNORECASE
)
_LONGEST_HEADING, _WIDEST_BOLD = 110, 60
_HEAD_LINES, _FOOT_LINES = 2, 2
_LARGER = 1.1
_GAP = 1.4
_MORE = 1.1
_WIDEST = 1.9
_FEWEST_IN_COLUMNS = 6
_FEWEST_WORDS = 3.5
_TITLE_ENDS = re.compile(r"(?:,|\b(?:och|samt|mellan|för|i|om|av|till|med|under))$")


@dataclass(frozen=True, slots=True)
class Written:
    """A line.

    Attributes:
        text: its words.
        page: its page; 0 where there are none.
        cells: its parts where there are wide gaps in it; at least one.
        size: how large its letters are; 0 where that is not known.
        is_bold: whether they are bold.
        x: how far in it begins.
        is_apart: whether there is more space above it than between the lines of a paragraph.
        depth: how deep a heading it is by its own mark; 0 where it has none.
    """

    text: str
    page: int = 0
    cells: tuple[str, ...] = ()
    size: float = 0
    is_bold: bool = False
    x: float = 0
    is_apart: bool = False
    depth: int = 0


def without_frames(pages: Sequence[Sequence[Written]]) -> tuple[list[list[Written]], tuple[str, ...]]:
    """Take away page numbers, and the lines that stand at the edge of most pages.

    Args:
        pages: the lines of each page.

    Returns:
        The other lines, and what stood at the edges, each once.
    """
    edges = Counter(key for page in pages for key in _edge_keys(page))
    frequent = {key for key, count in edges.items() if count > 1 and count * 2 >= len(pages)}
    kept: list[list[Written]] = []
    taken: list[str] = []
    for page in pages:
        frame = _frame(page, frequent)
        taken += [page[i].text for i in frame]
        kept.append([line for i, line in enumerate(page) if i not in frame])
    return kept, tuple(dict.fromkeys(text for text in taken if not _is_number(text)))


def _edge_keys(page: Sequence[Written]) -> set[str]:
    return {_alike(page[i]) for i in _edges(page)}


def _frame(page: Sequence[Written], frequent: Collection[str]) -> list[int]:
    return sorted(i for i in _edges(page) if _is_number(page[i].text) or _alike(page[i]) in frequent)


def _edges(page: Sequence[Written]) -> set[int]:
    last = len(page)
    return {*range(min(_HEAD_LINES, last)), *range(max(0, last - _FOOT_LINES), last)}


def _alike(line: Written) -> str:
    return re.sub(r"[0-9]+", "0", line.text.casefold())


def _is_number(text: str) -> bool:
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def in_reading_order(lines: Sequence[Written]) -> list[Written]:
    """Read a page that is set in two columns one column after the other."""
    found: list[Written] = []
    run: list[Written] = []
    for line in [*lines, None]:
        if line is not None and len(line.cells) == 2:  # noqa: PLR2004 - columns side by side
            run.append(line)
            continue
        found += _columns(run)
        run = []
        if line is not None:
            found.append(line)
    return found


def _columns(run: Sequence[Written]) -> list[Written]:
    words = sum(len(cell.split()) for line in run for cell in line.cells)
    if len(run) < _FEWEST_IN_COLUMNS or words < _FEWEST_WORDS * 2 * len(run):
        return list(run)
    return [
        Written(line.cells[i], line.page, (line.cells[i],), line.size, line.is_bold, line.x, line.is_apart)
        for i in (0, 1)
        for line in run
    ]


def blocks_of(lines: Sequence[Written]) -> list[Block]:
    """Put lines together to blocks.

    Args:
        lines: those of the whole document, in reading order.
    """
    body = body_size(lines)
    groups: list[list[Written]] = []
    for line in lines:
        if not groups or _begins(groups[-1][-1], line, groups[-1], body):
            groups.append([line])
        else:
            groups[-1].append(line)
    sizes = sorted({line.size for group in groups for line in group if _is_large(line, body)}, reverse=True)
    return [_block(group, body, sizes) for group in groups]


def _is_large(line: Written, body: float) -> bool:
    return body > 0 and line.size > body * _LARGER


def _begins(before: Written, line: Written, group: Sequence[Written], body: float) -> bool:
    """Tell whether a line begins a block of its own."""
    if _stands_alone(before) or _stands_alone(line) or _is_about_heading(before, line, group):
        return True
    if _look(before, body) != _look(line, body) or _begins_item(before, line, group):
        return True
    is_title = _is_large(line, body) or (line.is_bold and _is_short(line.text))
    if is_title or line.page != before.page:
        return (line.is_apart or not is_title) and not _goes_on(before.text, line.text)
    return line.is_apart


def _is_below_bold(before: Written, line: Written, group: Sequence[Written]) -> bool:
    """Tell whether a line of text follows on one that is bold, and so is a heading however small its letters are."""
    is_heading = all(one.is_bold for one in group) and len(before.text) <= _WIDEST_BOLD
    return is_heading and not line.is_bold and not _goes_on(before.text, line.text)


def _begins_item(before: Written, line: Written, group: Sequence[Written]) -> bool:
    if _CLAUSE.match(line.text) or _is_about_note(before, line, group):
        return True
    can_follow = line.is_apart or _can_follow(before.text) or _MARK.match(group[0].text) is not None
    return _MARK.match(line.text) is not None and can_follow


def _stands_alone(line: Written) -> bool:
    return bool(line.depth) or len(line.cells) > 1


def _is_about_heading(before: Written, line: Written, group: Sequence[Written]) -> bool:
    """Tell whether one of two lines is a heading that agreements have, with nothing else in its block."""
    if not line.text[:1].isupper():
        return False
    is_below = (is_known_heading(before.text) and len(group) == 1) or _is_below_bold(before, line, group)
    return is_below or (is_known_heading(line.text) and _ends_sentence(before.text))


def _is_about_note(before: Written, line: Written, group: Sequence[Written]) -> bool:
    """Tell whether a footnote begins here, or ended with its page."""
    return bool(STARTS.match(line.text) or (line.page != before.page and STARTS.match(group[0].text)))


def _look(line: Written, body: float) -> tuple[float, bool]:
    is_body = abs(line.size - body) <= body * (_LARGER - 1)
    return (0 if is_body else line.size, line.is_bold and _is_large(line, body))


def _ends_sentence(text: str) -> bool:
    return text.endswith((".", ":", "!", "?"))


def _can_follow(text: str) -> bool:
    return text.endswith((":", ".", ";", ",")) or bool(_MARK.match(text))


def _goes_on(before: str, text: str) -> bool:
    return (text[:1].islower() and not before.endswith((".", ":"))) or _TITLE_ENDS.search(before) is not None


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING


def _block(group: Sequence[Written], body: float, sizes: Sequence[float]) -> Block:
    first = group[0]
    if len(first.cells) > 1:
        return Block(Kind.ROW, " ".join(first.cells), page=first.page, cells=first.cells)
    text = joined([line.text for line in group])
    mark = _MARK.match(text)
    level = first.depth or _level(group, text, body, sizes)
    if level and not (mark and mark[1]):
        return Block(Kind.HEADING, _NUMBER.sub("", text), page=first.page, level=level)
    if mark:
        words = text[mark.end() :]
        return Block(Kind.ITEM, words, page=first.page, lead=words if first.is_bold else "", mark=mark[2] or "")
    return Block(Kind.PARAGRAPH, text, page=first.page)


def _level(group: Sequence[Written], text: str, body: float, sizes: Sequence[float]) -> int:
    """Tell how deep a heading is by its letters; 0 for what they do not make one."""
    is_bold = all(line.is_bold for line in group)
    if not (is_bold or _is_large(group[0], body)) or not _is_short(text) or text.endswith((".", ",")):
        return 0
    size = group[0].size
    return 1 + (sizes.index(size) if size in sizes else len(sizes))


def joined(lines: Sequence[str]) -> str:
    """Put lines together to one, and words that were parted at the end of a line to whole words."""
    text = ""
    for line in lines:
        if text.endswith("\u00ad") or (
            re.search(r"[a-zåäöé]-$", text) and line[:1].islower() and not re.match(r"(?:och|eller|samt|till)\b", line)
        ):
            text = text[:-1] + line
        elif re.search(r"[0-9][-–/]$", text) and line[:1].isdecimal():
            text += line
        else:
            text = f"{text} {line}" if text else line
    return text.strip()


def spaced(pages: Sequence[Sequence[tuple[float, Written]]]) -> Iterator[list[Written]]:
    """Mark the lines that have more space above them than lines of a paragraph.

    Args:
        pages: each line of each page, with how far from the bottom it stands.
    """
    steps: dict[float, Counter[float]] = {}
    for page in pages:
        for (above, a), (below, b) in pairwise(page):
            if a.size == b.size and above > below:
                steps.setdefault(a.size, Counter())[round(above - below, 1)] += 1
    # Between lines there is the least space that is usual; between paragraphs, more.
    usual = {
        size: min(step for step, count in counted.items() if count * 4 >= max(counted.values()))
        for size, counted in steps.items()
    }
    for page in pages:
        yield [
            replace(line, is_apart=not i or page[i - 1][0] - height > _least_apart(page[i - 1][1], line, usual))
            for i, (height, line) in enumerate(page)
        ]


def _least_apart(before: Written, line: Written, usual: Mapping[float, float]) -> float:
    """Give the space above a line from which on it belongs to another paragraph."""
    size = max(before.size, line.size)
    known = usual.get(size, 0)
    return known * _MORE if 0 < known < size * _WIDEST else size * _GAP
