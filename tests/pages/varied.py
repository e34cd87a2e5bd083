"""Documents of any kind with some of its fields, made from its model: how many there are of each thing differs."""

from __future__ import annotations

from itertools import count
from random import Random
from typing import TYPE_CHECKING, Any

from pydantic.fields import FieldInfo

from samverkan.model.fields import keys_of
from samverkan.model.kinds import model_of
from samverkan.model.load import load
from tests.filled import EXCLUDED, Filling, marks_of
from tests.pages.stress import WORK

if TYPE_CHECKING:
    from pydantic import BaseModel

NAMES = [
    "Trygghetssamordnaren",
    "Brottsförebyggande rådet i Exempelby",
    "Kommunstyrelsens arbetsutskott",
    "Stationstorget",
    "Medborgardialog i Ålunda",
    "Trygghetsmätningen",
    "Förebyggande arbete i skolan",
    "Anmälda brott utomhus i centralorten",
    "Elevhälsa, fältgrupp och fritidsgård",
    "Operativa gruppen",
]


def varied(kind: str, seed: int) -> dict[str, Any]:
    """Give the plain data of a document that can be read; the same for the same seed."""
    tries = (_Varied(1000 * seed + n).part(model_of(kind)) for n in count())
    whole = ({**made, "samverkan": "1", "kind": kind, "id": f"hel-{kind}"} for made in tries)
    return next(made for made in whole if load(made).model is not None)


class _Varied(Filling):
    """Leaves out half of what may be left out, and makes up to five of what there may be many of."""

    def __init__(self, seed: int) -> None:
        super().__init__(("",))
        self.random = Random(seed)  # noqa: S311 - the same documents each time

    def part(self, part: type[BaseModel]) -> dict[str, Any]:
        return {
            key: self.value(field)
            for key, field in keys_of(part).items()
            if (part.__name__, key) not in EXCLUDED and (field.is_required() or self.random.random() < 0.5)
        }

    def value(self, field: FieldInfo) -> Any:
        made = super().value(field)
        if isinstance(made, list) and isinstance(made[0], dict | str):
            made += [super(_Varied, self).value(field)[0] for _ in range(self.random.randrange(5))]
        return made

    def text(self, field: FieldInfo, n: int) -> str:
        written = super().text(field, n)
        if not written.endswith(f"{n}x") or "http" in written:
            return written
        if _is_prose(field):
            return " ".join(self.random.choices(WORK, k=self.random.randrange(1, 5)))
        return self.random.choice(NAMES)


def _is_prose(field: FieldInfo) -> bool:
    described = [field, *(mark for mark in marks_of(field.annotation) if isinstance(mark, FieldInfo))]
    return any("contentMediaType" in str(mark.json_schema_extra) for mark in described)
