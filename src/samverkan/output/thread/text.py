"""The red thread as a tree in the terminal, and as a matrix in JSON, Markdown and HTML."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rich.text import Text as Cell
from rich.tree import Tree

from samverkan.escape import markdown_literal, visible
from samverkan.output.json_v1 import VERSION
from samverkan.output.terminal import can_draw, console
from samverkan.thread import Node, ThreadStep, rows
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.words.sentence import Language

_STYLES = {
    ThreadStep.AGREEMENT: "bold",
    ThreadStep.FOCUS_AREA: "bold blue",
    ThreadStep.PROBLEM: "red",
    ThreadStep.CAUSE: "yellow",
    ThreadStep.GOAL: "green",
    ThreadStep.MEASURE: "cyan",
    ThreadStep.OUTCOME: "magenta",
}


def print_threads(threads: Sequence[Node], language: Language) -> None:
    """Print each agreement's thread as a tree; what is missing stands in words, marked."""
    out = console()
    for thread in threads:
        out.print(_tree(thread, language, Tree(_label(thread, language), guide_style="dim")))
    missing = sum(1 for thread in threads for node in _all(thread) if node.missing)
    key = "thread-whole" if not missing else "thread-broken-one" if missing == 1 else "thread-broken"
    out.print(report(key, count=missing).say(language))


def _tree(node: Node, language: Language, branch: Tree) -> Tree:
    if node.missing:
        mark = "✗" if can_draw() else "x"
        branch.add(Cell(f"{mark} {report('missing', what=node.missing).say(language)}", style="bold red reverse"))
    for child in node.children:
        _tree(child, language, branch.add(_label(child, language)))
    return branch


def _label(node: Node, language: Language) -> Cell:
    label = Cell(report(f"step-{node.step.value}").say(language) + " ", style="dim")
    label.append(visible(node.title.say(language)), style=_STYLES[node.step])
    return label.append(f"  {visible(node.id)}", style="dim") if node.step is not ThreadStep.OUTCOME else label


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _all(child)


# The matrix


def threads_json(threads: Sequence[Node], language: Language) -> str:
    """Write the traceability matrix as one JSON object; see docs/json.md."""
    found = [_row(row, language) for thread in threads for row in rows(thread)]
    return json.dumps({"version": VERSION, "rows": found}, ensure_ascii=False, indent=2) + "\n"


def _row(row: dict[ThreadStep, Node], language: Language) -> dict[str, Any]:
    steps = {step.value: _cell(row[step], language) if step in row else None for step in ThreadStep}
    missing = next((node.missing.say(language) for node in reversed(row.values()) if node.missing), None)
    return {**steps, "missing": missing}


def _cell(node: Node, language: Language) -> dict[str, str]:
    return {"id": node.id, "title": node.title.say(language), "file": node.file}


def threads_markdown(threads: Sequence[Node], language: Language) -> str:
    """Write the traceability matrix as Markdown tables, one for each agreement."""
    lines: list[str] = []
    for thread in threads:
        lines += [
            f"# {markdown_literal(thread.title.say(language))}",
            "",
            "| " + " | ".join(_headings(language)) + " |",
        ]
        lines += ["|" + " --- |" * len(_headings(language))]
        lines += [
            "| " + " | ".join([markdown_literal(cell) or "–" for cell in cells]) + " |"
            for cells in _cells(thread, language)
        ]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def threads_html(threads: Sequence[Node], language: Language) -> str:
    """Write the traceability matrix as one web page that stands alone."""
    from samverkan.render.engines.jinja import html_page  # noqa: PLC0415 - Jinja, for this format only

    context = {
        "language": language,
        "title": report("thread-title").say(language),
        "skip": report("skip").say(language),
        "headings": _headings(language),
        "threads": [
            {"title": thread.title.say(language), "rows": list(_cells(thread, language))} for thread in threads
        ],
    }
    return str(html_page("thread.html.j2", context))


def _headings(language: Language) -> list[str]:
    steps = [report(f"step-{step.value}").say(language) for step in ThreadStep if step is not ThreadStep.AGREEMENT]
    return [*steps, report("missing-heading").say(language)]


def _cells(thread: Node, language: Language) -> Iterator[list[str]]:
    for row in rows(thread):
        titles = [
            row[step].title.say(language) if step in row else ""
            for step in ThreadStep
            if step is not ThreadStep.AGREEMENT
        ]
        missing = next((node.missing.say(language) for node in reversed(row.values()) if node.missing), "")
        yield [*titles, missing]
