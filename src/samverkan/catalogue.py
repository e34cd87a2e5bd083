"""The catalogue of every finding's name: the rules, and the faults of form that are found without a rule.

What can be done with a name depends on which of the two it is. How much a rule matters is the workspace's to say, and a
comment can silence it at its place. A fault of form leaves a part of a document unread, so it stays what it is. But all
can be selected and ignored in a run, and all are explained.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from samverkan.guess import Guess, did_you_mean
from samverkan.model.kinds import KINDS
from samverkan.rules import RULES
from samverkan.rules.explanation import Explanation, explanation
from samverkan.source.faults import severity_of
from samverkan.words import reading, structure
from samverkan.words.checking import CHECKING, CHECKING_EXPLAINED
from samverkan.words.reading_explained import READING_EXPLAINED
from samverkan.words.structure_explained import STRUCTURE_EXPLAINED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkan.findings import Severity
    from samverkan.rules.concern import Concern
    from samverkan.words.sentence import Entry
    from samverkan.workspace.standing import Standing

_FORM: tuple[tuple[str, Mapping[str, str], Mapping[str, Entry], Mapping[str, str]], ...] = (
    ("reading", READING_EXPLAINED, reading.READING, reading.FINDINGS),
    ("structure", STRUCTURE_EXPLAINED, structure.STRUCTURE, structure.FINDINGS),
    ("checking", CHECKING_EXPLAINED, CHECKING, {}),
)


@dataclass(frozen=True, slots=True)
class FindingName:
    """A name that findings bear.

    Attributes:
        name: the name in words, such as `unknown-key`.
        family: what it is about, such as `structure`.
        severity: how much it matters unless the settings say otherwise; of a rule, in a draft.
        concern: what a rule is about; None for a fault of form.
        kinds: the kinds of document that it can be found in.
        says: its sentences, several where it is said in several ways.
        text: its explanation, unread.
        is_rule: whether it is a rule, which settings and comments can change, or a fault of form.
    """

    name: str
    family: str
    severity: Severity
    concern: Concern | None
    kinds: tuple[str, ...]
    says: tuple[Entry, ...]
    text: str
    is_rule: bool

    @property
    def explanation(self) -> Explanation:
        """Why it is pointed out, with an example."""
        return explanation(self.text)

    @property
    def known_as(self) -> frozenset[str]:
        """The names that it can be selected by: its own and its family's."""
        return frozenset({self.name, self.family})

    def severity_in(self, standing: Standing) -> Severity:
        """Give how much it matters in a document of some standing, unless the settings say otherwise."""
        return self.concern.severity(self.severity, standing) if self.concern else self.severity


@cache
def catalogue() -> Mapping[str, FindingName]:
    """Every finding's name, in the order in which they are listed: rules first, family by family."""
    return {entry.name: entry for entry in (*_rules(), *_form())}


def families() -> tuple[str, ...]:
    """The keys of all families, in the order in which they are listed."""
    return tuple(dict.fromkeys(entry.family for entry in catalogue().values()))


def is_form(name: str) -> bool:
    """Tell whether a name or family stands for faults of form rather than rules."""
    return any(name in entry.known_as and not entry.is_rule for entry in catalogue().values())


def guess_name(written: str) -> Guess:
    """Name the finding or family that a misspelt name most likely stands for, in a sentence; see `did_you_mean`."""
    return did_you_mean(written, (*catalogue(), *families()))


def _rules() -> Iterator[FindingName]:
    for rule in RULES:
        about = (rule.name, rule.family, rule.severity, rule.concern, rule.kinds)
        yield FindingName(*about, (rule.says,), rule.explanation, is_rule=True)


def _form() -> Iterator[FindingName]:
    for family, explained, sentences, names in _FORM:
        for name, text in explained.items():
            keys = [key for key in sentences if names.get(key, key) == name]
            says = tuple(sentences[key] for key in sorted(keys, key=lambda key: key != name))  # the usual one first
            yield FindingName(name, family, severity_of(name), None, KINDS, says, text, is_rule=False)
