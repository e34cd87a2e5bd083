"""The page of a municipality's duties by law: what the folder shows of each, and what to do next."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup, escape

from samverkan.law.act import LawStatus
from samverkan.law.answers import in_overview
from samverkan.model.dates import CoarseDate
from samverkan.render.context.made_pages import made_page
from samverkan.render.context.values import Fact, PartOfSection, SectionOfPage, numbered
from samverkan.words import law as words
from samverkan.words.document import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from samverkan.law.act import Answer, Evidence
    from samverkan.law.answers import MunicipalAnswers
    from samverkan.render.context.values import Context, Light, PageContext
    from samverkan.words.sentence import Language

_COLOURS = {
    LawStatus.SHOWN: "green",
    LawStatus.DUE: "yellow",
    LawStatus.LATE: "red",
    LawStatus.NOT_SHOWN: "grey",
    LawStatus.NOT_FOR_A_FILE: "blue",
}


def law_context(found: Sequence[MunicipalAnswers], today: date, language: Language, folder: str) -> PageContext:
    """Put together what the page's template is given, for a web page.

    Args:
        found: the answers, municipality by municipality.
        today: the day that they are given for.
        language: the language of the page.
        folder: the folder that the page is written to: links lead from there.
    """
    one = found[0].municipality.name if len(found) == 1 else ""
    title = words.PAGE_TITLE_ONE.with_fields(name=one) if one else words.PAGE_TITLE
    page = made_page("law", words.PAGE_KIND.say(language), title.say(language), language)
    page["facts"] = [Fact(label=words.AS_OF.say(language), html=escape(CoarseDate.of(today).say(language)))]
    page["version_date"] = Wording(language)("version_of", day=CoarseDate.of(today).say(language))
    page["head"] = {"lead": words.LEAD.say(language), "parties": []}
    page["sections"] = numbered(_sections(found, language, folder))
    return page


def _sections(found: Sequence[MunicipalAnswers], language: Language, folder: str) -> list[SectionOfPage]:
    sections = [_section(one, language, folder, begins_page=i > 0) for i, one in enumerate(found)]
    if len(found) == 1 or not any(one.answers for one in found):
        return sections
    heading = words.OVERVIEW.say(language)
    overview = PartOfSection("law_overview", heading, _overview(found, language))
    first, *others = sections
    return [SectionOfPage(heading, (overview,)), replace(first, begins_page=True), *others]


def _overview(found: Sequence[MunicipalAnswers], language: Language) -> Context:
    """Give the table of municipality by paragraph."""
    paragraphs = in_overview(found)
    return {
        "municipality": words.MUNICIPALITY.say(language),
        "columns": [paragraph.short.say(language) for paragraph in paragraphs],
        "rows": [
            {
                "name": one.municipality.name,
                "cells": [
                    words.SHORT_STATUSES[answer.status.value].say(language)
                    for answer in one.answers
                    if answer.paragraph in paragraphs
                ],
            }
            for one in found
        ],
    }


def _section(one: MunicipalAnswers, language: Language, folder: str, *, begins_page: bool) -> SectionOfPage:
    name, code = one.municipality.name, one.municipality.code
    heading = f"{name} ({code})" if code else name
    if not one.answers:
        not_yet = Markup("<p>{}</p>").format(words.NOT_YET.say(language))
        return SectionOfPage(heading, (), not_yet, begins_page=begins_page)
    content: Context = {
        "columns": [column.say(language) for column in (words.COLUMN_DEMAND, words.COLUMN_SHOWN, words.COLUMN_TO_DO)],
        "items": [_item(answer, language, folder) for answer in one.answers],
    }
    return SectionOfPage(heading, (PartOfSection("law_answers", heading, content),), begins_page=begins_page)


def _item(answer: Answer, language: Language, folder: str) -> Context:
    status: Light = {"colour": _COLOURS[answer.status], "word": answer.status.say(language)}
    return {
        "number": answer.paragraph.say(language),
        "title": answer.paragraph.heading.say(language),
        "status": status,
        "says": answer.says.say(language),
        "evidence": [_evidence(shown, language, folder) for shown in answer.evidence],
        "notes": [note.say(language) for note in answer.notes],
        "to_do": answer.to_do.say(language),
    }


def _evidence(shown: Evidence, language: Language, folder: str) -> Context:
    return {"says": shown.says.say(language), "link": _link(shown.document.path, folder)}


def _link(path: Path | None, folder: str) -> str:
    """Give the way from a folder to a file as an address; empty where there is none."""
    if path is None:
        return ""
    try:
        return quote(os.fsencode(os.path.relpath(path, folder).replace(os.sep, "/")))
    except ValueError:  # pragma: no cover - on another drive of Windows
        return ""
