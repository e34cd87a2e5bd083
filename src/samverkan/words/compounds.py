"""Where the long words of the field may be divided: between the words that they are put together from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan.words.sentence import Language

_LEAST = 4
_LONG_PART = 12
_LONG_WORD = 10
# What the field's Swedish compounds begin with, as it stands inside them: with the s that joins, without a last vowel.
_PARTS_IN_ORDER = """
    aktivitets alkohol anmälnings ansvars arbets avtals barn befolknings behandlings belysnings beredskaps
    bevaknings bild bostads brotts budget butiks båt cykel datum drog effekt egendoms elev enkät familje
    fastighets folkhälso fordons forsknings framtids frihets fritids fråge förbättrings förenings
    företags försäljnings förvaltnings föräldra genomgångs grann grupp gymnasie handels handlings
    hastighets hedersrelaterat hemfrids hets hälso händelse identitets idrotts inbrotts indikator individ
    informations insats invånar jämställdhets kamera kartläggnings klotter kollektiv kommun kommunal
    kommunikations kompetens kontakt kontroll kriminalitets krishanterings kunskaps kvalitets kvarters kvinno
    kväll köp lands lednings lokal lägenhets läges läns länsstyrelse läro lång löftes lösnings medborgar medel
    medlems medverkans missbruks misshandels mätnings mål målgrupps månads mångfalds mötes narkotika nationella
    natt nykterhets närings nätverks områdes ordnings organisations orsaks ortens park
    parkerings personal plan planerings plats polis politik politiker presentations press
    prioriterings problem processer projekt promenad påverkans rapporterings region resande rese resultat resurs
    riks risk rusdrycks rätts råds rån samarbets samhälls samordnings samråds samtals samverkans sekretess
    situations skade skol skydds slut social socialtjänst spridnings stads stadsdels start statistik strategi
    strukturs styr styrelse stöd stöld säkerhets tids tillgrepps tillgänglighets tillstånds tillsyns torg trafik
    trivsel trygghets ungdoms uppdrags uppföljnings upplevelse utbildnings utrednings utsatthets utskänknings
    utvecklings utvärderings vandalism vapen vardags vecko verksamhets vittnes vålds våldtäkts vård
    vårdnads ämnes ändamåls ärende åklagar år års återkopplings åtgärds öppenhets överenskommelse överfalls
    översikts
"""
_ENDINGS = frozenset({"erna", "arna", "orna", "ernas", "arnas", "ornas", "ande", "ende", "aren", "arens"})
_FIRST_PARTS = frozenset(_PARTS_IN_ORDER.split())
_LONGEST = max(map(len, _FIRST_PARTS))


def joints(word: str, language: Language) -> list[int]:
    """Find where a compound of the field is put together.

    Args:
        word: one word, of letters alone.
        language: the language that it is in.

    Returns:
        The numbers of letters before each place; none of a word that is not known as a compound. At least four letters
        stand before the first and after the last.
    """
    if language != "sv":
        return []
    folded = word.casefold()
    if len(folded) != len(word):
        return []
    found: list[int] = []
    start = 0
    while (part := _first_part(folded, start)) and _is_word(folded[start + part :]):
        start += part
        if start >= _LEAST:
            found.append(start)
    return found


def _is_word(rest: str) -> bool:
    """Tell whether what follows a part can be a word, rather than the ending of the part."""
    return len(rest) >= _LEAST and rest not in _ENDINGS


def _first_part(word: str, start: int) -> int:
    """Give the length of the longest known part that a word goes on with, 0 for none."""
    most = min(_LONGEST, len(word) - start)
    return next((size for size in range(most, 1, -1) if word[start : start + size] in _FIRST_PARTS), 0)


def places(word: str, language: Language, *, is_narrow: bool) -> set[int]:
    """Tell before which letters a word may be divided, if the language's rules allow it there too.

    Args:
        word: one word, of letters alone.
        language: the language that it is in.
        is_narrow: whether it stands in a narrow column, where long parts may be divided as well.

    Returns:
        The numbers of letters before each place.
    """
    found = joints(word, language)
    if not is_narrow:
        return set(found)
    if not found and len(word) < _LONG_WORD:
        return set()
    parts = zip([0, *found], [*found, len(word)], strict=True)
    inside = (range(a + _LEAST, b - _LEAST + 1) for a, b in parts if not found or b - a >= _LONG_PART)
    return {*found, *(place for span in inside for place in span)}
