"""Sizes of paper."""

from __future__ import annotations

from enum import StrEnum


class Paper(StrEnum):
    """The size of a PDF's pages."""

    A4 = "a4"
    A3 = "a3"
