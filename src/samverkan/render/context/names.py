"""What references lead to, by the words that a reader knows it by: a title, a name, a text; never a bare id."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
        return f"{self.cause_number(cause)} {own_number(None, text).text}" if cause else text or written

    def problem(self, analysis: ProblemAnalysis) -> str:
        """Name the problem that an analysis is about, in its own words where it has them."""
        return analysis.problem_text or self.of(analysis.problem or "", Item.PROBLEM)

    def problem_number(self, analysis: ProblemAnalysis, position: int) -> str:
        """Number the problem of an analysis of the document: as its author does, else by its place from 0."""
        target = self.target(analysis.problem or "", Item.PROBLEM)
        part = target.place.part if target and target.place else None
        of_problem = own_number(part.number, part.title).number if is_problem(part) else ""
        return (
            analysis.number or own_number(None, analysis.problem_text or "").number or of_problem or str(position + 1)
        )

    def cause_number(self, place: CausePlace) -> str:
        """Number a cause of some document; see `numbered_cause`."""
        model = place.document.model
        analyses = model.analyses if isinstance(model, Analysing) else ()
        analysis = analyses[place.problem]
        names = Names(place.document, self._workspace, self._language)
        return numbered_cause(analysis, place.cause, names.problem_number(analysis, place.problem))

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


def numbered_cause(analysis: ProblemAnalysis, position: int, problem: str) -> str:
    """Number a cause as its author does, else after its problem: ”1.2” is the second one of the first problem.

    Args:
        analysis: the analysis that holds it.
        position: how many causes stand before it.
        problem: the number of the problem.
    """
    cause = analysis.causes[position]
    return own_number(cause.number, cause.text).number or f"{problem}.{position + 1}"


def one_line(prose: str | None, document: Document) -> str:
    """Write prose as one line of plain text, without its footnote marks; empty for None."""
    return str(Prose(Notes(document.all_ids), lambda _: "").html(prose).striptags())
