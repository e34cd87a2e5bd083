"""Footnotes of a page, told from its text by what is small at its foot and by the marks that point there."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkan.importing.agreement.lines import Written

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
STARTS = re.compile(r"^[⁰¹²³⁴-⁹]{1,2} ?(?=\S)")
_NUMBERED = re.compile(r"^([0-9]{1,2}) ?(?=[A-ZÅÄÖ”\"])")
_SMALLER = 0.95


def with_all_notes(pages: Sequence[Sequence[Written]]) -> list[list[Written]]:
    """Tell the footnotes of all pages.

    Args:
        pages: the lines of each page, without what stands at the edges of most.
    """
    body = body_size([line for page in pages for line in page])
    return [with_notes(page, body) for page in pages]


def body_size(lines: Sequence[Written]) -> float:
    """Give the size that most letters have; 0 where there are none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def with_notes(lines: Sequence[Written], body: float) -> list[Written]:
    """Write the marks of a page's footnotes, and of the words that they belong to, as small raised figures.

    Args:
        lines: those of the page, in reading order.
        body: how large the letters of the document's text are.

    Returns:
        The lines; unchanged where no word above points to what stands at the foot.
    """
    numbers = _numbers_at_foot(lines, body)
    first = min(numbers, default=len(lines))
    marked = list(lines)
    for i, number in numbers.items():
        raised = number.translate(RAISED)
        # A figure behind a letter is no number of its own: ”kvinnor2” is a word with a mark.
        form = re.compile(rf"(?<=[^\W\d_])([.,;:”)]?){number}(?=[\s.,;:!?)]|$)")
        above = [replaced(line, form, rf"\g<1>{raised}") for line in marked[:first]]
        if any(raised in line.text for line in above):
            marked = [*above, *marked[first:]]
            marked[i] = replaced(marked[i], _NUMBERED, raised)
    return marked


def _numbers_at_foot(lines: Sequence[Written], body: float) -> Mapping[int, str]:
    """Give the lines at the foot of a page, all of them small, that begin with a number."""
    first = len(lines)
    while first and 0 < lines[first - 1].size < body * _SMALLER:
        first -= 1
    starts = ((i, _NUMBERED.match(lines[i].text)) for i in range(first, len(lines)))
    return {i: match[1] for i, match in starts if match}


def replaced(line: Written, form: re.Pattern[str], by: str) -> Written:
    """Replace what has a form in the words of a line."""
    cells = tuple(form.sub(by, cell) for cell in line.cells)
    return replace(line, text=form.sub(by, line.text), cells=cells)
