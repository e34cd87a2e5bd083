"""Word and OpenDocument files on their way through pandoc: styles, language, and what they say of themselves."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import as_file
from typing import TYPE_CHECKING, NamedTuple

from samverkan.errors import ReadWriteError
from samverkan.escape import visible
from samverkan.render.engines.pandoc import seconds_for_own, write
from samverkan.render.formats.contents import with_contents
from samverkan.render.formats.office_tree import for_office, office_head, picture_words
from samverkan.render.formats.page_words import page_words
from samverkan.render.formats.word_template import completed
from samverkan.render.look import WORD_REFERENCE
from samverkan.resources import folder
from samverkan.source.temporary import temporary_folder
from samverkan.words.commands import sentence
from samverkan.words.document import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samverkan.render.engines.pandoc import Tree
    from samverkan.render.formats.filled import FilledDocument
    from samverkan.render.formats.office_tree import Office
    from samverkan.render.look import Look


@dataclass(frozen=True)
class Properties:
    """What an office file says of itself.

    Attributes:
        title: the document's title.
        authors: the parties.
        language: the language's code, such as `sv-SE`.
        day: the day that the file is dated; None for none.
    """

    title: str
    authors: tuple[str, ...]
    language: str
    day: date | None

    @property
    def author(self) -> str:
        """All authors in one line."""
        return ", ".join(self.authors)

    @property
    def moment(self) -> str:
        """The beginning of the day, as office files write it; empty for none."""
        return f"{self.day}T00:00:00Z" if self.day else ""


class Draft(NamedTuple):
    """An office file as pandoc wrote it.

    Attributes:
        content: the file's bytes.
        properties: what the file is to say of itself.
        picture_words: the alternative text of each picture, in their order.
        page_words: what the head and the foot of every page are to hold.
    """

    content: bytes
    properties: Properties
    picture_words: list[str]
    page_words: dict[str, str]


def drafted(filled: FilledDocument, office: Office) -> Draft:
    """Write a document as an office file that is not finished yet.

    Raises:
        ReadWriteError: pandoc or Typst is missing, failed or took too long.
    """
    context, look, language = filled.context, filled.look, filled.language_code
    contents = Wording(context["language"])("contents")
    blocks = [*office_head(filled, office), *for_office(with_contents(filled.blocks, contents), office)]
    meta = {"lang": {"t": "MetaString", "c": language}}
    content = _written({**filled.tree, "meta": meta, "blocks": blocks}, office, look)
    authors = tuple(party["name"] for party in context["parties"])
    properties = Properties(context["title"], authors, language, filled.day)
    return Draft(content, properties, picture_words(blocks), page_words(filled))


def _written(tree: Tree, office: Office, look: Look) -> bytes:
    """Write a tree as an office file; where a template of the organisation's own stops it, that is what is told."""
    own = look.reference(office.reference)
    with _reference_option(look, office.reference) as option:
        if own is None:
            return write(tree, office.extension, option)
        try:
            return write(tree, office.extension, option, most=seconds_for_own(tree))
        except ReadWriteError:
            raise ReadWriteError(sentence("own-office-failed", path=visible(str(own.path)))) from None


@contextmanager
def _reference_option(look: Look, name: str) -> Iterator[str]:
    """Write pandoc's option for the reference document, which holds styles, margins and footer.

    Args:
        look: the organisation's own look, which may have one.
        name: `reference.docx` or `reference.odt`.
    """
    own = look.reference(name)
    if own is None:
        with as_file(folder("templates") / name) as path:
            yield f"--reference-doc={path}"
        return
    whole = completed(own.content, look.tones) if name == WORD_REFERENCE else own.content
    with temporary_folder({name: whole}) as place:
        yield f"--reference-doc={place / name}"
