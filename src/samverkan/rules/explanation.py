"""The explanation of a finding, read from a docstring: why, by what source, and a bad and a good example."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from textwrap import dedent

from samverkan.words.sentence import Text
from samverkan.words.sources import sourced

_PARTS = re.compile(r"^(sv|source|bad|good):", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why something is pointed out.

    Attributes:
        why: the reason.
        source: the law, method or term that it comes from, or that it rests on nothing but good order.
        bad: YAML that is pointed out when laid over a whole document; empty where no short text can show it.
        good: the same, mended.
    """

    why: Text
    source: Text
    bad: str
    good: str


@cache
def explanation(text: str) -> Explanation:
    """Read an explanation.

    Args:
        text: the English reason, then the parts `sv:` (the reason in Swedish), `source:` (Swedish, a bar, English),
            `bad:` and `good:` (indented YAML).
    """
    english, *rest = _PARTS.split(_dedented(text))
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    swedish, english_source = parts["source"].strip().split(" | ")
    return Explanation(
        why=Text(_joined(parts["sv"]), _joined(english)),
        source=sourced(Text(swedish, english_source)),
        bad=dedent(parts.get("bad", "")).strip("\n"),
        good=dedent(parts.get("good", "")).strip("\n"),
    )


def _dedented(text: str) -> str:
    """Take away the indentation of a docstring, but no tabs, which an example may be about."""
    first, _, rest = text.partition("\n")
    return f"{first}\n{dedent(rest)}"


def _joined(text: str) -> str:
    return " ".join(text.split())
