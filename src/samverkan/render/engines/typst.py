"""Words on their way to Typst: every one arrives as it was written."""

from __future__ import annotations

import re
from typing import Any

# Signs that Typst, or pandoc on the way to it, may read as something else or write in another way: quotes, dashes, dots
# in a row, what begins a heading or a list, addresses. Most words of prose have none of them.
_NOT_PLAIN = re.compile(r"[^\w.,:;!?()%§/&+-]|_|\.\.|--|-\?|//|/\*|^[-+/=]|^[0-9]+[.)]$")
_LONG = re.compile(r"[^\s\u00ad\u200b]{50,}")
_PIECE = re.compile(r".{10}(?=.)")


def literal_words(node: Any) -> Any:
    """Write words that are not plain as strings of Typst, in a part of pandoc's tree."""
    if isinstance(node, list):
        return [literal_words(part) for part in node]
    if not isinstance(node, dict) or "c" not in node:
        return node
    if node["t"] != "Str":
        return {**node, "c": literal_words(node["c"])}
    word = _LONG.sub(_in_pieces, node["c"])
    if not _NOT_PLAIN.search(word):
        return node
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return {"t": "RawInline", "c": ["typst", f'#"{escaped}";']}


def _in_pieces(long: re.Match[str]) -> str:
    """Let a word that is longer than any line break, with marks that are not seen."""
    return _PIECE.sub(lambda piece: piece[0] + "\u200b", long[0])
