"""Try the faults that `tools/make_mutants.py` wrote down: does a test fail for each?

First every test is run once, and the lines that it goes through are noted, in the processes that it starts too. Then
each fault is put into a copy of the project, and those tests that go through its line are run until one fails.
Libraries are ready in the process that each try is forked from. Tries that are done are kept, and not made again.
"""

from __future__ import annotations

import argparse
import ast
import copy
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import coverage
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parents[1]
TESTS = [
    "test_rules.py", "test_law.py", "test_clocks.py", "test_law_and_followup.py", "test_true_findings.py",
    "test_rule_and_duty.py", "test_goals.py", "test_report.py", "test_parts.py", "test_text_alone.py",
    "test_said_and_shown.py", "test_printed_again.py", "test_own_part.py", "test_escape.py", "test_fingerprint.py",
    "test_edges.py",
]  # fmt: skip
READY = ["hypothesis", "icalendar", "jinja2", "jsonschema", "markdown_it", "pydantic", "rich", "ruamel.yaml", "typer"]
OPTIONS = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
LIMIT = 30.0
"""Seconds that the tests of one fault may take, when all is well; what is left of them then is not run."""


class Noting:
    """A plugin that notes which test goes through which lines, and how long it takes."""

    def __init__(self, measuring: coverage.Coverage) -> None:
        self.measuring = measuring
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.measuring.switch_context(item.nodeid)
        elsewhere = copy.copy(self.measuring.config)
        elsewhere.context = item.nodeid
        os.environ["COVERAGE_PROCESS_CONFIG"] = elsewhere.serialize()
        began = time.monotonic()
        done: None = yield
        self.seconds[item.nodeid] = time.monotonic() - began
        return done


