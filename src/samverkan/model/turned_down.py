"""What a decision says in words of its own: that nothing was adopted by it, only some, or what else it did."""

from __future__ import annotations

import re
from functools import lru_cache

from samverkan.model.choices import DecisionType

_TURNED_DOWN = re.compile(
    r"\b(?:bordl(?:ad|agd|agt|ägg|a\b|as\b)|återremi(?:ss|tt)|avsl(?:og|å|ag)|avstyrk|uppsk(?:öt|jut)|sköts? upp\b)"
    r"|\bbeslut\w* (?:saknas|(?:har )?(?:ej|inte) (?:ännu )?(?:hitta|fatta|funn|tagi|känt))"
    r"|\b(?:ej|inte|inget) (?:ännu )?(?:beslut|antag|fastställ|godkän)|\binget \w+ beslut\b"
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
_EXTENDED = re.compile(r"\bförläng(?:d|de|des|er|s|t|ning\w*)\b|\bextended\b|\bextension\b", re.IGNORECASE)
_REVISED = re.compile(
    r"\brevider(?:a|ad|ade|ades|as|at|ats|ing\w*)\b|\bändra(?:de|des|s|t|d)\b|\bändringar\b|\brevised\b|\bamended\b",
    re.IGNORECASE,
)
_PARTIAL = re.compile(
    r"\bmen (?:inte|ej)\b|\bdelvis\b|\bmed undantag\b|\bbut not\b|\bexcept\b|\bpartly\b", re.IGNORECASE
)
_TELLS = re.compile(
    r"§|\b(?:19|20)[0-9]{2}\b|\b(?:beslut(?:a|ad|ade|ades|at|ats)|fatta(?:de|des|ts?)|krävs|behövs|antog|antogs|godkändes?"
    r"|antagen|antaget|antagits|godkän[dt]|fastställ[dt]|fastställdes?|noterade|saknas|decided|adopted|approved|required)\b",
    re.IGNORECASE,
)


def tells_a_decision(body: str) -> bool:
    """Tell whether what stands for who decided tells the decision instead: ”Kommunstyrelsen 2021-04-20 § 11”."""
    return _TELLS.search(body) is not None


def type_said(text: str) -> DecisionType | None:
    """Give what a decision says that it does with a document that there is: extends or revises it; else None."""
    if _ADOPTED.search(text):
        return None
    if _EXTENDED.search(text):
        return DecisionType.EXTENDED
    return DecisionType.REVISED if _REVISED.search(text) else None


def is_partial(text: str) -> bool:
    """Tell whether the words of a decision say that only some of the document was decided."""
    return _PARTIAL.search(text) is not None


@lru_cache(maxsize=256)
def is_turned_down(text: str) -> bool:
    """Tell whether the words of a decision say that it was put off, sent back, turned down or not made at all.

    Args:
        text: the words: ”Ärendet bordlades.”, but not ”Planen antogs; yrkandet om återremiss avslogs.”.
    """
    return bool(_TURNED_DOWN.search(text)) and not _ADOPTED.search(text)
