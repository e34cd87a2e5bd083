"""Which rows to show: by document kind, party, person in charge and how soon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.duties.rows import Status
from samverkan.words.sentence import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.duties.rows import Row
    from samverkan.duties.who import Who


@dataclass(frozen=True, slots=True)
class RowChoice:
    """Which rows to show.

    Attributes:
        kinds: only duties of documents of these kinds; of all where empty.
        party: only duties of this party (part of its name), and of everybody.
        responsible: only duties where this is said of who is to do it.
        within: only what is late or due within so many days.
        uncounted: also what cannot be counted.
    """

    kinds: tuple[str, ...] = ()
    party: str = ""
    responsible: str = ""
    within: int | None = None
    uncounted: bool = False

    def rows(self, found: Sequence[Row]) -> list[Row]:
        """Choose among rows; those chosen keep their order."""
        return [row for row in found if self._is_chosen(row)]

    def _is_chosen(self, row: Row) -> bool:
        return (
            (self.uncounted or row.status is not Status.UNCOUNTED)
            and (not self.kinds or row.duty.kind in self.kinds)
            and self._concerns(row.duty.responsible)
            and (self.within is None or row.days is None or row.days <= self.within)
        )

    def _concerns(self, who: Who) -> bool:
        """Tell whether it concerns the party, as everybody's does, and the one in charge that are asked about."""
        party, named = self.party.casefold(), "\n".join(who.say(language) for language in LANGUAGES).casefold()
        is_theirs = not who.parties or any(party in one.casefold() for one in who.parties)
        return is_theirs and self.responsible.casefold() in named
