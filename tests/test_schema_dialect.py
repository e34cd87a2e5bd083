"""The schemas in other programs' eyes: ECMAScript's patterns, strict validators, and values that have YAML's types."""

from __future__ import annotations

import copy
import json
import os
import random
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import regress
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from samverkan.model.kinds import KINDS, SETTINGS
from samverkan.model.load import load
from samverkan.model.schema import COMBINED, all_schemas, combined_text
from samverkan.source.reader import parse
from tests.conftest import EXAMPLES, ROOT, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Outcome

SCHEMAS = {name: json.loads(text) for name, text in all_schemas().items()}
VALIDATORS = {name: Draft202012Validator(schema) for name, schema in SCHEMAS.items()}
KEYWORDS = set(
    re.findall(
        r"\S+",
        """$schema $id $ref $defs title description type properties required additionalProperties items minItems
        minLength pattern minimum maximum enum const anyOf oneOf allOf if then not dependentSchemas contentMediaType""",
    )
)
SAYINGS = ("a", "a-b", "a#b", "å-2", "A", "0114", "2024-01-31", "hösten 2016", "https://bra.se/å", 'http://"', " ", "")
OF_EDITORS = {"enumDescriptions", "defaultSnippets"}
DOCUMENTS = [
    path
    for folder in (EXAMPLES / "smallest", EXAMPLES / "founding", EXAMPLES / "exempelkommun", ROOT / "tests/documents")
    for path in sorted(folder.glob("*.yaml"))
    if f"kind: {SETTINGS}" not in path.read_text(encoding="utf-8")
]
PLAIN = [plain(path.read_text(encoding="utf-8")) for path in DOCUMENTS]
# What an author may write without quotes where something else belongs.
WRITTEN = re.split(
    r"\s*\|\s*",
    """0114 | 1480 | 114x | 12 | 0 | -3 | 12.5 | 007 | 2024 | 2024-01 | 2024-01-01 | 2024-13 | true | false | yes | no
    | NO | on | ~ | '' | ' ' | text | En text. | [] | {} | [a] | {a: b} | hösten 2016 | 5560001234 | yearly
    | continuously | P6M | https://bra.se | a#b | 2020–2023 | 1e3 | 1_000 | 0x1F | 2024-02-30 | True""",
)
# Where program and schema differ, and docs/schema.md says why: what the schema refuses, and what it takes.
REFUSED_BY_THE_SCHEMA = {"true", "false", "True", "0114"}
TAKEN_BY_THE_SCHEMA = {"1e3", "1_000", "0x1F", "2024-02-30"}
TAKEN_AT_ITS_PLACE = {
    ("bad-code", "12"),
    ("bad-code", "007"),
    ("bad-date", "2024-13"),
    ("bad-date", "0"),
    ("bad-choice", "True"),
}


class _Days(SafeConstructor):
    """Reads days as text, as JSON has them."""


