"""Running pandoc: HTML to its document tree, and the tree to other formats. No network, no files, a time limit."""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from samverkan.errors import ReadWriteError
from samverkan.render.engines.programs import answer_of
from samverkan.render.engines.settings import in_use
from samverkan.words.commands import sentence

_LESS_MEMORY = ("+RTS", "-M2g", "-RTS")
"""What the system of Haskell's programs is told: how much memory they may take."""
Tree = dict[str, Any]
"""Pandoc's document: `blocks`, `meta` and the version of its types."""


def read_html(html: str) -> Tree:
    """Read HTML as pandoc's tree; footnotes are written as in EPUB."""
    tree: Tree = json.loads(_run(["--from=html+epub_html_exts", "--to=json"], html.encode()))
    return tree


def write(tree: Tree, to: str, *options: str) -> bytes:
    """Write a tree in a format.

    Args:
        tree: the document.
        to: pandoc's name of the format.
        options: more of pandoc's options.

    Raises:
        ReadWriteError: pandoc is missing, failed or took too long.
    """
    return _run(["--from=json", f"--to={to}", "--wrap=none", *options], json.dumps(tree).encode())


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


def _run(options: list[str], content: bytes) -> bytes:
    settings = in_use()
    environment = {**settings.environment, "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    command = [
        *([settings.pandoc] if settings.pandoc else [program(), *_LESS_MEMORY]),
        "--sandbox",
        "--standalone" if _is_binary(options) else "--eol=lf",
        *options,
    ]
    return answer_of(command, content, environment)


def _is_binary(options: list[str]) -> bool:
    return any(option in {"--to=docx", "--to=odt"} for option in options)
