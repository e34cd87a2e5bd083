"""The indicators of situation pictures that goals are measured with: goals name them as the pictures call them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from samverkan.model.choices import Kind
from samverkan.model.picture import Indicator
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from samverkan.findings import KeyPath
    from samverkan.model.goals import Goal, GoalIndicator
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_BEFORE_PLACES = ("i", "vid", "på", "in", "at")


class KnownIndicator(NamedTuple):
    """An indicator and the situation picture that it stands in."""

    document: Document
    path: KeyPath
    indicator: Indicator


def indicators_of(measured: Goal | GoalIndicator, document: Document, workspace: Workspace) -> list[KnownIndicator]:
    """Give the indicators of the same name and unit in the pictures that a document names or shares an agreement with.

    Args:
        measured: a goal, or one of its other indicators.
        document: the document that it stands in.
        workspace: the workspace.
    """
    if measured.indicator is None:
        return []
    called = _plain(measured.indicator)
    agreement = workspace.relations.agreement_of(document)
    named = [one for one in workspace.references.opened_by(document) if one.kind == Kind.SITUATION_PICTURE]
    found = dict.fromkeys(_under(workspace, agreement).get(called, ()) if agreement else ())
    found |= dict.fromkeys(one for picture in named for one in _of_pictures(picture).get(called, ()))
    return [one for one in found if measured.unit in {None, one.indicator.unit}]


@remembered(maxsize=64)
def _under(workspace: Workspace, agreement: Document) -> Mapping[str, list[KnownIndicator]]:
    return _by_name(workspace.relations.under(agreement, Kind.SITUATION_PICTURE))


@remembered(maxsize=64)
def _of_pictures(*pictures: Document) -> Mapping[str, list[KnownIndicator]]:
    return _by_name(pictures)


def _by_name(pictures: Iterable[Document]) -> Mapping[str, list[KnownIndicator]]:
    found: dict[str, list[KnownIndicator]] = {}
    for picture in pictures:
        for path, part in picture.parts_of(Indicator):
            indicator = cast("Indicator", part)
            for name in _names(indicator, picture):
                found.setdefault(name, []).append(KnownIndicator(picture, path, indicator))
    return found


def _names(indicator: Indicator, picture: Document) -> list[str]:
    """Give what an indicator is called, alone and with its area: ”anmälda rån”, ”anmälda rån i centralorten”."""
    title = _plain(indicator.title)
    place = picture.items.get(indicator.area) if isinstance(indicator.area, str) else None
    area = place.part.own_name if place and place.part else None
    return [title, *(f"{title} {word} {_plain(area)}" for word in _BEFORE_PLACES if area)]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().removesuffix(".")
