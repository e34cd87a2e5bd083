"""Drawings as pictures of dots, for the formats that take no vectors."""

from __future__ import annotations

from samverkan.errors import ReadWriteError
from samverkan.render.engines.typst import RefusedError, compiled, typst_data
from samverkan.words.commands import sentence


def png_of(svg: str) -> bytes:
    """Draw SVG as PNG.

    Raises:
        ReadWriteError: Typst is missing, cannot draw it, or took too long.
    """
    source = f'#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes({typst_data(svg)}), format: "svg")'
    try:
        return compiled(source, "png").content
    except RefusedError:
        raise ReadWriteError(sentence("converter-failed")) from None
