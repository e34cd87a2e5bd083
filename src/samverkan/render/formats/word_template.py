"""The organisation's own Word template: the formats that it lacks are taken from the built-in one."""

from __future__ import annotations

import io
import re
import zipfile
from functools import lru_cache
from typing import TYPE_CHECKING

from samverkan.render.look import WORD_REFERENCE
from samverkan.render.office_template import END_OF_WORD_STYLES, WORD_STYLES
from samverkan.resources import content

if TYPE_CHECKING:
    from samverkan.render.tones import Tones

_START, _STYLE_END = "<w:style ", "</w:style>"
_KEY = re.compile(r'\bw:styleId="([^"]*)"')
_NAME = re.compile(r'<w:name w:val="([^"]*)"')
_REFERENCE = re.compile(r'(<w:(?:basedOn|next|link) w:val=")([^"]*)"')
_FONTS = re.compile(r"<w:rFonts\b[^<>]*/>")


def lacking(template: bytes) -> list[str]:
    """Name the formats that documents use and a Word template lacks, in the order of the built-in one.

    Args:
        template: a file that can be read as a Word file.
    """
    theirs = {name.casefold() for name, _, _ in _styles(_part(template))}
    return [name for name, _, _ in _styles(_part(_built_in())) if name.casefold() not in theirs]


@lru_cache(maxsize=2)
def completed(theirs: bytes, tones: Tones) -> bytes:
    """Add to a Word template the formats that it lacks, in its own fonts; the whole file comes back.

    Args:
        theirs: the template's bytes.
        tones: the colours of what is added.
    """
    written, ours = _part(theirs), tones.in_word(_part(_built_in()))
    known = {name.casefold(): key for name, key, _ in _styles(written)}
    taken, built_in = set(known.values()), list(_styles(ours))
    # Where the template has a format of that name its id counts: Rubrik1 for Heading1.
    ids = {key: known.get(name.casefold(), f"{key}Samverkan" if key in taken else key) for name, key, _ in built_in}
    added = [_fitted(key, style, ids) for name, key, style in built_in if name.casefold() not in known]
    return _with_part(theirs, written.replace(END_OF_WORD_STYLES, "".join(added) + END_OF_WORD_STYLES))


def _fitted(key: str, style: str, ids: dict[str, str]) -> str:
    """Let a format lead to the template's own ones, and leave the choice of font to it."""
    style = style.replace(f'w:styleId="{key}"', f'w:styleId="{ids[key]}"', 1)
    return _FONTS.sub("", _REFERENCE.sub(lambda found: f'{found[1]}{ids.get(found[2], found[2])}"', style))


def _styles(written: str) -> list[tuple[str, str, str]]:
    """Find the name, the id and the XML of each format."""
    found = []
    for part in written.split(_START)[1:]:
        inside, end, _ = part.partition(_STYLE_END)
        style = f"{_START}{inside}{end}"
        key, name = _KEY.search(style, 0, style.find(">")), _NAME.search(style)
        if end and key and name:
            found.append((name[1], key[1], style))
    return found


def _built_in() -> bytes:
    return content("templates", WORD_REFERENCE)


def _part(packed: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(packed)) as parts:
        return parts.read(WORD_STYLES).decode("utf-8", "replace")


def _with_part(packed: bytes, written: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part, written.encode() if part.filename == WORD_STYLES else old.read(part))
    return buffer.getvalue()
