"""Where references lead: to something, of the right kind, and to one thing only."""

from __future__ import annotations

from heapq import nsmallest
from itertools import chain, islice
from typing import TYPE_CHECKING

from samverkan.escape import visible
from samverkan.findings import Elsewhere, Mend, MendKind, Severity
from samverkan.guess import Guess, closest, did_you_mean
from samverkan.model.choices import Item
from samverkan.model.synonyms import values_called
from samverkan.model.texts import FOOTNOTE
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.words.groups import PARTY_GROUP_WORDS
from samverkan.words.lists import MOST_LISTED, FirstOf
from samverkan.words.sentence import Entry, Text, plain, quoted
from samverkan.words.structure import GUESS, NO_GUESS, NOT_READ, NOT_READ_BUT, THOSE_HERE
from samverkan.workspace.editions import edition_meant
from samverkan.workspace.meant import has_part_without_id, mend_with_id, part_without_id
from samverkan.workspace.meant_parties import party_of
from samverkan.workspace.numbered import numbered_part
from samverkan.workspace.references import LinkTarget, leads_to
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.document import DocumentModel
    from samverkan.model.links import Link
    from samverkan.workspace.document import Document

_LIKE_A_PARTY = 0.8
"""More alike than other ids: many words for parties end alike, as ”regionen” and ”polisen”."""
_MOST_FITTING = 500
"""As many ids are held against one that leads nowhere."""
_ALL = frozenset({"alla", "allt", "samtliga", "all", "everyone", "everything"})
_MOST_AT_ONCE = 20
_SHORTEST_WORD = 4

