"""What is known of a large workspace, where only the documents that have to do with each other are at hand."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from samverkan.model.choices import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


MAY_BE_PICTURES = frozenset({Kind.SITUATION_PICTURE.value, None})
"""The kinds of documents that are situation pictures, or that may be one for all that is known."""


class Beyond:
    """Answers what is asked of a workspace as a whole, and notes what has been asked.

    An answer that is kept holds as long as what it asked for has not changed, see `stamp`.
    """

    def __init__(
        self, kinds: Mapping[str, str | None], lost_ids: Iterable[str], unread: Collection[str | None]
    ) -> None:
        """Take what there is to ask for.

        Args:
            kinds: the kind of each document by its id, in the order of the files.
            lost_ids: ids that stand in files that could not be read.
            unread: the kinds of the documents that could not be read in every part; None for one of unknown kind.
        """
        self._kinds, self._lost_ids = kinds, frozenset(lost_ids)
        self._is_whole = not self._lost_ids and not unread
        self._has_whole_pictures = not self._lost_ids and MAY_BE_PICTURES.isdisjoint(unread)
        self.asked: set[str] = set()
        self._stamps: dict[str, str] = {}

    @property
    def kinds(self) -> Mapping[str, str | None]:
        """The kind of each document by its id, in the order of the files."""
        self.asked.add("kinds")
        return self._kinds

    @property
    def is_whole(self) -> bool:
        """Whether every file of ours could be read in every part."""
        self.asked.add("is_whole")
        return self._is_whole

    @property
    def has_whole_pictures(self) -> bool:
        """Whether every situation picture could be read in every part, and every file that may be one."""
        self.asked.add("has_whole_pictures")
        return self._has_whole_pictures

    def __contains__(self, name: object) -> bool:
        """Tell whether an id stands in a file that could not be read."""
        self.asked.add("lost_ids")
        return name in self._lost_ids

    def stamp(self, what: str) -> str:
        """Give what changes when the answer to something that can be asked for does; empty for anything else."""
        if what not in self._stamps:
            answers = {
                "kinds": list(self._kinds.items()),
                "is_whole": self._is_whole,
                "has_whole_pictures": self._has_whole_pictures,
                "lost_ids": sorted(self._lost_ids),
            }
            written = json.dumps(answers[what]) if what in answers else ""
            self._stamps[what] = hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest() if written else ""
        return self._stamps[what]
