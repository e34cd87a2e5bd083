"""The golden thread as a matrix: the cells that Markdown and the web page show."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from samverkan.thread import COLUMNS, ROOTS, Node, ThreadStep, nodes, rows
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.words.sentence import Language


class Group(NamedTuple):
    """The rows of one focus area.

    Attributes:
        heading: which one, or that there is none.
        rows: the cells of each, without the focus area.
    """

    heading: str
    rows: list[list[str]]


def columns(threads: Sequence[Node]) -> list[ThreadStep]:
    """Choose the steps that have columns: those that every thread is meant to have, and others that some thread has."""
    used = {node.step for thread in threads for node in nodes(thread)} - ROOTS
    return [step for step in ThreadStep if step in used or step in COLUMNS]


def headings(steps: Sequence[ThreadStep], language: Language) -> list[str]:
    """Name the columns: the steps, and what is missing."""
    return [*(report(f"step-{step.value}").say(language) for step in steps), report("missing-heading").say(language)]


def cells(thread: Node, steps: Sequence[ThreadStep], language: Language) -> Iterator[list[str]]:
    """Fill the columns, one row for each end of a thread; empty where there is no such step."""
    for row in rows(thread):
        titles = [row[step].title.say(language) if step in row else "" for step in steps]
        missing = next((node.missing.say(language) for node in reversed(row.values()) if node.missing), "")
        yield [*titles, missing]


def groups(thread: Node, steps: Sequence[ThreadStep], language: Language) -> list[Group]:
    """Gather the rows under their focus areas, in their order, so that no row repeats it; see `cells`."""
    area = steps.index(ThreadStep.FOCUS_AREA)
    named = report("step-focus_area").say(language)
    return [
        Group(
            f"{named}: {title}" if title else report("no-focus-area").say(language),
            [[*row[:area], *row[area + 1 :]] for row in rows_of_area],
        )
        for title, rows_of_area in groupby(cells(thread, steps, language), lambda row: row[area])
    ]
