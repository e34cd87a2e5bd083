"""What is wrong with several items of one list, told in one: each by itself would mend its own and leave the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samverkan.findings import Mend, MendKind
from samverkan.words.hints import NO_GUESS
from samverkan.words.lists import FirstOf
from samverkan.words.structure import SEVERAL_IN_LIST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.findings import KeyPath, Remark
    from samverkan.words.sentence import Text
    from samverkan.workspace.document import Document


def told_by_list(remarks: Iterable[Remark], document: Document) -> list[Remark]:
    """Put remarks about items of the same list in one, where each is about one value and knows what was meant.

    Args:
        remarks: what is wrong with the document's form.
        document: the document.
    """
    told = list(remarks)
    lists: dict[tuple[str, KeyPath], list[Remark]] = {}
    for made in told:
        if _is_of_item(made):
            lists.setdefault((made.rule, made.path[:-1]), []).append(made)
    for (_, place), alike in lists.items():
        written = document.value_at(place)
        if len(alike) > 1 and isinstance(written, list) and (one := _in_one(place, alike, written)):
            at = told.index(alike[0])
            told = [made for made in told if made not in alike]
            told.insert(at, one)
    return told


def _is_of_item(made: Remark) -> bool:
    is_item = bool(made.path) and isinstance(made.path[-1], int) and not made.at_key
    return is_item and made.mend is not None and made.mend.kind is MendKind.VALUE and bool(_text(made.mend))


def _in_one(place: KeyPath, alike: list[Remark], written: list[object]) -> Remark | None:
    """Tell of the items in one; None where that would lose what is said of one, or write keys anew that can stay."""
    mends = {made.path[-1]: made.mend for made in alike if made.mend}
    items = [_as_meant(item, mends.get(i)) for i, item in enumerate(written)]
    message = _message(alike, [item for i, item in enumerate(written) if i in mends])
    if None in items or message is None:
        return None
    is_safe = all(mend.is_safe for mend in mends.values())
    is_example = any(mend.is_example for mend in mends.values())
    mend = Mend(f"[{', '.join(dict.fromkeys(filter(None, items)))}]", is_safe=is_safe, is_example=is_example)
    help_ = alike[0].help.with_fields(guess=NO_GUESS)  # a guess would be of one of them
    return replace(alike[0], path=place, message=message, help=help_, mend=mend)


def _message(alike: list[Remark], wrong: list[object]) -> Text | None:
    """Say what is wrong with all of them; None where each has something of its own."""
    texts = tuple(item for item in wrong if isinstance(item, str))
    if len(texts) == len(wrong):
        return SEVERAL_IN_LIST.with_fields(values=FirstOf(texts))
    message = alike[0].message
    return message if all(made.message == message for made in alike) else None


def _as_meant(item: object, mend: Mend | None) -> str | None:
    """Write an item as it is to stand in the list; None where it is more than a text and nobody knows what it is."""
    from samverkan.source.quoting import scalar  # noqa: PLC0415 - only for what is wrong

    if mend is None or (mend.is_example and not isinstance(item, str)):
        return scalar(item) if isinstance(item, str) else None
    return _text(mend).strip("[]")


def _text(mend: Mend) -> str:
    return mend.text if isinstance(mend.text, str) else mend.text.guessed
