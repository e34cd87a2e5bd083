"""`samverkan rules` and `samverkan explain`: what is checked beyond structure, and why."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from samverkan.cli.session import Session, write_bytes
from samverkan.errors import ExitCode, WrongUseError
from samverkan.escape import visible
from samverkan.words.commands import sentence


class RulesFormat(StrEnum):
    """How the list of rules is written."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


def rules(
    context: typer.Context,
    format: Annotated[RulesFormat, typer.Option(help="help-rules-format")] = RulesFormat.TEXT,  # noqa: A002
) -> int:
    """List every finding's name with its severity and source."""
    from samverkan.catalogue import catalogue  # noqa: PLC0415 - heavy
    from samverkan.output.json_v1 import rules_json  # noqa: PLC0415
    from samverkan.output.rules.markdown import rules_page  # noqa: PLC0415
    from samverkan.output.rules.text import print_rules  # noqa: PLC0415

    session = context.find_object(Session) or Session("en")
    names = tuple(catalogue().values())
    match format:
        case RulesFormat.JSON:
            write_bytes(rules_json(names, session.language))
        case RulesFormat.MD:
            write_bytes(rules_page(names, session.language))
        case RulesFormat.TEXT:
            print_rules(names, session.language)
    return ExitCode.CLEAN


def explain(
    context: typer.Context,
    rule: Annotated[str, typer.Argument(metavar="RULE", help="help-rule", show_default=False)],
) -> int:
    """Print why something is pointed out, what is said of it, and examples."""
    from samverkan.catalogue import catalogue, guess_name  # noqa: PLC0415 - heavy
    from samverkan.output.rules.text import print_explanation  # noqa: PLC0415

    session = context.find_object(Session) or Session("en")
    found = catalogue().get(rule)
    if found is None:
        raise WrongUseError(sentence("unknown-rule", value=visible(rule), guess=guess_name(rule)))
    print_explanation(found, session.language)
    return ExitCode.CLEAN
