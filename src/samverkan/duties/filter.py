"""Which rows to show: by document kind, party, person in charge and how soon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.duties.duty import Listed
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
        everything: also what cannot be counted, and what is done again and again and is not near.
    """

    kinds: tuple[str, ...] = ()
    party: str = ""
    responsible: str = ""
    within: int | None = None
    everything: bool = False

    def rows(self, found: Sequence[Row]) -> list[Row]:
        """Choose among rows; those chosen keep their order."""
        return [row for row in found if self._is_chosen(row)]

    def _is_chosen(self, row: Row) -> bool:
        return (
            (self.everything or self._is_near(row))
            and (not self.kinds or row.duty.kind in self.kinds)
            and self._concerns(row.duty.responsible)
            and (self.within is None or row.days is None or row.days <= self.within)
        )

    def _is_near(self, row: Row) -> bool:
        """Tell whether a row is worth showing where not all was asked for."""
        if row.status is Status.UNCOUNTED or row.duty.listed is Listed.ON_DEMAND:
            return False
        return row.duty.listed is Listed.ALWAYS or row.status is not Status.COMING or self.within is not None

    def _concerns(self, who: Who) -> bool:
        """Tell whether it concerns the party, as everybody's does, and the one in charge that are asked about."""
        named = "\n".join(who.all_names(language) for language in LANGUAGES).casefold()
        party = self.party.casefold()
        is_theirs = not who.parties or any(party in one.casefold() for one in who.parties)
        return is_theirs and self.responsible.casefold() in named
