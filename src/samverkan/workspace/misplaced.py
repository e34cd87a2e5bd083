"""Lines that make much else wrong: a key written as a comment, and the keys of an item on a level with its hyphen.

What such a line was meant as is tried, and kept where there is less wrong with the document that comes of it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from samverkan.model.fields import keys_of, part_at
from samverkan.model.kinds import model_of
from samverkan.model.load import load
from samverkan.model.remarks import value_at
from samverkan.model.synonyms import keys_called
from samverkan.source.edits import of_lines
from samverkan.source.faults import Fault, is_unreadable, point
from samverkan.source.lines import lines_of
from samverkan.source.positions import positions_in
from samverkan.source.reader import parse
from samverkan.workspace.keys_met_again import told_of_keys_met_again
from samverkan.workspace.tables_meant import tables_in_lists
from samverkan.workspace.wrong_lists import in_their_documents, in_their_lists

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from samverkan.findings import KeyPath
    from samverkan.model.base import Part
    from samverkan.model.load import Loaded

_MOST_TRIED = 8
_MOST_CHARACTERS = 100_000
"""Of a text that is read anew for each trial: more than anybody writes by hand."""
_STEP = 2
_COMMENT = re.compile(r"\A#++ ?([^\W\d_][^#:,.]{1,40})(?::|) ?\Z")
_ITEM = re.compile(r"\A( *+)- ([a-z_]++):(?: |\Z)")
_KEY = re.compile(r"\A( *+)([a-z_]++):(?: |\Z)")


class Read(NamedTuple):
    """What a text is read as.

    Attributes:
        data: its plain data.
        faults: what is wrong with the text.
        loaded: the document, and what is wrong with its shape.
    """

    data: Any
    faults: list[Fault]
    loaded: Loaded


class _Trial(NamedTuple):
    """Lines as they may have been meant.

    Attributes:
        sentence: what is said of them.
        key: the key that they are about.
        first: the first of them, from 0.
        lines: as they were meant.
        place: the place in the document that they stand for.
    """

    sentence: str
    key: str
    first: int
    lines: Sequence[str]
    place: KeyPath


def read_as_meant(text: str, read: Read) -> Read:
    """Read a text as it was meant where a few of its lines make much else wrong; else as it is.

    Args:
        text: the text.
        read: what it is read as, with something wrong.
    """
    model = model_of(read.loaded.kind) if read.loaded.kind else None
    if model is None or not isinstance(read.data, dict) or len(text) > _MOST_CHARACTERS:
        return read
    faults = told_of_keys_met_again(text, read.data, read.faults, model)
    tables, others = tables_in_lists(text, read.data, read.loaded)
    loaded = replace(read.loaded, remarks=others, unread=read.loaded.unread.union(_ids_lost(faults, read.data)))
    read, lines = Read(read.data, [*faults, *tables], loaded), lines_of(text)
    trials = chain(_keys_as_comments(lines, model, read.data), _keys_beside_hyphens(text, lines, model))
    tried = next(filter(None, (_tried(one, lines, read) for one in islice(trials, _MOST_TRIED))), None)
    if tried is not None:
        return tried
    loaded = in_their_lists(text, read.data, read.loaded, model)
    return read._replace(loaded=in_their_documents(text, read.data, loaded, model))


def _ids_lost(faults: Sequence[Fault], data: Any) -> Iterator[KeyPath]:
    """Give the places of the ids of items that have lost their first line: right behind the lists that they are in."""
    for fault in faults:
        if fault.sentence == "no-first-line" and fault.fields["key"] == "id":
            around = fault.path[:-2]
            yield (*around, len(value_at(data, around)), "id")


def _tried(one: _Trial, lines: Sequence[str], read: Read) -> Read | None:
    """Give what comes of a trial; None where not less is wrong, or not half as much where the lines have faults too.

    What is wrong with these is told once they stand where they belong.
    """
    last = one.first + len(one.lines)
    data, faults = parse("\n".join((*lines[: one.first], *one.lines, *lines[last:])))
    if is_unreadable(faults) and not is_unreadable(read.faults):
        return None
    loaded = load(data)
    left = [made for made in loaded.remarks if made.path[: len(one.place)] != one.place]
    before, wrong = len(read.faults) + len(read.loaded.remarks), len(faults) + len(loaded.remarks)
    if wrong >= before or (len(left) < len(loaded.remarks) and wrong * 2 > before):
        return None
    where = point(one.first, len(lines[one.first]) - len(lines[one.first].lstrip()), len(lines[one.first].strip()))
    edit = of_lines(one.first, lines[one.first : last], one.lines, is_safe=False)
    fault = Fault(one.sentence, where, {"key": one.key}, one.place, edit=edit)
    return Read(data, [fault, *faults], replace(loaded, remarks=left, unread=loaded.unread | {one.place}))


def _keys_as_comments(lines: Sequence[str], model: type[Part], data: Mapping[str, Any]) -> Iterator[_Trial]:
    """Find the comments that are the names of keys which the document has not, right above the items of a list."""
    below = ""
    for row in reversed(range(len(lines))):
        found = _COMMENT.match(lines[row]) if below.startswith("- ") else None
        key = _key_named(found[1].strip(), model) if found else ""
        if key and key not in data:
            yield _Trial("key-as-comment", key, row, (f"{key}:",), (key,))
        below = lines[row].strip() or below


def _key_named(name: str, model: type[Part]) -> str:
    """Give the key of a document that a heading is the name of; empty for none."""
    keys = keys_of(model)
    titled = [key for key, field in keys.items() if name.casefold() in {(field.title or key).casefold(), key}]
    called = titled or keys_called(name, keys)
    return called[0] if len(called) == 1 else ""


def _keys_beside_hyphens(text: str, lines: Sequence[str], model: type[Part]) -> Iterator[_Trial]:
    """Find the items whose later keys stand straight below the hyphen, where they belong to the part around."""
    for row, line in enumerate(lines):
        item, around = _ITEM.match(line), _KEY.match(lines[row - 1]) if row else None
        if item is None or around is None or around[1] != item[1] or lines[row - 1].strip() != f"{around[2]}:":
            continue
        place = positions_in(text).key_on_line(row, around[2])
        part = part_at(model, place) if place else None
        last = _last_of_item(lines, row, item, keys_of(part)) if part else row
        if last > row:
            moved = [" " * _STEP + one if one.strip() else one for one in lines[row + 1 : last + 1]]
            yield _Trial("keys-beside-hyphen", around[2], row + 1, moved, place)


def _last_of_item(lines: Sequence[str], row: int, item: re.Match[str], keys: Collection[str]) -> int:
    """Give the last line that belongs to an item: those whose keys it can have and has not, with their values."""
    met, last = {item[2]}, row
    for number, line in enumerate(lines[row + 1 :], row + 1):
        indent = len(line) - len(line.lstrip())
        key = _KEY.match(line) if indent == len(item[1]) else None
        if line.strip() and indent > len(item[1]) and last == row:
            break  # the keys of the item stand where they should
        if line.strip() and indent <= len(item[1]):
            if key is None or key[2] in met or key[2] not in keys:
                break
            met.add(key[2])
        last = number if line.strip() else last
    return last
