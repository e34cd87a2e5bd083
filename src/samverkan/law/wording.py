"""What answers of several paragraphs say in the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.model.dates import CoarseDate
from samverkan.words import law as words

if TYPE_CHECKING:
    from datetime import date

    from samverkan.law.holdings import Holdings
    from samverkan.words.sentence import Text
    from samverkan.workspace.document import Document


def day_words(day: date) -> CoarseDate:
    """Give a day that is said in words: `den 1 juli 2023`."""
    return CoarseDate.of(day)


def joint_notes(held: Holdings, document: Document) -> tuple[Text, ...]:
    """Say how a document of several municipalities has been read; nothing for one that is a single municipality's."""
    return (words.JOINT,) if len(held.owners(document)) > 1 else ()
