"""How a rule is declared: a small function that yields the places where it is broken, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from samverkan.docstrings import docstring
from samverkan.findings import Elsewhere, KeyPath, Mend, Remark, Severity
from samverkan.model.kinds import KINDS
from samverkan.rules.concern import Concern, concern_of
from samverkan.rules.requirements import ASKED_LAST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from samverkan.model.document import DocumentModel
    from samverkan.words.sentence import Entry, FieldValue
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

ModelT_co = TypeVar("ModelT_co", bound="DocumentModel", covariant=True)


@dataclass(frozen=True, slots=True)
class RuleInput(Generic[ModelT_co]):
    """What a rule may look at: one document, the workspace around it, and the day. All of it read-only."""

    model: ModelT_co
    document: Document
    workspace: Workspace
    today: date


Requirement: TypeAlias = "Callable[[RuleInput[DocumentModel]], bool]"
"""Tells whether a rule can be tried on a document; see `requirements`."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A place where a rule is broken, with the fields of the rule's sentences."""

    path: KeyPath
    fields: Mapping[str, FieldValue]
    related: tuple[Elsewhere, ...] = ()
    also: tuple[str, ...] = ()
    mend: Mend | None = None
    row: int | None = None


def at(
    *path: str | int,
    related: tuple[Elsewhere, ...] = (),
    also: tuple[str, ...] = (),
    mend: Mend | None = None,
    on_row: int | None = None,
    **fields: FieldValue,
) -> Breach:
    """Name a place by its path of keys and positions, with the fields of the rule's sentences.

    Args:
        path: the place.
        related: other places that it is about.
        also: other keys at the top of the document where what is missing could have stood: nothing is said while one
            of them cannot be read.
        mend: how the place is mended, where that can be told.
        on_row: the line of the file, from 0, where that is not the first of the place.
        fields: the fields of the sentences.
    """
    return Breach(path, fields, related, also, mend, on_row)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule.

    Attributes:
        name: its name in words, such as `ends-before-start`.
        family: the module or folder of modules in `rules/` that it stands in, such as `time`.
        severity: how much it matters in a draft, unless the settings say otherwise.
        concern: what it is about, from which follows how much it matters in what is in force or past.
        kinds: the kinds of document that it looks at.
        says: its sentences.
        explanation: why it is there, its source, and a bad and a good example; see CONTRIBUTING.
        check: gives the places where it is broken.
        requires: what must hold of a document for the rule to be tried on it.
        requires_of_all: what must hold of all documents for what it found to be told.
    """

    name: str
    family: str
    severity: Severity
    concern: Concern
    kinds: tuple[str, ...]
    says: Entry
    explanation: str
    check: Callable[[RuleInput[DocumentModel]], Iterator[Breach]]
    requires: tuple[Requirement, ...] = ()
    requires_of_all: tuple[Requirement, ...] = ()

    @property
    def hides(self) -> bool:
        """Whether the lines that it points at are not to be shown."""
        return self.concern is Concern.PERSONAL_DATA

    def remarks(self, given: RuleInput[DocumentModel], severity: Severity) -> Iterator[Remark]:
        """Check one document, unless it lacks what the rule requires.

        What a part that could not be read might contradict is left out.

        Args:
            given: the document, of one of the rule's kinds, and what is around it.
            severity: that of the remarks, as the workspace has set it.
        """
        if self.requires and not all(holds(given) for holds in self.requires):
            return
        for place in self.check(given):
            if not all(holds(given) for holds in self.requires_of_all):
                return
            if given.document.is_unread(place.path) or any(given.document.is_unread((key,)) for key in place.also):
                continue
            message, help_text = self.says.message(place.fields), self.says.help(place.fields)
            said = Remark(self.name, severity, message, help_text, place.path, hides=self.hides, mend=place.mend)
            yield replace(said, related=place.related, row=place.row)


ALL_KINDS = KINDS


def family_of(module: str) -> str:
    """Return the key of the family that a module belongs to: `time` of `samverkan.rules.time.days`."""
    return module.removeprefix("samverkan.rules.").partition(".")[0].replace("_", "-")


def rule(
    severity: Severity,
    says: Entry,
    *,
    concern: Concern | None = None,
    kinds: tuple[str, ...] = ("agreement",),
    requires: tuple[Requirement, ...] = (),
) -> Callable[[Callable[[RuleInput[ModelT_co]], Iterator[Breach]]], Rule]:
    """Make a rule of a function; the function's name is the rule's, with hyphens, and its docstring explains it.

    Args:
        severity: how much it matters in a draft.
        says: its sentences.
        concern: what it is about, where that differs from its family.
        kinds: the kinds of document that it looks at.
        requires: what must hold for the rule to be tried on a document, or, of `ASKED_LAST`, for it to tell.
    """

    def declare(check: Callable[[RuleInput[ModelT_co]], Iterator[Breach]]) -> Rule:
        name, family = check.__name__.replace("_", "-"), family_of(check.__module__)
        about = concern or concern_of(family)
        text = check.__doc__ or docstring(check.__module__, check.__name__)
        before, last = (tuple(one for one in requires if (one in ASKED_LAST) == is_last) for is_last in (False, True))
        return Rule(name, family, severity, about, kinds, says, text, check, before, last)  # type: ignore[arg-type]

    return declare
