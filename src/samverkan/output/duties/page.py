"""Duties as a web page."""

from __future__ import annotations

import re
from dataclasses import asdict
from itertools import pairwise
from typing import TYPE_CHECKING

from samverkan.duties.rows import Row, Status
from samverkan.model.dates import CoarseDate
from samverkan.output.duties.cells import in_words, relative
from samverkan.output.web_page import page
from samverkan.render.drawing.year_wheel import things_due, year_wheel
from samverkan.words.compounds import joints
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from samverkan.words.sentence import Language

_LONG_WORD = re.compile(r"[^\W\d_]{12,}")
_SOFT_HYPHEN = "\u00ad"


def rows_page(rows: Sequence[Row], today: date, language: Language, proposed: Mapping[Row, date]) -> str:
    """Write rows as a web page that stands alone: a year's wheel and tables sorted by date."""
    groups = [
        {
            "heading": report(f"heading-{status.value}").say(language),
            "status": status.value,
            "items": [_entry(row, language, proposed) for row in rows if row.status is status],
        }
        for status in Status
    ]
    words = {name: report(f"column-{name}").say(language) for name in ("due", "document", "what", "why", "who")}
    coming = things_due(rows, today, language)
    context = {
        "language": language,
        "title": report("followup-title", today=CoarseDate.of(today)).say(language),
        "skip": report("skip").say(language),
        "wheel": asdict(year_wheel(coming, today, language)),
        "pivot": False,
        "wheel_heading": report("wheel").say(language),
        "groups": [group for group in groups if group["items"]],
        "words": words,
        "nothing": report("nothing-due").say(language),
    }
    return page("duties.html.j2", context)


def _entry(row: Row, language: Language, proposed: Mapping[Row, date]) -> dict[str, str]:
    duty = row.duty
    return {
        "due": in_words(duty.due, language) or "–",
        "when": relative(row, language),
        "proposed": in_words(proposed.get(row), language),
        "document": _divisible(duty.title),
        "what": duty.what.say(language),
        "who": duty.responsible.say(language),
        "why": duty.reason.say(language),
    }


def _divisible(text: str) -> str:
    """Let the long words of a title be divided where they are put together, in a column that is too narrow for them.

    Titles are in their documents' language, whatever that of the page is, and those that are put together are Swedish.
    """

    def divided(found: re.Match[str]) -> str:
        word = found[0]
        places = [0, *joints(word, "sv"), len(word)]
        return _SOFT_HYPHEN.join(word[start:end] for start, end in pairwise(places))

    return _LONG_WORD.sub(divided, text)
