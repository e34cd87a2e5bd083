"""The focus areas of an old agreement, each with its text, its questions and its goals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from samverkan.importing.agreement.aims import AIM, GOAL_MARK, goal
from samverkan.importing.agreement.blocks import Block, Kind, sentences
from samverkan.importing.agreement.facts import Fact
from samverkan.importing.agreement.markdown import plain_text
from samverkan.importing.agreement.vocabulary import Topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.importing.agreement.facts import Found
    from samverkan.importing.agreement.outline import Chapter

_GOAL_HEAD = re.compile(r"(?:mål|målsättning|målsättningar|mål för området|effektmål)\s*:?", re.IGNORECASE)
_DASH = re.compile(r"^(.{3,80}?)(?: [–—-] |: | ?– |\n)(?=[A-ZÅÄÖ])(.+)$", re.DOTALL)
_LONGEST_TITLE = 90
_MOST_WORDS_OF_TITLE = 5
_WORD = re.compile(r"[^\W\d_]{3}")


def focus_areas_of(chapters: Sequence[Chapter], found: Found) -> list[Fact]:
    """Find the focus areas: items of a list, or chapters of their own, under a heading that says what they are."""
    areas: list[Fact] = []
    listed: frozenset[str] = frozenset()
    for i, chapter in enumerate(chapters):
        if chapter.topic is Topic.FOCUS_AREAS and not chapter.area:
            listed = _titles_of_list(chapter)
            areas += [] if listed & _titles_below(chapters[i + 1 :]) else _listed_areas(chapter, found)
        elif chapter.area or _is_area(chapter, listed):
            areas.append(_area_of_chapter(chapter, _goals_after(chapters[i + 1 :]), found))
    return areas


def _titles_below(chapters: Sequence[Chapter]) -> frozenset[str]:
    return frozenset(_plain_heading(one) for one in chapters if _is_area(one, frozenset()))


def _goals_after(chapters: Sequence[Chapter]) -> list[Chapter]:
    return [one for one in chapters[:1] if one.topic is Topic.GOALS or _is_goal_head(one)]


def _titles_of_list(chapter: Chapter) -> frozenset[str]:
    """Give the focus areas that a list names: where there is one, no other heading below is an area."""
    return frozenset(_plain(_parted(chapter.blocks[i])[0]) for i in _listed_in(chapter))


def _plain_heading(chapter: Chapter) -> str:
    return _plain(chapter.heading.text) if chapter.heading else ""


def _plain(title: str) -> str:
    return title.strip("* .:").casefold()


def _is_area(chapter: Chapter, listed: frozenset[str]) -> bool:
    """Tell whether a chapter is one of the focus areas that it lies among; where a list names them, one of those."""
    title = _plain_heading(chapter)
    is_below = chapter.within is Topic.FOCUS_AREAS and chapter.topic is None and not _is_goal_head(chapter)
    return is_below and _WORD.search(title) is not None and (not listed or title in listed)


def _is_goal_head(chapter: Chapter) -> bool:
    return chapter.heading is not None and _GOAL_HEAD.fullmatch(chapter.heading.text.strip()) is not None


def _area_of_chapter(chapter: Chapter, after: Sequence[Chapter], found: Found) -> Fact:
    heading = chapter.heading
    assert heading is not None  # noqa: S101 - what has a title has a heading
    title = chapter.area or heading.text
    goals = [goal for one in after for goal in _goals_below(one.blocks, found)]
    content = _content(chapter.blocks, found)
    found.use(heading, *(one.heading for one in after if one.heading is not None))
    return _area(title, heading, content._replace(goals=[*content.goals, *goals]), found)


def _area(title: str, where: Block, content: _Content, found: Found) -> Fact:
    keys: dict[str, object] = {"id": found.own_id(title, "område"), "title": title.strip("* ").rstrip(" :.")}
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
            goals.append(goal(block.text, block, found))
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
        if GOAL_MARK.match(block.text):
            goals.append(goal(block.text, block, found))
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
    items = _listed_in(chapter)
    if not items:
        return []
    ends = [*items[1:], items[-1] + 1 if _is_unbroken(items) else len(chapter.blocks)]
    return [
        _listed_area(chapter.blocks[start], chapter.blocks[start + 1 : end], found)
        for start, end in zip(items, ends, strict=True)
    ]


def _listed_in(chapter: Chapter) -> list[int]:
    """Give the places of the items that are focus areas; none where the list is of something else."""
    blocks = chapter.blocks
    items = [i for i, block in enumerate(blocks) if block.kind is Kind.ITEM] or _titles_in(blocks)
    if len(items) < 2 or _takes_on(blocks[: items[0]]):  # noqa: PLR2004 - a list
        return []
    if not all(_WORD.search(blocks[i].text) for i in items):
        return []
    are_titles = all(blocks[i].lead or _is_title(blocks[i].text) for i in items)
    return items if _is_unbroken(items) or are_titles else []


def _is_unbroken(items: Sequence[int]) -> bool:
    return items[-1] - items[0] == len(items) - 1


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
    return len(text) <= _LONGEST_TITLE and not text.endswith((".", ":")) and _WORD.search(text) is not None


def _listed_area(item: Block, below: Sequence[Block], found: Found) -> Fact:
    found.use(item)
    title, rest = _parted(item)
    content = _content(below, found)
    aims = [one for one in sentences(rest) if AIM.match(one)]
    goals = [*(goal(one, item, found) for one in aims), *content.goals]
    said = plain_text(" ".join(one for one in sentences(rest) if one not in aims))
    text = "\n\n".join(part for part in (said, content.text) if part)
    return _area(title, item, _Content(text, content.questions, goals), found)


def _parted(item: Block) -> tuple[str, str]:
    """Part an item into the title of a focus area and what is said of it."""
    if item.lead and len(item.lead) < len(item.text):
        return item.lead.rstrip(" :–-."), item.text[len(item.lead) :].lstrip(" :–-.")
    if match := _DASH.match(item.text):
        return match[1].rstrip(), match[2].strip()
    first, *rest = sentences(item.text) or [item.text]
    if rest and len(first.split()) <= _MOST_WORDS_OF_TITLE:
        return first.rstrip("."), " ".join(rest)
    return item.text, ""
