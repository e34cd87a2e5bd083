"""Child processes that are kept: each does one thing after another, and is ended when it takes too long.

What breaks there breaks one request. A child ends when its parent does, whatever it is doing.
"""

from __future__ import annotations

import atexit
import json
import pickle
import signal
import subprocess
import sys
from collections import defaultdict
from contextlib import suppress
from enum import Enum, auto
from threading import Lock, Timer
from typing import IO, Any, NamedTuple, cast

from samverkan.render.engines.programs import MOST_ANSWERED, without_network
from samverkan.render.engines.settings import in_use
from samverkan.render.engines.worker import SIZE

_START = "import sys; sys.path[:] = sys.argv[2:]; from samverkan.render.engines.worker import main; main(sys.argv[1])"
_SECONDS_TO_END = 2.0
_SECONDS_TO_BE_GONE = 20.0
"""Within which one is gone that has closed its pipe, on a machine that has much else to do."""


class Answer(NamedTuple):
    """What a worker answered.

    Attributes:
        facts: what it told.
        content: what it made.
    """

    facts: dict[str, Any]
    content: bytes


class Gone(Enum):
    """Why a worker gave no answer."""

    SLOW = auto()
    BROKEN = auto()


class GoneError(Exception):
    """A worker gave no answer, and is no more."""

    def __init__(self, why: Gone) -> None:
        super().__init__(why)
        self.why = why


def ask(module: str, request: object, seconds: float) -> Answer:
    """Let a worker do something.

    Args:
        module: the name of the module that does it; see `worker`.
        request: what its function `work` is given.
        seconds: how long it may take.

    Raises:
        GoneError: it took too long, or broke.
    """
    written = pickle.dumps(request)
    worker = _IDLE.take(module)
    if worker:
        try:
            return _answered(worker, written, seconds)
        except GoneError as gone:
            if gone.why is Gone.SLOW:
                raise
            # It may have broken under the weight of all that it has done before.
    try:
        worker = _Worker(module)
    except (OSError, ValueError):
        raise GoneError(Gone.BROKEN) from None
    return _answered(worker, written, seconds)


def make_ready(module: str) -> None:
    """Start one worker more, which gets ready while other things are done."""
    with suppress(OSError, ValueError):  # told of when it is needed
        _IDLE.put(_Worker(module))


def _answered(worker: _Worker, written: bytes, seconds: float) -> Answer:
    answer = worker.ask(written, seconds)
    _IDLE.put(worker)
    return answer


class _Worker:
    """One child process."""

    def __init__(self, module: str) -> None:
        self.module = module
        self.process = subprocess.Popen(  # noqa: S603 - this very program
            [sys.executable, "-I", *(["-B"] if sys.dont_write_bytecode else []), "-c", _START, module, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=without_network(in_use().environment),
        )
        self._is_slow = False

    def ask(self, written: bytes, seconds: float) -> Answer:
        """See `ask`; without an answer the process is ended."""
        limit = Timer(seconds, self._give_up)
        limit.daemon = True
        limit.start()
        answer = None
        try:
            answer = self._answer_to(written)
        except (OSError, ValueError, EOFError):
            raise GoneError(Gone.SLOW if self._is_slow or self._has_used_its_time() else Gone.BROKEN) from None
        finally:
            limit.cancel()
            if answer is None:
                self.end()
        return answer

    def _answer_to(self, written: bytes) -> Answer:
        told, heard = cast("IO[bytes]", self.process.stdin), cast("IO[bytes]", self.process.stdout)
        told.write(SIZE.pack(len(written)) + written)
        told.flush()
        facts, content = _frame(heard), _frame(heard)
        return Answer(json.loads(facts), content)

    def _give_up(self) -> None:
        self._is_slow = True
        self.process.kill()

    def _has_used_its_time(self) -> bool:
        """Tell whether the system has ended the process because it was at work for too long."""
        with suppress(subprocess.TimeoutExpired):
            return self.process.wait(_SECONDS_TO_BE_GONE) == -getattr(signal, "SIGXCPU", 0) != 0
        return False

    def end(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.dismiss()
        self.wait()

    def dismiss(self) -> None:
        """Tell the process that there is no more to do."""
        for pipe in (self.process.stdin, self.process.stdout):
            with suppress(OSError):  # what was left to write has no reader
                cast("IO[bytes]", pipe).close()

    def wait(self) -> None:
        """Wait until the process has ended, as it does soon after it has been dismissed."""
        try:
            self.process.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _frame(pipe: IO[bytes]) -> bytes:
    head = pipe.read(SIZE.size)
    if len(head) < SIZE.size:
        raise EOFError
    (size,) = SIZE.unpack(head)
    if size > MOST_ANSWERED:
        raise EOFError
    content = pipe.read(size)
    if len(content) < size:
        raise EOFError
    return content


class _Idle:
    """The workers that have nothing to do, by their modules."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._workers: dict[str, list[_Worker]] = defaultdict(list)

    def take(self, module: str) -> _Worker | None:
        with self._lock:
            workers = self._workers[module]
            return workers.pop() if workers else None

    def put(self, worker: _Worker) -> None:
        with self._lock:
            self._workers[worker.module].append(worker)

    def dismiss(self) -> None:
        with self._lock:
            workers = [worker for workers in self._workers.values() for worker in workers]
            self._workers.clear()
        for worker in workers:
            worker.dismiss()
        for worker in workers:
            worker.wait()


_IDLE = _Idle()
atexit.register(_IDLE.dismiss)
