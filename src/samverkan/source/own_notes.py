"""Notes that authors write to themselves on lines of their own, without the mark of comments."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_LINES = 10
_NOTE = re.compile(
    r"\A[ ]*+(?:OBS|Obs|NB|TODO|FIXME|XXX|PS|P\.S\.|Att göra|Kom ihåg|Dubbelkolla|Kolla|Stäm av|Fråga|Påminnelse"
    r"|Anteckning|Minnesanteckning|Remember|Reminder|Note to self|Ask|Check with)(?:[!:.]++[ ]++|[ ]++)\S"
)
_TEXT = re.compile(r"\A[ ]*+[^\W_](?![\w-]*+:(?: |\Z))")


def as_comment(lines: Sequence[str], number: int) -> list[str]:
    """Write a note, with the lines that it goes on over, as a comment; nothing where the line begins none.

    Args:
        lines: the lines of the whole.
        number: the line, from 0.
    """
    if not _NOTE.match(lines[number]):
        return []
    column = len(lines[number]) - len(lines[number].lstrip(" "))
    rest = takewhile(_TEXT.match, lines[number + 1 : number + _MOST_LINES])
    return [f"{' ' * column}# {line.strip()}" for line in (lines[number], *rest)]
