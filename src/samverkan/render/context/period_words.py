"""Periods that are told in the document's own words, made to stand after ”gäller”."""

from __future__ import annotations

import re

from samverkan.words.clauses import LENGTHS

_THIS = "(?:(?:denna|detta|den här|det här|dessa|the|this) )?"
_AGREEMENT = "(?:samverkans)?(?:överenskommelsen?|avtal(?:et)?)|agreement"
_OTHER = "(?:medborgar)?löft(?:et|ena|en|e)|(?:handlings|åtgärds|kommunikations)?plan(?:en)?|promise"
_APPLIES = "(?:gäller|är giltiga?|giltigt?|applies|is valid|valid):? +"
_OF_AGREEMENT = re.compile(f"(?:{_THIS}(?:{_AGREEMENT}) )?{_APPLIES}", re.IGNORECASE)
_OF_OTHERS = re.compile(f"(?:{_THIS}(?:{_OTHER}) )?{_APPLIES}", re.IGNORECASE)
_NUMBERS = "|".join(word for lengths in LENGTHS.values() for word in lengths if len(word) > 1)
_OF_TIME = re.compile(
    rf"(?:{_NUMBERS}|från|fr\.o\.m\.|till|t\.o\.m\.|tills|fram|per|så|cirka|längst|minst|högst|hela|varje|vart|"
    r"mandatperioden?|\w{0,30}årig\w{0,10}|\w{0,30}år(?:et|en)?|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|"
    r"november|december|sommaren|vintern|vår-|from|until|for|over|during)(?= )"
)


_HOW = re.compile(
    "(?:när|då|tills|till|så länge|så snart|i samband med|inför|vid|under|i|från|when|until|as long as|as soon as|in|"
    "at) ",
    re.IGNORECASE,
)
_UNTIL = re.compile("(?:tills|till|så länge|until|as long as) ", re.IGNORECASE)


def says_how(said: str) -> bool:
    """Tell whether words say themselves how a time is meant, so that no word of ours can stand before them."""
    return _HOW.match(said) is not None


def says_until(said: str) -> bool:
    """Tell whether words say themselves that they are an end: ”tills nästa plan beslutas”."""
    return _UNTIL.match(said) is not None


def without_applies(text: str, *, of_agreement: bool) -> str:
    """Leave out the words that stand before a period anyway: ”Gäller från undertecknandet” is ”från undertecknandet”.

    Args:
        text: the period in words.
        of_agreement: whether it is an agreement's, which may speak of a plan's time as well.
    """
    pattern = _OF_AGREEMENT if of_agreement else _OF_OTHERS
    return text[found.end() :] if (found := pattern.match(text)) and found.end() < len(text) else text


def after_applies(said: str) -> str:
    """Write a period with a small letter, where it stands in a sentence and begins with a word of time."""
    begins = said[:1].lower() + said[1:]
    return begins if _OF_TIME.match(begins) else said
