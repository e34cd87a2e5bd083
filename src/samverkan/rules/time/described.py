"""The time that a picture describes, and when it, its sources and its cause analysis were made."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samverkan.findings import Elsewhere, Mend, Severity
from samverkan.model.kinds import is_situation_picture
from samverkan.model.raised_years import in_year, years_later
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.titled import years_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samverkan.model.causes import CauseAnalysis
    from samverkan.model.dates import CoarseDate
    from samverkan.model.picture import SituationPicture, Source
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_FIGURE = Text("Den senaste siffran står här.", "The latest figure is here.")
_DATE = Text("Lägesbildens datum står här.", "The date of the picture is here.")
_MEANT = Text(": {day}", ": {day}")
_NOT_KNOWN = Text("", "")
_SEVERAL = 2
_HALF_A_YEAR = timedelta(days=183)


@rule(
    Severity.WARNING,
    Entry(
        sv="Perioden slutar {end}, men alla indikatorer har siffror för {year}.",
        en="The period ends {end}, but all indicators have figures of {year}.",
        sv_help="Rätta Till och med (`until`){meant}.",
        en_help="Correct `until`{meant}.",
    ),
    kinds=("situation-picture",),
)
def period_before_figures(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """A picture that was copied from the last one goes on saying that it ends where that one did.

    sv: En lägesbild som är kopierad från den förra har lätt kvar dess period, fast siffrorna går längre.
    source: {own}. | {own}.
    bad:
        kind: situation-picture
        period: {from: 2021, until: 2022}
        indicators:
          - {id: trygga, title: Andel trygga, unit: per-cent, values: [{period: 2022, value: 57},
             {period: 2023, value: 54}]}
          - {id: inbrott, title: Inbrott, unit: count, values: [{period: 2022, value: 5}, {period: 2023, value: 4}]}
    good:
        kind: situation-picture
        period: {from: 2021, until: 2023}
        indicators:
          - {id: trygga, title: Andel trygga, unit: per-cent, values: [{period: 2022, value: 57},
             {period: 2023, value: 54}]}
          - {id: inbrott, title: Inbrott, unit: count, values: [{period: 2022, value: 5}, {period: 2023, value: 4}]}
    """
    end, shown = given.model.period.ends_on if given.model.period else None, _last_shown(given.model)
    made = given.document.made_on
    if end is None or not all(_is_year_between(day, end, made) for _, day in shown):
        return
    i, last = max(shown, key=lambda one: one[1].last, default=(0, end))
    if len({day.last.year for _, day in shown}) == 1 and len(shown) >= _SEVERAL:
        raised = in_year(given.document.value_at(("period", "until")), last.last.year)
        day = str(raised) if raised is not None and raised.last >= last.last else ""
        meant = _MEANT.with_fields(day=day) if day else _NOT_KNOWN
        related, year = (Elsewhere(_FIGURE, ("indicators", i)),), str(last.last.year)
        yield at("period", "until", related=related, mend=Mend(day), end=end, year=year, meant=meant)


def _is_year_between(day: CoarseDate, end: CoarseDate, made: date | None) -> bool:
    """Tell whether a figure is of a whole year after an end, which was over when the picture was made."""
    is_year = not day.month and not day.said
    return is_year and day.first > end.last and (made is None or day.last < made)


def _last_shown(model: SituationPicture) -> list[tuple[int, CoarseDate]]:
    """Give the place and the latest time of each indicator that has figures."""
    shown = ((i, [figure.period for figure in one.values]) for i, one in enumerate(model.indicators))
    return [(i, max(times, key=lambda day: day.last)) for i, times in shown if times]


@rule(
    Severity.WARNING,
    Entry(
        sv="Källan är hämtad {retrieved}, efter lägesbildens datum, {made}, men dess siffror {figures}.",
        en="The source was retrieved {retrieved}, after the date of the picture, {made}, but its figures {figures}.",
        sv_help="Rätta Hämtad (`retrieved: {meant}`), eller lägesbildens Datum (`date`) om den är uppdaterad sedan "
        "dess.",
        en_help="Correct `retrieved: {meant}`, or `date` of the picture if it has been updated since.",
    ),
    kinds=("situation-picture",),
)
def retrieved_after_picture(given: RuleInput[SituationPicture]) -> Iterator[Breach]:
    """What a picture builds on was there when it was made; a later day is a slip, or the picture has a newer date.

    sv: Det som en lägesbild bygger på fanns när den gjordes; en senare dag är fel, eller så har bilden ett nyare datum.
    source: {own}. | {own}.
    bad:
        kind: situation-picture
        date: 2024-02-01
        sources: [{id: trygghet, title: Trygghetsmätningen, type: survey, retrieved: 2024-05-20}]
        indicators:
          - {id: trygga, title: Andel trygga, unit: per-cent, source: trygghet, retrieved: 2024-01-20,
             values: [{period: 2023, value: 54}]}
    good:
        kind: situation-picture
        date: 2024-02-01
        sources: [{id: trygghet, title: Trygghetsmätningen, type: survey, retrieved: 2024-01-20}]
        indicators:
          - {id: trygga, title: Andel trygga, unit: per-cent, source: trygghet, retrieved: 2024-01-20,
             values: [{period: 2023, value: 54}]}
    """
    made = given.model.revised or given.model.made
    for i, source in enumerate(given.model.sources):
        own = _retrieved_of(given.model, source)
        if (
            made
            and source.retrieved
            and source.retrieved.first > made.last
            and len(own) == 1
            and own[0].first <= made.last
        ):
            related, place, meant = (Elsewhere(_DATE, ("date",)),), ("sources", i, "retrieved"), str(own[0])
            figures = _RETRIEVED.with_fields(day=own[0])
            mend = Mend(meant)
            yield at(
                *place,
                related=related,
                mend=mend,
                retrieved=source.retrieved,
                made=made,
                figures=figures,
                meant=meant,
            )


_RETRIEVED = Text("är hämtade {day}", "on {day}")


def _retrieved_of(model: SituationPicture, source: Source) -> list[CoarseDate]:
    """Give when the figures of a source were retrieved, as the indicators say, each day once."""
    own = (one for one in model.indicators if source.id is not None and one.source == source.id)
    return sorted({one.retrieved for one in own if one.retrieved is not None})


@rule(
    Severity.WARNING,
    Entry(
        sv="Orsaksanalysen är från {made}, långt före lägesbilden som den bygger på, {other}.",
        en="The cause analysis is dated {made}, long before the situation picture that it builds on, {other}.",
        sv_help="Rätta årtalet i Datum (`date: {meant}`), eller Lägesbild (`picture`) om analysen bygger på en "
        "tidigare.",
        en_help="Correct the year: `date: {meant}`, or `picture` if the analysis builds on an earlier one.",
    ),
    kinds=("cause-analysis",),
)
def analysis_before_picture(given: RuleInput[CauseAnalysis]) -> Iterator[Breach]:
    """A cause analysis takes up the problems of a picture; dated a year before it, it has the year of the last one.

    sv: En orsaksanalys utgår från problemen i lägesbilden; daterad ett år före den har den lätt fel årtal.
    source: {causes}. | {causes}.
    bad:
        kind: cause-analysis
        date: 2023-03-18
        decisions: [{body: Kommunstyrelsen, date: 2024-03-25}]
    good:
        kind: cause-analysis
        date: 2024-03-18
        decisions: [{body: Kommunstyrelsen, date: 2024-03-25}]
    """
    made, picture = given.model.date, _picture(given)
    later = years_later(made, 1) if made is not None and made.month else None
    if made is None or picture is None or later is None or not is_situation_picture(picture.model):
        return
    other = picture.model.date
    is_later = _is_called_by(given.document, later) or not _was_there_before(picture.model, made, given.workspace)
    if other is not None and is_later and _is_a_year_off(made, later, other) and _is_of(given.model, later):
        related = (Elsewhere(_DATE, ("date",), picture.file),)
        yield at("date", related=related, mend=Mend(str(later)), made=made, other=other, meant=str(later))


def _picture(given: RuleInput[CauseAnalysis]) -> Document | None:
    named = given.model.picture
    return given.workspace.by_id.get(named) if isinstance(named, str) else None


def _is_called_by(document: Document, day: CoarseDate) -> bool:
    """Tell whether both the title and the id of a document name the year of a day, and no other."""
    return years_in(document.title) == years_in(document.id or "") == [day.year]


def _was_there_before(picture: SituationPicture, day: CoarseDate, workspace: Workspace) -> bool:
    """Tell whether a picture may have been there on a day, in an earlier form or as the one that it supersedes."""
    earlier = [workspace.by_id.get(one) if isinstance(one, str) else None for one in picture.supersedes]
    made = [one.made_on if one is not None else None for one in earlier]
    return picture.revised is not None or any(one is None or one < day.first for one in made)


def _is_a_year_off(made: CoarseDate, later: CoarseDate, other: CoarseDate) -> bool:
    """Tell whether a day is long before another one, and the same day a year later is soon after it."""
    is_after = other.first <= later.last and later.first - other.last <= _HALF_A_YEAR
    return is_after and other.first - made.last > _HALF_A_YEAR


def _is_of(model: CauseAnalysis, day: CoarseDate) -> bool:
    """Tell whether an analysis says that it is of a day: it was decided soon afterwards, or is called by its year."""
    decided = model.decision_dates
    if decided:
        return day.first <= decided[0].last and decided[0].first - day.last <= _HALF_A_YEAR
    return years_in(model.title) == [day.year]
