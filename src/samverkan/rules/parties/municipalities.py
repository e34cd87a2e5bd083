"""Municipalities: their codes, and names that fit the codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Mend, Severity
from samverkan.model.choices import PartyType
from samverkan.model.kinds import is_situation_picture
from samverkan.model.parties import Party
from samverkan.municipalities import is_known, is_name_of, named, nearest, present_code, register
from samverkan.rules.concern import Concern
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.source.quoting import quoted
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.document import DocumentModel
    from samverkan.model.picture import Area
    from samverkan.municipalities import Municipality
    from samverkan.words.sentence import FieldValue


@rule(
    Severity.NOTE,
    Entry(
        sv="{name} saknar kommunkod.",
        en="{name} has no municipality code.",
        sv_help='Av namnet framgår vilken kommun det är. Lägg till Kommunkod (`code: "{code}"`) hos parten, så är det '
        "säkert också om namnet skrivs om.",
        en_help='The name tells which municipality it is. Add the line `code: "{code}"` to the party, so that it is '
        "certain also if the name is rewritten.",
    ),
    concern=Concern.METHOD,
    kinds=ALL_KINDS,
)
def municipality_without_code(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Names are written in many ways; the code says for certain which municipality is meant.

    sv: Namn skrivs på många sätt; av koden framgår säkert vilken kommun som avses.
    source: SCB:s kommunkoder. | Statistics Sweden's municipality codes.
    bad:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, name: Lessebo kommun}
    good:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    """
    for path, name in _without_code(given.model):
        if known := named(name):
            yield at(*path, name=name, code=known.code)


@rule(
    Severity.WARNING,
    Entry(
        sv="Det framgår inte av namnet vilken kommun {name} är, och kommunkod saknas.",
        en="The name does not tell which municipality {name} is, and there is no code.",
        sv_help="Lägg till Kommunkod (`code`), kommunens fyrsiffriga kod hos SCB inom citattecken, till exempel "
        '`code: "0761"`.{guess}',
        en_help="Add `code`, the four-digit code of the municipality at Statistics Sweden in quotes, such as `code: "
        '"0761"`.{guess}',
    ),
    concern=Concern.METHOD,
    kinds=ALL_KINDS,
)
def municipality_not_known(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What is demanded of a municipality can be followed only where it is known which one it is.

    sv: Det som krävs av en kommun går bara att följa när det framgår vilken kommun det är.
    source: SCB:s kommunkoder. | Statistics Sweden's municipality codes.
    bad:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, name: Lesebo kommun}
    good:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    """
    for path, name in _without_code(given.model):
        if named(name) is None:
            meant = nearest(name)
            yield at(*path, name=name, guess=_HAS_CODE.with_fields(**_named(meant)) if meant else _NONE)


def _without_code(model: DocumentModel) -> Iterator[tuple[KeyPath, str]]:
    """Give the parties that are municipalities without a code, with their names."""
    for i, party in enumerate(model.parties):
        if party.type is PartyType.MUNICIPALITY and party.code is None:
            yield ("parties", i), party.name


@rule(
    Severity.ERROR,
    Entry(
        sv="{name} har en kommunkod men är inte en kommun.",
        en="{name} has a municipality code but is not a municipality.",
        sv_help="Ange kommun som Typ (`type: municipality`), eller ta bort Kommunkod (`code`).",
        en_help="Change it to `type: municipality`, or delete `code`.",
    ),
    kinds=ALL_KINDS,
)
def code_without_municipality(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A code on another party is most likely on the wrong line.

    sv: En kommunkod på en annan part har troligen hamnat på fel rad.
    source: SCB:s kommunkoder. | Statistics Sweden's municipality codes.
    bad:
        parties:
          - {id: polisen, type: police, code: "0780", name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    good:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    """
    for path, one in _coded(given.model):
        is_other = one.type is not PartyType.MUNICIPALITY and (one.type is not None or isinstance(one, Party))
        if is_other and one.code is not None:
            yield at(*path, "code", name=one.name)


