"""The party that a text names otherwise than by its id: by a word of its name, by what it is, or several at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.model.choices import Item
from samverkan.model.parties import Party

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.links import To
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_LEAST_WORD = 4
_BODIES = {
    "police": re.compile(
        r"(?:[^\W\d_]{0,20}|lokal)polis(?:en|chef(?:en)?|område(?:t|schef(?:en)?)?|myndigheten)?|lpo|lpoc"
    ),
    "municipality": re.compile(
        r"kommun(?:en|styrelsen?|fullmäktige|direktör(?:en)?|chef(?:en)?|ledning(?:en)?|strateg(?:en)?)"
        r"|[^\W\d_]{0,30}(?:nämnd(?:en)?|förvaltning(?:en)?|kontoret|avdelningen)|socialtjänst(?:en)?|ks|kf"
        r"|(?:elev|skol)hälsan?|[^\W\d_]{0,20}skolan|fritidsgården|fältgruppen"
    ),
}
"""Words for bodies and offices of parties, by the type of the party."""
_NONE = re.compile(r"(?!)")
_OF_OTHERS = (
    "region",
    "länsstyrelse",
    "räddningstjänst",
    "landsting",
    "förening",
    "bostadsbolag",
    "kvinnojour",
    "kyrka",
)
"""What words begin with that name somebody else than a municipality or the police."""
_OF_TYPE = {"police": ("polis", "lpo", "lokalpolis"), "municipality": ("kommun", "stad", "municipal")}


def party_in(written: str, to: To | None, workspace: Workspace) -> str:
    """Give the one party whose id a word or a role holds, as ”Kommunpolisen” does; empty where no party belongs.

    Args:
        written: the text.
        to: what belongs in its place.
        workspace: the workspace.
    """
    if to is None or Item.PARTY not in to.items:
        return ""
    held = {name for name in ids_of_parties(workspace) if name in written.casefold()}
    if len(held) == 1:
        return held.pop()
    return next((found.pop() for found in _parties_like(written, workspace) if len(found) == 1), "")


def party_of(written: str, near: Sequence[Document]) -> str:
    """Give the one party of some documents that a word for one of its bodies means: ”kommunpolisen”, ”socialnämnden”.

    Args:
        written: the word.
        near: the documents.
    """
    said, parties = written.casefold(), _parties_of(near)
    if said in parties:
        return said
    held = {name for name in parties if len(name) >= _LEAST_WORD and said.endswith(name)}
    found = held or {name for name, part in parties.items() if _BODIES.get(part.type.value, _NONE).fullmatch(said)}
    return found.pop() if len(found) == 1 else ""


def _parties_of(near: Sequence[Document]) -> dict[str, Party]:
    named = (pair for one in near for pair in one.items.items())
    return {name: place.part for name, place in named if isinstance(place.part, Party)}


def _parties_like(written: str, workspace: Workspace) -> Iterator[set[str]]:
    """Give the parties whose names have a word of a text, ”Exempel” of ”LPO Exempel”, and those of a type it names."""
    words = re.findall(r"[^\W\d_]+", written.casefold())
    long = {word for word in words if len(word) >= _LEAST_WORD}
    others = _others(words)
    parties = dict(_parties(workspace))
    named = {name: part for name, part in parties.items() if set(others) <= set(part.name.casefold().split())}
    yield {name for name, part in named.items() if long.intersection(part.name.casefold().split())}
    yield {name for name, part in named.items() if any(map(_is_of_type(part), words))}


def names_another(written: str) -> bool:
    """Tell whether a text names somebody else than a municipality or the police: ”Region Exempel”."""
    return bool(_others(re.findall(r"[^\W\d_]+", written.casefold())))


def _others(words: Sequence[str]) -> list[str]:
    return [word for word in words if word.startswith(_OF_OTHERS)]


def _parties(workspace: Workspace) -> Iterator[tuple[str, Party]]:
    for document in workspace.documents:
        yield from ((name, place.part) for name, place in document.items.items() if isinstance(place.part, Party))


def _is_of_type(party: Party) -> Callable[[str], bool]:
    begun = _OF_TYPE.get(party.type.value, ())
    return lambda word: word.startswith(begun)


def parties_in(written: str, to: To | None, path: KeyPath, workspace: Workspace) -> list[str]:
    """Give the ids of parties that a text names one after the other with spaces between; empty where one is none.

    Args:
        written: the text.
        to: what belongs in its place.
        path: the place.
        workspace: the workspace.
    """
    names = written.casefold().split()
    is_listed = to is not None and Item.PARTY in to.items and len(names) > 1 and isinstance(path[-1], str)
    return names if is_listed and ids_of_parties(workspace).issuperset(names) else []


def ids_of_parties(workspace: Workspace) -> set[str]:
    """Give the ids of the parties of all documents in a workspace."""
    return {name for one in workspace.documents for name, place in one.items.items() if place.item is Item.PARTY}
