"""How wide the columns of a list are, and when there is no room for columns: one rule, for tables and help alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LEAST_PROSE = 16
"""Narrower than this, prose is a pillar of single words."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list.

    Attributes:
        texts: everything that stands in it, its heading too.
        share: how large a part it takes of the room left by others; none of what is to stand on one line.
    """

    texts: Sequence[str]
    share: int = 0

    @property
    def most(self) -> int:
        """How wide it is when nothing in it is wrapped."""
        return _widest(self.texts)

    @property
    def least(self) -> int:
        """How narrow it can be: no word is ever broken."""
        if not self.share:
            return self.most
        return max(_widest(word for text in self.texts for word in text.split()), min(self.most, _LEAST_PROSE))


def widths_of(columns: Sequence[Column], room: int) -> list[int] | None:
    """Share the room between columns.

    Args:
        columns: the columns, from the left.
        room: how many characters there are for them together, without what parts them.

    Returns:
        The width of each; None where they do not fit, so that each row is better written as a list of its own.
    """
    widths = [column.least for column in columns]
    left = room - sum(widths)
    if left < 0:
        return None
    most = [column.most for column in columns]
    while growing := [i for i, column in enumerate(columns) if left > 0 and column.share and widths[i] < most[i]]:
        widths[min(growing, key=lambda i: widths[i] / columns[i].share)] += 1
        left -= 1
    return widths


def _widest(texts: Iterable[str]) -> int:
    return max(map(cell_len, texts), default=0)
