"""A child process at work: what may hang, break or eat memory is done here, one request after another.

It is started with the module that does the work, which has a function `work` and says in `MOST_MEMORY` how many bytes
it may take, and perhaps in `MOST_SECONDS` how much of the processor's time a request of up to a megabyte may, unless
it asks for more as it goes on. Requests come on the standard input, and answers go to the standard output, both framed;
see `workers`.
"""

from __future__ import annotations

import json
import math
import os
import pickle
import signal
import struct
import sys
import time
from importlib import import_module
from queue import SimpleQueue
from threading import Lock, Thread
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZE = struct.Struct(">Q")
"""What every frame begins with: how many bytes follow."""
BROKEN = 70
"""The exit code after what could not be answered."""
_ENDING = 1.0
_LARGE = 1_000_000
"""What is larger than so many bytes may take so many times longer."""
_ANSWERING = Lock()


def main(module: str) -> None:
    """Work until there are no more requests, or until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the parent tells of it
    place = import_module(module)
    _limit_memory(place.MOST_MEMORY)
    requests: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    seconds = getattr(place, "MOST_SECONDS", None)
    while (asked := requests.get()) is not None:
        size, request = asked
        if seconds:
            _limit_time(seconds * max(1.0, size / _LARGE))
        try:
            facts, content = place.work(request)
        except BaseException:  # noqa: BLE001 - also what a library in another language raises when it breaks
            os._exit(BROKEN)
        answer(facts, content)


def answer(facts: Mapping[str, Any], content: bytes = b"", *, is_last: bool = False) -> None:
    """Answer a request.

    Args:
        facts: what is told, as JSON can hold it.
        content: what was made.
        is_last: end the process at once, whatever else it is doing.
    """
    with _ANSWERING:
        written = json.dumps(facts).encode()
        for part in (written, content):
            sys.stdout.buffer.write(SIZE.pack(len(part)) + part)
        sys.stdout.buffer.flush()
        if is_last:
            os._exit(0)


def _listen(pipe: IO[bytes], requests: SimpleQueue[Any]) -> None:
    """Pass requests on; when the parent has closed the pipe or is gone, end even if something is still being done."""
    while len(head := pipe.read(SIZE.size)) == SIZE.size:
        (size,) = SIZE.unpack(head)
        requests.put((size, pickle.loads(pipe.read(size))))  # noqa: S301 - written by our own parent
    requests.put(None)
    time.sleep(_ENDING)
    os._exit(BROKEN)


def _limit_time(seconds: float) -> None:
    """Let the system end this process when it has been at work for so long from now on, however busy the machine is."""
    if sys.platform == "win32":  # pragma: no cover - Windows
        return
    import resource  # noqa: PLC0415 - not on Windows

    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = math.ceil(time.process_time() + seconds)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


def give_more_time(seconds: int) -> None:
    """Let what is being done take so much longer than it was to, for what has come of it already."""
    if sys.platform == "win32":  # pragma: no cover - Windows
        return
    import resource  # noqa: PLC0415 - not on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if soft != resource.RLIM_INFINITY and (hard == resource.RLIM_INFINITY or soft + seconds < hard):
        resource.setrlimit(resource.RLIMIT_CPU, (soft + seconds, hard))


def _limit_memory(most: int) -> None:
    if sys.platform == "win32":  # pragma: no cover - Windows
        return
    import resource  # noqa: PLC0415 - not on Windows

    # What is only set aside, such as room for many threads, does not count where the system can tell it apart.
    kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    _, hard = resource.getrlimit(kind)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(kind, (most, hard))
