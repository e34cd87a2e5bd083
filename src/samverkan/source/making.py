"""Making folders, and naming files as every system can open them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{name}{i}" for name in ("com", "lpt") for i in range(1, 10))})


def missing_folders(folder: Path) -> list[Path]:
    """Give the folders that are to be made for one to be there, the outermost first."""
    return [one for one in (folder, *folder.parents) if not os.path.lexists(one)][::-1]


def make_folder(folder: Path) -> None:
    """Make a folder, and those around it: one after the other, for Python's own way ends where they are very deep.

    Raises:
        OSError: one of them cannot be made.
    """
    for one in missing_folders(folder):
        one.mkdir(exist_ok=True)
    folder.mkdir(exist_ok=True)  # where something else has its name, that is told


def stem_of(name: str) -> str:
    """Give the name of a file without its ending; the few names that Windows keeps for itself get an underscore."""
    return f"{name}_" if name in _RESERVED else name
