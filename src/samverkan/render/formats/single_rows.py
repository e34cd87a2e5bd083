"""Tables of one row, which compare nothing: they are written as facts, each with the heading of its column."""

from __future__ import annotations

import re

from samverkan.render.class_names import ClassName

_NAMES = (
    ClassName.ASSESSMENTS,
    ClassName.BESIDES,
    ClassName.DEEDS,
    ClassName.EVENTS,
    ClassName.GOALS,
    ClassName.GOALS_IN_SHORT,
    ClassName.LAW_ANSWERS,
    ClassName.LAW_OVERVIEW,
    ClassName.MARKS,
    ClassName.OUTCOMES,
    ClassName.REPORTS,
    ClassName.REVIEWS,
    ClassName.SOURCES,
)
_TABLE, _TABLE_END = '<table class="', "</table>"
_ROW = re.compile(r"<tr\b[^<>]*>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[hd])\b[^<>]*>(.*?)</\1>", re.DOTALL)
_SMALL, _SMALL_END = '<div class="details">', "</div>"
_NOTHING = ("", "–")


def with_facts_for_single_rows(html: str) -> str:
    """Write the built-in templates' tables that have one row as lists of facts; what a cell does not say is left out.

    Args:
        html: a document or a part of one.
    """
    first, *others = str(html).split(_TABLE)  # a marked text would escape what is joined to it
    return first + "".join(map(_with_facts, others))


def _with_facts(piece: str) -> str:
    """Write the table that a piece of HTML begins with, from its class on, and what follows."""
    name, opened, rest = piece.partition('">')
    table, ended, after = rest.partition(_TABLE_END)
    if not (opened and ended) or name not in _NAMES:
        return _TABLE + piece
    return (_facts(table) or f"{_TABLE}{name}{opened}{table}{ended}") + after


def _facts(table: str) -> str:
    """Give a table's one row as facts; nothing where it has others, or cells that stand for several."""
    head, _, body = table.partition("</thead>")
    rows = _ROW.findall(body)
    labels = [words for _, words in _CELL.findall(head)]
    said = [_without_small(words).strip() for _, words in _CELL.findall(rows[0])] if len(rows) == 1 else []
    if not labels or len(labels) != len(said):
        return ""
    pairs = [pair for pair in zip(labels, said, strict=True) if pair[1] not in _NOTHING]
    items = "".join(f"<dt>{label}</dt>\n<dd>{words}</dd>\n" for label, words in pairs)
    return f'<div class="{ClassName.FACTS}">\n<dl>\n{items}</dl>\n</div>'


def _without_small(words: str) -> str:
    """Take away the marks around small print, which in a list of facts is as large as the rest."""
    first, *others = words.split(_SMALL)
    return first + "".join("".join(other.split(_SMALL_END, 1)) for other in others)
