"""The words by which agreements in the field call their parts: what stands under a heading is known by it."""

from __future__ import annotations

import re
from enum import Enum, auto


class Topic(Enum):
    """What a part of an agreement is about."""

    INTRODUCTION = auto()
    BACKGROUND = auto()
    PARTIES = auto()
    PURPOSES = auto()
    VALIDITY = auto()
    FOCUS_AREAS = auto()
    GOALS = auto()
    COMMITMENTS = auto()
    FOLLOW_UP = auto()
    FORUMS = auto()
    PLANNED = auto()
    REFERENCES = auto()
    SIGNATURES = auto()
    OTHER = auto()


_DOTTED = str.maketrans("åäöéÅÄÖÉ", "aaoeAAOE")


def without_dots(text: str) -> str:
    """Write letters without what stands above them, as programs for text recognition often read them."""
    return text.translate(_DOTTED)


# The first that fits is meant, so what is said more exactly stands first.
_HEADINGS = tuple(
    (topic, re.compile(rf"(?:{without_dots(pattern)})", re.IGNORECASE))
    for topic, pattern in (
        (
            Topic.SIGNATURES,
            r"under(?:skrift|teckna)\w{0,24}(?: av parterna)?|signatur\w{0,24}|datum och underskrift\w{0,24}",
        ),
        (
            Topic.PARTIES,
            (
                r"(?:(?:de )?avtal\w{0,24}|samverkans\w{0,24}|ingående"
                r"|samverkande)?[ -]?parter(?:na)?(?: är)?(?: i \w{1,24})?"
                r"|avtalsparter(?:na)?|parter(?:na)? och deras \w{1,24}"
            ),
        ),
        (
            Topic.VALIDITY,
            (
                r"(?:\w{1,40} )?(?:giltighet\w{0,24}|avtalstid\w{0,24}|avtalsperiod\w{0,24}"
                r"|överenskommelseperiod\w{0,24}|tidsram\w{0,24}|löptid\w{0,24}|"
                r"tidsperiod\w{0,24}|period)"
                r"(?:,? (?:och|samt|för) [\w ]{1,60})?"
            ),
        ),
        (
            Topic.PURPOSES,
            (
                r"(?:övergripande |gemensamt |överenskommelsens |avtalets )?syfte\w{0,24}(?: med"
                r" [\w -]{1,60}| (?:och|samt) \w{1,24})?"
            ),
        ),
        (Topic.BACKGROUND, r"bakgrund(?:en)?(?: (?:och|till) [\w ]{1,60})?"),
        (Topic.INTRODUCTION, r"inledning(?:en)?|inledande \w{1,24}|introduktion|allmänt"),
        (
            Topic.FOCUS_AREAS,
            (
                r"(?:(?:våra|gemensamma|prioriterade|strategiska|lokala|utvalda|valda|särskilt) ){0,4}"
                r"(?:fokusområden(?:a)?|samverkansområden(?:a)?|insatsområden(?:a)?|utvecklingsområden(?:a)?|målområden(?:a)?"
                r"|(?<=prioriterade )områden(?:a)?|prioriteringar|prioriterade problem\w{0,24})"
                r"(?: (?:för|i|inom|under|åren) [\w –-]{1,60})?(?: [0-9]{4} ?[–-] ?[0-9]{4})?"
            ),
        ),
        (
            Topic.GOALS,
            (
                r"(?:(?:övergripande|gemensamma|långsiktiga|strategiska|överenskommelsens) ){0,4}"
                r"(?:mål(?:et|en|sättning\w{0,24}|bild\w{0,24})?)(?: (?:med|för) [\w -]{1,60})?"
            ),
        ),
        (
            Topic.COMMITMENTS,
            (
                r"(?:(?:gemensamma|ömsesidiga|parternas|polisens|kommunens|kommunernas|respektive"
                r" parts?|våra|båda parters|"
                r"särskilda) ){0,4}(?:åtagande\w{0,24})(?: (?:från|för|av) [\w ]{1,60})?"
                r"|(?:parterna|polisen|kommunen|kommunerna) åtar sig(?: att)?"
            ),
        ),
        (Topic.FOLLOW_UP, r"(?:uppföljning\w{0,24}|utvärdering\w{0,24})(?: (?:av|och|samt) [\w ]{1,60})?"),
        (
            Topic.FORUMS,
            (
                r"(?:(?:våra|gemensamma|lokala|strategiska|operativa|befintliga) ){0,3}(?:samverkansforum(?:en)?"
                r"|forum(?:en)?|mötesforum|samverkansform(?:er|en|erna)?|mötesformer|mötesstruktur(?:en)?|samverkansstruktur(?:en)?"
                r"|samverkansgrupper|råd och grupper|grupper och forum)(?: (?:för|och) [\w -]{1,60})?"
            ),
        ),
        (
            Topic.PLANNED,
            (
                r"(?:gemensamma |planerade )?dokument(?:en)?(?: som (?:parterna |vi )?(?:ska |skall )?(?:tar?|tas) fram"
                r"| att ta fram| som upprättas)?"
            ),
        ),
        (Topic.REFERENCES, r"referenser(?:na)?|källor|litteratur|källförteckning|källhänvisningar|fotnoter"),
        (
            Topic.OTHER,
            (
                r"(?:samverkans)?(?:form(?:er)?|modell(?:en)?|struktur(?:en)?|organisation(?:en)?)(?: för [\w ]{1,60})?"
                r"|struktur för [\w ]{1,60}|organisation(?: och [\w ]{1,60})?|lägesbild(?:en)?|(?:den"
                r" )?gemensam(?:ma)? lägesbild(?:en)?"
                r"|åtgärdsplan(?:en)?|kommunikation(?:splan)?(?:en)?|resurser(?: [\w ]{1,60})?|medborgarlöften(?:a)?"
                r"|medborgarlöfte|dokumentation(?: [\w ]{1,60})?|definitioner|begrepp|sekretess(?:"
                r" [\w ]{1,60})?|tvist\w{0,24}"
                r"|uppsägning|revidering|förlängning|ändringar [\w ]{1,60}|bilag(?:a|or)|kunskapsbaserat arbetssätt"
                r"|arbetssätt|ansvar(?:sfördelning)?|roller(?: och ansvar)?|utgångspunkter"
                r"|personuppgifter|kontaktpersoner"
            ),
        ),
    )
)


def topic_of(heading: str) -> Topic | None:
    """Tell what a heading says that its part is about; None for a heading that the field has no word for."""
    plain = re.sub(r"^(?:[0-9]+[.)]?|[IVX]+\.|§ ?[0-9]+) *", "", heading.strip()).rstrip(" :.")
    return next((topic for topic, form in _HEADINGS if form.fullmatch(without_dots(plain))), None)


def is_known_heading(text: str) -> bool:
    """Tell whether words are a heading that agreements have."""
    return topic_of(text) is not None
