"""What has run together with a text: a key that is indented too deep, and the lines of a list without hyphens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Severity
from samverkan.model.texts import FOOTNOTE
from samverkan.rules.concern import Concern
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, quoted
from samverkan.workspace.remembered import remembered
from samverkan.workspace.within import ids_within, keys_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.document import DocumentModel
    from samverkan.workspace.document import Document
    from samverkan.workspace.within import KeyWithin


_MOST_MENDED = 8
"""As many times a file is read anew, to see that nothing else changes when a key is lined up."""
_SAID = Entry(
    sv="Raden ser ut som nyckeln `{key}`, men är så långt indragen att den läses som en del av texten ovanför.",
    en="The line looks like the key `{key}`, but is indented so far that it is read as part of the text above it.",
    sv_help="Rada upp den med de andra nycklarna. Hör raden till texten: skriv den med stor bokstav.",
    en_help="Line it up with the other keys. If the line is part of the text, write it with a capital letter.",
)


@rule(Severity.WARNING, _SAID, concern=Concern.ORDER, kinds=ALL_KINDS)
def key_inside_text(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """All that is indented below | or > is text, so a key that stands too far in is printed and never read as one.

    sv: Allt som är indraget under | eller > är text, så en nyckel som står för långt in skrivs ut och läses aldrig.
    source: YAML 1.2, avsnitt 8.1. | YAML 1.2, section 8.1.
    bad:
        introduction: |
          Rådet möts varje kvartal.
          contact: Samordnaren
    good:
        introduction: |
          Rådet möts varje kvartal.
        contact: Samordnaren
    """
    yield from _within(given.document, is_referred_to=False)


@rule(Severity.ERROR, _SAID, kinds=ALL_KINDS)
def parts_inside_text(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Parts that have become part of a text are not there, and what refers to them leads nowhere.

    sv: Delar som har blivit en del av en text finns inte, och det som hänvisar till dem leder ingenstans.
    source: YAML 1.2, avsnitt 8.1. | YAML 1.2, section 8.1.
    bad:
        introduction: |
          Rådet möts varje kvartal.
          references: [{id: lagen, title: Lagen om kommuners ansvar}]
        sections: [{title: Bakgrund, text: "Kommunen har ansvaret[^lagen]."}]
    good:
        introduction: |
          Rådet möts varje kvartal.
        references: [{id: lagen, title: Lagen om kommuners ansvar}]
        sections: [{title: Bakgrund, text: "Kommunen har ansvaret[^lagen]."}]
    """
    yield from _within(given.document, is_referred_to=True)


def _is_referred_to(one: KeyWithin, document: Document) -> bool:
    """Tell whether the document refers to parts that have become part of a text."""
    lost = {*ids_within(one.found.value)} - document.all_ids
    return bool(lost) and not lost.isdisjoint(_named_in(document))


@remembered(maxsize=16)
def _named_in(document: Document) -> frozenset[str]:
    """Give the ids that a document refers to, by keys and by footnote marks."""
    return frozenset({*(link.target for link in document.links), *FOOTNOTE.findall(document.all_texts)})


def _within(document: Document, *, is_referred_to: bool) -> Iterator[Breach]:
    """Tell of the keys within texts, those that hold parts which are referred to or the others."""
    found = [one for one in keys_within(document) if _is_referred_to(one, document) is is_referred_to]
    for i, one in enumerate(found):
        from samverkan.source.blocks import taken_out  # noqa: PLC0415 - heavy, and only for what is wrong

        around = document.written_path(one.around)
        mend = taken_out(document.extents, one.found, around) if i < _MOST_MENDED else None
        yield at(*one.path, mend=mend, on_row=one.found.row, key=one.found.key)


@rule(
    Severity.WARNING,
    Entry(
        sv="Raderna läses som en enda text, {found}: bara bindestreck skiljer delarna i en lista åt.",
        en="The lines are read as one text, {found}: nothing but hyphens parts the items of a list.",
        sv_help="Börja varje del med ett bindestreck och ett mellanslag. Är det en enda text, så skriv >- efter"
        " nyckelns kolon och texten på raderna under.",
        en_help="Begin each item with a hyphen and a space. If it is one text, write >- after the colon of the key, and"
        " the text on the lines below.",
    ),
    concern=Concern.ORDER,
    kinds=ALL_KINDS,
)
def lines_read_as_one(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """YAML joins the lines of a text to one; what was meant as a list is then printed as one long item.

    sv: YAML fogar ihop raderna i en text, och det som menades som en lista skrivs då ut som en enda lång del.
    source: YAML 1.2, avsnitt 7.3.3. | YAML 1.2, section 7.3.3.
    bad:
        contact:
          Samordnaren
          Kommunpolisen
    good:
        contact:
          - Samordnaren
          - Kommunpolisen
    """
    document = given.document
    for written in document.texts:
        if 0 not in written.path:
            continue  # in no list, or not first there
        place = document.written_path(written.path)
        if len(place) == len(written.path) or written.text in document.text:
            continue  # no list may stand there, or it is on one line
        from samverkan.model.mends import accepts_whole  # noqa: PLC0415 - heavy, and only for texts on several lines
        from samverkan.source.loose_items import as_list, loose_items  # noqa: PLC0415

        items = loose_items(document.extents, place)
        if items and accepts_whole(type(given.model), place, items):
            found = quoted(written.text[:_MOST_SHOWN])
            yield at(*place, mend=as_list(document.extents, place, items), found=found)


_MOST_SHOWN = 40
