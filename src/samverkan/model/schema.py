"""JSON Schemas of the document kinds, for editors and for other programs that check the files."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

from pydantic.json_schema import models_json_schema

from samverkan.model.dates import SAID
from samverkan.model.kinds import KINDS, SETTINGS, model_of
from samverkan.model.settings import Settings

_Schema: TypeAlias = dict[str, Any]
_SAID_TIME = {
    **SAID,
    "description": "En tid i ord, till exempel hösten 2016, efter sommaren 2017, vårterminen 2018, T1 2023, kvartal 3 "
    "2020, december 2023, vecka 38 2024 eller 2016–2018.",
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"
COMBINED = "samverkan.schema.json"
"""The name of the file that describes all kinds at once, for editors that are told of one schema for a folder."""
_COMBINED_ID = "https://json.schemastore.org/samverkan.json"


def file_name(kind: str) -> str:
    """Name the file that editors look for: `agreement.schema.json`."""
    return f"{kind}.schema.json"


def schema_text(kind: str) -> str:
    """Write a kind's JSON Schema (draft 2020-12) as text that ends with a line break.

    Args:
        kind: one of `KINDS`, or `workspace` for the settings.
    """
    model = Settings if kind == SETTINGS else model_of(kind)
    schema = model.model_json_schema(by_alias=True)
    described = {"$schema": DIALECT, "$id": file_name(kind), **_tidy(schema)}
    described = json.loads(json.dumps(described), object_hook=_naming_times)
    described["properties"]["samverkan"] = _format_key(described["properties"]["samverkan"])
    if kind != SETTINGS:
        described["$defs"] |= {"SaidTime": _SAID_TIME}
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def all_schemas() -> dict[str, str]:
    """Write the schemas of all kinds and of the settings, and the one of them all: JSON text by file name."""
    return {file_name(kind): schema_text(kind) for kind in (*KINDS, SETTINGS)} | {COMBINED: combined_text()}


def combined_text() -> str:
    """Write the JSON Schema (draft 2020-12) of all kinds as text that ends with a line break: `kind` tells which."""
    models = {kind: Settings if kind == SETTINGS else model_of(kind) for kind in (*KINDS, SETTINGS)}
    places, described = models_json_schema([(model, "validation") for model in models.values()], by_alias=True)
    parts = json.loads(json.dumps(_tidy(described)), object_hook=_naming_times)["$defs"]
    found = {kind: places[model, "validation"] for kind, model in models.items()}
    for place in found.values():
        keys = parts[place["$ref"].rpartition("/")[2]]["properties"]
        keys["samverkan"] = _format_key(keys["samverkan"])
    kinds = {"enum": list(models), "title": "Typ", "description": "Vad filen är: en dokumenttyp, eller workspace."}
    whole = {
        "$schema": DIALECT,
        "$id": _COMBINED_ID,
        "title": "samverkan",
        "description": "Samverkansöverenskommelser, det som hör till dem, och inställningarna för en mapp.",
        "type": "object",
        "required": ["samverkan", "kind"],
        "properties": {"kind": kinds},
        "allOf": [{"if": _is_of(kind), "then": place} for kind, place in found.items()],
        "$defs": parts | {"SaidTime": _SAID_TIME},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _is_of(kind: str) -> _Schema:
    return {"properties": {"kind": {"const": kind}}, "required": ["kind"]}


def _format_key(described: _Schema) -> _Schema:
    """Let the format be written as other YAML readers take it: a number."""
    rest = {key: value for key, value in described.items() if key not in {"const", "type", "default"}}
    return {"enum": [1, "1"], **rest}


def _naming_times(node: _Schema) -> _Schema:
    """Let each date refer to one description of times in words, which is long."""
    return {"$ref": "#/$defs/SaidTime"} if node == SAID else node


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
        node.pop("title", None)
    return {key: _tidy(value) for key, value in node.items()}


def _without_null(choice: _Schema) -> _Schema:
    """Drop null from what a value may be; what is left alone stands in place of the choice."""
    branches = [branch for branch in choice["anyOf"] if branch != {"type": "null"}]
    if len(branches) != 1:
        return {**choice, "anyOf": branches}
    return {**branches[0], **{key: value for key, value in choice.items() if key != "anyOf"}}
