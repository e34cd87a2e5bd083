"""`samverkan explain`: why something is pointed out."""

from __future__ import annotations

from typing import Annotated

import typer

from samverkan.cli.completion import finding_names
from samverkan.cli.session import session_of
from samverkan.errors import ExitCode, WrongUseError
from samverkan.escape import visible
from samverkan.words.commands import sentence
from samverkan.words.retired import RETIRED


def explain(
    context: typer.Context,
    rule: Annotated[
        str, typer.Argument(metavar="RULE", help="help-rule", show_default=False, autocompletion=finding_names)
    ],
) -> int:
    """Print why something is pointed out, what is said of it, and examples."""
    from samverkan.catalogue import catalogue, guess_name  # noqa: PLC0415 - heavy
    from samverkan.output.rules.text import print_explanation, print_retired  # noqa: PLC0415

    language = session_of(context).language
    if rule in RETIRED:
        print_retired(RETIRED[rule], language)
        return ExitCode.CLEAN
    found = catalogue().get(rule)
    if found is None:
        raise WrongUseError(sentence("unknown-rule", value=visible(rule), guess=guess_name(rule)))
    print_explanation(found, language)
    return ExitCode.CLEAN
