"""The table of the README, made of what has been measured."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

BEGIN, END = "<!-- measured: make bench -->", "<!-- end of measured -->"
SIZES = (1, 300, 3000, 30_000)
ROWS = {
    "check-jsonschema": "check-jsonschema, our schema",
    "yamllint": "yamllint",
    "ajv-cli": "ajv-cli, our schema",
    "samverkan validate, workspaces, nothing kept": "**samverkan validate**, all rules",
    "samverkan validate, workspaces, nothing changed": "the same, nothing changed since",
    "samverkan validate, workspaces, one file changed": "the same, one file changed since",
    "samverkan followup, workspaces, nothing changed": "**samverkan followup**, nothing changed since",
    "samverkan law, workspaces, nothing changed": "**samverkan law**, nothing changed since",
}
"""What is shown, and what it is called there."""


def show_in_readme(results: Path, readme: Path) -> bool:
    """Put the table of what has been measured between its marks, and tell whether they are there."""
    before, begin, rest = readme.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if begin and end:
        measured = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(results.glob("*.json"))]
        shown = "\n".join(table(measured))
        readme.write_text(f"{before}{begin}\n{shown}\n{end}{after}", encoding="utf-8")
    return bool(begin and end)


def table(results: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Write the seconds of each program as a Markdown table, by how many documents it was given."""
    seconds = {(one["label"], one["files"]): one["seconds"] for result in results for one in result["figures"]}
    sizes = [size for size in SIZES if any(files == size for _, files in seconds)]
    yield f"| seconds for as many documents | {' | '.join(f'{size:,}' for size in sizes)} |"
    yield f"|---|{'--:|' * len(sizes)}"
    for label, name in ROWS.items():
        if any((label, size) in seconds for size in sizes):
            cells = (f"{seconds[label, size]:.2f}" if (label, size) in seconds else "–" for size in sizes)
            yield f"| {name} | {' | '.join(cells)} |"
