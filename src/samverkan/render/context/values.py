"""The plain values that every template is given: strings, numbers, lists and maps, never parts of the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from samverkan.render.context.own_numbers import is_numbered_heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from markupsafe import Markup

    from samverkan.words.sentence import Language

Context = dict[str, object]
"""What one part's macro is given: names that only that macro reads."""

USUAL_PAPER = "a4"
"""The size of a PDF's pages, where no other is asked for."""


class Fact(TypedDict):
    """A label, empty where the words speak for themselves, and what it says."""

    label: str
    html: Markup


class Light(TypedDict):
    """A traffic light: the name of its colour, one of `LIGHTS`, and the word beside the dot."""

    colour: str
    word: str


class Note(TypedDict):
    """A footnote."""

    number: int
    html: Markup


class PartyRow(TypedDict):
    """A party of the agreement; `code` and `case_number` are empty where it has none."""

    name: str
    type: str
    code: str
    case_number: str


class SignatoryPlace(TypedDict):
    """Where one person signs; what the document does not say is empty. `line` is what stands at the line to sign on.

    Who `is_to_sign` neither has signed nor is told not to have.
    """

    party: str
    name: str
    role: str
    place_and_date: str
    line: str
    is_to_sign: bool


class SignaturePage(TypedDict):
    """The page of signatures."""

    place_and_date: str
    text: str
    closing: str
    signatories: list[SignatoryPlace]
    is_signed: bool
    present: list[str]


class PageContext(TypedDict):
    """What `document.html.j2`, and the kinds' templates that extend it, are given.

    Texts that a document does not have are empty. `top` is the level of the title's heading; `place` is what the ids of
    headings begin with, in a file of several documents; `errors` says how many errors the check found; `fingerprint`
    is short, as on paper; `paper` is the size of a PDF's pages; `head` is what else stands at the head of the kind's
    template; `is_to_sign` says that there may still be something to fill in where people sign. `running_title` is short
    enough for one line at the top of every page, `draft_mark` stands there of a draft alone, and `version_date` tells
    which version it is.
    """

    kind: str
    id: str
    top: int
    place: str
    language: Language
    title: str
    subtitle: str
    ordinal: str
    words: dict[str, str]
    parties: list[PartyRow]
    case_numbers: list[str]
    facts: list[Fact]
    status: str
    errors: str
    running_title: str
    draft_mark: str
    version_date: str
    kind_is_agreement: bool
    head: Context
    sections: list[Context]
    notes: list[Note]
    signatures: SignaturePage | None
    is_to_sign: bool
    fingerprint: str
    paper: str
    pivot: bool


class BoundPage(PageContext):
    """A document among several in one file, with its HTML."""

    body: Markup


class FileContext(PageContext):
    """What the page around a file's body is given: its first document's context, and all documents where several."""

    documents: list[BoundPage]


@dataclass(frozen=True)
class PartOfSection:
    """A part of a document, for the macro of its name.

    Attributes:
        block: the name of the macro.
        heading: what it is called.
        content: what its macro is given.
        law: which demand of the law it answers; empty for none.
    """

    block: str
    heading: str
    content: Mapping[str, object]
    law: str = ""

    def plain(self) -> Context:
        """The part as its macro is given it."""
        return {"block": self.block, "heading": self.heading, "law": self.law, **self.content}


@dataclass(frozen=True)
class SectionOfPage:
    """A section.

    Attributes:
        heading: its heading.
        parts: the parts of the document that it shows.
        html: what stands before them.
        is_wide: whether its tables need landscape pages.
        begins_page: whether it begins on a new page.
        is_message: whether it belongs to the message that a document opens with, which has no numbers.
        begins_part: the heading of the part of the document that it begins; empty for none.
    """

    heading: str
    parts: tuple[PartOfSection, ...]
    html: Markup | None = None
    is_wide: bool = False
    begins_page: bool = False
    is_message: bool = False
    begins_part: str = ""

    def plain(self, place: str, told: set[str], number: str | None = None) -> Context:
        """The section as templates are given it, with its number; several demands of the law stand in their order.

        Args:
            place: its place among the sections, by which links find it; empty in a message.
            number: its number, where that is not its place.
            told: the demands of the law that earlier sections have told; those of this one are added.
        """
        laws = [law for law in dict.fromkeys(part.law for part in self.parts if part.law) if law not in told]
        told.update(laws)
        return {
            "place": place,
            "number": place if number is None else number,
            "heading": self.heading,
            "html": self.html or "",
            "parts": [part.plain() for part in self.parts],
            "law": " · ".join(laws),
            "is_wide": self.is_wide,
            "begins_page": self.begins_page,
            "begins_part": self.begins_part,
        }


def numbered(sections: list[SectionOfPage]) -> list[Context]:
    """Number sections from 1, as templates are given them, after those of the message, which have no numbers.

    Where the author numbers sections, those numbers stand alone: two ways of counting would be one too many.
    Each demand of the law is told once.
    """
    told: set[str] = set()
    message = [section.plain("", told) for section in sections if section.is_message]
    others = [section for section in sections if not section.is_message]
    number = "" if are_numbered(others) else None
    return [*message, *(section.plain(str(i + 1), told, number) for i, section in enumerate(others))]


def are_numbered(sections: Sequence[SectionOfPage]) -> bool:
    """Tell whether the author numbers the headings of some sections."""
    return any(is_numbered_heading(section.heading) for section in sections)


def present(facts: Iterable[Fact]) -> list[Fact]:
    """Leave out the facts that say nothing."""
    return [fact for fact in facts if fact["html"]]
