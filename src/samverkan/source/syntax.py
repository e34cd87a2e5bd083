"""Syntax faults in the user's words: what the parser met, where the mistake most likely is, and the cure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.source.faults import Fault, point
from samverkan.source.lines import lines_of

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
_MERGE_MARK = re.compile(r"<<<<<<< |=======$|>>>>>>> ")
_MOST_SHOWN = 40


def syntax_fault(fault: SyntaxFault, text: str) -> Fault:
    """Word a syntax fault: as the mistake that mends it, or else as the parser saw it.

    Args:
        fault: what the parser raised.
        text: the text that it read.
    """
    from samverkan.source.trials import mistake_at  # noqa: PLC0415 - heavy, and only for what is wrong

    lines = lines_of(text)
    if (merge := _merge_mark(lines)) is not None:
        return Fault("merge-mark", point(merge, 0, len(lines[merge])), {"value": lines[merge][:_MOST_SHOWN]})
    line, column = _place(fault, lines)
    stopped = min(fault.line, len(lines) - 1)
    if (mistake := mistake_at(lines, stopped)) is not None:
        if mistake.line != line or mistake.sentence != _sentence(fault):
            line, column = mistake.line, mistake.column
        return Fault(mistake.sentence, point(line, column), edit=mistake.edit)
    return Fault(_sentence(fault), point(line, column))


def _merge_mark(lines: list[str]) -> int | None:
    """Find the first of the marks that are left where two versions of a file could not be merged."""
    return next((i for i, line in enumerate(lines) if _MERGE_MARK.match(line)), None)


def _sentence(fault: SyntaxFault) -> str:
    said = f"{fault.context} {fault.problem}"
    return next((name for pattern, name in _SENTENCES if re.search(pattern, said)), "syntax-other")


def _place(fault: SyntaxFault, lines: list[str]) -> tuple[int, int]:
    line, column = fault.line, fault.column
    if _sentence(fault) in {"syntax-quote", "syntax-bracket", "syntax-no-colon"} and fault.began:
        line, column = fault.began  # where it began is where the mistake is; the end of the file is not
    if line >= len(lines) or (line == len(lines) - 1 and not lines[line] and line > 0):
        line, column = len(lines) - (1 if lines[-1] or len(lines) == 1 else 2), 0
    return line, min(column, len(lines[line]))
