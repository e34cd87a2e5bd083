"""Help pages and errors of usage in the reader's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from samverkan.cli.session import session_of
from samverkan.escape import visible
from samverkan.words.commands import has_sentence, sentence
from samverkan.words.help import HELP_NAMES, HELP_WORDS

if TYPE_CHECKING:
    from samverkan.words.sentence import Language, Text


_TYPE = re.compile(r"^( +[^-\s]\S*)( <[^>\n]+>)", re.MULTILINE)


class LocalCommand(TyperCommand):
    """A command with help in the reader's language."""

    def get_help(self, ctx: Any) -> str:
        """Write the help page."""
        return _localised(super().get_help(ctx), session_of(ctx).language)

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002 - a sentence is not cut short
        """Say what the command does, beside its name in the list of commands."""
        return self.help or ""


class LocalGroup(TyperGroup):
    """The group of commands with help in the reader's language."""

    command_class = LocalCommand

    def get_help(self, ctx: Any) -> str:
        """Write the help page."""
        return _localised(super().get_help(ctx), session_of(ctx).language)


def _localised(page: str, language: Language) -> str:
    # Python's name for the type of an argument tells the reader nothing; what follows stays in its column.
    page = _TYPE.sub(lambda met: met[1] + " " * len(met[2]), page)
    if language == "sv":
        for english, swedish in HELP_WORDS:
            page = page.replace(english, swedish)
    return page


def translate(group: TyperGroup, language: Language) -> None:
    """Replace the names of sentences that commands were declared with by the sentences themselves."""
    for command in (group, *group.commands.values()):
        command.help = _words(command.help, language)
        command.epilog = _examples(command.epilog, language)
        for parameter in command.params:
            if isinstance(parameter, TyperArgument | TyperOption):
                parameter.help = _words(parameter.help, language)
                if language == "sv" and parameter.metavar:
                    parameter.metavar = HELP_NAMES.get(parameter.metavar, parameter.metavar)


def _words(name: str | None, language: Language) -> str | None:
    return sentence(name).say(language) if name and has_sentence(name) else name


def _examples(name: str | None, language: Language) -> str | None:
    """Give the lines of a command's examples, which the library is told not to join; None where it has none."""
    return f"\b\n{sentence(name).say(language)}" if name and has_sentence(name) else None


def usage_error(error: typer.TyperException) -> Text:
    """Say what is wrong with a command line; of most kinds of error the library publishes only the base class."""
    facts = vars(error)
    match type(error).__name__:
        case "NoSuchOption":
            near = ", ".join(facts["possibilities"] or ())
            key = "no-such-option-near" if near else "no-such-option"
            return sentence(key, option=visible(str(facts["option_name"])), near=near)
        case "MissingParameter":
            return sentence("missing-parameter", name=_name(error))
        case "BadParameter":
            return sentence("bad-parameter", name=_name(error))
        case "BadOptionUsage":
            return sentence("bad-option", option=visible(str(facts["option_name"])))
    return sentence("bad-usage", what=visible(error.format_message()))


def _name(error: typer.TyperException) -> str:
    parameter = error.param if isinstance(error, typer.BadParameter) else None
    name = parameter.opts[0] if parameter and parameter.opts else "?"
    return name if name.startswith("-") else name.upper()