@rule(
    Severity.ERROR,
    Entry(
        sv="Ingen kommun har koden {code}.",
        en="No municipality has the code {code}.",
        sv_help="Slå upp koden hos SCB.{guess}",
        en_help="Look up the code at Statistics Sweden.{guess}",
    ),
    kinds=ALL_KINDS,
)
def unknown_municipality_code(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """The code ties the agreement to figures about the municipality; a wrong one ties it to nothing.

    sv: Koden knyter överenskommelsen till siffror om kommunen; en felaktig kod knyter den till ingenting.
    source: SCB:s kommunkoder. | Statistics Sweden's municipality codes.
    bad:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0769", name: Lessebo kommun}
    good:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    """
    for path, one in _coded(given.model):
        if one.code is not None and not is_known(one.code):
            meant = register().get(present_code(one.code)) or nearest(one.name)
            guess = _HAS_CODE.with_fields(**_named(meant)) if meant else _NONE
            mend = Mend(quoted(meant.code)) if meant else None
            yield at(*path, "code", mend=mend, code=one.code, guess=guess)


def _coded(model: DocumentModel) -> Iterator[tuple[KeyPath, Party | Area]]:
    """Give what can have a municipality's code: the parties of a document, and the areas of a situation picture."""
    yield from ((("parties", i), party) for i, party in enumerate(model.parties))
    areas = model.areas if is_situation_picture(model) else ()
    yield from ((("areas", i), area) for i, area in enumerate(areas))


@rule(
    Severity.WARNING,
    Entry(
        sv="{name} stämmer inte med koden {code}, som hör till {known}.",
        en="{name} does not match the code {code}, which belongs to {known}.",
        sv_help="Rätta namnet eller koden.{guess}",
        en_help="Correct the name or the code.{guess}",
    ),
    kinds=ALL_KINDS,
)
def municipality_name_mismatch(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A name that does not match its code is misspelt, or the code is another municipality's.

    sv: Ett namn som inte stämmer med koden är felstavat, eller så hör koden till en annan kommun.
    source: SCB:s kommunkoder. | Statistics Sweden's municipality codes.
    bad:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lesebo kommun}
    good:
        parties:
          - {id: polisen, type: police, name: Lokalpolisområde Nybro}
          - {id: kommunen, type: municipality, code: "0761", name: Lessebo kommun}
    """
    for path, one in _coded(given.model):
        known = register().get(one.code or "")
        yield from _with_made_up_code(path, one)
        if known is None or one.type is not PartyType.MUNICIPALITY or is_name_of(one.name, known):
            continue
        meant = nearest(one.name)
        same = meant is None or meant == known
        words = _MEANT_NAME if same else _HAS_CODE
        fields = _named(known if meant is None or same else meant)
        guess = words.with_fields(**fields)
        yield at(*path, "name", name=one.name, code=known.code, known=known.name, guess=guess)


def _with_made_up_code(path: KeyPath, one: Party | Area) -> Iterator[Breach]:
    """Tell of a real municipality that still has a code of the examples."""
    is_made_up = one.code is not None and one.code not in register() and is_known(one.code)
    if is_made_up and one.type is PartyType.MUNICIPALITY and (real := named(one.name)):
        guess = _HAS_CODE.with_fields(**_named(real))
        mend = Mend(quoted(real.code))
        yield at(*path, "code", mend=mend, name=one.name, code=one.code or "", known=_MADE_UP, guess=guess)


_NONE = Text("", "")
_MADE_UP = Text("påhittade kommuner i exempel", "made-up municipalities of examples")
_MEANT_NAME = Text(" Menade du {name}?", " Did you mean {name}?")
_HAS_CODE = Text(" {name} har koden {code}.", " {name} has the code {code}.")


def _named(municipality: Municipality) -> dict[str, FieldValue]:
    return {"name": municipality.name, "code": municipality.code}
