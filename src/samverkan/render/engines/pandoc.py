"""Running pandoc: HTML to its document tree, and the tree to other formats. No network, no files, a time limit."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from samverkan.errors import ReadWriteError
from samverkan.render.engines.programs import answer_of
from samverkan.render.engines.settings import in_use
from samverkan.words.commands import sentence

_ARCHIVES = ("docx", "odt")
_SECONDS_FOR_OWN = 8.0
_SECONDS_TO_READ = 40.0
_LETTERS_A_SECOND = 200_000
_DEEPEST = 200
"""How many lists and maps may stand in each other: fifty elements or so."""
_MOST_COLUMNS = 500
_LESS_MEMORY = ("+RTS", "-M2g", "-RTS")
"""What the system of Haskell's programs is told: how much memory they may take."""
Tree = dict[str, Any]
"""Pandoc's document: `blocks`, `meta` and the version of its types."""


def read_html(html: str, *, is_own: bool = False) -> Tree:
    """Read HTML as pandoc's tree; footnotes are written as in EPUB.

    Args:
        html: the document.
        is_own: whether templates of the organisation's own wrote it: lists that are left open can keep pandoc for ever.

    Raises:
        ReadWriteError: pandoc is missing, failed or took too long, elements stand too deep in each other, or a table is
            too wide.
    """
    return _tree_of(
        _run(["--from=html+epub_html_exts", "--to=json"], html.encode(), _SECONDS_FOR_OWN if is_own else None)
    )


def read(content: bytes, form: str) -> Tree:
    """Read a file of somebody else's as pandoc's tree.

    Args:
        content: what it holds.
        form: pandoc's name of its format, such as docx or html.

    Raises:
        ReadWriteError: pandoc is missing, failed or took too long, elements stand too deep in each other, or a table is
            too wide.
    """
    return _tree_of(_run([f"--from={form}", "--to=json"], content, _SECONDS_TO_READ))


def _tree_of(answer: bytes) -> Tree:
    try:
        tree = json.loads(answer)
    except RecursionError:
        raise ReadWriteError(sentence("elements-too-deep")) from None
    except ValueError:
        raise ReadWriteError(sentence("converter-failed")) from None
    if not isinstance(tree, dict) or not isinstance(tree.get("blocks"), list):
        raise ReadWriteError(sentence("converter-failed"))
    _require_room(tree)
    return tree


def _require_room(tree: Tree) -> None:
    """Refuse a tree so deep that nothing could walk it, or with a table so wide that no page could hold it."""
    level: list[Any] = [tree]
    for _ in range(_DEEPEST):
        if any(len(node["c"][2]) > _MOST_COLUMNS for node in level if isinstance(node, dict) and _is_table(node)):
            raise ReadWriteError(sentence("table-too-wide", most=_MOST_COLUMNS))
        parts = (part for node in level for part in (node.values() if isinstance(node, dict) else node))
        level = [part for part in parts if isinstance(part, (dict, list))]
    if level:
        raise ReadWriteError(sentence("elements-too-deep"))


def _is_table(node: dict[str, Any]) -> bool:
    return node.get("t") == "Table"


def seconds_for_own(tree: Tree) -> float:
    """Give how long it may take to write a tree with a template of the organisation's own, which can keep pandoc busy.

    What is longer has longer: pandoc writes some megabytes of a tree in a second.
    """
    return _SECONDS_FOR_OWN + len(json.dumps(tree)) / _LETTERS_A_SECOND


def write(tree: Tree, to: str, *options: str, most: float | None = None) -> bytes:
    """Write a tree in a format.

    Args:
        tree: the document.
        to: pandoc's name of the format.
        options: more of pandoc's options.
        most: how many seconds it may take, where that is less than usual.

    Raises:
        ReadWriteError: pandoc is missing, failed or took too long.
    """
    answer = _run(["--from=json", f"--to={to}", "--wrap=none", *options], json.dumps(tree).encode(), most)
    if not (_is_archive(answer) if to in _ARCHIVES else _is_text(answer)):
        raise ReadWriteError(sentence("converter-failed"))
    return answer


def _is_archive(answer: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(answer)) as parts:
            return parts.testzip() is None
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError):
        return False


def _is_text(answer: bytes) -> bool:
    try:
        return bool(answer.decode().strip())
    except UnicodeDecodeError:
        return False


@cache
def program() -> str:
    """Find the pandoc that came with the program.

    The wheel's own file is looked up in its folder, for its module asks every pandoc of the machine for its version and
    takes the newest; that takes time, and another version would give other bytes.
    """
    module = find_spec("pypandoc")
    for folder in (module.submodule_search_locations or []) if module else []:
        for name in ("pandoc", "pandoc.exe"):
            if (path := Path(folder) / "files" / name).is_file():
                return str(path)
    raise ReadWriteError(sentence("no-documents-extra"))


def _run(options: list[str], content: bytes, most: float | None = None) -> bytes:
    settings = in_use()
    environment = {**settings.environment, "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    command = [
        *([settings.pandoc] if settings.pandoc else [program(), *_LESS_MEMORY]),
        "--sandbox",
        "--standalone" if any(f"--to={to}" in options for to in _ARCHIVES) else "--eol=lf",
        *options,
    ]
    seconds = settings.seconds if most is None else min(most, settings.seconds)
    return answer_of(command, content, environment, seconds)
