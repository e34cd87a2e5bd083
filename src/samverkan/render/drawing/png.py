"""What is more than text in a document: charts and traffic lights, for the tree of each format."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samverkan.errors import ReadWriteError
from samverkan.render.engines.jinja import TypstCode, typst_string
from samverkan.render.engines.time_limit import within_limit
from samverkan.render.formats.pdf import font_folders
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

Node = dict[str, Any]

LIGHTS = {"green": "2e7d32", "yellow": "f2b705", "red": "b3261e", "blue": "4a7ba6", "grey": "8a94a0"}
"""The colour of the dot that stands before a word."""
_POINTS_PER_INCH = 200


def drawing_of(block: Node) -> tuple[str, str]:
    """Give the drawing that a division carries, as SVG, and the words that stand for it."""
    attributes = dict(block["c"][0][2])
    return attributes["drawing"], attributes["words"]


def with_lights(node: Any, make: Callable[[str], list[Node]]) -> Any:
    """Put what a format shows for a colour before the word of each traffic light.

    Args:
        node: blocks, or any part of pandoc's tree.
        make: gives what stands before the word, from the name of the colour.
    """
    if isinstance(node, list):
        return [with_lights(part, make) for part in node]
    if not isinstance(node, dict) or "c" not in node:
        return node
    content = with_lights(node["c"], make)
    if node["t"] == "Span" and (colour := _colour(content[0][1])):
        content = [content[0], [*make(colour), *content[1]]]
    return {**node, "c": content}


def _colour(classes: list[str]) -> str | None:
    found = (name.removeprefix("light-") for name in classes if name.startswith("light-"))
    return next((colour for colour in found if colour in LIGHTS), None)


def without_links(node: Any) -> Any:
    """Leave only the words of links, for a format that has nowhere for them to lead."""
    if isinstance(node, list):
        return [
            made
            for part in node
            for made in (without_links(_linked(part)) if _is_link(part) else [without_links(part)])
        ]
    if not isinstance(node, dict) or "c" not in node:
        return node
    return {**node, "c": without_links(node["c"])}


def _is_link(node: Any) -> bool:
    return isinstance(node, dict) and node["t"] == "Link"


def _linked(link: Node) -> list[Node]:
    words: list[Node] = link["c"][1]
    return words


# Typst


def typst_figure(block: Node, classes: list[str]) -> list[Node]:
    """Give what stands in the PDF for a chart or a table of contents; nothing for other blocks."""
    if "chart" in classes:
        return _typst_chart(block)
    # With page numbers, which only the PDF's maker knows.
    return [{"t": "RawBlock", "c": ["typst", "#contents"]}] if "contents" in classes else []


def _typst_chart(block: Node) -> list[Node]:
    """Draw a chart as vectors, with its words for those who cannot see it."""
    svg, alt = drawing_of(block)
    code = TypstCode(f"#chart({_typst_text(svg)}, {typst_string(alt)})")
    return [{"t": "RawBlock", "c": ["typst", code]}]


def typst_light(colour: str) -> list[Node]:
    """Draw a dot in the PDF."""
    return [{"t": "RawInline", "c": ["typst", f'#light-dot(rgb("#{LIGHTS[colour]}"))']}]


def _typst_text(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


# Word and OpenDocument


def png_of(svg: str) -> bytes:
    """Draw SVG as PNG.

    Raises:
        ReadWriteError: Typst is missing, cannot draw it, or took too long.
    """
    try:
        import typst  # noqa: PLC0415 - a part of the extra `documents`
    except ImportError:
        raise ReadWriteError(sentence("no-documents-extra")) from None
    source = f'#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes({_typst_text(svg)}), format: "svg")'
    with tempfile.TemporaryDirectory(
        prefix="samverkan-", ignore_cleanup_errors=True
    ) as root:  # nothing of the user's can be read from within
        main = Path(root) / "main.typ"
        main.write_bytes(source.encode())
        try:
            drawn: partial[Any] = partial(
                typst.compile,
                str(main),
                root=root,
                font_paths=font_folders(),
                ignore_system_fonts=True,
                format="png",
                ppi=_POINTS_PER_INCH,
            )
            made = within_limit(drawn)
        except typst.TypstError:
            raise ReadWriteError(sentence("converter-failed")) from None
    if not isinstance(made, bytes):
        raise ReadWriteError(sentence("converter-failed"))
    return made
