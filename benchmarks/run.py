"""Measure the program beside others on the same documents, and compare with the budgets: `make bench`.

    python benchmarks/run.py [--sizes 1,300,3000] [--only validate,waiting,documents,ceilings,imported] [--out FOLDER]

The whole country in ten years is `--sizes 30000 --only validate`; what is measured of other sizes than the usual has
files of its own.
All that is compared is run in turn. Times drift between hours on shared machines: trust the ratios of one run. What is
not installed (yamllint, npm) is left out and said to be.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from importlib.metadata import distributions, version
from pathlib import Path
from typing import TYPE_CHECKING

from budgets import budget_lines
from ceilings import ceilings
from imported import imported, table_of
from measuring import Figure, Program, measured
from shown import show_in_readme
from waiting import waiting
from workspaces import write

from documents import documents, others
from samverkan import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
RESULTS = ROOT / "benchmarks" / "results"
"""What the README's table comes from."""
SCHEMA = ROOT / "schemas" / "samverkan.schema.json"
SAMVERKAN = (sys.executable, "-m", "samverkan")
DAY = "2026-11-20"
SIZES = "1,300,3000"
FAULTY = 5
"""How many in a hundred of the documents have a mistake."""
_ONE_BY_ONE = 1000
"""From so many files on, the programs that take tens of seconds are run once."""
_MOST_FOR_PEERS = 10_000
"""On more files than that, the programs that take tens of seconds for some thousands would take most of an hour."""


class Rows:
    """The programs that are compared on as many documents."""

    def __init__(self, folder: Path, size: int, ajv: Path | None) -> None:
        """Make the documents: in a workspace for each municipality, and the same number in a single one."""
        self.size, self._ajv = size, ajv
        self.many = write(folder / f"many-{size}", size, faulty=FAULTY if size > 1 else 0, all_yaml=True)
        self.one = (
            write(folder / f"one-{size}", size, in_one=True, faulty=FAULTY, all_yaml=True)
            if 1 < size <= _MOST_FOR_PEERS
            else self.many
        )
        self._kept = folder / f"kept-{size}"
        self._edits = 0

    def programs(self) -> list[Program]:
        """Give the programs in the order in which they take turns: first those that need no cache."""
        return [*self._peers(), *self._ours()]

    def lists(self) -> list[Program]:
        """Give the programs that list what is due; they take turns by themselves, so that no file changes meanwhile."""
        return [
            self._own(f"{command}, {where}, {ending}", command, folder, self._kept / f"{command}-{name}", fresh=fresh)
            for name, (where, folder) in enumerate(self._folders().items())
            for command in ("followup", "law")
            for ending, fresh in (("nothing kept", True), ("nothing changed", False))
        ]

    def waiting(self) -> list[Figure]:
        """Measure what answers while somebody writes; it changes files, and comes last."""
        return [
            figure
            for where, folder in self._folders().items()
            for figure in waiting(folder, where, self._kept / f"waiting-{folder.name}", DAY)
        ]

    def _folders(self) -> dict[str, Path]:
        """Give where the documents are, by what it is called."""
        is_both = 1 < self.size <= _MOST_FOR_PEERS
        return {"workspaces": self.many, **({"one workspace": self.one} if is_both else {})}

    def _ours(self) -> Iterable[Program]:
        for where, folder in self._folders().items():
            kept = self._kept / where.replace(" ", "-")
            yield self._own(f"validate, {where}, nothing kept", "validate", folder, kept, fresh=True)
            yield self._own(f"validate, {where}, nothing changed", "validate", folder, kept)
            if self.size > 1:
                yield self._own(f"validate, {where}, one file changed", "validate", folder, kept, edit=True)
            if 1 < self.size <= _MOST_FOR_PEERS:
                alone = ("--no-cache", "--jobs=1")
                yield self._own(f"validate, {where}, {' '.join(alone)}", "validate", folder, kept, *alone)

    def _own(
        self, label: str, command: str, folder: Path, kept: Path, *more: str, fresh: bool = False, edit: bool = False
    ) -> Program:
        def before() -> None:
            if fresh:
                shutil.rmtree(kept, ignore_errors=True)
            if edit:
                self._edits += 1
                with min(folder.rglob("atgardsplan*.yaml")).open("a", encoding="utf-8") as written:
                    written.write(f"# {self._edits}\n")

        return Program(
            f"samverkan {label}",
            [*SAMVERKAN, "--lang", "en", command, str(folder), "--today", DAY, "--format=json", *more],
            self.size,
            self._rounds(is_quick=not fresh and not more),
            before,
            {"XDG_CACHE_HOME": str(kept)},
        )

    def _peers(self) -> Iterable[Program]:
        files = [str(path) for path in sorted(self.many.rglob("*.yaml"))]
        rounds = self._rounds(is_quick=False)
        if self.size > _MOST_FOR_PEERS:
            return
        if program := _installed("check-jsonschema"):
            yield Program("check-jsonschema", [program, "--schemafile", str(SCHEMA), *files], self.size, rounds)
        if program := _installed("yamllint"):
            yield Program("yamllint", [program, "-d", "relaxed", *files], self.size, rounds)
        if self._ajv:
            command = [
                str(self._ajv),
                "validate",
                "--spec=draft2020",
                "--strict=false",
                "--errors=no",
                "-s",
                str(SCHEMA),
            ]
            yield Program("ajv-cli", [*command, "-d", f"{self.many}/**/*.yaml"], self.size, rounds)

    def _rounds(self, *, is_quick: bool) -> int:
        if self.size == 1:
            return 9
        return 3 if is_quick or self.size < _ONE_BY_ONE else 1


