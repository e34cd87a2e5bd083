"""What an old agreement means by its words, and who decided on it and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.importing.agreement.blocks import Block, Kind, sentences
from samverkan.importing.agreement.facts import Fact
from samverkan.importing.agreement.markdown import plain_text
from samverkan.importing.agreement.times import date_written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.importing.agreement.facts import Found
    from samverkan.importing.agreement.outline import Chapter

_DEFINES = re.compile(
    r"(?:definitioner|begrepp|ordlista|begreppsförklaring\w{0,3}|ordförklaring\w{0,3})", re.IGNORECASE
)
_TERM = re.compile(r"^([^.:–]{2,60}?)(?::| [–-]) +(?=\S)(.{10,})$", re.DOTALL)
_PAIR = 2
_MOST_WORDS = 6
_DECIDED = re.compile(
    r"(antagen|fastställd|beslutad|godkänd)(?: av| i) ([\wåäöÅÄÖ -]{4,60}?),? (?:den )?"
    r"([0-9][0-9a-zåäö /.-]{5,24}?)(?:,? ?(§ ?[0-9]{1,4}))?[.,]?",
    re.IGNORECASE,
)
_BODY = re.compile(r"(?:kommun|region|nämnd|styrelse|fullmäktige|utskott|råd)", re.IGNORECASE)


def definitions_of(chapters: Sequence[Chapter], found: Found) -> list[Fact]:
    """Find the words that a chapter of definitions explains, each with what it means."""
    told: list[Fact] = []
    for chapter in chapters:
        heading = chapter.heading.text.strip(" :.") if chapter.heading else ""
        for block in chapter.blocks if _DEFINES.fullmatch(heading) else ():
            term, text = _parted(block)
            if term and text:
                told.append(
                    Fact({"id": found.own_id(term, "ord"), "term": term, "text": plain_text(text)}, block, quote="")
                )
                found.use(block)
    return told


def _parted(block: Block) -> tuple[str, str]:
    """Part a block into a word and what it means; two empty texts where it is not plain which is which."""
    term = text = ""
    if block.kind is Kind.ROW and len(block.cells) == _PAIR:
        term, text = block.cells
    elif block.lead and len(block.lead) < len(block.text):
        term, text = block.lead, block.text[len(block.lead) :]
    elif match := _TERM.match(block.text):
        term, text = match[1], match[2]
    term, text = term.strip(" :–-."), text.lstrip(" :–-").strip()
    is_term = term and "\n" not in term and len(term.split()) <= _MOST_WORDS and len(sentences(text)) > 0
    return (term, text) if is_term else ("", "")


def decisions_of(blocks: Sequence[Block], found: Found) -> list[Fact]:
    """Find the lines that say nothing but who decided on the agreement, and when."""
    told: list[Fact] = []
    for block in blocks:
        match = _DECIDED.fullmatch(block.text.strip())
        day = date_written(match[3]) if match else ""
        if match is None or not day or found.is_used(block) or not _BODY.search(match[2]):
            continue
        keys: dict[str, object] = {"body": match[2][:1].upper() + match[2][1:], "date": day}
        if match[1].casefold() in {"antagen", "fastställd"}:
            keys["type"] = "adopted"
        if match[4]:
            keys["paragraph"] = match[4]
        told.append(Fact(keys, block, quote=block.text))
        found.use(block)
    return told
