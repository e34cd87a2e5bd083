"""Sentences about documents that do not have the shape of their kind."""

from __future__ import annotations

from samverkan.words.sentence import Entry, Text
from samverkan.words.structure_keys import KEYS
from samverkan.words.structure_values import VALUES

# What was met where something else belongs; fills the field {met}.
MET: dict[str, Text] = {
    "list": Text("en lista", "a list"),
    "mapping": Text("nycklar med värden", "keys with values"),
    "text": Text("en text", "a text"),
}

_DATE = Text("ett datum, till exempel 2024-09-11, 2024-09 eller 2024", "a date, such as 2024-09-11, 2024-09 or 2024")
_FIGURE = Text("en siffra", "a figure")
ID_WANTED = Text("ett id", "an id")
WANTED: dict[str, Text] = {
    "CoarseDate": _DATE,
    "Start": _DATE,
    "End": _DATE,
    "EndOrNext": _DATE,
    "Cadence": Text("ett ord för hur ofta, till exempel yearly", "a word for how often, such as yearly"),
    "Duration": Text("en längd, till exempel P2Y (två år)", "a length, such as P2Y (two years)"),
    "Decimal": _FIGURE,
    "int": _FIGURE,
    "bool": Text("true eller false", "true or false"),
}
"""What belongs in a field, by the type of its values; fills the field {wanted}."""

STRUCTURE: dict[str, Entry] = {**KEYS, **VALUES}

FINDINGS: dict[str, str] = {
    "unknown-key-elsewhere": "unknown-key",
    "unknown-key-none": "unknown-key",
    "mail-head": "unknown-key",
    "party-told": "unknown-key",
    "said-above": "unknown-key",
    "personal-key": "unknown-key",
    "unknown-key-of-part": "unknown-key",
    "case-number-of-part": "unknown-key",
    "name-of-actor": "unknown-key",
    "unknown-key-same": "unknown-key",
    "period-apart": "unknown-key",
    "own-section": "unknown-key",
    "key-like-another": "wrong-type",
    "unknown-setting": "unknown-key",
    "key-of-another-kind": "unknown-key",
    "key-of-another-list": "unknown-key",
    "key-of-other-end": "unknown-key",
    "outcome-in-part": "unknown-key",
    "key-of-settings": "unknown-key",
    "wrong-list-new": "wrong-list",
    "lost-heading": "wrong-list",
    "wrong-heading": "wrong-list",
    "wrong-document": "wrong-list",
    "annex-without-title": "missing-key",
    "text-as-title": "missing-key",
    "neither-title-nor-text": "missing-key",
    "outcome-of-nothing": "missing-key",
    "analysis-of-nothing": "missing-key",
    "decision-without-anything": "missing-key",
    "actor-without-name": "missing-key",
    "section-without-title": "missing-key",
    "no-colon": "yaml-syntax",
    "empty-choice": "empty-value",
    "empty-example": "empty-value",
    "empty-figure": "empty-value",
    "empty-figure-beside": "empty-value",
    "not-known": "empty-value",
    "not-known-needed": "empty-value",
    "not-known-time": "empty-value",
    "words-for-figure": "bad-number",
    "words-for-figure-beside": "bad-number",
    "span-as-keys": "unknown-key",
    "change-as-keys": "unknown-key",
    "thousands-with-comma": "bad-number",
    "two-figures": "bad-number",
    "clock-for-day": "bad-date",
    "date-without-year": "bad-date",
    "key-and-text": "unknown-key",
    "party-as-key": "unknown-key",
    "two-keys": "unknown-key",
    "time-as-key": "unknown-key",
    "id-of-other-key": "unknown-key",
    "several-in-one": "bad-reference",
    "parted-in-several": "bad-reference",
    "party-and-role-swapped": "bad-reference",
    "values-swapped": "bad-choice",
    "no-party": "bad-reference",
    "no-party-but-member": "bad-reference",
    "no-party-but-actor": "bad-reference",
    "empty-list": "empty-value",
    "more-than-key": "bad-value",
    "joined-comment": "bad-value",
    "value-of-other-key": "bad-value",
    "no-duration": "bad-duration",
    "long-duration": "bad-duration",
    "no-cadence": "bad-cadence",
    "blank": "empty-value",
    "text-wanted": "wrong-type",
    "hyphen-each": "wrong-type",
    "list-in-text": "wrong-type",
    "texts-in-braces": "wrong-type",
    "value-wanted": "wrong-type",
    "list-wanted": "wrong-type",
    "colon-in-text": "wrong-type",
    "mapping-wanted": "wrong-type",
    "bad-level": "bad-choice",
    "unknown-level": "bad-choice",
    "level-of-form": "bad-choice",
    "several-references": "bad-reference",
    "ids-without-comma": "bad-reference",
    "bad-document": "bad-reference",
    "bad-yes-or-no": "bad-choice",
    "bad-date-beside": "bad-date",
    "bad-start": "bad-date",
    "bad-end": "bad-date",
    "bad-end-or-next": "bad-date",
    "end-on-terms": "bad-date",
    "absent-date": "bad-date",
    "absent-month": "bad-date",
    "several-days": "bad-date",
    "several-days-of-month": "bad-date",
    "time-of-target": "unknown-key",
    "backwards-time": "bad-date",
    "bad-whole-number": "bad-number",
}
"""The finding's name, of sentences that share one; the others are named as their sentence."""

SEVERAL_EMPTY = Text("{count} rader är tomma: {lines}.", "{count} lines are empty: {lines}.")
SEVERAL_IN_LIST = Text(
    "Flera värden i listan kan inte stå som de är skrivna: {values}.",
    "Several values in the list cannot stand as they are written: {values}.",
)
OWN_NAMES = Text("namn som ni själva väljer eller som programmet har", "names of your own or of the program")
