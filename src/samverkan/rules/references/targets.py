"""Where references lead: to something, of the right kind, and to one thing only."""

from __future__ import annotations

from heapq import nsmallest
from itertools import chain
from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, MendKind, Severity
from samverkan.guess import did_you_mean
from samverkan.model.choices import Item, PartyType
from samverkan.model.fields import part_at
from samverkan.model.kinds import model_of
from samverkan.model.plan import Actor
from samverkan.model.review import Participant
from samverkan.model.synonyms import values_called
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.source.quoting import scalar
from samverkan.words.groups import PARTY_GROUP_WORDS
from samverkan.words.hints import FOR_INSTANCE, RENAMED
from samverkan.words.lists import MOST_LISTED, FirstOf
from samverkan.words.sentence import Entry, Text, plain
from samverkan.workspace.meant_parties import party_of
from samverkan.workspace.references import LinkTarget, leads_to
from samverkan.workspace.remembered import remembered
from samverkan.workspace.renamed import party_renamed
from samverkan.workspace.unnamed import needing_agreement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.model.document import DocumentModel
    from samverkan.model.links import Link
    from samverkan.workspace.document import Document
    from samverkan.workspace.renamed import Renamed

_ROLE = Text(
    " Är det en roll, skriv den under Roll (`role`).",
    " If it is a role, write it under `role`.",
)
_REFERENCE = Text("Hänvisningen står här.", "The reference stands here.")
_CALLED = (
    ("förbund", PartyType.MUNICIPAL_ASSOCIATION),
    ("kommun", PartyType.MUNICIPALITY),
    ("polis", PartyType.POLICE),
    ("region", PartyType.REGION),
    ("länsstyrelse", PartyType.COUNTY_BOARD),
    ("bostad", PartyType.HOUSING_COMPANY),
)
"""Words in the names of parties, with what these are."""
_LIKE_A_PARTY = 0.8
"""More alike than other ids: many words for parties end alike, as ”regionen” and ”polisen”."""


