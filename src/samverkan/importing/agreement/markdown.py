"""Text of an old document as the files hold it: the same words, where no sign means anything but itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.characters import holdable
from samverkan.importing.agreement.blocks import Block, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIGNS = re.compile(r"([*`\\\[\]<]|(?<!\w)_|_(?!\w))")
_AT_START = re.compile(r"^([#>+]|-{1,3}(?= )|={3,}|~{3})")
_NUMBER_AT_START = re.compile(r"^([0-9]+)([.)])(?= )")


def plain_text(text: str) -> str:
    """Write words so that they are shown letter for letter where light Markdown is read."""
    flat = " ".join(holdable(text).split())
    flat = _SIGNS.sub(r"\\\1", flat)
    return _NUMBER_AT_START.sub(r"\1\\\2", _AT_START.sub(r"\\\1", flat))


def text_of(blocks: Sequence[Block]) -> str:
    """Write blocks as light Markdown: paragraphs, lists and the rows of tables."""
    written = ""
    before: Block | None = None
    for block in blocks:
        line = _line(block)
        is_list = before is not None and Kind.ITEM is block.kind is before.kind
        written += ("\n" if is_list else "\n\n" if written else "") + line
        before = block
    return written


def _line(block: Block) -> str:
    text = plain_text(block.text)
    match block.kind:
        case Kind.ITEM:
            number = re.fullmatch(r"([0-9]{1,2})[.)]\s*", block.mark)
            mark = f"{number[1]}." if number else "-"
            return f"{'  ' * block.level}{mark} {text}"
        case Kind.ROW:
            return " – ".join(plain_text(cell) for cell in block.cells)
        case Kind.NOTE:
            return f"Fotnot {block.mark}: {text}"
        case Kind.HEADING:
            return f"**{text}**"
    return f"{block.mark}{text}"
