"""The text of a finished file: a PDF page by page, or a Word file.

The file may come from anybody: of what it leads to nothing is opened, and no more of it is read than a document holds.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from samverkan.errors import ReadWriteError
from samverkan.render.engines.settings import in_use
from samverkan.render.engines.workers import Gone, GoneError, ask
from samverkan.render.formats.signed import may_be_signed
from samverkan.render.office_template import OfficeTemplateError, require_sound
from samverkan.words.verifying import say_of

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_BYTES = 50_000_000
_WORK = "samverkan.render.engines.pdf_text_work"
_SECONDS = 120.0
"""On a machine that has other things to do; how long it may be at work is less."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CODE = re.compile(r"\b[0-9a-f]{4}(?:-[0-9a-f]{4}){3}\b")
_TEXT = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_SAYS = frozenset({f"{_W}p", f"{_W}altChunk"})
_OF_OFFICE = {
    "look-office-locked": "password",
    "look-office-macros": "macros",
    "look-office-linked": "linked",
    "look-office-heavy": "heavy",
}
"""What is said of a Word file, by what is said of a template."""
_ENDS = 2
_WORD = re.compile(_CODE.pattern + r"|[^\W_]+|[^\w\s]")
_HYPHEN = re.compile(rf"({_CODE.pattern})|-")
_OTHER_HYPHENS = str.maketrans({"\u00ad": None, "\u2010": "-", "\u2011": "-"})


class Finished(NamedTuple):
    """A finished file as it was read.

    Attributes:
        pages: its text, page by page; a Word file has one.
        is_signed: whether it has an electronic signature, which only a PDF can have.
    """

    pages: list[str]
    is_signed: bool = False


def finished_file(content: bytes, name: str) -> Finished:
    """Read a finished file.

    Args:
        content: the file.
        name: what the user knows it as.

    Raises:
        ReadWriteError: it is neither a PDF nor a Word file, is damaged, or has a password.
    """
    if content.startswith(b"%PDF"):
        return _of_pdf(content, name)
    if content.startswith(b"PK\x03\x04"):
        return Finished([_of_word(content, name)])
    raise ReadWriteError(say_of("not-finished").with_fields(name=name))


def words_of(pages: Sequence[str]) -> list[str]:
    """Give the words of a text and the signs between them, without what stands at the head and foot of later pages."""
    kept = "\n".join([*pages[:1], *_without_heads(pages)[1:]])
    whole = unicodedata.normalize("NFKC", kept).translate(_OTHER_HYPHENS)
    joined = re.sub(r"(?<=\w)-\s*\n\s*(?=\w)", "-", whole)
    return _WORD.findall(_HYPHEN.sub(lambda met: met[1] or "", joined))


def codes_in(pages: Sequence[str]) -> list[str]:
    """Give the fingerprints that are printed in a text."""
    return list(dict.fromkeys(_CODE.findall("\n".join(pages))))


def _of_pdf(content: bytes, name: str) -> Finished:
    try:
        facts, found = ask(_WORK, content, min(_SECONDS, in_use().seconds))
    except GoneError as gone:
        raise ReadWriteError(say_of("slow" if gone.why is Gone.SLOW else "damaged").with_fields(name=name)) from None
    if "fault" in facts:
        raise ReadWriteError(say_of(facts["fault"]).with_fields(name=name, most=facts.get("most", 0)))
    # What a reader of the form does not find may still be there, in a part of the file that it does not know.
    is_signed = facts["is_signed"] or may_be_signed(content)
    return Finished([str(page) for page in json.loads(found)], is_signed)


def _of_word(content: bytes, name: str) -> str:
    try:
        require_sound(content, {_TEXT})
    except OfficeTemplateError as error:
        raise ReadWriteError(say_of(_OF_OFFICE.get(str(error), "damaged")).with_fields(name=name)) from None
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        names = [_TEXT, *(name for name in _NOTES if name in opened.namelist())]
        roots = [ET.fromstring(opened.read(name)) for name in names]  # noqa: S314 - held to have no entities
    return "\n".join(_said(one) for root in roots for one in root.iter() if one.tag in _SAYS)


def _said(element: ET.Element) -> str:
    """Give a paragraph's text; what is another file that Word shows as part of the text is told as that."""
    return _paragraph(element) if element.tag == f"{_W}p" else "[altChunk]"


def _paragraph(paragraph: ET.Element) -> str:
    """Give a paragraph's text as it is when all tracked changes are accepted."""
    said = {f"{_W}tab": "\t", f"{_W}br": "\n"}
    return "".join((one.text or "") if one.tag == f"{_W}t" else said.get(one.tag, "") for one in paragraph.iter())


def _without_heads(pages: Sequence[str]) -> list[str]:
    """Take away the lines at the ends of pages that stand there on most of them, page numbers aside."""
    lines = [page.splitlines() for page in pages]
    ends = [{*map(_masked, [*one[:_ENDS], *one[-_ENDS:]])} for one in lines]
    seen = [line for some in ends for line in some]
    heads = {line for line in seen if 2 * seen.count(line) > len(pages)} if len(pages) > 1 else set()
    return ["\n".join(_inside(one, heads)) for one in lines]


def _inside(lines: list[str], heads: set[str]) -> list[str]:
    last = len(lines) - _ENDS
    return [line for i, line in enumerate(lines) if _ENDS <= i < last or _masked(line) not in heads]


def _masked(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())
