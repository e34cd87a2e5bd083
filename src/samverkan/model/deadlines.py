"""What is to be done by a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import Field

if TYPE_CHECKING:
    from samverkan.model.dates import CoarseDate


def occasions() -> Any:
    """Describe the key `dates`, of what is done at certain times."""
    return Field(
        (),
        min_length=1,
        title="Bestämda tider",
        description="När det görs, om det är vid flera bestämda tillfällen: [2017-03, 2017-09].",
    )


class WithDeadline:
    """A goal, commitment, measure, promise or activity: it may have a last day. The field stands in each of them."""

    if TYPE_CHECKING:
        deadline: CoarseDate | None

    @property
    def is_stopped(self) -> bool:
        """Whether it has been broken off or dropped, so that nothing more is to come of it."""
        return False


class WithOccasions(WithDeadline):
    """A commitment, measure, promise or activity: it may be done at certain times. The field stands in each of them."""

    if TYPE_CHECKING:
        dates: tuple[CoarseDate, ...]
