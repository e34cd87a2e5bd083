"""The rules beyond structure, one module per family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.rules import (
    checklist,
    law,
    parties,
    plain_text,
    privacy,
    references,
    reviews,
    smart,
    succession,
    thread,
    time,
)
from samverkan.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

FAMILIES = (references, parties, time, succession, thread, smart, reviews, law, checklist, privacy, plain_text)


def _rules_of(family: ModuleType) -> Iterator[Rule]:
    """Find the rules that a module declares, in the order in which they stand there."""
    for found in vars(family).values():
        if isinstance(found, Rule) and found.check.__module__ == family.__name__:
            yield found


RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in _rules_of(family))
"""All rules, family by family, in the order in which they are listed."""
