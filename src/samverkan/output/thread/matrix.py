"""The red thread as a matrix: the cells that Markdown and the web page show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.thread import Node, ThreadStep, rows
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.words.sentence import Language


def headings(language: Language) -> list[str]:
    """Name the columns: every step below the agreement, and what is missing."""
    steps = [report(f"step-{step.value}").say(language) for step in ThreadStep if step is not ThreadStep.AGREEMENT]
    return [*steps, report("missing-heading").say(language)]


def cells(thread: Node, language: Language) -> Iterator[list[str]]:
    """Fill the columns, one row for each end of an agreement's thread; empty where there is no such step."""
    for row in rows(thread):
        titles = [
            row[step].title.say(language) if step in row else ""
            for step in ThreadStep
            if step is not ThreadStep.AGREEMENT
        ]
        missing = next((node.missing.say(language) for node in reversed(row.values()) if node.missing), "")
        yield [*titles, missing]
