"""Where a list holds items, a text alone is an item that has nothing more to say."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, get_args, get_origin

import pytest
from jsonschema import Draft202012Validator

from samverkan.check import check
from samverkan.model.base import Part, TextPart
from samverkan.model.causes import ProblemAnalysis
from samverkan.model.counts import Count, Figure, SubCount
from samverkan.model.elsewhere import DocumentElsewhere
from samverkan.model.fields import keys_of, types_in
from samverkan.model.fingerprint import fingerprint
from samverkan.model.kinds import KINDS, model_of
from samverkan.model.load import load
from samverkan.model.schema import schema_text
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PARTIES = [
    {"id": "polisen", "type": "police", "name": "Lokalpolisområde Nybro"},
    {"id": "kommunen", "type": "municipality", "code": "0761", "name": "Lessebo kommun"},
]
NEEDED: dict[str, dict[str, Any]] = {
    "agreement": {"parties": PARTIES, "validity": {"from": "2024"}},
    "situation-picture": {"date": "2024"},
    "action-plan": {"period": {"from": "2024"}},
    "citizen-promise": {"period": {"from": "2024"}, "promises": ["Vi lyssnar."]},
    "follow-up": {"date": "2024", "reviews": [{"document": "plan"}]},
}


def _lists_of_parts() -> Iterator[tuple[str, str, type[Part]]]:
    """Give every field, of any part of any kind, that holds a list of parts: kind, place and the class of its items."""
    for kind in KINDS:
        waiting: list[type[Part]] = [model_of(kind)]
        seen = set(waiting)
        while waiting:
            around = waiting.pop()
            for key, field in keys_of(around).items():
                for inner in types_in(field.annotation):
                    if not (isinstance(inner, type) and issubclass(inner, Part)):
                        continue
                    if _is_list(field.annotation):
                        yield kind, f"{around.__name__}.{key}", inner
                    if inner not in seen:
                        seen.add(inner)
                        waiting.append(inner)


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(_is_list(inner) for inner in get_args(annotation))


# Items of which one text cannot say enough, or what is written alone is an id.
NEVER_ALONE = {Count, DocumentElsewhere, Figure, ProblemAnalysis, SubCount}


@pytest.mark.parametrize(("kind", "place", "item"), sorted(set(_lists_of_parts()), key=str))
def test_an_item_that_needs_one_key_at_most_may_be_its_text_alone(kind: str, place: str, item: type[Part]) -> None:
    required = [key for key, field in keys_of(item).items() if field.is_required()]
    if len(required) > 1 or item in NEVER_ALONE:
        return
    assert issubclass(item, TextPart), f"{kind}: {place}"
    assert required in ([], [item.text_key])
    schema = json.loads(schema_text(kind))
    assert len(schema["$defs"][item.__name__]["anyOf"]) > 1


@pytest.mark.parametrize(
    ("kind", "key", "meant"),
    [
        ("agreement", "focus_areas", "title"),
        ("agreement", "forums", "name"),
        ("agreement", "decisions", "body"),
        ("agreement", "references", "title"),
        ("agreement", "annexes", "title"),
        ("situation-picture", "problems", "title"),
        ("situation-picture", "areas", "name"),
        ("situation-picture", "sources", "title"),
        ("action-plan", "measures", "title"),
        ("citizen-promise", "dialogues", "title"),
        ("follow-up", "participants", "role"),
        ("follow-up", "reports", "to"),
        ("follow-up", "outcomes", "title"),
        ("situation-picture", "assessments", "text"),
        ("action-plan", "forums", "name"),
        ("action-plan", "sections", "title"),
    ],
)
def test_a_text_alone_is_an_item(kind: str, key: str, meant: str, tmp_path: Path) -> None:
    words = "Det som sägs."
    head = {"samverkan": "1", "kind": kind, "id": "ett", "title": "Ett", **NEEDED[kind]}
    short, whole = ({**head, key: [item]} for item in (words, {meant: words}))
    assert not load(short).remarks
    assert fingerprint(model_of(kind).model_validate(short)) == fingerprint(model_of(kind).model_validate(whole))
    assert Draft202012Validator(json.loads(schema_text(kind))).is_valid({**short, "samverkan": 1})
    path = tmp_path / "ett.yaml"
    path.write_text(json.dumps(short), encoding="utf-8")
    result = check([str(path)], date(2026, 11, 20))
    assert "rule-crashed" not in {found.rule for found in result.findings}
    around = result.workspaces[0]
    assert words in Rendering(around.documents[0], around, date(2026, 11, 20)).to(DocumentFormat.MD).decode()
