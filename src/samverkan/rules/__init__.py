"""The rules beyond structure, one module per family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.rules import parties, references, time

if TYPE_CHECKING:
    from samverkan.rules.rule import Rule

RULES: tuple[Rule, ...] = (*references.RULES, *parties.RULES, *time.RULES)
"""All rules, in the order in which they are listed."""
