"""Tries one target with inputs that grow out of the kept ones by what they reach: `python -m tests.fuzz.run reading`.

Needs atheris. What makes a target fail is written to the current folder as `crash-…`; it belongs in the corpus, once it
is mended.
"""

from __future__ import annotations

import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parent / "corpus"


def main() -> None:
    """Fuzz for some seconds, or until something fails: the target's name, then options of libFuzzer."""
    name, *options = sys.argv[1:]
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports(include=["samverkan", "ruamel.yaml", "markdown_it"]):
        targets = import_module("tests.fuzz.targets")
    with tempfile.TemporaryDirectory() as found:
        atheris.Setup([sys.argv[0], *options, found, str(CORPUS / name)], targets.TARGETS[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