class Chosen:
    """A plugin that runs certain tests and no others, the quickest first."""

    def __init__(self, order: list[str]) -> None:
        self.order = {name: i for i, name in enumerate(order)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((item for item in items if item.nodeid in self.order), key=lambda it: self.order[it.nodeid])


def note(project: Path, files: list[str], out: Path) -> None:
    """Run files of tests in a process of their own; write what each test goes through."""
    child = os.fork()
    if child:
        if os.waitpid(child, 0)[1]:
            sys.exit("the tests do not pass as it is")
        return
    os.chdir(project)
    measured = project / "measured"
    measured.mkdir()
    measuring = coverage.Coverage(
        data_file=str(measured / "data"), data_suffix=True, source_pkgs=["samverkan"], config_file=False
    )
    noting = Noting(measuring)
    measuring.start()
    code = pytest.main([*OPTIONS, *files], plugins=[noting])
    measuring.stop()
    measuring.save()
    measuring.combine([str(measured)], keep=False)
    data = measuring.get_data()
    lines = {
        str(Path(file).relative_to(project)): {
            line: sorted(set(names) - {""}) for line, names in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
        if Path(file).is_relative_to(project)
    }
    out.write_text(json.dumps({"seconds": noting.seconds, "lines": lines}), encoding="utf-8")
    sys.stdout.flush()
    os._exit(int(code))


class Noted(NamedTuple):
    """What each test goes through: its seconds, how many lines it goes through, and the tests of each line."""

    seconds: dict[str, float]
    breadth: Counter[str]
    lines: dict[str, dict[str, list[str]]]


def all_noted(project: Path, folder: Path) -> Noted:
    """Run what is not noted yet; what is noted already is kept beside the results."""
    noted = Noted({}, Counter(), defaultdict(lambda: defaultdict(list)))
    for name in TESTS:
        path = folder / f"{name}.json"
        if not path.exists():
            note(project, [f"tests/{name}"], path)
        found = json.loads(path.read_text(encoding="utf-8"))
        noted.seconds.update(found["seconds"])
        for file, of_file in found["lines"].items():
            for line, tests in of_file.items():
                noted.breadth.update(tests)
                noted.lines[file][line] += tests
    return noted


def statement(text: str, line: int) -> range:
    """Give the lines of the statement that a line belongs to; of one that holds others, those of its head."""
    found = range(line, line + 1)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or node.lineno):
            body = getattr(node, "body", None)
            end = body[0].lineno if body else (node.end_lineno or node.lineno) + 1
            if line < end:
                found = range(node.lineno, end)
    return found


def choose(noted: Noted, at: tuple[str, str, int]) -> list[str]:
    """Choose the tests of a fault: those that go through its line, or else through its file.

    Those that go through the fewest lines come first: they are about this and little else.
    """
    file, text, line = at
    lines = noted.lines.get(file, {})
    exact = {name for one in statement(text, line) for name in lines.get(str(one), [])}
    names = exact or {name for found in lines.values() for name in found}
    chosen: list[str] = []
    total = 0.0
    for name in sorted(names, key=lambda one: (noted.breadth[one], one)):
        total += noted.seconds[name]
        if chosen and total > LIMIT:
            break
        chosen.append(name)
    return chosen


class Telling:
    """A plugin that tells which test failed first."""

    def __init__(self, failed: Path) -> None:
        self.failed = failed

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.failed.exists():
            self.failed.write_text(report.nodeid, encoding="utf-8")


def become(project: Path, tests: list[str], failed: Path) -> NoReturn:
    """Be the process that runs some tests until one fails."""
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.chdir(project)
    code = 1
    try:
        files = sorted({name.partition("::")[0] for name in tests})
        code = pytest.main([*OPTIONS, "-x", *files], plugins=[Chosen(tests), Telling(failed)])
    finally:
        os._exit(int(code))


def outcome(project: Path, tests: list[str], seconds: float) -> tuple[str, str]:
    """Run tests in a process of their own: `killed`, `survived` or `timeout`, and the test that failed."""
    if not tests:
        return "survived", ""
    failed = project.parent / "failed"
    failed.unlink(missing_ok=True)
    child = os.fork()
    if child == 0:
        become(project, tests, failed)
    until = time.monotonic() + 30 + 10 * seconds
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            by = failed.read_text(encoding="utf-8") if failed.exists() else ""
            return ("survived" if os.waitstatus_to_exitcode(status) in {0, 5} else "killed"), by
        time.sleep(0.05)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "timeout", ""


def tries(project: Path, mutants: Iterable[dict[str, str]], noted: Noted) -> Iterator[dict[str, object]]:
    """Try each fault. A test that fails without any fault too is left out, and what it seemed to find is tried anew."""
    sound: set[str] = set()
    unsound: set[str] = set()
    for one in mutants:
        path = project / one["file"]
        whole = path.read_text(encoding="utf-8")
        while True:
            tests = [name for name in choose(noted, (one["file"], whole, int(one["line"]))) if name not in unsound]
            path.write_text(one["text"], encoding="utf-8")
            try:
                ended, by = outcome(project, tests, sum(noted.seconds[name] for name in tests))
            finally:
                path.write_text(whole, encoding="utf-8")
            if not by or by in sound:
                break
            if outcome(project, [by], noted.seconds[by])[0] == "survived":
                sound.add(by)
                break
            unsound.add(by)
        known = {key: value for key, value in one.items() if key != "text"}
        yield known | {"outcome": ended, "by": by, "tests": len(tests)}


def table(done: list[dict[str, object]]) -> str:
    """Give the figures as rows of Markdown."""
    counted: dict[str, list[str]] = defaultdict(list)
    for one in done:
        counted[str(one["part"])].append("survived" if one["outcome"] == "survived" else "killed")
    rows = ["| part | tried | killed | survived | share killed |", "| --- | ---: | ---: | ---: | ---: |"]
    for part, outcomes in [*counted.items(), ("all", [one for ones in counted.values() for one in ones])]:
        killed = outcomes.count("killed")
        share = f"{100 * killed / len(outcomes):.1f} %" if outcomes else "–"
        rows.append(f"| {part} | {len(outcomes)} | {killed} | {len(outcomes) - killed} | {share} |")
    return "\n".join(rows)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("mutants", type=Path)
    asked.add_argument("--results", type=Path, required=True)
    asked.add_argument("--minutes", type=float, default=600)
    asked.add_argument(
        "--again", action="store_true", help="try those that survived once more, with what tests are now"
    )
    told = asked.parse_args()
    until = time.monotonic() + 60 * told.minutes
    results: Path = told.results
    done = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()] if results.exists() else []
    if told.again:
        done = [one for one in done if one["outcome"] != "survived"]
        results.write_text("".join(json.dumps(one) + "\n" for one in done), encoding="utf-8")
    known = {(one["file"], one["operator"], one["occurrence"]) for one in done}
    mutants = [json.loads(line) for line in told.mutants.read_text(encoding="utf-8").splitlines()]
    left = [one for one in mutants if (one["file"], one["operator"], one["occurrence"]) not in known]
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"  # a fault that is as long as what it replaces would not be seen
    for name in READY:
        import_module(name)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        shutil.copytree(
            ROOT, project, ignore=shutil.ignore_patterns(".git", ".venv*", "build", "dist", "__pycache__", ".*_cache")
        )
        os.environ["PYTHONPATH"] = str(project / "src")
        sys.path.insert(0, str(project / "src"))
        noted = all_noted(project, results.parent)
        with results.open("a", encoding="utf-8") as out:
            for one in tries(project, left, noted):
                done.append(one)
                print(json.dumps(one), file=out, flush=True)
                if time.monotonic() > until:
                    break
    print(table(done))


if __name__ == "__main__":
    main()
