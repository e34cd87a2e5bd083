"""What an old agreement aims at: purposes, overall goals and focus areas with their goals and questions."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

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
_GOAL_MARK = re.compile(r"^(?:(?:Mål|Målsättning|Målet|Effektmål|Delmål)(?: ?[0-9]+)? ?[:.])\s*(?=\S|$)", re.IGNORECASE)
_AIM = re.compile(r"(?:Med målet att|Målet(?: med [^.]{3,60}?| för [^.]{3,60}?)? är(?: att)?|Vårt mål är(?: att)?) ")
_GOAL_HEAD = re.compile(r"(?:mål|målsättning|målsättningar|mål för området|effektmål)\s*:?", re.IGNORECASE)
_OVERALL = re.compile(
    r"^(?:Det |Vårt |Överenskommelsens )?(?:gemensamma )?övergripande målet(?: [^.]{0,140}?)? är\b", re.IGNORECASE
)
_DASH = re.compile(r"^(.{3,80}?)(?: [–—-] |: | ?– |\n)(?=[A-ZÅÄÖ])(.+)$", re.DOTALL)
_LONGEST_TITLE = 90
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
    if not told and len(chapter.blocks) == len(paragraphs) == 1:
        found.use(*paragraphs)
        return [_purpose(paragraphs[0].text, paragraphs[0], found, is_sure=False)]
    return told


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
    for chapter in chapters:
        if chapter.topic is Topic.GOALS and chapter.within is not Topic.FOCUS_AREAS and not chapter.area:
            goals += _overall(chapter, found)
            continue
        is_about_goals = chapter.heading is not None and re.search(r"\bmål\b", chapter.heading.text, re.IGNORECASE)
        forms = (_OVERALL, _AIM) if is_about_goals else (_OVERALL,)
        for block in [] if chapter.area else chapter.blocks:
            goals += _said_goals(block, forms, found)
    return goals


def _said_goals(block: Block, forms: Sequence[re.Pattern[str]], found: Found) -> list[Fact]:
    if block.kind is not Kind.PARAGRAPH:
        return []
    said = [one for one in sentences(block.text) if any(form.match(one) for form in forms) and not one.endswith(":")]
    found.use_sentences(block, *said)
    return [_goal(one, block, found) for one in said]


def _overall(chapter: Chapter, found: Found) -> list[Fact]:
    """Read what stands under the heading of goals: items, or else sentences that tell what is to become of things."""
    items = [block for block in chapter.blocks if block.kind is Kind.ITEM]
    if items:
        found.use(*items, *(block for block in chapter.blocks if _leads_in(block)))
        return [_goal(item.text, item, found) for item in items]
    goals: list[Fact] = []
    for block in chapter.blocks:
        said = [one for one in sentences(block.text) if _IS_GOAL.search(one) and not _IS_REVIEW.search(one)]
        goals += [_goal(one, block, found) for one in said]
        found.use_sentences(block, *said)
    return goals


def _leads_in(block: Block) -> bool:
    """Tell whether a paragraph says no more than that a list follows."""
    return block.kind is Kind.PARAGRAPH and block.text.endswith(":") and len(block.text.split()) < _SHORT


_SHORT = 12
_IS_GOAL = re.compile(
    r"\bmål(?:et|en)?\b|\b(?:ska|skall)\b[^.]*\b(?:öka|minska|stärkas|bli|vara|utvecklas|känna|förbättras|innebära)\b"
    r"|\b(?:ökar|minskar|stärks)\b",
    re.IGNORECASE,
)
_IS_REVIEW = re.compile(r"\bföljas? upp|\bföljs upp|\buppfölj|\båterkoppl|\bmäts\b", re.IGNORECASE)


def _goal(text: str, block: Block, found: Found, *, is_sure: bool = True) -> Fact:
    words = _GOAL_MARK.sub("", text).strip()
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


def focus_areas_of(chapters: Sequence[Chapter], found: Found) -> list[Fact]:
    """Find the focus areas: items of a list, or chapters of their own, under a heading that says what they are."""
    areas: list[Fact] = []
    for i, chapter in enumerate(chapters):
        if chapter.area or _is_area(chapter):
            after = [one for one in chapters[i + 1 :][:1] if one.topic is Topic.GOALS or _is_goal_head(one)]
            areas.append(_area_of_chapter(chapter, after, found))
        elif chapter.topic is Topic.FOCUS_AREAS:
            areas += _listed_areas(chapter, found)
    return areas


def _is_area(chapter: Chapter) -> bool:
    """Tell whether a chapter is one of the focus areas that it lies among."""
    return chapter.within is Topic.FOCUS_AREAS and chapter.topic is None and not _is_goal_head(chapter)


def _is_goal_head(chapter: Chapter) -> bool:
    return chapter.heading is not None and _GOAL_HEAD.fullmatch(chapter.heading.text.strip()) is not None


def _area_of_chapter(chapter: Chapter, after: Sequence[Chapter], found: Found) -> Fact:
    heading = chapter.heading
    assert heading is not None  # noqa: S101 - what has a title has a heading
    title = chapter.area or heading.text
    goals = [goal for one in after for goal in _goals_below(one.blocks, found)]
    content = _content(chapter.blocks, found)
    for one in after:
        if one.heading is not None:
            found.use(one.heading)
    found.use(heading)
    return _area(title, heading, content._replace(goals=[*content.goals, *goals]), found)


def _area(title: str, where: Block, content: _Content, found: Found) -> Fact:
    keys: dict[str, object] = {"id": found.own_id(title, "område"), "title": title.rstrip(" :.")}
    keys |= {"text": content.text} if content.text else {}
    keys |= {"questions": content.questions} if content.questions else {}
    keys |= {"goals": content.goals} if content.goals else {}
    return Fact(keys, where)


def _goals_below(blocks: Sequence[Block], found: Found) -> list[Fact]:
    """Read goals that stand under a mark of theirs: a list of them, or each paragraph with what belongs to it."""
    goals: list[Fact] = []
    for i, block in enumerate(blocks):
        is_part = block.kind is Kind.ITEM and any(one.kind is Kind.PARAGRAPH for one in blocks[:i])
        if is_part and goals and not blocks[0].text.endswith("att:"):
            last = goals[-1]
            keys = dict(last.value) if isinstance(last.value, dict) else {}
            is_list = str(keys["text"]).rpartition("\n")[2].startswith("- ")
            keys["text"] = str(keys["text"]) + ("\n" if is_list else "\n\n") + f"- {plain_text(block.text)}"
            goals[-1] = Fact(keys, last.where, last.is_sure)
        else:
            goals.append(_goal(block.text, block, found))
        found.use(block)
    return goals


class _Content(NamedTuple):
    """What stands in a focus area."""

    text: str
    questions: list[Fact]
    goals: list[Fact]


def _content(blocks: Sequence[Block], found: Found) -> _Content:
    """Read what stands in a focus area: its text, its questions, and its goals after a mark of theirs."""
    texts: list[str] = []
    questions: list[Fact] = []
    goals: list[Fact] = []
    for i, block in enumerate(blocks):
        if block.kind is not Kind.HEADING and _GOAL_HEAD.fullmatch(block.text.strip()):
            found.use(block)
            goals += _goals_below(blocks[i + 1 :], found)
            break
        if _GOAL_MARK.match(block.text):
            goals.append(_goal(block.text, block, found))
        elif block.text.rstrip().endswith("?"):
            questions.append(Fact(plain_text(block.text), block))
        else:
            texts.append(("- " if block.kind is Kind.ITEM else "") + plain_text(block.text))
        found.use(block)
    return _Content(_together(texts), questions, goals)


def _together(texts: Sequence[str]) -> str:
    written = ""
    for text in texts:
        is_list = text.startswith("- ") and written.rpartition("\n")[2].startswith("- ")
        written += ("\n" if is_list else "\n\n" if written else "") + text
    return written


def _listed_areas(chapter: Chapter, found: Found) -> list[Fact]:
    """Read the focus areas of a list, each with what stands below it until the next."""
    items = [i for i, block in enumerate(chapter.blocks) if block.kind is Kind.ITEM] or _titles_in(chapter.blocks)
    if len(items) < 2 or _takes_on(chapter.blocks[: items[0]]):  # noqa: PLR2004 - a list
        return []
    is_simple = items[-1] - items[0] == len(items) - 1
    if not is_simple and not all(chapter.blocks[i].lead or _is_title(chapter.blocks[i].text) for i in items):
        return []
    ends = [*items[1:], items[-1] + 1 if is_simple else len(chapter.blocks)]
    return [
        _listed_area(chapter.blocks[start], chapter.blocks[start + 1 : end], found)
        for start, end in zip(items, ends, strict=True)
    ]


def _titles_in(blocks: Sequence[Block]) -> list[int]:
    """Give the paragraphs that are titles without marks: all of them short, or each with bold words first."""
    below = [i for i, block in enumerate(blocks) if not (i == 0 and block.text.endswith((":", ".")) and not block.lead)]
    has_leads = all(0 < len(blocks[i].lead) < len(blocks[i].text) for i in below)
    are_short = all(blocks[i].kind is Kind.PARAGRAPH and _is_title(blocks[i].text) for i in below)
    return below if has_leads or are_short else []


def _takes_on(above: Sequence[Block]) -> bool:
    """Tell whether the line above a list says what somebody is to do, rather than what is prioritised."""
    lead = above[-1].text.rstrip() if above else ""
    return (
        lead.endswith("att:")
        or (bool(lead) and not lead.endswith((":", ".", "är", "områden")))
        or re.search(r"\b(?:åtar|förbinder) sig\b", lead) is not None
    )


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not text.endswith((".", ":"))


def _listed_area(item: Block, below: Sequence[Block], found: Found) -> Fact:
    found.use(item)
    title, rest = _parted(item)
    content = _content(below, found)
    aims = [one for one in sentences(rest) if _AIM.match(one)]
    goals = [*(_goal(one, item, found) for one in aims), *content.goals]
    said = plain_text(" ".join(one for one in sentences(rest) if one not in aims))
    text = "\n\n".join(part for part in (said, content.text) if part)
    return _area(title, item, _Content(text, content.questions, goals), found)


def _parted(item: Block) -> tuple[str, str]:
    """Part an item into the title of a focus area and what is said of it."""
    if item.lead and len(item.lead) < len(item.text):
        return item.lead.rstrip(" :–-."), item.text[len(item.lead) :].lstrip(" :–-.")
    if match := _DASH.match(item.text):
        return match[1].rstrip(), match[2].strip()
    return item.text, ""
