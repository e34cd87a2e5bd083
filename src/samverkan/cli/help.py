"""Help pages and errors of usage in the reader's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup

from samverkan.cli.arguments import taken_as_they_are
from samverkan.cli.help_page import WIDE, laid_out, page_width, wrapped
from samverkan.cli.session import session_of
from samverkan.words.commands import has_sentence, sentence
from samverkan.words.help import BETWEEN, FROM, HELP_NAMES, HELP_WORDS
from samverkan.words.help_examples import EXAMPLES, HELP_EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typer.core import TyperArgument, TyperOption

    from samverkan.words.sentence import Language


_TYPE = re.compile(r"^( +[^-\s]\S*(?: \[B\])?) <[^>\n]+>(?:\n +)?", re.MULTILINE)
_NEEDED = re.compile(r"\{(\w+)\}")
_FROM, _BETWEEN = re.compile(r"\[x>=([0-9]+)\]"), re.compile(r"\[([0-9]+)<=x<=([0-9]+)\]")
_VERSIONS = ("[A [B]]...", "A [B]")


class LocalCommand(TyperCommand):
    """A command with help in the reader's language."""

    def get_help(self, ctx: Any) -> str:
        """Write the help page, with examples."""
        ctx.terminal_width = WIDE
        language = session_of(ctx).language
        return "\n".join([_localised(super().get_help(ctx), language), *_examples(self.name or "", language)])

    def get_params(self, ctx: Any) -> list[Any]:
        """Give the parameters, which take plain arguments as they are."""
        return taken_as_they_are(super().get_params(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; an error that does not say of which command it is is told of this one."""
        try:
            return super().parse_args(ctx, args)
        except typer.TyperException as error:
            vars(error)["ctx"] = vars(error).get("ctx") or ctx
            raise

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002 - a sentence is not cut short
        """Say what the command does, beside its name in the list of commands."""
        return self.help or ""


class LocalGroup(TyperGroup):
    """The group of commands with help in the reader's language."""

    command_class = LocalCommand

    def get_params(self, ctx: Any) -> list[Any]:
        """Give the parameters, which take plain arguments as they are."""
        return taken_as_they_are(super().get_params(ctx))

    def get_help(self, ctx: Any) -> str:
        """Write the help page."""
        ctx.terminal_width = WIDE
        return _localised(super().get_help(ctx), session_of(ctx).language)


def _localised(page: str, language: Language) -> str:
    page = _TYPE.sub(r"\1  ", page)  # Python's name for the type of an argument tells the reader nothing
    usage, blank, rest = page.partition("\n\n")
    page = _NEEDED.sub(r"\1", usage).replace(*_VERSIONS) + blank + rest
    page = _FROM.sub(FROM.say(language), _BETWEEN.sub(BETWEEN.say(language), page))
    if language == "sv":
        for english, swedish in HELP_WORDS:
            page = page.replace(english, swedish)
    return laid_out(page)


def _examples(command: str, language: Language) -> Iterator[str]:
    """Give the lines of the examples of a command."""
    yield f"\n{EXAMPLES.say(language)}"
    for line, purpose in HELP_EXAMPLES[command]:
        yield f"  {line}"  # whole however long, so that it can be copied
        yield from wrapped(f"      {purpose.say(language)}", page_width())


def translate(group: TyperGroup, language: Language) -> None:
    """Replace the names of sentences that commands were declared with by the sentences themselves."""
    for command in (group, *group.commands.values()):
        command.help = _words(command.help, language)
        for parameter in cast("list[TyperArgument | TyperOption]", command.params):
            parameter.help = _words(parameter.help, language)
            if language == "sv" and parameter.metavar:
                parameter.metavar = HELP_NAMES.get(parameter.metavar, parameter.metavar)


def _words(name: str | None, language: Language) -> str | None:
    return sentence(name).say(language) if name and has_sentence(name) else name
