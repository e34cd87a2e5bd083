"""Make the pictures of the terminal in the guides: the program is run, and what it prints is drawn as SVG.

Run it after a change to what the program prints: `make pictures`. With an argument it writes to that folder instead.
The output is drawn as a terminal shows it, with its colours. The pictures ask for nothing from the network, and say in
words what they show.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path

from rich.console import Console
from rich.text import Text

from samverkan.output.terminal import Hanging

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


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if sys.argv[1:] else FOLDER
    for picture in PICTURES:
        (folder / f"{picture.name}.svg").write_text(drawn(picture), encoding="utf-8", newline="\n")
