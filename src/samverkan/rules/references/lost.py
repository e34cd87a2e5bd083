"""References that lead nowhere, and where they were most likely meant to lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain, islice
from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, Severity
from samverkan.guess import Guess, did_you_mean
from samverkan.model.choices import Item, Kind
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.words.hints import GUESS, NO_GUESS, NOT_READ, NOT_READ_BUT, RENAMED, THOSE_HERE
from samverkan.words.lists import MOST_LISTED, FirstOf
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.asked_for import ids_asked_for
from samverkan.workspace.called import part_called
from samverkan.workspace.meant import has_part_without_id, mend_with_id, part_without_id
from samverkan.workspace.numbered import numbered_part
from samverkan.workspace.remembered import remembered
from samverkan.workspace.renamed_parts import stands_alone
from samverkan.workspace.unnamed import needing_agreement
from samverkan.workspace.without_id import parts_asked_for

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.document import DocumentModel
    from samverkan.model.links import Link
    from samverkan.workspace.document import Document
    from samverkan.workspace.renamed_parts import RenamedPart

_MOST_FITTING = 500
"""As many ids are held against one that leads nowhere."""
_ALL = frozenset({"alla", "allt", "samtliga", "all", "everyone", "everything"})
_MOST_AT_ONCE = 20
_SHORTEST_WORD = 4

_REFERENCE = Text("Hänvisningen står här.", "The reference stands here.")
_WITHOUT_ID = Text(
    " Troligen avses {what} i {file}, som inte har något id. Lägg till Id (`id: {id}`) där.",
    " What is meant is most likely {what} in {file}, which has no id: write `id: {id}` there.",
)
_WITHOUT_ID = Text(" Det som står här har inget id.", " What stands here has no id.")


@rule(
    Severity.ERROR,
    Entry(
        sv="Hänvisningen {id} leder ingenstans.",
        en="The reference {id} leads nowhere.",
        sv_help="Det ska vara id för {wanted}.{guess} "
        "Rätta eller ta bort hänvisningen, eller skriv in id:t där det hör hemma.",
        en_help="It must be the id of {wanted}.{guess} "
        "Correct or delete the reference, or write the id where it belongs.",
    ),
    kinds=ALL_KINDS,
)
def unknown_reference(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A reference to nothing breaks the thread from the agreement to what is done.

    sv: En hänvisning som inte leder någonstans bryter tråden från överenskommelsen till det som görs.
    source: Filformatet. | The file format.
    bad:
        commitments:
          - {id: delta, by: kommunen, text: Delta i rådet., theme: coordination, focus_area: centrum}
    good:
        commitments:
          - {id: delta, by: kommunen, text: Delta i rådet., theme: coordination, focus_area: platser}
    """
    told = set[str]()
    lost = list(_lost(given))
    places = _places(lost)
    for one in given.workspace.meant.renamed.values():
        if one.document is given.document:
            yield _at_renamed(one)
    asked = parts_asked_for(given.workspace.references)
    for without_id, other in asked.get(given.document, {}).items():
        yield _at_part(given.document, without_id, other.link, other.document.file)
    for link in lost:
        if link.target in told:
            continue
        fitting = tuple(dict.fromkeys(islice(_fitting(given, link), _MOST_FITTING)))
        guess = did_you_mean(link.target.rpartition("#")[2], _with_parts(fitting), _instead(link, fitting))
        if (place := _meant_part(given.document, link, guess, fitting)) is not None:
            told.add(link.target)
            yield _at_part(given.document, place, link, given.document.file)
            continue
        breach = _at_reference(given, link, guess, fitting)
        if not _is_known(breach.mend):  # what is meant is for the author to know, in every place
            told.add(link.target)
            others = (Elsewhere(_REFERENCE, path) for path in places[link.target][1:_MOST_AT_ONCE])
            breach = replace(breach, related=(*breach.related, *others))
        yield breach


def _is_known(mend: Mend | None) -> bool:
    text = mend.text if mend is not None else ""
    return bool(text if isinstance(text, str) else text.guessed)


def _places(links: Iterable[Link]) -> dict[str, list[KeyPath]]:
    """Give the places of some references by what they lead to."""
    found: dict[str, list[KeyPath]] = {}
    for link in links:
        found.setdefault(link.target, []).append(link.path)
    return found


def _lost(given: RuleInput[DocumentModel]) -> Iterator[Link]:
    """Give the references that lead nowhere, but those of which it is told at the part that bears another's id."""
    references = given.workspace.references
    told = frozenset(needing_agreement(given.document, given.workspace.relations))
    asked = (one for places in parts_asked_for(references).values() for one in places.values())
    without_id = {one.link.target for one in asked}
    for link in given.document.links:
        is_resolved = (
            link.to.items == (Item.PARTY,) or link in told or references.resolve(given.document, link) is not None
        )
        is_told = is_resolved or references.might_resolve(given.document, link)
        if not is_told and not _is_asked_for(given, link) and link.target not in without_id:
            yield link


