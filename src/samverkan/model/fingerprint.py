"""The fingerprint of what was agreed: the same as long as no word, number, date or party changes."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from operator import ne
from typing import TYPE_CHECKING, Any, NamedTuple

from samverkan.model.base import Part
from samverkan.model.links import REVIEWED_ITEMS
from samverkan.model.survey import Survey, survey
from samverkan.model.texts import FOOTNOTE

if TYPE_CHECKING:
    from samverkan.model.document import DocumentModel

_SHOWN_GROUPS = 4
_FEW = 2


def fingerprint(model: DocumentModel, known: Survey | None = None) -> str:
    """Give a document's fingerprint: 64 hexadecimal digits.

    Blind to comments, layout, the order of keys, and to what is filled in when the text is already agreed: place and
    date of signing, where the document was published, and how far measures have come (each part names these in
    `not_agreed`). So is the id of a goal or a commitment that nothing in the document refers to: it can be given
    afterwards, so that a follow-up can name it. So is a work under references that nothing in the document cites.
    Everything else counts.

    Args:
        model: the document.
        known: what it holds, where that has been gathered already.
    """
    holds = known or survey(model)
    named = frozenset(link.target for link in holds.links)
    canonical = json.dumps(
        _agreed(model, _Named(named, named | _footnotes(holds))),
        ensure_ascii=True,
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def short(whole: str) -> str:
    """Give a fingerprint as it is printed for people: `1a2b-3c4d-5e6f-7081`."""
    return "-".join(whole[4 * i : 4 * i + 4] for i in range(_SHOWN_GROUPS))


def printed(written: str) -> str:
    """Give a fingerprint as written, whole or as printed for people, as it is printed."""
    return written if "-" in written else short(written)


def is_same(written: str, whole: str) -> bool:
    """Tell whether a fingerprint as written, whole or as printed for people, is that of a text."""
    return written in {whole, short(whole)}


def is_nearly(written: str, whole: str) -> bool:
    """Tell whether a fingerprint as written is that of a text but for one or two digits."""
    wrong: int = sum(map(ne, written, short(whole) if "-" in written else whole))
    return 0 < wrong <= _FEW


class _Named(NamedTuple):
    """What a document refers to: by keys alone, and by keys or footnote marks."""

    by_keys: frozenset[str]
    cited: frozenset[str]


def _footnotes(holds: Survey) -> frozenset[str]:
    return frozenset(found for written in holds.texts for found in FOOTNOTE.findall(written.text))


def _agreed(value: object, named: _Named) -> Any:
    if isinstance(value, Part):
        found = _agreed_fields(value, named).items()
        agreed = {
            key: inner if type(inner) is str else _agreed(inner, named)  # most are
            for key, inner in found
            if inner is not None and inner != ()
        }
        return agreed["text"] if value.agreed_as_text and agreed.keys() == {"text"} else agreed
    if isinstance(value, tuple):
        return [_agreed(inner, named) for inner in value]
    return value if isinstance(value, bool) else str(value)


@cache
def _keys_that_count(part: type[Part]) -> tuple[tuple[str, str], ...]:
    """Give the keys of a sort of part that count, with its attributes."""
    fields = part.model_fields.items()
    return tuple((field.alias or name, name) for name, field in fields if name not in part.not_agreed)


def _agreed_fields(part: Part, named: _Named) -> dict[str, object]:
    """Give the values of a part that count, by their keys in the file."""
    values = part.__dict__
    found = {key: values[name] for key, name in _keys_that_count(type(part))}
    found |= {name: meant for name, meant in part.agreed_as.items() if found[name] is None}
    if part.item in REVIEWED_ITEMS and found.get("id") not in named.by_keys:
        del found["id"]
    if "references" in found:
        found["references"] = tuple(work for work in found["references"] if work.id in named.cited)
    return found
