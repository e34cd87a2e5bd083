"""What somebody answers when a first agreement is begun: which municipality is meant, and when it applies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from samverkan.errors import WrongUseError
from samverkan.escape import visible
from samverkan.model.dates import Cadence, CoarseDate, is_cadence, time_said
from samverkan.municipalities import bare_name, is_known, is_name_of, named, nearest, register
from samverkan.words.commands import sentence

if TYPE_CHECKING:
    from samverkan.words.sentence import Language

_CODED = re.compile(r"(?P<code>[0-9]{4})\b[\s,:=]*(?P<name>.*)")
_SHOWN = re.compile(r"\((?P<code>[0-9]{4})\)\Z")
_NAMED_OTHERWISE = frozenset({"Falun", "Gotland"})
USUAL_CADENCES = ("yearly", "half-yearly", "tertial", "quarterly", "every-2-years")
"""How often agreements are usually followed up, the commonest first."""


class Chosen(NamedTuple):
    """A municipality that somebody has named.

    Attributes:
        code: its four digits.
        name: its legal name; empty where only the short name or the code was given.
    """

    code: str
    name: str


def municipality(written: str) -> Chosen:
    """Find the municipality that is meant.

    Args:
        written: its legal name, its name in the register, its code, or the code and the legal name.

    Raises:
        WrongUseError: there is no such municipality, or the name is not that of the code.
    """
    text = " ".join(written.split())
    if coded := _CODED.fullmatch(text):
        return _of_code(coded["code"], coded["name"])
    if shown := _SHOWN.search(text):
        return _of_code(shown["code"], "")
    found = named(text)
    if found is None:
        near = nearest(text)
        key = "init-no-municipality-near" if near else "init-no-municipality"
        guess = f"{near.name} ({near.code})" if near else ""
        raise WrongUseError(sentence(key, value=visible(text), guess=guess))
    return Chosen(found.code, text if bare_name(text) != text.casefold() else "")


def _of_code(code: str, name: str) -> Chosen:
    known = register().get(code)
    if not is_known(code):
        raise WrongUseError(sentence("init-no-code", value=code))
    if known is not None and name and not is_name_of(name, known):
        raise WrongUseError(sentence("init-other-code", value=visible(name), code=code, known=known.name))
    return Chosen(code, name)


def proposed_name(code: str) -> str:
    """Propose the legal name of a municipality, for somebody to put right: many are called something else."""
    known = register().get(code)
    if known is None or known.name in _NAMED_OTHERWISE:
        return ""
    genitive = "" if known.name.casefold().endswith(tuple("aeiouyåäösxz")) else "s"
    return f"{known.name}{genitive} kommun"


def shown_municipalities() -> list[str]:
    """Give every municipality as it is shown to choose from: `Lessebo (0761)`."""
    return sorted(f"{one.name} ({one.code})" for one in register().values())


def legal_name(written: str, code: str) -> str:
    """Read the legal name of a municipality.

    Raises:
        WrongUseError: it is empty, or another one's.
    """
    text, known = " ".join(written.split()), register().get(code)
    if bare_name(text) == text.casefold():
        raise WrongUseError(sentence("init-whole-name", value=visible(text)) if text else sentence("init-empty"))
    return _of_code(code, text).name if known else text


def period(start: str, end: str) -> tuple[str, str]:
    """Read the first and the last year, month or day.

    Raises:
        WrongUseError: one is no time, or the last is before the first.
    """
    for written in (start, end):
        time(written)
    if CoarseDate.parse(end).last < CoarseDate.parse(start).first:
        raise WrongUseError(sentence("init-ends-before-start", start=visible(start), end=visible(end)))
    return start, end


def time(written: str) -> str:
    """Read a year, a month or a day.

    Raises:
        WrongUseError: it is none.
    """
    if not re.fullmatch("[0-9-]+", written) or time_said(written) is None:
        raise WrongUseError(sentence("init-no-time", value=visible(written) or sentence("no-value")))
    return written


def cadence(written: str) -> str:
    """Read how often something is done.

    Raises:
        WrongUseError: it is not how often.
    """
    if not is_cadence(written):
        raise WrongUseError(sentence("init-no-cadence", value=visible(written), known=", ".join(USUAL_CADENCES)))
    return written


def shown_cadence(written: str, language: Language) -> str:
    """Say how often in words."""
    return Cadence.parse(written).say(language)


def filled(written: str) -> str:
    """Read a name on one line.

    Raises:
        WrongUseError: it is empty.
    """
    text = " ".join(written.split())
    if not text:
        raise WrongUseError(sentence("init-empty"))
    if (shown := visible(text)) != text:
        raise WrongUseError(sentence("unreadable-name", value=shown))
    return text
