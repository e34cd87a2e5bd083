"""The logos at the head of a document: the organisation's, and those of the parties behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.model.parties import Party
    from samverkan.render.logo import Logo
    from samverkan.render.look import Look
    from samverkan.words.sentence import Language
    from samverkan.workspace.workspace import Workspace


class ShownLogo(NamedTuple):
    """A logo, and the words that stand for it."""

    logo: Logo
    words: str


def logos_of(look: Look, parties: Iterable[Party], language: Language) -> tuple[ShownLogo, ...]:
    """Choose the logos of a document: the organisation's first, then the parties' in their order, no picture twice.

    Args:
        look: the look, with all the logos there are.
        parties: those behind the document.
        language: the language of the words.
    """
    found: dict[bytes, ShownLogo] = {}
    for party in parties:
        for logo in (look.logos[name] for name in _names_of(party) if name in look.logos):
            found.setdefault(logo.data, ShownLogo(logo, party.name))
            break
    if look.logo is not None:
        own = found.pop(look.logo.data, None)
        first = ShownLogo(look.logo, look.organisation or (own.words if own else look.logo_words(language)))
        return (first, *found.values())
    return tuple(found.values())


def logos_of_nobody(look: Look, workspace: Workspace) -> list[str]:
    """Name what logos are given for that no party of a workspace is known by."""
    models = (document.model for document in workspace.documents if document.model is not None)
    known = {name for model in models for party in model.parties for name in _names_of(party)}
    return [name for name in look.logos if name not in known]


def _names_of(party: Party) -> Iterator[str]:
    """Give what a party is known by: its id, its name, its municipality code and its organisation number."""
    yield from filter(None, (party.id, party.name, party.code, party.organisation_number))
