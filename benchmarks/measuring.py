"""Measure whole processes, as users meet them, in turn: what else the machine does falls on all alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

# As users have it: Python keeps what it has compiled.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
MEGABYTES = 1e6 if sys.platform == "darwin" else 1e3


@dataclass(frozen=True)
class Program:
    """What is measured.

    Attributes:
        label: what it is called in tables; unique among what is measured.
        command: what is run.
        files: how many documents it is given.
        rounds: how often, at most, it is run.
        before: what is done before each time, and not measured.
        environment: variables that it is given besides our own.
        codes: the exit codes of a run that did its work.
    """

    label: str
    command: Sequence[str]
    files: int = 1
    rounds: int = 5
    before: Callable[[], object] | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    codes: tuple[int, ...] = (0, 1)


@dataclass(frozen=True)
class Figure:
    """What a program took.

    Attributes:
        label: the program's.
        files: how many documents it was given.
        seconds: the median of its runs.
        least: the shortest of them, which the machine's other work touched least.
        megabytes: the most memory that one of its processes held.
    """

    label: str
    files: int
    seconds: float
    least: float
    megabytes: float


def measured(programs: Sequence[Program]) -> list[Figure]:
    """Run programs in turn, each as often as it asks for, and give what each took, in their order.

    A program that cannot do its work is said to be left out, and does not keep the others from being measured.
    """
    taken: dict[str, list[float]] = {program.label: [] for program in programs}
    most = dict.fromkeys(taken, 0.0)
    for turn in range(max((program.rounds for program in programs), default=0)):
        for program in programs:
            if turn >= program.rounds or len(taken[program.label]) < turn:
                continue
            try:
                seconds, megabytes = _run(program)
            except (RuntimeError, OSError) as error:
                print(f"{error}, and is left out from here on.", flush=True)
                continue
            taken[program.label].append(seconds)
            most[program.label] = max(most[program.label], megabytes)
    return [
        Figure(one.label, one.files, statistics.median(times), min(times), most[one.label])
        for one in programs
        if (times := taken[one.label])
    ]


def _run(program: Program) -> tuple[float, float]:
    if program.before:
        program.before()
    start = time.perf_counter()
    process = subprocess.Popen(
        program.command,
        env={**ENVIRONMENT, **program.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    code = process.returncode = os.waitstatus_to_exitcode(status)
    if code not in program.codes:
        message = f"{program.label}: ended with {code}"
        raise RuntimeError(message)
    return seconds, usage.ru_maxrss / MEGABYTES
