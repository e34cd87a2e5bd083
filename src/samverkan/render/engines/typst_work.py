"""Compiling with Typst, in a child process of its own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

MOST_MEMORY = 2_000_000_000
_POINTS_PER_INCH = 200


class CompileRequest(NamedTuple):
    """What is to be compiled.

    Attributes:
        main: the document's file.
        root: the folder that it may read.
        packages: a folder without packages.
        output: what to make.
        fonts: the folders of fonts, the first goes before the others.
        moment: when the file says that it was made.
    """

    main: str
    root: str
    packages: str
    output: Literal["pdf", "png"]
    fonts: tuple[str, ...]
    moment: datetime | None


def work(request: CompileRequest) -> tuple[dict[str, Any], bytes]:
    """Compile a document.

    Returns:
        What Typst had to guess at, in its own words, as `warnings`, and the file; or why it `refused`, or that Typst is
        `missing`, and nothing.
    """
    try:
        import typst  # noqa: PLC0415 - a part of the extra `documents`
    except ImportError:
        return {"missing": True}, b""
    try:
        compiler = typst.Compiler(
            request.main,
            root=request.root,
            font_paths=_fonts(request.fonts),
            package_path=request.packages,
            package_cache_path=request.packages,
        )
        made, warnings = compiler.compile_with_warnings(
            pdf_standards=["ua-1", "a-2a"] if request.output == "pdf" else [],
            timestamp=request.moment,
            format=request.output,
            ppi=_POINTS_PER_INCH,
        )
    except typst.TypstError as error:
        return {"refused": str(error.message)}, b""
    if not isinstance(made, bytes):  # pictures of several pages
        return {"refused": "several pages"}, b""
    return {"warnings": [str(warning.message) for warning in warnings]}, made


@cache
def _fonts(folders: tuple[str, ...]) -> Any:
    """Read folders of fonts, once."""
    import typst  # noqa: PLC0415 - as above

    return typst.Fonts(include_system_fonts=False, font_paths=list(folders))
