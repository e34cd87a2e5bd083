"""Where a list holds items, a text alone is an item that has nothing more to say."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from samverkan.check import check
from samverkan.model.fingerprint import fingerprint
from samverkan.model.kinds import model_of
from samverkan.model.load import load
from samverkan.model.schema import schema_text
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering

if TYPE_CHECKING:
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
