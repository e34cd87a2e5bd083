"""The program's entry: `samverkan` and `python -m samverkan`.

Hardly anything is imported before the program can be interrupted and its streams can be written to.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import TYPE_CHECKING

from samverkan import __version__
from samverkan.cli.streams import prepare_streams, settle_streams

if TYPE_CHECKING:
    from types import FrameType

INTERRUPTED = 130


class _Interruptions:
    """What Ctrl-C does: while a command runs it is told of it; before and after there is nothing to put in order."""

    def __init__(self) -> None:
        self.is_command_running = False
        # A shell that starts a program in the background lets it ignore interruptions.
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._interrupt)
            sys.unraisablehook = self._leave_unless

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        if not self.is_command_running:
            os._exit(INTERRUPTED)
        raise KeyboardInterrupt

    @staticmethod
    def _leave_unless(unraisable: sys.UnraisableHookArgs) -> None:
        """End where Python could not pass the interruption on and would only print it, as inside an import."""
        if issubclass(unraisable.exc_type, KeyboardInterrupt):
            os._exit(INTERRUPTED)
        sys.__unraisablehook__(unraisable)


def main() -> int:
    """Run the command line; the exit codes are those of `errors.ExitCode`."""
    interruptions = _Interruptions()
    prepare_streams()
    if sys.argv[1:] in (["--version"], ["-V"]) and _say_version():  # answered before anything heavy is imported
        return 0
    # What a command imports stays until it ends; to look for garbage among it takes a tenth of a short run.
    from samverkan.processes import GARBAGE_AFTER  # noqa: PLC0415 - see above

    gc.set_threshold(GARBAGE_AFTER)
    from samverkan.cli.main import run  # noqa: PLC0415 - likewise

    try:
        interruptions.is_command_running = True
        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # once more, while the first was told
        code = INTERRUPTED
    finally:
        interruptions.is_command_running = False
    settle_streams()
    gc.freeze()  # nor is there any use in it at the end, when Python would look through everything once more
    return code


def _say_version() -> bool:
    """Print the version; where that fails the command proper is to try, and tell of it."""
    try:
        sys.stdout.write(f"samverkan {__version__}\n")
        sys.stdout.flush()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
