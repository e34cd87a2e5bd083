"""What is taken up twice in a list where each item is about one thing, and what has been left out instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samverkan.model.choices import Priority
from samverkan.model.kinds import is_cause_analysis, is_situation_picture
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.picture import Problem, SituationPicture
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_APART = {
    "assessments": ("problem", "area", "focus_area", "title"),
    "analyses": ("problem", "problem_text"),
    "own_pictures": ("party", "document"),
    "reviews": ("document", "fingerprint"),
}
"""The lists in which each item is about one thing: the key that names it first, then those that tell two apart."""


class Doubled(NamedTuple):
    """What is taken up twice: the place that most likely is wrong, the other one, its id, and what has been left out.

    Attributes:
        path: the place of the id that most likely is wrong.
        other: the place of the same id in the other item.
        name: the id.
        left: the ids of what no item is about, in the order in which they stand.
    """

    path: KeyPath
    other: KeyPath
    name: str
    left: tuple[str, ...]

    @property
    def meant(self) -> str:
        """What was meant; empty where that is not known."""
        return self.left[0] if len(self.left) == 1 else ""


@remembered(maxsize=64)
def doubled(document: Document, workspace: Workspace) -> tuple[Doubled, ...]:
    """Find what a document takes up twice.

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
    every = _every(key, document, workspace)
    taken = [document.value_at((key, i, about)) for i, _ in items]
    left = tuple(name for name in every if name not in taken) if len(again) == 1 else ()
    for one, other in again:
        name = document.value_at((key, one, about))
        wrong, right = (one, other) if len(left) == 1 and _is_first_wrong(taken, every, left[0]) else (other, one)
        yield Doubled((key, wrong, about), (key, right, about), name, left)


def _items(key: str, document: Document) -> Iterator[tuple[int, Hashable]]:
    """Give the items that name something by its id, each with what tells it from others."""
    about, *others = _APART[key]
    for i, item in enumerate(getattr(document.model, key, ())):
        if isinstance(getattr(item, about), str):
            yield i, (getattr(item, about), *(str(getattr(item, other)) for other in others))


def _is_first_wrong(taken: Sequence[str], every: Sequence[str], left: str) -> bool:
    """Tell whether the list comes in the order of what it is about once the first of the two is what was left out."""
    places = {name: i for i, name in enumerate(every)}
    twice = next(name for i, name in enumerate(taken) if name in taken[:i])
    mended = [*taken]
    mended[mended.index(twice)] = left
    found = [places.get(name, -1) for name in mended]
    return found == sorted(found)


def _every(key: str, document: Document, workspace: Workspace) -> tuple[str, ...]:
    """Give the ids of all that the items of a list are to be about."""
    if key == "own_pictures":
        return tuple(party.id for party in workspace.relations.parties_of(document) if party.id)
    picture = _picture_of(document, workspace)
    if key == "reviews" or picture is None:
        return ()
    return tuple(one.id for one in picture.problems if one.id and (key == "assessments" or _is_analysed(one)))


def _is_analysed(problem: Problem) -> bool:
    return problem.priority is Priority.PRIORITISED


def _picture_of(document: Document, workspace: Workspace) -> SituationPicture | None:
    """Give the picture that a document is, or whose problems it analyses."""
    model = document.model
    if is_cause_analysis(model):
        found = workspace.by_id.get(model.picture) if isinstance(model.picture, str) else None
        model = found.model if found is not None else None
    return model if is_situation_picture(model) else None
