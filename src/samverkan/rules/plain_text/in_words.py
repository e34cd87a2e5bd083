"""Figures that are written in words where they have keys of their own: ”minst 20 kvällar”, ”ca 50 %”."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samverkan.findings import Mend, MendKind, Severity
from samverkan.model.base import TextPart
from samverkan.model.choices import Unit
from samverkan.model.cooperation import Quantity
from samverkan.model.deadlines import InProgress, WithDeadline
from samverkan.model.fields import key_of, keys_of
from samverkan.model.goals import Baseline, Target
from samverkan.model.progress_notes import ProgressNote
from samverkan.rules.concern import Concern
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.source.quoting import scalar
from samverkan.words.sentence import Entry, Text, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.model.document import DocumentModel

_KEYS = ("quantity", "baseline")
_COUNTS = ("asked", "responses", "participants")
_MOST_SHOWN = 60
_SIGNS = ("-", "−", "+", "–")


@rule(
    Severity.WARNING,
    Entry(
        sv="{value} är en siffra, men står i ord och går inte att räkna med.",
        en="{value} is a figure, but stands in words and cannot be reckoned with.",
        sv_help="Skriv siffran med nycklar i stället: `{meant}`.",
        en_help="Write the figure with keys instead: `{meant}`.",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "action-plan", "citizen-promise", "communication-plan", "situation-picture"),
)
def figure_in_words(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What stands in words is not held against what is reached, though a figure is all that the words say.

    sv: Det som står i ord jämförs inte med det som nås, fast orden inte säger mer än en siffra.
    source: {order}. | {order}.
    bad:
        commitments:
          - {id: ronder, by: jointly, text: Gå trygghetsvandringar., theme: structure, quantity: minst 4 per år}
          - {id: samordnare, by: kommunen, text: Ha en samordnare., theme: coordination}
    good:
        commitments:
          - {id: ronder, by: jointly, text: Gå trygghetsvandringar., theme: structure,
             quantity: {at_least: 4, per: yearly}}
          - {id: samordnare, by: kommunen, text: Ha en samordnare., theme: coordination}
    """
    for path, part in given.document.parts:
        for key in _KEYS:
            value = vars(part).get(key)
            if not isinstance(value, Quantity | Baseline) or not value.text or _needs_unit(part, value):
                continue
            from samverkan.model.figures_said import keys_said  # noqa: PLC0415 - heavy, and only for words

            if said := keys_said(value, vars(part).get("unit")):
                meant = "{" + ", ".join(f"{own}: {scalar(one)}" for own, one in said.items()) + "}"
                yield at(*path, key, mend=Mend(meant), value=quoted(value.text or ""), meant=f"{key}: {meant}")
        yield from _change_in_words(path, part)
        yield from _counts_in_words(path, part)


def _change_in_words(path: KeyPath, part: Part) -> Iterator[Breach]:
    """Find the targets that are a change with its sign and no more: ”-5 %” of a figure that is no share."""
    target = vars(part).get("target")
    words = target.text if isinstance(target, Target) and not target.has_figure else None
    if words and words[:1] in _SIGNS and vars(part).get("unit") != Unit.PER_CENT.value:
        from samverkan.model.figures_said import change_said  # noqa: PLC0415 - heavy, and only for words

        if change := change_said(words):
            meant = f"{{change_percent: {change}}}"
            yield at(*path, "target", mend=Mend(meant), value=quoted(words), meant=f"target: {meant}")


def _counts_in_words(path: KeyPath, part: Part) -> Iterator[Breach]:
    """Find how many answered or took part where the words beside the figure only say what the key does."""
    for key in _COUNTS:
        text = vars(part).get(key)
        if not isinstance(text, str):
            continue
        from samverkan.model.counts_said import counts_said  # noqa: PLC0415 - heavy, and only for words

        if lines := [f"{own}: {figure}" for own, figure in counts_said(part, key).items()]:
            meant = Mend("\n".join(lines), MendKind.PAIR)
            yield at(*path, key, mend=meant, value=quoted(text[:_MOST_SHOWN]), meant="`, `".join(lines))


