"""What a difference is about: a part by what readers know it by, and what it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samverkan.comparing.differences import Happened
from samverkan.comparing.matching import headline
from samverkan.comparing.saying import Joined, Label, headline_said, spoken
from samverkan.model.base import Part
from samverkan.model.held import HeldKey, held_by
from samverkan.words.comparing import ITEM_OF_LIST, NOUNS, say_of
from samverkan.words.sentence import Text

if TYPE_CHECKING:
    from samverkan.comparing.differences import Difference
    from samverkan.comparing.sameness import Spot
    from samverkan.comparing.saying import Version
    from samverkan.model.choices import Item
    from samverkan.words.comparing import Noun
    from samverkan.words.sentence import FieldValue, Language, Sayable

_LONGEST_NAME = 90


@dataclass(frozen=True)
class Capital:
    """Words at the beginning of a sentence."""

    words: FieldValue

    def say(self, language: Language) -> str:
        """Say them in a language."""
        said = spoken(self.words, language)
        return said[:1].upper() + said[1:]


@dataclass(frozen=True)
class Subject:
    """What a difference is about.

    Attributes:
        chapter: the key at the top of the document that it is under.
        heading: what it is shown under.
        named: the parts on the way there that readers know by a name or a text, the outermost first.
        label: what the value is called, with what stands between it and the innermost of those.
        item: what the innermost of those is, for references.
        own_item: what the value itself is, where it is a part of a list.
        has_moved_from_list: whether it has come from another list.
        version: the version that names it.
    """

    chapter: str
    heading: Sayable
    named: tuple[Part, ...]
    label: FieldValue
    item: Item | None
    own_item: Item | None
    has_moved_from_list: bool
    version: Version

    @property
    def is_document(self) -> bool:
        """Whether it is about the document itself."""
        return not self.named

    def text(self) -> FieldValue:
        """Name it inside a sentence: ”åtagandet ”X””."""
        if not self.named:
            return say_of("document")
        own = name_of(self.named[-1], self.version)
        outer = [part for part in self.named[:-1] if headline(part)]
        return say_of("within").with_fields(subject=own, around=name_of(outer[-1], self.version)) if outer else own

    def around(self) -> FieldValue | None:
        """Name what stands around a part of a list; None for the document itself."""
        return name_of(self.named[-1], self.version) if self.named else None


def noun_of(part: object) -> Noun:
    """Say what a kind of part is called."""
    return NOUNS.get(type(part).__name__, ITEM_OF_LIST)


def name_of(part: Part, version: Version) -> Text:
    """Name a part inside a sentence."""
    noun = noun_of(part)
    head = headline(part)
    if not head:
        return say_of("subject-unnamed").with_fields(known=noun.known, noun=noun.en)
    said = headline_said(part, version)
    if isinstance(said, Text) and "quoted" in said.fields:
        said = short(str(said.fields["quoted"]))
    return say_of("subject").with_fields(known=noun.known, noun=noun.en, name=said)


def short(text: str) -> str:
    """Cut a text that is longer than a name may be."""
    one = " ".join(text.split()).removesuffix(".")
    return one if len(one) <= _LONGEST_NAME else one[: _LONGEST_NAME - 1].rstrip() + "…"


def subject_of(found: Difference, before: Version, after: Version) -> Subject:
    """Tell what a difference is about, named as it is now; what is gone as it was."""
    is_gone = found.how is Happened.REMOVED
    spot, version = (found.old, before) if is_gone else (found.new, after)
    chapter = str((*spot.path, found.key)[0])
    top = held_by(spot.holders[0])[chapter][0]
    value = found.before if is_gone else found.after
    named, label = _named(spot, found)
    return Subject(
        chapter=chapter,
        heading=Label(top) if _is_chapter(top) else say_of("document"),
        named=named,
        label=label,
        item=named[-1].item if named else None,
        own_item=value.item if isinstance(value, Part) and found.how is not Happened.CHANGED else None,
        has_moved_from_list=found.how is Happened.MOVED and found.old.path[:-1] != found.new.path[:-1],
        version=version,
    )


def _is_chapter(top: HeldKey) -> bool:
    """Tell whether a key at the top of a document holds more than a name, a day or a choice."""
    return top.has_parts or top.is_prose is True


def _named(spot: Spot, found: Difference) -> tuple[tuple[Part, ...], FieldValue]:
    """Give the parts of lists on the way to a value, and what its key is called, after those that hold no list."""
    named: list[Part] = []
    labels: list[FieldValue] = []
    steps = list(spot.path)
    parts = iter(spot.holders[1:])
    holder: Part = spot.holders[0]
    at = 0
    while at < len(steps) and (part := next(parts, None)) is not None:
        key = str(steps[at])
        is_item = at + 1 < len(steps) and isinstance(steps[at + 1], int)
        if is_item:
            named.append(part)
            labels = []
        else:
            labels.append(Label(held_by(holder)[key][0]))
        holder, at = part, at + (2 if is_item else 1)
    labels.append(Label(found.holds))
    return tuple(named), labels[0] if len(labels) == 1 else Joined(tuple(labels), " – ")
