"""How many outcomes of each verdict a follow-up states, as the bars on its first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.choices import Item, Result
from samverkan.model.links import REVIEWED_ITEMS
from samverkan.render.context.charts import drawing
from samverkan.render.drawing.outcome_bars import Row, Verdict, outcome_bars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.render.context.charts import Drawing
    from samverkan.render.context.phrases import Phrases
    from samverkan.render.drawing.outcome_bars import Shape

Tallied = tuple["Item | None", "Result | None"]
"""What kind of part an outcome is about, None where no file has it, and its verdict."""
VERDICTS: tuple[Result | None, ...] = (
    Result.REACHED,
    Result.PARTLY,
    Result.ONGOING,
    Result.NOT_REACHED,
    Result.NOT_ASSESSED,
    Result.NOT_MENTIONED,
    None,
)
"""The verdicts in the order in which they are shown; None for an outcome without one."""


def tally(outcomes: Sequence[Tallied], words: Phrases, shape: Shape) -> Drawing | None:
    """Draw how many outcomes there are of each verdict: in all, and for each kind of part.

    Args:
        outcomes: the outcomes.
        words: the words of the document.
        shape: how the bars are laid out.

    Returns:
        The picture as templates are given it.
    """
    items = [item for item in (*REVIEWED_ITEMS, None) if any(found is item for found, _ in outcomes)]
    used = [verdict for verdict in VERDICTS if any(found is verdict for _, found in outcomes)]
    rows = [_row(f"item_{item.value}" if item else "others", item, outcomes, words) for item in items]
    if rows[1:]:
        rows.insert(0, _whole(outcomes, words))
    named = [
        Verdict(VERDICTS.index(one), one.say(words.language) if one else words.fixed("no_verdict")) for one in used
    ]
    return drawing(outcome_bars([_only(row, used) for row in rows], named, words.language, shape))


def _whole(outcomes: Sequence[Tallied], words: Phrases) -> Row:
    kinds = {item is Item.GOAL for item, _ in outcomes}
    key = "tally_both" if len(kinds) > 1 else "tally_done"
    return _counted(words.fixed("in_all"), key, [result for _, result in outcomes], words)


def _row(name: str, item: Item | None, outcomes: Sequence[Tallied], words: Phrases) -> Row:
    results = [result for found, result in outcomes if found is item]
    return _counted(
        words.fixed(f"several_{name}"), "tally_goals" if item is Item.GOAL else "tally_done", results, words
    )


def _counted(name: str, key: str, results: Sequence[Result | None], words: Phrases) -> Row:
    counts = tuple(results.count(verdict) for verdict in VERDICTS)
    return Row(name, words.fixed(key, count=str(counts[0]), whole=str(len(results))), counts)


def _only(row: Row, used: Sequence[Result | None]) -> Row:
    return Row(row.name, row.said, tuple(row.counts[VERDICTS.index(verdict)] for verdict in used))
