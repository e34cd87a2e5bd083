"""How values look to programs that give YAML types before they look at a schema, as editors do.

The program itself reads every value as text, so that `0114` stays a code and `2024` a title. Such programs read both as
numbers: each form of a text says so here, and is described once in each schema, under a name of its own.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from samverkan.model.base import ID_PATTERN, NUMBER_PATTERN, REFERENCE_PATTERN
from samverkan.model.dates import SAID

_Schema: TypeAlias = dict[str, Any]

_WHOLE_PATTERN = "^0*[1-9][0-9]{0,14}$"
_CODE = {"type": "integer", "minimum": 1, "maximum": 9999}
_TEN_DIGITS = {"type": "integer", "minimum": 1_000_000_000, "maximum": 9_999_999_999}


def _text(pattern: str) -> _Schema:
    return {"type": "string", "pattern": pattern}


FORMS: dict[str, tuple[_Schema, _Schema]] = {
    "SaidTime": (
        SAID,
        {
            **SAID,
            "description": "En tid i ord, till exempel hösten 2016, efter sommaren 2017, vårterminen 2018, T1 2023, "
            "kvartal 3 2020, december 2023, vecka 38 2024 eller 2016–2018.",
        },
    ),
    "PlainText": (
        {"type": "string", "minLength": 1},
        {"anyOf": [_text(r"\S"), {"type": "number"}], "description": "En text."},
    ),
    "OwnId": (
        _text(f"^({ID_PATTERN})$"),
        {
            "anyOf": [_text(f"^({ID_PATTERN})$"), {"type": "integer", "minimum": 0}],
            "description": "Ett namn med små bokstäver, siffror och bindestreck, till exempel trygg-station.",
        },
    ),
    "ReferredId": (
        _text(f"^({REFERENCE_PATTERN})$"),
        {
            "anyOf": [_text(f"^({REFERENCE_PATTERN})$"), {"type": "integer", "minimum": 0}],
            "description": "Id för det som avses; i ett annat dokument skrivs dokumentets id och # först.",
        },
    ),
    "MunicipalityCode": (
        _text("^([0-9]{4})$"),
        {"anyOf": [_text("^[0-9]{4}$"), _CODE], "description": "Kommunens fyra siffror, till exempel 0761."},
    ),
    "OrganisationNumber": (
        _text("^([0-9]{6}-?[0-9]{4})$"),
        {
            "anyOf": [_text("^[0-9]{6}-?[0-9]{4}$"), _TEN_DIGITS],
            "description": "Tio siffror, till exempel 212000-0142.",
        },
    ),
    "Number": (
        {"type": "number"},
        {"anyOf": [{"type": "number"}, _text(f"^{NUMBER_PATTERN}$")], "description": "Ett tal, till exempel 12.5."},
    ),
    "WholeNumber": (
        {"type": "integer", "minimum": 1},
        {
            "anyOf": [{"type": "integer", "minimum": 1}, _text(_WHOLE_PATTERN)],
            "description": "Ett heltal från 1.",
        },
    ),
    "TrueOrFalse": (
        {"type": "boolean"},
        {"anyOf": [{"type": "boolean"}, _text("^(true|false)$")], "description": "true (ja) eller false (nej)."},
    ),
}
"""The forms of values by name: how the models describe them, and how files that have types do."""


def naming_forms(node: _Schema) -> _Schema:
    """Let a value refer to the description of its form; what is said of the value itself stays beside that."""
    for name, (form, _) in FORMS.items():
        if form.items() <= node.items() and not {"pattern", "maximum"} & (node.keys() - form.keys()):
            return {"$ref": f"#/$defs/{name}", **{key: said for key, said in node.items() if key not in form}}
    return node


def described_forms(used: str) -> _Schema:
    """Describe the forms that a schema refers to.

    Args:
        used: the schema as text.
    """
    return {name: described for name, (_, described) in FORMS.items() if f'"#/$defs/{name}"' in used}
