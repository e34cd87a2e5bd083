"""Whether a text says how much, where or when: figures, number words, named places, and times of day, week and year."""

from __future__ import annotations

import re

_NUMBER = (
    r"\d|\b(?:en gång|ett par|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tjugo|trettio|fyrtio|femtio|hundra|tusen"
    r"|dubbelt|dubblera|hälften|varje|varannan?|vartannat|dussin|\w+tals?)\b"
)
_TIME = (
    r"\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en|ar|arna|s\w*)?"
    r"|(?:vår|sommar|höst|vinter)(?:en|n|ns|ens|terminen|lovet|lov|månader\w*)?|sommarlovet|sportlovet|jullovet|påsk\w*"
    r"|jul|julen|lucia|valborg\w*|midsommar\w*|halloween|nyår\w*|skolavslutning\w*|lov|loven|läsår\w*|termin\w*"
    r"|kväll\w*|natt|natten|nätter\w*|dagtid|helg\w*|veckoslut\w*|skoltid|dagligen|daglig"
    r"|(?:vecko|månads|kvartals|års?|halvårs|tertial)\w*vis|veck(?:a|an|or)|månad\w*|kvartal\w*|tertial\w*|år|året|årets"
    r"|årlig\w*)\b"
)
_PLACE_WORD = (
    r"\b(?:torget|centrum|stationen|resecentrum|busstationen|parken|skolan|skolor\w*|gymnasi\w+|högstadi\w+|badhuset"
    r"|biblioteket|fritidsgård\w*|gågatan|bostadsområde\w*|stadskärnan|tätorten|lekplats\w*|idrottsplats\w*|gång- och"
    r" cykel\w+)\b"
)
_CONCRETE = re.compile(f"{_NUMBER}|{_TIME}|{_PLACE_WORD}", re.IGNORECASE)
# A place that is named: a preposition before a capital letter. The parties are no places.
_NAMED_PLACE = re.compile(
    r"\b(?:[Ii]|[Pp]å|[Vv]id|[Kk]ring|[Rr]unt|[Ll]ängs|[Uu]tanför|[Ii]nom|[Oo]mkring)"
    r"\s+(?!Polis|Kommun|Region|BRÅ|Brå)[A-ZÅÄÖÉ][\wåäöé-]{2,}"
)


def is_concrete(text: str) -> bool:
    """Tell whether a Swedish text holds a number, a place or a time."""
    return bool(_CONCRETE.search(text) or _NAMED_PLACE.search(text))
