"""`samverkan followup`: list the reviews that are late or coming."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.completion import kinds
from samverkan.cli.ending import checked, ending
from samverkan.cli.options import Paths, Today, given, names
from samverkan.cli.session import current_folder, session_of
from samverkan.cli.telling import tell, tell_unreadable
from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.findings import Severity
from samverkan.model.dates import CoarseDate
from samverkan.model.kinds import KINDS
from samverkan.output.duties.formats import WRITERS, DutyFormat, DutyList
from samverkan.output.findings.runner import runner_in
from samverkan.words.commands import sentence
from samverkan.words.lists import FirstOf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.duties.filter import RowChoice
    from samverkan.duties.rows import Row, Status
    from samverkan.words.sentence import FieldValue, Language
    from samverkan.workspace.document import Document


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
) -> int:
    """List every review with the day when it is due and the clause that demands it."""
    from samverkan.duties.filter import RowChoice  # noqa: PLC0415 - heavy, and not every command's
    from samverkan.duties.rows import rows  # noqa: PLC0415
    from samverkan.duties.silent import silent_documents  # noqa: PLC0415
    from samverkan.duties.spread import spread as spread_out  # noqa: PLC0415

    session = session_of(context)
    day = session.day(today)
    chosen = RowChoice(_kinds(names(kind)), party, responsible, _days(within), everything)
    result = checked(given(paths), day)
    tell_unreadable(result, session.language)
    every = rows(result.workspaces, day)
    found = chosen.rows(every)
    proposed = spread_out(found, day) if spread else None
    runner = runner_in(session.environment, current_folder())
    failing = _failing(fail_on)
    WRITERS[format](DutyList(found, day, session.language, result, runner, failing, proposed))
    _tell_unnamed(chosen, every, session.language)
    silent = silent_documents(result.workspaces, every, day, chosen.kinds)
    _tell_silent("without-day-listed" if everything else "without-day", silent.without_day, session.language)
    _tell_silent("nothing-to-count", silent.without_terms, session.language)
    _tell_silent("not-made-yet", silent.later, session.language, day=CoarseDate.of(day))
    if errors := result.count(Severity.ERROR):
        key = "followup-incomplete" if errors > 1 else "followup-incomplete-one"
        tell(sentence(key, count=errors), session.language)
    is_relied_on = fail_on is not None or format is not DutyFormat.TEXT
    return ending(result, is_failing=any(row.status in failing for row in found), needs_all=is_relied_on)


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
