"""The page of what differs between two versions: for whoever reads on, or for the board that decides."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import escape

from samverkan.comparing.lines import lines_below
from samverkan.comparing.saying import spoken
from samverkan.comparing.wording import Kept
from samverkan.render.context.made_pages import made_page
from samverkan.render.context.values import Fact, PartOfSection, SectionOfPage, numbered
from samverkan.words.comparing import say_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.comparing.comparison import Comparison, Section
    from samverkan.comparing.telling import Told
    from samverkan.comparing.wording import Stretch
    from samverkan.render.context.values import Context, PageContext
    from samverkan.words.sentence import Language


def comparison_context(found: Comparison, language: Language, *, is_for_board: bool) -> PageContext:
    """Put together what the page's template is given.

    Args:
        found: the comparison.
        language: the language of the page.
        is_for_board: whether what matters most comes first, for those who decide.
    """
    form = say_of("board-title" if is_for_board else "title")
    title = form.with_fields(title=found.after.document.title).say(language)
    sections = [_section(one, language) for one in (found.by_weight if is_for_board else found.chapters)]
    facts = [
        Fact(label=say_of(key).say(language), html=escape(version.name))
        for key, version in (("before", found.before), ("after", found.after))
    ]
    lead = " ".join(one.say(language) for one in (found.summary, *found.notes))
    page = made_page("comparison", say_of("page-kind").say(language), title, language)
    page["facts"] = facts
    page["head"] = {"lead": lead, "parties": []}
    page["sections"] = numbered(sections)
    return page


def _section(section: Section, language: Language) -> SectionOfPage:
    heading = section.heading.say(language)
    content: Context = {"changes": [_change(one, language) for one in section.told]}
    return SectionOfPage(heading, (PartOfSection("changes", heading, content),))


def _change(one: Told, language: Language) -> Context:
    lines = [] if one.words else lines_below(one)
    return {
        "says": one.says.say(language),
        "words": _words(one.words),
        "lines": [{"label": label.say(language), "value": spoken(value, language)} for label, value in lines],
    }


def _words(found: Sequence[Stretch]) -> list[Context]:
    """Words that have gone and come, with a space where one would run into the other: ”ska bör”."""
    beside = [False, *(_would_run_together(before, after) for before, after in pairwise(found))]
    return [
        {"is_gone": one.kept is Kept.GONE, "is_new": one.kept is Kept.NEW, "text": one.text, "is_beside": is_beside}
        for one, is_beside in zip(found, beside, strict=False)
    ]


def _would_run_together(before: Stretch, after: Stretch) -> bool:
    is_change = Kept.SAME not in {before.kept, after.kept}
    return is_change and before.text[-1:].isalnum() and after.text[:1].isalnum()
