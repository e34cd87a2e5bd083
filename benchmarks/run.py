"""Measure whole processes, as users meet them: `make bench`.

Prints the median of several runs and the most memory that one process took. Times drift between hours on shared
machines; compare rows of one run only. The programs that stand alone are given the same documents.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from samverkan.render.engines.pandoc import program

EXAMPLES = Path(__file__).parents[1] / "examples" / "founding"
SAMVERKAN = [sys.executable, "-m", "samverkan"]
# As users have it: Python keeps what it has compiled.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass
class Row:
    label: str
    command: list[str]
    times: int = 5
    goal: str = ""
    fresh: Path | None = None
    """A folder that is emptied before each time."""


def corpus(folder: Path, count: int) -> Path:
    """Write agreements made from the founding ones, each with an id of its own."""
    texts = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(EXAMPLES.glob("*.yaml"))]
    made = folder / f"corpus-{count}"
    made.mkdir()
    for i in range(count):
        name, text = texts[i % len(texts)]
        (made / f"{name}-{i}.yaml").write_text(text.replace(f"id: {name}\n", f"id: {name}-{i}\n"), encoding="utf-8")
    return made


def measured(row: Row) -> str:
    """Run a command, and give the median of its seconds and the megabytes of its largest process."""
    taken, most = [], 0.0
    for _ in range(row.times):
        if row.fresh:
            shutil.rmtree(row.fresh, ignore_errors=True)
        start = time.perf_counter()
        process = subprocess.Popen(row.command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        taken.append(time.perf_counter() - start)
        most = max(most, usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3))
    return f"{row.label:<52} {statistics.median(taken):8.3f} s {most:6.0f} MB  {row.goal}"


def documents(folder: Path) -> list[Row]:
    """One document, and what others need for a part of the same."""
    one, out = EXAMPLES / "lessebo-2019.yaml", folder / "out"
    rows = [
        Row("samverkan --version", [*SAMVERKAN, "--version"], 9),
        Row("samverkan --help", [*SAMVERKAN, "--help"], 9),
        Row("samverkan validate, 1 file", [*SAMVERKAN, "validate", str(one)], 9),
    ]
    for form in ("html", "md", "docx", "odt", "pdf"):
        command = [*SAMVERKAN, "render", str(one), "--format", form, "--out", str(out)]
        goal = "goal 0.8 s" if form == "pdf" else ""
        rows.append(Row(f"samverkan render, 1 file to {form}", command, 9, goal, fresh=out))
    return rows


def folders(folder: Path) -> list[Row]:
    """Many documents."""
    many, hundred, out = corpus(folder, 300), corpus(folder, 100), folder / "hundred"
    render = [*SAMVERKAN, "render", str(hundred), "--format", "pdf,html,docx", "--out", str(out)]
    return [
        Row("samverkan validate, 300 files", [*SAMVERKAN, "validate", str(many)], 3),
        Row("samverkan followup, 300 files", [*SAMVERKAN, "followup", str(many), "--format", "json"], 3),
        Row("samverkan render, 100 files to pdf, html and docx", render, 2, "goal 30 s, 400 MB", fresh=out),
        Row("  the second time", render, 5, "goal 1 s"),
    ]


def others(made: Path) -> list[Row]:
    """The programs that stand alone, on what the rows above have made."""
    html, word = sorted(made.glob("*.html")), sorted(made.glob("*.docx"))
    to_word = f'for one in "$@"; do {program()} "$one" -o "{made}/pandoc.docx"; done'
    rows = [
        Row("pandoc alone, 1 file, HTML to docx", ["sh", "-c", to_word, "sh", str(html[0])]),
        Row("pandoc alone, 100 files, HTML to docx", ["sh", "-c", to_word, "sh", *map(str, html)], 1),
    ]
    if office := shutil.which("soffice"):
        to_pdf = [office, "--headless", "--convert-to", "pdf", "--outdir", str(made / "office")]
        rows.append(Row("LibreOffice alone, 1 file, docx to pdf", [*to_pdf, str(word[0])], 3))
        rows.append(Row("LibreOffice alone, 100 files, docx to pdf", [*to_pdf, *map(str, word)], 1))
    return rows


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for row in (*documents(folder), *folders(folder)):
            print(measured(row), flush=True)
        for row in others(folder / "hundred"):
            print(measured(row), flush=True)


if __name__ == "__main__":
    main()
