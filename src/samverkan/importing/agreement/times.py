"""Dates, validity and cadences as agreements say them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.importing.agreement.blocks import Kind, sentences
from samverkan.importing.agreement.facts import Fact
from samverkan.importing.agreement.vocabulary import Topic
from samverkan.model.dates import time_said
from samverkan.model.meant_times import dates_meant
from samverkan.model.said_cadences import cadence_in
from samverkan.model.said_times import MONTHS_SV, span_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.importing.agreement.blocks import Block
    from samverkan.importing.agreement.facts import Found
    from samverkan.importing.agreement.outline import Chapter

_MONTH = f"(?:{'|'.join(MONTHS_SV)}|{'|'.join(f'{m[:3]}[.]?' for m in MONTHS_SV)})"
_SEASON = "(?:våren|sommaren|hösten|vintern|vårterminen|höstterminen|årsskiftet)"
_DAY_IN_WORDS = (
    "(?:(?:tjugo|trettio)?(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde)|tionde|elfte|tolfte|trettonde"
    "|fjortonde|femtonde|sextonde|sjuttonde|artonde|nittonde|tjugonde|trettionde)"
)
DATE = (
    rf"(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|(?:den )?[0-9]{{1,2}}(?::?[ae])? {_MONTH},? [0-9]{{4}}"
    rf"|(?:den )?{_DAY_IN_WORDS} {_MONTH} [0-9]{{4}}|[0-9]{{1,2}}/[0-9]{{1,2}}[ -][0-9]{{4}}"
    rf"|[0-9]{{4}}-[0-9]{{2}}(?![0-9])"
    rf"|[0-9]{{4}}[./][0-9]{{2}}[./][0-9]{{2}}|[0-9]{{8}}(?![0-9])|{_MONTH} [0-9]{{4}}"
    rf"|{_SEASON} [0-9]{{4}}(?:/[0-9]{{2,4}})?|(?:år(?:et)? )?[12][0-9]{{3}}(?![0-9/:]))"
)
_FROM = r"(?:från(?: och med)?|fr\.? ?o\.? ?m\.?|mellan|med början|träder i kraft)(?: (?:den|år(?:et)?))?"
_TO = (
    r"(?:till(?: och med)?|t\.? ?o\.? ?m\.?|tom|och|fram till|–|-|(?:,)? längst till(?: och"
    r" med)?)(?: (?:den|år(?:et)?|utgången av(?: år(?:et)?)?))?"
)
_SIGNING = (
    r"(?:datum(?:et)? för |dagen för |den dag(?:en)? |dess |det att |när |då |parternas"
    r" ){0,3}(?:överenskommelsen |avtalet |den |parterna |båda parter )?(?:har |är )?(?:under(?:skrift"
    r"|skrivande|tecknande|teckna|skriv)\w{0,24})(?: av (?:samtliga|båda|alla) parter)?"
)
_YEARS = r"(?<![0-9/:-])((?:19|20)[0-9]{2}) ?[–—-] ?((?:19|20)[0-9]{2})(?![0-9/-])"
_COUNTS = {
    "en": 1,
    "ett": 1,
    "två": 2,
    "tre": 3,
    "fyra": 4,
    "fem": 5,
    "sex": 6,
    "sju": 7,
    "åtta": 8,
    "nio": 9,
    "tio": 10,
    "tolv": 12,
    "arton": 18,
}
_COUNT = rf"([0-9]{{1,2}}|{'|'.join(_COUNTS)})"
_UNITS = {"år": "Y", "månad": "M", "vecka": "W", "veckor": "W", "dag": "D", "dagar": "D", "månader": "M"}
_LENGTH = rf"{_COUNT} (?:kalender)?({'|'.join(sorted(_UNITS, key=len, reverse=True))})s?\b"
_FROM_TO = re.compile(rf"\b{_FROM} ({DATE}|{_SIGNING}),? {_TO} ({DATE})", re.IGNORECASE)
_STARTS = re.compile(rf"\b{_FROM} ({DATE}|{_SIGNING})", re.IGNORECASE)
_ENDS_ON = re.compile(
    r"\b(?:till(?: och med)?|t\.? ?o\.? ?m\.?|upphör(?: att gälla)?)(?: (?:den|år(?:et)?|utgången av(?: år(?:et)?)?))?"
    rf" ({DATE})",
    re.IGNORECASE,
)
_TWO_DATES = re.compile(rf"(?<![0-9])({DATE}) ?[–—] ?({DATE})")
_PERIOD = re.compile(
    r"(?:(?:Avtals|Överenskommelse)?[Pp]eriod(?:en)?|(?:Giltighets|Avtals|Löp)tid(?:en)?|Giltig(?:t"
    r"|het)?|Gäller|Avser)[: ] ?[0-9dfm]"
)
_AT_SIGNING = re.compile(_SIGNING, re.IGNORECASE)
_BOTH_YEARS = re.compile(_YEARS)
_ONLY_YEARS = re.compile(rf"(?:[Åå]ren |[Pp]erioden |[Tt]iden )?{_YEARS}")
_ONLY_VALIDITY = re.compile(
    r"(?:Denna |Den här )?(?:[Ss]amverkans)?(?:[Öö]verenskommelse|[Aa]vtal)(?:n|en|et)? (?:gäller|löper|är giltig[at]?)"
    rf"(?: för)?(?: under)?(?: tiden| perioden)? {_FROM} (?:{DATE}|{_SIGNING}),? {_TO} {DATE}"
)
_ITSELF = r"(?:(?:Samverkans)?(?:[Öö]verenskommelsen|[Aa]vtalet)|[Dd]en|[Dd]et)"
_ONLY_EXTENSION = re.compile(
    rf"(?:Därefter förlängs )?{_ITSELF}(?: därefter)?(?: förlängs| ska förlängas)?(?: därefter)? automatiskt"
    rf" med {_LENGTH}(?: i taget| åt gången)?"
    rf"(?:,? om (?:ingen(?: av parterna| part)? säger upp {_ITSELF}|{_ITSELF} inte sägs upp))?"
)
_ONLY_NOTICE = re.compile(rf"Uppsägningstiden är {_LENGTH}")
_MOST_WORDS_OF_PLACE = 3
_OF_PLACE = re.compile(r"[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖ]?[a-zåäö]+)*,?|[A-ZÅÄÖ]{3,},?")
_APPLIES = re.compile(
    r"\b(?:gäller|löper|giltig\w{0,24}|avser (?:åren|perioden|tiden)|under (?:tiden|perioden|åren)"
    r"|omfattar|träder i kraft"
    r"|sträcker sig|tecknas för|upphör)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:överenskommelse\w{0,24}|avtal\w{0,24}|samverkans\w{1,24}|arbete under tiden|period\w{0,24}"
    r"|tidsram|giltighet\w{0,24})",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"\b(?:strategi\w{0,24}|statistik\w{0,24}|minska\w{0,24}|ökade|jämfört|utfall\w{0,24}|plan(?:en)?"
    r" för|budget\w{0,24}"
    r"|lag(?:en)?|tidigare|föregående"
    r"|medborgarlöft\w{0,24}|åtgärdsplan\w{0,24}|handlingsplan\w{0,24}|ersätter|lägesbild\w{0,24})\b",
    re.IGNORECASE,
)
_REVISED = re.compile(r"(?:Den|Överenskommelsen|Avtalet|Samverkansöverenskommelsen) (?:ska|skall) revideras ")
_OWN = re.compile(r"(?:Denna |Den här )?(?:[Ss]amverkans)?(?:[Öö]verenskommelse|[Aa]vtal)(?:n|en|et)? ")
_TILL_NOTICE = re.compile(r"\btills ?vidare\b", re.IGNORECASE)
_FOR_LENGTH = re.compile(
    rf"\b(?:gäller|löper|giltig|tecknas)\b[^.]{{0,60}}?\b(?:i|under|för|på) {_LENGTH}", re.IGNORECASE
)
_AUTOMATIC = re.compile(
    rf"\bförläng\w{{0,24}}[^.]{{0,80}}?\bmed {_LENGTH}(?: i taget| åt gången| i sänder)?", re.IGNORECASE
)
_BEFORE_END = re.compile(rf"\b(?:senast|minst)? ?{_LENGTH} (?:före|innan)\b", re.IGNORECASE)
_NOTICE = re.compile(
    rf"\b(?:uppsägningstid\w{{0,24}}[^.]{{0,40}}?|sägas? upp[^.]{{0,60}}?\bmed |med ){_LENGTH}(?: uppsägningstid)?",
    re.IGNORECASE,
)


def date_written(text: str) -> str:
    """Read a date as files write it; empty for what is none, or could be read in two ways."""
    plain = re.sub(r"^(?:den|år|året) ", "", " ".join(text.split()).strip(" .,"))
    said = time_said(plain)
    if said is not None:
        return str(said)
    meant = [date for date, is_certain in dates_meant(plain) if is_certain]
    return meant[0] if len(set(meant)) == 1 else ""


def _length(count: str, unit: str) -> str:
    number = int(count) if count.isdecimal() else _COUNTS[count.casefold()]
    return f"P{number}{_UNITS[unit.casefold()]}"


def span_in(text: str) -> dict[str, str]:
    """Read from when and until when something is said to apply; empty where it is not said plainly."""
    flat = " ".join(text.split())
    if both := _FROM_TO.search(flat):
        return _dated(both[1], both[2])
    if years := set(_BOTH_YEARS.findall(flat)):
        (first, last), *others = years
        return {"from": first, "until": last} if not others and int(first) < int(last) else {}
    if two := _TWO_DATES.search(flat):
        return _dated(two[1], two[2])
    start = _STARTS.search(flat)
    end = _ENDS_ON.search(flat)
    return {**(_part("from", start[1]) if start else {}), **(_part("until", end[1]) if end else {})}


def _dated(start: str, end: str) -> dict[str, str]:
    found = {**_part("from", start), **_part("until", end)}
    first, last = (span_of(date) for date in (found.get("from", ""), found.get("until", "")))
    is_turned = bool(first and last and first.first > last.last)
    return {} if is_turned or len(found) < 2 else found  # noqa: PLR2004 - a start and an end


def _part(key: str, words: str) -> dict[str, str]:
    if key == "from" and _AT_SIGNING.fullmatch(words):
        return {key: "signing"}
    date = date_written(words)
    return {key: date} if date else {}


def validity_of(title: Block | None, chapters: Sequence[Chapter], found: Found) -> Fact | None:
    """Find how long the agreement applies: under a heading of its own, in a sentence that says so, or in the title."""
    own = [chapter for chapter in chapters if chapter.topic is Topic.VALIDITY]
    others = [chapter for chapter in chapters if chapter.topic is not Topic.VALIDITY]
    fact = _first_told(own, is_own=True) or _first_told(others, is_own=False) or _in_title(title)
    if fact is None or not isinstance(fact.value, dict):
        return None
    keys = dict(fact.value)
    for chapter in own:
        keys = _terms(chapter) | keys
        _use_told(chapter, keys, found)
    return Fact(keys, fact.where, fact.is_sure, fact.quote)


def _use_told(chapter: Chapter, keys: dict[str, object], found: Found) -> None:
    """Leave out the sentences of a chapter that say no more than what has been read of it."""
    if all(_is_told(block) for block in chapter.blocks):
        found.use(*chapter.blocks)
    for block in (one for one in chapter.blocks if one.kind is not Kind.ROW):
        found.use_sentences(block, *(one for one in sentences(block.text) if _is_said_by(keys, one)))


def _in_title(title: Block | None) -> Fact | None:
    years = span_in(title.text) if title is not None else {}
    return Fact(years, title, is_sure=False, quote=title.text) if title is not None and years else None


def _first_told(chapters: Sequence[Chapter], *, is_own: bool) -> Fact | None:
    for chapter in chapters:
        for block in chapter.blocks:
            for sentence in sentences(block.text):
                if told := _told(sentence, is_own=is_own):
                    return Fact(told, block, is_own or _OWN.match(sentence) is not None, sentence)
    return None


def _told(sentence: str, *, is_own: bool) -> dict[str, str]:
    """Read the validity that a sentence tells; one outside a chapter of its own has to say what it speaks of."""
    is_said = _PERIOD.match(sentence) or (_APPLIES.search(sentence) and _SUBJECT.search(sentence))
    if not is_own and not is_said:
        return {}
    if _is_of_something_else(sentence):
        return {}
    span = span_in(sentence)
    if "from" in span and "until" in span:
        return span
    start = {"from": span["from"]} if "from" in span else {}
    if length := _FOR_LENGTH.search(sentence):
        start = {"from": "signing"} if _AT_SIGNING.search(sentence) else start
        return start | {"length": _length(length[1], length[2])}
    return start | {"until": "further-notice"} if _TILL_NOTICE.search(sentence) else span


def _is_of_something_else(sentence: str) -> bool:
    """Tell whether the times of a sentence are those of a plan, a strategy or an extension."""
    if re.search(r"\bförläng|\bsägas? upp|\buppsäg", sentence) and not re.search(r"\b(?:gäller|löper)\b", sentence):
        return True
    if re.match(r"(?:Samverkans)?(?:[Öö]verenskommelsen|[Aa]vtalet) (?:gäller|löper)", sentence):
        return False
    return _FOREIGN.search(re.sub(r"samverkansöverenskommelse\w{0,24}", "", sentence)) is not None


def _terms(chapter: Chapter) -> dict[str, object]:
    """Read how an agreement is extended, terminated and revised."""
    text = " ".join(block.text for block in chapter.blocks)
    terms: dict[str, object] = {}
    for sentence in sentences(text):
        if match := _AUTOMATIC.search(sentence):
            extension: dict[str, object] = {"length": _length(match[1], match[2])}
            if re.search(r"\bautomatiskt\b|\bsägs? upp\b|\buppsäg\w{0,24}|\bsagts upp\b", sentence):
                extension["automatic"] = True
                if before := _BEFORE_END.search(sentence):
                    extension["notice_before_end"] = _length(before[1], before[2])
            terms["extension"] = extension
        elif re.search(r"(?i)uppsägning|säga(?:s)? upp", sentence) and (match := _NOTICE.search(sentence)):
            terms["termination"] = {"notice": _length(match[1], match[2])}
        if _REVISED.match(sentence) and (cadence := cadence_in(sentence)):
            terms["revision"] = {"cadence": cadence}
        if re.search(
            r"\b(?:därefter|vid (?:avtals)?periodens slut|när den löper ut)\b[^.]*\brevidera|\bska därefter revideras",
            sentence,
        ):
            terms["revision"] = {"at_expiry": True}
    return terms


def _is_said_by(keys: dict[str, object], sentence: str) -> bool:
    """Tell whether a sentence says no more than what has been read of it."""
    plain = sentence.strip(" .")
    if _ONLY_VALIDITY.fullmatch(plain):
        return bool(span := span_in(plain)) and span.items() <= keys.items()
    if match := _ONLY_EXTENSION.fullmatch(plain):
        return keys.get("extension") == {"length": _length(match[1], match[2]), "automatic": True}
    match = _ONLY_NOTICE.fullmatch(plain)
    return match is not None and keys.get("termination") == {"notice": _length(match[1], match[2])}


def _is_told(block: Block) -> bool:
    """Tell whether all that a block says has been read: nothing but the years, or one plain sentence."""
    text = block.text.strip(" .")
    plain = _ONLY_YEARS.fullmatch(text)
    sentence = _ONLY_VALIDITY.fullmatch(text)
    return block.kind is not Kind.ROW and bool(plain or sentence) and bool(span_in(text))


def signed_lines(text: str) -> Iterator[tuple[str, str]]:
    """Give the places and days of signing that a line of signatures tells: ”Storuman den 8 december 2016”."""
    plain = re.sub(r"^(?:ort(?: och |/| & )datum|datum|ort)\s*:? *", "", text.strip(), flags=re.IGNORECASE)
    words = plain.strip(" .").split(" ")
    for i in range(min(_MOST_WORDS_OF_PLACE, len(words) - 1) + 1):
        date = date_written(" ".join(words[i:]).removeprefix("i "))
        place = " ".join(words[:i]).strip(" ,")
        if (
            len(date) >= len("2016-12")
            and date.replace("-", "").isdecimal()
            and all(_OF_PLACE.fullmatch(word) for word in words[:i])
        ):
            yield place, date
            return
