"""How the documents of a folder answer to the law, municipality by municipality and paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samverkan.law.act import MOST_EVIDENCE, LawStatus, Paragraph
from samverkan.law.alike import representative
from samverkan.law.cooperation import cooperation_answers
from samverkan.law.holdings import holdings
from samverkan.law.leadership import integration_answer, leadership_answer
from samverkan.law.pictures import picture_answers
from samverkan.law.plans import plan_answers
from samverkan.model.choices import Kind
from samverkan.words import law as words
from samverkan.workspace.known import workspace_on
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samverkan.law.act import Answer, Evidence
    from samverkan.law.holdings import Holdings, Municipal
    from samverkan.workspace.document import Document
    from samverkan.workspace.left import LettingGo
    from samverkan.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class MunicipalAnswers:
    """How the documents of a folder answer to the law, for one municipality.

    Attributes:
        municipality: the municipality.
        document: the first document that names it.
        answers: its answers, in the law's order; none before the law applied.
    """

    municipality: Municipal
    document: Document
    answers: tuple[Answer, ...]


def all_answers(workspaces: Sequence[Workspace], today: date) -> list[MunicipalAnswers]:
    """Answer for every municipality that the documents which the user asked about name or belong to, by name.

    Args:
        workspaces: the documents.
        today: the day to judge by.
    """
    return [
        MunicipalAnswers(one, held.places(one)[0][0], tuple(answers(held.workspace, one, today)))
        for held in (holdings(workspace_on(workspace, today)) for workspace in workspaces)
        for one in held.municipalities
        if _is_asked(held, one)
    ]


def without_documents(found: Sequence[MunicipalAnswers], going: LettingGo) -> list[MunicipalAnswers]:
    """Give answers that hold no more of the documents that show them than is said of these."""
    return [
        replace(
            one,
            document=going.of(one.document),
            answers=tuple(replace(answer, evidence=_evidence(answer, going)) for answer in one.answers),
        )
        for one in found
    ]


def _evidence(answer: Answer, going: LettingGo) -> tuple[Evidence, ...]:
    return tuple(replace(one, document=going.of(one.document, one.path)) for one in answer.evidence)


def in_overview(found: Sequence[MunicipalAnswers]) -> list[Paragraph]:
    """Give the demands that a table of several municipalities shows: those that a file can show for any of them."""
    shown = {a.paragraph for one in found for a in one.answers if a.status is not LawStatus.NOT_FOR_A_FILE}
    return [paragraph for paragraph in Paragraph if paragraph in shown]


def _is_asked(held: Holdings, municipality: Municipal) -> bool:
    named = any(document.is_asked for document, _ in held.places(municipality))
    return named or any(document.is_asked for document in held.of(municipality, *Kind))


def answers(workspace: Workspace, municipality: Municipal, today: date) -> list[Answer]:
    """Answer for every demand of the law on a municipality, in the law's order; none before the law applied.

    Args:
        workspace: the documents.
        municipality: the municipality.
        today: the day to judge by; what is dated later is not known yet.
    """
    shared = _answers(holdings(workspace), representative(holdings(workspace), municipality), today)
    return [replace(one, municipality=municipality) for one in shared]


@remembered(maxsize=64)
def _answers(held: Holdings, municipality: Municipal, today: date) -> tuple[Answer, ...]:
    workspace = held.workspace
    found = (
        *picture_answers(workspace, municipality, today),
        *plan_answers(workspace, municipality, today),
        *integration_answer(municipality, today),
        *cooperation_answers(workspace, municipality, today),
        *leadership_answer(workspace, municipality, today),
    )
    return tuple(sorted(map(_cut, found), key=lambda one: tuple(Paragraph).index(one.paragraph)))


def _cut(answer: Answer) -> Answer:
    """Leave out what only repeats the first evidence, and say how much that is."""
    more = answer.more + max(0, len(answer.evidence) - MOST_EVIDENCE)
    if not more:
        return answer
    counted = (words.MORE_EVIDENCE if more > 1 else words.MORE_EVIDENCE_ONE).with_fields(count=more)
    notes = (*answer.notes[:MOST_EVIDENCE], counted)
    return replace(answer, evidence=answer.evidence[:MOST_EVIDENCE], notes=notes, more=more)
