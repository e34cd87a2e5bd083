"""`samverkan followup`: list the reviews that are late or coming."""

from __future__ import annotations

import re
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan.cli.options import Paths, Today, given, names
from samverkan.cli.session import Session, chosen_day, tell_unreadable, write_bytes
from samverkan.cli.validate import exit_code
from samverkan.errors import ExitCode, NothingToCheckError, WrongUseError
from samverkan.escape import visible
from samverkan.findings import Severity
from samverkan.model.kinds import KINDS
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from samverkan.duties.rows import Row
    from samverkan.words.sentence import Language


class RowsFormat(StrEnum):
    """How the rows are written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    ICS = "ics"
    MD = "md"
    HTML = "html"


class FailOn(StrEnum):
    """What makes the command end with exit code 1."""

    OVERDUE = "overdue"
    SOON = "soon"


def followup(
    context: typer.Context,
    paths: Paths = None,
    format: Annotated[RowsFormat, typer.Option(help="help-rows-format")] = RowsFormat.TEXT,  # noqa: A002
    today: Today = None,
    within: Annotated[str | None, typer.Option(metavar="90d", help="help-within", show_default=False)] = None,
    kind: Annotated[list[str] | None, typer.Option(metavar="KINDS", help="help-row-kinds", show_default=False)] = None,
    party: Annotated[str, typer.Option(metavar="NAME", help="help-party", show_default=False)] = "",
    responsible: Annotated[str, typer.Option(metavar="NAME", help="help-responsible", show_default=False)] = "",
    fail_on: Annotated[FailOn | None, typer.Option(help="help-fail-on", show_default=False)] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="help-all")] = False,
    spread: Annotated[bool, typer.Option("--spread", help="help-spread")] = False,
) -> int:
    """List every review with the day when it is due and the clause that demands it."""
    from samverkan.check import check  # noqa: PLC0415 - heavy, and only this command's
    from samverkan.duties.filter import RowChoice  # noqa: PLC0415
    from samverkan.duties.rows import rows  # noqa: PLC0415
    from samverkan.duties.spread import spread as spread_out  # noqa: PLC0415

    session = context.find_object(Session) or Session("en")
    day = chosen_day(today)
    chosen = RowChoice(_kinds(names(kind)), party, responsible, _days(within), everything)
    result = check(given(paths), day)
    if not result.files:
        raise NothingToCheckError(sentence("nothing-to-check", paths=", ".join(given(paths))))
    tell_unreadable(result.findings, session)
    found = chosen.rows(rows(result.workspaces, day))
    proposed = spread_out(found, day) if spread else None
    _write(format, found, day, session.language, proposed)
    if errors := result.count(Severity.ERROR):
        sys.stdout.flush()
        sys.stderr.write(sentence("followup-incomplete", count=errors).say(session.language) + "\n")
    code = exit_code(result)
    if code not in {ExitCode.CLEAN, ExitCode.FINDINGS}:
        return code
    return ExitCode.FINDINGS if _fails(found, fail_on) else ExitCode.CLEAN


def _write(
    form: RowsFormat, rows: Sequence[Row], day: date, language: Language, proposed: Mapping[Row, date] | None
) -> None:
    from samverkan.output import json_v1  # noqa: PLC0415 - heavy
    from samverkan.output.duties import files as rows_files  # noqa: PLC0415
    from samverkan.output.duties import text as rows_text  # noqa: PLC0415

    match form:
        case RowsFormat.TEXT:
            rows_text.print_rows(rows, day, language, proposed or {})
        case RowsFormat.JSON:
            write_bytes(json_v1.rows_json(rows, day, language, proposed))
        case RowsFormat.CSV:
            write_bytes(rows_files.rows_csv(rows, language))
        case RowsFormat.ICS:
            write_bytes(rows_files.rows_calendar(rows, day, language))
        case RowsFormat.MD:
            write_bytes(rows_files.rows_markdown(rows, day, language))
        case RowsFormat.HTML:
            write_bytes(rows_files.rows_page(rows, day, language, proposed or {}))


def _fails(rows: Sequence[Row], fail_on: FailOn | None) -> bool:
    late = {"overdue", "expired", *(("soon",) if fail_on is FailOn.SOON else ())}
    return fail_on is not None and any(row.status.value in late for row in rows)


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
        raise WrongUseError(sentence("bad-within", value=visible(written)))
    return int(match[1])
