"""Next year's citizen promise, with what was not done of the last one; or the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samverkan.drafts.basis import data_of, kept, mappings
from samverkan.drafts.sheet import BLANK, Noted
from samverkan.model.choices import Result
from samverkan.reviews.results import stated_outcomes_of
from samverkan.words import drafts as said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.drafts.basis import Basis
    from samverkan.drafts.sheet import Draft, Value
    from samverkan.reviews.results import StatedOutcome

_LASTING = ("purposes", "follow_up", "cadence")
_BOUND_TO_YEAR = frozenset({"dates", "deadline", "extends", "ongoing", "problems", "goals"})


def new_promise(basis: Basis) -> Draft:
    """Write a citizen promise to fill in: with what was not done of the one before, or one promise for each party."""
    before = data_of(basis.earlier)
    body: dict[str, Value] = basis.links()
    if basis.picture is not None and basis.picture.id:
        body["picture"] = basis.picture.id
    body |= {"period": {"from": str(basis.year), "until": str(basis.year)}, **basis.supersedes()}
    body |= {**kept(before, _LASTING[:1]), "dialogues": [{"title": BLANK, "date": BLANK}]}
    again = _Again(basis)
    promises = list(again.of(before.get("promises")))
    groups: list[Value] = []
    for group in mappings(before.get("groups"), "title"):
        left = list(again.of(group.get("promises")))
        if left:
            groups.append({**kept(group, ("title", "text")), "promises": left})
    if promises or not groups:
        body["promises"] = promises or list(_first(basis))
    if groups:
        body["groups"] = groups
    done = said.all_of(again.done, basis.notes)
    note = said.DONE_BEFORE.with_fields(titles=done).say(basis.notes) if again.done else ""
    return basis.draft({**body, **kept(before, _LASTING[1:])}, note)


class _Again:
    """Takes over promises that follow-ups do not say are done.

    Attributes:
        done: what is done, as readers know it.
    """

    def __init__(self, basis: Basis) -> None:
        self.basis = basis
        self.done: list[str] = []

    def of(self, promises: Any) -> Iterator[Value]:
        for promise in mappings(promises, "text"):
            last = self._last(promise.get("id"))
            if last is not None and last.outcome.result is Result.REACHED:
                self.done.append(str(promise.get("title") or promise.get("text")).rstrip("."))
                continue
            yield Noted(self._renewed(promise), self._note(last))

    def _last(self, name: str | None) -> StatedOutcome | None:
        """Give the latest outcome of a promise that says something of its result."""
        earlier = self.basis.earlier
        assert earlier is not None  # noqa: S101 - its promises are those that are asked about
        marks = stated_outcomes_of(self.basis.workspace, earlier, name, self.basis.today)
        return next((mark for mark in reversed(marks) if mark.outcome.result is not None), None)

    def _renewed(self, promise: dict[str, Any]) -> dict[str, Value]:
        """Give a promise for the next year: what is bound to the last one is left out, its last day to fill in."""
        found: dict[str, Value] = self._lasting(promise)
        activities = [self._lasting(activity) for activity in mappings(promise.get("activities"), "text")]
        deadline: dict[str, Value] = {"deadline": BLANK} if "deadline" in promise else {}
        return {**found, **({"activities": activities} if activities else {}), **deadline}

    def _lasting(self, part: dict[str, Any]) -> dict[str, Any]:
        found = {key: value for key, value in part.items() if key not in _BOUND_TO_YEAR}
        for key in ("by", "focus_area"):
            if key in found:
                found[key] = self.basis.ref(found[key], self.basis.agreement)
        return found

    def _note(self, last: StatedOutcome | None) -> str:
        language = self.basis.notes
        if last is None or last.outcome.result is None:
            return said.NO_OUTCOME.say(language)
        result = last.outcome.result.say(language)
        return said.LAST_TIME.with_fields(day=str(last.said), result=result).say(language)


def _first(basis: Basis) -> Iterator[Value]:
    names = basis.fresh("promise")
    for party in [party for party, _ in basis.parties] or [""]:
        by: dict[str, Value] = {"by": basis.ref(party, basis.agreement)} if party else {}
        yield {"id": next(names), **by, "text": BLANK, "places": BLANK}
