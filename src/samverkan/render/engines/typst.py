"""Typst: compiling, its fonts, and every way for a text to become code."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from samverkan.errors import ReadWriteError
from samverkan.render.engines.time_limit import within_limit
from samverkan.source.temporary import temporary_folder
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

# Signs that Typst, or pandoc on the way to it, may read as something else or write in another way: quotes, dashes, dots
# in a row, what begins a heading or a list, addresses. Most words of prose have none of them.
_NOT_PLAIN = re.compile(r"[^\w.,:;!?()%§/&+-]|_|\.\.|--|-\?|//|/\*|^[-+/=]|^[0-9]+[.)]$")
_LONG = re.compile(r"[^\s\u00ad\u200b]{50,}")
_PIECE = re.compile(r".{10}(?=.)")
_POINTS_PER_INCH = 200
_MAIN = "main.typ"


class TypstCode(str):
    """Text that is Typst code already; the only thing that a Typst template lets through."""

    __slots__ = ()


class RefusedError(Exception):
    """Typst could not compile a document; its only argument is Typst's own words."""


class Compiled(NamedTuple):
    """What Typst made of a document.

    Attributes:
        content: the file's bytes.
        warnings: what Typst had to guess at, in its own words.
    """

    content: bytes
    warnings: tuple[str, ...]


# From texts to code


def typst_data(text: str) -> TypstCode:
    """Write a text as a Typst string with every character as it was, line breaks too."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return TypstCode(f'"{escaped}"')


def typst_string(text: str) -> TypstCode:
    """Write a text as a Typst string on one line, with single spaces: nothing in it can become code."""
    return typst_data(" ".join(text.split()))


def typst_array(texts: Iterable[str]) -> TypstCode:
    """Write texts as a Typst array of strings."""
    return TypstCode("(" + "".join(typst_string(text) + ", " for text in texts) + ")")


def literal_words(node: Any) -> Any:
    """Write words that are not plain as strings of Typst, so that every one arrives as it was written.

    Args:
        node: blocks, or any part of pandoc's tree.
    """
    if isinstance(node, list):
        return [literal_words(part) for part in node]
    if not isinstance(node, dict) or "c" not in node:
        return node
    if node["t"] != "Str":
        return {**node, "c": literal_words(node["c"])}
    word = _LONG.sub(_in_pieces, node["c"])
    if not _NOT_PLAIN.search(word):
        return node
    return {"t": "RawInline", "c": ["typst", f"#{typst_data(word)};"]}


def _in_pieces(long: re.Match[str]) -> str:
    """Let a word that is longer than any line break, with marks that are not seen."""
    return _PIECE.sub(lambda piece: piece[0] + "\u200b", long[0])


# From code to files


def compiled(
    source: str,
    output: Literal["pdf", "png"],
    *,
    files: Mapping[str, bytes] | None = None,
    fonts: Path | None = None,
    moment: datetime | None = None,
) -> Compiled:
    """Compile a document: to a PDF that is both accessible (PDF/UA-1) and made for the archive (PDF/A-2a), or to a PNG.

    Args:
        source: the document's Typst.
        output: what to make.
        files: what the document may read, by its names for it; it can read nothing else.
        fonts: a folder of fonts that go before the built-in ones.
        moment: when the file says that it was made.

    Raises:
        ReadWriteError: Typst or its fonts are missing, it made no file, or it took too long.
        RefusedError: Typst refused the document.
    """
    # A fresh folder as root, so that nothing of the user's can be read from within a document.
    with temporary_folder({_MAIN: source.encode(), **(files or {})}) as root:
        return _compiled_in(root, output, fonts, moment)


def _compiled_in(root: Path, output: Literal["pdf", "png"], fonts: Path | None, moment: datetime | None) -> Compiled:
    try:
        import typst  # noqa: PLC0415 - a part of the extra `documents`
    except ImportError:
        raise ReadWriteError(sentence("no-documents-extra")) from None
    work: Callable[[], tuple[object, list[typst.TypstWarning]]] = partial(
        typst.compile_with_warnings,
        str(root / _MAIN),
        root=str(root),
        font_paths=[*([str(fonts)] if fonts else []), *_font_folders()],
        ignore_system_fonts=True,
        pdf_standards=["ua-1", "a-2a"] if output == "pdf" else [],
        timestamp=moment,
        format=output,
        ppi=_POINTS_PER_INCH,
    )
    try:
        made, warnings = within_limit(work)
    except typst.TypstError as error:
        raise RefusedError(error.message) from None
    if not isinstance(made, bytes):
        raise ReadWriteError(sentence("converter-failed"))
    return Compiled(made, tuple(str(warning.message) for warning in warnings))


def _font_folders() -> list[str]:
    """Find the folders of the fonts that finished documents are set in.

    Raises:
        ReadWriteError: they are not installed.
    """
    try:
        import font_source_sans_pro  # noqa: PLC0415 - a part of the extra `documents`
        import font_source_serif_pro  # noqa: PLC0415
    except ImportError:
        raise ReadWriteError(sentence("no-documents-extra")) from None
    fonts = (font_source_sans_pro, font_source_serif_pro)
    return [str(Path(str(font.__file__)).parent / "files") for font in fonts]
