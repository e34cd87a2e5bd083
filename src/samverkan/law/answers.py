"""How the documents of a folder answer to the law, municipality by municipality and paragraph by paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.law.act import Paragraph
from samverkan.law.cooperation import cooperation_answers
from samverkan.law.leadership import integration_answer, leadership_answer
from samverkan.law.pictures import picture_answers
from samverkan.law.plans import plan_answers

if TYPE_CHECKING:
    from datetime import date

    from samverkan.law.act import Answer
    from samverkan.law.holdings import Municipal
    from samverkan.workspace.workspace import Workspace


def answers(workspace: Workspace, municipality: Municipal, today: date) -> list[Answer]:
    """Answer for every demand of the law on a municipality, in the law's order; none before the law applied.

    Args:
        workspace: the documents.
        municipality: the municipality.
        today: the day to judge by; what is dated later is not known yet.
    """
    found = [
        *picture_answers(workspace, municipality, today),
        *plan_answers(workspace, municipality, today),
        *integration_answer(municipality, today),
        *cooperation_answers(workspace, municipality, today),
        *leadership_answer(workspace, municipality, today),
    ]
    return sorted(found, key=lambda one: tuple(Paragraph).index(one.paragraph))
