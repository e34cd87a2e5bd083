"""Help pages and errors of usage in the reader's language."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from samverkan.cli.help_page import WIDE, laid_out, page_width, wrapped
from samverkan.cli.session import session_of
from samverkan.escape import visible
from samverkan.words.commands import has_sentence, sentence
from samverkan.words.help import HELP_NAMES, HELP_WORDS
from samverkan.words.help_examples import EXAMPLES, HELP_EXAMPLES
from samverkan.words.sentence import AnyOf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.words.sentence import Language, Text


_TYPE = re.compile(r"^( +[^-\s]\S*) <[^>\n]+>", re.MULTILINE)


class LocalCommand(TyperCommand):
    """A command with help in the reader's language."""

    def get_help(self, ctx: Any) -> str:
        """Write the help page, with examples."""
        ctx.terminal_width = WIDE
        language = session_of(ctx).language
        return "\n".join([_localised(super().get_help(ctx), language), *_examples(self.name or "", language)])

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002 - a sentence is not cut short
        """Say what the command does, beside its name in the list of commands."""
        return self.help or ""


class LocalGroup(TyperGroup):
    """The group of commands with help in the reader's language."""

    command_class = LocalCommand

    def get_help(self, ctx: Any) -> str:
        """Write the help page."""
        ctx.terminal_width = WIDE
        return _localised(super().get_help(ctx), session_of(ctx).language)


def _localised(page: str, language: Language) -> str:
    page = _TYPE.sub(r"\1", page)  # Python's name for the type of an argument tells the reader nothing
    if language == "sv":
        for english, swedish in HELP_WORDS:
            page = page.replace(english, swedish)
    return laid_out(page)


def _examples(command: str, language: Language) -> Iterator[str]:
    """Give the lines of the examples of a command."""
    if found := HELP_EXAMPLES.get(command):
        yield f"\n{EXAMPLES.say(language)}"
        for line, purpose in found:
            yield f"  {line}"  # whole however long, so that it can be copied
            yield from wrapped(f"      {purpose.say(language)}", page_width())


def translate(group: TyperGroup, language: Language) -> None:
    """Replace the names of sentences that commands were declared with by the sentences themselves."""
    for command in (group, *group.commands.values()):
        command.help = _words(command.help, language)
        for parameter in command.params:
            if isinstance(parameter, TyperArgument | TyperOption):
                parameter.help = _words(parameter.help, language)
                if language == "sv" and parameter.metavar:
                    parameter.metavar = HELP_NAMES.get(parameter.metavar, parameter.metavar)


def _words(name: str | None, language: Language) -> str | None:
    return sentence(name).say(language) if name and has_sentence(name) else name


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
            if known := _choices(error):
                return sentence("bad-choice", name=_name(error), known=AnyOf(known))
            return sentence("bad-parameter", name=_name(error))
        case "BadOptionUsage":
            return sentence("bad-option", option=visible(str(facts["option_name"])))
    return sentence("bad-usage", what=visible(error.format_message()))


def _choices(error: typer.TyperException) -> tuple[str, ...]:
    """Give what can be chosen, where there is a list of it; the library keeps it as the type of the parameter."""
    parameter = error.param if isinstance(error, typer.BadParameter) else None
    descriptor = vars(parameter).get("type_descriptor") if parameter else None
    kind = vars(descriptor).get("annotation") if descriptor else None
    return tuple(kind) if isinstance(kind, type) and issubclass(kind, StrEnum) else ()


def _name(error: typer.TyperException) -> str:
    parameter = error.param if isinstance(error, typer.BadParameter) else None
    name = parameter.opts[0] if parameter and parameter.opts else "?"
    return name if name.startswith("-") else name.upper()
