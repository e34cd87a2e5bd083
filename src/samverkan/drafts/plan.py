"""An action plan: a goal for each problem of the situation picture, and a measure against each of its causes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from samverkan.drafts.basis import data_of, listed, mappings
from samverkan.drafts.sheet import BLANK, Noted
from samverkan.words import drafts as said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samverkan.drafts.basis import Basis
    from samverkan.drafts.sheet import Draft, Value

_LIMIT = {"increase": "at_least", "decrease": "at_most"}


@dataclass(frozen=True, slots=True)
class _Aim:
    """What a goal of the plan is about.

    Attributes:
        goal: the id of the goal.
        problem: the problem of the situation picture; None where the plan builds on none.
        area: the id of the agreement's focus area.
        title: what readers know it by.
    """

    goal: str
    problem: dict[str, Any] | None = None
    area: str | None = None
    title: str = ""


def new_plan(basis: Basis) -> Draft:
    """Write an action plan to fill in: SMART goals for the problems, and measures against the causes."""
    body: dict[str, Value] = basis.links()
    for key, document in (("picture", basis.picture), ("cause_analysis", basis.analysis)):
        if document is not None and document.id:
            body[key] = document.id
    body |= {"period": {"from": str(basis.year), "until": str(basis.year)}, **basis.supersedes()}
    aims = list(_aims(basis)) or [_Aim(next(basis.fresh("goal")))]
    body["goals"] = [_goal(basis, aim) for aim in aims]
    body["measures"] = list(_measures(basis, aims))
    decision: Value = [{"body": BLANK, "date": BLANK, "paragraph": BLANK}]
    body["decisions"] = Noted(decision, said.UNTIL_DECIDED.say(basis.notes))
    return basis.draft(body)


def _aims(basis: Basis) -> Iterator[_Aim]:
    """Give the problems with priority, or all where none has; without problems the focus areas of the agreement."""
    names = basis.fresh("goal")
    problems = list(mappings(data_of(basis.picture).get("problems"), "title"))
    for problem in [one for one in problems if one.get("priority") == "prioritised"] or problems:
        yield _Aim(next(names), problem, problem.get("focus_area"), _text(problem.get("title")))
    if not problems:
        for area in mappings(data_of(basis.agreement).get("focus_areas"), "title"):
            yield _Aim(next(names), None, area.get("id"), _text(area.get("title")))


def _goal(basis: Basis, aim: _Aim) -> Value:
    found: dict[str, Value] = {"id": aim.goal, "text": BLANK}
    if aim.problem and "id" in aim.problem:
        found["problems"] = basis.ref(aim.problem["id"], basis.picture)
    if aim.area:
        found["focus_area"] = basis.ref(aim.area, basis.agreement)
    found |= {"specific": BLANK, **_measured(basis, aim), "accepted": BLANK, "realistic": BLANK}
    about = said.OF_PROBLEM if aim.problem else said.OF_AREA
    whole: Value = {**found, "deadline": f"{basis.year}-12"}
    return Noted(whole, about.with_fields(title=aim.title).say(basis.notes)) if aim.title else whole


def _measured(basis: Basis, aim: _Aim) -> dict[str, Value]:
    """Give how the goal is measured: by the indicator that shows the problem, from its last figure."""
    shown = listed(aim.problem.get("evidence")) if aim.problem else []
    indicators = mappings(data_of(basis.picture).get("indicators"), "title")
    indicator = next((one for one in indicators if one.get("id") in shown), {})
    figures = [figure for figure in listed(indicator.get("values")) if isinstance(figure, dict)]
    last: Mapping[str, Any] = figures[-1] if figures else {}
    direction = indicator.get("desired", BLANK)
    limit = _LIMIT.get(direction, "value") if isinstance(direction, str) else "value"
    return {
        "indicator": indicator.get("title", BLANK),
        "unit": indicator.get("unit", BLANK),
        "direction": direction,
        "baseline": {"value": last.get("value", BLANK), "period": last.get("period", BLANK)},
        "target": {limit: BLANK},
    }


def _measures(basis: Basis, aims: list[_Aim]) -> Iterator[Value]:
    """Give a measure to fill in for each cause; for what has no known cause, one with the cause in words."""
    names = basis.fresh("measure")
    party = basis.ref(basis.municipalities[0][0], basis.agreement) if basis.municipalities else BLANK
    for aim in aims:
        for cause in _causes(basis, aim) or [{}]:
            against = _against(basis, cause)
            measure: Value = {
                "id": next(names),
                "title": BLANK,
                **against,
                "goals": aim.goal,
                "who": [{"party": party, "role": BLANK}],
                "until": BLANK,
            }
            note = _text(cause.get("text"))
            yield Noted(measure, said.OF_CAUSE.with_fields(text=note).say(basis.notes)) if note else measure


def _causes(basis: Basis, aim: _Aim) -> list[dict[str, Any]]:
    """Give the causes of a problem that the parties can do something about."""
    name = aim.problem.get("id") if aim.problem else None
    return [
        cause
        for document in (basis.picture, basis.analysis)
        for analysis in mappings(data_of(document).get("analyses"), "problem")
        for cause in mappings(analysis.get("causes"), "text")
        if name and analysis.get("problem") in {name, f"{basis.picture.id if basis.picture else ''}#{name}"}
        if "out_of_reach" not in cause and cause.get("effect") != "protective"
    ]


def _against(basis: Basis, cause: dict[str, Any]) -> dict[str, Value]:
    if "id" not in cause:
        return {"cause_text": cause.get("text", BLANK)}
    owner = next((one for one in (basis.picture, basis.analysis) if one and cause["id"] in one.all_ids), None)
    return {"causes": basis.ref(cause["id"], owner)}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
