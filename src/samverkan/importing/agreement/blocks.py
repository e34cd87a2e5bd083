"""What an old document consists of: headings, paragraphs, items of lists and rows of tables, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from samverkan.importing.agreement.vocabulary import is_known_heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ENDS = re.compile(r"(?<=[.!?])[ \n]+(?=[A-ZÅÄÖ”\"])")
_SHORTENED = re.compile(r"(?:\b(?:t\.? ?ex|bl\.? ?a|m\.? ?m|d\.? ?v\.? ?s|kap|jfr|ca|nr|dnr|st|Skr|Prop|prop)\.|§\.)$")

_NOTE = re.compile(r"^([⁰¹²³⁴-⁹]{1,2}) ?(?=\S)")
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CLAUSE = re.compile(r"^[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?[ \t]+(?=\S)")
_HEADING_NUMBER = re.compile(r"^[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}\.? (?=[A-ZÅÄÖ])")
_NO_HEADING_END = (".", ",", ";", ":", "?", "!", "…", "-", ")")
_IS_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|\b[0-9]{1,2} [a-zåäö]+ [0-9]{4}\b")
_IS_SIGNED = re.compile(rf"[A-ZÅÄÖ][\w -]{{1,30}},? (?:den )?(?:{_IS_DATE.pattern})\.?$")
_LONGEST_HEADING = 80
_MOST_WORDS = 9
_ENOUGH_HEADINGS = 3
_ENOUGH_ROWS, _PAIR, _ROW_LEVEL = 3, 2, 2


class Kind(Enum):
    """What a block is."""

    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    ROW = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, an item of a list, a row of a table or a footnote.

    Attributes:
        kind: which of these.
        text: its words, without the mark of an item.
        number: its place among all blocks, from 1; within its page where there are pages.
        page: its page; 0 where the format has none.
        level: how deep a heading is, from 1, or an item lies, from 0; 0 for a heading of unknown depth.
        cells: the cells of a row.
        lead: the bold words that an item or a paragraph begins with.
        mark: the number of a footnote, or what a numbered item is numbered with.
    """

    kind: Kind
    text: str
    number: int = 0
    page: int = 0
    level: int = 0
    cells: tuple[str, ...] = ()
    lead: str = ""
    mark: str = ""


def numbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Give blocks their numbers, which begin anew on each page."""
    found: list[Block] = []
    for block in blocks:
        is_first = not found or found[-1].page != block.page
        found.append(replace(block, number=1 if is_first else found[-1].number + 1))
    return tuple(found)


def joined_over_breaks(blocks: Iterable[Block]) -> list[Block]:
    """Join a paragraph that a page or a footnote has broken in two, and tell footnotes from paragraphs."""
    found: list[Block] = []
    for block in blocks:
        if block.kind is Kind.PARAGRAPH and (note := _NOTE.match(block.text)):
            found.append(
                replace(block, kind=Kind.NOTE, text=block.text[note.end() :], mark=note[1].translate(_FIGURES))
            )
            continue
        before = next((i for i in range(len(found) - 1, -1, -1) if found[i].kind is not Kind.NOTE), None)
        if before is not None and _goes_on(found[before], block):
            found[before] = replace(found[before], text=f"{found[before].text} {block.text}")
        else:
            found.append(block)
    return found


def _goes_on(before: Block, block: Block) -> bool:
    both = block.kind is before.kind is Kind.PARAGRAPH and not block.mark
    return both and block.text[:1].islower() and before.text[-1:].isalpha() and len(before.text) > _LONGEST_HEADING


def with_rows_as_chapters(blocks: Sequence[Block]) -> list[Block]:
    """Read a table that has the headings of an agreement in its first column and their texts in the second."""
    places = {i for i, block in enumerate(blocks) if _is_chapter(block)}
    if len(places) < _ENOUGH_ROWS:
        return list(blocks)
    found: list[Block] = []
    for i, block in enumerate(blocks):
        found += _chapter_of(block) if i in places else [block]
    return found


def _is_chapter(block: Block) -> bool:
    return block.kind is Kind.ROW and len(block.cells) == _PAIR and is_known_heading(block.cells[0].strip())


def _chapter_of(block: Block) -> list[Block]:
    heading, text = block.cells
    below = [replace(block, kind=Kind.PARAGRAPH, text=line, cells=()) for line in text.split("\n") if line.strip()]
    return [replace(block, kind=Kind.HEADING, text=heading.strip(), cells=(), level=_ROW_LEVEL), *below]


def with_clauses(blocks: Iterable[Block]) -> list[Block]:
    """Tell the numbers of clauses, such as 5.1, from the words of their paragraphs."""
    return [_clause(block) for block in blocks]


def _clause(block: Block) -> Block:
    number = _CLAUSE.match(block.text) if block.kind is Kind.PARAGRAPH and not block.mark else None
    return replace(block, text=block.text[number.end() :], mark=number[0]) if number else block


def with_headings(blocks: Sequence[Block]) -> list[Block]:
    """Find the headings that nothing but their place and their words tell of: short, alone, and with text below."""
    has_styles = sum(block.kind is Kind.HEADING for block in blocks) >= _ENOUGH_HEADINGS
    found: list[Block] = []
    for i, block in enumerate(blocks):
        after = blocks[i + 1] if i + 1 < len(blocks) else None
        before = blocks[i - 1] if i else None
        plain = _HEADING_NUMBER.sub("", block.text)
        is_known = is_known_heading(plain)
        is_alone = not has_styles and after is not None and not _looks_alike(after)
        if block.kind is Kind.HEADING:
            found.append(replace(block, text=plain))
        elif after is not None and (is_known or is_alone) and _could_be_heading(block, plain, before, after):
            found.append(replace(block, kind=Kind.HEADING, text=plain, level=0, mark=""))
        else:
            found.append(block)
    return found


def _looks_alike(after: Block) -> bool:
    """Tell whether the next block is as short, so that both are lines of a list or of signatures."""
    is_line = _has_form_of_heading(after.text) or _IS_SIGNED.match(after.text) is not None
    return after.kind is Kind.ROW or (after.kind is Kind.PARAGRAPH and is_line)


def _could_be_heading(block: Block, plain: str, before: Block | None, after: Block | None) -> bool:
    if block.kind is Kind.ITEM:
        is_listed = any(one is not None and one.kind is Kind.ITEM and one.mark for one in (before, after))
        is_bare = block.mark[:1].isdecimal() and not is_listed
    else:
        # A clause among others is no heading, however it reads: ”3.3 Insatser”, ”3.4 Uppföljning”, ”3.5 Återkoppling”.
        is_one_of_many = after is not None and plain != block.text and _depth(block) == _depth(after)
        is_bare = block.kind is Kind.PARAGRAPH and not block.mark and not is_one_of_many
    return is_bare and _has_form_of_heading(plain)


def _depth(block: Block) -> int:
    """Give how many parts the number of a clause has; 0 for what has none."""
    number = _CLAUSE.match(block.text)
    return number[0].strip(" \t.").count(".") if number else 0


def _has_form_of_heading(text: str) -> bool:
    is_plain = text[:1].isupper() and not text.endswith(_NO_HEADING_END) and not _IS_DATE.search(text)
    return is_plain and len(text) <= _LONGEST_HEADING and len(text.split()) <= _MOST_WORDS


def sentences(text: str) -> list[str]:
    """Part a text into its sentences; a full stop after what is shortened ends none."""
    found: list[str] = []
    for part in _ENDS.split(text):
        if found and _SHORTENED.search(found[-1]):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return [part.strip() for part in found if part.strip()]
