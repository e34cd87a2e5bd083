"""The settings of a workspace: the file `samverkan.yaml` at its root."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from samverkan.findings import Severity
from samverkan.model.base import Part, Text, Whole

OFF = "off"
_LEVELS = (*(severity.value for severity in Severity), OFF)


def _levels(value: Any) -> Any:
    if isinstance(value, dict):
        for level in value.values():
            if level not in _LEVELS:
                raise PydanticCustomError("level_form", "level", {"value": level if isinstance(level, str) else "…"})
    return value


Levels = Annotated[
    dict[str, str],
    BeforeValidator(_levels),
    WithJsonSchema({"type": "object", "additionalProperties": {"enum": list(_LEVELS)}}),
]
"""How much each rule matters: `error`, `warning`, `note` or `off`, by the rule's name."""


class Settings(Part):
    """Inställningar för en arbetsyta: mappen där filen ligger och allt under den."""

    samverkan: Literal["1"] = Field(title="Format", description="Filformatets version: 1.")
    kind: Literal["workspace"] = Field(title="Slag", description="Filens slag: workspace.")
    title: Text | None = Field(None, title="Namn", description="Arbetsytans namn.")
    rules: Levels = Field(
        {}, title="Regler", description="Hur allvarlig varje regel är: error (fel), warning, note eller off (av)."
    )
    soon_days: Whole = Field(
        60, title="Snart", description="Så många dagar i förväg räknas en uppföljning som snart, förval 60."
    )
