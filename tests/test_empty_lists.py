"""A list that may be left out may as well be empty; a length of nothing is told as what it is."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from samverkan.check import check
from samverkan.model.fields import keys_of, part_at
from samverkan.model.kinds import KINDS, model_of
from samverkan.model.schema import schema_text
from samverkan.render.formats.document_format import DocumentFormat
from samverkan.render.rendering import Rendering
from tests.conftest import ROOT, SMALL, plain

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

    from samverkan.findings import Finding

TODAY = date(2026, 6, 1)
SMALLEST = ROOT / "examples" / "smallest"


def with_empty_lists(data: Any, model: type[BaseModel], path: tuple[str | int, ...] = ()) -> Any:
    """Add every list that may be left out, empty, to data and to all parts in them."""
    if isinstance(data, list):
        return [with_empty_lists(item, model, (*path, i)) for i, item in enumerate(data)]
    part = part_at(model, path)
    if not isinstance(data, dict) or part is None:
        return data
    kept = {key: with_empty_lists(value, model, (*path, key)) for key, value in data.items()}
    empty: dict[str, Any] = {key: [] for key, field in keys_of(part).items() if field.default == () and key not in kept}
    return {**kept, **empty}


def findings(folder: Path) -> tuple[Finding, ...]:
    return check([str(folder)], TODAY).findings


def printed(folder: Path, kind: str) -> str:
    around = check([str(folder)], TODAY).workspaces[0]
    document = next(one for one in around.documents if one.kind == kind)
    return Rendering(document, around, TODAY).to(DocumentFormat.MD).decode()


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_that_may_be_left_out_may_be_empty(kind: str, tmp_path: Path) -> None:
    before, after = tmp_path / "a", tmp_path / "b"
    shutil.copytree(SMALLEST, before)
    shutil.copytree(SMALLEST, after)
    for path in after.glob("*.yaml"):
        data = plain(path.read_text(encoding="utf-8"))
        if data.get("kind") == kind:
            filled = with_empty_lists(data, model_of(kind))
            assert json.dumps(filled).count("[]") > len(keys_of(model_of(kind))) / 4
            Draft202012Validator(json.loads(schema_text(kind))).validate({**filled, "samverkan": 1})
            path.write_text(json.dumps(filled), encoding="utf-8")
    assert [(one.rule, one.message.sv) for one in findings(after)] == [
        (one.rule, one.message.sv) for one in findings(before)
    ]
    assert printed(after, kind) == printed(before, kind)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("parties: []", "Listan är tom."),
        ("planned_documents: [blomma]", "”blomma” kan inte stå här."),
        ("validity: {length: P0D}", "Tidslängden ”P0D” är inte längre än noll."),
        ("validity: {length: -P2Y}", "Tidslängden ”-P2Y” är inte längre än noll."),
        ("validity: {length: P-2Y}", "Tidslängden ”P-2Y” är inte längre än noll."),
        ("validity: {length: P1300Y}", "Tidslängden ”P1300Y” är för lång."),
        ("validity: {revision: {cadence: P0D}}", "”P0D” säger inte hur ofta: tiden emellan är inte längre än noll."),
        (
            "forums: [{name: BRÅ, cadence: P0M}]",
            "”P0M” säger inte hur ofta: tiden emellan är inte längre än noll.",
        ),
    ],
)
def test_what_cannot_be_empty_or_nothing_is_told(line: str, message: str, tmp_path: Path) -> None:
    key = line.partition(":")[0]
    lines = plain(SMALL)
    (tmp_path / "a.yaml").write_text(json.dumps({**lines, **plain(line)}), encoding="utf-8")
    assert key in {*lines, "forums", "planned_documents"}
    assert message in [one.message.say("sv") for one in findings(tmp_path)]
    assert all("Välj –" not in one.help.say("sv") for one in findings(tmp_path))