def _is_asked_for(given: RuleInput[DocumentModel], link: Link) -> bool:
    """Tell whether a reference was meant for a part that bears another part's id."""
    asked = (ids_asked_for(document, given.workspace.references) for document in _near(given))
    return any(found[0].link.target == link.target for asking in asked for found in asking.values())


def _led_nowhere_from(given: RuleInput[DocumentModel], items: tuple[Item, ...]) -> list[tuple[Document, KeyPath]]:
    """Give the parts of some kinds with an id, in a document and those that it opens, that nothing leads to."""
    return [
        (document, place.path)
        for document in _near(given)
        for place in document.items.values()
        if place.item in items and not given.workspace.references.to(document, place.path)
        if not stands_alone(document, place, items)
    ]


def _at_renamed(found: RenamedPart) -> Breach:
    """Point at the id that was changed where it stands alone."""
    path, first = (*found.place.path, "id"), found.lost[0]
    file = "" if first.document is found.document else first.document.file
    said = RENAMED.with_fields(own=str(found.document.value_at(path)))
    where, wanted = Elsewhere(_REFERENCE, first.link.path, file), first.link.to
    return at(*path, related=(where,), mend=Mend(found.name), id=found.name, wanted=wanted, guess=said)


def _id_at(document: Document, place: KeyPath) -> str:
    return str(document.value_at((*place, "id")))


def _near(given: RuleInput[DocumentModel]) -> tuple[Document, ...]:
    """Give the documents whose plain ids a document can use: itself, and those that it names at its top."""
    return (given.document, *given.workspace.references.opened_by(given.document))


def _at_reference(given: RuleInput[DocumentModel], link: Link, guess: Guess, fitting: tuple[str, ...]) -> Breach:
    """Point at a reference that leads nowhere, with what stands in its place where it should."""
    if everything := _everything(given.document, link):
        said = GUESS.with_fields(guess=everything)
        return at(*link.path, mend=Mend(everything), id=link.target, wanted=link.to, guess=said)
    meant = _named_otherwise(given, link, guess, fitting)
    if meant:
        guess = did_you_mean(meant, (meant,))
    mend = _likeliest(given, link, meant or guess, fitting)
    return at(*link.path, mend=mend, id=link.target, wanted=link.to, guess=guess)


def _named_otherwise(given: RuleInput[DocumentModel], link: Link, guess: Guess, fitting: tuple[str, ...]) -> str:
    """Give the id of the part that a reference names by its number, by a word of its id or by words of its name."""
    near = _near(given)
    return (
        numbered_part(link.target, link.to, near)
        or _with_word(link.target, fitting)
        or part_called(link.target, link.to.items, near)
        or ("" if fitting else _in_another(given, link))
        or ("" if guess.guessed else _sharing_a_word(link.target, fitting))
    )


def _everything(document: Document, link: Link) -> str:
    """Write all ids that may stand in a place where the word for all stands, in the order of the document."""
    names = _fitting_in(document, link.to.items) if link.target in _ALL else ()
    around = document.value_at(link.path[:-1]) if isinstance(link.path[-1], int) else None
    is_listed = isinstance(link.path[-1], int) and not isinstance(around, list)
    return f"[{', '.join(names)}]" if is_listed and 0 < len(names) <= _MOST_AT_ONCE else ""


def _likeliest(given: RuleInput[DocumentModel], link: Link, guess: str | Guess, fitting: tuple[str, ...]) -> Mend:
    """Lead a reference where it was most likely meant to lead: to the only part there is, or the only one left."""
    if isinstance(guess, str):
        return Mend(guess)
    if len(fitting) == 1 and not _has_others(given, link):
        return Mend(fitting[0])
    return (None if guess.guessed else _only_left(given, link, fitting)) or Mend(guess)


def _only_left(given: RuleInput[DocumentModel], link: Link, fitting: tuple[str, ...]) -> Mend | None:
    """Show the one part that is not yet named where the others are, the outcome that is left to tell, or not at all."""
    named = _named_alike(given.document).get((link.path[0], link.path[-1]), frozenset())
    if len(fitting) <= len(named) + 1:
        left = [name for name in fitting if name not in named]
        if len(left) == 1 and not named.isdisjoint(fitting):
            return Mend(left[0], is_example=True)
    is_of_part = not link.to.kinds and "#" not in link.target and len(fitting) < _MOST_FITTING
    nowhere = _led_nowhere_from(given, link.to.items) if is_of_part else []
    return Mend(_id_at(*nowhere[0]), is_example=True) if len(nowhere) == 1 else None


