"""A rule's explanation, read from its docstring: why it is there, its source, and a bad and a good example."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from samverkan.rules.rule import Rule

_PARTS = re.compile(r"^(sv|source|bad|good):", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a rule is there.

    Attributes:
        why: the reason.
        source: the law, method or term that it comes from.
        bad: YAML that breaks it, to be laid over a whole document; empty where one document cannot.
        good: the same, mended.
    """

    why: Text
    source: Text
    bad: str
    good: str


def explanation_of(rule: Rule) -> Explanation:
    """Read a rule's docstring.

    The English reason stands first; then follow the parts `sv:` (the reason in Swedish), `source:` (Swedish, a bar,
    English), `bad:` and `good:` (indented YAML).
    """
    english, *rest = _PARTS.split(inspect.cleandoc(rule.explanation))
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    source = parts.get("source", "").strip().split(" | ")
    return Explanation(
        why=Text(_joined(parts.get("sv", "")), _joined(english)),
        source=Text(source[0], source[-1]),
        bad=inspect.cleandoc(parts.get("bad", "")),
        good=inspect.cleandoc(parts.get("good", "")),
    )


def _joined(text: str) -> str:
    return " ".join(text.split())
