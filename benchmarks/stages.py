"""Tell where the time of `samverkan validate` goes, stage by stage: `make profile`.

Each size is measured in processes of its own, for what a process has imported once is not imported again; of each
stage the least time is told, which the machine's other work touches least. Numbers after the command are other sizes.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from measuring import ENVIRONMENT

from documents import corpus

SIZES = (1, 300, 3000)
DAY = date(2026, 11, 20)
TIMES = {1: 9, 300: 3}
"""How often each size is measured; others once."""


def stages(folder: str) -> dict[str, float]:
    """Check a folder, and give the seconds of processor time of each stage."""
    gc.set_threshold(200_000)  # as the program has it
    taken: dict[str, float] = {}
    begun = time.process_time()

    def end(stage: str) -> None:
        nonlocal begun
        taken[stage], begun = time.process_time() - begun, time.process_time()

    import samverkan.cli.main  # noqa: PLC0415 - what is measured
    import samverkan.cli.validate  # noqa: F401, PLC0415

    end("importing the command line")
    from samverkan.check import check_files  # noqa: PLC0415
    from samverkan.gather import gather  # noqa: PLC0415
    from samverkan.kept import keys_of_files  # noqa: PLC0415
    from samverkan.source.workspace_files import Surroundings, surroundings  # noqa: PLC0415

    end("importing the rules")
    first = surroundings([min(map(str, Path(folder).glob("*.yaml")))])
    gather([Surroundings(None, files.asked, ()) for files in first])
    end("building the models, with one file")
    named = surroundings([folder])
    end("finding the files")
    found = [files.read() for files in named]
    end("reading the bytes")
    for files in found:
        keys_of_files(files)
    end("what stands for each, to find answers")
    gather(found)
    end("YAML to documents")
    check_files(found, DAY)
    end("the same and the rules")
    taken["the rules"] = taken.pop("the same and the rules") - taken["YAML to documents"]
    return taken


def table(count: int, runs: list[dict[str, float]]) -> str:
    """Write the stages of a size in milliseconds, with the share of each."""
    least = {stage: min(run[stage] for run in runs) for stage in runs[0]}
    whole = sum(least.values())
    lines = [f"{count} file{'s' if count > 1 else ''}: {1000 * whole:.0f} ms"]
    return "\n".join([*lines, *(f"  {stage:<36}{1000 * t:8.1f}  {t / whole:5.0%}" for stage, t in least.items())])


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        for count in [int(asked) for asked in sys.argv[1:]] or SIZES:
            folder = corpus(Path(name), count)
            command = [sys.executable, __file__, "--of", str(folder)]
            runs = [
                json.loads(subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True).stdout)
                for _ in range(TIMES.get(count, 1))
            ]
            print(table(count, runs), flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--of"]:
        print(json.dumps(stages(sys.argv[2])))
    else:
        main()
