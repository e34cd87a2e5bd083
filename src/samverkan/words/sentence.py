"""Every sentence that the user reads, in Swedish and English, with named fields.

A sentence becomes a `Text` where it is needed and words only where it is shown, so that what finds a fault need
not know the reader's language. The rules keep their sentences beside their code, in `rules/`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")
_MOST_WRITTEN = 1000


class Sayable(Protocol):
    """A field whose wording depends on the language, such as the name of a document kind."""

    def say(self, language: Language) -> str:
        """Say it in a language."""
        ...


FieldValue = str | int | Sayable


_INNER = {"sv": str.maketrans('”“"', "’’’"), "en": str.maketrans('”“"', "’‘'")}
"""Quotation marks inside quotation marks, as each language writes them."""


@cache
def _quoted_fields(form: str) -> tuple[str, ...]:
    """Give the names of the fields that stand in quotation marks."""
    return tuple(re.findall(r"[”“]\{(\w+)\}”", form))


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence in both languages and the values of its named fields."""

    sv: str
    en: str
    fields: Mapping[str, FieldValue] = field(default_factory=dict)

    def say(self, language: Language) -> str:
        """Write the sentence in a language; fields that depend on the language are said in it too."""
        form = self.sv if language == "sv" else self.en
        words = {k: v.say(language) if hasattr(v, "say") else v for k, v in self.fields.items()}
        inside = {name: str(words[name]).translate(_INNER[language]) for name in _quoted_fields(form) if name in words}
        return form.format(**{**words, **inside})

    def with_fields(self, **fields: FieldValue) -> Text:
        """Fill in fields, besides those that have a value already."""
        return Text(self.sv, self.en, {**self.fields, **fields})


@dataclass(frozen=True, slots=True)
class AnyOf:
    """A list of alternatives: ”a, b eller c”."""

    words: tuple[str, ...]

    def say(self, language: Language) -> str:
        """Join the alternatives."""
        *first, last = self.words or ("–",)
        joint = " eller " if language == "sv" else " or "
        return ", ".join(first) + joint + last if first else last


class Entry(NamedTuple):
    """What a finding says, and what to do about it, in both languages."""

    sv: str
    en: str
    sv_help: str
    en_help: str

    def message(self, fields: Mapping[str, FieldValue]) -> Text:
        """Word what is wrong."""
        return Text(self.sv, self.en, _short(fields))

    def help(self, fields: Mapping[str, FieldValue]) -> Text:
        """Word what to do about it."""
        return Text(self.sv_help, self.en_help, _short(fields))


def _short(fields: Mapping[str, FieldValue]) -> Mapping[str, FieldValue]:
    """Cut the fields that an author has made longer than any message has room for."""
    if not any(isinstance(value, str) and len(value) > _MOST_WRITTEN for value in fields.values()):
        return fields
    cut = {name: value[:_MOST_WRITTEN] + "…" for name, value in fields.items() if isinstance(value, str)}
    return {name: cut[name] if len(cut.get(name, "")) > _MOST_WRITTEN else value for name, value in fields.items()}


def quoted(text: FieldValue) -> Text:
    """Put what a document says in the quotation marks of the sentence's language."""
    return Text("”{quoted}”", "“{quoted}”", {"quoted": text})


def plain(text: str) -> Text:
    """Make a text that is the same in every language and holds no fields."""
    doubled = text.replace("{", "{{").replace("}", "}}")
    return Text(doubled, doubled)
