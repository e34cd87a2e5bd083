"""How often something is done, as sentences say it: ”varje månad”, ”minst en gång per år”."""

from __future__ import annotations

import re

_CADENCES: tuple[tuple[str, str], ...] = (
    (
        "half-yearly",
        (
            r"(?:två|2) gånger (?:per|om|varje) år(?:et)?|halvårsvis|varje halvår|en gång (?:per|i)"
            r" halvår\w{0,24}|var sjätte månad"
        ),
    ),
    ("tertial", r"tertialvis|varje tertial|(?:tre|3) gånger (?:per|om|varje) år(?:et)?|en gång per tertial"),
    (
        "quarterly",
        (
            r"kvartalsvis|varje kvartal|(?:fyra|4) gånger (?:per|om|varje) år(?:et)?|en gång (?:per|i)"
            r" kvartal\w{0,24}|var tredje månad"
        ),
    ),
    ("every-2-months", r"varannan månad|(?:sex|6) gånger (?:per|om|varje) år(?:et)?"),
    ("every-2-weeks", r"varannan vecka"),
    ("weekly", r"varje vecka|veckovis|en gång (?:i veckan|per vecka|varje vecka)"),
    ("monthly", r"varje månad|månadsvis|månatligen|en gång (?:i månaden|per månad|varje månad)"),
    ("every-2-years", r"vartannat år"),
    ("every-3-years", r"vart tredje år"),
    ("every-4-years", r"vart fjärde år"),
    ("per-school-term", r"varje termin|en gång per termin|terminsvis"),
    ("per-mandate", r"varje mandatperiod|en gång per mandatperiod"),
    (
        "yearly",
        (
            r"årligen|varje år|årsvis|årlig[ta]?|en gång (?:per|om|varje) år(?:et)?"
            r"|1 gång (?:per|om|varje) år(?:et)?|per år|en årlig"
        ),
    ),
    ("", r"varje (?:vår|sommar|höst|vinter)"),
    ("continuously", r"löpande|kontinuerligt|fortlöpande"),
    ("regularly", r"regelbundet|regelbundna"),
)
"""The words for each; what is said more exactly stands first. The seasons have no word of our own."""


_KNOWN_CADENCES = tuple(
    (name, re.compile(rf"(?<![\w-])(?:(minst|åtminstone|lägst) )?(?:{form})(?![\w-])", re.IGNORECASE))
    for name, form in _CADENCES
)
_COUNTED = re.compile(
    r"\b(?:[0-9]{1,4}|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv) (?!gånger\b)[\w-]{2,40}(?: [\w-]{2,40})?"
    r" per (?:år|halvår|kvartal|månad|vecka|termin)\b",
    re.IGNORECASE,
)
"""So many of something within a time, which tells how much and not how often: ”fyra vandringar per år”."""
_WITHOUT_LEAST = frozenset({"", "continuously", "regularly", "per-mandate"})


def cadence_in(text: str) -> str:
    """Read how often something is done; empty where it is not said, or more than one time is."""
    found: dict[str, None] = {}
    rest = _COUNTED.sub("", text)
    for name, form in _KNOWN_CADENCES:
        for match in form.finditer(rest):
            is_least = bool(match[1]) and name not in _WITHOUT_LEAST
            found[f"at-least-{name}" if is_least else name] = None
        rest = form.sub("", rest)
    return next(iter(found)) if len(found) == 1 else ""


def cadence_alone(text: str) -> str:
    """Read how often something is done, where the words say that and nothing else."""
    plain = text.strip(" .,")
    return cadence_in(plain) if any(form.fullmatch(plain) for _, form in _KNOWN_CADENCES) else ""


_FOLLOWS = re.compile(
    r"\bfölj\w{0,3}(?: [\w-]{1,30}){0,3} upp\b|\buppfölj\w{2,9}|\butvärder\w{1,7}|\brevider\w{1,7}|\bstäms? av\b"
    r"|\b(?:går?s? |gå )igenom\b|\bser?s? över\b|\buppdateras?\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",| (?:som|där|genom|utifrån|baserat|enligt|och|samt|för att) ")


def cadence_followed(text: str) -> str:
    """Read how often something is followed up, where the main clause says that: ”Löftet följs upp varje halvår.”.

    Empty where it is not said, or another time is said too.
    """
    clause = _ASIDE.split(text, maxsplit=1)[0]
    found = cadence_in(text)
    return found if found and found == cadence_in(clause) and _FOLLOWS.search(clause) else ""
