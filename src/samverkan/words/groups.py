"""The words for groups of parties, where a document says who does something."""

from __future__ import annotations

import re

from samverkan.words.sentence import Language, Text

PARTY_GROUP_WORDS: dict[str, Text] = {
    "jointly": Text("parterna gemensamt", "the parties jointly"),
    "each": Text("var och en av parterna", "each of the parties"),
    "municipalities": Text("kommunerna", "the municipalities"),
    "police": Text("polisen", "the police"),
}
"""What each group is called, by the word that stands for it in a file."""

_BODIES = ("Kommunfullmäktige", "Kommunstyrelse", "Regionfullmäktige", "Regionstyrelse", "Styrgrupp", "Socialnämnd")
"""Bodies that are no names, and so begin with a small letter inside a sentence."""


def in_running_text(body: str) -> str:
    """Write a body as it stands inside a sentence: ”kommunfullmäktige”; names keep their capital."""
    return body[:1].lower() + body[1:] if body.startswith(_BODIES) else body


_ROLES = re.compile(
    r"\b\w*(chef(en|er|erna)?|direktör(en)?|ordförande(n)?|samordnare(n)?|samordnaren|strateg(en)?|(?<!om)råd(et)?|gruppen|"
    r"styrelse(n)?|nämnd(en)?|fullmäktige|utskott(et)?|förvaltning(en)?|ledning(en)?|tjänst(en)?|polis(en)?|rektor(er)?|"
    r"handläggare(n)?|områdespoliserna)|\b(?:för|grund|gymnasie|hög|(?:låg|mellan|hög)stadie|musik|kultur)?skol(a|an|or|orna)",
    re.IGNORECASE,
)
_FEW_WORDS = 2
_COUNCIL = ("råd", "rådet", "grupp", "gruppen")
_COMMON = frozenset(
    [
        "alla",
        "allmänheten",
        "anställda",
        "barn",
        "boende",
        "centrum",
        "centralorten",
        "de",
        "den",
        "det",
        "elever",
        "en",
        "ett",
        "enligt",
        "enskilda",
        "flera",
        "flickor",
        "föreningar",
        "företag",
        "företrädare",
        "föräldrar",
        "gator",
        "hela",
        "hemmet",
        "invånare",
        "invånarna",
        "invånarnas",
        "kommunen",
        "kommunens",
        "kommunerna",
        "kvinnor",
        "lokala",
        "medarbetare",
        "medborgare",
        "minst",
        "män",
        "offentliga",
        "parken",
        "personal",
        "personer",
        "parterna",
        "polisen",
        "polisens",
        "pojkar",
        "regionen",
        "resterande",
        "samtliga",
        "seniorer",
        "skolans",
        "skolelever",
        "skolungdomar",
        "social",
        "tjänstepersoner",
        "torget",
        "unga",
        "ungdomar",
        "vuxna",
        "vårdnadshavare",
        "yngre",
        "äldre",
        "övriga",
        "andra",
        "efter",
        "fjärde",
        "hösten",
        "i",
        "inför",
        "innan",
        "före",
        "genom",
        "hos",
        "kvartalsvis",
        "löpande",
        "månadsvis",
        "på",
        "regelbundet",
        "senast",
        "sista",
        "sommaren",
        "tertialvis",
        "tredje",
        "två",
        "under",
        "varannan",
        "varje",
        "vartannat",
        "via",
        "vid",
        "vintern",
        "våren",
        "årligen",
        "första",
        "jämna",
        "udda",
        "måndagar",
        "tisdagar",
        "onsdagar",
        "torsdagar",
        "fredagar",
        "all",
        "children",
        "each",
        "everyone",
        "girls",
        "pupils",
        "residents",
        "staff",
        "students",
        "the",
        "women",
        "young",
        "first",
        "in",
        "once",
        "twice",
        "two",
        "at",
        "after",
        "before",
        "during",
        "every",
        "second",
        "third",
        "fourth",
        "last",
    ]
)
"""Words that are no names, and so begin with a small letter inside a sentence."""


_PREPOSITIONS = frozenset({"genom", "hos", "i", "på", "via", "vid", "at", "in", "on"})
"""They are no part of the name that they stand before: ”I Norrbygdsbladet”."""


def inside_sentence(written: str) -> str:
    """Write a phrase as it stands inside a sentence: with a small letter where its first word is surely no name."""
    first = written.split(maxsplit=1)[0] if written.split() else ""
    word = first.removesuffix(",").removesuffix("s")
    is_common = first.removesuffix(",").casefold() in _COMMON or _ROLES.fullmatch(word) is not None
    keeps = sum(letter.isupper() for letter in first) > 1  # ”KSO”, ”SSPF-gruppen”
    is_before_name = written[len(first) :].lstrip()[:1].isupper()  # ”Styrgruppen Trygg”
    named = is_before_name and first.casefold() not in _PREPOSITIONS
    return written[:1].lower() + written[1:] if is_common and not (keeps or named) else in_running_text(written)


def is_role(words: str) -> bool:
    """Tell whether words are what somebody is rather than a name: ”lokalpolisområdeschef”, ”kommunstyrelsens ordförande”."""
    return any(_ROLES.fullmatch(word) or _ROLES.fullmatch(word.removesuffix("s")) for word in words.split())


def is_sentence(written: str) -> bool:
    """Tell whether words are a whole sentence, with its full stop, rather than what belongs inside one."""
    last = written.split()[-1:] or [""]
    is_short = "." in last[0].removesuffix(".")  # ”m.m.”
    return written.endswith((".", "!")) and not is_short and len(written.split()) > _FEW_WORDS


def is_own_name(written: str) -> bool:
    """Tell whether words may be the name of a council or a group, which keeps the letters that it is written with."""
    first = re.split(r"\W", written, maxsplit=1)[0].casefold()
    return first.endswith(_COUNCIL) and not first.endswith("området")


_ONLY_A_GROUP = re.compile(r"(?:(?:arbets|styr|samverkans|lednings|projekt|referens)?gruppen|rådet)", re.IGNORECASE)


def forum_inside_sentence(name: str) -> str:
    """Write a forum as it stands inside a sentence: with a small letter where it is called no more than its kind."""
    return name[:1].lower() + name[1:] if _ONLY_A_GROUP.fullmatch(name) else name


ALL_PARTIES = Text("alla parter", "all parties")
"""Those who take part in something, where ”gemensamt” would say nothing."""

TOGETHER: dict[Language, tuple[str, ...]] = {"sv": ("tillsammans", "gemensamt"), "en": ("together", "jointly")}
"""How a heading says that all do something together."""
