"""How long it takes to refuse what is too much: the rows of bad input that promise a time beside their finding."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from measuring import ENVIRONMENT, MEGABYTES, Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = "samverkan: 1\nkind: agreement\nid: avtal\n"
NEXT = dict(zip("abcdefgh", "bcdefghi", strict=True))
BOMB = "".join(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in NEXT.items())
INPUTS = {
    "9 levels of aliases": f"a: &a [x]\n{BOMB}",
    "10,000 aliases": "a: &a x\nb: [" + "*a, " * 10_000 + "]\n",
    "5,000 brackets": "a: " + "[" * 5000 + "]" * 5000 + "\n",
    "1,500 lists in lists": "a:\n" + " " + "- " * 1500 + "x\n",
    "100,000 keys": "".join(f"{i:x}:\n" for i in range(100_000)),
    "100,000 items": "a: [" + "1, " * 100_000 + "]\n",
}
ROUNDS = 5


def ceilings() -> Iterator[Figure]:
    """Measure how long it takes to read each, in a process of its own, without its start."""
    for label in INPUTS:
        line = [sys.executable, __file__, label]
        told = json.loads(subprocess.run(line, env=ENVIRONMENT, check=True, capture_output=True).stdout)
        yield Figure(f"samverkan reading {label}", 1, median(told["seconds"]), min(told["seconds"]), told["megabytes"])


def _measured(label: str) -> dict[str, object]:
    from samverkan.gather import read_one  # noqa: PLC0415 - what is measured
    from samverkan.source.files import SourceFile  # noqa: PLC0415

    raw = (HEAD + INPUTS[label]).encode()
    seconds: list[float] = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        _, faults = read_one(SourceFile(Path("a.yaml"), "a.yaml", named=True), raw)
        seconds.append(time.perf_counter() - begun)
        if not faults:
            raise SystemExit(f"{label} were read, which is wrong.")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTES
    return {"seconds": seconds, "megabytes": peak}


if __name__ == "__main__":
    print(json.dumps(_measured(sys.argv[1])))
