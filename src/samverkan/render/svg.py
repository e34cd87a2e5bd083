"""What a logo in SVG may hold: an allow-list of elements, attributes and styles, and not too much of them."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING
from xml.parsers import expat

from samverkan.render.raster import size_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SVG = "http://www.w3.org/2000/svg"
_LINKS = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_INERT = frozenset(
    {
        "http://www.inkscape.org/namespaces/inkscape",
        "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://creativecommons.org/ns#",
        "http://web.resource.org/cc/",
        "http://purl.org/dc/elements/1.1/",
        "http://www.serif.com/",
        "http://www.bohemiancoding.com/sketch/ns",
        "http://www.figma.com/figma/ns",
        "http://xml.openoffice.org/svg/export",
    }
)
"""What drawing programs note for themselves; nothing else reads it."""
_ELEMENTS_NAMES = """
svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath
linearGradient radialGradient stop clipPath mask pattern marker image style switch view
"""
_ELEMENTS = frozenset(_ELEMENTS_NAMES.split())
_ATTRIBUTES_NAMES = """
alignment-baseline baseProfile baseline-shift class clip clip-path clip-rule clipPathUnits color
color-interpolation color-rendering cursor cx cy d direction display dominant-baseline dx dy enable-background
fill fill-opacity fill-rule font-family font-size font-stretch font-style font-variant font-weight fr fx fy
gradientTransform gradientUnits height href id image-rendering isolation lengthAdjust letter-spacing marker-end
marker-mid marker-start markerHeight markerUnits markerWidth mask mask-type maskContentUnits maskUnits
mix-blend-mode name method offset opacity orient overflow paint-order pathLength patternContentUnits
patternTransform patternUnits points preserveAspectRatio r refX refY requiredFeatures role rotate rx ry
shape-rendering spacing spreadMethod startOffset stop-color stop-opacity stroke stroke-dasharray
stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style
systemLanguage text-anchor text-decoration text-rendering textLength transform transform-origin type
unicode-bidi vector-effect version viewBox visibility width word-spacing writing-mode x x1 x2 y y1 y2 zoomAndPan
"""
_ATTRIBUTES = frozenset(_ATTRIBUTES_NAMES.split())
_FREE = ("data-", "aria-")
_FUNCTIONS_NAMES = """
url rgb rgba hsl hsla matrix translate translatex translatey scale scalex scaley rotate skewx skewy calc
"""
_FUNCTIONS = frozenset(_FUNCTIONS_NAMES.split())
_NO_NAME = re.compile(r"[^\w-]")
_URL = re.compile(r"url\(", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|jpe?g);base64,([A-Za-z0-9+/=\s]*)")
_SELECTOR = re.compile(r"[.#]?[\w-]+")
_NUMBER = re.compile(r"[-+]?[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?")
_MOST_SIZE = 100_000.0
_DEEPEST = 64
_MOST_DRAWN = 100_000
_MOST_IN_STYLES = 1_000


class SvgFault(Enum):
    """Why a file cannot be shown as SVG."""

    NO_SVG = auto()
    UNSAFE = auto()
    TOO_MUCH = auto()


class _FaultError(Exception):
    def __init__(self, fault: SvgFault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(eq=False)
class _Element:
    """An element, what stands in it, and what it draws beside that by its references."""

    name: str
    id: str
    classes: tuple[str, ...]
    inner: list[_Element] = field(default_factory=list)
    references: list[str] = field(default_factory=list)


def fault_of_svg(data: bytes) -> SvgFault | None:
    """Tell why a file cannot be shown as SVG; None where it can.

    Args:
        data: the file's bytes; UTF-8, for not all programs that show it can read anything else.
    """
    reading = _Reading()
    try:
        data.decode()
        reading.parser.Parse(data, True)  # noqa: FBT003 - takes no names
        reading.finish()
    except _FaultError as error:
        return error.fault
    except (expat.ExpatError, ValueError, LookupError):
        return SvgFault.UNSAFE if reading.roots else SvgFault.NO_SVG
    return None


class _Reading:
    """Reads an SVG file, element after element."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate("UTF-8", namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.roots: list[_Element] = []  # one, once it has begun
        self._open: list[_Element] = []
        self._ids: dict[str, _Element] = {}
        self._styles: list[str] = []
        self._by_style: dict[str, list[str]] = {}

    def finish(self) -> None:
        """Judge what only the whole can tell: the rules of style, and how much the references draw."""
        self._read_rules(_without_comments("".join(self._styles)))
        _Drawing(self._ids, self._by_style).require_little(self.roots[0])  # the parser takes no file without one

    def _doctype(self, name: str, *_: object) -> None:
        raise _FaultError(SvgFault.UNSAFE if name == "svg" else SvgFault.NO_SVG)

    def _instruction(self, name: str, _: str) -> None:
        if name.casefold() == "xml-stylesheet":
            raise _FaultError(SvgFault.UNSAFE)

    def _start(self, written: str, attributes: Mapping[str, str]) -> None:
        place, _, name = written.rpartition(" ")
        if not self.roots and (name != "svg" or place not in {_SVG, ""}):
            raise _FaultError(SvgFault.NO_SVG)
        if len(self._open) >= _DEEPEST:
            raise _FaultError(SvgFault.TOO_MUCH)
        if place not in _INERT and (place not in {_SVG, ""} or name not in _ELEMENTS):
            raise _FaultError(SvgFault.UNSAFE)
        element = _Element(name, attributes.get("id", ""), tuple(attributes.get("class", "").split()))
        for key, value in attributes.items():
            element.references += _references(element.name, key, value)
        if not self._open:
            _require_size(attributes)
            self.roots.append(element)
        else:
            self._open[-1].inner.append(element)
        self._ids.setdefault(element.id, element)
        self._open.append(element)

    def _end(self, _: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        if self._open[-1].name == "style":
            self._styles.append(text)

    def _read_rules(self, sheet: str) -> None:
        """Note what each rule of a style sheet refers to, by the selector that it stands under."""
        _require_plain(sheet)
        for rule in sheet.split("}"):
            selectors, _, styles = rule.partition("{")
            if not (found := _ids_in(styles)):
                continue
            for selector in map(str.strip, selectors.split(",")):
                if _SELECTOR.fullmatch(selector) is None:
                    raise _FaultError(SvgFault.UNSAFE)
                self._by_style.setdefault(selector, []).extend(found)
        if sum(map(len, self._by_style.values())) > _MOST_IN_STYLES:
            raise _FaultError(SvgFault.TOO_MUCH)


def _without_comments(sheet: str) -> str:
    first, *others = sheet.split("/*")
    parts = [comment.partition("*/") for comment in others]
    if not all(end for _, end, _ in parts):
        raise _FaultError(SvgFault.UNSAFE)
    return " ".join([first, *(after for _, _, after in parts)])


def _references(element: str, key: str, value: str) -> list[str]:
    """Give the ids that an attribute refers to; refuse one that is not known to be harmless."""
    place, _, name = key.rpartition(" ")
    if place in _INERT or (place == _XML and name in {"space", "lang", "id"}):
        return []
    if place == _LINKS and name != "href":
        return []
    if place not in {"", _LINKS} or not (name in _ATTRIBUTES or name.startswith(_FREE)):
        raise _FaultError(SvgFault.UNSAFE)
    if name == "href":
        return _linked(element, value.strip())
    if name in {"id", "d", "points"} or name.startswith(_FREE):
        return []
    _require_plain(value)
    return _ids_in(value)


def _linked(element: str, value: str) -> list[str]:
    if value.startswith("#"):
        return [value[1:]]
    picture = _PICTURE.fullmatch(value) if element == "image" else None
    size = size_of(b64decode(picture[1])) if picture else None
    if size is None:
        raise _FaultError(SvgFault.UNSAFE)
    if not size.fits:
        raise _FaultError(SvgFault.TOO_MUCH)
    return []


def _require_plain(style: str) -> None:
    """Refuse what could fetch something, or hide that it does."""
    *calls, _ = style.split("(")
    functions = {_NO_NAME.split(call.rstrip())[-1].casefold() for call in calls}
    if "\\" in style or "@" in style or not functions <= _FUNCTIONS:
        raise _FaultError(SvgFault.UNSAFE)


def _ids_in(style: str) -> list[str]:
    _, *found = _URL.split(style)
    targets = [target.partition(")")[0].strip(" \t\r\n\"'") for target in found]
    if not all(target.startswith("#") for target in targets):
        raise _FaultError(SvgFault.UNSAFE)
    return [target[1:] for target in targets]


def _require_size(attributes: Mapping[str, str]) -> None:
    """Refuse a picture that would be larger than any paper."""
    for name in ("width", "height", "viewBox"):
        numbers = _NUMBER.findall(attributes.get(name, ""))
        if any(abs(float(number)) > _MOST_SIZE for number in numbers):
            raise _FaultError(SvgFault.TOO_MUCH)


class _Drawing:
    """Counts what is drawn: an element that refers to another draws all of that once more."""

    def __init__(self, ids: Mapping[str, _Element], by_style: Mapping[str, list[str]]) -> None:
        self._ids = ids
        self._by_style = by_style
        self._counts: dict[_Element, int] = {}
        self._begun: set[_Element] = set()

    def require_little(self, root: _Element) -> None:
        """Refuse a picture that draws too much, or refers to itself."""
        waiting = [root]
        while waiting:
            element = waiting[-1]
            if element in self._counts:
                waiting.pop()
                continue
            parts = [part for part in self._parts(element) if part not in self._counts]
            if not parts:
                self._counts[element] = 1 + sum(self._counts[part] for part in self._parts(element))
            elif element in self._begun:
                raise _FaultError(SvgFault.TOO_MUCH)  # it stands among its own parts
            else:
                self._begun.add(element)
                waiting += parts
            if self._counts.get(element, 0) > _MOST_DRAWN:
                raise _FaultError(SvgFault.TOO_MUCH)

    def _parts(self, element: _Element) -> Iterable[_Element]:
        styles = (element.name, f"#{element.id}", *(f".{name}" for name in element.classes))
        by_style = (name for style in styles for name in self._by_style.get(style, ()))
        found = (self._ids.get(name) for name in (*element.references, *by_style))
        return [*element.inner, *(part for part in found if part is not None)]
