"""Who signed an old agreement, where and when."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samverkan.importing.agreement.blocks import Kind
from samverkan.importing.agreement.facts import Fact
from samverkan.importing.agreement.times import signed_lines
from samverkan.importing.agreement.vocabulary import Topic, topic_of
from samverkan.municipalities import bare_name, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.importing.agreement.blocks import Block
    from samverkan.importing.agreement.facts import Found
    from samverkan.importing.agreement.parties import Party

_ROLE = re.compile(
    r"(?:\w{0,24}(?:chef|direktör|ordförande|kommunalråd|landshövding|polismästare|sekreterare|samordnare|strateg|föreståndare)(?:en)?"
    r"|vd|verkställande|borgmästare|oppositionsråd)\b",
    re.IGNORECASE,
)
_ROLE_START = re.compile(
    r"(?:tf\.?|t\.? ?f\.?|bitr\.?|biträdande|ställföreträdande|stf\.?|vice|[12]:[ae]|1:e|förste|andre|ordförande|chef|"
    r"verkställande|\w{1,24}(?:chef|direktör|ordförande|råd|styrelsens|nämndens|mästare|samordnare|strateg)\w{0,24})$",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(
    r"(?:[A-ZÅÄÖÉ][a-zåäöéèüæøáíóćčšžñ'’]+(?:-[A-ZÅÄÖÉ][a-zåäöéèü]+)*|[A-ZÅÄÖ]\.?|von|af|de|van|al|El|Al)"
)
_LINE = re.compile(r"[.…_\-–— ]{3,}|[Nn]amn(?:förtydligande)?|[Uu]nderskrift|[Nn]amnteckning|")
_HEAD = re.compile(r"För\s+(.+?)[:,]?", re.IGNORECASE)
_FEWEST_WORDS, _MOST_WORDS = 2, 4
_LONGEST_LINE = 100


@dataclass(slots=True)
class _Person:
    """Somebody who signs."""

    where: Block
    name: str = ""
    roles: list[str] = field(default_factory=list)
    organisation: str = ""
    party: str = ""
    place: str = ""
    date: str = ""
    order: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of signatures: its words, the block they stand in, and the column."""

    text: str
    where: Block
    column: int


