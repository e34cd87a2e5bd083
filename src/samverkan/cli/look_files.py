"""Files of the look that settings name and that are not there: told where documents are checked, before any is made."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from samverkan.cli.language import read_once
from samverkan.cli.telling import tell_beside
from samverkan.escape import visible
from samverkan.source.decoding import decode
from samverkan.source.opening import UnreadableError
from samverkan.source.workspace_files import settings_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_NAMED = b"look"
_FILES = ("logo", "word_template", "templates")


def tell_of_missing(paths: Sequence[str]) -> None:
    """Say which pictures, templates and fonts are not where the settings of workspaces have them.

    Args:
        paths: the files and folders that are checked; what their settings say of the look is looked at afresh.
    """
    # A shell may name thousands of files, which most often lie in a few folders.
    folders = dict.fromkeys(_folder_of(path) for path in paths if path != "-")
    missing = {name: None for folder in folders for name in _missing(folder)}
    if missing:
        from samverkan.words.rendering import RENDERING  # noqa: PLC0415 - seldom needed

        for name in missing:
            tell_beside(RENDERING["look-missing"].with_fields(value=visible(name)))


def _folder_of(path: str) -> str:
    is_folder = os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for long names
    return path if is_folder else os.path.dirname(path) or "."  # noqa: PTH120 - as above


def _missing(path: str) -> list[str]:
    settings = settings_for(path)
    with suppress(UnreadableError):  # whoever reads the settings says why
        raw = read_once(settings) if settings else b""
        if settings and _NAMED in raw:
            return [name for name in _named_in(raw) if not _is_there(settings.path.parent, name)]
    return []


def _named_in(raw: bytes) -> Iterator[str]:
    """Give the files and folders that settings name under `look`; none where they cannot be read."""
    from samverkan.source.reader import parse  # noqa: PLC0415 - brings the YAML parser, which is seldom needed here

    text, faults = decode(raw)
    data = parse(text)[0] if text is not None and not faults else None
    look = _inside(data, "look")
    named = [look.get(key) for key in _FILES] + [_inside(look, "fonts").get("folder")]
    for name in (*named, *_inside(look, "logos").values()):
        if isinstance(name, str):
            yield name


def _inside(data: object, key: str) -> Mapping[str, object]:
    found = data.get(key) if isinstance(data, dict) else None
    return found if isinstance(found, dict) else {}


def _is_there(folder: Path, name: str) -> bool:
    try:
        return (folder / name).exists()
    except (OSError, ValueError):  # a name that no file can have
        return False
