"""Syntax faults in the user's words: what the parser met, where the mistake most likely is, and the cure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.source.decoding import lines_of
from samverkan.source.faults import Fault, point

if TYPE_CHECKING:
    from samverkan.source.events import SyntaxFault

# What the parser says, as a pattern, and the sentence that fits; the first that fits is taken.
_SENTENCES = (
    (r"mapping values are not allowed", "syntax-colon"),
    (r"unexpected end of stream|found unexpected document", "syntax-quote"),
    (r"could not find expected ':'", "syntax-no-colon"),
    (r"expected ',' or|did not find expected ','|expected the node content", "syntax-bracket"),
    (r"expected <block end>|did not find expected key|did not find expected '-'", "syntax-indent"),
    (r"character '.*' that cannot start|cannot start any token", "syntax-start"),
    (r"escape", "syntax-escape"),
)


def syntax_fault(fault: SyntaxFault, text: str) -> Fault:
    """Word a syntax fault.

    Args:
        fault: what the parser raised.
        text: the text that it read.
    """
    said = f"{fault.context} {fault.problem}"
    sentence = next((name for pattern, name in _SENTENCES if re.search(pattern, said)), "syntax-other")
    line, column = fault.line, fault.column
    if sentence in {"syntax-quote", "syntax-bracket", "syntax-no-colon"} and fault.began:
        line, column = fault.began  # where it began is where the mistake is; the end of the file is not
    lines = lines_of(text)
    if line >= len(lines) or (line == len(lines) - 1 and not lines[line] and line > 0):
        line, column = len(lines) - (1 if lines[-1] or len(lines) == 1 else 2), 0
    column = min(column, len(lines[line]))
    return Fault(sentence, point(line, column))
