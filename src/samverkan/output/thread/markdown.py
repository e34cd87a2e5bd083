"""The golden thread as Markdown tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.escape import markdown_literal
from samverkan.output.thread.matrix import matrix

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.thread import Node
    from samverkan.words.sentence import Language


def threads_markdown(threads: Sequence[Node], language: Language) -> str:
    """Write the traceability matrix as Markdown tables, one for each focus area of each thread."""
    headings, found = matrix(threads, language)
    lines: list[str] = []
    for title, groups in found:
        lines += [f"# {markdown_literal(title)}", ""]
        for group in groups:
            lines += [f"## {markdown_literal(group.heading)}", "", _row(headings), "|" + " --- |" * len(headings)]
            lines += [
                *(
                    _row([*(markdown_literal(one) or "–" for one in steps), markdown_literal(gap)])
                    for *steps, gap in group.rows
                ),
                "",
            ]
    return "\n".join(lines).rstrip() + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
