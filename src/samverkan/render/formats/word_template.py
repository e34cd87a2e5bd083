"""The organisation's own Word template: the formats that it lacks are taken from the built-in one."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from samverkan.render.look import WORD_REFERENCE
from samverkan.render.office_template import END_OF_WORD_STYLES, WORD_STYLES
from samverkan.resources import content

if TYPE_CHECKING:
    from samverkan.render.tones import Tones

_START, _STYLE_END = "<w:style ", "</w:style>"
_BASE = re.compile(r"<w:basedOn\b[^<>]*/>")
_KEY = re.compile(r'\bw:styleId="([^"]*)"')
_NAME = re.compile(r'<w:name w:val="([^"]*)"')
_REFERENCE = re.compile(r'(<w:(?:basedOn|next|link) w:val=")([^"]*)"')
_DOCUMENT, _LINKS = "word/document.xml", "word/_rels/document.xml.rels"
_HEAD_OR_FOOT = re.compile(rb'<w:(?:header|footer)Reference\b[^<>]*\br:id="([^"]*)"')
_LINK, _ID, _TARGET = (
    re.compile(rb"<Relationship\b[^<>]*>"),
    re.compile(rb'\bId="([^"]*)"'),
    re.compile(rb'\bTarget="([^"]*)"'),
)
_PAGE_NUMBER = re.compile(rb'(?:<w:instrText\b[^<>]*>|w:instr=")\s*PAGE\b|<w:pgNum\b')
_RUNNING_TEXT = {
    "Body Text": "Normal",
    "First Paragraph": "Body Text",
    "Compact": "Body Text",
    "Lead": "Body Text",
    "Goal": "Body Text",
    "Clause": "Body Text",
    "Clause More": "Body Text",
    "Definition": "Body Text",
    "Signature Text": "Normal",
    "Signature Name": "Normal",
}
"""What is set as the template's own text is, wherever it lacks them, and the format that each is then made from."""
_PLAIN = {"Body Text", "First Paragraph"}
_SHAPE = re.compile(r"<w:([pr]Pr)>.*?</w:\1>", re.DOTALL)
_LETTERS = re.compile(r"<w:(?:sz|szCs|color|jc)\b[^<>]*/>|(?<=\d\") w:line=\"[0-9]+\" w:lineRule=\"auto\"")
_FONTS = re.compile(r"<w:rFonts\b[^<>]*/>")


def lacking(template: bytes) -> list[str]:
    """Name the formats that documents use and a Word template lacks, in the order of the built-in one.

    Args:
        template: a file that can be read as a Word file.
    """
    theirs = {name.casefold() for name, _, _ in _styles(_part(template))}
    return [name for name, _, _ in _styles(_part(_built_in())) if name.casefold() not in theirs]


def has_page_numbers(template: bytes) -> bool:
    """Tell whether some head or foot of a Word template counts the pages.

    Args:
        template: a file that can be read as a Word file.
    """
    with zipfile.ZipFile(io.BytesIO(template)) as parts:
        names = set(parts.namelist())
        used = set(_HEAD_OR_FOOT.findall(parts.read(_DOCUMENT)))
        links = _LINK.findall(parts.read(_LINKS)) if _LINKS in names else []
        found = [(_ID.search(link), _TARGET.search(link)) for link in links]
        places = {f"word/{target[1].decode()}" for own, target in found if own and target and own[1] in used}
        texts = [parts.read(name) for name in places & names]
    return any(_PAGE_NUMBER.search(text) for text in texts)


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
    added = [_fitted(name, key, style, ids) for name, key, style in built_in if name.casefold() not in known]
    return _with_part(theirs, written.replace(END_OF_WORD_STYLES, "".join(added) + END_OF_WORD_STYLES))


def _fitted(name: str, key: str, style: str, ids: dict[str, str]) -> str:
    """Let a format lead to the template's own ones and leave fonts to it, and of running text all letters."""
    if name in _RUNNING_TEXT:
        style = (_SHAPE if name in _PLAIN else _LETTERS).sub("", style)
        style = _BASE.sub(f'<w:basedOn w:val="{_key(_RUNNING_TEXT[name])}"/>', style)
    style = style.replace(f'w:styleId="{key}"', f'w:styleId="{ids[key]}"', 1)
    return _FONTS.sub("", _REFERENCE.sub(lambda found: f'{found[1]}{ids.get(found[2], found[2])}"', style))


@cache
def _key(name: str) -> str:
    return next(key for own, key, _ in _styles(_part(_built_in())) if own == name)


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
