"""Keys that stand twice in the same place, where it can be seen what was meant: an item more, or a list of ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.source.edits import of_line, of_lines
from samverkan.source.faults import Fault, point

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samverkan.findings import Edit
    from samverkan.source.events import Event

_LEAST_KEYS = 2
"""That an item has before another begins: a key that is written twice in a row is no item."""
_IDS = re.compile(
    r"\A(?P<head>[ ]*+(?:-[ ]++)?(?P<key>[a-z_]++): )"
    r"(?:(?P<id>[a-zåäö0-9#-]++)|\[(?P<ids>[a-zåäö0-9#-]++(?:, ?[a-zåäö0-9#-]++)*)\])[ ]*+\Z"
)
_DOCUMENT_ENDS = re.compile(r"(?:---|\.\.\.)[ ]*+\Z")
_BEGINS = re.compile(r"[\"']?(?:samverkan|kind)[\"']?[ ]*+:")
_KEYS_OF_ONE = frozenset({"status"})
_SAID_ALONE = frozenset({"each", "jointly"})
_ALSO_SEVERAL = frozenset({"by"})


def item_without_hyphen(lines: Sequence[str], first: Mapping[str, Event], key: str, event: Event) -> Fault | None:
    """Tell that an item of a list begins where the first key of the one above is met again, its hyphen missing.

    Args:
        lines: the lines of the text.
        first: the events of the keys above, by their names and in their order.
        key: the key that is met again.
        event: its event.
    """
    if next(iter(first)) != key or len(first) < _LEAST_KEYS:
        return None
    above, mark = first[key].start_mark, event.start_mark
    lead, own = lines[above.line][: above.column], lines[mark.line][: mark.column]
    if lead.strip() != "-" or own.strip():
        return None
    hyphen = lead.index("-")
    new = own[:hyphen] + lead[hyphen:] + lines[mark.line][mark.column :]
    edit = of_line(mark.line, lines[mark.line], new, is_safe=False)
    return Fault("syntax-no-hyphen", point(mark.line, mark.column, len(key)), edit=edit)


def document_parted(lines: Sequence[str], line: int) -> Fault | None:
    """Tell of a line of hyphens between the parts of one document: none begins after it as a document does.

    Args:
        lines: the lines of the text.
        line: where the second document begins, from 0.
    """
    is_line = line < len(lines) and _DOCUMENT_ENDS.match(lines[line])
    begun = [row for row, text in enumerate(lines) if _BEGINS.match(text)] if is_line else []
    if not begun or begun[-1] > line:
        return None
    edit = of_line(line, lines[line], "", is_safe=False)
    return Fault("document-parted", point(line, 0, len(lines[line].rstrip())), edit=edit)


def as_one_list(lines: Sequence[str], first: int, second: int) -> Edit | None:
    """Gather the ids of two lines with the same key in a list after the first; None where they hold something else.

    Args:
        lines: the lines of the text.
        first: the line with the key, from 0.
        second: the line where it is again.
    """
    one, other = _IDS.match(lines[first]), _IDS.match(lines[second])
    if one is None or other is None or not _takes_several(one["key"]):
        return None
    names = dict.fromkeys(
        ", ".join(found["id"] or found["ids"] for found in (one, other)).replace(", ", ",").split(",")
    )
    if names.keys() & _SAID_ALONE:
        return None
    new = [f"{one['head']}[{', '.join(names)}]", *lines[first + 1 : second]]
    return of_lines(first, lines[first : second + 1], new, is_safe=False)


def _takes_several(key: str) -> bool:
    return key in _ALSO_SEVERAL or (key.endswith("s") and key not in _KEYS_OF_ONE)
