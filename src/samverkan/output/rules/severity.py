"""How much a finding matters, in words: by what can be done about the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.words.output import SEVERITIES, report
from samverkan.workspace.standing import Standing

if TYPE_CHECKING:
    from samverkan.catalogue import FindingName
    from samverkan.words.sentence import Language


def severity_words(entry: FindingName, language: Language) -> str:
    """Name the severity of a finding: one word, or one for each standing of the document where they differ."""
    draft, in_force, past = (entry.severity_in(standing) for standing in Standing)
    if draft is in_force is past:
        return SEVERITIES[draft].say(language)
    words = {"draft": SEVERITIES[draft], "in_force": SEVERITIES[in_force], "past": SEVERITIES[past]}
    return report("severity-by-standing", **words).say(language)
