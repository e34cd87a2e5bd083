"""Whom a text names: a municipality or somebody else, as people write it in a line of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.model.choices import PartyType
from samverkan.municipalities import bare_name
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.law.holdings import Holdings, Municipal
    from samverkan.model.parties import Party
    from samverkan.workspace.actors import KnownParties
    from samverkan.workspace.document import Document

_OTHERS = re.compile(r"polis|police|länsstyrels|county administrative", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 20
"""How many words a name may have and be found in a text."""
_ROLES = frozenset({"kommunen", "kommun", "municipality"})
"""Ids that a text may hold as common words, meaning any municipality."""


def names_others(text: str) -> bool:
    """Tell whether a text names the police or another authority of the state, rather than a municipality."""
    return bool(_OTHERS.search(text))


def names_another(held: Holdings, municipality: Municipal, document: Document, text: str) -> bool:
    """Tell whether a text names other parties of a document, and not a municipality.

    Args:
        held: the documents by municipality.
        municipality: the municipality.
        document: the document that holds the text.
        text: such as `Grannby kommuns kommunalråd`.
    """
    named = named_in(held, document, text)
    return bool(named) and not {party.id for party in named} & held.party_ids(municipality, document)


def named_in(held: Holdings, document: Document, text: str) -> tuple[Party, ...]:
    """Give the parties of a document that a text names by their names or ids."""
    return _named(held.workspace.relations.parties_of(document), text)


@remembered(maxsize=4096)
def _named(parties: KnownParties, text: str) -> tuple[Party, ...]:
    forms, words = _places_by_form(parties), _bare(text).split()
    said = {" ".join(words[i:end]) for i in range(len(words)) for end in range(i + 1, i + _MOST_WORDS + 1)}
    return tuple(parties[place] for place in sorted({place for form in said for place in forms.get(form, ())}))


@remembered(maxsize=64)
def _places_by_form(parties: KnownParties) -> dict[str, list[int]]:
    """Give which of some parties each form of a name means, so that not each party is looked for in each text."""
    found: dict[str, list[int]] = {}
    for i, party in enumerate(parties):
        for form in _forms(party):
            found.setdefault(form, []).append(i)
    return found


def _forms(party: Party) -> Iterator[str]:
    """Give the ways in which a text may name a party: its name, that of a municipality also with an -s, its id."""
    name = _bare(bare_name(party.name) if party.type is PartyType.MUNICIPALITY else party.name)
    yield from (name, f"{name}s", name.removesuffix("s"))
    if party.id not in _ROLES:
        yield " ".join(party.id.split("-"))


def _bare(text: str) -> str:
    """Give the words of a text without case and with one space between."""
    return " ".join(_WORD.findall(text.casefold()))
