"""What a check needs to know of every file of a large workspace, though it looks at few of its documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Facts(NamedTuple):
    """What a file comes to when it is read by itself.

    Attributes:
        is_ours: whether it is ours, readable or not.
        is_document: whether it could be read as YAML.
        is_whole: whether all of it could be read.
        id: the document's id.
        kind: the document's kind.
        leads_to: the ids that it refers to, of documents or of their parts.
        shares: what it has in common with the documents that it is looked at beside: how its id looks, its
            municipalities, the parties of an agreement.
        lost_ids: the ids that it may have and that cannot be read.
        asks_all: whether what is said of it depends on what all other documents hold.
    """

    is_ours: bool
    is_document: bool
    is_whole: bool
    id: str | None
    kind: str | None
    leads_to: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    lost_ids: tuple[str, ...] = ()
    asks_all: bool = False


def facts_from_plain(plain: object) -> Facts:
    """Give facts from what JSON made of them.

    Raises:
        ValueError: the data are something else.
    """
    match plain:
        case [
            bool(is_ours),
            bool(is_document),
            bool(is_whole),
            None | str() as name,
            None | str() as kind,
            list(leads_to),
            list(shares),
            list(lost_ids),
            bool(asks_all),
        ]:
            lists = (_texts(leads_to), _texts(shares), _texts(lost_ids))
            return Facts(is_ours, is_document, is_whole, name, kind, *lists, asks_all=asks_all)
    raise ValueError(type(plain).__name__)


def _texts(plain: list[object]) -> tuple[str, ...]:
    if not _are_texts(plain):
        raise ValueError(len(plain))
    return tuple(plain)


def _are_texts(plain: list[object]) -> TypeGuard[list[str]]:
    return set(map(type, plain)) <= {str}


def kinds_by_id(facts: Iterable[Facts]) -> dict[str, str | None]:
    """Give the kind of the first document of each id."""
    found: dict[str, str | None] = {}
    for one in facts:
        if one.is_document and one.id is not None:
            found.setdefault(one.id, one.kind)
    return found


def groups_of(facts: Sequence[Facts]) -> list[list[int]]:
    """Put together the files that have to do with each other, directly or by way of others.

    Two have where one refers to the other, and where they share something that rules look for among all documents. No
    finding of a document depends on what documents of other groups hold, but for what is asked of `Beyond`.

    Returns:
        The positions of the files of each group, in order.
    """
    above = list(range(len(facts)))
    first_sharing: dict[str, int] = {}
    holding: dict[str, int] = {}
    for i, one in enumerate(facts):
        for shared in one.shares:
            _join(above, i, first_sharing.setdefault(shared, i))
        if one.asks_all:
            _join(above, i, first_sharing.setdefault("", i))
        if one.id is not None:
            _join(above, i, holding.setdefault(one.id, i))
    for i, one in enumerate(facts):
        for name in one.leads_to:
            if name in holding:
                _join(above, i, holding[name])
    return _by_top(above)


def _join(above: list[int], one: int, other: int) -> None:
    one, other = _top(above, one), _top(above, other)
    above[max(one, other)] = min(one, other)


def _top(above: list[int], one: int) -> int:
    while above[one] != one:
        above[one] = above[above[one]]
        one = above[one]
    return one


def _by_top(above: list[int]) -> list[list[int]]:
    found: dict[int, list[int]] = {}
    for i in range(len(above)):
        found.setdefault(_top(above, i), []).append(i)
    return list(found.values())


def shared_out(groups: Sequence[Sequence[int]], count: int) -> list[list[int]]:
    """Make shares of about the same size; only a group that is larger than a share is divided."""
    most = -(-sum(map(len, groups)) // count)
    pieces = [group[at : at + most] for group in groups for at in range(0, len(group), most)]
    shares: list[list[int]] = [[] for _ in range(count)]
    for piece in sorted(pieces, key=len, reverse=True):
        min(shares, key=len).extend(piece)
    return shares
