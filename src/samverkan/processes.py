"""Processes side by side: how many, and what happens when one is lost."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import ProcessPoolExecutor

GARBAGE_AFTER = 1_000_000
"""As many new objects are looked through for garbage at a time: what commands import and read is seldom any."""
PAYS_FROM = 50
"""With fewer files to check, it takes longer to start processes than they save."""
_MOST = 60
"""More than this Windows cannot wait for."""


class LostError(Exception):
    """Processes side by side came to no end; all is to be checked without them, which tells why."""

    def __init__(self, *, is_from_outside: bool) -> None:
        super().__init__()
        self.is_from_outside = is_from_outside


def processes_for(jobs: int) -> int:
    """Give how many processes may check side by side: as many as asked for, or for 0 as there are processors."""
    if jobs > 0:
        return min(jobs, _MOST)
    own = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(own, _MOST)


@contextmanager
def pool_of(processes: int) -> Iterator[ProcessPoolExecutor]:
    """Start processes, and end them with the work in hand; at once where it is interrupted.

    Raises:
        LostError: none can be started, or one has been ended from outside.
    """
    import multiprocessing  # noqa: PLC0415 - heavy, and seldom needed
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - likewise
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - likewise

    import samverkan.check  # noqa: F401, PLC0415 - processes that are copies of this one have it then

    way = multiprocessing.get_context(start_method())
    os.putenv("PYTHONSAFEPATH", "1")  # a process that starts anew takes no module from the current folder, a stranger's
    for stream in (sys.stdout, sys.stderr):
        stream.flush()  # or each copy of this process would write it once more
    try:
        pool = ProcessPoolExecutor(processes, way, initializer=begin_process)
    except (OSError, ImportError, NotImplementedError):  # no room for what processes share
        raise LostError(is_from_outside=False) from None
    try:
        with _uninterrupted():
            for _ in range(processes):
                pool.submit(int)
        yield pool
    except BrokenProcessPool:
        raise LostError(is_from_outside=True) from None
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        if sys.exc_info()[0] is not None:
            _let_go(pool)
        pool.shutdown(cancel_futures=True)


def _let_go(pool: ProcessPoolExecutor) -> None:
    """Close the end of the line that lost processes read from: Python before 3.11.5 waits for ever to write to it."""
    with suppress(OSError, AttributeError):
        pool._call_queue._reader.close()  # type: ignore[attr-defined]  # noqa: SLF001


def start_method() -> str:
    """Give how processes begin: as copies of this one where that is safe, else anew."""
    return "fork" if sys.platform == "linux" else "spawn"


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let an interruption wait while processes begin: of one that has begun just then nobody would know, to end it."""
    if hasattr(signal, "pthread_sigmask"):
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
    else:  # pragma: no cover - Windows
        yield


def begin_process() -> None:
    """Let an interruption end a process at once and in silence: the one that started it tells of it.

    What it begins with stays until it ends, and is not looked through for garbage.
    """
    gc.set_threshold(GARBAGE_AFTER)
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):  # pragma: no branch - Windows has none
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
