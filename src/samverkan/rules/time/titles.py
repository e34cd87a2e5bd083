"""The years in titles, beside the times that stand below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, Severity
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.source.quoting import scalar
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.titled import title_copied, titled_otherwise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.agreement import Agreement
    from samverkan.model.document import DocumentModel

_TITLE = Text("Titeln står här.", "The title is here.")
_UNTIL = Text("Till och med (`until`)", "`until`")
_THE_OTHER = Text("Samma titel står här.", "The same title is here.")
_TITLE_KEY = Text("Titel (`title`)", "`title`")
_TITLE_MEANT = Text("Titel (`title: {meant}`)", "`title: {meant}`")
_UNTIL_MEANT = Text("Till och med (`until: {meant}`)", "`until: {meant}`")


@rule(
    Severity.WARNING,
    Entry(
        sv="Slutet, {end}, ligger före det sista året i titeln, {years}.",
        en="The end, {end}, is before the last year of the title, {years}.",
        sv_help="Rätta {until}, eller årtalen i titeln. Har dokumentet avslutats i förtid, "
        "ange det under Avslutat (`closed`).",
        en_help="Correct {until}, or the years of the title. If the document has been closed early, say so "
        "under `closed`.",
    ),
    kinds=("agreement",),
)
def ends_before_title(given: RuleInput[Agreement]) -> Iterator[Breach]:
    """Readers go by the title, and reminders by the time below it; where the two disagree one of them is misled.

    sv: Läsaren går efter titeln och påminnelserna efter tiden under den; säger de olika blir någon vilseledd.
    source: Dokumentets egen tid. | The document's own period.
    bad:
        title: Samverkansöverenskommelse 2024–2027
        validity: {from: 2024-01-01, until: 2024-12-31}
    good:
        title: Samverkansöverenskommelse 2024–2027
        validity: {from: 2024-01-01, until: 2027-12-31}
    """
    found = titled_otherwise(given.document, given.workspace)
    if found is not None:
        place = ("validity", "until")
        meant = found.meant if given.document.value_at(place) == str(found.end) else ""
        until = _UNTIL_MEANT.with_fields(meant=meant) if meant else _UNTIL
        related = (Elsewhere(_TITLE, found.path),)
        yield at(*place, related=related, mend=Mend(meant), end=found.end, years=found.years, until=until)


@rule(
    Severity.WARNING,
    Entry(
        sv="Årtalen i titeln är de för {other}, som har samma titel.",
        en="The years in the title are those of {other}, which has the same title.",
        sv_help="Rätta årtalen i {title}.",
        en_help="Correct the years of {title}.",
    ),
    kinds=ALL_KINDS,
)
def title_of_another_year(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A document that was copied from the last one keeps its title, and then stands with the wrong years on its front.

    sv: Ett dokument som är kopierat från det förra har lätt kvar titeln, och då står fel årtal på framsidan.
    source: Dokumentets egen tid. | The document's own period.
    bad:
        kind: situation-picture
        title: Lägesbild 2022
        supersedes: bild-2022
        ---
        kind: situation-picture
        id: bild-2022
        title: Lägesbild 2022
        date: 2022-03-01
    good:
        kind: situation-picture
        title: Lägesbild 2024
    """
    copied = title_copied(given.document, given.workspace)
    if copied is not None:
        title = _TITLE_MEANT.with_fields(meant=copied.meant) if copied.meant else _TITLE_KEY
        related = (Elsewhere(_THE_OTHER, ("title",), copied.other.file),)
        mend = Mend(scalar(copied.meant)) if copied.meant else None
        yield at("title", related=related, mend=mend, other=copied.other.id or "", title=title)
