"""A text that stands for a part with a date of its own and tells the date too: ”Kommunstyrelsen 2024-01-10, § 7”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samverkan.model.choices import Light
from samverkan.model.fields import keys_of
from samverkan.model.meant_times import date_apart, dates_within
from samverkan.model.mends import choice_called, is_part
from samverkan.model.progress_notes import ProgressNote

if TYPE_CHECKING:
    from collections.abc import Collection

    from samverkan.model.base import TextPart

_LENGTH_OF_DAY = len("2024-01-10")
_MOST_WORDS = 8
"""What is longer is a sentence, which may need its date."""
_LEAD = re.compile(r" (?:i|den|på|under|från|till|av|sedan|kl|in|on)\Z")
_APART = re.compile(r"\A[0-9]|[,(:;.–] ?[0-9-]{4,10}\)?\Z")
"""A date that begins a sentence, or is set off from it: one within it is of what the sentence tells."""
_TO = re.compile(r"\A(?:till|to) ", re.IGNORECASE)
_ANY_CASE = re.IGNORECASE
_BESIDE = (
    ("by", re.compile(r",? (?:av|by) ([a-zåäö0-9-]+)\Z")),
    ("case_number", re.compile(r",? \(?(?:dnr|diarienummer)[.:]? ([^\s,()]+(?: [^\s,()]+)?)\)?\Z", _ANY_CASE)),
    ("paragraph", re.compile(r",? \(?(§§? ?[0-9]{1,4}(?:[–-][0-9]{1,4})?)\)?(?=,? |\Z)")),
)
"""What stands beside a date, each by its key, in the order in which it is taken out."""
_NOTE = re.compile(
    r"\A(?:([^\W\d_]{3,8})(?![^\W_]))?[ ,:(–-]{0,3}([0-9]{4}-[0-9]{2}-[0-9]{2})?\)?(\Z|[.:;,](?= |\Z)| [–-](?= ))"
)
"""A colour, a day or both before what is said of it: ”Rött 2026-10-05. Två har visat intresse.”."""


def keys_within(part: TextPart, parties: Collection[str]) -> dict[str, str]:
    """Give the keys that the words of a part belong under; none where its own text has no date, or more than it says.

    Args:
        part: the part, of which nothing is known but its own text.
        parties: the ids of parties.
    """
    kind = type(part)
    text = str(vars(part).get(kind.text_key) or "").strip()
    if "date" not in keys_of(kind) or vars(part).get("date") is not None or "\n" in text:
        return {}
    found = _of_a_note(text) if kind is ProgressNote else _of_a_name(text, kind, parties)
    is_free = all(not vars(part).get(key) for key in found if key != kind.text_key)
    return found if is_free and is_part(kind, found) else {}


def light_within(text: str) -> tuple[str, str]:
    """Give the traffic light that a text is, or begins with, and what it says of it; empty texts where it does not."""
    plain = text.strip()
    said = _of_a_note(plain)
    if said.keys() == {"light", "text"}:
        return said["light"], said["text"][:1].upper() + said["text"][1:]
    alone = _light(plain.rstrip(".!")) if plain.rstrip(".!").isalpha() else ""
    return alone, plain if alone else ""


def _of_a_note(text: str) -> dict[str, str]:
    """Part a note into its traffic light, its day and the rest."""
    found = _NOTE.match(text)
    if found is None:
        return {}
    word, date, mark = found.groups()
    light, rest = _light(word) if word else "", text[found.end() :].strip()
    is_told = bool(date) or bool(light and rest and mark != ",")
    said = {"light": light, "date": date, "text": rest} if is_told and bool(light) is bool(word) else {}
    return {key: value for key, value in said.items() if value}


def _light(word: str) -> str:
    """Give the traffic light that a word is the colour of; empty where it says how far something has come."""
    light = choice_called(ProgressNote, "light", word)
    colours = {name[:2] for one in Light if one.value == light for name in (one.sv, one.en)}
    return light if word[:2].casefold() in colours else ""


def _of_a_name(text: str, kind: type[TextPart], parties: Collection[str]) -> dict[str, str]:
    """Part the name of somebody or something from its date and from what stands beside that."""
    beside, text = dict[str, str](), " ".join(text.split())
    for key, pattern in _BESIDE:
        met = pattern.search(text) if key in keys_of(kind) else None
        if met and (key != "by" or met[1] in parties):
            beside[key] = met[1]
            text = text[: met.start()] + text[met.end() :]
    date, name = _date_and_name(text, kind)
    name = _LEAD.sub("", name)
    if kind.text_key == "to":
        name = _TO.sub("", name)
    if len(date) != _LENGTH_OF_DAY or not name or len(name.split()) > _MOST_WORDS or not name[0].isupper():
        return {}
    return {kind.text_key: name, "date": date} | dict(reversed(beside.items()))


def _date_and_name(text: str, kind: type[TextPart]) -> tuple[str, str]:
    """Part the one date of a text from the rest; empty texts where a sentence tells of it."""
    is_told_apart = kind.text_key != "text" or _APART.search(text) is not None
    return date_apart(text) if is_told_apart and len(dates_within(text)) == 1 else ("", "")
