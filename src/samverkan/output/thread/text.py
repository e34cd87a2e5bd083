"""The golden thread as a tree on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text as Cell

from samverkan.escape import printable
from samverkan.output.terminal import Branch, Branches, can_draw, console
from samverkan.thread import Node, ThreadStep, nodes
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def print_threads(threads: Sequence[Node], language: Language) -> None:
    """Print each thread as a tree; what is missing stands in words, marked."""
    out = console()
    for thread in threads:
        out.print(Branches(_branch(thread, language)))
    missing = sum(1 for thread in threads for node in nodes(thread) if node.missing)
    key = "thread-whole" if not missing else "thread-broken-one" if missing == 1 else "thread-broken"
    out.print(report(key, count=missing).say(language))


def _branch(node: Node, language: Language) -> Branch:
    below = [_branch(child, language) for child in node.children]
    if node.missing:
        mark = "✗" if can_draw() else "x"
        words = printable(report("missing", what=node.missing).say(language))
        below.insert(0, Branch(Cell(f"{mark} {words}", style="bold red reverse")))
    return Branch(_label(node, language), below)


def _label(node: Node, language: Language) -> Cell:
    label = Cell(report(f"step-{node.step.value}").say(language) + " ", style="dim")
    label.append(printable(node.title.say(language)), style=_STYLES[node.step])
    return label.append(f"  {printable(node.id)}", style="dim") if node.step is not ThreadStep.OUTCOME else label
