"""One file with what is known of one large workspace, kept from run to run by the program that knows it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, TypeVar

from samverkan.kept import program_stamp, sealed, unsealed
from samverkan.source.keeping import KeptFiles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Known = TypeVar("Known")


class OneFile:
    """The file; without a folder there is none, and nothing is kept."""

    def __init__(self, folder: Path | None, root: Path | None, ending: str) -> None:
        """Name the file, by the program as it is and the workspace.

        Args:
            folder: where the program keeps what it may lose; None to keep nothing.
            root: the workspace's folder.
            ending: how the names of files with this sort of knowledge end.
        """
        named = json.dumps([program_stamp(), str(root)]).encode("utf-8", "surrogatepass")
        self._name = f"{hashlib.sha256(named).hexdigest()}{ending}"
        self._files = KeptFiles(folder / "checks") if folder else None

    def read(self, understood: Callable[[object], Known]) -> Known | None:
        """Give what is kept, as `understood` makes of it; None where there is none, or none that can be trusted.

        Args:
            understood: makes of plain data what it stands for, and raises ValueError where it stands for nothing.
        """
        raw = self._files.get(self._name) if self._files else None
        if raw is None:
            return None
        try:
            return understood(unsealed(raw, self._name))
        except (ValueError, RecursionError):  # what is broken counts as not there
            return None

    def write(self, plain: object) -> None:
        """Keep this, in the place of what was kept, and throw away the oldest files where there are too many."""
        if self._files:
            self._files.put(self._name, sealed(plain, self._name))
            self._files.tidy()
