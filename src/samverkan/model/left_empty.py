"""What belongs in the one place of a document that was left empty: the values to choose between, or an example."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from samverkan.findings import Mend, MendKind
from samverkan.model.examples import pair
from samverkan.model.fields import choices_of_value, field_at, keys_of, part_at, types_in
from samverkan.model.mends import accepts_whole
from samverkan.model.not_known import SAYS_SO
from samverkan.model.remarks import is_empty, remark
from samverkan.source.quoting import scalar
from samverkan.words.sentence import AnyOf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel

    from samverkan.findings import KeyPath, Remark


def with_what_belongs(remarks: list[Remark], model: type[BaseModel]) -> list[Remark]:
    """Say of the only empty value of a document what belongs there; of several it is said that they are empty.

    Args:
        remarks: what is said of the document.
        model: the document's model.
    """
    empty = [made for made in remarks if is_empty(made) and made.mend is None]
    if len(empty) != 1:
        return remarks
    return [_said(made.path, model) or made if made is empty[0] else made for made in remarks]


def with_colons(remarks: list[Remark], model: type[BaseModel]) -> list[Remark]:
    """Say of keys that seem to be empty where it is a colon that is missing.

    Args:
        remarks: what is said of the document.
        model: the document's model.
    """
    return [(_without_colon(made.path, model) or made) if is_empty(made) else made for made in remarks]


def _without_colon(path: KeyPath, model: type[BaseModel]) -> Remark | None:
    """Part a key from its value where no colon stands between them: `{from 2026, until 2029}`."""
    part, written = part_at(model, path[:-1]), path[-1] if path else None
    key, _, value = written.partition(" ") if isinstance(written, str) else ("", "", "")
    if part is None or not value or written in keys_of(part) or not accepts_whole(part, (key,), value):
        return None
    line = f"{key}: {scalar(value)}"
    return replace(remark("no-colon", path, at_key=True, key=key, line=line), mend=Mend(line, MendKind.PAIR))


_ONLY_THE_AUTHOR_KNOWS = frozenset({str, int, Decimal})
"""Words, and figures: one that is made up could be pasted and left."""


def _said(path: KeyPath, model: type[BaseModel]) -> Remark | None:
    part, field = part_at(model, path[:-1]), field_at(model, path)
    key = path[-1] if path else None
    if part is None or field is None or not isinstance(key, str) or key not in keys_of(part):
        return None
    choices = choices_of_value(model, path)
    neutral = [name for name, _ in choices if name in SAYS_SO]  # nobody is to paste a result that there is not
    line = f"{key}: {neutral[0]}" if neutral else pair(part, key)
    if not choices and not _ONLY_THE_AUTHOR_KNOWS.isdisjoint(types_in(field.annotation)):
        return None
    said = _chosen(path, choices) if choices else remark("empty-example", path, example=line)
    return replace(said, mend=Mend(line, MendKind.PAIR, is_example=True))


def _chosen(path: KeyPath, choices: Sequence[tuple[str, str]]) -> Remark:
    named = tuple(f"{name} ({said})" if said else name for name, said in choices)
    return remark("empty-choice", path, choices=AnyOf(named))
