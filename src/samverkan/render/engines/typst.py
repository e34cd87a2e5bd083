"""Typst: compiling, its fonts, and every way for a text to become code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from samverkan.errors import ReadWriteError
from samverkan.render.engines.programs import too_slow
from samverkan.render.engines.settings import in_use
from samverkan.render.engines.typst_work import CompileRequest
from samverkan.render.engines.workers import Gone, GoneError, ask, make_ready
from samverkan.source.temporary import temporary_folder
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

# Signs that Typst, or pandoc on the way to it, may read as something else or write in another way: quotes, dashes, dots
# in a row, what begins a heading or a list, addresses. Most words of prose have none of them.
_NOT_PLAIN = re.compile(r"[^\w.,:;!?()%§/&+-]|_|\.\.|--|-\?|//|/\*|^[-+/=]|^[0-9]+[.)]$")
_LONG = 50
TOO_LONG = re.compile(rf"[^\s\u00ad\u200b]{{{_LONG},}}")
_PIECE = re.compile(r".{10}(?=.)")
_AFTER_SIGN = re.compile(r"(?<=[/._?&=#-])(?=[^\s/])")
_LONGEST_PART = 24
_MAIN, _NO_PACKAGES = "main.typ", "packages"
_WORK = "samverkan.render.engines.typst_work"


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
    word = TOO_LONG.sub(_in_pieces, node["c"]) if len(node["c"]) >= _LONG else node["c"]
    if not _NOT_PLAIN.search(word):
        return node
    return {"t": "RawInline", "c": ["typst", f"#{typst_data(word)};"]}


def _in_pieces(long: re.Match[str]) -> str:
    """Let a word that is longer than any line break, with marks that are not seen: an address after its signs."""
    parts = _AFTER_SIGN.split(long[0])
    return "\u200b".join(
        _PIECE.sub(lambda piece: piece[0] + "\u200b", part) if len(part) > _LONGEST_PART else part for part in parts
    )


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
        ReadWriteError: Typst or its fonts are missing, it broke, or it took too long.
        RefusedError: Typst refused the document.
    """
    # A fresh folder as root, so that nothing of the user's can be read from within a document.
    with temporary_folder({_MAIN: source.encode(), **(files or {})}) as root:
        return _compiled_in(root, output, fonts, moment)


def _compiled_in(root: Path, output: Literal["pdf", "png"], fonts: Path | None, moment: datetime | None) -> Compiled:
    places = (*([str(fonts)] if fonts else []), *_font_folders())
    request = CompileRequest(str(root / _MAIN), str(root), str(root / _NO_PACKAGES), output, places, moment)
    try:
        facts, made = ask(_WORK, request, in_use().seconds)
    except GoneError as gone:
        raise (
            too_slow(in_use().seconds) if gone.why is Gone.SLOW else ReadWriteError(sentence("converter-broke"))
        ) from None
    if "missing" in facts:
        raise ReadWriteError(sentence("no-documents-extra"))
    if "refused" in facts:
        raise RefusedError(facts["refused"])
    return Compiled(made, tuple(facts["warnings"]))


def get_ready() -> None:
    """Start Typst once more, so that it is ready when a document is to be compiled."""
    make_ready(_WORK)


def sans_font() -> Path:
    """Find the file of the letters that heads and labels are set in.

    Raises:
        ReadWriteError: it is not installed.
    """
    return Path(_font_folders()[0]) / "SourceSansPro-Regular.ttf"


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
