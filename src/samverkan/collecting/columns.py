"""The columns of a form: what is shown and locked, and where the answers go."""

from __future__ import annotations

from dataclasses import dataclass

KEY_MARK = "samverkan:key"
"""What stands above the hidden keys: by it the table is found again wherever it has come to stand."""
KEPT_SHEET = "samverkan"
"""The hidden sheet that keeps what the form said when it was made."""
FORM_VERSION = "1"


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column.

    Attributes:
        name: what it is known by, in a hidden row too.
        width: how wide it is, in characters.
        is_answer: whether those who answer write in it.
    """

    name: str
    width: int
    is_answer: bool = False


SHOWN = (
    FormColumn("kind", 10),
    FormColumn("what", 32),
    FormColumn("responsible", 18),
    FormColumn("deadline", 11),
    FormColumn("baseline", 14),
    FormColumn("target", 14),
    FormColumn("last", 17),
)
ANSWERS = (
    FormColumn("result", 14, is_answer=True),
    FormColumn("light", 12, is_answer=True),
    FormColumn("value", 8, is_answer=True),
    FormColumn("unit", 10),
    FormColumn("period", 10, is_answer=True),
    FormColumn("comment", 30, is_answer=True),
    FormColumn("obstacle", 17, is_answer=True),
    FormColumn("carried_over", 8, is_answer=True),
    FormColumn("answered_by", 14, is_answer=True),
    FormColumn("answered", 11, is_answer=True),
)
COLUMNS = (*SHOWN, *ANSWERS)
LOCKED = tuple(column.name for column in COLUMNS if not column.is_answer)
ASKED = tuple(column.name for column in COLUMNS if column.is_answer)
"""The names of the columns that are answered in."""