_Days.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def typed(text: str) -> Any:
    """Read YAML 1.2 as editors do, with numbers and true and false."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _Days
    return yaml.load(text)


def schemas_in(node: Any) -> Iterator[dict[str, Any]]:
    """Give a schema and every one inside it."""
    yield node
    for key in ("properties", "$defs", "dependentSchemas"):
        for inner in node.get(key, {}).values():
            yield from schemas_in(inner)
    for key in ("anyOf", "oneOf", "allOf"):
        for inner in node.get(key, ()):
            yield from schemas_in(inner)
    for key in ("items", "additionalProperties", "if", "then", "not"):
        if isinstance(node.get(key), dict):
            yield from schemas_in(node[key])


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_pattern_is_one_in_ecmascript_and_means_the_same_there(name: str) -> None:
    patterns = {node["pattern"] for node in schemas_in(SCHEMAS[name]) if "pattern" in node}
    assert patterns or name == "workspace.schema.json"
    for pattern in patterns:
        there = regress.Regex(pattern, "u")
        for said in (
            "a",
            "a-b",
            "a#b",
            "å-2",
            "A",
            "0114",
            "2024-01-31",
            "hösten 2016",
            "https://bra.se/å",
            'http://"',
            " ",
            "",
        ):
            assert (there.find(said) is not None) == (re.search(pattern, said) is not None), (pattern, said)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_has_only_keywords_that_strict_validators_know(name: str) -> None:
    """Strict validators also want the keys that are required to be described beside, and a type for each limit."""
    found = list(schemas_in(SCHEMAS[name]))
    assert {key for node in found for key in node} <= (KEYWORDS | OF_EDITORS if name == COMBINED else KEYWORDS)
    for node in found:
        assert set(node.get("required", ())) <= node.get("properties", {}).keys()
        for key, kind in (("minLength", "string"), ("pattern", "string"), ("minItems", "array"), ("items", "array")):
            assert key not in node or node.get("type", kind) == kind, node
        assert not isinstance(node.get("type"), list)


def test_check_jsonschema_takes_the_schemas_and_the_examples() -> None:
    def check(*arguments: str) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "check_jsonschema", *arguments], capture_output=True, check=False, timeout=300
        )
        assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()

    check("--check-metaschema", *(str(ROOT / "schemas" / name) for name in SCHEMAS))
    settings = [str(path) for path in sorted(EXAMPLES.glob("*/samverkan.yaml"))]
    assert settings
    check("--schemafile", str(ROOT / "schemas" / COMBINED), *map(str, DOCUMENTS), *settings)


@pytest.fixture(scope="module")
def ajv() -> Callable[..., list[str]]:
    """Ask ajv what is wrong with schemas and documents; npm may have brought it, and the tests above do without."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("node is not installed")
    asked = subprocess.run([npm, "root", "--global"], capture_output=True, check=True, timeout=60)
    places = (asked.stdout.decode().strip(), os.environ.get("NODE_PATH", ""))
    around = {**os.environ, "NODE_PATH": os.pathsep.join(filter(None, places))}
    is_there = subprocess.run([node, "-e", 'require("ajv/dist/2020")'], env=around, capture_output=True, check=False)
    if is_there.returncode:
        pytest.skip("ajv is not installed; .ci/run installs it where there is npm")

    def ask(given: list[dict[str, Any]]) -> list[str]:
        line = [node, str(ROOT / "tests" / "ajv.cjs")]
        done = subprocess.run(
            line, input=json.dumps(given).encode(), env=around, capture_output=True, check=True, timeout=120
        )
        found: list[str] = json.loads(done.stdout)
        return found

    return ask


def test_ajv_takes_the_schemas_and_the_examples_and_refuses_what_is_wrong(ajv: Callable[..., list[str]]) -> None:
    documents = {str(path.relative_to(ROOT)): typed(path.read_text(encoding="utf-8")) for path in DOCUMENTS}
    worse = {file: data | {"okänd": 1} for file, data in documents.items()}
    for held, least in ((documents, 0), (worse, 2 * len(documents))):
        given = []
        for name, schema in SCHEMAS.items():
            kind = name.removesuffix(".schema.json")
            own = {file: data for file, data in held.items() if name == COMBINED or data["kind"] == kind}
            given.append({"name": name, "schema": schema, "documents": own})
        wrong = ajv(given)
        assert len(wrong) == least, wrong


class Unquoted(str):
    """A text that stands in the file as it is."""

    __slots__ = ()


def as_typed(data: Any) -> Any:
    """Give plain data as other programs read it, where all but the unquoted is in quotes."""
    if isinstance(data, dict):
        return {key: as_typed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_typed(item) for item in data]
    return typed(data) if isinstance(data, Unquoted) else data


def as_plain(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: as_plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_plain(item) for item in data]
    if isinstance(data, Unquoted):
        found, faults = parse(f"- {data}")
        assert not faults
        return found[0] if isinstance(found, list) else found
    return data


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        yield from places(value, (*path, key))


