"""What a follow-up keeps that the answers of a form say otherwise, said in the words of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.escape import visible
from samverkan.model.choices import Choice
from samverkan.model.fields import keys_of, types_in
from samverkan.model.review import Outcome
from samverkan.words.collecting import COLLECTING, YES_OR_NO
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from samverkan.collecting.into import Kept


def kept_in_file(path: Path, kept: Iterable[Kept]) -> list[Text]:
    """Say what a file keeps that answers say otherwise.

    Args:
        path: the file.
        kept: what it keeps, each with what is answered.
    """
    return [
        COLLECTING["kept-in-file"].with_fields(
            path=visible(path.as_posix()),
            label=visible(one.label),
            key=one.key,
            title=keys_of(Outcome)[one.key].title or one.key,
            there=_called(one.key, one.there),
            answered=_called(one.key, one.answered),
        )
        for one in kept
    ]


def _called(key: str, value: str) -> Text | str:
    """Call a value of an outcome by its name, where it is one of a closed list, or yes or no."""
    kinds = [kind for kind in types_in(keys_of(Outcome)[key].annotation) if isinstance(kind, type)]
    choices = (member for kind in kinds if issubclass(kind, Choice) for member in kind if member.value == value)
    if (choice := next(choices, None)) is not None:
        return Text(choice.sv, choice.en)
    return YES_OR_NO.get(value.casefold(), visible(value)) if bool in kinds else visible(value)
