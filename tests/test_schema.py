"""The exported schemas: equal to the models, valid, described in Swedish, and of one mind with the program."""

from __future__ import annotations

import copy
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from samverkan.model.kinds import KINDS, SETTINGS
from samverkan.model.load import load
from samverkan.model.schema import COMBINED, combined_text, file_name, schema_text
from tests.conftest import EXAMPLES, ROOT, SMALL, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Outcome

DOCUMENTS = [
    path
    for folder in (EXAMPLES / "founding", EXAMPLES / "exempelkommun", ROOT / "tests" / "documents")
    for path in sorted(folder.glob("*.yaml"))
]
SCHEMAS = {kind: json.loads(schema_text(kind)) for kind in (*KINDS, SETTINGS)}
VALIDATORS = {kind: Draft202012Validator(schema) for kind, schema in SCHEMAS.items()}


def typed(text: str) -> Any:
    """Read YAML 1.2 as other programs do, with numbers and true and false; days stay text, as in JSON."""
    return days_as_text(YAML(typ="safe", pure=True).load(text))


def days_as_text(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: days_as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [days_as_text(value) for value in data]
    return data.isoformat() if isinstance(data, date) else data


def accepts(data: Any) -> bool:
    return bool(VALIDATORS[data["kind"]].is_valid(data))


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_file_equals_the_model(kind: str) -> None:
    path = ROOT / "schemas" / file_name(kind)
    assert path.read_bytes().decode() == schema_text(kind), "run: make schemas"


def test_the_combined_file_equals_the_models() -> None:
    assert (ROOT / "schemas" / COMBINED).read_bytes().decode() == combined_text(), "run: make schemas"


def test_the_combined_schema_is_of_one_mind_with_those_of_the_kinds() -> None:
    schema = json.loads(combined_text())
    Draft202012Validator.check_schema(schema)
    assert schema["$id"].startswith("urn:uuid:")
    combined = Draft202012Validator(schema)
    settings = {"samverkan": 1, "kind": SETTINGS, "soon_days": 30}
    for data in (settings, *(typed(path.read_text(encoding="utf-8")) for path in DOCUMENTS)):
        assert combined.is_valid(data)
        for wrong in ({**data, "kind": "avtal"}, {**data, "giltighet": 1}, {**data, "samverkan": 2}):
            assert not combined.is_valid(wrong)
    for data in (typed(path.read_text(encoding="utf-8")) for path in DOCUMENTS if path.parent.name == "exempelkommun"):
        for key in data:
            left = {name: value for name, value in data.items() if name != key}
            assert combined.is_valid(left) == ("kind" in left and accepts(left)), key


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_schema_is_a_schema_and_describes_every_key_in_swedish(kind: str) -> None:
    schema = json.loads(schema_text(kind))
    Draft202012Validator.check_schema(schema)
    objects = [node for node in nodes(schema) if node.get("type") == "object" and "properties" in node]
    assert objects
    for found in objects:
        assert found["additionalProperties"] is False
        for key, described in found["properties"].items():
            assert described.get("title"), key
            meaning = described if "description" in described else schema["$defs"][described["$ref"].split("/")[-1]]
            assert meaning["description"].endswith("."), key


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for inner in node.values():
            yield from nodes(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from nodes(inner)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_independent_validator_accepts_the_examples(path: Path) -> None:
    data = typed(path.read_text(encoding="utf-8"))
    errors = list(VALIDATORS[data["kind"]].iter_errors(data))
    assert not errors, errors[0].message


def changes(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Give a document's places, each with something that does not belong there."""
    if isinstance(data, dict):
        yield path, "en text"
        yield (*path, "okänd"), "x"
        for key, value in data.items():
            yield from changes(value, (*path, key))
    elif isinstance(data, list):
        yield path, {"en": "mappning"}
        for i, value in enumerate(data):
            yield from changes(value, (*path, i))
    else:
        yield path, [["lista"]]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_program_and_schema_refuse_the_same_shapes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    data, data_typed = plain(text), typed(text)
    if data["kind"] == SETTINGS:
        return
    for place, wrong in changes(data):
        if place and place != ("kind",):
            assert bool(load(changed(data, place, wrong)).remarks) != accepts(changed(data_typed, place, wrong)), place


def changed(data: Any, place: tuple[Any, ...], value: Any) -> Any:
    around = data = copy.deepcopy(data)
    for step in place[:-1]:
        around = around[step]
    around[place[-1]] = value
    return data


@pytest.mark.parametrize(
    ("line", "fine"),
    [
        ("validity: {from: 2019, until: 2023-02-28}", True),
        ("validity: {from: signing, until: further-notice}", True),
        ("validity: {from: 2019-13}", False),
        ("validity: {from: 19}", False),
        ("id: Stor-Bokstav", False),
        ("id: åre-2024", True),
        ("follow_up: {cadence: at-least-P18M}", True),
        ("follow_up: {cadence: at-least-continuously}", False),
        ("follow_up: {cadence: ofta}", False),
        ("purposes: [Ett, {text: Två, id: två}]", True),
        ("purposes: []", True),
        ("supersedes: avtal-2020", True),
        ("supersedes: [avtal-2020, avtal-2021]", True),
        ("part: 1", True),
        ("part: 0", False),
        ('samverkan: "1"', True),
        ("goals: [{text: Ett, target: {value: 12.5}}]", True),
        ("goals: [{text: Ett, target: {value: '12,5'}}]", False),
        ("forums: [{name: Rådet, per_municipality: true}]", True),
        ("forums: [{name: Rådet, per_municipality: ja}]", False),
        ("sections: [{title: Eget, text: Text.}, {shows: [goals]}]", True),
        ("sections: [{text: Text.}]", False),
    ],
)
def test_program_and_schema_agree_on_values(line: str, fine: bool) -> None:
    assert accepts({**typed(SMALL), **typed(line)}) is fine
    assert (not load({**plain(SMALL), **plain(line)}).remarks) is fine


def test_the_command_prints_and_writes_schemas(run: Callable[..., Outcome], tmp_path: Path) -> None:
    assert json.loads(run("schema", "agreement").out) == SCHEMAS["agreement"]
    assert run("schema", "--out", "scheman").code == 0
    written = (tmp_path / "scheman" / "agreement.schema.json").read_bytes()
    assert written.decode() == schema_text("agreement")
    assert run("schema").code == 2
    assert "Välj en av: agreement" in run("schema", "avtal").err
