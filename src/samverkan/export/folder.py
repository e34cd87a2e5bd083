"""Writing tables to a folder: each file whole, and none in the place of somebody else's."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from samverkan.errors import ReadWriteError
from samverkan.escape import visible
from samverkan.render.run.manifest import Manifest
from samverkan.source.writing import refuse_way_out, write_whole
from samverkan.words.commands import sentence
from samverkan.words.export import EXPORT
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from samverkan.render.run.seal import Seal


def write(out: Path, files: Mapping[str, bytes], seal: Seal, *, root: Path | None, force: bool) -> Iterator[Path]:
    """Write files to a folder and enter them in its manifest; nothing is written where one is somebody else's.

    Args:
        out: the folder.
        files: what they hold, by their names.
        seal: this user's seal.
        root: the folder that `out` must lie in, links followed; None where the user named it.
        force: whether to replace files that were not made here.

    Yields:
        Each file that has been written.

    Raises:
        ReadWriteError: the folder or a file cannot be written, or is not to be replaced.
    """
    if os.path.lexists(out) and not os.path.isdir(out):  # noqa: PTH112 - Path.is_dir raises for long names
        raise ReadWriteError(sentence("cannot-write", path=visible(out.as_posix()), why=sentence("is-no-folder")))
    if root is not None:
        refuse_way_out(out, root)
    manifest = Manifest.read(out, seal)
    foreign = [name for name in files if os.path.lexists(out / name) and not manifest.knows(name)]
    if foreign and not force:
        paths = tuple(visible((out / name).as_posix()) for name in foreign)
        raise ReadWriteError(EXPORT["foreign-files"].with_fields(files=FirstOf(paths)))
    manifest.planned = set(files)
    try:
        for name, content in files.items():
            manifest.begin()
            write_whole(out / name, content)
            manifest.enter(name, _entry(content))
            yield out / name
    finally:
        manifest.end()


def _entry(content: bytes) -> dict[str, str]:
    """Say of a file what the manifest holds; it comes from no single document, so it never goes stale."""
    sha256 = hashlib.sha256(content).hexdigest()
    return {"source": "", "document": "", "fingerprint": "", "inputs": "", "sha256": sha256, "day": ""}
