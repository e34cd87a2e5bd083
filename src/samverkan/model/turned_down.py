"""What a decision says in words of its own when nothing was adopted by it."""

from __future__ import annotations

import re

_TURNED_DOWN = re.compile(
    r"\b(?:bordl(?:ad|agd|agt|ägg|a\b|as\b)|återremi(?:ss|tt)|avsl(?:og|å|ag)|avstyrk|uppsk(?:öt|jut)|sköts? upp\b)"
    r"|\bbeslut\w* (?:saknas|(?:har )?(?:ej|inte) (?:ännu )?(?:hitta|fatta|funn|tagi|känt))"
    r"|\b(?:ej|inte|inget) (?:ännu )?(?:beslut|antag|fastställ|godkän)"
    r"|\b(?:deferred|postponed|adjourned|tabled|referred back|sent back|rejected|turned down|declined)\b"
    r"|\bno decision\b|\bnot (?:been )?(?:adopted|approved|decided)\b",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"(?<!inte )(?<!ej )(?<!ännu )\b(?:antogs?|antas?|antagits?|antagen|antaget|fastställ\w*|godkän\w*)\b"
    r"|\b(?:biföll|ställde sig bakom)\b"
    r"|(?<!not )(?<!been )\b(?:adopt(?:ed|s)?|approved?|accepted)\b",
    re.IGNORECASE,
)


def is_turned_down(text: str) -> bool:
    """Tell whether the words of a decision say that it was put off, sent back, turned down or not made at all.

    Args:
        text: the words: ”Ärendet bordlades.”, but not ”Planen antogs; yrkandet om återremiss avslogs.”.
    """
    return bool(_TURNED_DOWN.search(text)) and not _ADOPTED.search(text)
