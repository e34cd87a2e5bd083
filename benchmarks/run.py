"""Measure whole processes, as users meet them: `make bench`.

Prints the median of several runs. Times drift between hours on shared machines; compare rows of one run only.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pypandoc

EXAMPLES = Path(__file__).parents[1] / "examples" / "founding"
SAMVERKAN = [sys.executable, "-m", "samverkan"]


def corpus(folder: Path, count: int) -> Path:
    """Write agreements made from the founding ones, each with an id of its own."""
    texts = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(EXAMPLES.glob("*.yaml"))]
    made = folder / f"corpus-{count}"
    made.mkdir()
    for i in range(count):
        name, text = texts[i % len(texts)]
        (made / f"{name}-{i}.yaml").write_text(text.replace(f"id: {name}\n", f"id: {name}-{i}\n"), encoding="utf-8")
    return made


def seconds(command: list[str], times: int) -> float:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, check=False, capture_output=True, timeout=600)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one, many, out = EXAMPLES / "lessebo-2019.yaml", corpus(folder, 300), folder / "out"
        html = folder / "one.html"
        subprocess.run([*SAMVERKAN, "render", str(one), "--format", "html", "--out", str(folder)], check=True)
        shutil.move(folder / "lessebo-2019.html", html)
        rows: list[tuple[str, list[str], int]] = [
            ("samverkan --version", [*SAMVERKAN, "--version"], 9),
            ("samverkan --help", [*SAMVERKAN, "--help"], 9),
            ("samverkan validate, 1 file", [*SAMVERKAN, "validate", str(one)], 9),
            ("samverkan validate, 300 files", [*SAMVERKAN, "validate", str(many)], 3),
            ("samverkan followup, 300 files", [*SAMVERKAN, "followup", str(many), "--format", "json"], 3),
        ]
        for form in ("html", "md", "docx", "pdf"):
            command = [*SAMVERKAN, "render", str(one), "--format", form, "--out", str(out)]
            rows.append((f"samverkan render, 1 file to {form}", command, 5))
        pandoc = [pypandoc.get_pandoc_path(), str(html), "-o", str(folder / "pandoc.docx")]
        rows.append(("pandoc alone, HTML to docx", pandoc, 5))
        if office := shutil.which("soffice"):
            command = [
                office,
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                str(out / "lessebo-2019.docx"),
            ]
            rows.append(("LibreOffice alone, docx to pdf", command, 3))
        for label, command, times in rows:
            print(f"{label:<36} {seconds(command, times):8.3f} s", flush=True)


if __name__ == "__main__":
    main()