@remembered(maxsize=256)
def _named_alike(document: Document) -> dict[tuple[str | int, str | int], frozenset[str]]:
    """Give what a document names in the same lists of it under the same key."""
    found: dict[tuple[str | int, str | int], set[str]] = {}
    for link in document.links:
        found.setdefault((link.path[0], link.path[-1]), set()).add(link.target)
    return {place: frozenset(names) for place, names in found.items()}


def _with_word(written: str, fitting: Sequence[str]) -> str:
    """Give the one id that has a word as one of those between its hyphens: `unga-och-föräldrar` for `föräldrar`."""
    if len(written) < _SHORTEST_WORD or written.isdigit() or len(fitting) == _MOST_FITTING:
        return ""
    found = [name for name in fitting if written.casefold() in name.split("-")]
    return found[0] if len(found) == 1 else ""


def _in_another(given: RuleInput[DocumentModel], link: Link) -> str:
    """Refer to the part of some id in the newest document under the same agreement that has one, and is not named."""
    relations, document = given.workspace.relations, given.document
    agreement = document if document.kind == Kind.AGREEMENT else relations.agreement_of(document)
    found = [
        one
        for one in given.workspace.references.holding(link.target)
        if one.id and one.items[link.target].item in link.to.items
        if agreement is not None and relations.agreement_of(one) is agreement
    ]
    newest = max(found, key=lambda one: (one.period[0] or date.min, one.id or ""), default=None)
    return f"{newest.id}#{link.target}" if newest is not None else ""


def _sharing_a_word(written: str, fitting: Sequence[str]) -> str:
    """Give the one id that has a word in common with what was written: `stökig-hamn` for `otrygg-hamn`."""
    words = {word for word in written.casefold().split("-") if len(word) >= _SHORTEST_WORD and word.isalpha()}
    found = [name for name in fitting if not words.isdisjoint(name.split("-"))]
    return found[0] if len(found) == 1 else ""


def _has_others(given: RuleInput[DocumentModel], link: Link) -> bool:
    """Tell whether parts without an id may have been meant by a reference."""
    return any(has_part_without_id(document, link.to.items) for document in _near(given))


def _meant_part(document: Document, link: Link, guess: Guess, fitting: Sequence[str]) -> KeyPath | None:
    """Find the part without an id that a reference was meant to lead to, unless it is a misspelt id."""
    place = part_without_id(document, link.target, link.to.items, is_only=not fitting)
    return None if place is not None and guess.guessed else place  # a guess is dear, and most have no such part


def _at_part(document: Document, place: KeyPath, link: Link, file: str) -> Breach:
    """Point at the part that has no id, where a reference in some file was meant to lead."""
    mend, where = mend_with_id(document, place, link.target), Elsewhere(_REFERENCE, link.path, file)
    return at(*place, related=(where,), mend=mend, id=link.target, wanted=link.to, guess=_WITHOUT_ID)


def _with_parts(fitting: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Give references with the ids of the parts that they end in, which are held against what was written."""
    return tuple((name, name.rpartition("#")[2]) for name in fitting)


def _instead(link: Link, fitting: tuple[str, ...]) -> Text:
    """Say, where nothing like a reference is known, what is: and of a document that it has not been read."""
    is_document = bool(link.to.kinds) and not link.to.items and "#" not in link.target
    here = THOSE_HERE.with_fields(known=FirstOf(fitting[:MOST_LISTED], count=len(fitting))) if fitting else NO_GUESS
    return NOT_READ_BUT.with_fields(not_read=NOT_READ, here=here) if is_document else here


def _fitting(given: RuleInput[DocumentModel], link: Link) -> Iterator[str]:
    """Give the ids that a reference could lead to, as they would be written in its place."""
    references, (whole, _, item) = given.workspace.references, link.target.partition("#")
    if not item:
        yield from _other_documents(given, link.to.kinds)
        yield from chain.from_iterable(_fitting_in(document, link.to.items) for document in _near(given))
    elif other := given.workspace.by_id.get(whole):
        yield from (f"{whole}#{name}" for name in _fitting_in(other, link.to.items))
    else:
        holding = (one for one in references.holding(item) if one.id and one.items[item].item in link.to.items)
        yield from (f"{one.id}#{item}" for one in holding)


def _other_documents(given: RuleInput[DocumentModel], kinds: Collection[Kind]) -> Iterator[str]:
    """Give the ids of the documents of some kinds but its own: none means itself."""
    known = given.workspace.kinds_by_id.items() if kinds else ()
    return (name for name, kind in known if kind in kinds and name != given.document.id)


@remembered(maxsize=256)
def _fitting_in(document: Document, items: tuple[Item, ...]) -> tuple[str, ...]:
    return tuple(name for name, place in reversed(document.items.items()) if place.item in items)
