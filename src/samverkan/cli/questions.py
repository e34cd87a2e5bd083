"""Questions at the terminal, one after the other; an interruption at any of them ends the command."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from samverkan.errors import WrongUseError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from questionary import Question

    from samverkan.words.sentence import Language, Text


def can_ask() -> bool:
    """Tell whether somebody sits at the terminal, who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


class Asking:
    """Asks in the reader's language, and asks again what cannot be read."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def text(self, question: Text, read: Callable[[str], object], default: str = "") -> str:
        """Ask for one line.

        Args:
            question: what is asked.
            read: raises `WrongUseError` for an answer that cannot be used.
            default: what stands there from the start.
        """
        import questionary  # noqa: PLC0415 - heavy, and only for terminals

        return _answer(questionary.text(question.say(self.language), default=default, validate=self._check(read)))

    def one_of_many(self, question: Text, read: Callable[[str], object], choices: Sequence[str]) -> str:
        """Ask for one of many choices, which are searched as the answer is written; see `text`."""
        import questionary  # noqa: PLC0415 - as above

        asked = questionary.autocomplete(
            question.say(self.language),
            choices=list(choices),
            ignore_case=True,
            match_middle=True,
            validate=self._check(read),
        )
        return _answer(asked)

    def choice(self, question: Text, choices: Sequence[tuple[str, str]]) -> str:
        """Ask for one of a few choices, each a value and what is shown for it; the first is the default."""
        import questionary  # noqa: PLC0415 - as above

        shown = [questionary.Choice(title, value=value) for value, title in choices]
        return _answer(questionary.select(question.say(self.language), choices=shown, instruction=" "))

    def _check(self, read: Callable[[str], object]) -> Callable[[str], bool | str]:
        def check(written: str) -> bool | str:
            try:
                read(written)
            except WrongUseError as error:
                return error.message.say(self.language)
            return True

        return check


def _answer(question: Question) -> str:
    try:
        return str(question.unsafe_ask())
    except EOFError:  # the end of input means that nobody goes on answering
        raise KeyboardInterrupt from None
