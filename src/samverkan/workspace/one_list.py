"""What is wrong with several items of one list, told in one: each by itself would mend its own and leave the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samverkan.findings import Mend, MendKind
from samverkan.words.lists import FirstOf
from samverkan.words.structure import NO_GUESS, SEVERAL_IN_LIST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.findings import KeyPath, Remark
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
        if len(alike) > 1 and isinstance(written, list) and all(isinstance(item, str) for item in written):
            at = told.index(alike[0])
            told = [made for made in told if made not in alike]
            told.insert(at, _in_one(place, alike, written))
    return told


def _is_of_item(made: Remark) -> bool:
    is_item = bool(made.path) and isinstance(made.path[-1], int) and not made.at_key
    return is_item and made.mend is not None and made.mend.kind is MendKind.VALUE and bool(_text(made.mend))


def _in_one(place: KeyPath, alike: list[Remark], written: list[str]) -> Remark:
    from samverkan.source.quoting import scalar  # noqa: PLC0415 - only for what is wrong

    mends = {made.path[-1]: made.mend for made in alike if made.mend}
    items = [_text(mends[i]).strip("[]") if i in mends else scalar(item) for i, item in enumerate(written)]
    named = FirstOf(tuple(written[i] for i in mends if isinstance(i, int)))
    is_safe = all(mend.is_safe for mend in mends.values())
    is_example = any(mend.is_example for mend in mends.values())
    mend = Mend(f"[{', '.join(dict.fromkeys(items))}]", is_safe=is_safe, is_example=is_example)
    help_ = alike[0].help.with_fields(guess=NO_GUESS)  # a guess would be of one of them
    return replace(alike[0], path=place, message=SEVERAL_IN_LIST.with_fields(values=named), help=help_, mend=mend)


def _text(mend: Mend) -> str:
    return mend.text if isinstance(mend.text, str) else mend.text.guessed
