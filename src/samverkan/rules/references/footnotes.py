"""Footnote marks: those that lead nowhere, and numbers in brackets as word processors write them."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from samverkan.findings import Mend, MendKind, Severity
from samverkan.guess import closest
from samverkan.model.choices import Item
from samverkan.model.texts import FOOTNOTE
from samverkan.rules.concern import Concern
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.document import DocumentModel
    from samverkan.workspace.document import Document

_MOST_AT_ONCE = 20
_NUMBER = re.compile(r"(?<=[^\W\d_])\[([1-9][0-9]?)\](?![(\[:])")
"""The number of a footnote, right after a word; not the text of a link."""


@rule(
    Severity.ERROR,
    Entry(
        sv="Notmärket {mark} leder ingenstans.",
        en="The footnote mark {mark} leads nowhere.",
        sv_help="Skriv id:t för något under Referenser (`references`) eller Definitioner (`definitions`), lägg till "
        "det där, eller ta bort märket.",
        en_help="Write the id of something under `references` or `definitions`, add it there, or leave out the mark.",
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
    """Find the line that a footnote mark stands on, and write it with the note that was meant, or without."""
    meant = closest(mark[1], [name for name in document.items if _is_note(name, document)])
    return _on_its_line(mark[0], f"[^{meant}]" if meant else "", path, document)


def _on_its_line(mark: str, meant: str, path: KeyPath, document: Document) -> tuple[int | None, Mend | None]:
    """Find the line of a text that a mark stands on, if not the first, and write it with another mark, or without."""
    extents = document.extents
    value = extents.values.get(document.written_path(path))
    rows = range(value.start[0], value.end[0] + 1) if value is not None else range(0)
    row = next((row for row in rows if mark in extents.lines[row]), None)
    if row is None:
        return None, None
    line = extents.lines[row].replace(mark, meant)
    return row if row not in rows[:1] else None, Mend(f"{row} {row}\n{line}", MendKind.LINES, is_example=not meant)


def _is_note(name: str, document: Document) -> bool:
    place = document.items.get(name)
    return place is not None and place.item in {Item.REFERENCE, Item.DEFINITION, None}


@rule(
    Severity.WARNING,
    Entry(
        sv="{mark} är ingen not, utan skrivs ut som det står.",
        en="{mark} is no footnote, but is printed as it stands.",
        sv_help="Skriv märket med id:t för det som avses under Referenser (`references`), till exempel {example}.",
        en_help="Write the mark with the id of what is meant under `references`, such as {example}.",
    ),
    concern=Concern.ORDER,
    kinds=ALL_KINDS,
)
def footnote_by_number(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Footnotes of a word processor have numbers; here they have the ids of what they refer to, and number themselves.

    sv: Noter i en ordbehandlare har nummer; här har de id:t för det de hänvisar till, och numreras av sig själva.
    source: {order}. | {order}.
    bad:
        introduction: Arbetet följer lagen[1].
        references:
          - {id: lag, title: Lag om kommuners ansvar för brottsförebyggande arbete, number: 2023:196}
    good:
        introduction: Arbetet följer lagen[^lag].
        references:
          - {id: lag, title: Lag om kommuners ansvar för brottsförebyggande arbete, number: 2023:196}
    """
    works = [name for name, place in reversed(given.document.items.items()) if place.item is Item.REFERENCE]
    found = (
        (written, mark)
        for written in (given.document.texts_with(_NUMBER) if works else ())
        for mark in (_NUMBER.finditer(written.text) if written.is_prose else ())
    )
    for written, mark in islice(found, _MOST_AT_ONCE):
        row, mend = _on_its_line(mark[0], f"[^{works[0]}]", written.path, given.document)
        is_known = mend is not None and len(works) == 1
        yield at(*written.path, on_row=row, mend=mend if is_known else None, mark=mark[0], example=f"[^{works[0]}]")
