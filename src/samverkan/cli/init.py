"""`samverkan init`: a folder to start in, from a few questions or from options."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.printing import folder_of
from samverkan.cli.questions import Asking, can_ask
from samverkan.cli.session import session_of
from samverkan.cli.telling import say
from samverkan.errors import ExitCode, WrongUseError
from samverkan.escape import visible
from samverkan.source.new_files import write_new
from samverkan.source.writing import refuse_way_out
from samverkan.words.commands import sentence
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from samverkan.drafts.agreement import FirstAgreement
    from samverkan.drafts.asked import Chosen
    from samverkan.words.sentence import Language

_Texts = Annotated[list[str] | None, typer.Option(metavar="NAME", help="help-init-municipality", show_default=False)]
_Areas = Annotated[list[str] | None, typer.Option("--area", metavar="NAME", help="help-init-area", show_default=False)]
_Time = Annotated[str | None, typer.Option("--from", metavar="DATE", help="help-init-from", show_default=False)]
_End = Annotated[str | None, typer.Option("--until", metavar="DATE", help="help-init-until", show_default=False)]


def init(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="help-init-folder")] = Path(),
    municipality: _Texts = None,
    police: Annotated[str | None, typer.Option(metavar="NAME", help="help-init-police", show_default=False)] = None,
    start: _Time = None,
    end: _End = None,
    areas: _Areas = None,
    cadence: Annotated[str | None, typer.Option(metavar="HOW", help="help-init-cadence", show_default=False)] = None,
) -> int:
    """Write a first agreement to fill in, settings, and what editors need; what is there already is left as it is."""
    session = session_of(context)
    given = {
        "--municipality": municipality,
        "--police": police,
        "--from": start,
        "--until": end,
        "--area": areas,
        "--cadence": cadence,
    }
    folder_of(folder)
    missing = [option for option, value in given.items() if not value]
    if missing and not can_ask():
        raise WrongUseError(sentence("init-missing", options=", ".join(missing)))
    answers = _Answers(session.language, session.now)
    asked = _asked(answers, tuple(municipality or ()), police, (start, end), tuple(areas or ()), cadence)
    return _write(asked, folder, session.language)


def _asked(
    answers: _Answers,
    municipalities: Sequence[str],
    police: str | None,
    period: tuple[str | None, str | None],
    areas: Sequence[str],
    cadence: str | None,
) -> FirstAgreement:
    """Take what was given by options, and ask for the rest.

    Raises:
        WrongUseError: something that was given cannot be used.
    """
    from samverkan.drafts import asked as read  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.drafts.agreement import FirstAgreement  # noqa: PLC0415 - as above

    chosen = [read.municipality(written) for written in municipalities]
    own = tuple(answers.named(one) for one in chosen) if chosen else answers.municipalities()
    said_police = read.filled(police) if police else answers.police()
    start = read.time(period[0]) if period[0] else answers.start()
    start, end = read.period(start, period[1] or answers.end(start))
    titles = tuple(map(read.filled, areas)) or answers.areas()
    return FirstAgreement(own, said_police, start, end, titles, read.cadence(cadence) if cadence else answers.cadence())


class _Answers:
    """Asks for what was not given by options."""

    def __init__(self, language: Language, today: date) -> None:
        self.ask = Asking(language)
        self.language = language
        self.today = today

    def named(self, chosen: Chosen) -> tuple[str, str]:
        """Give code and legal name of a municipality.

        Raises:
            WrongUseError: the legal name was not given, and nobody can be asked.
        """
        from samverkan.drafts.asked import legal_name, proposed_name  # noqa: PLC0415 - heavy

        if chosen.name:
            return chosen.code, chosen.name
        proposed = proposed_name(chosen.code)
        if not can_ask():
            raise WrongUseError(sentence("init-name-wanted"))
        written = self.ask.text(sentence("ask-name"), lambda text: legal_name(text, chosen.code), proposed)
        return chosen.code, legal_name(written, chosen.code)

    def municipalities(self) -> tuple[tuple[str, str], ...]:
        """Ask for one municipality or more."""
        from samverkan.drafts.asked import municipality, shown_municipalities  # noqa: PLC0415 - heavy

        choices = shown_municipalities()
        written = self.ask.one_of_many(sentence("ask-municipality"), municipality, choices)
        found: list[tuple[str, str]] = []
        while written.strip():
            found.append(self.named(municipality(written)))
            written = self.ask.one_of_many(sentence("ask-another"), _or_empty(municipality), choices)
        return tuple(found)

    def police(self) -> str:
        """Ask for the police area."""
        from samverkan.drafts.asked import filled  # noqa: PLC0415 - heavy

        return filled(self.ask.text(sentence("ask-police"), filled))

    def start(self) -> str:
        """Ask for the first year, month or day."""
        from samverkan.drafts.asked import time  # noqa: PLC0415 - heavy

        return time(self.ask.text(sentence("ask-from"), time, str(self.today.year + 1)))

    def end(self, start: str) -> str:
        """Ask for the last year, month or day."""
        from samverkan.drafts.asked import period  # noqa: PLC0415 - heavy

        return self.ask.text(sentence("ask-until"), lambda written: period(start, written))

    def areas(self) -> tuple[str, ...]:
        """Ask for one focus area or more."""
        from samverkan.drafts.asked import filled  # noqa: PLC0415 - heavy

        found = [filled(self.ask.text(sentence("ask-area"), filled))]
        while (more := self.ask.text(sentence("ask-another-area"), _or_empty(filled))).strip():
            found.append(filled(more))
        return tuple(found)

    def cadence(self) -> str:
        """Ask how often the agreement is followed up."""
        from samverkan.drafts.asked import USUAL_CADENCES, shown_cadence  # noqa: PLC0415 - heavy

        choices = [(one, shown_cadence(one, self.language)) for one in USUAL_CADENCES]
        return self.ask.choice(sentence("ask-cadence"), choices)


def _or_empty(read: Callable[[str], object]) -> Callable[[str], object]:
    return lambda written: read(written) if written.strip() else None


def _write(asked: FirstAgreement, folder: Path, language: Language) -> ExitCode:
    """Write what is not there yet, all of it or nothing, and tell of both."""
    from samverkan.drafts.agreement import first_agreement  # noqa: PLC0415 - heavy
    from samverkan.drafts.folder import starting_files  # noqa: PLC0415 - as above

    files = {folder / name: text for name, text in starting_files(asked, language).items()}
    left = [path for path in files if os.path.lexists(path)]
    new = {path: text for path, text in files.items() if path not in left}
    for path in new:
        refuse_way_out(path.parent, folder)
    write_new(new)
    for path in new:
        say(visible(path.as_posix()))
    if left:
        names = FirstOf(tuple(visible(path.as_posix()) for path in left), count=len(left))
        say(sentence("init-left", files=names).say(language))
    draft = first_agreement(asked, language)
    path = folder / f"{draft.id}.yaml"
    if path in new:
        rows = FirstOf(tuple(map(str, draft.blanks)))
        say(sentence("new-written", path=visible(path.as_posix()), rows=rows).say(language))
    return ExitCode.CLEAN
