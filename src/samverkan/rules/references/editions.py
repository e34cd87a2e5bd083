"""A document named at the top that is an edition older or newer than the one whose parts are referred to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, Severity
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.lists import FirstOf
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.editions import KINDS_COPIED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.document import DocumentModel

_REFERENCE = Text("Hänvisningen står här.", "The reference stands here.")


@rule(
    Severity.ERROR,
    Entry(
        sv="{missing} finns inte i {named}, men i {meant}.",
        en="{missing} is not found in {named}, but in {meant}.",
        sv_help="Troligen avses {meant} här. Avses {named}, rätta i stället det som hänvisar till {missing}.",
        en_help="Most likely {meant} is meant here. If {named} is, correct instead what refers to {missing}.",
    ),
    kinds=KINDS_COPIED,
)
def other_edition_meant(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A document that was copied from the last one goes on naming the earlier edition, where what it cites is not.

    sv: Ett dokument som är kopierat från det förra nämner lätt den tidigare utgåvan, där det som åberopas inte finns.
    source: Filformatet. | The file format.
    bad:
        kind: cause-analysis
        picture: bild-2022
        ---
        kind: situation-picture
        problems: [{id: otryggt-torg, title: Otryggt torg, priority: low, evidence: trygghet,
           focus_area: platser}]
        ---
        kind: situation-picture
        id: bild-2022
        title: Lägesbild 2022
        problems: [{id: bråk, title: Bråk vid kiosken, priority: low, evidence: trygghet}]
    good:
        kind: cause-analysis
        picture: bild-2024
    """
    meant = given.workspace.meant.edition(given.document)
    if meant is not None:
        related = (Elsewhere(_REFERENCE, meant.lost[0].path),)
        missing = FirstOf(tuple(dict.fromkeys(link.target for link in meant.lost)))
        yield at(
            *meant.link.path,
            related=related,
            mend=Mend(meant.document.id or ""),
            missing=missing,
            named=meant.link.target,
            meant=meant.document.id or "",
        )
