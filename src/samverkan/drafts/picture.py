"""The next situation picture: the same sources and indicators, with figures to fill in; or the first one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.drafts.basis import data_of, kept, listed, mappings
from samverkan.drafts.sheet import BLANK

if TYPE_CHECKING:
    from samverkan.drafts.basis import Basis
    from samverkan.drafts.sheet import Draft, Value

_LASTING = ("by", "cadence", "form", "areas")
_OF_SOURCE = ("id", "title", "type", "respondents", "by", "url", "note")
_OF_INDICATOR = ("id", "title", "unit", "source", "area", "desired")
_OF_PROBLEM = ("id", "title", "places", "times", "affected", "priority", "focus_area", "area")


def new_picture(basis: Basis) -> Draft:
    """Write the next situation picture, or the first one, where nothing of it is known but the focus areas."""
    before = data_of(basis.earlier)
    body: dict[str, Value] = {**basis.links(), "date": BLANK, **kept(before, _LASTING), **basis.supersedes()}
    sources = [kept(source, _OF_SOURCE) for source in mappings(before.get("sources"), "title")]
    known = next(basis.fresh("source"))
    body["sources"] = sources or [{"id": known, "title": BLANK, "type": BLANK}]
    body["survey"] = BLANK
    indicators = [_empty(indicator) for indicator in mappings(before.get("indicators"), "title")]
    if indicators:
        body["indicators"] = indicators
    evidence = {part["id"] for part in (*sources, *indicators) if "id" in part}
    areas = [area["id"] for area in mappings(data_of(basis.agreement).get("focus_areas"), "title") if "id" in area]
    near: dict[str, Value] = {"focus_area": BLANK} if areas else {}
    again = [_again(problem, evidence, near) for problem in mappings(before.get("problems"), "title")]
    body["problems"] = again or _first(basis, areas, known)
    return basis.draft({**body, "other_information": [BLANK], "analysis": BLANK})


def _empty(indicator: dict[str, Any]) -> dict[str, Value]:
    """Give an indicator with one more figure to fill in, for all and for each part that was told before."""
    found: dict[str, Value] = {**kept(indicator, _OF_INDICATOR), "values": [_next(indicator)]}
    for key in ("comparisons", "breakdowns"):
        parts = list(mappings(indicator.get(key), "name"))
        if parts:
            found[key] = [{"name": part.get("name", BLANK), "values": [_next(part)]} for part in parts]
    return found


def _next(part: dict[str, Any]) -> dict[str, Value]:
    """Give the figure to fill in: of the year after the last, where it was of a year."""
    figures = [figure for figure in listed(part.get("values")) if isinstance(figure, dict)]
    last = figures[-1].get("period") if figures else None
    is_year = isinstance(last, str) and last.isdigit()
    return {"period": str(int(str(last)) + 1) if is_year else BLANK, "value": BLANK}


def _again(problem: dict[str, Any], evidence: set[Any], near: dict[str, Value]) -> dict[str, Value]:
    shown = [name for name in listed(problem.get("evidence")) if name in evidence]
    found: dict[str, Value] = kept({**near, **problem}, _OF_PROBLEM)
    return {**found, **({"evidence": shown} if shown else {}), **({"trend": BLANK} if "trend" in problem else {})}


def _first(basis: Basis, areas: list[str], source: str) -> list[Value]:
    names = basis.fresh("problem")
    return [
        {
            "id": next(names),
            "title": BLANK,
            "priority": "prioritised",
            "evidence": source,
            **({"focus_area": area} if area else {}),
        }
        for area in areas or [""]
    ]