def mutated(chance: random.Random, document: Any) -> tuple[Any, str]:
    """Change a document in one place, and tell what was written there."""
    data = around = copy.deepcopy(document)
    place = chance.choice([path for path in places(data) if path and path[0] not in {"kind", "samverkan"}])
    for step in place[:-1]:
        around = around[step]
    key, way = place[-1], chance.choice(["write", "write", "write", "drop", "add", "list", "rename"])
    written = ""
    if way == "drop":
        del around[key]
    elif way == "list":
        around[key] = [around[key]]
    elif way == "add" and isinstance(around, dict):
        around["okänd"] = "x"
    elif way == "rename" and isinstance(around, dict):
        around[f"{key}x"] = around.pop(key)
    else:
        written = chance.choice(WRITTEN)
        around[key] = Unquoted(written)
    return data, written


def test_program_and_schemas_agree_on_a_thousand_changed_documents() -> None:
    chance = random.Random(2023_196)  # noqa: S311 - the same changes each time
    accepted = exceptions = 0
    for _ in range(1000):
        data, written = mutated(chance, chance.choice(PLAIN))
        remarks = load(as_plain(data)).remarks
        taken = VALIDATORS[f"{data['kind']}.schema.json"].is_valid(as_typed(data))
        accepted += not remarks
        if taken and remarks:
            excused = written in TAKEN_BY_THE_SCHEMA or (remarks[0].rule, written) in TAKEN_AT_ITS_PLACE
        else:
            excused = taken or bool(remarks) or written in REFUSED_BY_THE_SCHEMA
        assert excused, (data["kind"], written, remarks)
        exceptions += taken == bool(remarks)
    assert accepted > 200
    assert exceptions < 100


@pytest.mark.parametrize(
    ("line", "fine"),
    [
        ("parties: [{id: k, type: municipality, name: K, code: 0114}, {id: p, type: police, name: P}]", True),
        ("parties: [{id: k, type: municipality, name: K, code: 1480}, {id: p, type: police, name: P}]", True),
        ("parties: [{id: k, type: municipality, name: K, code: 114x}, {id: p, type: police, name: P}]", False),
        ("parties: [{id: 1, type: police, name: 112}, {id: 2, type: municipality, name: K}]", True),
        ("title: 2024", True),
        ("title: ' '", False),
        ("validity: {from: 2024-01-01, until: 2026}", True),
        ("validity: {from: 20.5}", False),
        ("forums: [{name: Rådet, per_municipality: yes}]", False),
        ("forums: [{name: Rådet, per_municipality: 'true'}]", True),
        ("goals: [{text: Ett, target: {value: '12.5'}}]", True),
        ("goals: [{text: Ett, target: {value: 12, at_least: 10}}]", False),
        ("goals: [{text: Ett, target: {at_least: 10, at_most: 12}}]", True),
        ("goals: [{text: Ett, target: {}}]", False),
        ("commitments: [{text: Ett, quantity: {about: 10, more_than: 8}}]", False),
        ("partners: []", True),
        ("sections: [{title: Eget, text: Text., shows: []}]", True),
        ("sections: [{text: Text., shows: []}]", False),
    ],
)
def test_program_and_schema_agree_on_what_stands_without_quotes(line: str, fine: bool) -> None:
    start = (EXAMPLES / "smallest" / "overenskommelse-2026.yaml").read_text(encoding="utf-8")
    kept = plain(start)
    assert (not load({**kept, **plain(line)}).remarks) is fine
    assert VALIDATORS["agreement.schema.json"].is_valid({**kept, **typed(line)}) is fine
    assert VALIDATORS[COMBINED].is_valid({**kept, **typed(line)}) is fine


def test_each_kind_has_a_snippet_that_is_a_whole_file(run: Callable[..., Outcome]) -> None:
    snippets = json.loads(combined_text())["defaultSnippets"]
    assert [snippet["label"].split()[0] for snippet in snippets].count("Nytt") == 1
    kinds = [plain(snippet["bodyText"])["kind"] for snippet in snippets]
    assert kinds == [*KINDS, SETTINGS]
    for snippet in snippets:
        assert "$" not in snippet["bodyText"].replace("\\$", "")
        assert VALIDATORS[COMBINED].is_valid(typed(snippet["bodyText"]))
    assert json.loads(run("schema", "samverkan").out) == json.loads(combined_text())
