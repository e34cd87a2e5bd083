"""What commands say beside their output, on the standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from samverkan.escape import visible
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from samverkan.check import CheckResult
    from samverkan.words.sentence import Language, Text


def tell(text: Text, language: Language) -> None:
    """Say something on the standard error, after what the command has printed."""
    _say(text.say(language))


def _say(words: str) -> None:
    sys.stdout.flush()
    sys.stderr.write(visible(words) + "\n")


def tell_left_out(result: CheckResult, language: Language) -> None:
    """Tell that some documents could not be read, at all or in full, in a command that does not print findings."""
    tell_unreadable(result, language)
    if count := result.not_whole:
        tell(sentence("left-out" if count > 1 else "left-out-one", count=count), language)


def tell_unreadable(result: CheckResult, language: Language) -> None:
    """Tell of files that could not be read at all, in a command that does not print other findings."""
    for finding in result.findings:
        if finding.rule == "unreadable-file":
            _say(f"{finding.message.say(language)} {finding.help.say(language)}")
