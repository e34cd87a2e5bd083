"""Making text from documents safe for the place it goes to: a terminal, CSV or Markdown.

Calendars, web pages and JSON are written by libraries that escape every text by themselves.
"""

from __future__ import annotations

import re
import unicodedata

from samverkan.personal import hidden

# C0 and C1 controls (also what starts a terminal's commands), surrogates, marks that turn the reading direction, and
# what XML has no room for.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")

_SHOWN = re.compile("<U\\+([0-9A-F]{4})>")

_COMMAND = re.compile(r"^((?:[^\S\n]|\x1b\[[0-9;]*m)*)::", re.MULTILINE)

# Where a cell of CSV may begin, with what spreadsheets skip, and the signs that begin a formula, also the wide ones.
_FORMULA = re.compile("((?:^|[;,|])[\\s\"']*)(?=[-=+@\uff0d\uff1d\uff0b\uff20])")

# Where a line of Markdown would begin a list or underline a heading: before the sign that makes it one.
_BEGINS_BLOCK = re.compile(r"\A(?:\d+(?=[.)])|(?=[-=]))")

# Blank to the eye though Unicode does not call them spaces: Hangul fillers and the braille blank.
_BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800"
_SHOW_NOTHING = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
_PLAIN = re.compile("[0-9A-Za-z]")


def code_point(character: str) -> str:
    """Name a character by its number, as `U+001B`."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """Write control characters, direction marks and surrogates as `<U+001B>` so that none reaches a terminal."""
    return _UNSAFE.sub(lambda match: f"<{code_point(match.group())}>", text)


def as_named(shown: str) -> bytes:
    """Give the bytes of a name that `visible` has written, for an address, which writes them in a way of its own."""
    return _SHOWN.sub(_named, shown).encode("utf-8", "surrogateescape")


def _named(shown: re.Match[str]) -> str:
    character = chr(int(shown[1], 16))
    is_no_byte = "\ud800" <= character <= "\udfff" and not "\udc80" <= character <= "\udcff"
    return shown[0] if is_no_byte or not _UNSAFE.match(character) else character


def printable(text: str) -> str:
    """Write a text as a terminal or a log may show it: what is not seen is named, and identity numbers are hidden.

    Those who run programs for others read commands out of what is printed; GitHub does wherever `##[` stands.
    """
    return visible(hidden(text)).replace("##[", f"#<{code_point('#')}>[")


def without_commands(text: str) -> str:
    """Write printed lines so that none begins as a command to GitHub does: with `::`, after spaces and colours."""
    return _COMMAND.sub(rf"\1<{code_point(':')}>:", text)


def is_blank(text: str) -> bool:
    """Tell whether a text shows nothing: only spaces of any kind and invisible format characters."""
    if _PLAIN.match(text):  # as most begin
        return False
    return all(c in _BLANK_LETTERS or unicodedata.category(c) in _SHOW_NOTHING for c in text)


def markdown_literal(text: str) -> str:
    """Write a text so that Markdown shows it letter for letter, on one line."""
    escaped = "".join(f"\\{c}" if c in r"\`*_{}[]<>#+|~&^!" else c for c in visible(hidden(" ".join(text.split()))))
    return _BEGINS_BLOCK.sub(r"\g<0>\\", escaped)


def safe_cell(text: str) -> str:
    """Write a text for a cell of CSV so that no spreadsheet takes it for a formula: an apostrophe before it.

    A table that is opened with the wrong separator has cells that begin in the midst of ours, so what would be a
    formula there is marked too; and a cell is one line, for others would begin cells of their own.

    Numbers stay numbers, also those below zero.
    """
    line = printable(" ".join(text.split()))
    if line.removeprefix("-").isdigit():
        return line
    return _FORMULA.sub(r"\1'", line)
