"""Making text from documents safe for the place it goes to: a terminal, CSV or Markdown.

Calendars, web pages and JSON are written by libraries that escape every text by themselves.
"""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls (also what starts a terminal's commands), surrogates, and marks that turn the reading direction.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")

# Blank to the eye though Unicode does not call them spaces: Hangul fillers and the braille blank.
_BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800"


def code_point(character: str) -> str:
    """Name a character by its number, as `U+001B`."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """Write control characters, direction marks and surrogates as `<U+001B>` so that none reaches a terminal."""
    return _UNSAFE.sub(lambda match: f"<{code_point(match.group())}>", text)


def is_blank(text: str) -> bool:
    """Tell whether a text shows nothing: only spaces of any kind and invisible format characters."""
    return all(c in _BLANK_LETTERS or c.isspace() or unicodedata.category(c) in {"Cf", "Zs", "Cc"} for c in text)


def markdown_literal(text: str) -> str:
    """Write a text so that Markdown shows it letter for letter, on one line."""
    escaped = "".join(f"\\{c}" if c in r"\`*_{}[]<>#+|~&^!" else c for c in visible(" ".join(text.split())))
    return re.sub(r"^(\d+)([.)])|^([-=])", lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)


def safe_cell(text: str) -> str:
    """Write a text for a cell of CSV so that no spreadsheet takes it for a formula: an apostrophe before it.

    Numbers stay numbers, also those below zero.
    """
    if text.removeprefix("-").isdigit():
        return text
    return f"'{text}" if text.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else text
