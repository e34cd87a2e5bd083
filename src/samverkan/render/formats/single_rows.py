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
_TABLE = re.compile(rf'<table class="(?:{"|".join(_NAMES)})">(?:(?!</table>).)*</table>', re.DOTALL)
_ROW = re.compile(r"<tr\b[^<>]*>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[hd])\b[^<>]*>(.*?)</\1>", re.DOTALL)
_SMALL = re.compile(r'<div class="details">(.*?)</div>', re.DOTALL)
_NOTHING = ("", "–")


def with_facts_for_single_rows(html: str) -> str:
    """Write the built-in templates' tables that have one row as lists of facts; what a cell does not say is left out.

    Args:
        html: a document or a part of one.
    """
    return _TABLE.sub(_facts, html)


def _facts(table: re.Match[str]) -> str:
    head, _, body = table[0].partition("</thead>")
    rows = _ROW.findall(body)
    labels = [words for _, words in _CELL.findall(head)]
    said = [_SMALL.sub(r"\1", words).strip() for _, words in _CELL.findall(rows[0])] if len(rows) == 1 else []
    if not labels or len(labels) != len(said):
        return table[0]
    pairs = [pair for pair in zip(labels, said, strict=True) if pair[1] not in _NOTHING]
    items = "".join(f"<dt>{label}</dt>\n<dd>{words}</dd>\n" for label, words in pairs)
    return f'<div class="{ClassName.FACTS}">\n<dl>\n{items}</dl>\n</div>'
