"""The files that come with the package: templates, schemas and examples."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SMALLEST = {
    "agreement": ("overenskommelse-2026.yaml",),
    "situation-picture": ("lagesbild-2026.yaml",),
    "cause-analysis": ("orsaksanalys-2026.yaml", "lagesbild-2026.yaml"),
    "action-plan": ("atgardsplan-2026.yaml", "lagesbild-2026.yaml"),
    "citizen-promise": ("medborgarlofte-2026.yaml",),
    "communication-plan": ("kommunikationsplan-2026.yaml",),
    "follow-up": ("uppfoljning-2026.yaml", "medborgarlofte-2026.yaml"),
    "workspace": ("samverkan.yaml",),
}
"""The files in `examples/smallest` by kind: its own first, then another document that it tells of."""


def folder(name: str) -> Traversable:
    """Find a folder of the package's own files.

    An installed package holds them itself; in a source checkout they stand beside `src`, where people look for them.

    Args:
        name: `templates`, `schemas` or `examples`.
    """
    packed = files("samverkan") / name
    return packed if packed.is_dir() else Path(__file__).parents[2] / name


def names(place: str) -> list[str]:
    """Name the files in a folder of the package's own files, sorted.

    Args:
        place: the folder; one below it is written as in an address: `examples/smallest`.
    """
    return sorted(file.name for file in _below(place).iterdir() if file.is_file())


def content(place: str, name: str) -> bytes:
    """Read one of the package's own files.

    Raises:
        FileNotFoundError: there is none of that name.
    """
    return (_below(place) / name).read_bytes()


def _below(place: str) -> Traversable:
    top, *steps = place.split("/")
    return folder(top).joinpath(*steps)