def _missing() -> list[str]:
    return [name for name in ("check-jsonschema", "yamllint", "npm") if not _installed(name)]


def _installed(program: str) -> str | None:
    """Find a program beside this Python, or else where the shell finds it."""
    return shutil.which(program, path=str(Path(sys.executable).parent)) or shutil.which(program)


def _ajv(folder: Path) -> Path | None:
    """Fetch ajv-cli, where there is npm."""
    npm = _installed("npm")
    if npm is None:
        return None
    asked = Program(
        "npm",
        [npm, "install", "--no-audit", "--no-fund", "--fetch-retries=1", "--prefix", str(folder), "ajv-cli@5.0.0"],
        rounds=1,
    )
    measured([asked])
    program = folder / "node_modules" / ".bin" / ("ajv.cmd" if os.name == "nt" else "ajv")
    return program if program.exists() else None


def table(figures: Sequence[Figure]) -> str:
    """Write figures as a Markdown table, each beside that of check-jsonschema on as many files."""
    base = {one.files: one.seconds for one in figures if one.label == "check-jsonschema"}
    lines = [
        "| program | files | seconds | least | × check-jsonschema | files a second | MB |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for one in figures:
        ratio = f"{one.seconds / base[one.files]:.3f}" if one.files in base else "–"
        pace = f"{one.files / one.seconds:.0f}"
        cells = (one.label, one.files, f"{one.seconds:.3f}", f"{one.least:.3f}", ratio, pace, f"{one.megabytes:.0f}")
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


def about() -> dict[str, str]:
    """Say what was measured, on what."""
    names = ("check-jsonschema", "yamllint", "pydantic", "ruamel.yaml", "typer")
    peers = {name: version(name) for name in names if any(distributions(name=name))}
    return {
        "samverkan": __version__,
        "day": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "processors": str(os.cpu_count()),
        **peers,
    }


def _keep(figures: Sequence[Figure], out: Path, name: str) -> None:
    """Write the results as JSON for programs, and as Markdown for people."""
    out.mkdir(parents=True, exist_ok=True)
    plain = {"about": about(), "figures": [vars(one) for one in figures]}
    (out / f"{name}.json").write_text(json.dumps(plain, indent=2) + "\n", encoding="utf-8")
    said = "\n".join(f"- {name}: {value}" for name, value in about().items())
    page = ["# Measured", said, table(figures), "## Budgets", "\n".join(budget_lines(figures))]
    (out / f"{name}.md").write_text("\n\n".join(page) + "\n", encoding="utf-8")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--sizes", default=SIZES, help=f"how many documents, {SIZES} unless said")
    asked.add_argument(
        "--only",
        default="validate,waiting,documents,ceilings,imported",
        help="validate, waiting, documents, ceilings, imported or several of them",
    )
    asked.add_argument("--out", type=Path, default=RESULTS)
    given = asked.parse_args()
    figures: list[Figure] = []
    for name in _missing():
        print(f"{name} is not installed, and left out.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ajv = _ajv(folder / "ajv") if "validate" in given.only else None
        for size in map(int, given.sizes.split(",") if {"validate", "waiting"} & set(given.only.split(",")) else ()):
            rows = Rows(folder, size, ajv)
            is_both = 1 < size <= _MOST_FOR_PEERS
            if "validate" in given.only:
                figures += _shown(measured(rows.programs()))
                figures += _shown(measured(rows.lists())) if is_both else []
            if "waiting" in given.only and is_both:
                figures += _shown(rows.waiting())
        if "documents" in given.only:
            figures += _shown(measured(documents(folder)))
            figures += _shown(measured(others(folder / "hundred")))
        if "ceilings" in given.only:
            figures += _shown([*ceilings()])
        if "imported" in given.only:
            print(table_of(imported(ROOT / "examples" / "founding", folder / "old")), flush=True)
    print("\n".join(budget_lines(figures)))
    _keep(figures, given.out, "latest" if given.sizes == SIZES else f"files-{given.sizes.replace(',', '-')}")
    if given.out == RESULTS and not show_in_readme(given.out, README):
        print(f"{README.name} has no marks for the table of what has been measured, and is left as it is.")


def _shown(figures: list[Figure]) -> list[Figure]:
    print(table(figures), flush=True)
    return figures


if __name__ == "__main__":
    main()
