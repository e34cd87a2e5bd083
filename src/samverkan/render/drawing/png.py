"""Drawings as pictures of dots, for the formats that take no vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.errors import ReadWriteError
from samverkan.render.engines.typst import RefusedError, compiled, typst_data
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from pathlib import Path


def png_of(svg: str, fonts: Path | None = None) -> bytes:
    """Draw SVG as PNG.

    Args:
        svg: the drawing.
        fonts: a folder of fonts that go before the built-in ones.

    Raises:
        ReadWriteError: Typst is missing, cannot draw it, or took too long.
    """
    source = f'#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes({typst_data(svg)}), format: "svg")'
    try:
        return compiled(source, "png", fonts=fonts).content
    except RefusedError:
        raise ReadWriteError(sentence("converter-failed")) from None
