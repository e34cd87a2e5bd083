"""Documents that an old agreement says shall be made: which, by whom, how often and by when."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from samverkan.importing.agreement.blocks import Block, Kind, sentences
from samverkan.importing.agreement.facts import Fact
from samverkan.importing.agreement.times import DATE, date_written
from samverkan.importing.agreement.vocabulary import Topic
from samverkan.importing.agreement.who import Who
from samverkan.model.said_cadences import cadence_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.importing.agreement.facts import Found
    from samverkan.importing.agreement.outline import Chapter
    from samverkan.importing.agreement.parties import Party

_KINDS = {
    "lägesbild": "situation-picture",
    "orsaksanalys": "cause-analysis",
    "åtgärdsplan": "action-plan",
    "handlingsplan": "action-plan",
    "aktivitetsplan": "action-plan",
    "genomförandeplan": "action-plan",
    "medborgarlöfte": "citizen-promise",
    "kommunikationsplan": "communication-plan",
}
_OWN_NAMES = frozenset({"lägesbild", "orsaksanalys", "åtgärdsplan", "medborgarlöfte", "kommunikationsplan"})
_ENDINGS = ("en", "er", "erna", "n", "t", "na", "s", "")
_WORDS = {f"{word}{ending}": word for word in _KINDS for ending in _ENDINGS}
_BEFORE = re.compile(
    r"(?:en|ett|den|det|de|sin|sina|egen|egna|ny|nya|årlig|årliga|gemensam|gemensamma|lokal|lokala|fördjupad|skriftlig"
    r"|aktuell|aktuella|strategisk|operativ|särskild|konkret|konkreta|övergripande|kommunens|egna|årets|kommunövergripande)"
)
_ARTICLES = frozenset({"en", "ett", "den", "det", "de", "sin", "sina", "ny", "nya", "aktuell", "aktuella"})
_MOST_BEFORE = 4
_MAKE = r"(?:ta fram|upprätta|utarbeta|göra|skapa|sammanställa|uppdatera|revidera|teckna)"
_MAKES = r"(?:tar fram|upprättar|utarbetar|gör|skapar|sammanställer|uppdaterar|reviderar)"
_IS_MADE = re.compile(
    r"(?:ska|skall) (?:(?:[a-zåäö0-9]{1,20},? ){0,8})(?:tas fram|upprättas|utarbetas|göras|skapas|sammanställas"
    r"|uppdateras|revideras)\b|(?:tas fram|upprättas|utarbetas|görs|sammanställs|uppdateras|revideras)\b"
)
_HOW = r"(?:(?:gemensamt|tillsammans|årligen|därefter|också|även|var för sig|minst årligen|varje år) ){0,3}"
_SHALL = re.compile(rf"^(.{{2,60}}?) (?:ska|skall) {_HOW}{_MAKE} (?:och (?:uppdatera|revidera|analysera) )?{_HOW}")
_DOES = re.compile(rf"^(.{{2,60}}?) {_MAKES} {_HOW}")
_UNDERTAKEN = re.compile(rf"^(?:gemensamt )?(?:att )?{_MAKE} {_HOW}", re.IGNORECASE)
_FIRST = re.compile(
    r"^(?:Varje år|Årligen|En gång per år|Varje halvår|Minst en gång per år|Varje mandatperiod|Senast [^.,]{4,24}?)"
    rf" (?:ska|skall) (.{{2,60}}?) {_HOW}{_MAKE} {_HOW}"
)
_BY = re.compile(rf"\bsenast (?:den )?({DATE})", re.IGNORECASE)
_AGAIN = re.compile(r"\b(?:reviderar?s?|uppdaterar?s?)\b")
_FOLLOWING = re.compile(
    r"\b(?:ta|tar) fram (?:följande|två|tre|fyra|fem) (?:gemensamma )?dokument\b"
    r"|\bföljande dokument (?:ska|skall) tas fram\b",
    re.IGNORECASE,
)
_UNDERTAKES = re.compile(
    r"^(.{2,60}?) (?:(?:ska|skall)|(?:åtar|förbinder) sig(?: att| gemensamt att))"
    r" (gemensamt )?ta fram"
)
_BY_LAW = re.compile(r"\benligt lag|\blagen\b|\blag \(", re.IGNORECASE)
_WITH = re.compile(r"^(?:med|samt|inklusive|och) (?:en |tillhörande |tillhörande, )?(\w{5,24})", re.IGNORECASE)
_EACH_OWN = re.compile(r"\b(?:i|för) (?:varje|respektive) kommun\b", re.IGNORECASE)
_ITS_OWN = r"(?:dokumentet|planen|bilden)"
_MAKES_IT = re.compile(rf"^(.{{2,60}}?) (?:ska |skall )?tar? (gemensamt )?fram {_ITS_OWN}\b")
_IT = re.compile(rf"^{_ITS_OWN} ", re.IGNORECASE)


class _Named(NamedTuple):
    """A document that words name."""

    kind: str
    title: str
    includes: tuple[str, ...]
    rest: str


def _undertaken(text: str) -> _Named | None:
    match = _UNDERTAKEN.match(text)
    return _named(text[match.end() :]) if match else None


def _named(text: str) -> _Named | None:
    """Read the name of a document that a text begins with."""
    words = text.split(" ")
    for i, word in enumerate(words[: _MOST_BEFORE + 1]):
        bare = word.strip(".,:;()").casefold()
        if bare in _WORDS:
            return _named_at(words, i)
        if not _BEFORE.fullmatch(bare):
            return None
    return None


def _named_at(words: Sequence[str], i: int) -> _Named:
    word = words[i]
    bare = word.strip(".,:;()").casefold()
    noun, rest = _WORDS[bare], " ".join(words[i + 1 :])
    own = [one.casefold() for one in words[:i] if one.casefold() not in _ARTICLES]
    title = " ".join([*own, noun]) if (bare == noun and own) or noun not in _OWN_NAMES else ""
    more = _WITH.match(rest) if word[-1:] not in ".,:;" else None
    kind = _KINDS.get(_WORDS.get(more[1].casefold(), ""), "") if more else ""
    includes = (kind,) if kind and kind != _KINDS[noun] else ()
    return _Named(_KINDS[noun], title[:1].upper() + title[1:], includes, rest)


class Planned:
    """The documents that shall be made.

    Attributes:
        facts: what was found. The words stay where they stand.
    """

    def __init__(self, chapters: Sequence[Chapter], parties: Sequence[Party], found: Found) -> None:
        """Read what chapters say of them."""
        self.who, self.found = Who(parties), found
        self.facts: list[Fact] = []
        for chapter in chapters:
            if chapter.topic not in {Topic.BACKGROUND, Topic.SIGNATURES, Topic.REFERENCES}:
                self._chapter(chapter)

    def _chapter(self, chapter: Chapter) -> None:
        self.clauses(chapter)
        for i, block in enumerate(chapter.blocks):
            self.led_in(block, list(takewhile(lambda one: one.kind is Kind.ITEM, chapter.blocks[i + 1 :])))
            self.said(block)

    def linked(self, commitments: Sequence[Fact]) -> list[Fact]:
        """Say of commitments to make a document which one that is: how often it is made is said of the document."""
        taken: set[object] = set()
        told: list[Fact] = []
        for one in commitments:
            keys = dict(one.value) if isinstance(one.value, dict) else {}
            text = str(keys.get("text", ""))
            named = _undertaken(text)
            name = self._put(named, {"by": keys["by"]} | self._times(text), one.where, text) if named else ""
            if not name or name in taken:
                told.append(one)
                continue
            taken.add(name)
            kept = {key: inside for key, inside in keys.items() if key != "cadence"}
            told.append(Fact({**kept, "document": name}, one.where, one.is_sure, one.quote))
        return told

    def clauses(self, chapter: Chapter) -> None:
        """Read what is said of a document under its name: in a clause or an item, or below a heading."""
        heading = _whole(chapter.heading.text.strip()) if chapter.heading is not None else None
        for block in chapter.blocks:
            first, *others = sentences(block.text) or [""]
            own = _whole(first) if others or chapter.topic is Topic.PLANNED else None
            named, told = (own, others) if own is not None else (heading, [first, *others])
            if named is None or block.kind not in {Kind.PARAGRAPH, Kind.ITEM}:
                continue
            self._clause(named, told, block, is_listed=own is not None and chapter.topic is Topic.PLANNED)

    def _clause(self, named: _Named, told: Sequence[str], block: Block, *, is_listed: bool) -> None:
        found = [more for one in told if (more := self._of_itself(one)) is not None]
        keys: dict[str, object] = {}
        for more in found:
            keys = more | keys
        if found or is_listed:
            self._put(named, keys, block, block.text)

    def _of_itself(self, sentence: str) -> dict[str, object] | None:
        """Read a sentence that says who makes what it calls the document, or how often it is made."""
        if match := _MAKES_IT.match(sentence):
            by = self._maker(match)
            return self._times(sentence) | ({"by": by} if by else {})
        it = _IT.match(sentence)
        return self._times(sentence) if it and _IS_MADE.match(sentence[it.end() :]) else None

    def _maker(self, match: re.Match[str] | None) -> str:
        """Tell who makes a document: each together are all of them."""
        by = self.who.by_of(match[1]) if match else ""
        return "jointly" if match and match[2] and by == "each" else by

    def led_in(self, block: Block, items: Sequence[Block]) -> None:
        """Read a list of documents with the line above it that says that they shall be made."""
        lead = (sentences(block.text) or [""])[-1]
        named = [(one, item) for item in items if (one := _named(item.text)) is not None]
        is_list_of_documents = bool(items) and len(named) == len(items)
        if not is_list_of_documents or not _FOLLOWING.search(lead) or not lead.endswith(":"):
            return
        match = _UNDERTAKES.match(lead)
        by = self._maker(match)
        keys: dict[str, object] = {"by": by} if by else {}
        for one, item in named:
            self._put(one, keys | self._times(item.text), item, item.text)

    def said(self, block: Block) -> None:
        """Read sentences that say that a document shall be made."""
        if block.kind not in {Kind.PARAGRAPH, Kind.ITEM} or self.found.is_used(block):
            return
        for sentence in sentences(block.text):
            if not _BY_LAW.search(sentence) and not sentence.endswith(":"):
                self._said(sentence, block)

    def _said(self, sentence: str, block: Block) -> None:
        for form in (_FIRST, _SHALL, _DOES):
            if match := form.match(sentence):
                by = self.who.by_of(match[1].removesuffix(" gemensamt"))
                named = _named(sentence[match.end() :])
                if by and named:
                    self._put(named, {"by": by} | self._times(sentence), block, sentence)
                    return
        named = _named(sentence)
        if named is not None and _IS_MADE.match(named.rest):
            self._put(named, self._times(sentence), block, sentence)

    def _times(self, sentence: str) -> dict[str, object]:
        keys: dict[str, object] = {}
        if cadence := cadence_in(sentence):
            keys["cadence"] = cadence
        by = _BY.search(sentence)
        if by and not _AGAIN.search(sentence) and (day := date_written(by[1])):
            keys["first_by"] = day
        if _EACH_OWN.search(sentence):
            keys["per_municipality"] = True
        return keys

    def _put(self, named: _Named, keys: dict[str, object], block: Block | None, quote: str) -> str:
        """Keep a document, or add what is new of one that is known.

        Returns:
            Its id.
        """
        same = [i for i, fact in enumerate(self.facts) if _is_same(fact, named, keys.get("by"))]
        if len(same) == 1:
            known = self.facts[same[0]]
            old = known.value if isinstance(known.value, dict) else {}
            self.facts[same[0]] = Fact(_ordered(_together(old, keys)), known.where, known.is_sure, known.quote)
            return str(old["id"])
        whole: dict[str, object] = {"id": self.found.own_id(named.title or _swedish(named.kind), "dokument")}
        whole["kind"] = named.kind
        whole |= {"title": named.title} if named.title else {}
        whole |= {"includes": list(named.includes)} if named.includes else {}
        self.facts.append(Fact(_ordered(whole | keys), block, quote=quote))
        return str(whole["id"])


_VAGUE = frozenset({"continuously", "regularly"})
_ORDER = ("id", "kind", "title", "includes", "by", "cadence", "first_by", "per_municipality")


def _ordered(keys: dict[str, object]) -> dict[str, object]:
    return {key: keys[key] for key in _ORDER if key in keys}


def _together(old: dict[str, object], new: dict[str, object]) -> dict[str, object]:
    """Add what is new of a document; a time that can be counted says more than one that cannot."""
    is_vague = str(old.get("cadence", "")) in _VAGUE and new.get("cadence")
    return new | old | ({"cadence": new["cadence"]} if is_vague else {})


def _is_same(fact: Fact, named: _Named, by: object) -> bool:
    """Tell whether words can mean a document that is known: of one kind, not called otherwise, nor by others."""
    value = fact.value if isinstance(fact.value, dict) else {}
    is_alike = not named.title or not value.get("title") or value["title"] == named.title
    is_by_same = not by or not value.get("by") or value["by"] == by
    return value.get("kind") == named.kind and is_alike and is_by_same


def _whole(text: str) -> _Named | None:
    """Read the name of a document, where words say nothing else."""
    named = _named(text)
    return named if named is not None and _is_alone(named) else None


def _is_alone(named: _Named) -> bool:
    rest = named.rest
    if named.includes and (more := _WITH.match(rest)):
        rest = rest[more.end() :]
    return not rest.strip(" .,;")


def _swedish(kind: str) -> str:
    return next(word for word, one in _KINDS.items() if one == kind)
