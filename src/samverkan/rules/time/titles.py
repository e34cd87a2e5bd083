"""The years in titles, beside the times that stand below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, Severity
from samverkan.model.raised_years import years_later
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.titled import key_of_time, titled_otherwise, years_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.model.document import DocumentModel
    from samverkan.model.picture import SituationPicture, Source
    from samverkan.model.terms import Period

_TITLE = Text("Titeln står här.", "The title is here.")
_UNTIL = Text("Till och med (`until`)", "`until`")
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
    kinds=("agreement", "action-plan", "citizen-promise", "communication-plan"),
)
def ends_before_title(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
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
        place = (key_of_time(given.document), "until")
        meant = found.meant if given.document.value_at(place) == str(found.end) else ""
        until = _UNTIL_MEANT.with_fields(meant=meant) if meant else _UNTIL
        related = (Elsewhere(_TITLE, found.path),)
        yield at(*place, related=related, mend=Mend(meant), end=found.end, years=found.years, until=until)


@rule(
    Severity.WARNING,
    Entry(
        sv="Källan heter ”{title}” och har siffror för {year}, men perioden slutar {end}.",
        en="The source is called “{title}” and has figures of {year}, but its period ends {end}.",
        sv_help="Rätta Period (`period`){meant}.",
        en_help="Correct `period`{meant}.",
    ),
    kinds=("situation-picture",),
)
def source_of_earlier_year(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """A source that was copied from the last picture gets the new year in its title, and keeps the old period.

    sv: En källa som är kopierad från förra lägesbilden får lätt det nya året i titeln men har kvar den gamla perioden.
    source: {own}. | {own}.
    bad:
        kind: situation-picture
        sources:
          - {id: trygghet, title: Trygghetsmätningen 2023, type: survey, period: {from: 2021-09, until: 2021-11}}
        indicators:
          - {id: trygga, title: Andel trygga, unit: per-cent, source: trygghet,
             values: [{period: 2021, value: 57}, {period: 2023, value: 54}]}
    good:
        kind: situation-picture
        sources:
          - {id: trygghet, title: Trygghetsmätningen 2023, type: survey, period: {from: 2023-09, until: 2023-11}}
        indicators:
          - {id: trygga, title: Andel trygga, unit: per-cent, source: trygghet,
             values: [{period: 2021, value: 57}, {period: 2023, value: 54}]}
    """
    for i, source in enumerate(given.model.sources):
        period, year = source.period, _year_of(source)
        end = period.ends_on if period is not None else None
        if period is None or end is None or not end.last.year < year or year not in _years_shown(given.model, source):
            continue
        written, place = _raised(period, year), ("sources", i, "period")
        meant = Text(": `{{{written}}}`", ": `{{{written}}}`", {"written": written}) if written else Text("", "")
        mend = Mend(f"{{{written}}}") if written else None
        yield at(*place, mend=mend, title=source.title, year=str(year), end=end, meant=meant)


def _year_of(source: Source) -> int:
    """Give the one year in the title of a source; 0 where there is none, or are several."""
    years = years_in(source.title)
    return years[0] if len(years) == 1 else 0


def _years_shown(model: SituationPicture, source: Source) -> set[int]:
    """Give the years for which a picture has figures of a source."""
    own = [one for one in model.indicators if source.id is not None and one.source == source.id]
    return {figure.period.last.year for one in own for figure in one.values}


def _raised(period: Period, year: int) -> str:
    """Write a period in one year as that of another one; empty where it goes over several, or says more than that."""
    start, end = period.starts_on, period.ends_on
    if start is None or end is None or start.year != end.year or period.length or period.latest or period.text:
        return ""
    first, last = years_later(start, year - start.year), years_later(end, year - end.year)
    return f"from: {first}, until: {last}" if first and last else ""