_REFERENCE = Text("Hänvisningen står här.", "The reference stands here.")
_MEANT = Text("Det här avses troligen.", "This is most likely meant.")
_THERE_WITHOUT_ID = Text(
    " Troligen avses {what} i {file}, som inte har något id. Lägg till Id (`id: {id}`) där.",
    " What is meant is most likely {what} in {file}, which has no id: write `id: {id}` there.",
)
_WITHOUT_ID = Text(" Det som står här har inget id.", " What stands here has no id.")


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
    near = (given.document, *given.workspace.references.opened_by(given.document))
    known: Text | None = None
    named: list[tuple[str, str]] = []
    for link in given.document.links:
        is_lost = link.to.items == (Item.PARTY,) and given.workspace.references.resolve(given.document, link) is None
        if is_lost and not given.workspace.references.might_resolve(given.document, link):
            known, named = known or _known(near), named or _named_parties(near)
            meant = chain(named, _group_words(link), _party_of_body(link, near))
            guess = did_you_mean(link.target, meant, like=_LIKE_A_PARTY)
            yield at(*link.path, mend=Mend(guess), id=link.target, known=known, guess=guess)


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
    Severity.ERROR,
    Entry(
        sv="Hänvisningen {id} leder ingenstans.",
        en="The reference {id} leads nowhere.",
        sv_help="Det ska vara id för {wanted}.{guess} Rätta det, eller ge det som avses detta id.",
        en_help="It must be the id of {wanted}.{guess} Correct it, or give this id to what it is meant to lead to.",
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
    for link in _lost(given):
        if link.target not in told:
            if everything := _everything(given.document, link):
                said = GUESS.with_fields(guess=everything)
                yield at(*link.path, mend=Mend(everything), id=link.target, wanted=link.to, guess=said)
                continue
            fitting = tuple(dict.fromkeys(islice(_fitting(given, link), _MOST_FITTING)))
            guess = did_you_mean(link.target.rpartition("#")[2], _with_parts(fitting), _instead(link, fitting))
            if (place := _meant_part(given.document, link, guess, fitting)) is not None:
                told.add(link.target)
                yield _at_part(given.document, place, link)
                continue
            if numbered := _numbered(given, link) or _with_word(link.target, fitting):
                guess = did_you_mean(numbered, (numbered,))
            near = None if guess.guessed or numbered else _elsewhere_without_id(given, link, fitting)
            if near is not None:
                yield at(*link.path, related=(near[0],), id=link.target, wanted=link.to, guess=near[1])
                continue
            mend = _likeliest(given, link, numbered or guess, fitting)
            yield at(*link.path, mend=mend, id=link.target, wanted=link.to, guess=guess)


def _lost(given: RuleInput[DocumentModel]) -> Iterator[Link]:
    """Give the references that lead nowhere; none where that is told of the edition that is named."""
    if edition_meant(given.document, given.workspace) is not None:
        return
    references = given.workspace.references
    for link in given.document.links:
        is_resolved = link.to.items == (Item.PARTY,) or references.resolve(given.document, link) is not None
        if not is_resolved and not references.might_resolve(given.document, link):
            yield link


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
    """Show the one part that is not yet named where the others are: the outcome that is left to tell."""
    named = _named_alike(given.document).get((link.path[0], link.path[-1]), frozenset())
    if len(fitting) > len(named) + 1:
        return None
    left = [name for name in fitting if name not in named]
    is_last = len(left) == 1 and not named.isdisjoint(fitting)
    return Mend(left[0], is_example=True) if is_last else None


@remembered(maxsize=256)
def _named_alike(document: Document) -> dict[tuple[str | int, str | int], frozenset[str]]:
    """Give what a document names in the same lists of it under the same key."""
    found: dict[tuple[str | int, str | int], set[str]] = {}
    for link in document.links:
        found.setdefault((link.path[0], link.path[-1]), set()).add(link.target)
    return {place: frozenset(names) for place, names in found.items()}


def _elsewhere_without_id(
    given: RuleInput[DocumentModel], link: Link, fitting: Sequence[str]
) -> tuple[Elsewhere, Text] | None:
    """Find the part without an id in a document that this one names, where a reference was meant to lead."""
    for other in given.workspace.references.opened_by(given.document):
        place = part_without_id(other, link.target, link.to.items, is_only=not fitting)
        if place is not None:
            said = dict(other.parts)[place].label
            where = _THERE_WITHOUT_ID.with_fields(what=quoted(said), file=visible(other.file), id=link.target)
            return Elsewhere(_MEANT, place, other.file), where
    return None


def _numbered(given: RuleInput[DocumentModel], link: Link) -> str:
    """Give the id of the part that a reference names by its number."""
    return numbered_part(link.target, link.to, (given.document, *given.workspace.references.opened_by(given.document)))


def _with_word(written: str, fitting: Sequence[str]) -> str:
    """Give the one id that has a word as one of those between its hyphens: `unga-och-föräldrar` for `föräldrar`."""
    if len(written) < _SHORTEST_WORD or written.isdigit() or len(fitting) == _MOST_FITTING:
        return ""
    found = [name for name in fitting if written.casefold() in name.split("-")]
    return found[0] if len(found) == 1 else ""


def _has_others(given: RuleInput[DocumentModel], link: Link) -> bool:
    """Tell whether parts without an id may have been meant by a reference."""
    near = (given.document, *given.workspace.references.opened_by(given.document))
    return any(has_part_without_id(document, link.to.items) for document in near)


def _meant_part(document: Document, link: Link, guess: Guess, fitting: Sequence[str]) -> KeyPath | None:
    """Find the part without an id that a reference was meant to lead to, unless it is a misspelt id."""
    place = part_without_id(document, link.target, link.to.items, is_only=not fitting)
    return None if place is not None and guess.guessed else place  # a guess is dear, and most have no such part


def _at_part(document: Document, place: KeyPath, link: Link) -> Breach:
    """Point at the part that has no id, where a reference was meant to lead."""
    mend, where = mend_with_id(document, place, link.target), Elsewhere(_REFERENCE, link.path)
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
        near = (given.document, *references.opened_by(given.document))
        kinds = given.workspace.kinds_by_id.items() if link.to.kinds else ()
        yield from (name for name, kind in kinds if kind in link.to.kinds)
        yield from chain.from_iterable(_fitting_in(document, link.to.items) for document in near)
    elif other := given.workspace.by_id.get(whole):
        yield from (f"{whole}#{name}" for name in _fitting_in(other, link.to.items))
    else:
        holding = (one for one in references.holding(item) if one.id and one.items[item].item in link.to.items)
        yield from (f"{one.id}#{item}" for one in holding)


@remembered(maxsize=256)
def _fitting_in(document: Document, items: tuple[Item, ...]) -> tuple[str, ...]:
    return tuple(name for name, place in reversed(document.items.items()) if place.item in items)


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


@rule(
    Severity.ERROR,
    Entry(
        sv="Notmärket {mark} leder ingenstans.",
        en="The footnote mark {mark} leads nowhere.",
        sv_help="Skriv id:t för något under Referenser (`references`) eller Definitioner (`definitions`), eller lägg "
        "till det där.",
        en_help="Write the id of something under `references` or `definitions`, or add it there.",
    ),
    kinds=ALL_KINDS,
)
def unknown_footnote(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A footnote mark stands for a reference or a definition; without one it leads nowhere.

    sv: Ett notmärke hör till en referens eller en definition; saknas den leder märket ingenstans.
    source: Filformatet. | The file format.
    bad:
        introduction: Arbetet följer lagen[^lagen].
    good:
        introduction: Arbetet följer lagen[^lag].
        references:
          - {id: lag, title: Lag om kommuners ansvar för brottsförebyggande arbete, number: 2023:196}
    """
    if not given.document.unread.isdisjoint({("references",), ("definitions",)}):
        return
    lost = (
        (written, mark)
        for written in given.document.texts_with(FOOTNOTE)
        for mark in (FOOTNOTE.finditer(written.text) if written.is_prose else ())
        if not _is_note(mark[1], given.document) and mark[1] not in given.document.ids_meant
    )
    for count, (written, mark) in enumerate(lost):
        is_looked_for = count < _MOST_AT_ONCE
        row, mend = _note_meant(mark, written.path, given.document) if is_looked_for else (None, None)
        yield at(*written.path, on_row=row, mend=mend, mark=f"[^{mark[1]}]")


def _note_meant(mark: re.Match[str], path: KeyPath, document: Document) -> tuple[int | None, Mend | None]:
    """Find the line that a footnote mark stands on, if not the first, and write it with the note that was meant."""
    extents = document.extents
    value = extents.values.get(document.written_path(path))
    rows = range(value.start[0], value.end[0] + 1) if value is not None else range(0)
    row = next((row for row in rows if mark[0] in extents.lines[row]), None)
    meant = closest(mark[1], [name for name in document.items if _is_note(name, document)])
    on_row = row if row not in rows[:1] else None
    if row is None or not meant:
        return on_row, None
    line = extents.lines[row].replace(mark[0], f"[^{meant}]")
    return on_row, Mend(f"{row} {row}\n{line}", MendKind.LINES)


def _is_note(name: str, document: Document) -> bool:
    place = document.items.get(name)
    return place is not None and place.item in {Item.REFERENCE, Item.DEFINITION, None}
