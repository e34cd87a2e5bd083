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


class Matrix(NamedTuple):
    """Threads as tables, one for each focus area.

    Attributes:
        headings: of the columns, the same in all tables.
        threads: the title of each thread, with the rows of each of its focus areas.
    """

    headings: list[str]
    threads: list[tuple[str, list[Group]]]


def matrix(threads: Sequence[Node], language: Language) -> Matrix:
    """Put threads into tables; the focus area stands above each, not in every row."""
    steps = _columns(threads)
    shown = [step for step in steps if step is not ThreadStep.FOCUS_AREA]
    found = [(thread.title.say(language), _groups(thread, steps, language)) for thread in threads]
    return Matrix(_headings(shown, language), found)


def _columns(threads: Sequence[Node]) -> list[ThreadStep]:
    """Choose the steps that have columns: those that every thread is meant to have, and others that some thread has."""
    used = {node.step for thread in threads for node in nodes(thread)} - ROOTS
    return [step for step in ThreadStep if step in used or step in COLUMNS]


def _headings(steps: Sequence[ThreadStep], language: Language) -> list[str]:
    """Name the columns: the steps, and what is missing."""
    return [*(report(f"step-{step.value}").say(language) for step in steps), report("missing-heading").say(language)]


def _cells(thread: Node, steps: Sequence[ThreadStep], language: Language) -> Iterator[list[str]]:
    """Fill the columns, one row for each end of a thread; empty where there is no such step."""
    for row in rows(thread):
        titles = [row[step].title.say(language) if step in row else "" for step in steps]
        missing = next((node.missing.say(language) for node in reversed(row.values()) if node.missing), "")
        yield [*titles, missing]


def _groups(thread: Node, steps: Sequence[ThreadStep], language: Language) -> list[Group]:
    """Gather the rows under their focus areas, in their order, so that no row repeats it; see `_cells`."""
    area = steps.index(ThreadStep.FOCUS_AREA)
    named = report("step-focus_area").say(language)
    return [
        Group(
            f"{named}: {title}" if title else report("no-focus-area").say(language),
            [[*row[:area], *row[area + 1 :]] for row in rows_of_area],
        )
        for title, rows_of_area in groupby(_cells(thread, steps, language), lambda row: row[area])
    ]
