"""Workbooks read in a child process: one that takes too long, or more memory than there is, is refused."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from samverkan.errors import ReadWriteError
from samverkan.render.engines.settings import in_use
from samverkan.render.engines.workers import Gone, GoneError, ask
from samverkan.spreadsheets.container import NotReadError
from samverkan.spreadsheets.grid import DAY, EMPTY, FIGURE, Grid, GridCell
from samverkan.words.spreadsheets import NO_EXTRA, WHY_NOT

_WORK = "samverkan.render.engines.workbooks_work"
_SECONDS = 30.0


def grids_of(raw: bytes) -> list[Grid]:
    """Read every sheet of a workbook; see `spreadsheets.workbook.grids_of`.

    Raises:
        NotReadError: as there, or it takes too long.
        ReadWriteError: the library for workbooks is not installed.
    """
    try:
        facts, found = ask(_WORK, raw, min(_SECONDS, in_use().seconds))
    except GoneError as gone:
        raise NotReadError(WHY_NOT["slow" if gone.why is Gone.SLOW else "damaged"]) from None
    if "is_missing" in facts:
        raise ReadWriteError(NO_EXTRA)
    if "why" in facts:
        raise NotReadError(WHY_NOT[facts["why"]])
    return [Grid(name, tuple(tuple(map(_cell, row)) for row in rows)) for name, rows in json.loads(found)]


def _cell(told: Any) -> GridCell:
    if not told:
        return EMPTY
    value, sort, is_percent, formula = told
    if sort == FIGURE:
        value = Decimal(value)
    elif sort == DAY:
        value = date.fromisoformat(value)
    return GridCell(value, is_percent, formula)
