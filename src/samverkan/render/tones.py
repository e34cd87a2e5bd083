"""The built-in looks: in calm colours, or sober: black, with greys in the place of colours, and one serif."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samverkan.model.settings import Style

COLOUR, INK, BLACK = "#1f4e79", "#1c2430", "#000000"
_DIGITS = re.compile(r"#[0-9a-fA-F]{6}\b")
_DRAWING = re.compile(r'<svg\b(?:(?!<svg\b).)*?</svg>|\bdata-drawing="[^"]*"', re.DOTALL)
_PAINT = re.compile(r'\b(?:fill|stroke)=(?:"|&#34;)#[0-9a-f]{6}\b')
_LETTERS = re.compile(r"""(font-family=(?:"|&#34;)).*?("|&#34;)""")
_SERIF = "Source Serif Pro, Source Serif 4, Cambria, Georgia, serif"
_WORD_TAG = re.compile(r"<w:(?:color|rFonts|shd|top|bottom|left|right|insideH|insideV) [^<>]*>")
_WORD_COLOUR = re.compile(r'(\bw:(?:val|color|fill)=")([0-9A-Fa-f]{6})"')
_OF_THEME = re.compile(r' w:theme(?:Color|Shade|Tint|Fill)="[^"]*"')
_OPEN_DOCUMENT_TAG = re.compile(r"<style:[a-z-]+ [^<>]*>")
_OFFICE_SANS, _OFFICE_SERIF = '"Calibri"', '"Cambria"'


@dataclass(frozen=True)
class Tones:
    """What stands in the place of the built-in colours and letters.

    Attributes:
        style: which of the built-in looks.
        colour: of headings and lines.
    """

    style: Style = Style.STANDARD
    colour: str = COLOUR

    @property
    def is_sober(self) -> bool:
        """Whether there are only greys."""
        return self.style is Style.SOBER

    def of(self, colour: str) -> str:
        """Give what stands in the place of a built-in colour."""
        if colour.lower() == COLOUR:
            return self.colour
        return _grey_of(colour) if self.is_sober else colour

    def drawn(self, html: str) -> str:
        """Give the drawings in HTML the greys and letters of the look; all else in it stays as it is.

        Args:
            html: a page or a part of one; drawings stand in it, or in attributes on their way to other formats.
        """
        return _DRAWING.sub(_grey_drawing, html) if self.is_sober else html

    def in_word(self, xml: str) -> str:
        """Give a part of a Word file that has the built-in styles the colours and letters of the look."""

        def toned(tag: re.Match[str]) -> str:
            found = _WORD_COLOUR.sub(lambda one: f'{one[1]}{self.of(f"#{one[2]}")[1:].upper()}"', tag[0])
            return _OF_THEME.sub("", found).replace(_OFFICE_SANS, _OFFICE_SERIF) if self.is_sober else found

        return _WORD_TAG.sub(toned, xml)

    def in_open_document(self, xml: str) -> str:
        """Give a part of an OpenDocument file that has the built-in styles the colours and letters of the look."""

        def toned(tag: re.Match[str]) -> str:
            found = _DIGITS.sub(lambda one: self.of(one[0]), tag[0])
            return found.replace(_OFFICE_SANS, _OFFICE_SERIF) if self.is_sober else found

        return _OPEN_DOCUMENT_TAG.sub(toned, xml)


def _grey_drawing(drawing: re.Match[str]) -> str:
    painted = _PAINT.sub(lambda paint: _DIGITS.sub(lambda one: _grey_of(one[0]), paint[0]), drawing[0])
    return _LETTERS.sub(lambda found: f"{found[1]}{_SERIF}{found[2]}", painted)


def contrast(colour: str) -> float:
    """Measure the contrast of a colour against white, from 1 to 21 (WCAG 2.2).

    Args:
        colour: six hexadecimal digits after `#`.
    """
    return 1.05 / (_luminance(colour) + 0.05)


def _luminance(colour: str) -> float:
    """Measure how light a colour is, from 0 to 1 (WCAG 2.2, relative luminance)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]  # noqa: PLR2004 - sRGB
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _grey_of(colour: str) -> str:
    """Give the grey that is as light as a colour, and so has the same contrasts; black for headings and letters."""
    if colour.lower() in {COLOUR, INK}:
        return BLACK
    light = _luminance(colour)
    channel = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055  # noqa: PLR2004 - sRGB
    return "#" + f"{round(255 * channel):02x}" * 3
