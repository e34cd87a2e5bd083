"""Who is meant: the parties by the words that agreements have for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.importing.agreement.parties import Party

_JOINTLY = re.compile(
    r"(?:de )?(?:avtalande |samverkande |båda |samtliga |alla )?parter(?:na)?(?: gemensamt|"
    r" tillsammans)?|vi|polis(?:en)? och kommun(?:en|erna)?"
    r"|kommun(?:en|erna)? och polis(?:en)?|både polisen och kommun(?:en|erna)|polisen tillsammans med"
    r" kommun(?:en|erna)",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"(?:respektive|varje|vardera) part(?:en)?|var och en av parterna|parterna var för sig", re.IGNORECASE
)
_FROM = re.compile(r"^(?:både )?(?:(?:representanter|företrädare)(?: från| för)? )?")
_AND = re.compile(r", (?:och |samt )?| (?:och|samt) ")
_SEVERAL = frozenset({"jointly", "each"})


class Who:
    """Tells who is meant, as files say it."""

    def __init__(self, parties: Sequence[Party]) -> None:
        self.parties = parties

    def by_of(self, words: str) -> str:
        """Tell who is meant by the subject of a sentence, as files say it; empty where that is not plain."""
        plain = " ".join(words.split()).strip(" ,:").casefold()
        if _JOINTLY.fullmatch(plain):
            kinds = {party.kind for party in self.parties}
            return "jointly" if "part" in plain or plain == "vi" or kinds <= {"police", "municipality"} else ""
        if _EACH.fullmatch(plain):
            return "each"
        for party in self.parties:
            names = {party.name.casefold(), party.called.casefold()} - {""}
            if plain in names | {f"{one}s" for one in names}:
                return party.id
        return self._kind(plain)

    def all_of(self, words: str) -> list[str]:
        """Tell who they are that a text lists; nobody where one of them is no party."""
        plain = " ".join(words.split()).strip(" .")
        together = self.by_of(_FROM.sub("", plain))
        if together:
            return [together]
        named = [self.by_of(_FROM.sub("", one)) for one in _AND.split(plain)]
        is_plain = all(named) and not set(named) & _SEVERAL and len(set(named)) == len(named)
        return named if is_plain else []

    def _kind(self, plain: str) -> str:
        kinds = [party.kind for party in self.parties]
        if plain in {"polis", "polisen", "lokalpolisområdet", "polisens", "polismyndigheten"} and "police" in kinds:
            return "police" if kinds.count("police") > 1 else self._only("police")
        if plain in {"kommun", "kommunen", "kommunens"} and kinds.count("municipality") == 1:
            return self._only("municipality")
        if plain in {"kommunen", "kommunerna", "kommunernas", "kommuner", "respektive kommun", "varje kommun"}:
            return "municipalities" if kinds.count("municipality") > 1 else ""
        return ""

    def _only(self, kind: str) -> str:
        return next(party.id for party in self.parties if party.kind == kind)
