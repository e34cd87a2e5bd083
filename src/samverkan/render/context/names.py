"""What references lead to, by the words that a reader knows it by: a title, a name, a text; never a bare id."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from samverkan.model.choices import Item, Kind
from samverkan.model.document import Analysing
from samverkan.model.kinds import is_problem
from samverkan.model.links import Link, To
from samverkan.model.terms import PlannedDocument
from samverkan.render.context.own_numbers import own_number
from samverkan.render.context.prose import Notes, Prose
from samverkan.words.groups import PARTY_GROUP_WORDS
from samverkan.workspace.actors import only_one

if TYPE_CHECKING:
    from samverkan.model.causes import ProblemAnalysis
    from samverkan.words.sentence import Language
    from samverkan.workspace.document import Document
    from samverkan.workspace.references import LinkTarget
    from samverkan.workspace.workspace import Workspace

_BETWEEN_POINTS = re.compile(r"([^.,;:!?\s>])</li>\n<li>")


class CausePlace(NamedTuple):
    """Where a cause stands: its document, and how many analyses and causes stand before it there."""

    document: Document
    problem: int
    cause: int


class Names:
    """Names what one document refers to."""

    def __init__(self, document: Document, workspace: Workspace, language: Language) -> None:
        """Prepare for a document.

        Args:
            document: the document that makes the references.
            workspace: the documents around it.
            language: the language for naming kinds of documents.
        """
        self._document = document
        self._workspace = workspace
        self._language: Language = language

    def of(self, written: str, *items: Item) -> str:
        """Say what a reference leads to; one that leads nowhere is given as it is written.

        Args:
            written: the reference.
            items: the kinds of parts that may be meant; documents and works under references where none is given.
        """
        target = self.target(written, *items)
        if target is None:
            return written
        if target.place is None:
            return target.document.model.title if target.document.model else written
        part = target.place.part
        if part is None:  # it could not be read
            return written
        if part.own_name:
            return part.own_name
        if isinstance(part, PlannedDocument):
            return part.kind.say(self._language).capitalize()
        text, cause = one_line(part.own_text, target.document), _cause_at(target)
        return f"{self.cause_number(cause)} {own_number(None, text).text}".strip() if cause else text or written

    def problem(self, analysis: ProblemAnalysis) -> str:
        """Name the problem that an analysis is about, in its own words where it has them."""
        return analysis.problem_text or self.of(analysis.problem or "", Item.PROBLEM)

    def problem_number(self, analysis: ProblemAnalysis, position: int) -> str:
        """Number the problem of an analysis of the document as its author does; by its place where none is numbered.

        Args:
            analysis: the analysis.
            position: how many problems stand before it.

        Returns:
            The number; empty where only others have one from the author.
        """
        given = "" if _given_numbers(self._document, self._workspace).problems else str(position + 1)
        return self.own_problem_number(analysis) or given

    def own_problem_number(self, analysis: ProblemAnalysis) -> str:
        """Give the number that the author gives the problem of an analysis, here or in the picture; empty for none."""
        target = self.target(analysis.problem or "", Item.PROBLEM)
        part = target.place.part if target and target.place else None
        of_problem = own_number(part.number, part.title).number if is_problem(part) else ""
        return analysis.number or own_number(None, analysis.problem_text or "").number or of_problem

    def numbered_cause(self, analysis: ProblemAnalysis, position: int, problem: str) -> str:
        """Number a cause of the document as its author does, else after its problem: ”1.2” is the second of the first.

        Args:
            analysis: the analysis that holds it.
            position: how many causes stand before it.
            problem: the number of the problem.

        Returns:
            The number; empty where only others have one from the author.
        """
        cause = analysis.causes[position]
        is_given = not problem or _given_numbers(self._document, self._workspace).causes
        return own_number(cause.number, cause.text).number or ("" if is_given else f"{problem}.{position + 1}")

    def cause_number(self, place: CausePlace) -> str:
        """Number a cause of some document; see `numbered_cause`."""
        model = place.document.model
        analyses = model.analyses if isinstance(model, Analysing) else ()
        analysis = analyses[place.problem]
        names = Names(place.document, self._workspace, self._language)
        return names.numbered_cause(analysis, place.cause, names.problem_number(analysis, place.problem))

    def party(self, written: str) -> str:
        """Name a party, or a group of parties by its word; a group that is one party by that party's name."""
        one = only_one(written, self._workspace.relations.parties_of(self._document))
        if one is not None:
            return one.name
        group = PARTY_GROUP_WORDS.get(written)
        return group.say(self._language) if group else self.of(written, Item.PARTY)

    def cause(self, written: str) -> CausePlace | None:
        """Find the cause that a reference leads to; None where it leads nowhere."""
        target = self.target(written, Item.CAUSE)
        return _cause_at(target) if target else None

    def target(self, written: str, *items: Item) -> LinkTarget | None:
        """Find what a reference leads to."""
        to = To(items) if items else To((Item.REFERENCE,), tuple(Kind))
        return self._workspace.references.resolve(self._document, Link((), written, to))


def _cause_at(target: LinkTarget) -> CausePlace | None:
    """Find the place of a cause; None where it could not be read, and so is not in the model."""
    model = target.document.model
    analyses = model.analyses if isinstance(model, Analysing) else ()
    match target.place.path if target.place else ():
        case ("analyses", int(problem), "causes", int(cause)) if problem < len(analyses):
            return CausePlace(target.document, problem, cause)
    return None


class _GivenNumbers(NamedTuple):
    """Whether an author gives some of the analysed problems numbers, and some of the causes."""

    problems: bool
    causes: bool


@lru_cache(maxsize=8)
def _given_numbers(document: Document, workspace: Workspace) -> _GivenNumbers:
    """Tell what an author numbers: what is left without a number then has none, rather than one of ours."""
    analyses = document.model.analyses if isinstance(document.model, Analysing) else ()
    names = Names(document, workspace, "sv")
    causes = (cause for analysis in analyses for cause in analysis.causes)
    return _GivenNumbers(
        problems=any(names.own_problem_number(analysis) for analysis in analyses),
        causes=any(own_number(cause.number, cause.text).number for cause in causes),
    )


def one_line(prose: str | None, document: Document) -> str:
    """Write prose as one line of plain text, without its footnote marks, points parted by ”;”; empty for None."""
    html = Prose(Notes(document.all_ids), lambda _: "").html(prose)
    return str(Markup(_BETWEEN_POINTS.sub("\\1; ", html)).striptags())  # noqa: S704 - HTML of our own making
