"""The laws, strategies and handbooks that an old agreement names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.importing.agreement.blocks import Kind
from samverkan.importing.agreement.facts import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.importing.agreement.blocks import Block
    from samverkan.importing.agreement.facts import Found

_LAW = re.compile(
    r"\b([Ll]ag|[Ll]agen|[Ff]örordning|[Ff]örordningen|[\wåäöÅÄÖ]{1,60}(?:lag|lagen|balken|förordningen))"
    r" \(((?:17|18|19|20)[0-9]{2}:[0-9]{1,4})\)( om [^.,;:()]{3,110})?"
)
_LAW_AFTER = re.compile(r"\b[Ll]agen (om [^.,;:()]{3,110}?) \(((?:19|20)[0-9]{2}:[0-9]{1,4})\)")
_SKR = re.compile(r"\(?(?:[Rr]egeringens skrivelse|[Ss]kr\.?) ?((?:19|20)[0-9]{2}/[0-9]{2}:[0-9]{1,3})\)?")
_STRATEGY = re.compile(
    r"(?:\b(?:nationella? |samlade?(?: nationella?)? )?(?:strategi(?:n)?) (?:för|mot)[^()]{3,140})$", re.IGNORECASE
)
_HANDBOOK = re.compile(r"\b(Handbok(?:en)? (?:för|om|i) [^.,;:()*_]{3,80})")
_NOTE = re.compile(
    r"^(?:[0-9⁰¹²³⁴-⁹’'*>?]{1,3}\s*)?(.{5,160}?) \(([^()]{3,80}?), ((?:ISBN )?[A-Z0-9][A-Z0-9./ :-]{4,24})\)\.?$"
)
_KINDS = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        ("plan", "verksamhetsplan|handlingsplan|plan för"),
        ("handbook", "handbok|metod|samverkan i|arbete med"),
        ("strategy", "strategi"),
    )
)
_ACTS = {
    "2023:196": "Lag om kommuners ansvar för brottsförebyggande arbete",
    "2009:400": "Offentlighets- och sekretesslag",
    "2001:453": "Socialtjänstlag",
    "2025:400": "Socialtjänstlag",
    "1984:387": "Polislag",
    "2017:725": "Kommunallag",
    "1990:52": "Lag med särskilda bestämmelser om vård av unga",
    "2010:800": "Skollag",
    "2010:1622": "Alkohollag",
}
"""What acts are called, where a text names them by their numbers: their titles cannot be told from what follows."""


def works_of(blocks: Sequence[Block], found: Found) -> list[Fact]:
    """Find the works that a document names, each once."""
    works: dict[str, Fact] = {}
    for block in blocks:
        for key, work in _in_block(block):
            if key not in works:
                works[key] = Fact(work, block, quote="")
    told: list[Fact] = []
    for key, fact in works.items():
        work = dict(fact.value) if isinstance(fact.value, dict) else {}
        told.append(Fact({"id": found.own_id(str(work["title"]), key), **work}, fact.where, fact.is_sure))
    return told


def _in_block(block: Block) -> Iterator[tuple[str, dict[str, str]]]:
    text = block.text
    if block.kind in {Kind.NOTE, Kind.PARAGRAPH, Kind.ITEM} and (work := _of_note(text)):
        yield work
        return
    for match in _LAW_AFTER.finditer(text):
        yield match[2], _law(match[2], f"Lag {match[1]}")
    for match in _LAW.finditer(text):
        yield match[2], _law(match[2], _title_of_law(match))
    for match in _SKR.finditer(text):
        named = _STRATEGY.search(text[: match.start()].rstrip(" ("))
        title = named[0].strip() if named and named.end() else f"Regeringens skrivelse {match[1]}"
        keys = {
            "type": "government-communication",
            "title": title[:1].upper() + title[1:],
            "number": f"Skr. {match[1]}",
        }
        yield match[1], keys
    for match in _HANDBOOK.finditer(text):
        yield match[1].casefold(), {"type": "handbook", "title": match[1].strip()}


def _law(number: str, title: str) -> dict[str, str]:
    return {"type": "law", "title": _ACTS.get(number, title), "number": number}


def _title_of_law(match: re.Match[str]) -> str:
    """Give what a law is called before its number: where what it is about ends, no rule can tell."""
    return match[1][:1].upper() + match[1][1:]


def _of_note(text: str) -> tuple[str, dict[str, str]] | None:
    """Read a footnote that tells a work: its title, and in brackets who made it and its number."""
    match = _NOTE.match(text.strip())
    if match is None or not any(letter.isdigit() for letter in match[3]):
        return None
    title, issuer, number = match[1].strip(), match[2].strip(), match[3].strip()
    keys = {"type": _type_of(title), "title": title, "issuer": issuer}
    if number.startswith("ISBN"):
        return number, keys | {"isbn": number.removeprefix("ISBN").strip()}
    return number, keys | {"number": number}


def _type_of(title: str) -> str:
    return next((kind for kind, words in _KINDS if words.search(title)), "other")
