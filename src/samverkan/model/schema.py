"""JSON Schemas of the document kinds, for editors and for other programs that check the files."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic.json_schema import models_json_schema

from samverkan.model.choices import KINDS_WITH_ARTICLE, Kind
from samverkan.model.kinds import KINDS, SETTINGS, model_of
from samverkan.model.settings import Settings
from samverkan.model.written import described_forms, naming_forms
from samverkan.resources import SMALLEST, content

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samverkan.model.base import Part

_Schema: TypeAlias = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
ALL = "samverkan"
"""Names the schema of all kinds."""
COMBINED = f"{ALL}.schema.json"
"""The name of the file that describes all kinds at once, for editors that are told of one schema for a folder."""
# A name and no address: nobody has to own a host for it, and it stays the same wherever the file is put.
_COMBINED_ID = "urn:uuid:d227cff4-687a-4914-9c0d-43461d1bf559"

_FORMAT = "Filformatets version: 1."
_KIND = "Vad filen är: en dokumenttyp, eller workspace."


def file_name(kind: str) -> str:
    """Name the file that editors look for: `agreement.schema.json`."""
    return f"{kind}.schema.json"


def schema_text(kind: str) -> str:
    """Write a kind's JSON Schema (draft 2020-12) as text that ends with a line break.

    Args:
        kind: one of `KINDS`, `workspace` for the settings, or `ALL`.
    """
    if kind == ALL:
        return combined_text()
    schema = _tidy(_model_of(kind).model_json_schema(by_alias=True))
    schema["properties"]["samverkan"] = _format_key(schema["properties"]["samverkan"])
    return _text({"$schema": DIALECT, "$id": file_name(kind), **_standard(schema)})


def all_schemas() -> dict[str, str]:
    """Write the schemas of all kinds and of the settings, and the one of them all: JSON text by file name."""
    return {file_name(kind): schema_text(kind) for kind in (*KINDS, SETTINGS, ALL)}


def combined_text() -> str:
    """Write the JSON Schema (draft 2020-12) of all kinds as text that ends with a line break: `kind` tells which.

    It is for editors: beside the keywords of JSON Schema it has two that they know, `enumDescriptions` with the Swedish
    name of each value, and `defaultSnippets` with the smallest file of each kind.
    """
    models = {kind: _model_of(kind) for kind in (*KINDS, SETTINGS)}
    places, described = models_json_schema([(model, "validation") for model in models.values()], by_alias=True)
    parts = _tidy(described)["$defs"]
    found = {kind: places[model, "validation"] for kind, model in models.items()}
    for place in found.values():
        keys = parts[place["$ref"].rpartition("/")[2]]["properties"]
        keys["samverkan"] = _format_key(keys["samverkan"])
    names = [member.sv for member in Kind] + ["inställningar för en mapp"]
    kinds = {"enum": list(models), "enumDescriptions": names, "title": "Typ", "description": _KIND}
    return _text(
        {
            "$schema": DIALECT,
            "$id": _COMBINED_ID,
            "title": "samverkan",
            "description": "Samverkansöverenskommelser, det som hör till dem, och inställningarna för en mapp.",
            "type": "object",
            "required": ["samverkan", "kind"],
            "properties": {"samverkan": _format_key({"title": "Format", "description": _FORMAT}), "kind": kinds},
            "allOf": [{"if": _is_of(kind), "then": place} for kind, place in found.items()],
            "defaultSnippets": [_snippet(kind) for kind in models],
            "$defs": parts,
        }
    )


def _model_of(kind: str) -> type[Part]:
    return Settings if kind == SETTINGS else model_of(kind)


def _text(schema: _Schema) -> str:
    """Write a schema as text, with the forms of values named."""
    named = json.loads(json.dumps(schema), object_hook=naming_forms)
    named["$defs"] = named.get("$defs", {}) | described_forms(json.dumps(named))
    return json.dumps(named, ensure_ascii=False, indent=2) + "\n"


def _snippet(kind: str) -> _Schema:
    """Give the smallest file of a kind as editors insert it; `$` begins a mark in their form of it."""
    lines = content("examples/smallest", SMALLEST[kind][0]).decode().splitlines()
    start = next(i for i, line in enumerate(lines) if not line.startswith("#"))
    text = re.sub(r"[$\\]", r"\\\g<0>", "\n".join(lines[start:]) + "\n")
    called = {known.value: swedish for known, (swedish, _) in KINDS_WITH_ARTICLE.items()}
    article, name = called.get(kind, " inställningar").split(" ", 1)
    new = {"en": "Ny", "ett": "Nytt"}.get(article, "Nya")
    described = "Den minsta fil som går att använda, med påhittade uppgifter att byta ut."
    return {"label": f"{new} {name}", "description": described, "sortText": f"~{kind}", "bodyText": text}


def _is_of(kind: str) -> _Schema:
    return {"properties": {"kind": {"const": kind}}, "required": ["kind"]}


def _format_key(described: _Schema) -> _Schema:
    """Let the format be written as other YAML readers take it: a number."""
    rest = {key: value for key, value in described.items() if key not in {"const", "type", "default"}}
    return {"enum": [1, "1"], **rest}


def _standard(node: Any) -> Any:
    """Say in words what only editors have a keyword for: the Swedish name of each value."""
    if isinstance(node, list):
        return [_standard(item) for item in node]
    if not isinstance(node, dict):
        return node
    names = node.get("enumDescriptions")
    kept = {key: _standard(value) for key, value in node.items() if key != "enumDescriptions"}
    if isinstance(names, list):
        told = "; ".join(f"{value}: {name}" for value, name in zip(node["enum"], names, strict=True))
        kept["description"] = f"{told}."
    return kept


def _tidy(node: Any) -> Any:
    """Drop what only Python needs: null for what may be left out, defaults, and titles made from class names."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: value for key, value in node.items() if key != "default"}
    if "anyOf" in node:
        node = _without_null(node)
    if node.get("type") == "object" and "properties" in node:
        node = _part(node)
    return {key: _tidy(value) for key, value in node.items()}


