"""The years that a document's title says it applies, beside its own time."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from samverkan.model.agreement import Agreement
from samverkan.model.raised_years import in_year
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from samverkan.findings import KeyPath
    from samverkan.model.dates import CoarseDate
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_YEAR = re.compile(r"(?<![0-9:/.])(?:19|20)[0-9]{2}(?![0-9:/]|\.[0-9]|-[0-9]{2}(?![0-9]))")
_FROM_TO = re.compile(r"(?<![0-9:/.-])(20[0-9]{2}) ?[–-] ?(20[0-9]{2})(?![0-9:/-]|\.[0-9])")
_OF_OTHERS = re.compile(
    r"mandatperiod|ersätter|bygger på|förläng|underlag|utvärder|statistik|strategi|program|revider|uppdaterad"
    r"|term of office|supersede|replace|based on|exten[ds]|evaluat|statistic|strateg|revis|updated",
    re.IGNORECASE,
)
"""What is said where the years may be of something else than the time that the document applies."""
_YEARS_OF_A_RANGE = 2
_YEAR_LENGTH = 4
_SOON = timedelta(days=183)


class Titled(NamedTuple):
    """An end that is before the years of the title.

    Attributes:
        path: the place of the title.
        title: the title.
        end: the end.
    """

    path: KeyPath
    title: str
    end: CoarseDate

    @property
    def years(self) -> str:
        """The years as the title has them."""
        found = _FROM_TO.search(self.title)
        return found[0] if found else ""

    @property
    def meant(self) -> str:
        """The end in the last year of the title; empty where it is not written in figures."""
        return str(in_year(str(self.end), int(self.years[-_YEAR_LENGTH:])) or "")


def years_in(text: str) -> list[int]:
    """Give the years that stand in a text, other than in the numbers of cases and reports.

    Args:
        text: the text.
    """
    return [int(found) for found in _YEAR.findall(text)]


@remembered(maxsize=64)
def titled_otherwise(document: Document, workspace: Workspace) -> Titled | None:
    """Find an end that comes a year or more before the last year of the title, where both begin at the same time.

    What was closed, or what another document has taken the place of, may have been given an earlier end.

    Args:
        document: the document.
        workspace: the workspace.
    """
    model, lasting = document.model, document.lasting
    start, end = (lasting.starts_on, lasting.ends_on) if lasting is not None else (None, None)
    if model is None or model.closed is not None or model.id in workspace.relations.superseded:
        return None
    if start is None or end is None or end.last < start.first:
        return None
    titles = {"title": model.title, "subtitle": model.subtitle or ""}
    if len(years_in(" ".join(titles.values()))) != _YEARS_OF_A_RANGE:
        return None
    found = (Titled((key,), text, end) for key, text in titles.items() if _earlier_than(text, start, end))
    return next(found, None)


def _earlier_than(title: str, start: CoarseDate, end: CoarseDate) -> bool:
    """Tell whether an end is in a year before the last one of a title, which begins when the document does."""
    years = _FROM_TO.search(title)
    if years is None or _OF_OTHERS.search(title) or end.year >= int(years[2]):
        return False
    first = int(years[1])
    return date(first, 1, 1) - _SOON <= start.first <= date(first, 12, 31)


def key_of_time(document: Document) -> str:
    """Give the key of the time that a document applies."""
    return "validity" if isinstance(document.model, Agreement) else "period"
