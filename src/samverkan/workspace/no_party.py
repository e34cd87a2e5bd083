"""Names of those who are no parties where only parties can stand: under `members`, `party` or `by`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from samverkan.findings import KeyPath, Mend, MendKind
from samverkan.guess import closest
from samverkan.model.choices import Item
from samverkan.model.fields import keys_of, part_at
from samverkan.model.key_meant import is_name
from samverkan.model.kinds import model_of
from samverkan.model.remarks import remark, shown
from samverkan.source.quoting import scalar
from samverkan.words.groups import PARTY_GROUP_WORDS, is_role
from samverkan.words.lists import FirstOf
from samverkan.workspace.meant import BETWEEN, leads_to, mended_reference, others_named
from samverkan.workspace.meant_parties import names_another, parties_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samverkan.findings import Remark
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_MOST_NAMED = 100
_OTHERS = "other_members"
_OF_ACTOR = "organisation"


class _Named(NamedTuple):
    """Those who are named in one place.

    Attributes:
        parties: the ids of the parties among them.
        others: the rest, as they are written.
    """

    parties: list[str]
    others: list[str]


def with_no_party(remarks: Iterable[Remark], document: Document, workspace: Workspace) -> Iterator[Remark]:
    """Say of those who are no parties that they are none, once for all of a list.

    Args:
        remarks: what is wrong with the document's form.
        document: the document.
        workspace: the workspace.
    """
    told = list(remarks)
    found: dict[KeyPath, Remark | None] = {}
    for made in told:
        if made.rule == "bad-reference" and made.mend is None and _whole(made.path) not in found:
            found[_whole(made.path)] = _no_party(made, document, workspace)
    said = set[KeyPath]()
    for made in told:
        whole = _whole(made.path)
        instead = found.get(whole) if made.rule == "bad-reference" else None
        if instead is None:
            yield made
        elif whole not in said:
            said.add(whole)
            yield instead


def _whole(path: KeyPath) -> KeyPath:
    """Give the place of the list that a place is an item of, or else the place."""
    return path[:-1] if path and isinstance(path[-1], int) else path


def _no_party(made: Remark, document: Document, workspace: Workspace) -> Remark | None:
    to = leads_to(made.path, document)
    if to is None or to.items != (Item.PARTY,) or document.kind is None:
        return None
    known = parties_of((document, *others_named(document, workspace)))
    place = _whole(made.path)
    named = _named(made, place, known, document, workspace)
    if not known or named is None or not named.others:
        return None
    part = part_at(model_of(document.kind), place[:-1])
    own, around = keys_of(part) if part else {}, document.value_at(place[:-1])
    who = FirstOf(tuple(map(shown, named.others)))
    if _OTHERS in own:
        said = remark("no-party-but-member", place, names=who)
        return replace(said, mend=None if _OTHERS in around else _among_others(str(place[-1]), named))
    if _OF_ACTOR in own:
        said = remark("no-party-but-actor", place, names=who)
        return replace(said, mend=None if _OF_ACTOR in around else _as_organisation(named))
    return remark("no-party", place, names=who, known=FirstOf(tuple(known)))


def _named(
    made: Remark, place: KeyPath, known: dict[str, str], document: Document, workspace: Workspace
) -> _Named | None:
    """Part those who are named in a place; None where one of them is misspelt rather than none."""
    found = _Named([], [])
    for one in _names_in(document.value_at(place)):
        said = made.message.with_fields(written=one)
        mend = mended_reference(replace(made, message=said, path=(*place, 0)), document, workspace)
        if one in known or one in PARTY_GROUP_WORDS:
            found.parties.append(one)
        elif mend is not None and str(mend.text) in known:
            found.parties.append(str(mend.text))
        elif closest(one, tuple(known.items())):
            return None
        else:
            found.others.append(one)
    return found


def _names_in(written: object) -> list[str]:
    """Give the names that a text or a list holds; none of a list of more than anybody writes, or of other things."""
    each = BETWEEN.split(written) if isinstance(written, str) else written
    if not isinstance(each, list) or len(each) > _MOST_NAMED or not all(isinstance(one, str) for one in each):
        return []
    return [name.strip() for name in each]


def _among_others(key: str, named: _Named) -> Mend:
    lines = [f"{key}: [{', '.join(dict.fromkeys(named.parties))}]"] if named.parties else []
    lines.append(f"{_OTHERS}: [{', '.join(scalar(one) for one in named.others)}]")
    return Mend("\n".join(lines), MendKind.PAIR)


def _as_organisation(named: _Named) -> Mend | None:
    """Write the one who is named as an organisation; None where there are several, or it is a role or a person."""
    name = named.others[0]
    is_one = len(named.others) + len(named.parties) == 1
    is_organisation = names_another(name) or not (is_role(name) or is_name(name))
    return Mend(f"{_OF_ACTOR}: {scalar(name)}", MendKind.PAIR) if is_one and is_organisation else None
