"""Writing a text so that YAML reads it as that text."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[^\W\d_][\w./#-]*(?: [\w./#-]+)*|[0-9]{4}(?:-[0-9]{2}){0,2}|-?[0-9]+(?:\.[0-9]+)?|P[0-9]+[DWMY]")
_WORDS_OF_YAML = frozenset({"null", "~", "yes", "no", "on", "off", "y", "n"})


def quoted(text: str) -> str:
    """Write a text on one line in the quotes that change the least of it."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def scalar(text: str) -> str:
    """Write a text on one line, in quotes only where it needs them."""
    is_plain = _PLAIN.fullmatch(text) and " #" not in text and text.casefold() not in _WORDS_OF_YAML
    return text if is_plain else quoted(text)
