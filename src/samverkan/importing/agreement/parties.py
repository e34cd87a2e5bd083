"""The parties of an old agreement: police by the words for its areas, municipalities by the register."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from samverkan.importing.agreement.blocks import Block, Kind
from samverkan.importing.agreement.facts import Fact
from samverkan.importing.agreement.vocabulary import Topic, topic_of, without_dots
from samverkan.municipalities import Municipality, bare_name, named, register

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.importing.agreement.facts import Found

_NAME = r"[A-ZÅÄÖ][\wåäöÅÄÖé]{1,24}"
_SIDE = r"(?:[Ss]ödra|[Nn]orra|[Öö]stra|[Vv]ästra|[Mm]ellersta|[Cc]entrala|[Ii]nre|[Yy]ttre)"
_AREA = rf"(?:{_SIDE} )?{_NAME}(?:[-–/]{_NAME}| (?!Kommun\b|Stad\b|Polis)(?={_NAME}){_NAME})*"
_POLICE = re.compile(
    rf"(?:Polisen,? (?:i |genom )?)?[Ll]okalpolisområde[t]? ({_AREA})|(?:Polisen,? (?:i |genom"
    rf" )?)?[Pp]olisområde[t]? ({_AREA})"
    rf"|(?:Polismyndigheten,? (?:i |genom )?)?[Pp]olisregion ({_NAME})"
)
_LOCAL, _BESIDE = "lokalpolisområde", re.compile(r",? (?:i |inom )?\(?")
_BARE_POLICE = re.compile(r"\b(Polismyndigheten(?: i [A-ZÅÄÖ][\w åäö]{1,60} län)?|Polisen)\b")
_ONE = re.compile(rf"\b((?:{_NAME}[ -]){{0,2}}?{_NAME}) (kommun|[Kk]ommun|KOMMUN|stad|[Ss]tad)\b(?!s)")
_LIST = rf"(?:{_NAME}(?:[ -]{_NAME})?(?:, | och | samt |, samt |, och )){{0,14}}{_NAME}(?:[ -]{_NAME})?"
_MANY_AFTER = re.compile(rf"\b[Kk]ommunerna ({_LIST})")
_KOMMUNER = re.compile(r"(?: och|,)? [A-ZÅÄÖ][^ ]{1,30} kommuner\b")
_REGION_GOTLAND = re.compile(r"\bRegion Gotland\b")
_OTHERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("region", re.compile(rf"\b(Region (?!Gotland){_NAME}(?: {_NAME})?(?: län)?)")),
    ("county-board", re.compile(r"\b(Länsstyrelsen(?: i)? [A-ZÅÄÖ][\w]{1,60}(?: län)?)")),
    ("municipal-association", re.compile(rf"\b((?:Räddningstjänstförbundet|Kommunalförbundet) {_NAME}(?: {_NAME})?)")),
    (
        "housing-company",
        re.compile(
            r"\b((?:AB |Stiftelsen )?[A-ZÅÄÖ][\wåäö]{0,60}(?:bostäder|hem|bo|byggen|fastigheter|hus)(?:"
            r" AB)?)\b(?=$|,| och|\.|;)"
        ),
    ),
)
_CALLED = re.compile(
    r"^,? ?\(?(?:här)?(?:nedan|härefter)(?: kallad| kallat| benämn[dt])?:?"
    r" [”\"]?([\wåäö -]{3,40}?)[”\"]?(?=[),.;]|$| och| samt)"
)
_NUMBER = re.compile(
    r"^[^A-Za-zÅÄÖåäö]{0,3}(?:\(|,)? ?org(?:anisations)?\.? ?-?(?:nr|nummer)\.?:? ?([0-9]{6}-[0-9]{4})", re.IGNORECASE
)
_AMONG = re.compile(
    r"\bmellan\b|\bkommit över(?:r)?ens\b|\benats\b|\bfattat beslut\b|\bbeslutat\b|\bingås?\b|\bträffa[ts]",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:De avtalande |Avtalande |Samverkande )?[Pp]arter(?:na)?(?: i (?:denna |detta )?\w{4,40})? är:? "
)
_FIRST_BLOCKS = 14
_FEWEST_LISTED = 3


@dataclass(frozen=True, slots=True)
class Party:
    """A party as it was found.

    Attributes:
        kind: its type as files write it.
        name: its name as the document writes it.
        where: where it stands.
        code: the municipality's code; empty for others.
        is_sure: whether there is no doubt about it.
        called: what it is called in the text; empty where that is not said.
        number: its number as an organisation; empty where it is not told.
        id: its id in the file.
    """

    kind: str
    name: str
    where: Block
    code: str = ""
    is_sure: bool = True
    called: str = ""
    number: str = ""
    id: str = ""

    def fact(self) -> Fact:
        """Give it as the file writes it."""
        keys = {
            "id": self.id,
            "type": self.kind,
            "code": self.code,
            "name": self.name,
            "organisation_number": self.number,
            "short_name": self.called,
        }
        return Fact({key: value for key, value in keys.items() if value}, self.where, self.is_sure)


def parties_of(title: Block | None, blocks: Sequence[Block], end: Sequence[Block], found: Found) -> list[Party]:
    """Find the parties: those listed under a heading of their own, or else in the title, or in the first sentences.

    Args:
        title: the title.
        blocks: what stands before the signatures.
        end: the signatures, where names may be written in full.
        found: what has been found.
    """
    everywhere = [*blocks, *end]
    for source, is_list in _sources(title, blocks):
        parties = _distinct([party for block in source for party in _in_block(block, is_list=is_list)])
        if {"police", "municipality"} <= {party.kind for party in parties}:
            exact = _exact(parties, everywhere)
            return _with_ids([_full(party, everywhere) for party in exact], found)
    everything = [*_longest_list(everywhere), *_alone_in(everywhere)]
    everything += [
        party
        for source, is_list in _sources(title, blocks)
        for block in source
        for party in _in_block(block, is_list=is_list)
    ]
    return _with_ids([_full(party, everywhere) for party in _distinct(everything)], found)


def _longest_list(blocks: Sequence[Block]) -> list[Party]:
    """Give the municipalities that a document names after each other, where no sentence says that they are parties."""
    lists = [
        [replace(party, is_sure=False) for party in _in_block(block, is_list=False) if party.kind == "municipality"]
        for block in blocks
    ]
    longest = max(map(_distinct, lists), key=len, default=[])
    return longest if len(longest) >= _FEWEST_LISTED else []


def _alone_in(blocks: Sequence[Block]) -> list[Party]:
    """Give the police area and the municipality that a document names, where it names only one of each."""
    told = [replace(party, is_sure=False) for block in blocks for party in _in_block(block, is_list=False)]
    found: list[Party] = []
    for kind in ("municipality", "police"):
        same = [one for one in _distinct(told) if one.kind == kind]
        found += same if len(same) == 1 else []
    return found


def _exact(parties: Sequence[Party], blocks: Sequence[Block]) -> list[Party]:
    """Give the police the name of its area, where the document names one and no other."""
    areas = [one for one in _alone_in(blocks) if one.kind == "police" and not _BARE_POLICE.fullmatch(one.name)]
    is_bare = [one.kind == "police" and _BARE_POLICE.fullmatch(one.name) is not None for one in parties]
    return [areas[0] if bare and areas else one for one, bare in zip(parties, is_bare, strict=True)]


def _sources(title: Block | None, blocks: Sequence[Block]) -> Iterator[tuple[list[Block], bool]]:
    for i in _headings_of_parties(blocks):
        inside = list(takewhile(_is_party_or_text, blocks[i + 1 :]))
        yield inside, all(one.kind in {Kind.ITEM, Kind.ROW, Kind.HEADING} for one in inside)
    yield [block for block in blocks if _LISTED.match(block.text)][:1], True
    leads = [i for i, block in enumerate(blocks) if block.text.casefold().rstrip(" :").endswith("mellan")]
    for i in leads[:1]:
        yield list(takewhile(lambda one: one.kind is Kind.ITEM, blocks[i + 1 :])), True
    if title is not None:
        yield [title], False
    yield [block for block in blocks[:_FIRST_BLOCKS] if _AMONG.search(block.text)][:2], False


def _headings_of_parties(blocks: Sequence[Block]) -> list[int]:
    headings = [i for i, block in enumerate(blocks) if block.kind is Kind.HEADING]
    return [i for i in headings if topic_of(blocks[i].text) is Topic.PARTIES]


def _is_party_or_text(block: Block) -> bool:
    """Tell whether a block is no heading, unless it is one that names a party."""
    return block.kind is not Kind.HEADING or any(True for _ in _in_block(block, is_list=True))


def _in_block(block: Block, *, is_list: bool) -> Iterator[Party]:
    """Give the parties that a block names, in the order in which it names them."""
    # The name of a police area is often that of a municipality.
    without_police = _POLICE.sub(lambda match: "·" * len(match[0]), block.text)
    hits = [*_police(block.text), *_municipalities(without_police)]
    if is_list:
        hits += [(m.start(1), kind, m[1], "", True) for kind, form in _OTHERS for m in form.finditer(block.text)]
    for start, kind, name, code, is_sure in sorted(hits):
        rest = block.text[start + len(name) :]
        number = _NUMBER.match(rest)
        called = _CALLED.match(rest[number.end() :] if number else rest)
        yield Party(kind, name, block, code, is_sure, called[1] if called else "", number[1] if number else "")


_Hit = tuple[int, str, str, str, bool]


def _police(text: str) -> Iterator[_Hit]:
    areas = list(_POLICE.finditer(text))
    exact = [(m.start(), "police", _capital(m[0]), "", True) for m in areas if not _is_around(m, areas, text)]
    yield from exact or [(m.start(), "police", m[1], "", True) for m in list(_BARE_POLICE.finditer(text))[:1]]


def _is_around(match: re.Match[str], others: Sequence[re.Match[str]], text: str) -> bool:
    """Tell whether a police area is named only as the one that the local area beside it lies in."""
    is_local = [_LOCAL in one[0].casefold() for one in (match, *others)]
    gaps = (text[one.end() : match.start()] or text[match.end() : one.start()] for one in others)
    return not is_local[0] and any(
        near and _BESIDE.fullmatch(gap) for near, gap in zip(is_local[1:], gaps, strict=True)
    )


def _municipalities(text: str) -> Iterator[_Hit]:
    spans: list[tuple[int, int]] = []
    lists = [(match.start(1), match[1]) for match in _MANY_AFTER.finditer(text)]
    lists += [_list_before(text, match.end() - len(" kommuner")) for match in _KOMMUNER.finditer(text)]
    for start, listed in lists:
        hits = list(_listed(start, listed))
        if len(hits) > 1:
            spans.append((start, start + len(listed)))
            yield from hits
    for match in [*_ONE.finditer(text), *_REGION_GOTLAND.finditer(text)]:
        if any(start <= match.start() < end for start, end in spans):
            continue
        for written in _endings(match[0]):
            if one := _known(written):
                yield match.end() - len(written), "municipality", written, one[0].code, one[1]
                break


def _endings(written: str) -> Iterator[str]:
    """Give words, and then fewer and fewer of the last ones: a name may stand after others."""
    words = written.split(" ")
    for i in range(len(words) - 1):
        yield " ".join(words[i:])


def _list_before(text: str, end: int) -> tuple[int, str]:
    """Give the list of names that ends at a place in a text: the last words with capital letters."""
    words = text[:end].split(" ")
    first = len(words)
    while first and (words[first - 1][:1].isupper() or (words[first - 1] in {"och", "samt"} and first < len(words))):
        first -= 1
    while first < len(words) and words[first] in {"och", "samt"}:
        first += 1
    listed = " ".join(words[first:])
    return end - len(listed), listed


def _listed(start: int, listed: str) -> Iterator[_Hit]:
    place = start
    for word in re.split(r"(, samt |, och |, | och | samt )", listed):
        plain = word.strip(" ,")
        if one := _known(plain):
            yield place, "municipality", plain, one[0].code, one[1]
        place += len(word)


def _known(written: str) -> tuple[Municipality, bool] | None:
    """Find the municipality of a name; one whose name only lacks its dots is not sure."""
    if one := named(written):
        return one, True
    if one := _by_plain_name().get(without_dots(bare_name(written))):
        return one, False
    return None


@cache
def _by_plain_name() -> dict[str, Municipality]:
    found: dict[str, list[Municipality]] = {}
    for one in register().values():
        name = without_dots(one.name.casefold())
        for form in {name, f"{name}s"}:
            found.setdefault(form, []).append(one)
    return {form: ones[0] for form, ones in found.items() if len(ones) == 1}


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _distinct(parties: Sequence[Party]) -> list[Party]:
    """Give each party once; bare ”Polisen” is no other than the police area that is named."""
    found: dict[str, Party] = {}
    for party in parties:
        key = party.code or re.sub(r"^polisen,? ?", "", party.name.casefold())
        found.setdefault(key, party)
    exact = any(one.kind == "police" and not _BARE_POLICE.fullmatch(one.name) for one in found.values())
    return [one for one in found.values() if not (exact and one.kind == "police" and _BARE_POLICE.fullmatch(one.name))]


def _full(party: Party, blocks: Sequence[Block]) -> Party:
    """Give a municipality of a list the name that the document writes it with elsewhere, where there is one."""
    if party.kind != "municipality" or bare_name(party.name) != party.name.casefold():
        return party
    for block in blocks:
        for match in _ONE.finditer(block.text):
            for written in _endings(match[0]):
                one = _known(written)
                if one and one[0].code == party.code and match[2] != "KOMMUN":
                    return Party(
                        party.kind, written, party.where, party.code, party.is_sure, party.called, party.number
                    )
    return party


def _with_ids(parties: Sequence[Party], found: Found) -> list[Party]:
    kinds = [party.kind for party in parties]
    alone = {"police": "polisen", "municipality": "kommunen", "region": "regionen", "county-board": "länsstyrelsen"}
    done = []
    for party in parties:
        if kinds.count(party.kind) == 1 and party.kind in alone:
            name = found.own_id(alone[party.kind], party.kind)
        else:
            name = found.own_id(register()[party.code].name if party.code else party.name, "part")
        done.append(
            Party(party.kind, party.name, party.where, party.code, party.is_sure, party.called, party.number, name)
        )
    return done
