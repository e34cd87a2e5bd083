"""The page of what differs between two versions: for whoever reads on, or for the board that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from samverkan.comparing.lines import lines_below
from samverkan.comparing.saying import spoken
from samverkan.comparing.wording import Kept
from samverkan.render.context.values import USUAL_PAPER, Fact, PartOfSection, SectionOfPage, numbered
from samverkan.words.comparing import say_of
from samverkan.words.document import Wording

if TYPE_CHECKING:
    from samverkan.comparing.comparison import Comparison, Section
    from samverkan.comparing.telling import Told
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
    return {
        "top": 1,
        "place": "",
        "kind": say_of("page-kind").say(language),
        "id": "comparison",
        "language": language,
        "title": title,
        "subtitle": "",
        "ordinal": "",
        "words": Wording(language).all(),
        "parties": [],
        "case_numbers": [],
        "facts": facts,
        "status": "",
        "errors": "",
        "running_title": title,
        "draft_mark": "",
        "version_date": "",
        "kind_is_agreement": False,
        "head": {"lead": lead, "parties": []},
        "sections": numbered(sections),
        "notes": [],
        "signatures": None,
        "is_to_sign": False,
        "fingerprint": "",
        "paper": USUAL_PAPER,
        "pivot": False,
    }


def _section(section: Section, language: Language) -> SectionOfPage:
    heading = section.heading.say(language)
    content: Context = {"changes": [_change(one, language) for one in section.told]}
    return SectionOfPage(heading, (PartOfSection("changes", heading, content),))


def _change(one: Told, language: Language) -> Context:
    lines = [] if one.words else lines_below(one)
    return {
        "says": one.says.say(language),
        "words": [{"is_gone": w.kept is Kept.GONE, "is_new": w.kept is Kept.NEW, "text": w.text} for w in one.words],
        "lines": [{"label": label.say(language), "value": spoken(value, language)} for label, value in lines],
    }
