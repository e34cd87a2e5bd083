"""A process that has the program's modules ready and starts each run of the tests from there.

A run is a process of its own with its own arguments, folder, environment and streams, as a user's is; only the second
that Python takes to read several hundred modules is spent once. What Python itself reads from the environment when it
starts cannot be had this way: such runs start from nothing.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import pkgutil
import socket
import subprocess
import sys
import tempfile
import threading
from importlib import import_module
from typing import IO, TYPE_CHECKING, NoReturn

from coverage import Coverage, process_startup

if TYPE_CHECKING:
    from pathlib import Path

ROOM = 1 << 20
MEASURED = "COVERAGE_PROCESS_CONFIG"  # set where the lines that run are counted, in each run from its start
SETTLED = {"PYTHONWARNINGS": "error", "PYTHONUTF8": "1"}  # what the process of this file is started with


def can_start(environment: dict[str, str]) -> bool:
    """Whether a run with this environment is the same from here as from nothing."""
    of_python = {name: value for name, value in environment.items() if name.startswith(("PYTHON", "LC_ALL"))}
    same = {name: os.environ.get(name) for name in of_python} | SETTLED
    return hasattr(os, "fork") and sys.platform == "linux" and of_python == same


class Warm:
    """The tests' end of the line to the process that starts runs."""

    def __init__(self, options: tuple[str, ...] = (), settled: dict[str, str] | None = None) -> None:
        """Start the process.

        Args:
            options: what Python is to be started with.
            settled: the variables that Python reads when it starts, in place of the usual ones.
        """
        self._line, theirs = socket.socketpair()
        around = os.environ | (settled or SETTLED)
        with theirs:
            self._starter = subprocess.Popen(
                [sys.executable, *options, __file__, str(theirs.fileno()), around.get(MEASURED, "")],
                pass_fds=[theirs.fileno()],
                env={name: value for name, value in around.items() if name != MEASURED},
            )

    def run(
        self, arguments: list[str], cwd: Path, stdin: bytes | None, environment: dict[str, str], first: str = ""
    ) -> tuple[int, bytes, bytes]:
        """Run the program, after some lines of Python where they are given; give its exit code and what it wrote."""
        with tempfile.TemporaryFile() as into, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            into.write(stdin or b"")
            into.seek(0)
            wanted = {"arguments": arguments, "cwd": str(cwd), "environment": environment, "first": first}
            asked = json.dumps(wanted).encode()
            streams = [stream.fileno() for stream in (into, out, err)]
            socket.send_fds(self._line, [len(asked).to_bytes(4, "big")], streams)
            self._line.sendall(asked)
            code = int(self._line.recv(16))
            return code, _whole(out), _whole(err)

    def close(self) -> None:
        """Let the process end."""
        self._line.close()
        self._starter.wait()


def _whole(stream: IO[bytes]) -> bytes:
    stream.seek(0)
    return stream.read()


def _serve(line: socket.socket, counting: Coverage | None) -> None:
    while True:
        size, streams, _, _ = socket.recv_fds(line, 4, 3)
        if not size:
            return
        asked = b""
        while len(asked) < int.from_bytes(size, "big"):
            asked += line.recv(ROOM)
        child = os.fork()
        if child == 0:
            line.close()
            asked_for = json.loads(asked)
            if counting is not None and MEASURED not in asked_for["environment"]:
                counting.stop()
                counting._auto_save = False  # noqa: SLF001
            _become(streams, **asked_for)
        for stream in streams:
            os.close(stream)
        line.sendall(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def _become(streams: list[int], arguments: list[str], cwd: str, environment: dict[str, str], first: str) -> NoReturn:
    """Be the program as it starts, with the streams and surroundings that were asked for."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    stdin, stdout, stderr = ((stream.encoding, stream.errors) for stream in (sys.stdin, sys.stdout, sys.stderr))
    sys.stdin = open(0, encoding=stdin[0], errors=stdin[1], closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding=stdout[0], errors=stdout[1], closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding=stderr[0], errors=stderr[1], closefd=False)  # noqa: SIM115
    for name in ("stdin", "stdout", "stderr"):
        setattr(sys, f"__{name}__", getattr(sys, name))
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["samverkan", *arguments]
    from samverkan.__main__ import main  # noqa: PLC0415 - imported before, by the parent

    exec(first, {})  # noqa: S102 - what a test does to the program from within
    code = 1
    try:
        code = main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    finally:  # in the order of a process that ends, but without taking all modules apart one by one
        threading._shutdown()  # type: ignore[attr-defined]  # noqa: SLF001
        atexit._run_exitfuncs()  # noqa: SLF001
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _counting(settings: str) -> Coverage | None:
    """Count the lines that run from here on in each run, where they are to be counted; note only the files they are in.

    To begin with it, and to look for files that no line of has run, takes longer than most runs: the former is done
    once, here, and the latter by the process that runs the tests.
    """
    if not settings:
        return None
    os.environ[MEASURED] = settings
    counting = process_startup(force=True)
    if counting is not None and counting._inorout is not None:  # noqa: SLF001
        counting._inorout.find_possibly_unexecuted_files = lambda: iter(())  # type: ignore[method-assign]  # noqa: SLF001
    return counting


def _get_ready() -> None:
    import samverkan.model.kinds  # noqa: PLC0415 - only in the process that starts runs

    for module in pkgutil.walk_packages(samverkan.__path__, "samverkan."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for kind in samverkan.model.kinds.KINDS:
        samverkan.model.kinds.model_of(kind).model_rebuild()
    gc.freeze()  # what is shared with all runs is not to be looked through by each


if __name__ == "__main__":
    _get_ready()
    with socket.socket(fileno=int(sys.argv[1])) as asking:
        _serve(asking, _counting(sys.argv[2]))
