"""The years that a document's title says it applies, beside its own time."""

from __future__ import annotations

import re
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
    """Find the end of an agreement a year or more before the last year of its title, where both begin in the same year.

    What was closed, or what another agreement has taken the place of, may have been given an earlier end, and the years
    of what can be extended may be those of the time after that too.

    Args:
        document: the document.
        workspace: the workspace.
    """
    model = document.model
    if not isinstance(model, Agreement) or model.id in workspace.relations.superseded or _may_go_on(model):
        return None
    start, end = model.validity.starts_on, model.validity.ends_on
    if start is None or end is None or end.last < start.first:
        return None
    subtitle = (model.subtitle or "").strip()
    titles = {"title": model.title, "subtitle": subtitle if _FROM_TO.fullmatch(subtitle) else ""}
    if len(years_in(f"{model.title} {subtitle}")) != _YEARS_OF_A_RANGE:
        return None
    found = (Titled((key,), text, end) for key, text in titles.items() if _earlier_than(text, start, end))
    return next(found, None)


def _may_go_on(model: Agreement) -> bool:
    """Tell whether an agreement was closed, prolongs another one, or is or can be extended itself."""
    extended = model.validity.extended or model.validity.extension is not None
    return bool(model.closed is not None or model.extends or extended)


def _earlier_than(title: str, start: CoarseDate, end: CoarseDate) -> bool:
    """Tell whether an end is in a year before the last one of a title, which begins in the year of the agreement."""
    years = _FROM_TO.search(title)
    if years is None or _OF_OTHERS.search(title) or end.year >= int(years[2]):
        return False
    return start.year == int(years[1])


class Copied(NamedTuple):
    """A title that a document has from an earlier one: that one, and the title with the document's own years."""

    other: Document
    meant: str


def title_copied(document: Document, workspace: Workspace) -> Copied | None:
    """Find the earlier document of the kind whose title, with the years of that one, a document has.

    Args:
        document: the document.
        workspace: the workspace.
    """
    said, own = years_in(document.title), _years_of(document)
    if not said or own is None or _fits(said, own):
        return None
    for other in workspace.relations.beside(document, document.kind or ""):
        theirs = _years_of(other) if other.title == document.title and other is not document else None
        if theirs is not None and theirs < own and _fits(said, theirs):
            return Copied(other, _with_years(document.title, said, own))
    return None


def _years_of(document: Document) -> tuple[int, int] | None:
    """Give the first and the last year that a document applies, or the year that it was made in; None for neither."""
    first, last = document.period
    made = document.made_on
    if first is not None and last is not None:
        return first.year, last.year
    return (made.year, made.year) if made is not None and first is None else None


def _fits(said: list[int], years: tuple[int, int]) -> bool:
    """Tell whether the years of a title are those of a document: both of two, or one of its own."""
    return tuple(said) == years or (len(said) == 1 and years[0] <= said[0] <= years[1])


def _with_years(title: str, said: list[int], years: tuple[int, int]) -> str:
    """Write a title with other years; empty where it cannot be told which."""
    if len(said) == 1 and years[0] == years[1]:
        return _YEAR.sub(str(years[0]), title)
    return _FROM_TO.sub(f"{years[0]}–{years[1]}", title) if len(said) == _YEARS_OF_A_RANGE else ""
