"""The golden thread as Markdown tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.escape import markdown_literal
from samverkan.output.thread.matrix import cells, columns, headings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.thread import Node
    from samverkan.words.sentence import Language


def threads_markdown(threads: Sequence[Node], language: Language) -> str:
    """Write the traceability matrix as Markdown tables, one for each thread."""
    lines: list[str] = []
    steps = columns(threads)
    named = headings(steps, language)
    for thread in threads:
        lines += [
            f"# {markdown_literal(thread.title.say(language))}",
            "",
            "| " + " | ".join(named) + " |",
        ]
        lines += ["|" + " --- |" * len(named)]
        lines += [
            "| " + " | ".join([markdown_literal(cell) or "–" for cell in row]) + " |"
            for row in cells(thread, steps, language)
        ]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"
