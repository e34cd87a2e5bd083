"""A document of any kind with every field filled in, made from its model: each text, figure and day is its own."""

from __future__ import annotations

from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from samverkan.model.base import NAMES_A_PART, Checked, Part
from samverkan.model.choices import Choice, DocumentLanguage, Item, Kind
from samverkan.model.dates import Cadence, CoarseDate, Duration, End, EndOrNext, Start
from samverkan.model.fields import keys_of, types_in
from samverkan.model.kinds import model_of
from samverkan.model.links import To
from samverkan.model.parties import Party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

# Of fields that exclude each other, those that are left out.
EXCLUDED = {
    ("Target", "value"),
    ("Target", "change_percent"),
    ("Target", "more_than"),
    ("Target", "less_than"),
    ("Quantity", "exactly"),
    ("Quantity", "about"),
    ("Quantity", "more_than"),
    ("Quantity", "less_than"),
    ("Extension", "consult_by"),
}
# What references lead to, in the small workspace of the tests.
LEADS_TO: dict[Any, str] = {
    Item.PARTY: "kommunen",
    Item.FORUM: "rådet",
    Item.FOCUS_AREA: "platser",
    Item.PROBLEM: "otryggt-torg",
    Item.CAUSE: "mörker",
    Item.GOAL: "tryggare",
    Item.COMMITMENT: "samordnare",
    Kind.AGREEMENT: "avtal-2024",
    Kind.SITUATION_PICTURE: "bild-2024",
    Kind.CAUSE_ANALYSIS: "orsaker-2024",
    Kind.ACTION_PLAN: "plan-2024",
    Kind.CITIZEN_PROMISE: "löfte-2024",
    Kind.COMMUNICATION_PLAN: "kommunikation-2024",
}


def filled(kind: str, *words: str) -> dict[str, Any]:
    """Give the plain data of a document.

    Args:
        kind: the kind of document.
        words: put before every text, one after the other.
    """
    made = Filling(words).part(model_of(kind))
    return {**made, "samverkan": "1", "kind": kind, "id": f"hel-{kind}", "language": "sv"}


class Filling:
    """Makes each part and value from its model."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words or ("",)
        self.number = count(1)

    def part(self, part: type[BaseModel]) -> dict[str, Any]:
        return {key: self.value(field) for key, field in keys_of(part).items() if (part.__name__, key) not in EXCLUDED}

    def value(self, field: FieldInfo) -> Any:
        found = [kind for kind in types_in(field.annotation) if kind is not type(None) and kind is not Ellipsis]
        inner = found[0]
        one = self.one(inner, field)
        if inner is Party:
            return [one, self.part(Party)]  # an agreement has two
        return [one] if is_list(field.annotation) else one

    def one(self, inner: Any, field: FieldInfo) -> Any:
        n = next(self.number)
        if get_origin(inner) is Literal:
            return get_args(inner)[0]
        if issubclass(inner, Part):
            return self.part(inner)
        if issubclass(inner, Choice):
            members = list(inner)
            return members[n % len(members)].value if inner is not DocumentLanguage else "sv"
        if inner in {CoarseDate, EndOrNext, Start, End}:
            return f"{1900 + n}-{1 + n % 12:02}-{1 + n % 28:02}"
        simple = {Cadence: "monthly", Duration: "P18M", Decimal: f"{n}.5", int: str(1000 + n), bool: "true"}
        return simple[inner] if inner in simple else self.text(field, n)

    def text(self, field: FieldInfo, n: int) -> str:
        marks = [*field.metadata, *marks_of(field.annotation)]
        to = next((mark for mark in marks if isinstance(mark, To)), None)
        if to is not None:
            return next((LEADS_TO[target] for target in (*to.kinds, *to.items) if target in LEADS_TO), "saknas")
        pattern = next((m.form.get("pattern", "") for m in marks if isinstance(m, Checked)), "")
        if NAMES_A_PART in marks:
            return "1a2b-3c4d-5e6f-7081" if "{64}" in pattern else f"id-{n}"
        if "http" in pattern:
            return f"https://www.exempel.se/sida{n}x"
        if "{6}" in pattern:
            return "202100-0076"  # of the police authority
        return "0761" if pattern else f"{self.words[n % len(self.words)]} {field.title} {n}x".strip()


def is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(is_list(inner) for inner in get_args(annotation))


def marks_of(annotation: Any) -> Iterator[object]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in getattr(annotation, "__args__", ()):
        yield from marks_of(inner)


def figures(value: object) -> Iterator[object]:
    """Give every figure, day and choice of a document."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from figures(getattr(value, name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from figures(inner)
    elif isinstance(value, Decimal | int | CoarseDate | EndOrNext | Choice) and not isinstance(value, bool):
        yield value
