"""Where the parties of an old agreement meet: councils, groups and networks, with who takes part and how often."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.importing.agreement.blocks import Block, Kind, sentences
from samverkan.importing.agreement.bodies import body_at, plain_name
from samverkan.importing.agreement.facts import Fact
from samverkan.importing.agreement.markdown import plain_text
from samverkan.importing.agreement.vocabulary import Topic
from samverkan.importing.agreement.who import Who
from samverkan.model.said_cadences import cadence_alone, cadence_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.importing.agreement.facts import Found
    from samverkan.importing.agreement.outline import Chapter
    from samverkan.importing.agreement.parties import Party

_VERB = r"(?:ska |skall )?(?:träffas|möts|mötas|sammanträder|sammanträda|har möten?|håller möten?)"
_MEETS = re.compile(rf"{_VERB}\b")
_MEETS_ONLY = re.compile(rf"{_VERB} ((?:minst )?[\wåäö ]{{4,36}})\.?")
_MEET_IN = re.compile(
    r"(?:Parterna|Vi|Polisen och kommunen|Kommunen och [Pp]olisen) (?:ska |skall )?(?:möts|träffas|mötas) "
    r"([^.]{0,60}?)\bi (?=(?:en|ett|den|det) )"
)
_IN_EACH = re.compile(
    r"I (?:varje|respektive) kommun (?:ska det finnas|finns det|finns|ska finnas) (?=(?:en|ett) )", re.IGNORECASE
)
_OWN = r"(?:[Dd]en|[Dd]et|[Gg]ruppen|[Rr]ådet|[Ff]orumet|[Nn]ätverket|[Kk]ommittén|[Ss]tyrgruppen|[Aa]rbetsgruppen)"
_CONSISTS = re.compile(r"(?:består|utgörs) av (.{3,200})")
_TAKE_PART = re.compile(
    rf"(?:I {_OWN} (?:ingår|deltar|sitter)|(?:Deltagare|Medlemmar|Ledamöter)(?: är)?:) (.{{3,200}})"
)
_WHO_FIRST = re.compile(r"(.{3,120}) deltar\.?")
_LED = re.compile(r"leds av (.{3,80})")
_CHAIR = re.compile(r"(?:Ordförande|Sammankallande)(?: är|:) (.{3,80})")
_LEVEL = re.compile(r"arbetar på (strategisk|operativ) nivå(?: och möts (.{4,36}))?\.?")
_IN_ALL = re.compile(r"(?:Det är ett forum|Forumet finns|Det finns) i varje kommun\.?")
_TO_BE = re.compile(r"ska (?:bildas|inrättas|startas)( i varje kommun)?\.?")
_OF_ITSELF = re.compile(rf"{_OWN} ")
_EXISTING = re.compile(r"\b(?:befintliga|nuvarande|finns redan|finns i ?dag)\b", re.IGNORECASE)
_FORUMS_FOLLOW = re.compile(r"\b(?:samverkans|mötes)?(?:forum|forumen|former|samverkansgrupper) ", re.IGNORECASE)
_LEVELS = {"strategisk": "strategic", "operativ": "operative"}
_MOST_WORDS_OF_NAME, _MOST_WORDS_OF_CHAIR = 12, 8
_TITLE_ENDS = re.compile(r"(?::| [–-] |\. )(?=\S)")


def forums_of(chapters: Sequence[Chapter], parties: Sequence[Party], found: Found) -> list[Fact]:
    """Find the forums: chapters and items that are named as one, and sentences that say how often one meets.

    What a chapter or an item says of a forum comes with it. A sentence in running text stays where it stands.
    """
    reading = _Reading(Who(parties), found)
    for chapter in chapters:
        if chapter.topic is Topic.FORUMS:
            reading.listed(chapter)
        elif chapter.heading is not None and not chapter.area and chapter.topic in {None, Topic.OTHER}:
            reading.named(chapter)
    for chapter in chapters:
        if chapter.topic not in {Topic.BACKGROUND, Topic.SIGNATURES, Topic.REFERENCES}:
            reading.said(chapter)
    return list(reading.facts.values())


class _Reading:
    """Reads where the parties meet."""

    def __init__(self, who: Who, found: Found) -> None:
        self.who, self.found = who, found
        self.facts: dict[str, Fact] = {}

    def named(self, chapter: Chapter) -> None:
        """Read a chapter whose heading is a forum's name."""
        heading = chapter.heading
        body = body_at(heading.text.strip()) if heading is not None else None
        texts = [block for block in chapter.blocks if block.kind in {Kind.PARAGRAPH, Kind.ITEM}]
        is_whole = bool(texts) and len(texts) == len(chapter.blocks)
        if heading is None or body is None or body.rest or not is_whole or self.found.is_used(heading):
            return
        self._add(heading, body.name, texts, is_each=body.is_each)
        self.found.use(heading, *texts)

    def listed(self, chapter: Chapter) -> None:
        """Read a chapter about forums: each item of it that is one, and each where the line above says that all are."""
        lead = ""
        for block in chapter.blocks:
            is_item = block.kind is Kind.ITEM or bool(block.mark) or bool(block.lead)
            if not is_item:
                lead = block.text if block.text.endswith(":") and _FORUMS_FOLLOW.search(block.text) else ""
                continue
            name, rest, is_each = self._parted(block, is_led_in=bool(lead))
            if not name:
                continue
            status = "existing" if _EXISTING.search(lead) else ""
            told = [Block(block.kind, rest, block.number, block.page)] if rest else []
            self._add(block, name, told, is_each=is_each, status=status)
            self.found.use(block)

    def _parted(self, block: Block, *, is_led_in: bool) -> tuple[str, str, bool]:
        """Part an item into a forum's name and what is said of it; no name where it is none."""
        body = body_at(block.text)
        is_named = body is not None and (body.rest[:1] in {"", ".", ":", "–", "-"} or body.rest.startswith("som "))
        if body is not None and is_named:
            return body.name, body.rest.lstrip(".:–- ").removeprefix("som "), body.is_each
        end = _TITLE_ENDS.search(block.text)
        name = (block.text[: end.start()] if end else block.text).rstrip(" .;,")
        rest = block.text[end.end() :].strip() if end else ""
        is_one = is_led_in or "Forumet " in rest
        return (name, rest, False) if is_one and len(name.split()) <= _MOST_WORDS_OF_NAME else ("", "", False)

    def said(self, chapter: Chapter) -> None:
        """Read sentences that tell how often somebody meets, and where; the words stay where they stand."""
        for block in self.found.left_in(chapter.blocks):
            for sentence in sentences(block.text) if block.kind in {Kind.PARAGRAPH, Kind.ITEM} else ():
                self._said(sentence, block)

    def _said(self, sentence: str, block: Block) -> None:
        if place := _MEET_IN.match(sentence):
            body = body_at(sentence[place.end() :])
            keys: dict[str, object] = {"cadence": cadence_in(sentence), "members": "jointly"}
        elif each := _IN_EACH.match(sentence):
            body, keys = body_at(sentence[each.end() :]), {"per_municipality": True}
        else:
            body = body_at(sentence)
            keys = self._of_subject(body.rest, sentence) if body is not None else {}
        if body is None or not any(keys.values()):
            return
        self._put(body.name, {key: value for key, value in keys.items() if value}, Fact("", block, quote=sentence))

    def _of_subject(self, rest: str, sentence: str) -> dict[str, object]:
        if to_be := _TO_BE.fullmatch(rest):
            return {"status": "planned", "per_municipality": bool(to_be[1])}
        if _MEETS.match(rest):
            return {"cadence": cadence_in(sentence)}
        consists = _CONSISTS.fullmatch(rest)
        return {"members": _one_or_all(self.who.all_of(consists[1]))} if consists else {}

    def _add(self, where: Block, name: str, texts: Sequence[Block], *, is_each: bool, status: str = "") -> None:
        keys: dict[str, object] = {"status": status, "per_municipality": is_each}
        left: list[str] = []
        for block in texts:
            kept = [one for one in sentences(block.text) if not self._takes(one, keys)]
            mark = "- " if block.kind is Kind.ITEM and len(texts) > 1 else ""
            text = " ".join(kept)
            left += [mark + plain_text(text[:1].upper() + text[1:])] if kept else []
        keys["cadence"] = keys.get("cadence") or _cadence_of(texts)
        keys["task"] = _joined(left)
        self._put(name, {key: value for key, value in keys.items() if value}, Fact("", where))

    def _takes(self, sentence: str, keys: dict[str, object]) -> bool:
        """Read a sentence that says nothing but how a forum is; tell whether it is one."""
        body, own = body_at(sentence), _OF_ITSELF.match(sentence)
        rest = body.rest if body is not None else sentence[own.end() :] if own else ""
        rest = rest or (sentence if sentence[:1].islower() else "")
        told = self._told(sentence, rest)
        keys.update({key: value for key, value in told.items() if not keys.get(key)})
        return bool(told)

    def _told(self, sentence: str, rest: str) -> dict[str, object]:
        if (only := _MEETS_ONLY.fullmatch(rest)) and (cadence := cadence_alone(only[1])):
            return {"cadence": cadence}
        if match := _LEVEL.fullmatch(rest):
            cadence = cadence_alone(match[2] or "")
            level: dict[str, object] = {"level": _LEVELS[match[1]]}
            return level | {"cadence": cadence} if cadence else level if not match[2] else {}
        if match := _TO_BE.fullmatch(rest):
            return {"status": "planned", **({"per_municipality": True} if match[1] else {})}
        if _IN_ALL.fullmatch(sentence):
            return {"per_municipality": True}
        return self._people(sentence, rest)

    def _people(self, sentence: str, rest: str) -> dict[str, object]:
        if chair := _LED.fullmatch(rest) or _CHAIR.fullmatch(sentence):
            name = chair[1].strip(" .")
            return {"chair": name[:1].upper() + name[1:]} if len(name.split()) <= _MOST_WORDS_OF_CHAIR else {}
        match = _CONSISTS.fullmatch(rest) or _TAKE_PART.fullmatch(sentence) or _WHO_FIRST.fullmatch(sentence)
        members = self.who.all_of(match[1]) if match else []
        return {"members": _one_or_all(members)} if members else {}

    def _put(self, name: str, keys: dict[str, object], fact: Fact) -> None:
        """Keep a forum, or add what is new of one that is known."""
        key = plain_name(name)
        if key in self.facts and isinstance(self.facts[key].value, dict):
            known = self.facts[key]
            merged = {**keys, **known.value} if isinstance(known.value, dict) else keys
            self.facts[key] = Fact(_ordered(merged), known.where, known.is_sure, known.quote)
            return
        whole = {"id": self.found.own_id(name, "forum"), "name": name, **keys}
        self.facts[key] = Fact(_ordered(whole), fact.where, fact.is_sure, fact.quote)


def _cadence_of(texts: Sequence[Block]) -> str:
    """Give how often somebody is said to meet, where one time alone is said."""
    told = {cadence_in(one) for block in texts for one in sentences(block.text) if _MEETS.search(one)} - {""}
    return told.pop() if len(told) == 1 else ""


_ORDER = ("id", "name", "level", "status", "members", "chair", "cadence", "per_municipality", "task")


def _ordered(keys: dict[str, object]) -> dict[str, object]:
    return {key: keys[key] for key in _ORDER if key in keys}


def _one_or_all(members: Sequence[str]) -> object:
    return members[0] if len(members) == 1 else list(members)


def _joined(texts: Sequence[str]) -> str:
    written = ""
    for text in texts:
        is_list = text.startswith("- ") and written.rpartition("\n")[2].startswith("- ")
        written += ("\n" if is_list else "\n\n" if written else "") + text
    return written
