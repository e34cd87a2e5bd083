"""Syntax faults in the user's words: what the parser met, where the mistake most likely is, and the cure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.source.at_margin import goes_on
from samverkan.source.edits import of_lines
from samverkan.source.faults import Fault, point
from samverkan.source.lines import lines_of
from samverkan.source.pasted_along import pasted_along
from samverkan.source.tables import table_near

if TYPE_CHECKING:
    from collections.abc import Sequence

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
_FIRST_LINE = "samverkan:"
_BELONGS = re.compile(r"\s*#|---|%|[\"']?[a-z_]+[\"']? ?:|[ \t\xa0]")
"""What may stand before that line: comments, keys and what goes on below them."""
_BELONGS_AFTER = re.compile(r"\s|[^\w(]|[^:]{0,60}[:;=]|[a-z_]+ \S+\Z|[a-z_]+\Z")
"""What may stand after it: a line that was to be a key too."""


def syntax_fault(fault: SyntaxFault, text: str) -> Fault:
    """Word a syntax fault: as the mistake that mends it, or else as the parser saw it.

    Args:
        fault: what the parser raised.
        text: the text that it read.
    """
    from samverkan.source.trials import is_past, mistake_at  # noqa: PLC0415 - heavy, and only for what is wrong

    lines = lines_of(text)
    if (merge := _merge_mark(lines)) is not None:
        return Fault("merge-mark", point(merge, 0, len(lines[merge])), {"value": lines[merge][:_MOST_SHOWN]})
    line, column = _place(fault, lines)
    stopped = min(fault.line, len(lines) - 1)
    if whole := pasted_along(text, stopped):
        return whole
    if around := _text_before(lines) or _text_after(lines, stopped):
        return around
    if (table := table_near(lines, stopped)) and is_past(lines, table.first, table.last, stopped):
        own = lines[table.first]
        return Fault("syntax-table", point(table.first, len(own) - len(own.lstrip()), len(own.strip())))
    if (mistake := mistake_at(lines, stopped)) is not None:
        if mistake.line != line or mistake.sentence != _sentence(fault):
            line, column = mistake.line, mistake.column
        return Fault(mistake.sentence, point(line, column), edit=mistake.edit)
    return Fault(_sentence(fault), point(line, column))


def _merge_mark(lines: list[str]) -> int | None:
    """Find the first of the marks that are left where two versions of a file could not be merged."""
    return next((i for i, line in enumerate(lines) if _MERGE_MARK.match(line)), None)


def _text_before(lines: list[str]) -> Fault | None:
    """Find running text before the line that marks a document: the head of an e-mail, or a greeting."""
    first = next((i for i, line in enumerate(lines) if line.startswith(_FIRST_LINE)), 0)
    loose = [i for i, line in enumerate(lines[:first]) if line.strip() and not _BELONGS.match(line)]
    return _as_comments("syntax-before", lines, loose) if loose else None


def _text_after(lines: list[str], stopped: int) -> Fault | None:
    """Find running text after the last key, where the parser has stopped at it: a greeting, a signature."""
    first = len(lines)
    while first > 0 and (not lines[first - 1].strip() or not _BELONGS_AFTER.match(lines[first - 1])):
        first -= 1
    loose = [i for i, line in enumerate(lines[first:], first) if line.strip()]
    if loose and goes_on(lines, loose[0]):
        return None
    return _as_comments("syntax-after", lines, loose) if loose and 0 < loose[0] <= stopped + 1 else None


def _as_comments(sentence: str, lines: list[str], loose: Sequence[int]) -> Fault:
    """Make comments of some lines."""
    marked, old = set(loose), lines[loose[0] : loose[-1] + 1]
    new = [f"# {line}".rstrip() if i in marked else line for i, line in enumerate(old, loose[0])]
    place = point(loose[0], 0, len(lines[loose[0]]))
    return Fault(sentence, place, edit=of_lines(loose[0], old, new, is_safe=False))


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
