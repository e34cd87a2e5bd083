"""What is taken up twice in a list where each item is about one thing, and what has been left out instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.model.choices import Priority
from samverkan.model.kinds import is_cause_analysis, is_situation_picture
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.picture import Problem
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_APART = {
    "assessments": ("problem", "area", "focus_area", "title"),
    "analyses": ("problem", "problem_text", "number"),
    "reviews": ("document", "fingerprint"),
}
"""The lists in which each item is about one thing: the key that names it first, then those that tell two apart.

A party may have several pictures of its own.
"""


class Doubled(NamedTuple):
    """What is taken up twice: the place that most likely is wrong, the other one, its id, and what was meant.

    Attributes:
        path: the place of the id that most likely is wrong.
        other: the place of the same id in the other item.
        name: the id.
        meant: the id of what was meant, which no item is about; empty where that is not known.
    """

    path: KeyPath
    other: KeyPath
    name: str
    meant: str = ""


@remembered(maxsize=64)
def doubled(document: Document, workspace: Workspace) -> tuple[Doubled, ...]:
    """Find what a document takes up twice; of problems only where another one is left out: two places may be meant.

    Args:
        document: the document.
        workspace: the workspace, which may hold the picture whose problems it analyses.
    """
    return tuple(one for key in _APART for one in _in_list(key, document, workspace))


def _in_list(key: str, document: Document, workspace: Workspace) -> Iterator[Doubled]:
    about, *_ = _APART[key]
    first: dict[Hashable, int] = {}
    items = list(_items(key, document))
    again = [(first[same], i) for i, same in items if first.setdefault(same, i) != i]
    if not again:
        return
    if key == "reviews":
        yield from (Doubled((key, j, about), (key, i, about), document.value_at((key, i, about))) for i, j in again)
        return
    taken = [document.value_at((key, i, about)) for i, _ in items]
    picture = _picture_of(document, workspace)
    left = _left(key, picture, taken, workspace) if picture is not None and len(again) == 1 else []
    if picture is not None and len(left) == 1:
        one, other = again[0]
        wrong, right = (one, other) if is_first_wrong(taken, _ids(picture), left[0]) else (other, one)
        yield Doubled((key, wrong, about), (key, right, about), document.value_at((key, one, about)), left[0])


def _items(key: str, document: Document) -> Iterator[tuple[int, Hashable]]:
    """Give the items that name something by its id, each with what tells it from others."""
    about, *others = _APART[key]
    for i, item in enumerate(getattr(document.model, key, ())):
        if isinstance(getattr(item, about), str):
            yield i, (getattr(item, about), *(str(getattr(item, other)) for other in others))


def is_first_wrong(taken: Sequence[str], every: Sequence[str], left: str) -> bool:
    """Tell whether a list comes in the order of what it is about once the first of two is what was left out.

    Args:
        taken: the ids that the list is about, one of them twice.
        every: all ids, in their order.
        left: the id that was left out.
    """
    places = {name: i for i, name in enumerate(every)}
    twice = next(name for i, name in enumerate(taken) if name in taken[:i])
    mended = [*taken]
    mended[mended.index(twice)] = left
    found = [places.get(name, -1) for name in mended]
    return found == sorted(found)


def _ids(picture: Document) -> list[str]:
    return [one.id for one in _problems(picture) if one.id]


def _problems(picture: Document) -> tuple[Problem, ...]:
    return picture.model.problems if is_situation_picture(picture.model) else ()


def _left(key: str, picture: Document, taken: Sequence[str], workspace: Workspace) -> list[str]:
    """Give the prioritised problems of a picture that are not assessed, or that no document analyses."""
    passed = {*taken, *(_analysed(picture, workspace) if key == "analyses" else ())}
    asked = (one.id for one in _problems(picture) if one.priority is Priority.PRIORITISED)
    return [name for name in asked if name and name not in passed]


def _analysed(picture: Document, workspace: Workspace) -> Iterator[str]:
    """Give the problems that some analysis of a picture is about, in whichever document it stands."""
    for reference in workspace.references.to(picture):
        if is_cause_analysis(reference.document.model):
            yield from (one.problem for one in reference.document.model.analyses if isinstance(one.problem, str))
    if is_situation_picture(picture.model):
        yield from (one.problem for one in picture.model.analyses if isinstance(one.problem, str))


def _picture_of(document: Document, workspace: Workspace) -> Document | None:
    """Give the picture that a document is, or whose problems it analyses."""
    if is_cause_analysis(document.model):
        return workspace.by_id.get(document.model.picture) if isinstance(document.model.picture, str) else None
    return document if is_situation_picture(document.model) else None
