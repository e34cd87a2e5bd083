"""Whether a text says what is to change: words for a movement, such as less, more, better, stop and keep."""

from __future__ import annotations

import re

_MOVEMENT = re.compile(
    r"\b(?:minsk\w*|öka\w*|ökning\w*|färre|fler|flera än|mindre|mer|lägre|högre|bättre|sämre|sänk\w*|sjunk\w*|höj\w*"
    r"|stig\w*|halver\w*|fördubbl\w*|dubbl\w*|förbättr\w*|förstärk\w*|stärk\w*|utveckl\w*|upphör\w*|försvinn\w*"
    r"|avta\w*|avskaffa\w*|bryt(?:a|s|as)|stoppa\w*|bli(?:r|va)?|förebygg\w*|förhindr\w*|behåll\w*|bibehåll\w*|bevara\w*"
    r"|inte överstig\w*|tryggare|lugnare|säkrare|\w+are än"
    r"|reduc\w+|decreas\w+|increas\w+|fewer|less|more|lower|higher|better|improv\w+|rais\w+|halv\w+|doubl\w+|strengthen\w*"
    r"|develop\w*|becom\w+|prevent\w*|keep\w*|maintain\w*|safer|calmer)\b",
    re.IGNORECASE,
)


def says_what_changes(text: str) -> bool:
    """Tell whether a text holds a word for a movement, in Swedish or English."""
    return _MOVEMENT.search(text) is not None
