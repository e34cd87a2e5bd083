"""`samverkan followup`: list the reviews that are late or coming."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.completion import kinds
from samverkan.cli.ending import ending
from samverkan.cli.kept_output import printed_again
from samverkan.cli.one_by_one import checked_one_by_one
from samverkan.cli.options import Paths, Today, given, names
from samverkan.cli.session import current_folder, session_of
from samverkan.cli.telling import tell, tell_unreadable
from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.findings import Severity
from samverkan.model.kinds import KINDS
from samverkan.output.duties.formats import WRITERS, DutyFormat, DutyList
from samverkan.output.findings.runner import runner_in
from samverkan.words.commands import sentence
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkan.check import CheckResult
    from samverkan.cli.one_by_one import Noted
    from samverkan.cli.session import Session
    from samverkan.duties.filter import RowChoice
    from samverkan.duties.rows import Row, Status
    from samverkan.duties.silent import Silent
    from samverkan.source.workspace_files import Surroundings
    from samverkan.words.sentence import FieldValue, Language
    from samverkan.workspace.document import Document


_WITH_LINES = frozenset({DutyFormat.JSON, DutyFormat.GITHUB, DutyFormat.GITLAB, DutyFormat.JUNIT})
"""The formats that tell on which line the clause stands."""


class FailOn(StrEnum):
    """What makes the command end with exit code 1."""

    OVERDUE = "overdue"
    SOON = "soon"


_Kinds = Annotated[
    list[str] | None,
    typer.Option(metavar="KINDS", help="help-row-kinds", show_default=False, autocompletion=kinds),
]


def followup(
    context: typer.Context,
    paths: Paths = None,
    format: Annotated[DutyFormat, typer.Option(metavar="FORMAT", help="help-rows-format")] = DutyFormat.TEXT,  # noqa: A002
    today: Today = None,
    within: Annotated[str | None, typer.Option(metavar="90d", help="help-within", show_default=False)] = None,
    kind: _Kinds = None,
    party: Annotated[str, typer.Option(metavar="NAME", help="help-party", show_default=False)] = "",
    responsible: Annotated[str, typer.Option(metavar="NAME", help="help-responsible", show_default=False)] = "",
    fail_on: Annotated[FailOn | None, typer.Option(help="help-fail-on", show_default=False)] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="help-all")] = False,
    spread: Annotated[bool, typer.Option("--spread", help="help-spread")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="help-no-cache-output")] = False,
) -> int:
    """List every review with the day when it is due and the clause that demands it."""
    session = session_of(context)
    wanted = _Wanted(
        paths=given(paths),
        day=session.day(today),
        format=format,
        kinds=_kinds(names(kind)),
        party=party,
        responsible=responsible,
        within=_days(within),
        everything=everything,
        spread=spread,
        fail_on=fail_on,
        session=session,
    )
    if no_cache or format is DutyFormat.GITHUB:  # which writes to a file too
        return wanted.list()
    return printed_again(context, wanted.paths, wanted.day, wanted.list, wanted.noted)


@dataclass(frozen=True)
class _Wanted:
    """What is to be listed, and how."""

    paths: list[str]
    day: date
    format: DutyFormat
    kinds: tuple[str, ...]
    party: str
    responsible: str
    within: int | None
    everything: bool
    spread: bool
    fail_on: FailOn | None
    session: Session
    noted: Noted = field(default_factory=dict)

    def list(self, files: Sequence[Surroundings] | None = None) -> int:
        """Check and list.

        Args:
            files: the files, where they have been found already.
        """
        from samverkan.duties.filter import RowChoice  # noqa: PLC0415 - heavy, and not needed where all is known
        from samverkan.duties.rows import in_order  # noqa: PLC0415
        from samverkan.duties.silent import together  # noqa: PLC0415
        from samverkan.duties.spread import spread  # noqa: PLC0415

        day, language = self.day, self.session.language
        chosen = RowChoice(self.kinds, self.party, self.responsible, self.within, self.everything)
        result, parts = checked_one_by_one(self.paths, day, files, self._of, self.noted)
        tell_unreadable(result, language)
        every = in_order(row for part, _ in parts for row in part)
        found = chosen.rows(every)
        proposed = spread(found, day) if self.spread else None
        runner = runner_in(self.session.environment, current_folder())
        failing = _failing(self.fail_on)
        WRITERS[self.format](DutyList(found, day, language, result, runner, failing, proposed))
        _tell_unnamed(chosen, every, language)
        self._tell_silent(together([silent for _, silent in parts]))
        if errors := result.count(Severity.ERROR):
            key = "followup-incomplete" if errors > 1 else "followup-incomplete-one"
            tell(sentence(key, count=errors), language)
        is_relied_on = self.fail_on is not None or self.format is not DutyFormat.TEXT
        return ending(result, is_failing=any(row.status in failing for row in found), needs_all=is_relied_on)

    def _of(self, result: CheckResult) -> tuple[Sequence[Row], Silent]:
        """Give the rows of a workspace, and the documents that none of them tells of."""
        from samverkan.duties.rows import rows, without_documents  # noqa: PLC0415 - as above
        from samverkan.duties.silent import silent_documents  # noqa: PLC0415
        from samverkan.workspace.left import LettingGo  # noqa: PLC0415

        going = LettingGo(has_lines=self.format in _WITH_LINES)
        every = rows(result.workspaces, self.day)
        silent = silent_documents(result.workspaces, every, self.day, self.kinds).without_documents(going)
        return without_documents(every, going), silent

    def _tell_silent(self, silent: Silent) -> None:
        """Name the documents that no row tells of."""
        from samverkan.model.dates import CoarseDate  # noqa: PLC0415 - as above

        language = self.session.language
        _tell_silent("without-day-listed" if self.everything else "without-day", silent.without_day, language)
        _tell_silent("nothing-to-count", silent.without_terms, language)
        _tell_silent("no-known-start", silent.without_start, language)
        _tell_silent("not-made-yet", silent.later, language, day=CoarseDate.of(self.day))


def _tell_silent(key: str, documents: Sequence[Document], language: Language, **fields: FieldValue) -> None:
    """Name documents that no row tells of, each once."""
    named = dict.fromkeys(document.id or document.file for document in documents)
    if named:
        tell(sentence(key, documents=FirstOf(tuple(map(visible, named))), **fields), language)


def _tell_unnamed(chosen: RowChoice, every: Sequence[Row], language: Language) -> None:
    """Say that a name which was asked about stands for nobody who is to do something, and who those are."""
    who = [row.duty.responsible for row in every]
    parties = [name for one in who for name in one.parties]
    people = [one.all_names(language) for one in who if one.names]
    for key, asked, named in (
        ("no-such-party", chosen.party, parties),
        ("no-such-responsible", chosen.responsible, people),
    ):
        if asked and named and not any(asked.casefold() in name.casefold() for name in named):
            known = FirstOf(tuple(map(visible, dict.fromkeys(named))))
            tell(sentence(key, value=visible(asked), known=known), language)


def _failing(fail_on: FailOn | None) -> frozenset[Status]:
    """Give what fails the run."""
    from samverkan.duties.rows import Status  # noqa: PLC0415 - heavy, and not every command's

    late = frozenset({Status.OVERDUE, Status.EXPIRED})
    return frozenset() if fail_on is None else late | {Status.SOON} if fail_on is FailOn.SOON else late


def _kinds(asked: tuple[str, ...]) -> tuple[str, ...]:
    for name in asked:
        if name not in KINDS:
            raise WrongUseError(sentence("unknown-kind", value=visible(name), known=", ".join(KINDS)))
    return asked


def _days(written: str | None) -> int | None:
    """Read a number of days: `90d` or `90`."""
    if written is None:
        return None
    match = re.fullmatch(r"([0-9]{1,5})d?", written.strip())
    if match is None:
        raise WrongUseError(sentence("bad-within", value=visible(written) or sentence("no-value")))
    return int(match[1])
