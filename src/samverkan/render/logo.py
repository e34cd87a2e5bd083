"""An organisation's logo: what it is and how large, read from its first bytes before any program meets it."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from samverkan.render.raster import JPEG, PNG, size_of
from samverkan.render.svg import SvgFault, fault_of_svg

_TEXT = re.compile(rb"<(?:[A-Za-z]+:)?text[\s>]")


class LogoKind(StrEnum):
    """What a logo is; also the ending of its file."""

    PNG = "png"
    JPEG = "jpeg"
    SVG = "svg"

    @property
    def media_type(self) -> str:
        """The name of the kind on the web."""
        return "image/svg+xml" if self is LogoKind.SVG else f"image/{self.value}"


@dataclass(frozen=True)
class Logo:
    """A picture that stands at the head of a document.

    Attributes:
        data: the file's bytes.
        kind: what it is.
        path: where it lies, for the user.
    """

    data: bytes
    kind: LogoKind
    path: Path = Path()

    @property
    def has_text(self) -> bool:
        """Whether it holds letters that are drawn with whatever fonts there are."""
        return self.kind is LogoKind.SVG and _TEXT.search(self.data) is not None

    @property
    def address(self) -> str:
        """The picture as an address that holds all of it."""
        return f"data:{self.kind.media_type};base64,{base64.b64encode(self.data).decode()}"


class LogoError(Exception):
    """A file cannot be a logo; its only argument is the name of the sentence that says why."""


def logo_of(data: bytes, path: Path = Path()) -> Logo:
    """Tell what a picture is, and that it is small enough and holds nothing but a picture.

    Args:
        data: a file's bytes.
        path: where it lies, for the user.

    Raises:
        LogoError: it is no picture, is broken off, has too many dots, or holds or fetches something else.
    """
    if data.startswith((PNG, JPEG)):
        size = size_of(data)
        if size is None:
            raise LogoError("look-not-a-logo")
        if not size.fits:
            raise LogoError("look-logo-large")
        return Logo(data, LogoKind.PNG if data.startswith(PNG) else LogoKind.JPEG, path)
    fault = fault_of_svg(data)
    if fault is not None:
        raise LogoError(_FAULTS[fault])
    return Logo(data, LogoKind.SVG, path)


_FAULTS = {
    SvgFault.NO_SVG: "look-not-a-logo",
    SvgFault.UNSAFE: "look-logo-unsafe",
    SvgFault.TOO_MUCH: "look-logo-heavy",
}
