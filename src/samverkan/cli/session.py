"""What the program learns from around it: only here are environment, clock and current folder read."""

from __future__ import annotations

import locale
import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan.cli.streams import is_output_a_file
from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.render.engines.settings import PANDOC_VARIABLE, SECONDS_VARIABLE, EngineSettings
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    import typer

    from samverkan.words.sentence import Language

_MOST_SECONDS = 86_400.0
_LANGUAGE_VARIABLE = "SAMVERKAN_LANG"
_RUNNERS = ("GITHUB_ACTIONS", "TF_BUILD")
COMPLETION_VARIABLE = "_SAMVERKAN_COMPLETE"


@dataclass(frozen=True, slots=True)
class Session:
    """What every command is given.

    Attributes:
        language: the language to speak to the user in.
        environment: the environment's variables.
        moment: the time by the clock, where the computer is.
    """

    language: Language
    environment: Mapping[str, str]
    moment: datetime

    @property
    def now(self) -> date:
        """The day by the clock."""
        return self.moment.date()

    def day(self, written: str | None) -> date:
        """Choose the day to judge dates by: the one asked for, else that of SOURCE_DATE_EPOCH, else the clock's.

        Raises:
            WrongUseError: it is not a day written as 2026-11-20.
        """
        if written is not None:
            try:
                # only ASCII has the digits that a date is written with; Python reads those of every alphabet
                return datetime.strptime(written.encode("ascii").decode(), "%Y-%m-%d").replace(tzinfo=UTC).date()
            except ValueError:
                raise WrongUseError(sentence("bad-today", value=visible(written) or sentence("no-value"))) from None
        if not self._epoch:
            return self.now
        try:
            # A sign, spaces and the digits of other scripts are nothing that those who write times put there.
            digits = self._epoch if self._epoch.isascii() and self._epoch.isdigit() else ""
            return datetime.fromtimestamp(int(digits), UTC).date()
        except (OverflowError, ValueError, OSError):
            raise WrongUseError(sentence("bad-epoch", value=visible(self._epoch))) from None

    def is_day_asked(self, written: str | None) -> bool:
        """Tell whether a day was asked for, on the command line or by SOURCE_DATE_EPOCH."""
        return written is not None or bool(self._epoch)

    @property
    def _epoch(self) -> str:
        return self.environment.get("SOURCE_DATE_EPOCH", "")

    @property
    def kept(self) -> Path | None:
        """The folder for what the program keeps between runs, this user's own; None where there is no such place."""
        for name in ("XDG_STATE_HOME", "LOCALAPPDATA"):
            if os.path.isabs(self.environment.get(name, "")):  # noqa: PTH117 - a text, perhaps empty
                return Path(self.environment[name]) / "samverkan"
        home = self.environment.get("HOME") or self.environment.get("USERPROFILE") or ""
        return Path(home, ".local", "state", "samverkan") if os.path.isabs(home) else None  # noqa: PTH117 - as above

    @property
    def answers(self) -> Path | None:
        """The folder for what the program may lose at any time, this user's own; None where there is no such place."""
        if os.path.isabs(self.environment.get("XDG_CACHE_HOME", "")):  # noqa: PTH117 - a text, perhaps empty
            return Path(self.environment["XDG_CACHE_HOME"]) / "samverkan"
        if os.path.isabs(self.environment.get("LOCALAPPDATA", "")):  # noqa: PTH117 - likewise
            return Path(self.environment["LOCALAPPDATA"]) / "samverkan" / "cache"
        home = self.environment.get("HOME") or self.environment.get("USERPROFILE") or ""
        return Path(home, ".cache", "samverkan") if os.path.isabs(home) else None  # noqa: PTH117 - as above

    @property
    def is_read_by_a_runner(self) -> bool:
        """Whether what is printed may be read for commands, as the runners of GitHub and Azure read it.

        What goes to a file is not; where it goes through a pipe, the next program may print it.
        """
        return any(self.environment.get(name) for name in _RUNNERS) and not is_output_a_file()

    def engines(self) -> EngineSettings:
        """Choose how the programs that make documents are run.

        Raises:
            WrongUseError: the time that they may take is not a number of seconds.
        """
        asked = self.environment.get(SECONDS_VARIABLE, "")
        pandoc = self.environment.get(PANDOC_VARIABLE, "")
        if not asked:
            return EngineSettings(pandoc=pandoc, environment=self.environment)
        try:
            seconds = float(asked)
        except ValueError:
            seconds = 0.0
        if not 0 < seconds <= _MOST_SECONDS:  # neither is "nan"
            raise WrongUseError(sentence("converter-seconds", name=SECONDS_VARIABLE, value=visible(asked)))
        return EngineSettings(seconds, pandoc, self.environment)


def open_session(language: Language) -> Session:
    """Read what is around the program, for one command."""
    return Session(language, dict(os.environ), datetime.now().astimezone())


def leave_out_plugins() -> None:
    """Let no plug-in of pydantic's that is installed beside us take part in what is read, nor be looked for."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def current_folder() -> str:
    """Name the current folder in full."""
    return str(Path.cwd())


def session_of(context: typer.Context) -> Session:
    """Take the session that a command was started with out of typer's context."""
    session: Session = context.obj
    return session


def line_to_complete() -> str:
    """Give what a shell asks of the program in order to propose words; empty where a user runs it."""
    return os.environ.get(COMPLETION_VARIABLE, "")


def language_of_environment() -> str | None:
    """Give the language that is asked for in the environment; None where none is."""
    return os.environ.get(_LANGUAGE_VARIABLE) or None


def usual_language() -> Language:
    """Choose the language of the computer; English unless that is Swedish."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "sv" if value.casefold().startswith("sv") else "en"
    spoken = locale.getlocale()[0] or ""  # Windows and macOS set no variables
    return "sv" if spoken.casefold().startswith(("sv", "swedish")) else "en"
