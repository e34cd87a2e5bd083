"""The words of the command line itself: help and usage errors in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from samverkan.escape import visible
from samverkan.words.commands import has_sentence, sentence

if TYPE_CHECKING:
    from samverkan.words.sentence import Language, Text

# The words that the library writes into a help page, and ours for them.
_HELP_WORDS = (
    ("Usage: ", "Användning: "),
    ("\nOptions:", "\nFlaggor:"),
    ("\nArguments:", "\nArgument:"),
    ("\nCommands:", "\nKommandon:"),
    ("[OPTIONS]", "[FLAGGOR]"),
    ("[ARGS]...", "..."),
    ("COMMAND", "KOMMANDO"),
    ("Show this message and exit.", "Visa den här hjälpen."),
    ("[default: ", "[förval: "),
    ("[required]", "[krävs]"),
)


class _Local:
    """Help in the reader's language."""

    language: Language = "en"

    def get_help(self, context: Any) -> str:
        """Give the help page."""
        page: str = super().get_help(context)  # type: ignore[misc]
        page = page.replace(" <list[str]>", "")  # Python's name for a list tells the reader nothing
        if self.language == "sv":
            for english, swedish in _HELP_WORDS:
                page = page.replace(english, swedish)
        return page


class LocalCommand(_Local, TyperCommand):
    """A command with help in the reader's language."""


class LocalGroup(_Local, TyperGroup):
    """The group of commands with help in the reader's language."""

    command_class = LocalCommand


def translate(command: Any, language: Language) -> None:
    """Put words in the place of the sentence names that the commands were declared with."""
    command.language = language
    command.help = _words(command.help, language)
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = _words(parameter.help, language)
    for inner in getattr(command, "commands", {}).values():
        translate(inner, language)


def _words(name: str | None, language: Language) -> str | None:
    return sentence(name).say(language) if name and has_sentence(name) else name


def usage_error(error: Any) -> Text:
    """Word an error of the command line."""
    option = getattr(error, "option_name", None)
    parameter = getattr(error, "param", None)
    match type(error).__name__:
        case "NoSuchOption":
            near = ", ".join(getattr(error, "possibilities", None) or ())
            key = "no-such-option-near" if near else "no-such-option"
            return sentence(key, option=visible(str(option)), near=near)
        case "MissingParameter":
            return sentence("missing-parameter", name=_name(parameter))
        case "BadParameter":
            return sentence("bad-parameter", name=_name(parameter))
        case "BadOptionUsage":
            return sentence("bad-option", option=visible(str(option)))
    return sentence("bad-usage", what=visible(error.format_message()))


def _name(parameter: Any) -> str:
    names = getattr(parameter, "opts", None) or [getattr(parameter, "name", None) or "?"]
    return str(names[0]).upper() if not str(names[0]).startswith("-") else str(names[0])
