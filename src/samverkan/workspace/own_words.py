"""What an agreement says in running text and under headings of its own, so that no rule says that it does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.model.texts import without_marks

if TYPE_CHECKING:
    from samverkan.workspace.document import Document

_RUNNING = frozenset(
    {"introduction", "background", "needs_analysis", "working_model", "sections", "parts", "focus_areas"}
)

CAUSES = re.compile(r"\borsak|bakomliggande|\bcauses?\b", re.IGNORECASE)
FOLLOW_UP = re.compile(
    r"följ(?:s|a|er)? upp|uppfölj|utvärder|återkoppl|follow(?:ed)? up|follow-up|evaluat", re.IGNORECASE
)
DOCUMENTATION = re.compile(r"dokumenter|dokumentation|minnesanteckning|protokollför|\bdocumented\b", re.IGNORECASE)
GOALS = re.compile(r"\bmål(?:et|en|sättning\w*)?\b|\bgoals?\b", re.IGNORECASE)
PURPOSES = re.compile(r"\bsyfte[nt]?\b|\bsyftena\b|\bsyftar till\b|\bpurposes?\b|\baims? to\b", re.IGNORECASE)
AREAS = re.compile(
    r"fokusområde|insatsområde|samverkansområde|prioriterade (?:områden|frågor)|inom följande|\bområdena\b"
    r"|focus areas?",
    re.IGNORECASE,
)
COUNCIL = re.compile(
    r"trygghetsråd|lokala (?:brå\b|brottsförebyggande råd)|(?:kommunens|kommunalt) (?:brå\b|brottsförebyggande råd)"
    r"|(?:genom|i|inom|via|för|vårt|ett) brå\b(?!:s)|brå-(?:grupp|möte|råd)"
    r"|strategisk(?:a|t)? (?:råd|forum|grupp|nivå)|styrgrupp|ledningsgrupp|crime prevention council",
    re.IGNORECASE,
)
COORDINATION = re.compile(
    r"samordningsfunktion|samordnande funktion|brottsförebyggande samordning|brottsförebyggare"
    r"|(?:trygghets|säkerhets|brottsförebyggande |kommunens |kommunal |lokal |en )samordnare"
    r"|coordinator|coordination function",
    re.IGNORECASE,
)


COORDINATES = re.compile(r"\bsamordna(?:r|s|re|ren)?\b|\bsammankallande\b|\bcoordinates?\b", re.IGNORECASE)
OFTEN = re.compile(
    r"årlig|årsvis|(?:varje|per|om) (?:år|halvår|kvartal|tertial|månad|vecka|termin|höst|vår)|halvår|kvartal|tertial"
    r"|månads?vis|månatlig|(?:vart?|vart) ?(?:annat|tredje|fjärde) år|(?:en|två|tre|fyra) gång(?:er)?"
    r"|\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b"
    r"|\b(?:hösten|våren|sommaren|årsskiftet|mandatperiod\w*)\b|annual|yearly|quarterly|monthly|(?:every|each) \w+"
    r"|once a|twice a",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\bgäller (?:till|tills|t\.?o\.?m\.?|i|under|för|från|fram)\b|giltighet|giltig |avtalstid|avtalsperiod|tillsvidare"
    r"|tills vidare|\blöper\b|upphör|valid (?:until|for|from)|until further notice",
    re.IGNORECASE,
)
REVISED = re.compile(
    r"ses över|se över|översyn|revider|ompröv|omförhandl|aktualiser|uppdater|revis(?:ed|ion)|reviewed", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+|\n+")


def mentions(document: Document, *words: re.Pattern[str]) -> bool:
    """Tell whether a sentence anywhere in a document, in running text or not, holds all that some patterns look for.

    Args:
        document: the document.
        words: the patterns, of those above.
    """
    said = (part for written in document.texts for part in _SENTENCE_END.split(without_marks(written.text)))
    return any(all(pattern.search(sentence) for pattern in words) for sentence in said)


def says(document: Document, words: re.Pattern[str]) -> bool:
    """Tell whether an agreement says something in running text, or under a heading of its own.

    Args:
        document: the agreement.
        words: one of the patterns above.
    """
    running = (written for written in document.texts if written.path[0] in _RUNNING)
    return any(words.search(without_marks(written.text)) for written in running)
