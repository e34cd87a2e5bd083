"""How many outcomes of each verdict follow-ups state, as the bars on a first page."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from samverkan.model.choices import Item, Result
from samverkan.model.links import REVIEWED_ITEMS
from samverkan.render.context.charts import drawing
from samverkan.render.drawing.outcome_bars import ON_PAGES, ON_PHONES, Row, Verdict, outcome_bars, told_in_words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from samverkan.render.context.phrases import Phrases
    from samverkan.render.context.values import Context

    _Judged: TypeAlias = tuple[Item | None, Result]

LEAST_OUTCOMES = 6
"""How many outcomes make a first page of bars; fewer are read faster as they stand."""
VERDICTS = (
    Result.REACHED,
    Result.PARTLY,
    Result.ONGOING,
    Result.NOT_YET,
    Result.NOT_REACHED,
    Result.NOT_ASSESSED,
    Result.NOT_MENTIONED,
)
"""The verdicts in the order in which they are shown."""


def place_of(result: Result | None) -> int:
    """Give the place of a verdict in the order in which they are shown; an outcome without one stands last."""
    return VERDICTS.index(result) if result else len(VERDICTS)


def bars_of(outcomes: Sequence[tuple[Item | None, Result | None]], words: Phrases) -> Context:
    """Draw how many outcomes there are of each verdict: in all, and for each kind of part.

    Args:
        outcomes: what kind of part each outcome is about, None where no file has it, and its verdict; those told in
            words or figures alone are in no bar, for whether they are done is not said.
        words: the words of the document.

    Returns:
        `bars`, `bars_on_phones`, `told`, which says the same in words, and `more`, which says how many are in no bar;
        empty where there are few verdicts.
    """
    judged = [(item, result) for item, result in outcomes if result]
    if len(judged) < LEAST_OUTCOMES:
        return {}
    used = sorted({result for _, result in judged}, key=place_of)
    rows, kinds = _rows(judged, used, words), {item for item, _ in judged}
    verdicts = [Verdict(place_of(result), words.results(result, kinds)) for result in used]
    drawn = [drawing(outcome_bars(rows, verdicts, words.language, shape)) for shape in (ON_PAGES, ON_PHONES)]
    rest = len(outcomes) - len(judged)
    more = words.fixed("told_otherwise", count=str(rest)) if rest else ""
    told = f"{told_in_words(rows)}."
    return {"bars": drawn[0], "bars_on_phones": drawn[1], "told": told, "more": more}


def _rows(judged: Sequence[_Judged], used: Sequence[Result], words: Phrases) -> list[Row]:
    """Count by kind of part, and in all where there are several kinds."""
    rows = []
    for item in (*REVIEWED_ITEMS, None):
        of_kind = [one for one in judged if one[0] is item]
        if of_kind:
            name = words.fixed(f"items_{item.value}") if item else words.fixed("several_others")
            rows.append(_row(name, of_kind, used, words))
    return [_row(words.fixed("in_all"), judged, used, words), *rows] if rows[1:] else rows


def _row(name: str, judged: Sequence[_Judged], used: Sequence[Result], words: Phrases) -> Row:
    kinds, results = {item for item, _ in judged}, [result for _, result in judged]
    said = words.fixed(_tally_of(kinds), count=str(results.count(Result.REACHED)), whole=str(len(results)))
    counts = tuple(results.count(verdict) for verdict in used)
    called = tuple(_called(verdict, count, kinds, words) for verdict, count in zip(used, counts, strict=True))
    return Row(name, said, counts, called)


def _tally_of(kinds: Collection[Item | None]) -> str:
    """Name the sentence on how many there are: goals are reached, other parts are done."""
    if kinds == {Item.GOAL}:
        return "tally_goals"
    return "tally_both" if {Item.GOAL, None} & set(kinds) else "tally_done"


def _called(result: Result, count: int, kinds: Collection[Item | None], words: Phrases) -> str:
    """Word a verdict on some parts after how many they are: by what they are where all are of one kind."""
    if count > 1:
        return words.results(result, kinds)
    return words.result(result, next(iter(kinds))) if len(kinds) == 1 else result.say(words.language)
