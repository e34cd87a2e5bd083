"""The golden thread as a tree on a terminal."""

from __future__ import annotations

from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING

from rich.text import Text as Cell

from samverkan.escape import printable
from samverkan.output.terminal import Branch, Branches, can_draw, console
from samverkan.thread import Node, ThreadStep, nodes
from samverkan.words.numbers import Figure
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.words.sentence import Language

_STYLES = {
    ThreadStep.AGREEMENT: "bold",
    ThreadStep.PLAN: "bold",
    ThreadStep.CITIZEN_PROMISE: "bold",
    ThreadStep.COMMUNICATION_PLAN: "bold",
    ThreadStep.FOCUS_AREA: "bold blue",
    ThreadStep.PROBLEM: "red",
    ThreadStep.CAUSE: "yellow",
    ThreadStep.GOAL: "green",
    ThreadStep.PROMISE: "cyan",
    ThreadStep.MESSAGE: "green",
    ThreadStep.ACTIVITY: "cyan",
    ThreadStep.MEASURE: "cyan",
    ThreadStep.OUTCOME: "magenta",
}

_MOST_SHOWN = 5000
_MOST_OF_A_TITLE = 3000


def print_threads(threads: Sequence[Node], language: Language) -> None:
    """Print each thread as a tree; what is missing stands in words, marked. Of very much the first is shown."""
    out, numbers = console(), count()
    for thread in threads:
        out.print(Branches(_branch(thread, language, numbers)))
    missing = sum(1 for thread in threads for node in nodes(thread) if node.missing)
    key = "thread-whole" if not missing else "thread-broken-one" if missing == 1 else "thread-broken"
    out.print(report(key, count=missing).say(language))


def _branch(node: Node, language: Language, numbers: Iterator[int]) -> Branch:
    below = []
    if node.missing:
        mark = "✗" if can_draw() else "x"
        words = printable(report("missing", what=node.missing).say(language))
        below.append(Branch(Cell(f"{mark} {words}", style="bold red reverse")))
    for place, child in enumerate(node.children):
        if next(numbers) >= _MOST_SHOWN:
            left = report("thread-more", count=Figure(Decimal(len(node.children) - place)))
            below.append(Branch(Cell(left.say(language), style="dim")))
            break
        below.append(_branch(child, language, numbers))
    return Branch(_label(node, language), below)


def _label(node: Node, language: Language) -> Cell:
    label = Cell(report(f"step-{node.step.value}").say(language) + " ", style="dim")
    title = printable(node.title.say(language))
    label.append(title[:_MOST_OF_A_TITLE], style=_STYLES[node.step])
    return (
        label.append(f"  {printable(node.id[:_MOST_OF_A_TITLE])}", style="dim")
        if node.step is not ThreadStep.OUTCOME
        else label
    )
