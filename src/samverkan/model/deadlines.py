"""What is to be done by a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan.model.dates import CoarseDate


class WithDeadline:
    """A goal, commitment, measure, promise or activity: it may have a last day. The field stands in each of them."""

    if TYPE_CHECKING:
        deadline: CoarseDate | None

    @property
    def is_stopped(self) -> bool:
        """Whether it has been broken off or dropped, so that nothing more is to come of it."""
        return False
