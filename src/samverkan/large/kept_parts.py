"""What is known of the files and the groups of a large workspace, kept from run to run in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.large.facts import facts_from_plain
from samverkan.large.one_file import OneFile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from samverkan.large.facts import Facts
    from samverkan.large.workers import Alone
    from samverkan.told import Told


class Answer(NamedTuple):
    """What a check of a group told as plain data, and what it asked of the workspace as a whole.

    Attributes:
        stamps: what was asked, and what stands for the answers to it.
        told: the plain data.
    """

    stamps: dict[str, str]
    told: object


class KeptParts:
    """What is known of one large workspace; no more is kept than what the last check has used."""

    def __init__(self, folder: Path | None, root: Path | None) -> None:
        """Read what is kept.

        Args:
            folder: where the program keeps what it may lose; None to keep nothing.
            root: the workspace's folder.
        """
        self._file = OneFile(folder, root, ".parts.json")
        self._has_news = False
        self.facts: dict[str, Facts]
        self.answers: dict[str, Answer]
        self.facts, self.answers = self._file.read(_read) or ({}, {})
        self.told: dict[str, Told] = {}  # what has been made of the answers already
        self.reader: Alone | None = None

    def note(self, facts: dict[str, Facts], answers: dict[str, Answer]) -> None:
        """Take what a check has used, old and new, for all that is known."""
        self._has_news = self._has_news or facts.keys() != self.facts.keys() or answers != self.answers
        self.facts, self.answers = facts, answers

    def remembering(self) -> KeptParts:
        """Keep the documents that are read from now on too, for a program that checks again and again."""
        if self.reader is None:
            from samverkan.large.workers import Alone  # noqa: PLC0415 - knows much that is not needed where all is known

            self.reader = Alone(is_lasting=True)
        return self

    def write(self) -> None:
        """Keep what is known for the next run, where it is more than was read."""
        if self._has_news:
            answers = {key: list(answer) for key, answer in self.answers.items()}
            self._file.write({"facts": self.facts, "answers": answers})
            self._has_news = False


def _read(plain: object) -> tuple[dict[str, Facts], dict[str, Answer]]:
    match plain:
        case {"facts": dict(facts), "answers": dict(answers)}:
            return {key: facts_from_plain(one) for key, one in facts.items()}, dict(_answers(answers.items()))
    raise ValueError(type(plain).__name__)


def _answers(plain: Iterable[tuple[str, object]]) -> Iterable[tuple[str, Answer]]:
    for key, one in plain:
        match one:
            case [dict(stamps), told]:
                yield key, Answer({str(what): str(stamp) for what, stamp in stamps.items()}, told)
            case _:
                raise ValueError(key)
