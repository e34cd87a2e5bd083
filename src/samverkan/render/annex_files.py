"""Files that a document names as annexes, and that do not lie where the document does."""

from __future__ import annotations

import os
import re
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

from samverkan.model.references import Annex

if TYPE_CHECKING:
    from samverkan.workspace.document import Document

_FILE_NAME = re.compile(r"\S\.[A-Za-z][A-Za-z0-9]{1,4}\Z")
"""What names a file ends so; other words may say where in an archive the annex is."""


def annex_files_not_there(document: Document) -> list[str]:
    """Name the annexes of a document that are files below its folder, and are not there.

    Args:
        document: the document. One that came on the standard input has no folder, and nothing is said of it.
    """
    if document.path is None:
        return []
    folder = document.path.parent
    files = (part.file for _, part in document.parts_of(Annex) if isinstance(part, Annex) and part.file)
    return [file for file in files if _is_below(file) and not os.path.lexists(folder / file.replace("\\", "/"))]


def _is_below(file: str) -> bool:
    """Tell whether a name is that of a file in a folder or below it: nothing elsewhere on the machine is looked for."""
    path = PureWindowsPath(file)  # knows both sorts of slash, and drives
    return _FILE_NAME.search(file) is not None and not path.anchor and ".." not in path.parts
