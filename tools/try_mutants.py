"""Try the faults that `tools/make_mutants.py` wrote down: does a test fail for each?

First every test is run once, and the lines that it goes through are noted, in the processes that it starts too. Then
each fault is put into a copy of the project, and those tests that go through its line are run until one fails. Each try
is forked from a process in which all tests are ready, and the fault is put into the functions there; where it would
have been run on import, from a process that has only libraries ready. Tries that are done are kept, and not made again.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import copy
import hashlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from functools import partial
from importlib import import_module
from multiprocessing import Pipe
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import coverage
import pytest
from put_in_place import InUse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection

ROOT = Path(__file__).parents[1]
TESTS = [
    "test_rules.py", "test_law.py", "test_clocks.py", "test_law_and_followup.py", "test_true_findings.py",
    "test_rule_and_duty.py", "test_goals.py", "test_report.py", "test_escape.py", "test_fingerprint.py",
    "test_edges.py", "test_promised.py", "test_succession.py", "test_said_times.py", "test_true_to_practice.py",
    "test_threads.py", "test_workspaces.py", "test_severity.py", "test_parts.py", "test_own_part.py", "test_times.py",
    "test_apportioned.py", "test_latest_day.py", "test_one_cause.py", "test_text_alone.py", "test_agreement_parts.py",
    "test_agreements_as_said.py", "test_plans_as_written.py", "test_promises_as_written.py", "test_whose_and_when.py",
    "test_sub_goals_and_plain_times.py", "test_own_goals_and_messages.py", "test_given_numbers.py",
    "test_edges_of_duties.py", "test_edges_of_law.py", "test_edges_of_reviews.py", "test_edges_of_rules.py",
    "test_almost_right.py", "test_lost_references.py", "test_not_named.py", "test_right_times.py",
    "test_seldom_found.py", "test_slips_between_documents.py", "test_slips_of_content.py", "test_told_otherwise.py",
    "test_seldom_due.py", "test_seldom_said.py", "test_edges_more.py", "test_edges_of_findings.py", "test_mistakes.py",
    "test_said_and_shown.py", "test_seldom_written.py",
]  # fmt: skip
READY = ["hypothesis", "icalendar", "jinja2", "jsonschema", "markdown_it", "pydantic", "rich", "ruamel.yaml", "typer"]
OPTIONS = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
LIMIT = 12.0
"""Seconds that the tests of one fault may take, when all is well; what is left of them then is not run."""
ROOM = 4 << 30
"""Bytes that the tests of one fault may fill, which may never end."""
ELSEWHERE = 99
"""How a process ends in which a fault cannot be put in place."""


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


def note(project: Path, test: str, modules: list[str], out: Path) -> None:
    """Run a file of tests in a process of its own; write which lines of some modules each test goes through."""
    child = os.fork()
    if child:
        if os.waitpid(child, 0)[1]:
            sys.exit("the tests do not pass as it is")
        return
    os.chdir(project)
    measured = project / "measured"
    shutil.rmtree(measured, ignore_errors=True)
    measured.mkdir()
    measuring = coverage.Coverage(
        data_file=str(measured / "data"),
        data_suffix=True,
        include=[str(project / module) for module in modules],
        config_file=False,
    )
    noting = Noting(measuring)
    measuring.start()
    code = pytest.main([*OPTIONS, test], plugins=[noting])
    measuring.stop()
    measuring.save()
    measuring.combine([str(measured)], keep=False)
    data = measuring.get_data()
    lines = {
        module: {
            line: sorted(set(names) - {""}) for line, names in data.contexts_by_lineno(str(project / module)).items()
        }
        for module in modules
    }
    out.write_text(json.dumps({"seconds": noting.seconds, "lines": lines}), encoding="utf-8")
    sys.stdout.flush()
    os._exit(int(code))


class Noted(NamedTuple):
    """What each test goes through: its seconds, and the tests of each line."""

    seconds: dict[str, float]
    lines: dict[str, dict[str, list[str]]]


def all_noted(project: Path, modules: list[str], folder: Path) -> Noted:
    """Run what is not noted yet; what is noted already is kept beside the results, while nothing in it has changed."""
    noted = Noted({}, defaultdict(lambda: defaultdict(list)))
    source = b"".join(path.read_bytes() for path in sorted((project / "src").rglob("*.py"))) + "".join(modules).encode()
    for name in TESTS:
        digest = hashlib.sha256(source + (project / "tests" / name).read_bytes()).hexdigest()
        path = folder / f"{name}-{digest[:12]}.json"
        if not path.exists():
            note(project, f"tests/{name}", modules, path)
        found = json.loads(path.read_text(encoding="utf-8"))
        noted.seconds.update(found["seconds"])
        for file, of_file in found["lines"].items():
            for line, tests in of_file.items():
                noted.lines[file][line] += tests
    return noted


def around(text: str, line: int) -> tuple[range, str]:
    """Give the lines of the statement that a line belongs to, of one that holds others those of its head; and in what.

    Returns:
        The lines, and the name of the function that they are in; empty for what is run once, on import.
    """
    found, name = range(line, line + 1), ""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or node.lineno):
            body = getattr(node, "body", None)
            end = body[0].lineno if body else (node.end_lineno or node.lineno) + 1
            if line < end:
                found = range(node.lineno, end)
            elif isinstance(node, ast.FunctionDef):
                name = node.name
    return found, name


def choose(noted: Noted, at: tuple[str, str, int]) -> list[str]:
    """Choose the tests of a fault: those that go through its line, or, where it is run once, through its file.

    Those that are named for the function come first, then those whose file is named for the module, then the quickest.
    """
    file, text, line = at
    module = Path(file).stem
    lines = noted.lines.get(file, {})
    whole, function = around(text, line)
    exact = {name for one in whole for name in lines.get(str(one), [])} if function else set()
    names = exact or {name for found in lines.values() for name in found}
    subject = function.strip("_").replace("_", "-") or "-"
    chosen: list[str] = []
    total = 0.0
    for name in sorted(names, key=lambda one: (subject not in one, module not in one, noted.seconds[one], one)):
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


class Fault(NamedTuple):
    """A module before and after, and the tests that may notice."""

    path: str
    before: str
    after: str
    tests: list[str]
    seconds: float


class Serving:
    """A plugin that, in the place of running the tests, runs those that it is asked for, each time in a fork."""

    def __init__(self, line: Connection, folder: Path) -> None:
        self.line, self.folder = line, folder

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        in_use = InUse(str(self.folder))
        items = {item.nodeid: item for item in session.items}
        session.config.pluginmanager.register(Telling(self.folder / "failed"))
        self.line.send(0)  # from here on all modules are imported, as they are without any fault
        with contextlib.suppress(EOFError):
            while True:
                fault: Fault = self.line.recv()
                self.line.send(ending(partial(self.one, session, items, in_use, fault), fault.seconds))
        return True

    def one(self, session: pytest.Session, items: dict[str, pytest.Item], in_use: InUse, fault: Fault) -> int:
        """Run the tests of a fault until one fails."""
        if not in_use.change(fault.path, fault.before, fault.after):
            return ELSEWHERE
        session.items = [items[name] for name in fault.tests]
        for item, following in zip(session.items, [*session.items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if (self.folder / "failed").exists():
                return 1
        return 0


def silence() -> None:
    """Say nothing and hear nothing more."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def ending(running: Callable[[], int], seconds: float) -> int | None:
    """Run something in a process of its own; give the code that it ends with, none if it does not end in time."""
    child = os.fork()
    if child == 0:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_DATA, (ROOM, ROOM))
        silence()
        code = 1
        try:
            code = running()
        finally:
            os._exit(int(code))
    until, ended = time.monotonic() + 30 + 5 * seconds, 0
    ended_with: int | None = None
    while not ended and time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        ended_with = os.waitstatus_to_exitcode(status) if ended else None
        time.sleep(0 if ended else 0.02)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # what it started too
    if not ended:
        os.waitpid(child, 0)
    return ended_with


