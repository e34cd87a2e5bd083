"""Words that say too little where they stand: a unit that has another name here, true in the place of a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from samverkan.findings import Mend, Severity
from samverkan.model.choices import Unit
from samverkan.model.counts import BackgroundFigure, SubCount
from samverkan.model.fields import keys_of
from samverkan.model.goals import Goal, GoalIndicator
from samverkan.model.picture import Indicator
from samverkan.model.review import Outcome
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.words.sentence import Entry, quoted
from samverkan.words.units import unit_named

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from samverkan.model.document import DocumentModel

    Measured: TypeAlias = Indicator | BackgroundFigure | SubCount | Goal | GoalIndicator | Outcome

_READ_ALIKE = frozenset({"kr", "kr.", "kronor", "st", "stycken", "andel", "share"})
"""Right words for a figure that nothing is reckoned with otherwise, or that may be meant as a figure from 0 to 1."""

_MEASURED = (Indicator, BackgroundFigure, SubCount, Goal, GoalIndicator, Outcome)
"""The parts with a unit that figures are reckoned with; how many times something is done has words of its own."""
_UNITS = {unit.value: unit for unit in Unit}


@rule(
    Severity.WARNING,
    Entry(
        sv="Enheten {value} läses som egna ord, men har ett eget namn här.",
        en="The unit {value} is read as words of your own, but has a name here.",
        sv_help="Skriv Enhet (`unit: {meant}`), så räknas och visas siffran som {said}.",
        en_help="Write `unit: {meant}`, and the figure is reckoned with and shown as {said}.",
    ),
    concern=Concern.ORDER,
    kinds=("situation-picture", "agreement", "action-plan", "citizen-promise", "communication-plan", "follow-up"),
)
def unit_in_words(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A share is known as one only by its unit's name: words of one's own may be anything, and are shown as they stand.

    sv: En andel är känd som andel bara genom enhetens namn: egna ord kan vara vad som helst, och visas som de står.
    source: {order}. | {order}.
    bad:
        kind: situation-picture
        figures: [{title: Andel trygga, unit: percent, values: [{period: 2023, value: 57}]}]
    good:
        kind: situation-picture
        figures: [{title: Andel trygga, unit: per-cent, values: [{period: 2023, value: 57}]}]
    """
    for path, part in given.document.parts_of(*_MEASURED):
        words = cast("Measured", part).unit or ""
        meant = unit_named(words) if words and words.casefold() not in _READ_ALIKE else ""
        if meant and meant != words:
            yield at(*path, "unit", mend=Mend(meant), value=quoted(words), meant=meant, said=_UNITS[meant])


_REASONS = ("specific", "criterion", "accepted", "realistic")
_ANSWERS = frozenset({"true", "false"})
"""Words of files, which no reader is told; yes and no may be all that there is to say."""


@rule(
    Severity.WARNING,
    Entry(
        sv="{value} säger inte vad som står under {title} (`{key}`), och visas som det står i dokumentet.",
        en="{value} does not say what belongs under `{key}`, and is shown as it stands in the document.",
        sv_help="Skriv det i ord, eller ta bort raden.",
        en_help="Say it in words, or take the line away.",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "action-plan", "citizen-promise", "communication-plan"),
)
def true_without_words(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What makes a goal SMART is told to readers: who stands behind it, why it can be reached. True tells nothing.

    sv: Det som gör ett mål SMART sägs till den som läser: vem som står bakom, varför det går att nå. True säger inget.
    source: {order}. | {order}.
    bad:
        goals: [{id: tryggare, text: Fler är trygga i Centrum., accepted: true}]
    good:
        goals: [{id: tryggare, text: Fler är trygga i Centrum., accepted: Antaget av kommunstyrelsen 2024.}]
    """
    for path, part in given.document.parts_of(Goal):
        for key in _REASONS:
            words = given.document.value_at((*path, key))
            if isinstance(words, str) and words.strip(" .").casefold() in _ANSWERS:
                from samverkan.model.examples import example  # noqa: PLC0415 - heavy, and only for such words

                title = keys_of(type(part))[key].title or key
                mend = Mend(example(type(part), key), is_example=True)
                yield at(*path, key, mend=mend, value=quoted(words), key=key, title=title)
