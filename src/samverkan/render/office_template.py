"""An organisation's own Word or OpenDocument file: whole, not locked, and no larger than what programs read at once."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD_STYLES, END_OF_WORD_STYLES = "word/styles.xml", "</w:styles>"
_MOST_PARTS = 500
_MOST_OF_XML = 3_000_000
_MOST_IN_ALL = 20_000_000
_DEEPEST = 100
_XML = (".xml", ".rels", ".rdf")
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What a file begins with that is locked with a password, or was saved by Word 2003 or earlier."""
_IS_LOCKED = 0x1
_MACROS = ("vbaproject.bin",)
_SCRIPTS = ("basic/", "scripts/")
"""The folders in which an OpenDocument file keeps its macros."""
_WORD_SETTINGS, _WORD_SETTINGS_LINKS = "/settings.xml", "/_rels/settings.xml.rels"
"""The ends of the names: the texts that Word keeps for its gallery have settings of their own."""
_OTHERS_LINKS = frozenset({"content.xml", "meta.xml"})
"""The parts of an OpenDocument template that no finished document has."""
_OWN_TEMPLATE = re.compile(rb"<\w+:attachedTemplate\b[^<>]*(?:/>|></\w+:attachedTemplate>)")
_FETCHING_FIELDS = re.compile(r"\b(INCLUDE\w*|IMPORT|DDE|DDEAUTO|DATABASE|LINK)\b", re.IGNORECASE)
_AWAY = re.compile(r"\s*([a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)


class OfficeTemplateError(Exception):
    """A file cannot be used; its only argument is the name of the sentence that says why, empty for another kind."""


def require_sound(content: bytes, wanted: Iterable[str]) -> None:
    """Refuse an office file that programs could not read, or not in a moment.

    Args:
        content: the file's bytes.
        wanted: the parts that it must have.

    Raises:
        OfficeTemplateError: it is of another kind, locked, broken, too large, holds macros, or has parts that lie
            elsewhere, which every document made with it would fetch when it is opened.
    """
    if content.startswith(_OLD_OR_LOCKED):
        raise OfficeTemplateError("look-office-locked")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            _require_sound_parts(file, set(wanted))
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, LookupError, ValueError, RuntimeError):
        kind = "look-office-broken" if content.startswith(b"PK") else ""
        raise OfficeTemplateError(kind) from None


def _require_sound_parts(file: zipfile.ZipFile, wanted: set[str]) -> None:
    parts = file.infolist()
    names = {part.filename for part in parts}
    faults = {
        "": not wanted <= names,
        "look-office-locked": any(part.flag_bits & _IS_LOCKED for part in parts),
        "look-office-macros": any(
            name.casefold().endswith(_MACROS) or name.casefold().startswith(_SCRIPTS) for name in names
        ),
        "look-office-heavy": len(parts) > _MOST_PARTS,
        "look-office-broken": len(names) < len(parts),
    }
    for name, is_so in faults.items():
        if is_so:
            raise OfficeTemplateError(name)
    left = _MOST_IN_ALL
    for part in parts:
        left -= len(_sound_part(file, part, left, is_needed=part.filename in wanted))


def _sound_part(file: zipfile.ZipFile, part: zipfile.ZipInfo, left: int, *, is_needed: bool) -> bytes:
    is_xml = part.filename.casefold().endswith(_XML)
    most = min(left, _MOST_OF_XML) if is_xml else left
    with file.open(part) as opened:
        content = opened.read(most + 1)  # what the file says of its size is not believed
    if len(content) > most:
        raise OfficeTemplateError("look-office-heavy")
    if is_xml and (content.strip() or is_needed):
        _require_plain_xml(part.filename, content)
    if part.filename == WORD_STYLES and END_OF_WORD_STYLES.encode() not in content:
        raise OfficeTemplateError("look-office-broken")
    return content


def _require_plain_xml(name: str, content: bytes) -> None:
    reading = _Reading(name)
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
    parser.CharacterDataHandler = reading.text
    parser.EntityDeclHandler = reading.refuse
    try:
        parser.Parse(content, True)  # noqa: FBT003 - takes no names
    except expat.ExpatError:
        raise OfficeTemplateError("look-office-broken") from None
    if _FETCHING_FIELDS.search("".join(reading.fields)):
        raise OfficeTemplateError("look-office-linked")


class _Reading:
    """What is read of a part: how deep it is, where it leads, and what its fields are to do."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.fields: list[str] = []
        self._depth = 0
        self._is_in_field = False

    def start(self, written: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise OfficeTemplateError("look-office-heavy")
        element = written.rpartition(":")[2]
        if _leads_away(self.part, element, attributes):
            raise OfficeTemplateError("look-office-linked")
        self._is_in_field = element == "instrText"
        if element == "fldSimple":
            self.fields += [f" {value} " for key, value in attributes.items() if key.rpartition(":")[2] == "instr"]

    def end(self, _: str) -> None:
        self._depth -= 1
        self._is_in_field = False

    def text(self, text: str) -> None:
        if self._is_in_field:
            self.fields.append(text)

    def refuse(self, *_: object) -> None:
        raise OfficeTemplateError("look-office-broken")


def _leads_away(part: str, element: str, attributes: dict[str, str]) -> bool:
    """Tell whether something is fetched from elsewhere; a link to follow is not, and what Word was told to begin with.

    Word notes in its settings where the template itself lies; that is left out of what is made with it.
    """
    if part.casefold().endswith(".rels"):
        passed = ("/hyperlink", "/attachedTemplate") if part.endswith(_WORD_SETTINGS_LINKS) else ("/hyperlink",)
        is_outside = attributes.get("TargetMode", "").strip().casefold() == "external"
        return is_outside and not attributes.get("Type", "").endswith(passed)
    if part.startswith("word/") or part in _OTHERS_LINKS or element == "a":
        return False
    addresses = [value for key, value in attributes.items() if key.rpartition(":")[2] == "href"]
    return any(_AWAY.match(address) for address in addresses)


def without_own_template(name: str, part: bytes) -> bytes | None:
    """Leave out of a part of a Word file where its template lies; None for a part that tells of nothing else.

    Args:
        name: the part's name.
        part: what it holds.
    """
    if name.endswith(_WORD_SETTINGS_LINKS):
        return None
    return _OWN_TEMPLATE.sub(b"", part) if name.endswith(_WORD_SETTINGS) else part
