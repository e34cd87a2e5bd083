"""What a rule is about, and how much that matters in a draft, in what is in force and in what is past."""

from __future__ import annotations

from enum import StrEnum

from samverkan.findings import Severity
from samverkan.workspace.standing import Standing


class Concern(StrEnum):
    """What a rule is about.

    A text that is signed or decided cannot be changed before the next one, so what the method would ask of it is
    advice. What contradicts itself and what the law asks stay what they are.
    """

    CONTRADICTION = "contradiction"
    """What contradicts itself or cannot be understood."""
    LAW = "law"
    """What a law asks."""
    PERSONAL_DATA = "personal-data"
    """What the law protects about individuals; the lines that hold it are not shown."""
    THREAD = "thread"
    """What holds the thread together from problem to outcome."""
    METHOD = "method"
    """How the method would have it written."""
    ORDER = "order"
    """Good order: what is easily forgotten or mistaken."""

    def severity(self, declared: Severity, standing: Standing) -> Severity:
        """Give how much a rule matters in a document of some standing, never more than declared.

        Args:
            declared: how much it matters in a draft.
            standing: that of the document.
        """
        return max(declared, _MOST.get((self, standing), declared), key=lambda severity: severity.rank)


_MOST = {
    (Concern.THREAD, Standing.IN_FORCE): Severity.WARNING,
    (Concern.THREAD, Standing.PAST): Severity.NOTE,
    (Concern.METHOD, Standing.IN_FORCE): Severity.NOTE,
    (Concern.METHOD, Standing.PAST): Severity.NOTE,
    (Concern.ORDER, Standing.IN_FORCE): Severity.WARNING,
    (Concern.ORDER, Standing.PAST): Severity.NOTE,
}

_FAMILIES = {
    "law": Concern.LAW,
    "privacy": Concern.PERSONAL_DATA,
    "thread": Concern.THREAD,
    "smart": Concern.METHOD,
    "checklist": Concern.METHOD,
}


def concern_of(family: str) -> Concern:
    """Give what the rules of a family are about where they do not say so themselves."""
    return _FAMILIES.get(family, Concern.CONTRADICTION)
