"""What is said of a command line that cannot be understood: what is wrong, and what to write."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

import typer
from typer.core import TyperArgument, TyperGroup, TyperOption

from samverkan.escape import visible
from samverkan.guess import did_you_mean
from samverkan.words.commands import sentence
from samverkan.words.help_examples import HELP_EXAMPLES
from samverkan.words.sentence import AnyOf

if TYPE_CHECKING:
    from samverkan.words.sentence import Text

_LIKE = 0.7
_EXTRA = re.compile(r"unexpected extra arguments? \((.*)\)|unexpected extra argument\(s\) \((.*)\)", re.DOTALL)
_COMMAND = re.compile(r"No such command '(.*?)'", re.DOTALL)


def usage_error(error: typer.TyperException) -> Text:
    """Say what is wrong with a command line; of most kinds of error the library publishes only the base class."""
    facts = vars(error)
    match type(error).__name__:
        case "NoSuchOption":
            option, known = str(facts["option_name"]), facts["possibilities"] or ()
            guess = did_you_mean(option, known, like=_LIKE)
            return sentence("no-such-option", option=visible(option), guess=guess)
        case "MissingParameter":
            return sentence("missing-parameter", name=_name(error), example=_example(error))
        case "BadParameter":
            return _bad_value(error)
        case "BadOptionUsage":
            return _of_value(error, str(facts["option_name"]))
    return _of_message(error)


def _of_message(error: typer.TyperException) -> Text:
    """Read what the library says in English only, of errors that have no kind of their own."""
    said = error.format_message()
    if extra := _EXTRA.search(said):
        return sentence("extra-arguments", names=visible(extra[1] or extra[2]), example=_example(error))
    if unknown := _COMMAND.search(said):
        context = vars(error).get("ctx")
        group = context.command if context else None
        known = tuple(group.commands) if isinstance(group, TyperGroup) else ()
        guess = did_you_mean(unknown[1], known, like=_LIKE)
        return sentence("no-such-command", name=visible(unknown[1]), guess=guess)
    return sentence("bad-usage", what=visible(said))


def _bad_value(error: typer.TyperException) -> Text:
    parameter = error.param if isinstance(error, typer.BadParameter) else None
    name = _name(error)
    if known := _choices(parameter):
        return sentence("bad-choice", name=name, known=AnyOf(known))
    limits = vars(parameter) if parameter else {}
    if (least := limits.get("min")) is not None:
        most = limits.get("max")
        key = "bad-number" if most is None else "bad-number-between"
        return sentence(key, name=name, least=least, most=0 if most is None else most)
    return sentence("bad-parameter", name=name)


def _of_value(error: typer.TyperException, option: str) -> Text:
    """Say that an option lacks its value, or has one though it takes none: the library has one error for both."""
    context = vars(error).get("ctx")
    parameters = context.command.params if context else ()
    parameter = next((one for one in parameters if option in {*one.opts, *one.secondary_opts}), None)
    if isinstance(parameter, TyperOption) and parameter.is_flag:
        return sentence("option-takes-no-value", option=visible(option))
    if known := _choices(parameter):
        return sentence("option-without-choice", option=visible(option), known=AnyOf(known))
    value = parameter.metavar if isinstance(parameter, TyperOption) and parameter.metavar else "…"
    return sentence("option-without-value", option=visible(option), value=value)


def _example(error: typer.TyperException) -> str:
    """Give the first example of the command's help page."""
    context = vars(error).get("ctx")
    name = context.info_name if context else ""
    examples = HELP_EXAMPLES.get(name or "", ())
    return next((line for line, _ in examples), f"samverkan {name} --help")


def _choices(parameter: object) -> tuple[str, ...]:
    """Give what can be chosen, where there is a list of it; the library keeps it as the type of the parameter."""
    descriptor = vars(parameter).get("type_descriptor") if parameter else None
    kind = vars(descriptor).get("annotation") if descriptor else None
    return tuple(kind) if isinstance(kind, type) and issubclass(kind, StrEnum) else ()


def _name(error: typer.TyperException) -> str:
    parameter = error.param if isinstance(error, typer.BadParameter) else None
    name = parameter.opts[0] if parameter and parameter.opts else "?"
    if isinstance(parameter, TyperArgument) and parameter.metavar:
        return parameter.metavar
    return name if name.startswith("-") else name.upper()
