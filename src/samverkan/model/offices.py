"""Bodies and offices whose names tell that they belong to the police or to a municipality."""

from __future__ import annotations

import re

from samverkan.model.choices import PartyType

_ACTING = r"(?:(?:tf|t\.f\.|tillförordnad|bitr\.|biträdande|vice|ställföreträdande|stf) )?"
_WHERE = r"(?: (?:i|för|vid) .{1,80})?"
_OFFICES = {
    PartyType.POLICE: re.compile(
        rf"{_ACTING}(?:kommunpolis|(?:lokal)?polisområdeschef|(?:lokal|region)?polischef|(?:läns)?polismästare)(?:e?n)?{_WHERE}"
        r"|polismyndigheten|lokalpolisområdet",
        re.IGNORECASE,
    ),
    PartyType.MUNICIPALITY: re.compile(
        rf"(?!.*polis)(?:(?:kommunstyrelsen?|kommunfullmäktiges?){_WHERE}"
        rf"|{_ACTING}(?:kommun(?:direktör|chef)|social(?:direktör|chef))(?:en)?{_WHERE}"
        rf"|{_ACTING}(?:kommunstyrelsens|kommunfullmäktiges) [^\W\d_]{{1,30}}{_WHERE}"
        r"|(?:[^\W\d_]{2,20}-,? (?:[^\W\d_]{2,20}- )?och )?(?!samverkan|ledning|styr)[^\W\d_]{3,30}nämnd(?:en)?)",
        re.IGNORECASE,
    ),
}


def type_with_office(office: str) -> PartyType | None:
    """Give the type of party that a body or an office belongs to by its name; None where the name does not tell.

    Args:
        office: what it is called, such as ”kommunstyrelsens ordförande”.
    """
    return next((kind for kind, names in _OFFICES.items() if names.fullmatch(office)), None)
