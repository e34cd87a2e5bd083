"""Documents that others build on by what they refer to, and that these do not name at their top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Mend, MendKind, Severity
from samverkan.model.choices import Kind
from samverkan.model.fields import keys_of
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.source.quoting import scalar
from samverkan.words.lists import FirstOf
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.unnamed import needing_agreement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.document import DocumentModel
    from samverkan.model.links import Link
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_UNDER_AGREEMENT = tuple(kind.value for kind in Kind if kind is not Kind.AGREEMENT)
_WHICH = {
    "agreement": Text("vilken överenskommelse det hör till", "which agreement it belongs to"),
    "picture": Text("vilken lägesbild det bygger på", "which situation picture it builds on"),
    "cause_analysis": Text("vilken orsaksanalys det bygger på", "which cause analysis it builds on"),
    "plan": Text("vilken åtgärdsplan det bygger på", "which action plan it builds on"),
}
_LINE = Text("Lägg till {title} (`{key}: {id}`).", "Add `{key}: {id}`.")
_OR_PARTIES = Text(
    "Lägg till Överenskommelse (`agreement`) med dess id, eller skriv in parterna under Parter (`parties`).",
    "Add `agreement` with its id, or the parties under `parties`.",
)
_MOST_NAMED = 4
_SIMPLE = ("kind", "id", *_WHICH)
"""Keys at the top, in their order, whose values are one word; a missing one is written below the last before it."""


@rule(
    Severity.ERROR,
    Entry(
        sv="{ids} leder ingenstans, för dokumentet säger inte {which}.",
        en="{ids} cannot be found, as the document does not say {which}.",
        sv_help="Det ska nämnas överst i dokumentet. {line}",
        en_help="It is to be named at the top of the document. {line}",
    ),
    kinds=_UNDER_AGREEMENT,
)
def document_not_named(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What is named once at the top need not be repeated with each reference; forgotten, all of them are lost.

    sv: Det som nämns en gång överst behöver inte upprepas där delarna används. Är det glömt leder alla hänvisningar dit
        ingenstans.
    source: Filformatet. | The file format.
    bad:
        kind: citizen-promise
        agreement:
        by: kommunen
    good:
        kind: citizen-promise
        by: kommunen
    """
    document = given.document
    if lost := needing_agreement(document, given.workspace.relations):
        name = _agreement_meant(document, given.workspace)
        yield _told(document, "agreement", name, lost)
    for missing in given.workspace.meant.unnamed(document):
        yield _told(document, missing.key, missing.document.id or "", missing.links)


def _told(document: Document, key: str, name: str, links: Sequence[Link]) -> Breach:
    """Tell what is missing, with the line that names it where it is known."""
    title = keys_of(type(document.model))[key].title or key if document.model is not None else key
    line = _LINE.with_fields(title=title, key=key, id=name) if name else _OR_PARTIES
    ids = tuple(dict.fromkeys(link.target for link in links))
    place = _place_before(document, key)
    written = f"{place[0]}: {scalar(str(document.value_at(place)))}"
    mend = Mend(f"{written}\n{key}: {name}", MendKind.PAIR) if name else None
    also = (key, "parties") if key == "agreement" else (key,)
    said = FirstOf(ids[:_MOST_NAMED], count=len(ids))
    return at(*place, also=also, mend=mend, ids=said, which=_WHICH[key], line=line)


def _place_before(document: Document, key: str) -> KeyPath:
    """Give the key of one word that a missing one is written below."""
    before = [one for one in _SIMPLE[: _SIMPLE.index(key)] if isinstance(document.value_at((one,)), str)]
    return (before[-1],)


def _agreement_meant(document: Document, workspace: Workspace) -> str:
    """Give the one agreement that what a document names belongs to, or that there is; empty for several or none."""
    named = (workspace.by_id.get(link.target) for link in document.links if link.to.kinds)
    near = {workspace.relations.agreement_of(one) for one in named if one is not None} - {None}
    agreement = near.pop() if len(near) == 1 else None
    if agreement is not None:
        return agreement.id or ""
    every = [name for name, kind in workspace.kinds_by_id.items() if kind == Kind.AGREEMENT]
    return every[0] if len(every) == 1 else ""
