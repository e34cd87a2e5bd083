"""Whether words for when something is done say themselves how often, so that it is not said twice."""

from __future__ import annotations

import re

_SAYING = {
    "weekly": r"varje vecka|veckovis|veckovisa|per vecka|i veckan|each week|every week|weekly|per week",
    "monthly": r"varje månad|månadsvis|månatligen|per månad|i månaden|each month|every month|monthly|per month",
    "quarterly": r"varje kvartal|kvartalsvis|per kvartal|each quarter|every quarter|quarterly|per quarter",
    "tertial": r"varje tertial|tertialvis|per tertial|every four months",
    "half-yearly": r"varje halvår|halvårsvis|per halvår|two times a year|twice a year|half-yearly",
    "yearly": r"varje år|årligen|per år|om året|each year|every year|yearly|annually|per year|a year",
    "every-2-weeks": r"varannan vecka|every two weeks|every second week",
    "every-2-months": r"varannan månad|every two months|every second month",
    "every-2-years": r"vartannat år|every two years|every second year",
    "every-3-years": r"vart tredje år|every three years|every third year",
    "every-4-years": r"vart fjärde år|every four years|every fourth year",
    "per-school-term": r"varje termin|per termin|terminsvis|each school term|every school term",
}
"""By the cadence as files write it: how words say the same."""


def says_rhythm(words: str, cadence: str) -> bool:
    """Tell whether words say how often, just as a cadence does.

    Args:
        words: when something is done: ”i november varje år”.
        cadence: how often it is done, as in the file; one that says ”at least” is never said by the words alone.
    """
    pattern = _SAYING.get(cadence)
    return pattern is not None and re.search(rf"\b(?:{pattern})\b", words, re.IGNORECASE) is not None
