"""Figures as each language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from samverkan.words.sentence import Language

_NARROW = "\u202f"
"""A narrow space that does not break: between thousands."""


def written_number(value: Decimal, language: Language) -> str:
    """Write a figure as a language does: ”12 500,5”, ”12,500.5”."""
    whole, _, decimals = f"{abs(value):f}".partition(".")
    groups = [whole[max(0, i - 3) : i] for i in range(len(whole), 0, -3)][::-1]
    separator, point = (_NARROW, ",") if language == "sv" else (",", ".")
    sign = "−" if value < 0 else ""
    return sign + separator.join(groups) + (point + decimals if decimals else "")