def start_of_signatures(blocks: Sequence[Block]) -> int:
    """Find the block that the signatures begin with; the number of blocks where there are none."""
    last = len(blocks)
    for i in range(last - 1, -1, -1):
        block = blocks[i]
        if block.kind is Kind.HEADING and topic_of(block.text) is Topic.SIGNATURES:
            return i
    texts = (i for i, block in enumerate(blocks) if block.kind is Kind.HEADING or len(block.text) > _LONGEST_LINE)
    begin = min(last // 2 + last % 2, max(texts, default=0))  # nothing but short lines follow, however many sign
    return next((i for i in range(begin, last) if _tells_signing(blocks[i])), last)


def _tells_signing(block: Block) -> bool:
    """Tell whether a block has a line with the place and the day of a signature."""
    lines = (line for part in block.cells or (block.text,) for line in part.split("\n"))
    return any(list(signed_lines(line)) for line in lines)


def signatures_of(blocks: Sequence[Block], parties: Sequence[Party], found: Found) -> Fact | None:
    """Read who signed, from the blocks that the signatures stand in.

    Args:
        blocks: from where the signatures begin.
        parties: the agreement's parties.
        found: what has been found; blocks that are read whole are noted there.
    """
    if not blocks:
        return None
    reading = _Reading(parties)
    for column in _columns(blocks):
        reading.read(column)
    persons = sorted(reading.persons, key=lambda one: one.order)
    for block in blocks:
        unread = [line.text.strip() for line in reading.unread if line.where is block]
        if not unread:
            found.use(block)
        elif block.kind is Kind.ROW:
            found.keep_only(block, "\n".join(unread))
    if not persons and not reading.days:
        return None
    return Fact(_written(persons, reading), reading.first or blocks[0])


def _written(persons: Sequence[_Person], reading: _Reading) -> dict[str, object]:
    days = list(dict.fromkeys(reading.days))
    keys: dict[str, object] = {}
    if len(days) == 1:
        keys = {key: value for key, value in zip(("place", "date"), days[0], strict=True) if value}
    if persons:
        keys["signatories"] = [_signatory(one, own_day=len(days) > 1) for one in persons]
    return keys


def _signatory(person: _Person, *, own_day: bool) -> Fact:
    keys = {
        "party": person.party,
        "name": person.name,
        "role": ", ".join(person.roles),
        "organisation": person.organisation,
        "place": person.place if own_day else "",
        "date": person.date if own_day else "",
    }
    is_sure = bool(person.party) and len(person.name.split()) < _MOST_WORDS  # four words may be two people's names
    return Fact({key: value for key, value in keys.items() if value}, person.where, is_sure=is_sure)


def _columns(blocks: Sequence[Block]) -> Iterator[list[_Line]]:
    """Give the lines of each column, so that what stands beside each other is read apart."""
    columns: dict[int, list[_Line]] = {}
    for block in blocks:
        if block.kind is Kind.ROW:
            for number, cell in enumerate(block.cells):
                columns.setdefault(number, []).extend(_Line(one, block, number) for one in cell.split("\n"))
        else:
            columns.setdefault(0, []).extend(_Line(one, block, 0) for one in block.text.split("\n"))
    yield from columns.values()


class _Reading:
    """Goes through lines of signatures and puts together who signs."""

    def __init__(self, parties: Sequence[Party]) -> None:
        self.parties = parties
        self.persons: list[_Person] = []
        self.days: list[tuple[str, str]] = []
        self.unread: list[_Line] = []
        self.first: Block | None = None
        self.person: _Person | None = None
        self.head = ""
        self.day = ("", "")
        self.is_lost = False

    def read(self, lines: Sequence[_Line]) -> None:
        """Read the lines of a column."""
        self.person, self.head, self.day, self.is_lost = None, "", ("", ""), False
        for line in lines:
            text = line.text.strip(" .…_")
            if _LINE.fullmatch(text) or topic_of(text) is Topic.SIGNATURES:
                continue
            if days := list(signed_lines(text)):
                self.day, self.is_lost = days[0], False
                self.days.append(self.day)
                self.first = self.first or line.where
            elif not (
                (_HEAD.fullmatch(text) and self._takes_organisation(text))
                or self._takes_name(text, line)
                or self._takes_organisation(text)
                or self._takes_role(text)
            ):
                self.unread.append(line)
                self.person = None  # what follows may be somebody else's
                self.is_lost = _ROLE.search(text) is not None  # as may the organisation be that stands below a role

    def _takes_name(self, text: str, line: _Line) -> bool:
        """Begin with somebody, where a line begins with a name."""
        name, role = parted(text)
        if not name:
            return False
        self.is_lost = False
        person = _Person(line.where, name, [role] if role else [], place=self.day[0], date=self.day[1])
        person.order = (line.where.page * 10_000 + line.where.number, line.column)
        person.party, self.head = self.head or self._party_of_role(role), ""
        self._shorten_role(person)
        self.persons.append(person)
        self.first, self.person = self.first or line.where, person
        return True

    def _takes_organisation(self, text: str) -> bool:
        """Take the name of a party, as of whoever stands above it, or else below it."""
        head = _HEAD.fullmatch(text)
        party = "" if self.is_lost and not head else self._party_named(head[1] if head else text)
        if party and (self.person is None or self.person.party or not self.person.roles):
            self.head = party
        elif party and self.person is not None:
            self.person.party = party
        return bool(party)

    def _takes_role(self, text: str) -> bool:
        person = self.person
        if person is None or not (_ROLE.search(text) or self._continues(text, person)):
            return False
        person.roles.append(text)
        person.party = person.party or self._party_of_role(text)
        self._shorten_role(person)
        return True

    def _party_named(self, text: str) -> str:
        plain = text.strip(" :,.").casefold()
        for party in self.parties:
            if plain in {party.name.casefold(), party.called.casefold()} - {""}:
                return party.id
        alone = {"police": ("polisen", "polismyndigheten", "lokalpolisområdet"), "municipality": ("kommunen",)}
        for kind, words in alone.items():
            same = [party for party in self.parties if party.kind == kind]
            if plain in words and len(same) == 1:
                return same[0].id
        municipality = named(plain)
        return next((one.id for one in self.parties if municipality and one.code == municipality.code), "")

    def _party_of_role(self, role: str) -> str:
        """Find whom somebody of a role signs for, where that can be only one of the parties."""
        words = role.casefold()
        kind = ""
        if "polis" in words:
            kind = "police"
        elif re.search(r"kommun|\bstads|förvaltningschef|socialchef", words):
            kind = "municipality"
        for party in self.parties:
            name = re.sub(r"^(?:polisen,? )?(?:lokal)?polisområde |^polisen,? ", "", party.name.casefold())
            is_other = party.kind in {"police", "municipality"} and kind not in {"", party.kind}
            name = bare_name(name) if party.kind == "municipality" else name
            if not is_other and {f" {name} ", f" {name}s "} & set(_windows(words, name)):
                return party.id
        same = [party for party in self.parties if kind and party.kind == kind]
        return same[0].id if len(same) == 1 else ""

    def _shorten_role(self, person: _Person) -> None:
        """Leave the name of a municipality out of the role of one who signs for it."""
        party = next((one for one in self.parties if one.id == person.party and one.code), None)
        if party is None or not person.roles:
            return
        role = person.roles[-1]
        bare = bare_name(party.name)
        for ending in (party.name, f"i {party.name}", f"{bare} kommun", f"{bare}s kommun", bare):
            if role.casefold().endswith(f" {ending.casefold()}") and _ROLE.search(role[: -len(ending)]):
                person.roles[-1] = role[: -len(ending) - 1].rstrip(" ,").removesuffix(" i")
                return

    def _continues(self, text: str, person: _Person) -> bool:
        """Tell whether a line goes on with a role, as ”i kommunstyrelsen” and the name of an area do."""
        if text[:1].islower() and person.roles:
            return True
        area = text.strip(" .")
        return bool(person.roles) and any(
            one.id == person.party and one.name.casefold().endswith(area.casefold()) for one in self.parties
        )


def _windows(words: str, name: str) -> Iterator[str]:
    """Give as many words after each other as a name has, with spaces around them, and the same with an s more."""
    spoken = re.split(r"[ ,.()]", words)
    count = len(name.split(" "))
    for i in range(len(spoken) - count + 1):
        yield f" {' '.join(spoken[i : i + count])} "


def parted(text: str) -> tuple[str, str]:
    """Part a line into a name and the role after it; both are empty for a line that begins with no name."""
    words = text.replace(",", " , ").replace(" – ", " , ").replace(" - ", " , ").split()
    name: list[str] = []
    for i, word in enumerate(words):
        if word == "," and len(name) > 1:
            rest = " ".join(words[i + 1 :]).replace(" , ", ", ")
            return (" ".join(name), rest) if _ROLE.search(rest) else ("", "")
        if len(name) > 1 and _ROLE_START.match(word):
            return " ".join(name), " ".join(words[i:]).replace(" , ", ", ")
        if not _NAME_WORD.fullmatch(word) or _ROLE_START.match(word):
            return "", ""
        name.append(word)
    is_name = _FEWEST_WORDS <= len(name) <= _MOST_WORDS and not re.search(
        r"(?:polisområde|kommun|stad|polisen|region|brott|trygg|samverkan|förvaltning|styrelsen|länsstyrelsen)",
        text,
        re.IGNORECASE,
    )
    return (" ".join(name), "") if is_name else ("", "")
