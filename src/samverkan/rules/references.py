"""References: every id is used once, and every reference leads somewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Path, Severity
from samverkan.messages import Entry, Text
from samverkan.model.walk import texts
from samverkan.rules.rule import At, Case, at, rule
from samverkan.workspace import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.agreement import Agreement

FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]")
_FIRST = Text("Samma id står först här.", "The same id stands here first.")


@rule(
    Severity.ERROR,
    Entry(
        sv="Id:t {id} används redan av ett annat dokument.",
        en="The id {id} is already used by another document.",
        sv_help="Ge ett av dokumenten ett annat id, till exempel med årtalet i namnet.",
        en_help="Give one of the documents another id, for instance with the year in its name.",
    ),
)
def duplicate_document_id(case: Case[Agreement]) -> Iterator[At]:
    """References and file names are made from ids, so two documents with one id cannot be told apart.

    sv: Hänvisningar och filnamn bygger på id, så två dokument med samma id kan inte skiljas åt.
    source: Filformatet. | The file format.
    """
    same = case.workspace.same_id(case.document)
    if same and same[0] is not case.document:
        where = Elsewhere(_FIRST, ("id",), same[0].file)
        yield at("id", related=(where,), id=case.model.id)


@rule(
    Severity.ERROR,
    Entry(
        sv="Id:t {id} används redan i dokumentet.",
        en="The id {id} is already used in the document.",
        sv_help="Ge en av delarna ett annat id.",
        en_help="Give one of the parts another id.",
    ),
)
def duplicate_id(case: Case[Agreement]) -> Iterator[At]:
    """A reference to an id that two parts share could mean either of them.

    sv: En hänvisning till ett id som två delar har gemensamt kan avse vilken som helst av dem.
    source: Filformatet. | The file format.
    bad:
        focus_areas:
          - {id: unga, title: Unga i riskzon}
          - {id: unga, title: Skolsäkerhet}
    good:
        focus_areas:
          - {id: unga, title: Unga i riskzon}
          - {id: skolan, title: Skolsäkerhet}
    """
    first: dict[str, Path] = {}
    for path, found in case.document.item_ids:
        known = first.setdefault(folded(found), path)
        if known != path:
            yield at(*path, related=(Elsewhere(_FIRST, known),), id=found)


@rule(
    Severity.ERROR,
    Entry(
        sv="{id} är ingen av dokumentets parter.",
        en="{id} is none of the document's parties.",
        sv_help="Skriv ett av id:na under parties: {known}.",
        en_help="Write one of the ids under parties: {known}.",
    ),
)
def unknown_party(case: Case[Agreement]) -> Iterator[At]:
    """Who commits, signs or decides must be one of those who enter the agreement.

    sv: Den som åtar sig, undertecknar eller beslutar ska vara en av dem som ingår överenskommelsen.
    source: Filformatet. | The file format.
    bad:
        commitments:
          - {by: regionen, text: Delta i det brottsförebyggande rådet.}
    good:
        commitments:
          - {by: kommunen, text: Delta i det brottsförebyggande rådet.}
    """
    known = tuple(party.id for party in case.model.parties)
    for path, party in case.model.party_references():
        if party not in known:
            yield at(*path, id=party, known=", ".join(known))


@rule(
    Severity.ERROR,
    Entry(
        sv="Hänvisningen {id} leder ingenstans.",
        en="The reference {id} leads nowhere.",
        sv_help="Det ska vara id för {wanted}. Rätta det, eller ge delen som menas det id:t.",
        en_help="It must be the id of {wanted}. Correct it, or give the part that is meant that id.",
    ),
)
def unknown_reference(case: Case[Agreement]) -> Iterator[At]:
    """A reference to nothing breaks the thread from the agreement to what is done.

    sv: En hänvisning som inte leder någonstans bryter tråden från överenskommelsen till det som görs.
    source: Filformatet. | The file format.
    bad:
        commitments:
          - {by: kommunen, text: Vandra i Centrum., focus_area: centrum}
    good:
        commitments:
          - {by: kommunen, text: Vandra i Centrum., focus_area: platser}
    """
    own = {found for _, found in case.document.item_ids}
    for path, target, wanted in case.model.references_made():
        elsewhere = case.workspace.may_hold(target) if wanted.in_workspace else False
        if target not in own and not elsewhere:
            yield at(*path, id=target, wanted=wanted.name)


@rule(
    Severity.ERROR,
    Entry(
        sv="Notmärket {mark} leder ingenstans.",
        en="The footnote mark {mark} leads nowhere.",
        sv_help="Skriv id:t för något under references eller definitions, eller lägg till det där.",
        en_help="Write the id of something under references or definitions, or add it there.",
    ),
)
def unknown_footnote(case: Case[Agreement]) -> Iterator[At]:
    """A footnote mark stands for a reference or a definition; without one the reader finds an empty mark.

    sv: Ett notmärke står för en referens eller en definition; utan den möter läsaren ett tomt märke.
    source: Filformatet. | The file format.
    bad:
        introduction: Arbetet följer lagen[^lagen].
    good:
        introduction: Arbetet följer lagen[^lag].
        references:
          - {id: lag, title: Lag om kommuners ansvar för brottsförebyggande arbete, number: 2023:196}
    """
    own = {found for _, found in case.document.item_ids}
    for written in texts(case.model):
        for mark in FOOTNOTE.finditer(written.text) if written.is_prose else ():
            if mark[1] not in own:
                yield at(*written.path, mark=f"[^{mark[1]}]")


RULES = (duplicate_document_id, duplicate_id, unknown_party, unknown_reference, unknown_footnote)
