"""The head and foot of every page of Word and OpenDocument files: what fills the places in a reference document."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from samverkan.words.document import Wording

if TYPE_CHECKING:
    from samverkan.render.formats.filled import FilledDocument

_WIDE_SPACE = "\u2003"
_PLACE = re.compile(r"\{(draft_mark|running_title|foot)\}")
_WORD_HEAD = re.compile(r"word/header[0-9]*\.xml")
_WORD_PAGES = re.compile(r"word/(?:header|footer)[0-9]*\.xml")
_ROOT = re.compile(r"<w:hdr\b[^<>]*>")
_MARKED = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{draft_mark}</w:t></w:r></w:p>"


def page_words(filled: FilledDocument) -> dict[str, str]:
    """Say what the head and the foot of every page hold, by the names of their places in a reference document.

    The foot ends with the word for page, whose number follows.
    """
    context = filled.context
    mark = context["draft_mark"]
    foot = (filled.look.organisation, ", ".join(context["case_numbers"]), context["version_date"])
    parts = [*(part for part in foot if part), Wording(context["language"])("page_word")]
    return {
        "draft_mark": f"{mark}{_WIDE_SPACE}" if mark else "",
        "running_title": context["running_title"],
        "foot": " · ".join(parts),
    }


def with_page_words(text: str, words: dict[str, str]) -> str:
    """Fill the places in the XML of heads and feet."""
    return _PLACE.sub(lambda place: escape(words[place[1]], quote=False), text)


def word_page_part(name: str, part: bytes, words: dict[str, str]) -> bytes:
    """Fill a part of a Word file that is a head or a foot; any other comes back as it is.

    A head that an organisation's own template has without a place for the mark of drafts gets one of its own: no page
    of a draft may pass for what was agreed.

    Args:
        name: where the part is in the file.
        part: its bytes.
        words: see `page_words`.
    """
    if _WORD_PAGES.fullmatch(name) is None:
        return part
    text = part.decode("utf-8", "replace")
    if words["draft_mark"] and _WORD_HEAD.fullmatch(name) and "{draft_mark}" not in text:
        text = _ROOT.sub(lambda root: root[0] + _MARKED, text, count=1)
    return with_page_words(text, words).encode()