@rule(
    Severity.ERROR,
    Entry(
        sv="{id} är inte någon av parterna.",
        en="{id} is not one of the parties.",
        sv_help="Skriv en parts id{known}, eller skriv in parten under Parter (`parties`) i dokumentet.{guess}",
        en_help="Write the id of a party{known}, or add the party under `parties` in the document.{guess}",
    ),
    kinds=ALL_KINDS,
)
def unknown_party(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Who commits, signs or decides must be one of those who enter the agreement.

    sv: Den som åtar sig, undertecknar eller beslutar ska vara en av dem som ingår överenskommelsen.
    source: Filformatet. | The file format.
    bad:
        commitments:
          - {id: samordnare, by: kommunen, text: Ha en samordnare., theme: coordination}
          - {id: delta, by: regionen, text: Delta i det brottsförebyggande rådet., theme: structure}
    good:
        commitments:
          - {id: samordnare, by: kommunen, text: Ha en samordnare., theme: coordination}
          - {id: delta, by: kommunen, text: Delta i det brottsförebyggande rådet., theme: structure}
    """
    if needing_agreement(given.document, given.workspace.relations):
        return
    renamed = party_renamed(given.document, given.workspace)
    if renamed is not None and renamed.document is given.document:
        yield _at_renamed(renamed)
    near = (given.document, *given.workspace.references.opened_by(given.document))
    known: Text | None = None
    named: list[tuple[str, str]] = []
    for link in _lost(given, renamed):
        known, named = known or _known(near), named or _named_parties(near)
        meant = chain(named, _group_words(link), _party_of_body(link, near))
        has_role = _may_be_role(given.document, link)
        otherwise = _ROLE if has_role else _as_party(link.target)
        guess = did_you_mean(link.target, meant, otherwise, like=_LIKE_A_PARTY)
        is_role = has_role and not guess.guessed
        mend = Mend(f"role: {scalar(link.target)}", MendKind.PAIR) if is_role else Mend(guess)
        yield at(*link.path, mend=mend, id=link.target, known=known, guess=guess)


def _lost(given: RuleInput[DocumentModel], renamed: Renamed | None) -> Iterator[Link]:
    """Give the references to no party, but those to the id that a party had, which is told of there."""
    references = given.workspace.references
    for link in given.document.links:
        is_told = renamed is not None and link.target == renamed.name
        is_lost = link.to.items == (Item.PARTY,) and not is_told and references.resolve(given.document, link) is None
        if is_lost and not references.might_resolve(given.document, link):
            yield link


def _at_renamed(renamed: Renamed) -> Breach:
    """Point at the id that was changed where it stands alone."""
    where, known = Elsewhere(_REFERENCE, renamed.links[0].path), _known((renamed.document,))
    guess = RENAMED.with_fields(own=renamed.document.value_at(renamed.path))
    return at(*renamed.path, related=(where,), mend=Mend(renamed.name), id=renamed.name, known=known, guess=guess)


def _as_party(name: str) -> Text:
    """Show how somebody is written as a party."""
    kind = next((kind for word, kind in _CALLED if word in name), PartyType.ORGANISATION)
    example = f"- {{id: {scalar(name)}, type: {kind}, name: {scalar(' '.join(name.split('-')).capitalize())}}}"
    return FOR_INSTANCE.with_fields(example=example)


def _may_be_role(document: Document, link: Link) -> bool:
    """Tell whether a role may stand in the place of a party that is unknown, and none is stated."""
    around, kind = document.value_at(link.path[:-1]), document.kind
    part = (
        part_at(model_of(kind), link.path[:-1])
        if kind and isinstance(around, dict) and link.path[-1] == "party"
        else None
    )
    return (part is Actor or part is Participant) and "role" not in around


def _named_parties(near: Sequence[Document]) -> list[tuple[str, str]]:
    """Give the ids of the parties of some documents, with their names."""
    places = {name: place for document in near for name, place in document.items.items() if place.item is Item.PARTY}
    return [(name, place.part.own_name if place.part else "") for name, place in places.items()]


def _party_of_body(link: Link, near: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """Give the party that a word for one of its bodies means, with that word: ”kommunstyrelsen”."""
    if party := party_of(link.target, near):
        yield party, link.target


def _group_words(link: Link) -> list[tuple[str, str]]:
    """Give the words for groups of parties that may stand in the place of an id, with how they are said."""
    groups = {word: PARTY_GROUP_WORDS[word].sv.split() for word in link.to.words}
    called = [(word, link.target) for word in values_called(link.target) if word in groups]
    return called + [(word, said) for word, names in groups.items() for said in (names[-1], *names[:1])]


def _known(near: Sequence[Document]) -> Text:
    """Name the parties of some documents in brackets, in the order of their ids; say nothing where there are none."""
    parties = frozenset[str]().union(*map(_parties, near))
    if not parties:
        return plain("")
    listed = FirstOf(tuple(nsmallest(MOST_LISTED, parties)), count=len(parties))
    return Text(" ({parties})", " ({parties})", {"parties": listed})


@remembered(maxsize=256)
def _parties(document: Document) -> frozenset[str]:
    return frozenset(name for name, place in document.items.items() if place.item is Item.PARTY)


@rule(
    Severity.WARNING,
    Entry(
        sv="{id} finns i flera av dokumenten som nämns överst: {documents}.",
        en="{id} is found in several of the documents named at the top: {documents}.",
        sv_help="Skriv dokumentets id, # och delens id, till exempel {guess}.",
        en_help="Write the document's id, # and the part's id, such as {guess}.",
    ),
    kinds=("situation-picture", "action-plan", "citizen-promise", "follow-up"),
)
def ambiguous_reference(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A plain id that fits parts of two documents may lead to the one that was not meant.

    sv: Ett id som passar delar av två dokument kan leda till fel del.
    source: Filformatet. | The file format.
    bad:
        kind: citizen-promise
        plan: plan-2024
        promises:
          - {id: ronder, by: jointly, text: Vi går ronder., quantity: {at_least: 20}, goals: tryggare}
        ---
        kind: agreement
        goals: [{id: tryggare, text: Fler är trygga i Centrum.}]
    good:
        kind: citizen-promise
        plan: plan-2024
        promises:
          - {id: ronder, by: jointly, text: Vi går ronder., quantity: {at_least: 20}, goals: plan-2024#tryggare}
        ---
        kind: agreement
        goals: [{id: tryggare, text: Fler är trygga i Centrum.}]
    """
    for link in given.document.links:
        if "#" in link.target or link.target in given.document.items:
            continue
        opened = given.workspace.references.opened_with(given.document, link.target)
        names = tuple(d.id or "" for d in opened if leads_to(LinkTarget(d, d.items[link.target]), link))
        if len(names) > 1:
            yield at(*link.path, id=link.target, documents=FirstOf(names), guess=f"{names[0]}#{link.target}")
