"""The files that come with the package: templates, schemas and examples."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def folder(name: str) -> Traversable:
    """Find a folder of the package's own files.

    An installed package holds them itself; in a source checkout they stand beside `src`, where people look for them.

    Args:
        name: `templates`, `schemas` or `examples`.
    """
    packed = files("samverkan") / name
    return packed if packed.is_dir() else Path(__file__).parents[2] / name