def _part(node: _Schema) -> _Schema:
    """Drop a part's title, made from its class, and name the keys that its conditions speak of."""
    keys = node["properties"]
    part = {key: value for key, value in node.items() if key != "title"}
    needed = set(node.get("required", ()))
    part["properties"] = {key: said if key in needed else _maybe_empty(said) for key, said in keys.items()}
    if "anyOf" in node:
        part["anyOf"] = [_naming(branch, branch["required"], keys) for branch in node["anyOf"]]
    if "dependentSchemas" in node:
        alone = node["dependentSchemas"].items()
        part["dependentSchemas"] = {key: _naming(apart, apart["properties"], keys) for key, apart in alone}
    return part


_FORM_OF_LIST = {"anyOf", "items", "minItems", "type"}


def _maybe_empty(said: _Schema) -> _Schema:
    """Let a list that may be left out be empty as well."""
    own = {key: value for key, value in said.items() if key != "minItems"}
    return {**own, "anyOf": [_maybe_empty(form) for form in own["anyOf"]]} if "anyOf" in own else own


def _naming(branch: _Schema, named: Iterable[str], keys: _Schema) -> _Schema:
    """Name the keys that a branch speaks of among its own properties, with titles, as strict validators demand."""
    own = branch.get("properties", {})
    return {**branch, "properties": {key: {**_filled(keys[key]), **own.get(key, {})} for key in named}}


def _filled(said: _Schema) -> _Schema:
    """Give a key's title, and where it is a list that may be empty elsewhere, the form that has something in it."""
    is_list = _maybe_empty(said) != said
    return {key: value for key, value in said.items() if key == "title" or (is_list and key in _FORM_OF_LIST)}


def _without_null(choice: _Schema) -> _Schema:
    """Drop null from what a value may be; what is left alone stands in place of the choice."""
    branches = [branch for branch in choice["anyOf"] if branch != {"type": "null"}]
    if len(branches) != 1:
        return {**choice, "anyOf": branches}
    return {**branches[0], **{key: value for key, value in choice.items() if key != "anyOf"}}
