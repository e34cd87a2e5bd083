"""What references lead to, by the words that a reader knows it by: a title, a name, a text; never a bare id."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from samverkan.model.choices import Item, Kind
from samverkan.model.document import Analysing
from samverkan.model.links import Link, To
from samverkan.model.terms import PlannedDocument
from samverkan.render.context.prose import Notes, Prose
from samverkan.words.groups import PARTY_GROUP_WORDS
from samverkan.workspace.actors import only_one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.model.causes import ProblemAnalysis
    from samverkan.words.sentence import Language
    from samverkan.workspace.document import Document
    from samverkan.workspace.references import LinkTarget
    from samverkan.workspace.workspace import Workspace


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
        text, number = one_line(part.own_text, target.document), _cause_number(target)
        return f"{number}. {text}" if number else text or written

    def party(self, written: str) -> str:
        """Name a party, or a group of parties by its word; a group that is one party by that party's name."""
        one = only_one(written, self._workspace.relations.parties_of(self._document))
        if one is not None:
            return one.name
        group = PARTY_GROUP_WORDS.get(written)
        return group.say(self._language) if group else self.of(written, Item.PARTY)

    def target(self, written: str, *items: Item) -> LinkTarget | None:
        """Find what a reference leads to."""
        to = To(items) if items else To((Item.REFERENCE,), tuple(Kind))
        return self._workspace.references.resolve(self._document, Link((), written, to))


def cause_numbers(analyses: Sequence[ProblemAnalysis]) -> list[list[int]]:
    """Number the causes of an analysis through, problem after problem: the numbers of each problem's causes."""
    numbers: list[list[int]] = []
    last = 0
    for analysis in analyses:
        numbers.append([last + i + 1 for i in range(len(analysis.causes))])
        last += len(analysis.causes)
    return numbers


def _cause_number(target: LinkTarget) -> int | None:
    path = target.place.path if target.place else ()
    match path:
        case ("analyses", int(problem), "causes", int(cause)):
            return _causes_before(target.document)[problem] + cause + 1
    return None


@lru_cache(maxsize=256)
def _causes_before(document: Document) -> tuple[int, ...]:
    """Give how many causes stand before those of each problem of an analysis."""
    analyses = document.model.analyses if isinstance(document.model, Analysing) else ()
    return tuple(accumulate((len(analysis.causes) for analysis in analyses), initial=0))


def one_line(prose: str | None, document: Document) -> str:
    """Write prose as one line of plain text, without its footnote marks; empty for None."""
    return str(Prose(Notes(document.all_ids), lambda _: "").html(prose).striptags())
