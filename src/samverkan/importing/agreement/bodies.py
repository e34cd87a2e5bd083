"""Names of councils, groups and networks where parties meet, as agreements write them."""

from __future__ import annotations

import re
from typing import NamedTuple

_ENDS = re.compile(r"[a-zåäö-]{3,24}(?:råd|rådet|forum|forumet|nätverk|nätverket|kommitté|kommittén)")
_GROUP = re.compile(
    r"(?:styr|arbets|samverkans|lednings|berednings|analys|referens|strategi|trygghets|projekt|samordnings|insats"
    r"|samråds|fokus|operativ|est-|brå-|sspf-|ssp-|andts-|andt-)(?:grupp|gruppen)"
)
_ALONE = frozenset({"brå", "est", "sspf", "ssp", "andts", "andt"})
_BARE = frozenset({"råd", "rådet", "forum", "forumet", "grupp", "gruppen", "nätverk", "nätverket"})
_OTHERS = frozenset({"samråd", "samrådet", "ombudsråd", "statsråd", "tillråd"})
_QUALITIES = re.compile(
    r"(?:lokal|strategisk|operativ|taktisk|gemensam|kommunal|kommungemensam|kommunövergripande|partsgemensam"
    r"|brottsförebyggande|trygghetsskapande|förebyggande|övergripande|central)(?:t|a|ma)?"
)
_ARTICLES = frozenset({"en", "ett", "den", "det", "kommunens", "kommunernas", "vårt", "vår", "parternas"})
_MOST_BEFORE = 5
_EACH = ("i varje kommun", "i respektive kommun", "i samtliga kommuner", "i alla kommuner", "i kommunerna")


class Body(NamedTuple):
    """A council, a group or a network that a text begins with.

    Attributes:
        name: its name, without an article.
        rest: what the text says after the name.
        is_each: whether there is one in each municipality.
    """

    name: str
    rest: str
    is_each: bool


def body_at(text: str) -> Body | None:
    """Read the name of a body that a text begins with; None where it begins with something else."""
    words = text.split(" ")
    for i, word in enumerate(words[:_MOST_BEFORE]):
        if _is_head(word.strip(".,:;"), i > _first(words)):
            return _body(words, i)
        if not (_QUALITIES.fullmatch(word.casefold()) or word.casefold() in _ARTICLES | {"och"}):
            return None
    return None


def _first(words: list[str]) -> int:
    return int(words[0].casefold() in _ARTICLES)


def _is_head(word: str, has_quality: bool) -> bool:  # noqa: FBT001
    plain = word.casefold()
    if plain in _OTHERS:
        return False
    if plain in _BARE:
        return has_quality
    is_short = plain in _ALONE and word[:1].isupper()
    return is_short or _ENDS.fullmatch(plain) is not None or _GROUP.fullmatch(plain) is not None


def _body(words: list[str], head: int) -> Body:
    first, last = _first(words), head + 1
    if words[head][-1:] not in ".,:;":
        while last < len(words) and _is_byname(words[last]):
            last += 1
            if words[last - 1][-1:] in ".,:;":
                break
    name = " ".join(words[first:last]).rstrip(".,:; ")
    end = words[last - 1][-1:] if words[last - 1][-1:] in ".:" else ""
    rest = f"{end} {' '.join(words[last:])}".strip(" ")
    each = next((one for one in _EACH if rest.startswith(one)), "")
    return Body(name[:1].upper() + name[1:], rest.removeprefix(each).strip(), bool(each))


def _is_byname(word: str) -> bool:
    """Tell whether a word after a name is its short form: ”(BRÅ)”, ”BRÅ”."""
    bare = word.strip("().,:;")
    return (word.startswith("(") and word.rstrip(".,:;").endswith(")")) or (
        bare.casefold() in _ALONE and bare.isupper()
    )


def plain_name(name: str) -> str:
    """Give what a body is known by, in the indefinite form and without what stands in brackets."""
    bare = re.sub(r" \([^()]{1,60}\)", "", name.casefold()).strip()
    for ending, other in (("gruppen", "grupp"), ("rådet", "råd"), ("forumet", "forum"), ("nätverket", "nätverk")):
        bare = bare.removesuffix(ending) + other if bare.endswith(ending) else bare
    return " ".join(re.sub(r"(?:ma|a|t)$", "", one) for one in bare.split(" ") if one != "gemensam")