@rule(
    Severity.WARNING,
    Entry(
        sv="{value} läses som vanlig text, men det finns en egen nyckel för det.",
        en="{value} is read as plain text, but there is a key of its own for it.",
        sv_help="Skriv i stället: `{meant}`.",
        en_help="Write instead: `{meant}`.",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "action-plan", "citizen-promise", "communication-plan", "follow-up", "situation-picture"),
)
def status_in_words(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A traffic light, or how far something has come, is shown and counted only where it stands under its own key.

    sv: Ett trafikljus, eller hur långt något har kommit, visas och räknas bara när det står under sin egen nyckel.
    source: {order}. | {order}.
    bad:
        goals: [{id: tryggare, text: Fler är trygga i Centrum., status: grön}]
    good:
        goals: [{id: tryggare, text: Fler är trygga i Centrum., status: {light: green}}]
    """
    for path, part in given.document.parts:
        text = _only_text(vars(part).get("status"))
        if line := _value_of(text, part) if text else "":
            kind = MendKind.VALUE if line.startswith("{") else MendKind.PAIR
            meant = f"status: {line}" if kind is MendKind.VALUE else line
            yield at(*path, "status", mend=Mend(line, kind), value=quoted(text), meant=meant)
        elif _may_tell_light(part):
            yield from _light_in_text(path, part, given.document.value_at(path))


def _may_tell_light(part: Part) -> bool:
    """Tell whether a verdict has its words and no traffic light: ”Grönt. Vi möts varje vecka.” says it in them."""
    values = vars(part)
    is_verdict = isinstance(part, TextPart) and not isinstance(part, ProgressNote) and "date" not in values
    return is_verdict and values.get("light", "") is None and isinstance(values.get("text"), str)


def _light_in_text(path: KeyPath, part: Part, written: object) -> Iterator[Breach]:
    """Hand over the traffic light that the text of a verdict begins with, and the rest of it."""
    from samverkan.model.dated_texts import light_within  # noqa: PLC0415 - heavy, and only for such parts

    text = str(vars(part)["text"])
    light, rest = light_within(text)
    if not light or "\n" in text.strip():
        return
    pairs = [f"light: {light}", f"text: {scalar(rest)}"]
    is_alone = isinstance(written, str)
    place, key = (path, f"{path[-1]}: ") if is_alone else ((*path, "text"), "")
    line = "{" + ", ".join(pairs) + "}"
    mend = Mend(line) if is_alone else Mend("\n".join(pairs), MendKind.PAIR)
    short = "{" + pairs[0] + ", text: …}" if is_alone else pairs[0]
    yield at(*place, mend=mend, value=quoted(text[:_MOST_SHOWN]), meant=f"{key}{short}")


@rule(
    Severity.WARNING,
    Entry(
        sv="Hela texten {value} läses som {title} (`{key}`), fast där också står {what}.",
        en="The whole text {value} is read as `{key}`, though {what} stands in it too.",
        sv_help="Skriv var och en av uppgifterna under sin egen nyckel.",
        en_help="Write each of them under a key of its own.",
    ),
    concern=Concern.ORDER,
    kinds=ALL_KINDS,
)
def date_in_words(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A day that stands in the same text as a name is not known as a day: nothing can be counted from it.

    sv: En dag som står i samma text som ett namn är inte känd som en dag: ingenting kan räknas från den.
    source: {order}. | {order}.
    bad:
        decisions: ["Kommunstyrelsen den 10 januari 2024, § 7"]
    good:
        decisions: [{body: Kommunstyrelsen, date: 2024-01-10, paragraph: § 7}]
    """
    for path, part in given.document.parts:
        if (day := _after_place(part)) and not given.document.is_unread((*path, "date")):
            yield replace(day, path=(*path, *day.path))
        if not isinstance(part, TextPart) or not _may_tell_date(part):
            continue
        from samverkan.model.dated_texts import keys_within  # noqa: PLC0415 - heavy, and only for such parts

        parties = [party.id for party in given.workspace.relations.parties_of(given.document)]
        if found := keys_within(part, parties):
            yield _dated(path, part, found, given.document.value_at(path))


def _may_tell_date(part: TextPart) -> bool:
    """Tell whether a part has a key for a date and none there, and a text that may hold one, or a colour before it."""
    values = vars(part)
    if "date" not in values or values["date"] is not None:
        return False
    return isinstance(part, ProgressNote) or _YEAR.search(str(values.get(part.text_key))) is not None


_YEAR = re.compile("[0-9]{4}")
_DAY_OR_MONTH = 7


def _after_place(part: Part) -> Breach | None:
    """Hand over the place and the date that stand together as the place: ”Exempelby den 22 januari 2024”."""
    values = vars(part)
    place = values.get("place")
    if not isinstance(place, str) or values.get("date", "") is not None or not _YEAR.search(place):
        return None
    from samverkan.model.meant_times import date_apart  # noqa: PLC0415 - heavy, and only for places with a year

    date, name = date_apart(place)
    if len(date) < _DAY_OR_MONTH or not place.startswith(name) or not name[:1].isupper() or _YEAR.search(name):
        return None
    title, what = keys_of(type(part))["place"].title or "place", Text("ett datum", "a date")
    mend = Mend(f"place: {scalar(name)}\ndate: {date}", MendKind.PAIR)
    return at("place", mend=mend, value=quoted(place[:_MOST_SHOWN]), key="place", title=title, what=what)


def _dated(path: KeyPath, part: TextPart, found: Mapping[str, str], written: object) -> Breach:
    """Hand over the keys of a part whose text tells its date too: in braces where it is written as its text alone."""
    key = part.text_key
    lines = [f"{own}: {scalar(one)}" for own, one in found.items()]
    is_alone = isinstance(written, str)
    mend = Mend("{" + ", ".join(lines) + "}") if is_alone else Mend("\n".join(lines), MendKind.PAIR)
    what = Text("ett datum", "a date") if "date" in found else Text("ett trafikljus", "a traffic light")
    return at(
        *(path if is_alone else (*path, key)),
        mend=mend,
        value=quoted(str(vars(part)[key])[:_MOST_SHOWN]),
        key=key,
        title=keys_of(type(part))[key].title or key,
        what=what,
    )


@rule(
    Severity.WARNING,
    Entry(
        sv="{value} säger inte vilket år och följs därför inte upp som en sista dag.",
        en="{value} does not say which year, and is therefore not followed up as a last day.",
        sv_help="Skriv året också.",
        en_help="Write the year too.",
    ),
    concern=Concern.ORDER,
    kinds=("citizen-promise", "agreement", "action-plan", "communication-plan"),
)
def deadline_without_year(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A day or a month without its year is words, though it comes only once in the time that the document is for.

    sv: En dag eller månad utan år är bara ord, fast den infaller en enda gång under dokumentets tid.
    source: {order}. | {order}.
    bad:
        kind: citizen-promise
        promises: [{id: lampor, by: kommunen, text: Vi byter lamporna., deadline: 30 september}]
    good:
        kind: citizen-promise
        promises: [{id: lampor, by: kommunen, text: Vi byter lamporna., deadline: 2024-09-30}]
    """
    for path, part in given.document.parts:
        if not isinstance(part, WithDeadline) or part.deadline is not None or not part.said_when:
            continue
        key = key_of(part, "deadline")
        written = given.document.value_at((*path, key)) if key != "when" else None
        if isinstance(written, str) and (day := _within_period(written, _start_of(part), *given.document.period)):
            yield at(*path, key, mend=Mend(day), value=quoted(written))


def _start_of(part: WithDeadline) -> date | None:
    """Give the day that a part begins, if it says so: what ends in August ends in the first one after that."""
    start = part.start if isinstance(part, InProgress) else None
    return start.first if start else None


def _within_period(written: str, start: date | None, first: date | None, last: date | None) -> str:
    """Give the one time in a period that a day or a month without a year stands for; empty where it is not one."""
    found = _DAY_OF_NO_YEAR.fullmatch(written.strip())
    if found is None or first is None or last is None:
        return ""
    from samverkan.model.meant_times import dates_meant  # noqa: PLC0415 - heavy, and only for words

    years = range(first.year, min(last.year, first.year + _MOST_YEARS) + 1)
    days = [day for year in years for day, _ in dates_meant(f"{found[1]} {year}")]
    within = [day for day in days if first.isoformat()[: len(day)] <= day <= last.isoformat()[: len(day)]]
    if start is not None:
        within = [day for day in within if start.isoformat()[: len(day)] <= day][:1]
    return within[0] if len(within) == 1 else ""


_DAY_OF_NO_YEAR = re.compile(
    r"(?:(?:senast|till|by) )?"
    r"(?:i |in |den |(?:den )?sist[ae] (?:dagen )?(?:i )?|(?:i |vid )?(?:slutet|utgången) av |end of )?"
    r"((?:[0-9]{1,2} )?[^\W\d_]{3,9})",
    re.IGNORECASE,
)
_MOST_YEARS = 5


def _only_text(notes: object) -> str:
    """Give the text of the one note of a status that has nothing but its text; empty for any other."""
    note = notes[0] if isinstance(notes, tuple) and len(notes) == 1 else None
    is_bare = isinstance(note, ProgressNote) and not (note.light or note.date or note.counts)
    return (note.text or "").strip() if is_bare and isinstance(note, ProgressNote) else ""


def _value_of(text: str, part: Part) -> str:
    """Give what the words of a status stand for: how far something has come, or a traffic light."""
    from samverkan.model.dated_texts import light_within  # noqa: PLC0415 - heavy, and only for words
    from samverkan.model.degrees import not_begun  # noqa: PLC0415
    from samverkan.model.mends import choice_called  # noqa: PLC0415
    from samverkan.model.synonyms import values_called  # noqa: PLC0415

    kind = type(part)
    is_free = "progress" in keys_of(kind) and vars(part).get("progress") is None
    if is_free and (progress := choice_called(kind, "progress", text) or not_begun(text)):
        return f"progress: {progress}"
    light = choice_called(ProgressNote, "light", text)
    is_other = text.isalpha() and light in values_called(text) and not light_within(text)[0]
    return f"{{light: {light}}}" if light and not is_other else ""


def _needs_unit(part: Part, value: Quantity | Baseline) -> bool:
    """Tell whether words say that a figure is a share, and nothing else does."""
    return "%" in (value.text or "") and vars(part).get("unit") is None
