"""Figures that cannot both be right: two of one time, more answers than were asked, and those of one dialogue."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from samverkan.findings import Elsewhere, Mend, MendKind, Severity
from samverkan.model.choices import SourceKind
from samverkan.model.counts import Figure
from samverkan.model.kinds import is_situation_picture
from samverkan.model.picture import Inquiry, Source
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.rules.slips import is_slip
from samverkan.words.numbers import Figure as Shown
from samverkan.words.sentence import Entry, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.dates import CoarseDate
    from samverkan.model.document import DocumentModel
    from samverkan.model.promise import CitizenPromise
    from samverkan.words.sentence import FieldValue

_FIRST = Text("Den första står här.", "The first one is here.")
_ASKED = Text("Antalet tillfrågade står här.", "How many were asked is here.")
_MEANT = Text(" Serien saknar {year}: Period (`period: {year}`).", " The series lacks {year}: `period: {year}`.")
_NOT_KNOWN = Text("", "")
_SHORTEST = 3
_NONE = Decimal()


@rule(
    Severity.WARNING,
    Entry(
        sv="{period} står två gånger i serien, med värdena {first} och {second}.",
        en="{period} stands twice in the series, with the values {first} and {second}.",
        sv_help="Rätta Period (`period`) på en av dem, eller ta bort den som är fel.{meant}",
        en_help="Correct `period` of one of them, or leave out the one that is wrong.{meant}",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "situation-picture", "action-plan", "citizen-promise", "follow-up"),
)
def figures_of_one_period(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A row that was copied to write the next year goes on saying the year before, and a chart then has two of it.

    sv: En rad som är kopierad för att skriva nästa år har lätt kvar årtalet, och då finns två värden för samma år.
    source: {order}. | {order}.
    bad:
        kind: situation-picture
        indicators:
          - {id: inbrott, title: Anmälda inbrott, unit: count,
             values: [{period: 2021, value: 57}, {period: 2021, value: 54}, {period: 2023, value: 52}]}
    good:
        kind: situation-picture
        indicators:
          - {id: inbrott, title: Anmälda inbrott, unit: count,
             values: [{period: 2021, value: 57}, {period: 2022, value: 54}, {period: 2023, value: 52}]}
    """
    for around, figures in _series(given):
        periods = [figure.period for figure in figures]
        if len(set(periods)) == len(periods):
            continue  # as in nearly all
        for i, (one, other) in enumerate(pairwise(figures)):
            if one.period == other.period and _is_told_apart_by_nothing(one, other):
                row, year = _year_left_out(periods, i) or (i + 1, _year_after(periods, i, given.today.year))
                said = _MEANT.with_fields(year=year) if year else _NOT_KNOWN
                related = (Elsewhere(_FIRST, (*around, i, "period")),) if row > i else ()
                values = {"first": Shown(one.value or _NONE), "second": Shown(other.value or _NONE)}
                place = (*around, row, "period")
                yield Breach(place, {"period": one.period, **values, "meant": said}, related, mend=Mend(year))


def _series(given: RuleInput[DocumentModel]) -> Iterator[tuple[KeyPath, Sequence[Figure]]]:
    """Give the figures over time of a document, series by series, each with the place of its list."""
    found: dict[KeyPath, list[Figure]] = {}
    for path, part in given.document.parts_of(Figure):
        found.setdefault(path[:-1], []).append(cast("Figure", part))
    yield from found.items()


def _is_told_apart_by_nothing(one: Figure, other: Figure) -> bool:
    """Tell whether two figures of one time are both plain figures, of the same standing, without a word about them."""
    is_plain = all(figure.value is not None and not (figure.text or figure.note) for figure in (one, other))
    return is_plain and one.status == other.status and one.value != other.value


def _year_left_out(periods: Sequence[CoarseDate], i: int) -> tuple[int, str] | None:
    """Find which of two figures of one year is of the one year that a series with even steps lacks, and that year."""
    if len(periods) < _SHORTEST or any(period.month or period.said for period in periods):
        return None
    years = [period.year for period in periods]
    for row in (i, i + 1):
        others = years[:row] + years[row + 1 :]
        if 0 < row < len(others):
            between = (others[row - 1] + others[row]) // 2
            steps = {later - earlier for earlier, later in pairwise([*others[:row], between, *others[row:]])}
            if len(steps) == 1 and 0 not in steps:
                return row, str(between)
    return None


def _year_after(periods: Sequence[CoarseDate], i: int, latest: int) -> str:
    """Give the year that comes next where the last two figures are of one year; empty where it has not come yet."""
    years = [period.year for period in periods[:-1]]
    steps = {later - earlier for earlier, later in pairwise(years)}
    is_plain = not any(period.month or period.said for period in periods) and len(steps) == 1
    year = years[-1] + steps.pop() if is_plain and i + 1 == len(years) else 0
    return str(year) if years[-1] < year <= latest else ""


def _is_open(part: Source | Inquiry) -> bool:
    """Tell whether more can come than were asked, as to a meeting, or a note tells why they did."""
    if not isinstance(part, Source):
        return False
    return part.type not in {None, SourceKind.SURVEY} or _MORE_CAME.search(part.note or "") is not None


