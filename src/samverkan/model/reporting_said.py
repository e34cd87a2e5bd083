"""To whom and how often something is reported, said in one text: ”Till invånarna två gånger om året, i mars”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.model.fields import keys_of
from samverkan.model.meant_times import cadences_meant
from samverkan.model.more_in_one import often_and_more

if TYPE_CHECKING:
    from pydantic import BaseModel

_COUNT = r"(?:en|ett|två|tre|fyra|fem|sex|tolv|[0-9]{1,2}|one|two|three|four)"
_TIME = (
    rf"(?:(?:minst|åtminstone|högst|at least) )?(?:{_COUNT} (?:gång(?:er)?|ggr|times?)\b|varje\b|var(?:t|tredje)\b"
    r"|varannan\b|vartannat\b|årlig|halvår|kvartal|tertial|månad|löpande\b|regelbundet\b"
    r"|i (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|samband|början|slutet|anslutning)\b|på (?:våren|hösten)\b"
    r"|(?:inför|efter|vid|senast) |once\b|twice\b|every\b|each\b|yearly\b|annually\b|quarterly\b)"
)
_TO_FIRST = re.compile(rf"(?:till|to) (?P<to>[^.;]{{2,80}}?)(?:,? (?P<when>{_TIME}.{{0,120}}))?", re.IGNORECASE)
_TO_LAST = re.compile(rf"(?P<when>{_TIME}[^.;]{{0,80}}?),? (?:till|to) (?P<to>[^.;]{{2,80}})", re.IGNORECASE)
_TIME_ALONE = re.compile(rf"(?P<to>)(?P<when>{_TIME}.{{0,120}})", re.IGNORECASE)
_KEYS = frozenset({"to", "cadence", "when"})


def reporting_said(text: str, part: type[BaseModel]) -> dict[str, str]:
    """Give to whom, how often and when something is reported, each under its key; empty for other parts and texts.

    Args:
        text: the text.
        part: the part that belongs in its place.
    """
    said = text.strip().removesuffix(".") if keys_of(part).keys() >= _KEYS else ""
    found = next(filter(None, (form.fullmatch(said) for form in (_TO_FIRST, _TO_LAST, _TIME_ALONE))), None)
    if found is None:
        return {}
    to, when = {"to": found["to"]} if found["to"] else {}, (found["when"] or "").strip()
    return to | _time(when) if when else to


def _time(when: str) -> dict[str, str]:
    """Give how often under its key where a word of ours says it, and what is said besides or else in words."""
    if often := next((often for often, is_sure in cadences_meant(when) if is_sure), ""):
        return {"cadence": often}
    return next(often_and_more(when, "cadence", ("when",)), {"when": when})
