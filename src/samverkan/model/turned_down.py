"""What a decision says in words of its own when nothing was adopted by it."""

from __future__ import annotations

import re

_TURNED_DOWN = re.compile(
    r"\b(?:bordl(?:ad|agd|agt|ägg|a\b|as\b)|återremi(?:ss|tt)|avsl(?:og|å|ag)|avstyrk|uppsk(?:öt|jut)|sköts? upp\b)"
    r"|\b(?:deferred|postponed|adjourned|tabled|referred back|sent back|rejected|turned down|declined)\b",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"\b(?:antogs?|antas?|antagits?|antagen|antaget|fastställ\w*|godkän\w*|biföll|ställde sig bakom)\b"
    r"|\b(?:adopt(?:ed|s)?|approved?|accepted)\b",
    re.IGNORECASE,
)


def is_turned_down(text: str) -> bool:
    """Tell whether the words of a decision say that it was put off, sent back or turned down, and nothing was adopted.

    Args:
        text: the words: ”Ärendet bordlades.”, but not ”Planen antogs; yrkandet om återremiss avslogs.”.
    """
    return bool(_TURNED_DOWN.search(text)) and not _ADOPTED.search(text)