_MORE_CAME = re.compile(
    r"\b(?:fler|öppen|öppna|öppet|dubbl|hushåll|delade|vidare|också|även|utöver|more|open|shared)",
    re.IGNORECASE,
)
"""Words of a note on why more answered than were asked: ”Enkäten delades vidare.”"""


@rule(
    Severity.WARNING,
    Entry(
        sv="Fler har svarat, {responses}, än som har tillfrågats, {asked}.",
        en="More have answered, {responses}, than were asked, {asked}.",
        sv_help="Har siffrorna bytt plats? Rätta Antal tillfrågade (`asked`) och Antal svar (`responses`).",
        en_help="Have the figures changed places? Correct `asked` and `responses`.",
    ),
    concern=Concern.ORDER,
    kinds=("situation-picture",),
)
def more_answers_than_asked(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """Nobody answers who was not asked, so one of the figures is wrong, or they have changed places.

    sv: Ingen svarar som inte har blivit tillfrågad, så en av siffrorna är fel, eller så har de bytt plats.
    source: {order}. | {order}.
    bad:
        kind: situation-picture
        inquiry: {asked: 441, responses: 900}
    good:
        kind: situation-picture
        inquiry: {asked: 900, responses: 441}
    """
    for path, part in given.document.parts_of(Source, Inquiry):
        one = cast("Source | Inquiry", part)
        if _is_open(one):
            continue
        if isinstance(one.asked, int) and isinstance(one.responses, int) and one.responses > one.asked:
            asked, responses = Shown(Decimal(one.asked)), Shown(Decimal(one.responses))
            related = (Elsewhere(_ASKED, (*path, "asked")),)
            mend = Mend("asked", MendKind.SWAP)
            yield at(*path, "responses", related=related, mend=mend, asked=asked, responses=responses)


@rule(
    Severity.WARNING,
    Entry(
        sv="{title}: {written} deltog enligt löftet men {meant} enligt lägesbilden, och två siffror har bytt plats.",
        en="{title}: {written} took part by the promise but {meant} by the situation picture: two digits are swapped.",
        sv_help="Rätta Antal deltagare (`participants: {number}`), eller Antal svar (`responses`) i lägesbilden.",
        en_help="Correct `participants: {number}`, or `responses` in the situation picture.",
    ),
    concern=Concern.ORDER,
    kinds=("citizen-promise",),
)
def participants_miswritten(given: RuleInput[CitizenPromise]) -> Iterator[Breach]:
    """The same dialogue had as many who came, wherever it is told of; two swapped digits make them others.

    sv: Till samma dialog kom lika många, var det än står; två siffror som har bytt plats gör det till ett annat antal.
    source: {order}. | {order}.
    bad:
        kind: citizen-promise
        picture: bild-2024
        dialogues: [{title: Medborgardialog på torget, date: 2024-01-20, participants: 181}]
        ---
        kind: situation-picture
        sources:
          - {id: trygghet, title: Trygghetsmätningen, type: survey}
          - {id: dialog, title: Medborgardialog på torget, type: citizen-dialogue,
             period: {from: 2024-01-20, until: 2024-01-20}, responses: 118}
    good:
        kind: citizen-promise
        picture: bild-2024
        dialogues: [{title: Medborgardialog på torget, date: 2024-01-20, participants: 118}]
        ---
        kind: situation-picture
        sources:
          - {id: trygghet, title: Trygghetsmätningen, type: survey}
          - {id: dialog, title: Medborgardialog på torget, type: citizen-dialogue,
             period: {from: 2024-01-20, until: 2024-01-20}, responses: 118}
    """
    sources = _sources_named(given) if given.model.dialogues else {}
    for i, dialogue in enumerate(given.model.dialogues):
        told, written = sources.get((_plain(dialogue.title), dialogue.date), []), dialogue.participants
        if len(told) != 1 or not isinstance(written, int) or not isinstance(told[0][2].responses, int):
            continue
        file, path, source = told[0]
        if is_slip(str(written), str(source.responses)):
            related = (Elsewhere(_IN_PICTURE, (*path, "responses"), file),)
            number = str(source.responses)
            said: dict[str, FieldValue] = {"title": dialogue.title, "written": Shown(Decimal(written))}
            said |= {"meant": Shown(Decimal(number)), "number": number}
            yield Breach(("dialogues", i, "participants"), said, related, mend=Mend(number))


_IN_PICTURE = Text("I lägesbilden står det här.", "The situation picture has it here.")
_IN_BRACKETS = re.compile(r" \([^()]*\)\Z")


def _plain(title: str) -> str:
    """Write the name of a source as it is compared: without what stands in brackets after it."""
    return _IN_BRACKETS.sub("", title).casefold()


def _sources_named(
    given: RuleInput[CitizenPromise],
) -> dict[tuple[str, CoarseDate | None], list[tuple[str, KeyPath, Source]]]:
    """Give the sources of the pictures that a document names, by what they are called and the day they begin."""
    found: dict[tuple[str, CoarseDate | None], list[tuple[str, KeyPath, Source]]] = {}
    for picture in given.workspace.references.opened_by(given.document):
        for i, source in enumerate(picture.model.sources if is_situation_picture(picture.model) else ()):
            start = source.period.starts_on if source.period else None
            if start is not None:
                key = (_plain(source.title), start)
                found.setdefault(key, []).append((picture.file, ("sources", i), source))
    return found
