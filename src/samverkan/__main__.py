"""The program's entry: `samverkan` and `python -m samverkan`."""

from __future__ import annotations

import gc
import sys

from samverkan import __version__


def main() -> int:
    """Run the command line; the exit codes are those of `errors.ExitCode`."""
    if sys.argv[1:] in (["--version"], ["-V"]):  # answered before anything heavy is imported
        sys.stdout.write(f"samverkan {__version__}\n")
        return 0
    # What a command imports stays until it ends; to look for garbage among it takes a twentieth of a short run.
    gc.set_threshold(50_000)
    from samverkan.cli.main import run  # noqa: PLC0415 - see above

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
