"""How far something has come as people say it: ”inte påbörjad”, ”till hälften klart”, ”50 %”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.model.choices import Progress

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_ALL = 100
_SHARE = re.compile(r"(?:ca |cirka |ungefär )?([0-9]{1,3})(?:[.,][0-9]{1,2})? ?(?:%|procent|per cent)(?: .{1,40})?")
_COUNTED = re.compile(r"([0-9]{1,4}) (?:av|of) (?:de |the )?([0-9]{1,4})\b")
_TO = re.compile(r"\A(?:klar|färdig|genomförd|uppnådd|uppfylld|done|complete)\w{0,2} (?:till|to) ")
_NOT = r"(?:ännu )?(?:ej|inte|icke) (?:ännu )?"
_PART = re.compile(
    r"(?:till )?(?:hälften|halv\w*|delvis|delar|nästan|snart|mestadels|till (?:viss|stor) del|i huvudsak|i stort)\b"
    r"|inte (?:helt|riktigt)\b|(?:snart|på god) väg\b|på gång\b|i gång\b|igång\b|löper\b|rullar\b|pågår\b"
    r"|under (?:arbete|genomförande|uppbyggnad)\b|(?:half|almost|partly|nearly|in progress|under way)\b"
)
_NONE = re.compile(
    rf"{_NOT}(?:påbörja\w*|starta\w*|igångsatt\w*|börjat|inled\w*|kommit i ?gång)\b"
    r"|har (?:ännu )?inte (?:ännu )?(?:påbörjats|börjat|startat)\b|återstår\b|kvar att göra\b|att göra\b|kommande\b"
    r"|not (?:yet )?(?:started|begun)\b"
)
_WHOLE = re.compile(
    r"(?:helt|fullt ut|allt(?:ing)?(?: är)?|redan) ?(?:klar\w*|färdig\w*|genomför\w*|gjort|uppnå\w*|uppfyll\w*|$)"
)
_UNFINISHED = re.compile(rf"{_NOT}(?:riktigt )?(?:klar|färdig|slutför|avsluta)\w*\b|not (?:yet )?(?:finished|done)\b")
_UNDONE = re.compile(rf"{_NOT}(?:genomför|utför|gjord|gjort)\w*\b")
_VALUES = {
    "unfinished": ("not-yet", "ongoing"),
    "undone": ("planned",),
    "part": ("partly", "ongoing"),
    "none": ("planned", "not-yet"),
    "whole": ("done", "reached"),
}
"""The values that say so, for what is planned and for what came of it; the first that may stand in a place is meant."""


def degrees_meant(bare: str, members: Collection[str]) -> Iterator[str]:
    """Give the value that a text says how far something has come with.

    Args:
        bare: the text in small letters.
        members: the values that may stand in its place.
    """
    degree = _degree(bare)
    yield from (value for value in _VALUES.get(degree, ()) if value in members)


def not_begun(text: str) -> str:
    """Give the value for what is not begun, where a text says that and no more: ”ej påbörjad”, ”not started”."""
    return Progress.PLANNED.value if _NONE.fullmatch(text.strip(" .").casefold()) else ""


def _degree(bare: str) -> str:
    bare = bare.removeprefix("är ")
    if counted := _COUNTED.match(bare):
        done, whole = int(counted[1]), int(counted[2])
        return "none" if not done else "part" if done < whole else "whole" if done == whole else ""
    if share := _SHARE.fullmatch(_TO.sub("", bare)):
        percent = int(share[1])
        return "none" if not percent else "part" if percent < _ALL else "whole" if percent == _ALL else ""
    found = (("none", _NONE), ("unfinished", _UNFINISHED), ("undone", _UNDONE), ("part", _PART), ("whole", _WHOLE))
    return next((degree for degree, form in found if form.match(bare)), "")
