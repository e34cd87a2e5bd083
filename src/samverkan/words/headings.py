"""Ordinary headings of sections in Swedish and English, for those who write keys of their own in the other language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from samverkan.words.sentence import Language

_HEADINGS = tuple(
    Text(sv, en)
    for sv, en in (
        ("Risker", "Risks"),
        ("Finansiering", "Financing"),
        ("Författare", "Author"),
        ("Bakgrund", "Background"),
        ("Brott", "Crimes"),
        ("Bilaga", "Appendix"),
        ("Slutsatser", "Conclusions"),
        ("Budget", "Budget"),
        ("Kostnader", "Costs"),
        ("Inledning", "Introduction"),
        ("Sammanfattning", "Summary"),
        ("Metod", "Method"),
        ("Ansvar", "Responsibilities"),
        ("Organisation", "Organisation"),
        ("Sekretess", "Confidentiality"),
        ("Personuppgifter", "Personal data"),
        ("Tvister", "Disputes"),
        ("Ändringar", "Amendments"),
        ("Avgränsningar", "Limitations"),
        ("Framgångsfaktorer", "Success factors"),
        ("Riskfaktorer", "Risk factors"),
        ("Skyddsfaktorer", "Protective factors"),
        ("Utmaningar", "Challenges"),
        ("Utbildning", "Training"),
        ("Utvärdering", "Evaluation"),
        ("Tidplan", "Timeline"),
        ("Kommunikation", "Communication"),
        ("Vision", "Vision"),
        ("Värdegrund", "Values"),
        ("Utgångspunkter", "Principles"),
        ("Samverkan", "Cooperation"),
        ("Nästa steg", "Next steps"),
        ("Övrigt", "Other"),
        ("Styrgrupp", "Steering group"),
        ("Arbetsgrupp", "Working group"),
        ("Referensgrupp", "Reference group"),
    )
)
_BY_NAME = {name.casefold(): one for one in reversed(_HEADINGS) for name in (one.en, one.sv)}
_OTHERWISE = {
    "risk": "Risks",
    "funding": "Financing",
    "finances": "Financing",
    "authors": "Author",
    "crime": "Crimes",
    "appendices": "Appendix",
    "conclusion": "Conclusions",
    "responsibility": "Responsibilities",
    "organization": "Organisation",
    "secrecy": "Confidentiality",
    "privacy": "Personal data",
    "education": "Training",
    "schedule": "Timeline",
    "collaboration": "Cooperation",
    "miscellaneous": "Other",
}
"""Other English words that a heading is known by."""


def is_ordinary(heading: str) -> bool:
    """Tell whether a heading is one that sections often have.

    Args:
        heading: the heading, in either language.
    """
    return _found(heading) is not None


def heading_in(language: Language, heading: str) -> str:
    """Give an ordinary heading in the language of a document; any other one stays as it is.

    Args:
        language: the language of the document.
        heading: the heading, as its author wrote it.
    """
    found = _found(heading)
    is_other = found is not None and heading.strip().casefold() != found.say(language).casefold()
    return found.say(language) if found is not None and is_other else heading


def _found(heading: str) -> Text | None:
    said = " ".join(heading.split()).casefold()
    return _BY_NAME.get(_OTHERWISE.get(said, said).casefold())
