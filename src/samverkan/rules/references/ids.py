"""Ids: each is used once, and none is taken for another."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, KeyPath, Mend, MendKind, Severity
from samverkan.model.base import ID_PATTERN
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text, plain
from samverkan.workspace.asked_for import ids_asked_for
from samverkan.workspace.document import folded
from samverkan.workspace.meant import mend_with_id
from samverkan.workspace.remembered import remembered
from samverkan.workspace.workspace import look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.document import DocumentModel
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_ASKED = Text("Hänvisningen står här.", "The reference stands here.")
_LOST = Text(
    " Troligen är det här {name}, som det finns en hänvisning till men som saknas.",
    " Most likely this is {name}, which is referred to but is missing.",
)
_FIRST = Text("Samma id står här.", "The same id is here.")
THE_OTHER = Text("Det andra står här.", "The other one is here.")


@rule(
    Severity.ERROR,
    Entry(
        sv="Id:t {id} används redan av ett annat dokument.",
        en="The id {id} is already used by another document.",
        sv_help="Ge ett av dokumenten ett annat id, till exempel {example}.",
        en_help="Give one of the documents another id, for instance {example}.",
    ),
    kinds=ALL_KINDS,
)
def duplicate_document_id(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """References and file names are made from ids, so two documents with one id cannot be told apart.

    sv: Hänvisningar och filnamn bygger på id, så två dokument med samma id kan inte skiljas åt.
    source: Filformatet. | The file format.
    bad:
        id: avtal-2024
        ---
        kind: action-plan
        id: avtal-2024
    good:
        id: avtal-2024
    """
    owner = _owner_of(folded(given.document.id or ""), given.workspace)
    if owner is not None and owner is not given.document:
        name = _name_of_file(given.document)
        is_free = bool(re.fullmatch(ID_PATTERN, name)) and name not in given.workspace.kinds_by_id
        where, example = Elsewhere(_FIRST, ("id",), owner.file), name if is_free else _WITH_YEAR
        yield at("id", related=(where,), mend=Mend(name) if is_free else None, id=given.model.id, example=example)


@remembered(maxsize=256)
def _owner_of(name: str, workspace: Workspace) -> Document | None:
    """Give the document that an id is of: the one whose file is called so, or the first; None for no id."""
    same = workspace.with_folded_id(name)
    return next((one for one in same if _name_of_file(one) == name), same[0] if same else None)


def _name_of_file(document: Document) -> str:
    """Give what a document's file is called, without folders and ending, in small letters."""
    return folded(PurePath(document.file).stem)


_WITH_YEAR = Text("med årtalet i namnet", "with the year in its name")


@rule(
    Severity.WARNING,
    Entry(
        sv="Id:t {id} är lätt att förväxla med {other}.",
        en="The id {id} is easily mistaken for {other}.",
        sv_help="Ge ett av dokumenten ett id som skiljer sig tydligare.",
        en_help="Give one of the documents an id that differs more clearly.",
    ),
    kinds=ALL_KINDS,
)
def look_alike_id(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Ids that differ only by a dot, a hyphen or an o for a zero lead people to the wrong document.

    sv: Id som bara skiljs åt av en prick, ett bindestreck eller ett o i stället för en nolla leder lätt fel.
    source: Filformatet. | The file format.
    bad:
        kind: citizen-promise
        id: löfte-2024
        ---
        kind: citizen-promise
        id: lofte2024
    good:
        kind: citizen-promise
        id: löfte-2024
        ---
        kind: citizen-promise
        id: löfte-hösten
    """
    alike = given.workspace.look_alikes.get(look(given.model.id), [])
    first = alike[0] if alike else given.model.id
    if first != given.model.id and folded(first) != folded(given.model.id):
        other = given.workspace.by_id[first]
        yield at("id", related=(Elsewhere(THE_OTHER, ("id",), other.file),), id=given.model.id, other=first)


@rule(
    Severity.ERROR,
    Entry(
        sv="Id:t {id} används redan i dokumentet.",
        en="The id {id} is already used in the document.",
        sv_help="Ge en av delarna ett annat id.{asked}",
        en_help="Give one of the parts another id.{asked}",
    ),
    kinds=ALL_KINDS,
)
def duplicate_id(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A reference to an id that two parts share could mean either of them.

    sv: En hänvisning till ett id som två delar har gemensamt kan avse vilken som helst av dem.
    source: Filformatet. | The file format.
    bad:
        forums:
          - {id: rådet, name: Brottsförebyggande rådet, level: strategic}
          - {id: rådet, name: Arbetsgruppen, level: operative}
    good:
        forums:
          - {id: rådet, name: Brottsförebyggande rådet, level: strategic}
          - {id: gruppen, name: Arbetsgruppen, level: operative}
    """
    first: dict[str, KeyPath] = {}
    twice: list[tuple[KeyPath, KeyPath, str]] = []
    for path, found in given.document.item_ids:
        known = first.setdefault(folded(found), path)
        if known != path:
            twice.append((path, known, found))
    asked = ids_asked_for(given.document, given.workspace.references) if twice else {}
    for path, known, found in twice:
        related = [Elsewhere(_FIRST, known)]
        lost = asked.get(path[:-1])
        if lost is None:
            made = mend_with_id(given.document, path[:-1])
            mend = Mend(str(made.text).removeprefix("id: ")) if made and made.kind is MendKind.FIRST else None
            yield at(*path, related=tuple(related), mend=mend, id=found, asked=plain(""))
        else:
            related.append(Elsewhere(_ASKED, lost[0].link.path, lost[0].document.file))
            name = lost[0].link.target.rpartition("#")[2]
            yield at(*path, related=tuple(related), mend=Mend(name), id=found, asked=_LOST.with_fields(name=name))
