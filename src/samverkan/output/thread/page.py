"""The golden thread as a web page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samverkan.output.thread.matrix import columns, groups, headings
from samverkan.output.web_page import page
from samverkan.thread import ThreadStep
from samverkan.words.output import report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samverkan.thread import Node
    from samverkan.words.sentence import Language


def threads_html(threads: Sequence[Node], language: Language) -> str:
    """Write the traceability matrix as one web page that stands alone."""
    steps = columns(threads)
    shown = [step for step in steps if step is not ThreadStep.FOCUS_AREA]  # which stands in headings
    context = {
        "language": language,
        "title": report("thread-title").say(language),
        "skip": report("skip").say(language),
        "headings": headings(shown, language),
        "threads": [_thread(thread, steps, language) for thread in threads],
    }
    return page("thread.html.j2", context)


def _thread(thread: Node, steps: Sequence[ThreadStep], language: Language) -> dict[str, object]:
    found = groups(thread, steps, language)
    return {"title": thread.title.say(language), "groups": [group._asdict() for group in found]}
