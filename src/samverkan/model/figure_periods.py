"""The time that a figure is of: one time, or from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Self

from pydantic import AfterValidator, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from samverkan.model.base import Part
from samverkan.model.dates import CoarseDate
from samverkan.model.elsewhere import BETWEEN, ONE_TIME


class FigureSpan(Part):
    """En tid från och till och med, till exempel `{from: 2021-01, until: 2021-06}`."""

    start: CoarseDate = Field(alias="from", title="Från", description="Ett år, en månad, en dag eller en tid i ord.")
    end: CoarseDate = Field(
        alias="until", title="Till och med", description="Ett år, en månad, en dag eller en tid i ord."
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end.last < self.start.first:
            raise PydanticCustomError("backwards_time", "order")
        return self


def _form(value: object) -> str:
    return BETWEEN if isinstance(value, dict | FigureSpan) else ONE_TIME


def _as_time(value: CoarseDate | FigureSpan) -> CoarseDate:
    return value.start.to(value.end) if isinstance(value, FigureSpan) else value


if TYPE_CHECKING:
    FigurePeriod = CoarseDate  # what fields hold, once a mapping has been read
else:
    FigurePeriod = Annotated[
        Annotated[CoarseDate, Tag(ONE_TIME)] | Annotated[FigureSpan, Tag(BETWEEN)],
        Discriminator(_form),
        AfterValidator(_as_time),
    ]
"""A time, also written as a mapping with `from` and `until`; always read as a `CoarseDate`."""
