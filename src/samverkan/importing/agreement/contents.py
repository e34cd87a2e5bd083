"""Tables of contents: the headings of a document, listed before them."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

from samverkan.importing.agreement.blocks import Kind
from samverkan.importing.agreement.vocabulary import is_known_heading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkan.importing.agreement.blocks import Block

_FEWEST = 3
_LONGEST_LINE = 300
_OF_CONTENTS = re.compile(r"innehåll(?:sförteckning)?:?", re.IGNORECASE)
_NUMBER = re.compile(r"^[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}\.?\s+(?=\S)")
_LEADERS = string.whitespace + "\xa0.…·_"


def without_contents(blocks: Sequence[Block]) -> list[Block]:
    """Leave out a table of contents: what it says stands below, as the headings that it lists.

    Args:
        blocks: those of the document, its headings told from the rest as far as their looks tell it.
    """
    last = {_key(block.text): i for i, block in enumerate(blocks) if _is_below(block)}
    kept: list[Block] = []
    run: list[Block] = []
    for i, block in enumerate(blocks):
        if last.get(_key(block.text), -1) > i:
            run.append(block)
            continue
        kept += _without(run, kept, last)
        run = []
        kept.append(block)
    return kept + run


def _is_below(block: Block) -> bool:
    """Tell whether a block may be a heading that a table of contents lists."""
    is_known = block.kind in {Kind.PARAGRAPH, Kind.ITEM} and is_known_heading(_NUMBER.sub("", block.text))
    return block.kind is Kind.HEADING or is_known


def _without(run: Sequence[Block], above: list[Block], last: Mapping[str, int]) -> list[Block]:
    """Give nothing of headings that are listed in the order in which they stand below; all of what else is alike."""
    places = [last[_key(block.text)] for block in run]
    if len(run) < _FEWEST or places != sorted(places):
        return list(run)
    if above and _OF_CONTENTS.fullmatch(above[-1].text.strip()):
        above.pop()
    return []


def _key(text: str) -> str:
    plain = text.strip()
    if len(plain) > _LONGEST_LINE:
        return plain
    return _without_page(_NUMBER.sub("", plain)).strip(" .:").casefold()


def _without_page(line: str) -> str:
    """Leave out the number of a page at a line's end, with the dots that lead to it."""
    words = line.rstrip(string.digits)
    bare = words.rstrip(_LEADERS)
    return bare if bare != words and len(line) - len(words) in {1, 2, 3} else line
