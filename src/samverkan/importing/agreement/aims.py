"""What an old agreement aims at: purposes, overall goals and focus areas with their goals and questions."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from samverkan.importing.agreement.blocks import Block, Kind, sentences
from samverkan.importing.agreement.facts import Fact
from samverkan.importing.agreement.markdown import plain_text
from samverkan.importing.agreement.vocabulary import Topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.importing.agreement.facts import Found
    from samverkan.importing.agreement.outline import Chapter

_PURPOSE = re.compile(
    r"\b(?:(?:[Ss]yftet|[Ss]yften|[Ää]ndamålet)(?: med [^.]{3,80}?)?(?: är|:)|syftar (?:också |även "
    r"|därför |till)|ska syfte till|ska syfta till)\b"
)
_OF_THE_AGREEMENT = re.compile(
    r"(?:[Ss]yftet|[Ss]yften) (?:med (?:denna |den här |vår )?(?:samverkans)?(?:[öÖ]verenskommelse"
    r"|avtal|samverkan)\w{0,24}|är)|"
    r"(?:[Öö]verenskommelse|[Aa]vtal)\w{0,24} (?:avser att|syftar|ska syft)|"
    r"(?:[Öö]verenskommelsen|samverkan) syftar"
)
_AVERS = re.compile(
    r"^(?:Denna |Vår )?(?:[Ss]amverkans)?(?:[Öö]verenskommelse|[Aa]vtal|[Ss]amverkan)\w{0,24} (?:avser att|ska|skall)\b"
)
GOAL_MARK = re.compile(r"^(?:(?:Mål|Målsättning|Målet|Effektmål|Delmål)(?: ?[0-9]+)? ?[:.])\s*(?=\S|$)", re.IGNORECASE)
AIM = re.compile(r"(?:Med målet att|Målet(?: med [^.]{3,60}?| för [^.]{3,60}?)? är(?: att)?|Vårt mål är(?: att)?) ")
_OVERALL = re.compile(
    r"^(?:Det |Vårt |Överenskommelsens )?(?:gemensamma )?övergripande målet(?: [^.]{0,140}?)? är\b", re.IGNORECASE
)
_AREAS_FOLLOW = re.compile(
    r"\b(?:fokusområden|samverkansområden|insatsområden|prioriterade områden|områden)\b", re.IGNORECASE
)


def purposes_of(chapters: Sequence[Chapter], found: Found) -> list[Fact]:
    """Find the purposes: what stands under a heading of theirs, and sentences that say that they are."""
    purposes: list[Fact] = []
    for chapter in chapters:
        if chapter.topic is Topic.PURPOSES:
            purposes += _listed_purposes(chapter, found)
        elif chapter.topic is not Topic.FOCUS_AREAS and not chapter.area:
            purposes += _said_purposes(chapter, found)
    return purposes


def _said_purposes(chapter: Chapter, found: Found) -> list[Fact]:
    told: list[Fact] = []
    for block in chapter.blocks:
        if block.kind is Kind.PARAGRAPH:
            said = [one for one in sentences(block.text) if _OF_THE_AGREEMENT.search(one) and _PURPOSE.search(one)]
            said = [one for one in said if not one.endswith(":")]
            told += [_purpose(one, block, found, is_sure=True) for one in said]
            found.use_sentences(block, *said)
    return told


def _listed_purposes(chapter: Chapter, found: Found) -> list[Fact]:
    """Read what stands under the heading of purposes: sentences that say that they are, and lists that they lead in."""
    paragraphs = [block for block in chapter.blocks if block.kind is Kind.PARAGRAPH]
    told: list[Fact] = []
    for block in paragraphs:
        told += _sentences_of(block, (_PURPOSE, _AVERS), found)
    lead, run = _led_in(chapter.blocks)
    if run:
        found.use(*([lead] if lead else []), *run)
        return [*told, *(_purpose(item.text, item, found, is_sure=True) for item in run)]
    if not told and (clauses := _clauses(chapter.blocks)):
        found.use(*clauses)
        return [_purpose(one.text, one, found, is_sure=True) for one in clauses]
    if not told and _is_all_purpose(chapter):
        found.use(*paragraphs)
        return [_purpose(paragraphs[0].text, paragraphs[0], found, is_sure=False)]
    return told


def _is_all_purpose(chapter: Chapter) -> bool:
    """Tell whether a chapter of one paragraph says nothing but the purpose, in few sentences."""
    if len(chapter.blocks) != 1 or chapter.blocks[0].kind is not Kind.PARAGRAPH:
        return False
    said = sentences(chapter.blocks[0].text)
    is_of_goals = chapter.heading is not None and re.search(r"\bmål", chapter.heading.text, re.IGNORECASE)
    return not is_of_goals and len(said) < _MANY and not any(AIM.match(one) for one in said)


def _clauses(blocks: Sequence[Block]) -> list[Block]:
    """Give the numbered clauses of a chapter where each is one sentence: they are a list, each with one thing."""
    clauses = [block for block in blocks if block.mark and block.kind is Kind.PARAGRAPH]
    is_list = all(len(sentences(block.text)) == 1 and not block.text.endswith(":") for block in clauses)
    return [block for block in clauses if not _IS_REVIEW.search(block.text)] if is_list else []


def _sentences_of(block: Block, forms: Sequence[re.Pattern[str]], found: Found) -> list[Fact]:
    said = [one for one in sentences(block.text) if any(form.search(one) for form in forms) and not one.endswith(":")]
    found.use_sentences(block, *said)
    return [_purpose(one, block, found, is_sure=True) for one in said]


def _led_in(blocks: Sequence[Block]) -> tuple[Block | None, list[Block]]:
    """Give the list of purposes and the line that leads it in; a list with nothing else beside it needs none."""
    if blocks and all(block.kind is Kind.ITEM for block in blocks):
        return None, list(blocks)
    for i, block in enumerate(blocks[:-1]):
        is_lead = block.kind is Kind.PARAGRAPH and block.text.rstrip().endswith((":", " att"))
        if is_lead and len(sentences(block.text)) == 1 and re.search(r"syft", block.text, re.IGNORECASE):
            return block, list(takewhile(lambda one: one.kind is Kind.ITEM, blocks[i + 1 :]))
    return None, []


def _purpose(text: str, block: Block, found: Found, *, is_sure: bool) -> Fact:
    words = re.sub(r"^.*?\b(?:är|till)\b(?: att)? ", "", text, count=1)
    return Fact({"id": found.own_id(words, "syfte"), "text": plain_text(text)}, block, is_sure)


def goals_of(chapters: Sequence[Chapter], found: Found) -> list[Fact]:
    """Find the overall goals: what stands under a heading of theirs, and a sentence that says that it is one."""
    goals: list[Fact] = []
    for before, chapter in zip([None, *chapters], chapters, strict=False):
        if _is_overall(chapter, before):
            goals += _overall(chapter, found)
            continue
        is_about_goals = chapter.heading is not None and re.search(r"\bmål\b", chapter.heading.text, re.IGNORECASE)
        forms = (_OVERALL, AIM) if is_about_goals else (_OVERALL,)
        for block in [] if chapter.area else chapter.blocks:
            goals += _said_goals(block, forms, found)
    return goals


_GOALS_FOR = re.compile(r"\bmål\w{0,12} för (.+)$", re.IGNORECASE)
_WHOLE = re.compile(r"överenskommelse|avtal|samverkan|arbete|period|parter|kommun|[0-9]{4}", re.IGNORECASE)
"""What goals are for that are for all of an agreement, and not for a part of it."""


def _is_overall(chapter: Chapter, before: Chapter | None) -> bool:
    """Tell whether a chapter holds goals of the whole agreement rather than of the focus area above it."""
    part = _GOALS_FOR.search(chapter.heading.text) if chapter.heading is not None else None
    if part and not _WHOLE.search(part[1]):
        return False
    is_first = before is not None and before.topic is Topic.FOCUS_AREAS and not before.area
    return chapter.topic is Topic.GOALS and not chapter.area and (chapter.within is not Topic.FOCUS_AREAS or is_first)


def _said_goals(block: Block, forms: Sequence[re.Pattern[str]], found: Found) -> list[Fact]:
    if block.kind is not Kind.PARAGRAPH:
        return []
    said = [one for one in sentences(block.text) if any(form.match(one) for form in forms) and not one.endswith(":")]
    found.use_sentences(block, *said)
    return [goal(one, block, found) for one in said]


def _overall(chapter: Chapter, found: Found) -> list[Fact]:
    """Read what stands under the heading of goals: items, or else sentences that tell what is to become of things."""
    items = [block for block in chapter.blocks if block.kind is Kind.ITEM] or _clauses(chapter.blocks)
    if items:
        found.use(*items, *(block for block in chapter.blocks if _leads_in(block)))
        return [goal(item.text, item, found) for item in items]
    goals: list[Fact] = []
    for block in chapter.blocks:
        said = [one for one in sentences(block.text) if _tells_goal(one)]
        goals += [goal(one, block, found) for one in said]
        found.use_sentences(block, *said)
    return goals


def _tells_goal(sentence: str) -> bool:
    return _IS_GOAL.search(sentence) is not None and not _IS_REVIEW.search(sentence)


def _leads_in(block: Block) -> bool:
    """Tell whether a paragraph says no more than that a list follows."""
    return block.kind is Kind.PARAGRAPH and block.text.endswith(":") and len(block.text.split()) < _SHORT


_SHORT = 12
_MANY = 3
_IS_GOAL = re.compile(
    r"\bmål(?:et|en)?\b|\b(?:ska|skall)\b[^.]*\b(?:öka|minska|stärkas|bli|vara|utvecklas|känna|förbättras|innebära)\b"
    r"|\b(?:ökar|minskar|stärks)\b",
    re.IGNORECASE,
)
_IS_REVIEW = re.compile(r"\bföljas? upp|\bföljs upp|\buppfölj|\båterkoppl|\bmäts\b", re.IGNORECASE)


def goal(text: str, block: Block, found: Found, *, is_sure: bool = True) -> Fact:
    """Make a goal of its words, with the figure and the day that they name."""
    words = GOAL_MARK.sub("", text).strip()
    keys: dict[str, object] = {"id": found.own_id(words, "mål"), "text": plain_text(words)}
    return Fact(keys | _figures(words), block, is_sure)


def _figures(text: str) -> dict[str, object]:
    """Read how much a goal is to change by, where one figure says it; the day where one is said."""
    match = re.search(
        r"\b(minska|öka)[sr]?\b (?:med )?(?:(minst) )?([0-9]{1,3}) ?(?:%|procent)(?!enheter)", text, re.IGNORECASE
    )
    if match is None or len(re.findall(r"[0-9] ?(?:%|procent)", text)) != 1 or match[2]:
        return {}
    is_less = match[1].casefold() == "minska"
    figures: dict[str, object] = {
        "direction": "decrease" if is_less else "increase",
        "target": {"change_percent": f"-{match[3]}" if is_less else match[3]},
    }
    if base := re.search(r"\bjämfört med [^.]{0,40}?\b(?:år )?((?:19|20)[0-9]{2})\b(?! ?[–-])", text):
        figures["baseline"] = {"period": base[1]}
    return figures
