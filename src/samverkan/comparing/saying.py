"""Values as a reader knows them: dates, figures and choices in words, references by the names of what they lead to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from samverkan.comparing.matching import headline
from samverkan.comparing.sameness import even, is_empty
from samverkan.model.base import Part
from samverkan.model.choices import Choice, Unit
from samverkan.model.cooperation import Quantity
from samverkan.model.dates import Cadence, CoarseDate, Duration, End, EndOrNext, Start
from samverkan.model.goals import Target
from samverkan.model.held import HeldKey, held_by
from samverkan.model.links import Link
from samverkan.model.plan import Actor
from samverkan.words.comparing import KEYS_IN_ENGLISH, say_of
from samverkan.words.groups import PARTY_GROUP_WORDS
from samverkan.words.numbers import Figure, change_text, limits_text
from samverkan.words.sentence import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samverkan.model.links import To
    from samverkan.words.sentence import FieldValue, Language
    from samverkan.workspace.document import Document
    from samverkan.workspace.workspace import Workspace

_WITHOUT_QUOTES = frozenset(
    {
        "responsible",
        "chair",
        "role",
        "organisation",
        "name",
        "partners",
        "to",
        "other_members",
        "unit",
        "body",
        "contact",
    }
    | {"number", "code", "organisation_number", "case_number", "paragraph", "year", "isbn", "url", "fingerprint", "id"}
)
"""Keys of names and numbers, which are words of their own in a sentence."""
_SAID_BY_THEMSELVES = (Choice, CoarseDate, Start, End, EndOrNext, Duration, Cadence)
_SMART = (" (S)", " (M)", " (A)", " (R)", " (T)")


def spoken(words: FieldValue, language: Language) -> str:
    """Say in a language what depends on it, and what does not as it is."""
    return say_of("words").with_fields(words=words).say(language)


@dataclass(frozen=True)
class Label:
    """What a key is called."""

    key: HeldKey

    def say(self, language: Language) -> str:
        """Say it in a language."""
        key, title = self.key.key, self.key.title
        if language == "sv":
            return next((title.removesuffix(end) for end in _SMART if title.endswith(end)), title)
        said = KEYS_IN_ENGLISH.get(key, key.replace("_", " "))
        return said[:1].upper() + said[1:]


@dataclass(frozen=True)
class Joined:
    """Several words: ”a, b och c”, or with something else between them."""

    words: tuple[FieldValue, ...]
    between: str = ""

    def say(self, language: Language) -> str:
        """Say them in a language."""
        said = [spoken(word, language) for word in self.words]
        if self.between or len(said) < 2:  # noqa: PLR2004 - one stands alone
            return self.between.join(said)
        return ", ".join(said[:-1]) + (" och " if language == "sv" else " and ") + said[-1]


@dataclass(frozen=True)
class Version:
    """One of two versions.

    Attributes:
        document: the document, which could be read whole.
        workspace: it and the documents around it, for what it refers to.
        name: what the user knows it as.
    """

    document: Document
    workspace: Workspace
    name: str

    def named(self, written: str, to: To) -> FieldValue:
        """Name what a reference leads to; one that leads nowhere here is given as it is written."""
        if written in to.words:
            return PARTY_GROUP_WORDS[written]
        target = self.workspace.references.resolve(self.document, Link((), written, to))
        if target is None:
            return written
        if target.place is None:
            return quoted(target.document.title)
        part = target.place.part
        return (part.own_name or headline_said(part, self) if part is not None else "") or written


def said(value: object, holds: HeldKey, version: Version) -> FieldValue:
    """Word a value.

    Args:
        value: the value.
        holds: the key that holds it.
        version: the version that it stands in.
    """
    if value is None or isinstance(value, bool):
        return say_of("nothing" if value is None else "yes" if value else "no")
    if isinstance(value, tuple):
        return Joined(tuple(said(one, holds, version) for one in value))
    if isinstance(value, Part):
        return _said_whole(value, version)
    if isinstance(value, Decimal):
        return Figure(value)
    if isinstance(value, str) and not isinstance(value, Choice):
        return _text(value, holds, version)
    return value if isinstance(value, _SAID_BY_THEMSELVES) else str(value)


def _said_whole(part: Part, version: Version) -> FieldValue:
    if isinstance(part, Target):
        return _target(part)
    if isinstance(part, Actor):
        held = held_by(part).items()
        return Joined(tuple(said(one, of, version) for _, (of, one) in held if not is_empty(one)), ", ")
    return _quantity(part, version) if isinstance(part, Quantity) else said_part(part, version)


def _text(value: str, holds: HeldKey, version: Version) -> FieldValue:
    if holds.to is not None:
        return version.named(value, holds.to)
    if holds.key == "unit" and value in (units := {one.value: one for one in Unit}):
        return units[value]
    one = even(value).replace("\n", " ").replace("\v", " ")
    return one if holds.key in _WITHOUT_QUOTES else quoted(one)


def said_part(part: Part, version: Version) -> FieldValue:
    """Word a part with all that it says."""
    name = headline_said(part, version) if part.own_name or part.own_text else ""
    others = [*said_values(part, version, all_of_them=not name)]
    if not others:
        return name
    said_others = tuple(say_of("of-part").with_fields(label=label, value=value) for label, value in others)
    return Joined((name, *said_others) if name else said_others, "; ")


def headline_said(part: Part, version: Version) -> FieldValue:
    """Word what a part is best known by; empty where it has nothing that others do not have."""
    key = headline_key(part)
    holds, value = held_by(part).get(key, (None, None))
    if holds is None or value is None:
        return ""
    found = said(value, holds, version)
    return part.own_name if part.own_name and key in {"name", "title", "term"} and is_name(part) else found


def is_name(part: Part) -> bool:
    """Tell whether a part is known by a name of its own, which has no quotation marks."""
    return type(part).__name__ in {"Party", "Forum", "PlanForum", "Signatory", "Participant", "Area"}


def headline_key(part: Part) -> str:
    """Give the key of what a part is best known by."""
    head = headline(part)
    return next(
        (key for key, (_, value) in held_by(part).items() if key != "id" and value and even(str(value)) == head), ""
    )


def said_values(part: Part, version: Version, *, all_of_them: bool = False) -> Iterator[tuple[Label, FieldValue]]:
    """Word all that a part says beside what it is best known by, or that too; its id is left out."""
    head = "" if all_of_them else headline_key(part)
    for key, (holds, value) in held_by(part).items():
        if not is_empty(value) and key not in {"id", head}:
            yield Label(holds), said(value, holds, version)


def _target(target: Target) -> FieldValue:
    words: list[FieldValue] = []
    if target.change_percent is not None:
        words.append(change_text(target.change_percent))
    elif target.limits is not None:
        limits = target.limits
        words.append(limits_text(limits.low, limits.high, is_open=limits.is_open))
    if target.text is not None:
        words.append(quoted(target.text))
    return Joined(tuple(words), " – ")


def _quantity(quantity: Quantity, version: Version) -> FieldValue:
    words: list[FieldValue] = []
    if quantity.about is not None:
        words.append(say_of("about").with_fields(value=Figure(quantity.about)))
    elif quantity.more_than is not None or quantity.less_than is not None:
        words.append(limits_text(quantity.more_than, quantity.less_than, is_open=True))
    elif quantity.exactly is not None:
        words.append(Figure(quantity.exactly))
    elif quantity.at_least is not None or quantity.at_most is not None:
        words.append(limits_text(quantity.at_least, quantity.at_most))
    rest: Sequence[FieldValue | None] = (quantity.unit, quantity.per, quantity.per_text)
    words += [one for one in rest if one is not None]
    words += [quoted(quantity.text)] if quantity.text else []
    if quantity.of_which:
        holds = held_by(quantity)["of_which"][0]
        of_which = said(quantity.of_which, holds, version)
        words.append(say_of("of-part").with_fields(label=Label(holds), value=of_which))
    return Joined(tuple(words), " ")
