"""Who does something or signs: a party under its own key, and a role under its own."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from samverkan.findings import Mend, MendKind, Severity
from samverkan.model.offices import type_with_office
from samverkan.model.parties import Signatory
from samverkan.model.plan import Actor
from samverkan.model.review import Participant
from samverkan.rules.concern import Concern
from samverkan.rules.rule import Breach, RuleInput, at, rule
from samverkan.source.quoting import scalar
from samverkan.words.groups import is_role
from samverkan.words.sentence import Entry, quoted
from samverkan.workspace.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samverkan.findings import KeyPath
    from samverkan.model.document import DocumentModel
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_AND_PARTY = re.compile(r"([^,()]{2,80})(?:, ([^,()]{2,80})| \(([^,()]{2,80})\))")
_DASH = re.compile(r" [–—-] ")
"""What stands between a name and a role as a comma does."""
_MOST_PARTS = 3
_TWO = 2


@rule(
    Severity.WARNING,
    Entry(
        sv="{value} läses som en roll, men {party} är en part.",
        en="{value} is read as a role, but {party} is a party.",
        sv_help="Skriv parten under Part (`party`): `{meant}`. En roll, som Trygghetssamordnare, kan stå bredvid.",
        en_help="Write the party under `party`: `{meant}`. A role, such as Trygghetssamordnare, can stand beside it.",
    ),
    concern=Concern.ORDER,
    kinds=("action-plan", "communication-plan", "follow-up"),
)
def party_as_role(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """What a party is to do is counted as the party's only where it stands as the party.

    sv: Det som en part ska göra räknas som partens bara när parten står under sin egen nyckel.
    source: Filformatet. | The file format.
    bad:
        kind: action-plan
        measures:
          - {id: belysning, title: Bättre belysning, causes: mörker, goals: tryggare, who: kommunen, until: 2024-10}
    good:
        kind: action-plan
        measures:
          - id: belysning
            title: Bättre belysning
            causes: mörker
            goals: tryggare
            who: {party: kommunen}
            until: 2024-10
    """
    near = _Near(given)
    for path, part in given.document.parts_of(Actor, Participant):
        has_party = isinstance(part, Actor | Participant) and part.party is not None
        if not isinstance(part, Actor | Participant) or has_party or part.role is None:
            continue
        if given.document.is_unread((*path, "party")):
            continue  # the party may stand there
        role, party = _role_and_party(part.role, near)
        if party:
            said = {"party": party} | ({"role": role} if role else {})
            yield _at(path, "role", said, given, party=party)


def _role_and_party(written: str, near: _Near) -> tuple[str, str]:
    """Part a role from the party that stands after it: ”Gatuchef, kommunen”, ”gatuchef (kommunen)”, or alone."""
    if party := near.party(written):
        return "", party
    found = _AND_PARTY.fullmatch(written)
    return (found[1], near.party(found[2] or found[3])) if found else ("", "")


@rule(
    Severity.WARNING,
    Entry(
        sv="I namnet {value} står också en roll.",
        en="The name {value} holds a role too.",
        sv_help="Dela upp det: `{meant}`.",
        en_help="Part it: `{meant}`.",
    ),
    concern=Concern.ORDER,
    kinds=("agreement", "citizen-promise", "action-plan", "follow-up"),
)
def role_in_name(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """The name stands under the line for the signature, and the role below it, only where each has its key.

    sv: Namnet står vid underskriften och rollen under det bara när vart och ett har sin nyckel.
    source: Filformatet. | The file format.
    bad:
        signatures:
          place: Lessebo
          date: 2024-01-15
          signatories:
            - {party: polisen, name: "Kim Ek, lokalpolisområdeschef"}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
    good:
        signatures:
          place: Lessebo
          date: 2024-01-15
          signatories:
            - {party: polisen, name: Kim Ek, role: lokalpolisområdeschef}
            - {party: kommunen, name: Lo Berg, role: Kommunstyrelsens ordförande}
    """
    near = _Near(given)
    for path, part in given.document.parts_of(Signatory):
        if isinstance(part, Signatory) and (said := _of_signatory(part, near)):
            yield _at(path, "name", said, given)


def _of_signatory(part: Signatory, near: _Near) -> dict[str, str]:
    """Part the name of a signatory who has no role of their own, with the party where the role tells it."""
    is_bare = part.role is None and part.organisation is None
    said = _parted(part.name or "", near, has_party=part.party is not None) if is_bare else {}
    owner = near.party_with(said["role"]) if said and part.party is None and "party" not in said else ""
    return {"party": owner, **said} if owner else said


def _parted(name: str, near: _Near, *, has_party: bool) -> dict[str, str]:
    """Part a name, a role after a comma, and a party after another one; empty where it is not made of these."""
    parts = [part.strip() for part in _DASH.sub(", ", name, count=1).split(",")]
    party = near.party(parts[-1]) if len(parts) == _MOST_PARTS and not has_party else ""
    is_named = len(parts) == _TWO or party
    if not is_named or not all(parts) or not is_role(parts[1]):
        return {}  # two names, or one with the surname first
    return ({"party": party} if party else {}) | {"name": parts[0], "role": parts[1]}


class _Near:
    """The parties of a document and of those that it names, by id and by name."""

    def __init__(self, given: RuleInput[DocumentModel]) -> None:
        self._given = given

    @cached_property
    def _documents(self) -> dict[Document, None]:
        given = self._given
        return dict.fromkeys((given.document, *given.workspace.references.opened_by(given.document)))

    def party_with(self, role: str) -> str:
        """Give the id of the one party of the type that a role belongs to; empty where the role does not tell."""
        owner, parties = type_with_office(role), self._given.workspace.relations.parties_of(self._given.document)
        found = [party.id for party in parties if party.type is owner]
        return found[0] if len(found) == 1 else ""

    def party(self, called: str) -> str:
        """Give the id of the party that is called something; empty for none."""
        holding = _parties(self._given.workspace).get(called.casefold(), {})
        if len(self._documents) <= len(holding):
            return next((holding[one] for one in self._documents if one in holding), "")
        return next((name for one, name in holding.items() if one in self._documents), "")


@remembered(maxsize=1)
def _parties(workspace: Workspace) -> dict[str, dict[Document, str]]:
    """Give the ids of all parties by what they are called in small letters, and by the document that has them."""
    found: dict[str, dict[Document, str]] = {}
    for document in workspace.documents:
        for party in document.model.parties if document.model else ():
            for word in (party.id, party.name):
                found.setdefault(word.casefold(), {}).setdefault(document, party.id)
    return found


def _at(path: KeyPath, key: str, said: dict[str, str], given: RuleInput[DocumentModel], party: str = "") -> Breach:
    """Point at a key, or at the part that is its text alone, and write other keys there."""
    written, lines = given.document.value_at(path), [f"{own}: {scalar(one)}" for own, one in said.items()]
    meant = ", ".join(lines)
    if isinstance(written, str):
        return at(*path, mend=Mend(f"{{{meant}}}"), value=quoted(written), meant=meant, party=party)
    value = written.get(key, "") if isinstance(written, dict) else ""
    return at(
        *path, key, mend=Mend("\n".join(lines), MendKind.PAIR), value=quoted(str(value)), meant=meant, party=party
    )
