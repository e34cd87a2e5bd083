"""How the programs that make documents are run: one value, handed to every thread that runs them."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDS_VARIABLE = "SAMVERKAN_CONVERTER_SECONDS"
PANDOC_VARIABLE = "PYPANDOC_PANDOC"


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """How the programs that make documents are run.

    Attributes:
        seconds: how long one conversion may take.
        pandoc: the program to run as pandoc; empty for the one that came with samverkan.
        environment: the variables that pandoc is given, beside those that fix its language and time zone.
    """

    seconds: float = 60.0
    pandoc: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)


_SETTINGS: ContextVar[EngineSettings] = ContextVar("_SETTINGS", default=EngineSettings())  # noqa: B039 - frozen


def use(settings: EngineSettings) -> None:
    """Run programs in this way from now on, in this thread."""
    _SETTINGS.set(settings)


def in_use() -> EngineSettings:
    """Give the way in which this thread runs programs: the usual one unless another has been set."""
    return _SETTINGS.get()