class Trying:
    """Tries faults in a copy of the project, from a process where all tests are ready if it can be."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.folder = project.parent
        self.failed = self.folder / "failed"
        os.environ["PYTEST_DEBUG_TEMPROOT"] = str(self.folder / "temporary")
        self.line, theirs = Pipe()
        if os.fork() == 0:
            self.line.close()
            self.serve(theirs)
        theirs.close()
        self.line.recv()

    def serve(self, line: Connection) -> NoReturn:
        """Be the process in which all tests are ready."""
        silence()
        os.chdir(self.project)
        files = [f"tests/{name}" for name in TESTS]
        os._exit(int(pytest.main([*OPTIONS, *files], plugins=[Serving(line, self.folder)])))

    def outcome(self, fault: Fault) -> tuple[str, str]:
        """Tell whether a fault is `killed`, has `survived` or leads to a `timeout`, and which test failed."""
        if not fault.tests:
            return "survived", ""
        self.failed.unlink(missing_ok=True)
        temporary = self.folder / "temporary"
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir()
        self.line.send(fault)
        code = self.line.recv()
        if code == ELSEWHERE:
            code = ending(lambda: self.anew(fault.tests), fault.seconds)
        if code is None:
            return "timeout", ""
        by = self.failed.read_text(encoding="utf-8") if self.failed.exists() else ""
        return ("survived" if code in {0, 5} else "killed"), by

    def anew(self, tests: list[str]) -> int:
        """Run tests until one fails, with the modules as they now are in the files."""
        os.chdir(self.project)
        files = sorted({name.partition("::")[0] for name in tests})
        return int(pytest.main([*OPTIONS, "-x", *files], plugins=[Chosen(tests), Telling(self.failed)]))


def tries(trying: Trying, mutants: Iterable[dict[str, str]], noted: Noted) -> Iterator[dict[str, object]]:
    """Try each fault. A test that fails without any fault too is left out, and what it seemed to find is tried anew."""
    sound: set[str] = set()
    unsound: set[str] = set()
    for one in mutants:
        path = trying.project / one["file"]
        whole = path.read_text(encoding="utf-8")
        began = time.monotonic()
        while True:
            tests = [name for name in choose(noted, (one["file"], whole, int(one["line"]))) if name not in unsound]
            seconds = sum(noted.seconds[name] for name in tests)
            path.write_text(one["text"], encoding="utf-8")
            try:
                ended, by = trying.outcome(Fault(str(path), whole, one["text"], tests, seconds))
            finally:
                path.write_text(whole, encoding="utf-8")
            if not by or by in sound:
                break
            if trying.outcome(Fault(str(path), whole, whole, [by], noted.seconds[by]))[0] == "survived":
                sound.add(by)
                break
            unsound.add(by)
        known = {key: value for key, value in one.items() if key != "text"}
        took = round(time.monotonic() - began, 1)
        yield known | {"outcome": ended, "by": by, "tests": len(tests), "seconds": took}


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
    results: Path = told.results.resolve()
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
        os.environ["CI"] = "true"  # what is drawn by chance is drawn the same each time
        sys.path.insert(0, str(project / "src"))
        # By what they are of, not by when they were written: what has changed is seen, and all else is read fast.
        compiling = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "src", "tests"]
        subprocess.run(compiling, cwd=project, check=True)
        noted = all_noted(project, sorted({one["file"] for one in mutants}), results.parent)
        with results.open("a", encoding="utf-8") as out:
            for one in tries(Trying(project), left, noted):
                done.append(one)
                print(json.dumps(one), file=out, flush=True)
                if time.monotonic() > until:
                    break
    print(table(done))


if __name__ == "__main__":
    main()
