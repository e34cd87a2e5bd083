"""What is measured of the finished documents, beside the programs that stand alone, on the same documents."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from typing import TYPE_CHECKING

from measuring import Program
from workspaces import EXAMPLES

from samverkan.render.engines.pandoc import program

if TYPE_CHECKING:
    from pathlib import Path

FOUNDING = EXAMPLES / "founding"
SAMVERKAN = (sys.executable, "-m", "samverkan")


def corpus(folder: Path, count: int) -> Path:
    """Write agreements made from the founding ones, each with an id of its own."""
    texts = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOUNDING.glob("*.yaml"))]
    made = folder / f"corpus-{count}"
    made.mkdir()
    for i in range(count):
        name, text = texts[i % len(texts)]
        (made / f"{name}-{i}.yaml").write_text(text.replace(f"id: {name}\n", f"id: {name}-{i}\n"), encoding="utf-8")
    return made


def documents(folder: Path) -> list[Program]:
    """One document, and many, to each format; and what the program takes to say its name."""
    one, out, hundred = FOUNDING / "lessebo-2019.yaml", folder / "out", folder / "hundred"
    many = [*SAMVERKAN, "render", str(corpus(folder, 100)), "--format", "pdf,html,docx", "--out", str(hundred)]
    rows = [
        Program("samverkan --version", [*SAMVERKAN, "--version"], rounds=9),
        Program("samverkan --help", [*SAMVERKAN, "--help"], rounds=9),
    ]
    for form in ("html", "md", "docx", "odt", "pdf"):
        command = [*SAMVERKAN, "render", str(one), "--format", form, "--out", str(out)]
        rows.append(Program(f"samverkan render, 1 file to {form}", command, before=partial(shutil.rmtree, out, True)))  # noqa: FBT003
    return [
        *rows,
        Program(
            "samverkan render to pdf, html and docx",
            many,
            100,
            1,
            before=partial(shutil.rmtree, hundred, True),  # noqa: FBT003
        ),
        Program("samverkan render, the second time", many, 100, 1),
    ]


def others(made: Path) -> list[Program]:
    """The programs that stand alone, on what the rows above have made."""
    html, word = sorted(made.glob("*.html")), sorted(made.glob("*.docx"))
    if not html or not word:
        return []
    to_word = f'for one in "$@"; do {program()} "$one" -o "{made}/pandoc.docx"; done'
    rows = [
        Program("pandoc alone, HTML to docx", ["sh", "-c", to_word, "sh", str(html[0])], 1, 3),
        Program("pandoc alone, 100 files, HTML to docx", ["sh", "-c", to_word, "sh", *map(str, html)], 100, 1),
    ]
    if office := shutil.which("soffice"):
        to_pdf = [office, "--headless", "--convert-to", "pdf", "--outdir", str(made / "office")]
        rows.append(Program("LibreOffice alone, docx to pdf", [*to_pdf, str(word[0])], 1, 3))
        rows.append(Program("LibreOffice alone, 100 files, docx to pdf", [*to_pdf, *map(str, word)], 100, 1))
    return rows
