"""Make the pictures in the guides: the program is run, and what it prints, or the pages that it makes, are drawn.

Run it after a change to what the program prints: `make pictures`. With an argument it writes to that folder instead.
The output is drawn as a terminal shows it, with its colours, as SVG. The pictures ask for nothing from the network, and
say in words what they show. Pages are drawn as PNG, which says which pages those are.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from dataclasses import dataclass
from html import escape
from pathlib import Path

from rich.console import Console
from rich.text import Text

from samverkan.output.terminal import Hanging
from samverkan.render.engines.typst import compiled

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "images"
WIDTH = 100
_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


@dataclass(frozen=True)
class Picture:
    """A picture of a command.

    Attributes:
        name: the picture's name, without its ending.
        language: the language of the output, `sv` or `en`.
        command: what stands after `samverkan`.
        shows: what is seen, for those who cannot see it.
        parts: how many parts of the output are drawn, from the first, with empty lines between; all where it is None.
    """

    name: str
    language: str
    command: str
    shows: str
    parts: int | None = None


_BROKEN = "validate examples/broken --today 2026-11-20"
_LAW = "law tests/workspace --today 2026-03-01"
_DUE = "followup tests/workspace --within 90d --today 2024-12-15"
PICTURES = (
    Picture("granskning", "sv", _BROKEN, "Fel och varningar, var och en med rad, plats och vad man gör.", 3),
    Picture("uppfoljningar", "sv", _DUE, "Vad som är försenat och vad som snart ska göras, med skälet."),
    Picture("lag", "sv", _LAW, "Lagens första paragrafer, med vad som är visat och vad som är försenat.", 5),
    Picture("findings", "en", _BROKEN, "Errors and warnings, each with its line, its place and what to do.", 3),
    Picture("due", "en", _DUE, "What is late and what is coming soon, and why."),
    Picture("law", "en", _LAW, "The first paragraphs of the act, with what is shown and what is late.", 5),
)

PAGES = {"lessebo-2019": ("examples/founding/lessebo-2019.yaml", 1, 3)}
"""By the name of a picture of pages: the document, and the numbers of the pages that stand side by side."""
_SIDE_BY_SIDE = """\
#set page(width: 178mm, height: auto, margin: 2mm, fill: rgb("#e6eaef"))
#grid(columns: 2, column-gutter: 2mm, ..(NUMBERS).map(number => box(fill: white, image("sidor.pdf", page: number))))
"""
_MADE_FROM = b"made from"


def drawn(picture: Picture) -> str:
    """Run the command of a picture, and draw what it prints as SVG."""
    shown = f"samverkan {picture.command.rpartition(' --today ')[0]}"
    parts = _printed(picture).replace("\r\n", "\n").split("\n\n")[: picture.parts]
    out = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for line in "\n\n".join([f"$ {shown}", *parts]).splitlines():
        text = Text.from_ansi(line)
        out.print(Hanging(text) if text.cell_len > WIDTH else text)
    svg = _FONTS.sub("", out.export_svg(title=shown, unique_id=picture.name))
    named = f' role="img" aria-label="{escape(picture.shows)}" '
    svg = svg.replace("<svg ", f"<svg{named}", 1).replace("Generated with Rich https://www.textualize.io", picture.name)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def _printed(picture: Picture) -> str:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "NO_COLOR"))}
    told = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLORTERM": "", "COLUMNS": str(WIDTH), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "samverkan", *picture.command.split(), "--lang", picture.language]
    done = subprocess.run(
        command, cwd=ROOT, env=kept | told, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False
    )
    return done.stdout.decode()


def pages_drawn(document: str, numbers: tuple[int, ...]) -> bytes:
    """Render a document, and draw some of its pages side by side as PNG."""
    with tempfile.TemporaryDirectory() as place:
        options = ["--format", "pdf", "--out", place]
        subprocess.run([sys.executable, "-m", "samverkan", "render", document, *options], cwd=ROOT, check=True)
        (made,) = (path.read_bytes() for path in Path(place).glob("*.pdf"))
    source = _SIDE_BY_SIDE.replace("NUMBERS", ", ".join(map(str, numbers)))
    png = compiled(source, "png", files={"sidor.pdf": made}).content
    return _with_text(png, hashlib.sha256(made).hexdigest())


def _with_text(png: bytes, text: str) -> bytes:
    """Let a PNG say what it was made from, before the 12 bytes of its end."""
    chunk = b"tEXt" + _MADE_FROM + b"\0" + text.encode()
    return png[:-12] + struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) + png[-12:]


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if sys.argv[1:] else FOLDER
    for picture in PICTURES:
        (folder / f"{picture.name}.svg").write_text(drawn(picture), encoding="utf-8", newline="\n")
    for name, (document, *numbers) in PAGES.items():
        (folder / f"{name}.png").write_bytes(pages_drawn(document, tuple(numbers)))
