"""References that lead to something of another kind than belongs there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from samverkan.findings import Elsewhere, Mend, MendKind, Severity
from samverkan.model.choices import KINDS_WITH_ARTICLE
from samverkan.rules.rule import ALL_KINDS, Breach, RuleInput, at, rule
from samverkan.words.lists import FirstOf
from samverkan.words.sentence import Entry, Text
from samverkan.workspace.called import part_called
from samverkan.workspace.kin import kin_of
from samverkan.workspace.references import leads_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.document import DocumentModel
    from samverkan.model.links import Link
    from samverkan.workspace.document import Document
    from samverkan.workspace.references import LinkTarget

_MOST_LOOKED_FOR = 20
"""As many are held against what they may have been meant to lead to: more than anybody mends one by one."""
_LEADS_HERE = Text("Hänvisningen leder hit.", "The reference leads here.")
_CORRECT = Text("Rätta id:t.", "Correct the id.")
_CALLED = Text("Menade du {name}?", "Did you mean {name}?")
_KIN = Text("Rätta id:t: dit hör {names}.", "Correct the id: what belongs there is {names}.")
_SWAPPED = Text("Den har bytt plats med {other}.", "It has changed places with {other}.")


class _Wrong(NamedTuple):
    """A reference that leads to something of the wrong kind, the place that it is written at, and where it leads."""

    link: Link
    place: KeyPath
    target: LinkTarget


@rule(
    Severity.ERROR,
    Entry(
        sv="Hänvisningen {id} leder till {met}.",
        en="The reference {id} leads to {met}.",
        sv_help="Den ska leda till {wanted}. {cure}",
        en_help="It must lead to {wanted}. {cure}",
    ),
    kinds=ALL_KINDS,
)
def wrong_kind_reference(given: RuleInput[DocumentModel]) -> Iterator[Breach]:
    """A measure that points to a problem where a cause belongs looks complete but is not.

    sv: En åtgärd som pekar på ett problem där en orsak hör hemma ser komplett ut men är det inte.
    source: Filformatet. | The file format.
    bad:
        commitments:
          - {id: delta, by: kommunen, text: Delta i rådet., theme: coordination, focus_area: rådet}
    good:
        commitments:
          - {id: delta, by: kommunen, text: Delta i rådet., theme: coordination, focus_area: platser}
    """
    beside: dict[KeyPath, list[_Wrong]] = {}
    for one in (wrong := list(_of_wrong_kind(given))):
        if isinstance(one.place[-1], str):
            beside.setdefault(one.place[:-1], []).append(one)
    for count, one in enumerate(wrong):
        where = _where_it_leads(one.target)
        tell = partial(at, *one.link.path, related=(where,), id=one.link.target, met=_named(one.target))
        other = next((other for other in beside.get(one.place[:-1], ()) if _are_swapped(one, other)), None)
        if other is None:
            cure, mend = _meant(given, one) if count < _MOST_LOOKED_FOR else (_CORRECT, None)
            yield tell(wanted=one.link.to, cure=cure, mend=mend)
        elif one.link.path < other.link.path:  # the two are told of in one
            cure = _SWAPPED.with_fields(other=other.link.target)
            yield tell(wanted=one.link.to, cure=cure, mend=Mend(str(other.place[-1]), MendKind.SWAP))


def _of_wrong_kind(given: RuleInput[DocumentModel]) -> Iterator[_Wrong]:
    references = given.workspace.references
    for link in given.document.links:
        target = references.resolve(given.document, link)
        is_wrong = target is not None and not leads_to(target, link)
        if target is not None and is_wrong and not references.might_resolve(given.document, link):
            yield _Wrong(link, given.document.written_path(link.path), target)


def _meant(given: RuleInput[DocumentModel], one: _Wrong) -> tuple[Text, Mend | None]:
    """Say what a reference was most likely meant to lead to: what is called so, or belongs to what it leads to."""
    near = (given.document, *given.workspace.references.opened_by(given.document))
    if called := part_called(one.link.target, one.link.to.items, near):
        return _CALLED.with_fields(name=called), Mend(called)
    kin = kin_of(one.target, one.link.to.items, near, given.workspace.references)
    if not kin:
        return _CORRECT, None
    left = kin if len(kin) == 1 else [name for name in kin if _is_led_nowhere_from(name, near, given)]
    mend = Mend(left[0], is_example=len(kin) > 1) if len(left) == 1 else None
    return _KIN.with_fields(names=FirstOf(tuple(kin))), mend


def _is_led_nowhere_from(name: str, near: Sequence[Document], given: RuleInput[DocumentModel]) -> bool:
    """Tell whether nothing leads to a part of some documents, as to the cause that is yet without a measure."""
    holding = (one for one in near if name in one.items)
    return not any(given.workspace.references.to(one, one.items[name].path) for one in holding)


def _where_it_leads(target: LinkTarget) -> Elsewhere:
    return Elsewhere(_LEADS_HERE, target.place.path if target.place else ("id",), target.document.file)


def _are_swapped(one: _Wrong, other: _Wrong) -> bool:
    """Tell whether each of two references under keys of the same part leads to what belongs under the other key."""
    are_keys = isinstance(one.place[-1], str) and one.place != other.place
    return are_keys and leads_to(one.target, other.link) and leads_to(other.target, one.link)


def _named(target: LinkTarget) -> Text:
    if target.place is not None and target.place.item is not None:
        return Text(target.place.item.sv, target.place.item.en)
    kinds = {kind.value: Text(*words) for kind, words in KINDS_WITH_ARTICLE.items()}
    return kinds.get(target.document.kind or "", Text("något annat", "something else"))
