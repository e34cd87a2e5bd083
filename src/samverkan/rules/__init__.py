"""The rules beyond structure, one module per family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.rules import checklist, law, parties, plain_text, privacy, references, reviews, smart, thread, time

if TYPE_CHECKING:
    from samverkan.rules.rule import Rule

FAMILIES = (references, parties, time, thread, smart, reviews, law, checklist, privacy, plain_text)
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)
"""All rules, family by family, in the order in which they are listed."""
