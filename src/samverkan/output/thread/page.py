"""The golden thread as a web page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.output.thread.matrix import matrix
from samverkan.output.web_page import page
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.thread import Node
    from samverkan.words.sentence import Language


def threads_html(threads: Sequence[Node], language: Language) -> str:
    """Write the traceability matrix as one web page that stands alone."""
    headings, found = matrix(threads, language)
    context = {
        "language": language,
        "title": report("thread-title").say(language),
        "skip": report("skip").say(language),
        "headings": headings,
        "threads": [{"title": title, "groups": [group._asdict() for group in groups]} for title, groups in found],
    }
    return page("thread.html.j2", context)
