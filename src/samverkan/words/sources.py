"""What the rules rest on, named once: who, title and year. Docstrings of rules name a source by its key in braces.

A page of a web site bears the year when it was read, for it may have changed since.
"""

from __future__ import annotations

from samverkan.words.sentence import Text

SOURCES: dict[str, Text] = {
    "act": Text(
        "lagen (2023:196)",
        "Act (2023:196)",
    ),
    "method": Text(
        "Brå, Polisen och SKL, ”Samverkan i lokalt brottsförebyggande arbete” (2016)",
        "Brå, the Police and SALAR, “Samverkan i lokalt brottsförebyggande arbete” (2016)",
    ),
    "causes": Text(
        "Brå, ”Orsaksanalys i lokalt brottsförebyggande arbete” (2018)",
        "Brå, “Orsaksanalys i lokalt brottsförebyggande arbete” (2018)",
    ),
    "checklist": Text(
        "Brå, ”Teckna samverkansöverenskommelse” (bra.se, läst 2026)",
        "Brå, “Teckna samverkansöverenskommelse” (bra.se, read in 2026)",
    ),
    "goals": Text(
        "Brå, ”Formulera mål” (bra.se, läst 2026)",
        "Brå, “Formulera mål” (bra.se, read in 2026)",
    ),
    "plan": Text(
        "Brå, ”Upprätta åtgärdsplan” (bra.se, läst 2026)",
        "Brå, “Upprätta åtgärdsplan” (bra.se, read in 2026)",
    ),
    "review": Text(
        "Brå, nyhet om kommunernas brottsförebyggande arbete (bra.se, 2023)",
        "Brå, news on the municipalities' crime prevention (bra.se, 2023)",
    ),
    "promises": Text(
        "Polisen, den nationella modellen för medborgarlöften (2016)",
        "The Police, the national model for citizen promises (2016)",
    ),
    "order": Text(
        "God ordning; ingen lag och ingen metod kräver det",
        "Good order; neither law nor method requires it",
    ),
    "own": Text(
        "Egen bedömning; ingen lag och ingen metod säger det",
        "Our own judgement; neither law nor method says so",
    ),
}


def sourced(text: Text) -> Text:
    """Give a source as readers see it: with the titles in the places of the keys."""
    return text.with_fields(**SOURCES)
